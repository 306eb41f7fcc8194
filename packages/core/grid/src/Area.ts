/**
 * The land of a grid: polygons with holes, in one datum. The coordinates are nested as in GeoJSON,
 * so that a file's geometry is used as it stands; `GeoJson` reads and writes it, `GridLocator`
 * finds points in it, `AreaCheck` says what is wrong with it.
 */
import type { Id } from "@wangge/facts"
import type { Datum } from "./Datum.ts"

/**
 * Longitude, then latitude, in degrees.
 *
 * @source RFC 7946, section 3.1.1 (longitude first)
 * @category areas
 * @since 0.1.0
 */
export type Position = readonly [longitude: number, latitude: number]

/**
 * A closed ring: at least four positions, the last equal to the first. Either direction is read.
 *
 * @source RFC 7946, section 3.1.6
 * @category areas
 * @since 0.1.0
 */
export type Ring = ReadonlyArray<Position>

/**
 * The outer ring, then the rings of its holes.
 *
 * @source RFC 7946, section 3.1.6
 * @category areas
 * @since 0.1.0
 */
export type Polygon = ReadonlyArray<Ring>

/**
 * The land of one node of the territorial tree: one polygon, or several where it has several parts.
 *
 * @category areas
 * @since 0.1.0
 */
export interface Area {
  readonly gridId: Id.Id<"Grid">
  readonly polygons: ReadonlyArray<Polygon>
}

/**
 * Areas measured in one datum, such as all grids of a town.
 *
 * @category areas
 * @since 0.1.0
 */
export interface AreaMap<D extends Datum = Datum> {
  readonly datum: D
  readonly areas: ReadonlyArray<Area>
}

/**
 * A place in one datum: where a photo was taken, where a building stands.
 *
 * @category areas
 * @since 0.1.0
 */
export interface Point<D extends Datum = Datum> {
  readonly datum: D
  readonly longitude: number
  readonly latitude: number
}
