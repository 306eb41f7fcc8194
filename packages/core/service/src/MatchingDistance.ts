/**
 * How far it is from grid to grid, as whole numbers that matching can compare: steps in the
 * territorial tree, steps over shared borders, or metres. Which of them a town uses depends on what
 * it has: a tree is always there, borders and metres need a map.
 */
import type { Id } from "@wangge/facts"
import { Adjacency, type Area, GridTree } from "@wangge/grid"

/**
 * What the numbers of a table are. Append only.
 *
 * @source none: our own names
 * @category distances
 * @since 0.1.0
 */
export const units = ["TreeSteps", "BorderSteps", "Metres"] as const

/**
 * One of {@link units}.
 *
 * @category distances
 * @since 0.1.0
 */
export type Unit = (typeof units)[number]

/**
 * Distances between grids: row after row, as many as there are grids, {@link unreachable} where there
 * is no way.
 *
 * @category distances
 * @since 0.1.0
 */
export interface MatchingDistance {
  readonly unit: Unit
  readonly indexOf: ReadonlyMap<string, number>
  readonly table: Float64Array
}

/**
 * The distance between places without a way between them, or unknown ones.
 *
 * @source none: farther than everything
 * @category distances
 * @since 0.1.0
 */
export const unreachable = Number.POSITIVE_INFINITY

/**
 * The distance between two grids; {@link unreachable} if one is not in the table.
 *
 * @category distances
 * @since 0.1.0
 */
export const between = (distance: MatchingDistance, one: string, other: string): number => {
  const row = distance.indexOf.get(one)
  const column = distance.indexOf.get(other)
  if (row === undefined || column === undefined) return unreachable
  return distance.table[row * distance.indexOf.size + column]!
}

/**
 * Steps up and down the territorial tree between the given nodes: 0 to itself, 2 between two grids
 * of one community. Throws a `RangeError` for an id that the tree does not have. Cost: the square of
 * the ids, times the levels.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { GridTree } from "@wangge/grid"
 * import { MatchingDistance } from "@wangge/service"
 *
 * const level = (id: string, role: "community" | "grid") => ({ id, role, name: { en: id, zh: id } })
 * const node = (id: string, parentId: string, levelId: string) => ({ id, parentId, levelId, households: 1 })
 * const built = GridTree.make({
 *   levels: [level("c", "community"), level("g", "grid")],
 *   nodes: [node("east", "", "c"), node("g1", "east", "g"), node("g2", "east", "g")]
 * })
 * if (!built.ok) throw new Error("no tree")
 * const steps = MatchingDistance.byTree(built.tree, [Id.make("g1"), Id.make("g2"), Id.make("east")])
 * MatchingDistance.between(steps, "g1", "g2") // => 2
 * MatchingDistance.between(steps, "g1", "east") // => 1
 * ```
 *
 * @category distances
 * @since 0.1.0
 */
export const byTree = (
  tree: GridTree.GridTree,
  gridIds: ReadonlyArray<Id.Id<"Grid">>
): MatchingDistance => {
  const indices = GridTree.indexById(tree)
  const paths = gridIds.map((gridId) => {
    const node = indices.get(gridId)
    if (node === undefined) throw new RangeError(`The tree has no node ${gridId}`)
    return GridTree.pathOf(tree, node)
  })
  return tableOf("TreeSteps", gridIds, (row, column) => stepsBetween(paths[row]!, paths[column]!))
}

const stepsBetween = (one: ReadonlyArray<number>, other: ReadonlyArray<number>): number => {
  let shared = 0
  while (shared < one.length && shared < other.length && one[shared] === other[shared]) shared++
  return one.length + other.length - 2 * shared
}

/**
 * How many borders have to be crossed at least; grids that only touch in a point are not neighbours.
 * Cost: grids times borders.
 *
 * @category distances
 * @since 0.1.0
 */
export const byBorders = (adjacency: Adjacency.Adjacency): MatchingDistance => {
  const { gridIds, pairs } = adjacency
  const neighbours = gridIds.map((): Array<number> => [])
  for (const { first, second, borderM } of pairs) {
    if (borderM <= 0) continue
    neighbours[first]!.push(second)
    neighbours[second]!.push(first)
  }
  const rows = gridIds.map((_, from) => crossingsFrom(neighbours, from))
  return tableOf("BorderSteps", gridIds, (row, column) => rows[row]![column]!)
}

const crossingsFrom = (
  neighbours: ReadonlyArray<ReadonlyArray<number>>,
  from: number
): Float64Array => {
  const steps = new Float64Array(neighbours.length).fill(unreachable)
  steps[from] = 0
  const queue = [from]
  for (let at = 0; at < queue.length; at++) {
    const place = queue[at]!
    for (const next of neighbours[place]!) {
      if (steps[next] !== unreachable) continue
      steps[next] = steps[place]! + 1
      queue.push(next)
    }
  }
  return steps
}

/**
 * Straight-line metres between the centroids of the grids, rounded up to whole ones. Throws and costs
 * as `Adjacency.distancesM`.
 *
 * @category distances
 * @since 0.1.0
 */
export const byMetres = (map: Area.AreaMap): MatchingDistance => {
  const metres = Adjacency.distancesM(map)
  const gridIds = map.areas.map(({ gridId }) => gridId)
  const count = gridIds.length
  return tableOf("Metres", gridIds, (row, column) => Math.ceil(metres[row * count + column]!))
}

const tableOf = (
  unit: Unit,
  gridIds: ReadonlyArray<string>,
  cell: (row: number, column: number) => number
): MatchingDistance => {
  const count = gridIds.length
  const indexOf = new Map(gridIds.map((gridId, index) => [gridId, index]))
  if (indexOf.size < count) throw new RangeError("A grid stands twice in the list")
  const table = new Float64Array(count * count)
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) table[row * count + column] = cell(row, column)
  }
  return { unit, indexOf, table }
}
