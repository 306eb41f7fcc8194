/**
 * A second opinion on a ranking: the value that a multi-criteria method gives each unit and the ranks
 * that follow. Views show how far an order depends on the method; no view is a score, and none pays.
 */
import type { DecisionMatrix } from "./DecisionMatrix.ts"
import type * as StatisticProblem from "./StatisticProblem.ts"

/**
 * One unit in a view: `value` is higher for better; ties share the ranks from `first` to `last`.
 *
 * @category views
 * @since 0.1.0
 */
export interface ViewedUnit {
  readonly unitId: string
  readonly value: number
  readonly first: number
  readonly last: number
}

/**
 * The units of a matrix as a method sees them, in the order of the matrix, or why it cannot.
 *
 * @category views
 * @since 0.1.0
 */
export type ViewAnswer =
  | { readonly ok: true; readonly units: ReadonlyArray<ViewedUnit> }
  | StatisticProblem.Refusal

/**
 * A method with its parameters set: from a matrix to a view.
 *
 * @category views
 * @since 0.1.0
 */
export type View = (matrix: DecisionMatrix) => ViewAnswer

/**
 * How near two values of a view count as a tie.
 *
 * @category views
 * @source none: far above what rounding does to values around 1, far below what anybody reads
 * @since 0.1.0
 */
export const tieWidth = 1e-12

/**
 * Units with the ranks of their values; values nearer than {@link tieWidth} to the best of a tie share
 * its ranks.
 *
 * ```ts
 * import { OutrankingView } from "@wangge/evaluation"
 *
 * const units = OutrankingView.ranked(["a", "b", "c"], [0.5, 0.7, 0.5])
 * units.map(({ first, last }) => [first, last]) // => [[2, 3], [1, 1], [2, 3]]
 * ```
 *
 * @category views
 * @since 0.1.0
 */
export const ranked = (
  unitIds: ReadonlyArray<string>,
  values: ReadonlyArray<number>
): ReadonlyArray<ViewedUnit> => {
  const order = unitIds
    .map((unitId, place) => ({ unitId, place, value: values[place]! }))
    .sort((left, right) => right.value - left.value)
  const units: Array<ViewedUnit> = []
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (end < order.length && order[start]!.value - order[end]!.value <= tieWidth) end += 1
    for (const { unitId, place, value } of order.slice(start, end)) {
      units[place] = { unitId, value, first: start + 1, last: end }
    }
    start = end
  }
  return units
}
