/**
 * PROMETHEE II: the published example of six power plants, and what holds of all flows.
 */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Promethee from "../src/Promethee.ts"
import { aMatrix, plants } from "./aMatrix.ts"
import { close, codeOf } from "./close.ts"

const plantPreferences: ReadonlyArray<Promethee.Preference> = [
  { kind: "UShape", indifference: 10 },
  { kind: "VShape", preference: 30 },
  { kind: "Linear", indifference: 0.5, preference: 5 },
  { kind: "Level", indifference: 1, preference: 6 },
  { kind: "Usual" },
  { kind: "Gaussian", turn: 5 }
]

const sized = (length: number) => ({ minLength: length, maxLength: length })

describe("PROMETHEE II", () => {
  test("gives the published flows of the six plants", () => {
    const found = Promethee.of(plants, plantPreferences)
    if (!found.ok) throw new Error(found.problem.code)
    const { flows } = found
    // Published to three digits; the independent computation gives the rest.
    close(
      flows.map(({ leaving }) => leaving),
      [
        0.219869106171618, 0.396296296296296, 0.246627387107851, 0.329256723766627,
        0.45472197418665, 0.30007198519565
      ]
    )
    close(
      flows.map(({ entering }) => entering),
      [
        0.365533174009794, 0.379134163866179, 0.336151037176066, 0.349259259259259,
        0.161822047713038, 0.354943790700356
      ]
    )
    close(
      flows.map(({ net }) => net),
      [
        -0.145664067838176, 0.0171621324301177, -0.0895236500682149, -0.020002535492632,
        0.292899926473612, -0.0548718055047065
      ]
    )
  })

  test("net flows sum to 0 and a preference lies between 0 and 1", () => {
    const rows = fc.array(fc.array(fc.double({ min: -50, max: 50, noNaN: true }), sized(6)), {
      minLength: 2,
      maxLength: 7
    })
    fc.assert(
      fc.property(rows, (values) => {
        const weights = Array.from({ length: 6 }, () => [1, 6] as const)
        const found = Promethee.of(aMatrix(values, weights, ["Lower"]), plantPreferences)
        if (!found.ok) throw new Error(found.problem.code)
        const sum = found.flows.reduce((total, { net }) => total + net, 0)
        expect(Math.abs(sum)).toBeLessThan(1e-9)
        for (const { leaving, entering } of found.flows) {
          expect(Math.min(leaving, entering)).toBeGreaterThanOrEqual(0)
          expect(Math.max(leaving, entering)).toBeLessThanOrEqual(1 + 1e-12)
        }
      }),
      { numRuns: 100 }
    )
  })

  test("thresholds out of order and a missing preference are refused", () => {
    const single = aMatrix([[1], [2]], [[1, 1]], [])
    const code = (preference: Promethee.Preference) => codeOf(Promethee.of(single, [preference]))
    expect(code({ kind: "Linear", indifference: 2, preference: 1 })).toBe("OutOfRange")
    expect(code({ kind: "VShape", preference: 0 })).toBe("OutOfRange")
    expect(code({ kind: "Gaussian", turn: Number.NaN })).toBe("OutOfRange")
    expect(codeOf(Promethee.of(single, []))).toBe("RaggedMatrix")
  })
})
