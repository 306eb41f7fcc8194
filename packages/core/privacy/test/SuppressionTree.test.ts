import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Suppression } from "../src/index.ts"

/** Trees by their parents: all with three lowest places at most. */
const shapes: ReadonlyArray<ReadonlyArray<number>> = [
  [-1],
  [-1, 0, 0],
  [-1, 0, 0, 0],
  [-1, 0, 0, 1, 1, 2],
  [-1, 0, 1, 1, 1],
  [-1, 0, 0, 1, 1],
  [-1, 0, 1, 2]
]
const threshold = 2
const groupCount = 2

const leavesOf = (parents: ReadonlyArray<number>): ReadonlyArray<number> =>
  parents.map((_, row) => row).filter((row) => !parents.includes(row))

/** Row after row, the counts and their total: every lowest place is added to all those above it. */
const withSums = (
  parents: ReadonlyArray<number>,
  leaves: ReadonlyArray<number>,
  leafCounts: ReadonlyArray<number>
): Float64Array => {
  const width = groupCount + 1
  const sums = new Float64Array(parents.length * width)
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    for (let row = leaves[leaf]!; row >= 0; row = parents[row]!) {
      for (let column = 0; column < groupCount; column++) {
        const count = leafCounts[leaf * groupCount + column]!
        sums[row * width + column]! += count
        sums[row * width + groupCount]! += count
      }
    }
  }
  return sums
}

const rowsOf = (leafCounts: ReadonlyArray<number>): ReadonlyArray<ReadonlyArray<number>> =>
  Array.from({ length: leafCounts.length / groupCount }, (_, row) =>
    leafCounts.slice(row * groupCount, (row + 1) * groupCount)
  )

const shownOf = (tree: Suppression.Tree, least?: number): ReadonlyArray<Suppression.Cell> => {
  const made = Suppression.tree(tree, least)
  if (!made.ok) throw new Error(made.problems[0]?.code)
  return made.table.flatMap(({ cells, total }) => [...cells, total])
}

const treesWith = (shape: ReadonlyArray<ReadonlyArray<number>>, most: number) =>
  fc.constantFrom(...shape).chain((parentOf) => {
    const length = leavesOf(parentOf).length * groupCount
    const leafCounts = fc.array(fc.nat(most), { minLength: length, maxLength: length })
    return fc.record({ parentOf: fc.constant(parentOf), leafCounts })
  })

/** The values every cell takes in all tables that agree with what is shown. */
const possibleValues = (
  parentOf: ReadonlyArray<number>,
  shown: ReadonlyArray<Suppression.Cell>,
  counts: Float64Array
): ReadonlyArray<ReadonlySet<number>> => {
  const possible = Array.from(counts, () => new Set<number>())
  const leaves = leavesOf(parentOf)
  const cells = leaves.flatMap((row) => [row * 3, row * 3 + 1])
  const walk = (given: ReadonlyArray<number>): void => {
    const cell = cells[given.length]
    if (cell !== undefined) {
      const isShown = shown[cell] !== Suppression.hidden
      // one small count moves others by the threshold at most
      const last = counts[cell]! + (isShown ? 0 : threshold)
      for (let value = isShown ? last : 0; value <= last; value++) walk([...given, value])
      return
    }
    const other = withSums(parentOf, leaves, given)
    if (other.some((value, at) => shown[at] !== Suppression.hidden && value !== shown[at])) return
    other.forEach((value, at) => {
      possible[at]!.add(value)
    })
  }
  walk([])
  return possible
}

describe("suppressed trees", () => {
  test("trying every table that agrees: a small count can be all of 0 to the threshold", () => {
    fc.assert(
      fc.property(treesWith(shapes, 4), ({ parentOf, leafCounts }) => {
        const counts = withSums(parentOf, leavesOf(parentOf), leafCounts)
        const shown = shownOf({ parentOf, counts: rowsOf(leafCounts) }, threshold)
        const possible = possibleValues(parentOf, shown, counts)
        counts.forEach((count, cell) => {
          if (shown[cell] !== Suppression.hidden) expect(shown[cell]).toBe(count)
          // what is hidden beside a small count cannot be worked out either
          expect(possible[cell]!.size > 1).toBe(shown[cell] === Suppression.hidden)
          if (count >= threshold) return
          for (let value = 0; value <= threshold; value++) {
            expect([cell, value, possible[cell]!.has(value)]).toEqual([cell, value, true])
          }
        })
      }),
      { numRuns: 300 }
    )
  })

  test("every count below the threshold is hidden, and where none is, nothing is", () => {
    fc.assert(
      fc.property(treesWith(shapes, 40), ({ parentOf, leafCounts }) => {
        const counts = withSums(parentOf, leavesOf(parentOf), leafCounts)
        const shown = shownOf({ parentOf, counts: rowsOf(leafCounts) })
        const isSmall = Array.from(counts, (count) => count < Suppression.thresholdDefault)
        isSmall.forEach((small, cell) => {
          if (small) expect(shown[cell]).toBe(Suppression.hidden)
        })
        if (!isSmall.includes(true)) expect(shown).toEqual([...counts])
      }),
      { numRuns: 300 }
    )
  })

  test("a flat table is the tree of depth one, with its column totals as the root", () => {
    const counts = [
      [3, 40, 25],
      [31, 52, 28]
    ]
    const flat = Suppression.table(counts)
    const made = Suppression.tree({ parentOf: [-1, 0, 0], counts })
    if (!flat.ok || !made.ok) throw new Error("bad counts")
    const { cells, rowTotals, columnTotals, total } = flat.table
    expect(made.table).toEqual([
      { cells: columnTotals, total },
      { cells: cells[0], total: rowTotals[0] },
      { cells: cells[1], total: rowTotals[1] }
    ])
    expect(total).toBe(179)
  })

  test("a place alone below another says what that one says", () => {
    const { hidden } = Suppression
    const shown = shownOf({ parentOf: [-1, 0], counts: [[4, 20]] })
    expect(shown).toEqual([hidden, hidden, 24, hidden, hidden, 24])
    expect(shownOf({ parentOf: [-1, 0], counts: [[14, 20]] })).toEqual([14, 20, 34, 14, 20, 34])
  })

  test("a tree without groups says nothing", () => {
    expect(shownOf({ parentOf: [-1, 0, 0], counts: [[], []] })).toEqual([
      "Suppressed",
      "Suppressed",
      "Suppressed"
    ])
  })

  test("what is no table of counts is refused, what is no tree throws", () => {
    const made = Suppression.tree({ parentOf: [-1, 0, 0], counts: [[1], [-1, 2]] })
    const codes = made.ok ? [] : made.problems.map(({ code, subject }) => `${code} ${subject}`)
    expect(codes).toEqual(["RaggedTable counts[1]", "BadCount counts[1][0]"])
    for (const parentOf of [[], [0], [-1, 1], [-1, -1], [-1, 0.5], [-1, 0, 2]]) {
      const counts = leavesOf(parentOf).map(() => [1])
      expect(() => Suppression.tree({ parentOf, counts })).toThrow(RangeError)
    }
    expect(() => Suppression.tree({ parentOf: [-1, 0], counts: [[1], [2]] })).toThrow("1 lowest")
    expect(() => Suppression.tree({ parentOf: [-1], counts: [[1]] }, 0)).toThrow(RangeError)
  })
})
