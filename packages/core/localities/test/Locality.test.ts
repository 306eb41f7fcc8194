import { Id, Provenance } from "@wangge/facts"
import { Apportionment, GridTree, Level, ParallelOrganisation, Post } from "@wangge/grid"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  Bagongshan,
  Helong,
  Jiyang,
  JiyangBefore,
  Locality,
  Longxian,
  Xixian
} from "../src/index.ts"
import { listedTown } from "./listedTown.ts"

const shipped = Locality.list.map((locality) => [locality.id, locality] as const)
const withTree = shipped.filter(([id]) => id !== "xixian")

const withLevelCount = (
  locality: Locality.Locality,
  levelId: string,
  value: number
): Locality.Locality => ({
  ...locality,
  levels: locality.levels.map((level) =>
    level.id === levelId && level.count !== "notStated"
      ? { ...level, count: { ...level.count, value } }
      : level
  )
})

const numberAt = (locality: Locality.Locality, path: string): Provenance.SourcedNumber => {
  const found = Locality.sourcedNumbers(locality).find((one) => one.path === path)
  if (found === undefined) throw new Error(`${locality.id} has no ${path}`)
  return found.number
}

const rowOf = (locality: Locality.Locality, id: string) => {
  const row = Locality.consistency(locality).rows.find((one) => one.id === id)
  if (row === undefined) throw new Error(`${locality.id} has no check ${id}`)
  return row
}

describe("finding a locality", () => {
  it("knows every one it lists and names them all for one it does not know", () => {
    for (const [id, locality] of shipped) expect(Locality.find(id)).toEqual({ ok: true, locality })
    expect(Locality.find("Helong")).toEqual({
      ok: false,
      id: "Helong",
      knownIds: [
        "helong",
        "longxian",
        "jiyang",
        "jiyang.before",
        "bagongshan",
        "xixian",
        "xixian.overlay"
      ]
    })
  })
})

describe.each(withTree)("%s", (_, locality) => {
  const tree = Locality.treeOrThrow(locality)

  it("has a tree whose level order and counts are the published ones", () => {
    expect(tree.levels.map((level) => level.id)).toEqual(locality.levels.map((level) => level.id))
    locality.levels.forEach((level, index) => {
      const { from, until } = GridTree.rangeOfLevel(tree, index)
      expect(until - from).toBe(numberAt(locality, `levels/${level.id}`).value)
    })
    expect(tree.householdsOf[GridTree.root]).toBe(numberAt(locality, "households").value)
  })

  it("has the levels and the seats that a simulation needs", () => {
    for (const role of ["subdistrict", "community", "grid", "building"] as const) {
      expect(GridTree.indicesOfRole(tree, role).length).toBeGreaterThan(0)
    }
    for (const post of ["SubdistrictWorker", "OnCallWorker"] as const) {
      expect(Locality.seatCount(locality, post)).toBeGreaterThan(0)
    }
    // Before its reform Jiyang had no grid workers, and its record says so.
    expect(Locality.seatCount(locality, "GridWorker") > 0).toBe(locality.variant.kind !== "before")
    const atCommunity =
      Locality.seatCount(locality, "FullServiceWorker") +
      Locality.seatCount(locality, "CommunityWorker")
    expect(atCommunity).toBeGreaterThan(0)
    const onCall = Locality.seatCount(locality, "OnCallWorker")
    expect(onCall).toBe(GridTree.indicesOfRole(tree, "community").length)
  })

  it("spreads every seat over the nodes, losing none, one post for each kind at a node", () => {
    const spread = Locality.posts(locality, tree)
    if (!spread.ok) throw new Error(JSON.stringify(spread.problems))
    for (const kind of Post.kinds) {
      const posts = spread.posts.filter((post) => post.kind === kind)
      const seats = posts.reduce((sum, post) => sum + post.seatCount, 0)
      expect(seats).toBe(Locality.seatCount(locality, kind))
      expect(new Set(posts.map((post) => post.gridId)).size).toBe(posts.length)
    }
  })
})

describe.each(shipped)("the record of %s", (_, locality) => {
  const numbers = Locality.sourcedNumbers(locality)

  it("holds all its own checks, but for what its source contradicts", () => {
    const report = Locality.consistency(locality)
    expect(report.problems.filter((problem) => problem.code !== "ConflictInSource")).toEqual([])
    expect(report.rows.length).toBe(locality.checks.length)
    for (const row of report.rows) {
      expect(row.verdict, row.id).toBe(row.kind === "conflict" ? "conflict" : "holds")
    }
    expect(new Set(locality.checks.map((check) => check.id)).size).toBe(locality.checks.length)
  })

  it("lists every number once, with a unit, words and provenance", () => {
    expect(new Set(numbers.map((one) => one.path)).size).toBe(numbers.length)
    for (const { path, label, number } of numbers) {
      expect(Number.isFinite(number.value), path).toBe(true)
      expect(number.unit, path).not.toBe("")
      expect(label.en, path).not.toBe("")
      expect(label.zh, path).toMatch(/\p{Script=Han}/u)
      expect(Provenance.describe(number.provenance).length, path).toBeGreaterThan(3)
    }
  })

  it("calls nothing reported that no report counts: households per head, seasons, desk staff", () => {
    const never =
      /^(personsPerHousehold|heatingSeason\/.*|staff\/(SubdistrictWorker|OnCallWorker))$/
    for (const { path, number } of numbers) {
      if (never.test(path)) expect(number.provenance.kind, path).not.toBe("reported")
    }
  })

  it("uses roles in the order of their rank", () => {
    expect(Level.check(locality.levels)).toEqual([])
  })
})

describe.each(withTree)("the second chain of %s", (_, locality) => {
  const tree = Locality.treeOrThrow(locality)

  it.each(["shared", "parent"] as const)(
    "has every stated unit and leaves no grid without one, the rest %s",
    (rest) => {
      const made = Locality.organisation(locality, tree, rest)
      if (!made.ok) throw new Error(JSON.stringify(made.problems))
      const { plan } = made.organisation
      const tally = ParallelOrganisation.tally(made.organisation, "grid", 0)
      const hasUnits = locality.organisation.levels.length > 0
      expect(tally.none).toBe(hasUnits ? 0 : GridTree.indicesOfRole(tree, "grid").length)
      for (const { id, besideRole, count } of locality.organisation.levels) {
        const places = GridTree.indicesOfRole(tree, besideRole).length
        const expected = places === 0 ? 0 : count === "notStated" ? places : count.value
        expect(plan.units.filter((unit) => unit.levelId === id).length, id).toBe(expected)
      }
      expect(plan.sideLists.map((list) => list.entries.length)).toEqual(
        locality.organisation.sideLists.map(({ count }) =>
          count === "notStated" ? -1 : count.value
        )
      )
    }
  )
})

describe("the ratios of Helong", () => {
  it("are those of the reference table", () => {
    expect(rowOf(Helong.locality, "workersPerGrid").value).toBeCloseTo(3.9, 2)
    expect(rowOf(Helong.locality, "unitsPerGrid").value).toBeCloseTo(41.0, 1)
    expect(rowOf(Helong.locality, "unitsPerBuilding").value).toBeCloseTo(4.12, 2)
    expect(rowOf(Helong.locality, "branchesPerGrid").value).toBeCloseTo(0.754, 3)
    expect(rowOf(Helong.locality, "fullServicePerCommunity").value).toBeCloseTo(4.9, 9)
    expect(rowOf(Helong.locality, "windowsKept").certainty).toBe("atMost")
  })

  it("keep 2,141 members and 2,142 unit leads apart", () => {
    expect(numberAt(Helong.locality, "links/inServiceMembers").value).toBe(2141)
    expect(numberAt(Helong.locality, "staff/UnitLead").value).toBe(2142)
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
  it("are those of the reference table, with bounds where the report says “and more”", () => {
    const row = (id: string) => rowOf(Longxian.locality, id)
    expect(row("householdsPerGrid").value).toBeCloseTo(389.8, 1)
    expect(row("householdsPerWorker").value).toBeCloseTo(209.1, 1)
    expect(row("householdsPerWorker").certainty).toBe("atMost")
    expect(row("workersPerGrid").value).toBeCloseTo(1.86, 2)
    expect(row("workersPerGrid").certainty).toBe("atLeast")
    expect(row("gridsPerCommunity").value).toBeCloseTo(11.8, 9)
    expect(row("groupsPerGrid").value).toBeCloseTo(0.712, 3)
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

describe("Jiyang", () => {
  it("houses 15 of 16 communities and accounts for 2017 to the yuan", () => {
    expect(rowOf(Jiyang.locality, "venueBands")).toMatchObject({ left: 15, right: 15 })
    expect(rowOf(Jiyang.locality, "communitiesHoused")).toMatchObject({ left: 15, right: 16 })
    expect(rowOf(Jiyang.locality, "funds2017")).toMatchObject({
      left: 9_273_520 + 1_273_520,
      right: 10_547_040
    })
  })

  it("has the ratios of the reference table", () => {
    expect(rowOf(Jiyang.locality, "petitionShare").value).toBeCloseTo(0.247, 3)
    expect(rowOf(Jiyang.locality, "groupsPerGrid").value).toBeCloseTo(4.15, 2)
    expect(rowOf(Jiyang.locality, "recruitedPerCommunity").value).toBe(3)
    expect(numberAt(Jiyang.locality, "households").value).toBe(36_900)
  })

  it("had nine communities and no grids before, and has sixteen with 123 after", () => {
    expect(JiyangBefore.locality.variant).toEqual({ kind: "before", of: "jiyang" })
    expect(numberAt(JiyangBefore.locality, "levels/community").value).toBe(9)
    expect(numberAt(Jiyang.locality, "levels/community").value).toBe(16)
    const stand = numberAt(JiyangBefore.locality, "levels/residentialArea")
    expect(stand).toMatchObject({ value: 59, unit: "residential areas" })
    expect(JiyangBefore.locality.staff.map((row) => row.count.provenance.kind)).toEqual(
      JiyangBefore.locality.staff.map(() => "assumed")
    )
    expect(Locality.seatCount(Jiyang.locality, "CommunityWorker")).toBe(16 + 29 + 48)
  })
})

describe("Bagongshan", () => {
  it("has the ratios of the reference table", () => {
    expect(rowOf(Bagongshan.locality, "workersPerGrid").value).toBeCloseTo(1.36, 9)
    expect(rowOf(Bagongshan.locality, "placesPerOrgan").value).toBe(2)
    expect(rowOf(Bagongshan.locality, "householdsPerGrid").value).toBeCloseTo(276, 1)
  })

  it("keeps its flood crew apart from those who reported in", () => {
    const crew = numberAt(Bagongshan.locality, "people/floodCrew").value
    expect(crew).toBeGreaterThan(numberAt(Bagongshan.locality, "links/inServiceMembers").value)
  })

  it("takes people and households from the census, and has no heating season", () => {
    expect(numberAt(Bagongshan.locality, "households").provenance.kind).toBe("public")
    expect(numberAt(Bagongshan.locality, "personsPerHousehold").provenance.kind).toBe("public")
    expect(Bagongshan.locality.heatingSeason.kind).toBe("none")
  })
})

describe("Xixian", () => {
  it("says what its report does not state, and answers everything else", () => {
    const built = Locality.tree(Xixian.locality)
    expect(built.ok ? [] : built.problems.map(({ code, subject }) => [code, subject])).toEqual([
      ["CountNotStated", "levels/community"],
      ["CountNotStated", "households"],
      ["CountNotStated", "personsPerHousehold"]
    ])
    expect(() => Locality.treeOrThrow(Xixian.locality)).toThrow("xixian has no tree")
    expect(Locality.notStatedPaths(Xixian.locality)).toContain("organisation/bigBranch")
    expect(Locality.seatCount(Xixian.locality, "GridWorker")).toBe(0)
  })

  it("shows 361 itemised activities beside a total of 100 and more, and repairs neither", () => {
    expect(Locality.consistency(Xixian.locality).problems).toEqual([
      { code: "ConflictInSource", subject: "activityTotal", found: 361, expected: 100 }
    ])
    expect(rowOf(Xixian.locality, "teamsPerColour").value).toBe(3)
    expect(rowOf(Xixian.locality, "volunteersPerTeam").value).toBeCloseTo(23.8, 1)
  })

  it("keeps assumed grids in the overlay only, each added number named and assumed", () => {
    const { variant } = Xixian.withGrids
    if (variant.kind !== "overlay") throw new Error("the overlay says that it is one")
    const original = Locality.sourcedNumbers(Xixian.locality)
    const added = Locality.sourcedNumbers(Xixian.withGrids).filter(
      ({ path }) => !original.some((one) => one.path === path)
    )
    expect(variant.addedPaths).toEqual(added.map(({ path }) => path))
    for (const { path, number } of added) expect(number.provenance.kind, path).toBe("assumed")
    for (const { path, number } of original) {
      expect(numberAt(Xixian.withGrids, path), path).toEqual(number)
    }
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

  it("that has no tree says why, also in its consistency report", () => {
    const changed = withLevelCount(Longxian.locality, "grid", 4)
    const problem = { code: "LevelShrinks", subject: "levels/grid", found: 4, expected: 5 }
    expect(Locality.tree(changed)).toEqual({ ok: false, problems: [problem] })
    expect(Locality.consistency(changed).problems).toContainEqual(problem)
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
    expect(new Set(codes)).toEqual(new Set(["UnknownNumber", "UnknownLevel"]))
  })

  it("whatever its numbers are, is answered and never throws", () => {
    const values = fc.oneof(
      fc.integer({ min: -3, max: 3000 }),
      fc.double({ min: -10, max: 3000, noNaN: true })
    )
    fc.assert(
      fc.property(fc.nat(5), values, values, values, (index, count, households, seats) => {
        const levelId = Helong.locality.levels[index]?.id ?? ""
        const changed = withLevelCount(Helong.locality, levelId, count)
        const report = Locality.consistency({
          ...changed,
          households: Provenance.assumed({ value: households, unit: "households", reason: "any" }),
          staff: changed.staff.map((row) => ({ ...row, count: { ...row.count, value: seats } }))
        })
        expect(report.rows.length).toBe(changed.checks.length)
        expect(report.problems.length).toBeGreaterThan(0)
      })
    )
  })

  it("with two numbers of one path says so", () => {
    const { resources } = Helong.locality
    const changed = { ...Helong.locality, resources: [...resources, ...resources.slice(0, 1)] }
    expect(Locality.consistency(changed).problems).toEqual([
      { code: "RepeatedPath", subject: "resources/specialWindowsBefore", found: 2, expected: 1 }
    ])
  })
})

describe("a listed town", () => {
  it("has exactly its own places and seats, and spreads only what is not listed", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 30 }),
        (households) => {
          const town = listedTown({ householdsOfGrids: households })
          expect(Locality.consistency(town).problems).toEqual([])
          const tree = Locality.treeOrThrow(town)
          const grids = GridTree.indicesOfRole(tree, "grid")
          expect(Array.from(grids, (grid) => tree.householdsOf[grid])).toEqual(households)
          const spread = Locality.posts(town, tree)
          if (!spread.ok) throw new Error("a listed town has posts")
          const seatsOf = (kind: Post.Kind) =>
            spread.posts.filter((post) => post.kind === kind).map((post) => post.seatCount)
          expect(seatsOf("GridWorker")).toEqual(households.map((_, index) => (index % 3) + 1))
          const mediators = Array.from(Apportionment.evenly(2, 1))
          expect(seatsOf("Mediator")).toEqual(mediators)
        }
      )
    )
  })

  it("with a post at no place, or a person who holds no post, says so", () => {
    const town = listedTown({ householdsOfGrids: [300, 200] })
    if (town.territory.kind !== "listed") throw new Error("the town is listed")
    const { appointments, posts } = town.territory
    const astray = appointments.map((one) => ({ ...one, kind: "GridLead" as const }))
    const lost = posts.map((post, index) =>
      index === 1 ? { ...post, gridId: Id.make<"Grid">("elsewhere") } : post
    )
    const codesOf = (territory: Locality.Locality["territory"]) =>
      Locality.consistency({ ...town, territory }).problems.map((problem) => problem.code)
    expect(codesOf({ ...town.territory, appointments: astray })).toEqual(["NoSuchPost"])
    expect(codesOf({ ...town.territory, posts: lost })).toEqual(["UnknownNode"])
  })

  it("whose places miss its totals says where", () => {
    const town = listedTown({ householdsOfGrids: [300, 200, 100] })
    if (town.territory.kind !== "listed") throw new Error("the town is listed")
    const extra = { kind: "GridWorker", gridId: Id.make<"Grid">("town"), seatCount: 1 } as const
    const changed = {
      ...withLevelCount(town, "grid", 4),
      territory: { ...town.territory, posts: [...town.territory.posts, extra] },
      households: Provenance.assumed({ value: 601, unit: "households", reason: "a slip" })
    }
    expect(Locality.consistency(changed).problems).toEqual([
      { code: "ListedCountDiffers", subject: "levels/grid", found: 3, expected: 4 },
      { code: "ListedHouseholdsDiffer", subject: "households", found: 600, expected: 601 },
      { code: "ListedSeatsDiffer", subject: "staff/GridWorker", found: 7, expected: 6 }
    ])
  })
})
