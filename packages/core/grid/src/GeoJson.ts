/**
 * Reads the grids and buildings of a town from GeoJSON, and writes them. A file is read whole or not
 * at all: every problem is told with its path in the file. GeoJSON is WGS-84 by its standard, but
 * Chinese files in GCJ-02 or BD-09 exist; so the caller says the datum, and a file written here names it in a
 * member of its own, `datum`, that is held against what the caller says when the file is read.
 */
import { Id } from "@wangge/facts"
import type { Area, AreaMap, Point, Polygon, Position } from "./Area.ts"
import * as Coordinates from "./Coordinates.ts"
import type { Datum } from "./Datum.ts"
import * as GeoJsonProblem from "./GeoJsonProblem.ts"
import {
  datumProblems,
  type PlaceRecord,
  type PropertyNames,
  readFeature
} from "./internal/geoJsonFeature.ts"
import { fail, isRecord, show } from "./internal/geoJsonGeometry.ts"
import { rightHanded } from "./internal/winding.ts"

export type { PlaceRecord, PropertyNames } from "./internal/geoJsonFeature.ts"

/**
 * A building as a point.
 *
 * @category files
 * @since 0.1.0
 */
export interface Building<D extends Datum = Datum> {
  readonly gridId: Id.Id<"Grid">
  readonly point: Point<D>
}

/**
 * The content of a file: areas and buildings in file order, and one record for each of them, in the
 * order of the features.
 *
 * @category files
 * @since 0.1.0
 */
export interface PlaceFile<D extends Datum = Datum> extends AreaMap<D> {
  readonly buildings: ReadonlyArray<Building<D>>
  readonly records: ReadonlyArray<PlaceRecord>
}

/**
 * The content of a file, or every reason why it cannot be read.
 *
 * @category files
 * @since 0.1.0
 */
export type ReadResult<D extends Datum> =
  | { readonly ok: true; readonly file: PlaceFile<D> }
  | { readonly ok: false; readonly problems: ReadonlyArray<GeoJsonProblem.GeoJsonProblem> }

/**
 * The names that are read and written when the caller gives no others.
 *
 * @source none: our choice
 * @category files
 * @since 0.1.0
 */
export const propertyNamesDefault: PropertyNames = {
  id: "id",
  level: "level",
  parent: "parent",
  name: "name"
}

/**
 * A file from a parsed JSON value.
 *
 * Areas are Polygon and MultiPolygon features, buildings Point features; other geometries are
 * problems. Ids are texts or whole numbers under `properties.id` (or the name given), else the
 * feature's own `id` member; parents the same; a missing or `null` level, parent or name reads as empty.
 * Heights are dropped. A position whose latitude is beyond 90 and would be good the other way
 * round is reported as swapped; one that is good both ways cannot be noticed. A `crs` member of the
 * format's 2008 version must agree with the datum: CRS84, EPSG:4326 and EPSG:4490 (CGCS2000,
 * within decimetres) count as WGS-84; anything else is a problem, also in a GCJ-02 file.
 * Of a ring, only the first bad position is told. Rings are not checked for crossing: `AreaCheck`
 * does that. Cost: linear.
 *
 * ```ts
 * import { GeoJson } from "@wangge/grid"
 *
 * const line = { type: "LineString", coordinates: [[120, 30], [121, 30]] }
 * const value = { type: "FeatureCollection", features: [{ type: "Feature", properties: { id: 7 }, geometry: line }] }
 * const result = GeoJson.read(value, { datum: "WGS-84" })
 * const codes = result.ok ? [] : result.problems.map(({ code, subject }) => [code, subject])
 * codes // => [["UnsupportedGeometry", "features[0].geometry.type"]]
 * ```
 *
 * @source RFC 7946 (WGS-84 in section 4, no crs member in appendix B.1)
 * @category files
 * @since 0.1.0
 */
export const read = <D extends Datum>(
  value: unknown,
  options: { readonly datum: D; readonly properties?: Partial<PropertyNames> }
): ReadResult<D> => {
  const { datum } = options
  if (!isRecord(value) || value.type !== "FeatureCollection") {
    const found = isRecord(value) ? show(value.type) : show(value)
    return fail("NotAFeatureCollection", "type", found, '"FeatureCollection"')
  }
  const features: unknown = value.features
  if (!Array.isArray(features)) return fail("NotAList", "features", show(features), "[…]")
  const names = { ...propertyNamesDefault, ...options.properties }
  const problems = [...datumProblems(value, datum)]
  const areas: Array<Area> = []
  const buildings: Array<Building<D>> = []
  const records: Array<PlaceRecord> = []
  const pathOf = new Map<string, string>()
  features.forEach((feature: unknown, index) => {
    const path = `features[${index}]`
    const outcome = readFeature(feature, path, names)
    if (!outcome.ok) {
      problems.push(...outcome.problems)
      return
    }
    const { record, geometry } = outcome.value
    const { gridId } = record
    const earlier = pathOf.get(gridId)
    if (earlier !== undefined) {
      problems.push(GeoJsonProblem.make("DuplicateId", path, gridId, earlier))
      return
    }
    pathOf.set(gridId, path)
    records.push(record)
    if (geometry.kind === "area") areas.push({ gridId, polygons: geometry.polygons })
    else buildings.push({ gridId, point: Coordinates.point(datum, geometry.position) })
  })
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, file: { datum, areas, buildings, records } }
}

/**
 * The areas of one level of a file, to be checked or searched as one map.
 *
 * @category files
 * @since 0.1.0
 */
export const mapOfLevel = <D extends Datum>(file: PlaceFile<D>, levelId: string): AreaMap<D> => {
  const ids = new Set(
    file.records.filter((record) => record.levelId === levelId).map(({ gridId }) => gridId)
  )
  return { datum: file.datum, areas: file.areas.filter(({ gridId }) => ids.has(gridId)) }
}

/**
 * The parent of every place that names one, as `AreaCheck` takes it.
 *
 * @category files
 * @since 0.1.0
 */
export const parentIdsOf = (file: PlaceFile): ReadonlyMap<Id.Id<"Grid">, Id.Id<"Grid">> =>
  new Map(
    file.records.flatMap(({ gridId, parentId }) =>
      Id.isValid(parentId) ? [[gridId, Id.make<"Grid">(parentId)] as const] : []
    )
  )

/**
 * A feature as it is written: `id`, `level`, `parent` and `name` under the names asked for.
 *
 * @category files
 * @since 0.1.0
 */
export interface Feature {
  readonly type: "Feature"
  readonly properties: Readonly<Record<string, string>>
  readonly geometry:
    | { readonly type: "Polygon"; readonly coordinates: Polygon }
    | { readonly type: "MultiPolygon"; readonly coordinates: ReadonlyArray<Polygon> }
    | { readonly type: "Point"; readonly coordinates: Position }
}

/**
 * A file as it is written: plain data for `JSON.stringify`; `datum` is a foreign member.
 *
 * @source RFC 7946, sections 3.3 and 6.1 (foreign members)
 * @category files
 * @since 0.1.0
 */
export interface FeatureCollection {
  readonly type: "FeatureCollection"
  readonly datum: Datum
  readonly features: ReadonlyArray<Feature>
}

/**
 * A map as a FeatureCollection: all areas, then all buildings.
 *
 * Outer rings run counter-clockwise and holes clockwise; a ring is turned round if need be and
 * otherwise kept, with its first position. An area of one polygon is written as Polygon. What
 * the records leave empty is left out. Reading the result with the same datum and names gives the
 * same file up to the direction of rings and the order of the records. Cost: linear.
 *
 * @source RFC 7946, section 3.1.6 (right-hand rule)
 * @category files
 * @since 0.1.0
 */
export const write = <D extends Datum>(
  map: AreaMap<D> & Partial<Pick<PlaceFile<D>, "buildings" | "records">>,
  options: { readonly properties?: Partial<PropertyNames> } = {}
): FeatureCollection => {
  const names = { ...propertyNamesDefault, ...options.properties }
  const recordOf = new Map(map.records?.map((record) => [record.gridId, record]))
  const propertiesOf = (gridId: Id.Id<"Grid">): Readonly<Record<string, string>> => {
    const record = recordOf.get(gridId)
    return Object.fromEntries(
      [
        [names.id, gridId],
        [names.level, record?.levelId ?? ""],
        [names.parent, record?.parentId ?? ""],
        [names.name, record?.name ?? ""]
      ].filter(([, text]) => text !== "")
    )
  }
  const areas = map.areas.map(
    ({ gridId, polygons }): Feature => ({
      type: "Feature",
      properties: propertiesOf(gridId),
      geometry: geometryOf(polygons.map(rightHanded))
    })
  )
  const buildings = (map.buildings ?? []).map(
    ({ gridId, point }): Feature => ({
      type: "Feature",
      properties: propertiesOf(gridId),
      geometry: { type: "Point", coordinates: [point.longitude, point.latitude] }
    })
  )
  return { type: "FeatureCollection", datum: map.datum, features: [...areas, ...buildings] }
}

const geometryOf = (polygons: ReadonlyArray<Polygon>): Feature["geometry"] => {
  const [only] = polygons
  return polygons.length === 1 && only !== undefined
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: polygons }
}
