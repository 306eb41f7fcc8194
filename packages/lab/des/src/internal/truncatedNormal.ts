/**
 * A normal distribution cut to a range: its chances, its inverse and its moments, sound also where
 * the range is narrow or far out in a tail.
 */

import * as Real from "../Real.ts"
import type { Normal } from "./distributionKinds.ts"
import { integrate } from "./integral.ts"
import { normalAbove, normalQuantile, normalUpTo } from "./normalFunction.ts"

/** Deviations beyond which the density is below the last bit of what it is at the nearest point. */
const REACH = 9.5

const lowOf = (normal: Normal): number =>
  normal.low === undefined
    ? Number.NEGATIVE_INFINITY
    : (normal.low - normal.mean) / normal.deviation

const highOf = (normal: Normal): number =>
  normal.high === undefined
    ? Number.POSITIVE_INFINITY
    : (normal.high - normal.mean) / normal.deviation

/** The chance that the uncut normal lies from `low` to `high`, in deviations. */
const between = (low: number, high: number): number => {
  if (!(high > low)) return 0
  return low > 0 ? normalAbove(low) - normalAbove(high) : normalUpTo(high) - normalUpTo(low)
}

/** The chance that the uncut normal lies in the range. */
export const normalRoom = (normal: Normal): number => between(lowOf(normal), highOf(normal))

/** The chance of at most `x`. */
export const truncatedUpTo = (normal: Normal, x: number): number => {
  if (normal.low !== undefined && x < normal.low) return 0
  if (normal.high !== undefined && x >= normal.high) return 1
  const at = (x - normal.mean) / normal.deviation
  return Math.min(1, between(lowOf(normal), at) / normalRoom(normal))
}

/** The number up to which the chance is `chance`. */
export const truncatedQuantile = (normal: Normal, chance: number): number => {
  const low = lowOf(normal)
  const high = highOf(normal)
  let at: number
  if (low > 0) {
    const above = normalAbove(low)
    at = -normalQuantile(above - chance * (above - normalAbove(high)))
  } else {
    const below = normalUpTo(low)
    at = normalQuantile(below + chance * (normalUpTo(high) - below))
  }
  const x = normal.mean + normal.deviation * at
  const atLeast = Math.max(x, normal.low ?? x)
  return Math.min(atLeast, normal.high ?? atLeast)
}

/**
 * The mean of (X - centre)^order, by integrals of positive parts, so that nothing cancels.
 *
 * Good to about 14 digits for a centre inside the range.
 */
export const truncatedMoment = (normal: Normal, centre: number, order: number): number => {
  const low = lowOf(normal)
  const high = highOf(normal)
  const nearest = Math.min(Math.max(0, low), high)
  // In a far tail the density falls like exp(-nearest x): 45 such lengths are enough.
  const reach = Math.min(REACH, 45 / Math.max(Math.abs(nearest), 1e-3))
  const from = Math.max(low, nearest - reach)
  const to = Math.min(high, nearest + reach)
  const density = (x: number): number => Real.exp(0.5 * (nearest - x) * (nearest + x))
  const total = pieces(density, from, to)
  const at = (x: number): number => {
    const away = normal.mean + normal.deviation * x - centre
    let power = 1
    for (let count = 0; count < order; count++) power *= away
    return power * density(x)
  }
  return pieces(at, from, to) / total
}

/** The integral over eight equal pieces, each to the last bits. */
const pieces = (integrand: (x: number) => number, from: number, to: number): number => {
  let sum = 0
  for (let piece = 0; piece < 8; piece++) {
    const low = from + ((to - from) * piece) / 8
    const high = from + ((to - from) * (piece + 1)) / 8
    sum += integrate(integrand, low, high, 0, 34).value
  }
  return sum
}
