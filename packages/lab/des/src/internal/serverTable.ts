/**
 * The books of all servers of all stations that share one `Entities` table: whom each serves,
 * since when and for how long in all, and the idle ones as ring lists. Side by side in two arrays,
 * because a model with a thousand small stations spends its time on fetching memory.
 */

import type { Column, Entities } from "../Entities.ts"

// By server four numbers: whom it serves (-1 nobody), its neighbours among the idle, and whether it
// is available (1) or not (0).
const STRIDE = 2
const SERVING = 0
const NEXT_IDLE = 1
const PREVIOUS_IDLE = 2
const AVAILABLE = 3

/**
 * The servers of one table. A station takes a row per server and one more, the anchor of the ring of its
 * idle servers.
 */
export class ServerTable {
  private rows = new Int32Array(64 << STRIDE)
  // By server seconds of work done, and start of the work in hand.
  private seconds = new Float64Array(64 << 1)
  private rowCount = 0

  /** Adds available servers without work and their anchor; returns the first of these rows. */
  add(serverCount: number): number {
    const first = this.rowCount
    const anchor = first + serverCount
    this.rowCount = anchor + 1
    if (this.rowCount << STRIDE > this.rows.length) this.grow()
    for (let row = first; row <= anchor; row++) {
      this.rows[(row << STRIDE) + SERVING] = -1
      this.rows[(row << STRIDE) + AVAILABLE] = 1
    }
    this.rows[(anchor << STRIDE) + NEXT_IDLE] = anchor
    this.rows[(anchor << STRIDE) + PREVIOUS_IDLE] = anchor
    for (let row = first; row < anchor; row++) this.addIdle(row, anchor)
    return first
  }

  /** Whom a server serves, or -1. */
  serving(row: number): number {
    return this.rows[(row << STRIDE) + SERVING]!
  }

  /** A server begins to serve an entity. */
  begin(row: number, entity: number, nowSec: number): void {
    this.rows[(row << STRIDE) + SERVING] = entity
    this.seconds[(row << 1) + 1] = nowSec
  }

  /** A server ends its work in hand; false if it has none. */
  end(row: number, nowSec: number): boolean {
    if (this.rows[(row << STRIDE) + SERVING]! < 0) return false
    this.rows[(row << STRIDE) + SERVING] = -1
    const at = row << 1
    this.seconds[at] = this.seconds[at]! + (nowSec - this.seconds[at + 1]!)
    return true
  }

  /** Seconds of work up to now. */
  busySec(row: number, nowSec: number): number {
    const at = row << 1
    const past = this.seconds[at]!
    return this.serving(row) >= 0 ? past + (nowSec - this.seconds[at + 1]!) : past
  }

  /** Counts seconds of work from now on. */
  reset(row: number, nowSec: number): void {
    this.seconds[row << 1] = 0
    this.seconds[(row << 1) + 1] = nowSec
  }

  /** Whether a server is available. */
  isAvailable(row: number): boolean {
    return this.rows[(row << STRIDE) + AVAILABLE] === 1
  }

  /** Says whether a server is available; its place among the idle is the station's business. */
  setAvailable(row: number, isAvailable: boolean): void {
    this.rows[(row << STRIDE) + AVAILABLE] = isAvailable ? 1 : 0
  }

  /** The server that has been idle longest, or the anchor if none is idle. */
  firstIdle(anchor: number): number {
    return this.rows[(anchor << STRIDE) + NEXT_IDLE]!
  }

  /** Puts a server last among the idle. */
  addIdle(row: number, anchor: number): void {
    const rows = this.rows
    const last = rows[(anchor << STRIDE) + PREVIOUS_IDLE]!
    rows[(last << STRIDE) + NEXT_IDLE] = row
    rows[(row << STRIDE) + PREVIOUS_IDLE] = last
    rows[(row << STRIDE) + NEXT_IDLE] = anchor
    rows[(anchor << STRIDE) + PREVIOUS_IDLE] = row
  }

  /** Takes a server out from among the idle. */
  removeIdle(row: number): void {
    const rows = this.rows
    const next = rows[(row << STRIDE) + NEXT_IDLE]!
    const previous = rows[(row << STRIDE) + PREVIOUS_IDLE]!
    rows[(previous << STRIDE) + NEXT_IDLE] = next
    rows[(next << STRIDE) + PREVIOUS_IDLE] = previous
  }

  private grow(): void {
    const count = this.rowCount * 2
    const rows = new Int32Array(count << STRIDE)
    rows.set(this.rows)
    this.rows = rows
    const seconds = new Float64Array(count << 1)
    seconds.set(this.seconds)
    this.seconds = seconds
  }
}

/** What the stations of one `Entities` table keep together. */
interface StationBooks {
  readonly servers: ServerTable
  /** When each waiting entity asked for service, in seconds. */
  readonly askedSec: Column<Float64Array>
}

const books = new WeakMap<Entities, StationBooks>()

/** The books of the stations of a table; opened for its first station. */
export const booksOf = (entities: Entities): StationBooks => {
  const known = books.get(entities)
  if (known !== undefined) return known
  const opened = { servers: new ServerTable(), askedSec: entities.column(Float64Array) }
  books.set(entities, opened)
  return opened
}
