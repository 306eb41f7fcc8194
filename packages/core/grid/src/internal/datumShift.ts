/**
 * The shifts between WGS-84, GCJ-02 and BD-09. The only file that knows the library gcoord; of it
 * only the forward formulas are used, because its way back from GCJ-02 never ends for some points
 * next to the edge of its box, such as 72.005 E, 35 N.
 */
import gcoord from "gcoord"
import type { Position } from "../Area.ts"
import type { Datum } from "../Datum.ts"

type Shift = (position: Position) => Position

/** Ways back stop when a step is shorter than this, in degrees (0.01 mm), or after this many. */
const stepMin = 1e-10
const stepCountMax = 30

/** A position of one datum in another. */
export const shift = (position: Position, from: Datum, to: Datum): Position => {
  if (from === to) return position
  return fromGcj(toGcj(position, from), to)
}

const toGcj = (position: Position, from: Datum): Position => {
  if (from === "WGS-84") return wgsToGcj(position)
  return from === "BD-09" ? invert(gcjToBd, position) : position
}

const fromGcj = (position: Position, to: Datum): Position => {
  if (to === "WGS-84") return invert(wgsToGcj, position)
  return to === "BD-09" ? gcjToBd(position) : position
}

const wgsToGcj: Shift = (position) =>
  forward(position, library.CRSTypes.WGS84, library.CRSTypes.GCJ02)

const gcjToBd: Shift = (position) =>
  forward(position, library.CRSTypes.GCJ02, library.CRSTypes.BD09)

/** What is used of gcoord; its own types miss what its CommonJS module exports. */
interface Library {
  readonly CRSTypes: typeof gcoord.CRSTypes
  readonly transform?: (position: [number, number], from: string, to: string) => [number, number]
}

const library: Library = gcoord

const forward = ([x, y]: Position, from: string, to: string): Position => {
  if (library.transform === undefined) throw new RangeError("gcoord has no transform")
  return library.transform([x, y], from, to)
}

/** The position that `shifted` shifts to `target`, found by stepping against the error. */
const invert = (shifted: Shift, target: Position): Position => {
  let [x, y] = target
  for (let step = 0; step < stepCountMax; step++) {
    const [reachedX, reachedY] = shifted([x, y])
    const errorX = reachedX - target[0]
    const errorY = reachedY - target[1]
    x -= errorX
    y -= errorY
    if (Math.abs(errorX) < stepMin && Math.abs(errorY) < stepMin) break
  }
  return [x, y]
}
