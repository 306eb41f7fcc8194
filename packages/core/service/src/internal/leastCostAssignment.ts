/**
 * Rows to columns, each column to one row at most: as many rows as possible, then at the least cost
 * (Hungarian method with shortest augmenting paths and potentials), in exact integers. Of all equally
 * good answers it gives the one that is first in the order of columns, row after row.
 */

/** The column of a row that stays empty. */
export const unassigned = -1

/** What the search keeps: prices of rows and columns, and who is where. */
interface Search {
  readonly rowCount: number
  readonly columnCount: number
  readonly cost: Float64Array
  readonly exitCost: number
  readonly rowPrice: Float64Array
  readonly columnPrice: Float64Array
  readonly columnOf: Int32Array
  readonly rowOf: Int32Array
  readonly distance: Float64Array
  readonly cameFrom: Int32Array
  readonly isDone: Uint8Array
}

/**
 * The column of each row, {@link unassigned} for none.
 *
 * `cost` has a whole number from 0 per cell, row after row, `Infinity` where the pair is impossible.
 * Throws a `RangeError` when costs are so large that sums would not be exact. Cost: rows squared
 * times columns at worst, far less where rows have many good columns.
 */
export const leastCost = (
  cost: Float64Array,
  rowCount: number,
  columnCount: number
): Int32Array => {
  const search = start(cost, rowCount, columnCount)
  for (let row = 0; row < rowCount; row++) augment(search, row)
  for (let row = 0; row < rowCount; row++) preferEarlier(search, row)
  return search.columnOf
}

const start = (cost: Float64Array, rowCount: number, columnCount: number): Search => {
  const most = cost.reduce(
    (max, one) => (one < Number.POSITIVE_INFINITY ? Math.max(max, one) : max),
    0
  )
  // dearer than anything that filling one more row can do to all others
  const exitCost = (most + 1) * (rowCount + 1)
  if (!Number.isSafeInteger(exitCost * (rowCount + 1) * 2)) {
    throw new RangeError(`Costs up to ${most} over ${rowCount} rows would not add up exactly`)
  }
  return {
    rowCount,
    columnCount,
    cost,
    exitCost,
    rowPrice: new Float64Array(rowCount),
    columnPrice: new Float64Array(columnCount),
    columnOf: new Int32Array(rowCount).fill(unassigned),
    rowOf: new Int32Array(columnCount).fill(unassigned),
    distance: new Float64Array(columnCount),
    cameFrom: new Int32Array(columnCount),
    isDone: new Uint8Array(columnCount)
  }
}

/**
 * Brings in one row along a shortest path, which ends at a free column or where a row on the way
 * (perhaps the new one) leaves empty-handed at the exit cost.
 */
const augment = (search: Search, start: number): void => {
  const { columnCount, distance, cameFrom, isDone, rowOf, rowPrice, exitCost } = search
  distance.fill(Number.POSITIVE_INFINITY)
  cameFrom.fill(unassigned)
  isDone.fill(0)
  let row = start
  let reached = 0
  let exitRow = start
  let exitAt = Number.POSITIVE_INFINITY
  let end = unassigned
  for (;;) {
    const leaving = reached + exitCost - rowPrice[row]!
    if (leaving < exitAt) {
      exitAt = leaving
      exitRow = row
    }
    relax(search, row, reached)
    const next = nearest(distance, isDone, columnCount)
    if (next === unassigned || distance[next]! > exitAt) break
    reached = distance[next]!
    isDone[next] = 1
    if (rowOf[next] === unassigned) {
      end = next
      break
    }
    row = rowOf[next]!
  }
  const total = end === unassigned ? exitAt : reached
  reprice(search, start, total)
  if (end === unassigned) leave(search, exitRow, start)
  else follow(search, end, start)
}

/** Shortens the ways to the columns over one more row. */
const relax = (search: Search, row: number, reached: number): void => {
  const { columnCount, cost, rowPrice, columnPrice, distance, cameFrom, isDone } = search
  const base = row * columnCount
  const price = reached - rowPrice[row]!
  for (let column = 0; column < columnCount; column++) {
    if (isDone[column] === 1) continue
    const way = price + cost[base + column]! - columnPrice[column]!
    if (way < distance[column]!) {
      distance[column] = way
      cameFrom[column] = row
    }
  }
}

const nearest = (distance: Float64Array, isDone: Uint8Array, columnCount: number): number => {
  let best = unassigned
  let least = Number.POSITIVE_INFINITY
  for (let column = 0; column < columnCount; column++) {
    if (isDone[column] === 0 && distance[column]! < least) {
      least = distance[column]!
      best = column
    }
  }
  return best
}

/** Moves the prices so that every pair stays at no less than its price, and pairs made at exactly it. */
const reprice = (search: Search, start: number, total: number): void => {
  const { columnCount, rowOf, rowPrice, columnPrice, distance, isDone } = search
  rowPrice[start]! += total
  for (let column = 0; column < columnCount; column++) {
    if (isDone[column] === 0) continue
    const saved = total - distance[column]!
    columnPrice[column]! -= saved
    const row = rowOf[column]!
    if (row !== unassigned) rowPrice[row]! += saved
  }
}

/** Gives every row on the way to `end` its new column. */
const follow = (search: Search, end: number, start: number): void => {
  const { cameFrom, columnOf, rowOf } = search
  let column = end
  for (;;) {
    const row = cameFrom[column]!
    const before = columnOf[row]!
    columnOf[row] = column
    rowOf[column] = row
    if (row === start) return
    column = before
  }
}

/** Lets `row` leave empty-handed, and gives its column to the one who came for it. */
const leave = (search: Search, row: number, start: number): void => {
  if (row === start) return
  const column = search.columnOf[row]!
  search.columnOf[row] = unassigned
  follow(search, column, start)
}

/**
 * Gives a row the first column that an equally good answer can give it, only later rows moving.
 *
 * All equally good answers use pairs at their price only, and fill every column with a price below 0.
 * So going from one to another is passing columns around in a ring; free columns at price 0, and the
 * empty hands of rows at the exit price, all hang on one `spare` member of the ring.
 */
const preferEarlier = (search: Search, row: number): void => {
  const { columnCount, columnOf } = search
  const held = columnOf[row]!
  const until = held === unassigned ? columnCount : held
  for (let column = 0; column < until; column++) {
    const holder = search.rowOf[column]!
    const isFixed = holder !== unassigned && holder < row
    if (isFixed || !isTight(search, row, column)) continue
    const ring = findRing(search, row, column)
    if (ring === undefined) continue
    pass(search, ring)
    return
  }
}

const isTight = (search: Search, row: number, column: number): boolean =>
  search.cost[row * search.columnCount + column]! ===
  search.rowPrice[row]! + search.columnPrice[column]!

/** Stands for whoever holds the free columns. */
const spare = -2

/** A way of passing columns around: `last` takes what `row` holds. */
interface Ring {
  readonly row: number
  readonly column: number
  readonly last: number
  /** Whom the spare member gives way to: a row, and the free column that it takes, if any. */
  readonly spareTo: { readonly row: number; readonly column: number }
}

/** The shortest ring that gives `column` to `row`; `undefined` if there is none. */
const findRing = (search: Search, row: number, column: number): Ring | undefined => {
  const { columnCount, columnOf, rowOf, rowPrice, columnPrice, cameFrom, isDone } = search
  const held = columnOf[row]!
  const takesHeld = (member: number): boolean => {
    if (member !== spare) return held !== unassigned && isTight(search, member, held)
    return held === unassigned || columnPrice[held] === 0
  }
  isDone.fill(0)
  isDone[column] = 1
  const first = rowOf[column] === unassigned ? spare : rowOf[column]!
  const queue = [first]
  let hasSpare = first === spare
  let spareTo = { row: unassigned, column }
  for (let at = 0; at < queue.length; at++) {
    const member = queue[at]!
    if (takesHeld(member)) return { row, column, last: member, spareTo }
    for (let next = 0; next < columnCount; next++) {
      if (isDone[next] === 1 || next === held) continue
      const holder = rowOf[next]!
      if (holder !== unassigned && holder < row) continue
      const fits = member === spare ? columnPrice[next] === 0 : isTight(search, member, next)
      if (!fits) continue
      if (holder !== unassigned) {
        isDone[next] = 1
        cameFrom[next] = member
        queue.push(holder)
      } else if (member !== spare && !hasSpare) {
        hasSpare = true
        spareTo = { row: member, column: next }
        queue.push(spare)
      }
    }
    if (member !== spare && !hasSpare && rowPrice[member] === search.exitCost) {
      hasSpare = true
      spareTo = { row: member, column: unassigned }
      queue.push(spare)
    }
    if (member === spare) for (const idle of idleAfter(search, row)) queue.push(idle)
  }
  return undefined
}

/** The later rows that hold no column. */
const idleAfter = ({ rowCount, columnOf }: Search, row: number): ReadonlyArray<number> =>
  Array.from({ length: rowCount - row - 1 }, (_, index) => row + 1 + index).filter(
    (other) => columnOf[other] === unassigned
  )

/** Passes the columns around a ring, from the one that `row` gives up back to the one it gets. */
const pass = (search: Search, ring: Ring): void => {
  const { columnOf, rowOf, cameFrom } = search
  let member = ring.last
  let taken = columnOf[ring.row]!
  for (;;) {
    if (member === spare) {
      if (taken !== unassigned) rowOf[taken] = unassigned
      if (ring.spareTo.row === unassigned) break
      member = ring.spareTo.row
      taken = ring.spareTo.column
    } else {
      const before = columnOf[member]!
      columnOf[member] = taken
      if (taken !== unassigned) rowOf[taken] = member
      if (before === ring.column) break
      member = before === unassigned ? spare : cameFrom[before]!
      taken = before
    }
  }
  columnOf[ring.row] = ring.column
  rowOf[ring.column] = ring.row
}
