import { Provenance } from "@wangge/facts"
import { Helong, Locality, Xixian } from "@wangge/localities"
import { Preset, PresetProblem } from "@wangge/simulator"
import { describe, expect, test } from "vitest"
import { aListedLocality, level, node, nodes } from "./aLocality.ts"

const codesOf = (locality: Locality.Locality): ReadonlyArray<string> =>
  Preset.lacks(locality).map((problem) => `${problem.code} ${problem.subject}`)

describe("what a locality lacks", () => {
  test("is nothing for every shipped one but Xixian as reported", () => {
    const lacking = Locality.list.filter((one) => Preset.lacks(one).length > 0)
    expect(lacking.map((one) => one.id)).toEqual(["xixian"])
  })

  test("is named for Xixian, whose report counts no places, households or people", () => {
    expect(codesOf(Xixian.locality)).toEqual([
      "LevelMissing levels/grid",
      "CountNotStated levels/community",
      "CountNotStated households",
      "CountNotStated personsPerHousehold",
      "StaffNotStated staff/GridWorker",
      "StaffNotStated staff/CommunityWorker",
      "StaffNotStated staff/SubdistrictWorker"
    ])
    expect(Preset.find("xixian")).toBeUndefined()
    expect(() => Preset.ofLocality(Xixian.locality)).toThrow(/xixian cannot be simulated.*grid/s)
  })

  test("is a tree that does not stand", () => {
    const lost = aListedLocality({}, { nodes: [...nodes, node("x", "nowhere", "grid", 5)] })
    expect(codesOf(lost)).toEqual(["OrphanNode x"])
  })

  test("is a grid for households that are listed above the grids", () => {
    const outside = nodes.map((one) => (one.id === "town/west" ? { ...one, households: 7 } : one))
    const found = Preset.lacks(aListedLocality({}, { nodes: outside }))
    expect(found).toEqual([PresetProblem.make("HouseholdsOutsideGrids", "town/west", 7, 0)])
  })

  test("is what a scenario may not hold, by its path there", () => {
    const levels = Helong.locality.levels.map((one) =>
      one.role === "grid" ? { ...one, count: count(7) } : one
    )
    expect(Preset.lacks({ ...Helong.locality, levels })).toEqual([
      PresetProblem.make(
        "ScenarioRefused",
        "territory.grids",
        "7",
        "at least 10, the number of communities"
      )
    ])
    expect(codesOf({ ...Helong.locality, zone: "Asia/Atlantis" })).toEqual([
      "ScenarioRefused calendar.zone"
    ])
  })

  test("is a listed community without grids", () => {
    const empty = [...nodes, node("town/north", "town", "community")]
    expect(codesOf(aListedLocality({}, { nodes: empty }))).toEqual([
      "ScenarioRefused territory.listed.grids"
    ])
  })

  test("is said in both languages, for every code", () => {
    for (const code of PresetProblem.codes) {
      const words = PresetProblem.describe(PresetProblem.make(code, "levels/grid", 0, 1))
      expect(words.en).toContain("levels/grid")
      expect(words.zh).toMatch(/\p{Script=Han}/u)
    }
  })
})

const count = (value: number): Provenance.SourcedNumber =>
  Provenance.assumed({ value, unit: "places", reason: "of this test" })

describe("a level that a spread town does not have", () => {
  const without = (role: string, more: Partial<Locality.Locality> = {}) =>
    Preset.ofLocality({
      ...Helong.locality,
      levels: Helong.locality.levels.filter((one) => one.role !== role && one.role !== "unit"),
      ...more
    }).territory

  test("is one sub-district for all", () => {
    expect(without("subdistrict")).toMatchObject({ subdistricts: 1, communities: 10 })
  })

  test("is one community for each sub-district", () => {
    expect(without("community")).toMatchObject({ subdistricts: 3, communities: 3, grids: 69 })
  })

  test("is a building for every 49.5 households, at least one in each grid", () => {
    expect(without("building")).toMatchObject({ buildings: 686, units: 686 })
    expect(without("building", { households: count(100) })).toMatchObject({ buildings: 69 })
  })

  test("is no reason to do without grids", () => {
    const levels = [level("town", "subdistrict", count(1)), level("east", "community", count(2))]
    expect(codesOf({ ...Helong.locality, levels })).toEqual(["LevelMissing levels/grid"])
  })
})

test("a town without a roster has nobody on call, and says so", () => {
  const staff = Helong.locality.staff.filter((one) => one.post !== "OnCallWorker")
  expect(Preset.ofLocality({ ...Helong.locality, staff }).staff.onCallPerCommunity).toBe(0)
})
