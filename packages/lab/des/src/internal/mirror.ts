/**
 * The mirror image of an exponential number: the one that the uniform number 1 - u gives where this
 * one comes from u. Good to a few units in the last place at both ends, where 1 - exp(-x) alone
 * would lose its digits.
 */
import * as Real from "../Real.ts"

/** Below this, series; above it, the functions lose no digit that matters. */
const SMALL = 0.1
/** Terms that are enough for full precision up to {@link SMALL}. */
const TERMS = 16
/** Stands for 0, whose mirror image is infinite: half of the least uniform step, 2^-54. */
const LEAST = 5.551115123125783e-17

/** -ln(1 - exp(-x)) for a number from 0. */
export const mirrorExponential = (value: number): number => {
  const x = Math.max(value, LEAST)
  if (x < SMALL) return -Real.ln(oneLessExponential(x))
  const rest = Real.exp(-x)
  return rest < SMALL ? lessLogarithm(rest) : -Real.ln(1 - rest)
}

/** 1 - exp(-x) for small x: x - x^2/2 + x^3/6 - ... */
const oneLessExponential = (x: number): number => {
  let sum = 0
  for (let term = TERMS; term >= 1; term--) sum = (x / term) * (1 - sum)
  return sum
}

/** -ln(1 - y) for small y: y + y^2/2 + y^3/3 + ... */
const lessLogarithm = (y: number): number => {
  let sum = 0
  for (let term = TERMS; term >= 1; term--) sum = y * (1 / term + sum)
  return sum
}
