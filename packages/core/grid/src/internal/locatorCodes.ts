/**
 * A short ring as codes: each position in one 32-bit number, to 1/65534 of the ring's own box, so
 * that a whole ring is read from one or two cache lines. Codes are rounded, so they decide only
 * what rounding cannot have changed; that is nearly everything, and the rest is left in doubt.
 */
import type { Ring } from "../Area.ts"

/** Codes that the frame of a ring takes the place of; it stands before the ring's own. */
const FRAME_CODES = 8

/** Codes that a ring of some positions takes, with its frame and to a whole double. */
export const sizeOf = (positions: number): number => FRAME_CODES + positions + (positions & 1)

/** Steps along each side of a ring's box. */
const STEPS = 65_534

/** A little less than 1, so that rounding cannot make one step more. */
const INSIDE = 1 - 1e-9

/** The codes of short rings, and the same bytes as doubles, for the frames. */
export interface Codes {
  readonly codes: Int32Array
  /** Of each ring: west, south, steps per degree of longitude and of latitude. */
  readonly frames: Float64Array
}

/** Room for some codes. */
export const empty = (size: number): Codes => {
  const codes = new Int32Array(size)
  return { codes, frames: new Float64Array(codes.buffer) }
}

/**
 * Enters a ring, whose part's bounds must be known, with its frame at code `start`. The latitude is
 * the high half of a code, from -0x8000 on, so that codes compare as latitudes do.
 */
export const encode = (
  { codes, frames }: Codes,
  bounds: Float64Array,
  part: number,
  ring: Ring,
  start: number
): void => {
  const west = bounds[4 * part]!
  const south = bounds[4 * part + 1]!
  const width = bounds[4 * part + 2]! - west
  const height = bounds[4 * part + 3]! - south
  const scaleX = width > 0 ? (STEPS * INSIDE) / width : 0
  const scaleY = height > 0 ? (STEPS * INSIDE) / height : 0
  const frame = start >> 1
  frames[frame] = west
  frames[frame + 1] = south
  frames[frame + 2] = scaleX
  frames[frame + 3] = scaleY
  const first = start + FRAME_CODES
  for (let at = 0; at < ring.length; at++) {
    const position = ring[at]!
    const x = ((position[0] - west) * scaleX) | 0
    const y = ((position[1] - south) * scaleY) | 0
    codes[first + at] = ((y - 0x8000) << 16) | x
  }
  // Where there is room for one more, the last place again: an edge without length.
  if (ring.length % 2 === 1) codes[first + ring.length] = codes[first + ring.length - 1]!
}

/** The place is outside the ring. */
export const OUTSIDE = 0

/** The place is strictly inside the ring. */
export const INSIDE_RING = 1

/** The codes cannot tell; the exact coordinates must. */
export const DOUBT = -1

/**
 * Whether a ring has a place inside: the way from it to the east crosses the ring an odd number of
 * times. The ring's frame is at code `start`, the next ring's at code `end`.
 *
 * A code is below the exact step by less than 1, and so is a difference of two off by less than 1
 * either way; the determinant that tells the side is off by less than the sum of its four
 * differences and 2.
 */
export const judgeCodes = (
  { codes, frames }: Codes,
  start: number,
  end: number,
  longitude: number,
  latitude: number
): number => {
  const frame = start >> 1
  const exactX = (longitude - frames[frame]!) * frames[frame + 2]!
  const exactY = (latitude - frames[frame + 1]!) * frames[frame + 3]!
  if (!(exactX >= 0 && exactX <= STEPS && exactY >= 0 && exactY <= STEPS)) return OUTSIDE
  const x = exactX | 0
  const y = exactY | 0
  const level = (y - 0x8000) << 16
  const above = level + 0x10000
  let state = OUTSIDE
  const first = start + FRAME_CODES
  let before = codes[first]!
  let isBelow = before < level
  for (let at = first + 1; at < end; at++) {
    const code = codes[at]!
    if (code < level !== isBelow) {
      const x1 = before & 0xffff
      const y1 = (before >> 16) + 0x8000
      const x2 = code & 0xffff
      const y2 = (code >> 16) + 0x8000
      const side = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)
      const doubt = Math.abs(x2 - x1) + Math.abs(x - x1) + 2 * Math.abs(y2 - y1) + 3
      if (side <= doubt && side >= -doubt) return DOUBT
      if (side > 0 === isBelow) state ^= 1
      isBelow = !isBelow
    }
    if (code >= level && code < above) return DOUBT
    before = code
  }
  return state
}
