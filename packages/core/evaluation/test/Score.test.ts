import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Ranking, Rational, Score } from "../src/index.ts"
import { exact, points } from "./aFact.ts"

describe("a root", () => {
  it("is a plain number where it is one", () => {
    const score = Score.ofRoot({ radicand: exact("10000"), degree: 2 })
    expect(score).toEqual({ value: exact("100"), root: "None" })
    expect(Score.ofRoot({ radicand: Rational.zero, degree: 7 }).root).toBe("None")
  })

  it("is cut, never rounded up, after twelve decimals", () => {
    // sqrt(2) = 1.414213562373 095..., sqrt(8099.9999999999999) = 89.999999999999 99...
    const two = Score.ofRoot({ radicand: Rational.make(2), degree: 2 })
    expect(Rational.toDecimal(two.value, 12)).toBe("1.414213562373")
    const below = Score.ofRoot({ radicand: exact("8099.9999999999999"), degree: 2 })
    expect(Rational.compare(below.value, exact("90"))).toBe(-1)
    expect(Score.compareTo(below, exact("90"))).toBe(-1)
  })

  it("lies between its value and the next decimal", () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 2, max: 30 }), (radicand, degree) => {
        const score = Score.ofRoot({ radicand, degree })
        if (score.root === "None") {
          expect(Score.compareTo(score, score.value)).toBe(0)
          return
        }
        const step = Rational.make(1n, 10n ** BigInt(Score.valueDecimals))
        expect(Score.compareTo(score, score.value)).toBe(1)
        expect(Score.compareTo(score, Rational.add(score.value, step))).toBe(-1)
      }),
      { numRuns: 200 }
    )
  })

  it("ties with the same number written as another root, and with nothing else", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 99 }),
        fc.integer({ min: 2, max: 6 }),
        fc.integer({ min: 2, max: 6 }),
        (base, degree, times) => {
          const one = Score.ofRoot({ radicand: Rational.make(base), degree })
          const power = BigInt(base) ** BigInt(times)
          const same = Score.ofRoot({ radicand: Rational.make(power), degree: degree * times })
          const more = Score.ofRoot({ radicand: Rational.make(power + 1n), degree: degree * times })
          expect(Score.compare(one, same)).toBe(0)
          expect(Score.compare(one, more)).toBe(-1)
          expect(Score.compare(more, one)).toBe(1)
        }
      ),
      { numRuns: 200 }
    )
  })

  it("refuses what has no root", () => {
    expect(() => Score.ofRoot({ radicand: exact("-1"), degree: 2 })).toThrow(RangeError)
    expect(() => Score.ofRoot({ radicand: exact("2"), degree: 0 })).toThrow(RangeError)
  })
})

describe("places", () => {
  const scores = fc.array(points, { maxLength: 30 })

  it("are shared by equal scores and do not depend on the order of input", () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: 0, max: 29 }), (values, shift) => {
        const given = values.map(Score.ofRational)
        const spans = Ranking.of(given)
        values.forEach((value, index) => {
          const better = values.filter((other) => Rational.compare(other, value) > 0).length
          const equal = values.filter((other) => Rational.equals(other, value)).length
          expect(spans[index]).toEqual({
            first: better + 1,
            last: better + equal,
            of: values.length
          })
        })
        const turn = values.length === 0 ? 0 : shift % values.length
        const turned = Ranking.of([...given.slice(turn), ...given.slice(0, turn)])
        expect(turned).toEqual([...spans.slice(turn), ...spans.slice(0, turn)])
      }),
      { numRuns: 200 }
    )
  })
})
