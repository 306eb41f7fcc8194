/**
 * One run of a network: made for a seed and a number of replication, stepped by time or by events,
 * asked for its measures at any moment, written to bytes and taken up again, or forked into a network
 * with another policy. Many runs and their intervals are `NetworkResult`.
 */
import { checkCount } from "./internal/argumentChecks.ts"
import { resumeProblems } from "./internal/networkRunArguments.ts"
import { forkProblem, type Options, type Outlets, readHead } from "./internal/networkRunHead.ts"
import {
  NetworkRunError,
  type Prepared,
  prepare as prepareRequest,
  type Request,
  sectionCountDefault
} from "./internal/networkRunPlan.ts"
import { sectionCountAlone as countAlone } from "./internal/networkSections.ts"
import { NetworkRun, SNAPSHOT_KIND, SNAPSHOT_VERSION } from "./internal/runningNetwork.ts"
import type * as Network from "./Network.ts"
import * as Snapshot from "./Snapshot.ts"

export { type Ending, endings } from "./internal/networkEnding.ts"
export type { Options, Outlets } from "./internal/networkRunHead.ts"
export type { Prepared, Request, Settings } from "./internal/networkRunPlan.ts"
export { NetworkRunError } from "./internal/networkRunPlan.ts"
export { NetworkRun } from "./internal/runningNetwork.ts"

/**
 * What a run would do, or everything that keeps it from being made.
 *
 * With a `horizon` a run starts empty and stops there; customers who are still inside have no wait or
 * sojourn yet and are left out of those, unless it is to `drain`. Without one it ends after `customers` departures that count;
 * or, if every source ends, when nothing is left to happen; or else by a rule from the loads, how uneven
 * arrivals and services are, limits, vacations and populations, and the classes that are measured:
 * `docs/measures.md` has it. The warm-up is 0 with a horizon, and where every source ends, unless given.
 *
 * A run without a horizon whose queues would grow for ever is refused with `LoadTooHigh` and the load,
 * one that would take more than a billion events with `TooLong` and their number; a horizon until which
 * more than 10^12 customers would come with `BadRunLength`.
 *
 * ```ts
 * import { Network, NetworkRun } from "@wangge/des"
 *
 * const network = Network.make({
 *   sources: [{ id: "street", arrivals: { kind: "poisson", rate: 9 }, to: "desk" }],
 *   stations: [{ id: "desk", servers: 8, service: { kind: "exponential", mean: 1 } }]
 * })
 * const answer = NetworkRun.prepare({ network, measures: ["wait.mean@desk"] })
 * answer.ok ? [] : answer.problems.map(({ code, found }) => `${code} ${found}`) // => ["LoadTooHigh 1.125"]
 * NetworkRun.prepare({ network, measures: ["wait.mean@desk"], horizon: 100 }).ok // => true
 * ```
 *
 * @source the rule of length is ours; relaxation time: J. Abate, W. Whitt, "Transient Behavior of the M/M/1
 *   Queue: Starting at the Origin", Queueing Systems 2, 1987; customers: W. Whitt, "Planning Queueing
 *   Simulations", Management Science 35(11), 1989
 * @category runs
 * @since 0.1.0
 */
export const prepare = (request: Request): Prepared => prepareRequest(request)

/**
 * Into how many sections to cut a run that will be judged by itself (`sectionCount`): 20 where nobody
 * gave a horizon, or it is long enough for a steady state; otherwise 0.
 *
 * Long enough is at least half of what would count without a horizon (see {@link prepare}). A load that
 * queues cannot bear, and customers who come only for a time, have no steady state.
 *
 * ```ts
 * import { Network, NetworkRun } from "@wangge/des"
 *
 * const network = Network.make({
 *   sources: [{ id: "street", arrivals: { kind: "poisson", rate: 0.5 }, to: "desk" }],
 *   stations: [{ id: "desk", servers: 1, service: { kind: "exponential", mean: 1 } }]
 * })
 * const measures = ["wait.mean@desk"]
 * NetworkRun.sectionCountAlone({ network, measures, horizon: 480 }) // => 0
 * NetworkRun.sectionCountAlone({ network, measures, horizon: 480_000 }) // => 20
 * ```
 *
 * @source none: half the length that the rule finds enough
 * @category runs
 * @since 0.1.0
 */
export const sectionCountAlone = (request: Request): number => countAlone(request)

/**
 * A run at time 0.
 *
 * Throws a {@link NetworkRunError} with everything that {@link prepare} finds, and a `RangeError` as
 * `RandomStreams.make` for the seed and the replication.
 *
 * ```ts
 * import { Network, NetworkRun } from "@wangge/des"
 *
 * const arrivals = { kind: "given", times: [0, 1, 2] } as const
 * const network = Network.make({
 *   sources: [{ id: "door", arrivals, to: "desk" }],
 *   stations: [{ id: "desk", servers: 1, service: { kind: "deterministic", value: 5 } }]
 * })
 * const run = NetworkRun.make({ network, seed: 1, measures: ["wait.mean@desk", "queue.is(2)@desk"] })
 * Array.from(run.runToEnd().values()) // => [4, 0.2]
 * run.ending // => "dry"
 * ```
 *
 * @category runs
 * @since 0.1.0
 */
export const make = (options: Options): NetworkRun => {
  const prepared = prepareRequest(options)
  if (!prepared.ok) throw new NetworkRunError(prepared.problems)
  const { seed, replication = 0, draws = "addressed", isAntithetic = false, hash = true } = options
  const { sectionCount = options.horizon === undefined ? sectionCountDefault : 0 } = options
  checkCount("A number of sections", sectionCount, 0)
  const settings = prepared.value
  const head = { seed, replication, draws, isAntithetic, hash, sectionCount, settings }
  return new NetworkRun(options.network, head, options)
}

/**
 * The run of a checkpoint, which goes on to the same hash; with `as`, in another network of the same
 * names: a fork at a time into a future with another policy.
 *
 * A fork may change anything but the names: when it goes on, servers come or go as at the end of a
 * shift, those who wait are put in the new order, and what was drawn or begun before stays. Refuses as
 * `Snapshot.read`, `DifferentModel` above all: for a run of another network than `network`, for an `as` of
 * other names, and where nothing of the old state could mean the new one (servers that are as many as
 * needed or shared, sizes of populations, kinds of arrivals). Trace and observations go on in those
 * that are given. Throws a {@link NetworkRunError} for options that are none.
 *
 * ```ts
 * import { Network, NetworkRun } from "@wangge/des"
 *
 * const network = Network.make({
 *   sources: [{ id: "street", arrivals: { kind: "poisson", rate: 9 }, to: "desk" }],
 *   stations: [{ id: "desk", servers: 10, service: { kind: "exponential", mean: 1 } }]
 * })
 * const run = NetworkRun.make({ network, seed: 1, measures: ["wait.mean@desk"], horizon: 50 })
 * const bytes = run.runUntil(20).checkpoint()
 * const resumed = NetworkRun.resume({ network, bytes })
 * resumed.ok && resumed.value.runToEnd().hash() === run.runToEnd().hash() // => true
 * ```
 *
 * @category runs
 * @since 0.1.0
 */
export const resume = (
  options: Outlets & {
    readonly network: Network.Network
    readonly bytes: Uint8Array
    readonly as?: Network.Network
  }
): Snapshot.Outcome<NetworkRun> => {
  const misread = resumeProblems(options)
  if (misread.length > 0) throw new NetworkRunError(misread)
  const { as = options.network, bytes, network } = options
  const other = forkProblem(network, as)
  if (other !== null) return { ok: false, problem: other }
  const answer = Snapshot.read(bytes, {
    kind: SNAPSHOT_KIND,
    version: SNAPSHOT_VERSION,
    body: (reader) => {
      const head = readHead(reader, network)
      if (reader.problem !== null) return null
      const run = new NetworkRun(as, head, options)
      run.restore(reader)
      return run
    }
  })
  if (!answer.ok) return answer
  if (answer.value === null) throw new Error("A reader without a problem gave a run")
  return { ok: true, value: answer.value }
}
