import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Suppression } from "../src/index.ts"

const shownOf = (counts: ReadonlyArray<ReadonlyArray<number>>, threshold?: number) => {
  const made = Suppression.table(counts, threshold)
  if (!made.ok) throw new Error(made.problems[0]?.code)
  return made.table
}

/** The table with its totals as one grid of numbers. */
const fullOf = (counts: ReadonlyArray<ReadonlyArray<number>>) => {
  const sum = (list: ReadonlyArray<number>) => list.reduce((all, one) => all + one, 0)
  const columns = (counts[0] ?? []).map((_, place) => sum(counts.map((row) => row[place] ?? 0)))
  return [...counts, columns].map((row) => [...row, sum(row)])
}

/** The shown table as one grid of cells. */
const gridOf = (table: Suppression.Table) => [
  ...table.cells.map((row, index) => [...row, table.rowTotals[index] ?? Suppression.hidden]),
  [...table.columnTotals, table.total]
]

/**
 * The attack, slow and obvious: tries every table of whole numbers that agrees with all that is
 * shown, up to `reach` above the truth, and collects the values that each cell takes in them.
 */
const possibleValues = (
  shown: ReadonlyArray<ReadonlyArray<Suppression.Cell>>,
  truth: ReadonlyArray<ReadonlyArray<number>>,
  reach: number
): ReadonlyArray<ReadonlyArray<Set<number>>> => {
  const values = shown.map((row) => row.map(() => new Set<number>()))
  const rowCount = shown.length - 1
  const columnCount = (shown[0]?.length ?? 1) - 1
  const guess = Array.from({ length: rowCount }, () => Array<number>(columnCount).fill(0))
  const agrees = (cell: Suppression.Cell | undefined, value: number, isWhole: boolean) =>
    typeof cell !== "number" || (isWhole ? cell === value : value <= cell)
  const fill = (cell: number): void => {
    if (cell === rowCount * columnCount) {
      const full = fullOf(guess)
      if (!agrees(shown[rowCount]?.[columnCount], full[rowCount]?.[columnCount] ?? 0, true)) return
      full.forEach((row, index) => {
        row.forEach((value, place) => {
          values[index]?.[place]?.add(value)
        })
      })
      return
    }
    const row = Math.floor(cell / columnCount)
    const column = cell % columnCount
    const own = shown[row]?.[column]
    const low = typeof own === "number" ? own : 0
    const high = typeof own === "number" ? own : (truth[row]?.[column] ?? 0) + reach
    for (let value = low; value <= high; value += 1) {
      const line = guess[row]
      if (line === undefined) return
      line[column] = value
      let across = 0
      for (let place = 0; place <= column; place += 1) across += line[place] ?? 0
      let down = 0
      for (let index = 0; index <= row; index += 1) down += guess[index]?.[column] ?? 0
      if (!agrees(shown[row]?.[columnCount], across, column === columnCount - 1)) continue
      if (!agrees(shown[rowCount]?.[column], down, row === rowCount - 1)) continue
      fill(cell + 1)
    }
  }
  fill(0)
  return values
}

const smallTable = fc
  .record({ rows: fc.integer({ min: 1, max: 2 }), columns: fc.integer({ min: 1, max: 3 }) })
  .chain(({ rows, columns }) => {
    const row = fc.array(fc.nat(6), { minLength: columns, maxLength: columns })
    return fc.array(row, { minLength: rows, maxLength: rows })
  })

const townTable = fc
  .record({ rows: fc.integer({ min: 1, max: 9 }), columns: fc.integer({ min: 1, max: 9 }) })
  .chain(({ rows, columns }) => {
    const count = fc.oneof(fc.nat(12), fc.nat(200), fc.constant(0))
    const row = fc.array(count, { minLength: columns, maxLength: columns })
    return fc.array(row, { minLength: rows, maxLength: rows })
  })

describe("suppressed tables", () => {
  test("what is shown is true, and every count below the threshold is hidden, totals too", () => {
    fc.assert(
      fc.property(townTable, (counts) => {
        const full = fullOf(counts)
        gridOf(shownOf(counts)).forEach((row, index) => {
          row.forEach((cell, place) => {
            const count = full[index]?.[place] ?? 0
            if (cell !== Suppression.hidden) expect(cell).toBe(count)
            if (count < Suppression.thresholdDefault) expect(cell).toBe(Suppression.hidden)
          })
        })
      }),
      { numRuns: 100 }
    )
  })

  test("trying every table that agrees: a small cell can be all of 0 to the threshold", () => {
    fc.assert(
      fc.property(smallTable, fc.integer({ min: 1, max: 3 }), (counts, threshold) => {
        const shown = gridOf(shownOf(counts, threshold))
        const values = possibleValues(shown, counts, threshold)
        fullOf(counts).forEach((row, index) => {
          row.forEach((count, place) => {
            const possible = values[index]?.[place] ?? new Set()
            expect(possible.has(count)).toBe(true)
            if (shown[index]?.[place] !== Suppression.hidden) return
            expect(possible.size).toBeGreaterThan(1)
            if (count >= threshold) return
            for (let value = 0; value <= threshold; value += 1) expect(possible).toContain(value)
          })
        })
      }),
      { numRuns: 150 }
    )
  })

  test("no difference of a total and its shown parts is a small count", () => {
    fc.assert(
      fc.property(townTable, (counts) => {
        const grid = gridOf(shownOf(counts))
        const full = fullOf(counts)
        const turn = <Item>(rows: ReadonlyArray<ReadonlyArray<Item>>) =>
          (rows[0] ?? []).map((_, place) => rows.flatMap((row) => row.slice(place, place + 1)))
        const lines = [...grid.keys()].map(
          (index) => [grid[index] ?? [], full[index] ?? []] as const
        )
        const columns = turn(grid).map((cells, index) => [cells, turn(full)[index] ?? []] as const)
        for (const [cells, truth] of [...lines, ...columns]) {
          const total = cells.at(-1)
          if (typeof total !== "number") continue
          const hidden = truth.slice(0, -1).filter((_, place) => typeof cells[place] !== "number")
          const difference = hidden.reduce((all, one) => all + one, 0)
          if (!hidden.some((count) => count < 10)) continue
          expect(difference).toBeGreaterThanOrEqual(Suppression.thresholdDefault)
          expect(hidden.length).toBeGreaterThan(1)
        }
      }),
      { numRuns: 150 }
    )
  })

  test("hiding the small counts alone would give them away; one row of the attack shows it", () => {
    const truth = [[4, 20, 9]]
    const naive = [
      ["Suppressed", 20, 12, 36],
      [4, 20, 12, 36]
    ] as const
    expect([...(possibleValues(naive, [[4, 20, 12]], 3)[0]?.[0] ?? [])]).toEqual([4])
    expect(shownOf(truth).cells).toEqual([["Suppressed", 20, "Suppressed"]])
  })

  test("counts at the threshold are shown, one below is not", () => {
    const shown = shownOf([
      [10, 10, 30],
      [10, 9, 30]
    ])
    expect(shown.cells[1]?.[1]).toBe(Suppression.hidden)
    expect(shownOf([[10, 11]])).toEqual({
      cells: [[10, 11]],
      rowTotals: [21],
      columnTotals: [10, 11],
      total: 21
    })
  })

  test("two small counts whose sum is small take a larger one with them", () => {
    const made = Suppression.list([20, 1, 2, 40])
    expect(made).toEqual({
      ok: true,
      table: { cells: ["Suppressed", "Suppressed", "Suppressed", 40], total: 63 }
    })
  })

  test("an empty table says nothing, a table of one small count neither", () => {
    const nothing = { cells: [], rowTotals: [], columnTotals: [], total: "Suppressed" }
    expect(shownOf([])).toEqual(nothing)
    expect(shownOf([[], []])).toEqual({
      ...nothing,
      cells: [[], []],
      rowTotals: ["Suppressed", "Suppressed"]
    })
    expect(shownOf([[3]]).total).toBe("Suppressed")
  })

  test("what is no table of counts is refused, place by place", () => {
    const codes = (counts: ReadonlyArray<ReadonlyArray<number>>) => {
      const made = Suppression.table(counts)
      return made.ok ? [] : made.problems.map(({ code, subject }) => `${code} ${subject}`)
    }
    expect(codes([[1, 2], [3]])).toEqual(["RaggedTable counts[1]"])
    expect(codes([[1, -1]])).toEqual(["BadCount counts[0][1]"])
    expect(codes([[0.5, Number.NaN]])).toEqual(["BadCount counts[0][0]", "BadCount counts[0][1]"])
    expect(codes([[Number.MAX_SAFE_INTEGER, 1]])).toEqual(["BadCount total"])
    for (const threshold of [0, 1.5, Number.NaN]) {
      expect(() => Suppression.table([[1]], threshold)).toThrow(RangeError)
    }
  })
})
