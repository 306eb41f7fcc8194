/**
 * Small systems of linear equations: elimination with partial pivoting, in a fixed order, so the
 * same bits everywhere. What traffic equations and phase-type moments need.
 */

/**
 * The x with `matrix` x = `right`, or `undefined` if the matrix is singular to working accuracy.
 *
 * Neither input is changed. Cost: the third power of the size.
 *
 * @source G. H. Golub, C. F. Van Loan, "Matrix Computations", 4th edition, 2013, section 3.4
 */
export const solve = (
  matrix: ReadonlyArray<ArrayLike<number>>,
  right: ArrayLike<number>
): Float64Array | undefined => {
  const rows = matrix.map((row) => Float64Array.from(row))
  const x = Float64Array.from(right)
  const size = rows.length
  for (let column = 0; column < size; column++) {
    const pivot = pivotOf(rows, column)
    const top = rows[pivot]!
    if (!(Math.abs(top[column]!) > 1e-300)) return undefined
    rows[pivot] = rows[column]!
    rows[column] = top
    const value = x[pivot]!
    x[pivot] = x[column]!
    x[column] = value
    for (let below = column + 1; below < size; below++) {
      const row = rows[below]!
      const factor = row[column]! / top[column]!
      if (factor === 0) continue
      for (let at = column + 1; at < size; at++) row[at] = row[at]! - factor * top[at]!
      x[below] = x[below]! - factor * value
    }
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = x[row]!
    for (let at = row + 1; at < size; at++) sum -= rows[row]![at]! * x[at]!
    x[row] = sum / rows[row]![row]!
  }
  return x
}

/** The row at or below `column` with the largest entry in it. */
const pivotOf = (rows: ReadonlyArray<Float64Array>, column: number): number => {
  let best = column
  for (let row = column + 1; row < rows.length; row++) {
    if (Math.abs(rows[row]![column]!) > Math.abs(rows[best]![column]!)) best = row
  }
  return best
}
