import { Runner, type Scenario, ScenarioSchema, Simulation, Study } from "@wangge/simulator"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as town from "../src/internal/town.ts"
import { aScenario } from "./aScenario.ts"

const listed: Scenario.ListedTerritory = {
  subdistricts: [
    { id: "west", staff: 1 },
    { id: "east", staff: 3 }
  ],
  communities: [
    { id: "w1", subdistrict: "west", staff: 1 },
    { id: "e1", subdistrict: "east", staff: 2 },
    { id: "w2", subdistrict: "west", staff: 5 }
  ],
  grids: [
    { id: "e1-a", community: "e1", households: 700, buildings: 9, gridWorkers: 3 },
    { id: "w1-a", community: "w1", households: 120, buildings: 2, gridWorkers: 1 },
    { id: "w2-a", community: "w2", households: 30, buildings: 1, gridWorkers: 0 },
    { id: "e1-b", community: "e1", households: 400, buildings: 5, gridWorkers: 2 }
  ]
}

const base = aScenario()

/** The listed town, with the totals that its lists add up to. */
const aListedTown = (changes: Partial<Scenario.Staff> = {}): Scenario.Scenario => ({
  ...base,
  locality: "own",
  staff: {
    ...base.staff,
    gridWorkers: 6,
    communityStaff: 8,
    subdistrictStaff: 4,
    ...changes
  },
  territory: {
    subdistricts: 2,
    communities: 3,
    grids: 4,
    buildings: 17,
    units: 17,
    households: 1250,
    personsPerHousehold: 2.5,
    listed
  }
})

const problemsOf = (scenario: unknown): ReadonlyArray<ScenarioSchema.Problem> => {
  const parsed = ScenarioSchema.parse(scenario)
  return parsed.ok ? [] : parsed.problems
}

describe("a listed town", () => {
  test("is a scenario, and reads back as it was written", () => {
    const parsed = ScenarioSchema.parse(JSON.parse(JSON.stringify(aListedTown())))
    expect(parsed).toEqual({ ok: true, scenario: aListedTown() })
  })

  test("has each place's own households, buildings and staff", () => {
    const compiled = town.compile(aListedTown())
    const gridIds = compiled.tree.ids.slice(6, 10)
    expect(gridIds).toEqual(["w1-a", "w2-a", "e1-a", "e1-b"])
    expect(Array.from(compiled.householdsOfGrid)).toEqual([120, 30, 700, 400])
    expect(Array.from(compiled.workersOfGrid)).toEqual([1, 0, 3, 2])
    expect(Array.from(compiled.firstBuilding)).toEqual([0, 2, 3, 12, 17])
    expect(Array.from(compiled.staffOfCommunity)).toEqual([1, 5, 2])
    expect(Array.from(compiled.staffOfSubdistrict)).toEqual([1, 3])
    expect(compiled.residents).toBe(3125)
  })

  test("shares a changed total out in the listed proportions", () => {
    const doubled = town.compile(aListedTown({ gridWorkers: 12 }))
    expect(Array.from(doubled.workersOfGrid)).toEqual([2, 0, 6, 4])
  })

  test("shares staff out evenly where no place has any", () => {
    const scenario = aListedTown()
    const empty = {
      ...scenario,
      territory: {
        ...scenario.territory,
        listed: { ...listed, grids: listed.grids.map((grid) => ({ ...grid, gridWorkers: 0 })) }
      }
    }
    expect(Array.from(town.compile(empty).workersOfGrid)).toEqual([1, 2, 1, 2])
  })

  test("simulates, with most cases where most residents live", async () => {
    const study = await Study.run({
      scenario: { ...aListedTown(), calendar: { ...base.calendar, days: 60 } },
      seed: 3,
      replications: 2,
      runner: Runner.thisThread,
      probe: false
    })
    const raised = study.outcomes.find((one) => one.id === "casesRaised")?.mean ?? 0
    expect(raised).toBeGreaterThan(20)
  })

  test("keeps opened = closed + open, and the sum over grids equal to the total", () => {
    const run = Simulation.run({ scenario: aListedTown(), seed: 5, replication: 0 })
    const { raised, writtenOff, rejected, merged, withdrawn, open, byGrid } = run.conservation
    expect(raised).toBe(writtenOff + rejected + merged + withdrawn + open)
    expect(byGrid.reduce((sum, count) => sum + count, 0)).toBe(2 * raised)
    expect(run.communities.map((row) => row.id)).toEqual(["w1", "w2", "e1"])
  })
})

describe("a listed town that does not fit", () => {
  const changed = (change: (list: Scenario.ListedTerritory) => unknown): unknown => {
    const scenario = aListedTown()
    return { ...scenario, territory: { ...scenario.territory, listed: change(listed) } }
  }

  test("is refused for a repeated id", () => {
    const twice = changed((list) => ({
      ...list,
      grids: list.grids.map((grid) => ({ ...grid, id: grid.id === "e1-b" ? "w1" : grid.id }))
    }))
    expect(problemsOf(twice)).toEqual([
      {
        path: "territory.listed.grids.3.id",
        value: "w1",
        expected: "an id that no other place has"
      }
    ])
  })

  test("is refused for a community that nobody listed, and for one without grids", () => {
    const astray = changed((list) => ({
      ...list,
      grids: list.grids.map((grid) => (grid.id === "w2-a" ? { ...grid, community: "w9" } : grid))
    }))
    expect(problemsOf(astray)).toEqual([
      {
        path: "territory.listed.grids.2.community",
        value: "w9",
        expected: "the id of a listed community"
      },
      {
        path: "territory.listed.grids",
        value: "w2",
        expected: "at least one row with this community"
      }
    ])
  })

  test("is refused where a total differs from its list, by any amount", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("subdistricts", "communities", "grids", "buildings", "households"),
        fc.integer({ min: 1, max: 1000 }),
        (key, more) => {
          const scenario = aListedTown()
          const wrong = {
            ...scenario,
            territory: { ...scenario.territory, [key]: scenario.territory[key] + more }
          }
          expect(problemsOf(wrong).map(({ path }) => path)).toContain(`territory.${key}`)
        }
      ),
      { numRuns: 100 }
    )
  })

  test("is refused for an id that no path can name", () => {
    const odd = changed((list) => ({
      ...list,
      subdistricts: list.subdistricts.map((row, index) =>
        index === 0 ? { ...row, id: "a/b" } : row
      )
    }))
    expect(problemsOf(odd)).toEqual([
      {
        path: "territory.listed.subdistricts.0.id",
        value: "a/b",
        expected: "1 to 60 ASCII characters without space and /"
      }
    ])
  })
})
