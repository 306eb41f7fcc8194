/**
 * Whether the rings of one area are good by themselves: closed, not flat, not crossing, holes
 * inside. Two rings of a polygon may meet in points, but not cross or run together.
 */
import type { Area, Polygon, Position, Ring } from "../Area.ts"
import * as AreaProblem from "../AreaProblem.ts"
import * as EdgeTable from "./edgeTable.ts"
import { turn } from "./orientation.ts"
import { contactOf, placeOf, sideOf } from "./segments.ts"

type Problems = ReadonlyArray<AreaProblem.AreaProblem>

const nowhere: Position = [0, 0]

/** The problems of the shape of one area. Cost: sorting its edges, and its near pairs of edges. */
export const problemsOf = (area: Area): Problems =>
  area.polygons.length === 0
    ? [noPolygon(area, "polygons")]
    : area.polygons.flatMap((polygon, part) => polygonProblems(area, polygon, part))

/**
 * The rings of a polygon that can be swept: finite positions, closed, long enough. A bad hole is left
 * out alone, a bad outer ring with all its holes.
 */
export const soundRingsOf = (polygon: Polygon): Polygon =>
  polygon[0] !== undefined && isSound(polygon[0]) ? polygon.filter(isSound) : []

const isSound = (ring: Ring): boolean =>
  ring.length >= 4 && ring.every(isPosition) && isSame(ring[0]!, ring.at(-1)!)

const polygonProblems = (area: Area, polygon: Polygon, part: number): Problems => {
  const pathOf = (ring: number): string => `${area.gridId}/polygons[${part}][${ring}]`
  if (polygon.length === 0) return [noPolygon(area, `polygons[${part}]`)]
  const own = polygon.flatMap((ring, index) => ringProblems(area, ring, pathOf(index)))
  if (own.length > 0) return own
  const meetings = meetingsOf(polygon).map(({ ring, other, at }) =>
    AreaProblem.ofShape(ring === other ? "SelfIntersection" : "RingsCross", area.gridId, {
      subject: ring === other ? pathOf(ring) : `${pathOf(other)}, ${pathOf(ring)}`,
      found: at.join(","),
      expected: 0,
      at
    })
  )
  return meetings.length > 0 ? meetings : holeProblems(area, polygon, pathOf)
}

const noPolygon = (area: Area, path: string): AreaProblem.AreaProblem =>
  AreaProblem.ofShape("NoPolygon", area.gridId, {
    subject: `${area.gridId}/${path}`,
    found: 0,
    expected: 1,
    at: nowhere
  })

const ringProblems = (area: Area, ring: Ring, subject: string): Problems => {
  const problem = (
    code: AreaProblem.Code,
    found: string | number,
    expected: string | number,
    at: Position
  ): Problems => [AreaProblem.ofShape(code, area.gridId, { subject, found, expected, at })]
  const bad = ring.find((position) => !isPosition(position))
  if (bad !== undefined) return problem("BadPosition", bad.join(","), "-180…180,-90…90", nowhere)
  if (ring.length < 4) return problem("ShortRing", ring.length, 4, ring[0] ?? nowhere)
  const [first, last] = [ring[0]!, ring.at(-1)!]
  if (!isSame(first, last)) return problem("UnclosedRing", last.join(","), first.join(","), last)
  return isFlat(ring) ? problem("FlatRing", first.join(","), "> 0", first) : []
}

const isPosition = ([longitude, latitude]: Position): boolean =>
  longitude >= -180 && longitude <= 180 && latitude >= -90 && latitude <= 90

const isSame = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1]

const isFlat = (ring: Ring): boolean => {
  const first = ring[0]!
  const second = ring.find((position) => !isSame(first, position))
  return (
    second === undefined ||
    ring.every(([x, y]) => turn(first[0], first[1], second[0], second[1], x, y) === 0)
  )
}

interface Meeting {
  readonly ring: number
  readonly other: number
  readonly at: Position
}

/** The first bad meeting of every ring with itself and with each other ring. */
const meetingsOf = (polygon: Polygon): ReadonlyArray<Meeting> => {
  const edges = EdgeTable.of([polygon])
  const { first, last } = spansOf(edges, polygon.length)
  const worst = new Map<number, readonly [edge: number, other: number]>()
  EdgeTable.forEachNearPair(edges, 0, (a, b) => {
    const [low, high] = a < b ? [a, b] : [b, a]
    const ring = edges.ring[high]!
    const isOneRing = ring === edges.ring[low]!
    const contact = contactOf(edges, low, high)
    if (contact === "none") return
    if (contact === "touch") {
      const isNeighbour = high - low === 1 || (low === first[ring]! && high === last[ring]!)
      if (!isOneRing || isNeighbour) return
    }
    const key = ring * polygon.length + edges.ring[low]!
    const known = worst.get(key)
    if (known === undefined || low < known[0] || (low === known[0] && high < known[1])) {
      worst.set(key, [low, high])
    }
  })
  return Array.from(worst)
    .sort(([a], [b]) => a - b)
    .map(([key, [low, high]]) => ({
      ring: Math.floor(key / polygon.length),
      other: key % polygon.length,
      at: placeOf(edges, low, high)
    }))
}

/** The first and the last edge of every ring. */
const spansOf = (edges: EdgeTable.EdgeTable, ringCount: number) => {
  const first = new Int32Array(ringCount).fill(-1)
  const last = new Int32Array(ringCount)
  for (let edge = 0; edge < edges.count; edge++) {
    const ring = edges.ring[edge]!
    if (first[ring] === -1) first[ring] = edge
    last[ring] = edge
  }
  return { first, last }
}

const holeProblems = (area: Area, polygon: Polygon, pathOf: (ring: number) => string): Problems => {
  const boxes = polygon.map(boxOf)
  return polygon.slice(1).flatMap((hole, before) => {
    const index = before + 1
    const report = (code: AreaProblem.Code, at: Position, other: number) =>
      AreaProblem.ofShape(code, area.gridId, {
        subject: pathOf(index),
        found: at.join(","),
        expected: pathOf(other),
        at
      })
    const outside = placeOn(hole, polygon[0]!, -1)
    if (outside !== undefined) return [report("HoleOutside", outside, 0)]
    for (let other = 1; other < polygon.length; other++) {
      if (other === index || !isBoxInside(boxes[index]!, boxes[other]!)) continue
      const inside = placeOn(hole, polygon[other]!, 1)
      if (inside !== undefined) return [report("HolesOverlap", inside, other)]
    }
    return []
  })
}

/** A position of `ring`, or the middle of two of them, on that side of `other`. */
const placeOn = (ring: Ring, other: Ring, side: number): Position | undefined => {
  const corner = ring.find((position) => sideOf(other, position) === side)
  if (corner !== undefined || ring.some((position) => sideOf(other, position) !== 0)) return corner
  const middles = ring
    .slice(1)
    .map(([x, y], at): Position => [(x + ring[at]![0]) / 2, (y + ring[at]![1]) / 2])
  return middles.find((position) => sideOf(other, position) === side)
}

type Box = readonly [west: number, south: number, east: number, north: number]

const boxOf = (ring: Ring): Box =>
  ring.reduce<Box>(
    ([west, south, east, north], [x, y]) => [
      Math.min(west, x),
      Math.min(south, y),
      Math.max(east, x),
      Math.max(north, y)
    ],
    [180, 90, -180, -90]
  )

const isBoxInside = (inner: Box, outer: Box): boolean =>
  inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
