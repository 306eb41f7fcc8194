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

/** An amount that cannot be. */
export const amountError = (
  subject: string,
  amount: number,
  expected: string
): ProcessProblem.ProcessError => processError("BadAmount", subject, amount, expected)
