import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { ExactDistribution, ExactTest, Rational } from "../src/index.ts"

/** All subsets of `size` places of which `count` are taken. */
const choices = (size: number, count: number): ReadonlyArray<ReadonlyArray<number>> => {
  if (count === 0) return [[]]
  if (count > size) return []
  const without = choices(size - 1, count)
  return [...without, ...choices(size - 1, count - 1).map((places) => [...places, size - 1])]
}

/** The share of some values that are at least, or at most, a bound. */
const shareOf = (
  values: ReadonlyArray<number>,
  holds: (value: number) => boolean
): Rational.Rational => Rational.make(values.filter(holds).length, values.length)

const urns = fc
  .record({ total: fc.integer({ min: 1, max: 11 }), marked: fc.nat(11), drawn: fc.nat(11) })
  .filter(({ total, marked, drawn }) => marked <= total && drawn <= total)

describe("every outcome counted one by one agrees", () => {
  test("for an urn", () => {
    fc.assert(
      fc.property(urns, fc.integer({ min: -1, max: 12 }), (urn, least) => {
        const drawn = choices(urn.total, urn.drawn).map(
          (places) => places.filter((place) => place < urn.marked).length
        )
        const found = ExactDistribution.hypergeometric(urn)
        expect(ExactDistribution.atLeast(found, least)).toEqual(shareOf(drawn, (x) => x >= least))
        expect(ExactDistribution.atMost(found, least)).toEqual(shareOf(drawn, (x) => x <= least))
        const sum = drawn.reduce((sum, value) => sum + value, 0)
        expect(found.mean).toEqual(Rational.make(sum, drawn.length))
      })
    )
  })

  test("for runs", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(6), fc.nat(8), (own, others, most) => {
        const orders = choices(own + others, own)
        const runs = orders.map(
          (places) => places.filter((place) => !places.includes(place - 1)).length
        )
        const found = ExactDistribution.runs({ own, others })
        expect(ExactDistribution.atMost(found, most)).toEqual(shareOf(runs, (x) => x <= most))
      })
    )
  })

  test("for sums of ranks, with ties", () => {
    const sheets = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 9 })
    fc.assert(
      fc.property(sheets, fc.nat(9), (values, wanted) => {
        const count = Math.min(wanted, values.length)
        const rank = (value: number): number =>
          values.filter((other) => other < value).length * 2 +
          values.filter((other) => other === value).length +
          1
        const sumOf = (places: ReadonlyArray<number>): number =>
          places.reduce((sum, place) => sum + rank(values[place]!), 0)
        const sums = choices(values.length, count).map(sumOf)
        const chosen = Array.from({ length: count }, (_, place) => place)
        const { distribution, observed } = ExactDistribution.rankSum(values, chosen)
        expect(observed).toBe(sumOf(chosen))
        const expected = shareOf(sums, (sum) => sum >= observed)
        expect(ExactDistribution.atLeast(distribution, observed)).toEqual(expected)
        const total = sums.reduce((sum, value) => sum + value, 0)
        expect(distribution.mean).toEqual(Rational.make(total, sums.length))
      })
    )
  })

  test("for trials with any chance, and for sums of two numbers", () => {
    const chances = fc.tuple(fc.nat(4), fc.integer({ min: 4, max: 6 }))
    fc.assert(
      fc.property(fc.nat(7), fc.nat(7), chances, fc.nat(15), (one, other, [yes, of], least) => {
        const chance = Rational.make(yes, of)
        const whole = ExactDistribution.binomial(one + other, chance)
        const sum = ExactDistribution.plus(
          ExactDistribution.binomial(one, chance),
          ExactDistribution.binomial(other, chance)
        )
        expect(ExactDistribution.atLeast(sum, least)).toEqual(
          ExactDistribution.atLeast(whole, least)
        )
        let expected = Rational.zero
        for (let set = 0; set < 2 ** (one + other); set += 1) {
          const successes = set.toString(2).replaceAll("0", "").length
          if (successes < least) continue
          const missed = one + other - successes
          expected = Rational.add(
            expected,
            Rational.make(BigInt(yes) ** BigInt(successes) * BigInt(of - yes) ** BigInt(missed))
          )
        }
        const all = Rational.make(BigInt(of) ** BigInt(one + other))
        const found = Rational.multiply(ExactDistribution.atLeast(whole, least), all)
        expect(found).toEqual(expected)
      })
    )
  })
})

describe("reference values to 9 digits (test/oracles/exactTests.py)", () => {
  const level = Rational.make(1, 20)
  const large = ExactDistribution.hypergeometric({ total: 100_000, marked: 7000, drawn: 900 })
  const wide = ExactDistribution.hypergeometric({ total: 2000, marked: 300, drawn: 800 })
  const small = ExactDistribution.hypergeometric({ total: 60, marked: 17, drawn: 20 })
  const two = ExactDistribution.plus(
    ExactDistribution.hypergeometric({ total: 700, marked: 60, drawn: 550 }),
    ExactDistribution.hypergeometric({ total: 900, marked: 400, drawn: 30 })
  )
  const tosses = ExactDistribution.binomial(3000, Rational.make(3, 10))
  const thirds = ExactDistribution.binomial(40, Rational.make(1, 3))
  const runs = ExactDistribution.runs({ own: 30, others: 300 })
  test.each([
    ["an urn of 100,000", large, 95, "Many", 5.04643908404616e-5],
    ["an urn of 2,000", wide, 180, "Many", 2.61665950953502e-14],
    ["an urn of 60", small, 11, "Many", 1.89830116103363e-3],
    ["3,000 trials", tosses, 1000, "Many", 4.28905642487473e-5],
    ["40 trials", thirds, 20, "Many", 2.14407335297871e-2],
    ["runs", runs, 20, "Few", 5.2549244051342e-5],
    ["two urns", two, 70, "Many", 1.14405201226201e-2]
  ] as const)("%s", (_, distribution, observed, tail, expected) => {
    const { pValue } = ExactTest.of(distribution, { observed, tail, level })
    expect(Rational.toNumber(pValue) / expected).toBeCloseTo(1, 9)
  })

  test("a chance is never given below 10^-100", () => {
    const tosses = ExactDistribution.binomial(400, Rational.make(1, 2))
    const { pValue } = ExactTest.of(tosses, { observed: 400, tail: "Many", level })
    expect(pValue).toEqual(Rational.make(1n, 10n ** 100n))
  })
})

describe("the false-alarm rate", () => {
  const levels = [1, 5, 10, 30].map((part) => Rational.make(part, 100))

  test("of every urn up to 12 matters is the one stated, and never above the level", () => {
    let urnCount = 0
    for (let total = 1; total <= 12; total += 1) {
      for (let marked = 0; marked <= total; marked += 1) {
        for (let drawn = 0; drawn <= total; drawn += 1) {
          const urn = ExactDistribution.hypergeometric({ total, marked, drawn })
          for (const level of levels) {
            let alarms = Rational.zero
            let stated = Rational.zero
            urn.weights.forEach((weight, place) => {
              const observed = urn.from + place
              const found = ExactTest.of(urn, { observed, tail: "Many", level })
              stated = found.attained
              if (Rational.compare(found.pValue, level) <= 0) {
                alarms = Rational.add(alarms, Rational.make(weight, urn.total))
              }
            })
            expect(alarms).toEqual(stated)
            expect(Rational.compare(alarms, level)).toBeLessThanOrEqual(0)
          }
          urnCount += 1
        }
      }
    }
    expect(urnCount).toBe(818)
  })

  test("holds on the other side, too", () => {
    for (const level of levels) {
      const runs = ExactDistribution.runs({ own: 7, others: 12 })
      const alarms = runs.weights.reduce((sum, weight, place) => {
        const observed = runs.from + place
        const found = ExactTest.of(runs, { observed, tail: "Few", level })
        return Rational.compare(found.pValue, level) <= 0 ? sum + weight : sum
      }, 0n)
      const share = Rational.make(alarms, runs.total)
      expect(Rational.compare(share, level)).toBeLessThanOrEqual(0)
      const found = ExactTest.of(runs, { observed: 1, tail: "Few", level })
      expect(share).toEqual(found.attained)
    }
  })
})

test("impossible numbers are refused", () => {
  expect(() => ExactDistribution.binomial(3, Rational.make(4, 3))).toThrow(RangeError)
  expect(() => ExactDistribution.binomial(0.5, Rational.one)).toThrow(RangeError)
  const urn = { total: 3, marked: 4, drawn: 1 }
  expect(() => ExactDistribution.hypergeometric(urn)).toThrow(RangeError)
  expect(() => ExactDistribution.runs({ own: 0, others: 3 })).toThrow(RangeError)
})

test("a sure thing is sure", () => {
  expect(ExactDistribution.binomial(4, Rational.zero)).toEqual(ExactDistribution.sure(0))
  expect(ExactDistribution.binomial(4, Rational.one)).toEqual(ExactDistribution.sure(4))
  const all = ExactDistribution.hypergeometric({ total: 5, marked: 2, drawn: 5 })
  expect(all).toEqual(ExactDistribution.sure(2))
})
