/**
 * What other packages may learn from a case: the few facts that evaluation reads. An event yields
 * its facts once and for all; nobody else needs to know cases. Facts name the unit that answered
 * for the case, never a resident.
 */
import type { Fact } from "@wangge/facts"
import { type Case, notYet, type State } from "./Case.ts"
import type { CaseEvent, FollowUpRecorded } from "./CaseEvent.ts"
import * as CaseRules from "./CaseRules.ts"
import { caseFact } from "./internal/caseFact.ts"

/**
 * The kinds of facts that cases yield.
 *
 * `caseReported`; `caseClosed` for every end; for a write-off also `caseOnTime` or `caseLate` (any
 * limit missed); `caseReopened`; for a follow-up `caseConfirmed`, `caseNotResolved` or
 * `reporterNotReached`, and `reporterSatisfied` or `reporterDissatisfied` where there is an answer;
 * for the first contact within a limit `contactOnTime` or `contactLate`; `caseSettledOnSpot`,
 * `caseReturned`, `caseEscalated` and `caseExtended` for the unit that had the case; `caseChecked`
 * or `caseReworked` for a check; `appealUpheld` with `caseReopened`; `caseUnmerged`, which takes
 * back a closing; and at the write-off `caseHelped` for every unit that helped.
 *
 * @source none: our own names
 * @category facts
 * @since 0.1.0
 */
export const kinds = [
  "caseReported",
  "caseClosed",
  "caseOnTime",
  "caseLate",
  "caseReopened",
  "caseConfirmed",
  "caseNotResolved",
  "reporterNotReached",
  "reporterSatisfied",
  "reporterDissatisfied",
  "contactOnTime",
  "contactLate",
  "caseSettledOnSpot",
  "caseReturned",
  "caseEscalated",
  "caseExtended",
  "caseChecked",
  "caseReworked",
  "appealUpheld",
  "caseUnmerged",
  "caseHelped"
] as const

/**
 * One kind of fact.
 *
 * @category facts
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

/**
 * The facts that an event yields, given the case before it.
 *
 * The subject is the unit that answered for the case when it happened, the quantity 1 `case`; the
 * cause is the event by case and version, so that the same event never counts twice. Throws a
 * `RangeError` for a case id of more than 80 characters: no fact id fits behind it.
 *
 * ```ts
 * import { Clock } from "@wangge/calendar"
 * import { Case, CaseDecider, CaseFacts, CaseProfile, CaseRules } from "@wangge/cases"
 * import { Id } from "@wangge/facts"
 *
 * const clocks = { calendar: Clock.calendar, working: Clock.calendar }
 * const rules = CaseRules.compile(CaseProfile.base, { clocks })
 * const decision = CaseDecider.decide(rules, Case.none, {
 *   action: "Report", caseId: Id.make("case-1"), atSec: 0, actorId: "hotline-3", reason: "",
 *   source: "Hotline", category: "Noise", urgency: "Urgent", gridId: Id.make("grid-5"),
 *   unitId: "intake"
 * })
 * if (!decision.ok) throw new Error(decision.rejection.code)
 * CaseFacts.of(Case.none, decision.event).map((fact) => `${fact.kind} by ${fact.causeId}`)
 * // => ["caseReported by case-1/1"]
 * ```
 *
 * @category facts
 * @since 0.1.0
 */
export const of = (before: State, event: CaseEvent): ReadonlyArray<Fact.Fact> => {
  if (before.status === "None") {
    return event.kind === "CaseReported"
      ? [fact("caseReported", event, event.unitId, event.gridId)]
      : []
  }
  const { gridId, helperUnitIds } = before
  const facts = kindsOf(before, event).map((kind) =>
    fact(kind, event, ownerOf(before, event), gridId)
  )
  if (event.kind !== "CaseWrittenOff") return facts
  const helped = helperUnitIds.map((unitId, index) =>
    fact("caseHelped", event, unitId, gridId, `/${index}`)
  )
  return [...facts, ...helped]
}

/** The unit that a fact is about: the one that settled a case on the spot, else the one that had it. */
const ownerOf = (before: Case, event: CaseEvent): string =>
  event.kind === "CaseSettledOnSpot" ? event.unitId : before.ownerUnitId

/** The first contact within a limit, in time or late; nothing for a later one. */
const contactKinds = (before: Case, atSec: number): ReadonlyArray<Kind> => {
  if (before.contactedSec !== notYet) return []
  return [CaseRules.isOverdue(before.contactDueSec, atSec) ? "contactLate" : "contactOnTime"]
}

const kindsOf = (before: Case, event: CaseEvent): ReadonlyArray<Kind> => {
  switch (event.kind) {
    case "CaseRejected":
    case "CaseMerged":
    case "CaseWithdrawn":
      return ["caseClosed"]
    case "CaseSplit":
      return event.endsParent ? ["caseClosed"] : []
    case "CaseWrittenOff":
      return ["caseClosed", before.wasOverdue ? "caseLate" : "caseOnTime"]
    case "CaseReopened":
      return ["caseReopened"]
    case "CaseUnmerged":
      return ["caseUnmerged"]
    case "AppealDecided":
      return event.isUpheld ? ["appealUpheld", "caseReopened"] : []
    case "CaseAccepted":
    case "FirstContactMade":
      return contactKinds(before, event.atSec)
    case "CaseSettledOnSpot":
      return [...contactKinds(before, event.atSec), "caseSettledOnSpot"]
    case "CaseReturned":
      return ["caseReturned"]
    case "CaseExtended":
      return ["caseExtended"]
    case "CaseEscalated":
      return ["caseEscalated"]
    case "CaseAssessed":
      return event.isEscalated ? ["caseEscalated"] : []
    case "CaseChecked":
      return [event.outcome === "Confirmed" ? "caseChecked" : "caseReworked"]
    case "FollowUpRecorded":
      return followUpKinds(event)
    default:
      return []
  }
}

const followUpKinds = (event: FollowUpRecorded): ReadonlyArray<Kind> => {
  const kinds: Array<Kind> = [outcomeKinds[event.outcome]]
  if (event.satisfaction === "Satisfied") kinds.push("reporterSatisfied")
  if (event.satisfaction === "Dissatisfied") kinds.push("reporterDissatisfied")
  if (event.isReopened) kinds.push("caseReopened")
  return kinds
}

const outcomeKinds = {
  NotReached: "reporterNotReached",
  Confirmed: "caseConfirmed",
  NotResolved: "caseNotResolved"
} as const satisfies Readonly<Record<string, Kind>>

const fact = (
  kind: Kind,
  event: CaseEvent,
  subjectId: string,
  gridId: Fact.Fact["gridId"],
  which = ""
): Fact.Fact => {
  const causeId = `${event.caseId}/${event.version}`
  return caseFact(kind, { subjectId, gridId, atSec: event.atSec, causeId }, which)
}
