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
import * as CaseRole from "./CaseRole.ts"
import * as CaseRules from "./CaseRules.ts"
import * as CaseSource from "./CaseSource.ts"
import * as CaseStatus from "./CaseStatus.ts"
import * as CaseVerdict from "./CaseVerdict.ts"
import * as HandlingLevel from "./HandlingLevel.ts"
import * as caseEvents from "./internal/caseEvents.ts"
import { processesOf } from "./internal/caseLinks.ts"
import { givenBits, matterOf } from "./internal/givenBits.ts"
import { moveVerdict } from "./internal/moveVerdict.ts"
import { otherField, refusal } from "./internal/refusal.ts"
import * as SideProcess from "./SideProcess.ts"

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
const reportedOtherwise = numberOf("ReportedOtherwise")
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
  if (command.action === "Report") {
    const isSame = otherField(state, command) === ""
    return refuse(rules, state, command, isSame ? alreadyReported : reportedOtherwise)
  }
  const status = CaseStatus.codeOf(state.status)
  const action = CaseAction.codeOf(command.action)
  const resume = state.resumeStatus === "None" ? -1 : CaseStatus.codeOf(state.resumeStatus)
  const level = HandlingLevel.codeOf(state.level)
  const who = command.role === undefined ? CaseRules.unstated : CaseRole.codeOf(command.role) + 1
  const given = givenBits(state, command)
  const to = CaseRules.nextStatus(rules, status, action, resume, level, who)
  const verdict =
    CaseVerdict.ofMove(
      rules,
      who,
      command.actorLevel === undefined ? -1 : HandlingLevel.codeOf(command.actorLevel),
      level,
      status,
      action,
      resume,
      state.lastSec,
      command.atSec,
      given
    ) ||
    gateVerdict(rules, state, action, command) ||
    moveVerdict(rules, state, command, given, to)
  if (verdict !== 0) return refuse(rules, state, command, verdict)
  const event = caseEvents.make(rules, state, command, CaseStatus.list[to]!)
  return typeof event === "number" ? refuse(rules, state, command, event) : { ok: true, event }
}

/**
 * Whether a rejection says that the very same report came before, as from a client that was offline
 * and sends again: nothing is to be done, and the case as it stands is the answer.
 *
 * Content is the same when source, category, urgency, grid, desk, parent, anonymity and, where
 * given, the second at which it was written down are those of the first report.
 *
 * @source none: creating twice with one client-made id is creating once
 * @category decisions
 * @since 0.1.0
 */
export const isRepeat = (rejection: CaseRejection): boolean => rejection.code === "AlreadyReported"

const refuse = (
  rules: CaseRules.CaseRules,
  state: State,
  command: CaseCommand,
  verdict: number
): Decision => ({ ok: false, rejection: refusal(rules, state, command, codeAt(verdict)) })

const decideReport = (rules: CaseRules.CaseRules, command: ReportCase): Decision => {
  const none: State = { status: "None" }
  const given = givenBits(none, command)
  const { atSec, seenSec = atSec, startSec = atSec } = command
  const source = CaseSource.codeOf(command.source)
  const verdict = CaseVerdict.ofReport(rules, source, atSec, seenSec, startSec, given)
  if (verdict !== 0) return refuse(rules, none, command, verdict)
  const event = caseEvents.makeReported(rules, command)
  return typeof event === "number" ? refuse(rules, none, command, event) : { ok: true, event }
}

const gateVerdict = (
  rules: CaseRules.CaseRules,
  state: Case,
  action: number,
  command: CaseCommand
): number => {
  if (rules.gates[action]!.length === 0) return 0
  const opens = command.action === "OpenSideProcess" ? SideProcess.codeOf(command.process) : -1
  return CaseVerdict.ofGates(rules, action, matterOf(state, command), processesOf(state), opens)
}
