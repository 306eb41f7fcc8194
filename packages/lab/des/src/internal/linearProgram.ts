/**
 * Small linear programs: the simplex method with Bland's rule, in a fixed order, so the same bits
 * everywhere. What loads need where routes depend on the state or servers differ by skill.
 */

/** Numbers nearer to 0 than this count as 0. */
const TOLERANCE = 1e-11

/** The least value and where it is taken; minus infinity where it falls without end. */
export interface Least {
  readonly value: number
  readonly at: Float64Array
}

/**
 * The least `cost` x over all x from 0 with `rows` x = `right`, or `undefined` if there is no such x.
 *
 * The inputs are not changed. Cost: in practice the number of rows, squared, times that of columns.
 *
 * @source R. G. Bland, "New Finite Pivoting Rules for the Simplex Method", Mathematics of Operations
 *   Research 2, 1977
 */
export const minimise = (program: {
  readonly cost: ArrayLike<number>
  readonly rows: ReadonlyArray<ArrayLike<number>>
  readonly right: ArrayLike<number>
}): Least | undefined => {
  const { cost, rows, right } = program
  const size = cost.length
  const width = size + rows.length
  // Each row with one artificial column, which starts as its basis, and the right side last.
  const table = rows.map((row, index) => {
    const sign = right[index]! < 0 ? -1 : 1
    const line = new Float64Array(width + 1)
    for (let column = 0; column < size; column++) line[column] = sign * row[column]!
    line[size + index] = 1
    line[width] = sign * right[index]!
    return line
  })
  const basis = Int32Array.from(rows, (_, index) => size + index)
  const feasible = new Float64Array(width + 1)
  for (const line of table) {
    for (let column = 0; column < size; column++) feasible[column]! -= line[column]!
    feasible[width]! -= line[width]!
  }
  descend(table, basis, feasible, size)
  if (feasible[width]! < -1e-9 * (1 + largest(right))) return undefined
  dropArtificial(table, basis, size)
  const reduced = new Float64Array(width + 1)
  for (let column = 0; column < size; column++) reduced[column] = cost[column]!
  table.forEach((line, index) => {
    const weight = basis[index]! < size ? cost[basis[index]!]! : 0
    if (weight === 0) return
    for (let column = 0; column <= width; column++) reduced[column]! -= weight * line[column]!
  })
  const isBounded = descend(table, basis, reduced, size)
  const at = new Float64Array(size)
  table.forEach((line, index) => {
    if (basis[index]! < size) at[basis[index]!] = line[width]!
  })
  return { value: isBounded ? 0 - reduced[width]! : Number.NEGATIVE_INFINITY, at }
}

const largest = (list: ArrayLike<number>): number =>
  Array.from(list).reduce((most, value) => Math.max(most, Math.abs(value)), 0)

/** Goes down the costs until none falls; false where one falls without end. */
const descend = (
  table: ReadonlyArray<Float64Array>,
  basis: Int32Array,
  costs: Float64Array,
  size: number
): boolean => {
  const width = costs.length - 1
  for (;;) {
    let column = 0
    while (column < size && costs[column]! >= -TOLERANCE) column++
    if (column === size) return true
    let row = -1
    let least = Number.POSITIVE_INFINITY
    for (let index = 0; index < table.length; index++) {
      const step = table[index]![column]!
      if (step <= TOLERANCE) continue
      const ratio = table[index]![width]! / step
      if (ratio < least || (ratio === least && basis[index]! < basis[row]!)) {
        least = ratio
        row = index
      }
    }
    if (row < 0) return false
    pivot(table, costs, row, column)
    basis[row] = column
  }
}

const pivot = (
  table: ReadonlyArray<Float64Array>,
  costs: Float64Array,
  row: number,
  column: number
): void => {
  const line = table[row]!
  const factor = 1 / line[column]!
  for (let at = 0; at < line.length; at++) line[at]! *= factor
  line[column] = 1
  for (const other of [...table, costs]) {
    const weight = other[column]!
    if (other === line || weight === 0) continue
    for (let at = 0; at < line.length; at++) other[at]! -= weight * line[at]!
    other[column] = 0
  }
}

/** Artificial columns that are still in the basis at 0 leave it, or their row says nothing new. */
const dropArtificial = (
  table: ReadonlyArray<Float64Array>,
  basis: Int32Array,
  size: number
): void => {
  const unused = new Float64Array(table[0]?.length ?? 0)
  table.forEach((line, row) => {
    if (basis[row]! < size) return
    const column = line.findIndex((value, at) => at < size && Math.abs(value) > TOLERANCE)
    if (column < 0) return
    pivot(table, unused, row, column)
    basis[row] = column
  })
}
