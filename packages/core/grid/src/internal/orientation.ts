/**
 * On which side of a line a point lies, decided without rounding error. The only file that knows
 * the library robust-predicates (Shewchuk's adaptive predicates); dropping it means to replace one
 * function.
 */
import { orient2d } from "robust-predicates"

/** The sign of the turn from `a` over `b` to `c`: 1 to the left, −1 to the right, 0 on one line. */
export const turn = (
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number
): number => Math.sign(-orient2d(ax, ay, bx, by, cx, cy))
