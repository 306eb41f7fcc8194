/**
 * Who runs the replications: this thread by default, worker threads where a face passes them in.
 * A runner may work in any order and on any number of threads, but answers in the order asked,
 * so that results never depend on it.
 */
import type * as Replication from "./Replication.ts"
import * as Simulation from "./Simulation.ts"

/**
 * One run to be made: see `Simulation.Task`.
 *
 * @category running
 * @since 0.1.0
 */
export type Task = Simulation.Task

/**
 * Runs tasks; answers one result per task, in the order of the tasks.
 *
 * `onDone` is called once after each finished task, in any order. When `signal` is aborted the
 * promise is rejected with the signal's reason and no further task starts.
 *
 * @category running
 * @since 0.1.0
 */
export interface Runner {
  /** Answers one result per task, in the order of the tasks. */
  readonly run: (
    tasks: ReadonlyArray<Simulation.Task>,
    options?: { readonly onDone?: () => void; readonly signal?: AbortSignal }
  ) => Promise<ReadonlyArray<Replication.Replication>>
}

/**
 * The plain default: one task after another on this thread.
 *
 * @category running
 * @since 0.1.0
 */
export const thisThread: Runner = {
  run: async (tasks, options) => {
    const results: Array<Replication.Replication> = []
    for (const task of tasks) {
      options?.signal?.throwIfAborted()
      results.push(Simulation.run(task))
      options?.onDone?.()
      // Lets other promises go on, so that one of them can abort. Timers and key presses get no turn
      // before the end: a face that needs them passes in a runner on threads.
      await Promise.resolve()
    }
    return results
  }
}
