/** What the runs of a study say about its measures, and whether it is precise enough. */
import { Estimate, Measure, NetworkResult, type NetworkRun, Replications } from "@wangge/des"
import type * as NetworkTask from "../NetworkTask.ts"
import * as StudyError from "../StudyError.ts"
import type { StudyRules } from "../StudyRules.ts"

/**
 * A measure over the runs so far.
 *
 * @category studies
 * @since 0.1.0
 */
export interface Measured {
  /** The measure as text. */
  readonly measure: string
  /** Null where nothing was seen. */
  readonly mean: number | null
  /** Half the width of the interval; null where there is none. */
  readonly halfWidth: number | null
  /** Ends of the interval, which need not lie evenly about the mean; null where there is none. */
  readonly low: number | null
  readonly high: number | null
  readonly confidence: number
  /** Numbers that the estimate is made of: runs, or the batches of one run. */
  readonly count: number
  /** Why there is no interval; null where there is one. */
  readonly problem: StudyError.Described | null
}

/** A run as it is, or a run and its mirror image as one: their sums add up. */
export const pairOf = (
  { measures }: NetworkRun.Settings,
  [plain, mirrored]: ReadonlyArray<NetworkTask.Replication>
): NetworkTask.Replication => {
  if (plain === undefined) throw new RangeError("A finished replication has a run; got none")
  if (mirrored === undefined) return plain
  const pair = NetworkResult.pairOf(plain, mirrored)
  const values = Array.from(NetworkResult.valuesOf(measures, pair.parts))
  return { ...plain, ...pair, values, hash: pair.hash ?? "", ending: plain.ending, alone: null }
}

/** Every measure over runs so far; one run alone is judged by its sections, where it was. */
export const measuresOf = (
  settings: NetworkRun.Settings,
  runs: ReadonlyArray<NetworkTask.Replication>,
  confidence: number
): ReadonlyArray<Measured> => {
  const [first] = runs
  const judged =
    runs.length === 1 && first !== undefined && first.alone !== null
      ? first.alone
      : NetworkResult.estimates({
          measures: settings.measures,
          rows: runs.map(({ parts }) => parts),
          confidence
        })
  const values = NetworkResult.valuesOf(settings.measures, sumOf(runs))
  return judged.map((one, index) =>
    measuredOf(one, { value: values[index]!, count: runs.length, confidence })
  )
}

/** The parts of all runs together. */
const sumOf = (runs: ReadonlyArray<NetworkTask.Replication>): Float64Array => {
  const sums = new Float64Array(runs[0]?.parts.length ?? 0)
  for (const { parts } of runs) {
    for (let place = 0; place < sums.length; place++) sums[place]! += parts[place]!
  }
  return sums
}

/** Without an interval the value of all runs together still says something. */
const measuredOf = (
  { measure, outcome }: NetworkResult.Judged,
  all: { readonly value: number; readonly count: number; readonly confidence: number }
): Measured => {
  const { confidence, value } = all
  const text = Measure.toText(measure)
  if (outcome.ok) {
    const { low, high } = Estimate.range(outcome.value) ?? { low: null, high: null }
    return { measure: text, ...outcome.value, low, high, problem: null }
  }
  const mean = Number.isFinite(value) ? value : null
  const problem = StudyError.ofAnalysis(outcome.problem)
  const none = { halfWidth: null, low: null, high: null }
  return { measure: text, mean, ...none, confidence, count: mean === null ? 0 : all.count, problem }
}

/** Whether every measure has reached its goal. */
export const isPrecise = (
  measures: ReadonlyArray<Measured>,
  goals: ReadonlyArray<Replications.WidthGoal>
): boolean =>
  measures.every(({ mean, halfWidth, confidence, count }, index) => {
    if (sizeOf(goals[index]!) === Number.POSITIVE_INFINITY) return true
    return (
      mean !== null &&
      halfWidth !== null &&
      Replications.isReached({ mean, halfWidth, confidence, count }, goals[index]!)
    )
  })

/**
 * How many runs it will take, as it looks: half-widths shrink with the square root of the runs.
 *
 * At least one more than there are, while a goal is open.
 */
export const neededCount = (
  measures: ReadonlyArray<Measured>,
  { goals, countMin, countMax }: StudyRules
): number => {
  let needed = countMin
  for (const [index, { mean, halfWidth, count }] of measures.entries()) {
    const goal = goals?.[index] ?? Number.POSITIVE_INFINITY
    if (sizeOf(goal) === Number.POSITIVE_INFINITY) continue
    if (mean === null || halfWidth === null) return countMax
    const allowed = typeof goal === "number" ? goal : Math.abs(mean) * shareOf(goal.relativeMax)
    const ratio = halfWidth / allowed
    needed = Math.max(needed, Math.ceil(count * ratio * ratio))
  }
  return Math.min(needed, countMax)
}

const sizeOf = (goal: Replications.WidthGoal): number =>
  typeof goal === "number" ? goal : goal.relativeMax

/** See `Replications.WidthGoal`. */
const shareOf = (relativeMax: number): number => relativeMax / (1 + relativeMax)
