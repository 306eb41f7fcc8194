import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Area, Coordinates, Datum } from "../src/index.ts"
import { aMap, anArea, box } from "./aMap.ts"

const chinese = fc.record({
  longitude: fc.double({ min: 73, max: 136, noNaN: true }),
  latitude: fc.double({ min: 3, max: 54, noNaN: true })
})

const datums = fc.constantFrom(...Datum.list)

const awayDegrees = (a: Area.Point, b: Area.Point): number =>
  Math.max(Math.abs(a.longitude - b.longitude), Math.abs(a.latitude - b.latitude))

describe("datums", () => {
  it("do not mix", () => {
    const phone = Coordinates.point("WGS-84", [116.4, 39.9])
    // @ts-expect-error A point of one datum is not a point of another.
    const wrong: Area.Point<"GCJ-02"> = phone
    const right: Area.Point<"GCJ-02"> = Coordinates.convert(phone, "GCJ-02")
    expect(wrong.datum).toBe("WGS-84")
    expect(right.datum).toBe("GCJ-02")
    // @ts-expect-error A map of one datum is not a map of another.
    const map: Area.AreaMap<"BD-09"> = aMap(anArea("g", [box(0, 0, 1, 1)]))
    expect(map.datum).toBe("WGS-84")
  })

  it("are known by name", () => {
    expect(Datum.list.every(Coordinates.isDatum)).toBe(true)
    expect(Coordinates.isDatum("CGCS2000")).toBe(false)
  })
})

describe("a point", () => {
  it("is longitude, then latitude, within their bounds", () => {
    expect(Coordinates.point("BD-09", [-180, 90])).toEqual({
      datum: "BD-09",
      longitude: -180,
      latitude: 90
    })
    expect(() => Coordinates.point("WGS-84", [39.9, 116.4])).toThrow("116.4")
    expect(() => Coordinates.point("WGS-84", [180.1, 0])).toThrow("180.1")
    expect(() => Coordinates.point("WGS-84", [Number.NaN, 0])).toThrow("NaN")
  })
})

describe("conversion", () => {
  it("there and back comes home within a tenth of a millimetre, all over China", () => {
    fc.assert(
      fc.property(chinese, datums, datums, ({ longitude, latitude }, from, to) => {
        const start = Coordinates.point(from, [longitude, latitude])
        const back = Coordinates.convert(Coordinates.convert(start, to), from)
        expect(awayDegrees(start, back)).toBeLessThan(Coordinates.roundTripDegrees)
      }),
      { numRuns: 1000 }
    )
  })

  it("by way of a third datum is the same", () => {
    fc.assert(
      fc.property(chinese, datums, datums, datums, ({ longitude, latitude }, from, over, to) => {
        const start = Coordinates.point(from, [longitude, latitude])
        const straight = Coordinates.convert(start, to)
        const around = Coordinates.convert(Coordinates.convert(start, over), to)
        expect(awayDegrees(straight, around)).toBeLessThan(Coordinates.roundTripDegrees)
      })
    )
  })

  it("moves a point in China, by less than a kilometre", () => {
    fc.assert(
      fc.property(chinese, ({ longitude, latitude }) => {
        const start = Coordinates.point("WGS-84", [longitude, latitude])
        const { longitude: x, latitude: y } = Coordinates.convert(start, "GCJ-02")
        const east = (x - longitude) * 111_195 * Math.cos((latitude * Math.PI) / 180)
        const metres = Math.hypot(east, (y - latitude) * 111_195)
        expect(metres).toBeGreaterThan(1)
        expect(metres).toBeLessThan(1000)
      })
    )
  })

  it("leaves WGS-84 as it is outside the box, and to the same datum", () => {
    const chicago = Coordinates.point("WGS-84", [-87.6, 41.9])
    expect(Coordinates.convert(chicago, "GCJ-02")).toEqual({
      datum: "GCJ-02",
      longitude: -87.6,
      latitude: 41.9
    })
    const beijing = Coordinates.point("GCJ-02", [116.4, 39.9])
    expect(Coordinates.convert(beijing, "GCJ-02")).toEqual(beijing)
  })

  it("ends next to the edge of the box too, within a kilometre", () => {
    const edges = fc.oneof(
      fc.tuple(
        fc.double({ min: 71.99, max: 72.02, noNaN: true }),
        fc.double({ min: 1, max: 55, noNaN: true })
      ),
      fc.tuple(
        fc.double({ min: 137.82, max: 137.85, noNaN: true }),
        fc.double({ min: 1, max: 55, noNaN: true })
      ),
      fc.tuple(
        fc.double({ min: 73, max: 137, noNaN: true }),
        fc.double({ min: 0.82, max: 0.84, noNaN: true })
      ),
      fc.tuple(
        fc.double({ min: 73, max: 137, noNaN: true }),
        fc.double({ min: 55.82, max: 55.84, noNaN: true })
      )
    )
    fc.assert(
      fc.property(edges, fc.constantFrom("GCJ-02", "BD-09"), (position, datum) => {
        const start = Coordinates.point(datum, position)
        const home = Coordinates.convert(start, "WGS-84")
        expect(awayDegrees(start, home)).toBeLessThan(datum === "GCJ-02" ? 0.02 : 0.04)
        const [x, y] = [home.longitude, home.latitude]
        const again = Coordinates.convert(Coordinates.point("WGS-84", [x, y]), datum)
        expect(awayDegrees(start, again)).toBeLessThan(0.02)
      }),
      { numRuns: 500 }
    )
  })

  it("of a map keeps shared corners shared and ids in place", () => {
    const map = aMap(
      anArea("a", [box(116, 39, 116.1, 39.1)]),
      anArea("b", [box(116.1, 39, 116.2, 39.1)])
    )
    const moved = Coordinates.convertMap(map, "BD-09")
    expect(moved.datum).toBe("BD-09")
    expect(moved.areas.map(({ gridId }) => gridId)).toEqual(["a", "b"])
    const [a, b] = moved.areas.map(({ polygons }) => polygons[0]![0]!)
    expect(a![1]).toEqual(b![0])
    expect(a![2]).toEqual(b![3])
    expect(a![0]).toEqual(a![4])
    const { longitude, latitude } = Coordinates.convert(
      Coordinates.point("WGS-84", [116, 39]),
      "BD-09"
    )
    expect(a![0]).toEqual([longitude, latitude])
  })
})
