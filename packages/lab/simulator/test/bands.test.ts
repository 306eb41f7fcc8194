/**
 * Sense: at default assumptions a year of Helong and of Longxian lies where published figures and
 * practitioners say that such towns lie. A band is a check of sense, not a target: which assumption
 * decides each figure stands in docs/model.md.
 */
import { Preset, Runner, Study } from "@wangge/simulator"
import { describe, expect, test } from "vitest"

const yearOf = (locality: string): Promise<Study.Study> => {
  const scenario = Preset.find(locality)
  if (scenario === undefined) throw new Error(`no preset ${locality}`)
  return Study.run({ scenario, seed: 1, replications: 3, runner: Runner.thisThread, probe: false })
}

const years = { helong: await yearOf("helong"), longxian: await yearOf("longxian") }

const meanOf = (study: Study.Study, id: string): number =>
  study.outcomes.find((one) => one.id === id)?.mean ?? Number.NaN

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

describe.each(["helong", "longxian"] as const)("a year of %s", (locality) => {
  const study = years[locality]

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

test("Helong, with twice the workers per grid, uses their time less than Longxian", () => {
  expect(meanOf(years.helong, "useOfTime")).toBeLessThan(meanOf(years.longxian, "useOfTime"))
})
