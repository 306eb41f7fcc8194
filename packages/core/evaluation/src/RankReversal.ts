/**
 * Rank reversal: leave out each unit in turn and see which of the others change places. With scores from
 * goalposts and fixed weights nothing can change; with methods that measure units against each other it
 * does, which is why such methods are views here and pay nobody.
 */
import * as DecisionMatrix from "./DecisionMatrix.ts"
import type { View, ViewedUnit } from "./OutrankingView.ts"
import * as StatisticProblem from "./StatisticProblem.ts"

/**
 * What leaving out one unit does: `Turned` pairs, each with the unit that was above before and is
 * below, or level with the other, after (or was level and is not); `Refused` where the method has no
 * answer for the rest.
 *
 * @category views
 * @since 0.1.0
 */
export type Leaving =
  | {
      readonly status: "Turned"
      readonly leftOutId: string
      readonly pairs: ReadonlyArray<{ readonly beforeId: string; readonly afterId: string }>
    }
  | {
      readonly status: "Refused"
      readonly leftOutId: string
      readonly problem: StatisticProblem.StatisticProblem
    }

/**
 * All reversals of a view on a matrix: one entry for each unit left out that turns any pair or leaves
 * the method without an answer, in the order of the matrix. Empty means that no single unit matters to
 * the order of the others.
 *
 * Refused: as the view refuses the whole matrix; fewer than three units (`TooFewUnits`).
 *
 * Cost: as many views as units.
 *
 * @source the phenomenon: Belton and Gear 1983, Omega 11:228-230; García-Cascales and Lamata 2012,
 * Mathematical and Computer Modelling 56:123-132 (TOPSIS). Leaving each out in turn is ours
 * @category views
 * @since 0.1.0
 */
export const of = (
  matrix: DecisionMatrix.DecisionMatrix,
  view: View
): { readonly ok: true; readonly leavings: ReadonlyArray<Leaving> } | StatisticProblem.Refusal => {
  const count = matrix.unitIds.length
  if (count < 3) return StatisticProblem.refuse("TooFewUnits", "units", count, 3)
  const whole = view(matrix)
  if (!whole.ok) return whole
  const leavings = matrix.unitIds.flatMap((leftOutId): ReadonlyArray<Leaving> => {
    const rest = view(DecisionMatrix.without(matrix, leftOutId))
    if (!rest.ok) return [{ status: "Refused", leftOutId, problem: rest.problem }]
    const before = whole.units.filter(({ unitId }) => unitId !== leftOutId)
    const pairs = turnedPairs(before, rest.units)
    return pairs.length === 0 ? [] : [{ status: "Turned", leftOutId, pairs }]
  })
  return { ok: true, leavings }
}

/** The pairs that stand otherwise: `beforeId` led or drew before, `afterId` leads or draws after. */
const turnedPairs = (
  before: ReadonlyArray<ViewedUnit>,
  after: ReadonlyArray<ViewedUnit>
): ReadonlyArray<{ readonly beforeId: string; readonly afterId: string }> =>
  before.flatMap((left, at) =>
    before.slice(at + 1).flatMap((right, offset) => {
      const [was, is] = [
        Math.sign(right.first - left.first),
        Math.sign(after[at + 1 + offset]!.first - after[at]!.first)
      ]
      if (was === is) return []
      const led = was !== 0 ? was > 0 : is < 0
      const [beforeId, afterId] = led ? [left.unitId, right.unitId] : [right.unitId, left.unitId]
      return [{ beforeId, afterId }]
    })
  )
