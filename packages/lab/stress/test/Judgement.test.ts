import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Judgement, type Objective } from "../src/index.ts"

const atLeast = (bound: number): Objective.Objective => ({
  outcome: "onTimeShare",
  relation: ">=",
  bound
})
const last = { confidence: 0.95, isLast: true }

describe("of", () => {
  test("holds from the border on where the interval's low end meets the bound", () => {
    const values = [0.94, 0.95, 0.96]
    const { mean, halfWidth } = Judgement.of(values, atLeast(0), last)
    const low = (mean ?? 0) - (halfWidth ?? 0)
    const high = (mean ?? 0) + (halfWidth ?? 0)
    expect(Judgement.of(values, atLeast(low - 1e-9), last).state).toBe("holds")
    expect(Judgement.of(values, atLeast(low), last).state).toBe("holds")
    expect(Judgement.of(values, atLeast(low + 1e-9), last).state).toBe("undecided")
    expect(Judgement.of(values, atLeast(high), last).state).toBe("undecided")
    expect(Judgement.of(values, atLeast(high + 1e-9), last).state).toBe("violated")
  })

  test("is undecided for want of values, and says so", () => {
    expect(Judgement.of([Number.NaN, Number.NaN], atLeast(0.9), last)).toMatchObject({
      state: "undecided",
      reason: "noValue",
      mean: null,
      halfWidth: null,
      replications: 2,
      values: 0
    })
    expect(Judgement.of([Number.NaN, 0.5], atLeast(0.9), last)).toMatchObject({
      state: "undecided",
      reason: "oneValue",
      mean: 0.5,
      halfWidth: null
    })
  })

  test("leaves replications without a value out of the mean", () => {
    const judgement = Judgement.of([0.4, Number.NaN, 0.6, 0.5], atLeast(0.9), last)
    expect(judgement).toMatchObject({ state: "violated", mean: 0.5, replications: 4, values: 3 })
  })

  test("believes equal values only at the last look", () => {
    const values = [1, 1, 1, 1]
    const earlier = { confidence: 0.95, isLast: false }
    expect(Judgement.of(values, atLeast(0.9), earlier)).toMatchObject({
      state: "undecided",
      reason: "noSpread"
    })
    expect(Judgement.of(values, atLeast(0.9), last).state).toBe("holds")
    expect(Judgement.of(values, atLeast(1), last).state).toBe("holds")
    expect(Judgement.of(values, { ...atLeast(1), relation: "<" }, last).state).toBe("violated")
  })

  test("a promise and its contrary never both hold, and swap answers", () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: 2,
      maxLength: 9
    })
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (given, bound) => {
        const promise = Judgement.of(given, atLeast(bound), last).state
        const contrary = Judgement.of(given, { ...atLeast(bound), relation: "<" }, last).state
        const swapped = { holds: "violated", violated: "holds", undecided: "undecided" } as const
        expect(contrary).toBe(swapped[promise])
      }),
      { seed: 1, numRuns: 300 }
    )
  })

  test("a higher bound never turns violated into holds", () => {
    const rank = { holds: 0, undecided: 1, violated: 2 }
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: 2,
      maxLength: 9
    })
    const bound = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(values, bound, bound, (given, one, two) => {
        const low = Judgement.of(given, atLeast(Math.min(one, two)), last).state
        const high = Judgement.of(given, atLeast(Math.max(one, two)), last).state
        expect(rank[low]).toBeLessThanOrEqual(rank[high])
      }),
      { seed: 2, numRuns: 300 }
    )
  })
})

describe("the plan", () => {
  test("errs less often than it allows although it looks three times", () => {
    // Normal values around the bound itself: both clear answers are errors.
    const { looks } = Judgement.defaultPlan
    const confidence = Judgement.lookConfidence(Judgement.defaultPlan)
    const draws = normals(7)
    let errors = 0
    const towns = 4000
    for (let town = 0; town < towns; town += 1) {
      const values = Array.from({ length: looks[looks.length - 1]! }, () => 0.9 + 0.01 * draws())
      const states = looks.map(
        (count, at) =>
          Judgement.of(values.slice(0, count), atLeast(0.9), {
            confidence,
            isLast: at === looks.length - 1
          }).state
      )
      if (states.some((state) => state !== "undecided")) errors += 1
    }
    // Three standard errors of a share of 5 % in 4,000 towns are about 1 %.
    expect(errors / towns).toBeLessThan(0.06)
    expect(errors / towns).toBeGreaterThan(0.02)
  })

  test("is checked: looks rise from 2 on, a confidence lies between 0 and 1", () => {
    const plan = Judgement.defaultPlan
    expect(Judgement.planProblems(plan)).toEqual([])
    for (const bad of [
      { ...plan, looks: [] },
      { ...plan, looks: [1, 4] },
      { ...plan, looks: [4, 4] },
      { ...plan, looks: [4.5] },
      { ...plan, confidence: 1 },
      { ...plan, confidence: Number.NaN },
      { ...plan, confirmReplications: 1 }
    ]) {
      expect(Judgement.planProblems(bad)).toHaveLength(1)
    }
  })
})

/** Normal numbers by Box and Muller from a small congruential generator. */
const normals = (seed: number): (() => number) => {
  let state = seed
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state + 0.5) / 2 ** 32
  }
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}
