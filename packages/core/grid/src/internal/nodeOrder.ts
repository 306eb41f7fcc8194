/**
 * Turns a list of nodes that name their parents into flat arrays in tree order, or says what is
 * wrong with the list. Used by `GridTree.make` only.
 */
import { Id } from "@wangge/facts"
import * as GridProblem from "../GridProblem.ts"
import type { GridNode } from "./treeShape.ts"

/** Positions in the caller's list: parent (−1 none, −2 unknown) and level (−1 unknown). */
export interface Links {
  readonly parent: Int32Array
  readonly level: Int32Array
}

const noParent = -1
const unknownParent = -2

/** Parents and levels of a list of nodes as positions instead of names. */
export const linksOf = (nodes: ReadonlyArray<GridNode>, levelIds: ReadonlyArray<string>): Links => {
  const positionOf = new Map<string, number>()
  nodes.forEach((node, position) => {
    if (!positionOf.has(node.id)) positionOf.set(node.id, position)
  })
  const parent = Int32Array.from(nodes, (node) =>
    node.parentId === "" ? noParent : (positionOf.get(node.parentId) ?? unknownParent)
  )
  const level = Int32Array.from(nodes, (node) => levelIds.indexOf(node.levelId))
  return { parent, level }
}

/** Every problem of a list of nodes; empty means {@link orderOf} may be called. */
export const problemsOf = (
  nodes: ReadonlyArray<GridNode>,
  levelIds: ReadonlyArray<string>,
  links: Links
): ReadonlyArray<GridProblem.GridProblem> => [
  ...nodes.flatMap((node) => ownProblems(node, levelIds)),
  ...duplicateProblems(nodes),
  ...rootProblems(nodes, links),
  ...linkProblems(nodes, levelIds, links),
  ...emptyLevelProblems(levelIds, links)
]

const ownProblems = (
  node: GridNode,
  levelIds: ReadonlyArray<string>
): ReadonlyArray<GridProblem.GridProblem> => {
  const problems: Array<GridProblem.GridProblem> = []
  if (!Id.isValid(node.id)) {
    problems.push(GridProblem.make("BadId", node.id, node.id, "0x21-0x7e, 1-120"))
  }
  if (!levelIds.includes(node.levelId)) {
    problems.push(GridProblem.make("UnknownLevel", node.id, node.levelId, levelIds.join(", ")))
  }
  if (!Number.isSafeInteger(node.households) || node.households < 0) {
    problems.push(GridProblem.make("BadHouseholds", node.id, node.households, ">= 0"))
  }
  return problems
}

const duplicateProblems = (
  nodes: ReadonlyArray<GridNode>
): ReadonlyArray<GridProblem.GridProblem> => {
  const placesOf = new Map<string, number>()
  for (const node of nodes) placesOf.set(node.id, (placesOf.get(node.id) ?? 0) + 1)
  return Array.from(placesOf)
    .filter(([, places]) => places > 1)
    .map(([id, places]) => GridProblem.make("DuplicateId", id, places, 1))
}

const rootProblems = (
  nodes: ReadonlyArray<GridNode>,
  links: Links
): ReadonlyArray<GridProblem.GridProblem> => {
  const roots = nodes.filter((_, position) => links.parent[position] === noParent)
  if (roots.length === 0) return [GridProblem.make("NoRoot", "nodes", 0, 1)]
  if (roots.length === 1) return []
  return [
    GridProblem.make("SeveralRoots", roots.map((node) => node.id).join(", "), roots.length, 1)
  ]
}

const linkProblems = (
  nodes: ReadonlyArray<GridNode>,
  levelIds: ReadonlyArray<string>,
  links: Links
): ReadonlyArray<GridProblem.GridProblem> => {
  const problems: Array<GridProblem.GridProblem> = []
  const cycles = cyclesOf(links.parent)
  for (const cycle of cycles) {
    const ids = cycle.map((position) => nodes[position]!.id)
    problems.push(GridProblem.make("Cycle", ids[0]!, ids.join(" > "), levelIds[0] ?? ""))
  }
  const onCycle = new Set(cycles.flat())
  nodes.forEach((node, position) => {
    const parent = links.parent[position]!
    const level = links.level[position]!
    if (parent === unknownParent) {
      problems.push(
        GridProblem.make("OrphanNode", node.id, node.parentId, levelAbove(levelIds, level))
      )
    } else if (level >= 0 && !onCycle.has(position)) {
      const right = parent === noParent ? 0 : links.level[parent]! + 1
      const isParentKnown = parent === noParent || links.level[parent]! >= 0
      if (isParentKnown && level !== right) {
        const expected = levelIds[right] ?? "-"
        problems.push(GridProblem.make("WrongLevelOrder", node.id, node.levelId, expected))
      }
    }
  })
  return problems
}

const levelAbove = (levelIds: ReadonlyArray<string>, level: number): string =>
  levelIds[level - 1] ?? "-"

/** The circles of a parent list, each once, from its first position in the list. */
const cyclesOf = (parent: Int32Array): ReadonlyArray<ReadonlyArray<number>> => {
  const walkOf = new Int32Array(parent.length).fill(-1)
  const cycles: Array<ReadonlyArray<number>> = []
  for (let start = 0; start < parent.length; start++) {
    let node = start
    while (node >= 0 && walkOf[node] === -1) {
      walkOf[node] = start
      node = parent[node]!
    }
    if (node < 0 || walkOf[node] !== start) continue
    const cycle: Array<number> = [node]
    for (let next = parent[node]!; next !== node; next = parent[next]!) cycle.push(next)
    cycles.push(cycle)
  }
  return cycles
}

const emptyLevelProblems = (
  levelIds: ReadonlyArray<string>,
  links: Links
): ReadonlyArray<GridProblem.GridProblem> =>
  levelIds.flatMap((id, index) =>
    links.level.includes(index) ? [] : [GridProblem.make("EmptyLevel", id, 0, 1)]
  )

/** Positions in tree order: level by level, siblings in the order of the list. */
export const orderOf = (links: Links, levelCount: number): ReadonlyArray<number> => {
  const childrenOf = Array.from(links.parent, (): Array<number> => [])
  let level: Array<number> = []
  links.parent.forEach((parent, position) => {
    if (parent === noParent) level.push(position)
    else childrenOf[parent]!.push(position)
  })
  const order: Array<number> = []
  for (let index = 0; index < levelCount; index++) {
    for (const position of level) order.push(position)
    level = level.flatMap((position) => childrenOf[position]!)
  }
  return order
}
