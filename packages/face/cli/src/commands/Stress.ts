/**
 * `wangge stress`: looks for the smallest shock that breaks a promise and keeps what it finds as
 * a file that replays. Its exit code is its answer.
 */
import { Counterexample, Objective, Search, Verdict } from "@wangge/stress"
import * as Console from "effect/Console"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Path from "effect/Path"
import * as Ending from "../Ending.ts"
import * as ExitCode from "../ExitCode.ts"
import * as Flags from "../Flags.ts"
import { print } from "../internal/print.ts"
import type { Lang } from "../Lang.ts"
import * as OutputFolder from "../OutputFolder.ts"
import * as ScenarioSource from "../ScenarioSource.ts"
import * as Work from "../Work.ts"

/** The folder for the counter-example unless another is named. */
const usualFolder = "wangge-out/stress"

/** The counter-example's name in its folder. */
const fileName = "counterexample.json"

/**
 * The verb.
 *
 * @category verbs
 * @since 0.1.0
 */
export const command = Command.make(
  "stress",
  {
    source: Flags.source,
    promise: Flag.String("promise").pipe(
      Flag.withMetavar("PROMISE"),
      Flag.withDescription(`The promise, such as 'onTimeShare >= 0.9': ${Objective.grammar.en}`)
    ),
    budget: Flags.budget(Search.budgetDefault),
    days: Flags.days,
    seed: Flags.seed,
    threads: Flags.threads,
    out: Flags.out.pipe(
      Flag.withDescription(`Folder for ${fileName} when broken (default: ${usualFolder})`),
      Flag.withDefault(usualFolder)
    ),
    format: Flags.format,
    lang: Flags.lang
  },
  Effect.fn("stress")(function* (options) {
    const { seed, budget, lang } = options
    const objective = yield* objectiveOf(options.promise, lang)
    const { scenario } = yield* ScenarioSource.loadFor(options.source, options.days)
    yield* OutputFolder.probe(options.out, [fileName])
    const verdict = yield* Work.run(
      { threads: options.threads, title: titles[lang], lang },
      ({ runner, signal, onProgress }) =>
        Search.smallestShock({
          scenario,
          objective,
          seed,
          budget,
          runner,
          signal,
          onProgress: (progress) => onProgress(progress.judged, progress.budget)
        })
    )
    yield* print(options.format === "json" ? jsonText(verdict) : Verdict.toText(verdict, lang))
    if (verdict.verdict === "broken") {
      const file = yield* keep(options.out, verdict.counterexample)
      const line = `${replayWords[lang]}${Counterexample.replayCommand(file)}`
      yield* options.format === "json" ? Console.error(line) : print(line)
      return yield* new Ending.Ended({ code: ExitCode.codes.broken })
    }
    if (verdict.verdict === "undecided") {
      return yield* new Ending.Ended({ code: ExitCode.codes.undecided })
    }
  })
).pipe(
  Command.withDescription(
    "Find the smallest shock that breaks a promise. " +
      "Exit code 0: nothing in range broke it within the budget; 1: broken; 3: undecided"
  ),
  Command.withExamples([
    { command: "wangge stress helong --promise 'onTimeShare >= 0.9'" },
    { command: "wangge stress town.json --promise 'hoursToCloseP90 < 120' --budget 100" }
  ])
)

const titles = { en: "Searching", zh: "搜索中" } as const

const replayWords = { en: "Replay it with: ", zh: "重放命令:" } as const

const jsonText = (verdict: Verdict.Verdict): string =>
  JSON.stringify({ format: "wangge-verdict", version: 1, ...verdict }, null, 2)

const objectiveOf = (
  text: string,
  lang: Lang
): Effect.Effect<Objective.Objective, Ending.UsageError> => {
  const parsed = Objective.parse(text)
  if (parsed.ok) return Effect.succeed(parsed.objective)
  const said = Objective.problemText(parsed.problem, lang)
  const grammar =
    parsed.problem.code === "PromiseUnreadable" ? "" : `\nGrammar: ${Objective.grammar[lang]}`
  return Effect.fail(new Ending.UsageError({ message: `${said}${grammar}` }))
}

const keep = Effect.fnUntraced(function* (
  folder: string,
  counterexample: Counterexample.Counterexample
) {
  const path = yield* Path.Path
  yield* OutputFolder.write(folder, [
    { name: fileName, text: Counterexample.toJson(counterexample) }
  ])
  return path.join(folder, fileName)
})
