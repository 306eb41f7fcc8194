/**
 * Profiles for the agreement of records and columns: one on working time, one with every rule that a
 * profile can add, and what the limits of either change to.
 */
import { CaseProfile } from "@wangge/cases"

/** The base profile on working time, with levels and returns of its own. */
export const workingProfile: CaseProfile.CaseProfile = {
  ...CaseProfile.base,
  id: "working",
  levels: ["Grid", "Subdistrict"],
  limits: {
    ...CaseProfile.base.limits,
    Ordinary: { ...CaseProfile.base.limits.Ordinary, clock: "working", resolveSec: 45 * 3600 },
    Complex: { ...CaseProfile.base.limits.Complex, clock: "working", resolveSec: 100 * 3600 },
    Petition: {
      ...CaseProfile.base.limits.Petition,
      resolveSec: Number.POSITIVE_INFINITY,
      extensionCountMax: 0
    }
  }
}

/** Every rule that a profile can add: roles, levels, gates, thresholds, more clocks, more needs. */
export const strictProfile: CaseProfile.CaseProfile = {
  ...CaseProfile.base,
  id: "strict",
  moves: CaseProfile.base.moves.map((move) => {
    if (move.action === "Extend") return { ...move, atLevels: ["Community", "Department"] }
    if (move.action === "Reopen") return { ...move, by: ["Reporter", "Caller"] }
    if (move.action === "Split") return { ...move, to: "Same" }
    return move
  }),
  needs: {
    ...CaseProfile.base.needs,
    Resolve: ["Contact", "Photo"],
    Start: ["MatterKind"],
    Publish: ["Scores"],
    WriteOff: ["ResultNote", "FollowUpOutcome", "Checker"],
    Appeal: ["Reason", "Publication"]
  },
  sourceNeeds: { PhotoReport: ["Photo", "Point"] },
  actorLevels: { ...CaseProfile.base.actorLevels, Suspend: "Own" },
  clocks: { SignIn: "working", Contact: "calendar" },
  limits: {
    ...workingProfile.limits,
    Ordinary: {
      ...workingProfile.limits.Ordinary,
      signInSec: 7200,
      verifySec: 36_000,
      callBackSec: 72_000
    },
    Urgent: { ...workingProfile.limits.Urgent, signInSec: 900 }
  },
  matterLevels: { Private: ["Grid"], Small: ["Grid", "Community"] },
  gates: [
    { action: "Accept", matterKinds: ["Big"], process: "Deliberation", rule: "Decided" },
    {
      action: "OpenSideProcess",
      matterKinds: ["Private"],
      process: "Deliberation",
      rule: "Forbidden"
    },
    { action: "Publish", matterKinds: [], process: "Whistle", rule: "Opened" },
    { action: "HandOver", matterKinds: ["Small"], process: "Mediation", rule: "Closed" },
    { action: "Withdraw", matterKinds: [], process: "Mediation", rule: "Forbidden" }
  ],
  policy: { ...CaseProfile.base.policy, maxReturns: 1 }
}

/** The same profile with other limits, on the other clock. */
export const changed = (profile: CaseProfile.CaseProfile): CaseProfile.CaseProfile => ({
  ...profile,
  limits: {
    ...profile.limits,
    Ordinary: { ...profile.limits.Ordinary, clock: "calendar", resolveSec: 200_000 },
    Complex: { ...profile.limits.Complex, clock: "working", extensionSec: 90_000 },
    Urgent: { ...profile.limits.Urgent, signInSec: 4000, contactSec: 5000 }
  }
})
