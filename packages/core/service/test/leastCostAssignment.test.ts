import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { leastCost, unassigned } from "../src/internal/leastCostAssignment.ts"

const never = Number.POSITIVE_INFINITY

interface Table {
  readonly rowCount: number
  readonly columnCount: number
  readonly cost: ReadonlyArray<number>
}

/** Costs that tie often, pairs that are often impossible, both shapes of table. */
const tables = fc
  .tuple(
    fc.integer({ min: 0, max: 6 }),
    fc.integer({ min: 0, max: 6 }),
    fc.integer({ min: 0, max: 9 })
  )
  .chain(([rowCount, columnCount, most]) =>
    fc.record({
      rowCount: fc.constant(rowCount),
      columnCount: fc.constant(columnCount),
      cost: fc.array(
        fc.oneof(
          { weight: 4, arbitrary: fc.nat(most) },
          { weight: 1, arbitrary: fc.constant(never) }
        ),
        { minLength: rowCount * columnCount, maxLength: rowCount * columnCount }
      )
    })
  )

/** Every answer that there is, tried one by one: most rows, then least cost, then first in order. */
const bruteForce = ({ rowCount, columnCount, cost }: Table): ReadonlyArray<number> => {
  let best: {
    readonly filled: number
    readonly sum: number
    readonly answer: ReadonlyArray<number>
  } = {
    filled: -1,
    sum: 0,
    answer: []
  }
  const walk = (answer: ReadonlyArray<number>, filled: number, sum: number): void => {
    const row = answer.length
    if (row === rowCount) {
      // answers come in the order that is asked for, so the first of equals stays
      if (filled > best.filled || (filled === best.filled && sum < best.sum)) {
        best = { filled, sum, answer }
      }
      return
    }
    for (let column = 0; column < columnCount; column++) {
      const price = cost[row * columnCount + column]!
      if (price === never || answer.includes(column)) continue
      walk([...answer, column], filled + 1, sum + price)
    }
    walk([...answer, unassigned], filled, sum)
  }
  walk([], 0, 0)
  return best.answer
}

describe("assignment at least cost", () => {
  test("equals the first of the best answers found by trying them all", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const found = leastCost(Float64Array.from(table.cost), table.rowCount, table.columnCount)
        expect(Array.from(found)).toEqual(bruteForce(table))
      }),
      { numRuns: 4000 }
    )
  })

  test("fills as many rows as it can, however dear", () => {
    const cost = Float64Array.from([0, 900, 0, never])
    expect(Array.from(leastCost(cost, 2, 2))).toEqual([1, 0])
  })

  test("costs that would not add up exactly are refused", () => {
    expect(() => leastCost(Float64Array.from([2e15]), 1, 1)).toThrow(RangeError)
    expect(() => leastCost(Float64Array.from([1e14]), 1, 1)).not.toThrow()
  })
})
