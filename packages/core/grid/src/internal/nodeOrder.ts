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
  readonly distinctIdCount: number
}

const noParent = -1
const unknownParent = -2

/**
 * Parents and levels of a list of nodes as positions instead of names; of equal ids the first
 * counts, so the ids are entered from the end. Lists usually name the same parent and level many
 * times in a row, so the last answer is kept.
 */
export const linksOf = (nodes: ReadonlyArray<GridNode>, levelIds: ReadonlyArray<string>): Links => {
  const positionOf = new Map<string, number>()
  for (let position = nodes.length - 1; position >= 0; position--) {
    positionOf.set(nodes[position]!.id, position)
  }
  const parent = new Int32Array(nodes.length)
  const level = new Int32Array(nodes.length)
  let parentId = ""
  let parentPosition = noParent
  let levelId = ""
  let levelIndex = levelIds.indexOf(levelId)
  for (let position = 0; position < nodes.length; position++) {
    const node = nodes[position]!
    if (node.parentId !== parentId) {
      parentId = node.parentId
      parentPosition = parentId === "" ? noParent : (positionOf.get(parentId) ?? unknownParent)
    }
    if (node.levelId !== levelId) {
      levelId = node.levelId
      levelIndex = levelIds.indexOf(levelId)
    }
    parent[position] = parentPosition
    level[position] = levelIndex
  }
  return { parent, level, distinctIdCount: positionOf.size }
}

/** Every problem of a list of nodes; empty means {@link orderOf} may be called. */
export const problemsOf = (
  nodes: ReadonlyArray<GridNode>,
  levelIds: ReadonlyArray<string>,
  links: Links
): ReadonlyArray<GridProblem.GridProblem> => [
  ...ownProblems(nodes, levelIds, links),
  ...(links.distinctIdCount < nodes.length ? duplicateProblems(nodes) : []),
  ...rootProblems(nodes, links),
  ...linkProblems(nodes, levelIds, links),
  ...emptyLevelProblems(levelIds, links)
]

const ownProblems = (
  nodes: ReadonlyArray<GridNode>,
  levelIds: ReadonlyArray<string>,
  links: Links
): ReadonlyArray<GridProblem.GridProblem> => {
  const problems: Array<GridProblem.GridProblem> = []
  for (let position = 0; position < nodes.length; position++) {
    const node = nodes[position]!
    if (!Id.isValid(node.id)) {
      problems.push(GridProblem.make("BadId", node.id, node.id, "0x21-0x7e, 1-120"))
    }
    if (links.level[position] === -1) {
      problems.push(GridProblem.make("UnknownLevel", node.id, node.levelId, levelIds.join(", ")))
    }
    if (!Number.isSafeInteger(node.households) || node.households < 0) {
      problems.push(GridProblem.make("BadHouseholds", node.id, node.households, ">= 0"))
    }
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

/**
 * Positions in tree order: level by level, siblings in the order of the list. The children of all
 * nodes lie in one array, counted first and filled second, so that nothing is allocated per node.
 */
export const orderOf = (links: Links): Int32Array => {
  const { parent } = links
  const firstChildOf = new Int32Array(parent.length + 1)
  let root = 0
  for (let position = 0; position < parent.length; position++) {
    const above = parent[position]!
    if (above === noParent) root = position
    else firstChildOf[above + 1]! += 1
  }
  for (let row = 0; row < parent.length; row++) firstChildOf[row + 1]! += firstChildOf[row]!
  const nextChildOf = firstChildOf.slice()
  const children = new Int32Array(parent.length)
  for (let position = 0; position < parent.length; position++) {
    const above = parent[position]!
    if (above === noParent) continue
    children[nextChildOf[above]!] = position
    nextChildOf[above]! += 1
  }
  const order = new Int32Array(parent.length)
  order[0] = root
  let filled = 1
  for (let row = 0; row < filled; row++) {
    const position = order[row]!
    const until = firstChildOf[position + 1]!
    for (let place = firstChildOf[position]!; place < until; place++) {
      order[filled] = children[place]!
      filled += 1
    }
  }
  return order
}
