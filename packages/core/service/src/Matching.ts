/**
 * Brings needs and volunteers together: first as many places filled as possible, then at the least
 * cost by the policy. A match is a proposal: `MatchingReview` lets a human decide. The order of the
 * input never matters; ties are settled by the ids.
 */
import type { Id } from "@wangge/facts"
import { type Board, fillRound } from "./internal/matchingBoard.ts"
import { costOf, excludedOf, pairOf, weighedOf } from "./internal/matchingRules.ts"
import { firstTwice } from "./internal/moveFrame.ts"
import type { MatchingDistance } from "./MatchingDistance.ts"
import type { Candidate, MatchingNeed } from "./MatchingNeed.ts"
import { assertGood, type MatchingPolicy } from "./MatchingPolicy.ts"
import * as MatchingReason from "./MatchingReason.ts"

/**
 * What matching is asked.
 *
 * @category matching
 * @since 0.1.0
 */
export interface Question {
  readonly needs: ReadonlyArray<MatchingNeed>
  readonly candidates: ReadonlyArray<Candidate>
  readonly distance: MatchingDistance
}

/**
 * One volunteer for one need, what it costs and of what the cost is made.
 *
 * @category matching
 * @since 0.1.0
 */
export interface Match {
  readonly needId: string
  readonly volunteerId: Id.Id<"Person">
  readonly cost: number
  readonly weighed: ReadonlyArray<MatchingReason.Weighed>
}

/**
 * How many volunteers an exclusion ruled out; one volunteer may be ruled out for several reasons.
 *
 * @category matching
 * @since 0.1.0
 */
export interface Tally {
  readonly code: MatchingReason.Exclusion
  readonly count: number
}

/**
 * A need that did not get all its volunteers: how many are missing, how many were possible when the
 * matching was made, and what ruled the others out.
 *
 * @category matching
 * @since 0.1.0
 */
export interface Gap {
  readonly needId: string
  readonly missingCount: number
  readonly possibleCount: number
  readonly excluded: ReadonlyArray<Tally>
}

/**
 * The matches by need and volunteer, and the gaps by need.
 *
 * @category matching
 * @since 0.1.0
 */
export interface MatchingPlan {
  readonly matches: ReadonlyArray<Match>
  readonly gaps: ReadonlyArray<Gap>
  readonly cost: number
}

/**
 * Why a volunteer is possible for a need, or everything that rules him or her out.
 *
 * @category matching
 * @since 0.1.0
 */
export type Explanation =
  | {
      readonly ok: true
      readonly cost: number
      readonly weighed: ReadonlyArray<MatchingReason.Weighed>
    }
  | { readonly ok: false; readonly excluded: ReadonlyArray<MatchingReason.Excluded> }

/**
 * Explains one pair, matched or not.
 *
 * @source Personal Information Protection Law of China (2021), article 24: an automated decision can
 * be explained on request
 * @category matching
 * @since 0.1.0
 */
export const explain = (
  policy: MatchingPolicy,
  distance: MatchingDistance,
  need: MatchingNeed,
  candidate: Candidate
): Explanation => {
  const pair = pairOf(policy, distance, need, candidate)
  const excluded = excludedOf(pair)
  if (excluded.length > 0) return { ok: false, excluded }
  return { ok: true, cost: costOf(pair), weighed: weighedOf(pair) }
}

/**
 * A plan for all needs at once.
 *
 * Ranks go one after another, the smallest first; within a rank and a round, `"Optimal"` fills as
 * many places as can be, and of all ways to do so takes one of least total cost, and of those the one
 * that gives the first need, by id, the first volunteer by id, then the second, and so on. A
 * volunteer gets one need per round, `policy.rounds` in all, each with the promises before it counted
 * in. Throws a `RangeError` for a need or volunteer that is there twice, a count that is not a whole
 * number from 0, an empty spell and a policy that `MatchingPolicy.assertGood` refuses. Cost: places
 * squared times volunteers at worst; see the bench `matching`.
 *
 * @source none: assignment problem (Kuhn 1955, Munkres 1957; shortest augmenting paths after Jonker
 * and Volgenant 1987)
 * @category matching
 * @since 0.1.0
 */
export const plan = (policy: MatchingPolicy, question: Question): MatchingPlan => {
  assertGood(policy)
  assertQuestion(question)
  const needs = question.needs.toSorted(
    (one, other) => one.rank - other.rank || (one.needId < other.needId ? -1 : 1)
  )
  const board: Board = {
    policy,
    distance: question.distance,
    candidates: question.candidates.toSorted((one, other) =>
      one.volunteerId < other.volunteerId ? -1 : 1
    ),
    turns: new Map(),
    matches: []
  }
  for (const rank of new Set(needs.map((need) => need.rank))) {
    const ranked = needs.filter((need) => need.rank === rank)
    for (let round = 0; round < policy.rounds; round++) {
      const before = board.matches.length
      fillRound(board, ranked)
      if (board.matches.length === before) break
    }
  }
  return planOf(board, question, needs)
}

const assertQuestion = ({ needs, candidates }: Question): void => {
  const twice =
    firstTwice(needs.map(({ needId }) => needId)) ??
    firstTwice(candidates.map(({ volunteerId }) => volunteerId))
  if (twice !== undefined) throw new RangeError(`${twice} is in the question twice`)
  const bad = needs.find(
    ({ count, rank, spell }) =>
      !(Number.isSafeInteger(count) && count >= 0 && Number.isFinite(rank)) ||
      spell.fromSec >= spell.untilSec
  )
  if (bad !== undefined) throw new RangeError(`The need ${bad.needId} cannot be`)
}

const planOf = (
  board: Board,
  { candidates }: Question,
  needs: ReadonlyArray<MatchingNeed>
): MatchingPlan => {
  const matches = board.matches.toSorted(
    (one, other) => compare(one.needId, other.needId) || compare(one.volunteerId, other.volunteerId)
  )
  const gaps = needs
    .map((need) => gapOf(board, candidates, need, matches))
    .filter(({ missingCount }) => missingCount > 0)
    .toSorted((one, other) => compare(one.needId, other.needId))
  return { matches, gaps, cost: matches.reduce((sum, { cost }) => sum + cost, 0) }
}

/** The gap of a need, told by the candidates as they came in. */
const gapOf = (
  { policy, distance }: Board,
  candidates: ReadonlyArray<Candidate>,
  need: MatchingNeed,
  matches: ReadonlyArray<Match>
): Gap => {
  const missingCount = need.count - matches.filter(({ needId }) => needId === need.needId).length
  if (missingCount === 0)
    return { needId: need.needId, missingCount, possibleCount: 0, excluded: [] }
  const found = candidates.map((one) => excludedOf(pairOf(policy, distance, need, one)))
  const codes = found.flatMap((excluded) => excluded.map(({ code }) => code))
  return {
    needId: need.needId,
    missingCount,
    possibleCount: found.filter((excluded) => excluded.length === 0).length,
    excluded: MatchingReason.exclusions
      .map((code) => ({ code, count: codes.filter((one) => one === code).length }))
      .filter(({ count }) => count > 0)
  }
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
