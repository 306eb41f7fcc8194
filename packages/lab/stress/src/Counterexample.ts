/**
 * A counter-example as a file: the scenario, the promise, the shock that breaks it and everything
 * needed to see the same again. It replays: the same runs give the same hash and the same
 * interval, on any machine and any number of threads.
 */
import { type Runner, type Scenario, type Shock, Study } from "@wangge/simulator"
import type * as Judgement from "./Judgement.ts"
import * as Objective from "./Objective.ts"
import type * as ShockRange from "./ShockRange.ts"
import * as Trial from "./Trial.ts"
import type * as Verdict from "./Verdict.ts"

/**
 * The name of the file format, as its `format` field says it.
 *
 * @category format
 * @source none: our format
 * @since 0.1.0
 */
export const format = "wangge-counterexample"

/**
 * The version of the file format that this package reads and writes.
 *
 * @category format
 * @source none: our format
 * @since 0.1.0
 */
export const version = 1

/**
 * A promise, the shock that breaks it, and how it was shown.
 *
 * `shock` is null where the promise is broken without one. `interval` was seen on `replications`
 * runs of master seed `seed`, whose hash is `runHash`; `confirmed` on those of `confirmSeed`.
 * `order` is the order in which the shock is locally minimal, `versions` what must be equal for
 * the runs to repeat.
 *
 * @category format
 * @since 0.1.0
 */
export interface Counterexample {
  readonly format: typeof format
  readonly version: typeof version
  readonly promise: string
  readonly verdict: "broken"
  readonly shock: Shock.Shock | null
  readonly seed: number
  readonly replications: number
  readonly interval: Interval
  readonly runHash: string
  readonly confirmSeed: number
  readonly confirmed: Interval
  readonly confirmRunHash: string
  readonly versions: Study.Versions
  readonly order: string
  readonly minimality: Minimality
  readonly tried: Verdict.Effort
  readonly plan: Judgement.Plan
  readonly ranges: ShockRange.ShockRange
  readonly scenario: Scenario.Scenario
}

/**
 * A mean over replications with its Student-t half-width at a confidence.
 *
 * @category format
 * @since 0.1.0
 */
export interface Interval {
  readonly mean: number | null
  readonly halfWidth: number | null
  readonly confidence: number
  readonly replications: number
}

/**
 * What was judged around the shock.
 *
 * `isComplete` says that every one-step-smaller shock within the ranges was judged and none broke
 * the promise; otherwise the budget ended first.
 *
 * @category format
 * @since 0.1.0
 */
export interface Minimality {
  readonly isComplete: boolean
  readonly neighbours: ReadonlyArray<Neighbour>
}

/**
 * A one-step-smaller shock and what the replications said of it.
 *
 * `reason` is that of the judgement, or `notConfirmed` where it broke the promise on the search's
 * seed but no more clearly than shocks that fresh seeds did not confirm, or `budgetSpent` where it
 * was not judged.
 *
 * @category format
 * @since 0.1.0
 */
export interface Neighbour {
  readonly shock: Shock.Shock
  readonly state: NeighbourState
  readonly reason: NeighbourReason
  readonly interval: Interval | null
}

/**
 * What can be said of a neighbour of a locally minimal shock; never that it breaks the promise.
 *
 * @category format
 * @source none: our list
 * @since 0.1.0
 */
export const neighbourStates = ["holds", "undecided", "notJudged"] as const

/**
 * One state of a neighbour.
 *
 * @category format
 * @since 0.1.0
 */
export type NeighbourState = (typeof neighbourStates)[number]

/**
 * Why a neighbour is in its state.
 *
 * @category format
 * @since 0.1.0
 */
export type NeighbourReason = Judgement.Reason | "notConfirmed" | "budgetSpent"

/**
 * A counter-example from what a search found.
 *
 * @category format
 * @since 0.1.0
 */
export const make = (parts: {
  readonly about: Verdict.About
  readonly scenario: Scenario.Scenario
  readonly trial: Trial.Trial
  readonly confirmSeed: number
  readonly confirmation: Trial.Trial
  readonly neighbours: ReadonlyArray<Neighbour>
}): Counterexample => {
  const { about, trial, confirmation, neighbours } = parts
  return {
    format,
    version,
    promise: about.promise,
    verdict: "broken",
    shock: trial.shock,
    seed: about.seed,
    replications: trial.judgement.replications,
    interval: intervalOf(trial.judgement),
    runHash: trial.runHash,
    confirmSeed: parts.confirmSeed,
    confirmed: intervalOf(confirmation.judgement),
    confirmRunHash: confirmation.runHash,
    versions: Study.versions,
    order: about.order,
    minimality: {
      isComplete: neighbours.every((one) => one.state !== "notJudged"),
      neighbours
    },
    tried: about.effort,
    plan: about.plan,
    ranges: about.ranges,
    scenario: parts.scenario
  }
}

/**
 * The interval that a judgement rests on.
 *
 * @category format
 * @since 0.1.0
 */
export const intervalOf = (judgement: Judgement.Judgement): Interval => ({
  mean: judgement.mean,
  halfWidth: judgement.halfWidth,
  confidence: judgement.confidence,
  replications: judgement.replications
})

/**
 * The file's text: JSON with two spaces and a final line break, equal for equal counter-examples.
 *
 * @category format
 * @since 0.1.0
 */
export const toJson = (file: Counterexample): string => `${JSON.stringify(file, null, 2)}\n`

/**
 * The command that replays a file, as results print it.
 *
 * ```ts
 * import { Counterexample } from "@wangge/stress"
 *
 * Counterexample.replayCommand("out/counterexample.json") // => "wangge replay out/counterexample.json"
 * ```
 *
 * @category replaying
 * @since 0.1.0
 */
export const replayCommand = (path: string): string =>
  `wangge replay ${/^[\w./:@+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`}`

/**
 * What a replay gives.
 *
 * `sameHash`: the runs have the recorded hash. `sameVerdict`: the promise is violated again, with
 * the recorded interval to the last bit. `sameVersions`: the versions are the recorded ones; where
 * they are not, different runs are no wonder.
 *
 * @category replaying
 * @since 0.1.0
 */
export interface Replay {
  readonly sameHash: boolean
  readonly sameVerdict: boolean
  readonly sameVersions: boolean
  readonly got: {
    readonly runHash: string
    readonly state: Judgement.State
    readonly interval: Interval
    readonly versions: Study.Versions
  }
}

/**
 * Runs a counter-example again on its seed and replications, and compares.
 *
 * The fresh seeds and the neighbours are not run again. Throws a `RangeError` for a promise that
 * cannot be read: a file from `CounterexampleSchema.parse` always has a good one. Cost: the file's
 * number of replications.
 *
 * @category replaying
 * @since 0.1.0
 */
export const replay = async (
  file: Counterexample,
  runner: Runner.Runner,
  options?: { readonly onReplication?: () => void; readonly signal?: AbortSignal }
): Promise<Replay> => {
  const parsed = Objective.parse(file.promise)
  if (!parsed.ok) throw new RangeError(Objective.problemText(parsed.problem, "en"))
  const { judgement, runHash } = await Trial.run({
    scenario: file.scenario,
    shock: file.shock,
    objective: parsed.objective,
    seed: file.seed,
    looks: [file.replications],
    lookConfidence: file.interval.confidence,
    isBrief: false,
    runner,
    ...options
  })
  const interval = intervalOf(judgement)
  return {
    sameHash: runHash === file.runHash,
    sameVerdict: judgement.state === "violated" && isSameInterval(interval, file.interval),
    sameVersions:
      file.versions.simulator === Study.versions.simulator &&
      file.versions.streams === Study.versions.streams,
    got: { runHash, state: judgement.state, interval, versions: Study.versions }
  }
}

const isSameInterval = (left: Interval, right: Interval): boolean =>
  left.mean === right.mean &&
  left.halfWidth === right.halfWidth &&
  left.confidence === right.confidence &&
  left.replications === right.replications
