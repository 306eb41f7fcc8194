import fc from "fast-check"
import { expect, test } from "vitest"
import { minimise } from "../src/internal/linearProgram.ts"

test("a textbook program: at most 11 from two goods with three limits", () => {
  const found = minimise({
    cost: [-3, -2, 0, 0, 0],
    rows: [
      [1, 1, 1, 0, 0],
      [1, 3, 0, 1, 0],
      [1, 0, 0, 0, 1]
    ],
    right: [4, 6, 3]
  })
  expect(found?.value).toBeCloseTo(-11, 12)
  expect([...(found?.at ?? [])]).toEqual([3, 1, 0, 0, 0])
})

test("without any x there is no answer, with no end minus infinity", () => {
  expect(minimise({ cost: [1, 0], rows: [[1, 1]], right: [-2] })).toBeUndefined()
  const found = minimise({ cost: [-1, 0], rows: [[1, -1]], right: [-2] })
  expect(found?.value).toBe(Number.NEGATIVE_INFINITY)
})

test("rows that say the same twice do no harm", () => {
  const rows = [
    [1, 1],
    [2, 2]
  ]
  expect(minimise({ cost: [1, 1], rows, right: [2, 4] })?.value).toBeCloseTo(2, 12)
  expect(minimise({ cost: [1, 1], rows, right: [2, 5] })).toBeUndefined()
})

test("a program that goes round in rings under other rules ends (Beale 1955)", () => {
  const found = minimise({
    cost: [-0.75, 150, -0.02, 6, 0, 0, 0],
    rows: [
      [0.25, -60, -0.04, 9, 1, 0, 0],
      [0.5, -90, -0.02, 3, 0, 1, 0],
      [0, 0, 1, 0, 0, 0, 1]
    ],
    right: [0, 0, 1]
  })
  expect(found?.value).toBeCloseTo(-0.05, 12)
})

test("the answer is the best corner: as all bases tried one by one", () => {
  const value = fc.integer({ min: -5, max: 5 })
  const program = fc.record({
    cost: fc.array(value, { minLength: 4, maxLength: 4 }),
    rows: fc.array(fc.array(value, { minLength: 4, maxLength: 4 }), {
      minLength: 2,
      maxLength: 2
    }),
    right: fc.array(value, { minLength: 2, maxLength: 2 })
  })
  fc.assert(
    fc.property(program, ({ cost, rows, right }) => {
      const found = minimise({ cost, rows, right })
      const corners = cornersOf(rows, right)
      if (found === undefined || found.value === Number.NEGATIVE_INFINITY) {
        if (found === undefined) expect(corners).toEqual([])
        return
      }
      rows.forEach((row, index) => {
        const sum = row.reduce((total, part, at) => total + part * found.at[at]!, 0)
        expect(sum).toBeCloseTo(right[index]!, 8)
      })
      for (const corner of corners) {
        const other = corner.reduce((sum, part, at) => sum + part * cost[at]!, 0)
        expect(found.value).toBeLessThanOrEqual(other + 1e-8)
      }
    }),
    { numRuns: 300, seed: 31 }
  )
})

/** All x from 0 with two numbers that may not be 0, by Cramer's rule. */
const cornersOf = (
  rows: ReadonlyArray<ReadonlyArray<number>>,
  right: ReadonlyArray<number>
): ReadonlyArray<ReadonlyArray<number>> => {
  const [top, low] = [rows[0]!, rows[1]!]
  return top.flatMap((_, one) =>
    top.flatMap((__, two) => {
      const determinant = top[one]! * low[two]! - top[two]! * low[one]!
      if (two <= one || determinant === 0) return []
      const first = (right[0]! * low[two]! - top[two]! * right[1]!) / determinant
      const second = (top[one]! * right[1]! - right[0]! * low[one]!) / determinant
      if (first < 0 || second < 0) return []
      return [top.map((___, at) => (at === one ? first : at === two ? second : 0))]
    })
  )
}
