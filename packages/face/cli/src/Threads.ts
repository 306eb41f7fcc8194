/**
 * The port through which verbs get their runner: the file that starts the program makes it real
 * with worker threads, a test with the calling thread.
 */
import type { Runner as NetworkRunner, SelfTest } from "@wangge/experiment"
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
    /** The same for replications of networks. */
    readonly openForNetworks: (
      count: number
    ) => Effect.Effect<NetworkRunner.Runner, never, Scope.Scope>
    /** The same for the cases of the self-test. */
    readonly openForSelfTest: (count: number) => Effect.Effect<SelfTest.Runner, never, Scope.Scope>
    /** How many threads a verb uses that was not told. */
    readonly usualCount: number
  }
>()("wangge/Threads") {}
