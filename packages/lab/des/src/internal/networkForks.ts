/**
 * A run that goes on in another network of the same names: a fork into a future with another policy.
 * Customers keep what they have (their places, work done, patience and deadlines that were set);
 * where the new network sees things otherwise (priorities, order of the queues, servers, rooms),
 * they are put in order when the run goes on, at the time of the fork.
 */

import * as EventHash from "../EventHash.ts"
import * as SnapshotProblem from "../SnapshotProblem.ts"
import * as records from "./networkCustomerRecords.ts"
import * as networkCustomers from "./networkCustomers.ts"
import type { OldShape } from "./networkFloor.ts"
import * as networkLanes from "./networkLanes.ts"
import { NetworkRings } from "./networkRings.ts"
import * as networkServersPlan from "./networkServersPlan.ts"
import type { StationPlan } from "./networkStationPlan.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

// Copies: to the engine, what is imported is no constant.
const { BLOCKED, NONE, OUTSIDE, SERVED, WAITING } = networkCustomers
const { PUT_BACK } = networkLanes
const { BY_SERVERS, BY_SHARE } = networkServersPlan
const { BEGAN_AT, CLASS_OF, DUE_CLASS, FLOATS, LANE, LEFT, ORDER, PATIENCE_TIMER } = records
const { RAISED, RANK, SERVER_OF, STATE, STATION_OF, WORDS } = records

/** Who serves, in the words of a problem. */
const serviceWords = ["servers of their own", "infinitely many servers", "shared servers"] as const

/** The part of the engine that takes over runs of other networks. */
export abstract class NetworkForks extends NetworkRings {
  /** Whether the run comes from another network and was not put in order yet. */
  protected isForked = false

  /** Writes how the network is built. */
  protected saveShape(writer: Writer): void {
    const { stations } = this.plan
    writer.section("shape")
    writer.text(this.signature())
    writer.boolean(this.isForked)
    writer.array(Uint8Array.from(stations, ({ service }) => service))
    writer.array(Int32Array.from(stations, ({ serverCount }) => serverCount))
    writer.array(Int32Array.from(stations, ({ repeat }) => repeat))
  }

  /** What is different here from the network of a snapshot, null if it is the same. */
  protected restoreShape(reader: Reader): OldShape | null {
    const { stations } = this.plan
    reader.section("shape")
    const isSame = reader.text() === this.signature()
    this.isForked = reader.boolean() || !isSame
    const services = reader.array(Uint8Array)
    const serverCounts = reader.array(Int32Array)
    const oldRepeats = reader.array(Int32Array)
    if (isSame || reader.problem !== null) return null
    for (const [index, { service, id }] of stations.entries()) {
      if (services[index] === service) continue
      const found = serviceWords[services[index] ?? -1] ?? "nothing"
      const expected = serviceWords[service] ?? "nothing"
      reader.refuse(SnapshotProblem.make("DifferentModel", `station "${id}"`, found, expected))
    }
    const counted = oldRepeats.filter((repeat) => repeat >= 0).length
    const repeats = new Int32Array(counted).fill(-1)
    for (const [index, repeat] of oldRepeats.entries()) {
      if (repeat >= 0) repeats[repeat] = stations[index]?.repeat ?? -1
    }
    const servers = stations.flatMap((station, index) => {
      const count = station.service === BY_SERVERS ? (serverCounts[index] ?? 0) : 0
      return Array.from({ length: count }, (_, own) =>
        own < station.serverCount ? station.firstServer + own : -1
      )
    })
    return { serverCounts, servers: Int32Array.from(servers), repeats }
  }

  /** Gives those of a snapshot of another network their places in this one. */
  protected arrange(shape: OldShape): void {
    const { customers, plan } = this
    for (const row of this.rowsInside()) {
      this.arrangeRow(row, plan.stations[customers.words[(row << WORDS) + STATION_OF]!]!, shape)
    }
    for (const station of plan.stations) {
      const { index, firstServer, service } = station
      if (service === BY_SHARE) this.sharing.change(index, shape.serverCounts[index]!)
      if (service !== BY_SERVERS) continue
      let onDuty = 0
      for (let server = firstServer; server < firstServer + station.serverCount; server++) {
        const { isOnDuty, isAway, serving } = this.servers
        onDuty += isOnDuty[server]!
        const isIdle = isOnDuty[server] === 1 && isAway[server] === 0 && serving[server] === -1
        this.servers.setIdle(server, isIdle)
      }
      this.onDuty[index] = onDuty
    }
  }

  /** Puts the run in order after a fork: from here on it is one of this network. */
  protected settleFork(): void {
    this.isForked = false
    for (const station of this.plan.stations) {
      if (station.service === BY_SERVERS) this.settleServers(station)
      else if (station.service === BY_SHARE) {
        this.recorder.servers(station.index, station.serverCount)
      }
      if (this.blocked.countInto(station.index) > 0) this.freed.push(station.index)
      this.suspects.push(station.index)
    }
    this.settle()
  }

  /** What the states of a snapshot hang on, but for functions. */
  private signature(): string {
    const { classes, sources, stations } = this.plan.declaration
    const hash = EventHash.make()
    hash.addText(JSON.stringify([classes, sources, stations]))
    return hash.digest()
  }

  private arrangeRow(row: number, station: StationPlan, shape: OldShape): void {
    const { customers, plan } = this
    if (customers.words[(row << WORDS) + RAISED]! >= 0) {
      customers.words[(row << WORDS) + RAISED] =
        plan.classes[customers.words[(row << WORDS) + DUE_CLASS]!]!.raise
    }
    if (customers.words[(row << WORDS) + SERVER_OF]! >= 0) {
      customers.words[(row << WORDS) + SERVER_OF] =
        shape.servers[customers.words[(row << WORDS) + SERVER_OF]!] ?? -1
    }
    customers.words[(row << WORDS) + LANE] = -1
    const isSharing =
      station.service === BY_SHARE && customers.words[(row << WORDS) + STATE] === SERVED
    if (isSharing) this.lanes.add(row, station.firstLane)
    if (isSharing || customers.words[(row << WORDS) + STATE] === OUTSIDE) return
    const state = customers.words[(row << WORDS) + STATE]!
    customers.words[(row << WORDS) + STATE] = OUTSIDE
    this.takePriority(row, station)
    customers.words[(row << WORDS) + STATE] = state
    if (state === WAITING) this.arrangeWaiting(row, station)
  }

  private arrangeWaiting(row: number, station: StationPlan): void {
    const { customers } = this
    const timer = customers.floats[(row << FLOATS) + PATIENCE_TIMER]!
    if (
      timer !== NONE &&
      (station.patience[customers.words[(row << WORDS) + CLASS_OF]!] ?? null) === null
    ) {
      this.kernel.cancel(timer)
      customers.floats[(row << FLOATS) + PATIENCE_TIMER] = NONE
    }
    this.forgetStep(row)
    if (
      station.isByLength &&
      customers.floats[(row << FLOATS) + LEFT] === NONE &&
      Number.isNaN(customers.floats[(row << FLOATS) + BEGAN_AT]!)
    ) {
      customers.floats[(row << FLOATS) + LEFT] = this.drawService(row, station, -1)
    }
    const isPutBack = customers.floats[(row << FLOATS) + RANK]! < PUT_BACK
    this.line(row, station, isPutBack)
  }

  /** Servers come or go as at a change of shift; fixed ones finish what they have in hand. */
  private settleServers(station: StationPlan): void {
    const { servers } = this
    const { index, schedule, firstServer } = station
    const stranded = [...this.rowsOf(index, SERVED), ...this.rowsOf(index, BLOCKED)].filter(
      (row) => !this.findServer(row, station)
    )
    this.forgetShift(index)
    const count = schedule === null ? station.serverCount : this.resumePlan(station, schedule)
    this.setDuty(station, count, schedule)
    if (schedule !== null && schedule.atEnd !== "finish") {
      const inHand = stranded.filter(
        (row) => this.customers.words[(row << WORDS) + STATE] === SERVED
      )
      this.stopServices(inHand, station, schedule)
    }
    for (let server = firstServer; server < firstServer + station.serverCount; server++) {
      if (!servers.isIdle(server) || !this.hasWorkFor(station, servers.groupOf[server]!)) continue
      servers.setIdle(server, false)
      this.next(server, station)
    }
    for (const row of this.rowsOf(index, WAITING)) this.preemptFromQueue(row, station)
  }

  /** Whether a customer has a server, or gets an idle one because its own is no more. */
  private findServer(row: number, station: StationPlan): boolean {
    const { customers, servers } = this
    if (customers.words[(row << WORDS) + SERVER_OF] !== -1) return true
    const server = this.idleServer(station, customers.words[(row << WORDS) + CLASS_OF]!)
    if (server < 0) return false
    servers.setIdle(server, false)
    servers.serving[server] = row
    customers.words[(row << WORDS) + SERVER_OF] = server
    return true
  }

  /** Who does this at a station, in order of joining it. */
  private rowsOf(index: number, state: number): ReadonlyArray<number> {
    const { customers } = this
    return this.rowsInside().filter(
      (row) =>
        customers.words[(row << WORDS) + STATION_OF] === index &&
        customers.words[(row << WORDS) + STATE] === state
    )
  }

  /** All who are at a station, in order of joining it. */
  private rowsInside(): ReadonlyArray<number> {
    const { customers } = this
    const orderOf = (row: number): number => customers.floats[(row << FLOATS) + ORDER]!
    const rows: Array<number> = []
    for (let row = 0; row < customers.rowEnd; row++)
      if (customers.stationOf(row) >= 0) rows.push(row)
    return rows.sort((left, right) => orderOf(left) - orderOf(right))
  }
}
