/**
 * Makers and openers for tests of output analysis.
 */
import type * as AnalysisProblem from "../src/AnalysisProblem.ts"
import * as RandomStreams from "../src/RandomStreams.ts"

/** The answer; fails the test with the problem where there is none. */
export const answerOf = <Value>(outcome: AnalysisProblem.Outcome<Value>): Value => {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.problem)}`)
  return outcome.value
}

/** The code of the problem; fails the test where there is an answer. */
export const codeOf = (outcome: AnalysisProblem.Outcome<unknown>): AnalysisProblem.Code => {
  if (outcome.ok) throw new Error(`answered: ${JSON.stringify(outcome.value)}`)
  return outcome.problem.code
}

/** Standard normal numbers, always the same for a seed. */
export const normals = (seed: number, count: number): ReadonlyArray<number> => {
  const draw = RandomStreams.make({ seed, replication: 0 }).stream("normals").sequential()
  return Array.from({ length: count }, () => draw.normal())
}

/** An autoregressive series x' = slope * x + noise that starts at `start`. */
export const autoregressive = (options: {
  readonly seed: number
  readonly count: number
  readonly slope: number
  readonly start?: number
}): Float64Array => {
  const { seed, count, slope, start = 0 } = options
  const draw = RandomStreams.make({ seed, replication: 0 }).stream("series").sequential()
  const values = new Float64Array(count)
  let level = start
  for (let index = 0; index < count; index++) {
    level = slope * level + draw.normal()
    values[index] = level
  }
  return values
}
