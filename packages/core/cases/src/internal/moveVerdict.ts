/**
 * What a command has to pass beyond the move itself, its items and its gates: the verdict of its own
 * action, with the numbers that the case holds.
 */
import * as AppealState from "../AppealState.ts"
import type { Case } from "../Case.ts"
import type { CaseCommand, ReportCase } from "../CaseCommand.ts"
import type { CaseRules } from "../CaseRules.ts"
import * as CaseStatus from "../CaseStatus.ts"
import * as CaseVerdict from "../CaseVerdict.ts"
import * as EscalationCause from "../EscalationCause.ts"
import * as FollowUpOutcome from "../FollowUpOutcome.ts"
import * as HandlingLevel from "../HandlingLevel.ts"
import * as Satisfaction from "../Satisfaction.ts"
import * as Urgency from "../Urgency.ts"
import { firstNotApart, notNew, processesOf } from "./caseLinks.ts"
import { matterOf } from "./givenBits.ts"

type MoveCommand = Exclude<CaseCommand, ReportCase>

/** The number of the rejection, 0 if there is nothing more to pass. */
export const moveVerdict = (
  rules: CaseRules,
  state: Case,
  command: MoveCommand,
  given: number,
  to: number
): number => {
  const level = HandlingLevel.codeOf(state.level)
  switch (command.action) {
    case "Triage": {
      const asked = HandlingLevel.codeOf(command.level)
      return CaseVerdict.ofTriage(rules, asked, matterOf(state, command))
    }
    case "Assign":
      return CaseVerdict.ofAssign(
        firstNotApart(command.helperUnitIds ?? [], [command.unitId]) === ""
      )
    case "Escalate": {
      const cause = EscalationCause.codeOf(command.cause ?? "Judgement")
      const matter = matterOf(state, command)
      return CaseVerdict.ofEscalate(rules, level, matter, cause, state.dueSec, command.atSec)
    }
    case "Assess": {
      const { conflict, cost, difficulty } = command
      const matter = matterOf(state, command)
      return CaseVerdict.ofAssess(rules, level, matter, cost, conflict, difficulty, given)
    }
    case "Return":
      return CaseVerdict.ofReturn(rules, state.isArbitrated, state.returnCount)
    case "Extend": {
      const urgency = Urgency.codeOf(state.urgency)
      return CaseVerdict.ofExtend(rules, urgency, state.extensionCount, state.dueSec, command.atSec)
    }
    case "Suspend":
      return CaseVerdict.ofSuspend(command.atSec, command.untilSec)
    case "RecordFollowUp":
      return CaseVerdict.ofFollowUp(
        rules,
        CaseStatus.codeOf(state.status),
        level,
        FollowUpOutcome.codeOf(command.outcome),
        Satisfaction.codeOf(command.satisfaction)
      )
    case "Reopen": {
      const status = CaseStatus.codeOf(state.status)
      return CaseVerdict.ofReopen(rules, status, state.closedSec, command.atSec)
    }
    default:
      return reviewVerdict(rules, state, command, to)
  }
}

/** The verdicts on looking at a case again. */
const reviewVerdict = (rules: CaseRules, state: Case, command: MoveCommand, to: number): number => {
  switch (command.action) {
    case "Arbitrate":
      return CaseVerdict.ofArbitrate(rules, state.returnCount)
    case "HandOver":
      return CaseVerdict.ofHandOver(command.unitId === state.ownerUnitId)
    case "Reclassify":
      return CaseVerdict.ofReclassify(
        rules,
        HandlingLevel.codeOf(state.level),
        matterOf(state, command)
      )
    case "Appeal": {
      const appeal = AppealState.codeOf(state.appealState)
      return CaseVerdict.ofAppeal(rules, appeal, state.closedSec, command.atSec)
    }
    case "DecideAppeal":
      return CaseVerdict.ofDecideAppeal(AppealState.codeOf(state.appealState))
    default:
      return linkVerdict(state, command, to)
  }
}

/** The verdicts on links to other cases and to side processes. */
const linkVerdict = (state: Case, command: MoveCommand, to: number): number => {
  switch (command.action) {
    case "Merge":
      return CaseVerdict.ofMerge(command.intoCaseId === state.caseId)
    case "TakeDuplicate": {
      const id = command.duplicateCaseId
      const isKnown = state.duplicates.some((one) => one.caseId === id)
      return CaseVerdict.ofTakeDuplicate(id === state.caseId, isKnown, command.demandCount)
    }
    case "ReleaseDuplicate": {
      const id = command.duplicateCaseId
      return CaseVerdict.ofReleaseDuplicate(state.duplicates.some((one) => one.caseId === id))
    }
    case "Split": {
      const { childCaseIds, endsParent } = command
      const areApart = firstNotApart(childCaseIds, notNew(state)) === ""
      const status = CaseStatus.codeOf(state.status)
      return CaseVerdict.ofSplit(childCaseIds.length, areApart, endsParent, to, status)
    }
    case "OpenSideProcess":
      return CaseVerdict.ofOpenSideProcess(
        state.sideProcesses.some((link) => link.processId === command.processId)
      )
    case "CloseSideProcess":
      return CaseVerdict.ofCloseSideProcess(
        state.sideProcesses.some(
          (link) => link.processId === command.processId && link.state === "Open"
        )
      )
    case "WriteOff":
      return CaseVerdict.ofWriteOff(processesOf(state))
    default:
      return 0
  }
}
