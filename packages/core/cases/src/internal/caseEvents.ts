/**
 * Makes the event of an accepted command. Where a due second has to be counted and falls outside
 * the working calendar, the number of that rejection comes back instead.
 */
import type { Case } from "../Case.ts"
import type { CaseCommand, RecordFollowUp, ReportCase, SuspendCase } from "../CaseCommand.ts"
import type { CaseEvent, CaseReported, Due, PlainEvent } from "../CaseEvent.ts"
import * as CaseRules from "../CaseRules.ts"
import * as CaseStatus from "../CaseStatus.ts"
import * as CaseVerdict from "../CaseVerdict.ts"
import * as FollowUpOutcome from "../FollowUpOutcome.ts"
import * as HandlingLevel from "../HandlingLevel.ts"
import * as Satisfaction from "../Satisfaction.ts"
import * as Urgency from "../Urgency.ts"
import { notYet } from "./caseDraft.ts"

type Rules = CaseRules.CaseRules

/** The commands on a case that exists. */
type MoveCommand = Exclude<CaseCommand, ReportCase>

/** The limits of an urgency, counted from `startSec`. */
const dueFrom = (rules: Rules, urgency: Urgency.Urgency, startSec: number): Due => {
  const row = Urgency.codeOf(urgency)
  return {
    contactDueSec: CaseRules.contactDueSec(rules, row, startSec),
    dueSec: CaseRules.dueSec(rules, row, startSec)
  }
}

/** The number of the rejection if one of the two fell outside the working calendar, else 0. */
const verdictOf = (due: Due): number =>
  CaseVerdict.ofDueSec(due.contactDueSec) || CaseVerdict.ofDueSec(due.dueSec)

/** The event of an accepted report. */
export const makeReported = (rules: Rules, command: ReportCase): CaseReported | number => {
  const due = dueFrom(rules, command.urgency, command.atSec)
  const { gridId } = command
  if (verdictOf(due) !== 0) return verdictOf(due)
  if (gridId === "") throw new Error(`Report of ${command.caseId} was accepted without a grid`)
  return {
    kind: "CaseReported",
    caseId: command.caseId,
    version: 1,
    atSec: command.atSec,
    actorId: command.actorId,
    reason: command.reason,
    status: "Reported",
    contactDueSec: due.contactDueSec,
    dueSec: due.dueSec,
    source: command.source,
    category: command.category,
    urgency: command.urgency,
    level: HandlingLevel.list[rules.lowestLevel]!,
    gridId,
    unitId: command.unitId
  }
}

const plainKinds = {
  Verify: "CaseVerified",
  Reject: "CaseRejected",
  Withdraw: "CaseWithdrawn",
  Accept: "CaseAccepted",
  Return: "CaseReturned",
  Start: "CaseStarted",
  BeginFollowUp: "FollowUpBegun"
} as const

/** What every event takes over from its command. */
const head = <Kind extends CaseEvent["kind"]>(
  kind: Kind,
  state: Case,
  command: MoveCommand,
  status: CaseStatus.CaseStatus
) => ({
  kind,
  caseId: state.caseId,
  version: state.version + 1,
  atSec: command.atSec,
  actorId: command.actorId,
  reason: command.reason,
  status
})

const plain = (
  state: Case,
  command: MoveCommand & { readonly action: keyof typeof plainKinds },
  to: CaseStatus.CaseStatus
): PlainEvent => head(plainKinds[command.action], state, command, to)

/** The event of an accepted move; `to` is the status that the table says. */
export const make = (
  rules: Rules,
  state: Case,
  command: MoveCommand,
  to: CaseStatus.CaseStatus
): CaseEvent | number => {
  switch (command.action) {
    case "Merge": {
      const { intoCaseId } = command
      if (intoCaseId === "") throw new Error(`${state.caseId} was merged into nothing`)
      return { ...head("CaseMerged", state, command, to), intoCaseId }
    }
    case "Triage": {
      const due = dueFrom(rules, command.urgency, state.startSec)
      const { level, unitId, urgency } = command
      const chosen = { urgency, level, unitId }
      return verdictOf(due) || { ...head("CaseTriaged", state, command, to), ...due, ...chosen }
    }
    case "Assign":
      return { ...head("CaseAssigned", state, command, to), unitId: command.unitId }
    case "Escalate": {
      const level = HandlingLevel.list[rules.levelAbove[HandlingLevel.codeOf(state.level)]!]!
      return { ...head("CaseEscalated", state, command, to), level, unitId: command.unitId }
    }
    case "Extend": {
      const dueSec = CaseRules.extendedDueSec(rules, Urgency.codeOf(state.urgency), state.dueSec)
      const { approverId } = command
      return (
        CaseVerdict.ofDueSec(dueSec) || {
          ...head("CaseExtended", state, command, to),
          approverId,
          dueSec
        }
      )
    }
    case "Suspend":
      return makeSuspended(rules, state, command, to)
    case "Resume": {
      const due = dueAfterPause(rules, state, command.atSec)
      return verdictOf(due) || { ...head("CaseResumed", state, command, to), ...due }
    }
    case "Resolve":
      return { ...head("CaseResolved", state, command, to), resultNote: command.resultNote }
    case "RecordFollowUp":
      return makeFollowUp(rules, state, command)
    case "Reopen": {
      const due = dueFrom(rules, state.urgency, command.atSec)
      return verdictOf(due) || { ...head("CaseReopened", state, command, to), ...due }
    }
    case "WriteOff":
      return { ...head("CaseWrittenOff", state, command, to), resultNote: command.resultNote }
    default:
      return plain(state, command, to)
  }
}

/** The due seconds of a case whose clock stands from `suspendedSec` to `resumedSec`. */
const dueMoved = (
  rules: Rules,
  state: Case,
  due: Due,
  pause: { readonly suspendedSec: number; readonly resumedSec: number }
): Due => {
  const urgency = Urgency.codeOf(state.urgency)
  const { resumedSec, suspendedSec } = pause
  return {
    contactDueSec:
      state.acceptedSec === notYet
        ? CaseRules.resumedDueSec(rules, urgency, due.contactDueSec, suspendedSec, resumedSec)
        : due.contactDueSec,
    dueSec: CaseRules.resumedDueSec(rules, urgency, due.dueSec, suspendedSec, resumedSec)
  }
}

const dueAfterPause = (rules: Rules, state: Case, atSec: number): Due =>
  dueMoved(
    rules,
    state,
    { contactDueSec: state.pausedContactDueSec, dueSec: state.pausedDueSec },
    {
      suspendedSec: state.suspendedSec,
      resumedSec: CaseRules.pauseEndSec(state.suspendedUntilSec, atSec)
    }
  )

const makeSuspended = (
  rules: Rules,
  state: Case,
  command: SuspendCase,
  to: CaseStatus.CaseStatus
): CaseEvent | number => {
  const { approverId, atSec, untilSec } = command
  const due = dueMoved(rules, state, state, { suspendedSec: atSec, resumedSec: untilSec })
  return (
    verdictOf(due) || { ...head("CaseSuspended", state, command, to), ...due, approverId, untilSec }
  )
}

const makeFollowUp = (rules: Rules, state: Case, command: RecordFollowUp): CaseEvent | number => {
  const { atSec, outcome, satisfaction } = command
  const outcomeCode = FollowUpOutcome.codeOf(outcome)
  const satisfactionCode = Satisfaction.codeOf(satisfaction)
  const isReopened = CaseRules.reopensOn(rules, outcomeCode, satisfactionCode)
  const due: Due = isReopened
    ? dueFrom(rules, state.urgency, atSec)
    : { contactDueSec: state.contactDueSec, dueSec: state.dueSec }
  const from = CaseStatus.codeOf(state.status)
  const to = CaseStatus.list[CaseRules.followUpStatus(rules, from, outcomeCode, satisfactionCode)]!
  return (
    verdictOf(due) || {
      ...head("FollowUpRecorded", state, command, to),
      ...due,
      outcome,
      satisfaction,
      isReopened
    }
  )
}
