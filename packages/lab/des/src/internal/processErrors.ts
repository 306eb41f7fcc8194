/**
 * The errors of processes, made out of line so that the short way through each verb stays short
 * enough to be inlined.
 */
import * as ProcessProblem from "../ProcessProblem.ts"

/** An error ready to be thrown. */
export const processError = (
  code: ProcessProblem.Code,
  subject: string,
  found: string | number,
  expected: string | number
): ProcessProblem.ProcessError =>
  new ProcessProblem.ProcessError(ProcessProblem.make(code, subject, found, expected))

/** A delay, alarm or patience that is no time. */
export const delayError = (subject: string, delaySec: number): ProcessProblem.ProcessError =>
  processError("BadDelay", subject, delaySec, "seconds from 0, finite for a hold or an alarm")

/** A verb that was not told which process asks. */
export const nobodyError = (verb: string): ProcessProblem.ProcessError =>
  processError("NotRunning", "nobody", verb, `give the process, as in ${verb}(self)`)

/** Throws a `RangeError` unless a meeting place has its processes. */
export const checkProcesses = (noun: string, processes: unknown): void => {
  if (typeof processes === "object" && processes !== null) return
  throw new RangeError(`A ${noun} needs processes, as Processes.make makes; got ${processes}`)
}

/** An amount that cannot be. */
export const amountError = (
  subject: string,
  amount: number,
  expected: string
): ProcessProblem.ProcessError => processError("BadAmount", subject, amount, expected)
