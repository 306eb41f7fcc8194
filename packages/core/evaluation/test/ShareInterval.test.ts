/**
 * Intervals of shares against 40-digit references (`oracles/statistics.py`), published values, and
 * their coverage by counting every outcome.
 */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { binomialWeights } from "../src/internal/binomialWeights.ts"
import * as ShareInterval from "../src/ShareInterval.ts"
import { close, codeOf } from "./close.ts"

const ends = (
  method: ShareInterval.Method,
  count: number,
  total: number,
  confidence: number,
  sides: ShareInterval.Sureness["sides"] = "Both"
): readonly [number, number] => {
  const answer = ShareInterval.of(method, { unitId: "u", count, total }, { confidence, sides })
  if (!answer.ok) throw new Error(answer.problem.code)
  return [answer.interval.lower, answer.interval.upper]
}

/** Method, count, total, confidence, lower, upper. */
const references: ReadonlyArray<
  readonly [ShareInterval.Method, number, number, number, number, number]
> = [
  ["Wilson", 0, 10, 0.95, 0, 0.277532799862889],
  ["Jeffreys", 0, 10, 0.95, 0, 0.217196267509211],
  ["Exact", 0, 10, 0.95, 0, 0.308497107818761],
  ["Wilson", 1, 29, 0.95, 0.00611321429276266, 0.171755218793203],
  ["Jeffreys", 1, 29, 0.95, 0.00374617364905707, 0.150077686002232],
  ["Exact", 1, 29, 0.95, 0.000872646883579922, 0.177644295488723],
  ["Wilson", 15, 148, 0.95, 0.0623863995307363, 0.160487241723308],
  ["Jeffreys", 15, 148, 0.95, 0.0604485170092964, 0.157643143478741],
  ["Exact", 15, 148, 0.95, 0.0578440100834486, 0.161650490349479],
  ["Wilson", 81, 263, 0.95, 0.255288519878274, 0.3662095769828],
  ["Jeffreys", 81, 263, 0.95, 0.254521934991023, 0.365647499174082],
  ["Exact", 81, 263, 0.95, 0.252736745585271, 0.367621922601351],
  ["Wilson", 911, 972, 0.99, 0.914090194549522, 0.954466611417858],
  ["Jeffreys", 911, 972, 0.99, 0.915048582947371, 0.955173351367255],
  ["Exact", 911, 972, 0.99, 0.914460777867042, 0.95560900673542],
  ["Wilson", 10, 10, 0.9, 0.787058029916593, 1],
  ["Jeffreys", 10, 10, 0.9, 0.829226891755152, 1],
  ["Exact", 10, 10, 0.9, 0.741134449106948, 1]
]

/** The intervals of all counts of a total. */
const allEnds = (method: ShareInterval.Method, total: number) =>
  Array.from({ length: total + 1 }, (_, count) => ends(method, count, total, 0.95))

/** The chance that the interval of a count contains the share that made it, over all counts. */
const coverage = (intervals: ReturnType<typeof allEnds>, share: number): number =>
  binomialWeights(intervals.length - 1, share).reduce((sum, weight, count) => {
    const [lower = 1, upper = 0] = intervals[count] ?? []
    return lower <= share && share <= upper ? sum + weight : sum
  }, 0)

describe("intervals of shares", () => {
  test.each(references)("%s of %i in %i at %f agrees with the reference", (...row) => {
    const [method, count, total, confidence, lower, upper] = row
    close(ends(method, count, total, confidence), [lower, upper])
  })

  test("round to the published values of Newcombe 1998, table I", () => {
    const published = (method: ShareInterval.Method, count: number, total: number) =>
      ends(method, count, total, 0.95).map((end) => end.toFixed(4))
    expect(published("Wilson", 81, 263)).toEqual(["0.2553", "0.3662"])
    expect(published("Exact", 81, 263)).toEqual(["0.2527", "0.3676"])
    expect(published("Wilson", 0, 20)).toEqual(["0.0000", "0.1611"])
    expect(published("Exact", 0, 20)).toEqual(["0.0000", "0.1684"])
    expect(published("Wilson", 1, 29)).toEqual(["0.0061", "0.1718"])
    expect(published("Exact", 1, 29)).toEqual(["0.0009", "0.1776"])
  })

  test("the exact one covers at least what it says, whatever the share, by counting", () => {
    for (const total of [1, 2, 5, 10, 30, 64]) {
      const intervals = allEnds("Exact", total)
      for (let step = 1; step < 400; step += 1) {
        expect(coverage(intervals, step / 400)).toBeGreaterThanOrEqual(0.95 - 1e-12)
      }
    }
  })

  test("Wilson and Jeffreys cover what they say on average, and sometimes less", () => {
    for (const method of ["Wilson", "Jeffreys"] as const) {
      const intervals = allEnds(method, 30)
      const covered = Array.from({ length: 199 }, (_, step) =>
        coverage(intervals, (step + 1) / 200)
      )
      const mean = covered.reduce((sum, share) => sum + share, 0) / covered.length
      expect(mean).toBeGreaterThan(0.94)
      expect(mean).toBeLessThan(0.965)
      expect(Math.min(...covered)).toBeLessThan(0.95)
    }
  })

  test("the share lies inside, the other outcome mirrors it, and surer is wider", () => {
    const counts = fc
      .integer({ min: 1, max: 400 })
      .chain((total) =>
        fc.record({ total: fc.constant(total), count: fc.integer({ min: 0, max: total }) })
      )
    fc.assert(
      fc.property(counts, fc.constantFrom(...ShareInterval.methods), ({ count, total }, method) => {
        const [lower, upper] = ends(method, count, total, 0.95)
        expect(lower).toBeLessThanOrEqual(count / total)
        expect(upper).toBeGreaterThanOrEqual(count / total)
        close([1 - upper, 1 - lower], ends(method, total - count, total, 0.95))
        const [wider, widest] = ends(method, count, total, 0.998)
        expect(wider).toBeLessThanOrEqual(lower)
        expect(widest).toBeGreaterThanOrEqual(upper)
      }),
      { numRuns: 200 }
    )
  })

  test("one side alone at 97.5 % is that side of both at 95 %", () => {
    for (const method of ShareInterval.methods) {
      const [lower, upper] = ends(method, 7, 20, 0.95)
      close(ends(method, 7, 20, 0.975, "Lower"), [lower, 1])
      close(ends(method, 7, 20, 0.975, "Upper"), [0, upper])
    }
  })

  test("no matters, impossible counts and impossible confidences are refused", () => {
    const code = (count: number, total: number, confidence = 0.95) =>
      codeOf(
        ShareInterval.of("Wilson", { unitId: "u", count, total }, { confidence, sides: "Both" })
      )
    expect(code(0, 0)).toBe("NoTrials")
    expect(code(3, 2)).toBe("CountAboveTotal")
    expect(code(-1, 2)).toBe("BadCount")
    expect(code(0.5, 2)).toBe("BadCount")
    expect(code(Number.NaN, 2)).toBe("BadCount")
    expect([0, 1, 1.5, Number.NaN].map((confidence) => code(1, 2, confidence))).toEqual(
      Array.from({ length: 4 }, () => "BadConfidence")
    )
  })
})
