/**
 * What a reader must know about a run before trusting its numbers.
 */
import type { Row } from "../Assumption.ts"
import type { Replication } from "../Replication.ts"
import type { Scenario } from "../Scenario.ts"
import * as Shock from "../Shock.ts"
import type { Note } from "../Study.ts"
import * as dayTable from "./dayTable.ts"
import * as localityAssumptions from "./localityAssumptions.ts"

/** The notes on some runs of a scenario with these assumptions. */
export const of = (
  scenario: Scenario,
  runs: ReadonlyArray<Replication>,
  assumptions: ReadonlyArray<Row>
): ReadonlyArray<Note> => [
  ...fittedNumbers(scenario, assumptions),
  ...emptyDesks(scenario),
  ...waiting(runs),
  ...holidays(scenario),
  ...scenario.shocks.map((shock) => ({
    code: "ShockInScenario",
    en: `The scenario holds a shock: ${Shock.toText(shock, "en")}.`,
    zh: `本情景含冲击：${Shock.toText(shock, "zh")}。`
  }))
]

/** Fitted numbers that the scenario has not changed. */
const fittedNumbers = (
  { locality }: Scenario,
  assumptions: ReadonlyArray<Row>
): ReadonlyArray<Note> => {
  const unchanged = new Set(
    assumptions.filter((row) => row.changedFrom === null).map((row) => row.path)
  )
  const fitted = Object.hasOwn(localityAssumptions.fitted, locality)
    ? localityAssumptions.fitted[locality]!
    : []
  return fitted
    .filter(({ path }) => unchanged.has(path))
    .map(({ words }) => ({ code: "FittedNumber", en: words.en, zh: words.zh }))
}

const emptyDesks = ({ staff, territory }: Scenario): ReadonlyArray<Note> => {
  const desks = [
    { count: staff.gridWorkers, places: territory.grids, en: "grids", zh: "网格" },
    { count: staff.communityStaff, places: territory.communities, en: "communities", zh: "社区" },
    {
      count: staff.subdistrictStaff,
      places: territory.subdistricts,
      en: "sub-districts",
      zh: "街道（镇）"
    },
    { count: staff.departmentStaff, places: 1, en: "departments", zh: "部门" }
  ]
  return desks
    .filter(({ count, places }) => count < places)
    .map(({ count, places, en, zh }) => ({
      code: "DeskWithoutWorkers",
      en: `${count} workers for ${places} ${en}: where there is nobody, cases wait and duties are missed.`,
      zh: `${places}个${zh}仅有${count}名人员：无人处案件只能等待，任务落空。`
    }))
}

const waiting = (runs: ReadonlyArray<Replication>): ReadonlyArray<Note> => {
  const mean = runs.reduce((sum, run) => sum + run.waitingForNobody, 0) / Math.max(1, runs.length)
  if (mean === 0) return []
  const shown = Math.round(mean * 10) / 10
  return [
    {
      code: "WaitingForNobody",
      en: `On average ${shown} items wait at the end at desks that have no worker at all.`,
      zh: `期末平均有${shown}项工作滞留在无人的岗位。`
    }
  ]
}

const holidays = (scenario: Scenario): ReadonlyArray<Note> => {
  const years = dayTable.unknownHolidayYears(scenario.calendar)
  if (years.length === 0) return []
  const list = years.join(", ")
  return [
    {
      code: "HolidaysUnknown",
      en: `The public holidays of ${list} are not known: their weekdays count as working days.`,
      zh: `${list}年的节假日安排未知：工作日按平日计算。`
    }
  ]
}
