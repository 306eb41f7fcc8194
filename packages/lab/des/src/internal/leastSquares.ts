/**
 * Small symmetric systems of equations, by Cholesky's factor: what a regression on a few controls
 * needs.
 */
import * as AnalysisProblem from "../AnalysisProblem.ts"
import * as Real from "../Real.ts"

/** What may be left of a column's own square before it counts as made of the others. */
const RELATIVE_LEAST = 1e-10

/** A lower triangle L with L * L' equal to the matrix, row by row. */
export type Factor = ReadonlyArray<ReadonlyArray<number>>

/** The factor of a symmetric matrix; refused where a row follows from those before it. */
export const factor = (
  matrix: ReadonlyArray<ReadonlyArray<number>>
): AnalysisProblem.Outcome<Factor> => {
  const rows: Array<Array<number>> = []
  for (const [index, line] of matrix.entries()) {
    const row: Array<number> = []
    for (let column = 0; column < index; column++) {
      const other = rows[column]!
      row.push((line[column]! - dot(row, other, column)) / other[column]!)
    }
    const square = line[index]!
    const left = square - dot(row, row, index)
    if (!(left > RELATIVE_LEAST * square)) {
      return AnalysisProblem.refused(
        AnalysisProblem.make(
          "ControlsDependent",
          `control ${index}`,
          square > 0 ? Math.max(0, left / square) : 0,
          `above ${RELATIVE_LEAST}`
        )
      )
    }
    row.push(Real.sqrt(left))
    rows.push(row)
  }
  return AnalysisProblem.answered(rows)
}

/** The solution of L * L' * x = right. */
export const solve = (lower: Factor, right: ReadonlyArray<number>): ReadonlyArray<number> => {
  const half: Array<number> = []
  for (const [index, row] of lower.entries()) {
    half.push((right[index]! - dot(row, half, index)) / row[index]!)
  }
  const solution = half.slice()
  for (let index = lower.length - 1; index >= 0; index--) {
    let rest = half[index]!
    for (let below = index + 1; below < lower.length; below++) {
      rest -= lower[below]![index]! * solution[below]!
    }
    solution[index] = rest / lower[index]![index]!
  }
  return solution
}

const dot = (left: ReadonlyArray<number>, right: ReadonlyArray<number>, length: number): number => {
  let sum = 0
  for (let index = 0; index < length; index++) sum += left[index]! * right[index]!
  return sum
}
