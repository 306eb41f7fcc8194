/** A finished replication made by hand: every outcome 1 unless said otherwise. */
import { Outcome, type Replication, Simulation } from "@wangge/simulator"
import { aScenario } from "./aScenario.ts"

const noUse: Replication.UseOfTime = {
  workerCount: 0,
  availableHours: 0,
  caseHours: 0,
  dutyHours: 0,
  overtimeHours: 0,
  gini: Number.NaN
}

/** Any run: its outcomes are all replaced. */
const town = Simulation.run({ scenario: aScenario(), seed: 0, replication: 0 })
const ones = Object.fromEntries(Outcome.ids.map((id) => [id, 1]))

/** The replication with some outcomes given. */
export const aReplication = (
  given: Partial<Replication.Replication["outcomes"]> = {},
  hash = "0000000000000000"
): Replication.Replication => ({
  replication: 0,
  hash,
  eventCount: 0,
  outcomes: { ...town.outcomes, ...ones, ...given },
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
  hoursToCloseByLevel: [],
  useByHourOfWeek: [],
  useByWorkerKind: {
    gridWorker: noUse,
    communityStaff: noUse,
    subdistrictStaff: noUse,
    departmentStaff: noUse,
    onCall: noUse
  },
  communities: [],
  categories: [],
  raisedBySource: [],
  waitingForNobody: 0
})
