/**
 * What other packages may learn from a case: the few facts that evaluation reads. An event yields
 * its facts once and for all; nobody else needs to know cases. Facts name the unit that answered
 * for the case, never a resident.
 */
import { type Fact, Id } from "@wangge/facts"
import type { State } from "./Case.ts"
import type { CaseEvent } from "./CaseEvent.ts"

/**
 * The kinds of facts that cases yield.
 *
 * `caseReported`; `caseClosed` for every end; for a write-off also `caseOnTime` or `caseLate` (any
 * limit missed); `caseReopened`; for a follow-up `caseConfirmed`, `caseNotResolved` or
 * `reporterNotReached`, and `reporterSatisfied` or `reporterDissatisfied` where there is an answer.
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
  "reporterDissatisfied"
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
  const { gridId, ownerUnitId } = before
  return kindsOf(before.wasOverdue, event).map((kind) => fact(kind, event, ownerUnitId, gridId))
}

const kindsOf = (wasOverdue: boolean, event: CaseEvent): ReadonlyArray<Kind> => {
  switch (event.kind) {
    case "CaseRejected":
    case "CaseMerged":
    case "CaseWithdrawn":
      return ["caseClosed"]
    case "CaseWrittenOff":
      return ["caseClosed", wasOverdue ? "caseLate" : "caseOnTime"]
    case "CaseReopened":
      return ["caseReopened"]
    case "FollowUpRecorded": {
      const kinds: Array<Kind> = [outcomeKinds[event.outcome]]
      if (event.satisfaction === "Satisfied") kinds.push("reporterSatisfied")
      if (event.satisfaction === "Dissatisfied") kinds.push("reporterDissatisfied")
      if (event.isReopened) kinds.push("caseReopened")
      return kinds
    }
    default:
      return []
  }
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
  gridId: Fact.Fact["gridId"]
): Fact.Fact => {
  const causeId = `${event.caseId}/${event.version}`
  return {
    id: Id.make(`${causeId}/${kind}`),
    kind,
    subjectId,
    gridId,
    atSec: event.atSec,
    quantity: 1,
    unit: "case",
    causeId
  }
}
