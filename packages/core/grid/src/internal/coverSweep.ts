/**
 * Walks over the plane from west to east and tells, for every trapezoid between neighbouring edges,
 * which areas cover it. Overlaps, gaps and children outside their parents are all sums over such
 * trapezoids. No topology is built: an error of rounding moves a border by some 1e-14 degrees and
 * can do no other harm, however badly the areas fit together.
 */
import type { Position } from "../Area.ts"
import type { EdgeTable } from "./edgeTable.ts"
import { metresPerDegree, metresPerDegreeOfLongitude } from "./sphere.ts"

/** A trapezoid with two upright sides; unbounded ones reach to plus or minus infinity. */
export interface Trapezoid {
  x0: number
  x1: number
  lowLeft: number
  lowRight: number
  highLeft: number
  highRight: number
}

/** What covers a trapezoid: `open[layer]` lists the groups, `depth[group]` counts their polygons. */
export interface Cover {
  readonly open: ReadonlyArray<Array<number>>
  readonly depth: Int32Array
}

/** The polygons of a sweep: each belongs to a group (an area), each group to a layer. */
export interface Sweep {
  readonly edges: EdgeTable
  readonly groupOfPart: ArrayLike<number>
  readonly layerOfGroup: ArrayLike<number>
  readonly layerCount: number
}

/** Borders closer than this, in degrees (a tenth of a micrometre), count as in order. */
const slack = 1e-12

/**
 * Visits every trapezoid once, slab by slab from west to east, in a slab from south to north, the
 * unbounded ones included; flat ones are left out. The same two objects are passed each time.
 *
 * Cost: for every distinct longitude of a corner, and every crossing, the edges that pass there.
 */
export const sweep = (
  { edges, groupOfPart, layerOfGroup, layerCount }: Sweep,
  visit: (trapezoid: Trapezoid, cover: Cover) => void
): void => {
  const cover: Cover = {
    open: Array.from({ length: layerCount }, () => []),
    depth: new Int32Array(layerOfGroup.length)
  }
  const isInside = new Uint8Array(groupOfPart.length)
  const toggle = (part: number): void => {
    const group = groupOfPart[part]!
    const open = cover.open[layerOfGroup[group]!]!
    isInside[part] = 1 - isInside[part]!
    cover.depth[group]! += isInside[part] === 1 ? 1 : -1
    if (isInside[part] === 1 && cover.depth[group] === 1) open.push(group)
    if (isInside[part] === 0 && cover.depth[group] === 0) drop(open, group)
  }
  const slabs = slabsOf(edges)
  const trapezoid = { x0: 0, x1: 0, lowLeft: 0, lowRight: 0, highLeft: 0, highRight: 0 }
  slabs((x0, x1, active, count, left, right) => {
    trapezoid.x0 = x0
    trapezoid.x1 = x1
    trapezoid.lowLeft = Number.NEGATIVE_INFINITY
    trapezoid.lowRight = Number.NEGATIVE_INFINITY
    for (let at = 0; at <= count; at++) {
      const edge = active[at]!
      const highLeft = at < count ? left[edge]! : Number.POSITIVE_INFINITY
      const highRight = at < count ? right[edge]! : Number.POSITIVE_INFINITY
      if (highLeft > trapezoid.lowLeft || highRight > trapezoid.lowRight) {
        trapezoid.highLeft = Math.max(highLeft, trapezoid.lowLeft)
        trapezoid.highRight = Math.max(highRight, trapezoid.lowRight)
        visit(trapezoid, cover)
      }
      if (at === count) return
      toggle(edges.part[edge]!)
      trapezoid.lowLeft = Math.max(highLeft, trapezoid.lowLeft)
      trapezoid.lowRight = Math.max(highRight, trapezoid.lowRight)
    }
  })
}

/** The square metres of a bounded trapezoid, measured on the latitude of its centroid. */
export const areaM2Of = (trapezoid: Trapezoid): number => {
  const { x0, x1, lowLeft, lowRight, highLeft, highRight } = trapezoid
  const topLeft = highLeft - lowLeft
  const topRight = highRight - lowLeft
  const bottomRight = lowRight - lowLeft
  const heights = topLeft + topRight - bottomRight
  const moment = topLeft * topLeft + topLeft * topRight + topRight * topRight
  const centroid = lowLeft + (moment - bottomRight * bottomRight) / (3 * heights)
  const squareDegrees = ((x1 - x0) * heights) / 2
  return squareDegrees * metresPerDegree * metresPerDegreeOfLongitude(centroid)
}

/** The middle of a bounded trapezoid: a place in it. */
export const middleOf = (trapezoid: Trapezoid): Position => {
  const { x0, x1, lowLeft, lowRight, highLeft, highRight } = trapezoid
  return [(x0 + x1) / 2, (lowLeft + lowRight + highLeft + highRight) / 4]
}

/** Takes a value out of a short list; the last one takes its place. */
const drop = (open: Array<number>, group: number): void => {
  const last = open.pop()
  if (last !== undefined && last !== group) open[open.indexOf(group)] = last
}

type VisitSlab = (
  x0: number,
  x1: number,
  active: Int32Array,
  count: number,
  left: Float64Array,
  right: Float64Array
) => void

/** The slabs between neighbouring corners and crossings, their edges from south to north. */
const slabsOf = (edges: EdgeTable) => {
  const { x0, x1 } = edges
  const byStart = Array.from({ length: edges.count }, (_, edge) => edge)
    .filter((edge) => x0[edge]! < x1[edge]!)
    .sort((a, b) => x0[a]! - x0[b]!)
  const stops = stopsOf(edges)
  return (visit: VisitSlab): void => {
    const active = new Int32Array(edges.count + 1)
    const left = new Float64Array(edges.count + 1)
    const right = new Float64Array(edges.count + 1)
    let count = 0
    let next = 0
    for (let stop = 0; stop + 1 < stops.length; stop++) {
      let from = stops[stop]!
      let kept = 0
      for (let at = 0; at < count; at++) {
        if (x1[active[at]!]! > from) active[kept++] = active[at]!
      }
      count = kept
      while (next < byStart.length && x0[byStart[next]!]! <= from) {
        const edge = byStart[next++]!
        active[count++] = edge
        left[edge] = edges.y0[edge]!
      }
      const ends = [stops[stop + 1]!]
      for (let until = ends.at(-1); until !== undefined; until = ends.at(-1)) {
        for (let at = 0; at < count; at++) {
          const edge = active[at]!
          right[edge] = heightAt(edges, edge, until)
        }
        sortUpward(active, count, left, right)
        const crossing = crossingOf(active, count, left, right)
        const x = from + (until - from) * crossing
        if (x > from && x < until) ends.push(x)
        else {
          visit(from, until, active, count, left, right)
          from = until
          keep(active, count, right, left)
          ends.pop()
        }
      }
    }
  }
}

/** The heights at the end of one slab are those at the start of the next. */
const keep = (active: Int32Array, count: number, from: Float64Array, to: Float64Array): void => {
  for (let at = 0; at < count; at++) to[active[at]!] = from[active[at]!]!
}

/** Every longitude at which an edge begins or ends, ascending, each once. */
const stopsOf = (edges: EdgeTable): Float64Array => {
  const all = new Float64Array(2 * edges.count)
  all.set(edges.x0.subarray(0, edges.count))
  all.set(edges.x1.subarray(0, edges.count), edges.count)
  all.sort()
  return all.filter((x, at) => at === 0 || x !== all[at - 1])
}

const heightAt = ({ x0, y0, x1, y1 }: EdgeTable, edge: number, x: number): number => {
  if (x <= x0[edge]!) return y0[edge]!
  if (x >= x1[edge]!) return y1[edge]!
  const share = (x - x0[edge]!) / (x1[edge]! - x0[edge]!)
  return y0[edge]! + (y1[edge]! - y0[edge]!) * share
}

/** Sorts by the height in mid-slab; by insertion, as the edges come almost sorted. */
const sortUpward = (
  active: Int32Array,
  count: number,
  left: Float64Array,
  right: Float64Array
): void => {
  for (let at = 1; at < count; at++) {
    const edge = active[at]!
    const height = left[edge]! + right[edge]!
    let to = at
    while (to > 0 && left[active[to - 1]!]! + right[active[to - 1]!]! > height) {
      active[to] = active[to - 1]!
      to--
    }
    active[to] = edge
  }
}

/** Where two neighbours cross, as a share of the slab's width; 0 when none do. */
const crossingOf = (
  active: Int32Array,
  count: number,
  left: Float64Array,
  right: Float64Array
): number => {
  let worst = slack
  let share = 0
  for (let at = 0; at + 1 < count; at++) {
    const riseLeft = left[active[at + 1]!]! - left[active[at]!]!
    const riseRight = right[active[at + 1]!]! - right[active[at]!]!
    const inversion = -Math.min(riseLeft, riseRight)
    if (inversion <= worst) continue
    worst = inversion
    share = riseLeft / (riseLeft - riseRight)
  }
  return share
}
