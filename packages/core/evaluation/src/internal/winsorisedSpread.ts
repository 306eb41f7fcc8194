/**
 * Over-dispersion: how much more the shares of units differ than chance alone would make them.
 */
import type { ShareCount } from "../ShareCount.ts"

/**
 * The mean of the squared standardised distances from the target, the outermost tenth at each end
 * (rounded down to whole units) drawn in to the next one, so that a few outliers do not widen the
 * limits that should find them (Spiegelhalter 2005, appendix).
 */
export const winsorisedSpread = (units: ReadonlyArray<ShareCount>, target: number): number => {
  const distances = units
    .map(({ count, total }) => {
      const error = Math.sqrt((target * (1 - target)) / total)
      return (count / total - target) / error
    })
    .sort((left, right) => left - right)
  const drawnIn = Math.floor(distances.length / 10)
  const [least, most] = [distances[drawnIn]!, distances[distances.length - 1 - drawnIn]!]
  const squares = distances.map((distance) => {
    const kept = Math.max(least, Math.min(most, distance))
    return kept * kept
  })
  return squares.reduce((sum, square) => sum + square, 0) / distances.length
}
