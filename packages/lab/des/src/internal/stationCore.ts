/**
 * What `Station` and `Stations` share: the order of service and the books, for a number of equal
 * stations. All numbers of a station lie side by side in the rows of `ServerTable`.
 */
import type * as Entities from "../Entities.ts"
import type * as Kernel from "../Kernel.ts"
import type * as Tally from "../Tally.ts"
import * as table from "./serverTable.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"
import { restoreStation, saveStation } from "./stationSnapshot.ts"

// Copies: to the engine, what is imported is no constant.
const { AVAILABLE, NEXT_IDLE, PREVIOUS_IDLE, ROW, SERVING, WAITING, WORKING } = table

/** The options that both have. */
export interface CoreOptions {
  readonly kernel: Kernel.Kernel
  readonly entities: Entities.Entities
  readonly serverCount: number
  readonly classCount?: number
  readonly isOpen?: boolean
  readonly waits?: Tally.Tally
}

/** Equal stations, numbered from 0; `at` is always the number of one. */
export abstract class StationCore {
  /** Number of servers of a station. */
  declare readonly serverCount: number
  /** Number of priority classes. */
  declare readonly classCount: number

  declare private readonly kernel: Kernel.Kernel
  declare private readonly entities: Entities.Entities
  declare private readonly askedSec: Entities.Column<Float64Array>
  declare private readonly waits: Tally.Tally | null
  declare private readonly firstLine: number
  declare private readonly table: table.ServerTable
  // Row of server 0 of station 0, and rows from one station to the next.
  declare private readonly firstRow: number
  declare private readonly rowStep: number

  /** Throws a `RangeError` if a count is no whole number, or no class is left. */
  constructor(options: CoreOptions, count: number) {
    const { serverCount, classCount = 1, isOpen = true } = options
    if (!(Number.isInteger(serverCount) && serverCount >= 0)) {
      throw new RangeError(`A number of servers is a whole number from 0; got ${serverCount}`)
    }
    if (!(Number.isInteger(classCount) && classCount >= 1)) {
      throw new RangeError(`A number of classes is a whole number from 1; got ${classCount}`)
    }
    this.serverCount = serverCount
    this.classCount = classCount
    this.kernel = options.kernel
    this.entities = options.entities
    this.waits = options.waits ?? null
    this.firstLine = options.entities.addLines(classCount * count)
    const books = table.booksOf(options.entities)
    this.askedSec = books.askedSec
    this.table = books.servers
    this.firstRow = this.table.add(serverCount, isOpen)
    this.rowStep = serverCount + 1
    for (let at = 1; at < count; at++) this.table.add(serverCount, isOpen)
  }

  /** A server of a station begins with an entity. */
  protected abstract started(entity: number, server: number, at: number): void

  protected waitingCountOf(at: number): number {
    return this.table.rows[this.anchorOf(at) + WAITING]!
  }

  protected busyCountOf(at: number): number {
    return this.table.rows[this.anchorOf(at) + WORKING]! >> 1
  }

  protected isOpenAt(at: number): boolean {
    return (this.table.rows[this.anchorOf(at) + WORKING]! & 1) === 1
  }

  protected requestAt(at: number, entity: number, priorityClass: number): void {
    const { rows } = this.table
    const anchor = this.anchorOf(at)
    const row = rows[anchor + NEXT_IDLE]!
    if (row << ROW !== anchor && (rows[anchor + WORKING]! & 1) === 1) {
      if (this.waits !== null) this.waits.add(0)
      this.removeIdle(row)
      this.begin(at, entity, row, anchor)
      return
    }
    this.entities.join(entity, this.lineOf(at, priorityClass))
    if (this.waits !== null) this.askedSec.values[entity] = this.kernel.now
    rows[anchor + WAITING] = rows[anchor + WAITING]! + 1
  }

  protected reclassAt(at: number, entity: number, priorityClass: number): boolean {
    const line = this.lineOf(at, priorityClass)
    if (!this.isWaitingAt(at, entity)) return false
    this.entities.unlink(entity)
    this.entities.join(entity, line)
    return true
  }

  protected leaveFrom(at: number, entity: number): boolean {
    if (!this.isWaitingAt(at, entity)) return false
    const anchor = this.anchorOf(at)
    this.entities.unlink(entity)
    this.table.rows[anchor + WAITING] = this.table.rows[anchor + WAITING]! - 1
    return true
  }

  protected releaseAt(at: number, server: number): void {
    const { rows, seconds } = this.table
    const row = this.rowOf(at, server)
    const own = row << ROW
    if (rows[own + SERVING]! < 0) throw idleError(server)
    rows[own + SERVING] = -1
    const worked = row << 1
    seconds[worked] = seconds[worked]! + (this.kernel.now - seconds[worked + 1]!)
    const anchor = this.anchorOf(at)
    const working = rows[anchor + WORKING]! - 2
    rows[anchor + WORKING] = working
    if (rows[own + AVAILABLE] === 0) return
    if ((working & 1) === 1 && rows[anchor + WAITING]! > 0) this.beginNext(at, row, anchor)
    else this.addIdle(row, anchor)
  }

  protected setOpenAt(at: number, isOpen: boolean): void {
    const anchor = this.anchorOf(at)
    const working = this.table.rows[anchor + WORKING]!
    this.table.rows[anchor + WORKING] = isOpen ? working | 1 : working & ~1
    if (isOpen) this.startIdle(at)
  }

  protected setAvailableAt(at: number, server: number, isAvailable: boolean): void {
    const row = this.rowOf(at, server)
    const { rows } = this.table
    if ((rows[(row << ROW) + AVAILABLE] === 1) === isAvailable) return
    rows[(row << ROW) + AVAILABLE] = isAvailable ? 1 : 0
    if (rows[(row << ROW) + SERVING]! >= 0) return
    if (!isAvailable) this.removeIdle(row)
    else {
      this.addIdle(row, this.anchorOf(at))
      this.startIdle(at)
    }
  }

  protected isAvailableAt(at: number, server: number): boolean {
    return this.table.rows[(this.rowOf(at, server) << ROW) + AVAILABLE] === 1
  }

  protected servedAt(at: number, server: number): number {
    return this.table.rows[(this.rowOf(at, server) << ROW) + SERVING]!
  }

  protected isWaitingAt(at: number, entity: number): boolean {
    const line = this.entities.lineOf(entity) - this.firstLine - at * this.classCount
    return line >= 0 && line < this.classCount
  }

  protected busySecAt(at: number, server: number): number {
    const row = this.rowOf(at, server)
    const { rows, seconds } = this.table
    const past = seconds[row << 1]!
    const isBusy = rows[(row << ROW) + SERVING]! >= 0
    return isBusy ? past + (this.kernel.now - seconds[(row << 1) + 1]!) : past
  }

  protected resetBusyAt(at: number): void {
    const first = this.firstRow + at * this.rowStep
    for (let row = first; row < first + this.serverCount; row++) {
      this.table.seconds[row << 1] = 0
      this.table.seconds[(row << 1) + 1] = this.kernel.now
    }
  }

  protected saveAt(writer: Writer, at: number): void {
    const first = this.firstRow + at * this.rowStep
    saveStation(writer, this.table, { first, anchor: first + this.serverCount })
  }

  protected restoreAt(reader: Reader, at: number): void {
    const first = this.firstRow + at * this.rowStep
    restoreStation(reader, this.table, { first, anchor: first + this.serverCount })
  }

  private begin(at: number, entity: number, row: number, anchor: number): void {
    const { rows, seconds } = this.table
    rows[(row << ROW) + SERVING] = entity
    seconds[(row << 1) + 1] = this.kernel.now
    rows[anchor + WORKING] = rows[anchor + WORKING]! + 2
    this.started(entity, row - (anchor >> ROW) + this.serverCount, at)
  }

  /** Begins with the first who waits; someone must wait. */
  private beginNext(at: number, row: number, anchor: number): void {
    const { entities, table } = this
    let line = this.firstLine + at * this.classCount
    let entity = entities.headOf(line)
    while (entity < 0) entity = entities.headOf(++line)
    entities.unlink(entity)
    table.rows[anchor + WAITING] = table.rows[anchor + WAITING]! - 1
    if (this.waits !== null) this.waits.add(this.kernel.now - this.askedSec.values[entity]!)
    this.begin(at, entity, row, anchor)
  }

  /** Idle servers take those who wait, as long as there are both. */
  private startIdle(at: number): void {
    const anchor = this.anchorOf(at)
    for (;;) {
      const row = this.table.rows[anchor + NEXT_IDLE]!
      const canStart = this.isOpenAt(at) && this.waitingCountOf(at) > 0
      if (!canStart || row << ROW === anchor) return
      this.removeIdle(row)
      this.beginNext(at, row, anchor)
    }
  }

  /** Puts a server last among the idle. */
  private addIdle(row: number, anchor: number): void {
    const { rows } = this.table
    const last = rows[anchor + PREVIOUS_IDLE]!
    rows[(last << ROW) + NEXT_IDLE] = row
    rows[(row << ROW) + PREVIOUS_IDLE] = last
    rows[(row << ROW) + NEXT_IDLE] = anchor >> ROW
    rows[anchor + PREVIOUS_IDLE] = row
  }

  /** Takes a server out from among the idle. */
  private removeIdle(row: number): void {
    const { rows } = this.table
    const next = rows[(row << ROW) + NEXT_IDLE]!
    const previous = rows[(row << ROW) + PREVIOUS_IDLE]!
    rows[(previous << ROW) + NEXT_IDLE] = next
    rows[(next << ROW) + PREVIOUS_IDLE] = previous
  }

  /** Where the numbers of a station's anchor begin. */
  private anchorOf(at: number): number {
    return (this.firstRow + at * this.rowStep + this.serverCount) << ROW
  }

  private rowOf(at: number, server: number): number {
    if (!(server >>> 0 === server && server < this.serverCount)) {
      throw serverError(server, this.serverCount)
    }
    return this.firstRow + at * this.rowStep + server
  }

  private lineOf(at: number, priorityClass: number): number {
    if (!(priorityClass >>> 0 === priorityClass && priorityClass < this.classCount)) {
      throw classError(priorityClass, this.classCount)
    }
    return this.firstLine + at * this.classCount + priorityClass
  }
}

// Errors are made out of line, so that the short way stays short enough to be inlined.
const idleError = (server: number): RangeError =>
  new RangeError(`A server that is at work can be released; got ${server}`)
const serverError = (server: number, count: number): RangeError =>
  new RangeError(`A server is numbered 0 to ${count - 1}; got ${server}`)
const classError = (priorityClass: number, count: number): RangeError =>
  new RangeError(`A class is numbered 0 to ${count - 1}; got ${priorityClass}`)
