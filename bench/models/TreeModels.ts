/**
 * One city as records, and two ways to hold it: `GridTree`'s flat arrays and plain objects with
 * parent and children. `tree.bench.ts` asks both the same questions.
 */
import { GridTree } from "@wangge/grid"

/** How the records are listed: as registers list them, or without any order. */
export const ORDERS = ["depthFirst", "scrambled"] as const
export type Order = (typeof ORDERS)[number]

/** The same questions, whatever holds the tree; `picks` are positions in the list of records. */
export interface Asked {
  readonly rollUp: () => number
  readonly subtrees: (picks: Int32Array) => number
  readonly paths: (picks: Int32Array) => number
  readonly communityOf: (picks: Int32Array) => number
}

const ROLES = ["county", "subdistrict", "community", "grid", "building", "unit"] as const

/** The index of the communities among the levels. */
export const COMMUNITY = 2

/** The levels of the city, from top to bottom. */
export const LEVELS = ROLES.map((role) => ({ id: role, role, name: { en: role, zh: role } }))

/** A linear congruential generator: the same tree and the same picks in every process. */
export const generator = (seed: number): ((bound: number) => number) => {
  let state = seed
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * bound)
  }
}

/** A city: its nodes as records, with the number of each as its value. */
export const recordsOf = (nodeCount: number, order: Order): ReadonlyArray<GridTree.GridNode> => {
  const counts = [1, nodeCount / 50_000, nodeCount / 5_000, nodeCount / 100, nodeCount / 10]
    .map((count) => Math.max(1, Math.floor(count)))
    .map((count, index) => (index === 0 ? 1 : count))
  const units = nodeCount - counts.reduce((sum, count) => sum + count, 0)
  const levels = LEVELS.map((level, index) => ({ ...level, count: counts[index] ?? units }))
  const built = GridTree.spread({ rootId: "city", levels, households: nodeCount * 3 })
  if (!built.ok) throw new Error(JSON.stringify(built.problems))
  const nodes = GridTree.toNodes(built.tree).map((node, number) => ({
    ...node,
    households: number % 97
  }))
  return order === "depthFirst" ? depthFirst(built.tree, nodes) : scrambled(nodes)
}

const depthFirst = (
  tree: GridTree.GridTree,
  nodes: ReadonlyArray<GridTree.GridNode>
): ReadonlyArray<GridTree.GridNode> => {
  const listed: Array<GridTree.GridNode> = []
  const waiting = [GridTree.root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    listed.push(nodes[node]!)
    for (let child = tree.firstChildOf[node + 1]! - 1; child >= tree.firstChildOf[node]!; child--) {
      waiting.push(child)
    }
  }
  return listed
}

const scrambled = (nodes: ReadonlyArray<GridTree.GridNode>): ReadonlyArray<GridTree.GridNode> => {
  const listed = [...nodes]
  const below = generator(7)
  for (let last = listed.length - 1; last > 0; last--) {
    const other = below(last + 1)
    const kept = listed[last]!
    listed[last] = listed[other]!
    listed[other] = kept
  }
  return listed
}

/** The flat arrays: everything goes through the public functions of `GridTree`. */
export const buildFlat = (records: ReadonlyArray<GridTree.GridNode>): (() => Asked) => {
  const built = GridTree.make({ levels: LEVELS, nodes: records })
  if (!built.ok) throw new Error(JSON.stringify(built.problems.slice(0, 3)))
  const { tree } = built
  return () => {
    const numbers = GridTree.indexById(tree)
    const numberOf = Int32Array.from(records, (record) => numbers.get(record.id)!)
    const values = new Float64Array(records.length)
    records.forEach((record, position) => {
      values[numberOf[position]!] = record.households
    })
    return {
      rollUp: () => {
        const sums = GridTree.sumOwnUp(tree, values)
        const { from, until } = GridTree.rangeOfLevel(tree, COMMUNITY)
        return sums.subarray(from, until).reduce((sum, value) => sum + value, sums[0]!)
      },
      subtrees: (picks) => {
        let sum = 0
        for (const pick of picks) {
          const nodes = GridTree.subtreeOf(tree, numberOf[pick]!)
          for (let row = 0; row < nodes.length; row++) sum += values[nodes[row]!]!
        }
        return sum
      },
      paths: (picks) => {
        let sum = 0
        for (const pick of picks) {
          const path = GridTree.pathOf(tree, numberOf[pick]!)
          for (let row = 0; row < path.length; row++) sum += values[path[row]!]!
        }
        return sum
      },
      communityOf: (picks) => {
        let sum = 0
        for (const pick of picks) {
          const community = GridTree.ancestorAt(tree, numberOf[pick]!, COMMUNITY)
          sum += community < 0 ? 1 : values[community]!
        }
        return sum
      }
    }
  }
}

/** A node as a programmer without the flat arrays would write it. */
interface ObjectNode {
  readonly id: string
  readonly level: number
  readonly value: number
  sum: number
  parent: ObjectNode | null
  readonly children: Array<ObjectNode>
}

/** Plain objects; unlike `GridTree.make` this checks nothing but that parents exist. */
export const buildObjects = (records: ReadonlyArray<GridTree.GridNode>): (() => Asked) => {
  const levelOf = new Map<string, number>(ROLES.map((role, index) => [role, index]))
  const byId = new Map<string, ObjectNode>()
  const nodes = records.map((record): ObjectNode => {
    const level = levelOf.get(record.levelId)!
    const { id, households } = record
    const node = { id, level, value: households, sum: 0, parent: null, children: [] }
    byId.set(id, node)
    return node
  })
  let root = nodes[0]!
  for (let position = 0; position < nodes.length; position++) {
    const node = nodes[position]!
    const { parentId } = records[position]!
    if (parentId === "") {
      root = node
      continue
    }
    const parent = byId.get(parentId)
    if (parent === undefined) throw new Error(`no parent ${parentId}`)
    node.parent = parent
    parent.children.push(node)
  }
  return () => askObjects(nodes, root)
}

const askObjects = (nodes: ReadonlyArray<ObjectNode>, root: ObjectNode): Asked => {
  const sumUp = (node: ObjectNode): number => {
    let sum = node.value
    for (const child of node.children) sum += sumUp(child)
    node.sum = sum
    return sum
  }
  const collect = (node: ObjectNode, into: Array<ObjectNode>): void => {
    into.push(node)
    for (const child of node.children) collect(child, into)
  }
  const communities = nodes.filter((node) => node.level === COMMUNITY)
  return {
    rollUp: () => {
      sumUp(root)
      return communities.reduce((sum, node) => sum + node.sum, root.sum)
    },
    subtrees: (picks) => {
      let sum = 0
      for (const pick of picks) {
        const below: Array<ObjectNode> = []
        collect(nodes[pick]!, below)
        for (let row = 0; row < below.length; row++) sum += below[row]!.value
      }
      return sum
    },
    paths: (picks) => {
      let sum = 0
      for (const pick of picks) {
        const path: Array<ObjectNode> = []
        for (let at: ObjectNode | null = nodes[pick]!; at !== null; at = at.parent) path.push(at)
        path.reverse()
        for (let row = 0; row < path.length; row++) sum += path[row]!.value
      }
      return sum
    },
    communityOf: (picks) => {
      let sum = 0
      for (const pick of picks) {
        let at: ObjectNode | null = nodes[pick]!
        while (at !== null && at.level > COMMUNITY) at = at.parent
        sum += at === null || at.level < COMMUNITY ? 1 : at.value
      }
      return sum
    }
  }
}
