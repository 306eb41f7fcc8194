/**
 * The weight that score, band or place gives each scored unit of a level.
 */
import * as BonusProblem from "../BonusProblem.ts"
import type { CompiledBasis } from "../BonusRules.ts"
import type { ScoredUnit } from "../EvaluationResult.ts"
import * as Rational from "../Rational.ts"
import * as Score from "../Score.ts"

/** Weights in the order of the units; `BandWithoutWeight` for a band that the rule does not name. */
export const unitWeights = (
  basis: CompiledBasis,
  units: ReadonlyArray<ScoredUnit>
): {
  readonly weights: ReadonlyArray<Rational.Rational>
  readonly problems: ReadonlyArray<BonusProblem.BonusProblem>
} => {
  switch (basis.kind) {
    case "ByScore":
      return {
        weights: units.map(({ score }) =>
          Score.compareTo(score, basis.above) <= 0
            ? Rational.zero
            : Rational.max(Rational.zero, Rational.subtract(score.value, basis.above))
        ),
        problems: []
      }
    case "ByBand": {
      const known = [...basis.weights.keys()].join(", ")
      return {
        weights: units.map(({ band }) => basis.weights.get(band.bandId) ?? Rational.zero),
        problems: units
          .filter(({ band }) => !basis.weights.has(band.bandId))
          .map(({ unitId, band }) =>
            BonusProblem.make("BandWithoutWeight", unitId, band.bandId, known)
          )
      }
    }
    case "ByPlace":
      return {
        weights: units.map(({ rank }) => placesMean(basis.steps, rank.first, rank.last)),
        problems: []
      }
  }
}

type Steps = Extract<CompiledBasis, { readonly kind: "ByPlace" }>["steps"]

/** The mean weight of the places from `first` to `last`: units that share places share their pay. */
const placesMean = (steps: Steps, first: number, last: number): Rational.Rational => {
  const total = steps.reduce((sum, { placeLast, weight }, index) => {
    const from = Math.max(first, (steps[index - 1]?.placeLast ?? 0) + 1)
    const count = Math.max(0, Math.min(last, placeLast) - from + 1)
    return Rational.add(sum, Rational.multiply(weight, Rational.make(count)))
  }, Rational.zero)
  return Rational.divide(total, Rational.make(last - first + 1))
}
