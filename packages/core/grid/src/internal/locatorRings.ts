/**
 * The rings of a map in flat columns, checked on the way: what `GridLocator` builds its raster
 * from. A *part* is one polygon of an area, with its holes; parts and rings keep the map's order.
 * A part with one short ring is kept as codes (`locatorCodes`), any other by its coordinates.
 */
import type { Area, Polygon, Position, Ring } from "../Area.ts"
import * as LocatorProblem from "../LocatorProblem.ts"
import * as Codes from "./locatorCodes.ts"

/** The parts of a map. */
export interface Rings extends Codes.Codes {
  /** Index of the area of each part. */
  readonly partArea: Int32Array
  /** West, south, east, north of each part. */
  readonly partBounds: Float64Array
  /** The one ring of each short part, as it was given; an empty one for any other part. */
  readonly shortRing: ReadonlyArray<Ring>
  /** Where the codes of each part's short ring start; one more entry closes the last. */
  readonly codeStart: Int32Array
  /** Longitude, latitude of every position of the other rings, closing positions too. */
  readonly xy: Float64Array
  /** First position of each of the other rings; one more entry closes the last. */
  readonly ringStart: Int32Array
  /** First of the other rings of each part; one more entry closes the last. */
  readonly partRing: Int32Array
}

/** The rings, and what is wrong with them. */
export interface Flattened {
  readonly problems: ReadonlyArray<LocatorProblem.LocatorProblem>
  readonly rings: Rings
}

/** Positions of a short ring, at most: to look at it whole is as quick as to find its near edges. */
const SHORT_MAX = 80

const isShortPolygon = (polygon: Polygon): boolean =>
  polygon.length === 1 && polygon[0]!.length <= SHORT_MAX

/** Whether a part is kept as the codes of one short ring. */
export const isShort = ({ codeStart }: Rings, part: number): boolean =>
  codeStart[part + 1]! > codeStart[part]!

interface Draft extends Rings {
  readonly shortRing: Array<Ring>
  readonly problems: Array<LocatorProblem.LocatorProblem>
}

/** Copies and checks all rings; paths of problems begin with `subject`. */
export const flatten = (areas: ReadonlyArray<Area>, subject: string): Flattened => {
  const draft = emptyDraft(areas)
  let part = 0
  let ring = 0
  let position = 0
  let code = 0
  for (let area = 0; area < areas.length; area++) {
    const { gridId, polygons } = areas[area]!
    if (polygons.length === 0) report(draft, "NoPolygons", `${subject}${gridId}/polygons`)
    for (let polygon = 0; polygon < polygons.length; polygon++, part++) {
      const rings = polygons[polygon]!
      if (rings.length === 0) report(draft, "NoRings", `${subject}${gridId}/polygons/${polygon}`)
      draft.partArea[part] = area
      draft.partRing[part] = ring
      draft.codeStart[part] = code
      const isOneShort = isShortPolygon(rings)
      for (let at = 0; at < rings.length; at++) {
        const source = rings[at]!
        if (!boundRing(draft.partBounds, source, part, at === 0)) {
          const path = `${subject}${gridId}/polygons/${polygon}/${at}`
          draft.problems.push(...ringProblems(source, path))
        }
        if (isOneShort) {
          draft.shortRing[part] = source
          Codes.encode(draft, draft.partBounds, part, source, code)
          code += Codes.sizeOf(source.length)
        } else {
          draft.ringStart[ring++] = position
          copyRing(draft.xy, source, position)
          position += source.length
        }
      }
    }
  }
  draft.partRing[part] = ring
  draft.ringStart[ring] = position
  draft.codeStart[part] = code
  return { problems: draft.problems, rings: draft }
}

/** Columns of the size that the rings of some areas need. */
const emptyDraft = (areas: ReadonlyArray<Area>): Draft => {
  let parts = 0
  let codes = 0
  let rings = 0
  let positions = 0
  for (let area = 0; area < areas.length; area++) {
    const { polygons } = areas[area]!
    parts += polygons.length
    for (let at = 0; at < polygons.length; at++) {
      const polygon = polygons[at]!
      if (isShortPolygon(polygon)) {
        codes += Codes.sizeOf(polygon[0]!.length)
        continue
      }
      rings += polygon.length
      for (let ring = 0; ring < polygon.length; ring++) positions += polygon[ring]!.length
    }
  }
  return {
    ...Codes.empty(codes),
    partArea: new Int32Array(parts),
    partBounds: new Float64Array(4 * parts),
    shortRing: new Array<Ring>(parts).fill([]),
    codeStart: new Int32Array(parts + 1),
    xy: new Float64Array(2 * positions),
    ringStart: new Int32Array(rings + 1),
    partRing: new Int32Array(parts + 1),
    problems: []
  }
}

/** The holes of all areas, each as an area of its own. */
export const holesOf = (areas: ReadonlyArray<Area>): ReadonlyArray<Area> => {
  const holes: Array<Area> = []
  for (const { gridId, polygons } of areas) {
    for (const polygon of polygons) {
      for (let at = 1; at < polygon.length; at++) {
        holes.push({ gridId, polygons: [[polygon[at]!]] })
      }
    }
  }
  return holes
}

/**
 * Widens the bounds of a part by a ring; says whether it is a ring of places. Here and in `encode`
 * nothing is called per position: before the compiler has seen enough, calls cost most.
 */
const boundRing = (bounds: Float64Array, ring: Ring, part: number, isFirst: boolean): boolean => {
  const length = ring.length
  let west = isFirst ? Number.POSITIVE_INFINITY : bounds[4 * part]!
  let south = isFirst ? Number.POSITIVE_INFINITY : bounds[4 * part + 1]!
  let east = isFirst ? Number.NEGATIVE_INFINITY : bounds[4 * part + 2]!
  let north = isFirst ? Number.NEGATIVE_INFINITY : bounds[4 * part + 3]!
  let sum = 0
  for (let at = 0; at < length; at++) {
    const position = ring[at]!
    const longitude = position[0]
    const latitude = position[1]
    if (longitude < west) west = longitude
    if (longitude > east) east = longitude
    if (latitude < south) south = latitude
    if (latitude > north) north = latitude
    sum += longitude + latitude
  }
  bounds[4 * part] = west
  bounds[4 * part + 1] = south
  bounds[4 * part + 2] = east
  bounds[4 * part + 3] = north
  // What is no number passes every comparison above, but not the sum.
  const isGood = isLongitude(west) && isLatitude(south) && isLongitude(east) && isLatitude(north)
  return isGood && !Number.isNaN(sum) && length >= 4 && isClosed(ring[0]!, ring[length - 1]!)
}

const copyRing = (xy: Float64Array, ring: Ring, start: number): void => {
  for (let at = 0, write = 2 * start; at < ring.length; at++, write += 2) {
    const position = ring[at]!
    xy[write] = position[0]
    xy[write + 1] = position[1]
  }
}

const isClosed = (first: Position, last: Position): boolean =>
  first[0] === last[0] && first[1] === last[1]

const report = (draft: Draft, code: LocatorProblem.Code, path: string): void => {
  draft.problems.push(LocatorProblem.make(code, path, 0, 1))
}

const ringProblems = (ring: Ring, path: string): ReadonlyArray<LocatorProblem.LocatorProblem> => {
  const places = ring.flatMap(([longitude, latitude], at) =>
    coordinateProblems(`${path}/${at}`, longitude, latitude)
  )
  if (ring.length < 4) {
    return [...places, LocatorProblem.make("ShortRing", path, ring.length, 4)]
  }
  const first = ring[0]!
  const last = ring[ring.length - 1]!
  if (isClosed(first, last)) return places
  return [...places, LocatorProblem.make("OpenRing", path, last.join(","), first.join(","))]
}

/** `BadLongitude`, `BadLatitude`, both or none. */
export const coordinateProblems = (
  subject: string,
  longitude: number,
  latitude: number
): ReadonlyArray<LocatorProblem.LocatorProblem> => [
  ...(isLongitude(longitude)
    ? []
    : [LocatorProblem.make("BadLongitude", subject, String(longitude), "-180 … 180")]),
  ...(isLatitude(latitude)
    ? []
    : [LocatorProblem.make("BadLatitude", subject, String(latitude), "-90 … 90")])
]

const isLongitude = (longitude: number): boolean => longitude >= -180 && longitude <= 180

const isLatitude = (latitude: number): boolean => latitude >= -90 && latitude <= 90
