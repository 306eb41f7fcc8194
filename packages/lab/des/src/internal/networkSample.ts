/**
 * Values that a network run observes one per customer or busy period: count, sum and squares, how
 * many stayed up to given limits, and, for quantiles, all of them (8 bytes each) as long as they are
 * not too many; then only how many fell into each of narrow buckets.
 */

import type * as ObservationTable from "../ObservationTable.ts"
import * as Quantile from "../Quantile.ts"
import { Buckets } from "./networkBuckets.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

/**
 * Most values of which a quantile is exact; with more it is off by less than 1/4096 of its size.
 *
 * @source none: 2 MB, and more than 250,000 say less about a quantile than one part in a thousand
 */
export const KEPT_MAX = 250_000

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
  // All values, or the buckets that took their place; neither where no quantile is asked for.
  private values: Float64Array | null = null
  private buckets: Buckets | null = null
  private sorted: Float64Array | null = null
  private readonly marks: Array<number> = []
  private rows: Rows | null = null

  /** Keeps what `quantile` needs from now on; nothing was added before. */
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
    else if (this.buckets !== null) this.buckets.add(value)
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
    this.buckets?.mark()
  }

  /**
   * The quantile (definition 7 of Hyndman and Fan) between two marks (-1: the first value; the number
   * of marks: the last so far); NaN without values. Exact up to {@link KEPT_MAX} values in all.
   */
  quantile(probability: number, from: number, to: number): number {
    const { buckets, values } = this
    if (buckets !== null) return buckets.quantile(probability, from + 1, to + 1)
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
    writer.array(this.values?.subarray(0, this.count) ?? new Float64Array(0))
    writer.array(Float64Array.from(this.marks))
    writer.boolean(this.buckets !== null)
    this.buckets?.save(writer)
  }

  /** Becomes a sample that was written; limits and rows stay as they were asked for here. */
  restore(reader: Reader): void {
    this.count = reader.integer()
    this.sum = reader.number()
    this.squares = reader.number()
    for (const [place, hits] of reader.array(Float64Array).entries()) this.hits[place] = hits
    const values = reader.array(Float64Array)
    const isKept = this.values !== null || this.buckets !== null
    this.marks.splice(0, this.marks.length, ...reader.array(Float64Array))
    this.sorted = null
    const buckets = reader.boolean() ? new Buckets() : null
    buckets?.restore(reader)
    this.buckets = isKept ? buckets : null
    this.values = isKept && buckets === null ? new Float64Array(Math.max(64, values.length)) : null
    this.values?.set(values)
  }

  private store(values: Float64Array, value: number): void {
    if (this.count < values.length) {
      values[this.count] = value
      return
    }
    if (this.count >= KEPT_MAX) {
      this.buckets = bucketed(values, this.marks)
      this.buckets.add(value)
      this.values = null
      this.sorted = null
      return
    }
    const longer = new Float64Array(Math.min(KEPT_MAX, 2 * values.length))
    longer.set(values)
    longer[this.count] = value
    this.values = longer
  }
}

/** Values in buckets, with the marks that were set among them. */
const bucketed = (values: Float64Array, marks: ReadonlyArray<number>): Buckets => {
  const buckets = new Buckets()
  let added = 0
  const addUpTo = (count: number): void => {
    for (; added < count; added++) buckets.add(values[added]!)
  }
  for (const count of marks) {
    addUpTo(count)
    buckets.mark()
  }
  addUpTo(values.length)
  return buckets
}
