import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { GridTree, TerritoryMap } from "../src/index.ts"
import {
  after,
  aMap,
  aMerge,
  aName,
  aSplit,
  eventOf,
  gridId,
  gridIds,
  treeOf
} from "./aTerritory.ts"
import { aTree, treePlans } from "./aTree.ts"

describe("the map of a tree", () => {
  it("turns back into the same tree", () => {
    fc.assert(
      fc.property(treePlans, ({ counts, households }) => {
        const tree = aTree(counts, households)
        expect(treeOf(TerritoryMap.fromTree(tree, { startedSec: 5 }))).toEqual(tree)
      })
    )
  })

  it("keeps siblings in the order of the tree, not of their ids", () => {
    const map = aMap({ c2: { zz: [1], aa: [2] }, c1: { mm: [3] } })
    expect(treeOf(map).ids).toEqual(["t", "c2", "c1", "zz", "aa", "mm", "zzb1", "aab1", "mmb1"])
  })

  it("takes names and duties where given", () => {
    const names = new Map([["g1", aName("Garden")]])
    const duties = new Map([["g1", ["risk", "city", "risk"]]])
    const map = aMap({ c1: { g1: [1], g2: [2] } }, { names, duties })
    expect(TerritoryMap.find(map, "g1")).toMatchObject({
      name: { en: "Garden", zh: "Garden" },
      duties: ["city", "risk"]
    })
    expect(TerritoryMap.find(map, "g2")).toMatchObject({ name: { en: "grid g2" }, duties: [] })
  })

  it("adds up households of open places and knows what lies where", () => {
    const map = aMap()
    expect(TerritoryMap.householdsOf(map, "t")).toBe(980)
    expect(TerritoryMap.householdsOf(map, "c1")).toBe(810)
    expect(TerritoryMap.householdsOf(map, "nowhere")).toBe(0)
    expect(TerritoryMap.membersOf(map, "g2")).toEqual(["g2b1", "g2b2"])
    expect(TerritoryMap.find(map, "nowhere")).toBeUndefined()
    const split = after(map, aSplit())
    expect(TerritoryMap.isOpen(split, "g1")).toBe(false)
    expect(TerritoryMap.householdsOf(split, "g1")).toBe(0)
    expect(TerritoryMap.householdsOf(split, "c1")).toBe(810)
  })

  it("is not a tree once a level has no open place", () => {
    const map = aMap({ c1: { g1: [0] } })
    const closed = after(
      map,
      { kind: "Close", atSec: 1, nodeId: gridId("g1b1") },
      { kind: "Close", atSec: 2, nodeId: gridId("g1") }
    )
    const built = TerritoryMap.toTree(closed)
    expect(built.ok ? [] : built.problems.map(({ code }) => code)).toEqual([
      "EmptyLevel",
      "EmptyLevel"
    ])
  })
})

describe("an event", () => {
  it("leaves the map before it as it was", () => {
    const map = aMap()
    const event = eventOf(map, aMerge())
    const before = JSON.stringify(map)
    TerritoryMap.evolve(map, event)
    expect(JSON.stringify(map)).toBe(before)
  })

  it("does not happen twice, nor on another map, nor before the last change", () => {
    const map = aMap()
    const event = eventOf(map, { kind: "Rename", atSec: 9, nodeId: gridId("g1"), name: aName("x") })
    const next = TerritoryMap.evolve(map, event)
    expect(() => TerritoryMap.evolve(next, event)).toThrow("does not follow")
    expect(() => TerritoryMap.evolve(aMap({ c1: { a: [1] } }), event)).toThrow("does not follow")
    const early = {
      kind: event.kind,
      cause: event.cause,
      atSec: 8,
      opened: [],
      moved: [],
      closed: [],
      altered: event.altered,
      versions: [{ id: gridId("g1"), version: 3 }]
    }
    expect(() => TerritoryMap.evolve(next, early)).toThrow("does not follow")
  })

  it("shares all records that it does not touch", () => {
    const map = aMap()
    const next = after(map, aSplit())
    expect(TerritoryMap.find(next, "g2b1")).toBe(TerritoryMap.find(map, "g2b1"))
    expect(TerritoryMap.find(next, "c1")).toBe(TerritoryMap.find(map, "c1"))
    expect(TerritoryMap.find(next, "g1b1")).not.toBe(TerritoryMap.find(map, "g1b1"))
  })

  it("closes the places of a merge with their heir", () => {
    const next = after(aMap(), aMerge({ intoId: gridId("g2") }))
    expect(TerritoryMap.find(next, "g1")).toMatchObject({ heirId: "g2", closedSec: 100 })
    expect(TerritoryMap.find(next, "g2")).toMatchObject({ heirId: "", version: 2, formerIds: [] })
    expect(TerritoryMap.membersOf(next, "c1")).toEqual(gridIds("g2", "g3"))
    expect(GridTree.nodeCount(treeOf(next))).toBe(GridTree.nodeCount(treeOf(aMap())) - 1)
  })
})
