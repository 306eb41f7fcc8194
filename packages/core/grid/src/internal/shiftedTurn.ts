/**
 * The side of a line for points that are counted from: moved by less than any distance that
 * matters, so that they lie on no line, and crossings between two of them can be counted exactly.
 */
import { turn } from "./orientation.ts"

/**
 * Like `turn`, for the point a little to the east of (px, py) and, by a far smaller step, to the
 * north of it: positive to the left of the line from (ax, ay) to (bx, by), negative to its right,
 * 0 only if the line has no length.
 */
export const shiftedTurn = (
  ax: number,
  ay: number,
  bx: number,
  by: number,
  px: number,
  py: number
): number => turn(ax, ay, bx, by, px, py) || ay - by || bx - ax
