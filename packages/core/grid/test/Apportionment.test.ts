import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Apportionment } from "../src/index.ts"

const sum = (shares: Iterable<number>): number =>
  Array.from(shares).reduce((all, one) => all + one, 0)

describe("even shares", () => {
  it("269 workers over 69 grids are three or four each and 269 in all", () => {
    const shares = Apportionment.evenly(269, 69)
    expect(sum(shares)).toBe(269)
    expect(new Set(shares)).toEqual(new Set([3, 4]))
  })

  it("loses nothing and keeps every place within one of the exact share", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), fc.integer({ min: 1, max: 500 }), (total, places) => {
        const shares = Array.from(Apportionment.evenly(total, places))
        expect(sum(shares)).toBe(total)
        expect(Math.min(...shares)).toBe(Math.floor(total / places))
        expect(Math.max(...shares)).toBe(Math.ceil(total / places))
      })
    )
  })

  it("favours no end: every head of the list holds its exact part, rounded down", () => {
    fc.assert(
      fc.property(fc.nat({ max: 10_000 }), fc.integer({ min: 1, max: 200 }), (total, places) => {
        let head = 0
        Apportionment.evenly(total, places).forEach((share, place) => {
          head += share
          expect(head).toBe(Math.floor(((place + 1) * total) / places))
        })
      })
    )
  })

  it("refuses what is not a count, with the value", () => {
    expect(() => Apportionment.evenly(1.5, 2)).toThrow("1.5")
    expect(() => Apportionment.evenly(-1, 2)).toThrow("-1")
    expect(() => Apportionment.evenly(1, 0)).toThrow("places")
    expect(() => Apportionment.evenly(2 ** 31, 1)).toThrow(RangeError)
    expect(Array.from(Apportionment.evenly(2 ** 31 - 1, 1))).toEqual([2 ** 31 - 1])
  })
})

describe("weighted shares", () => {
  const weights = fc.array(fc.nat({ max: 5000 }), { minLength: 1, maxLength: 60 })

  it("loses nothing and keeps every place within one of its exact share", () => {
    fc.assert(
      fc.property(fc.nat({ max: 100_000 }), weights, (total, list) => {
        fc.pre(sum(list) > 0)
        const shares = Apportionment.byWeight(total, list)
        expect(sum(shares)).toBe(total)
        list.forEach((weight, place) => {
          expect(Math.abs(shares[place]! - (total * weight) / sum(list))).toBeLessThan(1)
        })
      })
    )
  })

  it("never gives a heavier place less", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1000 }), weights, (total, list) => {
        fc.pre(sum(list) > 0)
        const shares = Apportionment.byWeight(total, list)
        list.forEach((weight, place) => {
          list.forEach((other, otherPlace) => {
            if (weight > other) expect(shares[place]).toBeGreaterThanOrEqual(shares[otherPlace]!)
          })
        })
      })
    )
  })

  it("gives ties to the earlier place and nothing to weight zero", () => {
    expect(Array.from(Apportionment.byWeight(4, [1, 0, 1, 1]))).toEqual([2, 0, 1, 1])
  })

  it("refuses weights that cannot carry the total", () => {
    expect(() => Apportionment.byWeight(1, [0, 0])).toThrow("2 zeros")
    expect(() => Apportionment.byWeight(1, [])).toThrow(RangeError)
    expect(() => Apportionment.byWeight(1, [1, -1])).toThrow("weight 1")
    expect(() => Apportionment.byWeight(2_000_000_000, [2_000_000_000, 2_000_000_000])).toThrow(
      "2^53"
    )
    expect(Array.from(Apportionment.byWeight(0, [0, 0]))).toEqual([0, 0])
  })
})
