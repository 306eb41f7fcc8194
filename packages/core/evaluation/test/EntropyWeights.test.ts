/**
 * Entropy weights and CRITIC against an independent computation (`oracles/multiCriteria.py`) to 9 digits.
 */
import { describe, expect, test } from "vitest"
import * as Critic from "../src/Critic.ts"
import * as EntropyWeights from "../src/EntropyWeights.ts"
import { aMatrix, plants } from "./aMatrix.ts"
import { close, codeOf } from "./close.ts"

describe("weights from the data", () => {
  test("entropy agrees with the independent computation, zeros included", () => {
    const found = EntropyWeights.of(plants)
    const expected = [
      0.0726159811448499, 0.0332931785111226, 0.181994617440942, 0.195037668259956,
      0.272150787798847, 0.244907766844283
    ]
    close(found.ok ? found.weights : [], expected)
    const zero = EntropyWeights.of(
      aMatrix(
        [
          [0, 1],
          [3, 1],
          [1, 2]
        ],
        [
          [1, 2],
          [1, 2]
        ],
        []
      )
    )
    close(zero.ok ? zero.weights : [], [0.901050707807069, 0.0989492921929312])
  })

  test("CRITIC agrees with the independent computation", () => {
    const found = Critic.of(plants)
    const expected = [
      0.166041160527207, 0.195957449857071, 0.180457873170977, 0.140877736475354, 0.171275823261957,
      0.145389956707435
    ]
    close(found.ok ? found.weights : [], expected)
  })

  test("entropy refuses negatives, zeros, one unit and columns that are all equal", () => {
    const code = (rows: ReadonlyArray<ReadonlyArray<number>>) =>
      codeOf(EntropyWeights.of(aMatrix(rows, [[1, 1]], [])))
    expect(code([[-1], [2]])).toBe("OutOfRange")
    expect(code([[0], [0]])).toBe("ZeroColumn")
    expect(code([[4]])).toBe("TooFewUnits")
    expect(code([[4], [4], [4]])).toBe("EqualColumn")
  })

  test("CRITIC refuses equal columns, one unit and criteria that go together", () => {
    const two = [
      [1, 2],
      [1, 2]
    ] as const
    const code = (rows: ReadonlyArray<ReadonlyArray<number>>) =>
      codeOf(Critic.of(aMatrix(rows, two, [])))
    expect(
      code([
        [1, 5],
        [2, 5]
      ])
    ).toBe("EqualColumn")
    expect(code([[1, 2]])).toBe("TooFewUnits")
    expect(
      code([
        [1, 10],
        [2, 20],
        [4, 40]
      ])
    ).toBe("EqualColumn")
  })
})
