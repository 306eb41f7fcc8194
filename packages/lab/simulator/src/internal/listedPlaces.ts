/**
 * From a locality whose places are listed to the lists of a scenario: each grid with the households
 * and buildings below it, and the seats of each desk where they stand. A post that hangs above its
 * desks is shared out evenly below it, one that hangs below belongs to the desk above it.
 */
import { Apportionment, GridTree, type Post } from "@wangge/grid"
import { Locality } from "@wangge/localities"
import type { ListedTerritory } from "../Scenario.ts"
import { buildingsFor } from "./placeEntries.ts"
import { desks } from "./presetGaps.ts"

/** The nodes that stand for one level of a scenario, in tree order, and the id of each there. */
interface Rows {
  readonly level: number
  readonly nodes: Int32Array
  readonly ids: ReadonlyMap<number, string>
}

/** The lists of a locality; undefined where its places are spread from totals. */
export const of = (locality: Locality.Locality): ListedTerritory | undefined => {
  if (locality.territory.kind !== "listed") return undefined
  const tree = Locality.treeOrThrow(locality)
  const spread = Locality.posts(locality, tree)
  const posts = spread.ok ? spread.posts : []
  const taken = new Set<string>()
  const grids = rowsOf(tree, GridTree.levelIndexOfRole(tree, "grid"), taken)
  const subdistrictLevel = Math.max(0, GridTree.levelIndexOfRole(tree, "subdistrict"))
  const communityLevel = GridTree.levelIndexOfRole(tree, "community")
  const communities = rowsOf(tree, communityLevel < 0 ? subdistrictLevel : communityLevel, taken)
  const subdistricts = rowsOf(tree, subdistrictLevel, taken)
  const seatsAt = (rows: Rows, kinds: ReadonlyArray<Post.Kind>): Float64Array =>
    seatsOf(tree, rows, posts, kinds)
  const subdistrictStaff = seatsAt(subdistricts, desks.subdistrictStaff)
  const communityStaff = seatsAt(communities, desks.communityStaff)
  const gridWorkers = seatsAt(grids, desks.gridWorkers)
  return {
    subdistricts: Array.from(subdistricts.nodes, (node, row) => ({
      id: idAbove(tree, subdistricts, node),
      staff: subdistrictStaff[row]!
    })),
    communities: Array.from(communities.nodes, (node, row) => ({
      id: idAbove(tree, communities, node),
      subdistrict: idAbove(tree, subdistricts, node),
      staff: communityStaff[row]!
    })),
    grids: Array.from(grids.nodes, (node, row) => ({
      id: idAbove(tree, grids, node),
      community: idAbove(tree, communities, node),
      households: tree.householdsOf[node]!,
      buildings: buildingsOf(tree, node),
      gridWorkers: gridWorkers[row]!
    }))
  }
}

/** The nodes of a level with their ids; `taken` holds those that another list has already. */
const rowsOf = (tree: GridTree.GridTree, level: number, taken: Set<string>): Rows => {
  const { from, until } = GridTree.rangeOfLevel(tree, level)
  const nodes = Int32Array.from({ length: until - from }, (_, row) => from + row)
  const ids = new Map<number, string>()
  for (const node of nodes) ids.set(node, freeId(tree.ids[node]!, taken))
  return { level, nodes, ids }
}

/** Longest id of a listed place. @source ours: the scenario file's own limit */
const idLengthMax = 60

/** A node's id as a scenario takes it: shortened at its front, without `/`, used by no other. */
const freeId = (nodeId: string, taken: Set<string>): string => {
  const base = nodeId.replaceAll("/", ".")
  let id = base.slice(-idLengthMax)
  for (let number = 2; taken.has(id); number++) {
    const tail = `-${number}`
    id = `${base.slice(-(idLengthMax - tail.length))}${tail}`
  }
  taken.add(id)
  return id
}

/** The id of the place of `rows` in which a node lies. */
const idAbove = (tree: GridTree.GridTree, rows: Rows, node: number): string =>
  rows.ids.get(GridTree.ancestorAt(tree, node, rows.level))!

/** Buildings below a grid; by its households where the town lists none there. */
const buildingsOf = (tree: GridTree.GridTree, grid: number): number => {
  const level = GridTree.levelIndexOfRole(tree, "building")
  if (level < 0) return buildingsFor(tree.householdsOf[grid]!)
  const { from, until } = GridTree.rangeOfDescendants(tree, grid, level)
  return Math.max(1, until - from)
}

/** Seats of some kinds of post for each of the rows. */
const seatsOf = (
  tree: GridTree.GridTree,
  rows: Rows,
  posts: ReadonlyArray<Post.Post>,
  kinds: ReadonlyArray<Post.Kind>
): Float64Array => {
  const first = rows.nodes[0]!
  const seats = new Float64Array(rows.nodes.length)
  const nodeOf = GridTree.indexById(tree)
  for (const post of posts) {
    const node = nodeOf.get(post.gridId)
    if (node === undefined || !kinds.includes(post.kind)) continue
    const own = GridTree.ancestorAt(tree, node, rows.level)
    if (own >= 0) {
      seats[own - first] = seats[own - first]! + post.seatCount
      continue
    }
    const { from, until } = GridTree.rangeOfDescendants(tree, node, rows.level)
    if (until === from) continue
    Apportionment.evenly(post.seatCount, until - from).forEach((share, place) => {
      seats[from + place - first] = seats[from + place - first]! + share
    })
  }
  return seats
}
