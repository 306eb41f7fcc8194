/** The parts of a run that tests of single modules need, built from a scenario. */
import { Kernel, RandomStreams } from "@wangge/des"
import type { Scenario } from "@wangge/simulator"
import { Arrivals } from "../src/internal/arrivals.ts"
import * as dayTable from "../src/internal/dayTable.ts"
import { Desks } from "../src/internal/desks.ts"
import { rosterOf } from "../src/internal/roster.ts"
import { Timesheet } from "../src/internal/timesheet.ts"
import * as townOf from "../src/internal/town.ts"

/** Clock, days, town, streams, desks and books of a scenario; nothing has happened yet. */
export const aTown = (scenario: Scenario.Scenario, seed = 1) => {
  const kernel = Kernel.make()
  const days = dayTable.compile(scenario)
  const town = townOf.compile(scenario)
  const streams = RandomStreams.make({ seed, replication: 0 })
  const roster = rosterOf(scenario, town)
  const timesheet = new Timesheet(days, roster)
  const desks = new Desks({
    kernel,
    town,
    days,
    timesheet,
    policy: scenario.policy,
    departmentStaff: scenario.staff.departmentStaff,
    onCallPerCommunity: scenario.staff.onCallPerCommunity
  })
  const arrivals = new Arrivals({ scenario, town, days, streams })
  return { kernel, days, town, streams, roster, timesheet, desks, arrivals }
}
