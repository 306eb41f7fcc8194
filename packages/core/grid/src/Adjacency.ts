/**
 * Which grids are neighbours: those that share a stretch of border, and apart from them those that
 * only touch in points. With the distances between centroids, `Travel` says how long a helper from
 * the next grid is on the way.
 */
import type { Id } from "@wangge/facts"
import type { AreaMap } from "./Area.ts"
import * as Centroid from "./Centroid.ts"
import * as EdgeTable from "./internal/edgeTable.ts"
import { distanceM, metresPerDegree, metresPerDegreeOfLongitude } from "./internal/sphere.ts"

/**
 * How far two borders may run apart, in metres, and still count as one, unless the caller says
 * otherwise.
 *
 * Enough for corners computed to lie on a neighbour's edge. Maps drawn by hand, or written with five decimals
 * (1.1 m), need a metre or more.
 *
 * @source none: our choice, assumed; a hundred times the rounding of seven decimals
 * @category neighbours
 * @since 0.1.0
 */
export const toleranceMDefault = 0.01

/**
 * Two neighbouring areas, by their positions in the map, the lower one first; `borderM` is the length
 * of the border they share in metres, 0 where they only touch.
 *
 * @category neighbours
 * @since 0.1.0
 */
export interface Pair {
  readonly first: number
  readonly second: number
  readonly borderM: number
}

/**
 * A neighbour of an area.
 *
 * @category neighbours
 * @since 0.1.0
 */
export interface Neighbour {
  readonly gridId: Id.Id<"Grid">
  readonly borderM: number
}

/**
 * The neighbours of a map: `gridIds` has one row per area, in the order of the map; `pairs` is
 * sorted by first, then second.
 *
 * @category neighbours
 * @since 0.1.0
 */
export interface Adjacency {
  readonly gridIds: ReadonlyArray<Id.Id<"Grid">>
  readonly pairs: ReadonlyArray<Pair>
}

/**
 * Every pair of areas that share a border or touch.
 *
 * Edges of two areas share the stretch over which they run beside each other, if they are within
 * `toleranceM` at both ends of it; so the corner of one may lie in the middle of the other's edge.
 * A stretch no longer than the tolerance is a touch. Areas whose borders cross touch, too;
 * an area inside another that meets no border of it is no neighbour (`AreaCheck` reports the
 * overlap). Throws a `RangeError` for a tolerance that is negative or not a number.
 * Cost: sorting the edges, and each edge's near ones; a fifth of a second for 275 areas of
 * 72,000 corners.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { Adjacency, type Area } from "@wangge/grid"
 *
 * const square = (id: string, west: number, south: number): Area.Area => ({
 *   gridId: Id.make(id),
 *   polygons: [[[[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]]]]
 * })
 * const areas = [square("a", 0, 0), square("b", 1, 0), square("c", 1, 1)]
 * const adjacency = Adjacency.of({ datum: "WGS-84", areas })
 * adjacency.pairs.map(({ first, second, borderM }) => [first, second, Math.round(borderM)]) // => [[0, 1, 111195], [0, 2, 0], [1, 2, 111178]]
 * ```
 *
 * @category neighbours
 * @since 0.1.0
 */
export const of = (
  map: AreaMap,
  { toleranceM = toleranceMDefault }: { readonly toleranceM?: number } = {}
): Adjacency => {
  if (!(toleranceM >= 0)) throw new RangeError(`a tolerance is >= 0; got ${toleranceM}`)
  const count = map.areas.length
  const areaOf = map.areas.flatMap(({ polygons }, area) => polygons.map(() => area))
  const edges = EdgeTable.of(map.areas.flatMap(({ polygons }) => polygons))
  const scale = scalesOf(edges)
  const borderOf = new Map<number, number>()
  EdgeTable.forEachNearPair(edges, reachOf(edges, toleranceM), (a, b) => {
    const one = areaOf[edges.part[a]!]!
    const other = areaOf[edges.part[b]!]!
    if (one === other) return
    const sharedM = sharedMetres(edges, Math.min(a, b), Math.max(a, b), { scale, toleranceM })
    if (sharedM < 0) return
    const key = Math.min(one, other) * count + Math.max(one, other)
    borderOf.set(key, (borderOf.get(key) ?? 0) + sharedM)
  })
  const pairs = Array.from(borderOf)
    .sort(([a], [b]) => a - b)
    .map(([key, borderM]) => ({ first: Math.floor(key / count), second: key % count, borderM }))
  return { gridIds: map.areas.map(({ gridId }) => gridId), pairs }
}

/**
 * The areas that share a border with one, those with the longest border first; those that only
 * touch it come last, and only when `withTouching` is true.
 *
 * Empty for an id that is not in the map. Cost: linear in pairs.
 *
 * @category neighbours
 * @since 0.1.0
 */
export const neighboursOf = (
  adjacency: Adjacency,
  gridId: Id.Id<"Grid">,
  { withTouching = false }: { readonly withTouching?: boolean } = {}
): ReadonlyArray<Neighbour> => {
  const area = adjacency.gridIds.indexOf(gridId)
  return adjacency.pairs
    .filter(({ first, second }) => first === area || second === area)
    .filter(({ borderM }) => borderM > 0 || withTouching)
    .map(({ first, second, borderM }) => ({
      gridId: adjacency.gridIds[first === area ? second : first]!,
      borderM
    }))
    .sort((a, b) => b.borderM - a.borderM)
}

/**
 * Great-circle metres between the centroids of all areas: row after row, `count` numbers each, in
 * the order of the map; symmetric, 0 on the diagonal.
 *
 * On a sphere: within 0.6 % of the ellipsoid. Throws a `RangeError` for an area without land.
 * Cost: the square of the number of areas, 8 bytes each; ask {@link neighboursOf} first in a large
 * map.
 *
 * @source haversine formula (Sinnott 1984) on a sphere of the IUGG mean radius, 6371008.7714 m
 * @category distances
 * @since 0.1.0
 */
export const distancesM = (map: AreaMap): Float64Array => {
  const places = map.areas.map(Centroid.of)
  const count = places.length
  const table = new Float64Array(count * count)
  for (let from = 0; from < count; from++) {
    for (let to = from + 1; to < count; to++) {
      const metres = distanceM(places[from]!, places[to]!)
      table[from * count + to] = metres
      table[to * count + from] = metres
    }
  }
  return table
}

/** Metres per degree of longitude in the middle of every edge. */
const scalesOf = (edges: EdgeTable.EdgeTable): Float64Array => {
  const scales = new Float64Array(edges.count)
  for (let edge = 0; edge < edges.count; edge++) {
    scales[edge] = metresPerDegreeOfLongitude((edges.y0[edge]! + edges.y1[edge]!) / 2)
  }
  return scales
}

/** Degrees that are at least `toleranceM` metres everywhere on the map. */
const reachOf = (edges: EdgeTable.EdgeTable, toleranceM: number): number => {
  let farthest = 0
  for (let edge = 0; edge < edges.count; edge++) {
    farthest = Math.max(farthest, Math.abs(edges.y0[edge]!), Math.abs(edges.y1[edge]!))
  }
  return toleranceM / Math.max(metresPerDegreeOfLongitude(farthest), 1)
}

interface Measure {
  readonly scale: Float64Array
  readonly toleranceM: number
}

/** The length two edges share in metres, 0 where they only meet, −1 where they are apart. */
const sharedMetres = (
  { x0, y0, x1, y1 }: EdgeTable.EdgeTable,
  a: number,
  b: number,
  { scale, toleranceM }: Measure
): number => {
  const perX = scale[a]!
  const ax = (x1[a]! - x0[a]!) * perX
  const ay = (y1[a]! - y0[a]!) * metresPerDegree
  const cx = (x0[b]! - x0[a]!) * perX
  const cy = (y0[b]! - y0[a]!) * metresPerDegree
  const dx = (x1[b]! - x0[a]!) * perX
  const dy = (y1[b]! - y0[a]!) * metresPerDegree
  const lengthM = Math.sqrt(ax * ax + ay * ay)
  const alongC = (cx * ax + cy * ay) / lengthM
  const alongD = (dx * ax + dy * ay) / lengthM
  const asideC = (ax * cy - ay * cx) / lengthM
  const asideD = (ax * dy - ay * dx) / lengthM
  const from = Math.max(0, Math.min(alongC, alongD))
  const until = Math.min(lengthM, Math.max(alongC, alongD))
  const asideAt = (along: number): number =>
    asideC + ((asideD - asideC) * (along - alongC)) / (alongD - alongC)
  if (
    until - from > toleranceM &&
    Math.abs(asideAt(from)) <= toleranceM &&
    Math.abs(asideAt(until)) <= toleranceM
  ) {
    return until - from
  }
  return isNear([0, 0, ax, ay], [cx, cy, dx, dy], toleranceM) ? 0 : -1
}

type Segment = readonly [x0: number, y0: number, x1: number, y1: number]

/** Whether two segments cross or an end of one comes within reach of the other. */
const isNear = (a: Segment, b: Segment, reach: number): boolean =>
  isEndNear(a, b[0], b[1], reach) ||
  isEndNear(a, b[2], b[3], reach) ||
  isEndNear(b, a[0], a[1], reach) ||
  isEndNear(b, a[2], a[3], reach) ||
  (sideOf(a, b[0], b[1]) * sideOf(a, b[2], b[3]) < 0 &&
    sideOf(b, a[0], a[1]) * sideOf(b, a[2], a[3]) < 0)

const sideOf = ([x0, y0, x1, y1]: Segment, x: number, y: number): number =>
  Math.sign((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0))

const isEndNear = ([x0, y0, x1, y1]: Segment, x: number, y: number, reach: number): boolean => {
  const spanX = x1 - x0
  const spanY = y1 - y0
  const share = ((x - x0) * spanX + (y - y0) * spanY) / (spanX * spanX + spanY * spanY)
  const clamped = Math.min(1, Math.max(0, share))
  const awayX = x - x0 - clamped * spanX
  const awayY = y - y0 - clamped * spanY
  return awayX * awayX + awayY * awayY <= reach * reach
}
