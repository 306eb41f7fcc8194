/**
 * PROMETHEE II as a view: units compared in pairs on every criterion by a preference function, then
 * ordered by how much they are preferred less how much others are preferred to them. A third unit can
 * turn two others around here too.
 */
import * as DecisionMatrix from "./DecisionMatrix.ts"
import { exponential } from "./internal/exponential.ts"
import { ranked, type View, type ViewedUnit } from "./OutrankingView.ts"
import * as StatisticProblem from "./StatisticProblem.ts"

/**
 * How much a difference d in the good direction is preferred, 0 to 1; none for d of 0 or less. In the
 * unit of the criterion: `indifference` (q) counts as no difference, `preference` (p) as all, `turn` (s)
 * is where the bell of `Gaussian` turns.
 *
 * - `Usual`: 1. `UShape`: 1 above q. `VShape`: d / p up to 1.
 * - `Level`: 0 up to q, 1/2 up to p, then 1. `Linear`: from 0 at q to 1 at p. `Gaussian`:
 *   1 - exp(-d² / 2s²).
 *
 * @source Brans, Vincke and Mareschal 1986, European Journal of Operational Research 24:228-238, the
 * six generalized criteria
 * @category views
 * @since 0.1.0
 */
export type Preference =
  | { readonly kind: "Usual" }
  | { readonly kind: "UShape"; readonly indifference: number }
  | { readonly kind: "VShape"; readonly preference: number }
  | { readonly kind: "Level"; readonly indifference: number; readonly preference: number }
  | { readonly kind: "Linear"; readonly indifference: number; readonly preference: number }
  | { readonly kind: "Gaussian"; readonly turn: number }

/**
 * One unit: how much it is preferred to the others (`leaving`) and they to it (`entering`), both 0 to
 * 1, and the difference (`net`).
 *
 * @category views
 * @since 0.1.0
 */
export interface Flow {
  readonly unitId: string
  readonly leaving: number
  readonly entering: number
  readonly net: number
}

/**
 * The flows of all units, in the order of the matrix, with the ranks by net flow; `preferences` has one
 * entry per criterion.
 *
 * Refused: fewer than two units, another number of preferences than criteria (`RaggedMatrix`),
 * thresholds that are negative, not finite or not in order (`OutOfRange`).
 *
 * ```ts
 * import { DecisionMatrix, Promethee, Rational } from "@wangge/evaluation"
 *
 * const answer = DecisionMatrix.make({
 *   unitIds: ["a", "b", "c"],
 *   criteria: [{ id: "solved", better: "Higher", weight: Rational.one }],
 *   rows: [[10], [14], [30]]
 * })
 * const usual = [{ kind: "VShape", preference: 8 } as const]
 * const found = answer.ok ? Promethee.of(answer.matrix, usual) : answer
 * found.ok ? found.flows.map(({ net }) => net) : [] // => [-0.75, -0.25, 1]
 * ```
 *
 * @source Brans, Vincke and Mareschal 1986, European Journal of Operational Research 24:228-238
 * @category views
 * @since 0.1.0
 */
export const of = (
  matrix: DecisionMatrix.DecisionMatrix,
  preferences: ReadonlyArray<Preference>
):
  | {
      readonly ok: true
      readonly flows: ReadonlyArray<Flow>
      readonly units: ReadonlyArray<ViewedUnit>
    }
  | StatisticProblem.Refusal => {
  const count = matrix.unitIds.length
  if (count < 2) return StatisticProblem.refuse("TooFewUnits", "units", count, 2)
  const wrong = problemOf(matrix, preferences)
  if (wrong !== undefined) return wrong
  const weights = DecisionMatrix.weights(matrix)
  const preferred = (one: number, other: number): number =>
    matrix.criteria.reduce((sum, { better }, at) => {
      const [left, right] = [matrix.rows[one]![at]!, matrix.rows[other]![at]!]
      const difference = better === "Higher" ? left - right : right - left
      return sum + weights[at]! * degree(preferences[at]!, difference)
    }, 0)
  const flows = matrix.unitIds.map((unitId, unit) => {
    let [leaving, entering] = [0, 0]
    for (let other = 0; other < count; other += 1) {
      if (other === unit) continue
      leaving += preferred(unit, other) / (count - 1)
      entering += preferred(other, unit) / (count - 1)
    }
    return { unitId, leaving, entering, net: leaving - entering }
  })
  return {
    ok: true,
    flows,
    units: ranked(
      matrix.unitIds,
      flows.map(({ net }) => net)
    )
  }
}

/**
 * The view of PROMETHEE II, its value the net flow.
 *
 * @category views
 * @since 0.1.0
 */
export const view =
  (preferences: ReadonlyArray<Preference>): View =>
  (matrix) => {
    const found = of(matrix, preferences)
    return found.ok ? { ok: true, units: found.units } : found
  }

/** How much a difference is preferred, 0 to 1. */
const degree = (preference: Preference, difference: number): number => {
  if (difference <= 0) return 0
  switch (preference.kind) {
    case "Usual":
      return 1
    case "UShape":
      return difference > preference.indifference ? 1 : 0
    case "VShape":
      return Math.min(1, difference / preference.preference)
    case "Level":
      if (difference <= preference.indifference) return 0
      return difference <= preference.preference ? 0.5 : 1
    case "Linear": {
      const { indifference, preference: full } = preference
      return Math.max(0, Math.min(1, (difference - indifference) / (full - indifference)))
    }
    case "Gaussian":
      return 1 - exponential(-(difference * difference) / (2 * preference.turn * preference.turn))
  }
}

const problemOf = (
  matrix: DecisionMatrix.DecisionMatrix,
  preferences: ReadonlyArray<Preference>
): StatisticProblem.Refusal | undefined => {
  const count = matrix.criteria.length
  if (preferences.length !== count) {
    return StatisticProblem.refuse("RaggedMatrix", "preferences", preferences.length, count)
  }
  for (const [at, preference] of preferences.entries()) {
    const subject = matrix.criteria[at]?.id ?? ""
    const low = "indifference" in preference ? preference.indifference : 0
    const high =
      "preference" in preference
        ? preference.preference
        : preference.kind === "Gaussian"
          ? preference.turn
          : Number.MAX_VALUE
    if (!(low >= 0 && low < high && Number.isFinite(high))) {
      return StatisticProblem.refuse("OutOfRange", subject, `${low}, ${high}`, "0 <= q < p")
    }
  }
  return undefined
}
