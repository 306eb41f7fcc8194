import { Provenance } from "@wangge/facts"
import { Helong, Jiyang, Locality } from "@wangge/localities"
import { Assumption, Preset, type Scenario } from "@wangge/simulator"
import { describe, expect, test } from "vitest"

const dutiesWith = (counts: Readonly<Record<string, number>>): Scenario.Duties => {
  const number = (role: string, before: Provenance.SourcedNumber): Provenance.SourcedNumber =>
    Provenance.assumed({ value: counts[role] ?? before.value, unit: "places", reason: "test" })
  return Preset.ofLocality({
    ...Helong.locality,
    levels: Helong.locality.levels
      .filter((one) => one.role !== "unit")
      .map((one) =>
        one.count === "notStated" ? one : { ...one, count: number(one.role, one.count) }
      ),
    staff: Helong.locality.staff.map((row) => ({ ...row, count: number(row.post, row.count) }))
  }).duties
}

describe("campaign hours of a community", () => {
  test("are whole from Helong's size on", () => {
    // 33,936 households: 3,393.6 in each of ten communities, 3,085.1 in each of eleven.
    expect(dutiesWith({ community: 9 }).campaignHoursPerCommunityMonth).toBe(440)
    expect(dutiesWith({ community: 10 }).campaignHoursPerCommunityMonth).toBe(440)
    expect(dutiesWith({ community: 11 }).campaignHoursPerCommunityMonth).toBe(400)
  })

  test("fall with its households: two fifths for two fifths", () => {
    expect(dutiesWith({ community: 25 }).campaignHoursPerCommunityMonth).toBe(176)
  })
})

describe("visits of a household", () => {
  test("come each quarter where grids have one and a half workers and more, else each half-year", () => {
    expect(dutiesWith({ grid: 100, GridWorker: 150 }).visitsPerHouseholdYear).toBe(4)
    expect(dutiesWith({ grid: 100, GridWorker: 149 }).visitsPerHouseholdYear).toBe(2)
    expect(dutiesWith({ grid: 100, GridWorker: 0 }).visitsPerHouseholdYear).toBe(2)
  })

  test("and campaigns say in the assumptions why they differ from the table", () => {
    const rows = Assumption.rows(Preset.ofLocality(Jiyang.locality))
    const words = (path: string): string => {
      const row = rows.find((one) => one.path === `duties.${path}`)
      return row === undefined ? "" : Provenance.describe(row.provenance)
    }
    expect(words("visitsPerHouseholdYear")).toContain("1.36 workers per grid")
    expect(words("campaignHoursPerCommunityMonth")).toContain("2306 households per community")
  })
})

test("Helong and Longxian keep the duties of the table", () => {
  for (const id of ["helong", "longxian"]) {
    const found = Locality.find(id)
    const duties = found.ok ? Preset.ofLocality(found.locality).duties : undefined
    expect(duties).toMatchObject({
      visitsPerHouseholdYear: 4,
      campaignHoursPerCommunityMonth: 440
    })
  }
})
