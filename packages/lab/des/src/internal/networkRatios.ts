/**
 * Estimates from parts: a measure is a function of sums over runs (a mean, or the deviation that sums
 * and squares give), and the jackknife says how far it may be off.
 */
import * as AnalysisProblem from "../AnalysisProblem.ts"
import * as Estimate from "../Estimate.ts"
import * as Measure from "../Measure.ts"
import { areMoments, ofMoments, ofPositive, ofShare } from "./networkIntervals.ts"
import { PART_COUNT, valueOfParts } from "./networkMeasures.ts"

/** Sum, sum of squares and weight of a measure in one run or batch. */
export type Parts = readonly [sum: number, squares: number, weight: number]

/** The estimate of a measure over runs or batches that are independent of each other. */
export const estimateOf = (
  measure: Measure.Measure,
  rows: ReadonlyArray<Parts>,
  confidence: number
): AnalysisProblem.Outcome<Estimate.Estimate> => {
  const values = pseudoValues(measure, rows)
  if (!values.ok) return AnalysisProblem.refused(values.problem)
  if (areMoments(measure, rows)) return AnalysisProblem.answered(ofMoments(rows, confidence))
  const estimate = Estimate.of(values.value, confidence)
  if (Measure.unit(measure) === "share" && measure.statistic.kind !== "q") {
    const [sum, , weight] = rows.reduce<Parts>(added, [0, 0, 0])
    return ofShare(measure, estimate, sum / weight)
  }
  return AnalysisProblem.answered(measure.statistic.kind === "sd" ? ofPositive(estimate) : estimate)
}

/**
 * One number per row, whose mean is the estimate and whose deviation gives its interval: the values of
 * the rows themselves where all weigh the same, otherwise n f(all) - (n - 1) f(all but the row).
 *
 * @source B. Efron, "The Jackknife, the Bootstrap and Other Resampling Plans", 1982, chapter 2
 */
export const pseudoValues = (
  measure: Measure.Measure,
  rows: ReadonlyArray<Parts>
): AnalysisProblem.Outcome<ReadonlyArray<number>> => {
  const subject = Measure.toText(measure)
  const [first] = rows
  if (first === undefined) return refused("TooFewObservations", subject, 0, 1)
  const seen = rows.filter((row) => row.every((part) => Number.isFinite(part)))
  if (seen.length < rows.length) return refused("NothingSeen", subject, seen.length, rows.length)
  const value = (parts: Parts): number => valueOfParts(measure, parts[0], parts[1], parts[2])
  const own = rows.map(value)
  const isAlike = rows.every(([, , weight]) => weight === first[2])
  const isSame = own.every((one) => one === own[0])
  if ((isAlike && measure.statistic.kind !== "sd") || isSame) {
    return Number.isNaN(own[0]!)
      ? refused("NothingSeen", subject, 0, 1)
      : AnalysisProblem.answered(own)
  }
  const all = rows.reduce<Parts>(added, [0, 0, 0])
  const count = rows.length
  const whole = value(all)
  const pseudo = rows.map((row) => count * whole - (count - 1) * value(without(all, row)))
  const missing = pseudo.findIndex((one) => Number.isNaN(one))
  return missing < 0
    ? AnalysisProblem.answered(pseudo)
    : refused("NothingSeen", subject, own.filter((one) => !Number.isNaN(one)).length, 2)
}

const added = (left: Parts, right: Parts): Parts => [
  left[0] + right[0],
  left[1] + right[1],
  left[2] + right[2]
]

const without = (all: Parts, row: Parts): Parts => [
  all[0] - row[0],
  all[1] - row[1],
  all[2] - row[2]
]

const refused = (
  code: AnalysisProblem.Code,
  subject: string,
  found: string | number,
  expected: string | number
): AnalysisProblem.Outcome<never> =>
  AnalysisProblem.refused(AnalysisProblem.make(code, subject, found, expected))

/** The parts of one measure, from rows with those of all. */
export const partsOf = (
  rows: ReadonlyArray<ArrayLike<number>>,
  measureCount: number,
  measure: number
): ReadonlyArray<Parts> =>
  rows.map((row) => {
    if (row.length !== PART_COUNT * measureCount) {
      throw new RangeError(
        `A row has ${PART_COUNT} numbers per measure, ${PART_COUNT * measureCount}; got ${row.length}`
      )
    }
    const place = PART_COUNT * measure
    return [row[place]!, row[place + 1]!, row[place + 2]!]
  })
