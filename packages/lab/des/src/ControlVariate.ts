/**
 * A mean corrected by what is known: where the mean of a control (total service asked for, number of
 * arrivals) is known exactly, its luck in each replication explains part of the luck of the outcome.
 * The outcome is regressed on the controls; the estimate is the regression at their known means.
 */
import * as AnalysisProblem from "./AnalysisProblem.ts"
import * as Estimate from "./Estimate.ts"
import { checkConfidence, checkCount } from "./internal/argumentChecks.ts"
import * as leastSquares from "./internal/leastSquares.ts"
import * as series from "./internal/series.ts"
import * as Real from "./Real.ts"

/**
 * A controlled mean.
 *
 * @category variance reduction
 * @since 0.1.0
 */
export interface ControlVariate {
  /** Mean and half-width; `count` is the number of replications. */
  readonly estimate: Estimate.Estimate
  /** How much the outcome moves when a control moves by 1, per control. */
  readonly coefficients: ReadonlyArray<number>
  /** Degrees of freedom: replications - controls - 1. */
  readonly freedom: number
  /** Squared standard error beside that of the plain mean; below 1 the controls paid off. */
  readonly varianceRatio: number
}

/**
 * The controlled mean of `values`, one per replication; `controls[i]` has the controls of replication
 * i, and `means` their known means.
 *
 * Exact for normal outcomes and controls. Each control costs a degree of freedom: keep them few
 * beside the replications. Refuses (`NotFinite`, `TooFewObservations` below the number of controls +
 * 2, `NoVariation` of the values, `ControlsDependent` when a control does not vary or follows from
 * those before it). Throws a `RangeError` when there is no control or the lengths differ.
 *
 * ```ts
 * import { ControlVariate } from "@wangge/des"
 *
 * // Mean waits of four days, and the arrivals of each; the known mean is 100 arrivals.
 * const answer = ControlVariate.of([20, 26, 31, 35], [[90], [101], [110], [119]], [100])
 * answer.ok && answer.value.freedom // => 2
 * answer.ok && answer.value.estimate.mean.toFixed(2) // => "25.39"
 * answer.ok && answer.value.varianceRatio < 0.1 // => true
 * ```
 *
 * @source S. S. Lavenberg, P. D. Welch, "A Perspective on the Use of Control Variables to Increase
 *   the Efficiency of Monte Carlo Simulations", Management Science 27(3), 1981
 * @category variance reduction
 * @since 0.1.0
 */
export const of = (
  values: ReadonlyArray<number>,
  controls: ReadonlyArray<ReadonlyArray<number>>,
  means: ReadonlyArray<number>,
  confidence = Estimate.confidenceDefault
): AnalysisProblem.Outcome<ControlVariate> => {
  checkConfidence(confidence)
  checkShapes(values, controls, means)
  const columns = means.map((_, control) => controls.map((row) => row[control]!))
  const problem = problemOf(values, columns, means)
  if (problem !== null) return AnalysisProblem.refused(problem)
  const factor = leastSquares.factor(
    columns.map((left) => columns.map((right) => series.crossSum(left, right)))
  )
  if (!factor.ok) return AnalysisProblem.refused(factor.problem)
  const coefficients = leastSquares.solve(
    factor.value,
    columns.map((column) => series.crossSum(column, values))
  )
  const apart = columns.map((column, control) => means[control]! - series.meanOf(column))
  const mean =
    series.meanOf(values) +
    apart.reduce((sum, each, control) => sum + each * coefficients[control]!, 0)
  // Squared length of the distance from the known means, in the metric of the controls.
  const far = leastSquares
    .solve(factor.value, apart)
    .reduce((sum, each, control) => sum + each * apart[control]!, 0)
  const count = values.length
  const freedom = count - means.length - 1
  const variance = (restSquares(values, columns, coefficients) / freedom) * (1 / count + far)
  return AnalysisProblem.answered({
    estimate: {
      mean,
      halfWidth: Estimate.studentT(confidence, freedom) * Real.sqrt(variance),
      confidence,
      count
    },
    coefficients,
    freedom,
    varianceRatio: variance / (series.varianceOf(values) / count)
  })
}

const checkShapes = (
  values: ReadonlyArray<number>,
  controls: ReadonlyArray<ReadonlyArray<number>>,
  means: ReadonlyArray<number>
): void => {
  checkCount("A number of controls", means.length, 1)
  if (controls.length !== values.length) {
    throw new RangeError(
      `Each replication has controls; got ${values.length} replications and ${controls.length} rows`
    )
  }
  const uneven = controls.find((row) => row.length !== means.length)
  if (uneven !== undefined) {
    throw new RangeError(`A row has ${means.length} controls; got ${uneven.length}`)
  }
}

const problemOf = (
  values: ReadonlyArray<number>,
  columns: ReadonlyArray<ReadonlyArray<number>>,
  means: ReadonlyArray<number>
): AnalysisProblem.AnalysisProblem | null => {
  const problem = series.problemOf(values, means.length + 2, "values")
  if (problem !== null) return problem
  for (const [control, column] of columns.entries()) {
    const wrong = series.problemOf(column, 0, `control ${control}`)
    if (wrong !== null) return wrong
  }
  return series.problemOf(means, 1, "means") ?? series.sameness(values, "values")
}

/** Sum of the squares that the controls leave unexplained. */
const restSquares = (
  values: ReadonlyArray<number>,
  columns: ReadonlyArray<ReadonlyArray<number>>,
  coefficients: ReadonlyArray<number>
): number => {
  const rest = values.map((value, index) =>
    columns.reduce((sum, column, control) => sum - coefficients[control]! * column[index]!, value)
  )
  return series.varianceOf(rest) * (values.length - 1)
}
