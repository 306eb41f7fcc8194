/**
 * A kernel with processes and a log of who did what when, for the tests of processes.
 */
import * as Kernel from "../src/Kernel.ts"
import * as Processes from "../src/Processes.ts"
import * as ProcessProblem from "../src/ProcessProblem.ts"

export const aStage = (options: Omit<Processes.Options, "kernel"> = {}) => {
  const kernel = Kernel.make()
  const processes = Processes.make({ kernel, ...options })
  const log: Array<string> = []
  const note = (words: string): void => {
    log.push(`${kernel.now} ${words}`)
  }
  return { kernel, processes, log, note }
}

/** The problem that a run is stopped by. */
export const problemOf = (run: () => void): ProcessProblem.ProcessProblem => {
  const caught: Array<unknown> = []
  try {
    run()
  } catch (error) {
    caught.push(error)
  }
  const [error] = caught
  if (error instanceof ProcessProblem.ProcessError) return error.problem
  throw new Error(`A ProcessError was expected; got ${String(error)}`)
}
