/**
 * How many facts an evaluation was given, how many counted, and why the others did not. Nothing is
 * left out in silence: given is counted plus excluded.
 */
import type { Label } from "@wangge/facts"

/**
 * Why a fact did not count at all, each fact for the first reason that holds. Append only.
 *
 * - `KindNotUsed`: no rule reads its kind.
 * - `UnitMissing`, `UnitNotListed`: it names no unit of the rules' kind, or one that is not on the
 *   list.
 * - `Superseded`: a later fact replaces it.
 * - `Duplicate`: the same thing is said of the same unit by another fact (same id, or same kind,
 *   subject and cause); the earliest counts, of these the one with the least id.
 * - `AfterAsOf`: it happened at `asOfSec` or later.
 * - `OutsidePeriod`: it is of a kind that counts only in the period, and happened outside it.
 *
 * @source none: our own names
 * @category facts
 * @since 0.1.0
 */
export const factReasons = [
  "KindNotUsed",
  "UnitMissing",
  "UnitNotListed",
  "Superseded",
  "Duplicate",
  "AfterAsOf",
  "OutsidePeriod"
] as const

/**
 * One of {@link factReasons}.
 *
 * @category facts
 * @since 0.1.0
 */
export type FactReason = (typeof factReasons)[number]

/**
 * How many facts were given, how many counted, and how many each reason left out; reasons that left
 * out none are not listed. `given` is `counted` plus all the excluded.
 *
 * @category facts
 * @since 0.1.0
 */
export interface FactTally {
  readonly given: number
  readonly counted: number
  readonly excluded: ReadonlyArray<{ readonly reason: FactReason; readonly count: number }>
}

/**
 * What each reason is called on a screen, in English and Chinese.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<FactReason, Label.Label>> = {
  KindNotUsed: { en: "no rule reads this kind", zh: "规则不使用此类事实" },
  UnitMissing: { en: "names no unit", zh: "未注明被考核单位" },
  UnitNotListed: { en: "unit not on the list", zh: "单位不在名单内" },
  Superseded: { en: "replaced by a correction", zh: "已被更正" },
  Duplicate: { en: "said twice", zh: "重复" },
  AfterAsOf: { en: "after the counting date", zh: "晚于统计时点" },
  OutsidePeriod: { en: "outside the period", zh: "不在考核期内" }
}

/**
 * The tally of some numbers by reason, in the order of {@link factReasons}.
 *
 * ```ts
 * import { FactTally } from "@wangge/evaluation"
 *
 * FactTally.of(9, new Map([["Duplicate", 1]]))
 * // => { given: 10, counted: 9, excluded: [{ reason: "Duplicate", count: 1 }] }
 * ```
 *
 * @category facts
 * @since 0.1.0
 */
export const of = (counted: number, excluded: ReadonlyMap<FactReason, number>): FactTally => ({
  given: [...excluded.values()].reduce((sum, count) => sum + count, counted),
  counted,
  excluded: factReasons.flatMap((reason) => {
    const count = excluded.get(reason) ?? 0
    return count === 0 ? [] : [{ reason, count }]
  })
})
