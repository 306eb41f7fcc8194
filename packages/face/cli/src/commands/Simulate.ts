/**
 * `wangge simulate`: simulates a town several times and prints every outcome with its interval;
 * with `--out` it also leaves the report, the outcomes and the scenario that was run, with `--log` the
 * event log of the first replication.
 */
import { Json, Report, Table } from "@wangge/report"
import { Study } from "@wangge/simulator"
import * as Console from "effect/Console"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Path from "effect/Path"
import * as Flags from "../Flags.ts"
import { print } from "../internal/print.ts"
import type { Lang } from "../Lang.ts"
import * as LogFile from "../LogFile.ts"
import * as OutputFolder from "../OutputFolder.ts"
import * as ScenarioSource from "../ScenarioSource.ts"
import * as Work from "../Work.ts"

/**
 * The verb.
 *
 * @category verbs
 * @since 0.1.0
 */
export const command = Command.make(
  "simulate",
  {
    source: Flags.source,
    days: Flags.days,
    replications: Flags.replications,
    seed: Flags.seed,
    threads: Flags.threads,
    out: Flags.out.pipe(
      Flag.withDescription("Folder for report.html, outcomes.json and scenario.json"),
      Flag.optional
    ),
    log: Flags.log,
    format: Flags.format,
    lang: Flags.lang
  },
  Effect.fn("simulate")(function* (options) {
    const { scenario, locality } = yield* ScenarioSource.loadFor(options.source, options.days)
    if (Option.isSome(options.out)) yield* OutputFolder.probe(options.out.value, fileNames)
    if (Option.isSome(options.log)) yield* LogFile.probe(options.log.value)
    const study = yield* Work.run(
      { threads: options.threads, title: titles[options.lang], lang: options.lang },
      (means) =>
        Study.run({
          scenario,
          ...(locality === null ? {} : { locality }),
          seed: options.seed,
          replications: options.replications,
          ...means
        })
    )
    yield* print(options.format === "json" ? Json.toText(study) : Table.toText(study, options.lang))
    if (Option.isSome(options.out)) yield* leave(options.out.value, study, options.lang)
    if (Option.isSome(options.log)) yield* leaveLog(options.log.value, study, options.lang)
  })
).pipe(
  Command.withDescription("Simulate a town and print what happens, each outcome with its interval"),
  Command.withExamples([
    { command: "wangge simulate helong --out helong-report" },
    { command: "wangge simulate helong --replications 1 --log helong.xes" },
    { command: "wangge simulate town.json --days 90 --replications 5 --format json" }
  ])
)

const titles = { en: "Simulating", zh: "模拟中" } as const

const [reportName, outcomesName, scenarioName] = ["report.html", "outcomes.json", "scenario.json"]
const fileNames = [reportName, outcomesName, scenarioName]

const leave = Effect.fnUntraced(function* (folder: string, study: Study.Study, lang: Lang) {
  const path = yield* Path.Path
  yield* OutputFolder.write(folder, [
    { name: reportName, text: Report.toHtml(study, { lang }) },
    { name: outcomesName, text: Json.toText(study) },
    { name: scenarioName, text: `${JSON.stringify(study.scenario, null, 2)}\n` }
  ])
  const report = path.join(folder, reportName)
  yield* Console.error(lang === "en" ? `Report: ${report}` : `报告:${report}`)
})

const leaveLog = Effect.fnUntraced(function* (file: string, study: Study.Study, lang: Lang) {
  yield* LogFile.write(file, study)
  yield* Console.error(lang === "en" ? `Event log: ${file}` : `事件日志:${file}`)
})
