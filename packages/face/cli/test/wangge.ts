/**
 * Runs the command on this thread, without a terminal, and keeps what it prints.
 */
import * as NodeServices from "@effect/platform-node/NodeServices"
import { LogFormat, SimulatedLog } from "@wangge/eventlog"
import { Runner as NetworkRunner, SelfTest } from "@wangge/experiment"
import { Runner, Simulation } from "@wangge/simulator"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Cli from "../src/Cli.ts"
import { EventLogs } from "../src/EventLogs.ts"
import { StatusScreen } from "../src/StatusScreen.ts"
import { Threads } from "../src/Threads.ts"

/** What the command needs of a machine: this thread, no terminal; progress goes to `write`. */
export const machine = (write: (text: string) => void) => {
  const screen = Layer.succeed(StatusScreen, {
    isTerminal: false,
    columns: () => 80,
    write,
    nowMs: () => 0
  })
  const threads = Layer.succeed(Threads, {
    usualCount: 1,
    open: () => Effect.succeed(Runner.thisThread),
    openForNetworks: () => Effect.succeed(NetworkRunner.thisThread),
    openForSelfTest: () => Effect.succeed(SelfTest.thisThread)
  })
  const eventLogs = Layer.succeed(EventLogs, {
    endings: LogFormat.endings,
    pieces: (ending, { scenario, moves }) =>
      LogFormat.pieces(ending, SimulatedLog.make(Simulation.rules(scenario), moves))
  })
  return Layer.mergeAll(screen, threads, eventLogs, NodeServices.layer)
}

/** What a command printed as its result and as its messages, and its exit code. */
export const wangge = async (...args: ReadonlyArray<string>) => {
  const result: Array<string> = []
  const messages: Array<string> = []
  const kept: Console.Console = Object.assign(Object.create(console), {
    log: (text: string) => result.push(`${text}\n`),
    error: (text: string) => messages.push(`${text}\n`)
  })
  const code = await Effect.runPromise(
    Cli.run(args, { isDebugging: false }).pipe(
      Effect.provide(machine((text) => messages.push(text))),
      Effect.provideService(Console.Console, kept)
    )
  )
  return { code, result: result.join(""), messages: messages.join("") }
}
