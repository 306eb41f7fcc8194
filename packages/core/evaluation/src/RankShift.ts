/**
 * How much ranks shift over all possible weights: the ranks of each unit at every point of an even
 * lattice of weight sets, from all weight on one part to all parts alike. A unit that stays in front
 * whatever the weights is in front; one that roams is where the weights put it.
 */
import * as Rational from "./Rational.ts"
import * as StatisticProblem from "./StatisticProblem.ts"
import * as WeightSensitivity from "./WeightSensitivity.ts"

/**
 * The ranks of one unit over the lattice: `here` at the weights given, the best and worst anywhere, and
 * the mean distance from `here`. Units that tie share the mean of their ranks, so that ranks may be
 * halves.
 *
 * @category sensitivity
 * @since 0.1.0
 */
export interface UnitShift {
  readonly unitId: string
  readonly here: Rational.Rational
  readonly best: Rational.Rational
  readonly worst: Rational.Rational
  readonly shift: Rational.Rational
}

/**
 * All units, in the order given, with the mean of their shifts and the number of weight sets tried.
 *
 * @category sensitivity
 * @since 0.1.0
 */
export interface RankShift {
  readonly setCount: number
  readonly shift: Rational.Rational
  readonly units: ReadonlyArray<UnitShift>
}

/**
 * The most weight sets that are tried.
 *
 * @category sensitivity
 * @source none: some seconds of work
 * @since 0.1.0
 */
export const setCountMax = 100_000

/**
 * The shifts over the simplex lattice: all weight sets whose weights are whole multiples of
 * 1 / `stepCount` and sum to 1, each counted once. `stepCount` 1 tries only the corners, where one part
 * has all the weight. Exact.
 *
 * Refused as `WeightSensitivity.reach`; a number of steps below 1 and a lattice of more than
 * {@link setCountMax} sets (`OutOfRange`).
 *
 * Cost: a sort of the units for each set.
 *
 * ```ts
 * import { RankShift, Rational } from "@wangge/evaluation"
 *
 * const answer = RankShift.of({
 *   weights: [Rational.make(1, 2), Rational.make(1, 2)],
 *   units: [
 *     { unitId: "a", points: [90, 60].map((points) => Rational.make(points)) },
 *     { unitId: "b", points: [60, 80].map((points) => Rational.make(points)) }
 *   ]
 * }, 1)
 * answer.ok ? Rational.toText(answer.rankShift.shift) : "" // => "1/2"
 * ```
 *
 * @source OECD and JRC 2008, Handbook on Constructing Composite Indicators, step 7 (average shift in
 * rank); the lattice: Scheffé 1958, Journal of the Royal Statistical Society B 20:344-360
 * @category sensitivity
 * @since 0.1.0
 */
export const of = (
  weighted: WeightSensitivity.Weighted,
  stepCount: number
): { readonly ok: true; readonly rankShift: RankShift } | StatisticProblem.Refusal => {
  const wrong = WeightSensitivity.problemOf(weighted)
  if (wrong !== undefined) return wrong
  const partCount = weighted.weights.length
  if (!Number.isSafeInteger(stepCount) || stepCount < 1) {
    return StatisticProblem.refuse("BadCount", "stepCount", `${stepCount}`, ">= 1")
  }
  const setCount = latticeCount(partCount, stepCount)
  if (setCount > setCountMax) {
    return StatisticProblem.refuse("OutOfRange", "stepCount", stepCount, `<= ${setCountMax} sets`)
  }
  const points = wholePoints(weighted.units)
  const scores = weighted.units.map((unit) =>
    WeightSensitivity.scoreOf(weighted.weights, unit.points)
  )
  const here = twiceMidRanks(scores, Rational.compare)
  const seen = here.map(() => ({ best: Number.POSITIVE_INFINITY, worst: 0, moved: 0 }))
  for (const set of latticeSets(partCount, stepCount)) {
    const sums = points.map((row) => row.reduce((sum, value, part) => sum + value * set[part]!, 0n))
    const ranks = twiceMidRanks(sums, (left, right) => (left < right ? -1 : left > right ? 1 : 0))
    for (const [unit, record] of seen.entries()) {
      const rank = ranks[unit]!
      record.best = Math.min(record.best, rank)
      record.worst = Math.max(record.worst, rank)
      record.moved += Math.abs(rank - here[unit]!)
    }
  }
  const units = weighted.units.map(({ unitId }, unit): UnitShift => {
    const { best, worst, moved } = seen[unit]!
    return {
      unitId,
      here: Rational.make(here[unit]!, 2),
      best: Rational.make(best, 2),
      worst: Rational.make(worst, 2),
      shift: Rational.make(moved, 2 * setCount)
    }
  })
  const mean = Rational.divide(
    Rational.sum(units.map(({ shift }) => shift)),
    Rational.make(units.length)
  )
  return { ok: true, rankShift: { setCount, shift: mean, units } }
}

/** How many ways there are to share so many steps among the parts; beyond the limit, just above it. */
const latticeCount = (partCount: number, stepCount: number): number => {
  let count = 1
  for (let part = 1; part < partCount; part += 1) {
    count = (count * (stepCount + part)) / part
    if (count > setCountMax) return setCountMax + 1
  }
  return Math.round(count)
}

/** Every way to share `left` steps among the parts. */
function* latticeSets(partCount: number, left: number): Generator<ReadonlyArray<bigint>> {
  if (partCount === 1) {
    yield [BigInt(left)]
    return
  }
  for (let own = 0; own <= left; own += 1) {
    for (const rest of latticeSets(partCount - 1, left - own)) yield [BigInt(own), ...rest]
  }
}

/** The points as whole numbers of one common fraction of a point, which leaves every order as it is. */
const wholePoints = (
  units: ReadonlyArray<WeightSensitivity.UnitPoints>
): ReadonlyArray<ReadonlyArray<bigint>> => {
  const common = units
    .flatMap(({ points }) => points)
    .reduce((shared, { denominator }) => {
      return shared * Rational.make(shared, denominator).denominator
    }, 1n)
  return units.map(({ points }) =>
    points.map(({ numerator, denominator }) => numerator * (common / denominator))
  )
}

/** Twice the rank of each value, 1 for the highest, ties at the mean of their ranks: whole numbers. */
const twiceMidRanks = <Value>(
  values: ReadonlyArray<Value>,
  compare: (left: Value, right: Value) => number
): ReadonlyArray<number> => {
  const order = values
    .map((value, place) => ({ value, place }))
    .sort((left, right) => compare(right.value, left.value))
  const ranks = values.map(() => 0)
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (end < order.length && compare(order[start]!.value, order[end]!.value) === 0) end += 1
    for (const { place } of order.slice(start, end)) ranks[place] = start + 1 + end
    start = end
  }
  return ranks
}
