import { Provenance } from "@wangge/facts"
import { GridTree, Level, Post } from "@wangge/grid"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Helong, Locality, Longxian } from "../src/index.ts"

const shipped = Locality.list.map((locality) => [locality.id, locality] as const)

const withLevelCount = (
  locality: Locality.Locality,
  levelId: string,
  value: number
): Locality.Locality => ({
  ...locality,
  levels: locality.levels.map((level) =>
    level.id === levelId ? { ...level, count: { ...level.count, value } } : level
  )
})

describe("finding a locality", () => {
  it("knows every one it lists and names them all for one it does not know", () => {
    for (const [id, locality] of shipped) expect(Locality.find(id)).toEqual({ ok: true, locality })
    expect(Locality.find("Helong")).toEqual({
      ok: false,
      id: "Helong",
      knownIds: ["helong", "longxian"]
    })
  })
})

describe.each(shipped)("%s", (_, locality) => {
  const tree = Locality.treeOrThrow(locality)
  const numbers = Locality.sourcedNumbers(locality)

  it("has a tree whose level order and counts are the published ones", () => {
    expect(tree.levels.map((level) => level.id)).toEqual(locality.levels.map((level) => level.id))
    locality.levels.forEach((level, index) => {
      const { from, until } = GridTree.rangeOfLevel(tree, index)
      expect(until - from).toBe(level.count.value)
    })
    expect(tree.householdsOf[GridTree.root]).toBe(locality.households.value)
  })

  it("has the levels and the seats that a simulation needs", () => {
    for (const role of ["subdistrict", "community", "grid", "building"] as const) {
      expect(GridTree.indicesOfRole(tree, role).length).toBeGreaterThan(0)
    }
    for (const post of ["GridWorker", "SubdistrictWorker", "OnCallWorker"] as const) {
      expect(Locality.seatCount(locality, post)).toBeGreaterThan(0)
    }
    const atCommunity =
      Locality.seatCount(locality, "FullServiceWorker") +
      Locality.seatCount(locality, "CommunityWorker")
    expect(atCommunity).toBeGreaterThan(0)
    const onCall = Locality.seatCount(locality, "OnCallWorker")
    expect(onCall).toBe(GridTree.indicesOfRole(tree, "community").length)
  })

  it("spreads every seat over the nodes, losing none", () => {
    const spread = Locality.posts(locality, tree)
    if (!spread.ok) throw new Error(JSON.stringify(spread.problems))
    for (const kind of Post.kinds) {
      const seats = spread.posts
        .filter((post) => post.kind === kind)
        .reduce((sum, post) => sum + post.seatCount, 0)
      expect(seats).toBe(Locality.seatCount(locality, kind))
    }
  })

  it("holds all its own checks", () => {
    const report = Locality.consistency(locality)
    expect(report.problems).toEqual([])
    expect(report.rows.map((row) => row.verdict)).toEqual(locality.checks.map(() => "holds"))
    expect(new Set(locality.checks.map((check) => check.id)).size).toBe(locality.checks.length)
  })

  it("lists every number once, with a unit, words and provenance", () => {
    expect(new Set(numbers.map((one) => one.path)).size).toBe(numbers.length)
    for (const { path, label, number } of numbers) {
      expect(Number.isFinite(number.value), path).toBe(true)
      expect(number.unit, path).not.toBe("")
      expect(label.en, path).not.toBe("")
      expect(label.zh, path).toMatch(/\p{Script=Han}/u)
      expect(Provenance.describe(number.provenance).length, path).toBeGreaterThan(10)
    }
  })

  it("cites its own report, whose phrase states each reported number", () => {
    for (const { path, number } of numbers) {
      if (number.provenance.kind !== "reported") continue
      expect(number.provenance.report, path).toBe(locality.report.title)
      expect(statedNumbers(number.provenance.phrase), path).toContain(number.value)
      const saysMore = /\d[余多餘]/.test(number.provenance.phrase)
      expect(number.precision, path).toBe(saysMore ? "atLeast" : "exact")
    }
  })

  it("calls nothing reported that its report does not count", () => {
    const kindOf = (path: string) =>
      numbers.find((one) => one.path === path)?.number.provenance.kind
    expect(kindOf("personsPerHousehold")).toBe("assumed")
    expect(kindOf("levels/building")).toBe("derived")
    expect(kindOf("background/householdsPerUnit")).toBe("assumed")
    expect(kindOf("heatingSeason/fromMonth")).toBe("assumed")
    expect(kindOf("staff/SubdistrictWorker")).toBe("assumed")
  })

  it("uses roles in the order of their rank", () => {
    expect(Level.check(locality.levels)).toEqual([])
  })
})

/** Every number a Chinese phrase states: 万/萬 multiplies by 10,000, % divides by 100. */
const statedNumbers = (phrase: string): ReadonlyArray<number> =>
  Array.from(phrase.matchAll(/(\d+(?:\.\d+)?)[余多餘]?([万萬%]?)/g), ([, digits, scale]) => {
    if (scale === "%") return Number((Number(digits) / 100).toFixed(6))
    return Number(digits) * (scale === "" ? 1 : 10_000)
  })

describe("the ratios of Helong", () => {
  const rows = Locality.consistency(Helong.locality).rows
  const ratioOf = (id: string) => rows.find((row) => row.id === id)?.value ?? Number.NaN

  it("are those of the reference table", () => {
    expect(ratioOf("workersPerGrid")).toBeCloseTo(3.9, 2)
    expect(ratioOf("unitsPerGrid")).toBeCloseTo(41.0, 1)
    expect(ratioOf("unitsPerBuilding")).toBeCloseTo(4.12, 2)
    expect(ratioOf("branchesPerGrid")).toBeCloseTo(0.754, 3)
    expect(ratioOf("fullServicePerCommunity")).toBeCloseTo(4.9, 9)
    expect(rows.find((row) => row.id === "windowsKept")?.certainty).toBe("atMost")
  })

  it("keep 2,141 members and 2,142 unit leads apart", () => {
    const numbers = Locality.sourcedNumbers(Helong.locality)
    const valueAt = (path: string) => numbers.find((one) => one.path === path)?.number.value
    expect(valueAt("party/inServiceMembers")).toBe(2141)
    expect(valueAt("staff/UnitLead")).toBe(2142)
  })

  it("rest on 33,936 households in 2,828 units, twelve each", () => {
    const tree = Locality.treeOrThrow(Helong.locality)
    const units = GridTree.indicesOfRole(tree, "unit")
    expect(units.length).toBe(2828)
    expect(Array.from(units).every((unit) => tree.householdsOf[unit] === 12)).toBe(true)
    expect(GridTree.residentsOf(tree, GridTree.root)).toBeCloseTo(74_659.2, 6)
  })
})

describe("the ratios of Longxian", () => {
  const rows = Locality.consistency(Longxian.locality).rows
  const rowOf = (id: string) => rows.find((row) => row.id === id)

  it("are those of the reference table, with bounds where the report says “and more”", () => {
    expect(rowOf("householdsPerGrid")?.value).toBeCloseTo(389.8, 1)
    expect(rowOf("householdsPerWorker")?.value).toBeCloseTo(209.1, 1)
    expect(rowOf("householdsPerWorker")?.certainty).toBe("atMost")
    expect(rowOf("workersPerGrid")?.value).toBeCloseTo(1.86, 2)
    expect(rowOf("workersPerGrid")?.certainty).toBe("atLeast")
    expect(rowOf("gridsPerCommunity")?.value).toBeCloseTo(11.8, 9)
    expect(rowOf("groupsPerGrid")?.value).toBeCloseTo(0.712, 3)
  })

  it("leave no anchor household without households and none with more than a stairwell", () => {
    const tree = Locality.treeOrThrow(Longxian.locality)
    const sizes = Array.from(
      GridTree.indicesOfRole(tree, "anchorHousehold"),
      (node) => tree.householdsOf[node]
    )
    expect(new Set(sizes)).toEqual(new Set([11, 12]))
  })
})

describe("a changed locality", () => {
  it("of 70 grids has a lead too few, as a typed problem", () => {
    const changed = withLevelCount(Helong.locality, "level3Grid", 70)
    expect(Locality.consistency(changed).problems).toEqual([
      { code: "LeadCountMismatch", subject: "gridLeads", found: 69, expected: 70 }
    ])
    expect(Locality.treeOrThrow(changed).levels[3]?.count).toBe(70)
  })

  it("breaks the lead check at every other number of grids", () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 160 }), (count) => {
        const changed = withLevelCount(Helong.locality, "level3Grid", count)
        const codes = Locality.consistency(changed).problems.map((problem) => problem.code)
        expect(codes.includes("LeadCountMismatch")).toBe(count !== 69)
      })
    )
  })

  it("of 2,829 units no longer adds up", () => {
    const changed = withLevelCount(Helong.locality, "unit", 2829)
    expect(Locality.consistency(changed).problems.map((problem) => problem.subject)).toEqual([
      "unitTotal",
      "householdTotal"
    ])
  })

  it("that has no tree says why", () => {
    const changed = withLevelCount(Longxian.locality, "grid", 4)
    expect(Locality.tree(changed)).toEqual({
      ok: false,
      problems: [{ code: "LevelShrinks", subject: "levels/grid", found: 4, expected: 5 }]
    })
    expect(() => Locality.treeOrThrow(changed)).toThrow(
      "longxian has no tree: levels/grid: 4 nodes"
    )
  })

  it("whose staff hang on a level it does not have says so", () => {
    const levels = Helong.locality.levels.filter((level) => level.role !== "unit")
    const changed = { ...Helong.locality, levels }
    const spread = Locality.posts(changed, Locality.treeOrThrow(changed))
    expect(spread.ok ? [] : spread.problems.map((problem) => problem.code)).toEqual([
      "UnknownLevel"
    ])
    const codes = Locality.consistency(changed).problems.map((problem) => problem.code)
    expect(new Set(codes)).toEqual(new Set(["UnknownNumber"]))
  })
})
