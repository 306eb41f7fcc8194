/**
 * The simulator's `Runner` made real on worker threads. Threads take the next replication when
 * they are free, and results come back in the order asked: which thread made which replication,
 * and how many threads there were, leaves no trace in them.
 */
import type { Replication, Runner, Scenario } from "@wangge/simulator"
import { threadCount, threadEntry } from "./internal/threadEntry.ts"
import { ThreadPool } from "./internal/threadPool.ts"
import type { FailedTask } from "./WorkerError.ts"

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
  const threadCountMax = threadCount(options.threads)
  const pool = new ThreadPool<Scenario.Scenario, FailedTask, Replication.Replication>({
    entry: threadEntry("thread", import.meta.url),
    threadCountMax
  })
  return {
    run: (tasks, runOptions) =>
      pool.run(
        tasks.map(({ scenario, seed, replication }) => ({
          shared: scenario,
          own: { seed, replication }
        })),
        runOptions
      ),
    close: () => pool.close()
  }
}
