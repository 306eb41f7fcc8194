/**
 * Scales that depend on the other units: min-max, z-score, vector and rank. They are for comparing and
 * looking, not for pay: a unit's number changes when another unit comes, goes or moves, which goalposts
 * and targets never do. What cannot be scaled is refused; nothing here returns NaN.
 */
import * as StatisticProblem from "./StatisticProblem.ts"

/**
 * A column scaled, one number per unit, or why it cannot be.
 *
 * @category scales
 * @since 0.1.0
 */
export type Scaled =
  | { readonly ok: true; readonly values: ReadonlyArray<number> }
  | StatisticProblem.Refusal

/**
 * Between the worst value of the column at 0 and the best at 1.
 *
 * Refused: fewer than two units, all values equal (`EqualColumn`), numbers that are not finite.
 *
 * ```ts
 * import { Normalization } from "@wangge/evaluation"
 *
 * Normalization.minMax([10, 20, 40], "Lower") // => { ok: true, values: [1, 2 / 3, 0] }
 * ```
 *
 * @source OECD and JRC 2008, Handbook on Constructing Composite Indicators, step 5 (min-max)
 * @category scales
 * @since 0.1.0
 */
export const minMax = (values: ReadonlyArray<number>, better: "Higher" | "Lower"): Scaled => {
  const wrong = problemOf(values, 2)
  if (wrong !== undefined) return wrong
  const { least, most } = range(values)
  if (least === most) return StatisticProblem.refuse("EqualColumn", "values", least, "two values")
  const width = most - least
  return finite(values.map((value) => (better === "Higher" ? value - least : most - value) / width))
}

/**
 * Distance from the mean in standard deviations, above 0 for better than the mean. `Population`
 * divides squares by the number of units, `Sample` by one less.
 *
 * Refused as {@link minMax}.
 *
 * ```ts
 * import { Normalization } from "@wangge/evaluation"
 *
 * Normalization.zScore([1, 3], "Higher", "Population") // => { ok: true, values: [-1, 1] }
 * ```
 *
 * @source OECD and JRC 2008, Handbook on Constructing Composite Indicators, step 5 (z-scores)
 * @category scales
 * @since 0.1.0
 */
export const zScore = (
  values: ReadonlyArray<number>,
  better: "Higher" | "Lower",
  spread: "Population" | "Sample"
): Scaled => {
  const wrong = problemOf(values, 2)
  if (wrong !== undefined) return wrong
  const { least, most } = range(values)
  if (least === most) return StatisticProblem.refuse("EqualColumn", "values", least, "two values")
  const mean = sumOf(values) / values.length
  const distances = values.map((value) => (better === "Higher" ? value - mean : mean - value))
  const squares = sumOf(distances.map((distance) => distance * distance))
  const among = spread === "Population" ? values.length : values.length - 1
  const deviation = Math.sqrt(squares / among)
  return finite(distances.map((distance) => distance / deviation))
}

/**
 * Each value over the length of the column, the root of the sum of its squares; directions stay as they
 * are.
 *
 * Refused: no units, negative values (`OutOfRange`), all values 0 (`ZeroColumn`), numbers that are not
 * finite.
 *
 * ```ts
 * import { Normalization } from "@wangge/evaluation"
 *
 * Normalization.vector([3, 4]) // => { ok: true, values: [0.6, 0.8] }
 * ```
 *
 * @source Hwang and Yoon 1981, Multiple Attribute Decision Making (vector normalization)
 * @category scales
 * @since 0.1.0
 */
export const vector = (values: ReadonlyArray<number>): Scaled => {
  const wrong = problemOf(values, 1)
  if (wrong !== undefined) return wrong
  const negative = values.find((value) => value < 0)
  if (negative !== undefined) {
    return StatisticProblem.refuse("OutOfRange", "values", negative, ">= 0")
  }
  const { most } = range(values)
  if (most === 0) return StatisticProblem.refuse("ZeroColumn", "values", 0, "a value above 0")
  const shares = values.map((value) => value / most)
  const length = Math.sqrt(sumOf(shares.map((share) => share * share)))
  return finite(shares.map((share) => share / length))
}

/**
 * Ranks from 1 for the best; equal values share the mean of their ranks.
 *
 * Refused: no units, numbers that are not finite.
 *
 * ```ts
 * import { Normalization } from "@wangge/evaluation"
 *
 * Normalization.rank([70, 90, 70, 50], "Higher") // => { ok: true, values: [2.5, 1, 2.5, 4] }
 * ```
 *
 * @source Kendall and Gibbons 1990, Rank Correlation Methods, chapter 3 (mid-ranks of ties)
 * @category scales
 * @since 0.1.0
 */
export const rank = (values: ReadonlyArray<number>, better: "Higher" | "Lower"): Scaled => {
  const wrong = problemOf(values, 1)
  if (wrong !== undefined) return wrong
  const ranks = values.map((value) => {
    const above = values.filter((other) => (better === "Higher" ? other > value : other < value))
    const same = values.filter((other) => other === value)
    return above.length + (same.length + 1) / 2
  })
  return { ok: true, values: ranks }
}

const problemOf = (
  values: ReadonlyArray<number>,
  unitCountMin: number
): StatisticProblem.Refusal | undefined => {
  if (values.length < unitCountMin) {
    return StatisticProblem.refuse("TooFewUnits", "values", values.length, unitCountMin)
  }
  const wrong = values.find((value) => !Number.isFinite(value))
  return wrong === undefined
    ? undefined
    : StatisticProblem.refuse("NotFinite", "values", `${wrong}`, "a number")
}

/** Scaled values, unless numbers near the end of their range went over it on the way. */
const finite = (values: ReadonlyArray<number>): Scaled =>
  problemOf(values, 0) ?? { ok: true, values: values.map((value) => value + 0) }

const range = (values: ReadonlyArray<number>) => ({
  least: values.reduce((left, right) => Math.min(left, right), Number.POSITIVE_INFINITY),
  most: values.reduce((left, right) => Math.max(left, right), Number.NEGATIVE_INFINITY)
})

const sumOf = (values: ReadonlyArray<number>): number =>
  values.reduce((sum, value) => sum + value, 0)
