import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { GridTree } from "../src/index.ts"
import { aTree, townLevels, treePlans } from "./aTree.ts"

const codesOf = (built: GridTree.Built): ReadonlyArray<string> =>
  built.ok ? [] : built.problems.map((problem) => problem.code)

const spreadCodes = (counts: ReadonlyArray<number>, households = 100, personsPerHousehold = 2.5) =>
  codesOf(GridTree.spread({ levels: townLevels(counts), households, personsPerHousehold }))

describe("a tree spread from totals", () => {
  it("meets every level's count and the households exactly", () => {
    fc.assert(
      fc.property(treePlans, ({ counts, households }) => {
        const tree = aTree(counts, households)
        expect(tree.levels.map((level) => level.count)).toEqual(counts)
        counts.forEach((count, level) => {
          const { from, until } = GridTree.rangeOfLevel(tree, level)
          expect(until - from).toBe(count)
          const sum = tree.householdsOf.subarray(from, until).reduce((all, one) => all + one, 0)
          expect(sum).toBe(households)
        })
      })
    )
  })

  it("gives every node but the root one parent exactly one level up, in tree order", () => {
    fc.assert(
      fc.property(treePlans, ({ counts, households }) => {
        const tree = aTree(counts, households)
        expect(tree.parentOf[GridTree.root]).toBe(-1)
        for (let node = 1; node < GridTree.nodeCount(tree); node++) {
          const parent = tree.parentOf[node]!
          expect(tree.levelOf[node]).toBe(tree.levelOf[parent]! + 1)
          expect(parent).toBeGreaterThanOrEqual(tree.parentOf[node - 1]!)
          expect(tree.ids[node]!.startsWith(`${tree.ids[parent]}/`)).toBe(true)
        }
        expect(new Set(tree.ids).size).toBe(tree.ids.length)
      })
    )
  })

  it("keeps siblings within one child of each other", () => {
    fc.assert(
      fc.property(treePlans, ({ counts }) => {
        const tree = aTree(counts)
        for (let level = 0; level + 1 < counts.length; level++) {
          const sizes = Array.from(
            GridTree.indicesOf(tree, tree.levels[level]!.id),
            (node) => GridTree.childrenOf(tree, node).length
          )
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
        }
      })
    )
  })

  it("names nodes by a path that sorts in tree order", () => {
    const tree = aTree([1, 3, 10, 120])
    const grids = Array.from(GridTree.indicesOf(tree, "grid"), (node) => String(tree.ids[node]))
    expect(grids[0]).toBe("town/1/1/01")
    expect(grids.slice().sort()).toEqual(grids)
    expect(GridTree.labelOf(tree, GridTree.indexOfId(tree, "town/2/3/07"))).toEqual({
      en: "grid 2-3-07",
      zh: "grid2-3-07"
    })
    expect(GridTree.labelOf(tree, GridTree.root)).toEqual({ en: "county", zh: "county" })
    expect(GridTree.indexOfId(tree, "town/9")).toBe(-1)
  })

  it("takes the first level's id as root id and the census size of a household by default", () => {
    const built = GridTree.spread({ levels: townLevels([1]), households: 100 })
    expect(built.ok && built.tree.ids).toEqual(["county"])
    expect(built.ok && GridTree.residentsOf(built.tree, 0)).toBeCloseTo(262, 9)
  })

  it("refuses counts that are none and levels that shrink", () => {
    expect(spreadCodes([1, 3, 3])).toEqual([])
    expect(spreadCodes([1, 3, 2])).toEqual(["LevelShrinks"])
    expect(spreadCodes([2, 3])).toEqual(["BadCount"])
    expect(spreadCodes([1, 0])).toEqual(["BadCount"])
    expect(spreadCodes([1, 2.5])).toEqual(["BadCount"])
    expect(spreadCodes([1, Number.NaN])).toEqual(["BadCount"])
    expect(spreadCodes([1, GridTree.nodeCountMax])).toEqual(["BadCount"])
  })

  it("refuses impossible households, persons and root ids", () => {
    expect(spreadCodes([1], 0)).toEqual([])
    expect(spreadCodes([1], -1)).toEqual(["BadHouseholds"])
    expect(spreadCodes([1], 0.5)).toEqual(["BadHouseholds"])
    expect(spreadCodes([1], 2 ** 31)).toEqual(["BadHouseholds"])
    expect(spreadCodes([1], 1, 0)).toEqual(["BadPersonsPerHousehold"])
    expect(spreadCodes([1], 1, Number.POSITIVE_INFINITY)).toEqual(["BadPersonsPerHousehold"])
    const withRoot = (rootId: string) =>
      codesOf(GridTree.spread({ rootId, levels: townLevels([1]), households: 1 }))
    expect(withRoot("a b")).toEqual(["BadId"])
    expect(withRoot("x".repeat(81))).toEqual(["BadId"])
    expect(withRoot("x".repeat(80))).toEqual([])
  })
})

describe("a tree from explicit nodes", () => {
  const levels = townLevels([1, 1, 1]).map(({ id, role, name }) => ({ id, role, name }))
  const node = (id: string, parentId: string, levelId: string, households = 0) => ({
    id,
    parentId,
    levelId,
    households
  })
  const good = [
    node("g", "", "county"),
    node("s2", "g", "subdistrict", 5),
    node("c1", "s1", "community", 7),
    node("s1", "g", "subdistrict")
  ]
  const makeCodes = (nodes: ReadonlyArray<GridTree.GridNode>) =>
    codesOf(GridTree.make({ levels, nodes }))

  it("keeps siblings in the order given and adds own households to those below", () => {
    const built = GridTree.make({ levels, nodes: good })
    if (!built.ok) throw new Error(JSON.stringify(built.problems))
    expect(built.tree.ids).toEqual(["g", "s2", "s1", "c1"])
    expect(Array.from(built.tree.householdsOf)).toEqual([12, 5, 7, 7])
    expect(built.tree.levels.map((level) => level.count)).toEqual([1, 2, 1])
    expect(Array.from(GridTree.childrenOf(built.tree, 1))).toEqual([])
    expect(Array.from(GridTree.descendantsOf(built.tree, 0, 2))).toEqual([3])
  })

  it("builds the same tree again from its own records", () => {
    fc.assert(
      fc.property(treePlans, ({ counts, households }) => {
        const tree = aTree(counts, households)
        const again = GridTree.make({
          levels: townLevels(counts).map(({ id, role, name }) => ({ id, role, name })),
          nodes: GridTree.toNodes(tree)
        })
        expect(again).toEqual({ ok: true, tree })
      })
    )
  })

  it("builds the same counts and sums whatever the order of the records", () => {
    const plans = treePlans.chain((plan) => {
      const nodes = GridTree.toNodes(aTree(plan.counts, plan.households))
      return fc.tuple(
        fc.constant(plan),
        fc.shuffledSubarray([...nodes], { minLength: nodes.length, maxLength: nodes.length })
      )
    })
    fc.assert(
      fc.property(plans, ([{ counts, households }, nodes]) => {
        const tree = aTree(counts, households)
        const again = GridTree.make({ levels: townLevels(counts), nodes })
        if (!again.ok) throw new Error(JSON.stringify(again.problems))
        expect(again.tree.levels.map((level) => level.count)).toEqual(counts)
        for (const row of GridTree.toNodes(tree).keys()) {
          const other = GridTree.indexOfId(again.tree, tree.ids[row]!)
          expect(again.tree.householdsOf[other]).toBe(tree.householdsOf[row])
        }
      })
    )
  })

  it("names an orphan with the parent that is missing", () => {
    const built = GridTree.make({ levels, nodes: [...good, node("c9", "s9", "community")] })
    expect(built).toEqual({
      ok: false,
      problems: [{ code: "OrphanNode", subject: "c9", found: "s9", expected: "subdistrict" }]
    })
  })

  it("finds every cycle once, also a node that is its own parent", () => {
    const ring = [node("a", "b", "subdistrict"), node("b", "a", "community")]
    expect(makeCodes([...good, ...ring])).toEqual(["Cycle"])
    expect(makeCodes([...good, node("x", "x", "community")])).toEqual(["Cycle"])
    const built = GridTree.make({ levels, nodes: [...good, ...ring] })
    expect(built.ok ? "" : built.problems[0]!.found).toBe("a > b")
  })

  it("refuses repeated ids, none or several roots", () => {
    expect(makeCodes([...good, node("c1", "s2", "community")])).toEqual(["DuplicateId"])
    expect(makeCodes([...good, node("h", "", "county")])).toEqual(["SeveralRoots"])
    expect(makeCodes([])).toEqual(["NoRoot", "EmptyLevel", "EmptyLevel", "EmptyLevel"])
  })

  it("refuses a parent that is not exactly one level up", () => {
    expect(makeCodes([...good, node("c2", "g", "community")])).toEqual(["WrongLevelOrder"])
    expect(makeCodes([...good, node("c2", "c1", "community")])).toEqual(["WrongLevelOrder"])
    expect(codesOf(GridTree.make({ levels, nodes: [node("c", "", "community")] }))).toContain(
      "WrongLevelOrder"
    )
  })

  it("refuses unknown levels, bad ids and negative households", () => {
    expect(makeCodes([...good, node("c2", "s1", "village")])).toEqual(["UnknownLevel"])
    expect(makeCodes([...good, node("c 2", "s1", "community")])).toEqual(["BadId"])
    expect(makeCodes([...good, node("c2", "s1", "community", -1)])).toEqual(["BadHouseholds"])
    expect(makeCodes([...good, node("c2", "s1", "community", 2 ** 31)])).toEqual(["BadHouseholds"])
    expect(makeCodes(good.slice(0, 2))).toEqual(["EmptyLevel"])
  })
})

describe("walking", () => {
  const tree = aTree()

  it("agrees with a walk over parents, for every node and level", () => {
    fc.assert(
      fc.property(treePlans, fc.nat(), ({ counts }, pick) => {
        const any = aTree(counts)
        const node = pick % GridTree.nodeCount(any)
        const path = GridTree.pathOf(any, node)
        expect(path[0]).toBe(GridTree.root)
        expect(path.at(-1)).toBe(node)
        counts.forEach((_, level) => {
          expect(GridTree.ancestorAt(any, node, level)).toBe(path[level] ?? -1)
          const below = Array.from(GridTree.descendantsOf(any, node, level))
          const slow = Array.from(GridTree.indicesOf(any, any.levels[level]!.id)).filter((other) =>
            GridTree.pathOf(any, other).includes(node)
          )
          expect(below).toEqual(slow)
        })
      })
    )
  })

  it("finds levels by id and by role, and nothing for those it does not have", () => {
    expect(GridTree.indicesOf(tree, "grid")).toEqual(GridTree.indicesOfRole(tree, "grid"))
    expect(GridTree.indicesOfRole(tree, "community").length).toBe(10)
    expect(GridTree.indicesOf(tree, "hamlet").length).toBe(0)
    expect(GridTree.indicesOfRole(tree, "unit").length).toBe(0)
    expect(GridTree.levelIndexOfRole(tree, "unit")).toBe(-1)
  })

  it("refuses a level outside the tree", () => {
    expect(() => GridTree.rangeOfLevel(tree, 4)).toThrow("0 to 3; got 4")
    expect(() => GridTree.descendantsOf(tree, 0, -1)).toThrow(RangeError)
    expect(GridTree.ancestorAt(tree, 5, -1)).toBe(-1)
  })

  it("sums up to the same total at every level", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1000 }), { minLength: 69, maxLength: 69 }), (values) => {
        const sums = GridTree.sumUp(tree, 3, values)
        expect(sums.length).toBe(GridTree.nodeCount(tree))
        const total = values.reduce((all, one) => all + one, 0)
        for (let level = 0; level < 4; level++) {
          const { from, until } = GridTree.rangeOfLevel(tree, level)
          expect(sums.slice(from, until).reduce((all, one) => all + one, 0)).toBe(total)
        }
      })
    )
    expect(GridTree.sumUp(tree, 1, [1, 2, 3]).length).toBe(4)
    expect(() => GridTree.sumUp(tree, 3, [1])).toThrow("69 nodes; got 1 values")
  })
})
