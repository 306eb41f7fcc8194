import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { CaseStatus, Containment, HandlingLevel } from "../src/index.ts"

const written = (level: HandlingLevel.HandlingLevel, closedSec: number) => ({
  status: "WrittenOff" as const,
  level,
  closedSec
})

describe("containment per level (row 14)", () => {
  test("counts what is finished at a level and below it", () => {
    const rows = Containment.of(
      [
        written("Grid", 1),
        written("Grid", 2),
        written("Community", 3),
        written("Department", 4),
        { status: "Rejected", level: "Grid", closedSec: 5 },
        { status: "InProgress", level: "Grid", closedSec: -1 }
      ],
      { fromSec: 0, untilSec: 10 }
    )
    expect(rows.map((row) => [row.level, row.finishedCount, row.containedCount])).toEqual([
      ["Grid", 2, 2],
      ["Community", 1, 3],
      ["Subdistrict", 0, 3],
      ["Department", 1, 4]
    ])
    expect(rows.map((row) => row.share)).toEqual([0.5, 0.75, 0.75, 1])
  })

  test("counts the first second of the period and not its end", () => {
    const cases = [9, 10, 19, 20].map((sec) => written("Grid", sec))
    expect(Containment.of(cases, { fromSec: 10, untilSec: 20 })[0]?.ofCount).toBe(2)
  })

  test("gives no share where nothing was written off", () => {
    const rows = Containment.of([], { fromSec: 0, untilSec: 10 })
    expect(rows.map((row) => row.share)).toEqual(["None", "None", "None", "None"])
  })

  test("adds up: finished sums to all, contained never falls and ends with all", () => {
    const one = fc.record({
      status: fc.constantFrom(...CaseStatus.list),
      level: fc.constantFrom(...HandlingLevel.list),
      closedSec: fc.integer({ min: 0, max: 30 })
    })
    fc.assert(
      fc.property(fc.array(one), (cases) => {
        const rows = Containment.of(cases, { fromSec: 5, untilSec: 20 })
        const all = rows[0]!.ofCount
        expect(rows.reduce((sum, row) => sum + row.finishedCount, 0)).toBe(all)
        rows.slice(1).forEach((row, index) => {
          expect(row.containedCount).toBeGreaterThanOrEqual(rows[index]!.containedCount)
        })
        expect(rows.at(-1)?.containedCount).toBe(all)
      }),
      { numRuns: 200 }
    )
  })
})
