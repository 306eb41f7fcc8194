/**
 * A station: numbered servers, and entities that wait for one in order of class and of joining.
 * It decides who is served next and by whom, and keeps the books; how long a service takes and
 * what follows it is the model's business, which hears of each start through `onStart` and says
 * `release` at each end. Any number of stations share one `Entities` table.
 */
import type * as Entities from "./Entities.ts"
import type { Reader } from "./internal/snapshotReader.ts"
import type { Writer } from "./internal/snapshotWriter.ts"
import { StationCore } from "./internal/stationCore.ts"
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
export class Station extends StationCore {
  /** The model's own number. */
  declare readonly tag: number

  declare private readonly onStart: Options["onStart"]

  /** Throws a `RangeError` if a count is no whole number, or no class is left. */
  constructor(options: Options) {
    super(options, 1)
    this.tag = options.tag ?? 0
    this.onStart = options.onStart
  }

  /** Number of those who wait. */
  get queueLength(): number {
    return this.waitingCountOf(0)
  }

  /** Number of servers at work. */
  get busyCount(): number {
    return this.busyCountOf(0)
  }

  /** Whether work can start. */
  get isOpen(): boolean {
    return this.isOpenAt(0)
  }

  /**
   * An entity asks for service: it starts at once if it can, and waits in its class otherwise.
   *
   * Throws a `RangeError` if the class does not exist, or the entity is absent or waits already.
   */
  request(entity: number, priorityClass = 0): void {
    this.requestAt(0, entity, priorityClass)
  }

  /**
   * Moves a waiting entity to the end of a class; false if it does not wait here.
   *
   * It counts as waiting since it first asked. Throws a `RangeError` if the class does not exist.
   */
  reclass(entity: number, priorityClass: number): boolean {
    return this.reclassAt(0, entity, priorityClass)
  }

  /** An entity stops waiting and goes away unserved; false if it does not wait here. */
  leave(entity: number): boolean {
    return this.leaveFrom(0, entity)
  }

  /**
   * A server has finished: it takes the next who waits, if the station is open and the server
   * still available, and is idle otherwise.
   *
   * Throws a `RangeError` if the server is not at work.
   */
  release(server: number): void {
    this.releaseAt(0, server)
  }

  /** Lets work start from now on; idle servers take those who wait. */
  open(): void {
    this.setOpenAt(0, true)
  }

  /** Lets no more work start; work in hand goes on. */
  close(): void {
    this.setOpenAt(0, false)
  }

  /**
   * Says whether a server is there. An absent one takes no new work and finishes what it has in
   * hand; one that comes back is idle from now on.
   *
   * Throws a `RangeError` for a server that does not exist.
   */
  setAvailable(server: number, isAvailable: boolean): void {
    this.setAvailableAt(0, server, isAvailable)
  }

  /** Whether a server is there to take work. */
  isAvailable(server: number): boolean {
    return this.isAvailableAt(0, server)
  }

  /** Whom a server serves, or -1. */
  servedBy(server: number): number {
    return this.servedAt(0, server)
  }

  /** Whether an entity waits at this station. */
  isWaiting(entity: number): boolean {
    return this.isWaitingAt(0, entity)
  }

  /** Seconds for which a server has worked up to now, since the start or the last reset. */
  busySecOf(server: number): number {
    return this.busySecAt(0, server)
  }

  /** Counts the work of all servers from now on, as at the end of a warm-up; work goes on. */
  resetBusy(): void {
    this.resetBusyAt(0)
  }

  /**
   * Writes who serves whom, who is idle and for how long each worked; those who wait are in the
   * table of entities.
   */
  save(writer: Writer): void {
    writer.section("station")
    writer.integer(this.serverCount)
    writer.integer(this.classCount)
    this.saveAt(writer, 0)
  }

  /**
   * Becomes the station of a snapshot; kernel and entities must be restored too. The reader refuses
   * other numbers of servers or classes.
   */
  restore(reader: Reader): void {
    reader.section("station")
    if (!reader.expect("count of servers", this.serverCount)) return
    if (reader.expect("count of classes", this.classCount)) this.restoreAt(reader, 0)
  }

  protected started(entity: number, server: number): void {
    this.onStart(entity, server, this)
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
