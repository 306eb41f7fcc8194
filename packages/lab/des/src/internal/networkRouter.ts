/**
 * Where a customer goes next. Routes are compiled once to tables of station and class numbers; a
 * choice allocates nothing, but for functions, which get a view of the network.
 *
 * A customer who is choosing is counted nowhere: the station that it is about to leave counts as
 * if it had left.
 */
import type * as Draw from "../Draw.ts"
import type { ChanceRoute, FunctionRoute, Route, View } from "./networkRoutes.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

/** What the router answers for those who leave the network. */
export const LEAVE = -1
/** How far the probabilities of ways may be from a sum of 1 and still leave nobody over. */
const SUM_TOLERANCE = 1e-9

/** What the router asks the engine; stations and classes by index, customers by row. */
export interface World {
  readonly now: number
  /** By row. */
  readonly customers: {
    readonly classOf: (row: number) => number
    readonly arrivedAt: (row: number) => number
    readonly visitsOf: (row: number) => number
    /** The station that a customer is at, -1 if at none. */
    readonly stationOf: (row: number) => number
  }
  readonly numberAt: (station: number) => number
  readonly queueAt: (station: number) => number
}

/** Whose routes they are: the names of stations and classes. */
interface Names {
  readonly stations: ReadonlyArray<{ readonly id: string }>
  readonly classes: ReadonlyArray<{ readonly id: string }>
}

/** A route with numbers for names. */
type Compiled =
  | { readonly kind: "to"; readonly station: number }
  | {
      readonly kind: "chance"
      readonly stations: ReadonlyArray<number>
      readonly classes: ReadonlyArray<number>
      /** Running sums of the probabilities. */
      readonly sums: ReadonlyArray<number>
    }
  | { readonly kind: "shortest"; readonly among: ReadonlyArray<number>; readonly isRandom: boolean }
  | { readonly kind: "cycle"; readonly among: ReadonlyArray<number>; turn: number }
  | { readonly kind: "function"; readonly route: FunctionRoute }

/** The routes of a network, by number. */
export class Router {
  /** The class that the customer goes on as after the last choice; -1 if it keeps its own. */
  chosenClass = -1

  declare private readonly stations: ReadonlyArray<string>
  declare private readonly classes: ReadonlyArray<string>
  declare private readonly world: World
  declare private readonly seen: NetworkView
  private readonly routes: Array<Compiled> = []

  constructor(options: { readonly declaration: Names; readonly world: World }) {
    this.stations = options.declaration.stations.map(({ id }) => id)
    this.classes = options.declaration.classes.map(({ id }) => id)
    this.world = options.world
    this.seen = makeView(options.declaration, options.world)
  }

  /** Takes a route in and returns its number, from 0 up. Each has its own turn if it is a cycle. */
  add(route: Route): number {
    return this.routes.push(this.compile(route)) - 1
  }

  /**
   * The station where a customer goes, or {@link LEAVE}; sets {@link chosenClass}.
   *
   * Random numbers from `draw`: a uniform one by chance and for random ties, as many as a function
   * asks for. Throws a `RangeError` if a function answers a station that it did not name.
   */
  choose(route: number, row: number, draw: Draw.Draw): number {
    const compiled = this.routes[route]!
    this.chosenClass = -1
    switch (compiled.kind) {
      case "to":
        return compiled.station
      case "chance": {
        const way = wayOf(compiled.sums, draw.uniform())
        if (way < 0) return LEAVE
        this.chosenClass = compiled.classes[way]!
        return compiled.stations[way]!
      }
      case "shortest":
        return this.shortest(compiled.among, compiled.isRandom, row, draw)
      case "cycle": {
        const station = compiled.among[compiled.turn]!
        compiled.turn = (compiled.turn + 1) % compiled.among.length
        return station
      }
      case "function":
        return this.byFunction(compiled.route, row, draw)
    }
  }

  save(writer: Writer): void {
    writer.section("routes")
    const turns = this.routes.map((route) => (route.kind === "cycle" ? route.turn : 0))
    writer.array(Int32Array.from(turns))
  }

  restore(reader: Reader): void {
    reader.section("routes")
    const turns = reader.array(Int32Array)
    for (const [index, route] of this.routes.entries()) {
      if (route.kind === "cycle") route.turn = (turns[index] ?? 0) % route.among.length
    }
  }

  private compile(route: Route): Compiled {
    if (typeof route === "string") return { kind: "to", station: this.stations.indexOf(route) }
    switch (route.kind) {
      case "chance":
        return this.compileChance(route)
      case "shortest":
        return {
          kind: "shortest",
          among: this.indicesOf(route.among),
          isRandom: route.tie === "random"
        }
      case "cycle":
        return { kind: "cycle", among: this.indicesOf(route.among), turn: 0 }
      case "function":
        return { kind: "function", route }
    }
  }

  private compileChance(route: ChanceRoute): Compiled {
    const likely = route.ways.filter((way) => way.probability > 0)
    let sum = 0
    const sums = likely.map((way) => {
      sum += way.probability
      return sum
    })
    if (sum >= 1 - SUM_TOLERANCE) sums[sums.length - 1] = 1
    return {
      kind: "chance",
      stations: this.indicesOf(likely.map((way) => way.station ?? "leave")),
      classes: likely.map((way) => (way.as === undefined ? -1 : this.classes.indexOf(way.as))),
      sums
    }
  }

  /** The numbers of stations; -1 for "leave". */
  private indicesOf(ids: ReadonlyArray<string>): ReadonlyArray<number> {
    return ids.map((id) => this.stations.indexOf(id))
  }

  private shortest(
    among: ReadonlyArray<number>,
    isRandom: boolean,
    row: number,
    draw: Draw.Draw
  ): number {
    let best = LEAVE
    let least = Number.POSITIVE_INFINITY
    let tieCount = 0
    for (let index = 0; index < among.length; index++) {
      const number = othersAt(this.world, among[index]!, row)
      if (number < least) {
        best = among[index]!
        least = number
        tieCount = 1
      } else if (number === least) tieCount++
    }
    if (!isRandom || tieCount < 2) return best
    let turn = Math.floor(draw.uniform() * tieCount)
    for (let index = 0; index < among.length; index++) {
      const station = among[index]!
      if (othersAt(this.world, station, row) === least && turn-- === 0) return station
    }
    return best
  }

  private byFunction(route: FunctionRoute, row: number, draw: Draw.Draw): number {
    const answer = route.choose(this.seen.of(row, draw))
    if (answer === null) return LEAVE
    const station = route.stations.includes(answer) ? this.stations.indexOf(answer) : LEAVE
    if (station === LEAVE) {
      throw new RangeError(
        `Route function "${route.name}" answers one of ${route.stations.join(", ")} or null; ` +
          `got ${answer}`
      )
    }
    return station
  }
}

/** Customers at a station but for the one who is choosing. */
const othersAt = (world: World, station: number, row: number): number =>
  world.numberAt(station) - (world.customers.stationOf(row) === station ? 1 : 0)

/** The first way whose running sum passes the uniform number, -1 if none does. */
const wayOf = (sums: ReadonlyArray<number>, uniform: number): number => {
  for (let index = 0; index < sums.length; index++) if (uniform < sums[index]!) return index
  return -1
}

/** A view of the network for functions, to be turned to whoever decides. */
export const makeView = (declaration: Names, world: World): NetworkView =>
  new NetworkView(declaration, world)

/** The network as a deciding customer sees it. */
export class NetworkView implements View {
  declare private readonly classes: ReadonlyArray<string>
  declare private readonly world: World
  declare private readonly indexOf: ReadonlyMap<string, number>
  declare private draw: Draw.Draw
  private row = -1

  /** Use {@link makeView}. */
  constructor(declaration: Names, world: World) {
    this.classes = declaration.classes.map(({ id }) => id)
    this.world = world
    this.indexOf = new Map(declaration.stations.map(({ id }, index) => [id, index]))
  }

  /** Becomes the view of the customer in this row, with its random numbers. */
  of(row: number, draw: Draw.Draw): this {
    this.row = row
    this.draw = draw
    return this
  }

  get now(): number {
    return this.world.now
  }

  get class(): string {
    return this.classes[this.world.customers.classOf(this.row)]!
  }

  get arrivedAt(): number {
    return this.world.customers.arrivedAt(this.row)
  }

  get visits(): number {
    return this.world.customers.visitsOf(this.row)
  }

  readonly numberAt = (station: string): number =>
    othersAt(this.world, this.stationOf(station), this.row)

  readonly queueAt = (station: string): number => this.world.queueAt(this.stationOf(station))

  readonly uniform = (): number => this.draw.uniform()

  private stationOf(id: string): number {
    const index = this.indexOf.get(id)
    if (index === undefined) throw new RangeError(`No station "${id}" in this network`)
    return index
  }
}
