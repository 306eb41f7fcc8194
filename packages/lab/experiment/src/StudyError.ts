/**
 * What can keep a study from its result, as typed errors: what was declared cannot be, a run came to
 * a bad end, a checkpoint belongs to something else. Each has its problems as values, with words.
 */
import { AnalysisProblem, NetworkRunProblem, SnapshotProblem } from "@wangge/des"
import type { Label } from "@wangge/facts"
import * as Schema from "effect/Schema"
import type { RunnerError } from "./Runner.ts"

const problems = Schema.Array(
  Schema.Struct({
    code: Schema.String,
    subject: Schema.String,
    found: Schema.Union([Schema.String, Schema.Number]),
    expected: Schema.Union([Schema.String, Schema.Number]),
    en: Schema.String,
    zh: Schema.String
  })
)

/**
 * A problem with its words.
 *
 * @category errors
 * @since 0.1.0
 */
export interface Described extends Label.Label {
  readonly code: string
  /** What it is about, such as `station "desk"`. */
  readonly subject: string
  readonly found: string | number
  readonly expected: string | number
}

/**
 * A network, a measure or an option that cannot be: nothing was run. `problems` are all of them.
 *
 * @category errors
 * @since 0.1.0
 */
export class StudyRefused extends Schema.TaggedError<StudyRefused>()("StudyRefused", {
  message: Schema.String,
  problems
}) {}

/**
 * A replication that came to a bad end, such as endless events at one instant.
 *
 * @category errors
 * @since 0.1.0
 */
export class RunFailed extends Schema.TaggedError<RunFailed>()("RunFailed", {
  message: Schema.String,
  replication: Schema.Number,
  problems
}) {}

/**
 * Bytes that are no checkpoint of this study.
 *
 * @category errors
 * @since 0.1.0
 */
export class CheckpointRefused extends Schema.TaggedError<CheckpointRefused>()(
  "CheckpointRefused",
  { message: Schema.String, problems }
) {}

/**
 * Whatever can keep a study from its result.
 *
 * @category errors
 * @since 0.1.0
 */
export type StudyError = StudyRefused | RunFailed | CheckpointRefused | RunnerError

/**
 * A problem of a network, a measure or a run with its words.
 *
 * @category errors
 * @since 0.1.0
 */
export const ofRun = (problem: NetworkRunProblem.Problem): Described =>
  described(problem, NetworkRunProblem.describe(problem))

/**
 * A problem of a checkpoint with its words.
 *
 * @category errors
 * @since 0.1.0
 */
export const ofSnapshot = (problem: SnapshotProblem.SnapshotProblem): Described =>
  described(problem, SnapshotProblem.describe(problem))

/**
 * A problem of the analysis with its words.
 *
 * @category errors
 * @since 0.1.0
 */
export const ofAnalysis = (problem: AnalysisProblem.AnalysisProblem): Described =>
  described(problem, AnalysisProblem.describe(problem))

const described = (problem: Omit<Described, "en" | "zh">, { en, zh }: Label.Label): Described => ({
  code: problem.code,
  subject: problem.subject,
  found: problem.found,
  expected: problem.expected,
  en,
  zh
})

/**
 * Several problems as one English message.
 *
 * @category errors
 * @since 0.1.0
 */
export const messageOf = (found: ReadonlyArray<Described>): string =>
  found.map(({ en }) => en).join("\n")
