/**
 * Runs the replications of a study, several at once where the runner can, and hands them over in
 * the order of their numbers, whatever the order in which they end. Stops when enough are there,
 * when it is paused, or when it is interrupted.
 */
import * as Effect from "effect/Effect"
import * as Latch from "effect/Latch"
import type * as NetworkTask from "../NetworkTask.ts"
import type * as Runner from "../Runner.ts"
import * as StudyError from "../StudyError.ts"
import * as StudyCourse from "./studyCourse.ts"

/** What the driver is told. */
export interface Drive extends StudyCourse.Route {
  /** Replications at which to stop in any case. */
  readonly countMax: number
  readonly pause: AbortSignal | null
  /** Called when the first `count` replications are finished; true when they are enough. */
  readonly onFinished: (count: number) => boolean
  /** Called now and then with the replications done, those under way by their share. */
  readonly onProgress: (done: number) => void
}

/** The courses of a study by the number of their replication. */
export type Courses = Map<number, StudyCourse.Course>

/**
 * Runs until enough replications are finished; false if it was paused before. `courses` are where
 * replications stand, and keep where they stand at the end.
 */
export const run = (
  drive: Drive,
  courses: Courses
): Effect.Effect<boolean, StudyError.RunFailed | Runner.RunnerError> =>
  Effect.gen(function* () {
    const book = new Book(drive, courses)
    if (book.settle()) return yield* book.end()
    const enough = Latch.makeUnsafe()
    const all = Effect.forEach(
      openNumbers(drive, courses),
      Effect.fnUntraced(function* (replication: number) {
        if (drive.pause?.aborted === true) return
        const course = yield* StudyCourse.go(
          drive,
          replication,
          courses.get(replication) ?? StudyCourse.fresh,
          book.optionsOf(replication)
        )
        courses.set(replication, course)
        if (book.settle()) enough.openUnsafe()
      }),
      { concurrency: drive.runner.parallelCount, discard: true }
    )
    yield* Effect.raceFirst(all, enough.await)
    book.settle()
    return yield* book.end()
  })

/** The replications that are not finished, in order. */
function* openNumbers(drive: Drive, courses: Courses): Iterable<number> {
  for (let replication = 0; replication < drive.countMax; replication++) {
    const course = courses.get(replication)
    if (course === undefined || !StudyCourse.isFinished(drive, course)) yield replication
  }
}

/**
 * Whether a run came to nothing: events without end, or a deadlock, unless the time of the deadlock
 * is what is measured.
 */
const isFailure = ({ plans }: Drive, one: NetworkTask.Replication): boolean =>
  one.problem !== null &&
  !(one.ending === "deadlock" && plans[0]?.measures.includes("deadlockTime") === true)

/** How far the study is. */
class Book {
  /** How many replications are finished without a gap before them, and were handed over. */
  count = 0
  private isEnough = false
  private failed: NetworkTask.Replication | null = null
  private readonly shares = new Map<number, number>()
  declare private readonly drive: Drive
  declare private readonly courses: Courses

  constructor(drive: Drive, courses: Courses) {
    this.drive = drive
    this.courses = courses
  }

  /** Hands over what is finished; true when it is enough, or one of them failed. */
  settle(): boolean {
    while (!this.isOver()) {
      const course = this.courses.get(this.count)
      if (course === undefined || !StudyCourse.isFinished(this.drive, course)) break
      this.failed = course.finished.find((one) => isFailure(this.drive, one)) ?? null
      if (this.failed !== null) break
      this.count += 1
      this.isEnough = this.drive.onFinished(this.count)
      this.drive.onProgress(this.count)
    }
    return this.isOver()
  }

  /** Whether there was enough; fails with the first replication that did. */
  end(): Effect.Effect<boolean, StudyError.RunFailed> {
    const { failed } = this
    if (failed?.problem == null) return Effect.succeed(this.isOver())
    const problem = StudyError.ofRun(failed.problem)
    const { replication } = failed
    const message = StudyError.messageOf([problem])
    return Effect.fail(new StudyError.RunFailed({ message, replication, problems: [problem] }))
  }

  private isOver(): boolean {
    return this.isEnough || this.failed !== null || this.count === this.drive.countMax
  }

  optionsOf(replication: number): Runner.RunOptions {
    const { pause, onProgress } = this.drive
    const hear = (share: number): void => {
      this.shares.set(replication, share)
      let done = this.count
      for (const [number, part] of this.shares) {
        if (number < this.count) this.shares.delete(number)
        else done += part
      }
      onProgress(done)
    }
    return { onProgress: hear, ...(pause === null ? {} : { pause }) }
  }
}
