/**
 * What the recorder remembers of each customer in the network, in columns by the engine's row.
 */
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

/** Columns of the engine that the recorder reads, by row. */
export interface ObservedRows {
  readonly classOf: ArrayLike<number>
  readonly sourceOf: ArrayLike<number>
  readonly serialOf: ArrayLike<number>
  readonly arrivedAt: ArrayLike<number>
  readonly waited: ArrayLike<number>
  readonly joinedAt: ArrayLike<number>
  readonly serviceLength: ArrayLike<number>
}

/**
 * Where a customer stands: `joined` until its service first begins, `waiting` when interrupted,
 * `blocked` when it was served and cannot go on.
 */
export const rowState = {
  nowhere: 0,
  joined: 1,
  serving: 2,
  waiting: 3,
  served: 4,
  blocked: 5
} as const

/** What is known of its way, as bits. */
export const rowFlag = { deadline: 1, overdue: 2, waited: 4 } as const

/** The columns. */
export class RowMemory {
  stateOf = new Uint8Array(64)
  flags = new Uint8Array(64)
  /** Class at arrival in the network, and at the station where it is. */
  classIn = new Uint16Array(64)
  classAt = new Uint16Array(64)
  /** Sum of its services so far. */
  servedFor = new Float64Array(64)
  private used = 0

  /** A customer arrives in the network. */
  arrive(row: number, classIndex: number, hasDeadline: boolean): void {
    this.reach(row)
    this.classIn[row] = classIndex
    this.flags[row] = hasDeadline ? rowFlag.deadline : 0
    this.servedFor[row] = 0
  }

  /** A customer joins a station. */
  join(row: number, classIndex: number): void {
    this.reach(row)
    this.classAt[row] = classIndex
    this.stateOf[row] = rowState.joined
  }

  /** A customer is gone; equal states of a run have equal columns. */
  forget(row: number): void {
    this.stateOf[row] = rowState.nowhere
    this.flags[row] = 0
  }

  /** How many rows are as asked. */
  count(isCounted: (row: number) => boolean): number {
    let count = 0
    for (let row = 0; row < this.used; row++) if (isCounted(row)) count++
    return count
  }

  /** Writes the used rows. */
  save(writer: Writer): void {
    const { used } = this
    writer.array(this.stateOf.subarray(0, used))
    writer.array(this.flags.subarray(0, used))
    writer.array(this.classIn.subarray(0, used))
    writer.array(this.classAt.subarray(0, used))
    writer.array(this.servedFor.subarray(0, used))
  }

  /** Becomes a memory that was written. */
  restore(reader: Reader): void {
    const states = reader.array(Uint8Array)
    this.used = 0
    if (states.length > 0) this.reach(states.length - 1)
    this.stateOf.set(states)
    this.flags.set(reader.array(Uint8Array))
    this.classIn.set(reader.array(Uint16Array))
    this.classAt.set(reader.array(Uint16Array))
    this.servedFor.set(reader.array(Float64Array))
  }

  private reach(row: number): void {
    if (row < this.used) return
    this.used = row + 1
    if (row < this.stateOf.length) return
    const length = Math.max(row + 1, 2 * this.stateOf.length)
    this.stateOf = longer(this.stateOf, new Uint8Array(length))
    this.flags = longer(this.flags, new Uint8Array(length))
    this.classIn = longer(this.classIn, new Uint16Array(length))
    this.classAt = longer(this.classAt, new Uint16Array(length))
    this.servedFor = longer(this.servedFor, new Float64Array(length))
  }
}

const longer = <Values extends Uint8Array | Uint16Array | Float64Array>(
  from: Values,
  to: Values
): Values => {
  to.set(from)
  return to
}
