/**
 * The customers inside a network, as rows of typed columns. Rows of those who left are used again,
 * so memory follows how many are inside at once. Columns are replaced when the table grows: never
 * keep one across `create`.
 */
import type { Reader } from "./snapshotReader.ts"
import type { Values, Writer } from "./snapshotWriter.ts"

/** What a customer is doing. */
export const OUTSIDE = 0
export const WAITING = 1
export const SERVED = 2
export const BLOCKED = 3

/** No timer is set, no work is left over. */
export const NONE = -1

/** Whole numbers, one column each; all start at 0. */
const wholes = [
  "classOf",
  "sourceOf",
  "visits",
  "stationOf",
  "serverOf",
  "visit",
  "level",
  "lane",
  "before",
  "behind",
  "nextStep",
  "raised",
  "blockedTo",
  "nextClass",
  "resampled",
  "dueClass"
] as const

/** Real numbers, one column each. */
const reals = [
  "arrivedAt",
  "waited",
  "joinedAt",
  "beganAt",
  "serviceLength",
  "priority",
  "rank",
  "order",
  "left",
  "endsAt",
  "finishTimer",
  "patienceTimer",
  "dueTimer",
  "stepTimer",
  "blockedOrder"
] as const

/** All columns with a number per row. */
const named = [...wholes, ...reals, "serialOf", "state", "isOverdue"] as const

/** Columns that hold -1, or {@link NONE}, for a customer of whom nothing else is known. */
const emptyWholes = ["stationOf", "serverOf", "lane", "raised", "blockedTo", "nextClass"] as const
const emptyReals = ["left", "finishTimer", "patienceTimer", "dueTimer", "stepTimer"] as const

/** The table of the customers inside. */
export class NetworkCustomers {
  /** Class, and source with the number within it in order of arrival. */
  classOf: Int32Array = new Int32Array(0)
  sourceOf: Int32Array = new Int32Array(0)
  serialOf: Uint32Array = new Uint32Array(0)
  /** When it came into the network, its waits so far, the stations it has finished. */
  arrivedAt: Float64Array = new Float64Array(0)
  waited: Float64Array = new Float64Array(0)
  visits: Int32Array = new Int32Array(0)
  /** Where it is (-1 outside), what it does there, and the server that it has (-1 none). */
  stationOf: Int32Array = new Int32Array(0)
  state: Uint8Array = new Uint8Array(0)
  serverOf: Int32Array = new Int32Array(0)
  /** How often it came to this station before. */
  visit: Int32Array = new Int32Array(0)
  /** When it joined this station, and when its service first began there (NaN before). */
  joinedAt: Float64Array = new Float64Array(0)
  beganAt: Float64Array = new Float64Array(0)
  serviceLength: Float64Array = new Float64Array(0)
  isOverdue: Uint8Array = new Uint8Array(0)
  /** Its priority here, and the place of that among the priorities of the station. */
  priority: Float64Array = new Float64Array(0)
  level: Int32Array = new Int32Array(0)
  /** Place in the queue: its lane (-1 none), neighbours or index there, rank, order of joining. */
  lane: Int32Array = new Int32Array(0)
  before: Int32Array = new Int32Array(0)
  behind: Int32Array = new Int32Array(0)
  rank: Float64Array = new Float64Array(0)
  order: Float64Array = new Float64Array(0)
  /** Work that is known before service begins (given, left over), -1 if none; end of service. */
  left: Float64Array = new Float64Array(0)
  endsAt: Float64Array = new Float64Array(0)
  /** Handles of pending events, -1 if none. */
  finishTimer: Float64Array = new Float64Array(0)
  patienceTimer: Float64Array = new Float64Array(0)
  dueTimer: Float64Array = new Float64Array(0)
  stepTimer: Float64Array = new Float64Array(0)
  /** The step of rising priority that comes next; the raise by deadline that it had (-1 none). */
  nextStep: Int32Array = new Int32Array(0)
  raised: Int32Array = new Int32Array(0)
  /** Where it is blocked towards, since which count of blockings, and as which class it goes on. */
  blockedTo: Int32Array = new Int32Array(0)
  blockedOrder: Float64Array = new Float64Array(0)
  nextClass: Int32Array = new Int32Array(0)
  /** Times its service was drawn again in this stay; the class whose deadline it has. */
  resampled: Int32Array = new Int32Array(0)
  dueClass: Int32Array = new Int32Array(0)
  /** Comings by row and station that can be visited again. */
  comings: Int32Array = new Int32Array(0)

  /** Customers inside. */
  count = 0
  private capacity = 0
  declare private readonly repeatCount: number
  private rowCount = 0
  private freeRow = -1

  /** A table that counts comings to `repeatCount` stations. */
  constructor(repeatCount: number, capacity = 256) {
    this.repeatCount = repeatCount
    this.grow(capacity)
  }

  /** Number of rows ever used. */
  get rowEnd(): number {
    return this.rowCount
  }

  /** A new customer from outside; what is not set here is as in a row never used. */
  create(source: number, serial: number, now: number): number {
    let row = this.freeRow
    if (row >= 0) this.freeRow = this.behind[row]!
    else {
      if (this.rowCount === this.capacity) this.grow(this.capacity * 2)
      row = this.rowCount++
    }
    this.count++
    this.sourceOf[row] = source
    this.serialOf[row] = serial
    this.arrivedAt[row] = now
    this.waited[row] = 0
    this.visits[row] = 0
    return row
  }

  /**
   * Lets the row of a customer who left be used again. It is at no station, in no line, has no
   * timer, no work left and no class to come: whoever ends these things says so.
   */
  destroy(row: number): void {
    if (this.isOverdue[row] === 1) {
      this.isOverdue[row] = 0
      this.raised[row] = -1
    }
    if (this.repeatCount > 0) this.forgetComings(row)
    this.behind[row] = this.freeRow
    this.freeRow = row
    this.count--
  }

  /** How often a customer came to a station (number `repeat` of those visited again) before. */
  come(row: number, repeat: number): number {
    const at = row * this.repeatCount + repeat
    return this.comings[at]!++
  }

  /** Writes the used rows. */
  save(writer: Writer): void {
    const { rowCount } = this
    writer.section("customers")
    writer.integer(rowCount)
    writer.integer(this.count)
    writer.integer(this.freeRow)
    for (const name of named) writer.array(this[name].subarray(0, rowCount))
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
    for (const name of named) fill(this[name], reader)
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

  private grow(count: number): void {
    const { capacity } = this
    for (const name of wholes) this[name] = copied(new Int32Array(count), this[name])
    for (const name of reals) this[name] = copied(new Float64Array(count), this[name])
    this.serialOf = copied(new Uint32Array(count), this.serialOf)
    this.state = copied(new Uint8Array(count), this.state)
    this.isOverdue = copied(new Uint8Array(count), this.isOverdue)
    this.comings = copied(new Int32Array(count * this.repeatCount), this.comings)
    for (const name of emptyWholes) this[name].fill(-1, capacity)
    for (const name of emptyReals) this[name].fill(NONE, capacity)
    this.capacity = count
  }
}

const copied = <Kind extends Values>(longer: Kind, values: Kind): Kind => {
  longer.set(values)
  return longer
}

const fill = (column: Values, reader: Reader): void => {
  if (column instanceof Float64Array) column.set(reader.array(Float64Array))
  else if (column instanceof Int32Array) column.set(reader.array(Int32Array))
  else if (column instanceof Uint32Array) column.set(reader.array(Uint32Array))
  else if (column instanceof Uint8Array) column.set(reader.array(Uint8Array))
}
