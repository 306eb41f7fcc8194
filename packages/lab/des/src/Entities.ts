/**
 * The things that move through a model (customers, cases) as rows of typed columns. Rows of
 * things that left are used again, so memory follows how many are present at once, not how many
 * ever came. The waiting lines of all stations are lists through these rows: a thing waits in at
 * most one line at a time, and leaving from the middle costs no search.
 */

import { restoreRows, saveRows } from "./internal/entityRows.ts"
import type { Reader } from "./internal/snapshotReader.ts"
import type { Writer } from "./internal/snapshotWriter.ts"

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

/** How a column of one type makes a longer copy of itself, and goes into bytes and back. */
interface Keeping {
  readonly grow: (length: number) => void
  readonly save: (writer: Writer, length: number) => void
  readonly restore: (reader: Reader) => void
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
  private readonly columns: Array<Keeping> = []
  // Four numbers by entity, see above; by line its first and last.
  declare private rows: Int32Array
  private ends = new Int32Array(128).fill(-1)
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
      },
      save: (writer, length) => writer.array(column.values.subarray(0, length)),
      restore: (reader) => column.values.set(reader.array(Type))
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
    if (this.lineCount * 2 > this.ends.length) {
      this.ends = longer(this.ends, Math.max(this.lineCount * 2, this.ends.length * 2), -1)
    }
    return first
  }

  /** The line in which an entity waits, or -1 (-2 for a row that is not in use). */
  lineOf(entity: number): number {
    return this.rows[(entity << STRIDE) + LINE] ?? FREE
  }

  /** The first entity of a line, or -1. */
  headOf(line: number): number {
    return this.ends[2 * line]!
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
    const { ends } = this
    const tail = ends[2 * line + 1]!
    rows[row + LINE] = line
    rows[row + BEFORE] = tail
    rows[row + BEHIND] = -1
    if (tail >= 0) rows[(tail << STRIDE) + BEHIND] = entity
    else ends[2 * line] = entity
    ends[2 * line + 1] = entity
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
    else this.ends[2 * line] = behind
    if (behind >= 0) rows[(behind << STRIDE) + BEFORE] = before
    else this.ends[2 * line + 1] = before
  }

  /** Writes who is present, all columns and all lines. */
  save(writer: Writer): void {
    writer.section("entities")
    writer.integer(this.columns.length)
    writer.integer(this.lineCount)
    saveRows(writer, { rows: this.rows, count: this.rowCount, freeRow: this.freeRow })
    writer.array(this.ends.subarray(0, 2 * this.lineCount))
    for (const column of this.columns) column.save(writer, this.rowCount)
  }

  /**
   * Becomes the table of a snapshot, whose columns and lines (stations) must have been opened in the
   * same order: otherwise the reader refuses.
   */
  restore(reader: Reader): void {
    reader.section("entities")
    if (!reader.expect("count of columns", this.columns.length)) return
    if (!reader.expect("count of lines", this.lineCount)) return
    const { rows, count, free } = restoreRows(reader)
    while (this.capacity < count) this.grow()
    this.rows.fill(FREE)
    this.rows.set(rows)
    this.rowCount = count
    this.freeCount = free.length
    this.freeRow = free[0] ?? -1
    this.ends.set(reader.array(Int32Array))
    for (const column of this.columns) column.restore(reader)
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
