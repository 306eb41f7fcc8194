/**
 * Customers who wait for each other's places in a ring. It is looked for whenever one was blocked,
 * took a place that had become free, or lost the hope that servers come back; then the run ends, or
 * all of the ring move at once.
 */
import * as records from "./networkCustomerRecords.ts"
import * as networkCustomers from "./networkCustomers.ts"
import { findDeadlock } from "./networkDeadlock.ts"
import * as networkPlan from "./networkPlan.ts"
import { NetworkShifts } from "./networkShifts.ts"
import type { StationPlan } from "./networkStationPlan.ts"

// Copies: to the engine, what is imported is no constant.
const { NONE } = networkCustomers
const { DUE_LEAVE } = networkPlan
const { BLOCKED_TO, DUE_TIMER, FLOATS, PATIENCE_TIMER, STATION_OF, WORDS } = records

/** Where blocked customers wait for each other in a ring, and since when. */
export interface Deadlock {
  readonly at: number
  /** Each has a customer blocked towards the next, the last towards the first. */
  readonly stations: ReadonlyArray<number>
}

/** The part of the engine that finds and undoes deadlocks. */
export abstract class NetworkRings extends NetworkShifts {
  /** Not null once the run has ended because blocked customers wait for each other. */
  deadlock: Deadlock | null = null

  protected lookForDeadlock(): void {
    const { suspects, plan, customers } = this
    while (suspects.length > 0) {
      const isStuck = suspects.some((station) => this.isStuck(station))
      suspects.length = 0
      if (!isStuck) return
      const rows = this.blocked.all()
      const ring = findDeadlock({
        stationCount: plan.stations.length,
        isStuck: (station) => this.isStuck(station),
        blockedFrom: rows.map((row) => customers.words[(row << WORDS) + STATION_OF]!),
        blockedTo: rows.map((row) => customers.words[(row << WORDS) + BLOCKED_TO]!)
      })
      if (ring === null) return
      if (plan.declaration.deadlock === "exchange") this.exchange(ring, rows)
      else {
        this.deadlock = { at: this.kernel.now, stations: ring }
        this.kernel.stop()
      }
    }
  }

  /** The longest blocked customers of the stations of a ring move on at once. */
  private exchange(ring: ReadonlyArray<number>, blocked: ReadonlyArray<number>): void {
    const { customers } = this
    const { stations } = this.plan
    const rows = ring.map(
      (from) => blocked.find((row) => customers.words[(row << WORDS) + STATION_OF] === from)!
    )
    const free: Array<readonly [number, StationPlan]> = []
    for (const [turn, row] of rows.entries()) {
      const station = stations[ring[turn]!]!
      this.unblock(row)
      this.recorder.unblocked(row, station.index)
      free.push([this.vacateServer(row, station), station])
    }
    for (const [server, station] of free) if (server >= 0) this.next(server, station)
    for (const [turn, row] of rows.entries()) {
      this.joinFromBlocked(row, stations[ring[(turn + 1) % ring.length]!]!)
    }
    this.fill()
  }

  /** Whether a station is full and can free no place but by one of its blocked customers. */
  private isStuck(index: number): boolean {
    const { customers, servers, plan } = this
    const station = plan.stations[index]!
    if (this.numbers[index]! < station.room || this.busy[index]! > 0) return false
    if (this.waiting[index]! > 0 && this.hasServersToCome(station)) return false
    const end = station.firstServer + station.serverCount
    for (let server = station.firstServer; server < end && station.vacation !== null; server++) {
      if (servers.isAway[server] === 0) continue
      if (this.hasWorkFor(station, servers.groupOf[server]!)) return false
    }
    for (let row = 0; row < customers.rowEnd; row++) {
      if (customers.words[(row << WORDS) + STATION_OF] !== index) continue
      if (customers.floats[(row << FLOATS) + PATIENCE_TIMER] !== NONE) return false
      if (customers.floats[(row << FLOATS) + DUE_TIMER] !== NONE && this.dueOf(row) === DUE_LEAVE)
        return false
    }
    return true
  }
}
