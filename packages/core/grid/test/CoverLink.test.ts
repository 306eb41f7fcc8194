import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { CoverLink } from "../src/index.ts"

const plans = fc
  .record({ placeCount: fc.nat({ max: 200 }), share: fc.nat({ max: 100 }) })
  .map(({ placeCount, share }) => ({
    placeCount,
    unitCount: Math.floor((placeCount * share) / 100)
  }))

describe("an even partial cover", () => {
  it("uses every unit, in order, over neighbouring places of nearly one size, when shared", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const units = Array.from(CoverLink.evenly({ ...plan, rest: "shared" }))
        expect(units.toSorted((one, other) => one - other)).toEqual(units)
        const sizes = Array.from(
          { length: plan.unitCount },
          (_, unit) => units.filter((other) => other === unit).length
        )
        if (plan.unitCount === 0) expect(new Set(units).size).toBeLessThanOrEqual(1)
        else {
          expect(units).not.toContain(-1)
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
          expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1)
        }
      })
    )
  })

  it("gives each unit one place and leaves the others to the parent, when not shared", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const units = Array.from(CoverLink.evenly({ ...plan, rest: "parent" }))
        const covered = units.filter((unit) => unit >= 0)
        expect(covered).toEqual(Array.from({ length: plan.unitCount }, (_, unit) => unit))
        expect(units).toHaveLength(plan.placeCount)
      })
    )
  })

  it("throws for more units than places and for counts that are not whole", () => {
    const rest = "shared"
    expect(() => CoverLink.evenly({ placeCount: 2, unitCount: 3, rest })).toThrow("0 to 2")
    expect(() => CoverLink.evenly({ placeCount: 2.5, unitCount: 1, rest })).toThrow("2.5")
    expect(() => CoverLink.evenly({ placeCount: 2, unitCount: -1, rest })).toThrow("-1")
  })
})
