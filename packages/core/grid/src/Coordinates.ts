/**
 * Takes points and maps from one datum to another. The datum is part of a point's type, so a point
 * from a phone (WGS-84) cannot be looked up in a map in GCJ-02 before it is converted.
 */
import type { AreaMap, Point, Position, Ring } from "./Area.ts"
import * as Datum from "./Datum.ts"
import { shift } from "./internal/datumShift.ts"

/**
 * How far a point may be from where it started after being converted and converted back, in
 * degrees: a tenth of a millimetre.
 *
 * Holds from 73 to 136 degrees east and 3 to 54 degrees north, which is all of China.
 *
 * @source none: measured; the conversions back are solved to 1e-10 degrees
 * @category coordinates
 * @since 0.1.0
 */
export const roundTripDegrees = 1e-9

/**
 * A point in a datum.
 *
 * Throws a `RangeError` for a longitude outside −180 to 180 or a latitude outside −90 to 90.
 *
 * ```ts
 * import { Coordinates } from "@wangge/grid"
 *
 * Coordinates.point("WGS-84", [120, 30]) // => { datum: "WGS-84", longitude: 120, latitude: 30 }
 * ```
 *
 * @category coordinates
 * @since 0.1.0
 */
export const point = <D extends Datum.Datum>(
  datum: D,
  [longitude, latitude]: Position
): Point<D> => {
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
    throw new RangeError(`longitude, then latitude; got ${longitude}, ${latitude}`)
  }
  return { datum, longitude, latitude }
}

/**
 * The same place in another datum.
 *
 * GCJ-02 is WGS-84 outside a box of 72.004 to 137.8347 degrees east and 0.8293 to 55.8271 degrees
 * north; the box takes in neighbouring countries, whose maps are not shifted in truth. Next to the
 * edges of the box a point in GCJ-02 or BD-09 may come from two places or from none: the answer is then
 * within a kilometre. In the box the shift is 20 to 720 m; BD-09 is shifted everywhere. The formulas in
 * use are not official, and no official ones are published. The last bit may differ between engines.
 *
 * ```ts
 * import { Coordinates } from "@wangge/grid"
 *
 * const phone = Coordinates.point("WGS-84", [120, 30])
 * const { datum, longitude, latitude } = Coordinates.convert(phone, "GCJ-02")
 * const shown = [datum, longitude.toFixed(5), latitude.toFixed(5)]
 * shown // => ["GCJ-02", "120.00466", "29.99753"]
 * ```
 *
 * @source the library gcoord 1.0.7 for the formulas; the sizes of shifts are measured with it
 * @category coordinates
 * @since 0.1.0
 */
export const convert = <To extends Datum.Datum>(from: Point, to: To): Point<To> => {
  const [longitude, latitude] = shift([from.longitude, from.latitude], from.datum, to)
  return { datum: to, longitude, latitude }
}

/**
 * The same map in another datum; see {@link convert}.
 *
 * Corners that areas share stay shared. A corner in the middle of a neighbour's edge comes to lie
 * beside it, by some centimetres for an edge of a kilometre: check the map again with a tolerance.
 * Cost: linear in corners.
 *
 * @category coordinates
 * @since 0.1.0
 */
export const convertMap = <To extends Datum.Datum>(map: AreaMap, to: To): AreaMap<To> => {
  const convertRing = (ring: Ring): Ring => ring.map((position) => shift(position, map.datum, to))
  return {
    datum: to,
    areas: map.areas.map(({ gridId, polygons }) => ({
      gridId,
      polygons: polygons.map((polygon) => polygon.map(convertRing))
    }))
  }
}

/**
 * Whether a text names a datum that this package knows.
 *
 * @category coordinates
 * @since 0.1.0
 */
export const isDatum = (text: string): text is Datum.Datum =>
  Datum.list.some((datum) => datum === text)
