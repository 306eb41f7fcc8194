/**
 * The flags that several verbs have in common, each with its default and the words of `--help`.
 */
import * as Argument from "effect/cli/Argument"
import * as Flag from "effect/cli/Flag"
import * as Option from "effect/Option"
import * as Lang from "./Lang.ts"

const wholeNumber = (
  name: string,
  { min, max = Number.MAX_SAFE_INTEGER }: { readonly min: number; readonly max?: number }
) => {
  const isOpen = max === Number.MAX_SAFE_INTEGER && min !== Number.MIN_SAFE_INTEGER
  const range = isOpen ? `of at least ${min}` : `from ${min} to ${max}`
  return Flag.String(name).pipe(
    Flag.filterMap(
      (text) => {
        const value = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN
        return value >= min && value <= max ? Option.some(value) : Option.none()
      },
      () => `Expected a whole number ${range}`
    ),
    Flag.withMetavar("N")
  )
}

/**
 * The locality, locality file or scenario file that a verb works on.
 *
 * @category flags
 * @since 0.1.0
 */
export const source = Argument.String("locality | town.json").pipe(
  Argument.withDescription(
    "Id of a locality (see wangge localities), or path of a scenario file or a locality file"
  )
)

/**
 * Measured days, where other than the scenario's.
 *
 * @category flags
 * @since 0.1.0
 */
export const days = wholeNumber("days", { min: 1 }).pipe(
  Flag.withDescription("Days to simulate (default: the scenario's, 365 for a locality)"),
  Flag.optional
)

/**
 * How often the scenario is simulated.
 *
 * @source none: with 20 replications the Student-t factor is within 7 % of the normal one, and a
 * town's year takes seconds
 * @category flags
 * @since 0.1.0
 */
export const replications = wholeNumber("replications", { min: 1, max: 100_000 }).pipe(
  Flag.withDescription("How often to simulate it, each time with other luck (default: 20)"),
  Flag.withDefault(20)
)

/**
 * The master seed.
 *
 * @source none: any number would do; 1 is easy to say
 * @category flags
 * @since 0.1.0
 */
export const seed = wholeNumber("seed", { min: Number.MIN_SAFE_INTEGER }).pipe(
  Flag.withDescription("Master seed; the same seed gives the same bytes (default: 1)"),
  Flag.withDefault(1)
)

/**
 * How many candidates a search may judge.
 *
 * @category flags
 * @since 0.1.0
 */
export const budget = (usual: number) =>
  wholeNumber("budget", { min: 1 }).pipe(
    Flag.withDescription(`How many shocks may be judged (default: ${usual})`),
    Flag.withDefault(usual)
  )

/**
 * How many worker threads to use.
 *
 * @source none: 64 is more than a desktop has; each thread takes memory
 * @category flags
 * @since 0.1.0
 */
export const threads = wholeNumber("threads", { min: 1, max: 64 }).pipe(
  Flag.withDescription(
    "Worker threads; results do not depend on it (default: one per processor, at most 8)"
  ),
  Flag.optional
)

/**
 * The folder for files.
 *
 * @category flags
 * @since 0.1.0
 */
export const out = Flag.String("out").pipe(
  Flag.filter(
    (folder) => folder !== "",
    () => "Expected the name of a folder"
  ),
  Flag.withMetavar("DIR")
)

/**
 * The file for the event log of the first replication.
 *
 * @category flags
 * @since 0.1.0
 */
export const log = Flag.String("log").pipe(
  Flag.filter(
    (file) => file !== "",
    () => "Expected the name of a file"
  ),
  Flag.withMetavar("FILE"),
  Flag.withDescription(
    "Event log of the first replication, warm-up included: FILE ends with .xes, .ocel.json or .csv"
  ),
  Flag.optional
)

/**
 * How the result is printed.
 *
 * @category flags
 * @since 0.1.0
 */
export const format = Flag.Literals("format", ["table", "json"]).pipe(
  Flag.withMetavar("FORMAT"),
  Flag.withDescription("How to print the result (default: table)"),
  Flag.withDefault("table")
)

/**
 * The language of tables and progress.
 *
 * @category flags
 * @since 0.1.0
 */
export const lang = Flag.Literals("lang", Lang.all).pipe(
  Flag.withMetavar("LANG"),
  Flag.withDescription("Language of tables and progress (default: en)"),
  Flag.withDefault("en")
)
