import { describe, expect, it } from "vitest"
import { GridTree, SideList } from "../src/index.ts"
import { aTree } from "./aTree.ts"

const name = { en: "Temporary branch", zh: "临时党支部" }
const options: SideList.SpreadOptions = {
  id: "temporaryBranch",
  name,
  count: 171,
  role: "community"
}

describe("side lists", () => {
  it("hold Longxian's 171 temporary branches over 5 communities, 34 or 35 each", () => {
    const tree = aTree([1, 1, 5, 59])
    const made = SideList.spread(tree, options)
    if (!made.ok) throw new Error(JSON.stringify(made.problems))
    expect(made.list.entries).toHaveLength(171)
    expect(SideList.check(tree, made.list)).toEqual([])
    expect(SideList.entriesUnder(tree, made.list, GridTree.root)).toHaveLength(171)
    const counts = Array.from(
      GridTree.indicesOfRole(tree, "community"),
      (node) => SideList.entriesUnder(tree, made.list, node).length
    )
    expect(counts.toSorted()).toEqual([34, 34, 34, 34, 35])
    const grid = GridTree.indicesOfRole(tree, "grid")[0]!
    expect(SideList.entriesUnder(tree, made.list, grid)).toEqual([])
  })

  it("refuse ids, counts and levels that cannot be", () => {
    const codes = (changes: Partial<SideList.SpreadOptions>) => {
      const made = SideList.spread(aTree(), { ...options, ...changes })
      return made.ok ? [] : made.problems.map((problem) => problem.code)
    }
    expect(codes({})).toEqual([])
    expect(codes({ count: 0 })).toEqual([])
    expect(codes({ count: -1, role: "unit", id: "two words" })).toEqual([
      "BadId",
      "BadCount",
      "NoTerritoryLevel"
    ])
  })

  it("report entries twice, at unknown nodes and with impossible ids", () => {
    const tree = aTree()
    const entries = [
      { id: "a", gridId: tree.ids[1]! },
      { id: "a", gridId: tree.ids[2]! },
      { id: "", gridId: aTree([1, 4]).ids[4]! }
    ]
    const codes = SideList.check(tree, { id: "side", name, entries }).map((problem) => problem.code)
    expect(codes).toEqual(["BadId", "DuplicateEntry", "UnknownNode"])
  })
})
