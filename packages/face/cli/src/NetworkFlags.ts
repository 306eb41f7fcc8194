/**
 * The flags of `wangge network`: how long runs are, how many of them there are, what is measured, and
 * where files go.
 */
import * as Flag from "effect/cli/Flag"
import * as Option from "effect/Option"

const numberFlag = (
  name: string,
  { isRight, expected }: { readonly isRight: (value: number) => boolean; readonly expected: string }
) =>
  Flag.String(name).pipe(
    Flag.filterMap(
      (text) => {
        const value = text.trim() === "" ? Number.NaN : Number(text)
        return Number.isFinite(value) && isRight(value) ? Option.some(value) : Option.none()
      },
      () => `Expected ${expected}`
    )
  )

const fileFlag = (name: string) =>
  Flag.String(name).pipe(
    Flag.filter(
      (file) => file !== "",
      () => "Expected the name of a file"
    ),
    Flag.withMetavar("FILE")
  )

const isPositive = (value: number): boolean => value > 0
const isShare = (value: number): boolean => value > 0 && value < 1
const isTime = (value: number): boolean => value >= 0

/**
 * The number of runs; without it 20, or as many as the precision needs.
 *
 * @category flags
 * @since 0.1.0
 */
export const replications = numberFlag("replications", {
  isRight: (value) => Number.isInteger(value) && value >= 1 && value <= 1_000_000,
  expected: "a whole number from 1 to 1000000"
}).pipe(
  Flag.withMetavar("N"),
  Flag.withDescription(
    "Runs, each with other luck (default: 20); with --precision at most so many"
  ),
  Flag.optional
)

/**
 * The relative half-width at which the study may stop.
 *
 * @category flags
 * @since 0.1.0
 */
export const precision = numberFlag("precision", {
  isRight: isShare,
  expected: "a share between 0 and 1, such as 0.01"
}).pipe(
  Flag.withMetavar("SHARE"),
  Flag.withDescription("Run until every interval's half-width is at most this share of its mean"),
  Flag.optional
)

/**
 * The confidence of the intervals.
 *
 * @source none: the usual choice
 * @category flags
 * @since 0.1.0
 */
export const confidence = numberFlag("confidence", {
  isRight: isShare,
  expected: "a share between 0 and 1, such as 0.99"
}).pipe(
  Flag.withMetavar("SHARE"),
  Flag.withDescription("Confidence of each interval (default: 0.95)"),
  Flag.withDefault(0.95)
)

/**
 * Whether runs come in pairs.
 *
 * @category flags
 * @since 0.1.0
 */
export const antithetic = Flag.Boolean("antithetic").pipe(
  Flag.withDescription("Pair each run with its mirror image, whose luck is the opposite"),
  Flag.withDefault(false)
)

/**
 * When a run ends.
 *
 * @category flags
 * @since 0.1.0
 */
export const horizon = numberFlag("horizon", {
  isRight: isPositive,
  expected: "a time above 0"
}).pipe(
  Flag.withMetavar("TIME"),
  Flag.withDescription("When a run ends (default: the file's; without one, steady state)"),
  Flag.optional
)

/**
 * From when on a run is measured.
 *
 * @category flags
 * @since 0.1.0
 */
export const warmUp = numberFlag("warm-up", {
  isRight: isTime,
  expected: "a time from 0"
}).pipe(
  Flag.withMetavar("TIME"),
  Flag.withDescription("From when on a run is measured (default: the file's)"),
  Flag.optional
)

/**
 * What is measured.
 *
 * @category flags
 * @since 0.1.0
 */
export const measures = Flag.String("measure").pipe(
  Flag.withMetavar("TEXT"),
  Flag.withDescription("Such as wait.mean@desk or sojourn.q(0.95); can be given several times"),
  Flag.atLeast(0)
)

/**
 * Another network to compare with, under the same luck.
 *
 * @category flags
 * @since 0.1.0
 */
export const against = fileFlag("against").pipe(
  Flag.withDescription("Another network of the same stations, to be compared under the same luck"),
  Flag.optional
)

/**
 * When the other network takes over.
 *
 * @category flags
 * @since 0.1.0
 */
export const at = numberFlag("at", { isRight: isTime, expected: "a time from 0" }).pipe(
  Flag.withMetavar("TIME"),
  Flag.withDescription(
    "With --against: both are FILE up to this time, then one goes on as the other"
  ),
  Flag.optional
)

/**
 * A file for what happened in the first run.
 *
 * @category flags
 * @since 0.1.0
 */
export const trace = fileFlag("trace").pipe(
  Flag.withDescription("Every event of the first run, as comma-separated values"),
  Flag.optional
)

/**
 * A file with one row for each run and measure.
 *
 * @category flags
 * @since 0.1.0
 */
export const observations = fileFlag("observations").pipe(
  Flag.withDescription("One row for each run and measure, as comma-separated values"),
  Flag.optional
)

/**
 * A file for the study when it is interrupted.
 *
 * @category flags
 * @since 0.1.0
 */
export const checkpoint = fileFlag("checkpoint").pipe(
  Flag.withDescription("Where Ctrl-C leaves the study so far, to go on from with --resume"),
  Flag.optional
)

/**
 * A file to go on from.
 *
 * @category flags
 * @since 0.1.0
 */
export const resume = fileFlag("resume").pipe(
  Flag.withDescription("Goes on from a file that --checkpoint has left, to the same result"),
  Flag.optional
)
