/**
 * Asking a raster for a place: the quick answer, and the full list of areas for places on borders
 * and in overlaps. Both judge a part by the same function.
 */
import type { Ring } from "../Area.ts"
import * as CellBox from "./locatorBox.ts"
import { DOUBT, INSIDE_RING, judgeCodes, OUTSIDE } from "./locatorCodes.ts"
import { columnOf, rowOf } from "./locatorFrame.ts"
import type { Raster } from "./locatorRaster.ts"
import type { Rings } from "./locatorRings.ts"
import { turn } from "./orientation.ts"
import { shiftedTurn } from "./shiftedTurn.ts"

/** No area has the place. */
export const NONE = -1

/** The place is on a border or in several parts: {@link areasAt} knows which. */
export const SPECIAL = -2

const ON_BORDER = 2

/** The index of the one area that has the place strictly inside, or {@link NONE} or {@link SPECIAL}. */
export const areaAt = (raster: Raster, x: number, y: number): number => {
  const { west, south, cells } = raster
  if (!(x >= west && x <= raster.east && y >= south && y <= raster.north)) return NONE
  const placeX = (x - west) * raster.scaleX
  const placeY = (y - south) * raster.scaleY
  const column = placeX | 0
  const row = placeY | 0
  const at = 3 * (row * raster.columns + column)
  const start = cells[at]!
  const middle = cells[at + 1]!
  const end = cells[at + 3]!
  if (start === end) return cells[at + 2]!
  const { lists, rings } = raster
  const { STEPS } = CellBox
  const place = CellBox.placeOf(((placeX - column) * STEPS) | 0, ((placeY - row) * STEPS) | 0)
  let answer = NONE
  for (let item = start; item < middle; item += 2) {
    if (CellBox.misses(lists[item + 1]!, place)) continue
    const part = lists[item]!
    const state = judgeShort(rings, part, x, y)
    if (state === OUTSIDE) continue
    if (state === ON_BORDER || answer !== NONE) return SPECIAL
    answer = rings.partArea[part]!
  }
  const cover = cells[at + 2]!
  if (cover === NONE && middle === end) return answer
  return areaOfLong(raster, x, y, column, row, answer)
}

/** The answer of {@link areaAt}, from that of the cell's short parts and from its long ones. */
const areaOfLong = (
  raster: Raster,
  x: number,
  y: number,
  column: number,
  row: number,
  answerOfShort: number
): number => {
  const { cells, lists } = raster
  const { partArea } = raster.rings
  const at = 3 * (row * raster.columns + column)
  const end = cells[at + 3]!
  const cover = cells[at + 2]!
  let answer = answerOfShort
  let isCoverJudged = cover === NONE
  for (let from = cells[at + 1]!, to = from; from < end; from = to) {
    const part = lists[from]!
    to = groupEnd(lists, from, end)
    if (part === cover) isCoverJudged = true
    const state = judgeLong(raster, x, y, column, row, from, to, part === cover ? 1 : 0)
    if (state === OUTSIDE) continue
    if (state === ON_BORDER || answer !== NONE) return SPECIAL
    answer = partArea[part]!
  }
  if (isCoverJudged) return answer
  return answer === NONE ? partArea[cover]! : SPECIAL
}

/** Where the runs of the part end whose first run is at `from`. */
const groupEnd = (lists: Int32Array, from: number, end: number): number => {
  const part = lists[from]!
  let to = from + 3
  while (to < end && lists[to] === part) to += 3
  return to
}

/** Whether a short part has the place inside, outside or on its border. */
const judgeShort = (rings: Rings, part: number, x: number, y: number): number => {
  const { codeStart } = rings
  const state = judgeCodes(rings, codeStart[part]!, codeStart[part + 1]!, x, y)
  return state === DOUBT ? judgeRing(rings.shortRing[part]!, x, y) : state
}

/**
 * Whether the long part whose runs stand from `from` to `to` has the place inside, outside or on
 * its border. `cover` is 1 where the part is the cell's cover, else 0.
 */
const judgeLong = (
  raster: Raster,
  x: number,
  y: number,
  column: number,
  row: number,
  from: number,
  to: number,
  cover: number
): number => {
  const { lists, rings } = raster
  const centreX = raster.centreX[column]!
  const centreY = raster.centreY[row]!
  let state = cover
  for (let run = from; run < to && state !== ON_BORDER; run += 3) {
    const length = 2 * lists[run + 2]!
    if (length === 0) state ^= 1
    else state = passRun(rings.xy, 2 * lists[run + 1]!, length, x, y, centreX, centreY, state)
  }
  return state
}

/** The state of a place by a whole ring: how often does the way from it to the east cross it? */
const judgeRing = (ring: Ring, x: number, y: number): number => {
  let state = OUTSIDE
  for (let at = 1; at < ring.length; at++) {
    const [x1, y1] = ring[at - 1]!
    const [x2, y2] = ring[at]!
    if (y1 <= y !== y2 <= y) {
      const side = turn(x1, y1, x2, y2, x, y)
      if (side === 0) return ON_BORDER
      if (side > 0 === y2 > y1) state ^= 1
    } else if (y1 === y && isOnLevel(x1, x2, y2, x, y)) return ON_BORDER
  }
  return state
}

/**
 * The state of a place after a run of edges, from the state before it: the way goes from the
 * reference point along its meridian, then along the parallel of the place, all in one cell.
 */
const passRun = (
  xy: Float64Array,
  start: number,
  length: number,
  x: number,
  y: number,
  centreX: number,
  centreY: number,
  before: number
): number => {
  let state = before
  let x1 = xy[start]!
  let y1 = xy[start + 1]!
  for (let at = start + 2; at <= start + length; at += 2) {
    const x2 = xy[at]!
    const y2 = xy[at + 1]!
    if (y1 <= y !== y2 <= y) {
      const side = turn(x1, y1, x2, y2, x, y)
      if (side === 0) return ON_BORDER
      if (side > 0 !== shiftedTurn(x1, y1, x2, y2, centreX, y) > 0) state ^= 1
    } else if (y1 === y && isOnLevel(x1, x2, y2, x, y)) return ON_BORDER
    if (
      x1 <= centreX !== x2 <= centreX &&
      shiftedTurn(x1, y1, x2, y2, centreX, centreY) > 0 !==
        shiftedTurn(x1, y1, x2, y2, centreX, y) > 0
    ) {
      state ^= 1
    }
    x1 = x2
    y1 = y2
  }
  return state
}

/** Whether a place on the latitude of an edge's first end is that end, or on the edge along it. */
const isOnLevel = (x1: number, x2: number, y2: number, x: number, y: number): boolean =>
  x1 === x || (y2 === y && x1 < x !== x2 < x)

/** Areas that have a place strictly inside, and those that only have it on their border. */
export interface Touching {
  readonly inside: ReadonlyArray<number>
  readonly border: ReadonlyArray<number>
}

/** All areas that have a place which is {@link SPECIAL}, each once, in no stated order. */
export const areasAt = (raster: Raster, x: number, y: number): Touching => {
  const { cells, lists, rings } = raster
  const column = columnOf(raster, x)
  const row = rowOf(raster, y)
  const at = 3 * (row * raster.columns + column)
  const middle = cells[at + 1]!
  const cover = cells[at + 2]!
  const end = cells[at + 3]!
  const inside = new Set<number>()
  const border = new Set<number>()
  const note = (part: number, state: number): void => {
    if (state === INSIDE_RING) inside.add(rings.partArea[part]!)
    if (state === ON_BORDER) border.add(rings.partArea[part]!)
  }
  for (let item = cells[at]!; item < middle; item += 2) {
    note(lists[item]!, judgeShort(rings, lists[item]!, x, y))
  }
  let isCoverJudged = cover === NONE
  for (let from = middle, to = from; from < end; from = to) {
    const part = lists[from]!
    to = groupEnd(lists, from, end)
    if (part === cover) isCoverJudged = true
    note(part, judgeLong(raster, x, y, column, row, from, to, part === cover ? 1 : 0))
  }
  if (!isCoverJudged) note(cover, INSIDE_RING)
  return { inside: [...inside], border: [...border].filter((area) => !inside.has(area)) }
}
