/**
 * The edges of a map, put into the cells of a raster. Every cell that an edge meets gets it; a cell
 * that it only nearly meets may get it too, which costs a little time and changes no answer.
 * Consecutive edges of a ring in one cell are kept as one run. On the way, every crossing of a
 * row's line of reference points is marked, for `locatorRaster`.
 */
import { columnOf, type Frame, rowOf } from "./locatorFrame.ts"
import { shiftedTurn } from "./shiftedTurn.ts"

/** What is filled: runs, as cell, part, first edge, count of edges; and marks of crossings. */
export interface Draft {
  runs: Int32Array
  length: number
  /** Runs of each cell. */
  readonly counts: Int32Array
  /** One row of cells and one more column a row: 1 where an odd count of edges is just west. */
  readonly toggles: Uint8Array
}

/** Appends one run. */
export const pushRun = (
  draft: Draft,
  cell: number,
  part: number,
  first: number,
  count: number
): void => {
  const at = draft.length
  if (at + 4 > draft.runs.length) grow(draft)
  const { counts, runs } = draft
  runs[at] = cell
  runs[at + 1] = part
  runs[at + 2] = first
  runs[at + 3] = count
  draft.length = at + 4
  counts[cell] = counts[cell]! + 1
}

const grow = (draft: Draft): void => {
  const grown = new Int32Array(2 * draft.runs.length)
  grown.set(draft.runs)
  draft.runs = grown
}

/**
 * Puts the edges of one ring (positions `from` up to but not including `to`) into their cells. An
 * edge is named by its first position.
 */
export const walkRing = (
  frame: Frame,
  draft: Draft,
  xy: Float64Array,
  part: number,
  from: number,
  to: number
): void => {
  const { centreY, columns, scaleX, scaleY, south, west } = frame
  let column = ((xy[2 * from]! - west) * scaleX) | 0
  let row = ((xy[2 * from + 1]! - south) * scaleY) | 0
  // Twice the row, and one more to the north of its reference points.
  let half = xy[2 * from + 1]! <= centreY[row]! ? 2 * row : 2 * row + 1
  let first = from
  for (let edge = from; edge < to - 1; edge++) {
    const y2 = xy[2 * edge + 3]!
    const nextColumn = ((xy[2 * edge + 2]! - west) * scaleX) | 0
    const nextRow = ((y2 - south) * scaleY) | 0
    const nextHalf = y2 <= centreY[nextRow]! ? 2 * nextRow : 2 * nextRow + 1
    if (nextHalf !== half) markCrossings(frame, draft.toggles, xy, edge, half, nextHalf)
    half = nextHalf
    if (nextColumn === column && nextRow === row) continue
    pushRun(draft, row * columns + column, part, first, edge + 1 - first)
    const steps = Math.abs(nextColumn - column) + Math.abs(nextRow - row)
    if (steps > 1) {
      if (nextColumn === column || nextRow === row) {
        walkAlong(frame, draft, part, edge, row * columns + column, nextRow * columns + nextColumn)
      } else if (steps === 2) passCorner(frame, draft, xy, part, edge)
      else walkAcross(frame, draft, xy, part, edge)
    }
    column = nextColumn
    row = nextRow
    first = edge
  }
  pushRun(draft, row * columns + column, part, first, to - 1 - first)
}

/** Puts an edge into the cells strictly between two of one row or column. */
const walkAlong = (
  frame: Frame,
  draft: Draft,
  part: number,
  edge: number,
  one: number,
  other: number
): void => {
  const last = Math.max(one, other)
  const least = Math.min(one, other)
  const step = last - least < frame.columns ? 1 : frame.columns
  for (let cell = least + step; cell < last; cell += step) pushRun(draft, cell, part, edge, 1)
}

/** How far a cell's border may be off by rounding, as a share of a cell, with much to spare. */
const MARGIN = 1e-3

/** Puts an edge between cells that share only a corner into the cell on its side of the corner. */
const passCorner = (
  frame: Frame,
  draft: Draft,
  xy: Float64Array,
  part: number,
  edge: number
): void => {
  const { cellHeight, cellWidth, columns } = frame
  const x1 = xy[2 * edge]!
  const y1 = xy[2 * edge + 1]!
  const dx = xy[2 * edge + 2]! - x1
  const dy = xy[2 * edge + 3]! - y1
  const column1 = columnOf(frame, x1)
  const column2 = columnOf(frame, xy[2 * edge + 2]!)
  const row1 = rowOf(frame, y1)
  const row2 = rowOf(frame, xy[2 * edge + 3]!)
  const toX = frame.west + Math.max(column1, column2) * cellWidth - x1
  const toY = frame.south + Math.max(row1, row2) * cellHeight - y1
  const side = dx * toY - dy * toX
  const doubt = MARGIN * (Math.abs(dx) * cellHeight + Math.abs(dy) * cellWidth)
  const isAlongFirst = side > 0 === (column2 > column1 === row2 > row1)
  const isInDoubt = Math.abs(side) < doubt
  if (isAlongFirst || isInDoubt) pushRun(draft, row1 * columns + column2, part, edge, 1)
  if (!isAlongFirst || isInDoubt) pushRun(draft, row2 * columns + column1, part, edge, 1)
}

/** Puts an edge into the cells that it may meet, but for those of its two ends. */
const walkAcross = (
  frame: Frame,
  draft: Draft,
  xy: Float64Array,
  part: number,
  edge: number
): void => {
  const x1 = xy[2 * edge]!
  const y1 = xy[2 * edge + 1]!
  const x2 = xy[2 * edge + 2]!
  const y2 = xy[2 * edge + 3]!
  const column1 = columnOf(frame, x1)
  const column2 = columnOf(frame, x2)
  const row1 = rowOf(frame, y1)
  const row2 = rowOf(frame, y2)
  const columnMin = Math.min(column1, column2)
  const columnMax = Math.max(column1, column2)
  for (let row = Math.min(row1, row2); row <= Math.max(row1, row2); row++) {
    const south = clamp(frame.south + (row - MARGIN) * frame.cellHeight, y1, y2)
    const north = clamp(frame.south + (row + 1 + MARGIN) * frame.cellHeight, y1, y2)
    const xSouth = x1 + ((south - y1) / (y2 - y1)) * (x2 - x1)
    const xNorth = x1 + ((north - y1) / (y2 - y1)) * (x2 - x1)
    const west = (Math.min(xSouth, xNorth) - frame.west) * frame.scaleX
    const east = (Math.max(xSouth, xNorth) - frame.west) * frame.scaleX
    const from = Math.max(columnMin, Math.floor(west - MARGIN))
    const to = Math.min(columnMax, Math.floor(east + MARGIN))
    for (let column = from; column <= to; column++) {
      const isEnd = (column === column1 && row === row1) || (column === column2 && row === row2)
      if (!isEnd) pushRun(draft, row * frame.columns + column, part, edge, 1)
    }
  }
}

const clamp = (value: number, one: number, other: number): number =>
  Math.max(Math.min(one, other), Math.min(Math.max(one, other), value))

/** Marks, for every row whose reference points an edge passes, the first of them east of it. */
const markCrossings = (
  frame: Frame,
  toggles: Uint8Array,
  xy: Float64Array,
  edge: number,
  half1: number,
  half2: number
): void => {
  const { centreY, columns } = frame
  const least = Math.min(half1, half2)
  const last = Math.max(half1, half2)
  for (let row = (least + 1) >> 1; 2 * row < last; row++) {
    const at = row * (columns + 1) + columnEastOf(frame, xy, edge, centreY[row]!)
    toggles[at] = toggles[at]! ^ 1
  }
}

/** The first column whose reference point at latitude `y` is east of an edge that crosses it. */
const columnEastOf = (frame: Frame, xy: Float64Array, edge: number, y: number): number => {
  const x1 = xy[2 * edge]!
  const y1 = xy[2 * edge + 1]!
  const x2 = xy[2 * edge + 2]!
  const y2 = xy[2 * edge + 3]!
  const crossing = x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)
  const estimate = (crossing - frame.west) * frame.scaleX - 0.5
  const next = (estimate + 1) | 0
  const beyond = estimate + 1 - next
  if (beyond > MARGIN && beyond < 1 - MARGIN) return next
  const nearest = Math.round(estimate)
  if (nearest < 0) return 0
  if (nearest >= frame.columns) return frame.columns
  const side = shiftedTurn(x1, y1, x2, y2, frame.centreX[nearest]!, y)
  const isEast = side > 0 === y1 > y2
  return isEast ? nearest : nearest + 1
}
