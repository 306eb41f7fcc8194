/**
 * `wangge replay`: runs a counter-example again and says whether the same runs gave the same
 * verdict. Exit code 0: they did; 4: they did not.
 */
import { Counterexample, CounterexampleSchema, Judgement } from "@wangge/stress"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import * as Ending from "../Ending.ts"
import * as ExitCode from "../ExitCode.ts"
import * as FileProblem from "../FileProblem.ts"
import * as Flags from "../Flags.ts"
import { print } from "../internal/print.ts"
import * as JsonFile from "../JsonFile.ts"
import type { Lang } from "../Lang.ts"
import * as Work from "../Work.ts"

/**
 * The verb.
 *
 * @category verbs
 * @since 0.1.0
 */
export const command = Command.make(
  "replay",
  {
    file: Argument.String("file").pipe(
      Argument.withDescription("A counter-example that wangge stress wrote")
    ),
    threads: Flags.threads,
    format: Flags.format,
    lang: Flags.lang
  },
  Effect.fn("replay")(function* (options) {
    const { lang } = options
    const file = yield* counterexampleOf(options.file)
    const replay = yield* Work.run(
      { threads: options.threads, title: titles[lang], lang },
      ({ runner, signal, onProgress }) => {
        let done = 0
        const onReplication = () => onProgress(++done, file.replications)
        return Counterexample.replay(file, runner, { signal, onReplication })
      }
    )
    yield* print(
      options.format === "json" ? jsonText(file, replay) : replayText(file, replay, lang)
    )
    if (!(replay.sameHash && replay.sameVerdict)) {
      return yield* new Ending.Ended({ code: ExitCode.codes.differs })
    }
  })
).pipe(
  Command.withDescription(
    "Run a counter-example again and compare. Exit code 0: same hash and verdict; 4: they differ"
  ),
  Command.withExamples([{ command: "wangge replay wangge-out/stress/counterexample.json" }])
)

const titles = { en: "Replaying", zh: "重放中" } as const

const counterexampleOf = Effect.fnUntraced(function* (path: string) {
  const content = yield* JsonFile.read(path)
  yield* FileProblem.checkFormat(content, {
    name: path,
    kind: "a counter-example",
    format: Counterexample.format,
    version: Counterexample.version,
    origin: "wangge stress"
  })
  const parsed = CounterexampleSchema.parse(content)
  return parsed.ok ? parsed.counterexample : yield* FileProblem.refuse(path, parsed.problems)
})

const jsonText = (
  file: Counterexample.Counterexample,
  { sameHash, sameVerdict, sameVersions, got }: Counterexample.Replay
): string => {
  const { promise, shock, seed, replications, runHash, interval, versions } = file
  const recorded = { runHash, state: "violated", interval, versions }
  return JSON.stringify(
    { sameHash, sameVerdict, sameVersions, promise, shock, seed, replications, recorded, got },
    null,
    2
  )
}

const replayText = (
  file: Counterexample.Counterexample,
  replay: Counterexample.Replay,
  lang: Lang
): string => {
  const { sameHash, sameVerdict, sameVersions, got } = replay
  const say = words[lang]
  const versions = (of: { readonly simulator: string; readonly streams: string }) =>
    `simulator ${of.simulator}, streams ${of.streams}`
  return [
    sameHash && sameVerdict ? say.same : say.differs,
    `${say.promise}${file.promise}`,
    `${say.hash}${sameHash ? say.asRecorded : say.notAsRecorded} (${got.runHash}${sameHash ? "" : `, ${say.recorded} ${file.runHash}`})`,
    `${say.verdict}${sameVerdict ? say.asRecorded : say.notAsRecorded} (${Judgement.words[got.state][lang]})`,
    ...(sameVersions
      ? []
      : [`${say.versions}${versions(got.versions)}; ${say.recorded} ${versions(file.versions)}`])
  ].join("\n")
}

const words = {
  en: {
    same: "The replay is the same.",
    differs: "The replay differs.",
    promise: "Promise: ",
    hash: "Run hash: ",
    verdict: "Verdict: ",
    versions: "Versions differ, so other runs are no wonder: ",
    asRecorded: "as recorded",
    notAsRecorded: "not as recorded",
    recorded: "recorded"
  },
  zh: {
    same: "重放结果一致。",
    differs: "重放结果不一致。",
    promise: "承诺:",
    hash: "运行哈希:",
    verdict: "判定:",
    versions: "版本不同,结果不同不足为奇:",
    asRecorded: "与记录一致",
    notAsRecorded: "与记录不一致",
    recorded: "记录为"
  }
} as const
