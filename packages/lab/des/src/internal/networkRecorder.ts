/**
 * What a network run is watched by: the engine calls one method per event, after its own records are
 * up to date, and the recorder passes it on to the cells that were asked for and to the trace.
 *
 * Who counts: a visit to a station counts if the customer came to it at the end of the warm-up or
 * later, a way through the network if the customer arrived in it then or later; areas and rates count
 * from the end of the warm-up on. Levels are kept from the start, so that they are right from there.
 */
import type { EventTrace } from "../EventTrace.ts"
import * as records from "./networkCustomerRecords.ts"
import type { Level } from "./networkLevel.ts"
import type { Observed } from "./networkObserved.ts"
import type { PassageCell, PassageWatch } from "./networkPassages.ts"
import * as networkRows from "./networkRows.ts"
import type { Sample } from "./networkSample.ts"
import { compileTasks, type Tasks } from "./networkTasks.ts"
import type { StationWatch, VisitCell } from "./networkWatch.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

// Copies: to the engine, what is imported is no constant.
const { ARRIVED_AT, CLASS_OF, FLOATS, JOINED_AT, SERVICE_LENGTH, WORDS } = records
const { BLOCKED, JOINED, NOWHERE, SERVED, SERVING, WAITING } = networkRows

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
  readonly rows = new networkRows.RowMemory()
  trace: EventTrace | null = null
  /** The end of the warm-up. */
  declare readonly countFrom: number
  /** Departures of customers that count, and how many of them stop the run under way. */
  departedCount = 0
  stopAfter = Number.POSITIVE_INFINITY
  /** When the last customer departed. */
  departedAt = 0

  /** Set before the run: classes, and whether waits and services on the way are asked for. */
  classCount = 1
  isWaitKept = false
  isServiceKept = false
  // By station and class what is to be done there; set by `attach`.
  private tasks: ReadonlyArray<Tasks | null> = []
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
    this.tasks = compileTasks(this)
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
    if (this.trace !== null) this.trace.add(this.subject, "arrived", row, -1, -1)
    this.passages?.arrived(row, this.classOf(row), this.subject.now)
  }

  /** It joined a station. */
  joined(row: number, station: number): void {
    const { now } = this.subject
    if (this.trace !== null) this.trace.add(this.subject, "joined", row, station, -1)
    const tasks = this.tasksOf(row, station)
    if (tasks == null || !tasks.isWhole) return
    this.rows.setState(row, JOINED)
    tasks.watch.join(tasks.classIndex, now)
    if (now < this.countFrom) return
    for (let place = 0; place < tasks.visits.length; place++) {
      tasks.visits[place]!.came++
      tasks.visits[place]!.joined++
    }
  }

  /** Its service there began for the first time. */
  began(row: number, station: number, server: number): void {
    const { customers, now } = this.subject
    if (this.trace !== null) this.trace.add(this.subject, "began", row, station, server)
    const tasks = this.tasksOf(row, station)
    if (tasks == null) return
    const { busy, visits, waits } = tasks
    const joinedAt = customers.floats[(row << FLOATS) + JOINED_AT]!
    if (tasks.isWhole) {
      this.rows.setState(row, SERVING)
      tasks.watch.serve(tasks.classIndex, now)
      const arrivedAt = customers.floats[(row << FLOATS) + ARRIVED_AT]!
      if (this.isWaitKept && now > joinedAt) this.passages?.waited(row, arrivedAt)
      if (now === joinedAt && joinedAt >= this.countFrom) {
        for (let place = 0; place < visits.length; place++) visits[place]!.atOnce++
      }
    } else for (let place = 0; place < busy.length; place++) busy[place]!.add(1, now)
    if (joinedAt < this.countFrom) return
    for (let place = 0; place < waits.length; place++) waits[place]!.add(now - joinedAt)
  }

  /** Its interrupted service went on, or began anew. */
  resumed(row: number, station: number, server: number): void {
    if (this.trace !== null) this.trace.add(this.subject, "resumed", row, station, server)
    this.rows.setState(row, SERVING)
    this.stations[station]?.serve(this.classOf(row), this.subject.now)
  }

  /** Its service was interrupted; it waits again. */
  interrupted(row: number, station: number, server: number): void {
    if (this.trace !== null) this.trace.add(this.subject, "interrupted", row, station, server)
    this.rows.setState(row, WAITING)
    this.stations[station]?.interrupt(this.classOf(row), this.subject.now)
  }

  /** Its service ended. */
  finished(row: number, station: number): void {
    const { customers, now } = this.subject
    if (this.trace !== null) this.trace.add(this.subject, "finished", row, station, -1)
    const tasks = this.tasksOf(row, station)
    if (tasks == null) return
    const { busy, services, visits } = tasks
    const service = customers.floats[(row << FLOATS) + SERVICE_LENGTH]!
    if (this.isServiceKept) this.rows.addService(row, service)
    if (tasks.isWhole) {
      this.rows.setState(row, SERVED)
      tasks.watch.finish(tasks.classIndex, now)
      if (now >= this.countFrom) {
        for (let place = 0; place < visits.length; place++) visits[place]!.finished++
      }
    } else for (let place = 0; place < busy.length; place++) busy[place]!.add(-1, now)
    if (customers.floats[(row << FLOATS) + JOINED_AT]! < this.countFrom) return
    for (let place = 0; place < services.length; place++) services[place]!.add(service)
  }

  /** It stays and holds its server, because `target` is full. */
  blocked(row: number, station: number, target: number): void {
    if (this.trace !== null) this.trace.add(this.subject, "blocked", row, station, target)
    this.rows.setState(row, BLOCKED)
    this.stations[station]?.block(this.classOf(row), 1, this.subject.now)
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
    const tasks = this.tasksOf(row, station)
    if (tasks == null || !tasks.isWhole) return
    const { visits, watch } = tasks
    this.release(watch, row)
    const joinedAt = customers.floats[(row << FLOATS) + JOINED_AT]!
    const state = this.rows.stateOf(row)
    const isNew = state === JOINED
    this.rows.setState(row, NOWHERE)
    watch.leave(tasks.classIndex, isNew || state === WAITING, now)
    const arrivedAt = customers.floats[(row << FLOATS) + ARRIVED_AT]!
    if (this.isWaitKept && isNew && now > joinedAt) this.passages?.waited(row, arrivedAt)
    if (joinedAt < this.countFrom) return
    for (let place = 0; place < visits.length; place++) {
      const cell = visits[place]!
      if (state === SERVED && cell.sojourn !== null) cell.sojourn.add(now - joinedAt)
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
    if (
      watch == null ||
      this.subject.customers.floats[(row << FLOATS) + JOINED_AT]! < this.countFrom
    )
      return
    for (const cell of watch.visits[this.classOf(row)]!) cell.gaveUp++
  }

  /** Its deadline passed. */
  overdue(row: number): void {
    if (this.trace !== null) this.trace.add(this.subject, "overdue", row, -1, -1)
    this.passages?.overdue(row, this.subject.customers.floats[(row << FLOATS) + ARRIVED_AT]!)
  }

  /** It left the network; the row is free after this. */
  departed(row: number, exit: number): void {
    const { customers, now } = this.subject
    if (this.trace !== null) this.trace.add(this.subject, "departed", row, -1, exit)
    this.passages?.departed(row, exit, customers, now)
    this.departedAt = now
    if (customers.floats[(row << FLOATS) + ARRIVED_AT]! < this.countFrom) return
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
    for (const part of this.parts()) part?.save(writer)
  }

  /** Becomes a recorder of the same measures that was written. */
  restore(reader: Reader): void {
    reader.section("recorder")
    this.stopAfter = reader.number()
    this.departedCount = reader.integer()
    this.departedAt = reader.number()
    for (const [place, value] of reader.array(Float64Array).entries()) this.seen[place] = value
    this.rows.restore(reader)
    for (const part of this.parts()) part?.restore(reader)
  }

  private parts() {
    return [...this.stations, ...this.levels, ...this.samples, ...this.cells]
  }

  private tasksOf(row: number, station: number): Tasks | null | undefined {
    return this.tasks[station * this.classCount + this.classOf(row)]
  }

  private classOf(row: number): number {
    return this.subject.customers.words[(row << WORDS) + CLASS_OF]!
  }

  private turnedAway(row: number, station: number): ReadonlyArray<VisitCell> {
    const watch = this.stations[station]
    if (watch == null || this.subject.now < this.countFrom) return []
    return watch.visits[this.classOf(row)]!
  }

  private release(watch: StationWatch, row: number): void {
    const { rows } = this
    if (rows.stateOf(row) !== BLOCKED) return
    rows.setState(row, SERVED)
    watch.block(this.classOf(row), -1, this.subject.now)
  }
}
