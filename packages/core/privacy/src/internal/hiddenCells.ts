/**
 * Which cells of a table with totals have to be hidden. The table, its row of totals and its column
 * of totals form one grid of cells in which every row and every column sums to its total. Changing a
 * hidden cell without contradicting what is shown means changing others around closed paths of
 * hidden cells, so protection is a question of flows on the graph of rows and columns.
 */

/** Cells in row order, totals last in every row and column; all arrays are of that order. */
export interface Grid {
  readonly rowCount: number
  readonly columnCount: number
  readonly counts: Float64Array
}

/**
 * Marks (1) every cell below `threshold` and, per such cell, the cheapest further cells found that
 * let it be anything from 0 to `threshold`. Cost: about small cells x threshold x (rows + columns)
 * squared.
 */
export const hiddenCells = (grid: Grid, threshold: number): Uint8Array => {
  const hidden = Uint8Array.from(grid.counts, (count) => (count < threshold ? 1 : 0))
  const small = Array.from(hidden.keys()).filter((cell) => hidden[cell] === 1)
  for (const cell of small) {
    push(grid, hidden, cell, 1, threshold - grid.counts[cell]!)
    push(grid, hidden, cell, -1, grid.counts[cell]!)
  }
  return hidden
}

/** Moves a cell by `amount` up or down, other cells making up for it, and hides whatever moves. */
const push = (grid: Grid, hidden: Uint8Array, cell: number, step: 1 | -1, amount: number): void => {
  const moved = Float64Array.from(grid.counts)
  let left = amount
  while (left > 0) {
    const path = cheapestPath(grid, hidden, moved, cell, step)
    const size = Math.min(left, ...path.filter(({ by }) => by < 0).map((one) => moved[one.cell]!))
    for (const one of path) {
      moved[one.cell]! += one.by * size
      hidden[one.cell] = 1
    }
    left -= size
  }
}

/** One cell on a path, and whether it goes up (1) or down (-1). */
interface Move {
  readonly cell: number
  readonly by: 1 | -1
}

/**
 * The cheapest closed path through `cell` without `cell` itself: Dijkstra over rows and columns,
 * where a hidden cell costs nothing. There always is one, over the three totals of the cell.
 */
const cheapestPath = (
  grid: Grid,
  hidden: Uint8Array,
  moved: Float64Array,
  cell: number,
  step: 1 | -1
): ReadonlyArray<Move> => {
  const { rowCount, columnCount } = grid
  const row = Math.floor(cell / columnCount)
  const column = rowCount + (cell % columnCount)
  const nodeCount = rowCount + columnCount
  const cost = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY)
  const cameFrom = new Int32Array(nodeCount).fill(-1)
  const done = new Uint8Array(nodeCount)
  const goesUp = step * signOf(grid, cell) > 0
  const [from, to] = goesUp ? [column, row] : [row, column]
  cost[from] = 0
  for (let node = nearest(cost, done); node !== to; node = nearest(cost, done)) {
    done[node] = 1
    const isRow = node < rowCount
    const first = isRow ? rowCount : 0
    for (let next = first; next < first + (isRow ? columnCount : rowCount); next += 1) {
      const through = cellBetween(grid, node, next)
      const by = signOf(grid, through) * (isRow ? 1 : -1)
      if (through === cell || (by < 0 && moved[through] === 0)) continue
      const reached = cost[node]! + (hidden[through] === 1 ? 0 : priceOf(grid, through))
      if (reached >= cost[next]!) continue
      cost[next] = reached
      cameFrom[next] = node
    }
  }
  return movesTo(grid, cameFrom, from, to)
}

const movesTo = (
  grid: Grid,
  cameFrom: Int32Array,
  from: number,
  to: number
): ReadonlyArray<Move> => {
  const moves: Array<Move> = []
  for (let node = to; node !== from; node = cameFrom[node]!) {
    const before = cameFrom[node]!
    const cell = cellBetween(grid, before, node)
    const by = signOf(grid, cell) * (before < grid.rowCount ? 1 : -1) > 0 ? 1 : -1
    moves.push({ cell, by })
  }
  return moves
}

const nearest = (cost: Float64Array, done: Uint8Array): number => {
  let best = -1
  for (let node = 0; node < cost.length; node += 1) {
    if (done[node] === 0 && (best < 0 || cost[node]! < cost[best]!)) best = node
  }
  return best
}

/** The cell where a row and a column meet, given in either order. */
const cellBetween = (grid: Grid, one: number, other: number): number =>
  one < grid.rowCount
    ? one * grid.columnCount + (other - grid.rowCount)
    : other * grid.columnCount + (one - grid.rowCount)

/**
 * Totals count against their parts: with this sign on each cell, every row and column sums to zero,
 * so a closed path takes turns adding and subtracting.
 */
const signOf = (grid: Grid, cell: number): 1 | -1 =>
  isTotalRow(grid, cell) === isTotalColumn(grid, cell) ? 1 : -1

const isTotalRow = (grid: Grid, cell: number): boolean =>
  Math.floor(cell / grid.columnCount) === grid.rowCount - 1

const isTotalColumn = (grid: Grid, cell: number): boolean =>
  cell % grid.columnCount === grid.columnCount - 1

/** What hiding a cell loses: its count, and totals rather not, the grand total last. */
const priceOf = (grid: Grid, cell: number): number => {
  const everything = grid.counts[grid.counts.length - 1]! + 1
  const totals = Number(isTotalRow(grid, cell)) + Number(isTotalColumn(grid, cell))
  return grid.counts[cell]! + 1 + totals * everything
}
