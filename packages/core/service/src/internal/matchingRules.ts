/**
 * The rules of matching for one pair of need and volunteer, each stated once: what rules the pair
 * out, and what it costs. The planner and the explanation both call these.
 */
import { Spell } from "@wangge/grid"
import * as Availability from "../Availability.ts"
import * as MatchingDistance from "../MatchingDistance.ts"
import type { Candidate, MatchingNeed } from "../MatchingNeed.ts"
import { type MatchingPolicy, type Part, parts } from "../MatchingPolicy.ts"
import type { Excluded, Weighed } from "../MatchingReason.ts"
import { notYet } from "../ServiceMove.ts"

/** One pair to look at. */
export interface Pair {
  readonly policy: MatchingPolicy
  readonly need: MatchingNeed
  readonly candidate: Candidate
  readonly distance: number
}

/** A pair, with its distance looked up. */
export const pairOf = (
  policy: MatchingPolicy,
  distance: MatchingDistance.MatchingDistance,
  need: MatchingNeed,
  candidate: Candidate
): Pair => ({
  policy,
  need,
  candidate,
  distance: MatchingDistance.between(distance, need.gridId, candidate.gridId)
})

type Check = (pair: Pair) => Excluded | undefined

const minutesOf = ({ spell }: MatchingNeed): number =>
  Math.ceil((spell.untilSec - spell.fromSec) / 60)

/** The checks, in the order of `MatchingReason.exclusions`. */
const checks: ReadonlyArray<Check> = [
  ({ candidate }) =>
    candidate.isActive ? undefined : { code: "NotActive", found: "", expected: "Active" },
  ({ need, candidate }) =>
    need.personId !== "" && need.personId === candidate.volunteerId
      ? { code: "IsThePerson", found: candidate.volunteerId, expected: "somebody else" }
      : undefined,
  ({ policy, need, candidate }) =>
    policy.excludesHousehold &&
    need.householdId !== "" &&
    need.householdId === candidate.householdId
      ? { code: "SameHousehold", found: candidate.householdId, expected: "another household" }
      : undefined,
  ({ need, candidate }) =>
    need.declinedIds.includes(candidate.volunteerId)
      ? { code: "DeclinedBefore", found: candidate.volunteerId, expected: "somebody else" }
      : undefined,
  ({ need, candidate }) =>
    candidate.isMinor && !need.takesMinors
      ? { code: "MinorNotTaken", found: "", expected: "of age" }
      : undefined,
  ({ need, candidate }) =>
    need.teamIds.length === 0 || candidate.teamIds.some((id) => need.teamIds.includes(id))
      ? undefined
      : { code: "OtherTeam", found: candidate.teamIds.join(), expected: need.teamIds.join() },
  ({ need, candidate }) => {
    if (need.skillIds.length === 0) return undefined
    const missing = need.skillIds.filter((id) => !candidate.skillIds.includes(id))
    if (missing.length === 0) return undefined
    return { code: "SkillMissing", found: candidate.skillIds.join(), expected: missing.join() }
  },
  ({ need, candidate }) =>
    Availability.isFree(candidate.free, need.spell)
      ? undefined
      : { code: "NotFree", found: need.spell.fromSec, expected: need.spell.untilSec },
  ({ need, candidate }) => {
    const promised = candidate.busy.find((spell) => Spell.overlap(spell, need.spell))
    if (promised === undefined) return undefined
    return { code: "PromisedElsewhere", found: promised.fromSec, expected: promised.untilSec }
  },
  ({ policy, need, candidate }) => {
    const restSec = candidate.busy.reduce(
      (least, spell) => Math.min(least, gapSec(spell, need.spell)),
      Number.POSITIVE_INFINITY
    )
    if (restSec >= policy.restSec) return undefined
    return { code: "RestTooShort", found: restSec, expected: policy.restSec }
  },
  ({ policy, distance }) =>
    distance <= policy.distanceMax
      ? undefined
      : { code: "TooFar", found: distance, expected: policy.distanceMax },
  ({ policy, need, candidate }) => {
    const minutes = candidate.monthMinutes + minutesOf(need)
    if (minutes <= policy.monthMinutesMax) return undefined
    return { code: "MonthLimitReached", found: minutes, expected: policy.monthMinutesMax }
  },
  ({ policy, candidate }) =>
    candidate.openCount < policy.openMax
      ? undefined
      : { code: "OpenLimitReached", found: candidate.openCount, expected: policy.openMax }
]

/** Seconds between two spells; infinitely many where they overlap, which is another matter. */
const gapSec = (one: Spell.Spell, other: Spell.Spell): number => {
  if (Spell.overlap(one, other)) return Number.POSITIVE_INFINITY
  return Math.max(one.fromSec - other.untilSec, other.fromSec - one.untilSec)
}

/** Everything that rules a pair out, in the order of the checks. */
export const excludedOf = (pair: Pair): ReadonlyArray<Excluded> =>
  checks.flatMap((check) => {
    const found = check(pair)
    return found === undefined ? [] : [found]
  })

/** Whether anything rules a pair out. */
const isExcluded = (pair: Pair): boolean => {
  for (const check of checks) if (check(pair) !== undefined) return true
  return false
}

/** One part of the cost of a pair, a whole number from 0 to 1000. */
const partOf = (part: Part, { policy, need, candidate, distance }: Pair): number => {
  switch (part) {
    case "Skill":
      return perMille(candidate.skillIds.length - need.skillIds.length, policy.skillsFull)
    case "Distance":
      return perMille(distance, policy.distanceFull)
    case "Fairness":
      return perMille(candidate.monthMinutes, policy.monthMinutesFull)
    case "Recency": {
      if (candidate.lastServedSec === notYet) return 0
      const sinceSec = Math.max(0, need.spell.fromSec - candidate.lastServedSec)
      return 1000 - perMille(sinceSec, policy.recencyFullSec)
    }
    case "Load":
      return perMille(candidate.openCount, policy.openFull)
    case "Continuity": {
      if (policy.continuity === "None" || need.personId === "") return 0
      const isKnown = candidate.servedPersonIds.includes(need.personId)
      return isKnown === (policy.continuity === "Same") ? 0 : 1000
    }
  }
}

const perMille = (value: number, full: number): number =>
  value >= full ? 1000 : Math.floor((Math.max(0, value) * 1000) / full)

/** The parts of the cost of a pair, each with its weight. */
export const weighedOf = (pair: Pair): ReadonlyArray<Weighed> =>
  parts.map((part) => ({
    part,
    value: partOf(part, pair),
    weight: pair.policy.weights[part]
  }))

/** The cost of a pair in whole numbers, `Infinity` for one that is ruled out. */
export const costOf = (pair: Pair): number => {
  if (isExcluded(pair)) return Number.POSITIVE_INFINITY
  let cost = 0
  for (const part of parts) {
    const weight = pair.policy.weights[part]
    if (weight > 0) cost += weight * partOf(part, pair)
  }
  return cost
}
