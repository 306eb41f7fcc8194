/**
 * What all parts of the engine stand on: the clock, the customers, the counts by station, and the
 * two things that need nothing else: who is next in a queue, and the timers of those who wait.
 */

import * as Distribution from "../Distribution.ts"
import * as Kernel from "../Kernel.ts"
import type { RandomStreams } from "../RandomStreams.ts"
import * as records from "./networkCustomerRecords.ts"
import * as networkCustomers from "./networkCustomers.ts"
import { NetworkCustomers } from "./networkCustomers.ts"
import { type DrawMode, NetworkDraws } from "./networkDraws.ts"
import { Lanes } from "./networkLanes.ts"
import * as networkLuck from "./networkLuck.ts"
import { NetworkLuck } from "./networkLuck.ts"
import type { NetworkPlan } from "./networkPlan.ts"
import type { NetworkRecorder } from "./networkRecorder.ts"
import { NetworkServers } from "./networkServers.ts"
import type { StationPlan } from "./networkStationPlan.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

// Copies: to the engine, what is imported is no constant.
const { sample } = Distribution
const { NONE, WAITING } = networkCustomers
const { PATIENCE, PURPOSES } = networkLuck
const { BEGAN_AT, CLASS_OF, FLOATS, IS_OVERDUE, JOINED_AT, LEFT, LEVEL, NEXT_STEP } = records
const { ORDER, PATIENCE_TIMER, PRIORITY, RAISED, RANK, SERIAL_OF, SERVICE_LENGTH } = records
const { SOURCE_OF, STATE, STEP_TIMER, VISIT, WORDS } = records

/** What an engine is made with. */
export interface EngineOptions {
  readonly streams: RandomStreams
  readonly draws: DrawMode
  readonly recorder: NetworkRecorder
  readonly hash: boolean
}

/** How the network of a snapshot differs from the one that takes its run over. */
export interface OldShape {
  /** By station its servers then. */
  readonly serverCounts: Int32Array
  /** By server then its number now, -1 if it is gone. */
  readonly servers: Int32Array
  /** By counted station then its number now, -1 if it is none. */
  readonly repeats: Int32Array
}

/** The state of a run, and its queues. */
export abstract class NetworkFloor {
  declare readonly plan: NetworkPlan
  declare readonly customers: NetworkCustomers
  declare protected readonly kernel: Kernel.Kernel
  declare protected readonly recorder: NetworkRecorder
  declare protected readonly draws: NetworkDraws
  declare protected readonly luck: NetworkLuck
  declare protected readonly lanes: Lanes
  declare protected readonly servers: NetworkServers
  // By station: customers, those of them who wait, those in service; random choices so far.
  declare protected readonly numbers: Int32Array
  declare protected readonly waiting: Int32Array
  declare protected readonly busy: Int32Array
  declare protected readonly choices: Int32Array
  declare protected readonly giveUpEvent: number
  declare protected readonly riseEvent: number

  constructor(plan: NetworkPlan, options: EngineOptions) {
    const stationCount = plan.stations.length
    this.plan = plan
    this.kernel = Kernel.make({ hash: options.hash, instantLimit: Number.POSITIVE_INFINITY })
    this.recorder = options.recorder
    this.customers = new NetworkCustomers(plan.repeatCount)
    this.draws = new NetworkDraws(options.streams, options.draws)
    this.luck = new NetworkLuck(plan, this.draws)
    this.lanes = new Lanes(this.customers, plan.laneKinds)
    this.servers = new NetworkServers(plan)
    this.numbers = new Int32Array(stationCount)
    this.waiting = new Int32Array(stationCount)
    this.busy = new Int32Array(stationCount)
    this.choices = new Int32Array(stationCount)
    this.giveUpEvent = this.kernel.on((row) => this.giveUp(row), "give up")
    this.riseEvent = this.kernel.on((row) => this.rise(row), "rise")
  }

  /** The present. */
  get now(): number {
    return this.kernel.now
  }

  /** Events so far. */
  get executedCount(): number {
    return this.kernel.executedCount
  }

  /** Customers at a station, in queue, in service and blocked. */
  numberAt(station: number): number {
    return this.numbers[station]!
  }

  /** Customers who wait at a station for their service to begin or go on. */
  queueAt(station: number): number {
    return this.waiting[station]!
  }

  /** Servers at work at a station; where nobody has a server of its own, customers in service. */
  busyAt(station: number): number {
    return this.busy[station]!
  }

  /** Writes the clock, the customers and the counts. */
  protected saveState(writer: Writer): void {
    for (const part of [this.kernel, this.customers, this.draws, this.lanes, this.servers]) {
      part.save(writer)
    }
    writer.section("counts")
    for (const counts of this.counts()) writer.array(counts)
  }

  /** Takes what {@link saveState} wrote; `shape` says what is different here, null if nothing is. */
  protected restoreState(reader: Reader, shape: OldShape | null): void {
    this.kernel.restore(reader)
    this.customers.restore(reader, shape?.repeats ?? null)
    this.draws.restore(reader)
    this.lanes.restore(reader, shape === null)
    this.servers.restore(reader, shape?.servers ?? null)
    reader.section("counts")
    for (const counts of this.counts()) counts.set(reader.array(Int32Array))
  }

  private counts(): ReadonlyArray<Int32Array> {
    return [this.numbers, this.waiting, this.busy, this.choices]
  }

  protected abstract giveUp(row: number): void
  protected abstract rise(row: number): void

  /** Lets a customer wait for service to begin or, if it is put back, to go on. */
  protected wait(row: number, station: StationPlan, isPutBack: boolean): void {
    const { customers } = this
    this.waiting[station.index]!++
    this.line(row, station, isPutBack)
    const patience = station.hasPatience
      ? station.patience[customers.words[(row << WORDS) + CLASS_OF]!]!
      : null
    if (patience !== null && Number.isNaN(customers.floats[(row << FLOATS) + BEGAN_AT]!)) {
      const draw = this.visitDraw(row, station.index, PATIENCE)
      const time = sample(patience.time, draw)
      if (time < Number.POSITIVE_INFINITY) {
        customers.floats[(row << FLOATS) + PATIENCE_TIMER] = this.kernel.in(
          time,
          this.giveUpEvent,
          row
        )
      }
    }
  }

  /**
   * Puts a customer into the queue, with the timer of its next step: first of its priority if it is
   * put back, but where the shortest goes first, by the work that it has left.
   */
  protected line(row: number, station: StationPlan, isPutBack: boolean): void {
    const { customers, lanes } = this
    const isFirst = isPutBack && station.discipline !== "shortest"
    customers.floats[(row << FLOATS) + RANK] = isFirst
      ? lanes.putBackRank()
      : this.rankOf(row, station)
    customers.words[(row << WORDS) + STATE] = WAITING
    lanes.add(row, this.laneOf(row, station))
    if (station.hasSteps) this.awaitStep(row, station)
  }

  /** Takes a customer out of the queue, without its timers. */
  protected stopWaiting(row: number, station: StationPlan): void {
    const { customers, kernel } = this
    this.lanes.remove(row)
    this.waiting[station.index]!--
    if (customers.floats[(row << FLOATS) + PATIENCE_TIMER] !== NONE) {
      kernel.cancel(customers.floats[(row << FLOATS) + PATIENCE_TIMER]!)
      customers.floats[(row << FLOATS) + PATIENCE_TIMER] = NONE
    }
    this.forgetStep(row)
  }

  /** Gives a customer who is in no queue the priority that it has at a station by now. */
  protected takePriority(row: number, station: StationPlan): void {
    const { customers } = this
    const { priority } = station
    const raise =
      customers.words[(row << WORDS) + IS_OVERDUE] === 1
        ? customers.words[(row << WORDS) + RAISED]!
        : -1
    const classIndex = customers.words[(row << WORDS) + CLASS_OF]!
    customers.floats[(row << FLOATS) + PRIORITY] =
      raise < 0 ? priority.priorities[classIndex]! : this.plan.raises[raise]!
    customers.words[(row << WORDS) + LEVEL] =
      raise < 0 ? priority.levels[classIndex]! : priority.raiseLevels[raise]!
    if (!station.hasSteps) return
    customers.words[(row << WORDS) + NEXT_STEP] = 0
    this.catchUp(row, station)
  }

  /** Moves a waiting customer to where its new priority puts it. */
  protected setPriority(
    row: number,
    station: StationPlan,
    rank: { readonly priority: number; readonly level: number }
  ): void {
    const { customers } = this
    const isMoving =
      customers.words[(row << WORDS) + STATE] === WAITING &&
      customers.words[(row << WORDS) + LEVEL] !== rank.level
    customers.floats[(row << FLOATS) + PRIORITY] = rank.priority
    if (isMoving) this.lanes.remove(row)
    customers.words[(row << WORDS) + LEVEL] = rank.level
    if (isMoving) this.lanes.add(row, this.laneOf(row, station))
  }

  /** Gives a customer the priority of the last step whose time has come. */
  protected catchUp(row: number, station: StationPlan): void {
    const { customers } = this
    const steps = station.priority.steps[customers.words[(row << WORDS) + CLASS_OF]!]!
    if (steps === null || customers.words[(row << WORDS) + RAISED]! >= 0) return
    const { now } = this.kernel
    const joinedAt = customers.floats[(row << FLOATS) + JOINED_AT]!
    let next = customers.words[(row << WORDS) + NEXT_STEP]!
    while (next < steps.after.length && joinedAt + steps.after[next]! <= now) next++
    if (next === customers.words[(row << WORDS) + NEXT_STEP]) return
    customers.words[(row << WORDS) + NEXT_STEP] = next
    const priority = steps.priority[next - 1]!
    this.setPriority(row, station, { priority, level: steps.level[next - 1]! })
  }

  /** Sets the timer of the next step of rising priority, if there is one. */
  protected awaitStep(row: number, station: StationPlan): void {
    const { customers, kernel } = this
    const steps = station.priority.steps[customers.words[(row << WORDS) + CLASS_OF]!]!
    if (steps === null || customers.words[(row << WORDS) + RAISED]! >= 0) return
    const after = steps.after[customers.words[(row << WORDS) + NEXT_STEP]!]
    if (after === undefined) return
    const at = customers.floats[(row << FLOATS) + JOINED_AT]! + after
    customers.floats[(row << FLOATS) + STEP_TIMER] = kernel.at(at, this.riseEvent, row)
  }

  /** Takes the timer of the next step back. */
  protected forgetStep(row: number): void {
    const { customers } = this
    if (customers.floats[(row << FLOATS) + STEP_TIMER] === NONE) return
    this.kernel.cancel(customers.floats[(row << FLOATS) + STEP_TIMER]!)
    customers.floats[(row << FLOATS) + STEP_TIMER] = NONE
  }

  /** The random numbers of a customer at its present visit of a station. */
  protected visitDraw(row: number, station: number, purpose: number) {
    const { words } = this.customers
    const record = row << WORDS
    const at = PURPOSES * words[record + VISIT]! + purpose
    const serial = words[record + SERIAL_OF]! >>> 0
    return this.luck.ofVisit(station, words[record + SOURCE_OF]!, serial, at)
  }

  private laneOf(row: number, station: StationPlan): number {
    const { words } = this.customers
    const { firstLane, laneClasses, priority } = station
    const level = priority.rates === null ? words[(row << WORDS) + LEVEL]! : 0
    const first = firstLane + level * laneClasses
    return laneClasses === 1 ? first : first + words[(row << WORDS) + CLASS_OF]!
  }

  private rankOf(row: number, { discipline }: StationPlan): number {
    const { floats } = this.customers
    const record = row << FLOATS
    if (discipline === "first-come") return floats[record + ORDER]!
    if (discipline === "last-come") return -floats[record + ORDER]!
    if (discipline !== "shortest") return 0
    const left = floats[record + LEFT]!
    return left === NONE ? floats[record + SERVICE_LENGTH]! : left
  }
}
