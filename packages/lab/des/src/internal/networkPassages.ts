/**
 * Ways through the network, end to end, for those measures that were asked for. A cell belongs to one
 * class of arrival or to all of them.
 */
import * as records from "./networkCustomerRecords.ts"
import type { ObservedRows, RowMemory } from "./networkRows.ts"
import * as networkRows from "./networkRows.ts"
import type { Sample } from "./networkSample.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

// Copies: to the engine, what is imported is no constant.
const { HAS_DEADLINE, HAS_WAITED, IS_OVERDUE, JOINED } = networkRows
const { ARRIVED_AT, FLOATS, WAITED } = records

/** What is counted of ways through the network. */
export class PassageCell {
  wait: Sample | null = null
  sojourn: Sample | null = null
  service: Sample | null = null
  arrived = 0
  /** Known to have waited somewhere. */
  waited = 0
  lost = 0
  balked = 0
  gaveUp = 0
  /** With a deadline, and departed or overdue. */
  resolved = 0
  /** Of those, done before it. */
  inTime = 0
  /** Departed after the warm-up, done, whenever they came. */
  done = 0

  /** Writes the counts. */
  save(writer: Writer): void {
    const { arrived, balked, done, gaveUp, inTime, lost, resolved, waited } = this
    for (const count of [arrived, waited, lost, balked, gaveUp, resolved, inTime, done]) {
      writer.integer(count)
    }
  }

  /** Becomes a cell that was written. */
  restore(reader: Reader): void {
    this.arrived = reader.integer()
    this.waited = reader.integer()
    this.lost = reader.integer()
    this.balked = reader.integer()
    this.gaveUp = reader.integer()
    this.resolved = reader.integer()
    this.inTime = reader.integer()
    this.done = reader.integer()
  }
}

/** All ways through the network that count. */
export class PassageWatch {
  /** By class of arrival, the cells that it touches. */
  declare readonly cells: ReadonlyArray<Array<PassageCell>>
  declare private readonly rows: RowMemory
  declare private readonly hasDeadline: ReadonlyArray<boolean>
  /** Who arrived before does not count. */
  declare private readonly countFrom: number

  /** A watch of nobody yet; by class, whether customers come with a deadline. */
  constructor(rows: RowMemory, hasDeadline: ReadonlyArray<boolean>, countFrom: number) {
    this.rows = rows
    this.hasDeadline = hasDeadline
    this.countFrom = countFrom
    this.cells = hasDeadline.map(() => [])
  }

  /** Somebody arrives. */
  arrived(row: number, classIndex: number, now: number): void {
    this.rows.arrive(row, classIndex, this.hasDeadline[classIndex] === true)
    if (now < this.countFrom) return
    for (const cell of this.cells[classIndex]!) cell.arrived++
  }

  /** Somebody has waited. */
  waited(row: number, arrivedAt: number): void {
    const { rows } = this
    if ((rows.flagsOf(row) & HAS_WAITED) !== 0) return
    rows.setFlag(row, HAS_WAITED)
    if (arrivedAt < this.countFrom) return
    for (const cell of this.cells[rows.classIn(row)]!) cell.waited++
  }

  /** Somebody's deadline passes. */
  overdue(row: number, arrivedAt: number): void {
    this.rows.setFlag(row, IS_OVERDUE)
    if (arrivedAt < this.countFrom) return
    for (const cell of this.cells[this.rows.classIn(row)]!) cell.resolved++
  }

  /** Somebody leaves the network: done (0), lost (1), balked (2), gave up (3) or overdue (4). */
  departed(row: number, exit: number, customers: ObservedRows, now: number): void {
    const { countFrom, rows } = this
    const flags = rows.flagsOf(row)
    const isDue = (flags & HAS_DEADLINE) !== 0 && (flags & IS_OVERDUE) === 0
    const arrivedAt = customers.floats[(row << FLOATS) + ARRIVED_AT]!
    rows.forget(row)
    for (const cell of this.cells[rows.classIn(row)]!) {
      if (exit === 0 && now >= countFrom) cell.done++
      if (arrivedAt < countFrom) continue
      if (isDue) cell.resolved++
      if (exit === 0) {
        if (isDue) cell.inTime++
        cell.sojourn?.add(now - arrivedAt)
        cell.wait?.add(customers.floats[(row << FLOATS) + WAITED]!)
        cell.service?.add(rows.servedFor(row))
      } else if (exit === 1) cell.lost++
      else if (exit === 2) cell.balked++
      else if (exit === 3) cell.gaveUp++
    }
  }

  /** How many of those who count wait now, for the first time on their way; class -1: of all. */
  waitingCount(classIndex: number, { floats }: ObservedRows): number {
    const { countFrom, rows } = this
    return rows.count(
      (row) =>
        rows.stateOf(row) === JOINED &&
        (rows.flagsOf(row) & HAS_WAITED) === 0 &&
        (classIndex === -1 || rows.classIn(row) === classIndex) &&
        floats[(row << FLOATS) + ARRIVED_AT]! >= countFrom
    )
  }
}
