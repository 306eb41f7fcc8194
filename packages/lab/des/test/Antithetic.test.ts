import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Antithetic from "../src/Antithetic.ts"
import * as Distribution from "../src/Distribution.ts"
import { mirrorExponential } from "../src/internal/mirror.ts"
import * as RandomStreams from "../src/RandomStreams.ts"

const word = fc.integer({ min: 0, max: 0xffffffff })
const address = { seed: 11, replication: 2 }
const plain = RandomStreams.make(address).stream("services")
const mirrored = Antithetic.make(address).stream("services")

describe("Antithetic.make", () => {
  test("gives 1 - u exactly, in every way of asking", () => {
    fc.assert(
      fc.property(word, fc.integer({ min: 0, max: 0xfffffffe }), (entity, purpose) => {
        const u = plain.at(entity, purpose).uniform()
        expect(mirrored.at(entity, purpose).uniform()).toBe(1 - u)
        expect(mirrored.uniform(entity, purpose)).toBe(1 - u)
        expect(mirrored.cursor().moveTo(entity, purpose).uniform()).toBe(1 - u)
        expect(mirrored.uniform(entity, purpose, 5)).toBe(1 - plain.uniform(entity, purpose, 5))
      }),
      { numRuns: 200, seed: 1 }
    )
    const [left, right] = [plain.sequential(), mirrored.sequential()]
    for (let index = 0; index < 100; index++) expect(right.uniform()).toBe(1 - left.uniform())
  })

  test("stays in step with the plain stream through variates of all kinds", () => {
    const [left, right] = [plain.at(3, 1), mirrored.at(3, 1)]
    for (let index = 0; index < 3000; index++) {
      expect(right.normal()).toBe(-left.normal())
      const x = left.exponential()
      expect(Math.exp(-x) + Math.exp(-right.exponential())).toBeCloseTo(1, 12)
      expect(right.word()).toBe(~left.word())
      expect(right.uniform()).toBe(1 - left.uniform())
    }
  })

  test("has the right mean and variance of its own", () => {
    const draw = mirrored.sequential()
    const count = 200_000
    let sum = 0
    let squares = 0
    for (let index = 0; index < count; index++) {
      const x = draw.exponential()
      sum += x
      squares += x * x
    }
    // Five standard errors: 1 / sqrt(n) of the mean, sqrt(20 / n) of the mean square.
    expect(Math.abs(sum / count - 1)).toBeLessThan(5 / Math.sqrt(count))
    expect(Math.abs(squares / count - 2)).toBeLessThan(5 * Math.sqrt(20 / count))
  })

  test("opposes the plain stream for every distribution that varies", () => {
    const distributions: ReadonlyArray<Distribution.Distribution> = [
      { kind: "exponential", mean: 3 },
      { kind: "uniform", low: 1, high: 2 },
      { kind: "lognormal", median: 2, sigma: 0.5 },
      { kind: "gamma", shape: 2.5, scale: 1 },
      { kind: "erlang", phases: 3, mean: 1 },
      { kind: "weibull", shape: 1.5, scale: 1 }
    ]
    for (const distribution of distributions) {
      const mean = Distribution.mean(distribution)
      let product = 0
      for (let entity = 0; entity < 4000; entity++) {
        const left = Distribution.sample(distribution, plain.at(entity, 0)) - mean
        const right = Distribution.sample(distribution, mirrored.at(entity, 0)) - mean
        product += left * right
      }
      const correlation = product / 4000 / Distribution.variance(distribution)
      expect(correlation, distribution.kind).toBeLessThan(-0.4)
    }
  })

  test("keeps the name, and refuses what the plain streams refuse", () => {
    expect(mirrored.name).toBe("services")
    expect(Antithetic.make(address)).toMatchObject(address)
    expect(() => Antithetic.make({ seed: 0.5, replication: 0 })).toThrow("got 0.5")
    expect(() => mirrored.at(-1, 0)).toThrow("entity -1")
    expect(() => mirrored.uniform(0, 0, -1)).toThrow("got -1")
  })
})

describe("the mirror image of an exponential number", () => {
  test("is its own inverse, to the last digits that the number itself holds", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 27, noNaN: true }), (x) => {
        const image = mirrorExponential(x)
        expect(Math.abs(mirrorExponential(image) - x)).toBeLessThan(4e-15 * Math.max(x, 1))
      }),
      { numRuns: 1000, seed: 1 }
    )
  })

  test("agrees with the formula in the engine's own functions", () => {
    for (let x = 0.001; x < 40; x *= 1.07) {
      const exact = -Math.log(-Math.expm1(-x))
      const image = mirrorExponential(x)
      expect(Math.abs(image - exact)).toBeLessThan(1e-13 * exact + 1e-16)
    }
  })

  test("is finite at 0", () => {
    expect(mirrorExponential(0)).toBeCloseTo(54 * Math.LN2, 10)
  })
})
