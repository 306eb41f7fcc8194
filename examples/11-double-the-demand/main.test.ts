import { readFileSync } from "node:fs"
import { HandlingLevel } from "@wangge/cases"
import { Quantile } from "@wangge/des"
import { Outcome, Simulation } from "@wangge/simulator"
import { beforeAll, describe, expect, it } from "vitest"
import { blocksOf } from "../../scripts/internal/readmeBlocks.mjs"
import { type Comparison, change, full, headOf, short, study, textOf, towns } from "./main.ts"

/** Outcomes that go the expected way in both towns, clearly, even in the short run. */
const clear: ReadonlyArray<Outcome.Id> = [
  "casesRaised",
  "onTimeShare",
  "onTimeShareWorstTenth",
  "satisfaction",
  "hoursToCloseP90",
  "backlog",
  "overdueShare",
  "repeatShare",
  "petitions",
  "useOfTime",
  "useOfTimeCommunity",
  "useOfTimeDepartment"
]

/** Outcomes that go clearly against expectation in the year's tables; the README says why. */
const against: ReadonlyArray<string> = []

/** Outcomes that hardly move in the year's tables though one would expect it; the README says why. */
const still: ReadonlyArray<string> = ["Helong: Visit cover: no clear change"]

const [fullBlock = "", shortBlock = ""] = blocksOf(
  readFileSync(new URL("README.md", import.meta.url), "utf8")
)

/** Rows of a block whose direction is not the expected one, with their town. */
const surprisesIn = (block: string): ReadonlyArray<string> => {
  let town = ""
  return block.split("\n").flatMap((line) => {
    const head = towns.find(({ name }) => line.startsWith(`${name.en} (`))
    if (head !== undefined) town = head.name.en
    const match = /^(.*?) {2,}.* (up|down) +(up|down|no clear change)$/.exec(line)
    if (match === null || match[2] === match[3]) return []
    return [`${town}: ${match[1]}: ${match[3]}`]
  })
}

describe("twice the demand", () => {
  let found: ReadonlyArray<Comparison>
  beforeAll(async () => {
    found = await study(short)
  })

  it.each(towns)("doubles the demand of $name.en and nothing else", (town) => {
    const changed = change(town)
    expect(changed.demand.multiplier).toBe(2 * town.demand.multiplier)
    const demand = { ...changed.demand, multiplier: town.demand.multiplier }
    expect({ ...changed, demand }).toEqual(town)
  })

  it("closes cases of Helong more slowly at every level", () => {
    const helong = towns[0]!
    const medians = (scenario: typeof helong) => {
      const runs = [0, 1].map((replication) =>
        Simulation.run({ scenario, seed: full.seed, replication })
      )
      return HandlingLevel.list.map((_, level) => {
        const hours = runs.flatMap((run) => run.hoursToCloseByLevel[level] ?? [])
        return Quantile.ofSorted(
          hours.sort((left, right) => left - right),
          0.5
        )
      })
    }
    const before = medians(helong)
    for (const [level, median] of medians(change(helong)).entries()) {
      expect(median).toBeGreaterThan(before[level]!)
    }
  })

  it.each(clear)("moves %s the way a practitioner expects, in both towns", (id) => {
    expect(found.length).toBe(2)
    for (const { lines } of found) {
      const line = lines.find((one) => one.id === id)
      expect(line?.expected).not.toBe(0)
      expect(line?.went).toBe(line?.expected)
    }
  })

  it("moves nothing clearly against expectation, but for what the README explains", () => {
    const clearly = found.flatMap(({ town, lines }) =>
      lines
        .filter(({ expected, went }) => expected * went < 0)
        .map(({ id, went }) => {
          const label = Outcome.find(id)?.label.en
          return `${town.name.en}: ${label}: ${went > 0 ? "up" : "down"}`
        })
    )
    expect(against).toEqual(expect.arrayContaining(clearly))
  })

  it("prints the short study as the README shows it", () => {
    expect(shortBlock).toBe(textOf(found, short))
  })

  it("shows a year in the README that was run with this model, seed and size", () => {
    for (const town of towns) expect(fullBlock).toContain(headOf(town, full))
    const labels = (block: string) =>
      block.split("\n").map((line) => /^\S.*?(?= {2,})/.exec(line)?.[0] ?? "")
    const rows = (block: string) => labels(block).filter((label) => label !== "")
    expect(rows(fullBlock)).toEqual(rows(shortBlock))
  })

  it("goes against expectation in the README only where its text says so", () => {
    const found = surprisesIn(fullBlock)
    expect(found.filter((line) => !line.endsWith("no clear change"))).toEqual(against)
    expect(found).toEqual(expect.arrayContaining([...still]))
  })
})
