/**
 * What the recorder remembers of each customer in the network, in records by the engine's row.
 */
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

/** Records of the engine that the recorder reads: see networkCustomerRecords.ts. They may be replaced. */
export interface ObservedRows {
  readonly words: Int32Array
  readonly floats: Float64Array
}

/**
 * Where a customer stands: `JOINED` until its service first begins, `WAITING` when interrupted,
 * `BLOCKED` when it was served and cannot go on.
 */
export const NOWHERE = 0
export const JOINED = 1
export const SERVING = 2
export const WAITING = 3
export const SERVED = 4
export const BLOCKED = 5

/** What is known of its way, as bits. */
export const HAS_DEADLINE = 1
export const IS_OVERDUE = 2
export const HAS_WAITED = 4

// A record has four whole numbers, and a real one in the same memory.
const WORDS = 3
const FLOATS = 2
const STATE = 0
const FLAGS = 1
const CLASS_IN = 2
const SERVED_FOR = 2

/** The records. */
export class RowMemory {
  declare private words: Int32Array
  declare private floats: Float64Array
  private used = 0

  /** A memory of nobody yet. */
  constructor() {
    this.floats = new Float64Array(64 << FLOATS)
    this.words = new Int32Array(this.floats.buffer)
  }

  /** A customer arrives in the network. */
  arrive(row: number, classIndex: number, hasDeadline: boolean): void {
    if (row >= this.used) this.reach(row)
    const { words } = this
    const record = row << WORDS
    words[record + CLASS_IN] = classIndex
    words[record + FLAGS] = hasDeadline ? HAS_DEADLINE : 0
    this.floats[(row << FLOATS) + SERVED_FOR] = 0
  }

  /** A customer joins, is served, waits again, is blocked or leaves. */
  setState(row: number, state: number): void {
    if (row >= this.used) this.reach(row)
    this.words[(row << WORDS) + STATE] = state
  }

  /** What a customer does where it is. */
  stateOf(row: number): number {
    return row < this.used ? this.words[(row << WORDS) + STATE]! : NOWHERE
  }

  /** What is known of its way. */
  flagsOf(row: number): number {
    return this.words[(row << WORDS) + FLAGS]!
  }

  /** Something is known of its way from now on. */
  setFlag(row: number, flag: number): void {
    this.words[(row << WORDS) + FLAGS]! |= flag
  }

  /** Its class when it arrived. */
  classIn(row: number): number {
    return this.words[(row << WORDS) + CLASS_IN]!
  }

  /** Another service has ended. */
  addService(row: number, length: number): void {
    if (row >= this.used) this.reach(row)
    this.floats[(row << FLOATS) + SERVED_FOR]! += length
  }

  /** Sum of its services so far. */
  servedFor(row: number): number {
    return this.floats[(row << FLOATS) + SERVED_FOR]!
  }

  /** A customer is gone; equal states of a run have equal records. */
  forget(row: number): void {
    this.words[(row << WORDS) + STATE] = NOWHERE
    this.words[(row << WORDS) + FLAGS] = 0
  }

  /** How many rows are as asked. */
  count(isCounted: (row: number) => boolean): number {
    let count = 0
    for (let row = 0; row < this.used; row++) if (isCounted(row)) count++
    return count
  }

  /** Writes the used rows. */
  save(writer: Writer): void {
    const column = (field: number): Int32Array =>
      Int32Array.from({ length: this.used }, (_, row) => this.words[(row << WORDS) + field]!)
    writer.array(Uint8Array.from(column(STATE)))
    writer.array(Uint8Array.from(column(FLAGS)))
    writer.array(Uint16Array.from(column(CLASS_IN)))
    writer.array(Float64Array.from({ length: this.used }, (_, row) => this.servedFor(row)))
  }

  /** Becomes a memory that was written. */
  restore(reader: Reader): void {
    const states = reader.array(Uint8Array)
    const flags = reader.array(Uint8Array)
    const classes = reader.array(Uint16Array)
    const services = reader.array(Float64Array)
    this.used = 0
    if (states.length > 0) this.reach(states.length - 1)
    for (const [row, state] of states.entries()) {
      this.words[(row << WORDS) + STATE] = state
      this.words[(row << WORDS) + FLAGS] = flags[row] ?? 0
      this.words[(row << WORDS) + CLASS_IN] = classes[row] ?? 0
      this.floats[(row << FLOATS) + SERVED_FOR] = services[row] ?? 0
    }
  }

  private reach(row: number): void {
    this.used = row + 1
    const room = this.words.length >> WORDS
    if (row >= room) this.grow(Math.max(row + 1, 2 * room))
  }

  private grow(room: number): void {
    const floats = new Float64Array(room << FLOATS)
    const words = new Int32Array(floats.buffer)
    words.set(this.words)
    this.floats = floats
    this.words = words
  }
}
