/**
 * Stations that share their servers among all who are there: each of n customers gets min(1, c/n) of
 * a server. A clock per station counts the work that each customer got since it began to run; a
 * customer is done when the clock shows the time at which it came plus its work. So a change of n
 * costs one step of the clock, whatever n is.
 */

import type { Kernel } from "../Kernel.ts"
import * as records from "./networkCustomerRecords.ts"
import * as networkCustomers from "./networkCustomers.ts"
import type { Lanes } from "./networkLanes.ts"
import type { NetworkPlan } from "./networkPlan.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

// Copies: to the engine, what is imported is no constant.
const { NONE } = networkCustomers
const { FLOATS, RANK } = records

/** What the clocks work with. */
interface SharingOptions {
  readonly plan: NetworkPlan
  readonly kernel: Kernel
  readonly lanes: Lanes
  readonly shareEvent: number
}

/** The clocks of all sharing stations; those in service are kept in the lane of their station. */
export class Sharing {
  declare private readonly plan: NetworkPlan
  declare private readonly kernel: Kernel
  declare private readonly lanes: Lanes
  declare private readonly shareEvent: number
  // By station: the clock, when it was last set, the pending event.
  declare private readonly clocks: Float64Array
  declare private readonly setAt: Float64Array
  declare private readonly timers: Float64Array

  constructor({ plan, kernel, lanes, shareEvent }: SharingOptions) {
    this.plan = plan
    this.kernel = kernel
    this.lanes = lanes
    this.shareEvent = shareEvent
    this.clocks = new Float64Array(plan.stations.length)
    this.setAt = new Float64Array(plan.stations.length)
    this.timers = new Float64Array(plan.stations.length).fill(NONE)
  }

  /** A customer begins with so much work. */
  join(row: number, station: number, work: number): void {
    this.advance(station)
    const lane = this.plan.stations[station]!.firstLane
    this.lanes.customers.floats[(row << FLOATS) + RANK] = this.clocks[station]! + work
    this.lanes.add(row, lane)
    this.schedule(station)
  }

  /** Takes out the customer who is done now; the event of the station has come. */
  takeDone(station: number): number {
    this.timers[station] = NONE
    const row = this.lanes.first(this.plan.stations[station]!.firstLane)
    this.clocks[station] = this.lanes.customers.floats[(row << FLOATS) + RANK]!
    this.setAt[station] = this.kernel.now
    this.lanes.remove(row)
    this.schedule(station)
    return row
  }

  /** Goes on with another number of servers; up to now they were `serverCount`. */
  change(station: number, serverCount: number): void {
    this.advance(station, serverCount)
    this.schedule(station)
  }

  save(writer: Writer): void {
    writer.section("sharing")
    writer.array(this.clocks)
    writer.array(this.setAt)
    writer.array(this.timers)
  }

  restore(reader: Reader): void {
    reader.section("sharing")
    this.clocks.set(reader.array(Float64Array))
    this.setAt.set(reader.array(Float64Array))
    this.timers.set(reader.array(Float64Array))
  }

  /** Sets the clock to the present. */
  private advance(station: number, serverCount = this.plan.stations[station]!.serverCount): void {
    const { now } = this.kernel
    const count = this.countOf(station)
    if (count === 0) this.clocks[station] = 0
    else this.clocks[station]! += (now - this.setAt[station]!) * rateOf(serverCount, count)
    this.setAt[station] = now
  }

  /** Schedules the end of the service that ends first. */
  private schedule(station: number): void {
    const { kernel, timers } = this
    if (timers[station] !== NONE) kernel.cancel(timers[station]!)
    timers[station] = NONE
    const count = this.countOf(station)
    const { serverCount } = this.plan.stations[station]!
    if (count === 0) return
    const row = this.lanes.first(this.plan.stations[station]!.firstLane)
    const work = this.lanes.customers.floats[(row << FLOATS) + RANK]! - this.clocks[station]!
    const delay = Math.max(0, work) / rateOf(serverCount, count)
    timers[station] = kernel.in(delay, this.shareEvent, station)
  }

  private countOf(station: number): number {
    return this.lanes.sizeOf(this.plan.stations[station]!.firstLane)
  }
}

/** Of a server that each of so many gets. */
const rateOf = (serverCount: number, count: number): number =>
  count <= serverCount ? 1 : serverCount / count
