/**
 * From a shock to smaller ones. `candidates` are what fast-check tries while it shrinks, large
 * steps first; `neighbours` are the one-step-smaller shocks that the final check judges, all of
 * them, before a shock is called locally minimal.
 */
import type { Shock } from "@wangge/simulator"
import * as ShockOrder from "./ShockOrder.ts"
import type * as ShockRange from "./ShockRange.ts"

/**
 * The shocks one step smaller within the ranges, smallest first: at most five.
 *
 * One size step less; the last or the first day off; the last or the first grid off. A shock at
 * the low end of every range has none.
 *
 * ```ts
 * import { Shrink } from "@wangge/stress"
 *
 * const range = {
 *   kinds: ["absence"],
 *   sizeSteps: { demand: { min: 1, max: 40 }, absence: { min: 1, max: 20 } },
 *   days: { min: 1, max: 60 }, grids: { min: 1, max: 69 }, fromDay: { min: 0, max: 364 },
 *   horizonDays: 365, gridCount: 69
 * } as const
 * const shock = { kind: "absence", share: 0.1, fromDay: 0, days: 1, firstGrid: 0, grids: 3 } as const
 * Shrink.neighbours(shock, range).map((one) => [one.kind === "absence" ? one.share : 0, one.firstGrid, one.grids])
 * // => [[0.05, 0, 3], [0.1, 0, 2], [0.1, 1, 2]]
 * ```
 *
 * @category shrinking
 * @source none: one step along each factor of the printed order, from either end
 * @since 0.1.0
 */
export const neighbours = (
  shock: Shock.Shock,
  range: ShockRange.ShockRange
): ReadonlyArray<Shock.Shock> => {
  const from = ShockOrder.toSteps(shock)
  return inOrder(
    [
      { ...from, sizeSteps: from.sizeSteps - 1 },
      { ...from, days: from.days - 1 },
      { ...from, days: from.days - 1, fromDay: from.fromDay + 1 },
      { ...from, grids: from.grids - 1 },
      { ...from, grids: from.grids - 1, firstGrid: from.firstGrid + 1 }
    ],
    range
  )
}

/**
 * The smaller shocks to try in place of a breaking one, smallest first.
 *
 * Along each way to a neighbour: half of the way to the low end of the range, a quarter of it, and
 * so on to the single step of the {@link neighbours}. Trying them again from each one that breaks
 * is bisection along every factor at once.
 *
 * @category shrinking
 * @since 0.1.0
 */
export const candidates = (
  shock: Shock.Shock,
  range: ShockRange.ShockRange
): ReadonlyArray<Shock.Shock> => {
  const from = ShockOrder.toSteps(shock)
  const smaller: Array<ShockOrder.Steps> = []
  for (const less of halvings(from.sizeSteps - range.sizeSteps[from.kind].min)) {
    smaller.push({ ...from, sizeSteps: from.sizeSteps - less })
  }
  for (const less of halvings(from.days - range.days.min)) {
    smaller.push({ ...from, days: from.days - less })
    smaller.push({ ...from, days: from.days - less, fromDay: from.fromDay + less })
  }
  for (const less of halvings(from.grids - range.grids.min)) {
    smaller.push({ ...from, grids: from.grids - less })
    smaller.push({ ...from, grids: from.grids - less, firstGrid: from.firstGrid + less })
  }
  return inOrder(smaller, range)
}

/** Half of a gap, a quarter, ... down to a single step; nothing where there is no gap. */
const halvings = (gap: number): ReadonlyArray<number> => {
  if (gap < 1) return []
  const steps = [Math.max(1, Math.floor(gap / 2))]
  for (let step = steps[0]!; step > 1; ) {
    step = Math.floor(step / 2)
    steps.push(step)
  }
  return steps
}

const inOrder = (
  steps: ReadonlyArray<ShockOrder.Steps>,
  range: ShockRange.ShockRange
): ReadonlyArray<Shock.Shock> =>
  steps
    .map((one) => ShockOrder.toShock(one))
    .filter((one) => ShockOrder.isWithin(one, range))
    .sort(ShockOrder.compare)
