/**
 * Starts the program: gives the verbs real threads, the real file system and the real screen, and
 * turns their answer into the exit code of the process.
 */
import { availableParallelism } from "node:os"
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as NodeServices from "@effect/platform-node/NodeServices"
import { LogFormat, SimulatedLog } from "@wangge/eventlog"
import { Simulation } from "@wangge/simulator"
import { NetworkRunner, SelfTestRunner, WorkerRunner } from "@wangge/workers"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Cli from "./Cli.ts"
import { EventLogs } from "./EventLogs.ts"
import * as ExitCode from "./ExitCode.ts"
import { StatusScreen } from "./StatusScreen.ts"
import { Threads } from "./Threads.ts"

/** More threads than this help no town; each takes memory. */
const USUAL_THREADS_MAX = 8

const threads = Layer.succeed(Threads, {
  usualCount: Math.min(availableParallelism(), USUAL_THREADS_MAX),
  open: (count) =>
    Effect.acquireRelease(
      Effect.sync(() => WorkerRunner.make({ threads: count })),
      (runner) => Effect.promise(() => runner.close())
    ),
  openForNetworks: (count) =>
    Effect.acquireRelease(
      Effect.sync(() => NetworkRunner.make({ threads: count })),
      (runner) => Effect.promise(() => runner.close())
    ),
  openForSelfTest: (count) =>
    Effect.acquireRelease(
      Effect.sync(() => SelfTestRunner.make({ threads: count })),
      (runner) => Effect.promise(() => runner.close())
    )
})

const eventLogs = Layer.succeed(EventLogs, {
  endings: LogFormat.endings,
  pieces: (ending, { scenario, moves }) =>
    LogFormat.pieces(ending, SimulatedLog.make(Simulation.rules(scenario), moves))
})

const screen = Layer.succeed(StatusScreen, {
  isTerminal: process.stderr.isTTY === true && process.env.TERM !== "dumb",
  columns: () => process.stderr.columns || 80,
  write: (text) => {
    process.stderr.write(text)
  },
  nowMs: () => performance.now()
})

// Whoever reads the output may close it early, as `head` does: no reason for a stack trace.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? ExitCode.codes.ok : ExitCode.codes.internal)
})

Cli.run(process.argv.slice(2), { isDebugging: process.env.WANGGE_DEBUG === "1" }).pipe(
  Effect.provide([threads, eventLogs, screen, NodeServices.layer]),
  NodeRuntime.runMain({
    disableErrorReporting: true,
    teardown: (exit, onExit) => {
      const code = Exit.isSuccess(exit) ? exit.value : ExitCode.codes.interrupted
      // Ending by itself, not by process.exit, lets a pipe take the rest of the output.
      process.exitCode = typeof code === "number" ? code : ExitCode.codes.internal
      onExit(Exit.isSuccess(exit) ? 0 : ExitCode.codes.interrupted)
    }
  })
)
