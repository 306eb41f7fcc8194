/**
 * `wangge network`: runs a queueing network from a file, as often as asked for or as a precision
 * needs, and prints every measure with its interval; compares it with another one under the same luck.
 */
import {
  NetworkComparison,
  NetworkStudy,
  type StudyError,
  type StudyRules
} from "@wangge/experiment"
import * as Console from "effect/Console"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Path from "effect/Path"
import * as CheckpointFile from "../CheckpointFile.ts"
import * as ComparisonSheet from "../ComparisonSheet.ts"
import { UsageError } from "../Ending.ts"
import * as Flags from "../Flags.ts"
import { print } from "../internal/print.ts"
import * as NetworkFlags from "../NetworkFlags.ts"
import * as NetworkJson from "../NetworkJson.ts"
import * as NetworkRecords from "../NetworkRecords.ts"
import * as NetworkSheet from "../NetworkSheet.ts"
import * as NetworkSource from "../NetworkSource.ts"
import * as NetworkWork from "../NetworkWork.ts"
import * as OutputFolder from "../OutputFolder.ts"
import * as Version from "../Version.ts"

const flags = {
  file: Argument.String("network.json").pipe(
    Argument.withDescription("Path of a network file; docs/networks.md says what it holds")
  ),
  replications: NetworkFlags.replications,
  precision: NetworkFlags.precision,
  confidence: NetworkFlags.confidence,
  seed: Flags.seed,
  antithetic: NetworkFlags.antithetic,
  threads: Flags.threads,
  horizon: NetworkFlags.horizon,
  warmUp: NetworkFlags.warmUp,
  measures: NetworkFlags.measures,
  against: NetworkFlags.against,
  at: NetworkFlags.at,
  trace: NetworkFlags.trace,
  observations: NetworkFlags.observations,
  checkpoint: NetworkFlags.checkpoint,
  resume: NetworkFlags.resume,
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
  "network",
  flags,
  Effect.fn("network")(function* (options) {
    yield* checkTogether(options)
    yield* checkFiles(options)
    const { plan, isUsual } = yield* NetworkSource.load(options.file, options)
    if (isUsual) yield* Console.error(usualWords[options.lang](plan.measures))
    for (const file of [options.checkpoint, options.trace, options.observations]) {
      if (Option.isSome(file)) yield* OutputFolder.probeFile(file.value)
    }
    const resume = Option.isSome(options.resume)
      ? { resume: yield* CheckpointFile.read(options.resume.value) }
      : {}
    const asked = { ...plan, ...resume, ...wantedOf(options), seed: options.seed }
    const studies = Option.isSome(options.against)
      ? yield* compare(options, asked, options.against.value)
      : [yield* study(options, asked)]
    yield* NetworkRecords.leave(studies, options)
  })
).pipe(
  Command.withDescription("Run a queueing network and print every measure with its interval"),
  Command.withExamples([
    { command: "wangge network desk.json --precision 0.01 --confidence 0.99" },
    { command: 'wangge network desk.json --measure "wait.q(0.95)@desk" --horizon 480' },
    { command: "wangge network today.json --against tomorrow.json --at 240" }
  ])
)

type Options = Command.Command.Config.Infer<typeof flags>

type Asked = Omit<NetworkStudy.Options, "runner" | "pause" | "onProgress">

/** Flags that make no sense together. */
const checkTogether = (options: Options): Effect.Effect<void, UsageError> => {
  if (Option.isSome(options.at) && Option.isNone(options.against)) {
    const message = "--at is for a comparison: name the other network with --against."
    return Effect.fail(new UsageError({ message }))
  }
  if (options.antithetic && Option.isSome(options.against)) {
    const message = "--antithetic is for one network: a comparison has the same luck for both."
    return Effect.fail(new UsageError({ message }))
  }
  const most = Option.getOrElse(options.replications, () => 2)
  if (Option.isSome(options.precision) && most < 2) {
    const message = `--replications ${most} is too few for --precision: expected at least 2.`
    return Effect.fail(new UsageError({ message }))
  }
  return Effect.void
}

/** Files that are read or written must differ, or one would replace the other. */
const checkFiles = Effect.fnUntraced(function* (options: Options) {
  const path = yield* Path.Path
  const named: ReadonlyArray<readonly [string, Option.Option<string>]> = [
    ["the network", Option.some(options.file)],
    ["--against", options.against],
    ["--observations", options.observations],
    ["--trace", options.trace],
    ["--checkpoint", options.checkpoint]
  ]
  const seen = new Map<string, string>()
  for (const [name, file] of named) {
    if (Option.isNone(file)) continue
    const place = path.resolve(file.value)
    const before = seen.get(place)
    // Two networks may be one file: a comparison of a network with itself is odd but harmless.
    if (before !== undefined && name !== "--against") {
      const message = `${file.value} is named twice, as ${before} and as ${name}: name another file.`
      return yield* new UsageError({ message })
    }
    seen.set(place, name)
  }
})

/** How many runs, and how sure the intervals are. */
const wantedOf = (options: Options): StudyRules.Wanted => {
  const { confidence } = options
  const count = Option.getOrUndefined(options.replications)
  if (Option.isNone(options.precision)) {
    return { confidence, ...(count === undefined ? {} : { replications: count }) }
  }
  const goal = { relativeMax: options.precision.value }
  const most = count === undefined ? {} : { replicationsMax: count }
  return { confidence, precision: { goal, ...most } }
}

const study = Effect.fnUntraced(function* (options: Options, asked: Asked) {
  const made = yield* NetworkWork.run(options, (means) =>
    NetworkStudy.run({ ...asked, ...means, isAntithetic: options.antithetic })
  ).pipe(refused(options.file, options))
  yield* print(
    options.format === "json"
      ? NetworkJson.toJson(made, Version.read())
      : NetworkSheet.toText(made, options.lang)
  )
  return made
})

const compare = Effect.fnUntraced(function* (options: Options, asked: Asked, file: string) {
  const other = yield* NetworkSource.load(file, { ...NetworkSource.unchanged, lang: options.lang })
  const unused = unusedOf(options, asked, other)
  if (unused.length > 0) {
    yield* Console.error(unusedWords[options.lang](file, unused, options.file))
  }
  const { network, ...rest } = asked
  const at = yield* forkOf(options, asked.horizon)
  const made = yield* NetworkWork.run(options, (means) =>
    NetworkComparison.run({ ...rest, ...at, ...means, networks: [network, other.plan.network] })
  ).pipe(refused(`${options.file} against ${file}`, options))
  yield* print(
    options.format === "json"
      ? ComparisonSheet.toJson(made, Version.read())
      : ComparisonSheet.toText(made, options.lang)
  )
  return made.studies
})

/** When one network goes on as the other: before the end, where that is known. */
const forkOf = Effect.fnUntraced(function* ({ at }: Options, horizon: number | undefined) {
  if (Option.isNone(at)) return {}
  if (horizon === undefined || at.value < horizon) return { forkAt: at.value }
  const message = `--at ${at.value} is too late: expected a time below the horizon, ${horizon}.`
  return yield* new UsageError({ message })
})

/** What the other file says otherwise, where no flag says it for both. */
const unusedOf = (
  options: Options,
  asked: Asked,
  { plan, isUsual }: NetworkSource.Loaded
): ReadonlyArray<string> => [
  ...(Option.isNone(options.horizon) && isOther(plan.horizon, asked.horizon)
    ? [`horizon ${plan.horizon}`]
    : []),
  ...(Option.isNone(options.warmUp) && isOther(plan.warmUp, asked.warmUp)
    ? [`warmUp ${plan.warmUp}`]
    : []),
  ...(options.measures.length === 0 && !isUsual && isOther(`${plan.measures}`, `${asked.measures}`)
    ? [`measures ${plan.measures.join(", ")}`]
    : [])
]

/** Whether something is said, and it is something else. */
const isOther = <Value>(said: Value | undefined, used: Value | undefined): boolean =>
  said !== undefined && said !== used

/** What is wrong with the input is told; what went wrong on a thread is ours. */
const refused = (subject: string, { lang, resume }: Options) =>
  Effect.catch((error: StudyError.StudyError) => {
    if (error._tag === "RunnerError") return Effect.die(new Error(error.message))
    const lines = error.problems.map((problem) => problem[lang])
    const message = lines.length === 1 ? ` ${lines[0]}` : `\n  ${lines.join("\n  ")}`
    const place = {
      StudyRefused: () => subject,
      RunFailed: (run: number) => runWords[lang](subject, run),
      CheckpointRefused: () => Option.getOrElse(resume, () => subject)
    }[error._tag](error._tag === "RunFailed" ? error.replication : 0)
    return Effect.fail(new UsageError({ message: `${place}:${message}` }))
  })

const runWords = {
  en: (subject: string, run: number) => `${subject}, run ${run}`,
  zh: (subject: string, run: number) => `${subject},第${run}次运行(从0起)`
} as const

const unusedWords = {
  en: (file: string, unused: ReadonlyArray<string>, first: string) =>
    `Both run as ${first} says; what ${file} says is not used: ${unused.join("; ")}.`,
  zh: (file: string, unused: ReadonlyArray<string>, first: string) =>
    `两者均按 ${first} 运行;未采用 ${file} 中的:${unused.join(";")}。`
} as const

const usualWords = {
  en: (measures: ReadonlyArray<string>) =>
    `No measure was asked for, so these are the usual ones: ${measures.join(", ")}`,
  zh: (measures: ReadonlyArray<string>) => `未指定指标,采用常用指标:${measures.join("、")}`
} as const
