/**
 * Scales that depend on other units against an independent computation (`oracles/multiCriteria.py`) to 9 digits; never NaN.
 */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Normalization from "../src/Normalization.ts"
import { close } from "./close.ts"

describe("scales that depend on the others", () => {
  const manpower = [80, 65, 83, 40, 52, 94]

  test("z-score and vector agree with the independent computation", () => {
    const z = Normalization.zScore(manpower, "Higher", "Sample")
    close(
      z.ok ? z.values : [],
      [
        0.538285201221812, -0.195740073171568, 0.685090256100487, -1.41911553049387,
        -0.831895310979163, 1.2233754573223
      ]
    )
    const vector = Normalization.vector(manpower)
    close(
      vector.ok ? vector.values : [],
      [
        0.456926567591775, 0.371252836168317, 0.474061313876467, 0.228463283795888,
        0.297002268934654, 0.536888716920336
      ]
    )
  })

  test("no input gives NaN: every answer is finite or a refusal", () => {
    const any = fc.array(fc.double(), { maxLength: 6 })
    const same = fc.tuple(fc.double(), fc.nat(5)).map(([value, n]) => Array(n).fill(value))
    fc.assert(
      fc.property(fc.oneof(any, same), (values) => {
        const answers = [
          Normalization.minMax(values, "Lower"),
          Normalization.zScore(values, "Higher", "Population"),
          Normalization.zScore(values, "Lower", "Sample"),
          Normalization.vector(values),
          Normalization.rank(values, "Higher")
        ]
        for (const answer of answers) {
          if (answer.ok) expect(answer.values.every(Number.isFinite)).toBe(true)
        }
      }),
      { numRuns: 500 }
    )
  })

  test("ranks share ties and do not depend on the order of input", () => {
    const values = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(values, (given) => {
        const ranks = Normalization.rank(given, "Higher")
        const turned = Normalization.rank([...given].reverse(), "Higher")
        if (!ranks.ok || !turned.ok) throw new Error("ranked")
        expect([...turned.values].reverse()).toEqual(ranks.values)
        const sum = ranks.values.reduce((total, rank) => total + rank, 0)
        expect(sum).toBe((given.length * (given.length + 1)) / 2)
      }),
      { numRuns: 100 }
    )
  })
})
