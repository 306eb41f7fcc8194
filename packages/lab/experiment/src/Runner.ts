/**
 * Who runs the replications of networks: this thread by default, worker threads where a face passes
 * them in. A runner may work in any order; a study puts the answers into the order of the
 * replications, so that no result depends on the runner.
 */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as NetworkTask from "./NetworkTask.ts"

/**
 * A task that could not be run: its thread died, or the run threw what it should not.
 *
 * @category running
 * @since 0.1.0
 */
export class RunnerError extends Schema.TaggedError<RunnerError>()("RunnerError", {
  replication: Schema.Number,
  message: Schema.String
}) {}

/**
 * What may be heard of a task, and how it is paused.
 *
 * @category running
 * @since 0.1.0
 */
export interface RunOptions {
  /** Hears the share of the run that is done, from 0 to 1, now and then. */
  readonly onProgress?: (share: number) => void
  /** When aborted, the task answers soon, at an event boundary, with a checkpoint. */
  readonly pause?: AbortSignal
}

/**
 * Runs tasks.
 *
 * @category running
 * @since 0.1.0
 */
export interface Runner {
  /** How many tasks are worth starting at once. */
  readonly parallelCount: number
  /** Runs one task; an interrupt ends it at once. */
  readonly run: (
    task: NetworkTask.Task,
    options?: RunOptions
  ) => Effect.Effect<NetworkTask.Answer, RunnerError>
}

/**
 * The plain default: tasks on this thread, which takes a breath after every
 * {@link NetworkTask.sliceEventCount} events so that timers, key presses and interrupts get their turn.
 *
 * @category running
 * @since 0.1.0
 */
export const thisThread: Runner = {
  parallelCount: 1,
  run: (task, options = {}) =>
    Effect.gen(function* () {
      const attempt = <Value>(what: () => Value): Effect.Effect<Value, RunnerError> =>
        Effect.try({ try: what, catch: (error) => errorOf(task, error) })
      const work = yield* attempt(() => NetworkTask.start(task))
      for (;;) {
        const isAsked = options.pause?.aborted === true
        const answer = yield* attempt(isAsked ? work.pause : work.advance)
        if (answer !== null) return answer
        options.onProgress?.(work.progress)
        yield* Effect.yieldNow
      }
    })
}

const errorOf = ({ replication }: NetworkTask.Task, error: unknown): RunnerError =>
  new RunnerError({ replication, message: error instanceof Error ? error.message : String(error) })
