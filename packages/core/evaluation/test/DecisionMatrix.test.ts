/**
 * Matrices are checked once, here, for all methods.
 */
import { describe, expect, test } from "vitest"
import * as DecisionMatrix from "../src/DecisionMatrix.ts"
import * as Rational from "../src/Rational.ts"
import { codeOf } from "./close.ts"

describe("decision matrices", () => {
  const half = Rational.make(1, 2)
  const parts = (
    change: Partial<DecisionMatrix.DecisionMatrix>
  ): DecisionMatrix.DecisionMatrix => ({
    unitIds: ["a", "b"],
    criteria: [
      { id: "x", better: "Higher", weight: half },
      { id: "y", better: "Lower", weight: half }
    ],
    rows: [
      [1, 2],
      [3, 4]
    ],
    ...change
  })

  test("ragged rows, NaN, doubled ids, and weights that do not sum to 1 are refused", () => {
    const code = (change: Partial<DecisionMatrix.DecisionMatrix>) =>
      codeOf(DecisionMatrix.make(parts(change)))
    expect(code({})).toBe("answered")
    expect(code({ rows: [[1, 2], [3]] })).toBe("RaggedMatrix")
    expect(code({ rows: [[1, 2]] })).toBe("RaggedMatrix")
    expect(
      code({
        rows: [
          [1, 2],
          [3, Number.NaN]
        ]
      })
    ).toBe("NotFinite")
    expect(code({ unitIds: ["a", "a"] })).toBe("DuplicateId")
    expect(code({ unitIds: [], rows: [] })).toBe("TooFewUnits")
    const third = Rational.make(1, 3)
    expect(
      code({ criteria: [{ id: "x", better: "Higher", weight: third }], rows: [[1], [2]] })
    ).toBe("OutOfRange")
  })
})
