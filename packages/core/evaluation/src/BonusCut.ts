/**
 * Cuts: where the pay jumps from one unit to the next although their scores may not differ for sure.
 * Each cut names the units whose rank sets reach across it, and the rule says what they get.
 */

import type { OverlapRule } from "./BonusRules.ts"
import { overlapWeights } from "./internal/overlapWeights.ts"
import type { RankEvidence } from "./RankEvidence.ts"
import * as Rational from "./Rational.ts"

/**
 * A unit with the weight that score, band or place gives it, and how many persons' worth of work it
 * has (parts of a period counted as parts).
 *
 * @category cuts
 * @since 0.1.0
 */
export interface WeighedUnit {
  readonly unitId: string
  readonly weight: Rational.Rational
  readonly worked: Rational.Rational
}

/**
 * One cut after the first `placeLast` units: those above have at least `weightAbove`, those below at
 * most `weightBelow`. `aboveIds` and `belowIds` are the units of each side whose rank set reaches
 * across, in order of ids: the data do not say that they belong on their side.
 *
 * @category cuts
 * @since 0.1.0
 */
export interface BonusCut {
  readonly placeLast: number
  readonly weightAbove: Rational.Rational
  readonly weightBelow: Rational.Rational
  readonly aboveIds: ReadonlyArray<string>
  readonly belowIds: ReadonlyArray<string>
}

/**
 * The cuts between units of different weight, best first, with the units that overlap at each.
 *
 * Ranks are among all these units. Cost: units times cuts.
 *
 * ```ts
 * import { BonusCut, Rational } from "@wangge/evaluation"
 *
 * const unit = (unitId: string, weight: number) =>
 *   ({ unitId, weight: Rational.make(weight), worked: Rational.one })
 * const units = [
 *   { unitId: "a", simultaneous: { best: 1, worst: 1 } },
 *   { unitId: "b", simultaneous: { best: 2, worst: 3 } },
 *   { unitId: "c", simultaneous: { best: 2, worst: 3 } }
 * ]
 * const evidence = { method: "pairwise tests", confidence: Rational.make(19, 20), units }
 * const cuts = BonusCut.of([unit("a", 2), unit("b", 2), unit("c", 1)], evidence)
 * cuts.map(({ placeLast, aboveIds, belowIds }) => [placeLast, aboveIds, belowIds])
 * // => [[2, ["b"], ["c"]]]
 * ```
 *
 * @source none: our own rule
 * @category cuts
 * @since 0.1.0
 */
export const of = (
  units: ReadonlyArray<WeighedUnit>,
  evidence: RankEvidence
): ReadonlyArray<BonusCut> => {
  const rangeOf = new Map(evidence.units.map((unit) => [unit.unitId, unit.simultaneous]))
  const weights = distinctDown(units.map(({ weight }) => weight))
  return weights.slice(1).map((weightBelow, index) => {
    const weightAbove = weights[index] ?? weightBelow
    const above = units.filter(({ weight }) => Rational.compare(weight, weightAbove) >= 0)
    const below = units.filter(({ weight }) => Rational.compare(weight, weightAbove) < 0)
    const placeLast = above.length
    return {
      placeLast,
      weightAbove,
      weightBelow,
      aboveIds: idsOf(above, (id) => (rangeOf.get(id)?.worst ?? 0) > placeLast),
      belowIds: idsOf(below, (id) => (rangeOf.get(id)?.best ?? Infinity) <= placeLast)
    }
  })
}

/**
 * Whether a cut parts units that the data do not part.
 *
 * @category cuts
 * @since 0.1.0
 */
export const isContested = (cut: BonusCut): boolean =>
  cut.aboveIds.length > 0 && cut.belowIds.length > 0

/**
 * The weight of each unit after the rule for overlapping units, in the order given.
 *
 * `ShareEqually` gives all units of a contested cut their mean weight, counted by `worked`, so that
 * the weight in all stays the same; cuts that share a unit are one. `PayBoth` gives each the weight
 * above the best contested cut that names it. `PayByScoreAllTheSame` changes nothing.
 *
 * @source none: our own rule
 * @category cuts
 * @since 0.1.0
 */
export const weightsAfter = (
  units: ReadonlyArray<WeighedUnit>,
  cuts: ReadonlyArray<BonusCut>,
  rule: OverlapRule
): ReadonlyArray<Rational.Rational> => overlapWeights(units, cuts.filter(isContested), rule)

const idsOf = (
  units: ReadonlyArray<WeighedUnit>,
  isOver: (id: string) => boolean
): ReadonlyArray<string> => units.flatMap(({ unitId }) => (isOver(unitId) ? [unitId] : [])).sort()

const distinctDown = (
  weights: ReadonlyArray<Rational.Rational>
): ReadonlyArray<Rational.Rational> =>
  [...weights]
    .sort((left, right) => Rational.compare(right, left))
    .filter((weight, index, all) => {
      const before = all[index - 1]
      return before === undefined || !Rational.equals(weight, before)
    })
