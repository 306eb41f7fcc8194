/**
 * From the value of an indicator to points from 0 to 100, by posts that the rule names beforehand.
 * A scale that is fixed in advance gives a unit the same points whatever the others do; scales that
 * depend on the others (min-max, z-score, rank) are analysis tools in `Normalization`.
 */
import * as Rational from "./Rational.ts"
import type { SourcedDecimal } from "./SourcedDecimal.ts"

/**
 * 0 points at `zero`, 100 at `full`, on a straight line between, no more and no less outside.
 * `full` below `zero` is a scale on which less is better.
 *
 * @category scales
 * @since 0.1.0
 */
export interface Goalposts {
  readonly kind: "Goalposts"
  readonly zero: SourcedDecimal
  readonly full: SourcedDecimal
}

/**
 * 100 points at the target or better; short of it the attained part of it: value / target where more
 * is better, target / value where less is. The target is above 0.
 *
 * @category scales
 * @since 0.1.0
 */
export interface Target {
  readonly kind: "Target"
  readonly target: SourcedDecimal
  readonly better: "Higher" | "Lower"
}

/**
 * How a value becomes points.
 *
 * @category scales
 * @since 0.1.0
 */
export type PointScale = Goalposts | Target

/**
 * A scale with its numbers read.
 *
 * @category scales
 * @since 0.1.0
 */
export type CompiledScale =
  | {
      readonly kind: "Goalposts"
      readonly zero: Rational.Rational
      readonly full: Rational.Rational
    }
  | {
      readonly kind: "Target"
      readonly target: Rational.Rational
      readonly better: "Higher" | "Lower"
    }

/**
 * The points of a value, exact, from 0 to 100.
 *
 * ```ts
 * import { PointScale, Rational } from "@wangge/evaluation"
 *
 * const onTime = { kind: "Goalposts", zero: Rational.make(6, 10), full: Rational.one } as const
 * const points = (value: Rational.Rational) => Rational.toText(PointScale.points(onTime, value))
 * const found = [Rational.make(1, 2), Rational.make(737, 972), Rational.one].map(points)
 * found // => ["0", "19225/486", "100"]
 * ```
 *
 * @category scales
 * @since 0.1.0
 */
export const points = (scale: CompiledScale, value: Rational.Rational): Rational.Rational =>
  Rational.multiply(Rational.hundred, clamped(attained(scale, value)))

/**
 * Which direction a scale rewards.
 *
 * @category scales
 * @since 0.1.0
 */
export const better = (scale: CompiledScale): "Higher" | "Lower" => {
  if (scale.kind === "Target") return scale.better
  return Rational.compare(scale.full, scale.zero) > 0 ? "Higher" : "Lower"
}

const attained = (scale: CompiledScale, value: Rational.Rational): Rational.Rational => {
  if (scale.kind === "Goalposts") {
    return Rational.divide(
      Rational.subtract(value, scale.zero),
      Rational.subtract(scale.full, scale.zero)
    )
  }
  if (scale.better === "Higher") return Rational.divide(value, scale.target)
  return value.numerator <= 0n ? Rational.one : Rational.divide(scale.target, value)
}

const clamped = (share: Rational.Rational): Rational.Rational =>
  Rational.max(Rational.zero, Rational.min(Rational.one, share))
