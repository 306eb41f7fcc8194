/**
 * What each kind of reader sees of a case, stated once: residents their own case, workers what
 * handling needs, units counts, the public the status and no person. Every view is written as one
 * literal, so a field that a case gains is in no view until somebody puts it there.
 */
import { Zone } from "@wangge/calendar"
import type { Id, Label } from "@wangge/facts"
import { Redaction, type Sensitive } from "@wangge/privacy"
import * as Case from "./Case.ts"
import * as CaseProfile from "./CaseProfile.ts"
import type { CaseSheet } from "./CaseSheet.ts"
import * as CaseStatus from "./CaseStatus.ts"
import * as CaseViewProblem from "./CaseViewProblem.ts"
import type { Category } from "./Category.ts"
import type { HandlingLevel } from "./HandlingLevel.ts"
import type { Reporter } from "./Reporter.ts"
import * as ReporterAccess from "./ReporterAccess.ts"
import * as Telling from "./Telling.ts"
import type { Urgency } from "./Urgency.ts"

/**
 * A case with all that belongs to it: state, sheet, the ledger of reporters (its own records or
 * more), and the merges that stand.
 *
 * @category views
 * @since 0.1.0
 */
export interface Whole {
  readonly item: Case.Case
  readonly sheet: CaseSheet
  readonly reporters: ReadonlyArray<Reporter>
  readonly merges: ReadonlyArray<Telling.Merge>
}

/**
 * A view, or why it is not given.
 *
 * @category views
 * @since 0.1.0
 */
export type Seen<View> =
  | { readonly ok: true; readonly view: View }
  | { readonly ok: false; readonly problem: CaseViewProblem.CaseViewProblem }

/**
 * What everybody may read: the status in the locality's words, days, category and community; no
 * person, no grid, no point, no text, not even the id of the case. Days are civil days of the zone,
 * counted from 1970-01-01, `Case.notYet` for none.
 *
 * @category views
 * @since 0.1.0
 */
export interface PublicView {
  readonly publicationId: Id.Id<"Publication">
  readonly category: Category
  readonly communityId: Id.Id<"Grid">
  readonly step: Label.Label
  readonly reportedDay: number
  readonly claimedDay: number
  readonly closedDay: number
}

/**
 * What everybody may read of a case that is published as `publicationId`.
 *
 * Whether it is published now is asked of `Publication.read`, which calls this. Throws a
 * `RangeError` for a zone that this machine does not know.
 *
 * @source Personal Information Protection Law of China (2021), article 25: no publication of persons
 * without separate consent
 * @category views
 * @since 0.1.0
 */
export const everyone = (
  { item, sheet }: Pick<Whole, "item" | "sheet">,
  options: {
    readonly publicationId: Id.Id<"Publication">
    readonly profile: CaseProfile.CaseProfile
    readonly zone: string
  }
): PublicView => {
  const dayOf = (atSec: number): number =>
    atSec === Case.notYet ? Case.notYet : Zone.toLocal(options.zone, atSec).dayNumber
  return {
    publicationId: options.publicationId,
    category: item.category,
    communityId: sheet.communityId,
    step: stepOf(options.profile, item.status),
    reportedDay: dayOf(item.reportedSec),
    claimedDay: dayOf(item.claimedResolvedSec),
    closedDay: dayOf(item.closedSec)
  }
}

/** A status in the locality's own words, in the usual ones where it has none. */
const stepOf = (profile: CaseProfile.CaseProfile, status: CaseStatus.CaseStatus): Label.Label =>
  profile.steps[CaseProfile.stepIndexOf(profile, status)]?.label ?? CaseStatus.labels[status]

/**
 * What residents see of their own case: status, due seconds, who answers for it, and the answer.
 * `caseId` is the id under which they reported, also after that case was merged.
 *
 * @category views
 * @since 0.1.0
 */
export interface ResidentView {
  readonly caseId: Id.Id<"Case">
  readonly category: Category
  readonly step: Label.Label
  readonly isMerged: boolean
  readonly reportedSec: number
  readonly contactDueSec: number
  readonly dueSec: number
  readonly isOverdue: boolean
  readonly ownerUnitId: string
  readonly answer: string
  readonly closedSec: number
}

/**
 * The case of a resident at `atSec`, at or after its last event.
 *
 * Whoever reported a case that was merged into this one sees this one. Returns `NotYourCase` for
 * everybody else; an erased or anonymous reporter is known to nobody, and so sees nothing here.
 *
 * @category views
 * @since 0.1.0
 */
export const resident = (
  whole: Whole,
  options: {
    readonly personId: string
    readonly profile: CaseProfile.CaseProfile
    readonly atSec: number
  }
): Seen<ResidentView> => {
  const { item, sheet } = whole
  const caseIds = Telling.caseIdsOf(item.caseId, whole.merges)
  const own = whole.reporters.find(
    ({ caseId, reporterId }) =>
      reporterId !== "" && reporterId === options.personId && caseIds.includes(caseId)
  )
  if (own === undefined) return refused("NotYourCase")
  return {
    ok: true,
    view: {
      caseId: own.caseId,
      category: item.category,
      step: stepOf(options.profile, item.status),
      isMerged: own.caseId !== item.caseId,
      reportedSec: own.reportedSec,
      contactDueSec: item.contactDueSec,
      dueSec: item.dueSec,
      isOverdue: Case.isOverdue(item, options.atSec),
      ownerUnitId: item.ownerUnitId,
      answer: sheet.answer,
      closedSec: item.closedSec
    }
  }
}

/**
 * What handling needs. `reporters` has one entry per reporter: the hidden contact, or a word why
 * there is none; `description` is `"Withheld"` from whom the case complains of.
 *
 * @category views
 * @since 0.1.0
 */
export interface WorkerView {
  readonly caseId: Id.Id<"Case">
  readonly category: Category
  readonly urgency: Urgency
  readonly level: HandlingLevel
  readonly status: CaseStatus.CaseStatus
  readonly dueSec: number
  readonly ownerUnitId: string
  readonly helperUnitIds: ReadonlyArray<string>
  readonly gridId: Id.Id<"Grid">
  readonly buildingId: CaseSheet["buildingId"]
  readonly point: CaseSheet["point"]
  readonly description: string
  readonly photos: CaseSheet["photos"]
  readonly reporters: ReadonlyArray<Sensitive.Sensitive<string> | "None" | "NotShown">
}

/**
 * What stands in a view where a text is kept back.
 *
 * @source none: our own word
 * @category views
 * @since 0.1.0
 */
export const withheld = "Withheld"

/**
 * A case for somebody of the unit that owns it, its desk, or a unit that helps.
 *
 * Which reporters are shown is said by `ReporterAccess.mayKnow`. Where one is not, numbers and
 * addresses in the text are blacked out (a help, not a guarantee); somebody complained of gets
 * neither text nor photos. Returns `NotYourUnit` for everybody else.
 *
 * @category views
 * @since 0.1.0
 */
export const worker = (whole: Whole, viewer: ReporterAccess.Viewer): Seen<WorkerView> => {
  const { item, sheet } = whole
  const units = [item.ownerUnitId, item.deskUnitId, ...item.helperUnitIds]
  if (!viewer.unitIds.some((unitId) => units.includes(unitId))) return refused("NotYourUnit")
  const caseIds = Telling.caseIdsOf(item.caseId, whole.merges)
  const reporters = whole.reporters.filter(({ caseId }) => caseIds.includes(caseId))
  const isSubject = reporters.some((one) => ReporterAccess.isComplainedOf(viewer, one))
  return {
    ok: true,
    view: {
      caseId: item.caseId,
      category: item.category,
      urgency: item.urgency,
      level: item.level,
      status: item.status,
      dueSec: item.dueSec,
      ownerUnitId: item.ownerUnitId,
      helperUnitIds: item.helperUnitIds,
      gridId: item.gridId,
      buildingId: sheet.buildingId,
      point: sheet.point,
      description: isSubject ? withheld : textFor(viewer, reporters, sheet.description),
      photos: isSubject ? [] : sheet.photos,
      reporters: reporters.map((one) =>
        ReporterAccess.mayKnow(viewer, one) && one.contact !== "Erased" ? one.contact : "NotShown"
      )
    }
  }
}

const textFor = (
  viewer: ReporterAccess.Viewer,
  reporters: ReadonlyArray<Reporter>,
  text: string
): string =>
  reporters.every((one) => ReporterAccess.mayKnow(viewer, one)) ? text : Redaction.redact(text)

/**
 * How the cases of a unit stand: every case is either open or closed; the other three count open
 * ones, and an overdue one may be suspended as well.
 *
 * @category views
 * @since 0.1.0
 */
export interface UnitView {
  readonly unitId: string
  readonly openCount: number
  readonly closedCount: number
  readonly overdueCount: number
  readonly suspendedCount: number
  readonly claimedCount: number
}

/**
 * The cases that a unit answers for, as counts at `atSec`, which is at or after their last events.
 *
 * ```ts
 * import { CaseView } from "@wangge/cases"
 *
 * CaseView.unit([], "unit-3", 0).openCount // => 0
 * ```
 *
 * @category views
 * @since 0.1.0
 */
export const unit = (cases: ReadonlyArray<Case.Case>, unitId: string, atSec: number): UnitView => {
  const own = cases.filter((item) => item.ownerUnitId === unitId)
  const open = own.filter((item) => !Case.isClosed(item))
  return {
    unitId,
    openCount: open.length,
    closedCount: own.length - open.length,
    overdueCount: open.filter((item) => Case.isOverdue(item, atSec)).length,
    suspendedCount: open.filter((item) => item.status === "Suspended").length,
    claimedCount: open.filter(Case.isClaimedResolved).length
  }
}

const refused = (
  code: "NotYourCase" | "NotYourUnit"
): { readonly ok: false; readonly problem: CaseViewProblem.CaseViewProblem } => ({
  ok: false,
  problem: CaseViewProblem.make(code, "case", "", "")
})
