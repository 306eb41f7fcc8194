/**
 * Two or more networks compared under the same luck: replication after replication each of them
 * meets the same customers, so that their differences are sharper than their results. Or one network
 * up to a date, and from there on several futures.
 */
import {
  type Comparison,
  type Network,
  NetworkResult,
  type Replications,
  Simultaneous
} from "@wangge/des"
import * as Effect from "effect/Effect"
import * as StudyDriver from "./internal/studyDriver.ts"
import * as StudyJudgement from "./internal/studyJudgement.ts"
import * as StudyPlan from "./internal/studyPlan.ts"
import * as StudyResult from "./internal/studyResult.ts"
import type * as NetworkStudy from "./NetworkStudy.ts"
import type * as NetworkTask from "./NetworkTask.ts"
import * as Runner from "./Runner.ts"
import * as StudyCheckpoint from "./StudyCheckpoint.ts"
import * as StudyError from "./StudyError.ts"
import * as StudyRules from "./StudyRules.ts"

/**
 * What a comparison needs.
 *
 * `networks` are two or more; the first is the one that the others are compared with. A precision is
 * about the differences: a number is the half-width of a difference in the measure's own unit, a
 * relative one its share of the first network's mean.
 *
 * @category comparisons
 * @since 0.1.0
 */
export interface Options
  extends Omit<NetworkTask.Plan, "network">,
    Omit<StudyRules.Wanted, "isSimultaneous">,
    Pick<NetworkStudy.Options, "seed" | "runner" | "pause" | "resume" | "onProgress"> {
  readonly networks: ReadonlyArray<Network.Declaration>
  /**
   * Up to this time every replication is the first network, run once; from there on it goes on as each
   * of them, which must have the same sources, classes and stations. Not given: apart from the start.
   */
  readonly forkAt?: number
}

/**
 * One measure of one network less that of the first.
 *
 * @category comparisons
 * @since 0.1.0
 */
export interface Difference {
  readonly measure: string
  /** Place of the network in the list. */
  readonly network: number
  /** Null where it cannot be judged. */
  readonly difference: Comparison.Difference | null
  /** Why it cannot be judged; null where it can. */
  readonly problem: StudyError.Described | null
}

/**
 * A comparison.
 *
 * @category comparisons
 * @since 0.1.0
 */
export interface NetworkComparison {
  readonly state: "finished" | "paused"
  /** One study per network, in order. */
  readonly studies: ReadonlyArray<NetworkStudy.Study>
  /** Measure by measure, and of each every network but the first. */
  readonly differences: ReadonlyArray<Difference>
  readonly confidence: number
  /** Whether the wanted precision is reached; true where none was asked for. */
  readonly isPrecise: boolean
  readonly forkAt: number | null
  /** What to go on from; null unless paused. */
  readonly checkpoint: Uint8Array | null
}

/**
 * Compares networks.
 *
 * All differences hold together with the confidence (Bonferroni). Runs of all networks are equally
 * long: where nobody says how long, as the longest of them needs. Fails as a study does, and for a fork
 * into a network that does not fit or after the horizon. Throws a `RangeError` for fewer than 2
 * networks, and a fork that is not at a time from 0.
 *
 * @source A. M. Law, "Simulation Modeling and Analysis", 5th edition, 2015, section 11.2 (common
 *   random numbers)
 * @category comparisons
 * @since 0.1.0
 */
export const run = (options: Options): Effect.Effect<NetworkComparison, StudyError.StudyError> =>
  Effect.gen(function* () {
    const { networks, seed, forkAt = null, runner = Runner.thisThread, pause = null } = options
    if (networks.length < 2) throw new RangeError(`Compare 2 networks; got ${networks.length}`)
    if (forkAt !== null && !(forkAt >= 0)) {
      throw new RangeError(`A fork is at a time from 0; got ${forkAt}`)
    }
    const checked = yield* StudyPlan.checkAlike(
      networks.map((network) => StudyPlan.of({ ...options, network }))
    )
    if (forkAt !== null) yield* StudyPlan.checkFork(checked, forkAt)
    const plans = checked.map(({ plan }) => plan)
    const rules = StudyRules.of(options, plans[0]!.measures.length * (plans.length - 1))
    const subject = { plans, forkAt, seed }
    const courses: StudyDriver.Courses =
      options.resume === undefined ? new Map() : yield* StudyPlan.resumed(options.resume, subject)
    const book = new ComparisonBook(checked, rules, courses)
    const isDone = yield* StudyDriver.run(
      {
        ...subject,
        judgeAt: null,
        runner,
        pause,
        countMax: rules.countMax,
        onFinished: (count) => book.finish(count),
        onProgress: (done) => options.onProgress?.(Math.min(done, rules.countMax), rules.countMax)
      },
      courses
    )
    return {
      state: isDone ? "finished" : "paused",
      studies: checked.map((one, place) => book.studyOf(one, place, seed)),
      differences: book.differences(),
      confidence: rules.confidence,
      isPrecise: book.isPrecise(),
      forkAt,
      checkpoint: isDone ? null : StudyCheckpoint.write(subject, courses)
    }
  })

/** The runs of a comparison so far, and what they say. */
class ComparisonBook {
  private count = 0
  declare private readonly checked: ReadonlyArray<StudyPlan.Checked>
  declare private readonly rules: StudyRules.StudyRules
  declare private readonly courses: StudyDriver.Courses

  constructor(
    checked: ReadonlyArray<StudyPlan.Checked>,
    rules: StudyRules.StudyRules,
    courses: StudyDriver.Courses
  ) {
    this.checked = checked
    this.rules = rules
    this.courses = courses
  }

  /** The first `count` replications are finished; true when they are enough. */
  finish(count: number): boolean {
    this.count = count
    const { goals, countMin } = this.rules
    return goals !== null && count >= countMin && this.isPrecise()
  }

  isPrecise(): boolean {
    const { goals } = this.rules
    if (goals === null) return true
    const controls = StudyJudgement.measuresOf(
      this.checked[0]!.settings,
      this.runsOf(0),
      this.rules.confidence
    )
    return this.differences().every((one, index) =>
      isReached(one, goals[index]!, controls[Math.floor(index / (this.checked.length - 1))]!.mean)
    )
  }

  /** Measure by measure, so that what belongs together stands together. */
  differences(): ReadonlyArray<Difference> {
    const [control, ...others] = this.checked.map(({ settings }, place) =>
      NetworkResult.make({ settings, records: this.runsOf(place) })
    )
    const confidence = Simultaneous.confidenceEach(this.rules.confidence, others.length)
    const compared = others.map((other) => NetworkResult.compare(control!, other, { confidence }))
    return this.checked[0]!.plan.measures.flatMap((measure, index) =>
      compared.map((list, place) => differenceOf(measure, place + 1, list[index]!.outcome))
    )
  }

  studyOf(checked: StudyPlan.Checked, place: number, seed: number): NetworkStudy.Study {
    const runs = this.runsOf(place)
    const { rules } = this
    const measures = StudyJudgement.measuresOf(checked.settings, runs, rules.confidenceEach)
    const end = { isPrecise: this.isPrecise(), progress: 1 }
    return {
      ...StudyResult.of({ ...checked, seed, rules, runs, measures, ...end }),
      state: "finished"
    }
  }

  private runsOf(place: number): ReadonlyArray<NetworkTask.Replication> {
    return Array.from(
      { length: this.count },
      (_, replication) => this.courses.get(replication)!.finished[place]!
    )
  }
}

const differenceOf = (
  measure: string,
  network: number,
  outcome: NetworkResult.Compared["outcome"]
): Difference =>
  outcome.ok
    ? { measure, network, difference: outcome.value, problem: null }
    : {
        measure,
        network,
        difference: null,
        problem: StudyError.ofAnalysis(outcome.problem)
      }

const isReached = (
  { difference }: Difference,
  goal: Replications.WidthGoal,
  controlMean: number | null
): boolean => {
  const allowed =
    typeof goal === "number" ? goal : goal.relativeMax * Math.abs(controlMean ?? Number.NaN)
  if (allowed === Number.POSITIVE_INFINITY) return true
  const halfWidth = difference?.estimate.halfWidth ?? null
  return halfWidth !== null && halfWidth <= allowed
}
