/**
 * How much hangs on the weights, exactly: how far each weight may move before any rank or band changes,
 * how much ranks shift over all possible weights, and the least weight that must move to carry a unit
 * across a cut. A bonus that hangs on a hair is named before it is paid. For weighted sums; all numbers
 * are rationals, so that an edge is an edge.
 */
import { crossingsOf, type Line } from "./internal/lineCrossings.ts"
import * as Rational from "./Rational.ts"
import * as StatisticProblem from "./StatisticProblem.ts"

/**
 * The points of one unit, one number per part.
 *
 * @category sensitivity
 * @since 0.1.0
 */
export interface UnitPoints {
  readonly unitId: string
  readonly points: ReadonlyArray<Rational.Rational>
}

/**
 * Units and the weights of the parts, which sum to exactly 1.
 *
 * @category sensitivity
 * @since 0.1.0
 */
export interface Weighted {
  readonly weights: ReadonlyArray<Rational.Rational>
  readonly units: ReadonlyArray<UnitPoints>
}

/**
 * How far a weight may go one way. `NoChange`: to 0 or 1, and nothing changes. `Changes`: up to `at`;
 * there, or just beyond, the units named in `unitIds` change (two units whose order changes, or one
 * that changes band).
 *
 * @category sensitivity
 * @since 0.1.0
 */
export type Reach =
  | { readonly kind: "NoChange" }
  | {
      readonly kind: "Changes"
      readonly at: Rational.Rational
      readonly unitIds: ReadonlyArray<string>
    }

/**
 * One weight and how far it may go down and up before a rank and before a band changes.
 *
 * @category sensitivity
 * @since 0.1.0
 */
export interface WeightReach {
  readonly index: number
  readonly weight: Rational.Rational
  readonly rank: { readonly down: Reach; readonly up: Reach }
  readonly band: { readonly down: Reach; readonly up: Reach }
}

/**
 * How far each weight may move, the other weights rescaled in proportion so that all still sum to 1,
 * before any rank or any band changes. `edges` are scores from which a better band begins. A tie of two
 * units changes at once unless both have the same points throughout. A weight of 1 has no others to
 * rescale: it is left out of the answer.
 *
 * Refused: no units, other numbers of points than of weights (`RaggedMatrix`), negative weights, and
 * weights that do not sum to exactly 1 (`OutOfRange`), a doubled id.
 *
 * Cost: the square of the units, times the parts.
 *
 * ```ts
 * import { Rational, WeightSensitivity } from "@wangge/evaluation"
 *
 * const answer = WeightSensitivity.reach({
 *   weights: [Rational.make(1, 2), Rational.make(1, 2)],
 *   units: [
 *     { unitId: "a", points: [90, 60].map((points) => Rational.make(points)) },
 *     { unitId: "b", points: [60, 80].map((points) => Rational.make(points)) }
 *   ]
 * }, [])
 * const down = answer.ok ? answer.reaches[0]?.rank.down : undefined
 * down?.kind === "Changes" ? Rational.toText(down.at) : "" // => "2/5"
 * ```
 *
 * @source none: with the others in proportion a score is a straight line in the one weight; the first
 * crossing on each side is the answer
 * @category sensitivity
 * @since 0.1.0
 */
export const reach = (
  weighted: Weighted,
  edges: ReadonlyArray<Rational.Rational>
):
  | { readonly ok: true; readonly reaches: ReadonlyArray<WeightReach> }
  | StatisticProblem.Refusal => {
  const wrong = problemOf(weighted)
  if (wrong !== undefined) return wrong
  const { weights, units } = weighted
  const scores = units.map(({ points }) => scoreOf(weights, points))
  const reaches = weights.flatMap((weight, index): ReadonlyArray<WeightReach> => {
    const others = Rational.subtract(Rational.one, weight)
    if (others.numerator === 0n) return []
    const lines = units.map(({ unitId, points }, unit): Line => {
      const own = points[index] ?? Rational.zero
      const rest = Rational.subtract(scores[unit] ?? Rational.zero, Rational.multiply(weight, own))
      const atZero = Rational.divide(rest, others)
      return { unitId, atZero, slope: Rational.subtract(own, atZero) }
    })
    const { rank, band } = crossingsOf(lines, weight, edges)
    return [{ index, weight, rank, band }]
  })
  return { ok: true, reaches }
}

/**
 * How little must move for a unit to cross a cut. `Moves`: the least share of all weight that has to go
 * from some parts to others until the score is at the cut; any more carries it across. 0 means that it
 * is at the cut already. `Never`: no weights do it.
 *
 * @category sensitivity
 * @since 0.1.0
 */
export type Hair =
  | { readonly kind: "Moves"; readonly share: Rational.Rational }
  | { readonly kind: "Never" }

/**
 * The least share of weight that must move to bring a score to a cut: taken from the parts that hold
 * the score up most (or down most, for a score below the cut) and given to the one that does so least.
 *
 * Throws a `RangeError` when there are not as many points as weights.
 *
 * ```ts
 * import { Rational, WeightSensitivity } from "@wangge/evaluation"
 *
 * const half = Rational.make(1, 2)
 * const points = [Rational.make(100), Rational.make(80)]
 * const hair = WeightSensitivity.hair([half, half], points, Rational.make(88))
 * hair.kind === "Moves" ? Rational.toText(hair.share) : "" // => "1/10"
 * ```
 *
 * @source none: a linear programme over the weights whose optimum takes the dearest weight first
 * @category sensitivity
 * @since 0.1.0
 */
export const hair = (
  weights: ReadonlyArray<Rational.Rational>,
  points: ReadonlyArray<Rational.Rational>,
  cut: Rational.Rational
): Hair => {
  if (points.length !== weights.length) throw new RangeError("One number of points for each weight")
  const gap = Rational.subtract(scoreOf(weights, points), cut)
  if (gap.numerator === 0n) return { kind: "Moves", share: Rational.zero }
  const isAbove = gap.numerator > 0n
  const heights = isAbove ? points : points.map(Rational.negate)
  const lowest = heights.reduce(Rational.min)
  const order = heights
    .map((height, index) => ({ height, weight: weights[index] ?? Rational.zero }))
    .sort((left, right) => Rational.compare(right.height, left.height))
  let left = isAbove ? gap : Rational.negate(gap)
  let share = Rational.zero
  for (const { height, weight } of order) {
    const drop = Rational.subtract(height, lowest)
    if (drop.numerator === 0n) break
    const all = Rational.multiply(drop, weight)
    if (Rational.compare(all, left) >= 0) {
      return { kind: "Moves", share: Rational.add(share, Rational.divide(left, drop)) }
    }
    left = Rational.subtract(left, all)
    share = Rational.add(share, weight)
  }
  return { kind: "Never" }
}

/**
 * The closest pair across a cut at some number of places: of all units among the best `places` and all
 * behind them, the one whose order with another needs the least weight to move, for each unit ahead of
 * the cut. Units that tie across the cut have a share of 0.
 *
 * Refused as {@link reach}; a number of places that is not from 1 to one less than the units
 * (`OutOfRange`).
 *
 * Cost: units ahead times units behind.
 *
 * ```ts
 * import { Rational, WeightSensitivity } from "@wangge/evaluation"
 *
 * const answer = WeightSensitivity.atCut({
 *   weights: [Rational.make(1, 2), Rational.make(1, 2)],
 *   units: [
 *     { unitId: "a", points: [90, 60].map((points) => Rational.make(points)) },
 *     { unitId: "b", points: [60, 80].map((points) => Rational.make(points)) }
 *   ]
 * }, 1)
 * const first = answer.ok ? answer.ahead[0] : undefined
 * first?.hair.kind === "Moves" ? [first.unitId, Rational.toText(first.hair.share)] : []
 * // => ["a", "1/10"]
 * ```
 *
 * @source as at {@link hair}, on the difference of the points of two units
 * @category sensitivity
 * @since 0.1.0
 */
export const atCut = (
  weighted: Weighted,
  places: number
):
  | {
      readonly ok: true
      readonly ahead: ReadonlyArray<{
        readonly unitId: string
        readonly behindId: string
        readonly hair: Hair
      }>
    }
  | StatisticProblem.Refusal => {
  const wrong = problemOf(weighted)
  if (wrong !== undefined) return wrong
  const { weights, units } = weighted
  if (!Number.isInteger(places) || places < 1 || places >= units.length) {
    return StatisticProblem.refuse("OutOfRange", "places", `${places}`, `1..${units.length - 1}`)
  }
  const order = units
    .map(({ unitId, points }) => ({ unitId, points, score: scoreOf(weights, points) }))
    .sort((left, right) => {
      const byScore = Rational.compare(right.score, left.score)
      return byScore !== 0 ? byScore : left.unitId < right.unitId ? -1 : 1
    })
  const behind = order.slice(places)
  const ahead = order.slice(0, places).map(({ unitId, points }) => {
    const hairs = behind.map((other) => {
      const differences = points.map((own, part) =>
        Rational.subtract(own, other.points[part] ?? Rational.zero)
      )
      return { unitId, behindId: other.unitId, hair: hair(weights, differences, Rational.zero) }
    })
    return hairs.reduce((left, right) => (isThinner(right.hair, left.hair) ? right : left))
  })
  return { ok: true, ahead }
}

/**
 * The score of some points: the sum of each times its weight.
 *
 * @category sensitivity
 * @since 0.1.0
 */
export const scoreOf = (
  weights: ReadonlyArray<Rational.Rational>,
  points: ReadonlyArray<Rational.Rational>
): Rational.Rational =>
  Rational.sum(
    points.map((value, part) => Rational.multiply(value, weights[part] ?? Rational.zero))
  )

/**
 * What is wrong with units and weights, or nothing.
 *
 * @source none: arithmetic
 * @category sensitivity
 * @since 0.1.0
 */
export const problemOf = ({ weights, units }: Weighted): StatisticProblem.Refusal | undefined => {
  if (units.length === 0) return StatisticProblem.refuse("TooFewUnits", "units", 0, 1)
  const negative = weights.find(({ numerator }) => numerator < 0n)
  const sum = Rational.sum(weights)
  if (negative !== undefined || !Rational.equals(sum, Rational.one)) {
    const found = Rational.toText(negative ?? sum)
    return StatisticProblem.refuse("OutOfRange", "weights", found, ">= 0, = 1")
  }
  const seen = new Set<string>()
  for (const { unitId, points } of units) {
    if (points.length !== weights.length) {
      return StatisticProblem.refuse("RaggedMatrix", unitId, points.length, weights.length)
    }
    if (seen.has(unitId)) return StatisticProblem.refuse("DuplicateId", "units", unitId, 1)
    seen.add(unitId)
  }
  return undefined
}

const isThinner = (left: Hair, right: Hair): boolean =>
  left.kind === "Moves" && (right.kind === "Never" || Rational.compare(left.share, right.share) < 0)
