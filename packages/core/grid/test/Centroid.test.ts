import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Area, Centroid } from "../src/index.ts"
import { sideOf } from "../src/internal/segments.ts"
import { anArea, box, type Ring } from "./aMap.ts"

const isInside = (polygon: Area.Polygon, place: Area.Position): boolean =>
  polygon.every((ring, index) => sideOf(ring, place) === (index === 0 ? 1 : -1))

/** A star around a centre: a simple ring, however uneven its rays. */
const stars: fc.Arbitrary<Ring> = fc
  .tuple(
    fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 5, maxLength: 24 }),
    fc.double({ min: -170, max: 170, noNaN: true }),
    fc.double({ min: -80, max: 80, noNaN: true })
  )
  .map(([rays, x, y]) => {
    const ring = rays.map((ray, at): [number, number] => {
      const angle = (2 * Math.PI * at) / rays.length
      return [x + (ray * Math.cos(angle)) / 100, y + (ray * Math.sin(angle)) / 100]
    })
    return [...ring, ring[0]!]
  })

const shrunk = (ring: Ring, [x, y]: Area.Position): Ring =>
  ring.map(([cornerX, cornerY]): [number, number] => [(cornerX + x) / 2, (cornerY + y) / 2])

describe("the centroid", () => {
  it("weighs parts by their land and takes holes out, whatever way rings run", () => {
    const holed = anArea("g", [box(0, 0, 4, 4), box(2, 0.5, 3, 3.5).toReversed()])
    const sameWay = anArea("g", [box(0, 0, 4, 4).toReversed(), box(2, 0.5, 3, 3.5).toReversed()])
    for (const area of [holed, sameWay]) {
      expect(Centroid.of(area)[0]).toBeCloseTo((16 * 2 - 3 * 2.5) / 13, 12)
      expect(Centroid.of(area)[1]).toBeCloseTo(2, 12)
    }
    const parts = anArea("g", [box(0, 0, 1, 1)], [box(10, 0, 13, 1)])
    expect(Centroid.of(parts)[0]).toBeCloseTo((0.5 + 3 * 11.5) / 4, 12)
  })

  it("moves with the area", () => {
    fc.assert(
      fc.property(stars, (ring) => {
        const moved = ring.map(([x, y]): [number, number] => [x + 1, y - 2])
        const [x, y] = Centroid.of(anArea("g", [ring]))
        const [movedX, movedY] = Centroid.of(anArea("g", [moved]))
        expect(movedX - x).toBeCloseTo(1, 9)
        expect(movedY - y).toBeCloseTo(-2, 9)
      })
    )
  })

  it("may lie outside, in a bay", () => {
    const bay: Ring = [
      [0, 0],
      [5, 0],
      [5, 5],
      [4, 5],
      [4, 1],
      [1, 1],
      [1, 5],
      [0, 5],
      [0, 0]
    ]
    const area = anArea("g", [bay])
    expect(sideOf(bay, Centroid.of(area))).toBe(-1)
    expect(isInside([bay], Centroid.inside(area))).toBe(true)
  })
})

describe("a place inside", () => {
  it("lies in the area and in none of its holes", () => {
    fc.assert(
      fc.property(stars, fc.boolean(), (ring, hasHole) => {
        const centre = middleOf(ring)
        const polygon = hasHole ? [ring, shrunk(ring, centre)] : [ring]
        expect(isInside(polygon, Centroid.inside(anArea("g", polygon)))).toBe(true)
      }),
      { numRuns: 200 }
    )
  })

  it("lies in the widest part of several", () => {
    const area = anArea("g", [box(0, 0, 1, 1)], [box(10, 0, 13, 1)])
    expect(Centroid.inside(area)).toEqual([11.5, 0.5])
  })
})

describe("areas without land", () => {
  it("are refused by their id", () => {
    for (const area of [anArea("gone"), anArea("gone", [])]) {
      expect(() => Centroid.of(area)).toThrow("gone")
      expect(() => Centroid.inside(area)).toThrow("gone")
    }
    const flat = anArea("flat", [box(0, 0, 1, 0)])
    expect(() => Centroid.of(flat)).toThrow("flat")
    expect(() => Centroid.inside(flat)).toThrow("flat")
  })
})

/** The centre of a star: its rays point away from it at even angles, so opposite ones cross there. */
const middleOf = (ring: Ring): Area.Position => {
  const count = ring.length - 1
  const [, ay] = ring[0]!
  const angle = (2 * Math.PI) / count
  const [bx, by] = ring[1]!
  const rayB = (by - ay) / Math.sin(angle)
  return [bx - rayB * Math.cos(angle), ay]
}
