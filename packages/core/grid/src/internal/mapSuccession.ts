/**
 * Follows the land of a grid from one day to another: the inside of `MapHistory.successorsOf`.
 */
import { type Id, Seconds } from "@wangge/facts"
import * as MapProblem from "../MapProblem.ts"
import * as lookup from "./mapLookup.ts"
import { householdsAt, type MapHistory, membersAt, openAt, placeAt } from "./mapPast.ts"
import type { MapNode } from "./mapShape.ts"

/**
 * A part of a grid's land: the buildings directly in it, the households, and their share of the
 * whole from 0 to 1.
 *
 * @category questions
 * @since 0.1.0
 */
export interface Share {
  readonly buildingCount: number
  readonly households: number
  readonly share: number
}

/**
 * Where the land of a grid went: one row per grid in order of id, and what is gone.
 *
 * @category questions
 * @since 0.1.0
 */
export type Succession =
  | {
      readonly ok: true
      readonly rows: ReadonlyArray<Share & { readonly gridId: Id.Id<"Grid"> }>
      readonly gone: Share
    }
  | { readonly ok: false; readonly problem: MapProblem.MapProblem }

interface Question {
  readonly gridId: string
  readonly atSec: number
  readonly untilSec: number
}

/** A piece of land, with the grid it is in at the end (`""` gone); `isOwn`: in no building. */
interface Piece {
  readonly toId: Id.Id<"Grid"> | ""
  readonly households: number
  readonly isOwn: boolean
}

export const successionOf = (history: MapHistory, question: Question): Succession => {
  const { gridId, atSec, untilSec } = question
  if (!(untilSec >= atSec)) throw new RangeError(`until ${untilSec} is before ${atSec}`)
  const last = lookup.find(history.map, gridId)
  if (last === undefined) {
    const problem = MapProblem.make("UnknownNode", gridId, gridId, "TerritoryMap.nodes")
    return { ok: false, problem }
  }
  const grid = openAt(history, gridId, atSec)
  if (grid === undefined) return { ok: false, problem: notOpen(last, atSec) }
  const members = membersAt(history, grid, atSec)
  const pieces = members.map((member) => ({
    toId: gridAfter(history, { grid, memberId: member.id, untilSec }),
    households: householdsAt(history, member, atSec),
    isOwn: false
  }))
  if (grid.households > 0 || members.length === 0) {
    pieces.push({
      toId: heirOf(history, gridId, untilSec),
      households: grid.households,
      isOwn: true
    })
  }
  return sharesOf(pieces)
}

/** The grid that a building of the old grid is in at the end: in its own net, or the territory's. */
const gridAfter = (
  history: MapHistory,
  asked: { readonly grid: MapNode; readonly memberId: string; readonly untilSec: number }
): Id.Id<"Grid"> | "" => {
  const { grid, memberId, untilSec } = asked
  const node = openAt(history, memberId, untilSec)
  if (node === undefined) return ""
  const own = grid.netId === "" ? "" : lookup.containerOf(history.map, node, grid.netId)
  if (own !== "") return own
  return placeAt(history, { node, level: { id: grid.levelId }, atSec: untilSec })
}

/** The grid itself if it is open at the end, else the one that took it in, and so on. */
const heirOf = (history: MapHistory, gridId: string, untilSec: number): Id.Id<"Grid"> | "" => {
  let id = gridId
  while (id !== "") {
    const open = openAt(history, id, untilSec)
    if (open !== undefined) return open.id
    id = lookup.find(history.map, id)?.heirId ?? ""
  }
  return ""
}

const sharesOf = (pieces: ReadonlyArray<Piece>): Succession => {
  const total = pieces.reduce((sum, piece) => sum + piece.households, 0)
  const shareOf = (some: ReadonlyArray<Piece>): Share => {
    const households = some.reduce((sum, piece) => sum + piece.households, 0)
    return {
      buildingCount: some.filter((piece) => !piece.isOwn).length,
      households,
      share: total > 0 ? households / total : some.length / pieces.length
    }
  }
  const gridIds = lookup.inOrder(pieces.flatMap(({ toId }) => (toId === "" ? [] : [toId])))
  return {
    ok: true,
    rows: gridIds.map((gridId) => {
      const { buildingCount, households, share } = shareOf(
        pieces.filter(({ toId }) => toId === gridId)
      )
      return { gridId, buildingCount, households, share }
    }),
    gone: shareOf(pieces.filter(({ toId }) => toId === ""))
  }
}

const notOpen = (node: MapNode, atSec: number): MapProblem.MapProblem => {
  const end = node.closedSec === lookup.stillOpen ? "" : Seconds.toIsoInstant(node.closedSec)
  const spell = `${Seconds.toIsoInstant(node.openedSec)}..${end}`
  return MapProblem.make("NotOpenThen", node.id, Seconds.toIsoInstant(atSec), spell)
}
