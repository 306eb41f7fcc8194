/**
 * A study: one network, run again and again with other luck, every measure with its interval. As
 * many runs as are asked for, or as a wanted precision needs; on one thread or many; with partial
 * results on the way; it can be paused into bytes and goes on from them to the same results.
 */
import type { NetworkRun } from "@wangge/des"
import * as Effect from "effect/Effect"
import * as Queue from "effect/Queue"
import * as Stream from "effect/Stream"
import { StudyBook } from "./internal/studyBook.ts"
import * as StudyDriver from "./internal/studyDriver.ts"
import * as StudyJudgement from "./internal/studyJudgement.ts"
import * as StudyPlan from "./internal/studyPlan.ts"
import type * as NetworkTask from "./NetworkTask.ts"
import * as Runner from "./Runner.ts"
import * as StudyCheckpoint from "./StudyCheckpoint.ts"
import type * as StudyError from "./StudyError.ts"
import * as StudyRules from "./StudyRules.ts"

export type { Measured } from "./internal/studyJudgement.ts"

/**
 * What a study needs. Everything but `network`, `measures` and `seed` has a default.
 *
 * @category studies
 * @since 0.1.0
 */
export interface Options extends Omit<NetworkTask.Plan, "isMirrored">, StudyRules.Wanted {
  readonly seed: number
  /**
   * Whether each replication is a pair of a run and its mirror image, which err to opposite sides;
   * false unless given. `replications` then counts pairs.
   */
  readonly isAntithetic?: boolean
  /** Who runs; `Runner.thisThread` unless given. */
  readonly runner?: Runner.Runner
  /** When aborted, the study stops at event boundaries and ends as "paused". */
  readonly pause?: AbortSignal
  /** The checkpoint of a paused study, to go on from. */
  readonly resume?: Uint8Array
  /** Hears how many runs of how many are done, those under way by their share. */
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * What must be equal for a study to repeat bit for bit.
 *
 * @category studies
 * @since 0.1.0
 */
export interface Versions {
  readonly streams: string
}

/**
 * A study, finished or on its way.
 *
 * @category studies
 * @since 0.1.0
 */
export interface Study {
  readonly state: "running" | "finished" | "paused"
  readonly plan: NetworkTask.Plan
  /** What the plan came to: its measures, and the length of its runs. */
  readonly settings: NetworkRun.Settings
  readonly seed: number
  readonly confidence: number
  /** One per measure, in the order of the plan. */
  readonly measures: ReadonlyArray<StudyJudgement.Measured>
  /** The runs in order. */
  readonly runs: ReadonlyArray<NetworkTask.Replication>
  /** Whether the wanted precision is reached; true where none was asked for. */
  readonly isPrecise: boolean
  /** Hash over the hashes of the runs in order. */
  readonly runHash: string
  readonly versions: Versions
  /** Share of the work that is done, from 0 to 1; for a precision, as it looks so far. */
  readonly progress: number
  /** What to go on from; null unless paused. */
  readonly checkpoint: Uint8Array | null
}

/**
 * Makes a study.
 *
 * The result depends on the network, measures, seed, lengths and goals alone: not on the runner, and
 * not on pauses. An interrupt ends everything at once, threads included.
 *
 * @category studies
 * @since 0.1.0
 */
export const run = (options: Options): Effect.Effect<Study, StudyError.StudyError> =>
  conduct(options, null)

/**
 * The study on its way: a partial result after each run, in their order, and whenever another
 * hundredth of the work is done; the last is the whole study.
 *
 * From the 256th run on, after every further 256th part of the runs so far.
 *
 * @category studies
 * @since 0.1.0
 */
export const partials = (options: Options): Stream.Stream<Study, StudyError.StudyError> =>
  Stream.callback<Study, StudyError.StudyError>(
    (queue) =>
      Effect.gen(function* () {
        const study = yield* conduct(options, (partial) => Queue.offerUnsafe(queue, partial))
        Queue.offerUnsafe(queue, study)
        Queue.endUnsafe(queue)
      }),
    { bufferSize: Number.POSITIVE_INFINITY }
  )

const conduct = (
  options: Options,
  emit: ((partial: Study) => void) | null
): Effect.Effect<Study, StudyError.StudyError> =>
  Effect.gen(function* () {
    const { plan, settings } = yield* StudyPlan.check(StudyPlan.of(options))
    const rules = StudyRules.of(options, plan.measures.length)
    const { seed, onProgress = null, runner = Runner.thisThread, pause = null } = options
    const isAlone = rules.countMax === 1 && options.isAntithetic !== true
    const judgeAt = isAlone ? rules.confidenceEach : null
    const mirrored = options.isAntithetic === true ? [{ ...plan, isMirrored: true }] : []
    const subject = { plans: [plan, ...mirrored], forkAt: null, seed }
    const courses: StudyDriver.Courses =
      options.resume === undefined ? new Map() : yield* StudyPlan.resumed(options.resume, subject)
    const runOf = (replication: number) =>
      StudyJudgement.pairOf(settings, courses.get(replication)!.finished)
    const book = new StudyBook({ plan, settings, seed, rules, runOf, emit, onProgress })
    const isDone = yield* StudyDriver.run(
      {
        ...subject,
        judgeAt,
        runner,
        pause,
        countMax: rules.countMax,
        onFinished: (count) => book.finish(count),
        onProgress: (done) => book.progress(done)
      },
      courses
    )
    return isDone ? book.end(null) : book.end(StudyCheckpoint.write(subject, courses))
  })
