/**
 * A town whose outcome is known in closed form: on-time share = quiet level - harm of the shocks +
 * noise of the seed and replication. The noise is the same for every shock, as in the simulator.
 */
import {
  Outcome,
  Preset,
  type Replication,
  type Runner,
  type Scenario,
  type Shock
} from "@wangge/simulator"

export interface Toy {
  /** On-time share without a shock. */
  readonly quiet: number
  /** What a shock takes off. */
  readonly harm: (shock: Shock.Shock) => number
  /** Largest deviation of one replication. */
  readonly spread: number
}

/** A scenario of the simulator with a horizon and a number of grids of one's own. */
export const aScenario = (size: { days: number; grids: number }): Scenario.Scenario => {
  const helong = Preset.find("helong")
  if (helong === undefined) throw new Error("Helong is a preset")
  return {
    ...helong,
    calendar: { ...helong.calendar, days: size.days },
    territory: { ...helong.territory, grids: size.grids }
  }
}

/** Runs the toy instead of the simulator; counts the runs. */
export const toyRunner = (toy: Toy): Runner.Runner & { readonly runs: () => number } => {
  let runs = 0
  return {
    runs: () => runs,
    run: async (tasks, options) =>
      tasks.map((task) => {
        options?.signal?.throwIfAborted()
        runs += 1
        const harm = task.scenario.shocks.reduce((sum, shock) => sum + toy.harm(shock), 0)
        const value = toy.quiet - harm + toy.spread * noise(task.seed, task.replication)
        options?.onDone?.()
        return aReplication(task.replication, value)
      })
  }
}

/** The mean of six uniform numbers from -1 to 1, keyed by seed and replication. */
const noise = (seed: number, replication: number): number => {
  let sum = 0
  for (let draw = 0; draw < 6; draw += 1) sum += 2 * uniform([seed, replication, draw]) - 1
  return sum / 6
}

const uniform = (key: ReadonlyArray<number>): number => {
  let hash = 0x811c9dc5
  for (const part of key) {
    hash = Math.imul(hash ^ (part >>> 0), 0x01000193)
    hash = Math.imul(hash ^ Math.floor(part / 2 ** 32), 0x85ebca6b)
    hash ^= hash >>> 13
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35)
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32
}

/** A replication that knows nothing but its on-time share. */
export const aReplication = (replication: number, onTimeShare: number): Replication.Replication => {
  const none = { workerCount: 0, availableHours: 0, caseHours: 0, dutyHours: 0 }
  const use = { ...none, overtimeHours: 0, gini: Number.NaN }
  return {
    replication,
    hash: `${replication}:${onTimeShare}`,
    eventCount: 0,
    outcomes: { ...noOutcomes, onTimeShare },
    conservation: {
      raised: 0,
      writtenOff: 0,
      rejected: 0,
      merged: 0,
      withdrawn: 0,
      open: 0,
      byGrid: []
    },
    raisedByWeek: [],
    closedByWeek: [],
    openByWeek: [],
    hoursToCloseByLevel: [[], [], [], []],
    useByHourOfWeek: [],
    useByWorkerKind: {
      gridWorker: use,
      communityStaff: use,
      subdistrictStaff: use,
      departmentStaff: use,
      onCall: use
    },
    communities: [],
    categories: [],
    raisedBySource: [],
    waitingForNobody: 0
  }
}

const isOutcomes = (record: object): record is Record<Outcome.Id, number> =>
  Outcome.ids.every((id) => id in record)

const noOutcomes = ((): Record<Outcome.Id, number> => {
  const record = Object.fromEntries(Outcome.ids.map((id) => [id, Number.NaN]))
  if (!isOutcomes(record)) throw new Error("Every outcome has a value")
  return record
})()
