import { describe, expect, test } from "vitest"
import * as Draw from "../src/Draw.ts"
import * as RandomStreams from "../src/RandomStreams.ts"

const sequential = (seed: number) =>
  RandomStreams.make({ seed, replication: 0 }).stream("draw").sequential()

/** Standard normal distribution function (Abramowitz and Stegun 26.2.17, error below 7.5e-8). */
const normalShare = (x: number): number => {
  const t = 1 / (1 + 0.2316419 * Math.abs(x))
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const upper = (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * poly
  return x < 0 ? upper : 1 - upper
}

/** Largest distance between sample and distribution function, times the root of the count. */
const kolmogorov = (sample: Float64Array, shareBelow: (x: number) => number): number => {
  sample.sort()
  let distance = 0
  sample.forEach((x, index) => {
    const share = shareBelow(x)
    const below = share - index / sample.length
    const above = (index + 1) / sample.length - share
    distance = Math.max(distance, below, above)
  })
  return distance * Math.sqrt(sample.length)
}

// The limit 2.2 is passed by chance once in 8,000 (Kolmogorov distribution, 2 exp(-2 x^2)).
const LIMIT = 2.2

describe("Draw", () => {
  test("uniform numbers stay above 0 and below 1 at both ends of the words", () => {
    expect(Draw.toUniform(0, 0)).toBe(2 ** -53)
    expect(Draw.toUniform(-1, -1)).toBe(1 - 2 ** -53)
  })

  test.each([1, 2, 3])("uniform numbers follow their distribution (seed %i)", (seed) => {
    const draw = sequential(seed)
    const sample = Float64Array.from({ length: 100_000 }, () => draw.uniform())
    expect(kolmogorov(sample, (x) => x)).toBeLessThan(LIMIT)
  })

  test.each([1, 2, 3])("exponential numbers follow their distribution (seed %i)", (seed) => {
    const draw = sequential(seed)
    const sample = Float64Array.from({ length: 100_000 }, () => draw.exponential())
    expect(kolmogorov(sample, (x) => 1 - Math.exp(-x))).toBeLessThan(LIMIT)
  })

  test.each([1, 2, 3])("normal numbers follow their distribution (seed %i)", (seed) => {
    const draw = sequential(seed)
    const sample = Float64Array.from({ length: 100_000 }, () => draw.normal())
    expect(kolmogorov(sample, normalShare)).toBeLessThan(LIMIT)
  })

  test("numbers by address follow their distribution too", () => {
    const stream = RandomStreams.make({ seed: 5, replication: 2 }).stream("cases")
    const size = { length: 50_000 }
    const uniform = Float64Array.from(size, (_, entity) => stream.uniform(entity, 3))
    expect(kolmogorov(uniform, (x) => x)).toBeLessThan(LIMIT)
    const normal = Float64Array.from(size, (_, entity) => stream.at(entity, 4).normal())
    expect(kolmogorov(normal, normalShare)).toBeLessThan(LIMIT)
    const exponential = Float64Array.from(size, (_, entity) => stream.at(7, entity).exponential())
    expect(kolmogorov(exponential, (x) => 1 - Math.exp(-x))).toBeLessThan(LIMIT)
  })

  test("the tails beyond the last layer are as heavy as they should be", () => {
    const draw = sequential(9)
    const count = 2_000_000
    let beyondNormal = 0
    let beyondExponential = 0
    for (let index = 0; index < count; index++) {
      if (Math.abs(draw.normal()) > 3.6541528853610088) beyondNormal++
      if (draw.exponential() > 7.69711747013105) beyondExponential++
    }
    // P(|Z| > 3.65415) = 2.5803e-4 and P(E > 7.69712) = 4.5413e-4; 5 standard errors of a count.
    expect(Math.abs(beyondNormal - 2.5803e-4 * count)).toBeLessThan(
      5 * Math.sqrt(2.5803e-4 * count)
    )
    expect(Math.abs(beyondExponential - 4.5413e-4 * count)).toBeLessThan(
      5 * Math.sqrt(4.5413e-4 * count)
    )
  })
})
