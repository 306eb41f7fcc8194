/**
 * Funnel limits against sums of exact fractions (`oracles/statistics.py`), and what the arcsine funnel
 * gets wrong at small sizes.
 */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Funnel from "../src/Funnel.ts"
import * as Rational from "../src/Rational.ts"
import { close, codeOf } from "./close.ts"

const rules: Funnel.FunnelRules = {
  target: Rational.make(9, 10),
  interpolation: "Mirrored",
  overdispersion: "None",
  lookCount: 1,
  correction: "None"
}

const drawn = (
  units: ReadonlyArray<readonly [number, number]>,
  changes: Partial<Funnel.FunnelRules> = {}
): Funnel.Funnel => {
  const list = units.map(([count, total], at) => ({ unitId: `u${at}`, count, total }))
  const answer = Funnel.of(list, { ...rules, ...changes })
  if (!answer.ok) throw new Error(answer.problem.code)
  return answer.funnel
}

/** Target, size, tails; lower limit, mirrored upper one, Spiegelhalter's upper one, before cutting. */
const references: ReadonlyArray<readonly [number, number, number, number, number, number]> = [
  [0.9, 3, 0.05, 0.296296296296296, 1.32190214906264, 0.98856881572931],
  [0.9, 40, 0.05, 0.78399839545297, 0.996111021670208, 0.971111021670208],
  [0.3, 25, 0.002, 0.0241051626137928, 0.623500834286616, 0.583500834286616],
  [0.5, 7, 0.002, -0.124571428571429, 1.12457142857143, 0.981714285714286],
  [0.93, 500, 0.002, 0.891348599767244, 0.963697541951339, 0.961697541951339]
]

/** The usual arcsine limit, with its argument left as it comes. */
const arcsineUpper = (target: number, total: number, z: number): number => {
  const root = Math.sin(Math.asin(Math.sqrt(target)) + z / (2 * Math.sqrt(total)))
  return root * root
}

describe("funnel limits", () => {
  test.each(references)("target %f, size %i, tails %f agree with the reference", (...row) => {
    const [target, total, tails, lower, mirrored, plain] = row
    const within = (share: number) => Math.max(0, Math.min(1, share))
    const ours = Funnel.limits({ target, total, tails, interpolation: "Mirrored" })
    close([ours.lower, ours.upper], [within(lower), within(mirrored)])
    const theirs = Funnel.limits({ target, total, tails, interpolation: "Spiegelhalter" })
    close([theirs.lower, theirs.upper], [within(lower), within(plain)])
  })

  test("the arcsine funnel folds back at small sizes, ours does not", () => {
    const z = 3.090232306167813
    const folded = [1, 2, 3, 4].map((total) => arcsineUpper(0.9, total, z))
    expect(Math.min(...folded)).toBeLessThan(0.9)
    for (let total = 1; total <= 60; total += 1) {
      const limits = Funnel.limits({ target: 0.9, total, tails: 0.002, interpolation: "Mirrored" })
      expect(limits.upper).toBeGreaterThanOrEqual(0.9)
      expect(limits.lower).toBeLessThanOrEqual(0.9)
      expect(limits.upper).toBeLessThanOrEqual(1)
    }
    const perfect = drawn([1, 2, 3, 4].map((total) => [total, total] as const))
    expect(perfect.units.map(({ zone }) => zone)).toEqual(["Inside", "Inside", "Inside", "Inside"])
  })

  test("a share lies on or beyond a mirrored limit exactly where the tail is small enough", () => {
    const cases = fc.record({
      total: fc.integer({ min: 1, max: 120 }),
      count: fc.nat(120),
      target: fc.integer({ min: 1, max: 99 })
    })
    fc.assert(
      fc.property(cases, ({ total, count, target }) => {
        const kept = Math.min(count, total)
        const [unit] = drawn([[kept, total]], { target: Rational.make(target, 100) }).units
        if (unit === undefined) throw new Error("one unit")
        const share = kept / total
        const isBelow = unit.lowerTail <= 0.025
        const isAbove = unit.upperTail <= 0.025
        const { lower, upper } = unit.warning
        if (Math.abs(share - lower) > 1e-9) expect(share < lower).toBe(isBelow)
        if (Math.abs(share - upper) > 1e-9) expect(share > upper).toBe(isAbove)
        expect(unit.zone !== "Inside").toBe(isBelow || isAbove)
        if (unit.zone === "Alarm")
          expect(Math.min(unit.lowerTail, unit.upperTail)).toBeLessThan(0.0011)
      }),
      { numRuns: 300 }
    )
  })

  test("at most the stated share of units on target lies beyond the limits, by counting", () => {
    for (const total of [5, 17, 40, 100]) {
      const all = drawn(Array.from({ length: total + 1 }, (_, count) => [count, total] as const))
      const beyond = all.units.filter(({ zone }) => zone !== "Inside")
      const chance = beyond.reduce((sum, { count }) => sum + chanceOf(count, total, 0.9), 0)
      expect(chance).toBeLessThanOrEqual(0.05)
    }
  })

  test("more spread than chance stretches the limits only where asked and clear", () => {
    const spread = Array.from({ length: 20 }, (_, at) => [at % 2 === 0 ? 95 : 80, 100] as const)
    const plain = drawn(spread, { target: "Pooled" })
    const wide = drawn(spread, { target: "Pooled", overdispersion: "Winsorised" })
    expect(plain.spread).toBeGreaterThan(4)
    expect(plain.stretch).toBe(1)
    expect(wide.stretch).toBeCloseTo(Math.sqrt(wide.spread), 12)
    expect(plain.units.every(({ zone }) => zone !== "Inside")).toBe(true)
    expect(wide.units.every(({ zone }) => zone === "Inside")).toBe(true)
    const calm = Array.from({ length: 20 }, () => [90, 100] as const)
    expect(drawn(calm, { overdispersion: "Winsorised" }).stretch).toBe(1)
  })

  test("the outermost tenth at each end is drawn in before the spread is taken", () => {
    // Distances from the target: -2, -1, six times 0, 1 and 8 standard deviations.
    const counts = [40, 45, 50, 50, 50, 50, 50, 50, 55, 90]
    const half = { target: Rational.make(1, 2) }
    const found = drawn(
      counts.map((count) => [count, 100] as const),
      half
    )
    expect(found.spread).toBeCloseTo(0.4, 12)
  })

  test("a spread that chance alone explains stretches nothing", () => {
    // 1.1 standard deviations up and down: 1.21, less than 1 + 2 √(2 / 20).
    const units = Array.from({ length: 20 }, (_, at) => [at % 2 === 0 ? 211 : 189, 400] as const)
    const found = drawn(units, { target: Rational.make(1, 2), overdispersion: "Winsorised" })
    expect(found.spread).toBeCloseTo(1.21, 12)
    expect(found.stretch).toBe(1)
  })

  test("looks and units say how many false alarms to expect, and the correction divides", () => {
    const units = Array.from({ length: 40 }, () => [9, 10] as const)
    const plain = drawn(units, { lookCount: 12 })
    expect(plain.falseAlarmsMax.warning).toBeCloseTo(24, 9)
    expect(plain.falseAlarmsMax.alarm).toBeCloseTo(0.96, 9)
    const corrected = drawn(units, { lookCount: 12, correction: "Bonferroni" })
    expect(corrected.tails.alarm).toBeCloseTo(0.002 / 480, 15)
    expect(corrected.falseAlarmsMax.warning).toBeCloseTo(0.05, 12)
  })

  test("targets of 0 and 1, no units, no matters and no looks are refused", () => {
    const one = [{ unitId: "a", count: 1, total: 1 }]
    expect(codeOf(Funnel.of(one, { ...rules, target: "Pooled" }))).toBe("OutOfRange")
    expect(codeOf(Funnel.of(one, { ...rules, target: Rational.zero }))).toBe("OutOfRange")
    expect(codeOf(Funnel.of([], rules))).toBe("TooFewUnits")
    expect(codeOf(Funnel.of([{ unitId: "a", count: 0, total: 0 }], rules))).toBe("NoTrials")
    expect(codeOf(Funnel.of(one, { ...rules, lookCount: 0 }))).toBe("BadCount")
    expect(codeOf(Funnel.of([...one, ...one], rules))).toBe("DuplicateId")
    const impossible = { target: 1, total: 3, tails: 0.05, interpolation: "Mirrored" } as const
    expect(() => Funnel.limits(impossible)).toThrow(RangeError)
  })
})

/** The binomial chance of one count, by the product of its factors. */
const chanceOf = (count: number, total: number, share: number): number => {
  let chance = 1
  for (let at = 1; at <= count; at += 1) chance *= ((total - count + at) / at) * share
  for (let at = 0; at < total - count; at += 1) chance *= 1 - share
  return chance
}
