/**
 * A result as lines of text, one per measure, for a terminal or a log.
 */
import * as AnalysisProblem from "../AnalysisProblem.ts"
import type * as Estimate from "../Estimate.ts"
import * as Measure from "../Measure.ts"
import type { Judged, NetworkResult } from "../NetworkResult.ts"

/**
 * A language of words.
 *
 * @category results
 * @since 0.1.0
 */
export type Language = "en" | "zh"

/**
 * One line per measure: its words, the estimate with its half-width (or the ends of its interval, where
 * they do not lie evenly about it) to two digits of that, or the reason why there is none.
 *
 * ```ts
 * import { Network, NetworkResult } from "@wangge/des"
 *
 * const arrivals = { kind: "given", times: [0, 1] } as const
 * const network = Network.make({
 *   sources: [{ id: "door", arrivals, to: "desk" }],
 *   stations: [{ id: "desk", servers: 1, service: { kind: "deterministic", value: 2 } }]
 * })
 * const measures = ["wait.mean@desk", "queue.mean"]
 * const result = NetworkResult.replicate({ network, seed: 1, measures, replications: 3 })
 * NetworkResult.toLines(result)
 * // => ["wait, mean, desk: 0.5 ± 0 (95 %, 3 runs)", "queue length, mean: 0.25 ± 0 (95 %, 3 runs)"]
 * ```
 *
 * @category results
 * @since 0.1.0
 */
export const toLines = (
  { judged, records }: NetworkResult,
  language: Language = "en"
): ReadonlyArray<string> => judged.map((one) => lineOf(one, records.length, language))

const lineOf = ({ measure, outcome }: Judged, runCount: number, language: Language): string => {
  const name = Measure.label(measure)[language]
  if (!outcome.ok) {
    const reason = AnalysisProblem.describe(outcome.problem)[language]
    return language === "en" ? `${name}: ${reason}` : `${name}:${reason}`
  }
  const percent = `${Number((100 * outcome.value.confidence).toPrecision(12))}`
  const value = figureOf(outcome.value, language)
  return language === "en"
    ? `${name}: ${value} (${percent} %, ${runCount} ${runCount === 1 ? "run" : "runs"})`
    : `${name}:${value}(置信度${percent}%,运行${runCount}次)`
}

/** The mean with as many digits as the half-width makes sense of, and its interval. */
const figureOf = (
  { halfWidth, high, low, mean }: Estimate.Estimate,
  language: Language
): string => {
  if (halfWidth === null || halfWidth === 0) {
    const text = `${Number(mean.toPrecision(6))}`
    return halfWidth === null ? text : `${text} ± 0`
  }
  const exponent = Number(halfWidth.toExponential(1).split("e")[1])
  const digits = Math.min(100, Math.max(0, 1 - exponent))
  if (low === undefined || high === undefined) {
    return `${mean.toFixed(digits)} ± ${halfWidth.toFixed(digits)}`
  }
  const [middle, least, most] = [mean, low, high].map((value) => value.toFixed(digits))
  return language === "en" ? `${middle}, ${least} to ${most}` : `${middle},${least}至${most}`
}
