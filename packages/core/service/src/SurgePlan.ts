/**
 * A surge mobilisation as it is planned: who is called, how long they have to answer, how long it
 * takes before anybody can be there, which duties there are, with what crews, and how long one may
 * stay on duty. A flood, a search and an epidemic are plans with other duties.
 */
import type { Id, Label } from "@wangge/facts"
import { firstTwice } from "./internal/moveFrame.ts"
import * as SurgeProblem from "./SurgeProblem.ts"

/**
 * One duty: a crew of `crewMin` at least and `crewMax` at most, everybody with all of `skillIds`.
 * Duties of a smaller `rank` get their crews first.
 *
 * @category surges
 * @since 0.1.0
 */
export interface SurgeDuty {
  readonly dutyId: string
  readonly label: Label.Label
  readonly rank: number
  readonly crewMin: number
  readonly crewMax: number
  readonly skillIds: ReadonlyArray<string>
}

/**
 * A plan.
 *
 * `brigadeIds` are called, empty for all; within `reach` of `gridId` (in the unit of the distances
 * given, `Infinity` for no bound) `callCount` volunteers, and `reserveCount` more stand by. All times
 * are in seconds: an answer is on time within `respondWithinSec` of the call; nobody is there before
 * `delaySec` have passed since the call; who said "coming" and is not there `noShowAfterSec` after
 * the call can be marked as a no-show; nobody stays on one duty longer than `shiftSec`, and everybody
 * rests `restSec` before the next.
 *
 * @category surges
 * @since 0.1.0
 */
export interface SurgePlan {
  readonly surgeId: Id.Id<"Surge">
  readonly gridId: Id.Id<"Grid">
  readonly brigadeIds: ReadonlyArray<string>
  readonly reach: number
  readonly callCount: number
  readonly reserveCount: number
  readonly respondWithinSec: number
  readonly delaySec: number
  readonly noShowAfterSec: number
  readonly shiftSec: number
  readonly restSec: number
  readonly duties: ReadonlyArray<SurgeDuty>
}

/**
 * The duties of the Bagongshan flood crew, as the report names them. Ranks and crew sizes are not in
 * the report: they are the smallest that make sense (two people at least for work at the water, since
 * nobody patrols a dyke alone), without an upper bound.
 *
 * ```ts
 * import { SurgePlan } from "@wangge/service"
 *
 * SurgePlan.floodDuties.map(({ dutyId }) => dutyId)
 * // => ["movePeople", "dykePatrol", "hazardSearch", "monitoring"]
 * ```
 *
 * @source Bagongshan, 深化党建带群建 创新治理聚合力: 隐患排查、监测、巡堤、转移群众; ranks and crews are assumed
 * @category surges
 * @since 0.1.0
 */
export const floodDuties: ReadonlyArray<SurgeDuty> = [
  { dutyId: "movePeople", label: { en: "moving people", zh: "转移群众" }, rank: 1, crewMin: 2 },
  { dutyId: "dykePatrol", label: { en: "dyke patrol", zh: "巡堤" }, rank: 2, crewMin: 2 },
  { dutyId: "hazardSearch", label: { en: "hazard search", zh: "隐患排查" }, rank: 3, crewMin: 2 },
  { dutyId: "monitoring", label: { en: "monitoring", zh: "监测" }, rank: 4, crewMin: 1 }
].map(({ dutyId, label, rank, crewMin }) => ({
  dutyId,
  label,
  rank,
  crewMin,
  crewMax: Number.MAX_SAFE_INTEGER,
  skillIds: []
}))

/**
 * Everything that is wrong with a plan: `NoDuty`, `DutyTwice`, `CrewImpossible` (not whole numbers
 * with 1 <= least <= most), `NumberImpossible` (another number that is not a whole one from 0; the
 * reach may be infinite) and `NoShowTooEarly` (before anybody could be there).
 *
 * @category checks
 * @since 0.1.0
 */
export const problems = (plan: SurgePlan): ReadonlyArray<SurgeProblem.SurgeProblem> => {
  const found: Array<SurgeProblem.SurgeProblem> = []
  if (plan.duties.length === 0) found.push(SurgeProblem.make("NoDuty", "duties", 0, ">= 1"))
  const twice = firstTwice(plan.duties.map(({ dutyId }) => dutyId))
  if (twice !== undefined) found.push(SurgeProblem.make("DutyTwice", "duties", twice, 1))
  for (const { dutyId, crewMin, crewMax } of plan.duties) {
    const isCrew = isCount(crewMin) && isCount(crewMax) && crewMin >= 1 && crewMin <= crewMax
    const crew = `${crewMin} to ${crewMax}`
    if (!isCrew) found.push(SurgeProblem.make("CrewImpossible", dutyId, crew, "1 <= least <= most"))
  }
  for (const name of wholeNumbers) {
    if (isCount(plan[name])) continue
    found.push(SurgeProblem.make("NumberImpossible", name, plan[name], ">= 0"))
  }
  if (!(plan.reach >= 0)) {
    found.push(SurgeProblem.make("NumberImpossible", "reach", plan.reach, ">= 0"))
  }
  if (plan.noShowAfterSec < plan.delaySec) {
    const { noShowAfterSec, delaySec } = plan
    found.push(SurgeProblem.make("NoShowTooEarly", "noShowAfterSec", noShowAfterSec, delaySec))
  }
  return found
}

const wholeNumbers = [
  "callCount",
  "reserveCount",
  "respondWithinSec",
  "delaySec",
  "noShowAfterSec",
  "shiftSec",
  "restSec"
] as const

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0
