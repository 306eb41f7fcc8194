import { expect, test } from "vitest"
import * as Replications from "../src/Replications.ts"
import * as Simultaneous from "../src/Simultaneous.ts"
import { normals } from "./anOutcome.ts"

test("shares the chance to miss among the intervals", () => {
  expect(Simultaneous.confidenceEach(0.95, 1)).toBe(0.95)
  expect(Simultaneous.confidenceEach(0.9, 10)).toBeCloseTo(0.99, 14)
  const rows = Array.from({ length: 8 }, (_, index) => normals(index, 4))
  expect(Simultaneous.estimateRows(rows)).toEqual(Replications.estimateRows(rows, 0.9875))
})

test("all of five intervals cover together as often as it says, or more", () => {
  let together = 0
  let apart = 0
  for (let run = 0; run < 1000; run++) {
    const rows = Array.from({ length: 8 }, (_, index) => normals(8 * run + index, 5))
    const covers = ({ mean, halfWidth }: { mean: number; halfWidth: number | null }) =>
      Math.abs(mean) <= (halfWidth ?? 0)
    if (Simultaneous.estimateRows(rows, 0.9).every(covers)) together++
    if (Replications.estimateRows(rows, 0.9).every(covers)) apart++
  }
  // 0.9 less 4 standard deviations of a share of 1,000; 0.9 to the fifth is 0.59.
  expect(together).toBeGreaterThan(862)
  expect(apart).toBeLessThan(700)
})

test("refuses confidences and counts that cannot be", () => {
  expect(() => Simultaneous.confidenceEach(1, 2)).toThrow("got 1")
  expect(() => Simultaneous.confidenceEach(0.95, 0)).toThrow("got 0")
  expect(() => Simultaneous.estimateRows([])).toThrow("got 0")
})
