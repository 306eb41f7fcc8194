/**
 * The weights of units after the rule for those that overlap at a cut.
 */
import type { BonusCut, WeighedUnit } from "../BonusCut.ts"
import type { OverlapRule } from "../BonusRules.ts"
import * as Rational from "../Rational.ts"

/** Weights in the order of the units; `contested` are the cuts at which units overlap. */
export const overlapWeights = (
  units: ReadonlyArray<WeighedUnit>,
  contested: ReadonlyArray<BonusCut>,
  rule: OverlapRule
): ReadonlyArray<Rational.Rational> => {
  switch (rule) {
    case "PayByScoreAllTheSame":
      return units.map(({ weight }) => weight)
    case "PayBoth":
      return units.map((unit) => highest(unit, contested))
    case "ShareEqually": {
      const groups = joined(contested)
      const means = groups.map((ids) => meanOf(units.filter(({ unitId }) => ids.has(unitId))))
      return units.map(({ unitId, weight }) => {
        const place = groups.findIndex((ids) => ids.has(unitId))
        return means[place] ?? weight
      })
    }
  }
}

const idsOf = (cut: BonusCut): ReadonlyArray<string> => [...cut.aboveIds, ...cut.belowIds]

const highest = (unit: WeighedUnit, contested: ReadonlyArray<BonusCut>): Rational.Rational =>
  contested
    .filter((cut) => idsOf(cut).includes(unit.unitId))
    .reduce((weight, cut) => Rational.max(weight, cut.weightAbove), unit.weight)

/** The units of contested cuts, cuts that share a unit put together. */
const joined = (contested: ReadonlyArray<BonusCut>): ReadonlyArray<ReadonlySet<string>> => {
  let groups: ReadonlyArray<ReadonlySet<string>> = []
  for (const cut of contested) {
    const ids = idsOf(cut)
    const touching = groups.filter((group) => ids.some((id) => group.has(id)))
    const apart = groups.filter((group) => !touching.includes(group))
    groups = [...apart, new Set([...touching.flatMap((group) => [...group]), ...ids])]
  }
  return groups
}

/** The mean weight by work; the plain mean where nobody works in any of the units. */
const meanOf = (units: ReadonlyArray<WeighedUnit>): Rational.Rational => {
  const worked = Rational.sum(units.map((unit) => unit.worked))
  if (worked.numerator > 0n) {
    const weighed = units.map((unit) => Rational.multiply(unit.weight, unit.worked))
    return Rational.divide(Rational.sum(weighed), worked)
  }
  const total = Rational.sum(units.map(({ weight }) => weight))
  return Rational.divide(total, Rational.make(units.length))
}
