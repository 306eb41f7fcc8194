/**
 * The simulator's `Runner` made real on worker threads. Threads take the next replication when
 * they are free, and results come back in the order asked: which thread made which replication,
 * and how many threads there were, leaves no trace in them.
 */
import type { Runner } from "@wangge/simulator"
import { ThreadPool } from "./internal/threadPool.ts"

/**
 * A runner that owns threads.
 *
 * @category runners
 * @since 0.1.0
 */
export interface WorkerRunner extends Runner.Runner {
  /**
   * Ends the threads; what is still running is rejected with `WorkerError`.
   *
   * Not needed for the process to end: idle threads do not hold it.
   */
  readonly close: () => Promise<void>
}

/**
 * Makes a runner of at most `threads` worker threads.
 *
 * Threads start with the first work, never more than there are tasks. One thread is a worker as
 * well: this thread stays free to draw progress and to hear an abort. `run` rejects with the
 * signal's reason when aborted (threads in the middle of a replication are ended), and with
 * `WorkerError` when a replication fails. Throws `RangeError` when `threads` is no whole number
 * of at least 1.
 *
 * ```ts
 * import { WorkerRunner } from "@wangge/workers"
 *
 * const runner = WorkerRunner.make({ threads: 2 })
 * const results = await runner.run([])
 * results // => []
 * await runner.close()
 * ```
 *
 * @category runners
 * @since 0.1.0
 */
export const make = (options: { readonly threads: number }): WorkerRunner => {
  const { threads } = options
  if (!Number.isInteger(threads) || threads < 1) {
    throw new RangeError(`threads is ${threads}; it must be a whole number of at least 1`)
  }
  const pool = new ThreadPool({ entry: threadEntry(), threadCountMax: threads })
  return {
    run: (tasks, runOptions) => pool.run(tasks, runOptions),
    close: () => pool.close()
  }
}

/** Beside this file: TypeScript in a checkout, JavaScript where the package is built. */
const threadEntry = (): URL =>
  import.meta.url.endsWith(".ts")
    ? new URL("./internal/thread.ts", import.meta.url)
    : new URL("./internal/thread.js", import.meta.url)
