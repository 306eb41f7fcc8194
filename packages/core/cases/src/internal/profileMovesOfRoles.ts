/**
 * The moves that `threeMatter` and `containment` share: the same roles may make them at the same
 * levels. Who does the rest differs, and stands in each profile.
 */
import type { Move } from "../CaseProfile.ts"
import { answered, unresolved } from "./profileStatuses.ts"

/** A report is looked at, struck off, joined to another or set apart again. */
export const intakeByDesks = [
  {
    action: "Verify",
    from: ["Reported"],
    to: "Verified",
    by: ["GridWorker", "IntakeDesk"],
    atLevels: []
  },
  {
    action: "Reject",
    from: ["Reported", "Verified"],
    to: "Rejected",
    by: ["IntakeDesk", "TriageDesk"],
    atLevels: []
  },
  {
    action: "Merge",
    from: unresolved,
    to: "Merged",
    by: ["IntakeDesk", "TriageDesk"],
    atLevels: []
  },
  {
    action: "Unmerge",
    from: ["Merged"],
    to: "Remembered",
    by: ["IntakeDesk", "TriageDesk"],
    atLevels: []
  },
  {
    action: "TakeDuplicate",
    from: unresolved,
    to: "Same",
    by: ["IntakeDesk", "TriageDesk"],
    atLevels: []
  },
  {
    action: "ReleaseDuplicate",
    from: unresolved,
    to: "Same",
    by: ["IntakeDesk", "TriageDesk"],
    atLevels: []
  }
] as const satisfies ReadonlyArray<Move>

/** Who raised a case takes it back. */
export const withdrawal = [
  {
    action: "Withdraw",
    from: unresolved,
    to: "Withdrawn",
    by: ["Reporter", "IntakeDesk"],
    atLevels: []
  }
] as const satisfies ReadonlyArray<Move>

/** A sorted case finds its unit, and the unit begins. */
export const assignment = [
  { action: "Assign", from: ["Triaged"], to: "Assigned", by: ["TriageDesk"], atLevels: [] },
  {
    action: "Accept",
    from: ["Assigned"],
    to: "Accepted",
    by: ["HandlingUnit", "GridWorker"],
    atLevels: []
  },
  {
    action: "Return",
    from: ["Assigned", "Accepted"],
    to: "Triaged",
    by: ["HandlingUnit", "GridWorker"],
    atLevels: []
  },
  { action: "Arbitrate", from: ["Triaged"], to: "Assigned", by: ["Arbiter"], atLevels: [] },
  {
    action: "HandOver",
    from: ["Assigned", "Accepted", "InProgress", "Suspended"],
    to: "Same",
    by: ["TriageDesk", "HandlingUnit"],
    atLevels: []
  },
  {
    action: "Start",
    from: ["Accepted"],
    to: "InProgress",
    by: ["HandlingUnit", "GridWorker"],
    atLevels: []
  }
] as const satisfies ReadonlyArray<Move>

/** A case goes one level up. */
export const escalation = [
  {
    action: "Escalate",
    from: answered,
    to: "Triaged",
    by: ["TriageDesk", "HandlingUnit", "System"],
    atLevels: []
  }
] as const satisfies ReadonlyArray<Move>

/** A case turns out to be of another kind. */
export const reclassification = [
  {
    action: "Reclassify",
    from: [...answered, "Suspended"],
    to: "Same",
    by: ["TriageDesk"],
    atLevels: []
  }
] as const satisfies ReadonlyArray<Move>

/** New terms, and talks with who raised the case. */
export const termsAndContact = [
  { action: "ChangeTerms", from: unresolved, to: "Same", by: ["Approver", "System"], atLevels: [] },
  {
    action: "Contact",
    from: ["Reported", "Verified", "Triaged", "Assigned"],
    to: "Same",
    by: ["GridWorker", "IntakeDesk", "TriageDesk", "HandlingUnit"],
    atLevels: []
  }
] as const satisfies ReadonlyArray<Move>

/** The unit is done. */
export const resolution = [
  {
    action: "Resolve",
    from: ["InProgress"],
    to: "Resolved",
    by: ["HandlingUnit", "GridWorker"],
    atLevels: []
  }
] as const satisfies ReadonlyArray<Move>

/** A case comes back. */
export const reopening = [
  {
    action: "Reopen",
    from: ["FollowUp", "WrittenOff"],
    to: "Triaged",
    by: ["Reporter", "Caller", "IntakeDesk"],
    atLevels: []
  }
] as const satisfies ReadonlyArray<Move>
