/**
 * Which grid is this place in? A photo report carries a point; the locator answers with exactly
 * one grid, or says in which way there is none: outside the town, in a gap between grids, where
 * grids overlap. Points on shared borders go to one grid by a stated rule, and every decision is
 * exact, on vertices and edges too. Built once for a map, asked millions of times.
 */
import type { Id } from "@wangge/facts"
import type { AreaMap, Point } from "./Area.ts"
import type { Datum } from "./Datum.ts"
import * as GridLocation from "./GridLocation.ts"
import { areaAt, areasAt, NONE, SPECIAL } from "./internal/locatorAsk.ts"
import { build, type Raster } from "./internal/locatorRaster.ts"
import { coordinateProblems, flatten, holesOf } from "./internal/locatorRings.ts"
import * as LocatorProblem from "./LocatorProblem.ts"

/**
 * A map made ready to be asked. Opaque: {@link make} builds it, {@link locate} and
 * {@link indexAt} ask it. An index counts the areas in the order of the map.
 *
 * @category locating
 * @since 0.1.0
 */
export interface GridLocator<D extends Datum = Datum> {
  readonly datum: D
  /** The grid of each index. */
  readonly gridIds: ReadonlyArray<Id.Id<"Grid">>
  /** The plain answer of each index: strictly inside, no other grid touched. */
  readonly answers: ReadonlyArray<GridLocation.Found>
  /** The index of the areas. */
  readonly raster: Raster
  /** The index of what counts as a gap if no area has it: the outline, or else holes of areas. */
  readonly surround: Raster
}

/**
 * `outline`: the land of the whole town, such as the area of its root or the areas of the level
 * above; it tells a gap between grids from the land outside. It may have grids across its border.
 *
 * @category locating
 * @since 0.1.0
 */
export interface Options<D extends Datum> {
  readonly outline?: AreaMap<D>
}

/**
 * A locator, or what is wrong with the map.
 *
 * @category locating
 * @since 0.1.0
 */
export type Made<D extends Datum> =
  | { readonly ok: true; readonly locator: GridLocator<D> }
  | { readonly ok: false; readonly problems: ReadonlyArray<LocatorProblem.LocatorProblem> }

/**
 * Makes a map ready to be asked.
 *
 * Within one polygon, holes are told from land by the even-odd rule; several polygons of one area
 * add up. Edges are straight in longitude and latitude (RFC 7946, section 3.1.1); an area across
 * the 180th meridian is cut there (section 3.1.9).
 *
 * Returns `NoAreas`, `DuplicateId` (two areas of one grid: give one area several polygons),
 * `NoPolygons`, `NoRings`, `ShortRing` (fewer than four positions), `OpenRing`, `BadLongitude`,
 * `BadLatitude` (no number, or out of range) and `OtherDatum` (of the outline).
 *
 * Cost: time and memory linear in the positions of the map. The locator refers to the map's rings:
 * they must not change afterwards.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { GridLocator } from "@wangge/grid"
 *
 * const square = (west: number): ReadonlyArray<readonly [number, number]> =>
 *   [[west, 30], [west + 1, 30], [west + 1, 31], [west, 31], [west, 30]]
 * const made = GridLocator.make({
 *   datum: "WGS-84",
 *   areas: [
 *     { gridId: Id.make("grid-2"), polygons: [[square(121)]] },
 *     { gridId: Id.make("grid-1"), polygons: [[square(120)]] }
 *   ]
 * })
 * const at = (longitude: number) =>
 *   made.ok && GridLocator.locate(made.locator, { datum: "WGS-84", longitude, latitude: 30.5 })
 * at(121.5) // => { kind: "Found", gridId: "grid-2", isOnBorder: false, touchingIds: ["grid-2"] }
 * at(121) // => { kind: "Found", gridId: "grid-1", isOnBorder: true, touchingIds: ["grid-1", "grid-2"] }
 * at(122.5) // => { kind: "Outside" }
 * ```
 *
 * @category locating
 * @since 0.1.0
 */
export const make = <D extends Datum>(
  map: AreaMap<D>,
  options: Options<NoInfer<D>> = {}
): Made<D> => {
  const { outline } = options
  const gridIds = map.areas.map((area) => area.gridId)
  const { problems, rings } = flatten(map.areas, "")
  const surround = outline === undefined ? undefined : flatten(outline.areas, "outline/")
  const all = [
    ...(gridIds.length > 0 ? [] : [LocatorProblem.make("NoAreas", "areas", 0, 1)]),
    ...duplicates(gridIds),
    ...problems,
    ...(outline === undefined || outline.datum === map.datum
      ? []
      : [LocatorProblem.make("OtherDatum", "outline", outline.datum, map.datum)]),
    ...(surround === undefined ? [] : surround.problems)
  ]
  if (all.length > 0) return { ok: false, problems: all }
  return {
    ok: true,
    locator: {
      datum: map.datum,
      gridIds,
      answers: gridIds.map(plain),
      raster: build(rings),
      surround: build((surround ?? flatten(holesOf(map.areas), "")).rings)
    }
  }
}

/**
 * The grid of a point.
 *
 * - Strictly inside exactly one grid: that one, whatever other borders it is on.
 * - On borders only: of the grids that it touches, the one whose id comes first in code-unit order
 *   (`"g-10"` before `"g-9"`), whatever the order of the map.
 * - Strictly inside two or more grids: `InOverlap`, all of them named.
 * - In none: `InGap` or `Outside`.
 *
 * A point that is no place gives `InvalidPoint`. Points of another datum do not compile; convert
 * them first. Where types could not tell, the answer is `InvalidPoint` with `OtherDatum`.
 *
 * Cost: some tenths of a microsecond, whatever the count of grids; a point on a border or in an
 * overlap several times more.
 *
 * @source none: the tie rule is ours; it depends on nothing but the ids, so that every computer and
 *   every order of the file gives a point on a border to the same grid
 * @category locating
 * @since 0.1.0
 */
export const locate = <D extends Datum>(
  locator: GridLocator<D>,
  point: Point<NoInfer<D>>
): GridLocation.GridLocation => {
  const { longitude, latitude } = point
  if (point.datum === locator.datum) {
    const area = areaAt(locator.raster, longitude, latitude)
    if (area >= 0) return locator.answers[area]!
    if (area === SPECIAL) return locateSpecial(locator, longitude, latitude)
  }
  const problems = [
    ...(point.datum === locator.datum
      ? []
      : [LocatorProblem.make("OtherDatum", "point", point.datum, locator.datum)]),
    ...coordinateProblems("point", longitude, latitude)
  ]
  if (problems.length > 0) return { kind: "InvalidPoint", problems }
  return areaAt(locator.surround, longitude, latitude) === NONE ? outside : inGap
}

/**
 * The index of the grid that {@link locate} finds, or one of `GridLocation.missCodes`. For columns of
 * coordinates: makes no objects for a point in one grid. The coordinates must be in the locator's datum.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { GridLocator } from "@wangge/grid"
 *
 * const triangle = [[120, 30], [121, 30], [120, 31], [120, 30]] as const
 * const areas = [{ gridId: Id.make<"Grid">("grid-1"), polygons: [[triangle]] }]
 * const made = GridLocator.make({ datum: "GCJ-02", areas })
 * const at = (longitude: number, latitude: number) =>
 *   made.ok && GridLocator.indexAt(made.locator, longitude, latitude)
 * const answers = [at(120.1, 30.1), at(120.9, 30.9), at(Number.NaN, 30)]
 * answers // => [0, -1, -4]
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const indexAt = (locator: GridLocator, longitude: number, latitude: number): number => {
  const area = areaAt(locator.raster, longitude, latitude)
  return area >= 0 ? area : indexOfMiss(locator, longitude, latitude, area)
}

/**
 * Writes {@link indexAt} of every point into `out`. Throws a `RangeError` where the three columns
 * are not of one length.
 *
 * @category columns
 * @since 0.1.0
 */
export const indicesAt = (
  locator: GridLocator,
  longitudes: Float64Array,
  latitudes: Float64Array,
  out: Int32Array
): void => {
  const count = longitudes.length
  if (latitudes.length !== count || out.length !== count) {
    throw new RangeError(
      `The columns have one length; got ${count}, ${latitudes.length} and ${out.length}`
    )
  }
  for (let at = 0; at < count; at++) out[at] = indexAt(locator, longitudes[at]!, latitudes[at]!)
}

const locateSpecial = (
  locator: GridLocator,
  longitude: number,
  latitude: number
): GridLocation.GridLocation => {
  const { inside, border } = areasAt(locator.raster, longitude, latitude)
  const idsOf = (areas: ReadonlyArray<number>) => areas.map((area) => locator.gridIds[area]!).sort()
  if (inside.length > 1) return { kind: "InOverlap", gridIds: idsOf(inside) }
  const [gridId] = idsOf(inside.length === 1 ? inside : border)
  const touchingIds = idsOf([...inside, ...border])
  return { kind: "Found", gridId: gridId!, isOnBorder: inside.length === 0, touchingIds }
}

const indexOfMiss = (
  locator: GridLocator,
  longitude: number,
  latitude: number,
  miss: number
): number => {
  if (miss === NONE) {
    if (coordinateProblems("point", longitude, latitude).length > 0)
      return GridLocation.missCodes.InvalidPoint
    const isInGap = areaAt(locator.surround, longitude, latitude) !== NONE
    return isInGap ? GridLocation.missCodes.InGap : GridLocation.missCodes.Outside
  }
  const { inside, border } = areasAt(locator.raster, longitude, latitude)
  if (inside.length > 1) return GridLocation.missCodes.InOverlap
  let least = inside.length === 1 ? inside[0]! : border[0]!
  if (inside.length === 1) return least
  for (const area of border) {
    if (locator.gridIds[area]! < locator.gridIds[least]!) least = area
  }
  return least
}

const outside: GridLocation.Outside = { kind: "Outside" }

const inGap: GridLocation.InGap = { kind: "InGap" }

const plain = (gridId: Id.Id<"Grid">): GridLocation.Found => ({
  kind: "Found",
  gridId,
  isOnBorder: false,
  touchingIds: [gridId]
})

/** One problem for each id that stands at several areas. */
const duplicates = (
  gridIds: ReadonlyArray<string>
): ReadonlyArray<LocatorProblem.LocatorProblem> => {
  if (new Set(gridIds).size === gridIds.length) return []
  const counts = new Map<string, number>()
  for (const id of gridIds) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([id, count]) => LocatorProblem.make("DuplicateId", id, count, 1))
}
