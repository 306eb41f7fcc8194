/**
 * A whole number that jumps (customers in queue, servers at work), as a network run observes it: its
 * area over time, and, where asked for, the time that it spent at each value.
 */
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

/** A level; counting starts at time 0, and anew at `restart`. */
export class Level {
  /** The level now. */
  value = 0
  private area = 0
  private changedAt = 0
  /** Time spent at each value, where that was asked for. */
  private times: Float64Array | null = null
  /** Copies of the times at the ends of the sections so far. */
  private readonly marks: Array<Float64Array> = []

  /** From now on, the time at each value is kept too. */
  keepTimes(): void {
    this.times ??= new Float64Array(16)
  }

  /** Changes the level. */
  add(difference: number, now: number): void {
    if (now !== this.changedAt) this.settle(now)
    this.value += difference
  }

  /** Sets the level. */
  set(value: number, now: number): void {
    if (value === this.value) return
    if (now !== this.changedAt) this.settle(now)
    this.value = value
  }

  /** Forgets the past; the level stays. */
  restart(now: number): void {
    this.area = 0
    this.times?.fill(0)
    this.changedAt = now
  }

  /** Level times time since the start of counting. Looking changes no later bit. */
  areaAt(now: number): number {
    return this.area + this.value * (now - this.changedAt)
  }

  /** Time spent at a value since the start of counting. */
  timeAt(value: number, now: number): number {
    const past = this.times?.[value] ?? 0
    return value === this.value ? past + (now - this.changedAt) : past
  }

  /** Ends a section. */
  mark(now: number): void {
    if (this.times !== null) this.marks.push(this.timesAt(now))
  }

  /**
   * The least value that the level does not pass for a share of the time, between two marks (-1: the
   * start of counting; the number of marks: now).
   */
  quantile(share: number, now: number, from: number, to: number): number {
    const times = to < this.marks.length ? this.marks[to]! : this.timesAt(now)
    const before = from < 0 ? null : this.marks[from]!
    const spent = times.map((time, value) => time - (before?.[value] ?? 0))
    const whole = spent.reduce((sum, time) => sum + time, 0)
    if (!(whole > 0)) return Number.NaN
    let sum = 0
    // Sums of times are off by some last digits, which must not cost a whole customer.
    return spent.findIndex((time) => {
      sum += time
      return sum >= whole * (share - 1e-12)
    })
  }

  /** Writes the level and its past. */
  save(writer: Writer): void {
    for (const number of [this.value, this.area, this.changedAt]) writer.number(number)
    writer.array(this.times === null ? new Float64Array(0) : this.times)
    writer.integer(this.marks.length)
    for (const mark of this.marks) writer.array(mark)
  }

  /** Becomes a level that was written. */
  restore(reader: Reader): void {
    this.value = reader.number()
    this.area = reader.number()
    this.changedAt = reader.number()
    const times = reader.array(Float64Array)
    this.times = times.length === 0 ? null : times
    this.marks.length = 0
    for (let left = reader.integer(); left > 0; left--) this.marks.push(reader.array(Float64Array))
  }

  private settle(now: number): void {
    const span = now - this.changedAt
    this.area += this.value * span
    if (this.times !== null) {
      if (this.value >= this.times.length) this.times = longer(this.times, this.value + 1)
      this.times[this.value]! += span
    }
    this.changedAt = now
  }

  /** A copy of the times up to now. */
  private timesAt(now: number): Float64Array {
    const times = longer(this.times ?? new Float64Array(0), this.value + 1)
    times[this.value]! += now - this.changedAt
    return times
  }
}

/** A copy of numbers with room for so many, or twice as many as there were. */
const longer = (numbers: Float64Array, length: number): Float64Array => {
  const copy = new Float64Array(
    length > numbers.length ? Math.max(length, 2 * numbers.length) : numbers.length
  )
  copy.set(numbers)
  return copy
}
