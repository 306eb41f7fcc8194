/**
 * Trees of any shape, with childless nodes on every level and records in any order, against plain
 * objects that hold their parent and their children.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { GridTree } from "../src/index.ts"
import { townLevels } from "./aTree.ts"

interface Plain {
  readonly id: string
  readonly levelIndex: number
  readonly own: number
  readonly parent: Plain | undefined
  readonly children: Array<Plain>
}

interface Town {
  readonly plain: ReadonlyArray<Plain>
  readonly tree: GridTree.GridTree
}

/** For each level below the root: which node above is each node's parent, as a fraction. */
const towns: fc.Arbitrary<Town> = fc
  .tuple(
    fc.array(
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 50 })), {
        minLength: 1,
        maxLength: 12
      }),
      { maxLength: 4 }
    ),
    fc.infiniteStream(fc.nat())
  )
  .map(([levels, ranks]) => {
    const plain: Array<Plain> = [
      { id: "n0", levelIndex: 0, own: 3, parent: undefined, children: [] }
    ]
    let above: ReadonlyArray<Plain> = plain.slice()
    for (const [index, nodes] of levels.entries()) {
      const next = nodes.map(([share, own]): Plain => {
        const parent = above[Math.min(Math.floor(share * above.length), above.length - 1)]!
        const id = `n${plain.length}`
        const node = { id, levelIndex: index + 1, own, parent, children: [] }
        plain.push(node)
        return node
      })
      above = next
    }
    const records = plain
      .map((node) => ({ node, rank: ranks.next().value ?? 0 }))
      .sort((one, other) => one.rank - other.rank)
      .map((entry) => entry.node)
    for (const node of records) node.parent?.children.push(node)
    const roles = townLevels(Array(levels.length + 1).fill(1))
    const built = GridTree.make({
      levels: roles,
      nodes: records.map((node) => ({
        id: node.id,
        parentId: node.parent?.id ?? "",
        levelId: roles[node.levelIndex]!.id,
        households: node.own
      }))
    })
    if (!built.ok) throw new Error(JSON.stringify(built.problems))
    return { plain, tree: built.tree }
  })

const nodesBelow = (node: Plain): ReadonlyArray<Plain> => [
  node,
  ...node.children.flatMap(nodesBelow)
]

const nodesAbove = (node: Plain): ReadonlyArray<Plain> =>
  node.parent === undefined ? [node] : [...nodesAbove(node.parent), node]

const idsOf = (tree: GridTree.GridTree, nodes: Iterable<number>): ReadonlyArray<string> =>
  Array.from(nodes, (node) => tree.ids[node]!)

describe("a tree of any shape", () => {
  it("has the ancestors, children and descendants of plain objects", () => {
    fc.assert(
      fc.property(towns, ({ plain, tree }) => {
        const numbers = GridTree.indexById(tree)
        expect(numbers.size).toBe(plain.length)
        for (const node of plain) {
          const number = numbers.get(node.id)!
          expect(number).toBe(GridTree.indexOfId(tree, node.id))
          const path = idsOf(tree, GridTree.pathOf(tree, number))
          expect(path).toEqual(nodesAbove(node).map((one) => one.id))
          const children = idsOf(tree, GridTree.childrenOf(tree, number))
          expect(children).toEqual(node.children.map((one) => one.id))
          const below = nodesBelow(node)
            .slice()
            .sort((one, other) => one.levelIndex - other.levelIndex)
          const subtree = idsOf(tree, GridTree.subtreeOf(tree, number))
          expect(subtree).toEqual(below.map((one) => one.id))
          for (const levelIndex of tree.levels.keys()) {
            const atLevel = below.filter((one) => one.levelIndex === levelIndex)
            const descendants = GridTree.descendantsOf(tree, number, levelIndex)
            expect(idsOf(tree, descendants)).toEqual(atLevel.map((one) => one.id))
          }
        }
      }),
      { numRuns: 150 }
    )
  })

  it("knows what lies within what", () => {
    fc.assert(
      fc.property(towns, fc.nat(), fc.nat(), ({ plain, tree }, one, other) => {
        const node = plain[one % plain.length]!
        const above = plain[other % plain.length]!
        const numbers = GridTree.indexById(tree)
        const isWithin = GridTree.isWithin(tree, numbers.get(node.id)!, numbers.get(above.id)!)
        expect(isWithin).toBe(nodesAbove(node).includes(above))
      }),
      { numRuns: 300 }
    )
  })

  it("rolls up sums, least and largest values as plain objects do", () => {
    fc.assert(
      fc.property(towns, ({ plain, tree }) => {
        const numbers = GridTree.indexById(tree)
        const values = new Float64Array(plain.length)
        for (const node of plain) values[numbers.get(node.id)!] = node.own - 20
        const sums = GridTree.sumOwnUp(tree, values)
        const least = GridTree.leastUp(tree, values)
        const most = GridTree.mostUp(tree, Array.from(values))
        for (const node of plain) {
          const number = numbers.get(node.id)!
          const own = nodesBelow(node).map((one) => one.own - 20)
          const total = own.reduce((sum, value) => sum + value, 0)
          expect(sums[number]).toBe(total)
          expect(tree.householdsOf[number]).toBe(total + 20 * own.length)
          expect(least[number]).toBe(Math.min(...own))
          expect(most[number]).toBe(Math.max(...own))
        }
        expect(values).toEqual(Float64Array.from(tree.ids, (id) => ownOf(plain, id)))
      })
    )
  })

  it("leaves out nodes without a value, and refuses another number of values", () => {
    fc.assert(
      fc.property(towns, ({ tree }) => {
        const nothing = new Float64Array(tree.ids.length).fill(Number.POSITIVE_INFINITY)
        expect(GridTree.leastUp(tree, nothing)).toEqual(nothing)
        const others = tree.ids.length + 1
        for (const roll of [GridTree.sumOwnUp, GridTree.leastUp, GridTree.mostUp]) {
          expect(() => roll(tree, new Float64Array(others))).toThrow(`got ${others} values`)
        }
      })
    )
  })

  it("is made of at most so many nodes", () => {
    const tooMany = new Array<GridTree.GridNode>(GridTree.nodeCountMax + 1)
    const built = GridTree.make({ levels: townLevels([1]), nodes: tooMany })
    expect(built).toEqual({
      ok: false,
      problems: [{ code: "BadCount", subject: "nodes", found: 10_000_001, expected: "<= 10000000" }]
    })
  })
})

const ownOf = (plain: ReadonlyArray<Plain>, id: string): number =>
  plain.find((node) => node.id === id)!.own - 20
