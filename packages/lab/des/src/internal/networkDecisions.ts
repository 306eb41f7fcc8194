/**
 * What customers decide: where to go, whether to join, and as which class they go on. A customer who
 * changes its class does so when it has left where it is; until then the new one is only noted.
 */
import type { EngineOptions, OldShape } from "./networkFloor.ts"
import { BALKING, FIRST_ROUTE, ROUTE_BALKING, VIEW } from "./networkLuck.ts"
import { CHOOSE, type NetworkPlan } from "./networkPlan.ts"
import { LEAVE, makeView, Router } from "./networkRouter.ts"
import type { View } from "./networkRoutes.ts"
import { NetworkService } from "./networkService.ts"
import type { StationPlan } from "./networkStationPlan.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

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
    const { sourceOf, serialOf, nextClass } = this.customers
    const draw = this.luck.ofCustomer(sourceOf[row]!, serialOf[row]!, FIRST_ROUTE)
    const target = this.router.choose(route, row, draw)
    if (this.router.chosenClass >= 0) nextClass[row] = this.router.chosenClass
    return target
  }

  /** The number of the route after service, -1 to leave. */
  protected routeOf(row: number, station: StationPlan): number {
    const { stationRoutes, classIds } = this.plan
    return stationRoutes[station.index * classIds.length + this.customers.classOf[row]!]!
  }

  /** Chooses by a route of a station; a station or {@link LEAVE}, and the class to go on as. */
  protected choose(row: number, route: number, station: StationPlan, purpose: number): number {
    if (route < 0) return LEAVE
    const only = this.plan.targets[route]!
    if (only !== CHOOSE) return only
    const draw = this.visitDraw(row, station.index, purpose)
    const target = this.router.choose(route, row, draw)
    if (this.router.chosenClass >= 0) this.customers.nextClass[row] = this.router.chosenClass
    return target
  }

  /** A customer who is nowhere becomes of the class as which it goes on. */
  protected takeNextClass(row: number): void {
    const { classOf, nextClass } = this.customers
    if (nextClass[row]! < 0) return
    classOf[row] = nextClass[row]!
    nextClass[row] = -1
  }

  /** Counts one more coming to a station: random numbers go by it. */
  protected countComing(row: number, { repeat }: StationPlan): void {
    const { customers } = this
    customers.visit[row] = repeat < 0 ? 0 : customers.come(row, repeat)
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
    const { classOf } = this.customers
    const own = classOf[row]!
    classOf[row] = this.comingClass(row)
    const chance = join(this.view.of(row, this.visitDraw(row, station.index, VIEW)))
    classOf[row] = own
    return chance
  }

  /** The class as which a customer comes. */
  private comingClass(row: number): number {
    const { classOf, nextClass } = this.customers
    return nextClass[row]! >= 0 ? nextClass[row]! : classOf[row]!
  }
}
