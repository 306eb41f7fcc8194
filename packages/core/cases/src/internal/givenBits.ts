/**
 * Which items a command gives, and which the case holds already. An empty text gives nothing.
 */
import type { Case, State } from "../Case.ts"
import type { CaseCommand } from "../CaseCommand.ts"
import * as CaseItem from "../CaseItem.ts"
import * as CaseVerdict from "../CaseVerdict.ts"
import * as CheckOutcome from "../CheckOutcome.ts"
import * as MatterKind from "../MatterKind.ts"
import { outcomeCodeOf } from "./caseDraft.ts"

const bit = {
  reason: CaseItem.bitOf("Reason"),
  approver: CaseItem.bitOf("Approver"),
  resultNote: CaseItem.bitOf("ResultNote"),
  followUpOutcome: CaseItem.bitOf("FollowUpOutcome"),
  unit: CaseItem.bitOf("ResponsibleUnit"),
  original: CaseItem.bitOf("OriginalCase"),
  grid: CaseItem.bitOf("Grid"),
  photo: CaseItem.bitOf("Photo"),
  point: CaseItem.bitOf("Point"),
  attachment: CaseItem.bitOf("Attachment")
} as const

const ifText = (text: string, item: number): number => (text === "" ? 0 : item)
const ifAny = (ids: ReadonlyArray<string> | undefined, item: number): number =>
  ids === undefined || ids.length === 0 ? 0 : item

/** The items that a command gives, with what the case holds once it is done. */
export const givenBits = (state: State, command: CaseCommand): number => {
  const given =
    ifText(command.reason, bit.reason) |
    ifAny(command.photoIds, bit.photo) |
    ifAny(command.attachmentIds, bit.attachment) |
    ownBits(state, command)
  if (state.status === "None") return given
  return CaseVerdict.givenWithRecord(
    given,
    checkCodeOf(state.checkOutcome),
    matterOf(state, command),
    command.action === "Assess" ? command.cost : state.scores.cost,
    state.contactedSec,
    state.publishedSec
  )
}

/** The number of what a checker said, -1 for nothing yet. */
export const checkCodeOf = (outcome: Case["checkOutcome"]): number =>
  outcome === "None" ? -1 : CheckOutcome.codeOf(outcome)

/** The kind of matter that holds for a command: its own where it brings one. */
export const matterOf = (state: Case, command: CaseCommand): number =>
  MatterKind.codeOf(
    command.action === "Triage" || command.action === "Reclassify"
      ? (command.matterKind ?? state.matterKind)
      : state.matterKind
  )

/** The items that only some commands can give. */
const ownBits = (state: State, command: CaseCommand): number => {
  switch (command.action) {
    case "Report":
      return (
        ifText(command.gridId, bit.grid) |
        ifText(command.unitId, bit.unit) |
        (command.point === undefined ? 0 : bit.point)
      )
    case "Merge":
      return ifText(command.intoCaseId, bit.original)
    case "TakeDuplicate":
    case "ReleaseDuplicate":
      return bit.original
    case "Triage":
    case "Assign":
    case "Escalate":
    case "Assess":
    case "Arbitrate":
    case "HandOver":
    case "Reclassify":
      return ifText(command.unitId, bit.unit)
    case "Extend":
      return ifText(command.approverId, bit.approver)
    case "Suspend":
      return CaseVerdict.givenToSuspend(ifText(command.approverId, bit.approver), command.untilSec)
    case "Resolve":
      return ifText(command.resultNote, bit.resultNote)
    case "SettleOnSpot":
      return ifText(command.resultNote, bit.resultNote) | ifText(command.unitId, bit.unit)
    case "RecordFollowUp":
      return bit.followUpOutcome
    case "WriteOff": {
      const given = ifText(command.resultNote, bit.resultNote) | bit.followUpOutcome
      if (state.status === "None") return given
      return CaseVerdict.givenToWriteOff(
        given,
        state.hasResultNote,
        outcomeCodeOf(state.followUpOutcome),
        checkCodeOf(state.checkOutcome)
      )
    }
    default:
      return 0
  }
}
