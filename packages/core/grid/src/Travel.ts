/**
 * How long a way takes, from its length in a straight line. Streets are longer than that, by a
 * factor; people ride or walk, at a speed. Both are assumptions that a town replaces by its own.
 */

/**
 * A way of travelling: `detour` is the length along streets over the straight line (1 or more),
 * `speedMps` metres in a second.
 *
 * @category distances
 * @since 0.1.0
 */
export interface Travel {
  readonly detour: number
  readonly speedMps: number
}

/**
 * An electric bicycle in a town: 15 km/h over ways a third longer than the straight line.
 *
 * @source none: both numbers are assumed. A perfect street grid gives a detour of 4/π = 1.27 averaged over
 *   all directions, and residential areas have fewer openings than that; 15 km/h is riding with
 *   stops. A town that has measured its times gives its own.
 * @category distances
 * @since 0.1.0
 */
export const standard: Travel = { detour: 1.3, speedMps: 25 / 6 }

/**
 * Whole seconds on the way over a straight-line distance in metres, rounded up.
 *
 * Throws a `RangeError` for a detour below 1, a speed that is not above 0, or a negative distance.
 *
 * ```ts
 * import { Travel } from "@wangge/grid"
 *
 * Travel.seconds(1000, { detour: 1.5, speedMps: 5 }) // => 300
 * ```
 *
 * @category distances
 * @since 0.1.0
 */
export const seconds = (straightM: number, travel: Travel = standard): number => {
  const { detour, speedMps } = travel
  if (!(straightM >= 0 && detour >= 1 && speedMps > 0)) {
    throw new RangeError(
      `needs distance >= 0, detour >= 1, speed > 0; got ${straightM}, ${detour}, ${speedMps}`
    )
  }
  return Math.ceil((straightM * detour) / speedMps)
}
