/**
 * The index behind `GridLocator`: a raster of cells in typed arrays. A part with a short ring is
 * listed whole in all cells of its box: looking at a few dozen edges is quick. The edges of any
 * other part are listed, as runs, in the cells that they cross, and each cell knows the parts that
 * contain its reference point: a cell that no edge crosses answers at once, and in any other only
 * the way from the reference point to the place matters.
 */

import * as CellBox from "./locatorBox.ts"
import { columnOf, type Frame, frameOf, placeX, placeY, rowOf } from "./locatorFrame.ts"
import { isShort, type Rings } from "./locatorRings.ts"
import { type Draft, pushRun, walkRing } from "./locatorWalk.ts"

/** The index of one set of areas. */
export interface Raster extends Frame {
  /**
   * Three numbers a cell: where its short parts and where its runs start in `lists`, and its cover
   * (-1: none). The cover is an area if the cell lists nothing, else a part. One more cell closes
   * the last.
   */
  readonly cells: Int32Array
  /**
   * Of each cell: its short parts, two numbers each (part, box); then the runs of long parts, three
   * numbers each, those of a part side by side (part, first edge, count of edges). A run of no edges
   * is a further cover.
   */
  readonly lists: Int32Array
  readonly rings: Rings
}

/** Builds the index. Cost: time and memory linear in positions. */
export const build = (rings: Rings): Raster => {
  const frame = frameOf(rings)
  const { partArea, partRing, ringStart, xy } = rings
  const cellCount = frame.columns * frame.rows
  const covers = new Int32Array(cellCount).fill(-1)
  const draft: Draft = {
    runs: new Int32Array(2 * xy.length + 64),
    length: 0,
    counts: new Int32Array(cellCount),
    toggles: new Uint8Array((frame.columns + 1) * frame.rows)
  }
  const shortCounts = new Int32Array(cellCount)
  for (let part = 0; part < partArea.length; part++) {
    if (isShort(rings, part)) {
      countShort(frame, rings.partBounds, shortCounts, part)
      continue
    }
    for (let ring = partRing[part]!; ring < partRing[part + 1]!; ring++) {
      walkRing(frame, draft, xy, part, ringStart[ring]!, ringStart[ring + 1]!)
    }
    coverCells(frame, rings, draft, covers, part)
  }
  const { cells, lists } = sortRuns(draft, shortCounts, covers, partArea)
  for (let part = 0; part < partArea.length; part++) {
    if (isShort(rings, part)) listShort(frame, rings.partBounds, lists, shortCounts, part)
  }
  return { ...frame, cells, lists, rings }
}

/** Counts a short part in every cell of its box. */
const countShort = (frame: Frame, bounds: Float64Array, counts: Int32Array, part: number): void => {
  const from = columnOf(frame, bounds[4 * part]!)
  const to = columnOf(frame, bounds[4 * part + 2]!)
  const top = rowOf(frame, bounds[4 * part + 3]!)
  for (let row = rowOf(frame, bounds[4 * part + 1]!); row <= top; row++) {
    const last = row * frame.columns + to
    for (let cell = row * frame.columns + from; cell <= last; cell++) {
      counts[cell] = counts[cell]! + 1
    }
  }
}

/** Lists a short part in every cell of its box; `next` is the place of each cell's next one. */
const listShort = (
  frame: Frame,
  bounds: Float64Array,
  lists: Int32Array,
  next: Int32Array,
  part: number
): void => {
  const steps = CellBox.STEPS
  // In whole steps, so that the last seven bits are those within a cell.
  const west = (placeX(frame, bounds[4 * part]!) * steps) | 0
  const south = (placeY(frame, bounds[4 * part + 1]!) * steps) | 0
  const east = (placeX(frame, bounds[4 * part + 2]!) * steps) | 0
  const north = (placeY(frame, bounds[4 * part + 3]!) * steps) | 0
  for (let bottom = south - (south % steps); bottom <= north; bottom += steps) {
    const low = CellBox.placeOf(0, Math.max(south - bottom, 0))
    const high = CellBox.placeOf(0, Math.min(north - bottom, steps - 1))
    for (let left = west - (west % steps); left <= east; left += steps) {
      const cell = (bottom / steps) * frame.columns + left / steps
      const at = next[cell]!
      lists[at] = part
      lists[at + 1] = CellBox.make(
        low | Math.max(west - left, 0),
        high | Math.min(east - left, steps - 1)
      )
      next[cell] = at + 2
    }
  }
}

/**
 * Enters a part whose rings were walked as cover of the cells whose reference point it contains:
 * the first part of a cell into `covers`, further ones as runs of no edges. Clears the marks.
 */
const coverCells = (
  frame: Frame,
  { partBounds }: Rings,
  draft: Draft,
  covers: Int32Array,
  part: number
): void => {
  const { toggles } = draft
  const { columns } = frame
  const from = columnOf(frame, partBounds[4 * part]!)
  const to = columnOf(frame, partBounds[4 * part + 2]!)
  const top = rowOf(frame, partBounds[4 * part + 3]!)
  for (let row = rowOf(frame, partBounds[4 * part + 1]!); row <= top; row++) {
    let isInside = 0
    for (let column = from; column <= to + 1; column++) {
      const at = row * (columns + 1) + column
      isInside ^= toggles[at]!
      toggles[at] = 0
      if (isInside === 0) continue
      const cell = row * columns + column
      if (covers[cell] === -1) covers[cell] = part
      else pushRun(draft, cell, part, 0, 0)
    }
  }
}

/**
 * Sorts the runs by cell, so that a part's stay together, leaves room for the counted short parts,
 * and closes the cells. The counts become the place of each cell's next short part.
 */
const sortRuns = (
  draft: Draft,
  shortCounts: Int32Array,
  covers: Int32Array,
  partArea: Int32Array
): Pick<Raster, "cells" | "lists"> => {
  const { counts, length, runs } = draft
  const cells = new Int32Array(3 * (covers.length + 1))
  let start = 0
  for (let cell = 0; cell < covers.length; cell++) {
    const cover = covers[cell]!
    const first = start
    const middle = first + 2 * shortCounts[cell]!
    start = middle + 3 * counts[cell]!
    cells[3 * cell] = first
    cells[3 * cell + 1] = middle
    cells[3 * cell + 2] = start === first && cover >= 0 ? partArea[cover]! : cover
    shortCounts[cell] = first
    counts[cell] = middle
  }
  cells.fill(start, 3 * covers.length)
  const lists = new Int32Array(start)
  for (let at = 0; at < length; at += 4) {
    const cell = runs[at]!
    const to = counts[cell]!
    lists[to] = runs[at + 1]!
    lists[to + 1] = runs[at + 2]!
    lists[to + 2] = runs[at + 3]!
    counts[cell] = to + 3
  }
  return { cells, lists }
}
