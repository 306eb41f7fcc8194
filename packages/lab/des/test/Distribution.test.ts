import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Distribution from "../src/Distribution.ts"
import * as RandomStreams from "../src/RandomStreams.ts"
import * as Tally from "../src/Tally.ts"

const all: ReadonlyArray<Distribution.Distribution> = [
  { kind: "exponential", mean: 3 },
  { kind: "deterministic", value: -2 },
  { kind: "uniform", low: -1, high: 5 },
  { kind: "lognormal", median: 2, sigma: 0.5 },
  { kind: "gamma", shape: 0.4, scale: 2 },
  { kind: "gamma", shape: 1, scale: 2 },
  { kind: "gamma", shape: 7.5, scale: 0.2 },
  { kind: "erlang", phases: 3, mean: 6 },
  { kind: "weibull", shape: 0.8, scale: 2 },
  { kind: "weibull", shape: 3, scale: 2 },
  { kind: "empirical", values: [1, 1, 4, 10] },
  { kind: "discrete", values: [0, 5, -3], probabilities: [0.2, 0, 0.8] },
  { kind: "normal", mean: 3, deviation: 2 },
  { kind: "normal", mean: 3, deviation: 2, low: 0 },
  { kind: "normal", mean: -9, deviation: 2, low: -1, high: 4 },
  { kind: "pareto", shape: 9, scale: 2 },
  { kind: "hyperexponential", means: [1, 8], probabilities: [0.75, 0.25] },
  { kind: "hypoexponential", means: [1, 1, 0.25] },
  {
    kind: "phaseType",
    start: [0.5, 0.5, 0],
    generator: [
      [-2, 1, 0],
      [0.5, -1.5, 1],
      [0, 3, -4]
    ]
  },
  {
    kind: "mixture",
    parts: [
      { kind: "deterministic", value: 1 },
      { kind: "erlang", phases: 2, mean: 4 }
    ],
    probabilities: [0.25, 0.75]
  }
]

const label = (distribution: Distribution.Distribution): string => JSON.stringify(distribution)

describe("Distribution", () => {
  test.each(all.map((one) => [label(one), one] as const))(
    "%s has the mean and variance that it says",
    (name, distribution) => {
      const draw = RandomStreams.make({ seed: 11, replication: 0 }).stream(name).sequential()
      const tally = Tally.make()
      const squares = Tally.make()
      const mean = Distribution.mean(distribution)
      for (let index = 0; index < 200_000; index++) {
        const value = Distribution.sample(distribution, draw)
        tally.add(value)
        squares.add((value - mean) * (value - mean))
      }
      // Five standard errors, taken from the sample itself.
      const errorOf = (sample: Tally.Tally) =>
        (5 * sample.deviation) / Math.sqrt(sample.count) + 1e-12
      expect(Math.abs(tally.mean - mean)).toBeLessThan(errorOf(tally))
      expect(Math.abs(squares.mean - Distribution.variance(distribution))).toBeLessThan(
        errorOf(squares)
      )
      expect(Distribution.check(distribution)).toEqual([])
    }
  )

  test("the known moments are exact where they are whole numbers", () => {
    expect(all.map(Distribution.mean).slice(0, 3)).toEqual([3, -2, 2])
    expect(all.map(Distribution.variance).slice(0, 3)).toEqual([9, 0, 3])
    expect(Distribution.mean({ kind: "weibull", shape: 1, scale: 2 })).toBeCloseTo(2, 12)
    expect(Distribution.variance({ kind: "erlang", phases: 4, mean: 8 })).toBe(16)
    expect(Distribution.mean({ kind: "empirical", values: [1, 1, 4, 10] })).toBe(4)
    expect(Distribution.variance({ kind: "empirical", values: [1, 1, 4, 10] })).toBe(13.5)
  })

  test("a lognormal by mean has that mean", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (mean, sigma) => {
          const made = Distribution.mean(Distribution.lognormalByMean({ mean, sigma }))
          expect(Math.abs(made - mean)).toBeLessThanOrEqual(1e-12 * mean)
        }
      ),
      { numRuns: 200, seed: 1 }
    )
  })

  test("samples stay inside the support", () => {
    const draw = RandomStreams.make({ seed: 3, replication: 0 }).stream("support").sequential()
    for (let index = 0; index < 20_000; index++) {
      expect(Distribution.sample(all[2]!, draw) > -1).toBe(true)
      expect([1, 4, 10]).toContain(Distribution.sample(all[10]!, draw))
      expect([0, -3]).toContain(Distribution.sample(all[11]!, draw))
    }
  })

  test("the same address gives the same variate, whatever was drawn between", () => {
    const stream = RandomStreams.make({ seed: 3, replication: 0 }).stream("service")
    for (const distribution of all) {
      const first = Distribution.sample(distribution, stream.at(5, 2))
      Distribution.sample(distribution, stream.at(6, 2))
      expect(Distribution.sample(distribution, stream.at(5, 2))).toBe(first)
    }
  })

  test("survives the way through JSON", () => {
    expect(JSON.parse(JSON.stringify(all))).toEqual(all)
  })
})

describe("Distribution.check", () => {
  const bad: ReadonlyArray<readonly [Distribution.Distribution, string, string]> = [
    [{ kind: "exponential", mean: 0 }, "mean", "above 0"],
    [{ kind: "exponential", mean: Number.NaN }, "mean", "above 0"],
    [{ kind: "deterministic", value: Number.POSITIVE_INFINITY }, "value", "finite"],
    [{ kind: "uniform", low: 2, high: 1.999 }, "high", "at least low, 2"],
    [{ kind: "uniform", low: Number.NaN, high: 1 }, "low", "finite"],
    [{ kind: "lognormal", median: -1, sigma: 1 }, "median", "above 0"],
    [{ kind: "lognormal", median: 1, sigma: -0.1 }, "sigma", "from 0"],
    [{ kind: "gamma", shape: 0, scale: 1 }, "shape", "above 0"],
    [{ kind: "gamma", shape: 1, scale: Number.NaN }, "scale", "above 0"],
    [{ kind: "erlang", phases: 1.5, mean: 1 }, "phases", "whole number from 1"],
    [{ kind: "erlang", phases: 0, mean: 1 }, "phases", "whole number from 1"],
    [{ kind: "weibull", shape: 1, scale: 0 }, "scale", "above 0"],
    [{ kind: "empirical", values: [] }, "values", "at least 1"],
    [{ kind: "empirical", values: [1, Number.NaN] }, "values[1]", "finite"],
    [{ kind: "discrete", values: [1, 2], probabilities: [1] }, "probabilities", "2"],
    [{ kind: "discrete", values: [1, 2], probabilities: [0.5, 0.4] }, "probabilities", "sum of 1"],
    [
      { kind: "discrete", values: [1, 2], probabilities: [1.5, -0.5] },
      "probabilities[0]",
      "0 to 1"
    ],
    [{ kind: "normal", mean: Number.NaN, deviation: 1 }, "mean", "finite"],
    [{ kind: "normal", mean: 0, deviation: 0 }, "deviation", "above 0"],
    [{ kind: "normal", mean: 0, deviation: 1, low: 1, high: 1 }, "high", "above low, 1"],
    [{ kind: "normal", mean: 0, deviation: 1, low: 31 }, "low", "30 deviations"],
    [{ kind: "normal", mean: 0, deviation: 1, high: -31 }, "high", "30 deviations"],
    [{ kind: "pareto", shape: 0, scale: 1 }, "shape", "above 0"],
    [{ kind: "pareto", shape: 1, scale: -1 }, "scale", "above 0"],
    [{ kind: "hyperexponential", means: [], probabilities: [] }, "means", "at least 1"],
    [{ kind: "hyperexponential", means: [1, 0], probabilities: [0.5, 0.5] }, "means[1]", "above 0"],
    [{ kind: "hyperexponential", means: [1], probabilities: [0.5] }, "probabilities", "sum of 1"],
    [{ kind: "hypoexponential", means: [1, -1] }, "means[1]", "above 0"],
    [{ kind: "phaseType", start: [1], generator: [] }, "generator", "one row per phase, 1"],
    [{ kind: "phaseType", start: [1], generator: [[]] }, "generator[0]", "one rate per phase, 1"],
    [{ kind: "phaseType", start: [0.9], generator: [[-1]] }, "start", "sum of 1"],
    [{ kind: "phaseType", start: [1], generator: [[1]] }, "generator[0][0]", "below 0"],
    [{ kind: "mixture", parts: [], probabilities: [] }, "parts", "at least 1"],
    [
      { kind: "mixture", parts: [{ kind: "exponential", mean: 0 }], probabilities: [1] },
      "parts[0].mean",
      "above 0"
    ]
  ]

  test("a chain of phases must end, from every phase, and leave none faster than it may", () => {
    const chain = (generator: ReadonlyArray<ReadonlyArray<number>>) =>
      Distribution.check({ kind: "phaseType", start: [1, 0], generator })
    const endless = [
      [-1, 1],
      [2, -2]
    ]
    expect(chain(endless).map(({ field }) => field)).toEqual(["generator[0]", "generator[1]"])
    const trap = [
      [-2, 1],
      [0, -1]
    ]
    expect(chain(trap)).toEqual([])
    const tooFast = [
      [-1, 1.5],
      [0, -1]
    ]
    expect(chain(tooFast)).toMatchObject([{ field: "generator[0]", value: 0.5 }])
    const backwards = [
      [-1, -0.5],
      [0, -1]
    ]
    expect(chain(backwards)).toMatchObject([{ field: "generator[0][1]", value: -0.5 }])
  })

  test.each(bad)("%j is refused for its %s", (distribution, field, expected) => {
    const problem = Distribution.check(distribution)[0]
    expect(problem?.field).toBe(field)
    expect(problem?.expected).toContain(expected)
    expect(() => Distribution.make(distribution)).toThrow(field)
  })

  test("the borders are good: equal ends, sigma 0, one phase, a probability of 1", () => {
    const good: ReadonlyArray<Distribution.Distribution> = [
      { kind: "uniform", low: 2, high: 2 },
      { kind: "lognormal", median: 1, sigma: 0 },
      { kind: "erlang", phases: 1, mean: 1 },
      { kind: "discrete", values: [4, 5], probabilities: [0, 1] }
    ]
    for (const distribution of good) expect(Distribution.make(distribution)).toBe(distribution)
  })

  test("a kind that does not exist is named", () => {
    const problems = Distribution.check(JSON.parse('{"kind":"cauchy","mean":1}'))
    expect(problems).toMatchObject([{ field: "kind", value: "cauchy" }])
  })
})
