/**
 * The items that the command of each action can carry at all, whatever the profile asks for. A test
 * holds this list against commands with every field filled in.
 */
import * as CaseAction from "../CaseAction.ts"
import * as CaseItem from "../CaseItem.ts"

/** Every command has a reason and may bring photos and attachments. */
const always: ReadonlyArray<CaseItem.CaseItem> = ["Reason", "Photo", "Attachment"]
const unit: ReadonlyArray<CaseItem.CaseItem> = ["ResponsibleUnit"]

const own: Readonly<Partial<Record<CaseAction.CaseAction, ReadonlyArray<CaseItem.CaseItem>>>> = {
  Report: ["Grid", "Point", ...unit],
  Merge: ["OriginalCase"],
  TakeDuplicate: ["OriginalCase"],
  ReleaseDuplicate: ["OriginalCase"],
  Triage: unit,
  Assign: unit,
  Escalate: unit,
  Assess: unit,
  Arbitrate: unit,
  HandOver: unit,
  Reclassify: unit,
  Extend: ["Approver"],
  Suspend: ["Approver", "EndDate"],
  Resolve: ["ResultNote"],
  SettleOnSpot: ["ResultNote", ...unit],
  RecordFollowUp: ["FollowUpOutcome"],
  WriteOff: ["ResultNote", "FollowUpOutcome"]
}

const bits = CaseAction.list.map((action) => CaseItem.toBits([...always, ...(own[action] ?? [])]))

/** The items that the command of an action can carry, as bits; the action by its position. */
export const carriedBits = (action: number): number => bits[action]!
