/**
 * Lists of statuses that the moves of several profiles begin in, with their literal types.
 */
import type { CaseStatus } from "../CaseStatus.ts"

/** From triage until the claim: somebody is to handle the case. */
export const answered = [
  "Triaged",
  "Assigned",
  "Accepted",
  "InProgress"
] as const satisfies ReadonlyArray<CaseStatus>

/** Before the claim: the matter is not resolved, nor said to be. */
export const unresolved = [
  "Reported",
  "Verified",
  ...answered,
  "Suspended"
] as const satisfies ReadonlyArray<CaseStatus>
