/**
 * Who reported a case, apart from the case: the ledger of reporters. A case has as many records as
 * it has reporters. A reporter can be hidden later and erased later; the case stays whole, and the
 * record still says that somebody was there, when it was erased, by whom and why.
 *
 * A command that a reporter gives on a case names `recordId` as its actor, never `reporterId`: then
 * the log of the case knows nobody, and an erasure has nothing to do there.
 */
import type { Id } from "@wangge/facts"
import type { Sensitive } from "@wangge/privacy"
import { actorOf, change, orderProblem } from "./internal/reporterDraft.ts"
import type { Act, Consent, ErasureCause, HidingCause } from "./ReporterParts.ts"
import * as ReporterProblem from "./ReporterProblem.ts"

export * from "./ReporterParts.ts"

/**
 * One reporter of one case.
 *
 * `reporterId` is an opaque id, empty when anonymous or erased. With `isHidden` only those see the
 * reporter who take reports, call back or arbitrate; the units and persons listed never do.
 *
 * @category reporters
 * @since 0.1.0
 */
export interface Reporter {
  readonly recordId: Id.Id<"ReporterRecord">
  readonly caseId: Id.Id<"Case">
  readonly reporterId: Id.Id<"Reporter"> | ""
  readonly contact: Sensitive.Sensitive<string> | "None" | "Erased"
  readonly isAnonymous: boolean
  readonly reportedSec: number
  readonly isHidden: boolean
  readonly hiddenFromUnitIds: ReadonlyArray<string>
  readonly hiddenFromPersonIds: ReadonlyArray<string>
  readonly consents: ReadonlyArray<Consent>
  readonly acts: ReadonlyArray<Act>
  readonly lastSec: number
}

/**
 * The record after a change, or why it is refused.
 *
 * @category reporters
 * @since 0.1.0
 */
export type Decision =
  | { readonly ok: true; readonly reporter: Reporter }
  | { readonly ok: false; readonly problem: ReporterProblem.ReporterProblem }

/**
 * What every change says: when, and who makes it.
 *
 * @category reporters
 * @since 0.1.0
 */
export interface Order {
  readonly atSec: number
  readonly actorId: string
}

/**
 * What a first entry says; the two lists name the units and persons that the case complains of.
 *
 * @category reporters
 * @since 0.1.0
 */
export interface Registration extends Order {
  readonly recordId: Id.Id<"ReporterRecord">
  readonly caseId: Id.Id<"Case">
  readonly reporterId: Id.Id<"Reporter"> | ""
  readonly contact: Sensitive.Sensitive<string> | "None"
  readonly isAnonymous: boolean
  readonly complainedUnitIds: ReadonlyArray<string>
  readonly complainedPersonIds: ReadonlyArray<string>
}

/**
 * The first entry of a reporter.
 *
 * Returns `TimeNotWhole`, `ActorMissing`, `IdentityOfAnonymous` (an anonymous report with an id or
 * a contact) or `IdentityMissing` (any other without an id).
 *
 * ```ts
 * import { Reporter } from "@wangge/cases"
 * import { Id } from "@wangge/facts"
 *
 * const decision = Reporter.register({
 *   recordId: Id.make("record-1"), caseId: Id.make("case-1"), reporterId: "", contact: "None",
 *   isAnonymous: true, atSec: 0, actorId: "intake-2", complainedUnitIds: [], complainedPersonIds: []
 * })
 * decision.ok && decision.reporter.isAnonymous // => true
 * ```
 *
 * @category reporters
 * @since 0.1.0
 */
export const register = (order: Registration): Decision => {
  const problem = orderProblem(order, order.atSec) ?? identityProblem(order)
  if (problem !== undefined) return { ok: false, problem }
  const act: Act = {
    kind: "Registered",
    atSec: order.atSec,
    actorId: actorOf(order),
    cause: "None"
  }
  return {
    ok: true,
    reporter: {
      recordId: order.recordId,
      caseId: order.caseId,
      reporterId: order.reporterId,
      contact: order.contact,
      isAnonymous: order.isAnonymous,
      reportedSec: order.atSec,
      isHidden: false,
      hiddenFromUnitIds: unionOf([], order.complainedUnitIds),
      hiddenFromPersonIds: unionOf([], order.complainedPersonIds),
      consents: [],
      acts: [act],
      lastSec: order.atSec
    }
  }
}

/**
 * From whom to hide a reporter from now on; `isFromAll` is from everybody who handles the case.
 *
 * @category reporters
 * @since 0.1.0
 */
export interface Hiding extends Order {
  readonly cause: HidingCause
  readonly isFromAll: boolean
  readonly unitIds: ReadonlyArray<string>
  readonly personIds: ReadonlyArray<string>
}

/**
 * Hides a reporter; what is hidden stays hidden, there is no way back.
 *
 * Returns `NothingToHide` when it names nobody, and `TimeNotWhole`, `ActorMissing`, `TimeWentBack` or
 * `AlreadyErased`.
 *
 * @category reporters
 * @since 0.1.0
 */
export const hide = (of: Reporter, order: Hiding): Decision => {
  if (!order.isFromAll && order.unitIds.length === 0 && order.personIds.length === 0) {
    const problem = ReporterProblem.make("NothingToHide", "unitIds", 0, ">= 1")
    return { ok: false, problem }
  }
  return change(of, order, { kind: "Hidden", cause: order.cause }, (next) => {
    next.isHidden = of.isHidden || order.isFromAll
    next.hiddenFromUnitIds = unionOf(of.hiddenFromUnitIds, order.unitIds)
    next.hiddenFromPersonIds = unionOf(of.hiddenFromPersonIds, order.personIds)
  })
}

/**
 * Erases who the reporter is: id, contact, consents, and whom the reporter complained of. The
 * record stays, and its acts say when, by whom and why.
 *
 * Returns `TimeNotWhole`, `ActorMissing`, `TimeWentBack` or `AlreadyErased`. The case itself is not touched: it never knew the reporter.
 *
 * @source Personal Information Protection Law of China (2021), article 47
 * @category reporters
 * @since 0.1.0
 */
export const erase = (of: Reporter, order: Order & { readonly cause: ErasureCause }): Decision =>
  change(of, order, { kind: "Erased", cause: order.cause }, (next) => {
    next.reporterId = ""
    next.contact = "Erased"
    next.consents = []
    next.isHidden = true
    next.hiddenFromUnitIds = []
    next.hiddenFromPersonIds = []
  })

/**
 * Whether a reporter was erased.
 *
 * @category reporters
 * @since 0.1.0
 */
export const isErased = (of: Reporter): boolean => of.contact === "Erased"

const unionOf = (
  one: ReadonlyArray<string>,
  other: ReadonlyArray<string>
): ReadonlyArray<string> => [...new Set([...one, ...other])]

const identityProblem = ({
  reporterId,
  contact,
  isAnonymous
}: Registration): ReporterProblem.ReporterProblem | undefined => {
  if (!isAnonymous) {
    if (reporterId !== "") return undefined
    return ReporterProblem.make("IdentityMissing", "reporterId", "", "an id")
  }
  if (reporterId === "" && contact === "None") return undefined
  const subject = reporterId === "" ? "contact" : "reporterId"
  return ReporterProblem.make("IdentityOfAnonymous", subject, "given", "None")
}
