/**
 * Makes the events of looking at a case again and of tying it to others, see `caseEvents.ts`.
 */
import type { Case } from "../Case.ts"
import type { AssessCase, DecideAppeal, ReclassifyCase, SettleOnSpot } from "../CaseCommand.ts"
import type { CaseEvent, PlainEvent } from "../CaseEvent.ts"
import * as CaseRules from "../CaseRules.ts"
import type { CaseStatus } from "../CaseStatus.ts"
import * as CaseVerdict from "../CaseVerdict.ts"
import * as HandlingLevel from "../HandlingLevel.ts"
import * as caseDue from "./caseDue.ts"
import { head, type MoveCommand } from "./eventHead.ts"
import * as linkEvents from "./linkEvents.ts"

type Rules = CaseRules.CaseRules

/** The commands whose events are made in `caseEvents.ts`. */
type ChainAction =
  | "Triage"
  | "Assign"
  | "Escalate"
  | "Extend"
  | "Suspend"
  | "Resume"
  | "Resolve"
  | "RecordFollowUp"
  | "Reopen"
  | "WriteOff"

const plainKinds = {
  Verify: "CaseVerified",
  Reject: "CaseRejected",
  Withdraw: "CaseWithdrawn",
  Accept: "CaseAccepted",
  Return: "CaseReturned",
  Start: "CaseStarted",
  BeginFollowUp: "FollowUpBegun"
} as const

const plain = (
  state: Case,
  command: MoveCommand & { readonly action: keyof typeof plainKinds },
  to: CaseStatus
): PlainEvent => head(plainKinds[command.action], state, command, to)

/** The event of an accepted move; `to` is the status that the table says. */
export const make = (
  rules: Rules,
  state: Case,
  command: Exclude<MoveCommand, { readonly action: ChainAction }>,
  to: CaseStatus
): CaseEvent | number => {
  switch (command.action) {
    case "SettleOnSpot":
      return makeSettled(rules, state, command, to)
    case "Assess":
      return makeAssessed(rules, state, command, to)
    case "Arbitrate": {
      const { unitId } = command
      const signInDueSec = caseDue.signInFrom(rules, state, command.atSec)
      return (
        CaseVerdict.ofDueSec(signInDueSec) || {
          ...head("CaseArbitrated", state, command, to),
          unitId,
          signInDueSec
        }
      )
    }
    case "HandOver":
      return { ...head("CaseHandedOver", state, command, to), unitId: command.unitId }
    case "Check": {
      const { outcome } = command
      const status = outcome === "Refuted" ? to : state.status
      return { ...head("CaseChecked", state, command, status), outcome }
    }
    case "Contact":
      return head("FirstContactMade", state, command, to)
    case "Publish":
      return head("CasePublished", state, command, to)
    case "Appeal":
      return head("CaseAppealed", state, command, to)
    case "Reclassify":
      return makeReclassified(rules, state, command, to)
    case "ChangeTerms": {
      const due = caseDue.recounted(rules, state, state.urgency)
      return caseDue.verdictOf(due) || { ...head("CaseTermsChanged", state, command, to), ...due }
    }
    case "DecideAppeal":
      return makeAppealDecided(rules, state, command, to)
    case "Merge":
    case "Unmerge":
    case "TakeDuplicate":
    case "ReleaseDuplicate":
    case "Split":
    case "OpenSideProcess":
    case "CloseSideProcess":
      return linkEvents.make(rules, state, command, to)
    default:
      return plain(state, command, to)
  }
}

const makeSettled = (
  rules: Rules,
  state: Case,
  command: SettleOnSpot,
  to: CaseStatus
): CaseEvent | number => {
  const due = caseDue.claimDue(rules, state, command.atSec)
  const { resultNote, unitId } = command
  const settled = head("CaseSettledOnSpot", state, command, to)
  return caseDue.verdictOf(due) || { ...settled, ...due, unitId, resultNote }
}

const makeAssessed = (
  rules: Rules,
  state: Case,
  command: AssessCase,
  to: CaseStatus
): CaseEvent => {
  const { conflict, cost, difficulty } = command
  const from = HandlingLevel.codeOf(state.level)
  const isEscalated = CaseRules.goesUp(rules, from, cost, conflict, difficulty)
  return {
    ...head("CaseAssessed", state, command, isEscalated ? to : state.status),
    cost,
    conflict,
    difficulty,
    isEscalated,
    level: isEscalated ? HandlingLevel.list[rules.levelAbove[from]!]! : state.level,
    unitId: isEscalated ? command.unitId : state.deskUnitId
  }
}

const makeReclassified = (
  rules: Rules,
  state: Case,
  command: ReclassifyCase,
  to: CaseStatus
): CaseEvent | number => {
  const { category, matterKind, object, urgency } = command
  const due = caseDue.recounted(rules, state, urgency)
  const unitId = command.unitId === "" ? state.deskUnitId : command.unitId
  const chosen = { category, urgency, matterKind, object, unitId }
  return (
    caseDue.verdictOf(due) || { ...head("CaseReclassified", state, command, to), ...due, ...chosen }
  )
}

const makeAppealDecided = (
  rules: Rules,
  state: Case,
  command: DecideAppeal,
  to: CaseStatus
): CaseEvent | number => {
  const { atSec, isUpheld } = command
  const due = isUpheld ? caseDue.dueFrom(rules, state.urgency, atSec) : caseDue.dueOf(state)
  const status = isUpheld ? to : state.status
  return (
    caseDue.verdictOf(due) || { ...head("AppealDecided", state, command, status), ...due, isUpheld }
  )
}
