/**
 * The direction in which rings run: GeoJSON wants outer rings counter-clockwise, holes clockwise.
 */
import type { Polygon, Ring } from "../Area.ts"

/** A polygon whose outer ring runs counter-clockwise and whose holes run clockwise. */
export const rightHanded = (polygon: Polygon): Polygon =>
  polygon.map((ring, index) =>
    twiceAreaOf(ring) === 0 || twiceAreaOf(ring) > 0 === (index === 0) ? ring : ring.toReversed()
  )

/** Twice the area of a ring in square degrees, above 0 when it runs counter-clockwise. */
const twiceAreaOf = (ring: Ring): number => {
  const [originX, originY] = ring[0] ?? [0, 0]
  let sum = 0
  for (let at = 0; at + 1 < ring.length; at++) {
    const [ax, ay] = ring[at]!
    const [bx, by] = ring[at + 1]!
    sum += (ax - originX) * (by - originY) - (bx - originX) * (ay - originY)
  }
  return sum
}
