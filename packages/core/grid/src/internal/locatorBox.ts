/**
 * A box within one cell of a raster, in one 32-bit number: its sides to 1/128 of a cell, seven bits
 * each, with a spare bit beside them, so that one subtraction compares two sides at once. A place
 * that {@link misses} says is outside the box is outside; rounding is monotone.
 */

/** Parts of a cell that are told apart, along each side. */
export const STEPS = 128

/** The spare bits of both fields. */
const SPARE = 0x8080

/** A place in a cell, in two fields: steps to the east, and steps to the north, below {@link STEPS}. */
export const placeOf = (x: number, y: number): number => x | (y << 8)

/** A box from its south-western and its north-eastern place. */
export const make = (low: number, high: number): number => low | (high << 16)

/** Whether a place is outside the box. */
export const misses = (box: number, place: number): boolean =>
  (((place | SPARE) - (box & 0xffff)) & (((box >>> 16) | SPARE) - place) & SPARE) !== SPARE
