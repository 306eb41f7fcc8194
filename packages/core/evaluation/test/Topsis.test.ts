/**
 * TOPSIS against an independent computation (`oracles/multiCriteria.py`) to 9 digits,
 * and input that has no answer.
 */
import { describe, expect, test } from "vitest"
import type * as OutrankingView from "../src/OutrankingView.ts"
import * as Topsis from "../src/Topsis.ts"
import { aMatrix, cars, plants } from "./aMatrix.ts"
import { close, codeOf } from "./close.ts"

const valuesOf = (answer: OutrankingView.ViewAnswer): ReadonlyArray<number> =>
  answer.ok ? answer.units.map(({ value }) => value) : []

describe("TOPSIS", () => {
  test("agrees with the independent computation", () => {
    const expected = [0.742694088861322, 0.403599329726374, 0.175869985307982, 0.441429274049575]
    close(valuesOf(Topsis.view(cars)), expected)
    const plantValues = [
      0.393503555930921, 0.499535031289454, 0.534178813851663, 0.455224352184132, 0.701868587483113,
      0.502824722511435
    ]
    close(valuesOf(Topsis.view(plants)), plantValues)
  })

  test("refuses one unit, equal units, a column of zeros and negative values", () => {
    const one = [[1, 1]] as const
    const column = (rows: ReadonlyArray<ReadonlyArray<number>>) => aMatrix(rows, one, ["Higher"])
    expect(codeOf(Topsis.view(column([[1]])))).toBe("TooFewUnits")
    expect(codeOf(Topsis.view(column([[3], [3]])))).toBe("EqualColumn")
    expect(codeOf(Topsis.view(column([[0], [0]])))).toBe("ZeroColumn")
    expect(codeOf(Topsis.view(column([[-1], [1]])))).toBe("OutOfRange")
  })
})
