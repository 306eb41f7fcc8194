/**
 * How a town matches: what rules a volunteer out, and how much each reason weighs among those who
 * remain. All of it is the town's own choice and can be read; the numbers given here are assumed.
 */
import { type Provenance, Seconds } from "@wangge/facts"

/**
 * The parts of a cost, each from 0 (best) to 1000. Append only.
 *
 * - `Skill`: skills that the need does not ask for, which another need may; 1000 from `skillsFull` on;
 * - `Distance`: 1000 from `distanceFull` on;
 * - `Fairness`: minutes served this month; 1000 from `monthMinutesFull` on;
 * - `Recency`: 1000 for who has just served, 0 for who has not for `recencyFullSec` or never;
 * - `Load`: promises not yet kept; 1000 from `openFull` on;
 * - `Continuity`: under `"Same"` 1000 for who has not helped this person before, under `"Rotate"` for
 *   who has, under `"None"` always 0.
 *
 * @source none: our own cut
 * @category policies
 * @since 0.1.0
 */
export const parts = ["Skill", "Distance", "Fairness", "Recency", "Load", "Continuity"] as const

/**
 * One of {@link parts}.
 *
 * @category policies
 * @since 0.1.0
 */
export type Part = (typeof parts)[number]

/**
 * How a town matches.
 *
 * `weights` are whole numbers from 0. A part is full at its `Full` value (above 0); a volunteer is
 * ruled out beyond a `Max` value (`Infinity` for no limit), when less than `restSec` lies between two
 * services, or, with `excludesHousehold`, when he or she lives with the person. `distanceMax` and
 * `distanceFull` are in the unit of the distances given. `rounds` is how many needs one volunteer
 * may get in one run. `method` `"Greedy"` gives need after need the best that is left; `"Optimal"`
 * weighs all of one rank at once.
 *
 * @category policies
 * @since 0.1.0
 */
export interface MatchingPolicy {
  readonly weights: Readonly<Record<Part, number>>
  readonly skillsFull: number
  readonly distanceFull: number
  readonly monthMinutesFull: number
  readonly recencyFullSec: number
  readonly openFull: number
  readonly distanceMax: number
  readonly monthMinutesMax: number
  readonly openMax: number
  readonly restSec: number
  readonly excludesHousehold: boolean
  readonly continuity: "Same" | "Rotate" | "None"
  readonly rounds: number
  readonly method: "Optimal" | "Greedy"
  readonly provenance: Provenance.Provenance
}

/**
 * A policy to start from, for distances in tree steps: near first, then who has done less.
 *
 * No household of one's own, half an hour between two services, up to 40 hours a month and 5 open
 * promises; the same volunteer for the same person where that costs nothing else.
 *
 * @source none: every number is assumed; no report gives weights
 * @category policies
 * @since 0.1.0
 */
export const base: MatchingPolicy = {
  weights: { Skill: 1, Distance: 4, Fairness: 3, Recency: 1, Load: 2, Continuity: 2 },
  skillsFull: 5,
  distanceFull: 6,
  monthMinutesFull: 40 * 60,
  recencyFullSec: 30 * Seconds.daySec,
  openFull: 5,
  distanceMax: Number.POSITIVE_INFINITY,
  monthMinutesMax: 40 * 60,
  openMax: 5,
  restSec: 30 * Seconds.minuteSec,
  excludesHousehold: true,
  continuity: "Same",
  rounds: 1,
  method: "Optimal",
  provenance: {
    kind: "assumed",
    reason: "near volunteers first, work shared evenly; no town has published its weights"
  }
}

/**
 * Throws a `RangeError` for a policy that cannot be: weights that are not whole numbers from 0, a
 * `Full` value or `rounds` not above 0, a negative or missing `Max` value or rest.
 *
 * @category policies
 * @since 0.1.0
 */
export const assertGood = (policy: MatchingPolicy): void => {
  const { rounds, restSec, distanceMax, monthMinutesMax, openMax } = policy
  const { skillsFull, distanceFull, monthMinutesFull, recencyFullSec, openFull } = policy
  const weights = parts.map((part) => policy.weights[part])
  const fulls = [skillsFull, distanceFull, monthMinutesFull, recencyFullSec, openFull]
  const isGood =
    weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0 && weight <= 1000) &&
    fulls.every((full) => Number.isFinite(full) && full > 0) &&
    [distanceMax, monthMinutesMax, openMax, restSec].every((most) => most >= 0) &&
    Number.isSafeInteger(rounds) &&
    rounds >= 1
  if (!isGood)
    throw new RangeError(`This cannot be a policy of matching: ${JSON.stringify(policy)}`)
}
