/**
 * `wangge selftest`: runs networks with known results on this machine and judges what comes out.
 * Its exit code is its answer.
 */
import { SelfTest, SelfTestReport } from "@wangge/experiment"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import * as Ending from "../Ending.ts"
import * as ExitCode from "../ExitCode.ts"
import * as Flags from "../Flags.ts"
import { print } from "../internal/print.ts"
import * as Progress from "../Progress.ts"
import * as SelfTestSheet from "../SelfTestSheet.ts"
import { StatusScreen } from "../StatusScreen.ts"
import { Threads } from "../Threads.ts"
import * as Version from "../Version.ts"

const flags = {
  only: Flag.String("only").pipe(
    Flag.withMetavar("TEXT"),
    Flag.withDescription("Only cases whose id or title contains TEXT, and the controls"),
    Flag.optional
  ),
  seed: Flags.seed,
  threads: Flags.threads,
  format: Flags.format,
  lang: Flags.lang
}

/**
 * The verb.
 *
 * @category verbs
 * @since 0.1.0
 */
export const command = Command.make(
  "selftest",
  flags,
  Effect.fn("selftest")(function* (options) {
    const { lang, seed } = options
    const only = yield* casesOf(options.only)
    const results = yield* runAll(options, only)
    const report = SelfTestReport.make(results, seed)
    yield* print(
      options.format === "json"
        ? SelfTestSheet.toJson(report, Version.read())
        : SelfTestSheet.toText(report, lang)
    )
    if (!report.isPassed) return yield* new Ending.Ended({ code: ExitCode.codes.broken })
  })
).pipe(
  Command.withDescription(
    "Run networks with known results on this machine and judge what comes out. " +
      "Exit code 0: everything agrees and the wrong values were found out; 1: not so"
  ),
  Command.withExamples([
    { command: "wangge selftest" },
    { command: "wangge selftest --only erlang --lang zh" }
  ])
)

type Options = Command.Command.Config.Infer<typeof flags>

const casesOf = Effect.fnUntraced(function* (text: Option.Option<string>) {
  const only = Option.match(text, { onNone: () => SelfTest.cases, onSome: SelfTest.select })
  if (only.some((one) => !one.isControl)) return only
  return yield* new Ending.UsageError({
    message: `No case has "${Option.getOrElse(text, () => "")}" in its id or title; wangge selftest without --only prints them all.`
  })
})

const runAll = Effect.fnUntraced(function* (
  { lang, seed, threads: given }: Options,
  only: typeof SelfTest.cases
) {
  const threads = yield* Threads
  const screen = yield* StatusScreen
  const progress = Progress.make(screen, { title: titles[lang], lang })
  const results: Array<SelfTest.CaseResult> = []
  yield* Effect.scoped(
    Effect.gen(function* () {
      const runner = yield* threads.openForSelfTest(
        Option.getOrElse(given, () => threads.usualCount)
      )
      yield* Stream.runForEach(SelfTest.run({ seed, only, runner }), (result) =>
        Effect.sync(() => {
          results.push(result)
          progress.report(results.length, only.length)
        })
      )
    })
  ).pipe(
    Effect.ensuring(Effect.sync(() => progress.clear())),
    // A case that cannot be run is a mistake of ours.
    Effect.catch((error) => Effect.die(new Error(`${error.id}: ${error.message}`)))
  )
  return results
})

const titles = { en: "Testing", zh: "自检中" } as const
