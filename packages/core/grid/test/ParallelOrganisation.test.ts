import { Id } from "@wangge/facts"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { GridTree, ParallelOrganisation, Spell } from "../src/index.ts"
import { aLink, aPlan, aUnit, label, made, small } from "./anOrganisation.ts"
import { aTree, treePlans } from "./aTree.ts"

const helongLevels: ReadonlyArray<ParallelOrganisation.SpreadLevel> = [
  { id: "committee", name: label("Working committee"), count: 3, role: "subdistrict" },
  { id: "generalBranch", name: label("General branch"), count: 10, role: "community" },
  { id: "gridBranch", name: label("Grid branch"), count: 52, role: "grid" }
]

describe("a party unit for every grid (row 2)", () => {
  it("given 52 branches over 69 grids, a grid without its own branch has a shared one", () => {
    const tree = aTree()
    const organisation = made(
      ParallelOrganisation.spread(tree, { levels: helongLevels, rest: "shared" })
    )
    expect(ParallelOrganisation.unitsOfLevel(organisation, "gridBranch")).toHaveLength(52)
    const tally = ParallelOrganisation.tally(organisation, "grid", 0)
    expect(tally).toEqual({ own: 35, shared: 34, parent: 0, above: 0, none: 0 })
  })

  it("given 52 branches over 69 grids, it falls to its community's general branch if so read", () => {
    const tree = aTree()
    const organisation = made(
      ParallelOrganisation.spread(tree, { levels: helongLevels, rest: "parent" })
    )
    const tally = ParallelOrganisation.tally(organisation, "grid", 0)
    expect(tally).toEqual({ own: 52, shared: 0, parent: 17, above: 0, none: 0 })
    const community = GridTree.levelIndexOfRole(tree, "community")
    for (const node of GridTree.indicesOfRole(tree, "grid")) {
      const answer = ParallelOrganisation.unitOf(organisation, node, 0)
      if (answer.kind !== "parent") continue
      expect(answer.viaId).toBe(tree.ids[GridTree.ancestorAt(tree, node, community)])
      expect(answer.unitId).toMatch(/^generalBranch-/)
    }
  })

  it("given 42 groups over 59 grids, every grid resolves and no group crosses a community", () => {
    const tree = aTree([1, 1, 5, 59])
    const levels: ReadonlyArray<ParallelOrganisation.SpreadLevel> = [
      { id: "townCommittee", name: label("Town committee"), count: 1, role: "county" },
      { id: "branch", name: label("Community branch"), count: 5, role: "community" },
      { id: "group", name: label("Grid group"), count: 42, role: "grid" }
    ]
    const organisation = made(ParallelOrganisation.spread(tree, { levels, rest: "shared" }))
    expect(ParallelOrganisation.tally(organisation, "grid", 0)).toMatchObject({
      own: 25,
      shared: 34
    })
    for (const unit of ParallelOrganisation.unitsOfLevel(organisation, "group")) {
      const grids = ParallelOrganisation.gridsOf(organisation, unit.id, 0)
      const communities = grids.map((id) => id.split("/").slice(0, 3).join("/"))
      expect(new Set(communities).size).toBe(1)
      const chain = ParallelOrganisation.chainOf(organisation, unit.id)
      expect(chain.map((one) => one.levelId)).toEqual(["group", "branch", "townCommittee"])
    }
  })

  it("meets every total and leaves no node without a unit, whatever tree and counts", () => {
    const rest = fc.constantFrom("shared", "parent")
    const shares = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(treePlans, rest, shares, fc.nat({ max: 2 }), (plan, how, percents, top) => {
        const tree = aTree(plan.counts, plan.households)
        const first = Math.min(top, tree.levels.length - 1)
        const levels = tree.levels.slice(first).map((level, index) => ({
          id: `over-${level.id}`,
          name: level.name,
          role: level.role,
          count: index === 0 ? level.count : Math.ceil((level.count * percents[index]!) / 100)
        }))
        const organisation = made(ParallelOrganisation.spread(tree, { levels, rest: how }))
        for (const level of levels) {
          const units = ParallelOrganisation.unitsOfLevel(organisation, level.id)
          expect(units).toHaveLength(level.count)
          for (const unit of units) {
            expect(ParallelOrganisation.gridsOf(organisation, unit.id, 0)).not.toEqual([])
          }
        }
        for (let node = 0; node < tree.ids.length; node++) {
          const { kind } = ParallelOrganisation.unitOf(organisation, node, 0)
          expect(kind).not.toBe("none")
          expect(kind === "above").toBe(tree.levelOf[node]! < first)
        }
      })
    )
  })
})

describe("resolving over time", () => {
  it("answers as a plain search does while links last, and with none before and after", () => {
    const spells = fc
      .tuple(fc.integer({ min: 0, max: 19 }), fc.integer({ min: 1, max: 20 }))
      .filter(([fromSec, untilSec]) => fromSec < untilSec)
    const more = fc.array(
      fc.tuple(fc.constantFrom("n1", "s1", "north"), fc.constantFrom(...small.ids), spells),
      { maxLength: 4 }
    )
    let accepted = 0
    fc.assert(
      fc.property(more, (extra) => {
        const links = [
          aLink("south", "town", 0, 20),
          ...extra.map(([unit, gridId, [from, until]]) => aLink(unit, gridId, from, until))
        ]
        const units = [
          aUnit("south", "top"),
          aUnit("north", "middle", "south"),
          aUnit("n1", "low", "south"),
          aUnit("s1", "low", "south")
        ]
        const levels = ["top", "middle", "low"].map((id) => ({ id, name: label(id) }))
        const answer = ParallelOrganisation.make(small, { levels, units, links, sideLists: [] })
        if (!answer.ok) {
          const codes = new Set(answer.problems.map((problem) => problem.code))
          const possible = ["LinkedTwice", "TwoUnitsOfOneLevel", "NestedCover"]
          expect(possible).toEqual(expect.arrayContaining(Array.from(codes)))
          return
        }
        accepted += 1
        const rank = (unitId: string) =>
          levels.findIndex((level) => units.some((u) => u.id === unitId && u.levelId === level.id))
        for (let atSec = -1; atSec <= 20; atSec++) {
          const now = links.filter((link) => Spell.isInForce(link, atSec))
          small.ids.forEach((id, node) => {
            const covering = now
              .filter((link) => id === link.gridId || id.startsWith(`${link.gridId}/`))
              .toSorted(
                (one, other) =>
                  other.gridId.length - one.gridId.length || rank(other.unitId) - rank(one.unitId)
              )[0]
            const found = ParallelOrganisation.unitOf(answer.organisation, node, atSec)
            if (covering === undefined) {
              expect(found).toEqual({ kind: "none" })
              expect(atSec < 0 || atSec >= 20).toBe(true)
              return
            }
            const { unitId, gridId } = covering
            const all = now.filter((link) => link.unitId === unitId)
            const kind = gridId !== id ? "parent" : all.length > 1 ? "shared" : "own"
            expect(found).toMatchObject({ kind, unitId })
          })
        }
      }),
      { numRuns: 200 }
    )
    expect(accepted).toBeGreaterThan(20)
  })

  it("hands a community from one branch to the next at one second", () => {
    const links = [
      aLink("north", "town/1"),
      aLink("south", "town/2"),
      aLink("n1", "town/1/1", 0, 50),
      aLink("n2", "town/1/1", 50, 100)
    ]
    const units = [...aPlan().units, aUnit("n2", "branch", "north")]
    const organisation = made(ParallelOrganisation.make(small, aPlan({ links, units })))
    const node = GridTree.indexOfId(small, "town/1/1")
    const unitAt = (atSec: number) => ParallelOrganisation.unitOf(organisation, node, atSec)
    expect(unitAt(49)).toEqual({ kind: "own", unitId: "n1" })
    expect(unitAt(50)).toEqual({ kind: "own", unitId: "n2" })
    expect(unitAt(100)).toEqual({ kind: "none" })
  })

  it("names the units of the parts for a place above them all", () => {
    const organisation = made(ParallelOrganisation.make(small, aPlan()))
    const root = ParallelOrganisation.unitOf(organisation, GridTree.root, 0)
    expect(root).toEqual({ kind: "above", unitIds: ["north", "south"] })
  })

  it("is none everywhere for an empty organisation, and throws for nodes and units not there", () => {
    const empty = made(ParallelOrganisation.make(small, ParallelOrganisation.emptyPlan))
    expect(ParallelOrganisation.tally(empty, "community", 0)).toMatchObject({ none: 4 })
    expect(() => ParallelOrganisation.unitOf(empty, 7, 0)).toThrow("0 to 6; got 7")
    expect(() => ParallelOrganisation.chainOf(empty, Id.make("n1"))).toThrow("no unit n1")
  })
})
