/**
 * Observations as a tidy table: one row per observation, with its replication, measure, class,
 * station and value, for statistics programs and notebooks. Names are numbered once, so a row takes
 * 18 bytes; with `onFull` the table is emptied whenever it is full and never grows.
 */
import { checkCount } from "./internal/argumentChecks.ts"

/**
 * The columns of a table, each as long as the table has rows.
 *
 * @category tables
 * @since 0.1.0
 */
export interface Columns {
  readonly replication: Uint32Array
  /** Places in {@link Columns.names}. */
  readonly measure: Uint16Array
  /** Places in {@link Columns.names}. */
  readonly class: Uint16Array
  /** Places in {@link Columns.names}. */
  readonly station: Uint16Array
  readonly value: Float64Array
  /** All names; the first is empty and means "of no particular one". */
  readonly names: ReadonlyArray<string>
}

/**
 * The names of the columns, in the order in which they are written.
 *
 * @source none: our own names
 * @category tables
 * @since 0.1.0
 */
export const header = ["replication", "measure", "class", "station", "value"] as const

/** Largest number of a name: codes are 16 bits wide. */
const NAME_MAX = 0xffff
/** Largest replication: 32 bits, as in `RandomStreams`. */
const REPLICATION_MAX = 0xffffffff
/** Rows in one piece of CSV. */
const PIECE_ROWS = 1024

/**
 * A table that rows are added to.
 *
 * @category tables
 * @since 0.1.0
 */
export class ObservationTable {
  private readonly numbers = new Map<string, number>([["", 0]])
  private readonly texts: Array<string> = [""]
  private readonly onFull: ((table: ObservationTable) => void) | undefined
  private replications: Uint32Array
  private readonly codes: [Uint16Array, Uint16Array, Uint16Array]
  private values: Float64Array
  private length = 0

  /** Use `ObservationTable.make`. */
  constructor(capacity: number, onFull: ((table: ObservationTable) => void) | undefined) {
    this.onFull = onFull
    this.replications = new Uint32Array(capacity)
    this.codes = [new Uint16Array(capacity), new Uint16Array(capacity), new Uint16Array(capacity)]
    this.values = new Float64Array(capacity)
  }

  /** Rows in the table now. */
  get count(): number {
    return this.length
  }

  /**
   * The number of a measure, class or station, for `add`; the same name has the same number.
   *
   * Throws a `RangeError` when there are more than 65,535 names.
   */
  code(name: string): number {
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    const code = this.texts.length
    if (code > NAME_MAX) throw new RangeError(`A table has at most ${NAME_MAX} names`)
    this.numbers.set(name, code)
    this.texts.push(name)
    return code
  }

  /**
   * Adds one row; measure, class and station are numbers from `code`, 0 for none.
   *
   * Allocates nothing unless the table grows. Throws a `RangeError` for a number that `code` never
   * gave, a replication outside 0 to 4,294,967,295, or a value that is not finite.
   */
  add(
    replication: number,
    measure: number,
    classCode: number,
    station: number,
    value: number
  ): void {
    this.check(replication, measure, classCode, station, value)
    const row = this.length
    if (row === this.values.length) this.grow()
    this.replications[row] = replication
    this.codes[0][row] = measure
    this.codes[1][row] = classCode
    this.codes[2][row] = station
    this.values[row] = value
    this.length = row + 1
    if (this.onFull !== undefined && this.length === this.values.length) {
      this.onFull(this)
      this.length = 0
    }
  }

  /** Hands what is left to `onFull` and empties the table; nothing where there is no `onFull`. */
  flush(): void {
    if (this.onFull === undefined || this.length === 0) return
    this.onFull(this)
    this.length = 0
  }

  /** A copy of the rows as columns. */
  columns(): Columns {
    return {
      replication: this.replications.slice(0, this.length),
      measure: this.codes[0].slice(0, this.length),
      class: this.codes[1].slice(0, this.length),
      station: this.codes[2].slice(0, this.length),
      value: this.values.slice(0, this.length),
      names: this.texts.slice()
    }
  }

  /**
   * The rows as CSV in pieces of about a thousand rows, so that the whole text is never in memory.
   *
   * Line ends are CRLF; numbers are the shortest text that reads back as the same number. A name that
   * a spreadsheet would take for a formula gets an apostrophe before it.
   *
   * @source RFC 4180, section 2; OWASP, CSV Injection
   */
  *csvPieces(options: { readonly hasHeader?: boolean } = {}): Iterable<string> {
    if (options.hasHeader ?? true) yield `${header.join(",")}\r\n`
    const cells = this.texts.map(cellOf)
    for (let start = 0; start < this.length; start += PIECE_ROWS) {
      let piece = ""
      const end = Math.min(this.length, start + PIECE_ROWS)
      for (let row = start; row < end; row++) piece += this.line(row, cells)
      yield piece
    }
  }

  private line(row: number, cells: ReadonlyArray<string>): string {
    const [measure, classCode, station] = this.codes
    return (
      `${this.replications[row]},${cells[measure[row]!]},${cells[classCode[row]!]},` +
      `${cells[station[row]!]},${this.values[row]}\r\n`
    )
  }

  private check(
    replication: number,
    measure: number,
    classCode: number,
    station: number,
    value: number
  ): void {
    if (replication >>> 0 !== replication) {
      throw new RangeError(
        `A replication is a whole number from 0 to ${REPLICATION_MAX}; got ${replication}`
      )
    }
    const nameCount = this.texts.length
    if (!(measure >>> 0 === measure && measure < nameCount)) throw codeError(measure)
    if (!(classCode >>> 0 === classCode && classCode < nameCount)) throw codeError(classCode)
    if (!(station >>> 0 === station && station < nameCount)) throw codeError(station)
    if (!Number.isFinite(value)) {
      throw new RangeError(`An observation is a finite number; got ${value}`)
    }
  }

  private grow(): void {
    const capacity = 2 * this.values.length
    const replications = new Uint32Array(capacity)
    replications.set(this.replications)
    this.replications = replications
    const values = new Float64Array(capacity)
    values.set(this.values)
    this.values = values
    for (let column = 0; column < 3; column++) {
      const codes = new Uint16Array(capacity)
      codes.set(this.codes[column]!)
      this.codes[column] = codes
    }
  }
}

/**
 * An empty table with room for `capacity` rows (4,096 unless given).
 *
 * Without `onFull` it grows: 18 bytes per row, up to three times that while it doubles. With it, it
 * stays at 18 bytes times `capacity`: whenever it is full, `onFull` gets it to write its rows away,
 * and it is emptied; call `flush` at the end. Throws a `RangeError` if `capacity` is no whole number
 * from 1.
 *
 * ```ts
 * import { ObservationTable } from "@wangge/des"
 *
 * const table = ObservationTable.make()
 * const [wait, desk] = [table.code("wait"), table.code("desk")]
 * table.add(0, wait, 0, desk, 12.5)
 * table.add(1, wait, 0, desk, 3)
 * const [header, rows] = table.csvPieces()
 * header // => "replication,measure,class,station,value\r\n"
 * rows // => "0,wait,,desk,12.5\r\n1,wait,,desk,3\r\n"
 * table.columns().value[0] // => 12.5
 * ```
 *
 * @source H. Wickham, "Tidy Data", Journal of Statistical Software 59(10), 2014 (one row per
 *   observation); the capacity is ours
 * @category tables
 * @since 0.1.0
 */
export const make = (
  options: { readonly capacity?: number; readonly onFull?: (table: ObservationTable) => void } = {}
): ObservationTable => {
  const { capacity = 4096, onFull } = options
  checkCount("A capacity", capacity, 1)
  return new ObservationTable(capacity, onFull)
}

const codeError = (code: number): RangeError =>
  new RangeError(`A name has a number that code() gave; got ${code}`)

const cellOf = (name: string): string => {
  const guarded = /^[=+\-@\t\r\n']/.test(name) ? `'${name}` : name
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
