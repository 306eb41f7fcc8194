/**
 * `wangge timebank verify`: reads a journal, decides every command again and recomputes every head.
 * Exit code 0: sound; 1: something is broken, and named.
 */
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Ending from "../Ending.ts"
import * as ExitCode from "../ExitCode.ts"
import * as Flags from "../Flags.ts"
import { print } from "../internal/print.ts"
import * as JournalFile from "../JournalFile.ts"
import * as JournalSheet from "../JournalSheet.ts"

/**
 * The verb.
 *
 * @category verbs
 * @since 0.1.0
 */
export const command = Command.make(
  "verify",
  {
    file: Argument.String("FILE").pipe(Argument.withDescription("A journal, one line per entry")),
    head: Flag.String("head").pipe(
      Flag.filter(
        (text) => /^[0-9a-f]{64}$/i.test(text),
        () => "Expected a published head or root: 64 hexadecimal digits"
      ),
      Flag.withMetavar("HEX"),
      Flag.withDescription(
        "A head or root that was published earlier, and must be in it; repeatable"
      ),
      Flag.between(0, 100)
    ),
    format: Flags.format,
    lang: Flags.lang
  },
  Effect.fn("timebank verify")(function* ({ file, head, format, lang }) {
    const report = yield* JournalFile.read(file, head)
    const sheet = JournalSheet.make(report)
    yield* print(
      format === "json"
        ? JournalSheet.toJson(sheet, report)
        : JournalSheet.toVerdict(sheet, report, lang)
    )
    if (!report.isSound) return yield* new Ending.Ended({ code: ExitCode.codes.broken })
  })
).pipe(
  Command.withDescription(
    "Verify a journal: every entry by the rules, every batch by its head. " +
      "Exit code 0: sound; 1: broken, with the entry named"
  ),
  Command.withExamples([
    { command: "wangge timebank verify journal.jsonl" },
    { command: "wangge timebank verify journal.jsonl --head HEX --lang zh" }
  ])
)
