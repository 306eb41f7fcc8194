/**
 * A small profile that the checker proves, with roles, a gate, a checker and every clock in use: tests
 * take parts of it away and look at what is found.
 */
import { CaseProfile } from "../src/index.ts"

const { base } = CaseProfile

const move = (
  action: CaseProfile.Move["action"],
  from: CaseProfile.Move["from"],
  to: CaseProfile.Move["to"],
  by: CaseProfile.Move["by"],
  atLevels: CaseProfile.Move["atLevels"] = []
): CaseProfile.Move => ({ action, from, to, by, atLevels })

const { Emergency, Ordinary, Urgent } = base.limits

/** A row in which every clock has a limit. */
const urgentRow: CaseProfile.LimitRow = {
  ...Urgent,
  signInSec: 3_600,
  verifySec: 3_600,
  callBackSec: 7_200
}

/** The small profile. */
export const small: CaseProfile.CaseProfile = {
  ...base,
  id: "small",
  levels: ["Grid", "Community"],
  moves: [
    move("Verify", ["Reported"], "Verified", ["GridWorker"]),
    move("Reject", ["Reported", "Verified"], "Rejected", ["IntakeDesk"]),
    move("Withdraw", ["Reported", "Triaged"], "Withdrawn", ["Reporter"]),
    move("SettleOnSpot", ["Reported"], "Resolved", ["GridWorker"], ["Grid"]),
    move("Triage", ["Verified"], "Triaged", ["TriageDesk"]),
    move("Assign", ["Triaged"], "Assigned", ["TriageDesk"]),
    move("Return", ["Assigned"], "Triaged", ["HandlingUnit"]),
    move("Arbitrate", ["Triaged"], "Assigned", ["Arbiter"]),
    move("Accept", ["Assigned"], "Accepted", ["HandlingUnit"]),
    move("Escalate", ["Accepted"], "Triaged", ["HandlingUnit", "System"], ["Grid"]),
    move("Suspend", ["Accepted"], "Suspended", ["HandlingUnit"]),
    move("Resume", ["Suspended"], "Remembered", ["HandlingUnit", "System"]),
    move("OpenSideProcess", ["Accepted"], "Same", ["HandlingUnit"]),
    move("CloseSideProcess", ["Accepted", "Resolved", "Withdrawn"], "Same", ["HandlingUnit"]),
    move("Resolve", ["Accepted"], "Resolved", ["HandlingUnit"]),
    move("Check", ["Resolved"], "Triaged", ["Checker"]),
    move("BeginFollowUp", ["Resolved"], "FollowUp", ["Caller"]),
    move("RecordFollowUp", ["FollowUp"], "Same", ["Caller"]),
    move("Reopen", ["FollowUp"], "Triaged", ["Caller"]),
    move("WriteOff", ["FollowUp"], "WrittenOff", ["IntakeDesk"])
  ],
  needs: { ...base.needs, WriteOff: ["ResultNote", "FollowUpOutcome", "Checker"] },
  limits: {
    ...base.limits,
    Emergency,
    Ordinary: { ...Ordinary, verifySec: 60 },
    Urgent: urgentRow
  },
  gates: [{ action: "Resolve", matterKinds: [], process: "Deliberation", rule: "Opened" }],
  policy: { ...base.policy, maxReturns: 1 },
  steps: []
}
