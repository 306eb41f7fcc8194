/**
 * Many equal stations in one object: a thousand desks of two clerks each. Like so many `Station`s, and
 * to the second the same, but their numbers lie side by side in memory, where a thousand objects
 * would lie scattered.
 */
import type * as Entities from "./Entities.ts"
import type { Reader } from "./internal/snapshotReader.ts"
import type { Writer } from "./internal/snapshotWriter.ts"
import { StationCore } from "./internal/stationCore.ts"
import type * as Kernel from "./Kernel.ts"
import type * as Tally from "./Tally.ts"

/**
 * What stations are made of.
 *
 * @category stations
 * @since 0.1.0
 */
export interface Options {
  /** The clock. */
  readonly kernel: Kernel.Kernel
  /** The table of those who come. */
  readonly entities: Entities.Entities
  /** Number of stations, from 1 up. */
  readonly count: number
  /** Number of servers of each, from 0 (everybody waits) up. */
  readonly serverCount: number
  /** Number of priority classes of each; class 0 goes first. One unless given. */
  readonly classCount?: number
  /**
   * Called when a server of a station begins with an entity, at once and within the call that made
   * it possible. `station` is the number of the station.
   */
  readonly onStart: (entity: number, server: number, station: number) => void
  /** Whether work can start from the beginning; true unless given. */
  readonly isOpen?: boolean
  /** Where the wait of everyone who starts is noted, in seconds; several may share one tally. */
  readonly waits?: Tally.Tally
}

/**
 * Equal stations, numbered from 0. Each one serves as a `Station` does.
 *
 * Every method takes the number of a station first, and throws a `RangeError` if there is none of
 * that number.
 *
 * @category stations
 * @since 0.1.0
 */
export class Stations extends StationCore {
  /** Number of stations. */
  declare readonly count: number

  declare private readonly onStart: Options["onStart"]

  /** Throws a `RangeError` if a count is no whole number, or no station or class is left. */
  constructor(options: Options) {
    const { count } = options
    if (!(Number.isInteger(count) && count >= 1)) {
      throw new RangeError(`A number of stations is a whole number from 1; got ${count}`)
    }
    super(options, count)
    this.count = count
    this.onStart = options.onStart
  }

  /** Number of those who wait at a station. */
  queueLengthOf(station: number): number {
    return this.waitingCountOf(this.checked(station))
  }

  /** Number of servers at work at a station. */
  busyServersOf(station: number): number {
    return this.busyCountOf(this.checked(station))
  }

  /** Whether work can start at a station. */
  isOpen(station: number): boolean {
    return this.isOpenAt(this.checked(station))
  }

  /**
   * An entity asks a station for service: it starts at once if it can, and waits in its class
   * otherwise.
   *
   * Throws a `RangeError` if the class does not exist, or the entity is absent or waits already.
   */
  request(station: number, entity: number, priorityClass = 0): void {
    this.requestAt(this.checked(station), entity, priorityClass)
  }

  /**
   * Moves a waiting entity to the end of a class; false if it does not wait at this station.
   *
   * It counts as waiting since it first asked. Throws a `RangeError` if the class does not exist.
   */
  reclass(station: number, entity: number, priorityClass: number): boolean {
    return this.reclassAt(this.checked(station), entity, priorityClass)
  }

  /** An entity stops waiting and goes away unserved; false if it does not wait at this station. */
  leave(station: number, entity: number): boolean {
    return this.leaveFrom(this.checked(station), entity)
  }

  /**
   * A server has finished: it takes the next who waits, if the station is open and the server
   * still available, and is idle otherwise.
   *
   * Throws a `RangeError` if the server is not at work.
   */
  release(station: number, server: number): void {
    this.releaseAt(this.checked(station), server)
  }

  /** Lets work start at a station from now on; idle servers take those who wait. */
  open(station: number): void {
    this.setOpenAt(this.checked(station), true)
  }

  /** Lets no more work start at a station; work in hand goes on. */
  close(station: number): void {
    this.setOpenAt(this.checked(station), false)
  }

  /**
   * Says whether a server is there. An absent one takes no new work and finishes what it has in
   * hand; one that comes back is idle from now on.
   *
   * Throws a `RangeError` for a server that does not exist.
   */
  setAvailable(station: number, server: number, isAvailable: boolean): void {
    this.setAvailableAt(this.checked(station), server, isAvailable)
  }

  /** Whether a server is there to take work. */
  isAvailable(station: number, server: number): boolean {
    return this.isAvailableAt(this.checked(station), server)
  }

  /** Whom a server serves, or -1. */
  servedBy(station: number, server: number): number {
    return this.servedAt(this.checked(station), server)
  }

  /** Whether an entity waits at a station. */
  isWaiting(station: number, entity: number): boolean {
    return this.isWaitingAt(this.checked(station), entity)
  }

  /** Seconds for which a server has worked up to now, since the start or the last reset. */
  busySecOf(station: number, server: number): number {
    return this.busySecAt(this.checked(station), server)
  }

  /** Counts the work at a station from now on, as at the end of a warm-up; work goes on. */
  resetBusy(station: number): void {
    this.resetBusyAt(this.checked(station))
  }

  /** Writes all stations, as a `Station` writes itself. */
  save(writer: Writer): void {
    writer.section("stations")
    for (const count of [this.count, this.serverCount, this.classCount]) writer.integer(count)
    for (let at = 0; at < this.count; at++) this.saveAt(writer, at)
  }

  /**
   * Becomes the stations of a snapshot; kernel and entities must be restored too. The reader refuses
   * other numbers of stations, servers or classes.
   */
  restore(reader: Reader): void {
    reader.section("stations")
    if (!reader.expect("count of stations", this.count)) return
    if (!reader.expect("count of servers", this.serverCount)) return
    if (!reader.expect("count of classes", this.classCount)) return
    for (let at = 0; at < this.count; at++) this.restoreAt(reader, at)
  }

  protected started(entity: number, server: number, at: number): void {
    this.onStart(entity, server, at)
  }

  private checked(station: number): number {
    if (!(station >>> 0 === station && station < this.count)) {
      throw stationError(station, this.count)
    }
    return station
  }
}

/**
 * Stations with all servers idle.
 *
 * ```ts
 * import { Entities, Kernel, Stations } from "@wangge/des"
 *
 * const kernel = Kernel.make()
 * const entities = Entities.make()
 * const done = kernel.on((desk) => desks.release(desk, 0))
 * const desks = Stations.make({
 *   kernel, entities, count: 3, serverCount: 1,
 *   onStart: (_entity, _server, desk) => { kernel.in(60, done, desk) }
 * })
 * for (const desk of [0, 2, 2]) desks.request(desk, entities.create())
 * desks.queueLengthOf(2) // => 1
 * kernel.run()
 * desks.busySecOf(2, 0) // => 120
 * ```
 *
 * @category stations
 * @since 0.1.0
 */
export const make = (options: Options): Stations => new Stations(options)

// Made out of line, so that the short way stays short enough to be inlined.
const stationError = (station: number, count: number): RangeError =>
  new RangeError(`A station is numbered 0 to ${count - 1}; got ${station}`)
