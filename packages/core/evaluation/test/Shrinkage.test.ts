/**
 * Shrinkage: the moment estimator by hand, the likelihood against a 30-digit root of its gradient
 * (`oracles/statistics.py`), and units that do not differ.
 */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Rational from "../src/Rational.ts"
import type { ShareCount } from "../src/ShareCount.ts"
import * as Shrinkage from "../src/Shrinkage.ts"
import { close, codeOf } from "./close.ts"

const units = (rows: ReadonlyArray<readonly [number, number]>): ReadonlyArray<ShareCount> =>
  rows.map(([count, total], at) => ({ unitId: `u${at}`, count, total }))

const answered = (answer: Shrinkage.ShrinkageAnswer) => {
  if (!answer.ok) throw new Error(answer.problem.code)
  return answer
}

const listed = fc
  .array(
    fc
      .integer({ min: 1, max: 60 })
      .chain((total) => fc.integer({ min: 0, max: total }).map((count) => [count, total] as const)),
    { minLength: 2, maxLength: 8 }
  )
  .filter((rows) => rows.some(([, total]) => total > 1))

describe("shrinkage", () => {
  test("the moment estimator is what its formula gives by hand", () => {
    // p = 1/2, S = 10 (0.3² + 0.3²) = 1.8, S / (p q) = 7.2, J - 1 = 1, room = 20 - 10 - 1 = 9.
    const { prior, units: shrunk } = answered(
      Shrinkage.ofMoments(
        units([
          [2, 10],
          [8, 10]
        ])
      )
    )
    if (prior.kind !== "Spread") throw new Error(prior.kind)
    expect(Rational.toText(prior.mean)).toBe("1/2")
    expect(Rational.toText(prior.strength)).toBe("14/31")
    expect(shrunk.map(({ weight }) => Rational.toText(weight))).toEqual(["155/162", "155/162"])
    expect(shrunk.map((unit) => Rational.toText(unit.shrunk))).toEqual(["23/108", "85/108"])
  })

  test("the likelihood agrees with the root of its gradient", () => {
    const data = [
      [3, 10],
      [8, 12],
      [5, 20],
      [15, 18],
      [30, 60],
      [2, 9],
      [44, 50],
      [7, 7]
    ] as const
    const { prior } = answered(Shrinkage.ofLikelihood(units(data)))
    if (prior.kind !== "Spread") throw new Error(prior.kind)
    const found = [prior.mean, prior.strength].map(Rational.toNumber)
    close([found[0] ?? 0, (found[1] ?? 0) / 10], [0.589171257805151, 0.314159924631878])
  })

  test("units that differ no more than chance are all given the mean", () => {
    for (const rule of [Shrinkage.ofMoments, Shrinkage.ofLikelihood]) {
      const { prior, units: shrunk } = answered(
        rule(
          units([
            [4, 10],
            [5, 10],
            [6, 10]
          ])
        )
      )
      expect(prior.kind).toBe("NoSpread")
      expect(shrunk.map((unit) => Rational.toText(unit.shrunk))).toEqual(["1/2", "1/2", "1/2"])
      expect(
        answered(
          rule(
            units([
              [0, 3],
              [0, 9]
            ])
          )
        ).prior.kind
      ).toBe("NoSpread")
      expect(
        answered(
          rule(
            units([
              [3, 3],
              [9, 9]
            ])
          )
        ).prior.kind
      ).toBe("NoSpread")
    }
  })

  test("units that differ as much as shares can are not shrunk", () => {
    const { prior, units: kept } = answered(
      Shrinkage.ofMoments(
        units([
          [0, 50],
          [50, 50]
        ])
      )
    )
    expect(prior.kind).toBe("AllSpread")
    expect(kept.map(({ shrunk }) => Rational.toText(shrunk))).toEqual(["0", "1"])
  })

  test("a shrunk share lies between its own and the mean, nearer to it the smaller the unit", () => {
    fc.assert(
      fc.property(listed, (rows) => {
        const { prior, units: shrunk } = answered(Shrinkage.ofMoments(units(rows)))
        for (const [at, unit] of shrunk.entries()) {
          const [low, high] =
            Rational.compare(unit.share, prior.mean) < 0
              ? [unit.share, prior.mean]
              : [prior.mean, unit.share]
          expect(Rational.compare(low, unit.shrunk)).not.toBe(1)
          expect(Rational.compare(unit.shrunk, high)).not.toBe(1)
          for (const [place, other] of shrunk.entries()) {
            if (rows[at]![1] <= rows[place]![1]) {
              expect(Rational.compare(unit.weight, other.weight)).not.toBe(1)
            }
          }
        }
      }),
      { numRuns: 200 }
    )
  })

  test("the order of the units makes no difference", () => {
    fc.assert(
      fc.property(listed, (rows) => {
        const list = units(rows)
        const there = answered(Shrinkage.ofMoments(list))
        const back = answered(Shrinkage.ofMoments([...list].reverse()))
        expect([...back.units].reverse()).toEqual(there.units)
      }),
      { numRuns: 100 }
    )
  })

  test("a prior that is given is updated exactly, with an interval around it", () => {
    const prior = {
      kind: "Spread",
      mean: Rational.make(9, 10),
      strength: Rational.make(20)
    } as const
    const { units: shrunk } = answered(Shrinkage.ofPrior(units([[2, 5]]), prior))
    expect(Rational.toText(shrunk[0]?.shrunk ?? Rational.zero)).toBe("4/5")
    const interval = Shrinkage.interval({ unitId: "u", count: 2, total: 5 }, prior, 0.95)
    if (!interval.ok) throw new Error(interval.problem.code)
    expect(interval.lower).toBeGreaterThan(0.4)
    expect(interval.lower).toBeLessThan(0.8)
    expect(interval.upper).toBeGreaterThan(0.8)
    expect(interval.upper).toBeLessThan(0.97)
  })

  test("one unit, single matters and impossible priors are refused", () => {
    expect(codeOf(Shrinkage.ofMoments(units([[1, 2]])))).toBe("TooFewUnits")
    expect(
      codeOf(
        Shrinkage.ofMoments(
          units([
            [1, 1],
            [0, 1]
          ])
        )
      )
    ).toBe("OutOfRange")
    expect(
      codeOf(
        Shrinkage.ofLikelihood(
          units([
            [1, 2],
            [0, 0]
          ])
        )
      )
    ).toBe("NoTrials")
    const spread = (mean: Rational.Rational, strength: Rational.Rational) =>
      codeOf(Shrinkage.ofPrior(units([[1, 2]]), { kind: "Spread", mean, strength }))
    expect(spread(Rational.make(3, 2), Rational.one)).toBe("OutOfRange")
    expect(spread(Rational.make(1, 2), Rational.zero)).toBe("OutOfRange")
    const none = { kind: "NoSpread", mean: Rational.make(1, 2) } as const
    const single = { unitId: "u", count: 1, total: 2 }
    expect(codeOf(Shrinkage.interval(single, none, 0.95))).toBe("OutOfRange")
  })
})
