import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Travel } from "../src/index.ts"

describe("travel", () => {
  it("takes a kilometre in a little over five minutes by default", () => {
    expect(Travel.seconds(1000)).toBe(312)
    expect(Travel.seconds(0)).toBe(0)
  })

  it("takes no less time for a longer way, a longer detour, a lower speed", () => {
    const positive = fc.double({ min: 0.1, max: 1e5, noNaN: true })
    fc.assert(
      fc.property(positive, positive, (metres, more) => {
        const travel = { detour: 1.2, speedMps: 3 }
        const plain = Travel.seconds(metres, travel)
        expect(Travel.seconds(metres + more, travel)).toBeGreaterThanOrEqual(plain)
        expect(Travel.seconds(metres, { detour: 1.2 + more, speedMps: 3 })).toBeGreaterThanOrEqual(
          plain
        )
        expect(Travel.seconds(metres, { detour: 1.2, speedMps: 3 + more })).toBeLessThanOrEqual(
          plain
        )
      })
    )
  })

  it("refuses what cannot be, with the value", () => {
    expect(() => Travel.seconds(-1)).toThrow("-1")
    expect(() => Travel.seconds(1, { detour: 0.9, speedMps: 1 })).toThrow("0.9")
    expect(() => Travel.seconds(1, { detour: 1, speedMps: 0 })).toThrow("0")
    expect(() => Travel.seconds(Number.NaN)).toThrow("NaN")
  })
})
