/**
 * A shock: something that hits part of the town for some days. The two kinds are more demand and
 * missing workers; a stress test searches for the smallest one that breaks a promise.
 */

/**
 * Demand of all streams multiplied, from day `fromDay` for `days` days, in `grids` grids.
 *
 * Day 0 is the first measured day; grids are counted in tree order from index `firstGrid`, so
 * that the grids hit are neighbours in the tree. The extra cases are drawn apart: the cases of
 * the quiet world stay what they were.
 *
 * @category shocks
 * @since 0.1.0
 */
export interface DemandShock {
  readonly kind: "demand"
  /** At least 1. */
  readonly multiplier: number
  readonly fromDay: number
  readonly days: number
  readonly firstGrid: number
  readonly grids: number
}

/**
 * A share of the grid workers of some grids is away for some days.
 *
 * The number away is the share of the workers of those grids, rounded to whole people; a larger
 * share always takes the same people and more. Work in hand is finished first.
 *
 * @category shocks
 * @since 0.1.0
 */
export interface AbsenceShock {
  readonly kind: "absence"
  /** From 0 to 1. */
  readonly share: number
  readonly fromDay: number
  readonly days: number
  readonly firstGrid: number
  readonly grids: number
}

/**
 * One of the two kinds of shock.
 *
 * @category shocks
 * @since 0.1.0
 */
export type Shock = DemandShock | AbsenceShock

/**
 * Whether a shock is on in a grid on a day.
 *
 * ```ts
 * import { Shock } from "@wangge/simulator"
 *
 * const flood = { kind: "demand", multiplier: 3, fromDay: 10, days: 2, firstGrid: 0, grids: 5 } as const
 * Shock.hits(flood, { day: 11, grid: 4 }) // => true
 * Shock.hits(flood, { day: 12, grid: 4 }) // => false
 * ```
 *
 * @category shocks
 * @since 0.1.0
 */
export const hits = (
  shock: Shock,
  place: { readonly day: number; readonly grid: number }
): boolean =>
  place.day >= shock.fromDay &&
  place.day < shock.fromDay + shock.days &&
  place.grid >= shock.firstGrid &&
  place.grid < shock.firstGrid + shock.grids

/**
 * The shock in words, as the command line prints it.
 *
 * @category shocks
 * @since 0.1.0
 */
export const toText = (shock: Shock, lang: "en" | "zh"): string => {
  const last = shock.fromDay + shock.days - 1
  const lastGrid = shock.firstGrid + shock.grids - 1
  const size =
    shock.kind === "demand"
      ? { en: `demand x ${shock.multiplier}`, zh: `诉求量为${shock.multiplier}倍` }
      : {
          en: `${Math.round(shock.share * 1000) / 10} % of the grid workers away`,
          zh: `${Math.round(shock.share * 1000) / 10}%的网格员缺勤`
        }
  return lang === "en"
    ? `${size.en} on days ${shock.fromDay} to ${last} in grids ${shock.firstGrid} to ${lastGrid} (${shock.days} days, ${shock.grids} grids)`
    : `第${shock.fromDay}至${last}天、第${shock.firstGrid}至${lastGrid}号网格，${size.zh}（${shock.days}天、${shock.grids}个网格）`
}
