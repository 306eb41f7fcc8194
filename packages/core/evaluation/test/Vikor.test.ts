/**
 * VIKOR: the published example, and against an independent computation (`oracles/multiCriteria.py`) to 9 digits.
 */
import { describe, expect, test } from "vitest"
import * as Vikor from "../src/Vikor.ts"
import { aMatrix, cars, plants } from "./aMatrix.ts"
import { close, codeOf } from "./close.ts"

describe("VIKOR", () => {
  test("gives the published example of Opricovic and Tzeng 2004: S, R and Q", () => {
    const mountain = aMatrix(
      [
        [1, 3000],
        [2, 3750],
        [5, 4500]
      ],
      [
        [1, 2],
        [1, 2]
      ],
      ["Lower", "Higher"]
    )
    const found = Vikor.of(mountain, 0.5)
    if (!found.ok) throw new Error(found.problem.code)
    const { regrets, proposed, hasAdvantage, isStable } = found.compromise
    close(
      regrets.map(({ sum }) => sum),
      [0.5, 0.375, 0.5]
    )
    close(
      regrets.map(({ most }) => most),
      [0.5, 0.25, 0.5]
    )
    close(
      regrets.map(({ compromise }) => compromise),
      [1, 0, 1]
    )
    expect({ proposed, hasAdvantage, isStable }).toEqual({
      proposed: ["u1"],
      hasAdvantage: true,
      isStable: true
    })
  })

  test("agrees with the independent computation", () => {
    const found = Vikor.of(plants, 0.5)
    if (!found.ok) throw new Error(found.problem.code)
    const { regrets } = found.compromise
    const sums = [0.565958245782807, 0.57716049382716, 0.571815692429728, 0.49874686716792]
    close(
      regrets.slice(0, 4).map(({ sum }) => sum),
      sums
    )
    const most = [0.166666666666667, 0.166666666666667, 0.157894736842105, 0.166666666666667]
    close(
      regrets.slice(0, 4).map(({ most }) => most),
      most
    )
    const compromises = [
      0.97901185770751, 1, 0.918557594579334, 0.853086956521739, 0, 0.808178853754941
    ]
    close(
      regrets.map(({ compromise }) => compromise),
      compromises
    )
    const other = Vikor.of(cars, 0.7)
    const expected = [0, 0.654166666666666, 1, 0.654166666666667]
    close(other.ok ? other.compromise.regrets.map(({ compromise }) => compromise) : [], expected)
  })

  test("without the lead of 1 / (units - 1) all that are nearer are proposed", () => {
    const rows = [
      [8, 8],
      [9, 7],
      [0, 10],
      [10, 0]
    ]
    const halves = [
      [1, 2],
      [1, 2]
    ] as const
    const found = Vikor.of(aMatrix(rows, halves, []), 0.5)
    if (!found.ok) throw new Error(found.problem.code)
    const { regrets, hasAdvantage, isStable, proposed } = found.compromise
    close(
      regrets.map(({ compromise }) => compromise),
      [0, 0.0625, 1, 1]
    )
    expect({ hasAdvantage, isStable, proposed }).toEqual({
      hasAdvantage: false,
      isStable: true,
      proposed: ["u0", "u1"]
    })
  })

  test("a best unit that leads in neither sum nor most is proposed with the second", () => {
    const rows = [
      [0, 4, 10],
      [7, 1, 10],
      [2, 6, 9],
      [2, 10, 1],
      [6, 1, 6],
      [3, 4, 6]
    ]
    const thirds = Array.from({ length: 3 }, () => [1, 3] as const)
    const found = Vikor.of(aMatrix(rows, thirds, []), 0.5)
    expect(found).toMatchObject({
      compromise: { hasAdvantage: true, isStable: false, proposed: ["u2", "u5"] }
    })
  })

  test("two units that are each best at one thing tie instead of dividing 0 by 0", () => {
    const even = aMatrix(
      [
        [0, 1],
        [1, 0]
      ],
      [
        [1, 2],
        [1, 2]
      ],
      []
    )
    const found = Vikor.of(even, 0.5)
    expect(found.ok ? found.compromise.units.map(({ first, last }) => [first, last]) : []).toEqual([
      [1, 2],
      [1, 2]
    ])
    expect(codeOf(Vikor.of(even, Number.NaN))).toBe("OutOfRange")
    expect(codeOf(Vikor.of(aMatrix([[2], [2]], [[1, 1]], []), 0.5))).toBe("EqualColumn")
  })
})
