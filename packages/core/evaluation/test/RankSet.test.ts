/**
 * Rank sets: exact tests against fractions (`oracles/statistics.py`), a tail that is its
 * bound to the last digit, coverage by counting every outcome, ties, and who is surely in front.
 */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { binomialWeights } from "../src/internal/binomialWeights.ts"
import { fisherTail, fisherTailExact } from "../src/internal/fisherTail.ts"
import * as RankSet from "../src/RankSet.ts"
import * as Rational from "../src/Rational.ts"
import type { ShareCount } from "../src/ShareCount.ts"
import { close, codeOf } from "./close.ts"

const units = (rows: ReadonlyArray<readonly [number, number]>): ReadonlyArray<ShareCount> =>
  rows.map(([count, total], at) => ({ unitId: `u${at}`, count, total }))

const sure = Rational.make(95, 100)

const setsOf = (
  rows: ReadonlyArray<readonly [number, number]>,
  better: "Higher" | "Lower" = "Higher",
  confidence = sure
): RankSet.RankSets => {
  const answer = RankSet.ofShares(units(rows), { better, confidence })
  if (!answer.ok) throw new Error(answer.problem.code)
  return answer.sets
}

const ranges = (sets: RankSet.RankSets): ReadonlyArray<readonly [number, number]> =>
  sets.units.map(({ simultaneous: { best, worst } }) => [best, worst])

const counts = fc
  .integer({ min: 1, max: 40 })
  .chain((total) => fc.integer({ min: 0, max: total }).map((count) => [count, total] as const))

describe("the exact test of a pair", () => {
  const tail = (first: readonly [number, number], second: readonly [number, number]) => {
    const [one, other] = units([first, second])
    if (one === undefined || other === undefined) throw new Error("two units")
    return fisherTail(one, other)
  }

  test("agrees with sums of fractions", () => {
    close(
      [tail([95, 100], [80, 100]), tail([3, 3], [0, 3]), tail([880, 1000], [860, 1000])],
      [0.00109861627599245, 0.05, 0.103207635067978]
    )
  })

  test("is the same in floating point and in whole numbers, and the two sides overlap in one point", () => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const [one, other] = units([first, second])
        if (one === undefined || other === undefined) throw new Error("two units")
        const exact = fisherTailExact(one, other)
        expect(Math.abs(fisherTail(one, other) - Rational.toNumber(exact))).toBeLessThan(1e-12)
        expect(fisherTail(one, other) + fisherTail(other, one)).toBeGreaterThanOrEqual(1 - 1e-12)
      }),
      { numRuns: 300 }
    )
  })
})

describe("rank sets of shares", () => {
  test("a tail that is the bound itself refuses, exactly", () => {
    // Three of three against none of three has the tail 1/20: alone it is at 95 % exactly.
    expect(
      ranges(
        setsOf(
          [
            [3, 3],
            [0, 3]
          ],
          "Higher",
          Rational.make(90, 100)
        )
      )
    ).toEqual([
      [1, 1],
      [2, 2]
    ])
    expect(
      ranges(
        setsOf(
          [
            [3, 3],
            [0, 3]
          ],
          "Higher",
          Rational.make(90_001, 100_000)
        )
      )
    ).toEqual([
      [1, 2],
      [1, 2]
    ])
  })

  test("the true ranks of three units lie in their sets at least as often as stated, by counting", () => {
    const total = 8
    for (const shares of [
      [0.5, 0.5, 0.5],
      [0.9, 0.5, 0.1],
      [0.8, 0.8, 0.3],
      [0.95, 0.6, 0.6]
    ]) {
      const truth = shares.map((share) => 1 + shares.filter((other) => other > share).length)
      const weights = shares.map((share) => binomialWeights(total, share))
      let covered = 0
      for (let a = 0; a <= total; a += 1) {
        for (let b = 0; b <= total; b += 1) {
          for (let c = 0; c <= total; c += 1) {
            const found = setsOf(
              [
                [a, total],
                [b, total],
                [c, total]
              ],
              "Higher",
              Rational.make(4, 5)
            )
            const holds = found.units.every(({ simultaneous: { best, worst } }, at) => {
              const rank = truth[at] ?? 0
              return best <= rank && rank <= worst
            })
            if (holds) covered += weights[0]![a]! * weights[1]![b]! * weights[2]![c]!
          }
        }
      }
      expect(covered).toBeGreaterThanOrEqual(0.8 - 1e-12)
    }
  })

  test("equal units share all ranks, and far ones are apart", () => {
    expect(
      ranges(
        setsOf([
          [9, 10],
          [9, 10],
          [9, 10]
        ])
      )
    ).toEqual([
      [1, 3],
      [1, 3],
      [1, 3]
    ])
    expect(
      ranges(
        setsOf([
          [950, 1000],
          [700, 1000],
          [300, 1000]
        ])
      )
    ).toEqual([
      [1, 1],
      [2, 2],
      [3, 3]
    ])
    const lower = setsOf(
      [
        [950, 1000],
        [700, 1000],
        [300, 1000]
      ],
      "Lower"
    )
    expect(ranges(lower)).toEqual([
      [3, 3],
      [2, 2],
      [1, 1]
    ])
  })

  test("estimates lie in their sets, ties share ranks, one unit alone is within all, order is nothing", () => {
    const rows = fc.array(counts, { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(rows, (given) => {
        const found = setsOf(given)
        for (const { first, last, marginal, simultaneous } of found.units) {
          expect(marginal.best).toBeLessThanOrEqual(last)
          expect(marginal.worst).toBeGreaterThanOrEqual(first)
          expect(simultaneous.best).toBeLessThanOrEqual(marginal.best)
          expect(simultaneous.worst).toBeGreaterThanOrEqual(marginal.worst)
        }
        const turned = RankSet.ofShares([...units(given)].reverse(), {
          better: "Higher",
          confidence: sure
        })
        expect(turned.ok ? [...turned.sets.units].reverse() : []).toEqual(found.units)
      }),
      { numRuns: 150 }
    )
  })

  test("who is surely, perhaps and not among the best", () => {
    const found = setsOf([
      [950, 1000],
      [940, 1000],
      [700, 1000],
      [300, 1000]
    ])
    expect(RankSet.among(found, 1)).toEqual({
      surely: [],
      perhaps: ["u0", "u1"],
      not: ["u2", "u3"]
    })
    expect(RankSet.among(found, 2).surely).toEqual(["u0", "u1"])
  })

  test("no units, no matters, doubled ids and impossible confidences are refused", () => {
    const code = (rows: ReadonlyArray<readonly [number, number]>, confidence = sure) =>
      codeOf(RankSet.ofShares(units(rows), { better: "Higher", confidence }))
    expect(code([])).toBe("TooFewUnits")
    expect(code([[0, 0]])).toBe("NoTrials")
    expect(code([[1, 2]], Rational.one)).toBe("BadConfidence")
    expect(code([[1, 2]], Rational.zero)).toBe("BadConfidence")
  })
})

describe("rank sets of estimates and intervals", () => {
  test("values without error are in their order, and too much error makes all the same", () => {
    const values = (error: number) =>
      [70, 90, 70].map((value, at) => ({ unitId: `u${at}`, value, error }))
    const known = RankSet.ofEstimates(values(0), sure)
    expect(known.ok ? ranges(known.sets) : []).toEqual([
      [2, 3],
      [1, 1],
      [2, 3]
    ])
    const vague = RankSet.ofEstimates(values(50), sure)
    expect(vague.ok ? ranges(vague.sets) : []).toEqual([
      [1, 3],
      [1, 3],
      [1, 3]
    ])
  })

  test("a pair is told apart from the quantile of half of what is left on", () => {
    const pair = (value: number) => {
      const answer = RankSet.ofEstimates(
        [
          { unitId: "a", value, error: 3 },
          { unitId: "b", value: 0, error: 4 }
        ],
        sure
      )
      return answer.ok ? ranges(answer.sets) : []
    }
    // 5 standard errors of the difference times the 97.5 % quantile of the normal distribution.
    expect(pair(5 * 1.959963984541)).toEqual([
      [1, 1],
      [2, 2]
    ])
    expect(pair(5 * 1.959963984539)).toEqual([
      [1, 2],
      [1, 2]
    ])
  })

  test("touching intervals leave both orders open", () => {
    const span = (unitId: string, low: number, value: number, high: number) => ({
      unitId,
      value: Rational.make(value),
      lower: Rational.make(low),
      upper: Rational.make(high)
    })
    const answer = RankSet.ofIntervals(
      [span("a", 80, 85, 90), span("b", 70, 75, 80), span("c", 60, 65, 69)],
      sure
    )
    expect(answer.ok ? ranges(answer.sets) : []).toEqual([
      [1, 2],
      [1, 2],
      [3, 3]
    ])
    expect(codeOf(RankSet.ofIntervals([span("a", 80, 70, 90)], sure))).toBe("OutOfRange")
  })

  test("numbers that are none, negative errors and doubled ids are refused", () => {
    const code = (value: number, error: number) =>
      codeOf(RankSet.ofEstimates([{ unitId: "a", value, error }], sure))
    expect(code(Number.NaN, 1)).toBe("NotFinite")
    expect(code(1, -1)).toBe("OutOfRange")
    const twice = { unitId: "a", value: 1, error: 1 }
    expect(codeOf(RankSet.ofEstimates([twice, twice], sure))).toBe("DuplicateId")
    expect(codeOf(RankSet.ofEstimates([], sure))).toBe("TooFewUnits")
  })
})
