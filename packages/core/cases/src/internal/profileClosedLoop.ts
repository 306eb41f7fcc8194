/**
 * The closed loop of Longxian, as data. The report names the loop, not who makes which move: the
 * moves of the chain are anyone's, those around it have roles of ours.
 */
import type { CaseProfile, Move } from "../CaseProfile.ts"
import { base } from "./profileData.ts"
import { limitsWith } from "./profileLimits.ts"
import { answered, unresolved } from "./profileStatuses.ts"

const moves = [
  { action: "Verify", from: ["Reported"], to: "Verified", by: [], atLevels: [] },
  { action: "Reject", from: ["Reported", "Verified"], to: "Rejected", by: [], atLevels: [] },
  { action: "Merge", from: unresolved, to: "Merged", by: [], atLevels: [] },
  { action: "Unmerge", from: ["Merged"], to: "Remembered", by: [], atLevels: [] },
  { action: "TakeDuplicate", from: unresolved, to: "Same", by: [], atLevels: [] },
  { action: "ReleaseDuplicate", from: unresolved, to: "Same", by: [], atLevels: [] },
  { action: "Withdraw", from: unresolved, to: "Withdrawn", by: [], atLevels: [] },
  {
    action: "SettleOnSpot",
    from: ["Reported", "Verified"],
    to: "Resolved",
    by: ["GridWorker"],
    atLevels: ["Grid"]
  },
  { action: "Triage", from: ["Reported", "Verified"], to: "Triaged", by: [], atLevels: [] },
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

export const closedLoop: CaseProfile & { readonly moves: typeof moves } = {
  id: "closedLoop",
  label: { en: "closed loop", zh: "闭环" },
  levels: base.levels,
  moves,
  needs: base.needs,
  sourceNeeds: base.sourceNeeds,
  actorLevels: base.actorLevels,
  limits: limitsWith({
    limited: ["callBackSec"],
    atEnd: {
      SignIn: "Light",
      Contact: "Light",
      Handle: "Escalate",
      Verify: "Light",
      CallBack: "Light"
    }
  }),
  clocks: base.clocks,
  thresholds: {},
  matterLevels: base.matterLevels,
  gates: base.gates,
  policy: base.policy,
  steps: [
    { label: { en: "the grid finds", zh: "网格发现" }, statuses: ["Reported", "Verified"] },
    { label: { en: "the community responds", zh: "社区响应" }, statuses: ["Accepted"] },
    { label: { en: "tiers respond in turn", zh: "分级响应" }, statuses: ["Triaged"] },
    {
      label: { en: "joint handling", zh: "联动处置" },
      statuses: ["Assigned", "InProgress", "Suspended", "Resolved", "FollowUp", "WrittenOff"]
    }
  ]
}
