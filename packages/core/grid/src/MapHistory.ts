/**
 * A territory map with its past: which grid a building was in on any day, what the whole tree
 * looked like, where the land of a closed grid went. A case keeps the grid it was raised in; this
 * is how its old grid is read later. A history is a fold of map events over the map they began with.
 */
import type { Id } from "@wangge/facts"
import type * as GridTree from "./GridTree.ts"
import * as lookup from "./internal/mapLookup.ts"
import * as mapPast from "./internal/mapPast.ts"
import { type Succession, successionOf } from "./internal/mapSuccession.ts"
import * as persistentMap from "./internal/persistentMap.ts"
import type { Role } from "./Level.ts"
import type { MapEvent } from "./MapEvent.ts"
import type { MapNode, TerritoryMap } from "./TerritoryMap.ts"

export type { MapHistory } from "./internal/mapPast.ts"
export type { Share, Succession } from "./internal/mapSuccession.ts"

/**
 * The history of a map to which nothing has happened yet.
 *
 * @category histories
 * @since 0.1.0
 */
export const start = (map: TerritoryMap): mapPast.MapHistory => ({
  map,
  past: persistentMap.empty,
  departed: persistentMap.empty
})

/**
 * A history with one more event. Throws an `Error` for an event that does not follow the versions
 * of the map.
 *
 * Cost: that of `TerritoryMap.evolve`, and one entry for each record that changed.
 *
 * @category histories
 * @since 0.1.0
 */
export const append = (history: mapPast.MapHistory, event: MapEvent): mapPast.MapHistory =>
  mapPast.append(history, event)

/**
 * The history of a map and the events that happened to it, in the order of the log.
 *
 * @category histories
 * @since 0.1.0
 */
export const fold = (map: TerritoryMap, events: ReadonlyArray<MapEvent>): mapPast.MapHistory =>
  events.reduce(append, start(map))

/**
 * Where a place was at an instant: inside exactly one other (`gridId`), not there yet, no more
 * there, never heard of, or outside every place of the kind that was asked for.
 *
 * @category questions
 * @since 0.1.0
 */
export type Whereabouts =
  | { readonly kind: "In"; readonly gridId: Id.Id<"Grid"> }
  | { readonly kind: "NotYetOpen"; readonly openedSec: number }
  | { readonly kind: "Closed"; readonly closedSec: number }
  | { readonly kind: "Unknown" }
  | { readonly kind: "Outside" }

/**
 * The grid that a building (or a unit, or a grid itself) was in at an instant: exactly one while
 * the building existed.
 *
 * `Outside` means a place above the grids, or a town without grids. Cost: the number of levels
 * times the logarithm of the changes of one place.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { GridTree, MapHistory, MapPlan, TerritoryMap } from "@wangge/grid"
 *
 * const built = GridTree.spread({
 *   rootId: "east",
 *   levels: [
 *     { id: "community", role: "community", name: { en: "Community", zh: "社区" }, count: 1 },
 *     { id: "grid", role: "grid", name: { en: "Grid", zh: "网格" }, count: 2 },
 *     { id: "building", role: "building", name: { en: "Building", zh: "楼栋" }, count: 8 }
 *   ],
 *   households: 800
 * })
 * if (!built.ok) throw new Error("no tree")
 * const history = MapHistory.start(TerritoryMap.fromTree(built.tree, { startedSec: 0 }))
 * const planned = MapPlan.plan(history.map, {
 *   kind: "Resize", atSec: 100, memberIds: [Id.make("east/1/4")], toId: Id.make("east/2")
 * })
 * if (!planned.ok) throw new Error("no plan")
 * const later = MapHistory.append(history, planned.plan.event)
 * const answers = [-1, 99, 100].map((atSec) => MapHistory.gridOf(later, "east/1/4", atSec))
 * answers[0] // => { kind: "NotYetOpen", openedSec: 0 }
 * answers[1] // => { kind: "In", gridId: "east/1" }
 * answers[2] // => { kind: "In", gridId: "east/2" }
 * ```
 *
 * @category questions
 * @since 0.1.0
 */
export const gridOf = (history: mapPast.MapHistory, placeId: string, atSec: number): Whereabouts =>
  placeOf(history, { placeId, role: "grid", atSec })

/**
 * What {@link placeOf} is asked: around which place, of which role, at which instant.
 *
 * @category questions
 * @since 0.1.0
 */
export interface PlaceQuestion {
  readonly placeId: string
  readonly role: Role
  readonly atSec: number
}

/**
 * The place of a role (the community, the grid) that a place was in at an instant; itself, if it
 * has the role.
 *
 * @category questions
 * @since 0.1.0
 */
export const placeOf = (history: mapPast.MapHistory, question: PlaceQuestion): Whereabouts => {
  const { placeId, role, atSec } = question
  const level = history.map.levels.find((one) => one.role === role)
  return inForce(history, { placeId, atSec }, (node) => {
    const found = level === undefined ? "" : mapPast.placeAt(history, { node, level, atSec })
    return found === "" ? { kind: "Outside" } : { kind: "In", gridId: found }
  })
}

/**
 * What {@link netGridOf} is asked: which net, over which building, at which instant.
 *
 * @category questions
 * @since 0.1.0
 */
export interface NetQuestion {
  readonly netId: string
  readonly buildingId: string
  readonly atSec: number
}

/**
 * The grid of another net that covered a building at an instant; `Outside` if the net did not
 * cover it.
 *
 * @category questions
 * @since 0.1.0
 */
export const netGridOf = (history: mapPast.MapHistory, question: NetQuestion): Whereabouts => {
  const { netId, buildingId, atSec } = question
  return inForce(history, { placeId: buildingId, atSec }, (node) => {
    const gridId = netId === "" ? "" : lookup.containerOf(history.map, node, netId)
    return gridId === "" ? { kind: "Outside" } : { kind: "In", gridId }
  })
}

/**
 * The places around a grid as they were at an instant, from the root down to the grid itself;
 * empty when the grid did not exist then.
 *
 * @category questions
 * @since 0.1.0
 */
export const ancestorsThen = (
  history: mapPast.MapHistory,
  gridId: string,
  atSec: number
): ReadonlyArray<Id.Id<"Grid">> => {
  const path: Array<Id.Id<"Grid">> = []
  for (
    let at = mapPast.openAt(history, gridId, atSec);
    at !== undefined;
    at = mapPast.openAt(history, at.parentId, atSec)
  ) {
    path.push(at.id)
  }
  return path.reverse()
}

/**
 * The record of a place as it was at an instant: its name, duties and parent then; `undefined`
 * when it did not exist.
 *
 * @category questions
 * @since 0.1.0
 */
export const recordThen = (
  history: mapPast.MapHistory,
  placeId: string,
  atSec: number
): MapNode | undefined => mapPast.openAt(history, placeId, atSec)

/**
 * The whole tree as it was at an instant.
 *
 * Returns the problems of `GridTree.make`: `NoRoot` before the map began. Cost: n log n in places.
 *
 * @category questions
 * @since 0.1.0
 */
export const treeAt = (history: mapPast.MapHistory, atSec: number): GridTree.Built => {
  const open: Array<MapNode> = []
  persistentMap.forEach(history.map.nodes, ({ id, netId }) => {
    const node = netId === "" ? mapPast.openAt(history, id, atSec) : undefined
    if (node !== undefined) open.push(node)
  })
  return lookup.treeOf(history.map, open)
}

/**
 * What {@link successorsOf} is asked: the grid as it was at `atSec` (when a case was raised, or
 * the last second before the grid closed), and until when to follow its land.
 *
 * @category questions
 * @since 0.1.0
 */
export interface SuccessorQuestion {
  readonly gridId: string
  readonly atSec: number
  readonly untilSec: number
}

/**
 * Which grids the land of a grid belongs to later, with the share of its households in each, so
 * that a report can carry old counts forward.
 *
 * Households are counted as at `atSec`; a grid without households is shared by its buildings.
 * Buildings gone by `untilSec` stand in `gone`; the shares of all rows and `gone` sum to 1. The
 * land of a grid of another net is looked for in that net, then in the territory. Returns
 * `UnknownNode` or `NotOpenThen`; throws a `RangeError` when `untilSec` is before `atSec`. Cost: the
 * places that ever were in the grid.
 *
 * @category questions
 * @since 0.1.0
 */
export const successorsOf = (
  history: mapPast.MapHistory,
  question: SuccessorQuestion
): Succession => successionOf(history, question)

/** The answer for a place that exists at an instant, or why it does not. */
const inForce = (
  history: mapPast.MapHistory,
  { placeId, atSec }: { readonly placeId: string; readonly atSec: number },
  answer: (node: MapNode) => Whereabouts
): Whereabouts => {
  const last = lookup.find(history.map, placeId)
  if (last === undefined) return { kind: "Unknown" }
  if (atSec < last.openedSec) return { kind: "NotYetOpen", openedSec: last.openedSec }
  const node = mapPast.openAt(history, placeId, atSec)
  return node === undefined ? { kind: "Closed", closedSec: last.closedSec } : answer(node)
}
