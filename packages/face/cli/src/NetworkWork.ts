/**
 * The long part of `wangge network`: opens the threads, shows progress, and when it is interrupted
 * either ends at once, or, where a file for a checkpoint was named, stops at event boundaries and
 * leaves the work so far there.
 */
import type { Runner } from "@wangge/experiment"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Option from "effect/Option"
import * as CheckpointFile from "./CheckpointFile.ts"
import type { Lang } from "./Lang.ts"
import * as Progress from "./Progress.ts"
import { StatusScreen } from "./StatusScreen.ts"
import { Threads } from "./Threads.ts"

/**
 * What the work is given.
 *
 * @category work
 * @since 0.1.0
 */
export interface Means {
  readonly runner: Runner.Runner
  readonly onProgress: (done: number, total: number) => void
  /** Aborted when the work should stop and answer with a checkpoint. */
  readonly pause: AbortSignal
}

/**
 * How the work is done.
 *
 * @category work
 * @since 0.1.0
 */
export interface Options {
  /** Number of threads, where the person gave one. */
  readonly threads: Option.Option<number>
  readonly lang: Lang
  /** Where an interrupt leaves the work so far. */
  readonly checkpoint: Option.Option<string>
}

/**
 * Runs the work to its end, or until it is interrupted.
 *
 * @category work
 * @since 0.1.0
 */
export const run = Effect.fn("NetworkWork.run")(function* <
  Result extends { readonly checkpoint: Uint8Array | null },
  E
>(options: Options, work: (means: Means) => Effect.Effect<Result, E>) {
  const threads = yield* Threads
  const screen = yield* StatusScreen
  const progress = Progress.make(screen, { title: titles[options.lang], lang: options.lang })
  const asked = new AbortController()
  return yield* Effect.scoped(
    Effect.gen(function* () {
      const count = Option.getOrElse(options.threads, () => threads.usualCount)
      const runner = yield* threads.openForNetworks(count)
      // On a fiber of its own, because it has something left to do when this one is interrupted.
      const fiber = yield* Effect.forkScoped(
        work({ runner, onProgress: progress.report, pause: asked.signal })
      )
      if (Option.isNone(options.checkpoint)) return yield* Fiber.join(fiber)
      const file = options.checkpoint.value
      const leave = Effect.gen(function* () {
        asked.abort()
        const { checkpoint } = yield* Fiber.join(fiber)
        progress.clear()
        if (checkpoint !== null) yield* CheckpointFile.write(file, checkpoint)
        yield* Console.error(words[checkpoint === null ? "tooLate" : "left"][options.lang](file))
      })
      return yield* Fiber.join(fiber).pipe(Effect.onInterrupt(() => Effect.ignore(leave)))
    })
  ).pipe(Effect.ensuring(Effect.sync(() => progress.clear())))
})

const titles = { en: "Simulating", zh: "模拟中" } as const

const words = {
  left: {
    en: (file: string) =>
      `wangge: the work so far is in ${file}. To go on, run the same command with --resume ${file}.`,
    zh: (file: string) =>
      `wangge:已完成的部分存入 ${file}。以同一命令加 --resume ${file} 即可继续。`
  },
  tooLate: {
    en: () => "wangge: everything was finished when the interrupt came; no checkpoint is needed.",
    zh: () => "wangge:中断时已全部完成,不需要检查点。"
  }
} as const
