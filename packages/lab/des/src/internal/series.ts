/**
 * What every judgement of a series of numbers begins with: is there enough, is all of it finite,
 * does it vary at all; and the sums that the judgements share.
 */
import * as AnalysisProblem from "../AnalysisProblem.ts"
import * as Tally from "../Tally.ts"

/** What is wrong with a series: too short, or a number that is not finite; null if nothing is. */
export const problemOf = (
  values: ArrayLike<number>,
  least: number,
  subject = "observations"
): AnalysisProblem.AnalysisProblem | null => {
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!
    if (!Number.isFinite(value)) {
      return AnalysisProblem.make(
        "NotFinite",
        `${subject}[${index}]`,
        String(value),
        "a finite number"
      )
    }
  }
  return values.length < least
    ? AnalysisProblem.make("TooFewObservations", subject, values.length, least)
    : null
}

/** The problem that all numbers of a series are the same; null if they differ. */
export const sameness = (
  values: ArrayLike<number>,
  subject = "observations"
): AnalysisProblem.AnalysisProblem | null => {
  const first = values[0]
  for (let index = 1; index < values.length; index++) {
    if (values[index] !== first) return null
  }
  return AnalysisProblem.make("NoVariation", subject, first ?? 0, "numbers that differ")
}

/** The mean of a series that is not empty. */
export const meanOf = (values: ArrayLike<number>): number => {
  let sum = 0
  for (let index = 0; index < values.length; index++) sum += values[index]!
  return sum / values.length
}

/** Sample variance (divided by count less 1). */
export const varianceOf = (values: ArrayLike<number>): number => {
  const tally = Tally.make()
  for (let index = 0; index < values.length; index++) tally.add(values[index]!)
  return tally.variance
}

/** Sum of the products of the deviations of two series of equal length. */
export const crossSum = (left: ArrayLike<number>, right: ArrayLike<number>): number => {
  const leftMean = meanOf(left)
  const rightMean = meanOf(right)
  let sum = 0
  for (let index = 0; index < left.length; index++) {
    sum += (left[index]! - leftMean) * (right[index]! - rightMean)
  }
  return sum
}

/** The autocorrelation at a lag, about the mean of the whole series; NaN without variation. */
export const autocorrelation = (values: ArrayLike<number>, lag: number): number => {
  const mean = meanOf(values)
  let squares = 0
  let products = 0
  for (let index = 0; index < values.length; index++) {
    const deviation = values[index]! - mean
    squares += deviation * deviation
    if (index >= lag) products += deviation * (values[index - lag]! - mean)
  }
  return products / squares
}

/** A copy of a part of a series, from `start` up to `end`. */
export const partOf = (values: ArrayLike<number>, start: number, end: number): Float64Array => {
  const part = new Float64Array(end - start)
  for (let index = start; index < end; index++) part[index - start] = values[index]!
  return part
}

/** The means of `count` batches of `size`, the last of which ends where the series ends. */
export const batchMeans = (
  values: ArrayLike<number>,
  count: number,
  size: number
): Float64Array => {
  const means = new Float64Array(count)
  let index = values.length - count * size
  for (let batch = 0; batch < count; batch++) {
    let sum = 0
    for (let end = index + size; index < end; index++) sum += values[index]!
    means[batch] = sum / size
  }
  return means
}
