/**
 * The five-step method of Helong, as data. The report names the steps, not who makes which move: the
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
  { action: "SettleOnSpot", from: ["Verified"], to: "Resolved", by: ["GridWorker"], atLevels: [] },
  { action: "Triage", from: ["Verified"], to: "Triaged", by: [], atLevels: [] },
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

const { policy } = base

export const fiveStep: CaseProfile & { readonly moves: typeof moves } = {
  id: "fiveStep",
  label: { en: "five-step method", zh: "五步工作法" },
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
      Handle: "Finding",
      Verify: "Light",
      CallBack: "Light"
    }
  }),
  clocks: base.clocks,
  thresholds: {},
  matterLevels: base.matterLevels,
  gates: base.gates,
  policy: {
    maxReturns: policy.maxReturns,
    appealSec: policy.appealSec,
    amberShare: policy.amberShare,
    reopensWhenDissatisfied: true,
    provenance: {
      maxReturns: policy.provenance.maxReturns,
      appealSec: policy.provenance.appealSec,
      amberShare: policy.provenance.amberShare,
      reopensWhenDissatisfied: {
        kind: "assumed",
        reason: "the report names follow-up as the fifth step; that dissatisfaction reopens is ours"
      }
    }
  },
  steps: [
    { label: { en: "collect", zh: "收集" }, statuses: ["Reported"] },
    { label: { en: "verify and assess", zh: "核实研判" }, statuses: ["Verified"] },
    {
      label: { en: "sort and handle", zh: "分拣处置" },
      statuses: ["Triaged", "Assigned", "Accepted"]
    },
    {
      label: { en: "handle within the limit", zh: "限时办理" },
      statuses: ["InProgress", "Suspended", "Resolved"]
    },
    { label: { en: "follow up", zh: "跟踪回访" }, statuses: ["FollowUp", "WrittenOff"] }
  ]
}
