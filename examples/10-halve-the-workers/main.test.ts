import { readFileSync } from "node:fs"
import { Outcome, Runner, Study } from "@wangge/simulator"
import { beforeAll, describe, expect, it } from "vitest"
import { blocksOf } from "../../scripts/internal/readmeBlocks.mjs"
import { type Comparison, change, full, headOf, short, study, textOf, towns } from "./main.ts"

/** Outcomes that go the expected way in both towns, clearly, even in the short run. */
const clear: ReadonlyArray<Outcome.Id> = [
  "onTimeShare",
  "onTimeShareWorstTenth",
  "satisfaction",
  "hoursToCloseMedian",
  "hoursToCloseP90",
  "backlog",
  "overdueShare",
  "repeatShare",
  "useOfTime",
  "visitCover",
  "patrolCover"
]

/** Outcomes that go clearly against expectation in the year's tables; the README says why. */
const against: ReadonlyArray<string> = []

/** Outcomes that hardly move in the year's tables though one would expect it; the README says why. */
const still: ReadonlyArray<string> = []

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

describe("half the grid workers", () => {
  let found: ReadonlyArray<Comparison>
  beforeAll(async () => {
    found = await study(short)
  })

  it.each(towns)("halves the grid workers of $name.en and nothing else", (town) => {
    const changed = change(town)
    expect(Math.abs(town.staff.gridWorkers - 2 * changed.staff.gridWorkers)).toBeLessThan(2)
    const staff = { ...changed.staff, gridWorkers: town.staff.gridWorkers }
    expect({ ...changed, staff }).toEqual(town)
  })

  it("owes most of the fall in Longxian's worst tenth to the four grids without a worker", async () => {
    const longxian = towns.find(({ locality }) => locality === "longxian")!
    const oneEach = {
      ...longxian,
      calendar: { ...longxian.calendar, days: short.days },
      staff: { ...longxian.staff, gridWorkers: longxian.territory.grids }
    }
    const { seed, replications } = short
    const runner = Runner.thisThread
    const study = await Study.run({ scenario: oneEach, seed, replications, runner, probe: false })
    const worst = Study.estimate(study.runs, "onTimeShareWorstTenth").mean ?? Number.NaN
    const line = found[1]?.lines.find(({ id }) => id === "onTimeShareWorstTenth")
    expect(change(longxian).staff.gridWorkers).toBe(longxian.territory.grids - 4)
    expect(line!.base - worst).toBeLessThan((line!.base - line!.changed) / 2)
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
