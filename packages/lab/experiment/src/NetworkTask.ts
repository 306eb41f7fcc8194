/**
 * One replication of a network as plain data that can go to another thread, and the work of running
 * it slice by slice, so that whoever runs it can look up between two events: to show progress, to
 * end it, or to take it home in bytes.
 */
import { Network, NetworkResult, NetworkRun, SnapshotProblem } from "@wangge/des"

/**
 * What all replications of a study have in common.
 *
 * Without `horizon` a run is about the steady state, and its length follows from the network unless
 * `customers` gives it; see `NetworkRun`.
 *
 * @category tasks
 * @since 0.1.0
 */
export interface Plan {
  readonly network: Network.Declaration
  /** Measures as text, such as `wait.mean@desk`. */
  readonly measures: ReadonlyArray<string>
  /** When a run ends, in the network's unit. */
  readonly horizon?: number
  /** From when on it is measured, in the network's unit. */
  readonly warmUp?: number
  /** How many customers finish before a run ends. */
  readonly customers?: number
  /** How random numbers are found; "addressed" unless given. */
  readonly draws?: "addressed" | "sequential"
  /** Whether the random numbers are those of the mirror; see `Antithetic`. */
  readonly isMirrored?: boolean
}

/**
 * One replication to be made.
 *
 * @category tasks
 * @since 0.1.0
 */
export interface Task {
  readonly plan: Plan
  readonly seed: number
  readonly replication: number
  /** Where to go on from, in bytes; from the start unless given. */
  readonly checkpoint?: Uint8Array
  /** The network that the checkpoint is of, where the run goes on as another one. */
  readonly origin?: Network.Declaration
  /** Confidence at which the run is judged by itself, by its sections; not judged unless given. */
  readonly judgeAt?: number
  /** Stop at this time and answer with a checkpoint, unless the run is over before. */
  readonly pauseAt?: number
}

/**
 * A finished replication.
 *
 * @category tasks
 * @since 0.1.0
 */
export interface Replication extends NetworkResult.RunRecord {
  /** One number per measure, in the order of the plan; NaN where nothing was seen. */
  readonly values: ReadonlyArray<number>
  /** Hash of every event in order. */
  readonly hash: string
  readonly ending: NetworkRun.Ending
  /** What this run says by itself, where the task asked for that. */
  readonly alone: ReadonlyArray<NetworkResult.Judged> | null
}

/**
 * What became of a task: finished, or paused with the bytes to go on from.
 *
 * @category tasks
 * @since 0.1.0
 */
export type Answer =
  | { readonly kind: "finished"; readonly replication: Replication }
  | {
      readonly kind: "paused"
      readonly checkpoint: Uint8Array
      /** Whether it was paused because its time had come, not because it was asked to. */
      readonly isDue: boolean
    }

/**
 * Events between two looks at the world.
 *
 * @source none: some hundredths of a second of work, so that Ctrl-C is heard at once
 * @category tasks
 * @since 0.1.0
 */
export const sliceEventCount = 50_000

/**
 * A task at work.
 *
 * @category tasks
 * @since 0.1.0
 */
export interface Work {
  /** Share of the run that is done, from 0 to 1. */
  readonly progress: number
  /** Runs one slice; null while there is more to do. */
  readonly advance: () => Answer | null
  /** Stops where it is. */
  readonly pause: () => Answer
}

/**
 * Begins a task, or goes on with it from its checkpoint; slices are of `eventCount` events at most,
 * {@link sliceEventCount} unless given.
 *
 * Throws `Network.NetworkError` for a network that cannot be, and a `RangeError` for a task whose
 * checkpoint is not one of this network, seed and replication.
 *
 * @category tasks
 * @since 0.1.0
 */
export const start = (
  task: Task,
  { eventCount = sliceEventCount }: { readonly eventCount?: number } = {}
): Work => {
  const { pauseAt = Number.POSITIVE_INFINITY } = task
  const run = runOf(task)
  const pause = (): Answer => ({ kind: "paused", checkpoint: run.checkpoint(), isDue: false })
  return {
    get progress() {
      return run.progress
    },
    advance: () => {
      run.step(eventCount, pauseAt)
      if (run.isOver) return { kind: "finished", replication: replicationOf(run, task) }
      return run.now >= pauseAt
        ? { kind: "paused", checkpoint: run.checkpoint(), isDue: true }
        : null
    },
    pause
  }
}

const runOf = (task: Task): NetworkRun.NetworkRun => {
  const { plan, seed, replication, checkpoint, judgeAt, origin } = task
  const network = Network.make(plan.network)
  if (checkpoint === undefined) {
    const { measures, horizon, warmUp, customers, draws, isMirrored = false } = plan
    const request = {
      network,
      measures,
      ...(horizon === undefined ? {} : { horizon }),
      ...(warmUp === undefined ? {} : { warmUp }),
      ...(customers === undefined ? {} : { customers })
    }
    return NetworkRun.make({
      ...request,
      seed,
      replication,
      isAntithetic: isMirrored,
      ...(draws === undefined ? {} : { draws }),
      ...(judgeAt === undefined ? {} : { sectionCount: NetworkRun.sectionCountAlone(request) })
    })
  }
  const resumed = NetworkRun.resume({
    bytes: checkpoint,
    network: origin === undefined ? network : Network.make(origin),
    as: network
  })
  if (resumed.ok) return resumed.value
  const { en } = SnapshotProblem.describe(resumed.problem)
  throw new RangeError(`Replication ${replication} cannot go on: ${en}`)
}

const replicationOf = (run: NetworkRun.NetworkRun, { judgeAt }: Task): Replication => ({
  ...NetworkResult.recordOf(run),
  values: Array.from(run.values()),
  hash: run.hash(),
  ending: run.ending ?? "dry",
  alone: judgeAt === undefined ? null : NetworkResult.longRun(run, judgeAt).judged
})
