/**
 * Distributions against numbers from elsewhere: 40-digit arithmetic (`oracles/distributions.py`) for
 * means, variances and chances, and samples against chances. Each comparison of samples fails by
 * chance once in 10,000; seeds are fixed, so the verdict is too.
 */
import { describe, expect, test } from "vitest"
import * as Distribution from "../src/Distribution.ts"
import * as RandomStreams from "../src/RandomStreams.ts"
import oracle from "./oracles/distributions.json" with { type: "json" }

const cases = oracle.map((one) => {
  const read = Distribution.parse(one.distribution)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return { name: JSON.stringify(one.distribution), distribution: read.distribution, exact: one }
})

describe("Distribution against 40 digits", () => {
  test.each(cases)("$name has the exact mean, variance and chances", ({ distribution, exact }) => {
    const { mean, variance, chances } = exact
    const near = (found: number, wanted: number, tolerance: number) =>
      expect(Math.abs(found - wanted)).toBeLessThanOrEqual(tolerance)
    near(Distribution.mean(distribution), mean, 5e-15 * Math.abs(mean) + 1e-30)
    near(Distribution.variance(distribution), variance, 5e-15 * variance)
    near(Distribution.moment(distribution, 1), mean, 1e-14 * Math.abs(mean) + 1e-30)
    near(
      Distribution.moment(distribution, 2),
      variance + mean * mean,
      1e-14 * (variance + mean * mean)
    )
    expect(chances.length).toBeGreaterThan(0)
    for (const [x, chance] of chances) {
      near(Distribution.chanceUpTo(distribution, x ?? 0), chance ?? 0, 1e-13)
    }
  })
})

const exponential = (mean: number): Distribution.Exponential => ({ kind: "exponential", mean })

/** Every kind without atoms, with parameters on both sides of what its algorithm turns on. */
const continuous: ReadonlyArray<Distribution.Distribution> = [
  exponential(2),
  { kind: "uniform", low: -1, high: 4 },
  { kind: "normal", mean: 1, deviation: 3 },
  { kind: "normal", mean: 0, deviation: 1, low: -0.5, high: 2 },
  { kind: "normal", mean: 0, deviation: 1, low: 4 },
  { kind: "normal", mean: 0, deviation: 1, high: -4 },
  { kind: "lognormal", median: 2, sigma: 1.2 },
  { kind: "gamma", shape: 0.2, scale: 3 },
  { kind: "gamma", shape: 1.5, scale: 3 },
  { kind: "gamma", shape: 80, scale: 0.1 },
  { kind: "erlang", phases: 4, mean: 2 },
  { kind: "weibull", shape: 0.5, scale: 2 },
  { kind: "weibull", shape: 4, scale: 2 },
  { kind: "pareto", shape: 0.8, scale: 1 },
  { kind: "pareto", shape: 3, scale: 5 },
  { kind: "hyperexponential", means: [0.1, 10], probabilities: [0.9, 0.1] },
  { kind: "hypoexponential", means: [1, 1, 3] },
  {
    kind: "phaseType",
    start: [0.5, 0.25, 0.25],
    generator: [
      [-2, 1, 0],
      [0.5, -1.5, 1],
      [0, 0, -0.25]
    ]
  },
  { kind: "mixture", parts: [exponential(1), exponential(9)], probabilities: [0.5, 0.5] }
]

const SAMPLES = 20_000
/** Kolmogorov's distance times root n passes this once in 10,000: 2 exp(-2 x^2) = 1e-4. */
const DISTANCE_MAX = 2.2252

const distanceOf = (distribution: Distribution.Distribution, next: () => number): number => {
  const values = Float64Array.from({ length: SAMPLES }, next).sort()
  // One chance in five is enough: between them the steps are too small to hide a failure.
  let distance = 0
  for (let index = 0; index < SAMPLES; index += 5) {
    const chance = Distribution.chanceUpTo(distribution, values[index]!)
    distance = Math.max(distance, chance - index / SAMPLES, (index + 1) / SAMPLES - chance)
  }
  return distance * Math.sqrt(SAMPLES)
}

describe("samples against chances", () => {
  const streams = RandomStreams.make({ seed: 20, replication: 0 })

  test.each(continuous.map((one) => [JSON.stringify(one), one] as const))(
    "%s is sampled as Kolmogorov and Smirnov demand",
    (name, distribution) => {
      const draw = streams.stream(name).sequential()
      expect(distanceOf(distribution, () => Distribution.sample(distribution, draw))).toBeLessThan(
        DISTANCE_MAX
      )
    }
  )

  test("numbers by address are as good as numbers in sequence", () => {
    const stream = streams.stream("addresses")
    for (const distribution of continuous.slice(0, 4)) {
      let entity = 0
      const next = () => Distribution.sample(distribution, stream.at(entity++, 1))
      expect(distanceOf(distribution, next)).toBeLessThan(DISTANCE_MAX)
    }
  })

  test("a wrong parameter is noticed", () => {
    const draw = streams.stream("wrong").sequential()
    const found = distanceOf(exponential(2), () => Distribution.sample(exponential(2.1), draw))
    expect(found).toBeGreaterThan(DISTANCE_MAX)
  })

  test("values with atoms come as often as they should, by chi-square", () => {
    const parts = [{ kind: "deterministic", value: 1 } as const, exponential(5)]
    const atoms: ReadonlyArray<readonly [Distribution.Distribution, ReadonlyArray<number>]> = [
      [{ kind: "empirical", values: [3, 1, 1, 2] }, [1, 2]],
      [{ kind: "discrete", values: [5, 0, 2], probabilities: [0.25, 0.5, 0.25] }, [0, 2]],
      [{ kind: "mixture", parts, probabilities: [0.4, 0.6] }, [0.999999, 1]]
    ]
    for (const [distribution, cuts] of atoms) {
      const draw = streams.stream(JSON.stringify(distribution)).sequential()
      const counts = [0, 0, 0]
      for (let index = 0; index < SAMPLES; index++) {
        const value = Distribution.sample(distribution, draw)
        counts[value <= cuts[0]! ? 0 : value <= cuts[1]! ? 1 : 2]!++
      }
      const upTo = cuts.map((cut) => Distribution.chanceUpTo(distribution, cut))
      const shares = [upTo[0]!, upTo[1]! - upTo[0]!, 1 - upTo[1]!]
      const chiSquare = counts.reduce((sum, count, index) => {
        const wanted = shares[index]! * SAMPLES
        return sum + (count - wanted) ** 2 / wanted
      }, 0)
      // With 2 degrees of freedom exp(-x / 2) = 1e-4.
      expect(chiSquare).toBeLessThan(18.421)
    }
  })
})
