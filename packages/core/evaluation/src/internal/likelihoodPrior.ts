/**
 * The beta distribution under which some counts are most likely. Only sums of reciprocals are needed
 * to climb; logarithms only decide between several tops.
 */
import type { ShareCount } from "../ShareCount.ts"
import { halved } from "./betaDistribution.ts"
import { naturalLog } from "./naturalLog.ts"

interface Steps {
  readonly inside: ReadonlyArray<number>
  readonly outside: ReadonlyArray<number>
  readonly all: ReadonlyArray<number>
}

/**
 * Mean and strength of the most likely beta distribution, or `"None"` where the likelihood still
 * rises, or is highest, at a strength of `strengthMax`: no spread; a strength of 0 where it is highest
 * at the least strength. The pooled share is not 0 or 1.
 */
export const likelihoodPrior = (
  units: ReadonlyArray<ShareCount>,
  strengthMax: number
): { readonly mean: number; readonly strength: number } | "None" => {
  const steps: Steps = {
    inside: survivors(units.map(({ count }) => count)),
    outside: survivors(units.map(({ count, total }) => total - count)),
    all: survivors(units.map(({ total }) => total))
  }
  const slope = (strength: number) => strengthSlope(steps, meanAt(steps, strength), strength)
  const tops: Array<number> = []
  const strengthMin = 1 / strengthMax
  for (let from = strengthMin; from < strengthMax; from *= 2) {
    const until = Math.min(strengthMax, from * 2)
    if (slope(from) > 0 && slope(until) <= 0) {
      tops.push(halved(from, until, (strength) => slope(strength) <= 0))
    }
  }
  const best = [strengthMin, ...tops, strengthMax]
    .map((strength) => ({ strength, height: heightAt(steps, strength) }))
    .reduce((left, right) => (right.height > left.height ? right : left))
  if (best.strength === strengthMax) return "None"
  const strength = best.strength === strengthMin ? 0 : best.strength
  return { mean: meanAt(steps, best.strength), strength }
}

/** At place `i` the number of values above `i`: how many units take the i-th step. */
const survivors = (values: ReadonlyArray<number>): ReadonlyArray<number> => {
  const most = values.reduce((left, right) => Math.max(left, right), 0)
  const above = Array.from({ length: most + 1 }, () => 0)
  for (const value of values) above[value] = above[value]! + 1
  for (let at = most - 1; at >= 0; at -= 1) above[at] = above[at]! + above[at + 1]!
  return above.slice(1)
}

/** The best mean for a strength: the likelihood is concave in the mean. */
const meanAt = ({ inside, outside }: Steps, strength: number): number =>
  halved(0, 1, (mean) => {
    const up = reciprocals(inside, mean * strength)
    return up <= reciprocals(outside, (1 - mean) * strength)
  })

const strengthSlope = ({ inside, outside, all }: Steps, mean: number, strength: number): number =>
  mean * reciprocals(inside, mean * strength) +
  (1 - mean) * reciprocals(outside, (1 - mean) * strength) -
  reciprocals(all, strength)

const heightAt = (steps: Steps, strength: number): number => {
  const mean = meanAt(steps, strength)
  return (
    logarithms(steps.inside, mean * strength) +
    logarithms(steps.outside, (1 - mean) * strength) -
    logarithms(steps.all, strength)
  )
}

const reciprocals = (counts: ReadonlyArray<number>, from: number): number => {
  let sum = 0
  for (let at = 0; at < counts.length; at += 1) sum += counts[at]! / (from + at)
  return sum
}

const logarithms = (counts: ReadonlyArray<number>, from: number): number => {
  let sum = 0
  for (let at = 0; at < counts.length; at += 1) sum += counts[at]! * naturalLog(from + at)
  return sum
}
