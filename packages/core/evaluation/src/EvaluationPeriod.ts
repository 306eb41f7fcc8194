/**
 * The occasion of an evaluation: which seconds count, as of when the facts are known, which units
 * are evaluated, and what stood in the period before. The same rules and facts give another result
 * only for another occasion.
 */
import type { Label } from "@wangge/facts"
import type { Rational } from "./Rational.ts"

/**
 * A unit that is evaluated. `level` is whom it is compared with: ranks, quotas and spread are kept
 * apart by level (`""` where there is only one).
 *
 * @category periods
 * @since 0.1.0
 */
export interface EvaluatedUnit {
  readonly id: string
  readonly label: Label.Label
  readonly level: string
}

/**
 * What a unit had in the period before: its band for hysteresis, its points by indicator for the
 * rule `Carry`.
 *
 * @category periods
 * @since 0.1.0
 */
export interface UnitBefore {
  readonly unitId: string
  readonly bandId: string
  readonly points: ReadonlyArray<{ readonly indicatorId: string; readonly points: Rational }>
}

/**
 * The occasion of an evaluation.
 *
 * The period runs from `fromSec` up to but not including `untilSec`. A matter belongs to it when the
 * fact that puts it below the line happened in it; what became of the matter is read from facts
 * before `asOfSec`, which is `untilSec` or later, so that a follow-up in the first days of the next
 * month can still tell whether a case of this month was solved.
 *
 * `units` is the list of who is evaluated: a unit without any fact is then insufficient instead of
 * missing. An empty list stands for every unit that a fact names, all of one level.
 *
 * @category periods
 * @since 0.1.0
 */
export interface EvaluationPeriod {
  readonly fromSec: number
  readonly untilSec: number
  readonly asOfSec: number
  readonly units: ReadonlyArray<EvaluatedUnit>
  readonly before: ReadonlyArray<UnitBefore>
}

/**
 * A period without a list of units and without one before it, as of its end.
 *
 * ```ts
 * import { EvaluationPeriod } from "@wangge/evaluation"
 *
 * EvaluationPeriod.make({ fromSec: 0, untilSec: 86_400 }).asOfSec // => 86400
 * ```
 *
 * @category periods
 * @since 0.1.0
 */
export const make = (
  options: Pick<EvaluationPeriod, "fromSec" | "untilSec"> & Partial<EvaluationPeriod>
): EvaluationPeriod => ({
  fromSec: options.fromSec,
  untilSec: options.untilSec,
  asOfSec: options.asOfSec ?? options.untilSec,
  units: options.units ?? [],
  before: options.before ?? []
})

/**
 * What {@link standing} returns for a fact in the period.
 *
 * @source none: our own codes
 * @category standings
 * @since 0.1.0
 */
export const inPeriod = 0
/**
 * What {@link standing} returns for an outcome outside the period but before its `asOfSec`.
 *
 * @source none: our own codes
 * @category standings
 * @since 0.1.0
 */
export const outcome = 1
/**
 * What {@link standing} returns for a fact that counts only in the period and lies outside it.
 *
 * @source none: our own codes
 * @category standings
 * @since 0.1.0
 */
export const outside = 2
/**
 * What {@link standing} returns for a fact at the `asOfSec` of the period or later.
 *
 * @source none: our own codes
 * @category standings
 * @since 0.1.0
 */
export const after = 3

/**
 * Where a fact stands in time: {@link inPeriod}, {@link outcome}, {@link outside} or {@link after}.
 *
 * `isOutcome` says whether its kind counts outside the period too (`outcomeBits` of compiled rules).
 * The one statement of the rule for records and columns. Allocates nothing.
 *
 * ```ts
 * import { EvaluationPeriod } from "@wangge/evaluation"
 *
 * const period = EvaluationPeriod.make({ fromSec: 10, untilSec: 20, asOfSec: 30 })
 * const found = [9, 10, 19, 20, 29, 30].map((sec) => EvaluationPeriod.standing(period, sec, true))
 * found // => [1, 0, 0, 1, 1, 3]
 * ```
 *
 * @source none: our own rule
 * @category standings
 * @since 0.1.0
 */
export const standing = (
  period: Pick<EvaluationPeriod, "fromSec" | "untilSec" | "asOfSec">,
  atSec: number,
  isOutcome: boolean
): number => {
  if (atSec >= period.asOfSec) return after
  if (period.fromSec <= atSec && atSec < period.untilSec) return inPeriod
  return isOutcome ? outcome : outside
}
