/**
 * Decides on a command: one event, or one rejection, never both and never neither. Services, tests
 * and docs use this; the verdicts and the numbers come from `CaseVerdict` and `CaseRules`, which
 * the simulator's columns call as well.
 */
import type { Case, State } from "./Case.ts"
import * as CaseAction from "./CaseAction.ts"
import type { CaseCommand, ReportCase } from "./CaseCommand.ts"
import type { CaseEvent } from "./CaseEvent.ts"
import { type CaseRejection, codeAt, numberOf } from "./CaseRejection.ts"
import * as CaseRules from "./CaseRules.ts"
import * as CaseStatus from "./CaseStatus.ts"
import * as CaseVerdict from "./CaseVerdict.ts"
import * as FollowUpOutcome from "./FollowUpOutcome.ts"
import * as HandlingLevel from "./HandlingLevel.ts"
import * as caseEvents from "./internal/caseEvents.ts"
import { givenBits } from "./internal/givenBits.ts"
import { refusal } from "./internal/refusal.ts"
import * as Satisfaction from "./Satisfaction.ts"
import * as Urgency from "./Urgency.ts"

/**
 * What a decision says: the event that happens, or why nothing does.
 *
 * @category decisions
 * @since 0.1.0
 */
export type Decision =
  | { readonly ok: true; readonly event: CaseEvent }
  | { readonly ok: false; readonly rejection: CaseRejection }

const notReported = numberOf("NotReported")
const alreadyReported = numberOf("AlreadyReported")
const wrongCase = numberOf("WrongCase")

/**
 * The decision on a command, for a case or for `Case.none`.
 *
 * Pure: the same rules, state and command always give the same decision. Apply the event with
 * `Case.evolve`. Cost: one event, one decision.
 *
 * ```ts
 * import { Clock } from "@wangge/calendar"
 * import { Case, CaseDecider, CaseProfile, CaseRules } from "@wangge/cases"
 * import { Id } from "@wangge/facts"
 *
 * const clocks = { calendar: Clock.calendar, working: Clock.calendar }
 * const rules = CaseRules.compile(CaseProfile.base, { clocks })
 * const decision = CaseDecider.decide(rules, Case.none, {
 *   action: "Verify", caseId: Id.make("case-1"), atSec: 0, actorId: "worker-7", reason: ""
 * })
 * decision.ok ? "accepted" : decision.rejection.code // => "NotReported"
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const decide = (
  rules: CaseRules.CaseRules,
  state: State,
  command: CaseCommand
): Decision => {
  if (state.status === "None") {
    return command.action === "Report"
      ? decideReport(rules, command)
      : refuse(rules, state, command, notReported)
  }
  if (command.caseId !== state.caseId) return refuse(rules, state, command, wrongCase)
  if (command.action === "Report") return refuse(rules, state, command, alreadyReported)
  const status = CaseStatus.codeOf(state.status)
  const action = CaseAction.codeOf(command.action)
  const resume = state.resumeStatus === "None" ? -1 : CaseStatus.codeOf(state.resumeStatus)
  const given = givenBits(state, command)
  const verdict =
    CaseVerdict.ofMove(rules, status, action, resume, state.lastSec, command.atSec, given) ||
    verdictOf(rules, state, status, command)
  if (verdict !== 0) return refuse(rules, state, command, verdict)
  const to = CaseStatus.list[CaseRules.nextStatus(rules, status, action, resume)]!
  const event = caseEvents.make(rules, state, command, to)
  return typeof event === "number" ? refuse(rules, state, command, event) : { ok: true, event }
}

const refuse = (
  rules: CaseRules.CaseRules,
  state: State,
  command: CaseCommand,
  verdict: number
): Decision => ({ ok: false, rejection: refusal(rules, state, command, codeAt(verdict)) })

const decideReport = (rules: CaseRules.CaseRules, command: ReportCase): Decision => {
  const action = CaseAction.codeOf("Report")
  const given = givenBits({ status: "None" }, command)
  const verdict = CaseVerdict.ofReport(rules, action, command.atSec, given)
  if (verdict !== 0) return refuse(rules, { status: "None" }, command, verdict)
  const event = caseEvents.makeReported(rules, command)
  return typeof event === "number"
    ? refuse(rules, { status: "None" }, command, event)
    : { ok: true, event }
}

/** What a command has to pass beyond the move itself; 0 if there is nothing more. */
const verdictOf = (
  rules: CaseRules.CaseRules,
  state: Case,
  status: number,
  command: CaseCommand
): number => {
  switch (command.action) {
    case "Triage":
      return CaseVerdict.ofTriage(rules, HandlingLevel.codeOf(command.level))
    case "Escalate":
      return CaseVerdict.ofEscalate(rules, HandlingLevel.codeOf(state.level))
    case "Return":
      return CaseVerdict.ofReturn(rules, state.returnCount)
    case "Extend": {
      const urgency = Urgency.codeOf(state.urgency)
      return CaseVerdict.ofExtend(rules, urgency, state.extensionCount, state.dueSec, command.atSec)
    }
    case "Suspend":
      return CaseVerdict.ofSuspend(command.atSec, command.untilSec)
    case "Merge":
      return CaseVerdict.ofMerge(command.intoCaseId === state.caseId)
    case "RecordFollowUp":
      return CaseVerdict.ofFollowUp(
        rules,
        status,
        FollowUpOutcome.codeOf(command.outcome),
        Satisfaction.codeOf(command.satisfaction)
      )
    case "Reopen":
      return CaseVerdict.ofReopen(rules, status, state.closedSec, command.atSec)
    default:
      return 0
  }
}
