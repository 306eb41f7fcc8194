/**
 * The one error of this package. Whatever goes wrong on a thread (the simulation throws, the
 * thread runs out of memory, its file cannot be loaded, the pool is closed) reaches the caller as
 * this, with the task it happened to, so that one replication can be repeated alone.
 */

/**
 * Which replication of which master seed a thread was working on.
 *
 * @category errors
 * @since 0.1.0
 */
export interface FailedTask {
  /** The master seed. */
  readonly seed: number
  /** The replication's number, from 0. */
  readonly replication: number
}

/**
 * A replication that a worker thread could not finish.
 *
 * `reason` is what the thread said, in one line; the thread's own stack is the `cause`. `task` is
 * null where no task is to blame, such as a pool that was closed before.
 *
 * ```ts
 * import { WorkerError } from "@wangge/workers"
 *
 * const error = new WorkerError.WorkerError({
 *   reason: "out of memory",
 *   task: { seed: 1, replication: 3 }
 * })
 * error._tag // => "WorkerError"
 * error.message // => "Replication 3 of seed 1 failed on its thread: out of memory"
 * ```
 *
 * @category errors
 * @since 0.1.0
 */
export class WorkerError extends Error {
  /** Tells this error from others, as in `Effect.catchTag`. */
  readonly _tag = "WorkerError"
  /** What the thread said. */
  readonly reason: string
  /** The task that failed, null where none is to blame. */
  readonly task: FailedTask | null

  constructor(options: {
    readonly reason: string
    readonly task: FailedTask | null
    readonly cause?: unknown
  }) {
    const { reason, task } = options
    super(
      task === null
        ? `The worker threads cannot run: ${reason}`
        : `Replication ${task.replication} of seed ${task.seed} failed on its thread: ${reason}`,
      { cause: options.cause }
    )
    this.name = "WorkerError"
    this.reason = reason
    this.task = task
  }
}
