/**
 * The books of all stations that share one `Entities` table: whom each server serves, since when and
 * for how long in all, the idle ones as ring lists, and the counts of each station. Side by side in
 * two arrays, because a model with a thousand small stations spends its time on fetching memory.
 */

import type { Column, Entities } from "../Entities.ts"

/** A row is four whole numbers, and two floating-point ones in another array. */
export const ROW = 2
// A row per server: whom it serves (-1 nobody), its neighbours among the idle, and whether it is
// available (1) or not (0).
export const SERVING = 0
export const NEXT_IDLE = 1
export const PREVIOUS_IDLE = 2
export const AVAILABLE = 3
// And behind the servers of a station its anchor: how many wait, the ends of the ring of the idle, and
// twice the number of servers at work, plus 1 if work can start.
export const WAITING = 0
export const WORKING = 3

/** Rows of servers and anchors. */
export class ServerTable {
  /** Four whole numbers by row, see above. */
  rows = new Int32Array(64 << ROW)
  /** By row seconds of work done, and start of the work in hand. */
  seconds = new Float64Array(64 << 1)
  private rowCount = 0

  /** Adds a station with available servers, all idle, server 0 first; returns its first row. */
  add(serverCount: number, isOpen: boolean): number {
    const first = this.rowCount
    const anchor = first + serverCount
    this.rowCount = anchor + 1
    if (this.rowCount << ROW > this.rows.length) this.grow()
    const { rows } = this
    for (let row = first; row < anchor; row++) {
      rows[(row << ROW) + SERVING] = -1
      rows[(row << ROW) + AVAILABLE] = 1
      rows[(row << ROW) + NEXT_IDLE] = row + 1
      rows[(row << ROW) + PREVIOUS_IDLE] = row === first ? anchor : row - 1
    }
    rows[(anchor << ROW) + NEXT_IDLE] = first
    rows[(anchor << ROW) + PREVIOUS_IDLE] = serverCount === 0 ? anchor : anchor - 1
    rows[(anchor << ROW) + WAITING] = 0
    rows[(anchor << ROW) + WORKING] = isOpen ? 1 : 0
    return first
  }

  private grow(): void {
    const count = this.rowCount * 2
    const rows = new Int32Array(count << ROW)
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
