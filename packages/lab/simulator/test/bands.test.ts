/**
 * Sense: at default assumptions a year of each locality lies where published figures and
 * practitioners say that such towns lie. A band is a check of sense, not a target: which assumption
 * decides each figure stands in docs/model.md. Jiyang before its reform lies outside on purpose.
 */
import { Preset, Runner, type Scenario, Study } from "@wangge/simulator"
import { describe, expect, test } from "vitest"

const presetOf = (locality: string): Scenario.Scenario => {
  const scenario = Preset.find(locality)
  if (scenario === undefined) throw new Error(`no preset ${locality}`)
  return scenario
}

const yearOf = (scenario: Scenario.Scenario, replications = 2): Promise<Study.Study> =>
  Study.run({ scenario, seed: 1, replications, runner: Runner.thisThread, probe: false })

const towns = ["helong", "longxian", "jiyang", "bagongshan", "xixian.overlay"] as const

const years = new Map<string, Study.Study>()
for (const id of towns) years.set(id, await yearOf(presetOf(id)))

const meanOf = (study: Study.Study | undefined, id: string): number =>
  study?.outcomes.find((one) => one.id === id)?.mean ?? Number.NaN

/**
 * The bands, ends included.
 *
 * Sources: on time, Tianmen digital city bulletin (December 2016) to Fuzhou (first quarter 2024);
 * satisfaction, Hengdong county (first quarter 2025) and Xuzhou (2025); repeats, Daying county (March
 * 2017); containment, Taizhou (2018); petitions, Jiyang's own count of 370 batches a year, which a
 * working loop stays below. The width of each band is assumed.
 */
const bands = [
  { id: "onTimeShare", from: 0.9, until: 0.99 },
  { id: "satisfaction", from: 0.8, until: 0.97 },
  { id: "repeatShare", from: 0.05, until: 0.18 },
  { id: "overdueShare", from: 0, until: 0.05 },
  { id: "useOfTime", from: 0.6, until: 0.95 },
  { id: "petitions", from: 0, until: 0.31 }
] as const

describe.each(towns)("a year of %s", (locality) => {
  const study = years.get(locality)

  test.each(bands)("$id lies from $from to $until", ({ id, from, until }) => {
    expect(meanOf(study, id)).toBeGreaterThanOrEqual(from)
    expect(meanOf(study, id)).toBeLessThanOrEqual(until)
  })

  test("grid and community finish 45 to 65 % of the cases", () => {
    const contained = meanOf(study, "finishedAtGrid") + meanOf(study, "finishedAtCommunity")
    expect(contained).toBeGreaterThanOrEqual(0.45)
    expect(contained).toBeLessThanOrEqual(0.65)
  })

  test("what is claimed lies above what is verified, and what is verified is not all true", () => {
    expect(meanOf(study, "claimedResolution")).toBeGreaterThan(meanOf(study, "verifiedResolution"))
    expect(meanOf(study, "satisfaction")).toBeLessThan(meanOf(study, "claimedResolution"))
  })
})

test("Helong, with twice the workers per grid, uses their time less than the others", () => {
  for (const id of towns.slice(1)) {
    expect(meanOf(years.get("helong"), "useOfTime")).toBeLessThan(
      meanOf(years.get(id), "useOfTime")
    )
  }
})

describe("a year of Jiyang before its reform", async () => {
  const before = presetOf("jiyang.before")
  const after = presetOf("jiyang")
  const study = await yearOf(before, 6)
  const reformed = years.get("jiyang")
  const residents = before.territory.households * before.territory.personsPerHousehold

  test("has the petitions that its report counts: 370 batches, give or take a tenth", () => {
    const batches = (meanOf(study, "petitions") * 12 * residents) / 1000
    expect(batches).toBeGreaterThan(370 * 0.9)
    expect(batches).toBeLessThan(370 * 1.1)
  })

  test("has most of them from cases that were let down, not from the stream that comes directly", () => {
    const direct = before.demand.perThousandMonth.petitions
    expect(direct).toBe(after.demand.perThousandMonth.petitions)
    expect(before.resolution.petitionShare).toBe(after.resolution.petitionShare)
    expect(meanOf(study, "petitions")).toBeGreaterThan(5 * direct)
  })

  test("lies outside the bands: late, unverified, nothing found or finished in a grid", () => {
    expect(meanOf(study, "onTimeShare")).toBeLessThan(0.9)
    expect(meanOf(study, "satisfaction")).toBeLessThan(0.8)
    expect(meanOf(study, "repeatShare")).toBeGreaterThan(0.18)
    expect(meanOf(study, "foundBeforeComplaint")).toBe(0)
    expect(meanOf(study, "finishedAtGrid") + meanOf(study, "finishedAtCommunity")).toBe(0)
  })

  test("comes out worse than Jiyang after it in every figure that residents feel", () => {
    for (const id of ["onTimeShare", "satisfaction", "verifiedResolution"]) {
      expect(meanOf(study, id)).toBeLessThan(meanOf(reformed, id))
    }
    for (const id of ["petitions", "repeatShare", "reopenShare", "hoursToCloseP90"]) {
      expect(meanOf(study, id)).toBeGreaterThan(meanOf(reformed, id))
    }
  })

  test("owes its petitions to claims that are not true: with true ones they fall below a half", async () => {
    const { trueShare } = after.resolution
    const truer = { ...before, resolution: { ...before.resolution, trueShare } }
    expect(meanOf(await yearOf(truer), "petitions")).toBeLessThan(meanOf(study, "petitions") / 2)
  })

  test("tells the reader which number was fitted, until it is changed", async () => {
    expect(study.notes.map((note) => note.code)).toEqual(["FittedNumber", "DeskWithoutWorkers"])
    const week = { ...before.calendar, days: 7, warmUpDays: 0 }
    const resolution = { ...before.resolution, trueShare: 0.8 }
    const changed = await yearOf({ ...before, calendar: week, resolution })
    expect(changed.notes.map((note) => note.code)).toEqual(["DeskWithoutWorkers"])
  })
})
