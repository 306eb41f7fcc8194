/**
 * `wangge timebank demo`: a made-up year of a small time bank, as a journal and as totals. The same
 * bytes every time.
 */

import { PublishedHead } from "@wangge/timebank"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as DemoBank from "../DemoBank.ts"
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
  "demo",
  {
    file: Argument.String("FILE").pipe(
      Argument.withDescription("Where to leave the journal (default: nowhere; totals only)"),
      Argument.optional
    ),
    format: Flags.format,
    lang: Flags.lang
  },
  Effect.fn("timebank demo")(function* ({ file, format, lang }) {
    const bank = DemoBank.make(JournalFile.hash)
    if (Option.isSome(file)) yield* JournalFile.write(file.value, bank)
    const sheet = JournalSheet.make({
      head: bank.chain.start,
      ledger: bank.ledger,
      published: PublishedHead.publish(bank.chain, bank.ledger)
    })
    yield* print(
      format === "json"
        ? JournalSheet.toJson(sheet)
        : JournalSheet.toText(
            sheet,
            Option.getOrElse(file, () => ""),
            lang
          )
    )
  })
).pipe(
  Command.withDescription(
    "Book a made-up year of a small time bank; print its totals and its head"
  ),
  Command.withExamples([
    { command: "wangge timebank demo" },
    { command: "wangge timebank demo journal.jsonl --lang zh" }
  ])
)
