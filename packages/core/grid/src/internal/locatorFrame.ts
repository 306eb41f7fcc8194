/**
 * The frame of a raster: which cell a place falls in, and the reference point of every cell. The
 * column of a longitude is one monotone function, used to build and to ask, so that rounding can
 * never put a place and the edges beside it into different cells.
 */
import { isShort, type Rings } from "./locatorRings.ts"

/** A raster of `columns` times `rows` cells over a box; cell (0, 0) is in the south-west. */
export interface Frame {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
  readonly columns: number
  readonly rows: number
  /** Cells per degree. */
  readonly scaleX: number
  readonly scaleY: number
  /** Degrees per cell. */
  readonly cellWidth: number
  readonly cellHeight: number
  /** Longitude of each column's and latitude of each row's reference point, inside its cells. */
  readonly centreX: Float64Array
  readonly centreY: Float64Array
}

/** Cells per position of a long ring: more cells answer sooner, fewer are built sooner. */
const CELLS_PER_POSITION = 0.4

/** Cells per short ring, likewise. */
const CELLS_PER_SHORT = 1

/** Borders of cells crossed per position, at most: it keeps the index linear in the map's size. */
const CROSSINGS_PER_POSITION = 2

/** No cell is narrower, in degrees (a millimetre): rounding stays far below a cell. */
const CELL_MIN = 1e-8

/** A little less than 1, so that the far border of the box falls into the last cell. */
const INSIDE = 1 - 1e-6

/** The frame for some rings: as many cells as pay off, and fewer where areas lie on each other. */
export const frameOf = (rings: Rings): Frame => {
  const { partBounds } = rings
  let west = Number.POSITIVE_INFINITY
  let south = Number.POSITIVE_INFINITY
  let east = Number.NEGATIVE_INFINITY
  let north = Number.NEGATIVE_INFINITY
  let boxes = 0
  for (let at = 0; at < partBounds.length; at += 4) {
    const w = partBounds[at]!
    const s = partBounds[at + 1]!
    const e = partBounds[at + 2]!
    const n = partBounds[at + 3]!
    if (w < west) west = w
    if (s < south) south = s
    if (e > east) east = e
    if (n > north) north = n
    boxes += (e - w) * (n - s)
  }
  const width = Math.max(0, east - west)
  const height = Math.max(0, north - south)
  const { columns, rows } = sizeOf(rings, width, height, boxes)
  const scaleX = width > 0 ? (columns * INSIDE) / width : 0
  const scaleY = height > 0 ? (rows * INSIDE) / height : 0
  return {
    west,
    south,
    east,
    north,
    columns,
    rows,
    scaleX,
    scaleY,
    cellWidth: ratio(1, scaleX),
    cellHeight: ratio(1, scaleY),
    centreX: centres(columns, scaleX, west, east),
    centreY: centres(rows, scaleY, south, north)
  }
}

const sizeOf = (
  rings: Rings,
  width: number,
  height: number,
  boxes: number
): { readonly columns: number; readonly rows: number } => {
  const depth = width * height > 0 ? Math.max(1, boxes / (width * height)) : 1
  const walked = walkedOf(rings)
  const wanted =
    (CELLS_PER_POSITION * walked.positions + CELLS_PER_SHORT * walked.shortCount) / depth
  const crossings = ratio(walked.spanX, width) + ratio(walked.spanY, height)
  const sideMax = (CROSSINGS_PER_POSITION * walked.positions) / crossings
  const cells = crossings > 0 ? Math.min(wanted, sideMax * sideMax) : wanted
  const aspect = width > 0 && height > 0 ? width / height : 1
  const columns = within(Math.sqrt(cells * aspect), width)
  return { columns, rows: within(cells / columns, height) }
}

/** What decides the count of cells: the positions and spans of long rings, the count of short ones. */
interface Walked {
  readonly positions: number
  readonly shortCount: number
  /** Lengths of the edges of long rings along each axis, summed, in degrees. */
  readonly spanX: number
  readonly spanY: number
}

const walkedOf = (rings: Rings): Walked => {
  const { partRing, ringStart, xy } = rings
  let shortCount = 0
  let spanX = 0
  let spanY = 0
  for (let part = 0; part < rings.partArea.length; part++) {
    if (isShort(rings, part)) {
      shortCount += 1
      continue
    }
    const from = ringStart[partRing[part]!]!
    const to = ringStart[partRing[part + 1]!]!
    for (let at = 2 * from + 2; at < 2 * to; at += 2) {
      spanX += Math.abs(xy[at]! - xy[at - 2]!)
      spanY += Math.abs(xy[at + 1]! - xy[at - 1]!)
    }
  }
  return { positions: xy.length / 2, shortCount, spanX, spanY }
}

const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0)

const within = (count: number, length: number): number =>
  Math.max(1, Math.min(Math.round(count), Math.floor(length / CELL_MIN), 65_536))

const centres = (count: number, scale: number, from: number, to: number): Float64Array =>
  Float64Array.from({ length: count }, (_, at) =>
    scale > 0 ? Math.min(to, from + (at + 0.5) / scale) : from
  )

/** Columns from the western border to a longitude that is within the frame; its whole part is the column. */
export const placeX = (frame: Frame, longitude: number): number =>
  (longitude - frame.west) * frame.scaleX

/** Rows from the southern border to a latitude that is within the frame. */
export const placeY = (frame: Frame, latitude: number): number =>
  (latitude - frame.south) * frame.scaleY

/** The column of a longitude that is within the frame. */
export const columnOf = (frame: Frame, longitude: number): number => placeX(frame, longitude) | 0

/** The row of a latitude that is within the frame. */
export const rowOf = (frame: Frame, latitude: number): number => placeY(frame, latitude) | 0
