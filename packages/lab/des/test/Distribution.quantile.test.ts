import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Distribution from "../src/Distribution.ts"
import * as RandomStreams from "../src/RandomStreams.ts"

const positive = fc.double({ min: 0.05, max: 50, noNaN: true })
const shape = fc.double({ min: 0.3, max: 60, noNaN: true })
const lists = fc.array(positive, { minLength: 1, maxLength: 5 })
/** Chances that add up to 1, as many as the means. */
const shared = lists.map((means) => {
  const total = means.reduce((sum, mean) => sum + mean, 0)
  return { means, probabilities: means.map((mean) => mean / total) }
})

const simple: fc.Arbitrary<Distribution.Distribution> = fc.oneof(
  positive.map((mean) => ({ kind: "exponential", mean }) as const),
  fc
    .tuple(positive, positive)
    .map(([low, more]) => ({ kind: "uniform", low, high: low + more }) as const),
  fc
    .tuple(positive, positive)
    .map(([mean, deviation]) => ({ kind: "normal", mean, deviation, low: 0 }) as const),
  fc
    .tuple(positive, positive)
    .map(([median, sigma]) => ({ kind: "lognormal", median, sigma: sigma / 25 }) as const),
  fc
    .tuple(shape, positive)
    .map(([value, scale]) => ({ kind: "gamma", shape: value, scale }) as const),
  fc
    .tuple(fc.integer({ min: 1, max: 30 }), positive)
    .map(([phases, mean]) => ({ kind: "erlang", phases, mean }) as const),
  fc
    .tuple(shape, positive)
    .map(([value, scale]) => ({ kind: "weibull", shape: value, scale }) as const),
  fc
    .tuple(shape, positive)
    .map(([value, scale]) => ({ kind: "pareto", shape: value, scale }) as const),
  shared.map((one) => ({ kind: "hyperexponential", ...one }) as const),
  lists.map((means) => ({ kind: "hypoexponential", means }) as const)
)

const stepped: fc.Arbitrary<Distribution.Distribution> = fc.oneof(
  positive.map((value) => ({ kind: "deterministic", value }) as const),
  lists.map((values) => ({ kind: "empirical", values }) as const),
  shared.map(
    ({ means, probabilities }) => ({ kind: "discrete", values: means, probabilities }) as const
  )
)

const mixed: fc.Arbitrary<Distribution.Distribution> = fc
  .array(fc.oneof(simple, stepped), { minLength: 2, maxLength: 2 })
  .map((parts) => ({ kind: "mixture", parts, probabilities: [0.25, 0.75] }) as const)

const any = fc.oneof({ weight: 4, arbitrary: simple }, stepped, mixed)
const chances = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })

describe("Distribution.quantile", () => {
  test("is the inverse of the chance where that has no steps", () => {
    fc.assert(
      fc.property(simple, chances, (distribution, chance) => {
        const x = Distribution.quantile(distribution, chance)
        expect(Math.abs(Distribution.chanceUpTo(distribution, x) - chance)).toBeLessThan(1e-11)
      }),
      { numRuns: 300 }
    )
  })

  test("is the least number with at least that chance, also at steps", () => {
    fc.assert(
      fc.property(any, chances, (distribution, chance) => {
        const x = Distribution.quantile(distribution, chance)
        expect(Distribution.chanceUpTo(distribution, x * (1 + 1e-9))).toBeGreaterThan(
          chance - 1e-11
        )
        expect(Distribution.chanceUpTo(distribution, x * (1 - 1e-9))).toBeLessThan(chance + 1e-7)
      }),
      { numRuns: 300 }
    )
  })

  test("never falls, and the chance never does", () => {
    fc.assert(
      fc.property(any, chances, chances, (distribution, one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one]
        const from = Distribution.quantile(distribution, low)
        const to = Distribution.quantile(distribution, high)
        expect(from).toBeLessThanOrEqual(to)
        expect(Distribution.chanceUpTo(distribution, from)).toBeLessThanOrEqual(
          Distribution.chanceUpTo(distribution, to) + 1e-14
        )
      }),
      { numRuns: 200 }
    )
  })

  test("at 0 and 1 there are the ends of the distribution", () => {
    const ends = (distribution: Distribution.Distribution) =>
      [0, 1].map((chance) => Distribution.quantile(distribution, chance))
    const infinite = Number.POSITIVE_INFINITY
    expect(ends({ kind: "uniform", low: 2, high: 5 })).toEqual([2, 5])
    expect(ends({ kind: "exponential", mean: 1 })).toEqual([0, infinite])
    expect(ends({ kind: "normal", mean: 1, deviation: 1 })).toEqual([-infinite, infinite])
    expect(ends({ kind: "normal", mean: 1, deviation: 1, low: 0, high: 3 })).toEqual([0, 3])
    expect(ends({ kind: "pareto", shape: 1, scale: 2 })).toEqual([2, infinite])
    expect(ends({ kind: "gamma", shape: 2, scale: 2 })).toEqual([0, infinite])
    expect(ends({ kind: "lognormal", median: 3, sigma: 0 })).toEqual([3, 3])
    const values = [4, 1, 3]
    expect(ends({ kind: "discrete", values, probabilities: [0.5, 0, 0.5] })).toEqual([3, 4])
    expect(ends({ kind: "empirical", values })).toEqual([1, 4])
  })

  test("a chance outside 0 to 1 is refused", () => {
    for (const chance of [-0.01, 1.01, Number.NaN]) {
      expect(() => Distribution.quantile({ kind: "exponential", mean: 1 }, chance)).toThrow(
        "0 to 1"
      )
    }
  })
})

describe("Distribution.sampleByInversion", () => {
  test("takes one uniform number, and rises with it", () => {
    const stream = RandomStreams.make({ seed: 1, replication: 0 }).stream("inversion")
    fc.assert(
      fc.property(any, fc.nat(1000), (distribution, entity) => {
        const uniform = stream.uniform(entity, 0)
        const draw = stream.at(entity, 0)
        const found = Distribution.sampleByInversion(distribution, draw)
        expect(found).toBe(Distribution.quantile(distribution, uniform))
        expect(draw.uniform()).toBe(stream.uniform(entity, 0, 1))
      }),
      { numRuns: 200 }
    )
  })

  test("is what a monotone kind is sampled by", () => {
    const stream = RandomStreams.make({ seed: 1, replication: 0 }).stream("monotone")
    fc.assert(
      fc.property(any, fc.nat(1000), (distribution, entity) => {
        fc.pre(Distribution.isMonotone(distribution))
        const sampled = Distribution.sample(distribution, stream.at(entity, 0))
        const inverted = Distribution.sampleByInversion(distribution, stream.at(entity, 0))
        expect(Math.abs(sampled - inverted)).toBeLessThanOrEqual(1e-12 * Math.abs(inverted))
      }),
      { numRuns: 200 }
    )
  })

  test("an order of values decides whether lists are monotone", () => {
    const of = (values: ReadonlyArray<number>) =>
      Distribution.isMonotone({ kind: "empirical", values })
    expect([of([1, 2, 2]), of([1, 3, 2]), of([1])]).toEqual([true, false, true])
    expect(Distribution.isMonotone({ kind: "exponential", mean: 1 })).toBe(false)
  })
})

describe("Distribution.moment and transform", () => {
  test("the first two moments are mean and variance", () => {
    fc.assert(
      fc.property(any, (distribution) => {
        const mean = Distribution.mean(distribution)
        const variance = Distribution.variance(distribution)
        fc.pre(Number.isFinite(variance))
        expect(Math.abs(Distribution.moment(distribution, 1) - mean)).toBeLessThan(1e-11 * mean)
        const square = variance + mean * mean
        expect(Math.abs(Distribution.moment(distribution, 2) - square)).toBeLessThan(1e-11 * square)
      }),
      { numRuns: 200 }
    )
  })

  test("the third moment is the integral of three squares times the chance to be above", () => {
    const kinds: ReadonlyArray<Distribution.Distribution> = [
      { kind: "uniform", low: 1, high: 3 },
      { kind: "normal", mean: 2, deviation: 1, low: 0, high: 5 },
      { kind: "gamma", shape: 3, scale: 2 },
      { kind: "erlang", phases: 3, mean: 6 },
      { kind: "weibull", shape: 2, scale: 2 },
      { kind: "pareto", shape: 12, scale: 2 },
      { kind: "hypoexponential", means: [1, 2] },
      { kind: "hyperexponential", means: [1, 2], probabilities: [0.5, 0.5] },
      { kind: "phaseType", start: [1], generator: [[-2]] },
      { kind: "lognormal", median: 2, sigma: 0.25 },
      { kind: "exponential", mean: 2 },
      { kind: "discrete", values: [1, 4], probabilities: [0.5, 0.5] },
      { kind: "empirical", values: [1, 4] }
    ]
    for (const distribution of kinds) {
      const end = Distribution.quantile(distribution, 1 - 1e-10) * 1.001
      const points = 2000
      let sum = 0
      for (let index = 0; index < points; index++) {
        const x = ((index + 0.5) * end) / points
        sum += 3 * x * x * (1 - Distribution.chanceUpTo(distribution, x)) * (end / points)
      }
      expect(Math.abs(sum / Distribution.moment(distribution, 3) - 1)).toBeLessThan(2e-3)
    }
    // A normal with values below 0: mean^3 + 3 mean variance.
    expect(Distribution.moment({ kind: "normal", mean: 2, deviation: 1 }, 3)).toBe(14)
  })

  test("heavy tails have infinite moments, and say so", () => {
    const pareto = (shape: number): Distribution.Distribution => ({
      kind: "pareto",
      shape,
      scale: 1
    })
    expect([Distribution.mean(pareto(1)), Distribution.mean(pareto(1.5))]).toEqual([Infinity, 3])
    expect([Distribution.variance(pareto(2)), Distribution.variance(pareto(3))]).toEqual([
      Infinity,
      0.75
    ])
    const parts = [pareto(1), pareto(5)]
    const mixture = (probabilities: ReadonlyArray<number>) =>
      ({ kind: "mixture", parts, probabilities }) as const
    expect(Distribution.mean(mixture([0.5, 0.5]))).toBe(Infinity)
    expect(Distribution.variance(mixture([0.5, 0.5]))).toBe(Infinity)
    expect(Distribution.mean(mixture([0, 1]))).toBe(1.25)
  })

  test("closed transforms agree with integrals over quantiles", () => {
    fc.assert(
      fc.property(any, fc.double({ min: 0.01, max: 3, noNaN: true }), (distribution, s) => {
        const points = 100
        let sum = 0
        for (let index = 0; index < points; index++) {
          sum += Math.exp(-s * Distribution.quantile(distribution, (index + 0.5) / points)) / points
        }
        // A monotone function between 0 and 1: the sum is off by at most half a point.
        expect(Math.abs(Distribution.transform(distribution, s) - sum)).toBeLessThan(0.51 / points)
      }),
      { numRuns: 100 }
    )
  })

  test("a gamma as itself and as a mixture of phases has one transform, a lognormal its derivative", () => {
    const s = 0.4
    const phases = Distribution.transform({ kind: "hypoexponential", means: [2, 2, 2] }, s)
    expect(Distribution.transform({ kind: "erlang", phases: 3, mean: 6 }, s)).toBeCloseTo(
      phases,
      14
    )
    expect(Distribution.transform({ kind: "gamma", shape: 3, scale: 2 }, s)).toBeCloseTo(phases, 14)
    const lognormal = { kind: "lognormal", median: 2, sigma: 0.5 } as const
    const small = 1e-4
    const slope = (1 - Distribution.transform(lognormal, small)) / small
    const second = (Distribution.moment(lognormal, 2) * small) / 2
    expect(slope).toBeCloseTo(Distribution.mean(lognormal) - second, 6)
  })

  test("a transform of what can be negative is refused, and so is an order below 1", () => {
    const normal = { kind: "normal", mean: 5, deviation: 1 } as const
    expect(() => Distribution.transform(normal, 1)).toThrow("from 0")
    expect(() => Distribution.transform({ kind: "exponential", mean: 1 }, -1)).toThrow("from 0")
    expect(() => Distribution.moment(normal, 0)).toThrow("whole number")
  })
})
