/**
 * A station: numbered servers, and entities that wait for one in order of class and of joining.
 * It decides who is served next and by whom, and keeps the books; how long a service takes and
 * what follows it is the model's business, which hears of each start through `onStart` and says
 * `release` at each end. Any number of stations share one `Entities` table.
 */
import type * as Entities from "./Entities.ts"
import { booksOf, type ServerTable } from "./internal/serverTable.ts"
import type * as Kernel from "./Kernel.ts"
import type * as Tally from "./Tally.ts"

/**
 * What a station is made of.
 *
 * @category stations
 * @since 0.1.0
 */
export interface Options {
  /** The clock. */
  readonly kernel: Kernel.Kernel
  /** The table of those who come. */
  readonly entities: Entities.Entities
  /** Number of servers, from 0 (everybody waits) up. */
  readonly serverCount: number
  /** Number of priority classes; class 0 goes first. One unless given. */
  readonly classCount?: number
  /**
   * Called when a server begins with an entity, at once and within the call that made it possible.
   * `station` is the station itself, so that many stations can share one function.
   */
  readonly onStart: (entity: number, server: number, station: Station) => void
  /** A number of the model's own, such as an index; 0 unless given. */
  readonly tag?: number
  /** Whether work can start from the beginning; true unless given. */
  readonly isOpen?: boolean
  /** Where the wait of everyone who starts is noted, in seconds; stations may share one tally. */
  readonly waits?: Tally.Tally
}

/**
 * Servers and those who wait for them.
 *
 * Order of service: the lowest class first, and within a class whoever joined it first. No service
 * is interrupted. Of several idle servers the one that has been idle longest is taken; at the
 * start that is server 0. A server that becomes available counts as idle from then on. An open
 * station never has an idle available server and someone waiting at the same time.
 *
 * @category stations
 * @since 0.1.0
 */
export class Station {
  /** Number of servers. */
  declare readonly serverCount: number
  /** Number of priority classes. */
  declare readonly classCount: number
  /** The model's own number. */
  declare readonly tag: number
  /** Number of those who wait. */
  queueLength = 0
  /** Number of servers at work. */
  busyCount = 0

  declare private readonly kernel: Kernel.Kernel
  declare private readonly entities: Entities.Entities
  declare private readonly askedSec: Entities.Column<Float64Array>
  declare private readonly onStart: Options["onStart"]
  declare private readonly waits: Tally.Tally | null
  declare private readonly firstLine: number
  declare private readonly servers: ServerTable
  // Row of server 0 in the table, and the row behind the last server, which anchors the idle ones.
  declare private readonly firstRow: number
  declare private readonly anchor: number
  declare private isOpenNow: boolean

  /** Throws a `RangeError` if a count is no whole number, or no class is left. */
  constructor(options: Options) {
    const { serverCount, classCount = 1 } = options
    if (!(Number.isInteger(serverCount) && serverCount >= 0)) {
      throw new RangeError(`A number of servers is a whole number from 0; got ${serverCount}`)
    }
    if (!(Number.isInteger(classCount) && classCount >= 1)) {
      throw new RangeError(`A number of classes is a whole number from 1; got ${classCount}`)
    }
    this.serverCount = serverCount
    this.classCount = classCount
    this.tag = options.tag ?? 0
    this.kernel = options.kernel
    this.entities = options.entities
    this.onStart = options.onStart
    this.waits = options.waits ?? null
    this.firstLine = options.entities.addLines(classCount)
    const books = booksOf(options.entities)
    this.servers = books.servers
    this.askedSec = books.askedSec
    this.firstRow = this.servers.add(serverCount)
    this.anchor = this.firstRow + serverCount
    this.isOpenNow = options.isOpen ?? true
  }

  /** Whether work can start. */
  get isOpen(): boolean {
    return this.isOpenNow
  }

  /**
   * An entity asks for service: it starts at once if it can, and waits in its class otherwise.
   *
   * Throws a `RangeError` if the class does not exist, or the entity is absent or waits already.
   */
  request(entity: number, priorityClass = 0): void {
    if (this.isOpenNow) {
      const row = this.servers.firstIdle(this.anchor)
      if (row !== this.anchor) {
        this.servers.removeIdle(row)
        if (this.waits !== null) this.waits.add(0)
        this.begin(entity, row)
        return
      }
    }
    this.entities.join(entity, this.lineOf(priorityClass))
    this.askedSec.values[entity] = this.kernel.now
    this.queueLength++
  }

  /**
   * Moves a waiting entity to the end of a class; false if it does not wait here.
   *
   * It counts as waiting since it first asked. Throws a `RangeError` if the class does not exist.
   */
  reclass(entity: number, priorityClass: number): boolean {
    const line = this.lineOf(priorityClass)
    if (!this.isWaiting(entity)) return false
    this.entities.unlink(entity)
    this.entities.join(entity, line)
    return true
  }

  /** An entity stops waiting and goes away unserved; false if it does not wait here. */
  leave(entity: number): boolean {
    if (!this.isWaiting(entity)) return false
    this.entities.unlink(entity)
    this.queueLength--
    return true
  }

  /**
   * A server has finished: it takes the next who waits, if the station is open and the server
   * still available, and is idle otherwise.
   *
   * Throws a `RangeError` if the server is not at work.
   */
  release(server: number): void {
    const servers = this.servers
    const row = this.rowOf(server)
    if (!servers.end(row, this.kernel.now)) throw idleError(server)
    this.busyCount--
    if (!servers.isAvailable(row)) return
    if (this.queueLength > 0 && this.isOpenNow) this.beginNext(row)
    else servers.addIdle(row, this.anchor)
  }

  /** Lets work start from now on; idle servers take those who wait. */
  open(): void {
    this.isOpenNow = true
    this.startIdle()
  }

  /** Lets no more work start; work in hand goes on. */
  close(): void {
    this.isOpenNow = false
  }

  /**
   * Says whether a server is there. An absent one takes no new work and finishes what it has in
   * hand; one that comes back is idle from now on.
   *
   * Throws a `RangeError` for a server that does not exist.
   */
  setAvailable(server: number, isAvailable: boolean): void {
    const row = this.rowOf(server)
    if (this.servers.isAvailable(row) === isAvailable) return
    this.servers.setAvailable(row, isAvailable)
    if (this.servers.serving(row) >= 0) return
    if (!isAvailable) this.servers.removeIdle(row)
    else {
      this.servers.addIdle(row, this.anchor)
      this.startIdle()
    }
  }

  /** Whether a server is there to take work. */
  isAvailable(server: number): boolean {
    return this.servers.isAvailable(this.rowOf(server))
  }

  /** Whom a server serves, or -1. */
  servedBy(server: number): number {
    return this.servers.serving(this.rowOf(server))
  }

  /** Whether an entity waits at this station. */
  isWaiting(entity: number): boolean {
    const line = this.entities.lineOf(entity) - this.firstLine
    return line >= 0 && line < this.classCount
  }

  /** Seconds for which a server has worked up to now, since the start or the last reset. */
  busySecOf(server: number): number {
    return this.servers.busySec(this.rowOf(server), this.kernel.now)
  }

  /** Counts the work of all servers from now on, as at the end of a warm-up; work goes on. */
  resetBusy(): void {
    for (let row = this.firstRow; row < this.anchor; row++) {
      this.servers.reset(row, this.kernel.now)
    }
  }

  private begin(entity: number, row: number): void {
    this.servers.begin(row, entity, this.kernel.now)
    this.busyCount++
    this.onStart(entity, row - this.firstRow, this)
  }

  /** Begins with the first who waits; someone must wait. */
  private beginNext(row: number): void {
    const entities = this.entities
    let line = this.firstLine
    let entity = entities.headOf(line)
    while (entity < 0) entity = entities.headOf(++line)
    entities.unlink(entity)
    this.queueLength--
    if (this.waits !== null) {
      this.waits.add(this.kernel.now - this.askedSec.values[entity]!)
    }
    this.begin(entity, row)
  }

  /** Idle servers take those who wait, as long as there are both. */
  private startIdle(): void {
    for (;;) {
      const row = this.servers.firstIdle(this.anchor)
      if (!this.isOpenNow || this.queueLength === 0 || row === this.anchor) return
      this.servers.removeIdle(row)
      this.beginNext(row)
    }
  }

  private rowOf(server: number): number {
    if (!(server >>> 0 === server && server < this.serverCount)) {
      throw serverError(server, this.serverCount)
    }
    return this.firstRow + server
  }

  private lineOf(priorityClass: number): number {
    if (!(priorityClass >>> 0 === priorityClass && priorityClass < this.classCount)) {
      throw classError(priorityClass, this.classCount)
    }
    return this.firstLine + priorityClass
  }
}

/**
 * A station with its servers idle.
 *
 * ```ts
 * import { Entities, Kernel, Station, Tally } from "@wangge/des"
 *
 * const kernel = Kernel.make()
 * const entities = Entities.make()
 * const waits = Tally.make()
 * const done = kernel.on((server) => desk.release(server))
 * const desk = Station.make({
 *   kernel, entities, waits, serverCount: 1,
 *   onStart: (_entity, server) => { kernel.in(60, done, server) }
 * })
 * desk.request(entities.create())
 * desk.request(entities.create())
 * desk.queueLength // => 1
 * kernel.run()
 * desk.busySecOf(0) // => 120
 * waits.mean // => 30
 * ```
 *
 * @category stations
 * @since 0.1.0
 */
export const make = (options: Options): Station => new Station(options)

// Errors are made out of line, so that the short way stays short enough to be inlined.
const idleError = (server: number): RangeError =>
  new RangeError(`A server that is at work can be released; got ${server}`)
const serverError = (server: number, count: number): RangeError =>
  new RangeError(`A server is numbered 0 to ${count - 1}; got ${server}`)
const classError = (priorityClass: number, count: number): RangeError =>
  new RangeError(`A class is numbered 0 to ${count - 1}; got ${priorityClass}`)
