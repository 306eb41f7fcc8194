/**
 * Makes the events that tie a case to other cases and to side processes, see `caseEvents.ts`.
 */
import type { Case } from "../Case.ts"
import type { UnmergeCase } from "../CaseCommand.ts"
import type { CaseEvent } from "../CaseEvent.ts"
import type { CaseRules } from "../CaseRules.ts"
import type { CaseStatus } from "../CaseStatus.ts"
import type {
  CloseSideProcess,
  MergeCase,
  OpenSideProcess,
  ReleaseDuplicate,
  SplitCase,
  TakeDuplicate
} from "../LinkCommand.ts"
import * as caseDue from "./caseDue.ts"
import { head } from "./eventHead.ts"

type LinkCommand =
  | MergeCase
  | UnmergeCase
  | TakeDuplicate
  | ReleaseDuplicate
  | SplitCase
  | OpenSideProcess
  | CloseSideProcess

/** The event of an accepted move; `to` is the status that the table says. */
export const make = (
  rules: CaseRules,
  state: Case,
  command: LinkCommand,
  to: CaseStatus
): CaseEvent | number => {
  switch (command.action) {
    case "Merge": {
      const { intoCaseId } = command
      if (intoCaseId === "") throw new Error(`${state.caseId} was merged into nothing`)
      const due = caseDue.dueAtMerge(rules, state, command.atSec)
      return (
        caseDue.verdictOf(due) || { ...head("CaseMerged", state, command, to), ...due, intoCaseId }
      )
    }
    case "Unmerge": {
      const due = caseDue.dueAfterMerge(rules, state, command.atSec)
      return caseDue.verdictOf(due) || { ...head("CaseUnmerged", state, command, to), ...due }
    }
    case "TakeDuplicate": {
      const { demandCount, duplicateCaseId } = command
      return { ...head("DuplicateTaken", state, command, to), duplicateCaseId, demandCount }
    }
    case "ReleaseDuplicate": {
      const { duplicateCaseId } = command
      const taken = state.duplicates.find((one) => one.caseId === duplicateCaseId)
      const demandCount = taken?.demandCount ?? 0
      return { ...head("DuplicateReleased", state, command, to), duplicateCaseId, demandCount }
    }
    case "Split": {
      const { childCaseIds, endsParent } = command
      const status = endsParent ? to : state.status
      return { ...head("CaseSplit", state, command, status), childCaseIds, endsParent }
    }
    case "OpenSideProcess": {
      const { process, processId } = command
      return { ...head("SideProcessOpened", state, command, to), process, processId }
    }
    case "CloseSideProcess": {
      const { isDecided, processId } = command
      const link = state.sideProcesses.find((one) => one.processId === processId)
      if (link === undefined) throw new Error(`${state.caseId} has no process ${processId}`)
      const { process } = link
      return { ...head("SideProcessClosed", state, command, to), process, processId, isDecided }
    }
  }
}
