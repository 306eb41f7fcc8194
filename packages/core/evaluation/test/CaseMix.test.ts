/**
 * Observed against expected: exact ratios, limits and tails against 40-digit references
 * (`oracles/statistics.py`), and what has no answer.
 */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as CaseMix from "../src/CaseMix.ts"
import * as ExactDistribution from "../src/ExactDistribution.ts"
import { binomialWeights } from "../src/internal/binomialWeights.ts"
import { poissonLower, poissonUpper } from "../src/internal/poissonLimit.ts"
import * as Rational from "../src/Rational.ts"
import { close, codeOf } from "./close.ts"

const type = (typeId: string, count: number, total: number): CaseMix.TypeCount => ({
  typeId,
  count,
  total
})

/** Half of the noise, nine tenths of the litter, a fifth of the parking cases are solved in time. */
const reference = [type("litter", 90, 100), type("noise", 5, 10), type("parking", 8, 40)]

const known = (unit: CaseMix.UnitCases, types = reference) => {
  const answer = CaseMix.of([unit], types, 0.95)
  const first = answer.ok ? answer.units[0] : undefined
  if (first?.status !== "Known") throw new Error("known")
  return first
}

describe("case-mix", () => {
  test("expected, ratio and adjusted share are exact", () => {
    const unit = known({
      unitId: "u",
      types: [type("noise", 4, 6), type("litter", 9, 10), type("parking", 0, 5)]
    })
    expect(Rational.toText(unit.expected)).toBe("13")
    expect(Rational.toText(unit.ratio)).toBe("1")
    expect(Rational.toText(unit.adjustedShare)).toBe("103/150")
    expect(unit.observed).toBe(13)
  })

  test("tails are those of the sum of binomials, limits those of a Poisson count", () => {
    const unit = known({
      unitId: "u",
      types: [type("noise", 4, 6), type("litter", 9, 10), type("parking", 0, 5)]
    })
    close([unit.lowerTail, unit.upperTail], [0.608721123610463, 0.613370909274331])
    close([unit.lower, unit.upper], [poissonLower(13, 0.025) / 13, poissonUpper(13, 0.025) / 13])
    close([poissonLower(0, 0.025), poissonUpper(0, 0.025)], [0, 3.68887945411394])
    close([poissonLower(5, 0.025), poissonUpper(5, 0.025)], [1.62348639011842, 11.6683320793227])
    close([poissonLower(40, 0.001), poissonUpper(40, 0.001)], [23.2599379645838, 63.662198296659])
  })

  test("the floating-point binomial agrees with the exact distribution", () => {
    for (const [total, share] of [
      [0, Rational.make(1, 3)],
      [17, Rational.make(1, 50)],
      [90, Rational.make(9, 10)]
    ] as const) {
      const exact = ExactDistribution.binomial(total, share)
      const weights = binomialWeights(total, Rational.toNumber(share))
      close(
        [...weights],
        exact.weights.map((weight) => Rational.toNumber(Rational.make(weight, exact.total)))
      )
    }
  })

  test("a unit with hard cases is not behind one with easy ones", () => {
    const hard = known({ unitId: "hard", types: [type("parking", 10, 40)] })
    const easy = known({ unitId: "easy", types: [type("litter", 36, 40)] })
    expect(Rational.compare(hard.ratio, easy.ratio)).toBe(1)
    expect(hard.observed).toBeLessThan(easy.observed)
  })

  test("against the sum of all units, all that was observed was expected", () => {
    const counts = fc
      .integer({ min: 0, max: 30 })
      .chain((total) => fc.integer({ min: 0, max: total }).map((count) => ({ count, total })))
    const units = fc.array(fc.tuple(counts, counts, counts), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(units, (rows) => {
        const list = rows.map((row, at) => ({
          unitId: `u${at}`,
          types: row.map(({ count, total }, place) => type(`t${place}`, count, total))
        }))
        const answer = CaseMix.of(list, CaseMix.reference(list), 0.95)
        if (!answer.ok) throw new Error(answer.problem.code)
        const mixes = answer.units.flatMap((unit) => (unit.status === "Known" ? [unit] : []))
        const expected = Rational.sum(mixes.map((unit) => unit.expected))
        const observed = mixes.reduce((sum, unit) => sum + unit.observed, 0)
        expect(Rational.toText(expected)).toBe(`${observed}`)
        for (const { lower, upper, ratio, lowerTail, upperTail } of mixes) {
          expect(lower).toBeLessThanOrEqual(Rational.toNumber(ratio) + 1e-12)
          expect(upper).toBeGreaterThanOrEqual(Rational.toNumber(ratio))
          expect(lowerTail + upperTail).toBeGreaterThanOrEqual(1 - 1e-9)
        }
      }),
      { numRuns: 150 }
    )
  })

  test("no cases, and types that nobody ever solves, say so instead of a number", () => {
    const units = [
      { unitId: "none", types: [] },
      { unitId: "zero", types: [type("noise", 0, 0)] },
      { unitId: "never", types: [type("hopeless", 0, 3)] }
    ]
    const answer = CaseMix.of(units, [...reference, type("hopeless", 0, 9)], 0.95)
    expect(answer.ok ? answer.units.map(({ status }) => status) : []).toEqual([
      "NoCases",
      "NoCases",
      "NothingExpected"
    ])
  })

  test("unknown types, impossible cases, doubled ids and bad counts are refused", () => {
    const code = (types: ReadonlyArray<CaseMix.TypeCount>, confidence = 0.95) =>
      codeOf(CaseMix.of([{ unitId: "u", types }], reference, confidence))
    expect(code([type("theft", 1, 2)])).toBe("TypeWithoutReference")
    expect(code([type("noise", 3, 2)])).toBe("CountAboveTotal")
    expect(code([type("noise", 1, 2), type("noise", 1, 2)])).toBe("DuplicateId")
    expect(code([], 1)).toBe("BadConfidence")
    const never = [type("noise", 0, 10)]
    const always = [type("noise", 10, 10)]
    const unit = [{ unitId: "u", types: [type("noise", 1, 2)] }]
    expect(codeOf(CaseMix.of(unit, never, 0.95))).toBe("ImpossibleCases")
    expect(codeOf(CaseMix.of(unit, always, 0.95))).toBe("ImpossibleCases")
    expect(codeOf(CaseMix.of([...unit, ...unit], reference, 0.95))).toBe("DuplicateId")
  })
})
