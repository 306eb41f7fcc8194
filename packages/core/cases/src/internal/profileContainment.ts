/**
 * Containment and the write-off register of Jiyang, as data: small matters stay in the community, big
 * ones in the sub-district. The report names the filter and the register; numbers are assumed.
 */
import type { CaseProfile, Move } from "../CaseProfile.ts"
import { base } from "./profileData.ts"
import { limitsWith } from "./profileLimits.ts"
import {
  assignment,
  escalation,
  intakeByDesks,
  reclassification,
  reopening,
  resolution,
  termsAndContact,
  withdrawal
} from "./profileMovesOfRoles.ts"
import { answered } from "./profileStatuses.ts"

const moves = [
  ...intakeByDesks,
  {
    action: "Split",
    from: ["Verified", "Triaged", "Assigned", "Accepted", "InProgress"],
    to: "Merged",
    by: ["IntakeDesk", "TriageDesk"],
    atLevels: []
  },
  ...withdrawal,
  {
    action: "SettleOnSpot",
    from: ["Reported", "Verified"],
    to: "Resolved",
    by: ["GridWorker"],
    atLevels: ["Grid", "Community"]
  },
  {
    action: "Triage",
    from: ["Verified"],
    to: "Triaged",
    by: ["IntakeDesk", "TriageDesk"],
    atLevels: []
  },
  {
    action: "Assess",
    from: answered,
    to: "Triaged",
    by: ["GridWorker", "TriageDesk", "HandlingUnit"],
    atLevels: []
  },
  ...escalation,
  ...assignment,
  ...reclassification,
  {
    action: "Extend",
    from: answered,
    to: "Same",
    by: ["TriageDesk", "HandlingUnit"],
    atLevels: []
  },
  {
    action: "Suspend",
    from: answered,
    to: "Suspended",
    by: ["TriageDesk", "HandlingUnit"],
    atLevels: []
  },
  {
    action: "Resume",
    from: ["Suspended"],
    to: "Remembered",
    by: ["TriageDesk", "HandlingUnit", "System"],
    atLevels: []
  },
  ...termsAndContact,
  {
    action: "OpenSideProcess",
    from: answered,
    to: "Same",
    by: ["TriageDesk", "HandlingUnit"],
    atLevels: []
  },
  {
    action: "CloseSideProcess",
    from: [...answered, "Suspended", "Resolved", "FollowUp", "Merged", "Withdrawn"],
    to: "Same",
    by: ["TriageDesk", "HandlingUnit"],
    atLevels: []
  },
  ...resolution,
  {
    action: "BeginFollowUp",
    from: ["Resolved"],
    to: "FollowUp",
    by: ["Caller", "IntakeDesk", "GridWorker"],
    atLevels: []
  },
  {
    action: "RecordFollowUp",
    from: ["FollowUp"],
    to: "Same",
    by: ["Caller", "IntakeDesk", "GridWorker"],
    atLevels: []
  },
  ...reopening,
  {
    action: "WriteOff",
    from: ["FollowUp"],
    to: "WrittenOff",
    by: ["IntakeDesk", "TriageDesk"],
    atLevels: []
  }
] as const satisfies ReadonlyArray<Move>

/**
 * The filter: any one score above its threshold sends a case one level up.
 *
 * @source none: the report names cost, conflict and difficulty, and no number; reasons in each row
 */
const thresholds: CaseProfile["thresholds"] = {
  Grid: {
    cost: 20,
    conflict: 30,
    difficulty: 30,
    provenance: { kind: "assumed", reason: "a grid of 300 households has no money of its own" }
  },
  Community: {
    cost: 50,
    conflict: 60,
    difficulty: 60,
    provenance: {
      kind: "assumed",
      reason: "small matters stay in the community: it has start-up money and mediates itself"
    }
  },
  Subdistrict: {
    cost: 90,
    conflict: 90,
    difficulty: 90,
    provenance: {
      kind: "assumed",
      reason: "big matters stay in the sub-district: only what it has no power for leaves it"
    }
  }
}

const { needs } = base

export const containment: CaseProfile & { readonly moves: typeof moves } = {
  id: "containment",
  label: { en: "containment and write-off register", zh: "分级化解与销号管理" },
  levels: base.levels,
  moves,
  needs: {
    ...needs,
    // Nobody is sent out, and nothing goes up, before the matter went through the filter.
    Assign: ["ResponsibleUnit", "Scores"],
    Escalate: ["Reason", "ResponsibleUnit", "Scores"],
    // A row of the register closes only with its result.
    Resolve: ["ResultNote"]
  },
  sourceNeeds: base.sourceNeeds,
  actorLevels: base.actorLevels,
  limits: limitsWith({
    limited: ["callBackSec"],
    atEnd: {
      SignIn: "Light",
      Contact: "Notice",
      Handle: "Escalate",
      Verify: "Light",
      CallBack: "Notice"
    }
  }),
  clocks: base.clocks,
  thresholds,
  matterLevels: {},
  gates: [],
  policy: base.policy,
  steps: [
    { label: { en: "small information", zh: "小信息" }, statuses: ["Reported"] },
    { label: { en: "enter in the ledger", zh: "建立台账" }, statuses: ["Verified"] },
    { label: { en: "filter by level", zh: "分级过滤" }, statuses: ["Triaged"] },
    {
      label: { en: "handle", zh: "办理" },
      statuses: ["Assigned", "Accepted", "InProgress", "Suspended"]
    },
    { label: { en: "report the result", zh: "反馈结果" }, statuses: ["Resolved", "FollowUp"] },
    { label: { en: "strike off", zh: "销号" }, statuses: ["WrittenOff"] }
  ]
}
