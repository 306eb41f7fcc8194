/**
 * Makes the event of an accepted command. Where a due second has to be counted and falls outside
 * the working calendar, the number of that rejection comes back instead.
 */
import type { Case } from "../Case.ts"
import type {
  AssignCase,
  RecordFollowUp,
  ReportCase,
  SuspendCase,
  TriageCase
} from "../CaseCommand.ts"
import type { CaseEvent, CaseReported } from "../CaseEvent.ts"
import * as CaseRules from "../CaseRules.ts"
import * as CaseStatus from "../CaseStatus.ts"
import * as CaseVerdict from "../CaseVerdict.ts"
import * as FollowUpOutcome from "../FollowUpOutcome.ts"
import * as HandlingLevel from "../HandlingLevel.ts"
import * as Satisfaction from "../Satisfaction.ts"
import * as Urgency from "../Urgency.ts"
import * as caseDue from "./caseDue.ts"
import { head, type MoveCommand, who } from "./eventHead.ts"
import * as reviewEvents from "./reviewEvents.ts"

type Rules = CaseRules.CaseRules

/** The event of an accepted report. */
export const makeReported = (rules: Rules, command: ReportCase): CaseReported | number => {
  const { atSec, gridId } = command
  const startSec = command.startSec ?? atSec
  const due = caseDue.dueFrom(rules, command.urgency, startSec)
  const outside = caseDue.verdictOf(due)
  if (outside !== 0) return outside
  if (gridId === "") throw new Error(`Report of ${command.caseId} was accepted without a grid`)
  return {
    kind: "CaseReported",
    caseId: command.caseId,
    version: 1,
    atSec,
    actorId: command.actorId,
    reason: command.reason,
    status: "Reported",
    ...who(command),
    ...due,
    source: command.source,
    category: command.category,
    urgency: command.urgency,
    level: HandlingLevel.list[rules.lowestLevel]!,
    gridId,
    unitId: command.unitId,
    point: command.point ?? [],
    isAnonymous: command.isAnonymous ?? false,
    seenSec: command.seenSec ?? atSec,
    startSec,
    parentCaseId: command.parentCaseId ?? ""
  }
}

/** The event of an accepted move; `to` is the status that the table says. */
export const make = (
  rules: Rules,
  state: Case,
  command: MoveCommand,
  to: CaseStatus.CaseStatus
): CaseEvent | number => {
  switch (command.action) {
    case "Triage":
      return makeTriaged(rules, state, command, to)
    case "Assign":
      return makeAssigned(rules, state, command, to)
    case "Escalate": {
      const level = HandlingLevel.list[rules.levelAbove[HandlingLevel.codeOf(state.level)]!]!
      const { cause = "Judgement", unitId } = command
      return { ...head("CaseEscalated", state, command, to), level, unitId, cause }
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
      const due = caseDue.dueAfterPause(rules, state, command.atSec)
      return caseDue.verdictOf(due) || { ...head("CaseResumed", state, command, to), ...due }
    }
    case "Resolve": {
      const due = caseDue.claimDue(rules, state, command.atSec)
      const { resultNote } = command
      return (
        caseDue.verdictOf(due) || {
          ...head("CaseResolved", state, command, to),
          ...due,
          resultNote
        }
      )
    }
    case "RecordFollowUp":
      return makeFollowUp(rules, state, command)
    case "Reopen": {
      const due = caseDue.dueFrom(rules, state.urgency, command.atSec)
      return caseDue.verdictOf(due) || { ...head("CaseReopened", state, command, to), ...due }
    }
    case "WriteOff":
      return { ...head("CaseWrittenOff", state, command, to), resultNote: command.resultNote }
    default:
      return reviewEvents.make(rules, state, command, to)
  }
}

/** Triage counts the limit of its urgency anew, with whatever pauses there were. */
const makeTriaged = (
  rules: Rules,
  state: Case,
  command: TriageCase,
  to: CaseStatus.CaseStatus
): CaseEvent | number => {
  const { level, object = state.object, unitId, urgency } = command
  const { matterKind = state.matterKind } = command
  const { contactDueSec, dueSec, signInDueSec } = caseDue.recounted(rules, state, urgency)
  const due = { signInDueSec, contactDueSec, dueSec }
  const chosen = { urgency, level, unitId, matterKind, object }
  return caseDue.verdictOf(due) || { ...head("CaseTriaged", state, command, to), ...due, ...chosen }
}

const makeAssigned = (
  rules: Rules,
  state: Case,
  command: AssignCase,
  to: CaseStatus.CaseStatus
): CaseEvent | number => {
  const { helperUnitIds = [], unitId } = command
  const signInDueSec = caseDue.signInFrom(rules, state, command.atSec)
  return (
    CaseVerdict.ofDueSec(signInDueSec) || {
      ...head("CaseAssigned", state, command, to),
      unitId,
      helperUnitIds,
      signInDueSec
    }
  )
}

const makeSuspended = (
  rules: Rules,
  state: Case,
  command: SuspendCase,
  to: CaseStatus.CaseStatus
): CaseEvent | number => {
  const { approverId, atSec, untilSec } = command
  const due = caseDue.dueIfPaused(rules, state, { fromSec: atSec, untilSec })
  return (
    caseDue.verdictOf(due) || {
      ...head("CaseSuspended", state, command, to),
      ...due,
      approverId,
      untilSec
    }
  )
}

const makeFollowUp = (rules: Rules, state: Case, command: RecordFollowUp): CaseEvent | number => {
  const { atSec, outcome, satisfaction } = command
  const outcomeCode = FollowUpOutcome.codeOf(outcome)
  const satisfactionCode = Satisfaction.codeOf(satisfaction)
  const isReopened = CaseRules.reopensOn(rules, outcomeCode, satisfactionCode)
  const due = isReopened ? caseDue.dueFrom(rules, state.urgency, atSec) : caseDue.dueOf(state)
  const from = CaseStatus.codeOf(state.status)
  const level = HandlingLevel.codeOf(state.level)
  const to = CaseRules.followUpStatus(rules, from, outcomeCode, satisfactionCode, level)
  return (
    caseDue.verdictOf(due) || {
      ...head("FollowUpRecorded", state, command, CaseStatus.list[to]!),
      ...due,
      outcome,
      satisfaction,
      isReopened
    }
  )
}
