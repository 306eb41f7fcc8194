/**
 * The borders of areas as a table of edges in typed arrays, left end first, so that an edge that
 * two areas share is the same four numbers in both. Used by `AreaCheck` and `Adjacency`.
 */
import type { Polygon } from "../Area.ts"

/**
 * Edges; all arrays have one row per edge.
 *
 * `x0 < x1`, or `x0 = x1` and `y0 < y1`; `part` is the position of the polygon in the list the
 * table was made from; `ring` counts the rings of that polygon; `place` counts the edges of that
 * ring. Edges of no length are left out.
 */
export interface EdgeTable {
  readonly count: number
  readonly x0: Float64Array
  readonly y0: Float64Array
  readonly x1: Float64Array
  readonly y1: Float64Array
  readonly part: Int32Array
  readonly ring: Int32Array
  readonly place: Int32Array
}

/** The edges of a list of polygons. Cost: linear. */
export const of = (polygons: ReadonlyArray<Polygon>): EdgeTable => {
  const count = countOf(polygons)
  const table: EdgeTable = {
    count,
    x0: new Float64Array(count),
    y0: new Float64Array(count),
    x1: new Float64Array(count),
    y1: new Float64Array(count),
    part: new Int32Array(count),
    ring: new Int32Array(count),
    place: new Int32Array(count)
  }
  let edge = 0
  for (let part = 0; part < polygons.length; part++) {
    for (let ring = 0; ring < polygons[part]!.length; ring++) {
      const positions = polygons[part]![ring]!
      for (let place = 0; place + 1 < positions.length; place++) {
        const [ax, ay] = positions[place]!
        const [bx, by] = positions[place + 1]!
        if (ax === bx && ay === by) continue
        const isForward = ax < bx || (ax === bx && ay < by)
        table.x0[edge] = isForward ? ax : bx
        table.y0[edge] = isForward ? ay : by
        table.x1[edge] = isForward ? bx : ax
        table.y1[edge] = isForward ? by : ay
        table.part[edge] = part
        table.ring[edge] = ring
        table.place[edge] = place
        edge++
      }
    }
  }
  return table
}

const countOf = (polygons: ReadonlyArray<Polygon>): number => {
  let count = 0
  for (const polygon of polygons) {
    for (const ring of polygon) {
      for (let place = 0; place + 1 < ring.length; place++) {
        const [ax, ay] = ring[place]!
        const [bx, by] = ring[place + 1]!
        if (ax !== bx || ay !== by) count++
      }
    }
  }
  return count
}

/**
 * Calls `visit` once for every two edges whose boxes come within `reach` degrees of each other, in
 * either order of the two.
 *
 * Cost: sorting, and for each edge the edges that start before it ends, from left to right.
 */
export const forEachNearPair = (
  table: EdgeTable,
  reach: number,
  visit: (first: number, second: number) => void
): void => {
  const { count, x0, x1 } = table
  const order = Array.from({ length: count }, (_, edge) => edge).sort((a, b) => x0[a]! - x0[b]!)
  const low = new Float64Array(count)
  const high = new Float64Array(count)
  const left = new Float64Array(count)
  for (let at = 0; at < count; at++) {
    const edge = order[at]!
    left[at] = x0[edge]!
    low[at] = Math.min(table.y0[edge]!, table.y1[edge]!)
    high[at] = Math.max(table.y0[edge]!, table.y1[edge]!)
  }
  for (let at = 0; at < count; at++) {
    const edge = order[at]!
    const until = x1[edge]! + reach
    const top = high[at]! + reach
    const bottom = low[at]! - reach
    for (let next = at + 1; next < count && left[next]! <= until; next++) {
      if (low[next]! <= top && high[next]! >= bottom) visit(edge, order[next]!)
    }
  }
}
