/**
 * How often nominal 95 % intervals cover the exact value: between 92 and 97.5 % of hundreds of whole
 * experiments, each judged as a user would judge it. A refusal counts as a miss. Seeds are fixed, so
 * the verdict is too; WANGGE_RUNS asks for more experiments and prints the shares.
 */
import { expect } from "vitest"
import type * as AnalysisProblem from "../src/AnalysisProblem.ts"
import * as Estimate from "../src/Estimate.ts"

const RUNS = Math.max(400, Number(process.env["WANGGE_RUNS"] ?? 400))
const LEAST = 0.92
const MOST = 0.975

/** Whether an estimate covers the exact value. */
export const covers = (estimate: Estimate.Estimate, exact: number): boolean => {
  const range = Estimate.range(estimate)
  return range !== null && within(range, exact)
}

/** Whether there is an answer, and it covers. */
export const coversIf = <Value>(
  outcome: AnalysisProblem.Outcome<Value>,
  covered: (value: Value) => boolean
): boolean => outcome.ok && covered(outcome.value)

/** Whether an interval has the exact value. */
export const within = (interval: { readonly low: number; readonly high: number }, exact: number) =>
  interval.low <= exact && exact <= interval.high

/** Fails unless the share of experiments, numbered from 0, whose interval covers is as it should. */
export const expectCoverage = (name: string, isCovered: (run: number) => boolean): void => {
  let covered = 0
  for (let run = 0; run < RUNS; run++) if (isCovered(run)) covered++
  const share = covered / RUNS
  if (process.env["WANGGE_RUNS"] !== undefined) {
    console.log(JSON.stringify({ coverage: name, share, runs: RUNS, nominal: 0.95 }))
  }
  expect(share).toBeGreaterThanOrEqual(LEAST)
  expect(share).toBeLessThanOrEqual(MOST)
}
