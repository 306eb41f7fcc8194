/**
 * The things of the slow simulator: customers, servers and stations as plain objects, an event
 * list, and the numbers that they draw. It is an independent second implementation of network
 * declarations, made to be read as their definition; `Network.model.test.ts` holds the engine
 * against it.
 */
import type * as Draw from "../src/Draw.ts"
import { isPerClass } from "../src/internal/networkFilled.ts"
import type { CustomerClass, Declaration, PerClass, Source, Station } from "../src/Network.ts"
import type * as RandomStreams from "../src/RandomStreams.ts"

export type State = "outside" | "waiting" | "served" | "blocked"

export interface Timer {
  at: number
  order: number
  run: () => void
}

export interface Person {
  readonly name: string
  readonly source: Source
  readonly serial: number
  readonly arrivedAt: number
  readonly arrivalClass: CustomerClass
  class: string
  /** The class that it becomes at its next station. */
  nextClass: string
  visits: number
  /** How often it came to each station. */
  readonly comings: Map<string, number>
  isOverdue: boolean
  raisedTo: number | undefined
  /** A service time for the next station that it joins: given with it, or left over from elsewhere. */
  broughtWork: number | undefined
  due: Timer | undefined
  stay: Stay | undefined
}

/** What somebody does at the station where it is. */
export interface Stay {
  readonly place: Place
  readonly visit: number
  readonly joinedAt: number
  readonly joinOrder: number
  state: State
  priority: number
  server: Server | undefined
  hasBegun: boolean
  /** Length of the whole service, and what is left of it. */
  length: number | undefined
  left: number
  isLeftKept: boolean
  endsAt: number
  resampleCount: number
  /** Order of being put back into the queue, 0 for who never was. */
  putBackOrder: number
  patience: Timer | undefined
  step: Timer | undefined
  end: Timer | undefined
  blockedTo: Place | undefined
  blockOrder: number
}

export interface Server {
  readonly number: number
  readonly group: number
  isOnDuty: boolean
  isAway: boolean
  vacationCount: number
  person: Person | undefined
}

export interface Place {
  readonly index: number
  readonly station: Station
  readonly servers: Array<Server>
  /** Everybody there, in order of joining. */
  inside: Array<Person>
  /** For the discipline "random": who is waiting and was never put back, by priority and class. */
  readonly lots: Map<string, Array<Person>>
  choiceCount: number
  /** The most servers that a shift to come will bring. */
  mostToCome: number
  sharedAt: number
  shareEnd: Timer | undefined
}

/** One line of a trace: "began door#3 desk 0" says who began where with which server. */
export interface Happening {
  readonly at: number
  readonly what: string
  /** The class as which somebody comes to a station; nothing for other events. */
  readonly as?: string
}

export interface World {
  readonly declaration: Declaration
  readonly classes: ReadonlyArray<CustomerClass>
  readonly streams: RandomStreams.RandomStreams
  readonly places: ReadonlyArray<Place>
  readonly trace: Array<Happening>
  now: number
  timers: Array<Timer>
  orderCount: number
  /** Stations where a place became free in this event, in order. */
  freed: Array<Place>
  readonly turns: Map<object, number>
  readonly serials: Map<string, number>
  deadlock: { readonly at: number; readonly stations: ReadonlyArray<number> } | null
  /** What happens later, or elsewhere in the simulator. */
  does: {
    readonly finish: (person: Person) => void
    readonly giveUp: (person: Person) => void
    readonly rise: (person: Person) => void
    readonly departed: (person: Person) => void
  }
}

/** Says what happened: the trace is what is compared. */
export const tell = (
  world: World,
  event: string,
  who: Person | undefined,
  rest: ReadonlyArray<string | number> = []
): void => {
  world.trace.push({ at: world.now, what: [event, who?.name ?? "-", ...rest].join(" ") })
}

/** Says how somebody's coming to a station ended. */
export const tellComing = (
  world: World,
  event: "joined" | "refused" | "balked",
  who: Person,
  station: string
): void => {
  world.trace.push({ at: world.now, what: `${event} ${who.name} ${station}`, as: who.class })
}

/** Something that will happen, after everything set down earlier for the same time. */
export const schedule = (world: World, at: number, run: () => void): Timer => {
  const timer = { at, order: ++world.orderCount, run }
  world.timers.push(timer)
  return timer
}

export const cancel = (world: World, timer: Timer | undefined): undefined => {
  if (timer !== undefined) world.timers = world.timers.filter((one) => one !== timer)
  return undefined
}

/** The random numbers at an address. */
export const numbersAt = (
  world: World,
  stream: string,
  entity: number,
  purpose: number
): Draw.Draw => world.streams.stream(stream).cursor().moveTo(entity, purpose)

/** The numbers of a customer for one purpose of one visit of a station. */
export const numbersOf = (
  world: World,
  person: Person,
  station: string,
  visit: number,
  kind: number
) => numbersAt(world, `${station} of ${person.source.id}`, person.serial, 8 * visit + kind)

/** The value for a class, or the one for all others. */
export const valueFor = <Value>(
  per: PerClass<Value> | undefined,
  id: string
): Value | undefined => {
  if (!isPerClass(per)) return per
  return per.classes[id] ?? per.otherwise
}

export const waitingAt = (place: Place): ReadonlyArray<Person> =>
  place.inside.filter((person) => person.stay?.state === "waiting")

export const makePlace = (station: Station, index: number): Place => {
  const { servers } = station
  const made: Array<Server> = []
  const add = (group: number, isOnDuty: boolean): void => {
    made.push({
      number: made.length,
      group,
      isOnDuty,
      isAway: false,
      vacationCount: 0,
      person: undefined
    })
  }
  if (station.discipline !== "sharing" && servers !== "infinite") {
    if (typeof servers === "number") for (let n = 0; n < servers; n++) add(0, true)
    else if (servers.kind === "skills") {
      for (const [group, { servers: count }] of servers.groups.entries()) {
        for (let n = 0; n < count; n++) add(group, true)
      }
    } else {
      const most = Math.max(...servers.shifts.map((shift) => shift.servers))
      for (let n = 0; n < most; n++) add(0, n < servers.shifts[0]!.servers)
    }
  }
  return {
    index,
    station,
    servers: made,
    inside: [],
    lots: new Map(),
    choiceCount: 0,
    mostToCome: 0,
    sharedAt: 0,
    shareEnd: undefined
  }
}
