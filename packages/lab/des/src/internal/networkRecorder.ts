/**
 * What a network run is watched by: the engine calls one method per event, after its own columns
 * are up to date, and the recorder passes it on to the cells that were asked for, to the trace, and
 * to nobody else. What was not asked for costs a test and no more.
 *
 * Who counts: a visit to a station counts if the customer came to it at the end of the warm-up or
 * later, a way through the network if the customer arrived in it then or later; areas and rates count
 * from the end of the warm-up on. Levels are kept from the start, so that they are right from there.
 */
import type { EventTrace } from "../EventTrace.ts"
import type { Level } from "./networkLevel.ts"
import type { PassageCell, PassageWatch } from "./networkPassages.ts"
import { type ObservedRows, RowMemory, rowState } from "./networkRows.ts"
import type { Sample } from "./networkSample.ts"
import type { Duties, StationWatch, VisitCell } from "./networkWatch.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

/** What the recorder needs to know of the engine. */
export interface Observed extends Duties {
  readonly now: number
  /** Columns by row; they may be replaced when they grow. */
  readonly customers: ObservedRows
  readonly deadlock: { readonly at: number } | null
  /** Ends the run under way after the event in hand. */
  stop(): void
}

/** Watches one run. */
export class NetworkRecorder {
  /** By station; null where nothing was asked for. */
  readonly stations: Array<StationWatch | null> = []
  /** End to end; null where nothing was asked for. */
  passages: PassageWatch | null = null
  /** All levels, samples and cells, in the order in which they were asked for. */
  readonly levels: Array<Level> = []
  readonly samples: Array<Sample> = []
  readonly cells: Array<VisitCell | PassageCell> = []
  /** What was seen at given times; NaN before. */
  readonly seen: Array<number> = []
  readonly rows = new RowMemory()
  trace: EventTrace | null = null
  /** The end of the warm-up. */
  declare readonly countFrom: number
  /** Departures of customers that count, and how many of them stop the run under way. */
  departedCount = 0
  stopAfter = Number.POSITIVE_INFINITY
  /** When the last customer departed. */
  departedAt = 0

  /** Who is watched; set by `attach`. */
  declare private subject: Observed

  /** A recorder of nothing yet. */
  constructor(countFrom: number) {
    this.countFrom = countFrom
  }

  /** The engine says who it is, once, before its first event. */
  attach(observed: Observed): void {
    this.subject = observed
    for (const watch of this.stations) watch?.attach(observed)
  }

  /** When the network stood still for ever; NaN while it has not. */
  get deadlockedAt(): number {
    return this.subject.deadlock?.at ?? Number.NaN
  }

  /** The warm-up is over: areas count from now on. */
  startCounting(): void {
    for (const level of this.levels) level.restart(this.subject.now)
  }

  /** A section of the run is over. */
  mark(): void {
    for (const level of this.levels) level.mark(this.subject.now)
    for (const sample of this.samples) sample.mark()
  }

  /** A customer came into the network. */
  arrived(row: number): void {
    const { subject } = this
    if (this.trace !== null) this.trace.add(subject, "arrived", row, -1, -1)
    this.passages?.arrived(row, subject.customers.classOf[row]!, subject.now)
  }

  /** It joined a station. */
  joined(row: number, station: number): void {
    const { customers, now } = this.subject
    if (this.trace !== null) this.trace.add(this.subject, "joined", row, station, -1)
    const watch = this.stations[station]
    if (watch == null) return
    const classIndex = customers.classOf[row]!
    this.rows.join(row, classIndex)
    watch.join(classIndex, now)
    if (now < this.countFrom) return
    const cells = watch.visits[classIndex]!
    for (let place = 0; place < cells.length; place++) {
      cells[place]!.came++
      cells[place]!.joined++
    }
  }

  /** Its service there began for the first time. */
  began(row: number, station: number, server: number): void {
    const { customers, now } = this.subject
    if (this.trace !== null) this.trace.add(this.subject, "began", row, station, server)
    const watch = this.stations[station]
    if (watch == null) return
    const { rows } = this
    const classIndex = rows.classAt[row]!
    const joinedAt = customers.joinedAt[row]!
    rows.stateOf[row] = rowState.serving
    watch.serve(classIndex, now)
    if (now > joinedAt) this.passages?.waited(row, customers.arrivedAt[row]!)
    if (joinedAt < this.countFrom) return
    const cells = watch.visits[classIndex]!
    for (let place = 0; place < cells.length; place++) {
      const cell = cells[place]!
      if (now === joinedAt) cell.atOnce++
      if (cell.wait !== null) cell.wait.add(now - joinedAt)
    }
  }

  /** Its interrupted service went on, or began anew. */
  resumed(row: number, station: number, server: number): void {
    if (this.trace !== null) this.trace.add(this.subject, "resumed", row, station, server)
    const watch = this.stations[station]
    if (watch == null) return
    this.rows.stateOf[row] = rowState.serving
    watch.serve(this.rows.classAt[row]!, this.subject.now)
  }

  /** Its service was interrupted; it waits again. */
  interrupted(row: number, station: number, server: number): void {
    if (this.trace !== null) this.trace.add(this.subject, "interrupted", row, station, server)
    const watch = this.stations[station]
    if (watch == null) return
    this.rows.stateOf[row] = rowState.waiting
    watch.interrupt(this.rows.classAt[row]!, this.subject.now)
  }

  /** Its service ended. */
  finished(row: number, station: number): void {
    const { customers, now } = this.subject
    if (this.trace !== null) this.trace.add(this.subject, "finished", row, station, -1)
    const watch = this.stations[station]
    if (watch == null) return
    const { rows } = this
    const classIndex = rows.classAt[row]!
    const service = customers.serviceLength[row]!
    rows.stateOf[row] = rowState.served
    rows.servedFor[row]! += service
    watch.finish(classIndex, now)
    const isCounted = customers.joinedAt[row]! >= this.countFrom
    const cells = watch.visits[classIndex]!
    for (let place = 0; place < cells.length; place++) {
      const cell = cells[place]!
      if (now >= this.countFrom) cell.finished++
      if (isCounted && cell.service !== null) cell.service.add(service)
    }
  }

  /** It stays and holds its server, because `target` is full. */
  blocked(row: number, station: number, target: number): void {
    if (this.trace !== null) this.trace.add(this.subject, "blocked", row, station, target)
    const watch = this.stations[station]
    if (watch == null) return
    this.rows.stateOf[row] = rowState.blocked
    watch.block(this.rows.classAt[row]!, 1, this.subject.now)
  }

  /** It may go on. */
  unblocked(row: number, station: number): void {
    if (this.trace !== null) this.trace.add(this.subject, "unblocked", row, station, -1)
    const watch = this.stations[station]
    if (watch != null) this.release(watch, row)
  }

  /** It left the station, served or not. */
  leftStation(row: number, station: number): void {
    const { customers, now } = this.subject
    if (this.trace !== null) this.trace.add(this.subject, "left", row, station, -1)
    const watch = this.stations[station]
    if (watch == null) return
    const { rows } = this
    this.release(watch, row)
    const classIndex = rows.classAt[row]!
    const joinedAt = customers.joinedAt[row]!
    const state = rows.stateOf[row]!
    const isNew = state === rowState.joined
    rows.stateOf[row] = rowState.nowhere
    watch.leave(classIndex, isNew || state === rowState.waiting, now)
    if (isNew && now > joinedAt) this.passages?.waited(row, customers.arrivedAt[row]!)
    if (joinedAt < this.countFrom) return
    const cells = watch.visits[classIndex]!
    for (let place = 0; place < cells.length; place++) {
      const cell = cells[place]!
      if (state === rowState.served && cell.sojourn !== null) cell.sojourn.add(now - joinedAt)
      if (isNew && now === joinedAt) cell.atOnce++
    }
  }

  /** It found no room. */
  refused(row: number, station: number): void {
    if (this.trace !== null) this.trace.add(this.subject, "refused", row, station, -1)
    for (const cell of this.turnedAway(row, station)) {
      cell.came++
      cell.refused++
    }
  }

  /** It did not want to join. */
  balked(row: number, station: number): void {
    if (this.trace !== null) this.trace.add(this.subject, "balked", row, station, -1)
    for (const cell of this.turnedAway(row, station)) {
      cell.came++
      cell.balked++
    }
  }

  /** Its patience ended while it waited. */
  gaveUp(row: number, station: number): void {
    if (this.trace !== null) this.trace.add(this.subject, "gaveUp", row, station, -1)
    const watch = this.stations[station]
    if (watch == null || this.subject.customers.joinedAt[row]! < this.countFrom) return
    for (const cell of watch.visits[this.rows.classAt[row]!]!) cell.gaveUp++
  }

  /** Its deadline passed. */
  overdue(row: number): void {
    if (this.trace !== null) this.trace.add(this.subject, "overdue", row, -1, -1)
    this.passages?.overdue(row, this.subject.customers.arrivedAt[row]!)
  }

  /** It left the network; the row is free after this. */
  departed(row: number, exit: number): void {
    const { customers, now } = this.subject
    if (this.trace !== null) this.trace.add(this.subject, "departed", row, -1, exit)
    this.passages?.departed(row, exit, customers, now)
    this.departedAt = now
    if (customers.arrivedAt[row]! < this.countFrom) return
    if (++this.departedCount >= this.stopAfter) this.subject.stop()
  }

  /** So many servers are on duty from now on. */
  servers(station: number, onDuty: number): void {
    if (this.trace !== null) this.trace.add(this.subject, "servers", -1, station, onDuty)
    this.stations[station]?.setDuty(onDuty, this.subject.now)
  }

  /** Customers that count and wait now, for the first time on their way; class -1: all. */
  waitingCount(classIndex: number): number {
    return this.passages?.waitingCount(classIndex, this.subject.customers) ?? 0
  }

  /** Writes everything but trace and rows of observations. */
  save(writer: Writer): void {
    writer.section("recorder")
    writer.number(this.stopAfter)
    writer.integer(this.departedCount)
    writer.number(this.departedAt)
    writer.array(Float64Array.from(this.seen))
    this.rows.save(writer)
    for (const part of [...this.stations, ...this.levels, ...this.samples, ...this.cells]) {
      part?.save(writer)
    }
  }

  /** Becomes a recorder of the same measures that was written. */
  restore(reader: Reader): void {
    reader.section("recorder")
    this.stopAfter = reader.number()
    this.departedCount = reader.integer()
    this.departedAt = reader.number()
    for (const [place, value] of reader.array(Float64Array).entries()) this.seen[place] = value
    this.rows.restore(reader)
    for (const part of [...this.stations, ...this.levels, ...this.samples, ...this.cells]) {
      part?.restore(reader)
    }
  }

  private turnedAway(row: number, station: number): ReadonlyArray<VisitCell> {
    const watch = this.stations[station]
    const { customers, now } = this.subject
    if (watch == null || now < this.countFrom) return []
    return watch.visits[customers.classOf[row]!]!
  }

  private release(watch: StationWatch, row: number): void {
    const { rows } = this
    if (rows.stateOf[row] !== rowState.blocked) return
    rows.stateOf[row] = rowState.served
    watch.block(rows.classAt[row]!, -1, this.subject.now)
  }
}
