/**
 * How two edges of an edge table meet, and on which side of a ring a place lies: decided exactly.
 */
import type { Position, Ring } from "../Area.ts"
import type { EdgeTable } from "./edgeTable.ts"
import { turn } from "./orientation.ts"

/** Apart; in one point that is an end of either; crossing in the middle of both; along a stretch. */
export type Contact = "none" | "touch" | "cross" | "overlap"

/** How two edges of a table meet. */
export const contactOf = (edges: EdgeTable, first: number, second: number): Contact => {
  const { x0, y0, x1, y1 } = edges
  const ax = x0[first]!
  const ay = y0[first]!
  const bx = x1[first]!
  const by = y1[first]!
  const cx = x0[second]!
  const cy = y0[second]!
  const dx = x1[second]!
  const dy = y1[second]!
  const c = turn(ax, ay, bx, by, cx, cy)
  const d = turn(ax, ay, bx, by, dx, dy)
  if (c * d > 0) return "none"
  if (c === 0 && d === 0) {
    const startsAt = isBefore(ax, ay, cx, cy) ? [cx, cy] : [ax, ay]
    const endsAt = isBefore(bx, by, dx, dy) ? [bx, by] : [dx, dy]
    if (isBefore(startsAt[0]!, startsAt[1]!, endsAt[0]!, endsAt[1]!)) return "overlap"
    return startsAt[0] === endsAt[0] && startsAt[1] === endsAt[1] ? "touch" : "none"
  }
  const a = turn(cx, cy, dx, dy, ax, ay)
  const b = turn(cx, cy, dx, dy, bx, by)
  if (a * b > 0) return "none"
  return c * d < 0 && a * b < 0 ? "cross" : "touch"
}

/** Where two edges meet, rounded: the crossing, or the end at which they touch or start to overlap. */
export const placeOf = (edges: EdgeTable, first: number, second: number): Position => {
  const { x0, y0, x1, y1 } = edges
  if (contactOf(edges, first, second) !== "cross") return endOnOther(edges, first, second)
  const rx = x1[first]! - x0[first]!
  const ry = y1[first]! - y0[first]!
  const sx = x1[second]! - x0[second]!
  const sy = y1[second]! - y0[second]!
  const qx = x0[second]! - x0[first]!
  const qy = y0[second]! - y0[first]!
  const share = (qx * sy - qy * sx) / (rx * sy - ry * sx)
  return [x0[first]! + share * rx, y0[first]! + share * ry]
}

/** 1 inside the ring, −1 outside, 0 on it. Cost: the positions of the ring. */
export const sideOf = (ring: Ring, [x, y]: Position): number => {
  let side = -1
  for (let at = 0; at + 1 < ring.length; at++) {
    const [ax, ay] = ring[at]!
    const [bx, by] = ring[at + 1]!
    if ((x === ax && y === ay) || (x === bx && y === by)) return 0
    if (ay === y && by === y) {
      if (ax < x !== bx < x) return 0
      continue
    }
    if (ay > y === by > y) continue
    const toward = by > ay ? turn(ax, ay, bx, by, x, y) : turn(bx, by, ax, ay, x, y)
    if (toward === 0) return 0
    if (toward > 0) side = -side
  }
  return side
}

const endOnOther = (edges: EdgeTable, first: number, second: number): Position => {
  const { x0, y0, x1, y1 } = edges
  const ends: ReadonlyArray<readonly [number, number, number]> = [
    [x0[second]!, y0[second]!, first],
    [x0[first]!, y0[first]!, second],
    [x1[second]!, y1[second]!, first],
    [x1[first]!, y1[first]!, second]
  ]
  const end = ends.find(
    ([x, y, edge]) =>
      turn(x0[edge]!, y0[edge]!, x1[edge]!, y1[edge]!, x, y) === 0 &&
      !isBefore(x, y, x0[edge]!, y0[edge]!) &&
      !isBefore(x1[edge]!, y1[edge]!, x, y)
  )
  if (end === undefined) throw new RangeError("the edges do not meet")
  return [end[0], end[1]]
}

const isBefore = (ax: number, ay: number, bx: number, by: number): boolean =>
  ax < bx || (ax === bx && ay < by)
