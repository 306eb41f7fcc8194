/**
 * How long a study goes on and how sure its intervals are: a number of runs, or a precision to be
 * reached, with all defaults in one place.
 */
import { Estimate, type Replications, Simultaneous } from "@wangge/des"

/**
 * When a study may stop: every measure is as precise as its goal, or the runs are used up.
 *
 * @category rules
 * @since 0.1.0
 */
export interface Precision {
  /** One goal for all measures, or one for each in their order; `Infinity` where it does not matter. */
  readonly goal: Replications.WidthGoal | ReadonlyArray<Replications.WidthGoal>
  /** Runs before the first look; {@link firstLookDefault} unless given. */
  readonly replicationsMin?: number
  /** Runs at which to give up; {@link replicationsMaxDefault} unless given. */
  readonly replicationsMax?: number
}

/**
 * Runs before the first look at the precision.
 *
 * @source see `Replications.runUntil`: with fewer, intervals that stop when they look small cover
 *   less often than they say
 * @category rules
 * @since 0.1.0
 */
export const firstLookDefault = 10

/**
 * Runs at which a study gives up the wanted precision.
 *
 * @source none: half-widths are then a thirtieth of those of 10 runs; longer runs help more
 * @category rules
 * @since 0.1.0
 */
export const replicationsMaxDefault = 10_000

/**
 * Runs of a study that was not told.
 *
 * @source none: with 20 the factor of Student's t is within 7 % of the normal one
 * @category rules
 * @since 0.1.0
 */
export const replicationsDefault = 20

/**
 * What a study may be told of its length and its intervals.
 *
 * @category rules
 * @since 0.1.0
 */
export interface Wanted {
  /** How many runs; {@link replicationsDefault} unless given, no matter where `precision` is. */
  readonly replications?: number
  readonly precision?: Precision
  /** Confidence of the intervals; `Estimate.confidenceDefault` unless given. */
  readonly confidence?: number
  /** Whether the confidence is that of all intervals together, by Bonferroni; false unless given. */
  readonly isSimultaneous?: boolean
}

/**
 * When a study stops, with all defaults filled in.
 *
 * @category rules
 * @since 0.1.0
 */
export interface StudyRules {
  readonly confidence: number
  /** The confidence of each interval. */
  readonly confidenceEach: number
  /** Runs before the first look. */
  readonly countMin: number
  /** Runs at which it ends in any case. */
  readonly countMax: number
  /** One goal per measure; null where a number of runs was asked for. */
  readonly goals: ReadonlyArray<Replications.WidthGoal> | null
}

/**
 * The rules of a study of `measureCount` measures.
 *
 * Throws a `RangeError` for counts that are no whole numbers (from 1; from 2 with a precision), a
 * confidence not between 0 and 1, goals not above 0 or not as many as the measures.
 *
 * ```ts
 * import { StudyRules } from "@wangge/experiment"
 *
 * StudyRules.of({ precision: { goal: { relativeMax: 0.01 } } }, 2).goals
 * // => [{ relativeMax: 0.01 }, { relativeMax: 0.01 }]
 * StudyRules.of({ isSimultaneous: true }, 5).confidenceEach.toFixed(3) // => "0.990"
 * ```
 *
 * @category rules
 * @since 0.1.0
 */
export const of = (wanted: Wanted, measureCount: number): StudyRules => {
  const { precision, confidence = Estimate.confidenceDefault } = wanted
  const confidenceEach = Simultaneous.confidenceEach(
    confidence,
    wanted.isSimultaneous === true ? measureCount : 1
  )
  if (precision === undefined) {
    const { replications = replicationsDefault } = wanted
    checkCount("replications", replications, 1)
    return { confidence, confidenceEach, countMin: 1, countMax: replications, goals: null }
  }
  const { replicationsMax: countMax = replicationsMaxDefault } = precision
  const { replicationsMin: countMin = Math.min(firstLookDefault, countMax) } = precision
  checkCount("replicationsMin", countMin, 2)
  checkCount("replicationsMax", countMax, countMin)
  const goals = goalsOf(precision, measureCount)
  return { confidence, confidenceEach, countMin, countMax, goals }
}

const goalsOf = (
  { goal }: Precision,
  measureCount: number
): ReadonlyArray<Replications.WidthGoal> => {
  const goals = isList(goal) ? goal : Array.from({ length: measureCount }, () => goal)
  if (goals.length !== measureCount) {
    throw new RangeError(`There is one goal per measure, ${measureCount}; got ${goals.length}`)
  }
  for (const one of goals) {
    const size = typeof one === "number" ? one : one.relativeMax
    if (!(size > 0)) throw new RangeError(`A goal is a half-width above 0; got ${size}`)
  }
  return goals
}

const isList = (goal: Precision["goal"]): goal is ReadonlyArray<Replications.WidthGoal> =>
  Array.isArray(goal)

const checkCount = (name: string, count: number, least: number): void => {
  if (Number.isSafeInteger(count) && count >= least) return
  throw new RangeError(`${name} is a whole number from ${least}; got ${count}`)
}
