/**
 * Which profile the simulated town plays for a locality. It sorts no matters, scores nothing and
 * acts in no role, so a profile that asks for these is played by the nearest one that does not.
 */
import { CaseProfile } from "@wangge/cases"

/** The profiles that the simulator plays. */
export const list = [
  "base",
  "fiveStep",
  "closedLoop"
] as const satisfies ReadonlyArray<CaseProfile.ProfileId>

/**
 * The profile played for each one.
 *
 * @source none: three-matter triage and the containment register send a case up tier by tier like
 *   the closed loop; digital urban management goes the base chain
 */
const played = {
  base: "base",
  fiveStep: "fiveStep",
  closedLoop: "closedLoop",
  threeMatter: "closedLoop",
  containment: "closedLoop",
  digitalCity: "base"
} as const satisfies Readonly<Record<CaseProfile.ProfileId, (typeof list)[number]>>

/** The id of the profile that is played for a locality's own. */
export const idOf = (id: CaseProfile.ProfileId): (typeof list)[number] => played[id]

/** The profile that is played for a locality's own. */
export const of = (id: CaseProfile.ProfileId): CaseProfile.CaseProfile =>
  CaseProfile.all[played[id]]
