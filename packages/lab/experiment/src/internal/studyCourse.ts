/**
 * One replication of a study on its course: through one network, or through several under the same
 * luck one after the other, or up to a date through the first and from there on through each of
 * them. A course can be stopped anywhere and goes on from its bytes.
 */
import * as Effect from "effect/Effect"
import type * as NetworkTask from "../NetworkTask.ts"
import type * as Runner from "../Runner.ts"

/** How far a replication has come. */
export interface Course {
  /** The finished runs, in the order of the plans. */
  readonly finished: ReadonlyArray<NetworkTask.Replication>
  /** Where the futures part; null without a fork and before it. */
  readonly base: Uint8Array | null
  /** The run under way; null where none has begun. */
  readonly running: Uint8Array | null
}

/** A replication that has not begun. */
export const fresh: Course = { finished: [], base: null, running: null }

/** What all courses of a study have in common. */
export interface Route {
  readonly plans: ReadonlyArray<NetworkTask.Plan>
  /** When the futures part; null where the plans are run apart from the start. */
  readonly forkAt: number | null
  readonly seed: number
  /** Confidence at which each run is judged by itself; null where it is not. */
  readonly judgeAt: number | null
  readonly runner: Runner.Runner
}

/** Whether there is nothing left to run. */
export const isFinished = (route: Route, course: Course): boolean =>
  course.finished.length === route.plans.length

/** Runs a replication to its end, or until it is paused. */
export const go = (
  route: Route,
  replication: number,
  begun: Course,
  options: Runner.RunOptions
): Effect.Effect<Course, Runner.RunnerError> =>
  Effect.gen(function* () {
    let course = begun
    while (!isFinished(route, course) && options.pause?.aborted !== true) {
      const stage = course.finished.length
      const isBase = route.forkAt !== null && course.base === null
      const onProgress = (share: number) =>
        options.onProgress?.((stage + share) / route.plans.length)
      const task = taskOf(route, replication, course)
      const answer = yield* route.runner.run(task, { ...options, onProgress })
      course = isBase ? afterBase(route, course, answer) : afterPlan(course, answer)
    }
    // Nothing goes on from the base any more, and there may be thousands of them.
    return isFinished(route, course) ? { ...course, base: null } : course
  })

const taskOf = (route: Route, replication: number, course: Course): NetworkTask.Task => {
  const { plans, forkAt, judgeAt, seed } = route
  const plan = plans[course.finished.length]!
  const from = course.running ?? course.base
  const isFork = course.running === null && course.base !== null
  return {
    plan,
    seed,
    replication,
    ...(judgeAt === null ? {} : { judgeAt }),
    ...(from === null ? {} : { checkpoint: from }),
    ...(isFork ? { origin: plans[0]!.network } : {}),
    ...(forkAt === null || course.base !== null ? {} : { pauseAt: forkAt })
  }
}

const afterBase = (route: Route, course: Course, answer: NetworkTask.Answer): Course => {
  // A run that is over before the fork has only one future.
  if (answer.kind === "finished") {
    return { ...fresh, finished: route.plans.map(() => answer.replication) }
  }
  return answer.isDue
    ? { ...course, base: answer.checkpoint, running: null }
    : { ...course, running: answer.checkpoint }
}

const afterPlan = (course: Course, answer: NetworkTask.Answer): Course =>
  answer.kind === "finished"
    ? { ...course, finished: [...course.finished, answer.replication], running: null }
    : { ...course, running: answer.checkpoint }
