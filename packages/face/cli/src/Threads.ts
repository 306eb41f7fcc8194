/**
 * The port through which verbs get their runner: the file that starts the program makes it real
 * with worker threads, a test with the calling thread.
 */
import type { Runner } from "@wangge/simulator"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

/**
 * Opens a runner of at most `count` threads; it is closed with the scope.
 *
 * @category ports
 * @since 0.1.0
 */
export class Threads extends Context.Service<
  Threads,
  {
    readonly open: (count: number) => Effect.Effect<Runner.Runner, never, Scope.Scope>
    /** How many threads a verb uses that was not told. */
    readonly usualCount: number
  }
>()("wangge/Threads") {}
