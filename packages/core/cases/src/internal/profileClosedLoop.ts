/**
 * The closed loop of Longxian, as data. The report names the loop, not who makes which move: the
 * moves of the chain are anyone's, those around it have roles of ours.
 */
import type { CaseProfile, Move } from "../CaseProfile.ts"
import { base } from "./profileData.ts"
import { limitsWith } from "./profileLimits.ts"
import { handlingOfAnyone, intakeOfAnyone } from "./profileMovesOfAnyone.ts"

const moves = [
  ...intakeOfAnyone,
  {
    action: "SettleOnSpot",
    from: ["Reported", "Verified"],
    to: "Resolved",
    by: ["GridWorker"],
    atLevels: ["Grid"]
  },
  { action: "Triage", from: ["Reported", "Verified"], to: "Triaged", by: [], atLevels: [] },
  ...handlingOfAnyone
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
