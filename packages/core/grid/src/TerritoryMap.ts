/**
 * A territory that is redrawn over the years: the places of a `GridTree` with stable ids, which
 * open, change and close. `MapPlan` decides what may change, `evolve` carries it out, `MapHistory`
 * remembers. A map turns into a `GridTree` at any time, for counting and simulating.
 *
 * Buildings are what moves between grids; units inside them move along. Beside the territory there
 * may be other nets (city management, conflicts, risks), whose grids cover the same buildings:
 * households belong to buildings, so that no net ever counts one twice.
 */
import type { Id, Label } from "@wangge/facts"
import * as GridTree from "./GridTree.ts"
import { applyEvent } from "./internal/mapEvolution.ts"
import * as lookup from "./internal/mapLookup.ts"
import type { Content, MapNode, TerritoryMap } from "./internal/mapShape.ts"
import * as persistentMap from "./internal/persistentMap.ts"
import type { MapEvent } from "./MapEvent.ts"

export type { Content, MapNode, TerritoryMap } from "./internal/mapShape.ts"

/**
 * The `closedSec` of a place that is open.
 *
 * @source none: the largest safe integer, later than every instant
 * @category maps
 * @since 0.1.0
 */
export const stillOpen = lookup.stillOpen

/**
 * What {@link fromTree} needs: since when the tree holds, and, by id, the names (default: the words
 * of `GridTree.labelOf`) and the duties (default: none) of places.
 *
 * @category maps
 * @since 0.1.0
 */
export interface StartOptions {
  readonly startedSec: number
  readonly names?: ReadonlyMap<string, Label.Label>
  readonly duties?: ReadonlyMap<string, ReadonlyArray<string>>
}

/**
 * The map of a tree. Cost: linear in nodes.
 *
 * ```ts
 * import { GridTree, TerritoryMap } from "@wangge/grid"
 *
 * const built = GridTree.spread({
 *   rootId: "east",
 *   levels: [
 *     { id: "community", role: "community", name: { en: "Community", zh: "社区" }, count: 1 },
 *     { id: "grid", role: "grid", name: { en: "Grid", zh: "网格" }, count: 3 }
 *   ],
 *   households: 900
 * })
 * if (!built.ok) throw new Error("no tree")
 * const map = TerritoryMap.fromTree(built.tree, { startedSec: 0 })
 * TerritoryMap.householdsOf(map, map.rootId) // => 900
 * ```
 *
 * @category maps
 * @since 0.1.0
 */
export const fromTree = (tree: GridTree.GridTree, options: StartOptions): TerritoryMap => {
  const records = GridTree.toNodes(tree)
  const nodes = tree.ids.map(
    (id, row): MapNode => ({
      id,
      levelId: records[row]!.levelId,
      netId: "",
      parentId: row === GridTree.root ? "" : tree.ids[tree.parentOf[row]!]!,
      netGridIds: [],
      name: options.names?.get(id) ?? GridTree.labelOf(tree, row),
      households: records[row]!.households,
      duties: lookup.inOrder(options.duties?.get(id) ?? []),
      formerIds: [],
      rank: row,
      openedSec: options.startedSec,
      closedSec: stillOpen,
      heirId: "",
      version: 1,
      changedSec: options.startedSec
    })
  )
  const contents = tree.ids.map((_, row) => contentAt(tree, row, options.startedSec))
  return {
    levels: tree.levels.map(({ id, role, name }) => ({ id, role, name })),
    personsPerHousehold: tree.personsPerHousehold,
    rootId: tree.ids[GridTree.root]!,
    startedSec: options.startedSec,
    nodes: persistentMap.from(nodes.map((value) => ({ key: value.id, value }))),
    contents: persistentMap.from(
      contents.flatMap((value, row) =>
        value.memberIds.length === 0 ? [] : [{ key: tree.ids[row]!, value }]
      )
    )
  }
}

const contentAt = (tree: GridTree.GridTree, row: number, changedSec: number): Content => ({
  memberIds: tree.ids.slice(tree.firstChildOf[row]!, tree.firstChildOf[row + 1]!),
  version: 0,
  changedSec
})

/**
 * The tree of a map as it stands: the open places of the territory, siblings in the order of the
 * tree that the map began with, later places after them by id; other nets are left out.
 *
 * Returns the problems of `GridTree.make`, `EmptyLevel` above all (the last grid closed). Cost: n
 * log n in places.
 *
 * @category maps
 * @since 0.1.0
 */
export const toTree = (map: TerritoryMap): GridTree.Built => {
  const open: Array<MapNode> = []
  persistentMap.forEach(map.nodes, (node) => {
    if (node.netId === "" && node.closedSec === stillOpen) open.push(node)
  })
  return lookup.treeOf(map, open)
}

/**
 * The map after an event. Throws an `Error` for an event that does not follow the versions and
 * instants of the map: the log is broken then.
 *
 * Cost: a few small copies for each place that moves and each level above it, and one copy of the
 * list of members of each place that something moved from or to; nothing else is copied.
 *
 * @category maps
 * @since 0.1.0
 */
export const evolve = (map: TerritoryMap, event: MapEvent): TerritoryMap => applyEvent(map, event)

/**
 * The record of a place, open or closed, or `undefined` for an id that was never used.
 *
 * @category looking up
 * @since 0.1.0
 */
export const find = (map: TerritoryMap, id: string): MapNode | undefined => lookup.find(map, id)

/**
 * Whether a place exists and has not closed.
 *
 * @category looking up
 * @since 0.1.0
 */
export const isOpen = (map: TerritoryMap, id: string): boolean =>
  lookup.find(map, id)?.closedSec === stillOpen

/**
 * What lies directly inside a place, or is covered by a grid of another net.
 *
 * @category looking up
 * @since 0.1.0
 */
export const membersOf = (map: TerritoryMap, id: string): ReadonlyArray<Id.Id<"Grid">> =>
  lookup.contentOf(map, id).memberIds

/**
 * The households of a place and of all inside it; of a grid of another net, those it covers; 0
 * for a closed place. Cost: linear in the places inside.
 *
 * @category looking up
 * @since 0.1.0
 */
export const householdsOf = (map: TerritoryMap, id: string): number =>
  isOpen(map, id) ? lookup.householdsOf(map, id) : 0
