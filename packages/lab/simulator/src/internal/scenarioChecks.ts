/**
 * What the numbers of a scenario must be together: shares that sum, counts that fit, dates and
 * zones that exist, shocks within the town.
 */
import { Zone } from "@wangge/calendar"
import { Category, HandlingLevel } from "@wangge/cases"
import { Seconds } from "@wangge/facts"
import type { Scenario } from "../Scenario.ts"
import type { Problem } from "../ScenarioSchema.ts"
import { ofDay, workdaysOfLongestLimit } from "./dayTable.ts"
import * as listedTown from "./listedTown.ts"

/** How far a sum of shares may be from 1. */
const tolerance = 1e-9

/** Every problem of a scenario whose structure is right. */
export const semanticProblems = (scenario: Scenario): ReadonlyArray<Problem> => [
  ...calendarProblems(scenario),
  ...territoryProblems(scenario),
  ...listedTown.problemsOf(scenario.territory),
  ...demandProblems(scenario),
  ...limitProblems(scenario),
  ...sizeProblems(scenario),
  ...shockProblems(scenario)
]

/** Most things that may happen on one day: far above any town, far below what exhausts memory. */
const perDayMax = 1_000_000

/** A slip of the pen that would keep the machine busy for ever is refused before it does. */
const sizeProblems = ({ territory, demand, defects, duties }: Scenario): ReadonlyArray<Problem> => {
  const residents = territory.households * territory.personsPerHousehold
  const rates = Object.values(demand.perThousandMonth).reduce((sum, rate) => sum + rate, 0)
  const perMonth = (residents / 1000) * (rates + defects.perThousandMonth) * demand.multiplier
  const arrivals = Math.round((perMonth * 12) / 365)
  const visits = Math.round((territory.households * duties.visitsPerHouseholdYear) / 365)
  const passes = Math.round(territory.buildings * duties.patrolPassesPerDay)
  const rows = [
    ["demand.multiplier", arrivals, "arrivals"],
    ["duties.visitsPerHouseholdYear", visits, "visits"],
    ["duties.patrolPassesPerDay", passes, "patrol passes"]
  ] as const
  return rows
    .filter(([, count]) => count > perDayMax)
    .map(([path, count, what]) =>
      problem(
        path,
        `${count} ${what} a day`,
        `at most ${perDayMax} ${what} a day in the whole town`
      )
    )
}

/** Longest limit on the working clock, in working days: about eight years. */
const limitWorkdaysMax = 2000

const limitProblems = (scenario: Scenario): ReadonlyArray<Problem> => {
  const workdays = workdaysOfLongestLimit(scenario)
  return workdays <= limitWorkdaysMax
    ? []
    : [
        problem(
          "deadlines",
          `${workdays} working days`,
          `limits of at most ${limitWorkdaysMax} working days on the working clock`
        )
      ]
}

const problem = (path: string, value: unknown, expected: string): Problem => ({
  path,
  value,
  expected
})

const calendarProblems = ({ calendar }: Scenario): ReadonlyArray<Problem> => {
  const found: Array<Problem> = []
  if (!Zone.isKnown(calendar.zone)) {
    found.push(problem("calendar.zone", calendar.zone, "an IANA zone such as Asia/Shanghai"))
  }
  const startDay = Seconds.parseIsoDate(calendar.startDate)
  if (Number.isNaN(startDay)) {
    const expected = "a date that exists, YYYY-MM-DD"
    found.push(problem("calendar.startDate", calendar.startDate, expected))
  } else if (startDay < Seconds.dayNumber(1970, 1, 1) || startDay > Seconds.dayNumber(2200, 1, 1)) {
    const expected = "a date from 1970-01-01 to 2200-01-01"
    found.push(problem("calendar.startDate", calendar.startDate, expected))
  }
  calendar.shifts.forEach((shift, index) => {
    const before = calendar.shifts[index - 1]
    if (ofDay(shift.until) <= ofDay(shift.from)) {
      const expected = `later than the shift's start, ${shift.from}`
      found.push(problem(`calendar.shifts.${index}.until`, shift.until, expected))
    }
    if (before !== undefined && ofDay(shift.from) < ofDay(before.until)) {
      const expected = `not before the end of the shift before it, ${before.until}`
      found.push(problem(`calendar.shifts.${index}.from`, shift.from, expected))
    }
  })
  return found
}

const territoryProblems = ({ territory }: Scenario): ReadonlyArray<Problem> => {
  const chain = ["subdistricts", "communities", "grids", "buildings"] as const
  return chain.slice(1).flatMap((level, index) => {
    const above = chain[index]!
    return territory[level] >= territory[above]
      ? []
      : [
          problem(
            `territory.${level}`,
            territory[level],
            `at least ${territory[above]}, the number of ${above}`
          )
        ]
  })
}

const sumsToOne = (path: string, shares: ReadonlyArray<number>): ReadonlyArray<Problem> => {
  const sum = shares.reduce((total, value) => total + value, 0)
  return Math.abs(sum - 1) <= tolerance
    ? []
    : [problem(path, Math.round(sum * 1e9) / 1e9, "shares that sum to 1")]
}

const shapeProblems = (path: string, shape: ReadonlyArray<number>): ReadonlyArray<Problem> =>
  shape.some((value) => value > 0) ? [] : [problem(path, shape, "at least one number above 0")]

const demandProblems = ({ demand, timing }: Scenario): ReadonlyArray<Problem> => [
  ...sumsToOne(
    "demand.categories.*.share",
    Category.list.map((category) => demand.categories[category]!.share)
  ),
  ...Category.list.flatMap((category) => {
    const row = demand.categories[category]!
    const path = `demand.categories.${category}`
    return [
      ...sumsToOne(
        `${path}.levelShares`,
        HandlingLevel.list.map((level) => row.levelShares[level])
      ),
      ...shapeProblems(`${path}.monthShape`, row.monthShape)
    ]
  }),
  ...sumsToOne("demand.urgencyMix", Object.values(demand.urgencyMix)),
  ...shapeProblems("demand.hourShape", demand.hourShape),
  ...shapeProblems("demand.weekdayShape", demand.weekdayShape),
  ...sigmaProblems(timing)
]

/** A sigma above this makes single draws longer than any run. */
const sigmaMax = 5

const sigmaProblems = (timing: Scenario["timing"]): ReadonlyArray<Problem> =>
  (["workSigma", "partSigma", "leadSigma"] as const).flatMap((name) =>
    timing[name] <= sigmaMax ? [] : [problem(`timing.${name}`, timing[name], `at most ${sigmaMax}`)]
  )

const shockProblems = ({ shocks, territory, calendar }: Scenario): ReadonlyArray<Problem> =>
  shocks.flatMap((shock, index) => {
    const found: Array<Problem> = []
    if (shock.firstGrid + shock.grids > territory.grids) {
      const expected = `at most ${territory.grids - shock.firstGrid}: the town has ${territory.grids} grids`
      found.push(problem(`shocks.${index}.grids`, shock.grids, expected))
    }
    if (shock.fromDay >= calendar.days) {
      const expected = `below ${calendar.days}, the number of measured days`
      found.push(problem(`shocks.${index}.fromDay`, shock.fromDay, expected))
    }
    return found
  })
