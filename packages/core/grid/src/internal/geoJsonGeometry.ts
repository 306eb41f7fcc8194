/**
 * Reads the `geometry` member of a GeoJSON feature, or says at which path it is wrong.
 */
import type { Polygon, Position, Ring } from "../Area.ts"
import * as GeoJsonProblem from "../GeoJsonProblem.ts"

/** What a geometry can be for us: land, or the place of a building. */
export type Geometry =
  | { readonly kind: "area"; readonly polygons: ReadonlyArray<Polygon> }
  | { readonly kind: "point"; readonly position: Position }

/** A value read, or every reason why it cannot be. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: ReadonlyArray<GeoJsonProblem.GeoJsonProblem> }

type Read<T> = (value: unknown, path: string) => Outcome<T>

/** Whether a value is an object with members. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** A value in a few words, for the `found` of a problem. */
export const show = (value: unknown): string => {
  if (value === undefined) return "nothing"
  const text = JSON.stringify(value) ?? typeof value
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`
}

/** A failed reading with one problem. */
export const fail = (
  code: GeoJsonProblem.Code,
  path: string,
  found: string | number,
  expected: string | number
): { readonly ok: false; readonly problems: ReadonlyArray<GeoJsonProblem.GeoJsonProblem> } => ({
  ok: false,
  problems: [GeoJsonProblem.make(code, path, found, expected)]
})

/** The land or the place of a feature. */
export const readGeometry: Read<Geometry> = (value, path) => {
  if (!isRecord(value)) return fail("NoGeometry", path, show(value), "Polygon, MultiPolygon, Point")
  const at = `${path}.coordinates`
  switch (value.type) {
    case "Polygon": {
      const polygon = readPolygon(value.coordinates, at)
      return polygon.ok ? { ok: true, value: { kind: "area", polygons: [polygon.value] } } : polygon
    }
    case "MultiPolygon": {
      const polygons = readPolygons(value.coordinates, at)
      return polygons.ok
        ? { ok: true, value: { kind: "area", polygons: polygons.value } }
        : polygons
    }
    case "Point": {
      const position = readPosition(value.coordinates, at)
      return position.ok
        ? { ok: true, value: { kind: "point", position: position.value } }
        : position
    }
    default:
      return fail(
        "UnsupportedGeometry",
        `${path}.type`,
        typeof value.type === "string" ? value.type : show(value.type),
        "Polygon, MultiPolygon, Point"
      )
  }
}

/** A list of one or more, each read; the problems of all of them. */
const listOf =
  <T>(read: Read<T>): Read<ReadonlyArray<T>> =>
  (value, path) => {
    if (!Array.isArray(value) || value.length === 0) {
      return fail("NotAList", path, show(value), "[…], 1+")
    }
    const values: Array<T> = []
    const problems: Array<GeoJsonProblem.GeoJsonProblem> = []
    value.forEach((each: unknown, index) => {
      const outcome = read(each, `${path}[${index}]`)
      if (outcome.ok) values.push(outcome.value)
      else problems.push(...outcome.problems)
    })
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: values }
  }

/** Longitude and latitude; a height behind them is dropped. */
const readPosition: Read<Position> = (value, path) => {
  const expected = "[-180…180, -90…90]"
  if (!Array.isArray(value)) return fail("BadPosition", path, show(value), expected)
  const longitude: unknown = value[0]
  const latitude: unknown = value[1]
  if (!isFiniteNumber(longitude) || !isFiniteNumber(latitude)) {
    return fail("BadPosition", path, show(value), expected)
  }
  if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) {
    return { ok: true, value: [longitude, latitude] }
  }
  return Math.abs(longitude) <= 90 && Math.abs(latitude) <= 180
    ? fail("SwappedPosition", path, show(value), show([latitude, longitude]))
    : fail("BadPosition", path, show(value), expected)
}

const isFiniteNumber = (value: unknown): value is number => Number.isFinite(value)

/** A ring; of several bad positions only the first is told. */
const readRing: Read<Ring> = (value, path) => {
  const positions = listOf(readPosition)(value, path)
  if (!positions.ok) return { ok: false, problems: positions.problems.slice(0, 1) }
  const ring = positions.value
  if (ring.length < 4) return fail("ShortRing", path, ring.length, 4)
  const [first, last] = [ring[0]!, ring.at(-1)!]
  return first[0] === last[0] && first[1] === last[1]
    ? positions
    : fail("UnclosedRing", `${path}[${ring.length - 1}]`, show(last), show(first))
}

const readPolygon: Read<Polygon> = listOf(readRing)

const readPolygons: Read<ReadonlyArray<Polygon>> = listOf(readPolygon)
