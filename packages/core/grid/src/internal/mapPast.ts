/**
 * The records of a map as they were: every record that an event replaced is kept with its place.
 * `MapHistory` asks the questions.
 */
import type { Id } from "@wangge/facts"
import type { Level } from "../Level.ts"
import type { MapEvent } from "../MapEvent.ts"
import { applyEvent } from "./mapEvolution.ts"
import * as lookup from "./mapLookup.ts"
import type { MapNode, TerritoryMap } from "./mapShape.ts"
import * as persistentMap from "./persistentMap.ts"

/**
 * A map with its past. `past` has the earlier records of each place, oldest first; `departed` the
 * places that ever left a place.
 *
 * @category histories
 * @since 0.1.0
 */
export interface MapHistory {
  readonly map: TerritoryMap
  readonly past: persistentMap.PersistentMap<ReadonlyArray<MapNode>>
  readonly departed: persistentMap.PersistentMap<ReadonlyArray<Id.Id<"Grid">>>
}

export const append = (history: MapHistory, event: MapEvent): MapHistory => {
  const map = applyEvent(history.map, event)
  let past = history.past
  for (const { id } of event.versions) {
    const node = lookup.find(history.map, id)
    if (node === undefined) continue
    past = persistentMap.set(past, id, [...(persistentMap.get(past, id) ?? []), node])
  }
  return { map, past, departed: withDeparted(history, event) }
}

const withDeparted = (history: MapHistory, event: MapEvent): MapHistory["departed"] => {
  const gone = new Map<string, Array<Id.Id<"Grid">>>()
  const leave = (fromId: string, id: Id.Id<"Grid">): void => {
    const ids = gone.get(fromId) ?? []
    ids.push(id)
    gone.set(fromId, ids)
  }
  for (const { id, fromId } of event.moved) if (fromId !== "") leave(fromId, id)
  for (const { id } of event.closed) {
    const parentId = lookup.find(history.map, id)?.parentId ?? ""
    if (parentId !== "") leave(parentId, id)
  }
  let departed = history.departed
  for (const [fromId, ids] of gone) {
    departed = persistentMap.set(departed, fromId, [
      ...(persistentMap.get(departed, fromId) ?? []),
      ...ids
    ])
  }
  return departed
}

/** The record that held at an instant, open or closed; the last one where several took effect. */
const recordAt = (history: MapHistory, id: string, atSec: number): MapNode | undefined => {
  const last = lookup.find(history.map, id)
  if (last === undefined || last.changedSec <= atSec) return last
  const earlier = persistentMap.get(history.past, id) ?? []
  let from = 0
  let until = earlier.length
  while (from < until) {
    const middle = (from + until) >>> 1
    if (earlier[middle]!.changedSec <= atSec) from = middle + 1
    else until = middle
  }
  return earlier[from - 1]
}

/** The record of a place that existed at an instant. */
export const openAt = (history: MapHistory, id: string, atSec: number): MapNode | undefined => {
  const node = recordAt(history, id, atSec)
  return node !== undefined && node.closedSec === lookup.stillOpen ? node : undefined
}

/** What lay directly inside a place at an instant, or was covered by it; each once. */
export const membersAt = (
  history: MapHistory,
  container: MapNode,
  atSec: number
): ReadonlyArray<MapNode> => {
  const ever = new Set([
    ...lookup.contentOf(history.map, container.id).memberIds,
    ...(persistentMap.get(history.departed, container.id) ?? [])
  ])
  return Array.from(ever).flatMap((id) => {
    const node = openAt(history, id, atSec)
    if (node === undefined) return []
    const isInside =
      container.netId === ""
        ? node.parentId === container.id
        : node.netGridIds.includes(container.id)
    return isInside ? [node] : []
  })
}

/** The households of a place and of all inside it at an instant. */
export const householdsAt = (history: MapHistory, node: MapNode, atSec: number): number =>
  membersAt(history, node, atSec).reduce(
    (sum, member) => sum + householdsAt(history, member, atSec),
    node.households
  )

/** Which place of which level is asked for, and when. */
interface PlaceAt {
  readonly node: MapNode
  readonly level: Pick<Level, "id">
  readonly atSec: number
}

/** The place of a level around a place at an instant, the place itself included, or `""`. */
export const placeAt = (
  history: MapHistory,
  { node, level, atSec }: PlaceAt
): Id.Id<"Grid"> | "" => {
  let at: MapNode | undefined = node
  while (at !== undefined && at.levelId !== level.id) at = openAt(history, at.parentId, atSec)
  return at === undefined ? "" : at.id
}
