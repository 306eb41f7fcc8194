/**
 * The `wangge` command as a whole: its verbs, and what becomes of their errors. Whatever happens
 * ends in an exit code and, where something is wrong, one message on standard error.
 */
import * as Cause from "effect/Cause"
import * as Console from "effect/Console"
import * as CliConfig from "effect/cli/CliConfig"
import * as CliError from "effect/cli/CliError"
import * as CliOutput from "effect/cli/CliOutput"
import * as Command from "effect/cli/Command"
import * as GlobalFlag from "effect/cli/GlobalFlag"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import * as Check from "./commands/Check.ts"
import * as Evaluate from "./commands/Evaluate.ts"
import * as Import from "./commands/Import.ts"
import * as Init from "./commands/Init.ts"
import * as Localities from "./commands/Localities.ts"
import * as Network from "./commands/Network.ts"
import * as Profile from "./commands/Profile.ts"
import * as Replay from "./commands/Replay.ts"
import * as SelfTest from "./commands/SelfTest.ts"
import * as Simulate from "./commands/Simulate.ts"
import * as Stress from "./commands/Stress.ts"
import * as TimeBank from "./commands/TimeBank.ts"
import * as Ending from "./Ending.ts"
import * as ExitCode from "./ExitCode.ts"
import { plainLines } from "./internal/plain.ts"
import * as Version from "./Version.ts"

/**
 * The command with all its verbs.
 *
 * @category command
 * @since 0.1.0
 */
export const command = Command.make("wangge").pipe(
  Command.withDescription("Simulate, stress and replay a town's grid governance"),
  Command.withSubcommands([
    Simulate.command,
    Init.command,
    Import.command,
    Localities.command,
    Check.command,
    Profile.command,
    Evaluate.command,
    Stress.command,
    Replay.command,
    TimeBank.command,
    Network.command,
    SelfTest.command
  ])
)

/**
 * Runs the command with these arguments and answers the exit code; never fails but by interrupt.
 *
 * With the environment variable `WANGGE_DEBUG` set to 1 a defect is shown with its stack.
 *
 * @category command
 * @since 0.1.0
 */
export const run = (args: ReadonlyArray<string>, options: { readonly isDebugging: boolean }) =>
  Command.runWith(command, { version: Version.read() })(args).pipe(
    Effect.as<ExitCode.ExitCode>(ExitCode.codes.ok),
    Effect.catchCause((cause) => settle(cause, options)),
    Effect.onInterrupt(() => Console.error("wangge: interrupted; nothing is left half-written.")),
    Effect.provide(settings)
  )

const settle = Effect.fnUntraced(function* <E>(
  cause: Cause.Cause<E>,
  options: { readonly isDebugging: boolean }
) {
  if (Cause.hasInterruptsOnly(cause)) return yield* Effect.interrupt
  const found = Cause.findError(cause)
  if (Result.isSuccess(found)) {
    const error = found.success
    if (error instanceof Ending.Ended) return error.code
    if (error instanceof Ending.UsageError) {
      yield* Console.error(`wangge: ${plainLines(error.message)}`)
      return ExitCode.codes.usage
    }
    if (error instanceof CliError.ShowHelp) {
      return error.errors.length === 0 ? ExitCode.codes.ok : ExitCode.codes.usage
    }
  }
  yield* Console.error(defectText(cause, options.isDebugging))
  return ExitCode.codes.internal
})

const defectText = (cause: Cause.Cause<unknown>, isDebugging: boolean): string => {
  const defect = Cause.squash(cause)
  const what = defect instanceof Error ? defect.message : String(defect)
  return isDebugging
    ? Cause.pretty(cause)
    : `wangge: This is a mistake inside wangge, not yours: "${what}". Please report it with the ` +
        "command you ran and with what it prints when WANGGE_DEBUG=1 is set."
}

/** Wrong usage is one message and a pointer to the help, all on standard error. */
const presenter: CliOutput.Presenter = {
  present: (event) =>
    event._tag === "InvalidInvocation"
      ? Console.error(
          [
            ...event.errors.map((error) => `wangge: ${oneLine(error.message)}`),
            `Run "${event.commandPath.join(" ")} --help" for usage.`
          ].join("\n")
        )
      : CliOutput.defaultPresenter.present(event)
}

/** Effect sets its suggestions as a list below the message. */
const oneLine = (message: string): string => {
  const [what = "", ...guesses] = message.split(/\s*\n\s*(?:Did you mean this\?\s*)?/)
  return guesses.length === 0 ? what : `${what}. Did you mean ${guesses.join(" or ")}?`
}

const settings = Layer.mergeAll(
  CliOutput.layerPresenter(presenter),
  CliConfig.layer({
    builtIns: [GlobalFlag.Help, GlobalFlag.Version, GlobalFlag.Completions]
  })
)
