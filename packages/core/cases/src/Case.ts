/**
 * A case as a readable record, and how an event changes it. Every field is always present; "none"
 * is said by a named value (`notYet`, `"None"`, `""`) or an empty list. Who reported a case is not in the record:
 * only the log knows the actor of the first event, by an opaque id.
 */
import type { Id } from "@wangge/facts"
import type { AppealState } from "./AppealState.ts"
import type { CaseEvent } from "./CaseEvent.ts"
import type { CaseObject } from "./CaseObject.ts"
import type * as CaseParts from "./CaseParts.ts"
import * as CaseRules from "./CaseRules.ts"
import type { CaseSource } from "./CaseSource.ts"
import * as CaseStatus from "./CaseStatus.ts"
import type { Category } from "./Category.ts"
import type { CheckOutcome } from "./CheckOutcome.ts"
import type { FollowUpOutcome } from "./FollowUpOutcome.ts"
import type { HandlingLevel } from "./HandlingLevel.ts"
import * as caseDraft from "./internal/caseDraft.ts"
import type { MatterKind } from "./MatterKind.ts"
import type { Satisfaction } from "./Satisfaction.ts"
import type { Urgency } from "./Urgency.ts"

export * from "./CaseParts.ts"

/**
 * What a time says that has not come yet, such as the closing time of an open case.
 *
 * @category cases
 * @source none: an instant before every instant that a case can have
 * @since 0.1.0
 */
export const notYet = caseDraft.notYet

/**
 * One case. Times are whole seconds since the Unix epoch, {@link notYet} where nothing has
 * happened.
 *
 * @category cases
 * @since 0.1.0
 */
export interface Case {
  readonly caseId: Id.Id<"Case">
  /** How many events the case has seen; a store uses it to refuse a decision on an old state. */
  readonly version: number
  readonly status: CaseStatus.CaseStatus
  /** The status to go back to, `"None"` unless suspended or merged. */
  readonly resumeStatus: CaseStatus.CaseStatus | "None"
  readonly level: HandlingLevel
  readonly urgency: Urgency
  readonly category: Category
  readonly matterKind: MatterKind
  readonly object: CaseObject
  readonly source: CaseSource
  readonly gridId: Id.Id<"Grid">
  /** What the report said; it never changes. */
  readonly report: CaseParts.ReportContent
  /** The one unit that answers for the case now. */
  readonly ownerUnitId: string
  /** The unit that answers while nobody is assigned: the intake desk, from triage on the desk. */
  readonly deskUnitId: string
  /** The units that help the assigned one. */
  readonly helperUnitIds: ReadonlyArray<string>
  /** Every unit that was asked and refused, in order, once per refusal. */
  readonly refusedUnitIds: ReadonlyArray<string>
  /** Whether the level above decided the present owner, who cannot return the case. */
  readonly isArbitrated: boolean
  readonly reportedSec: number
  /** When the present limit began: the report, or the last reopening. */
  readonly startSec: number
  /** When the present unit has to sign in, {@link notYet} before any assignment. */
  readonly signInDueSec: number
  readonly contactDueSec: number
  /** The due second of the present limit; while suspended, the one if the pause lasts in full. */
  readonly dueSec: number
  /** When the present claim has to be checked and followed up, {@link notYet} without a claim. */
  readonly verifyDueSec: number
  readonly callBackDueSec: number
  /** The last assignment. */
  readonly assignedSec: number
  /** The first contact within the present limit: a contact, or the first acceptance. */
  readonly contactedSec: number
  /** The first acceptance within the present limit. */
  readonly acceptedSec: number
  readonly suspendedSec: number
  readonly suspendedUntilSec: number
  /** The two due seconds as they were when the case was suspended. */
  readonly pausedContactDueSec: number
  readonly pausedDueSec: number
  /** The pauses of the present limit that are over, in order: suspensions and undone merges. */
  readonly pauses: ReadonlyArray<CaseParts.Pause>
  /** When the handling unit claimed the matter resolved; {@link notYet} again after reopening. */
  readonly claimedResolvedSec: number
  readonly hasResultNote: boolean
  /** What a checker said of the present claim, `"None"` before the check. */
  readonly checkOutcome: CheckOutcome | "None"
  /** How often a checker sent the case back to work, over the whole life. */
  readonly reworkCount: number
  /** The answer of the follow-up since the last claim, `"None"` before the first attempt. */
  readonly followUpOutcome: FollowUpOutcome | "None"
  readonly satisfaction: Satisfaction
  /** Attempts to follow up over the whole life, failed ones included. */
  readonly followUpCount: number
  readonly closedSec: number
  readonly mergedIntoCaseId: Id.Id<"Case"> | ""
  /** The duplicates that this case stands for, and how many reports it stands for in all. */
  readonly duplicates: ReadonlyArray<CaseParts.Duplicate>
  readonly demandCount: number
  /** The cases that were carved out of this one. */
  readonly childCaseIds: ReadonlyArray<Id.Id<"Case">>
  /** The side processes that hang or hung on the case. */
  readonly sideProcesses: ReadonlyArray<CaseParts.SideProcessLink>
  /** The last scores, {@link notYet} each before any assessment. */
  readonly scores: CaseParts.Scores
  /** The last publication to residents. */
  readonly publishedSec: number
  readonly appealState: AppealState
  /** Appeals, and those of them that were upheld, over the whole life. */
  readonly appealCount: number
  readonly upheldCount: number
  /** Returns, escalations and hand-overs over the whole life. */
  readonly returnCount: number
  readonly escalationCount: number
  readonly handOverCount: number
  /** Extensions of the present limit. */
  readonly extensionCount: number
  readonly reopenCount: number
  /** Whether any limit was missed so far, as of the last event; it never becomes false again. */
  readonly wasOverdue: boolean
  readonly lastSec: number
}

/**
 * The state of a case that nobody has reported yet.
 *
 * @category cases
 * @since 0.1.0
 */
export interface None {
  readonly status: "None"
}

/**
 * A case, or none yet: what a decision starts from.
 *
 * @category cases
 * @since 0.1.0
 */
export type State = Case | None

/**
 * The state before the report.
 *
 * ```ts
 * import { Case } from "@wangge/cases"
 *
 * Case.none.status // => "None"
 * ```
 *
 * @category cases
 * @since 0.1.0
 */
export const none: State = { status: "None" }

/**
 * The case after an event.
 *
 * Throws an `Error` for an event of another case, for one that does not follow the version of the
 * case, and for an event other than a report on {@link none}: the log is broken then. Cost: one new
 * record.
 *
 * @category cases
 * @since 0.1.0
 */
export const evolve = (state: State, event: CaseEvent): Case => {
  if (state.status === "None") {
    if (event.kind !== "CaseReported" || event.version !== 1) throw brokenLog(event, "none", 0)
    return caseDraft.apply(caseDraft.reported(event), event)
  }
  if (event.caseId !== state.caseId || event.version !== state.version + 1) {
    throw brokenLog(event, state.caseId, state.version)
  }
  const next = caseDraft.copy(state)
  next.wasOverdue = wasOverdueBy(state, event.atSec)
  return caseDraft.apply(next, event)
}

const brokenLog = (event: CaseEvent, caseId: string, version: number): Error =>
  new Error(
    `The event ${event.kind} ${event.caseId}/${event.version} does not follow ${caseId}/${version}`
  )

/**
 * Whether a case is late at `atSec`: the present limit has passed, and nobody has claimed the
 * matter resolved nor ended the case. Computed, never stored.
 *
 * `atSec` is at or after the last event of the case.
 *
 * @source none: overdue is a computed flag, not a status; the due second itself is on time
 * @category deadlines
 * @since 0.1.0
 */
export const isOverdue = (of: Case, atSec: number): boolean => {
  if (!CaseStatus.canRunLate(CaseStatus.codeOf(of.status))) return false
  const wasLateWhenSuspended =
    of.status === "Suspended" && CaseRules.isOverdue(of.pausedDueSec, of.suspendedSec)
  return wasLateWhenSuspended || CaseRules.isOverdue(of.dueSec, atSec)
}

/**
 * Whether lateness stands in the record at `atSec`: some limit of the case was missed by then. Once
 * true it stays true, also after closing and after reopening under a new limit.
 *
 * @source none: an overdue case stays overdue in the record after closing
 * @category deadlines
 * @since 0.1.0
 */
export const wasOverdueBy = (of: Case, atSec: number): boolean =>
  CaseRules.wasOverdueBy(of.wasOverdue, CaseStatus.codeOf(of.status), of.dueSec, atSec)

/**
 * Whether the first contact of the present limit is late at `atSec`: it was made after its due
 * second, or nobody has made it and the second has passed.
 *
 * @source none: the first acceptance counts as the first contact where none was made before
 * @category deadlines
 * @since 0.1.0
 */
export const isContactLate = (of: Case, atSec: number): boolean =>
  of.contactedSec === notYet
    ? CaseStatus.canRunLate(CaseStatus.codeOf(of.status)) &&
      CaseRules.isOverdue(of.contactDueSec, atSec)
    : CaseRules.isOverdue(of.contactDueSec, of.contactedSec)

/**
 * Whether a case is closed: written off, rejected, merged or withdrawn.
 *
 * @category cases
 * @since 0.1.0
 */
export const isClosed = (of: Case): boolean => CaseStatus.isEnd(CaseStatus.codeOf(of.status))

/**
 * Whether the handling unit has claimed the matter resolved, and the case was not reopened since.
 *
 * @category resolution
 * @since 0.1.0
 */
export const isClaimedResolved = (of: Case): boolean => of.claimedResolvedSec !== notYet

/**
 * Whether the reporter or a checker has confirmed the resolution, and the case was not reopened
 * since. A case that nobody reached is claimed, not verified.
 *
 * @source none: in published figures nearly all cases are closed while far fewer reporters are
 * satisfied, so the two are kept apart
 * @category resolution
 * @since 0.1.0
 */
export const isVerifiedResolved = (of: Case): boolean =>
  of.followUpOutcome === "Confirmed" || of.checkOutcome === "Confirmed"
