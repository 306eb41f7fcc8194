/**
 * Which of two shocks is the smaller. The order is size times length times share of the town; it
 * is total, so that "the smallest" is one shock, and it is printed with every result. The search,
 * its shrinking and its final check all follow this one order.
 */
import type { Shock } from "@wangge/simulator"
import * as ShockRange from "./ShockRange.ts"

/**
 * The order in words, as results print it.
 *
 * @category order
 * @source none: our choice; no common unit for more demand and fewer workers exists
 * @since 0.1.0
 */
export const text = {
  en: "smaller = fewer size steps x days x grids (a size step is 0.1 of the usual demand, or 5 % of the grid workers away); among equals fewer size steps, then fewer days, then fewer grids, then demand before absence, then the lower first grid, then the earlier first day",
  zh: "强度级数×天数×网格数较少者为小(一级为平时诉求量的0.1倍,或5%的网格员缺勤);相同时依次比较强度级数、天数、网格数,再以诉求冲击先于缺勤冲击,最后比较起始网格与起始日"
} as const

/**
 * A shock by its steps, the coordinates in which a search moves.
 *
 * @category order
 * @since 0.1.0
 */
export interface Steps {
  readonly kind: ShockRange.Kind
  /** Whole steps as in `ShockRange.stepsPerUnit`, at least 1. */
  readonly sizeSteps: number
  readonly days: number
  readonly grids: number
  readonly firstGrid: number
  readonly fromDay: number
}

/**
 * The shock of given steps.
 *
 * ```ts
 * import { ShockOrder } from "@wangge/stress"
 *
 * ShockOrder.toShock({ kind: "demand", sizeSteps: 3, days: 7, grids: 2, firstGrid: 0, fromDay: 30 })
 * // => { kind: "demand", multiplier: 1.3, fromDay: 30, days: 7, firstGrid: 0, grids: 2 }
 * ```
 *
 * @category order
 * @since 0.1.0
 */
export const toShock = (steps: Steps): Shock.Shock => {
  const { kind, sizeSteps, fromDay, days, firstGrid, grids } = steps
  const perUnit = ShockRange.stepsPerUnit[kind]
  // One division of whole numbers: the nearest number to the decimal, so 13 steps are just 2.3.
  return kind === "demand"
    ? { kind, multiplier: (perUnit + sizeSteps) / perUnit, fromDay, days, firstGrid, grids }
    : { kind, share: sizeSteps / perUnit, fromDay, days, firstGrid, grids }
}

/**
 * The steps of a shock, its size rounded to whole steps.
 *
 * @category order
 * @since 0.1.0
 */
export const toSteps = (shock: Shock.Shock): Steps => {
  const perUnit = ShockRange.stepsPerUnit[shock.kind]
  const size = shock.kind === "demand" ? shock.multiplier - 1 : shock.share
  return {
    kind: shock.kind,
    sizeSteps: Math.round(size * perUnit),
    days: shock.days,
    grids: shock.grids,
    firstGrid: shock.firstGrid,
    fromDay: shock.fromDay
  }
}

/**
 * How large a shock is: size steps x days x grids.
 *
 * ```ts
 * import { ShockOrder } from "@wangge/stress"
 *
 * ShockOrder.cost({ kind: "absence", share: 0.5, fromDay: 0, days: 7, firstGrid: 3, grids: 2 })
 * // => 140
 * ```
 *
 * @category order
 * @source none: see {@link text}; dividing by the number of grids would not change the order
 * @since 0.1.0
 */
export const cost = (shock: Shock.Shock): number => {
  const steps = toSteps(shock)
  return steps.sizeSteps * steps.days * steps.grids
}

/**
 * Negative where `left` is the smaller shock, positive where `right` is, 0 only for equal shocks.
 *
 * @category order
 * @since 0.1.0
 */
export const compare = (left: Shock.Shock, right: Shock.Shock): number => {
  const one = toSteps(left)
  const two = toSteps(right)
  return (
    cost(left) - cost(right) ||
    one.sizeSteps - two.sizeSteps ||
    one.days - two.days ||
    one.grids - two.grids ||
    ShockRange.kinds.indexOf(one.kind) - ShockRange.kinds.indexOf(two.kind) ||
    one.firstGrid - two.firstGrid ||
    one.fromDay - two.fromDay
  )
}

/**
 * Whether `outer` hits at least as hard as `inner`, on every day and in every grid of it.
 *
 * ```ts
 * import { ShockOrder } from "@wangge/stress"
 *
 * const outer = { kind: "absence", share: 0.5, fromDay: 0, days: 7, firstGrid: 0, grids: 4 } as const
 * ShockOrder.contains(outer, { ...outer, share: 0.4, fromDay: 6, days: 1 }) // => true
 * ShockOrder.contains(outer, { ...outer, fromDay: 6, days: 2 }) // => false
 * ```
 *
 * @category order
 * @since 0.1.0
 */
export const contains = (outer: Shock.Shock, inner: Shock.Shock): boolean =>
  outer.kind === inner.kind &&
  sizeOf(outer) >= sizeOf(inner) &&
  outer.fromDay <= inner.fromDay &&
  outer.fromDay + outer.days >= inner.fromDay + inner.days &&
  outer.firstGrid <= inner.firstGrid &&
  outer.firstGrid + outer.grids >= inner.firstGrid + inner.grids

const sizeOf = (shock: Shock.Shock): number =>
  shock.kind === "demand" ? shock.multiplier : shock.share

/**
 * Whether a shock lies within the ranges, on whole steps.
 *
 * @category order
 * @since 0.1.0
 */
export const isWithin = (shock: Shock.Shock, range: ShockRange.ShockRange): boolean => {
  const steps = toSteps(shock)
  const isOnStep = key(toShock(steps)) === key(shock)
  return (
    isOnStep &&
    range.kinds.includes(steps.kind) &&
    isIn(steps.sizeSteps, range.sizeSteps[steps.kind]) &&
    isIn(steps.days, range.days) &&
    isIn(steps.grids, range.grids) &&
    isIn(steps.fromDay, range.fromDay) &&
    steps.fromDay + steps.days <= range.horizonDays &&
    isIn(steps.firstGrid, { min: 0, max: range.gridCount - steps.grids })
  )
}

const isIn = (value: number, span: ShockRange.Span): boolean =>
  Number.isSafeInteger(value) && value >= span.min && value <= span.max

/**
 * A text that is equal for equal shocks and only for them; `none` for the empty shock.
 *
 * @category order
 * @since 0.1.0
 */
export const key = (shock: Shock.Shock | null): string => {
  if (shock === null) return "none"
  const size = shock.kind === "demand" ? shock.multiplier : shock.share
  const { kind, fromDay, days, firstGrid, grids } = shock
  return `${kind} ${size} ${fromDay} ${days} ${firstGrid} ${grids}`
}
