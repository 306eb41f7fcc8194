/**
 * What customers decide: where to go, whether to join, and as which class they go on. A customer who
 * changes its class does so when it has left where it is; until then the new one is only noted.
 */
import * as records from "./networkCustomerRecords.ts"
import type { EngineOptions, OldShape } from "./networkFloor.ts"
import * as networkLuck from "./networkLuck.ts"
import type { NetworkPlan } from "./networkPlan.ts"
import * as networkPlan from "./networkPlan.ts"
import * as networkRouter from "./networkRouter.ts"
import { makeView, Router } from "./networkRouter.ts"
import type { View } from "./networkRoutes.ts"
import { NetworkService } from "./networkService.ts"
import type { StationPlan } from "./networkStationPlan.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

// Copies: to the engine, what is imported is no constant.
const { BALKING, FIRST_ROUTE, ROUTE_BALKING, VIEW } = networkLuck
const { CHOOSE } = networkPlan
const { LEAVE } = networkRouter
const { CLASS_OF, NEXT_CLASS, SERIAL_OF, SOURCE_OF, VISIT, WORDS } = records

/** The part of the engine that decides for customers. */
export abstract class NetworkDecisions extends NetworkService {
  declare protected readonly router: Router
  declare private readonly view: ReturnType<typeof makeView>

  constructor(plan: NetworkPlan, options: EngineOptions) {
    super(plan, options)
    this.router = new Router({ declaration: plan.declaration, world: this })
    this.view = makeView(plan.declaration, this)
    for (const route of plan.routes) this.router.add(route)
  }

  protected override saveState(writer: Writer): void {
    super.saveState(writer)
    this.router.save(writer)
  }

  protected override restoreState(reader: Reader, shape: OldShape | null): void {
    super.restoreState(reader, shape)
    this.router.restore(reader)
  }

  /** Where a customer goes who has just come into the network. */
  protected firstTarget(row: number, route: number): number {
    const only = this.plan.targets[route]!
    if (only !== CHOOSE) return only
    const { words } = this.customers
    const record = row << WORDS
    const serial = words[record + SERIAL_OF]! >>> 0
    const draw = this.luck.ofCustomer(words[record + SOURCE_OF]!, serial, FIRST_ROUTE)
    const target = this.router.choose(route, row, draw)
    if (this.router.chosenClass >= 0) words[record + NEXT_CLASS] = this.router.chosenClass
    return target
  }

  /** The number of the route after service, -1 to leave. */
  protected routeOf(row: number, station: StationPlan): number {
    const { stationRoutes, classIds } = this.plan
    return stationRoutes[
      station.index * classIds.length + this.customers.words[(row << WORDS) + CLASS_OF]!
    ]!
  }

  /** Chooses by a route of a station; a station or {@link LEAVE}, and the class to go on as. */
  protected choose(row: number, route: number, station: StationPlan, purpose: number): number {
    if (route < 0) return LEAVE
    const only = this.plan.targets[route]!
    if (only !== CHOOSE) return only
    const draw = this.visitDraw(row, station.index, purpose)
    const target = this.router.choose(route, row, draw)
    if (this.router.chosenClass >= 0)
      this.customers.words[(row << WORDS) + NEXT_CLASS] = this.router.chosenClass
    return target
  }

  /** A customer who is nowhere becomes of the class as which it goes on. */
  protected takeNextClass(row: number): void {
    const { words } = this.customers
    const record = row << WORDS
    const next = words[record + NEXT_CLASS]!
    if (next < 0) return
    words[record + CLASS_OF] = next
    words[record + NEXT_CLASS] = -1
  }

  /** Counts one more coming to a station: random numbers go by it. */
  protected countComing(row: number, { repeat }: StationPlan): void {
    const { customers } = this
    customers.words[(row << WORDS) + VISIT] = repeat < 0 ? 0 : customers.come(row, repeat)
  }

  /** Where a customer goes who does not join. */
  protected turnAway(row: number, station: StationPlan): number {
    this.recorder.balked(row, station.index)
    const { route } = station.balking[this.comingClass(row)]!
    return this.choose(row, route, station, ROUTE_BALKING)
  }

  /** Whether a customer who comes does not join. */
  protected balks(row: number, station: StationPlan): boolean {
    if (!station.hasBalking) return false
    const balking = station.balking[this.comingClass(row)]!
    if (balking === null) return false
    const { rule } = balking
    const queue = this.waiting[station.index]!
    switch (rule.kind) {
      case "length":
        return queue >= rule.fromQueue
      case "chances": {
        const chance = rule.balk[Math.min(queue, rule.balk.length - 1)]!
        return this.visitDraw(row, station.index, BALKING).uniform() < chance
      }
      case "function": {
        const chance = this.chanceOfJoining(row, station, rule.join)
        return !(this.visitDraw(row, station.index, BALKING).uniform() < chance)
      }
    }
  }

  /** What a function says that sees the customer as it comes, in its new class. */
  private chanceOfJoining(row: number, station: StationPlan, join: (view: View) => number): number {
    const { words } = this.customers
    const place = (row << WORDS) + CLASS_OF
    const own = words[place]!
    words[place] = this.comingClass(row)
    const chance = join(this.view.of(row, this.visitDraw(row, station.index, VIEW)))
    words[place] = own
    return chance
  }

  /** The class as which a customer comes. */
  private comingClass(row: number): number {
    const { words } = this.customers
    const next = words[(row << WORDS) + NEXT_CLASS]!
    return next >= 0 ? next : words[(row << WORDS) + CLASS_OF]!
  }
}
