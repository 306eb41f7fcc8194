/**
 * The long part of a verb: opens the threads, shows progress, stops at once when interrupted and
 * takes the bar off the screen whatever happens.
 */
import type { Runner } from "@wangge/simulator"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type { Lang } from "./Lang.ts"
import * as Progress from "./Progress.ts"
import { StatusScreen } from "./StatusScreen.ts"
import { Threads } from "./Threads.ts"

/**
 * What long work is given.
 *
 * @category work
 * @since 0.1.0
 */
export interface Means {
  readonly runner: Runner.Runner
  readonly onProgress: (done: number, total: number) => void
  /** Aborted when the verb is interrupted. */
  readonly signal: AbortSignal
}

/**
 * Runs long work; what it throws is a defect, because its input has been checked before.
 *
 * @category work
 * @since 0.1.0
 */
export const run = Effect.fn("Work.run")(function* <Result>(
  options: {
    /** Number of threads, where the person gave one. */
    readonly threads: Option.Option<number>
    readonly title: string
    readonly lang: Lang
  },
  work: (means: Means) => Promise<Result>
) {
  const threads = yield* Threads
  const screen = yield* StatusScreen
  const progress = Progress.make(screen, options)
  return yield* Effect.scoped(
    Effect.gen(function* () {
      const count = Option.getOrElse(options.threads, () => threads.usualCount)
      const runner = yield* threads.open(count)
      return yield* Effect.promise((signal) =>
        work({ runner, signal, onProgress: progress.report })
      )
    })
  ).pipe(Effect.ensuring(Effect.sync(() => progress.clear())))
})
