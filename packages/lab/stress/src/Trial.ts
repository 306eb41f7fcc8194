/**
 * One candidate shock, run and judged: replications are added look by look until the promise is
 * decided or the plan ends. Every candidate uses the same master seed and replication numbers, so
 * that all meet the same town on the same days and differ by the shock alone.
 */
import {
  type Outcome,
  type Replication,
  type Runner,
  type Scenario,
  type Shock,
  Study
} from "@wangge/simulator"
import * as Judgement from "./Judgement.ts"
import * as Objective from "./Objective.ts"

/**
 * A judged shock; `shock` is null for the town without an added one.
 *
 * `runHash` is over the replications that the judgement rests on.
 *
 * @category trials
 * @since 0.1.0
 */
export interface Trial {
  readonly shock: Shock.Shock | null
  readonly judgement: Judgement.Judgement
  readonly runHash: string
}

/**
 * What a trial needs to know.
 *
 * `looks` and `lookConfidence` say how many replications are read when, and how sure each
 * interval is. A brief trial also ends, undecided, at a look whose mean keeps the promise: what
 * follows would hardly show it violated. `onReplication` is called after each finished
 * replication.
 *
 * @category trials
 * @since 0.1.0
 */
export interface Options {
  readonly scenario: Scenario.Scenario
  readonly shock: Shock.Shock | null
  readonly objective: Objective.Objective
  readonly seed: number
  readonly looks: ReadonlyArray<number>
  readonly lookConfidence: number
  readonly isBrief: boolean
  readonly runner: Runner.Runner
  /** Is called after each finished replication. */
  readonly onReplication?: () => void
  readonly signal?: AbortSignal
}

/**
 * Runs and judges one candidate.
 *
 * Replications are numbered from 0. Rejects with whatever the runner rejects with, an abort among
 * it. Cost: the replications of one look at least, of the last look at most.
 *
 * @category trials
 * @since 0.1.0
 */
export const run = async (options: Options): Promise<Trial> => {
  const { shock, objective, looks, lookConfidence: confidence } = options
  const scenario = withShock(options.scenario, shock)
  const runs: Array<Replication.Replication> = []
  let judgement = Judgement.of([], objective, { confidence, isLast: looks.length === 0 })
  for (const [index, count] of looks.entries()) {
    const numbers = Array.from({ length: count - runs.length }, (_, at) => runs.length + at)
    const tasks = numbers.map((replication) => ({ scenario, seed: options.seed, replication }))
    runs.push(...(await options.runner.run(tasks, runOptions(options))))
    const isLast = index === looks.length - 1
    judgement = Judgement.of(valuesOf(runs, objective.outcome), objective, { confidence, isLast })
    if (judgement.state !== "undecided" || (options.isBrief && isHopeless(judgement, objective))) {
      break
    }
  }
  return { shock, judgement, runHash: Study.runHash(runs) }
}

/** Whether more replications are unlikely to show the promise violated. */
const isHopeless = (judgement: Judgement.Judgement, objective: Objective.Objective): boolean =>
  judgement.mean === null || Objective.isKept(objective, judgement.mean)

/**
 * The scenario with one more shock.
 *
 * @category trials
 * @since 0.1.0
 */
export const withShock = (
  scenario: Scenario.Scenario,
  shock: Shock.Shock | null
): Scenario.Scenario =>
  shock === null ? scenario : { ...scenario, shocks: [...scenario.shocks, shock] }

const valuesOf = (
  runs: ReadonlyArray<Replication.Replication>,
  outcome: Outcome.Id
): ReadonlyArray<number> => runs.map((run) => run.outcomes[outcome])

/** Absent stays absent: an undefined property is not the same as none. */
const runOptions = (options: Options) => ({
  ...(options.onReplication === undefined ? {} : { onDone: options.onReplication }),
  ...(options.signal === undefined ? {} : { signal: options.signal })
})
