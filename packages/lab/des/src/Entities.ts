/**
 * The things that move through a model (customers, cases) as rows of typed columns. Rows of
 * things that left are used again, so memory follows how many are present at once, not how many
 * ever came. The waiting lines of all stations are lists through these rows: a thing waits in at
 * most one line at a time, and leaving from the middle costs no search.
 */

/**
 * A column of numbers, one per entity. Read and write `values[entity]`; the array is replaced when
 * the table grows, so never keep it across a `create`.
 *
 * @category stations
 * @since 0.1.0
 */
export interface Column<Values> {
  values: Values
}

/**
 * The typed arrays that a column can have.
 *
 * @category stations
 * @since 0.1.0
 */
export type ColumnValues = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array

/** How a column of one type makes a longer copy of itself. */
interface Growth {
  readonly grow: (length: number) => void
}

/** The line of an entity that waits nowhere. */
const NOWHERE = -1
/** The line of a row that is not in use. */
const FREE = -2

// Each entity has four numbers side by side: its line, its neighbours there, and the next free row.
const STRIDE = 2
const LINE = 0
const BEFORE = 1
const BEHIND = 2
const NEXT_FREE = 3

/**
 * A table of entities, numbered from 0 in order of first use.
 *
 * @category stations
 * @since 0.1.0
 */
export class Entities {
  declare private capacity: number
  private rowCount = 0
  private freeCount = 0
  private freeRow = -1
  private readonly columns: Array<Growth> = []
  // Four numbers by entity, see above; by line its two ends.
  declare private rows: Int32Array
  private heads = new Int32Array(64).fill(-1)
  private tails = new Int32Array(64).fill(-1)
  private lineCount = 0

  /** An empty table with room for `capacity` entities before it grows. */
  constructor(capacity = 1024) {
    if (!(Number.isInteger(capacity) && capacity > 0)) {
      throw new RangeError(`A capacity is a whole number above 0; got ${capacity}`)
    }
    this.capacity = capacity
    this.rows = new Int32Array(capacity << STRIDE).fill(FREE)
  }

  /** Number of entities present. */
  get count(): number {
    return this.rowCount - this.freeCount
  }

  /**
   * A new column, 0 in every row; a row that is used again keeps its old numbers until written.
   *
   * `Type` is the constructor of the typed array, for example `Float64Array`.
   */
  column<Values extends ColumnValues>(Type: new (length: number) => Values): Column<Values> {
    const column = { values: new Type(this.capacity) }
    this.columns.push({
      grow: (length) => {
        const values = new Type(length)
        values.set(column.values)
        column.values = values
      }
    })
    return column
  }

  /** Adds an entity and returns its row. */
  create(): number {
    let entity = this.freeRow
    if (entity >= 0) {
      this.freeRow = this.rows[(entity << STRIDE) + NEXT_FREE]!
      this.freeCount--
    } else {
      if (this.rowCount === this.capacity) this.grow()
      entity = this.rowCount++
    }
    this.rows[(entity << STRIDE) + LINE] = NOWHERE
    return entity
  }

  /**
   * Removes an entity; its row will be used again.
   *
   * Throws a `RangeError` if it is not present or still waits in a line.
   */
  destroy(entity: number): void {
    const row = entity << STRIDE
    if (this.rows[row + LINE] !== NOWHERE) {
      throw entityError(entity)
    }
    this.rows[row + LINE] = FREE
    this.rows[row + NEXT_FREE] = this.freeRow
    this.freeRow = entity
    this.freeCount++
  }

  /** Whether the entity is present. */
  isPresent(entity: number): boolean {
    return this.lineOf(entity) !== FREE
  }

  /** Opens `count` empty lines and returns the number of the first; the others follow it. */
  addLines(count: number): number {
    const first = this.lineCount
    this.lineCount += count
    if (this.lineCount > this.heads.length) {
      const length = Math.max(this.lineCount, this.heads.length * 2)
      this.heads = longer(this.heads, length, -1)
      this.tails = longer(this.tails, length, -1)
    }
    return first
  }

  /** The line in which an entity waits, or -1 (-2 for a row that is not in use). */
  lineOf(entity: number): number {
    return this.rows[(entity << STRIDE) + LINE] ?? FREE
  }

  /** The first entity of a line, or -1. */
  headOf(line: number): number {
    return this.heads[line]!
  }

  /** The entity behind another one in its line, or -1. */
  nextOf(entity: number): number {
    return this.rows[(entity << STRIDE) + BEHIND]!
  }

  /**
   * Puts an entity at the end of a line.
   *
   * Throws a `RangeError` if it is not present or waits already.
   */
  join(entity: number, line: number): void {
    const rows = this.rows
    const row = entity << STRIDE
    if (rows[row + LINE] !== NOWHERE) {
      throw entityError(entity)
    }
    const tail = this.tails[line]!
    rows[row + LINE] = line
    rows[row + BEFORE] = tail
    rows[row + BEHIND] = -1
    if (tail >= 0) rows[(tail << STRIDE) + BEHIND] = entity
    else this.heads[line] = entity
    this.tails[line] = entity
  }

  /** Takes an entity out of the line in which it waits; it must wait in one. */
  unlink(entity: number): void {
    const rows = this.rows
    const row = entity << STRIDE
    const line = rows[row + LINE]!
    const before = rows[row + BEFORE]!
    const behind = rows[row + BEHIND]!
    rows[row + LINE] = NOWHERE
    if (before >= 0) rows[(before << STRIDE) + BEHIND] = behind
    else this.heads[line] = behind
    if (behind >= 0) rows[(behind << STRIDE) + BEFORE] = before
    else this.tails[line] = before
  }

  private grow(): void {
    this.capacity *= 2
    this.rows = longer(this.rows, this.capacity << STRIDE, FREE)
    for (const column of this.columns) column.grow(this.capacity)
  }
}

/**
 * An empty table with room for `capacity` entities before it grows.
 *
 * ```ts
 * import { Entities } from "@wangge/des"
 *
 * const cases = Entities.make()
 * const raisedSec = cases.column(Float64Array)
 * const first = cases.create()
 * raisedSec.values[first] = 90
 * cases.count // => 1
 * ```
 *
 * @category stations
 * @since 0.1.0
 */
export const make = (capacity = 1024): Entities => new Entities(capacity)

const longer = (column: Int32Array, length: number, rest: number): Int32Array<ArrayBuffer> => {
  const copy = new Int32Array(length).fill(rest)
  copy.set(column)
  return copy
}

// Errors are made out of line, so that the short way stays short enough to be inlined.
const entityError = (entity: number): RangeError =>
  new RangeError(`An entity that is present and waits nowhere; got ${entity}`)
