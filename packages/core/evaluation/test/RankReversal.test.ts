/**
 * Leaving out each unit in turn: methods that measure units against each other turn, fixed points do not.
 */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as DecisionMatrix from "../src/DecisionMatrix.ts"
import type { View } from "../src/OutrankingView.ts"
import * as OutrankingView from "../src/OutrankingView.ts"
import * as Promethee from "../src/Promethee.ts"
import * as RankReversal from "../src/RankReversal.ts"
import * as Topsis from "../src/Topsis.ts"
import * as Vikor from "../src/Vikor.ts"
import { aMatrix } from "./aMatrix.ts"
import { codeOf } from "./close.ts"

describe("rank reversal", () => {
  const halves = Array.from({ length: 2 }, () => [1, 2] as const)
  const thirds = Array.from({ length: 3 }, () => [1, 3] as const)

  const turned = (rows: ReadonlyArray<ReadonlyArray<number>>, view: View) => {
    const weights = rows[0]?.length === 2 ? halves : thirds
    const found = RankReversal.of(aMatrix(rows, weights, []), view)
    return found.ok ? found.leavings : found.problem.code
  }

  test("TOPSIS: the two best change places when the last one leaves", () => {
    const rows = [
      [1, 5],
      [4, 2],
      [3, 3]
    ]
    const seen = Topsis.view(aMatrix(rows, halves, []))
    expect(seen.ok ? seen.units.map(({ first }) => first) : []).toEqual([3, 1, 2])
    expect(turned(rows, Topsis.view)).toEqual([
      { status: "Turned", leftOutId: "u0", pairs: [{ beforeId: "u1", afterId: "u2" }] }
    ])
  })

  test("VIKOR: the two best change places when the last one leaves", () => {
    const rows = [
      [7, 6, 1],
      [7, 6, 8],
      [9, 8, 3],
      [2, 5, 2]
    ]
    expect(turned(rows, Vikor.view(0.5))).toEqual([
      { status: "Turned", leftOutId: "u3", pairs: [{ beforeId: "u1", afterId: "u2" }] }
    ])
  })

  test("PROMETHEE II: the last two change places when the second leaves", () => {
    const rows = [
      [8, 7, 9],
      [1, 1, 5],
      [6, 6, 9],
      [2, 4, 2]
    ]
    const slope = { kind: "VShape", preference: 5 } as const
    expect(turned(rows, Promethee.view([slope, slope, { kind: "Usual" }]))).toEqual([
      { status: "Turned", leftOutId: "u2", pairs: [{ beforeId: "u3", afterId: "u1" }] }
    ])
  })

  test("a weighted sum of fixed points turns nothing", () => {
    const sum: View = (matrix) => {
      const weights = DecisionMatrix.weights(matrix)
      const score = (row: ReadonlyArray<number>) =>
        row.reduce((total, value, at) => total + value * weights[at]!, 0)
      return { ok: true, units: OutrankingView.ranked(matrix.unitIds, matrix.rows.map(score)) }
    }
    const points = fc.integer({ min: 0, max: 100 })
    const rows = fc.array(fc.tuple(points, points), { minLength: 3, maxLength: 8 })
    fc.assert(
      fc.property(rows, (values) => {
        const matrix = aMatrix(
          values,
          [
            [1, 4],
            [3, 4]
          ],
          []
        )
        expect(RankReversal.of(matrix, sum)).toEqual({ ok: true, leavings: [] })
      }),
      { numRuns: 100 }
    )
  })

  test("two units are too few, and a refusal of the rest is told", () => {
    const pair = aMatrix([[1], [2]], [[1, 1]], [])
    expect(codeOf(RankReversal.of(pair, Topsis.view))).toBe("TooFewUnits")
    const found = RankReversal.of(aMatrix([[1], [1], [2]], [[1, 1]], []), Topsis.view)
    expect(found.ok ? found.leavings : []).toMatchObject([{ status: "Refused", leftOutId: "u2" }])
  })
})
