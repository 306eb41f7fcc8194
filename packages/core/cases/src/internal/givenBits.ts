/**
 * Which items a command gives, as one number: an empty text gives nothing.
 */
import type { State } from "../Case.ts"
import type { CaseCommand } from "../CaseCommand.ts"
import * as CaseItem from "../CaseItem.ts"
import * as CaseVerdict from "../CaseVerdict.ts"
import { outcomeCodeOf } from "./caseDraft.ts"

const bit = {
  reason: CaseItem.bitOf("Reason"),
  approver: CaseItem.bitOf("Approver"),
  resultNote: CaseItem.bitOf("ResultNote"),
  followUpOutcome: CaseItem.bitOf("FollowUpOutcome"),
  unit: CaseItem.bitOf("ResponsibleUnit"),
  original: CaseItem.bitOf("OriginalCase"),
  grid: CaseItem.bitOf("Grid")
} as const

const ifText = (text: string, item: number): number => (text === "" ? 0 : item)

/** The items that a command gives, together with what the case holds already for a write-off. */
export const givenBits = (state: State, command: CaseCommand): number => {
  const reason = ifText(command.reason, bit.reason)
  switch (command.action) {
    case "Report":
      return reason | ifText(command.gridId, bit.grid) | ifText(command.unitId, bit.unit)
    case "Merge":
      return reason | ifText(command.intoCaseId, bit.original)
    case "Triage":
    case "Assign":
    case "Escalate":
      return reason | ifText(command.unitId, bit.unit)
    case "Extend":
      return reason | ifText(command.approverId, bit.approver)
    case "Suspend":
      return CaseVerdict.givenToSuspend(
        reason | ifText(command.approverId, bit.approver),
        command.untilSec
      )
    case "Resolve":
      return reason | ifText(command.resultNote, bit.resultNote)
    case "RecordFollowUp":
      return reason | bit.followUpOutcome
    case "WriteOff": {
      const given = reason | ifText(command.resultNote, bit.resultNote) | bit.followUpOutcome
      if (state.status === "None") return given
      return CaseVerdict.givenToWriteOff(
        given,
        state.hasResultNote,
        outcomeCodeOf(state.followUpOutcome)
      )
    }
    default:
      return reason
  }
}
