/**
 * AHP: the published example of Saaty 2008, the random index of three criteria by counting, and judgements
 * that are refused.
 */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Ahp from "../src/Ahp.ts"
import * as Rational from "../src/Rational.ts"
import { close, codeOf } from "./close.ts"

const upper = (texts: ReadonlyArray<string>): ReadonlyArray<Rational.Rational> =>
  texts.map((text) => {
    const value = Rational.parse(text)
    if (value === "NotANumber") throw new Error(text)
    return value
  })

describe("AHP", () => {
  test("gives the published weights of the drinks of Saaty 2008, ratio 0.022", () => {
    const judgements = Ahp.fromUpper(
      7,
      upper([
        ...["9", "5", "2", "1", "1", "1/2"],
        ...["1/3", "1/9", "1/9", "1/9", "1/9"],
        ...["1/3", "1/4", "1/3", "1/9"],
        ...["1/2", "1", "1/3"],
        ...["2", "1/2"],
        "1/3"
      ])
    )
    const found = Ahp.weights(judgements, "Saaty1980")
    if (!found.ok) throw new Error(found.problem.code)
    const { weights, eigenvalue, consistencyRatio, isConsistent } = found.judged
    const expected = [
      0.177456747445717, 0.0191494760243536, 0.0418311816620979, 0.116417031734859,
      0.189572375326176, 0.128780548538723, 0.326792639268074
    ]
    close(weights, expected)
    close([eigenvalue, consistencyRatio], [7.17662903933034, 0.0223016463800936])
    expect(isConsistent).toBe(true)
    const other = Ahp.weights(judgements, "AlonsoLamata2006")
    close(other.ok ? [other.judged.consistencyRatio] : [], [0.0219409504522051])
  })

  test("all 4,913 judgements of three criteria give the index of the newer table, not the older", () => {
    const scale = [...Array.from({ length: 8 }, (_, k) => 1 / (9 - k)), 1, 2, 3, 4, 5, 6, 7, 8, 9]
    const indexes = scale.flatMap((a) =>
      scale.flatMap((b) =>
        scale.map((c) => {
          const turn = Math.cbrt((a * c) / b)
          return (turn + 1 / turn - 2) / 2
        })
      )
    )
    const mean = indexes.reduce((sum, index) => sum + index, 0) / indexes.length
    expect(Math.abs(mean - Ahp.randomIndexes.AlonsoLamata2006[0])).toBeLessThan(1e-4)
    expect(Math.abs(mean - Ahp.randomIndexes.Saaty1980[0])).toBeGreaterThan(0.05)
  })

  test("one and two criteria have a ratio of 0, not NaN", () => {
    for (const judgements of [Ahp.fromUpper(1, []), Ahp.fromUpper(2, upper(["7"]))]) {
      const found = Ahp.weights(judgements, "Saaty1980")
      if (!found.ok) throw new Error(found.problem.code)
      expect(found.judged.consistencyRatio).toBe(0)
      expect(found.judged.isConsistent).toBe(true)
    }
  })

  test("consistent judgements give back their weights with a ratio of 0", () => {
    const parts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(parts, (sizes) => {
        const judgements = sizes.map((own) => sizes.map((other) => Rational.make(own, other)))
        const found = Ahp.weights(judgements, "AlonsoLamata2006")
        if (!found.ok) throw new Error(found.problem.code)
        const total = sizes.reduce((sum, size) => sum + size, 0)
        close(
          found.judged.weights,
          sizes.map((size) => size / total)
        )
        expect(found.judged.consistencyRatio).toBeLessThan(1e-9)
      }),
      { numRuns: 100 }
    )
  })

  test("incomplete, unreciprocal, zero and too many judgements are refused", () => {
    const code = (rows: ReadonlyArray<ReadonlyArray<string>>) =>
      codeOf(Ahp.weights(rows.map(upper), "Saaty1980"))
    expect(code([])).toBe("TooFewUnits")
    expect(code([["1", "2"], ["1/2"]])).toBe("RaggedMatrix")
    expect(
      code([
        ["1", "3"],
        ["0.33", "1"]
      ])
    ).toBe("NotReciprocal")
    expect(code([["2"]])).toBe("NotReciprocal")
    expect(
      code([
        ["1", "0"],
        ["0", "1"]
      ])
    ).toBe("OutOfRange")
    const many = Ahp.fromUpper(
      16,
      Array.from({ length: 120 }, () => Rational.one)
    )
    expect(codeOf(Ahp.weights(many, "Saaty1980"))).toBe("NoRandomIndex")
  })
})
