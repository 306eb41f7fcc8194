/**
 * The results of a study as its runs come in, in their order: estimates, whether they are precise
 * enough, how much of the work is done.
 */
import type { NetworkRun } from "@wangge/des"
import type { Study } from "../NetworkStudy.ts"
import type * as NetworkTask from "../NetworkTask.ts"
import type { StudyRules } from "../StudyRules.ts"
import * as StudyJudgement from "./studyJudgement.ts"
import * as StudyResult from "./studyResult.ts"

/** What a book is told. */
export interface Subject {
  readonly plan: NetworkTask.Plan
  readonly settings: NetworkRun.Settings
  readonly seed: number
  readonly rules: StudyRules
  /** The runs with these numbers, once they are finished. */
  readonly runOf: (replication: number) => NetworkTask.Replication
  /** Takes a partial result. */
  readonly emit: ((partial: Study) => void) | null
  readonly onProgress: ((done: number, total: number) => void) | null
}

/** Runs up to which there is a partial result after each. */
const EACH_UP_TO = 256

/** The book of one study. */
export class StudyBook {
  private readonly runs: Array<NetworkTask.Replication> = []
  private measures: ReadonlyArray<StudyJudgement.Measured> = []
  private judgedCount = -1
  private isPrecise = false
  private needed: number
  private emittedCount = 0
  private emittedProgress = 0
  declare private readonly subject: Subject

  constructor(subject: Subject) {
    this.subject = subject
    this.needed = subject.rules.countMax
  }

  /** The first `count` runs are finished; true when they are enough. */
  finish(count: number): boolean {
    const { rules, runOf, emit } = this.subject
    while (this.runs.length < count) this.runs.push(runOf(this.runs.length))
    const { goals } = rules
    if (goals !== null && count >= 2) {
      this.needed = StudyJudgement.neededCount(this.judged(), rules)
      this.isPrecise = count >= rules.countMin && StudyJudgement.isPrecise(this.judged(), goals)
    }
    const isOver = this.isPrecise || count === rules.countMax
    const isDue = count >= this.emittedCount * (1 + 1 / EACH_UP_TO)
    if (emit !== null && isDue && !isOver) this.offer(count)
    return this.isPrecise
  }

  /** So many runs are done, those under way by their share. */
  progress(done: number): void {
    const total = this.total()
    this.subject.onProgress?.(Math.min(done, total), total)
    const isDue = this.shareOf(done) >= this.emittedProgress + 0.01 && done < total
    if (this.subject.emit !== null && isDue) this.offer(done)
  }

  /** The study as it stands at the end; `checkpoint` is null unless it was paused. */
  end(checkpoint: Uint8Array | null): Study {
    return checkpoint === null
      ? { ...this.study(1), state: "finished" }
      : { ...this.study(this.shareOf(this.runs.length)), state: "paused", checkpoint }
  }

  private judged(): ReadonlyArray<StudyJudgement.Measured> {
    const { settings, rules } = this.subject
    if (this.judgedCount !== this.runs.length) {
      this.judgedCount = this.runs.length
      this.measures = StudyJudgement.measuresOf(settings, this.runs, rules.confidenceEach)
    }
    return this.measures
  }

  /** How many runs it will be, as it looks now. */
  private total(): number {
    const { goals, countMax } = this.subject.rules
    return goals === null ? countMax : Math.max(this.needed, this.runs.length)
  }

  private shareOf(done: number): number {
    return Math.min(1, done / this.total())
  }

  private offer(done: number): void {
    const progress = this.shareOf(done)
    this.emittedCount = this.runs.length
    this.emittedProgress = progress
    this.subject.emit?.(this.study(progress))
  }

  private study(progress: number): Study {
    const { plan, settings, seed, rules } = this.subject
    return StudyResult.of({
      plan,
      settings,
      seed,
      rules,
      runs: [...this.runs],
      measures: this.judged(),
      isPrecise: rules.goals === null || this.isPrecise,
      progress
    })
  }
}
