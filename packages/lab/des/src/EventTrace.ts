/**
 * What happened in a network run, one row per event: time, event, customer, class, station and
 * server. For looking closely, for drawing, and for comparing two programs event by event. It holds a
 * bounded number of rows and then drops the later ones, or hands each full table to a function.
 */
import { checkCount } from "./internal/argumentChecks.ts"
import type { NetworkCustomers } from "./internal/networkCustomers.ts"
import type * as Network from "./Network.ts"

/**
 * What can happen, in no particular order. Append only: the place in the list is the code in columns.
 *
 * A customer `arrived` in the network, `joined` a station, `began` its service there, was
 * `interrupted` and `resumed`, `finished`; was `blocked` because the next station is full, and
 * `unblocked`; `left` the station; was `refused` for want of room; `balked`; `gaveUp` waiting; became
 * `overdue`; `departed` from the network. The number of `servers` on duty changed.
 *
 * @source none: our own names
 * @category traces
 * @since 0.1.0
 */
export const events = [
  "arrived",
  "joined",
  "began",
  "resumed",
  "interrupted",
  "finished",
  "blocked",
  "unblocked",
  "left",
  "refused",
  "balked",
  "gaveUp",
  "overdue",
  "departed",
  "servers"
] as const

/**
 * One of {@link events}.
 *
 * @category traces
 * @since 0.1.0
 */
export type Event = (typeof events)[number]

/**
 * Ways to depart, as rows of `departed` name them: after its last service, lost for want of room,
 * balked, gave up waiting, or left because it was overdue.
 *
 * @source none: our own names
 * @category traces
 * @since 0.1.0
 */
export const exits = ["done", "lost", "balked", "gaveUp", "overdue"] as const

/**
 * One row. What an event has nothing of is null.
 *
 * @category traces
 * @since 0.1.0
 */
export interface Row {
  readonly time: number
  readonly event: Event
  /** Id of the source that the customer came from. */
  readonly source: string | null
  /** Number of the customer within its source, from 0. */
  readonly customer: number | null
  readonly class: string | null
  readonly station: string | null
  /** Place of the server at the station, from 0. */
  readonly server: number | null
  /** Of `blocked` the station that is full, of `departed` one of {@link exits}, of `servers` how many. */
  readonly note: string | null
}

/**
 * The names of the columns, in the order in which they are written.
 *
 * @source none: our own names
 * @category traces
 * @since 0.1.0
 */
export const header = [
  "time",
  "event",
  "source",
  "customer",
  "class",
  "station",
  "server",
  "note"
] as const

/** Columns of whole numbers: event, source, customer, class, station, detail. */
const COLUMNS = 6
/** Rows in one piece of CSV. */
const PIECE_ROWS = 1024

/**
 * The rows of a run, in the order in which things happened.
 *
 * @category traces
 * @since 0.1.0
 */
export class EventTrace {
  /** Rows that came when there was no room for them any more. */
  droppedCount = 0
  declare private readonly sources: ReadonlyArray<string>
  declare private readonly classes: ReadonlyArray<string>
  declare private readonly stations: ReadonlyArray<string>
  declare private readonly capacity: number
  declare private readonly onFull: ((trace: EventTrace) => void) | null
  private times = new Float64Array(64)
  private cells = new Float64Array(64 * COLUMNS)
  private length = 0

  /** Use `EventTrace.make`. */
  constructor(options: Options) {
    const { sources, classes, stations } = options.network.declaration
    this.sources = sources.map(({ id }) => id)
    this.classes = classes.map(({ id }) => id)
    this.stations = stations.map(({ id }) => id)
    this.capacity = options.capacity ?? capacityDefault
    this.onFull = options.onFull ?? null
    checkCount("A capacity", this.capacity, 1)
  }

  /** Rows in the trace now. */
  get count(): number {
    return this.length
  }

  /** Adds a row; called by the run. Row -1 and station -1 are none. */
  add(
    observed: { readonly now: number; readonly customers: NetworkCustomers },
    event: Event,
    row: number,
    station: number,
    detail: number
  ): void {
    if (this.length >= this.capacity) {
      this.droppedCount++
      return
    }
    if (this.length === this.times.length) this.grow()
    const { customers } = observed
    const { cells, length } = this
    const cell = length * COLUMNS
    this.times[length] = observed.now
    cells[cell] = events.indexOf(event)
    cells[cell + 1] = row < 0 ? -1 : customers.sourceOf(row)
    cells[cell + 2] = row < 0 ? -1 : customers.serialOf(row)
    cells[cell + 3] = row < 0 ? -1 : customers.classOf(row)
    cells[cell + 4] = station
    cells[cell + 5] = detail
    this.length = length + 1
    if (this.onFull !== null && this.length === this.capacity) this.flush()
  }

  /** Hands what is left to `onFull` and empties the trace; nothing where there is no `onFull`. */
  flush(): void {
    if (this.onFull === null || this.length === 0) return
    this.onFull(this)
    this.length = 0
  }

  /** The rows as records. */
  *rows(): Iterable<Row> {
    for (let row = 0; row < this.length; row++) yield this.rowAt(row)
  }

  /**
   * The rows as CSV in pieces of about a thousand rows; line ends are CRLF, null is empty.
   *
   * @source RFC 4180, section 2
   */
  *csvPieces(options: { readonly hasHeader?: boolean } = {}): Iterable<string> {
    if (options.hasHeader ?? true) yield `${header.join(",")}\r\n`
    for (let start = 0; start < this.length; start += PIECE_ROWS) {
      let piece = ""
      const end = Math.min(this.length, start + PIECE_ROWS)
      for (let row = start; row < end; row++) piece += `${lineOf(this.rowAt(row))}\r\n`
      yield piece
    }
  }

  private rowAt(row: number): Row {
    const [event, source, customer, classIndex, station, detail] = this.cells.subarray(
      row * COLUMNS,
      (row + 1) * COLUMNS
    )
    const name = events[event!]!
    const isServing = name === "began" || name === "resumed" || name === "interrupted"
    return {
      time: this.times[row]!,
      event: name,
      source: this.sources[source!] ?? null,
      customer: customer! < 0 ? null : customer!,
      class: this.classes[classIndex!] ?? null,
      station: this.stations[station!] ?? null,
      server: isServing && detail! >= 0 ? detail! : null,
      note: this.noteOf(name, detail!)
    }
  }

  private noteOf(event: Event, detail: number): string | null {
    if (event === "blocked") return this.stations[detail] ?? null
    if (event === "departed") return exits[detail] ?? null
    return event === "servers" ? String(detail) : null
  }

  private grow(): void {
    const times = new Float64Array(2 * this.times.length)
    const cells = new Float64Array(times.length * COLUMNS)
    times.set(this.times)
    cells.set(this.cells)
    this.times = times
    this.cells = cells
  }
}

/**
 * How a trace is kept.
 *
 * @category traces
 * @since 0.1.0
 */
export interface Options {
  readonly network: Network.Network
  /** Rows that are kept; {@link capacityDefault} unless given. */
  readonly capacity?: number
  /** Gets the trace whenever it is full, and it is emptied afterwards; without it, later rows are dropped. */
  readonly onFull?: (trace: EventTrace) => void
}

/**
 * Rows that a trace keeps unless told otherwise; 56 bytes each.
 *
 * @source none: enough for tens of thousands of customers, and little memory
 * @category traces
 * @since 0.1.0
 */
export const capacityDefault = 262_144

/**
 * An empty trace for runs of a network; give it to `NetworkRun.make`.
 *
 * Throws a `RangeError` if the capacity is no whole number from 1.
 *
 * ```ts
 * import { EventTrace, Network, NetworkRun } from "@wangge/des"
 *
 * const arrivals = { kind: "given", times: [1, 2] } as const
 * const network = Network.make({
 *   sources: [{ id: "door", arrivals, to: "desk" }],
 *   stations: [{ id: "desk", servers: 1, service: { kind: "deterministic", value: 5 } }]
 * })
 * const trace = EventTrace.make({ network })
 * NetworkRun.make({ network, seed: 1, measures: [], horizon: 6, trace }).runToEnd()
 * Array.from(trace.rows(), ({ time, event, customer }) => `${time} ${event} ${customer}`)
 * // => ["1 arrived 0", "1 joined 0", "1 began 0", "2 arrived 1", "2 joined 1", "6 finished 0", "6 left 0", "6 began 1", "6 departed 0"]
 * ```
 *
 * @category traces
 * @since 0.1.0
 */
export const make = (options: Options): EventTrace => new EventTrace(options)

const lineOf = (row: Row): string =>
  header.map((name) => (row[name] === null ? "" : cellOf(String(row[name])))).join(",")

/** Names may hold commas; what a spreadsheet would take for a formula gets an apostrophe. */
const cellOf = (text: string): string => {
  const guarded = /^[=+@\t\r\n']/.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
