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

/** Purposes of one visit of a station; `PURPOSES` times the number of the visit is added. */
export const PURPOSES = 8
export const SERVICE = 0
export const PATIENCE = 1
export const BALKING = 2
export const ROUTE = 3
export const VIEW = 4
export const ROUTE_GIVING_UP = 5
export const ROUTE_BALKING = 6

/** Times that a service can be drawn again in one visit before its numbers come a second time. */
const AGAIN = 256

/** Spreads pairs over slots, whose numbers are even. */
const SPREAD = 0x9e3779b1 << 1

/** The random numbers of one run. */
export class NetworkLuck {
  declare private readonly plan: NetworkPlan
  declare private readonly draws: NetworkDraws
  declare private readonly customers: ReadonlyArray<DrawPlace>
  // Open addressing: by slot the pair of station and source plus 1 (0 for an empty slot), and the
  // number of its place. Generators are beside the places if all have one: one step less to go.
  private slots = new Int32Array(128)
  private readonly places: Array<DrawPlace> = []
  private readonly generators: Array<Draw> = []

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
    const { generators, slots } = this
    const mask = slots.length - 2
    let slot = Math.imul(pair, SPREAD) & mask
    for (let found = slots[slot]!; found !== pair; found = slots[slot]!) {
      if (found === 0) return this.open(pair, station, source).at(serial, purpose)
      slot = (slot + 2) & mask
    }
    const number = slots[slot + 1]!
    return generators.length > 0 ? generators[number]! : this.places[number]!.at(serial, purpose)
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
    this.places.push(place)
    if (place.generator !== null) this.generators.push(place.generator)
    if (this.places.length * 4 > this.slots.length) this.grow()
    this.put(pair, this.places.length - 1)
    return place
  }

  private put(pair: number, number: number): void {
    const { slots } = this
    const mask = slots.length - 2
    let slot = Math.imul(pair, SPREAD) & mask
    while (slots[slot] !== 0) slot = (slot + 2) & mask
    slots[slot] = pair
    slots[slot + 1] = number
  }

  private grow(): void {
    const { slots } = this
    this.slots = new Int32Array(slots.length * 2)
    for (let slot = 0; slot < slots.length; slot += 2) {
      if (slots[slot] !== 0) this.put(slots[slot]!, slots[slot + 1]!)
    }
  }
}
