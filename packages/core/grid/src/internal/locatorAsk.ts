/**
 * Asking a raster for a place: the quick answer, and the full list of areas for places on borders
 * and in overlaps. Both judge a part by the same function.
 */
import type { Ring } from "../Area.ts"
import * as CellBox from "./locatorBox.ts"
import { DOUBT, INSIDE_RING, judgeCodes, OUTSIDE } from "./locatorCodes.ts"
import { columnOf, rowOf } from "./locatorFrame.ts"
import type { Raster } from "./locatorRaster.ts"
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
  const at = 2 * (row * raster.columns + column)
  const start = cells[at]!
  const end = cells[at + 2]!
  const cover = cells[at + 1]!
  if (start === end) return cover
  const { runs } = raster
  const { partArea } = raster.rings
  const place = CellBox.placeOf(
    ((placeX - column) * CellBox.STEPS) | 0,
    ((placeY - row) * CellBox.STEPS) | 0
  )
  let answer = NONE
  let isCoverJudged = cover === NONE
  for (let from = start, to = start; from < end; from = to) {
    const part = runs[from]!
    to = groupEnd(runs, from, end)
    if (runs[from + 2]! < 0 && CellBox.misses(runs[from + 3]!, place)) continue
    if (part === cover) isCoverJudged = true
    const state = judge(raster, x, y, column, row, from, to, part === cover ? 1 : 0)
    if (state === OUTSIDE) continue
    if (state === ON_BORDER || answer !== NONE) return SPECIAL
    answer = partArea[part]!
  }
  if (isCoverJudged) return answer
  return answer === NONE ? partArea[cover]! : SPECIAL
}

/** Where the runs of the part end whose first run is at `from`. */
const groupEnd = (runs: Int32Array, from: number, end: number): number => {
  const part = runs[from]!
  let to = from + 4
  while (to < end && runs[to] === part) to += 4
  return to
}

/**
 * Whether the part whose runs stand from `from` to `to` has the place inside, outside or on its
 * border. `cover` is 1 where the part is the cell's cover, else 0.
 */
const judge = (
  raster: Raster,
  x: number,
  y: number,
  column: number,
  row: number,
  from: number,
  to: number,
  cover: number
): number => {
  const { runs, rings } = raster
  const part = runs[from]!
  const count = runs[from + 2]!
  if (count < 0) {
    const state = judgeCodes(rings, runs[from + 1]!, -count, x, y)
    return state === DOUBT ? judgeRing(rings.shortRing[part]!, x, y) : state
  }
  const centreX = raster.centreX[column]!
  const centreY = raster.centreY[row]!
  let state = cover
  for (let run = from; run < to && state !== ON_BORDER; run += 4) {
    const length = 2 * runs[run + 2]!
    if (length === 0) state ^= 1
    else state = passRun(rings.xy, 2 * runs[run + 1]!, length, x, y, centreX, centreY, state)
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

/** All areas that have a place within the frame, each once, in no stated order. */
export const areasAt = (raster: Raster, x: number, y: number): Touching => {
  const { cells, runs } = raster
  const { partArea } = raster.rings
  const column = columnOf(raster, x)
  const row = rowOf(raster, y)
  const at = 2 * (row * raster.columns + column)
  const end = cells[at + 2]!
  const cover = cells[at + 1]!
  const inside = new Set<number>()
  const border = new Set<number>()
  let isCoverJudged = cover === NONE
  for (let from = cells[at]!, to = from; from < end; from = to) {
    const part = runs[from]!
    to = groupEnd(runs, from, end)
    if (part === cover) isCoverJudged = true
    const state = judge(raster, x, y, column, row, from, to, part === cover ? 1 : 0)
    if (state === INSIDE_RING) inside.add(partArea[part]!)
    if (state === ON_BORDER) border.add(partArea[part]!)
  }
  if (!isCoverJudged) inside.add(partArea[cover]!)
  return { inside: [...inside], border: [...border].filter((area) => !inside.has(area)) }
}
