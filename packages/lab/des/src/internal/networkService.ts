/**
 * Who is served: customers take servers, servers take customers, the more urgent take them from
 * the less urgent. What happens after a service is the business of the layer above.
 */

import * as Distribution from "../Distribution.ts"
import { NetworkChoice } from "./networkChoice.ts"
import * as records from "./networkCustomerRecords.ts"
import * as networkCustomers from "./networkCustomers.ts"
import type { EngineOptions, OldShape } from "./networkFloor.ts"
import * as networkLuck from "./networkLuck.ts"
import type { NetworkPlan } from "./networkPlan.ts"
import * as networkServersPlan from "./networkServersPlan.ts"
import { Sharing } from "./networkSharing.ts"
import type { StationPlan } from "./networkStationPlan.ts"
import * as networkStationPlan from "./networkStationPlan.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

// Copies: to the engine, what is imported is no constant.
const { sample } = Distribution
const { NONE, OUTSIDE, SERVED } = networkCustomers
const { SERVICE } = networkLuck
const { BY_SERVERS, BY_SHARE } = networkServersPlan
const { PREEMPT_NONE, PREEMPT_RESAMPLE, PREEMPT_RESTART } = networkStationPlan
const { BEGAN_AT, CLASS_OF, ENDS_AT, FINISH_TIMER, FLOATS, JOINED_AT, LEFT, LEVEL } = records
const { ORDER, RESAMPLED, SERIAL_OF, SERVER_OF, SERVICE_LENGTH, SOURCE_OF, STATE } = records
const { VISIT, WAITED, WORDS } = records

/** The part of the engine that begins and interrupts services. */
export abstract class NetworkService extends NetworkChoice {
  declare protected readonly sharing: Sharing
  declare protected readonly finishEvent: number
  declare protected readonly vacationEvent: number

  constructor(plan: NetworkPlan, options: EngineOptions) {
    super(plan, options)
    this.finishEvent = this.kernel.on((row) => this.finish(row), "finish")
    this.vacationEvent = this.kernel.on((code) => this.comeBack(code), "vacation")
    const shareEvent = this.kernel.on((station) => this.finishShare(station), "share")
    this.sharing = new Sharing({ plan, kernel: this.kernel, lanes: this.lanes, shareEvent })
  }

  protected override saveState(writer: Writer): void {
    super.saveState(writer)
    this.sharing.save(writer)
  }

  protected override restoreState(reader: Reader, shape: OldShape | null): void {
    super.restoreState(reader, shape)
    this.sharing.restore(reader)
  }

  protected abstract finish(row: number): void
  protected abstract finishShare(station: number): void
  /** A vacation has ended; the code is that of its server, see {@link goAway}. */
  protected abstract comeBack(code: number): void

  /** Finds a customer a server, if need be somebody else's, or lets it wait. */
  protected seat(row: number, station: StationPlan, isNewcomer: boolean): void {
    if (station.service !== BY_SERVERS) {
      this.begin(row, station, -1)
      return
    }
    const server = this.idleServer(station, this.customers.words[(row << WORDS) + CLASS_OF]!)
    if (server >= 0) {
      this.servers.setIdle(server, false)
      this.begin(row, station, server)
      return
    }
    const victim =
      station.preemption === PREEMPT_NONE ? -1 : this.victimOf(row, station, isNewcomer)
    if (victim >= 0) this.takeOver(row, station, victim)
    else this.wait(row, station, !isNewcomer)
  }

  /** A waiting customer whose priority has risen takes a server from one of lower, if it may. */
  protected preemptFromQueue(row: number, station: StationPlan): void {
    if (station.preemption === PREEMPT_NONE) return
    const victim = this.victimOf(row, station, false)
    if (victim < 0) return
    this.stopWaiting(row, station)
    this.takeOver(row, station, victim)
  }

  /** Begins a service, for the first time or again. The customer is in no queue any more. */
  protected begin(row: number, station: StationPlan, server: number): void {
    const { customers, kernel } = this
    const isFirst = Number.isNaN(customers.floats[(row << FLOATS) + BEGAN_AT]!)
    const work = this.workOf(row, station, server, isFirst)
    customers.floats[(row << FLOATS) + LEFT] = NONE
    customers.words[(row << WORDS) + STATE] = SERVED
    customers.words[(row << WORDS) + SERVER_OF] = server
    if (server >= 0) this.servers.serving[server] = row
    this.busy[station.index]!++
    if (isFirst) {
      const { now } = kernel
      customers.floats[(row << FLOATS) + BEGAN_AT] = now
      customers.floats[(row << FLOATS) + SERVICE_LENGTH] = work
      const wait = now - customers.floats[(row << FLOATS) + JOINED_AT]!
      if (wait > 0) customers.floats[(row << FLOATS) + WAITED]! += wait
    }
    if (station.service === BY_SHARE) this.sharing.join(row, station.index, work)
    else {
      customers.floats[(row << FLOATS) + ENDS_AT] = kernel.now + work
      customers.floats[(row << FLOATS) + FINISH_TIMER] = kernel.in(work, this.finishEvent, row)
    }
    const own = server < 0 ? server : server - station.firstServer
    if (isFirst) this.recorder.began(row, station.index, own)
    else this.recorder.resumed(row, station.index, own)
  }

  /**
   * Takes a customer's server away; `left` is the work that it will ask for when it begins again. It
   * has the priority to which it has risen meanwhile.
   */
  protected interrupt(row: number, station: StationPlan, left: number): void {
    const { customers } = this
    const server = customers.words[(row << WORDS) + SERVER_OF]!
    this.kernel.cancel(customers.floats[(row << FLOATS) + FINISH_TIMER]!)
    customers.floats[(row << FLOATS) + FINISH_TIMER] = NONE
    customers.floats[(row << FLOATS) + LEFT] = left
    customers.words[(row << WORDS) + STATE] = OUTSIDE
    customers.words[(row << WORDS) + SERVER_OF] = -1
    if (server >= 0) this.servers.serving[server] = -1
    this.busy[station.index]!--
    if (station.hasSteps) this.catchUp(row, station)
    const own = server < 0 ? server : server - station.firstServer
    this.recorder.interrupted(row, station.index, own)
  }

  /** A server that has nobody in hand looks for work. */
  protected next(server: number, station: StationPlan): void {
    const { servers } = this
    if (servers.isOnDuty[server] === 0) return
    const row = this.chooseFor(station, servers.groupOf[server]!)
    if (row >= 0) {
      this.stopWaiting(row, station)
      this.begin(row, station, server)
    } else if (station.vacation !== null) this.goAway(server, station, station.vacation)
    else servers.setIdle(server, true)
  }

  /** Sends a server on vacation. */
  protected goAway(
    server: number,
    station: StationPlan,
    vacation: Distribution.Distribution
  ): void {
    const { servers } = this
    const count = servers.vacationCount[server]!++
    const draw = this.luck.ofVacation(station.index, server - station.firstServer, count)
    const code = station.index + this.plan.stations.length * (server - station.firstServer)
    servers.isAway[server] = 1
    this.kernel.in(sample(vacation, draw), this.vacationEvent, code)
  }

  /** Service time of a customer at its present visit, as a server's group takes for it. */
  protected drawService(row: number, station: StationPlan, server: number): number {
    const group = server < 0 ? station.firstGroup : this.servers.groupOf[server]!
    const service = this.serviceOf(row, group)
    return sample(service, this.visitDraw(row, station.index, SERVICE))
  }

  private serviceOf(row: number, group: number): Distribution.Distribution {
    const { services, classIds } = this.plan
    const classIndex = this.customers.words[(row << WORDS) + CLASS_OF]!
    const service = services[group * classIds.length + classIndex]!
    if (service === null) throw serviceError(group, classIds[classIndex])
    return service
  }

  /** The idle server that a class gets: of the first group that may serve it, the lowest; or -1. */
  protected idleServer(station: StationPlan, classIndex: number): number {
    const { firstGroup, groupCount } = station
    if (groupCount === 1) return this.servers.firstIdle(firstGroup)
    for (let group = firstGroup; group < firstGroup + groupCount; group++) {
      if (!this.mayServe(group, classIndex)) continue
      const server = this.servers.firstIdle(group)
      if (server >= 0) return server
    }
    return -1
  }

  /** Work to be done now: what is known, else drawn for the first time or again. */
  private workOf(row: number, station: StationPlan, server: number, isFirst: boolean): number {
    const { customers } = this
    const left = customers.floats[(row << FLOATS) + LEFT]!
    if (left >= 0) return left
    if (isFirst) return this.drawService(row, station, server)
    const service = this.serviceOf(row, this.servers.groupOf[server]!)
    const draw = this.luck.again(
      station.index,
      {
        source: customers.words[(row << WORDS) + SOURCE_OF]!,
        serial: customers.words[(row << WORDS) + SERIAL_OF]! >>> 0
      },
      {
        visit: customers.words[(row << WORDS) + VISIT]!,
        count: customers.words[(row << WORDS) + RESAMPLED]!++
      }
    )
    const work = sample(service, draw)
    customers.floats[(row << FLOATS) + SERVICE_LENGTH] = work
    return work
  }

  /** Gives a customer the server of another one, who then finds another server or waits. */
  private takeOver(row: number, station: StationPlan, victim: number): void {
    const { customers, kernel } = this
    const server = customers.words[(victim << WORDS) + SERVER_OF]!
    const left =
      station.preemption === PREEMPT_RESAMPLE
        ? NONE
        : station.preemption === PREEMPT_RESTART
          ? customers.floats[(victim << FLOATS) + SERVICE_LENGTH]!
          : customers.floats[(victim << FLOATS) + ENDS_AT]! - kernel.now
    this.interrupt(victim, station, left)
    this.begin(row, station, server)
    this.seat(victim, station, false)
  }

  /**
   * Whose server a customer may take: of those of the worst priority, by which they would wait now, the
   * one that the discipline would serve last; -1 if nobody's.
   */
  private victimOf(row: number, station: StationPlan, isNewcomer: boolean): number {
    const { customers, servers } = this
    const { words, floats } = customers
    const classIndex = words[(row << WORDS) + CLASS_OF]!
    let worst = -1
    for (let at = 0; at < station.serverCount; at++) {
      const server = station.firstServer + at
      const other = servers.serving[server]!
      if (other < 0 || words[(other << WORDS) + STATE] !== SERVED || servers.isOnDuty[server] === 0)
        continue
      if (!this.mayServe(servers.groupOf[server]!, classIndex)) continue
      if (station.hasSteps) this.catchUp(other, station)
      if (worst < 0 || this.isServedLater(other, worst, station)) worst = other
    }
    if (worst < 0) return -1
    const difference = words[(worst << WORDS) + LEVEL]! - words[(row << WORDS) + LEVEL]!
    if (difference !== 0 || !isNewcomer) return difference > 0 ? worst : -1
    if (station.discipline === "last-come") return worst
    if (station.discipline !== "shortest") return -1
    const left = floats[(worst << FLOATS) + ENDS_AT]! - this.kernel.now
    return left > floats[(row << FLOATS) + LEFT]! ? worst : -1
  }

  /** Whether, of two in service, the left one would be served after the right one. */
  private isServedLater(left: number, right: number, { discipline }: StationPlan): boolean {
    const { words, floats } = this.customers
    const levels = words[(left << WORDS) + LEVEL]! - words[(right << WORDS) + LEVEL]!
    if (levels !== 0) return levels > 0
    const ends = floats[(left << FLOATS) + ENDS_AT]! - floats[(right << FLOATS) + ENDS_AT]!
    if (discipline === "shortest" && ends !== 0) return ends > 0
    const isLater = floats[(left << FLOATS) + ORDER]! > floats[(right << FLOATS) + ORDER]!
    return discipline === "last-come" ? !isLater : isLater
  }
}

const serviceError = (group: number, classId: string | undefined): RangeError =>
  new RangeError(`Group ${group} of servers has no service time for class "${classId}"`)
