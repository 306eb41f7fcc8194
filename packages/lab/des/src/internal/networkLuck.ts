/**
 * Where the engine finds the random numbers of a customer, a station or a server: streams by name,
 * opened when they are first asked for, since there may be as many as stations times sources.
 */
import type { Draw } from "../Draw.ts"
import type { DrawPlace, NetworkDraws } from "./networkDraws.ts"
import type { NetworkPlan } from "./networkPlan.ts"

/** Purposes of a customer in the network. */
export const CLASS = 0
export const DUE_TIME = 1
export const FIRST_ROUTE = 2

/** Purposes of one visit of a station; `VISIT` times the number of the visit is added. */
export const VISIT = 8
export const SERVICE = 0
export const PATIENCE = 1
export const BALKING = 2
export const ROUTE = 3
export const VIEW = 4
export const ROUTE_GIVING_UP = 5
export const ROUTE_BALKING = 6

/** Times that a service can be drawn again in one visit before its numbers come a second time. */
const AGAIN = 256

/** The random numbers of one run. */
export class NetworkLuck {
  declare private readonly plan: NetworkPlan
  declare private readonly draws: NetworkDraws
  declare private readonly customers: ReadonlyArray<DrawPlace>
  // Open addressing: by slot the pair of station and source plus 1 (0 for an empty slot).
  private pairs = new Int32Array(64)
  private places: Array<DrawPlace | null> = new Array(64).fill(null)
  private pairCount = 0

  constructor(plan: NetworkPlan, draws: NetworkDraws) {
    this.plan = plan
    this.draws = draws
    this.customers = plan.declaration.sources.map(({ id }) => draws.place(`customer ${id}`))
  }

  /** Of a customer in the network. */
  ofCustomer(source: number, serial: number, purpose: number): Draw {
    return this.customers[source]!.at(serial, purpose)
  }

  /** Of a customer of a source at a visit of a station. */
  ofVisit(station: number, source: number, serial: number, purpose: number): Draw {
    const pair = station * this.customers.length + source + 1
    const mask = this.pairs.length - 1
    let slot = Math.imul(pair, 0x9e3779b1) & mask
    for (let found = this.pairs[slot]!; found !== pair; found = this.pairs[slot]!) {
      if (found === 0) return this.open(pair, station, source).at(serial, purpose)
      slot = (slot + 1) & mask
    }
    return this.places[slot]!.at(serial, purpose)
  }

  /** Of a service that is drawn for the `count`-th time again, from 0. */
  again(
    station: number,
    customer: { readonly source: number; readonly serial: number },
    address: { readonly visit: number; readonly count: number }
  ): Draw {
    const { plan, draws } = this
    const source = plan.declaration.sources[customer.source]!.id
    const place = draws.place(`again ${plan.stationIds[station]!} of ${source}`)
    return place.at(customer.serial, address.visit * AGAIN + address.count)
  }

  /** Of a choice among those who wait. */
  ofOrder(station: number, count: number): Draw {
    return this.draws.place(`order ${this.plan.stationIds[station]!}`).at(count, 0)
  }

  /** Of a vacation; servers are numbered from 0 in their station. */
  ofVacation(station: number, server: number, count: number): Draw {
    return this.draws.place(`vacation ${this.plan.stationIds[station]!}`).at(server, count)
  }

  private open(pair: number, station: number, source: number): DrawPlace {
    const { plan } = this
    const names = [plan.stationIds[station]!, plan.declaration.sources[source]!.id]
    const place = this.draws.place(names.join(" of "))
    if (++this.pairCount * 2 > this.pairs.length) this.grow()
    this.put(pair, place)
    return place
  }

  private put(pair: number, place: DrawPlace): void {
    const mask = this.pairs.length - 1
    let slot = Math.imul(pair, 0x9e3779b1) & mask
    while (this.pairs[slot] !== 0) slot = (slot + 1) & mask
    this.pairs[slot] = pair
    this.places[slot] = place
  }

  private grow(): void {
    const { pairs, places } = this
    this.pairs = new Int32Array(pairs.length * 2)
    this.places = new Array(pairs.length * 2).fill(null)
    for (const [slot, pair] of pairs.entries()) {
      if (pair !== 0) this.put(pair, places[slot]!)
    }
  }
}
