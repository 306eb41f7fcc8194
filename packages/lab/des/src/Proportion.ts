/**
 * How likely something is, with an interval that never leaves 0 to 1: exact where observations are
 * independent (one per replication), by batches within one long run.
 */
import type * as AnalysisProblem from "./AnalysisProblem.ts"
import * as BatchMeans from "./BatchMeans.ts"
import * as Estimate from "./Estimate.ts"
import { checkConfidence, checkCount } from "./internal/argumentChecks.ts"
import { binomialChance } from "./internal/binomialChance.ts"

/**
 * A share and the interval of the probability behind it.
 *
 * @category proportions
 * @since 0.1.0
 */
export interface Proportion {
  /** Hits per observation, from 0 to 1. */
  readonly share: number
  /** Lower end of the interval, from 0. */
  readonly low: number
  /** Upper end of the interval, at most 1. */
  readonly high: number
  /** Probability that such an interval covers the true one; `exact` covers at least as often. */
  readonly confidence: number
  /** Observations behind it. */
  readonly count: number
  /** How the interval was found. */
  readonly method: "exact" | "batches"
}

/**
 * The share of hits among independent observations, with the exact interval.
 *
 * Its ends are the probabilities at which so many hits, or more (fewer), come with half of
 * 1 - confidence. No hit at all has an interval too. Throws a `RangeError` unless `count` is a whole
 * number from 1 and `hits` one from 0 to `count`. Cost: about 2,000 times the square root of
 * `count` steps.
 *
 * ```ts
 * import { Proportion } from "@wangge/des"
 *
 * const lost = Proportion.ofIndependent({ hits: 0, count: 10 })
 * lost.low // => 0
 * lost.high.toFixed(6) // => "0.308497"
 * ```
 *
 * @source C. J. Clopper, E. S. Pearson, "The Use of Confidence or Fiducial Limits Illustrated in
 *   the Case of the Binomial", Biometrika 26(4), 1934
 * @category proportions
 * @since 0.1.0
 */
export const ofIndependent = (options: {
  readonly hits: number
  readonly count: number
  readonly confidence?: number
}): Proportion => {
  const { hits, count, confidence = Estimate.confidenceDefault } = options
  checkConfidence(confidence)
  checkCount("A number of observations", count, 1)
  checkCount("A number of hits", hits, 0)
  if (hits > count) throw new RangeError(`Hits are at most ${count}; got ${hits}`)
  const tail = (1 - confidence) / 2
  return {
    share: hits / count,
    low: hits === 0 ? 0 : first((chance) => binomialChance(count, chance, hits).atLeast > tail),
    high: hits === count ? 1 : first((chance) => binomialChance(count, chance, hits).atMost < tail),
    confidence,
    count,
    method: "exact"
  }
}

/**
 * P(X <= limit) in a steady state, from one long run of X without its warm-up, by batch means.
 *
 * The interval is cut off at 0 and 1. Refuses as `BatchMeans.of`; above all with `NoVariation` when
 * all or none of the observations are at most the limit, which a longer run cures.
 *
 * ```ts
 * import { Proportion } from "@wangge/des"
 *
 * const waits = [0, 1, 3, 7, 9, 2, 8, 1, 0, 0, 4, 6]
 * const answer = Proportion.atMost(waits, 4, { division: { by: "count", count: 4 } })
 * answer.ok && answer.value.share.toFixed(3) // => "0.667"
 * ```
 *
 * @source as `BatchMeans.of`, of the indicator of X <= limit
 * @category proportions
 * @since 0.1.0
 */
export const atMost = (
  values: ArrayLike<number>,
  limit: number,
  options: BatchMeans.Options = {}
): AnalysisProblem.Outcome<Proportion> => {
  const answer = BatchMeans.of(indicators(values, limit), options)
  if (!answer.ok) return answer
  const { estimate, batchCount, batchSize } = answer.value
  const width = estimate.halfWidth ?? 1
  return {
    ok: true,
    value: {
      share: estimate.mean,
      low: Math.max(0, estimate.mean - width),
      high: Math.min(1, estimate.mean + width),
      confidence: estimate.confidence,
      count: options.isOverlapping === true ? values.length : batchCount * batchSize,
      method: "batches"
    }
  }
}

/** 1 where an observation is at most the limit, 0 above; what is not a number stays none. */
const indicators = (values: ArrayLike<number>, limit: number): Float64Array => {
  if (Number.isNaN(limit)) throw new RangeError("A limit is a number; got NaN")
  const hits = new Float64Array(values.length)
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!
    hits[index] = Number.isNaN(value) ? value : value <= limit ? 1 : 0
  }
  return hits
}

/** The least chance at which a condition that stays true once it is true is true. */
const first = (isTrue: (chance: number) => boolean): number => {
  let low = 0
  let high = 1
  for (;;) {
    const middle = low + (high - low) / 2
    if (middle === low || middle === high) return high
    if (isTrue(middle)) high = middle
    else low = middle
  }
}
