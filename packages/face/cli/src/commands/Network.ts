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
    const { plan, isUsual } = yield* NetworkSource.load(options.file, options)
    if (isUsual) yield* Console.error(usualWords[options.lang](plan.measures))
    for (const file of [options.checkpoint, options.trace, options.observations]) {
      if (Option.isSome(file)) yield* CheckpointFile.probe(file.value)
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
  return Effect.void
}

/** How many runs, and how sure the intervals are. */
const wantedOf = (options: Options): StudyRules.Wanted => {
  const { confidence } = options
  const count = Option.getOrUndefined(options.replications)
  if (Option.isNone(options.precision)) {
    return { confidence, ...(count === undefined ? {} : { replications: count }) }
  }
  const goal = { relativeMax: options.precision.value }
  const most = count === undefined ? {} : { replicationsMax: Math.max(2, count) }
  return { confidence, precision: { goal, ...most } }
}

const study = Effect.fnUntraced(function* (options: Options, asked: Asked) {
  const made = yield* NetworkWork.run(options, (means) =>
    NetworkStudy.run({ ...asked, ...means, isAntithetic: options.antithetic })
  ).pipe(refused(options.file))
  yield* print(
    options.format === "json"
      ? NetworkJson.toJson(made, Version.read())
      : NetworkSheet.toText(made, options.lang)
  )
  return made
})

const compare = Effect.fnUntraced(function* (options: Options, asked: Asked, file: string) {
  const { plan } = yield* NetworkSource.load(file, { ...options, measures: asked.measures })
  const { network, ...rest } = asked
  const at = Option.isSome(options.at) ? { forkAt: options.at.value } : {}
  const made = yield* NetworkWork.run(options, (means) =>
    NetworkComparison.run({ ...rest, ...at, ...means, networks: [network, plan.network] })
  ).pipe(refused(`${options.file} against ${file}`))
  yield* print(
    options.format === "json"
      ? ComparisonSheet.toJson(made, Version.read())
      : ComparisonSheet.toText(made, options.lang)
  )
  return made.studies
})

/** What is wrong with the input is told; what went wrong on a thread is ours. */
const refused = (subject: string) =>
  Effect.catch((error: StudyError.StudyError) => {
    if (error._tag === "RunnerError") return Effect.die(new Error(error.message))
    const place = error._tag === "RunFailed" ? `${subject}, run ${error.replication}` : subject
    const lines = error.problems.map(({ en }) => en)
    const message = lines.length === 1 ? ` ${lines[0]}` : `\n  ${lines.join("\n  ")}`
    return Effect.fail(new UsageError({ message: `${place}:${message}` }))
  })

const usualWords = {
  en: (measures: ReadonlyArray<string>) =>
    `No measure was asked for, so these are the usual ones: ${measures.join(", ")}`,
  zh: (measures: ReadonlyArray<string>) => `未指定指标,采用常用指标:${measures.join("、")}`
} as const
