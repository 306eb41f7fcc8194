/**
 * Sizes of grids: how a row of buildings is cut into grids near a target size. The rule of a town
 * ("about 300 households to a grid") becomes a target and a cap; the cut follows the order of the
 * buildings, so grids are as connected as the order is.
 */
import * as MapProblem from "./MapProblem.ts"

/**
 * The size that a grid should have and the one that it must not exceed, in households.
 *
 * @category sizes
 * @since 0.1.0
 */
export interface Bounds {
  readonly targetHouseholds: number
  readonly capHouseholds: number
}

/**
 * One grid of a cut: the rows `from` up to but not including `until`, with their households.
 *
 * @category sizes
 * @since 0.1.0
 */
export interface Part {
  readonly from: number
  readonly until: number
  readonly households: number
}

/**
 * What is wrong with bounds: `BadTarget` for a target that is not a whole number from 1,
 * `CapBelowTarget` for a cap that is not a whole number from the target.
 *
 * ```ts
 * import { GridSize } from "@wangge/grid"
 *
 * const problems = GridSize.check({ targetHouseholds: 300, capHouseholds: 200 })
 * problems.map((problem) => problem.code) // => ["CapBelowTarget"]
 * ```
 *
 * @category sizes
 * @since 0.1.0
 */
export const check = (bounds: Bounds): ReadonlyArray<MapProblem.MapProblem> => {
  const { targetHouseholds, capHouseholds } = bounds
  if (!Number.isSafeInteger(targetHouseholds) || targetHouseholds < 1) {
    return [MapProblem.make("BadTarget", "targetHouseholds", targetHouseholds, ">= 1")]
  }
  return Number.isSafeInteger(capHouseholds) && capHouseholds >= targetHouseholds
    ? []
    : [MapProblem.make("CapBelowTarget", "capHouseholds", capHouseholds, `>= ${targetHouseholds}`)]
}

/**
 * Cuts a row of buildings, given by their households, into consecutive parts: none exceeds the cap
 * unless a single building does (only buildings without households may stand beside it), and the
 * squared distances of the parts from the target are the least possible.
 *
 * Of several best cuts the one with the longest last part is taken, then the longest before it.
 * Throws a `RangeError` for bounds that {@link check} refuses and for sizes that are not whole
 * numbers from 0. Cost: buildings times the most buildings that fit under the cap.
 *
 * ```ts
 * import { GridSize } from "@wangge/grid"
 *
 * const bounds = { targetHouseholds: 300, capHouseholds: 360 }
 * const parts = GridSize.cut([120, 90, 100, 400, 150, 160], bounds)
 * parts.map((part) => part.households) // => [310, 400, 310]
 * ```
 *
 * @source none: least squares over consecutive parts; target and cap are the town's own
 * @category sizes
 * @since 0.1.0
 */
export const cut = (sizes: ReadonlyArray<number>, bounds: Bounds): ReadonlyArray<Part> => {
  assertSizes(sizes, bounds)
  const { targetHouseholds, capHouseholds } = bounds
  const costOf = new Float64Array(sizes.length + 1).fill(Number.POSITIVE_INFINITY)
  const startOf = new Int32Array(sizes.length + 1)
  costOf[0] = 0
  for (let until = 1; until <= sizes.length; until++) {
    let households = 0
    let largest = 0
    for (let from = until - 1; from >= 0; from--) {
      households += sizes[from]!
      largest = Math.max(largest, sizes[from]!)
      if (households > capHouseholds && households > largest) break
      const distance = households - targetHouseholds
      const cost = costOf[from]! + distance * distance
      if (cost <= costOf[until]!) {
        costOf[until] = cost
        startOf[until] = from
      }
    }
  }
  return partsOf(sizes, startOf)
}

const partsOf = (sizes: ReadonlyArray<number>, startOf: Int32Array): ReadonlyArray<Part> => {
  const parts: Array<Part> = []
  for (let until = sizes.length; until > 0; until = startOf[until]!) {
    const from = startOf[until]!
    const households = sizes.slice(from, until).reduce((sum, size) => sum + size, 0)
    parts.push({ from, until, households })
  }
  return parts.reverse()
}

const assertSizes = (sizes: ReadonlyArray<number>, bounds: Bounds): void => {
  const problem = check(bounds)[0]
  if (problem !== undefined) throw new RangeError(MapProblem.describe(problem).en)
  const bad = sizes.find((size) => !Number.isSafeInteger(size) || size < 0)
  if (bad !== undefined) throw new RangeError(`sizes are whole numbers from 0; got ${bad}`)
}
