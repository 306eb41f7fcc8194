/**
 * How much a band depends on the choice of weights: a unit whose band changes when a few percent of the
 * weight move to other parts has that band by the rule's author, not by its work.
 */
import {
  type CompiledRules,
  EvaluationResult,
  Rational,
  WeightSensitivity
} from "@wangge/evaluation"

/**
 * How little of the weight would have to move to other parts before a unit crosses an edge of its
 * band: `share` of all the weight, from 0 to 1, or `"Never"`.
 *
 * @category dossiers
 * @since 0.1.0
 */
export interface BandHair {
  readonly unitId: string
  readonly share: Rational.Rational | "Never"
}

/**
 * The hair of every scored unit, in the order of the result; none unless the method is the weighted
 * sum, whose scores move on straight lines as weights move.
 *
 * Adjustments stay as they are. Cost: units times bands.
 *
 * @source none: our own measure, by `WeightSensitivity.hair`
 * @category dossiers
 * @since 0.1.0
 */
export const of = (
  { rules, bands }: CompiledRules.CompiledRules,
  result: EvaluationResult.EvaluationResult
): ReadonlyArray<BandHair> => {
  if (rules.method !== "WeightedSum") return []
  const edges = bands.from.filter(({ numerator }) => numerator > 0n)
  return EvaluationResult.scored(result).map(({ unitId, lines }) => {
    const parts = lines.filter((line) => line.kind === "Part")
    const others = Rational.sum(
      lines.flatMap((line) => (line.kind === "Part" ? [] : [line.contribution]))
    )
    const shares = edges.flatMap((edge) => {
      // Adjustments stay as they are: the parts alone would have to reach the rest of the edge.
      const cut = Rational.subtract(edge, others)
      const found = WeightSensitivity.hair(
        parts.map(({ weight }) => weight),
        parts.map(({ points }) => points),
        cut
      )
      return found.kind === "Never" ? [] : [found.share]
    })
    const [first, ...rest] = shares
    return { unitId, share: first === undefined ? "Never" : rest.reduce(Rational.min, first) }
  })
}
