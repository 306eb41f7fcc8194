/**
 * The customers inside a network, as records side by side. Rows of those who left are used again,
 * so memory follows how many are inside at once. The arrays are replaced when the table grows: never
 * keep one across `create`.
 */
import * as records from "./networkCustomerRecords.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

// Copies: to the engine, what is imported is no constant.
const { ARRIVED_AT, BEHIND, CLASS_OF, FLOATS, IS_OVERDUE, PRIORITY, RAISED, SERIAL_OF } = records
const { SERVER_OF, SERVICE_LENGTH, SOURCE_OF, STATE, STATION_OF, VISITS, WAITED, WORDS } = records

/** What a customer is doing. */
export const OUTSIDE = 0
export const WAITING = 1
export const SERVED = 2
export const BLOCKED = 3

/** No timer is set, no work is left over. */
export const NONE = -1

/** The table of the customers inside. */
export class NetworkCustomers {
  /** The records: see networkCustomerRecords.ts. */
  declare words: Int32Array
  declare floats: Float64Array
  /** Comings by row and station that can be visited again. */
  declare private comings: Int32Array

  /** Customers inside. */
  count = 0
  declare private capacity: number
  declare private readonly repeatCount: number
  private rowCount = 0
  private freeRow = -1

  /** A table that counts comings to `repeatCount` stations. */
  constructor(repeatCount: number, capacity = 256) {
    this.repeatCount = repeatCount
    this.words = new Int32Array(0)
    this.comings = new Int32Array(0)
    this.grow(capacity)
  }

  /** Number of rows ever used. */
  get rowEnd(): number {
    return this.rowCount
  }

  /** A new customer from outside; what is not set here is as in a row never used. */
  create(source: number, serial: number, now: number): number {
    let row = this.freeRow
    if (row >= 0) this.freeRow = this.words[(row << WORDS) + BEHIND]!
    else {
      if (this.rowCount === this.capacity) this.grow(this.capacity * 2)
      row = this.rowCount++
    }
    this.count++
    const { floats, words } = this
    const record = row << WORDS
    words[record + SOURCE_OF] = source
    words[record + SERIAL_OF] = serial
    words[record + VISITS] = 0
    floats[(row << FLOATS) + ARRIVED_AT] = now
    floats[(row << FLOATS) + WAITED] = 0
    return row
  }

  /**
   * Lets the row of a customer who left be used again. It is at no station, in no line, has no
   * timer, no work left and no class to come: whoever ends these things says so.
   */
  destroy(row: number): void {
    const { words } = this
    const record = row << WORDS
    if (words[record + IS_OVERDUE] === 1) {
      words[record + IS_OVERDUE] = 0
      words[record + RAISED] = -1
    }
    if (this.repeatCount > 0) this.forgetComings(row)
    words[record + BEHIND] = this.freeRow
    this.freeRow = row
    this.count--
  }

  /** How often a customer came to a station (number `repeat` of those visited again) before. */
  come(row: number, repeat: number): number {
    const at = row * this.repeatCount + repeat
    return this.comings[at]!++
  }

  // For those who are not in a hurry: traces, views, tests.

  /** Its class. */
  classOf(row: number): number {
    return this.words[(row << WORDS) + CLASS_OF]!
  }

  /** Its source. */
  sourceOf(row: number): number {
    return this.words[(row << WORDS) + SOURCE_OF]!
  }

  /** Its number within its source. */
  serialOf(row: number): number {
    return this.words[(row << WORDS) + SERIAL_OF]! >>> 0
  }

  /** Where it is, -1 outside. */
  stationOf(row: number): number {
    return this.words[(row << WORDS) + STATION_OF]!
  }

  /** What it does there. */
  stateOf(row: number): number {
    return this.words[(row << WORDS) + STATE]!
  }

  /** Its server, -1 if it has none. */
  serverOf(row: number): number {
    return this.words[(row << WORDS) + SERVER_OF]!
  }

  /** How many stations it has finished. */
  visitsOf(row: number): number {
    return this.words[(row << WORDS) + VISITS]!
  }

  /** When it came into the network. */
  arrivedAt(row: number): number {
    return this.floats[(row << FLOATS) + ARRIVED_AT]!
  }

  /** Its priority where it is. */
  priorityOf(row: number): number {
    return this.floats[(row << FLOATS) + PRIORITY]!
  }

  /** The length of its service where it is. */
  serviceOf(row: number): number {
    return this.floats[(row << FLOATS) + SERVICE_LENGTH]!
  }

  /** Writes the used rows. */
  save(writer: Writer): void {
    const { rowCount } = this
    writer.section("customers")
    writer.integer(rowCount)
    writer.integer(this.count)
    writer.integer(this.freeRow)
    records.saveRecords(writer, this.words, this.floats, rowCount)
    writer.array(this.comings.subarray(0, rowCount * this.repeatCount))
  }

  /**
   * Takes the rows of a snapshot. `repeats` gives for each of its counted stations the number here,
   * -1 if it is none; null if they are the same.
   */
  restore(reader: Reader, repeats: Int32Array | null): void {
    reader.section("customers")
    const rowCount = reader.integer()
    this.count = reader.integer()
    const freeRow = reader.integer()
    if (this.capacity < rowCount) this.grow(rowCount)
    records.restoreRecords(reader, this.words, this.floats)
    const comings = reader.array(Int32Array)
    if (repeats === null) this.comings.set(comings)
    else this.takeComings(comings, repeats, rowCount)
    this.rowCount = rowCount
    this.freeRow = freeRow
  }

  private takeComings(comings: Int32Array, repeats: Int32Array, rowCount: number): void {
    for (let row = 0; row < rowCount; row++) {
      for (const [old, repeat] of repeats.entries()) {
        if (repeat < 0) continue
        this.comings[row * this.repeatCount + repeat] = comings[row * repeats.length + old]!
      }
    }
  }

  private forgetComings(row: number): void {
    const from = row * this.repeatCount
    this.comings.fill(0, from, from + this.repeatCount)
  }

  private grow(capacity: number): void {
    this.floats = records.longerRecords(this.words, capacity)
    this.words = new Int32Array(this.floats.buffer)
    const comings = new Int32Array(capacity * this.repeatCount)
    comings.set(this.comings)
    this.comings = comings
    this.capacity = capacity
  }
}
