/**
 * The engine of a network: sources that send customers, and the run itself. It is built in layers,
 * each of which adds one thing to the one below: networkFloor.ts (state and queues),
 * networkService.ts (servers), networkDecisions.ts (choices), networkMoves.ts (ways),
 * networkShifts.ts (hours and deadlines), networkRings.ts (deadlock), networkForks.ts (other networks).
 *
 * Events of equal times run in order of scheduling. At the start stations are opened in order, then
 * sources begin in order, so that a shift change comes before an arrival of the same time.
 */

import * as Distribution from "../Distribution.ts"
import { type ArrivalProcess, makeArrivals } from "./networkArrivals.ts"
import * as records from "./networkCustomerRecords.ts"
import type { EngineOptions } from "./networkFloor.ts"
import { NetworkForks } from "./networkForks.ts"
import * as networkLuck from "./networkLuck.ts"
import * as networkMoves from "./networkMoves.ts"
import type { NetworkPlan } from "./networkPlan.ts"
import * as networkPlan from "./networkPlan.ts"
import type { Deadlock } from "./networkRings.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

// Copies: to the engine, what is imported is no constant.
const { sample } = Distribution
const { CLASS, DUE_TIME } = networkLuck
const { EXIT_DONE } = networkMoves
const { CHOOSE } = networkPlan
const { CLASS_OF, DUE_CLASS, DUE_TIMER, FLOATS, LEFT, SERIAL_OF, SOURCE_OF, WORDS } = records

/** Where events followed each other without end at one instant. */
export interface Runaway {
  readonly at: number
  readonly station: number
}

/**
 * Ends of services, patience and vacations at one instant after which a run is stopped: that many, and so
 * many for each customer of the greatest crowd so far, who may all move at once.
 */
const BURST_MAX = 100_000
const BURST_SHARE = 100

/** A run of a network. */
export class NetworkEngine extends NetworkForks {
  /** Not null once the run has ended because time stood still. */
  runaway: Runaway | null = null

  declare private readonly sources: ReadonlyArray<ArrivalProcess>
  // By source: its first member among those of all populations, and customers so far.
  declare private readonly firstMembers: ReadonlyArray<number>
  declare private readonly serialCounts: Float64Array
  declare private readonly populationSizes: Int32Array
  declare private readonly arrivalEvent: number
  declare private readonly memberEvent: number
  // By member of all populations: its source, and trips begun.
  declare private readonly memberSources: Int32Array
  declare private readonly trips: Int32Array
  private isStarted = false
  private isEndless = false
  private pendingCount = 0
  private instantAt = -1
  private instantCount = 0

  /** A run at time 0 in which nothing has happened yet. */
  constructor(plan: NetworkPlan, options: EngineOptions) {
    super(plan, options)
    this.arrivalEvent = this.kernel.on((source) => this.arriveFrom(source), "arrival")
    this.memberEvent = this.kernel.on((member) => this.arriveAgain(member), "member")
    const { declaration } = plan
    this.sources = declaration.sources.map((_, source) =>
      makeArrivals({ declaration, source, draws: this.draws })
    )
    this.serialCounts = new Float64Array(this.sources.length)
    this.populationSizes = Int32Array.from(this.sources, ({ populationSize }) => populationSize)
    const members = this.sources.flatMap(({ populationSize }, index) =>
      Array.from({ length: populationSize }, () => index)
    )
    this.firstMembers = this.sources.map((_, index) => members.indexOf(index))
    this.memberSources = Int32Array.from(members)
    this.trips = new Int32Array(members.length)
    this.recorder.attach(this)
  }

  /** Whether nobody is inside and nobody will come, or the run can never go on. */
  get isOver(): boolean {
    return this.hasEnded || (this.isStarted && this.isEmptyForGood)
  }

  /**
   * Runs until nothing is left up to `time`, or `eventCountMax` events have run; false if cut short
   * by that or by {@link stop}. Without an end of time, ends when the last customer has left.
   */
  runUntil(time: number, eventCountMax = Number.POSITIVE_INFINITY): boolean {
    if (!this.isStarted) this.start()
    if (this.isForked) this.settleFork()
    this.isEndless = time === Number.POSITIVE_INFINITY
    if (this.hasEnded || (this.isEndless && this.isEmptyForGood)) return true
    const isDone = this.kernel.run(time, { eventCountMax })
    return isDone || this.hasEnded || (this.isEndless && this.isEmptyForGood)
  }

  /** Called while an event runs, cuts the run short after it. */
  stop(): void {
    this.kernel.stop()
  }

  /** Hash of all events in order, 16 hex digits; throws an `Error` if the run keeps none. */
  hash(): string {
    return this.kernel.hash()
  }

  /** Writes the whole state, but not the recorder's. */
  save(writer: Writer): void {
    writer.section("network")
    writer.boolean(this.isStarted)
    writer.array(Float64Array.of(this.pendingCount, this.instantAt, this.instantCount))
    writer.array(endOf(this.deadlock, this.runaway))
    this.saveShape(writer)
    writer.integer(this.trips.length)
    writer.array(this.serialCounts)
    writer.array(this.trips)
    for (const source of this.sources) source.save(writer)
    this.saveState(writer)
  }

  /** Takes the state of a snapshot of a network of the same names, in place of its own. */
  restore(reader: Reader): void {
    reader.section("network")
    this.isStarted = reader.boolean()
    const [pending = 0, instantAt = -1, instant = 0] = reader.array(Float64Array)
    this.pendingCount = pending
    this.instantAt = instantAt
    this.instantCount = instant
    const [kind = 0, at = 0, ...stations] = reader.array(Float64Array)
    this.deadlock = kind === DEADLOCK ? { at, stations } : null
    this.runaway = kind === RUNAWAY ? { at, station: stations[0] ?? -1 } : null
    const shape = this.restoreShape(reader)
    if (!reader.expect("members of populations", this.trips.length)) return
    this.serialCounts.set(reader.array(Float64Array))
    this.trips.set(reader.array(Int32Array))
    for (const source of this.sources) source.restore(reader)
    this.restoreState(reader, shape)
    if (shape !== null && reader.problem === null) this.arrange(shape)
  }

  protected afterDeparture(row: number): void {
    const { customers } = this
    const source = customers.words[(row << WORDS) + SOURCE_OF]!
    const serial = customers.words[(row << WORDS) + SERIAL_OF]! >>> 0
    customers.destroy(row)
    const size = this.populationSizes[source]!
    if (size > 0) this.sendMember(source, serial % size)
    if (customers.count === 0) this.stopIfEmpty()
  }

  protected isBearable(station: number): boolean {
    const { now } = this.kernel
    if (now !== this.instantAt) {
      this.instantAt = now
      this.instantCount = 0
    }
    if (++this.instantCount <= BURST_MAX + BURST_SHARE * this.customers.rowEnd) return true
    this.endInLoop(station)
    return false
  }

  protected endInLoop(station: number): void {
    this.runaway = { at: this.kernel.now, station }
    this.kernel.stop()
  }

  private get hasEnded(): boolean {
    return this.deadlock !== null || this.runaway !== null
  }

  private get isEmptyForGood(): boolean {
    return this.pendingCount === 0 && this.customers.count === 0
  }

  private stopIfEmpty(): void {
    if (this.isEndless && this.isEmptyForGood) this.kernel.stop()
  }

  private start(): void {
    this.isStarted = true
    for (const station of this.plan.stations) this.open(station)
    for (const [index, source] of this.sources.entries()) {
      if (source.populationSize === 0) this.awaitArrival(index)
      for (let member = 0; member < source.populationSize; member++) this.sendMember(index, member)
    }
  }

  private awaitArrival(source: number): void {
    const at = this.sources[source]!.next()
    if (at === Number.POSITIVE_INFINITY) return
    this.pendingCount++
    this.kernel.at(at, this.arrivalEvent, source)
  }

  private arriveFrom(source: number): void {
    const size = this.sources[source]!.batchSize()
    this.pendingCount--
    this.awaitArrival(source)
    for (let turn = 0; turn < size; turn++) this.arrive(source, this.serialCounts[source]!++)
    this.settle()
    if (size === 0) this.stopIfEmpty()
  }

  /** A member goes away and will come back, if its source is open then. */
  private sendMember(source: number, member: number): void {
    const place = this.firstMembers[source]! + member
    const at = this.sources[source]!.returnTime(member, this.trips[place]!, this.kernel.now)
    if (at === Number.POSITIVE_INFINITY) return
    this.pendingCount++
    this.kernel.at(at, this.memberEvent, place)
  }

  private arriveAgain(place: number): void {
    const index = this.memberSources[place]!
    const source = this.sources[index]!
    this.pendingCount--
    if (source.admits()) {
      const member = place - this.firstMembers[index]!
      this.arrive(index, member + source.populationSize * this.trips[place]!++)
      this.settle()
    } else this.stopIfEmpty()
  }

  /** A customer comes into the network. */
  private arrive(index: number, serial: number): void {
    const { customers, luck, plan } = this
    const source = this.sources[index]!
    const row = customers.create(index, serial, this.kernel.now)
    let classIndex = plan.sourceClasses[index]!
    if (classIndex === CHOOSE) {
      classIndex = source.classIndex(serial, luck.ofCustomer(index, serial, CLASS))
    }
    customers.words[(row << WORDS) + CLASS_OF] = classIndex
    customers.words[(row << WORDS) + DUE_CLASS] = classIndex
    if (plan.hasServices[index] === 1)
      customers.floats[(row << FLOATS) + LEFT] = source.givenService(serial)
    this.recorder.arrived(row)
    const { deadline } = plan.classes[classIndex]!
    if (deadline !== null) {
      const time = sample(deadline, luck.ofCustomer(index, serial, DUE_TIME))
      if (time < Number.POSITIVE_INFINITY) {
        customers.floats[(row << FLOATS) + DUE_TIMER] = this.kernel.in(time, this.overdueEvent, row)
      }
    }
    this.goOn(row, this.firstTarget(row, plan.sourceRoutes[index]!), EXIT_DONE)
  }
}

/** How a run ended that cannot go on, in a snapshot. */
const DEADLOCK = 1
const RUNAWAY = 2

const endOf = (deadlock: Deadlock | null, runaway: Runaway | null): Float64Array => {
  if (deadlock !== null) return Float64Array.of(DEADLOCK, deadlock.at, ...deadlock.stations)
  return runaway === null
    ? new Float64Array(0)
    : Float64Array.of(RUNAWAY, runaway.at, runaway.station)
}
