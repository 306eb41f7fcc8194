/**
 * `wangge timebank statement`: what happened on one account of a journal, line by line, as of now or
 * as it was known at an earlier day.
 */
import { History, Ledger } from "@wangge/timebank"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Ending from "../Ending.ts"
import * as Flags from "../Flags.ts"
import { print } from "../internal/print.ts"
import * as JournalFile from "../JournalFile.ts"
import * as NearMiss from "../NearMiss.ts"
import * as StatementSheet from "../StatementSheet.ts"
import * as StatementSpan from "../StatementSpan.ts"

/**
 * The verb.
 *
 * @category verbs
 * @since 0.1.0
 */
export const command = Command.make(
  "statement",
  {
    file: Argument.String("FILE").pipe(Argument.withDescription("A journal, one line per entry")),
    account: Flag.String("account").pipe(
      Flag.withMetavar("ID"),
      Flag.withDescription("The account, by its id")
    ),
    from: StatementSpan.flag(
      "from",
      "First day, in the zone of the journal (default: the beginning)"
    ),
    to: StatementSpan.flag("to", "Last day, included (default: the end)"),
    knownAt: StatementSpan.flag(
      "known-at",
      "As it was known at the end of that day (default: now)"
    ),
    by: Flag.Literals("by", ["recorded", "effective"]).pipe(
      Flag.withMetavar("TIME"),
      Flag.withDescription(
        "Order and days by when entries were recorded or by when they count (default: recorded)"
      ),
      Flag.withDefault("recorded")
    ),
    format: Flags.format,
    lang: Flags.lang
  },
  Effect.fn("timebank statement")(function* (options) {
    const { account, file, format, lang } = options
    const report = yield* JournalFile.read(file, [])
    const [broken] = report.problems
    if (broken !== undefined && !report.isTorn) {
      return yield* refuse(
        `${file} is broken from entry ${report.trustedUntil} on. See: wangge timebank verify ${file}`
      )
    }
    const { zone } = report.head
    const span = yield* StatementSpan.make(options, zone)
    const { ledger } = report
    const by = options.by === "recorded" ? "Recorded" : "Effective"
    const statement = History.statement(ledger, account, {
      fromSec: span.fromSec,
      toSec: span.untilSec,
      knownSec: span.knownSec,
      by
    })
    if (statement === undefined) return yield* unknown(account, ledger, file)
    yield* print(
      format === "json"
        ? StatementSheet.toJson(statement)
        : StatementSheet.toText(statement, { zone, lang })
    )
  })
).pipe(
  Command.withDescription("Print the statement of an account from a journal; it is verified first"),
  Command.withExamples([
    { command: "wangge timebank statement journal.jsonl --account m-01-hours" },
    {
      command:
        "wangge timebank statement journal.jsonl --account m-01-hours --from 2025-04-01 --to 2025-06-30"
    }
  ])
)

const refuse = (message: string): Effect.Effect<never, Ending.UsageError> =>
  Effect.fail(new Ending.UsageError({ message }))

const unknown = (
  account: string,
  ledger: Ledger.Ledger,
  file: string
): Effect.Effect<never, Ending.UsageError> => {
  const known = Ledger.accountIds(ledger)
  const near = NearMiss.find(account, known)
  const guess = near === null ? "" : ` Did you mean "${near}"?`
  const some = known.slice(0, 8).join(", ")
  const rest = known.length > 8 ? ` and ${known.length - 8} more` : ""
  return refuse(`${file} has no account "${account}".${guess} Known accounts: ${some}${rest}.`)
}
