/**
 * VIKOR as a view: a compromise between the weighted sum of regrets and the largest of them. As with
 * TOPSIS, best and worst are those of the units at hand, so that ranks may turn around when a unit
 * leaves.
 */
import * as DecisionMatrix from "./DecisionMatrix.ts"
import { ranked, type View, type ViewedUnit } from "./OutrankingView.ts"
import * as StatisticProblem from "./StatisticProblem.ts"

/**
 * One unit: `sum` (S) is its weighted regret over all criteria, `most` (R) that in its worst one, and
 * `compromise` (Q), 0 to 1, blends both; less is better in all three.
 *
 * @category views
 * @since 0.1.0
 */
export interface Regret {
  readonly unitId: string
  readonly sum: number
  readonly most: number
  readonly compromise: number
}

/**
 * All regrets, in the order of the matrix, with the units that VIKOR proposes: the best by compromise
 * alone where it leads by 1 / (units - 1) or more (`hasAdvantage`) and is also best by sum or by most
 * (`isStable`); with the second one where it only is not stable; with all that are nearer than that
 * lead where it has no advantage.
 *
 * @category views
 * @since 0.1.0
 */
export interface Compromise {
  readonly regrets: ReadonlyArray<Regret>
  readonly units: ReadonlyArray<ViewedUnit>
  readonly hasAdvantage: boolean
  readonly isStable: boolean
  readonly proposed: ReadonlyArray<string>
}

/**
 * The compromise ranking; `majority` (v, 0 to 1, often 0.5) is the weight of the sum against the most.
 *
 * Where all units have the same sum, or the same most, that half of Q is 0 for all, not 0 / 0.
 *
 * Refused: fewer than two units, a column that is the same for all units (`EqualColumn`), a majority
 * outside 0..1.
 *
 * ```ts
 * import { DecisionMatrix, Rational, Vikor } from "@wangge/evaluation"
 *
 * const half = Rational.make(1, 2)
 * const answer = DecisionMatrix.make({
 *   unitIds: ["A1", "A2", "A3"],
 *   criteria: [
 *     { id: "risk", better: "Lower", weight: half },
 *     { id: "altitude", better: "Higher", weight: half }
 *   ],
 *   rows: [[1, 3000], [2, 3750], [5, 4500]]
 * })
 * const found = answer.ok ? Vikor.of(answer.matrix, 0.5) : answer
 * found.ok ? found.compromise.regrets.map(({ compromise }) => compromise) : [] // => [1, 0, 1]
 * ```
 *
 * @source Opricovic and Tzeng 2004, European Journal of Operational Research 156:445-455 (the example
 * is theirs); what happens at equal sums is ours
 * @category views
 * @since 0.1.0
 */
export const of = (
  matrix: DecisionMatrix.DecisionMatrix,
  majority: number
): { readonly ok: true; readonly compromise: Compromise } | StatisticProblem.Refusal => {
  const count = matrix.unitIds.length
  if (count < 2) return StatisticProblem.refuse("TooFewUnits", "units", count, 2)
  if (!(majority >= 0 && majority <= 1)) {
    return StatisticProblem.refuse("OutOfRange", "majority", `${majority}`, "0..1")
  }
  const weights = DecisionMatrix.weights(matrix)
  const columns: Array<ReadonlyArray<number>> = []
  for (const [at, { id, better }] of matrix.criteria.entries()) {
    const values = DecisionMatrix.column(matrix, at)
    const [least, most] = [Math.min(...values), Math.max(...values)]
    if (least === most) return StatisticProblem.refuse("EqualColumn", id, least, "two values")
    const regret = (value: number) => (better === "Higher" ? most - value : value - least)
    columns.push(values.map((value) => (weights[at]! * regret(value)) / (most - least)))
  }
  const sums = matrix.unitIds.map((_, unit) =>
    columns.reduce((sum, column) => sum + column[unit]!, 0)
  )
  const largest = matrix.unitIds.map((_, unit) =>
    Math.max(...columns.map((column) => column[unit]!))
  )
  const [sumParts, largestParts] = [within(sums), within(largest)]
  const regrets = matrix.unitIds.map((unitId, unit) => ({
    unitId,
    sum: sums[unit]!,
    most: largest[unit]!,
    compromise: majority * sumParts[unit]! + (1 - majority) * largestParts[unit]!
  }))
  return { ok: true, compromise: proposal(matrix.unitIds, regrets) }
}

/**
 * The view of VIKOR, its value 1 - Q.
 *
 * @category views
 * @since 0.1.0
 */
export const view =
  (majority: number): View =>
  (matrix) => {
    const found = of(matrix, majority)
    return found.ok ? { ok: true, units: found.compromise.units } : found
  }

const proposal = (unitIds: ReadonlyArray<string>, regrets: ReadonlyArray<Regret>): Compromise => {
  const byCompromise = ranked(
    unitIds,
    regrets.map(({ compromise }) => 1 - compromise)
  )
  const bySum = ranked(
    unitIds,
    regrets.map(({ sum }) => -sum)
  )
  const byMost = ranked(
    unitIds,
    regrets.map(({ most }) => -most)
  )
  const order = [...byCompromise].sort((left, right) => right.value - left.value)
  const [best, second] = [order[0]!, order[1]!]
  const lead = 1 / (unitIds.length - 1)
  const hasAdvantage = best.value - second.value >= lead - leadSlack
  const leaders = byCompromise.flatMap(({ first }, unit) => (first === 1 ? [unit] : []))
  const isStable = leaders.every((unit) => bySum[unit]!.first === 1 || byMost[unit]!.first === 1)
  const near = order.filter(({ value }) => best.value - value < lead - leadSlack)
  const chosen = !hasAdvantage ? near : isStable ? [best] : [best, second]
  const proposed = chosen.map(({ unitId }) => unitId)
  return { regrets, units: byCompromise, hasAdvantage, isStable, proposed }
}

/** What rounding may take from a lead that is exactly as large as asked. */
const leadSlack = 1e-12

/** Where each value lies between the least (0) and the largest (1); 0 where all are the same. */
const within = (values: ReadonlyArray<number>): ReadonlyArray<number> => {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return values.map((value) => (most === least ? 0 : (value - least) / (most - least)))
}
