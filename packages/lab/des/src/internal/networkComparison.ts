/**
 * Two networks under the same luck: what one has more of than the other, measure by measure.
 */
import * as AnalysisProblem from "../AnalysisProblem.ts"
import * as Comparison from "../Comparison.ts"
import * as Estimate from "../Estimate.ts"
import * as Measure from "../Measure.ts"
import type { NetworkResult } from "../NetworkResult.ts"
import * as Simultaneous from "../Simultaneous.ts"
import { partsOf, pseudoValues } from "./networkRatios.ts"

/**
 * What one network has more of than another, measure by measure, where replication i of both met the
 * same luck: `right` less `left`, all differences holding together with the confidence.
 *
 * A measure that cannot be judged in one of the two, or has fewer than 2 runs, has the reason instead.
 * Throws a `RangeError` unless both have the same measures, warm-up and end, and the same replications; that
 * the seed was the same is for the caller to see to.
 *
 * @source as `Comparison.withControl`; ratios by the pseudo-values of the jackknife
 * @category results
 * @since 0.1.0
 */
export const compare = (
  left: NetworkResult,
  right: NetworkResult,
  options: { readonly confidence?: number } = {}
): ReadonlyArray<Compared> => {
  const { confidence = Estimate.confidenceDefault } = options
  const { measures } = left.settings
  const count = left.records.length
  const [before, after] = [left, right].map(identityOf)
  if (before !== after) {
    throw new RangeError(
      `Results that are compared have the same measures, lengths and replications; got ${before} and ${after}`
    )
  }
  const each = Simultaneous.confidenceEach(confidence, Math.max(1, measures.length))
  return measures.map((measure, index) => {
    const [before, after] = [left, right].map(({ records }) =>
      pseudoValues(
        measure,
        partsOf(
          records.map(({ parts }) => parts),
          measures.length,
          index
        )
      )
    )
    if (before === undefined || !before.ok) return { measure, outcome: before ?? none }
    if (after === undefined || !after.ok) return { measure, outcome: after ?? none }
    if (count < 2) return { measure, outcome: none }
    const { differences } = Comparison.withControl([before.value, after.value], {
      confidence: each
    })
    const [difference] = differences
    return { measure, outcome: difference === undefined ? none : { ok: true, value: difference } }
  })
}

/**
 * One measure of two networks.
 *
 * @category results
 * @since 0.1.0
 */
export interface Compared {
  readonly measure: Measure.Measure
  /** The difference with its interval and verdict, or why there is none. */
  readonly outcome: AnalysisProblem.Outcome<Comparison.Difference>
}

/** What two results must have in common. */
const identityOf = ({ records, settings }: NetworkResult): string => {
  const { customers, drain, horizon, warmUp } = settings
  const ends = [warmUp, horizon, customers, drain ? "drained" : "cut"].join(" ")
  const numbers = records.map(({ replication }) => replication).join(" ")
  return `[${settings.measures.map(Measure.toText).join(" ")}; ${ends}; runs ${numbers}]`
}

const none: AnalysisProblem.Outcome<never> = AnalysisProblem.refused(
  AnalysisProblem.make("TooFewObservations", "replications", 1, 2)
)
