import { Provenance } from "@wangge/facts"
import { Locality } from "@wangge/localities"
import { Assumption, Preset, type Scenario } from "@wangge/simulator"
import { describe, expect, test } from "vitest"
import * as townOf from "../src/internal/town.ts"

const preset = (id: string): Scenario.Scenario => {
  const found = Preset.find(id)
  if (found === undefined) throw new Error(`no preset ${id}`)
  return found
}

const sum = (values: Int32Array | Float64Array): number => {
  let total = 0
  for (const value of values) total += value
  return total
}

describe.each([
  { id: "helong", grids: 69, households: 33_936, workers: 269, communities: 10, kind: "reported" },
  { id: "longxian", grids: 59, households: 23_000, workers: 110, communities: 5, kind: "reported" },
  { id: "jiyang", grids: 123, households: 36_900, workers: 167, communities: 16, kind: "assumed" },
  {
    id: "jiyang.before",
    grids: 59,
    households: 36_900,
    workers: 0,
    communities: 9,
    kind: "assumed"
  },
  {
    id: "bagongshan",
    grids: 175,
    households: 48_301,
    workers: 238,
    communities: 42,
    kind: "reported"
  },
  {
    id: "xixian.overlay",
    grids: 20,
    households: 6000,
    workers: 37,
    communities: 4,
    kind: "assumed"
  }
])("the preset of $id", ({ id, grids, households, workers, communities, kind }) => {
  const scenario = preset(id)
  const town = townOf.compile(scenario)

  test("its town has the published totals, and nothing is lost in the spreading", () => {
    expect(town.gridCount).toBe(grids)
    expect(town.communityCount).toBe(communities)
    expect(sum(town.householdsOfGrid)).toBe(households)
    expect(sum(town.workersOfGrid)).toBe(workers)
    expect(sum(town.staffOfCommunity)).toBe(scenario.staff.communityStaff)
    expect(sum(town.staffOfSubdistrict)).toBe(scenario.staff.subdistrictStaff)
    expect(town.firstBuilding.at(-1)).toBe(scenario.territory.buildings)
    expect(town.residents).toBeCloseTo(households * scenario.territory.personsPerHousehold, 6)
  })

  test("every grid lies in one community, every community in one sub-district", () => {
    expect(new Set(town.communityOfGrid).size).toBe(communities)
    expect(new Set(town.subdistrictOfCommunity).size).toBe(scenario.territory.subdistricts)
    for (const community of town.communityOfGrid) {
      expect(community).toBeGreaterThanOrEqual(0)
      expect(community).toBeLessThan(communities)
    }
  })

  test("every number says where it comes from", () => {
    const rows = Assumption.rows(scenario)
    expect(rows.length).toBeGreaterThan(300)
    for (const row of rows) {
      const words = Provenance.describe(row.provenance)
      expect(words, row.path).not.toBe("")
      expect(words, row.path).not.toBe("set in this scenario")
      expect(row.changedFrom, row.path).toBeNull()
      expect(row.unit, row.path).not.toBe("")
      expect(row.label.en, row.path).not.toBe(row.path)
      expect(row.label.zh, row.path).toMatch(/\p{Script=Han}/u)
      expect(Number.isFinite(row.value), row.path).toBe(true)
    }
    expect(new Set(rows.map((row) => row.path)).size).toBe(rows.length)
  })

  test("the workers are as the report says, or said to be assumed", () => {
    const row = Assumption.rows(scenario).find((one) => one.path === "staff.gridWorkers")
    expect(row?.provenance.kind).toBe(kind)
    expect(row?.value).toBe(workers)
  })

  test("the departments' desk is the smallest that default demand keeps at 85 % or less", () => {
    const row = Assumption.rows(scenario).find((one) => one.path === "staff.departmentStaff")
    const words = row === undefined ? "" : Provenance.describe(row.provenance)
    const hours = Number(/for (\d+) hours/.exec(words)?.[1])
    const capacity = 248 * 8 * 0.85
    expect(scenario.staff.departmentStaff).toBe(Math.max(1, Math.ceil(hours / capacity)))
  })
})

describe("a number that was changed", () => {
  const helong = preset("helong")
  const fewer = { ...helong, staff: { ...helong.staff, gridWorkers: 100 } }

  test("is shown as changed, with the preset's value beside it, and nothing else is", () => {
    const rows = Assumption.rows(fewer).filter((one) => one.changedFrom !== null)
    expect(rows.map((one) => [one.path, one.value, one.changedFrom])).toEqual([
      ["staff.gridWorkers", 100, 269]
    ])
    expect(rows[0]?.provenance).toEqual({ kind: "assumed", reason: "set in this scenario" })
  })

  test("a number without a preset, such as a shock's, is listed under its path", () => {
    const shock = { kind: "demand", multiplier: 3, fromDay: 1, days: 2, firstGrid: 0, grids: 5 }
    const rows = Assumption.rows({ ...helong, shocks: [{ ...shock, kind: "demand" }] })
    const row = rows.find((one) => one.path === "shocks.0.multiplier")
    expect(row).toMatchObject({ value: 3, changedFrom: null })
    expect(row?.provenance).toEqual({ kind: "assumed", reason: "set in this scenario" })
  })

  test("in a town of one's own every number is the scenario's own", () => {
    const rows = Assumption.rows({ ...helong, locality: "own" })
    const kinds = new Set(rows.map((one) => Provenance.describe(one.provenance)))
    expect([...kinds]).toEqual(["set in this scenario"])
  })
})

test("heating tickets follow the town's own heating season", () => {
  const months = (id: string): ReadonlyArray<number> =>
    preset(id).demand.categories.Utilities?.monthShape ?? []
  // Helong heats from late October to mid-April, Longxian from mid-November to mid-March.
  expect(months("helong")[3]).toBeGreaterThan(months("longxian")[3] ?? Number.NaN)
  expect(months("helong")[9]).toBeGreaterThan(months("longxian")[9] ?? Number.NaN)
  expect(months("helong")[6]).toBe(0.3)
  expect(months("longxian")[10]).toBe(3)
})

test("a town without district heating has the same months all the year, and says why", () => {
  const bagongshan = preset("bagongshan")
  expect(bagongshan.demand.categories.Utilities?.monthShape).toEqual(Array(12).fill(1))
  const path = "demand.categories.Utilities.monthShape.10"
  const row = Assumption.rows(bagongshan).find((one) => one.path === path)
  expect(row?.provenance.kind).toBe("assumed")
  expect(Provenance.describe(row!.provenance)).toContain("no general district heating")
})

test("several rows of staff at one desk are added up, each named", () => {
  const row = Assumption.rows(preset("jiyang")).find((one) => one.path === "staff.communityStaff")
  expect(row?.value).toBe(93)
  expect(Provenance.describe(row!.provenance)).toBe(
    "16 Community secretaries + 29 Staff seconded by the sub-districts + 48 Recruited community workers"
  )
})

test("Jiyang before its reform leaves what a grid or community finishes to the sub-district", () => {
  const before = preset("jiyang.before")
  const after = preset("jiyang")
  for (const [category, row] of Object.entries(before.demand.categories)) {
    const later = after.demand.categories[category]!.levelShares
    expect(row.levelShares).toMatchObject({ Grid: 0, Community: 0, Department: later.Department })
    expect(row.levelShares.Subdistrict).toBeCloseTo(1 - later.Department, 9)
  }
  expect(before.staff.departmentStaff).toBe(after.staff.departmentStaff)
})

test("an id that is no locality has no preset", () => {
  expect(Preset.find("atlantis")).toBeUndefined()
  expect(Locality.find("atlantis").ok).toBe(false)
})
