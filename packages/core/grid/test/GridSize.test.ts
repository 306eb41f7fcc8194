import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { GridSize } from "../src/index.ts"

const bounds = (targetHouseholds: number, capHouseholds = targetHouseholds) => ({
  targetHouseholds,
  capHouseholds
})

const householdsOf = (sizes: ReadonlyArray<number>, limits: GridSize.Bounds) =>
  GridSize.cut(sizes, limits).map((part) => part.households)

const isAllowed = (sizes: ReadonlyArray<number>, limits: GridSize.Bounds): boolean => {
  const total = sizes.reduce((sum, size) => sum + size, 0)
  return total <= limits.capHouseholds || sizes.filter((size) => size > 0).length === 1
}

/** Every way to cut a row, the plainest way: each gap is cut or not. */
const bestCost = (sizes: ReadonlyArray<number>, limits: GridSize.Bounds): number => {
  let best = Number.POSITIVE_INFINITY
  for (let gaps = 0; gaps < 1 << (sizes.length - 1); gaps++) {
    const parts: Array<Array<number>> = [[]]
    sizes.forEach((size, index) => {
      parts.at(-1)!.push(size)
      if (index + 1 < sizes.length && (gaps & (1 << index)) !== 0) parts.push([])
    })
    if (!parts.every((part) => isAllowed(part, limits))) continue
    const cost = parts
      .map((part) => part.reduce((sum, size) => sum + size, 0) - limits.targetHouseholds)
      .reduce((sum, distance) => sum + distance * distance, 0)
    best = Math.min(best, cost)
  }
  return best
}

const rows = fc.record({
  sizes: fc.array(fc.oneof(fc.constant(0), fc.nat({ max: 60 })), { minLength: 1, maxLength: 9 }),
  target: fc.integer({ min: 1, max: 90 }),
  room: fc.nat({ max: 40 })
})

describe("a cut of buildings into grids", () => {
  it("leaves a row below the cap whole when cutting brings it no nearer to the target", () => {
    expect(householdsOf([100, 100, 100], bounds(300))).toEqual([300])
    expect(householdsOf([200, 200], bounds(300, 400))).toEqual([400])
  })

  it("meets the cap exactly and cuts at one household more", () => {
    expect(householdsOf([150, 150], bounds(299, 300))).toEqual([300])
    expect(householdsOf([150, 151], bounds(299, 300))).toEqual([150, 151])
  })

  it("lets a building above the cap stand alone", () => {
    expect(householdsOf([50, 900, 60], bounds(300))).toEqual([50, 900, 60])
  })

  it("joins a building without households to any neighbour", () => {
    expect(householdsOf([900, 0], bounds(300))).toEqual([900])
  })

  it("cuts a yard of 123 × 300 households into 123 grids of 300", () => {
    const parts = householdsOf(
      Array.from({ length: 1230 }, () => 30),
      bounds(300)
    )
    expect(parts).toEqual(Array.from({ length: 123 }, () => 300))
  })

  it("has nothing to cut without buildings", () => {
    expect(householdsOf([], bounds(300))).toEqual([])
  })

  it("covers the row, keeps the cap and is as near to the target as any cut", () => {
    fc.assert(
      fc.property(rows, ({ sizes, target, room }) => {
        const limits = bounds(target, target + room)
        const parts = GridSize.cut(sizes, limits)
        let next = 0
        let cost = 0
        for (const part of parts) {
          expect(part.from).toBe(next)
          expect(part.until).toBeGreaterThan(part.from)
          const own = sizes.slice(part.from, part.until)
          expect(part.households).toBe(own.reduce((sum, size) => sum + size, 0))
          expect(isAllowed(own, limits)).toBe(true)
          cost += (part.households - target) * (part.households - target)
          next = part.until
        }
        expect(next).toBe(sizes.length)
        expect(cost).toBe(bestCost(sizes, limits))
      }),
      { numRuns: 300 }
    )
  })

  it("refuses a target below 1 and a cap below the target", () => {
    const codes = (target: number, cap: number) =>
      GridSize.check(bounds(target, cap)).map(({ code }) => code)
    expect(codes(1, 1)).toEqual([])
    expect(codes(0, 10)).toEqual(["BadTarget"])
    expect(codes(1.5, 10)).toEqual(["BadTarget"])
    expect(codes(300, 299)).toEqual(["CapBelowTarget"])
    expect(codes(300, Number.NaN)).toEqual(["CapBelowTarget"])
    expect(() => GridSize.cut([1], bounds(0))).toThrow(RangeError)
    expect(() => GridSize.cut([-1], bounds(5))).toThrow(RangeError)
  })
})
