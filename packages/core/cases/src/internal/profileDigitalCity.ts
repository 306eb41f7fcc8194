/**
 * Digital urban management in its seven steps, as data, for a place that has none of the localities'
 * own ways. The standard names the steps; roles and needs are our reading, limits are assumed.
 */
import type { CaseProfile, Move } from "../CaseProfile.ts"
import { base } from "./profileData.ts"
import { limitsWith } from "./profileLimits.ts"
import { answered, unresolved } from "./profileStatuses.ts"

const moves = [
  {
    action: "Verify",
    from: ["Reported"],
    to: "Verified",
    by: ["IntakeDesk", "GridWorker"],
    atLevels: []
  },
  {
    action: "Reject",
    from: ["Reported", "Verified"],
    to: "Rejected",
    by: ["IntakeDesk"],
    atLevels: []
  },
  {
    action: "Merge",
    from: ["Reported", "Verified", "Triaged"],
    to: "Merged",
    by: ["IntakeDesk"],
    atLevels: []
  },
  { action: "Unmerge", from: ["Merged"], to: "Remembered", by: ["IntakeDesk"], atLevels: [] },
  { action: "TakeDuplicate", from: unresolved, to: "Same", by: ["IntakeDesk"], atLevels: [] },
  { action: "ReleaseDuplicate", from: unresolved, to: "Same", by: ["IntakeDesk"], atLevels: [] },
  {
    action: "Withdraw",
    from: ["Reported", "Verified"],
    to: "Withdrawn",
    by: ["Reporter", "IntakeDesk"],
    atLevels: []
  },
  {
    action: "SettleOnSpot",
    from: ["Reported"],
    to: "Resolved",
    by: ["GridWorker"],
    atLevels: ["Grid"]
  },
  { action: "Triage", from: ["Verified"], to: "Triaged", by: ["IntakeDesk"], atLevels: [] },
  { action: "Assign", from: ["Triaged"], to: "Assigned", by: ["TriageDesk"], atLevels: [] },
  { action: "Accept", from: ["Assigned"], to: "Accepted", by: ["HandlingUnit"], atLevels: [] },
  {
    action: "Return",
    from: ["Assigned", "Accepted"],
    to: "Triaged",
    by: ["HandlingUnit"],
    atLevels: []
  },
  { action: "Arbitrate", from: ["Triaged"], to: "Assigned", by: ["Arbiter"], atLevels: [] },
  {
    action: "HandOver",
    from: ["Assigned", "Accepted", "InProgress", "Suspended"],
    to: "Same",
    by: ["TriageDesk"],
    atLevels: []
  },
  { action: "Start", from: ["Accepted"], to: "InProgress", by: ["HandlingUnit"], atLevels: [] },
  { action: "Escalate", from: answered, to: "Triaged", by: ["TriageDesk", "System"], atLevels: [] },
  {
    action: "Reclassify",
    from: ["Triaged", "Assigned", "Accepted"],
    to: "Same",
    by: ["IntakeDesk", "TriageDesk"],
    atLevels: []
  },
  {
    action: "Extend",
    from: ["Accepted", "InProgress"],
    to: "Same",
    by: ["TriageDesk"],
    atLevels: []
  },
  {
    action: "Suspend",
    from: ["Accepted", "InProgress"],
    to: "Suspended",
    by: ["TriageDesk"],
    atLevels: []
  },
  {
    action: "Resume",
    from: ["Suspended"],
    to: "Remembered",
    by: ["TriageDesk", "System"],
    atLevels: []
  },
  { action: "ChangeTerms", from: unresolved, to: "Same", by: ["Approver", "System"], atLevels: [] },
  { action: "Resolve", from: ["InProgress"], to: "Resolved", by: ["HandlingUnit"], atLevels: [] },
  { action: "BeginFollowUp", from: ["Resolved"], to: "FollowUp", by: ["IntakeDesk"], atLevels: [] },
  { action: "Check", from: ["FollowUp"], to: "InProgress", by: ["Checker"], atLevels: [] },
  { action: "WriteOff", from: ["FollowUp"], to: "WrittenOff", by: ["IntakeDesk"], atLevels: [] },
  { action: "Reopen", from: ["WrittenOff"], to: "Triaged", by: ["IntakeDesk"], atLevels: [] }
] as const satisfies ReadonlyArray<Move>

const photoAndPoint = ["Photo", "Point"] as const

const { needs } = base

export const digitalCity: CaseProfile & { readonly moves: typeof moves } = {
  id: "digitalCity",
  label: { en: "digital urban management", zh: "数字化城市管理" },
  levels: ["Grid", "Subdistrict", "Department"],
  moves,
  needs: {
    ...needs,
    Resolve: ["ResultNote", "Photo"],
    SettleOnSpot: ["ResultNote", "ResponsibleUnit", "Photo"],
    Check: ["Photo"],
    WriteOff: ["ResultNote", "FollowUpOutcome", "Checker"]
  },
  sourceNeeds: { PhotoReport: photoAndPoint, GridWorker: photoAndPoint },
  actorLevels: base.actorLevels,
  limits: limitsWith({
    limited: ["signInSec", "verifySec"],
    atEnd: {
      SignIn: "Notice",
      Contact: "Light",
      Handle: "Finding",
      Verify: "Notice",
      CallBack: "Light"
    },
    reason: "signing in and checking are clocks of digital urban management, their limits are ours"
  }),
  clocks: base.clocks,
  thresholds: {},
  matterLevels: {},
  gates: [],
  policy: base.policy,
  steps: [
    { label: { en: "collect information", zh: "信息收集" }, statuses: ["Reported"] },
    { label: { en: "open the case file", zh: "案卷建立" }, statuses: ["Verified"] },
    { label: { en: "dispatch the task", zh: "任务派遣" }, statuses: ["Triaged", "Assigned"] },
    {
      label: { en: "handle the task", zh: "任务处理" },
      statuses: ["Accepted", "InProgress", "Suspended"]
    },
    { label: { en: "report back", zh: "处理反馈" }, statuses: ["Resolved"] },
    { label: { en: "check and close", zh: "核查结案" }, statuses: ["FollowUp"] },
    { label: { en: "evaluate", zh: "综合评价" }, statuses: ["WrittenOff"] }
  ]
}
