/**
 * The five-step method of Helong, as data. The report names the steps, not who makes which move: the
 * moves of the chain are anyone's, those around it have roles of ours.
 */
import type { CaseProfile, Move } from "../CaseProfile.ts"
import { base } from "./profileData.ts"
import { limitsWith } from "./profileLimits.ts"
import { handlingOfAnyone, intakeOfAnyone } from "./profileMovesOfAnyone.ts"

const moves = [
  ...intakeOfAnyone,
  { action: "SettleOnSpot", from: ["Verified"], to: "Resolved", by: ["GridWorker"], atLevels: [] },
  { action: "Triage", from: ["Verified"], to: "Triaged", by: [], atLevels: [] },
  ...handlingOfAnyone
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
