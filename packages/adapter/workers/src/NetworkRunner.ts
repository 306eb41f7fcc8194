/**
 * The `Runner` of `@wangge/experiment` made real on worker threads: replications of networks on as
 * many cores as there are. A replication reports how far it is, and can be paused at an event
 * boundary; an interrupt ends its thread at once.
 */
import { type NetworkTask, Runner } from "@wangge/experiment"
import * as Effect from "effect/Effect"
import type { OwnOfNetwork } from "./internal/networkOrder.ts"
import { threadCount, threadEntry } from "./internal/threadEntry.ts"
import type { Errand } from "./internal/threadMessage.ts"
import { ThreadPool } from "./internal/threadPool.ts"
import { WorkerError } from "./WorkerError.ts"

/**
 * A runner that owns threads.
 *
 * @category runners
 * @since 0.1.0
 */
export interface NetworkRunner extends Runner.Runner {
  /** Ends the threads; not needed for the process to end. */
  readonly close: () => Promise<void>
}

/**
 * Makes a runner of at most `threads` worker threads.
 *
 * Threads start with the first work. A task fails with `RunnerError` when its run throws or its
 * thread ends; so does one of a network with functions, which cannot cross to another thread. Throws
 * `RangeError` when `threads` is no whole number of at least 1.
 *
 * ```ts
 * import { NetworkRunner } from "@wangge/workers"
 *
 * const runner = NetworkRunner.make({ threads: 2 })
 * runner.parallelCount // => 2
 * await runner.close()
 * ```
 *
 * @category runners
 * @since 0.1.0
 */
export const make = (options: { readonly threads: number }): NetworkRunner => {
  const threads = threadCount(options.threads)
  const pool = new ThreadPool<NetworkTask.Plan, OwnOfNetwork, NetworkTask.Answer>({
    entry: threadEntry("networkThread", import.meta.url),
    threadCountMax: threads
  })
  return {
    parallelCount: threads,
    run: (task, runOptions = {}) =>
      Effect.tryPromise({
        try: async (signal) => {
          const [answer] = await pool.run([errandOf(task)], { ...runOptions, signal })
          if (answer === undefined) throw new Error("the pool gave no answer")
          return answer
        },
        catch: (error) =>
          new Runner.RunnerError({
            replication: task.replication,
            message: reasonOf(error)
          })
      }),
    close: () => pool.close()
  }
}

const reasonOf = (error: unknown): string => {
  if (error instanceof WorkerError) return error.reason
  return error instanceof Error ? error.message : String(error)
}

const errandOf = ({ plan, ...own }: NetworkTask.Task): Errand<NetworkTask.Plan, OwnOfNetwork> => ({
  shared: plan,
  own
})
