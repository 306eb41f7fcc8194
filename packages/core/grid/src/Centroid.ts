/**
 * Where an area is, as one place: its centroid, for distances between grids, and a place that
 * surely lies in it, for a label or a marker. A centroid may lie outside, in a hole or in a bay.
 */
import type { Area, Polygon, Position, Ring } from "./Area.ts"

/**
 * The area centroid: holes taken out, all parts weighed by their land.
 *
 * Rings may run in either direction. Reckoned in degrees as in a plane: for a town of 40 km the
 * result is within about 30 m of the centroid on a sphere. Throws a `RangeError` for an area
 * without land; `AreaCheck` says so before. Cost: linear.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { Centroid } from "@wangge/grid"
 *
 * const ring = [[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]] as const
 * Centroid.of({ gridId: Id.make("g"), polygons: [[ring]] }) // => [1, 1]
 * ```
 *
 * @category places
 * @since 0.1.0
 */
export const of = (area: Area): Position => {
  const origin = originOf(area)
  let weight = 0
  let x = 0
  let y = 0
  for (const polygon of area.polygons) {
    polygon.forEach((ring, index) => {
      const moment = momentOf(ring, origin)
      const sign = moment.twiceArea >= 0 === (index === 0) ? 1 : -1
      weight += sign * moment.twiceArea
      x += sign * moment.x
      y += sign * moment.y
    })
  }
  if (!(weight > 0)) throw new RangeError(`the area ${area.gridId} has no land`)
  return [origin[0] + x / (3 * weight), origin[1] + y / (3 * weight)]
}

/**
 * A place inside the area, never on its border: the middle of the widest stretch on a line of
 * latitude through the middle of the area that passes no corner.
 *
 * The area's rings must be good (see `AreaCheck`). Throws a `RangeError` for an area without land.
 * Cost: linear, and sorting the latitudes of the corners.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { Centroid } from "@wangge/grid"
 *
 * const ring = [[0, 0], [3, 0], [3, 3], [2, 3], [2, 1], [0, 1], [0, 0]] as const
 * Centroid.inside({ gridId: Id.make("g"), polygons: [[ring]] }) // => [2.5, 2]
 * ```
 *
 * @category places
 * @since 0.1.0
 */
export const inside = (area: Area): Position => {
  let best: Stretch | undefined
  for (const polygon of area.polygons) {
    const stretch = widestStretchOf(polygon)
    if (stretch !== undefined && (best === undefined || stretch.width > best.width)) best = stretch
  }
  if (best === undefined) throw new RangeError(`the area ${area.gridId} has no land`)
  return best.at
}

const originOf = (area: Area): Position => {
  const origin = area.polygons[0]?.[0]?.[0]
  if (origin === undefined) throw new RangeError(`the area ${area.gridId} has no land`)
  return origin
}

interface Moment {
  readonly twiceArea: number
  readonly x: number
  readonly y: number
}

/** Twice the signed area of a ring, and six times its first moments, about an origin. */
const momentOf = (ring: Ring, [originX, originY]: Position): Moment => {
  let twiceArea = 0
  let x = 0
  let y = 0
  for (let at = 0; at + 1 < ring.length; at++) {
    const ax = ring[at]![0] - originX
    const ay = ring[at]![1] - originY
    const bx = ring[at + 1]![0] - originX
    const by = ring[at + 1]![1] - originY
    const cross = ax * by - bx * ay
    twiceArea += cross
    x += (ax + bx) * cross
    y += (ay + by) * cross
  }
  return { twiceArea, x, y }
}

interface Stretch {
  readonly width: number
  readonly at: Position
}

const widestStretchOf = (polygon: Polygon): Stretch | undefined => {
  const latitude = lineOf(polygon)
  if (latitude === undefined) return undefined
  const crossings = polygon.flatMap((ring) => crossingsOf(ring, latitude)).sort((a, b) => a - b)
  let best: Stretch | undefined
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    const west = crossings[at]!
    const width = crossings[at + 1]! - west
    if (width > 0 && (best === undefined || width > best.width)) {
      best = { width, at: [west + width / 2, latitude] }
    }
  }
  return best
}

/** The middle between the two corner latitudes next to the middle of a polygon. */
const lineOf = (polygon: Polygon): number | undefined => {
  const latitudes = polygon.flatMap((ring) => ring.map(([, y]) => y)).sort((a, b) => a - b)
  if (latitudes.length === 0) return undefined
  const middle = (latitudes[0]! + latitudes.at(-1)!) / 2
  const above = latitudes.find((y) => y > middle)
  const below = latitudes.findLast((y) => y <= middle)
  return above === undefined || below === undefined ? undefined : (above + below) / 2
}

/** The longitudes at which a ring crosses a latitude that none of its corners has. */
const crossingsOf = (ring: Ring, latitude: number): ReadonlyArray<number> => {
  const crossings: Array<number> = []
  for (let at = 0; at + 1 < ring.length; at++) {
    const [ax, ay] = ring[at]!
    const [bx, by] = ring[at + 1]!
    if (ay > latitude === by > latitude) continue
    crossings.push(ax + ((bx - ax) * (latitude - ay)) / (by - ay))
  }
  return crossings
}
