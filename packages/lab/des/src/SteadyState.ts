/**
 * One long run from start to signature: cut the warm-up by MSER-5, then judge the rest by batches.
 * The mean, a probability or a quantile, each with its interval and with what was cut.
 */
import * as AnalysisProblem from "./AnalysisProblem.ts"
import * as Autocorrelation from "./Autocorrelation.ts"
import * as BatchMeans from "./BatchMeans.ts"
import * as series from "./internal/series.ts"
import * as Proportion from "./Proportion.ts"
import * as QuantileInterval from "./QuantileInterval.ts"
import * as WarmUp from "./WarmUp.ts"

/**
 * A judgement of the rest of a run, and what was cut before it.
 *
 * @category steady state
 * @since 0.1.0
 */
export interface SteadyState<Judged> {
  /** What was left out at the start. */
  readonly warmUp: WarmUp.WarmUp
  /** Observations after the cut. */
  readonly keptCount: number
  /** The judgement of those. */
  readonly judged: Judged
}

/**
 * How the steady part of a run is found and judged.
 *
 * @category steady state
 * @since 0.1.0
 */
export interface Options extends BatchMeans.Options {
  /** Observations in a batch of MSER; 5 unless given, 1 where a `BatchTally` made batches of 5. */
  readonly warmUpBatchSize?: number
}

/**
 * The steady-state mean of one run.
 *
 * Look at `judged.isUncorrelated`: where it is false the interval is too narrow. The cut is chosen by
 * the data, which may cut a burst with the warm-up: run for some hundred times as long as the memory
 * of the process (`effectiveSize`), or 95 % intervals cover nearer to 92 % than to 95 %
 * (`packages/lab/des/test/coverageOfLongRuns.oracle.test.ts`). Refuses as `WarmUp.mser` and `BatchMeans.of`.
 *
 * ```ts
 * import { RandomStreams, SteadyState } from "@wangge/des"
 *
 * const draw = RandomStreams.make({ seed: 1, replication: 0 }).stream("noise").sequential()
 * let level = 100
 * const run = Array.from({ length: 20000 }, () => (level = 0.9 * level + draw.normal()))
 * const answer = SteadyState.mean(run)
 * answer.ok && answer.value.warmUp.cutCount > 0 // => true
 * answer.ok && Math.abs(answer.value.judged.estimate.mean) < 0.5 // => true
 * ```
 *
 * @source as `WarmUp.mser` and `BatchMeans.of`
 * @category steady state
 * @since 0.1.0
 */
export const mean = (
  values: ArrayLike<number>,
  options: Options = {}
): AnalysisProblem.Outcome<SteadyState<BatchMeans.BatchMeans>> =>
  judge(values, options, (kept) => BatchMeans.of(kept, options))

/**
 * P(X <= limit) in the steady state of one run; the warm-up is that of X itself.
 *
 * Refuses as `WarmUp.mser` and `Proportion.atMost`.
 *
 * @source as `WarmUp.mser` and `Proportion.atMost`
 * @category steady state
 * @since 0.1.0
 */
export const probability = (
  values: ArrayLike<number>,
  limit: number,
  options: Options = {}
): AnalysisProblem.Outcome<SteadyState<Proportion.Proportion>> =>
  judge(values, options, (kept) => Proportion.atMost(kept, limit, options))

/**
 * A quantile in the steady state of one run; the warm-up is that of the values themselves.
 *
 * Refuses as `WarmUp.mser` and `QuantileInterval.ofRun`.
 *
 * @source as `WarmUp.mser` and `QuantileInterval.ofRun`
 * @category steady state
 * @since 0.1.0
 */
export const quantile = (
  values: ArrayLike<number>,
  probability: number,
  options: {
    readonly batchCount?: number
    readonly confidence?: number
    readonly warmUpBatchSize?: number
  } = {}
): AnalysisProblem.Outcome<SteadyState<QuantileInterval.QuantileInterval>> =>
  judge(values, options, (kept) => QuantileInterval.ofRun(kept, probability, options))

/**
 * What the steady part of a run is worth in independent observations.
 *
 * Refuses as `WarmUp.mser` and `Autocorrelation.effectiveSize`.
 *
 * @source as `WarmUp.mser` and `Autocorrelation.effectiveSize`
 * @category steady state
 * @since 0.1.0
 */
export const effectiveSize = (
  values: ArrayLike<number>,
  options: { readonly warmUpBatchSize?: number } = {}
): AnalysisProblem.Outcome<SteadyState<Autocorrelation.EffectiveSize>> =>
  judge(values, options, Autocorrelation.effectiveSize)

const judge = <Judged>(
  values: ArrayLike<number>,
  { warmUpBatchSize = WarmUp.batchSizeDefault }: { readonly warmUpBatchSize?: number },
  by: (kept: Float64Array) => AnalysisProblem.Outcome<Judged>
): AnalysisProblem.Outcome<SteadyState<Judged>> => {
  const warmUp = WarmUp.mser(values, { batchSize: warmUpBatchSize })
  if (!warmUp.ok) return warmUp
  const kept = series.partOf(values, warmUp.value.cutCount, values.length)
  const judged = by(kept)
  return judged.ok
    ? AnalysisProblem.answered({
        warmUp: warmUp.value,
        keptCount: kept.length,
        judged: judged.value
      })
    : judged
}
