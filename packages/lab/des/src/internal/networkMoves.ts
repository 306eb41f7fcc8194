/**
 * How customers move: they come to a station, balk, find no room, are blocked, leave, give up, and
 * leave the network. What one instant does is done in this order: a service ends; the customer
 * chooses where to go; if there is no room for it there and it may wait for that, it is blocked;
 * else it leaves, its server looks for work, and it comes to where it goes. Places that became free
 * are given to blocked customers when all that is done, first blocked first.
 */

import { BlockedLists } from "./networkBlocked.ts"
import * as records from "./networkCustomerRecords.ts"
import * as networkCustomers from "./networkCustomers.ts"
import { NetworkDecisions } from "./networkDecisions.ts"
import type { EngineOptions, OldShape } from "./networkFloor.ts"
import * as networkLuck from "./networkLuck.ts"
import type { NetworkPlan } from "./networkPlan.ts"
import * as networkPlan from "./networkPlan.ts"
import type { StationPlan } from "./networkStationPlan.ts"
import * as networkStationPlan from "./networkStationPlan.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

// Copies: to the engine, what is imported is no constant.
const { BLOCKED, NONE, OUTSIDE } = networkCustomers
const { ROUTE, ROUTE_GIVING_UP } = networkLuck
const { DUE_LEAVE } = networkPlan
const { PREEMPT_NONE } = networkStationPlan
const { BEGAN_AT, CLASS_OF, DUE_CLASS, DUE_TIMER, FINISH_TIMER, FLOATS, IS_OVERDUE } = records
const { JOINED_AT, LEFT, ORDER, PATIENCE_TIMER, RESAMPLED, SERVER_OF, STATE } = records
const { STATION_OF, VISITS, WAITED, WORDS } = records

/** How a customer left the network. */
export const EXIT_DONE = 0
export const EXIT_LOST = 1
export const EXIT_BALKED = 2
export const EXIT_GAVE_UP = 3
export const EXIT_OVERDUE = 4

/** Comings of one customer within one instant, balking each time, after which a run is stopped. */
const HOP_MAX = 100_000

/** The part of the engine that moves customers. */
export abstract class NetworkMoves extends NetworkDecisions {
  declare protected readonly blocked: BlockedLists
  protected joinCount = 0
  /** Stations in which somebody was blocked, or took a place freed, in the present event. */
  protected readonly suspects: Array<number> = []
  /** Stations towards which somebody is blocked and in which a place became free, in order. */
  protected readonly freed: Array<number> = []

  constructor(plan: NetworkPlan, options: EngineOptions) {
    super(plan, options)
    this.blocked = new BlockedLists(this.customers, plan.stations.length)
  }

  protected override saveState(writer: Writer): void {
    super.saveState(writer)
    this.blocked.save(writer)
    writer.integer(this.joinCount)
  }

  protected override restoreState(reader: Reader, shape: OldShape | null): void {
    super.restoreState(reader, shape)
    this.blocked.restore(reader)
    this.joinCount = reader.integer()
  }

  /** What is left to do when a customer has left the network; its row is freed. */
  protected abstract afterDeparture(row: number): void
  /** Another event at a station at the present instant; false if it is one too many. */
  protected abstract isBearable(station: number): boolean
  /** A customer is turned away again and again at one instant. */
  protected abstract endInLoop(station: number): void
  protected abstract lookForDeadlock(): void

  /** A customer who has no place comes to a station, and to where it goes when it balks. */
  protected come(row: number, target: number): void {
    let at = target
    for (let hop = 0; hop < HOP_MAX; hop++) {
      const station = this.plan.stations[at]!
      this.takeNextClass(row)
      this.countComing(row, station)
      if (!this.balks(row, station)) {
        this.enter(row, station)
        return
      }
      at = this.turnAway(row, station)
      if (at < 0) {
        this.leaveNetwork(row, EXIT_BALKED)
        return
      }
    }
    this.endInLoop(at)
  }

  /** Where a customer without a place goes: to a station, or out of the network in this way. */
  protected goOn(row: number, target: number, exit: number): void {
    if (target >= 0) this.come(row, target)
    else this.leaveNetwork(row, exit)
  }

  /** A customer joins, or is lost if there is no room. */
  protected enter(row: number, station: StationPlan): void {
    if (this.numbers[station.index]! < station.room) {
      this.join(row, station)
      this.seat(row, station, true)
      return
    }
    this.recorder.refused(row, station.index)
    this.leaveNetwork(row, EXIT_LOST)
  }

  /** A customer is sent to a station: it does not balk. */
  protected comeElsewhere(row: number, station: StationPlan): void {
    this.countComing(row, station)
    this.enter(row, station)
  }

  protected finish(row: number): void {
    const { customers } = this
    customers.floats[(row << FLOATS) + FINISH_TIMER] = NONE
    this.endService(row, this.plan.stations[customers.words[(row << WORDS) + STATION_OF]!]!)
  }

  protected finishShare(index: number): void {
    this.endService(this.sharing.takeDone(index), this.plan.stations[index]!)
  }

  protected giveUp(row: number): void {
    const { customers } = this
    const station = this.plan.stations[customers.words[(row << WORDS) + STATION_OF]!]!
    customers.floats[(row << FLOATS) + PATIENCE_TIMER] = NONE
    if (!this.isBearable(station.index)) return
    const { route } = station.patience[customers.words[(row << WORDS) + CLASS_OF]!]!
    this.stopWaiting(row, station)
    const record = row << FLOATS
    customers.floats[record + WAITED]! += this.kernel.now - customers.floats[record + JOINED_AT]!
    customers.words[(row << WORDS) + STATE] = OUTSIDE
    customers.floats[record + LEFT] = NONE
    this.recorder.gaveUp(row, station.index)
    const target = this.choose(row, route, station, ROUTE_GIVING_UP)
    this.vacate(row, station)
    this.goOn(row, target, EXIT_GAVE_UP)
    this.settle()
  }

  /** A customer leaves the network. */
  protected leaveNetwork(row: number, exit: number): void {
    const { customers } = this
    this.takeNextClass(row)
    if (customers.floats[(row << FLOATS) + DUE_TIMER] !== NONE) {
      this.kernel.cancel(customers.floats[(row << FLOATS) + DUE_TIMER]!)
      customers.floats[(row << FLOATS) + DUE_TIMER] = NONE
    }
    customers.floats[(row << FLOATS) + LEFT] = NONE
    this.recorder.departed(row, exit)
    this.afterDeparture(row)
  }

  /** Takes a customer who neither waits nor is served any more out of its station. */
  protected vacate(row: number, station: StationPlan): void {
    const { customers } = this
    this.numbers[station.index]!--
    customers.words[(row << WORDS) + STATION_OF] = -1
    this.recorder.leftStation(row, station.index)
    if (this.blocked.countInto(station.index) > 0) this.freed.push(station.index)
  }

  /** Takes a customer who is done out of its station, and answers its server, -1 if it has none. */
  protected vacateServer(row: number, station: StationPlan): number {
    const server = this.customers.words[(row << WORDS) + SERVER_OF]!
    if (server >= 0) {
      this.servers.serving[server] = -1
      this.customers.words[(row << WORDS) + SERVER_OF] = -1
    }
    this.vacate(row, station)
    return server
  }

  /** Takes a customer who is done out of its station; its server looks for work. */
  protected leaveServer(row: number, station: StationPlan): void {
    const server = this.vacateServer(row, station)
    if (server >= 0) this.next(server, station)
  }

  /** Takes a customer out of the line of those blocked. */
  protected unblock(row: number): void {
    this.blocked.remove(row)
    this.customers.words[(row << WORDS) + STATE] = OUTSIDE
  }

  /** A blocked customer who has left its station joins the one that it waited for. */
  protected joinFromBlocked(row: number, station: StationPlan): void {
    this.takeNextClass(row)
    this.join(row, station)
    this.suspects.push(station.index)
    this.seat(row, station, true)
  }

  /** Does what an event has left to do: gives free places to the blocked, looks for deadlock. */
  protected settle(): void {
    if (this.freed.length > 0) this.fill()
    if (this.suspects.length > 0) this.lookForDeadlock()
  }

  /** Gives places that became free to those blocked towards them, first blocked first. */
  protected fill(): void {
    const { freed, blocked, numbers, plan } = this
    for (let place = 0; place < freed.length; place++) {
      const station = plan.stations[freed[place]!]!
      while (numbers[station.index]! < station.room && blocked.countInto(station.index) > 0) {
        const row = blocked.first(station.index)
        const from = plan.stations[this.customers.words[(row << WORDS) + STATION_OF]!]!
        this.unblock(row)
        this.recorder.unblocked(row, from.index)
        this.leaveServer(row, from)
        this.joinFromBlocked(row, station)
      }
    }
    freed.length = 0
  }

  /** A service has ended: the customer goes on, or is blocked. */
  private endService(row: number, station: StationPlan): void {
    const { customers } = this
    if (!this.isBearable(station.index)) return
    customers.words[(row << WORDS) + VISITS]!++
    customers.words[(row << WORDS) + STATE] = OUTSIDE
    this.busy[station.index]!--
    this.recorder.finished(row, station.index)
    if (customers.words[(row << WORDS) + IS_OVERDUE] === 1 && this.dueOf(row) === DUE_LEAVE) {
      this.leaveServer(row, station)
      this.leaveNetwork(row, EXIT_OVERDUE)
    } else {
      const target = this.choose(row, this.routeOf(row, station), station, ROUTE)
      if (target >= 0) this.goFrom(row, station, this.plan.stations[target]!)
      else {
        this.leaveServer(row, station)
        this.leaveNetwork(row, EXIT_DONE)
      }
    }
    this.settle()
  }

  /** A customer who is done goes from its station to another one, or is blocked. */
  private goFrom(row: number, station: StationPlan, target: StationPlan): void {
    const { customers } = this
    this.countComing(row, target)
    if (this.balks(row, target)) {
      this.leaveServer(row, station)
      this.takeNextClass(row)
      this.goOn(row, this.turnAway(row, target), EXIT_BALKED)
    } else if (target.isBlocking && this.numbers[target.index]! >= target.room) {
      customers.words[(row << WORDS) + STATE] = BLOCKED
      this.blocked.add(row, target.index)
      this.suspects.push(station.index)
      this.recorder.blocked(row, station.index, target.index)
    } else {
      this.leaveServer(row, station)
      this.takeNextClass(row)
      this.enter(row, target)
    }
  }

  /** Counts a customer in at a station that has room. */
  private join(row: number, station: StationPlan): void {
    const { customers } = this
    this.numbers[station.index]!++
    customers.words[(row << WORDS) + STATION_OF] = station.index
    customers.floats[(row << FLOATS) + JOINED_AT] = this.kernel.now
    customers.floats[(row << FLOATS) + BEGAN_AT] = Number.NaN
    customers.floats[(row << FLOATS) + ORDER] = this.joinCount++
    if (station.preemption !== PREEMPT_NONE) customers.words[(row << WORDS) + RESAMPLED] = 0
    this.takePriority(row, station)
    if (station.isByLength && customers.floats[(row << FLOATS) + LEFT] === NONE) {
      customers.floats[(row << FLOATS) + LEFT] = this.drawService(row, station, -1)
    }
    this.recorder.joined(row, station.index)
  }

  /** What happens to a customer at its deadline. */
  protected dueOf(row: number): number {
    return this.plan.classes[this.customers.words[(row << WORDS) + DUE_CLASS]!]!.due
  }
}
