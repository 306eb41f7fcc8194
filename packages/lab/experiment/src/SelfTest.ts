/**
 * The self-test: networks whose measures are known exactly, run on the person's own machine and
 * judged, all together, so that a sound engine is falsely accused by at most one seed in a thousand.
 * Controls with wrong values must be found out, or the test itself has failed.
 */
import { Network, NetworkRun, Simultaneous } from "@wangge/des"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import { selfTestCases } from "./internal/selfTestCases.ts"
import type { SelfTestCase } from "./SelfTestCase.ts"
import * as SelfTestJudgement from "./SelfTestJudgement.ts"

/**
 * All cases, in order; the last ones are controls.
 *
 * ```ts
 * import { SelfTest } from "@wangge/experiment"
 *
 * SelfTest.cases.length > 60 // => true
 * SelfTest.cases.some((one) => one.isControl) // => true
 * ```
 *
 * @source the `source` of each case
 * @category cases
 * @since 0.1.0
 */
export const cases: ReadonlyArray<SelfTestCase> = selfTestCases

/**
 * The confidence that all intervals together have.
 *
 * @source none: our choice; a false alarm in a thousand runs is rare enough to look into each
 * @category judgement
 * @since 0.1.0
 */
export const confidence = 0.999

/**
 * The seed unless one is given.
 *
 * @source none: any number would do
 * @category judgement
 * @since 0.1.0
 */
export const seedDefault = 1

/**
 * How many estimates are judged against right values, over all cases; a test counts them.
 *
 * @source none: the number of values in our own list
 * @category judgement
 * @since 0.1.0
 */
export const estimateCount = 345

/**
 * The confidence of each interval, after Bonferroni: 1 - (1 - {@link confidence}) over the number of
 * estimates of all cases, also when only some are run.
 *
 * @source O. J. Dunn, "Multiple Comparisons among Means", Journal of the American Statistical
 *   Association 56, 1961
 * @category judgement
 * @since 0.1.0
 */
export const confidenceEach = Simultaneous.confidenceEach(confidence, estimateCount)

/**
 * What came of one case.
 *
 * @category results
 * @since 0.1.0
 */
export interface CaseResult {
  readonly id: string
  readonly title: SelfTestCase["title"]
  readonly method: SelfTestCase["method"]
  readonly source: string
  readonly isControl: boolean
  readonly judgements: ReadonlyArray<SelfTestJudgement.Judgement>
  /** Events of all replications. */
  readonly eventCount: number
}

/** Replications that a case may have before it would share the luck of another one. */
const LUCK_APART = 100_000
/** So many places for the luck of a case fit into the 32 bits of a replication's number. */
const LUCK_PLACES = 42_000

/**
 * The number of a case's first replication, from a hash of its id: cases with the same names of
 * sources and stations would otherwise have the same arrivals, and all be lucky together.
 *
 * @source G. Fowler, L. C. Noll, K.-P. Vo, FNV-1a with 32 bits
 */
const firstReplication = (id: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < id.length; at++) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  }
  return ((hash >>> 0) % LUCK_PLACES) * LUCK_APART
}

/**
 * Runs and judges one case, on this thread and in one piece.
 *
 * Every case has random numbers of its own, whatever its place in the list.
 *
 * Cost: about a second of work.
 *
 * @category running
 * @since 0.1.0
 */
export const runCase = (
  one: SelfTestCase,
  options: { readonly seed: number; readonly confidenceEach: number }
): CaseResult => {
  const { id, title, method, source, isControl, length } = one
  const exact = Object.entries(one.truths())
  const values = exact.map((): Array<number> => [])
  const asked = {
    network: Network.make(one.network),
    measures: exact.map(([measure]) => measure),
    horizon: length.horizon,
    warmUp: length.warmUp,
    draws: length.draws,
    seed: options.seed,
    hash: false
  }
  const first = firstReplication(id)
  let eventCount = 0
  for (let count = 0; count < length.replications; count++) {
    const run = NetworkRun.make({ ...asked, replication: first + count }).runToEnd()
    for (const [index, value] of run.values().entries()) values[index]!.push(value)
    eventCount += run.executedCount
  }
  const judgements = exact.map(([measure, value], index) =>
    SelfTestJudgement.of({
      measure,
      exact: value,
      values: values[index]!,
      confidence: options.confidenceEach
    })
  )
  return { id, title, method, source, isControl, judgements, eventCount }
}

/**
 * A case that could not be run: its thread died, or the engine threw.
 *
 * @category errors
 * @since 0.1.0
 */
export class SelfTestError extends Schema.TaggedError<SelfTestError>()("SelfTestError", {
  id: Schema.String,
  message: Schema.String
}) {}

/**
 * Who runs the cases: this thread by default, worker threads where a face passes them in.
 *
 * @category running
 * @since 0.1.0
 */
export interface Runner {
  /** How many cases are worth starting at once. */
  readonly parallelCount: number
  /** Runs the case with this id; an interrupt ends it. */
  readonly run: (
    id: string,
    options: { readonly seed: number; readonly confidenceEach: number }
  ) => Effect.Effect<CaseResult, SelfTestError>
}

/**
 * The plain default: cases on this thread, one after the other, with a breath between them.
 *
 * @category running
 * @since 0.1.0
 */
export const thisThread: Runner = {
  parallelCount: 1,
  run: (id, options) =>
    Effect.yieldNow.pipe(
      Effect.andThen(
        Effect.try({
          try: () => runCase(caseOf(id), options),
          catch: (error) =>
            new SelfTestError({
              id,
              message: error instanceof Error ? error.message : String(error)
            })
        })
      )
    )
}

/**
 * The case with this id.
 *
 * Throws a `RangeError` for an id that no case has.
 *
 * @category cases
 * @since 0.1.0
 */
export const caseOf = (id: string): SelfTestCase => {
  const found = cases.find((one) => one.id === id)
  if (found === undefined) throw new RangeError(`No case of the self-test has the id "${id}"`)
  return found
}

/**
 * The cases whose id or English title contains `text`, whatever its capitals; controls come along.
 *
 * ```ts
 * import { SelfTest } from "@wangge/experiment"
 *
 * SelfTest.select("erlang-b-const").filter((one) => !one.isControl).map(({ id }) => id)
 * // => ["erlang-b-constant"]
 * ```
 *
 * @category cases
 * @since 0.1.0
 */
export const select = (text: string): ReadonlyArray<SelfTestCase> => {
  const wanted = text.toLowerCase()
  return cases.filter(
    ({ id, title, isControl }) =>
      isControl || id.includes(wanted) || title.en.toLowerCase().includes(wanted)
  )
}

/**
 * Runs the self-test: one result per case, in order, as soon as it and all before it are there.
 *
 * The results depend on the seed alone, not on the runner and not on which cases are selected. An
 * interrupt ends the work.
 *
 * @category running
 * @since 0.1.0
 */
export const run = (
  options: {
    readonly seed?: number
    readonly only?: ReadonlyArray<SelfTestCase>
    readonly runner?: Runner
  } = {}
): Stream.Stream<CaseResult, SelfTestError> => {
  const { seed = seedDefault, only = cases, runner = thisThread } = options
  const asked = { seed, confidenceEach }
  return Stream.fromIterable(only).pipe(
    Stream.mapEffect(({ id }) => runner.run(id, asked), { concurrency: runner.parallelCount })
  )
}
