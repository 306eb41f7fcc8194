/**
 * The self-test's `Runner` made real on worker threads: whole cases on as many cores as there are,
 * with results that depend on case and seed alone.
 */
import { SelfTest } from "@wangge/experiment"
import * as Effect from "effect/Effect"
import { threadCount, threadEntry } from "./internal/threadEntry.ts"
import { ThreadPool } from "./internal/threadPool.ts"
import { type FailedTask, WorkerError } from "./WorkerError.ts"

/**
 * A runner that owns threads.
 *
 * @category runners
 * @since 0.1.0
 */
export interface SelfTestRunner extends SelfTest.Runner {
  /** Ends the threads; not needed for the process to end. */
  readonly close: () => Promise<void>
}

/** What a case has of its own; the replications are made where the case is. */
interface Own extends FailedTask {
  readonly id: string
  readonly confidenceEach: number
}

/** Cases share nothing. */
const nothing = {}

/**
 * Makes a runner of at most `threads` worker threads, which start with the first work.
 *
 * A case fails with `SelfTestError` when it throws or its thread ends. Throws `RangeError` when
 * `threads` is no whole number of at least 1.
 *
 * ```ts
 * import { SelfTestRunner } from "@wangge/workers"
 *
 * const runner = SelfTestRunner.make({ threads: 2 })
 * runner.parallelCount // => 2
 * await runner.close()
 * ```
 *
 * @category runners
 * @since 0.1.0
 */
export const make = (options: { readonly threads: number }): SelfTestRunner => {
  const threads = threadCount(options.threads)
  const pool = new ThreadPool<object, Own, SelfTest.CaseResult>({
    entry: threadEntry("selfTestThread", import.meta.url),
    threadCountMax: threads
  })
  return {
    parallelCount: threads,
    run: (id, { seed, confidenceEach }) =>
      Effect.tryPromise({
        try: async (signal) => {
          const own = { id, seed, confidenceEach, replication: 0 }
          const [result] = await pool.run([{ shared: nothing, own }], { signal })
          if (result === undefined) throw new Error("the pool gave no answer")
          return result
        },
        catch: (error) => new SelfTest.SelfTestError({ id, message: reasonOf(error) })
      }),
    close: () => pool.close()
  }
}

const reasonOf = (error: unknown): string => {
  if (error instanceof WorkerError) return error.reason
  return error instanceof Error ? error.message : String(error)
}
