/**
 * Servers that come and go by a plan or on vacation, and customers whose urgency changes with time:
 * everything that happens to a station without anybody coming or finishing.
 */
import * as records from "./networkCustomerRecords.ts"
import * as networkCustomers from "./networkCustomers.ts"
import type { EngineOptions, OldShape } from "./networkFloor.ts"
import * as networkMoves from "./networkMoves.ts"
import { NetworkMoves } from "./networkMoves.ts"
import type { NetworkPlan } from "./networkPlan.ts"
import * as networkPlan from "./networkPlan.ts"
import type { SchedulePlan } from "./networkServersPlan.ts"
import type { StationPlan } from "./networkStationPlan.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

// Copies: to the engine, what is imported is no constant.
const { BLOCKED, NONE, OUTSIDE, SERVED, WAITING } = networkCustomers
const { EXIT_OVERDUE } = networkMoves
const { DUE_LEAVE, DUE_RAISE } = networkPlan
const { CLASS_OF, DUE_CLASS, DUE_TIMER, ENDS_AT, FLOATS, IS_OVERDUE, NEXT_CLASS } = records
const { NEXT_STEP, RAISED, STATE, STATION_OF, STEP_TIMER, WORDS } = records

/** The part of the engine that keeps the hours. */
export abstract class NetworkShifts extends NetworkMoves {
  declare protected readonly overdueEvent: number
  declare private readonly shiftEvent: number
  // By station: servers on duty, and the next change of its plan, counted through its periods.
  declare protected readonly onDuty: Int32Array
  declare private readonly nextShift: Float64Array
  declare private readonly shiftTimers: Float64Array

  constructor(plan: NetworkPlan, options: EngineOptions) {
    super(plan, options)
    this.overdueEvent = this.kernel.on((row) => this.fallDue(row), "overdue")
    this.shiftEvent = this.kernel.on((station) => this.changeShift(station), "shift")
    this.onDuty = new Int32Array(plan.stations.length)
    this.nextShift = new Float64Array(plan.stations.length)
    this.shiftTimers = new Float64Array(plan.stations.length).fill(NONE)
  }

  protected override saveState(writer: Writer): void {
    super.saveState(writer)
    writer.section("shifts")
    writer.array(this.onDuty)
    writer.array(this.nextShift)
    writer.array(this.shiftTimers)
  }

  protected override restoreState(reader: Reader, shape: OldShape | null): void {
    super.restoreState(reader, shape)
    reader.section("shifts")
    this.onDuty.set(reader.array(Int32Array))
    this.nextShift.set(reader.array(Float64Array))
    this.shiftTimers.set(reader.array(Float64Array))
  }

  /** Opens a station: its first servers are on duty, and idle or on their first vacation. */
  protected open(station: StationPlan): void {
    const { servers } = this
    const { schedule, vacation, firstServer, index } = station
    const count = schedule === null ? this.serverEnd(station) - firstServer : schedule.firstCount
    this.onDuty[index] = count
    servers.isOnDuty.fill(1, firstServer, firstServer + count)
    if (schedule !== null) {
      this.resumePlan(station, schedule)
      this.recorder.servers(index, count)
    }
    for (let server = firstServer; server < firstServer + count; server++) {
      if (vacation === null) servers.setIdle(server, true)
      else this.goAway(server, station, vacation)
    }
  }

  protected comeBack(code: number): void {
    const { servers } = this
    const station = this.plan.stations[code % this.plan.stations.length]!
    const own = Math.floor(code / this.plan.stations.length)
    const server = station.firstServer + own
    if (own >= station.serverCount || servers.isAway[server] === 0) return
    if (!this.isBearable(station.index)) return
    servers.isAway[server] = 0
    const hasWork = this.hasWorkFor(station, servers.groupOf[server]!)
    if (hasWork || station.isVacationRepeated) this.next(server, station)
    else servers.setIdle(server, true)
    this.suspects.push(station.index)
    this.settle()
  }

  protected rise(row: number): void {
    const { customers } = this
    const station = this.plan.stations[customers.words[(row << WORDS) + STATION_OF]!]!
    const steps = station.priority.steps[customers.words[(row << WORDS) + CLASS_OF]!]!
    const step = customers.words[(row << WORDS) + NEXT_STEP]!++
    customers.floats[(row << FLOATS) + STEP_TIMER] = NONE
    const priority = steps.priority[step]!
    this.setPriority(row, station, { priority, level: steps.level[step]! })
    this.awaitStep(row, station)
    this.preemptFromQueue(row, station)
  }

  private fallDue(row: number): void {
    const { customers, plan } = this
    customers.floats[(row << FLOATS) + DUE_TIMER] = NONE
    customers.words[(row << WORDS) + IS_OVERDUE] = 1
    this.recorder.overdue(row)
    const due = this.dueOf(row)
    const station = plan.stations[customers.words[(row << WORDS) + STATION_OF]!]!
    if (due === DUE_RAISE) this.raise(row, station)
    else if (due === DUE_LEAVE && customers.words[(row << WORDS) + STATE] !== SERVED)
      this.sendAway(row, station)
    this.settle()
  }

  /** Raises the priority of an overdue customer for the rest of its way. */
  private raise(row: number, station: StationPlan): void {
    const { customers, plan } = this
    const { raise } = plan.classes[customers.words[(row << WORDS) + DUE_CLASS]!]!
    customers.words[(row << WORDS) + RAISED] = raise
    const level = station.priority.raiseLevels[raise]!
    this.setPriority(row, station, { priority: plan.raises[raise]!, level })
    if (customers.words[(row << WORDS) + STATE] !== WAITING) return
    this.forgetStep(row)
    this.preemptFromQueue(row, station)
  }

  /** An overdue customer leaves the network from where it waits, for service or for a place. */
  private sendAway(row: number, station: StationPlan): void {
    const { customers } = this
    if (customers.words[(row << WORDS) + STATE] === BLOCKED) {
      this.unblock(row)
      customers.words[(row << WORDS) + NEXT_CLASS] = -1
      this.leaveServer(row, station)
    } else {
      this.stopWaiting(row, station)
      customers.words[(row << WORDS) + STATE] = OUTSIDE
      this.vacate(row, station)
    }
    this.leaveNetwork(row, EXIT_OVERDUE)
  }

  private serverEnd(station: StationPlan): number {
    const { groups } = this.plan
    const last = groups[station.firstGroup + station.groupCount - 1]!
    return last.firstServer + last.serverCount
  }

  /** Finds the present place in a plan, and answers how many servers are on duty now. */
  protected resumePlan(station: StationPlan, schedule: SchedulePlan): number {
    const { froms, counts, period, firstCount } = schedule
    const { now } = this.kernel
    const round = period < Number.POSITIVE_INFINITY ? Math.floor(now / period) : 0
    const time = round > 0 ? now - round * period : now
    const passed = froms.filter((from) => from <= time).length + round * froms.length
    this.nextShift[station.index] = passed
    this.awaitShift(station, schedule)
    return passed === 0 || froms.length === 0 ? firstCount : counts[(passed - 1) % counts.length]!
  }

  /** Takes the pending change of a plan back. */
  protected forgetShift(index: number): void {
    if (this.shiftTimers[index] === NONE) return
    this.kernel.cancel(this.shiftTimers[index]!)
    this.shiftTimers[index] = NONE
  }

  /** Schedules the next change of a plan, if there is one. */
  private awaitShift(station: StationPlan, schedule: SchedulePlan): void {
    const { froms, period } = schedule
    const next = this.nextShift[station.index]!
    if (froms.length === 0 || (next >= froms.length && period === Number.POSITIVE_INFINITY)) return
    const round = Math.floor(next / froms.length)
    const from = froms[next % froms.length]!
    const at = round > 0 ? round * period + from : from
    this.shiftTimers[station.index] = this.kernel.at(at, this.shiftEvent, station.index)
  }

  /** Whether a plan will bring a server to work who is not held by a blocked customer. */
  protected hasServersToCome({ index, schedule, firstServer }: StationPlan): boolean {
    if (schedule === null || schedule.froms.length === 0) return false
    const isPeriodic = schedule.period < Number.POSITIVE_INFINITY
    let most = 0
    for (
      let shift = isPeriodic ? 0 : this.nextShift[index]!;
      shift < schedule.counts.length;
      shift++
    )
      most = Math.max(most, schedule.counts[shift]!)
    for (let server = firstServer; server < firstServer + most; server++)
      if (this.servers.serving[server]! < 0) return true
    return false
  }

  private changeShift(index: number): void {
    const station = this.plan.stations[index]!
    const { schedule } = station
    if (schedule === null) return
    const count = schedule.counts[this.nextShift[index]! % schedule.counts.length]!
    this.nextShift[index]!++
    this.shiftTimers[index] = NONE
    this.awaitShift(station, schedule)
    this.setDuty(station, count, schedule)
    this.suspects.push(index)
    this.settle()
  }

  /** Lets servers come or go until so many are on duty; those who go do as the plan says. */
  protected setDuty(station: StationPlan, count: number, schedule: SchedulePlan | null): void {
    const { index } = station
    const change = count - this.onDuty[index]!
    this.onDuty[index] = count
    if (change >= 0 || schedule === null) this.callServers(station, change)
    else this.dismissServers(station, schedule, -change)
  }

  /** Servers come: first those who are still at work, then the absent ones. */
  private callServers(station: StationPlan, count: number): void {
    const { servers } = this
    const { firstServer, serverCount, index } = station
    const coming: Array<number> = []
    let missing = count
    for (const isAtWork of [true, false]) {
      for (let server = firstServer; server < firstServer + serverCount; server++) {
        if (missing === 0 || servers.isOnDuty[server] === 1) continue
        if (servers.serving[server]! >= 0 !== isAtWork) continue
        servers.isOnDuty[server] = 1
        missing--
        if (!isAtWork) coming.push(server)
      }
    }
    this.recorder.servers(index, this.onDuty[index]!)
    for (const server of coming) this.next(server, station)
  }

  /** Servers go: first the idle ones, then those at work, the highest number first. */
  private dismissServers(station: StationPlan, schedule: SchedulePlan, count: number): void {
    const { servers, customers } = this
    const { firstServer, serverCount, index } = station
    const inHand: Array<number> = []
    let missing = count
    for (const isAtWork of [false, true]) {
      for (let server = firstServer + serverCount - 1; server >= firstServer; server--) {
        if (missing === 0 || servers.isOnDuty[server] === 0) continue
        const row = servers.serving[server]!
        if (row >= 0 !== isAtWork) continue
        servers.isOnDuty[server] = 0
        missing--
        if (!isAtWork) servers.setIdle(server, false)
        else if (customers.words[(row << WORDS) + STATE] === SERVED) inHand.push(row)
      }
    }
    this.recorder.servers(index, this.onDuty[index]!)
    if (schedule.atEnd !== "finish") this.stopServices(inHand, station, schedule)
  }

  /** What customers in hand do whose servers are gone: go on later here, or elsewhere. */
  protected stopServices(
    rows: ReadonlyArray<number>,
    station: StationPlan,
    schedule: SchedulePlan
  ): void {
    const { customers, kernel, plan } = this
    const isLater = schedule.atEnd === "resume"
    for (const row of rows) {
      const left = customers.floats[(row << FLOATS) + ENDS_AT]! - kernel.now
      this.interrupt(row, station, isLater || !schedule.isFresh ? left : NONE)
      if (!isLater) this.vacate(row, station)
    }
    for (const row of rows) {
      if (isLater) this.seat(row, station, false)
      else this.comeElsewhere(row, plan.stations[schedule.elsewhere]!)
    }
  }

  /** Servers on duty at a station whose customer is in a state: in service, or blocked. */
  engagedOnDuty(index: number, state: number): number {
    const { customers, servers } = this
    const { firstServer, serverCount } = this.plan.stations[index]!
    let count = 0
    for (let server = firstServer; server < firstServer + serverCount; server++) {
      const row = servers.serving[server]!
      if (row >= 0 && servers.isOnDuty[server] === 1 && customers.stateOf(row) === state) count++
    }
    return count
  }
}
