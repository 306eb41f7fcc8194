/**
 * Values that a network run observes one per customer or busy period: count, sum and squares, how
 * many stayed up to given limits, and, for quantiles, all of them (8 bytes each).
 */

import type * as ObservationTable from "../ObservationTable.ts"
import * as Quantile from "../Quantile.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

/** Where each value goes as a row of its own. */
export interface Rows {
  readonly table: ObservationTable.ObservationTable
  readonly replication: number
  readonly measure: number
  readonly class: number
  readonly station: number
}

/** A growing sample. */
export class Sample {
  /** Number of values. */
  count = 0
  /** Their sum. */
  sum = 0
  /** Sum of their squares. */
  squares = 0
  private readonly limits: Array<number> = []
  private readonly hits: Array<number> = []
  private values: Float64Array | null = null
  private sorted: Float64Array | null = null
  private readonly marks: Array<number> = []
  private rows: Rows | null = null

  /** Keeps all values from now on, for `quantile`. */
  keepValues(): void {
    this.values ??= new Float64Array(64)
  }

  /** Counts the values up to a limit from now on; the place to ask `upTo` for. */
  keepLimit(limit: number): number {
    const known = this.limits.indexOf(limit)
    if (known >= 0) return known
    this.hits.push(0)
    return this.limits.push(limit) - 1
  }

  /** Writes each value into a table from now on. */
  keepRows(rows: Rows): void {
    this.rows = rows
  }

  /** Adds a value. */
  add(value: number): void {
    this.sum += value
    this.squares += value * value
    if (this.values !== null) this.store(this.values, value)
    this.count++
    for (let place = 0; place < this.limits.length; place++) {
      if (value <= this.limits[place]!) this.hits[place]!++
    }
    const { rows } = this
    if (rows !== null) {
      rows.table.add(rows.replication, rows.measure, rows.class, rows.station, value)
    }
  }

  /** How many were at most the limit with this place. */
  upTo(place: number): number {
    return this.hits[place]!
  }

  /** Ends a section. */
  mark(): void {
    this.marks.push(this.count)
  }

  /**
   * The quantile (definition 7 of Hyndman and Fan) between two marks (-1: the first value; the number
   * of marks: the last so far); NaN without values.
   */
  quantile(probability: number, from: number, to: number): number {
    const { values } = this
    if (values === null) return Number.NaN
    const start = from < 0 ? 0 : this.marks[from]!
    const end = to < this.marks.length ? this.marks[to]! : this.count
    if (start > 0 || end < this.count) {
      return Quantile.ofSorted(values.slice(start, end).sort(), probability)
    }
    if (this.sorted?.length !== this.count) this.sorted = values.slice(0, this.count).sort()
    return Quantile.ofSorted(this.sorted, probability)
  }

  /** Writes what was observed. */
  save(writer: Writer): void {
    writer.integer(this.count)
    writer.number(this.sum)
    writer.number(this.squares)
    writer.array(Float64Array.from(this.hits))
    writer.array((this.values ?? new Float64Array(0)).subarray(0, this.count))
    writer.array(Float64Array.from(this.marks))
  }

  /** Becomes a sample that was written; limits and rows stay as they were asked for here. */
  restore(reader: Reader): void {
    this.count = reader.integer()
    this.sum = reader.number()
    this.squares = reader.number()
    for (const [place, hits] of reader.array(Float64Array).entries()) this.hits[place] = hits
    const values = reader.array(Float64Array)
    if (this.values !== null) {
      this.values = new Float64Array(Math.max(64, values.length))
      this.values.set(values)
    }
    this.marks.splice(0, this.marks.length, ...reader.array(Float64Array))
    this.sorted = null
  }

  private store(values: Float64Array, value: number): void {
    if (this.count < values.length) {
      values[this.count] = value
      return
    }
    const longer = new Float64Array(2 * values.length)
    longer.set(values)
    longer[this.count] = value
    this.values = longer
  }
}
