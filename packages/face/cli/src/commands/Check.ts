/**
 * `wangge check`: whether the numbers of a locality, or of a locality file, agree with each other.
 * Its exit code is its answer.
 */
import { Locality } from "@wangge/localities"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import * as CheckSheet from "../CheckSheet.ts"
import * as Ending from "../Ending.ts"
import * as ExitCode from "../ExitCode.ts"
import * as Flags from "../Flags.ts"
import { print } from "../internal/print.ts"
import * as LocalitySource from "../LocalitySource.ts"

/**
 * The verb.
 *
 * @category verbs
 * @since 0.1.0
 */
export const command = Command.make(
  "check",
  {
    source: Argument.String("locality | town.json").pipe(
      Argument.withDescription(
        "Id of a locality (see wangge localities), or path of a locality file"
      )
    ),
    format: Flags.format,
    lang: Flags.lang
  },
  Effect.fn("check")(function* ({ source, format, lang }) {
    const locality = yield* LocalitySource.load(source)
    const report = Locality.consistency(locality)
    yield* print(
      format === "json"
        ? CheckSheet.toJson(locality, report)
        : CheckSheet.toText(locality, report, lang)
    )
    if (CheckSheet.isBroken(report)) {
      return yield* new Ending.Ended({ code: ExitCode.codes.broken })
    }
  })
).pipe(
  Command.withDescription(
    "Check whether a locality's numbers agree with each other. " +
      "Exit code 0: they do, or only the source contradicts itself; 1: something is broken"
  ),
  Command.withExamples([
    { command: "wangge check helong" },
    { command: "wangge check ./town.json --lang zh" }
  ])
)
