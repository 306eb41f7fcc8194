import { Preset, type Scenario, ScenarioSchema } from "@wangge/simulator"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { arbitraryScenario, aScenario } from "./aScenario.ts"
import { changed, removed } from "./changed.ts"

const problemsOf = (input: unknown): ReadonlyArray<ScenarioSchema.Problem> => {
  const parsed = ScenarioSchema.parse(input)
  return parsed.ok ? [] : parsed.problems
}

/** The problems of the small town with one value changed. */
const withValue = (path: string, value: unknown): ReadonlyArray<ScenarioSchema.Problem> =>
  problemsOf(changed(aScenario(), path, value))

describe("the format", () => {
  test("a scenario that was written to a file is read back as it was", () => {
    const scenario = aScenario()
    expect(ScenarioSchema.parse(JSON.parse(JSON.stringify(scenario)))).toEqual({
      ok: true,
      scenario
    })
  })

  test("any generated scenario survives writing and reading", () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const parsed = ScenarioSchema.parse(JSON.parse(JSON.stringify(scenario)))
        expect(parsed).toEqual({ ok: true, scenario })
      }),
      { numRuns: 100, seed: 7 }
    )
  })

  test("a $schema field is left out", () => {
    const scenario = aScenario()
    expect(ScenarioSchema.parse({ $schema: "x", ...scenario })).toEqual({ ok: true, scenario })
  })

  test.each([
    ["no object", [], "", "a JSON object: a scenario"],
    ["null", null, "", "a JSON object: a scenario"],
    ["another format", { format: "geojson" }, "format", '"wangge-scenario"'],
    [
      "another version",
      { format: "wangge-scenario", version: 2 },
      "version",
      "1 (the version that this program reads)"
    ]
  ])("%s is said to be that, and nothing else is missed", (_, input, path, expected) => {
    const problems = problemsOf(input)
    expect(problems.map((one) => [one.path, one.expected])).toEqual([[path, expected]])
  })

  test("a field that does not exist is refused", () => {
    expect(withValue("staff.gridworkers", 3)).toEqual([
      { path: "staff.gridworkers", value: 3, expected: "no field of this name" }
    ])
  })

  test("a field that is missing is named", () => {
    expect(problemsOf(removed(aScenario(), "staff.gridWorkers"))).toEqual([
      {
        path: "staff.gridWorkers",
        value: undefined,
        expected: "a value: the field is missing"
      }
    ])
  })
})

describe("one number at a time", () => {
  test.each([
    ["demand.perThousandMonth.tickets", -0.1, "a value greater than or equal to 0"],
    ["demand.perThousandMonth.tickets", Number.NaN, "a finite number"],
    ["demand.multiplier", Number.POSITIVE_INFINITY, "a finite number"],
    ["demand.multiplier", "two", "number"],
    ["staff.gridWorkers", -1, "a value between 0 and 1000000"],
    ["staff.gridWorkers", 2.5, "an integer"],
    ["calendar.days", 0, "a value between 1 and 3650"],
    ["calendar.warmUpDays", -1, "a value between 0 and 365"],
    ["resolution.repeatPerWeek", 1, "a value between 0 and 0.999"],
    ["resolution.trueShare", 1.01, "a value between 0 and 1"],
    ["calendar.shifts", [], "at least one shift"],
    ["calendar.shifts.0.from", "8:00", "a time such as 08:30"],
    ["calendar.startDate", "2025-3-3", "a date that exists, YYYY-MM-DD"],
    ["calendar.startDate", "2025-02-29", "a date that exists, YYYY-MM-DD"],
    ["calendar.startDate", "1969-12-31", "a date from 1970-01-01 to 2200-01-01"],
    ["calendar.zone", "Asia/Atlantis", "an IANA zone such as Asia/Shanghai"],
    ["calendar.holidays", "moon", '"china" | "none"'],
    ["profile", "sixStep", '"base" | "fiveStep" | "closedLoop"'],
    ["demand.hourShape", [1, 2, 3], "24 numbers"],
    ["demand.weekdayShape", [0, 0, 0, 0, 0, 0, 0], "at least one number above 0"],
    ["timing.leadSigma", 5.01, "at most 5"],
    ["territory.grids", 0, "a value between 1 and 100000"],
    ["duties.graceDays", 0, "a value between 1 and 3650"]
  ])("%s = %j", (path, value, expected) => {
    const problems = withValue(path, value)
    const found = problems.find((one) => one.path === path && one.expected === expected)
    expect(found, JSON.stringify(problems)).toBeDefined()
    expect(found?.value).toEqual(value)
  })

  test.each([
    ["demand.perThousandMonth.tickets", 0],
    ["demand.multiplier", 0],
    ["calendar.days", 1],
    ["calendar.warmUpDays", 0],
    ["resolution.repeatPerWeek", 0.999],
    ["resolution.trueShare", 1],
    ["timing.leadSigma", 5],
    ["calendar.startDate", "1970-01-01"],
    ["calendar.shifts.1.until", "24:00"],
    ["staff.gridWorkers", 0],
    ["staff.communityStaff", 0],
    ["staff.subdistrictStaff", 0],
    ["staff.departmentStaff", 0],
    ["staff.onCallPerCommunity", 0],
    ["territory.households", 0]
  ])("%s = %j is allowed", (path, value) => {
    expect(withValue(path, value)).toEqual([])
  })
})

describe("numbers that must fit together", () => {
  test("the shares of the categories sum to 1", () => {
    expect(withValue("demand.categories.Noise.share", 0.19)).toEqual([
      { path: "demand.categories.*.share", value: 1.1, expected: "shares that sum to 1" }
    ])
  })

  test("the shares of the levels sum to 1", () => {
    expect(withValue("demand.categories.Noise.levelShares.Grid", 0.2)).toEqual([
      { path: "demand.categories.Noise.levelShares", value: 0.9, expected: "shares that sum to 1" }
    ])
  })

  test("the shares of urgency sum to 1", () => {
    expect(withValue("demand.urgencyMix.Ordinary", 0.5)).toEqual([
      { path: "demand.urgencyMix", value: 0.77, expected: "shares that sum to 1" }
    ])
  })

  test.each([
    ["communities", "subdistricts", 1],
    ["grids", "communities", 1],
    ["buildings", "grids", 2]
  ])("there are no fewer %s than %s", (level, above, count) => {
    const start = changed(aScenario(), `territory.${above}`, count)
    const equal = changed(start, `territory.${level}`, count)
    expect(problemsOf(equal).filter((one) => one.path === `territory.${level}`)).toEqual([])
    const more = changed(changed(start, `territory.${above}`, 9), `territory.${level}`, 8)
    expect(problemsOf(more)).toContainEqual({
      path: `territory.${level}`,
      value: 8,
      expected: `at least 9, the number of ${above}`
    })
  })

  test("a shift ends after its start, and the next does not begin before that", () => {
    expect(withValue("calendar.shifts.0.until", "08:00")).toEqual([
      {
        path: "calendar.shifts.0.until",
        value: "08:00",
        expected: "later than the shift's start, 08:00"
      }
    ])
    expect(withValue("calendar.shifts.1.from", "11:59")).toEqual([
      {
        path: "calendar.shifts.1.from",
        value: "11:59",
        expected: "not before the end of the shift before it, 12:00"
      }
    ])
    expect(withValue("calendar.shifts.1.from", "12:00")).toEqual([])
  })

  test("a limit on the working clock is at most 2,000 working days of 8 hours", () => {
    const working = changed(aScenario(), "policy.deadlineClock", "working")
    const atMost = changed(working, "deadlines.Petition", {
      contactHours: 1,
      resolveHours: 16_000,
      extensionHours: 0
    })
    expect(problemsOf(atMost)).toEqual([])
    const above = changed(atMost, "deadlines.Petition.extensionHours", 0.01)
    expect(problemsOf(above)).toEqual([
      {
        path: "deadlines",
        value: "2001 working days",
        expected: "limits of at most 2000 working days on the working clock"
      }
    ])
    expect(problemsOf(changed(above, "policy.deadlineClock", "calendar"))).toEqual([])
  })

  test("a shock lies within the town and the period", () => {
    const shock = { kind: "absence", share: 1, fromDay: 20, days: 9, firstGrid: 1, grids: 1 }
    const problems = (part: object): ReadonlyArray<ScenarioSchema.Problem> =>
      withValue("shocks", [{ ...shock, ...part }])
    expect(problems({})).toEqual([])
    expect(problems({ grids: 2 })).toEqual([
      { path: "shocks.0.grids", value: 2, expected: "at most 1: the town has 2 grids" }
    ])
    expect(problems({ fromDay: 21 })).toEqual([
      { path: "shocks.0.fromDay", value: 21, expected: "below 21, the number of measured days" }
    ])
    expect(problems({ share: 1.5 }).length).toBeGreaterThan(0)
    expect(problems({ kind: "flood" }).length).toBeGreaterThan(0)
  })

  test("every problem is told at once", () => {
    const scenario = changed(changed(aScenario(), "calendar.days", 0), "staff.leaveShare", 2)
    expect(problemsOf(scenario).map((one) => one.path)).toEqual([
      "calendar.days",
      "staff.leaveShare"
    ])
  })
})

test("a known preset is a scenario without problems", () => {
  const presets = ["helong", "longxian"].map((id): Scenario.Scenario | undefined => Preset.find(id))
  expect(presets.map(problemsOf)).toEqual([[], []])
})
