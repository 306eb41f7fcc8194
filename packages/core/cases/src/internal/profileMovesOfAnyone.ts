/**
 * The moves that `closedLoop` and `fiveStep` share. Their reports name steps, not who makes which
 * move: the moves of the chain are anyone's. The two differ in settling on the spot and in triage,
 * which stand between these lists.
 */
import type { Move } from "../CaseProfile.ts"
import { answered, unresolved } from "./profileStatuses.ts"

/** What may happen before a case is settled or sorted. */
export const intakeOfAnyone = [
  { action: "Verify", from: ["Reported"], to: "Verified", by: [], atLevels: [] },
  { action: "Reject", from: ["Reported", "Verified"], to: "Rejected", by: [], atLevels: [] },
  { action: "Merge", from: unresolved, to: "Merged", by: [], atLevels: [] },
  { action: "Unmerge", from: ["Merged"], to: "Remembered", by: [], atLevels: [] },
  { action: "TakeDuplicate", from: unresolved, to: "Same", by: [], atLevels: [] },
  { action: "ReleaseDuplicate", from: unresolved, to: "Same", by: [], atLevels: [] },
  { action: "Withdraw", from: unresolved, to: "Withdrawn", by: [], atLevels: [] }
] as const satisfies ReadonlyArray<Move>

/** What may happen once it is sorted. */
export const handlingOfAnyone = [
  { action: "Assign", from: ["Triaged"], to: "Assigned", by: [], atLevels: [] },
  { action: "Accept", from: ["Assigned"], to: "Accepted", by: [], atLevels: [] },
  { action: "Return", from: ["Assigned", "Accepted"], to: "Triaged", by: [], atLevels: [] },
  { action: "Arbitrate", from: ["Triaged"], to: "Assigned", by: ["Arbiter"], atLevels: [] },
  { action: "Start", from: ["Accepted"], to: "InProgress", by: [], atLevels: [] },
  {
    action: "HandOver",
    from: ["Assigned", "Accepted", "InProgress", "Suspended"],
    to: "Same",
    by: [],
    atLevels: []
  },
  { action: "Escalate", from: answered, to: "Triaged", by: [], atLevels: [] },
  { action: "Reclassify", from: [...answered, "Suspended"], to: "Same", by: [], atLevels: [] },
  { action: "Extend", from: answered, to: "Same", by: [], atLevels: [] },
  { action: "Suspend", from: answered, to: "Suspended", by: [], atLevels: [] },
  { action: "Resume", from: ["Suspended"], to: "Remembered", by: [], atLevels: [] },
  { action: "ChangeTerms", from: unresolved, to: "Same", by: [], atLevels: [] },
  {
    action: "Contact",
    from: ["Reported", "Verified", "Triaged", "Assigned"],
    to: "Same",
    by: [],
    atLevels: []
  },
  { action: "OpenSideProcess", from: answered, to: "Same", by: [], atLevels: [] },
  {
    action: "CloseSideProcess",
    from: [...answered, "Suspended", "Resolved", "FollowUp", "Merged", "Withdrawn"],
    to: "Same",
    by: [],
    atLevels: []
  },
  { action: "Resolve", from: ["InProgress"], to: "Resolved", by: [], atLevels: [] },
  { action: "BeginFollowUp", from: ["Resolved"], to: "FollowUp", by: [], atLevels: [] },
  { action: "RecordFollowUp", from: ["FollowUp"], to: "Same", by: [], atLevels: [] },
  { action: "Publish", from: ["Resolved", "FollowUp"], to: "Same", by: [], atLevels: [] },
  { action: "Reopen", from: ["FollowUp", "WrittenOff"], to: "Triaged", by: [], atLevels: [] },
  { action: "WriteOff", from: ["FollowUp"], to: "WrittenOff", by: [], atLevels: [] }
] as const satisfies ReadonlyArray<Move>
