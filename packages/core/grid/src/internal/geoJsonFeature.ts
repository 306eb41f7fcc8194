/**
 * Reads one GeoJSON feature and what a file says about its datum. The shapes stand here so that
 * reading and `GeoJson`, which re-exports them, need not import each other.
 */
import { Id } from "@wangge/facts"
import type { Datum } from "../Datum.ts"
import * as GeoJsonProblem from "../GeoJsonProblem.ts"
import {
  fail,
  type Geometry,
  isRecord,
  type Outcome,
  readGeometry,
  show
} from "./geoJsonGeometry.ts"

/**
 * What a feature says about its place in the tree; the empty text where it says nothing.
 *
 * @category files
 * @since 0.1.0
 */
export interface PlaceRecord {
  readonly gridId: Id.Id<"Grid">
  readonly levelId: string
  readonly parentId: string
  readonly name: string
}

/**
 * Under which names the properties of a feature stand.
 *
 * @category files
 * @since 0.1.0
 */
export interface PropertyNames {
  readonly id: string
  readonly level: string
  readonly parent: string
  readonly name: string
}

/** A feature that was read. */
export interface ReadFeature {
  readonly record: PlaceRecord
  readonly geometry: Geometry
}

/** A feature, or every problem of it. */
export const readFeature = (
  value: unknown,
  path: string,
  names: PropertyNames
): Outcome<ReadFeature> => {
  if (!isRecord(value) || value.type !== "Feature") {
    return fail("NotAFeature", path, show(isRecord(value) ? value.type : value), '"Feature"')
  }
  const properties = value.properties ?? {}
  if (!isRecord(properties)) {
    return fail("BadProperty", `${path}.properties`, show(properties), "{…}")
  }
  const id = readId(properties[names.id] ?? value.id, `${path}.properties.${names.id}`)
  const [level, parent, name] = [names.level, names.parent, names.name].map((key) =>
    readText(properties[key], `${path}.properties.${key}`)
  )
  const geometry = readGeometry(value.geometry, `${path}.geometry`)
  if (id.ok && level!.ok && parent!.ok && name!.ok && geometry.ok) {
    const record = {
      gridId: id.value,
      levelId: level!.value,
      parentId: parent!.value,
      name: name!.value
    }
    return { ok: true, value: { record, geometry: geometry.value } }
  }
  const problems = [id, level!, parent!, name!, geometry].flatMap((outcome) =>
    outcome.ok ? [] : outcome.problems
  )
  return { ok: false, problems }
}

const readId = (value: unknown, path: string): Outcome<Id.Id<"Grid">> => {
  if (value === undefined || value === null || value === "") {
    return fail("MissingId", path, show(value), "1")
  }
  const text = textOf(value)
  return text !== undefined && Id.isValid(text)
    ? { ok: true, value: Id.make(text) }
    : fail("BadId", path, text ?? show(value), `0x21-0x7e, 1-${Id.lengthMax}`)
}

const readText = (value: unknown, path: string): Outcome<string> => {
  if (value === undefined || value === null) return { ok: true, value: "" }
  const text = textOf(value)
  return text === undefined
    ? fail("BadProperty", path, show(value), '"…"')
    : { ok: true, value: text }
}

const textOf = (value: unknown): string | undefined => {
  if (typeof value === "string") return value
  return Number.isSafeInteger(value) ? String(value) : undefined
}

/**
 * Names of coordinate reference systems that mean WGS-84 with degrees; CGCS2000 differs from it by decimetres.
 *
 * @source GeoJSON 2008, section 3.1 (OGC CRS84); EPSG codes 4326 and 4490
 */
const wgsNames = /(^|:)(CRS84|4326|4490)$/i

/** What contradicts the datum that the caller gives: the member `datum`, the member `crs`. */
export const datumProblems = (
  file: Readonly<Record<string, unknown>>,
  datum: Datum
): ReadonlyArray<GeoJsonProblem.GeoJsonProblem> => {
  const said = file.datum
  const crs = file.crs
  const problems: Array<GeoJsonProblem.GeoJsonProblem> = []
  if (said !== undefined && said !== datum) {
    problems.push(GeoJsonProblem.make("DatumContradicted", "datum", show(said), datum))
  }
  if (crs !== undefined && crs !== null && !(datum === "WGS-84" && wgsNames.test(nameOf(crs)))) {
    const found = nameOf(crs) || show(crs)
    problems.push(GeoJsonProblem.make("DatumContradicted", "crs", found, datum))
  }
  return problems
}

const nameOf = (crs: unknown): string => {
  const properties = isRecord(crs) ? crs.properties : undefined
  const name = isRecord(properties) ? properties.name : undefined
  return typeof name === "string" ? name : ""
}
