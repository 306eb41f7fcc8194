/**
 * The slow simulator: any network declaration, run in the plainest way. All events are in a list
 * that is searched for the first; everything is an object; every random number is looked up by its
 * address anew.
 */
import * as Distribution from "../src/Distribution.ts"
import type { Declaration, Source } from "../src/Network.ts"
import * as RandomStreams from "../src/RandomStreams.ts"
import { come, depart, fill, finish, giveUp } from "./slowNetworkFlow.ts"
import {
  makePlace,
  numbersAt,
  type Person,
  schedule,
  tell,
  type World
} from "./slowNetworkParts.ts"
import { chosen } from "./slowNetworkRoutes.ts"
import { goAway } from "./slowNetworkService.ts"
import { epochTime } from "./slowNetworkSources.ts"
import { overdue, planShift, rise, settleDeadlocks } from "./slowNetworkTimers.ts"

/** Runs a network to a time, or until so much has happened, or to a deadlock. */
export const runSlowly = (
  declaration: Declaration,
  options: { readonly seed: number; readonly until: number; readonly traceMax?: number }
): World => {
  const world = makeWorld(declaration, options.seed)
  start(world)
  while (world.deadlock === null && world.trace.length < (options.traceMax ?? 100_000)) {
    const [first] = world.timers.sort((one, other) => one.at - other.at || one.order - other.order)
    if (first === undefined || first.at > options.until) break
    world.timers.shift()
    world.now = first.at
    first.run()
    fill(world)
    settleDeadlocks(world, () => fill(world))
  }
  return world
}

const makeWorld = (declaration: Declaration, seed: number): World => {
  const world: World = {
    declaration,
    classes: declaration.classes ?? [{ id: "customer" }],
    streams: RandomStreams.make({ seed, replication: 0 }),
    places: declaration.stations.map(makePlace),
    trace: [],
    now: 0,
    timers: [],
    orderCount: 0,
    freed: [],
    turns: new Map(),
    serials: new Map(),
    deadlock: null,
    does: {
      finish: (person) => finish(world, person),
      giveUp: (person) => giveUp(world, person),
      rise: (person) => rise(world, person),
      departed: (person) => {
        const { arrivals } = person.source
        if (arrivals.kind !== "population") return
        const [member, trip] = [
          person.serial % arrivals.size,
          Math.floor(person.serial / arrivals.size)
        ]
        planMember(world, person.source, member, trip + 1)
      }
    }
  }
  return world
}

const start = (world: World): void => {
  for (const place of world.places) {
    planShift(world, place, 0)
    const { servers } = place.station
    if (typeof servers === "object" && servers.kind === "schedule") {
      tell(world, "servers", undefined, [place.station.id, servers.shifts[0]!.servers])
    }
    if (place.station.vacation === undefined) continue
    for (const server of place.servers) goAway(world, place, server)
  }
  for (const source of world.declaration.sources) {
    if (source.arrivals.kind === "population") {
      for (let member = 0; member < source.arrivals.size; member++) {
        planMember(world, source, member, 0)
      }
    } else planEpoch(world, source, 0, source.from ?? 0)
  }
}

/** How many a source has sent. */
const sentBy = (world: World, source: Source): number => world.serials.get(source.id) ?? 0

const isDry = (world: World, source: Source): boolean =>
  sentBy(world, source) >= (source.limit ?? Number.POSITIVE_INFINITY)

/** Sets down when a member of a population comes the next time. */
const planMember = (world: World, source: Source, member: number, trip: number): void => {
  const { arrivals, from = 0, until = Number.POSITIVE_INFINITY } = source
  if (arrivals.kind !== "population" || isDry(world, source)) return
  const draw = numbersAt(world, `away ${source.id}`, member, trip)
  const at = (trip === 0 ? from : world.now) + Distribution.sample(arrivals.away, draw)
  if (at > until) return
  schedule(world, at, () => {
    if (isDry(world, source)) return
    world.serials.set(source.id, sentBy(world, source) + 1)
    arrive(world, source, member + arrivals.size * trip)
  })
}

const planEpoch = (world: World, source: Source, epoch: number, last: number): void => {
  const at = isDry(world, source) ? undefined : epochTime(world, source, epoch, last)
  if (at === undefined) return
  schedule(world, at, () => {
    const first = sentBy(world, source)
    const draw = numbersAt(world, `arrivals ${source.id}`, epoch, 1)
    const { batch = 1, limit = Number.POSITIVE_INFINITY } = source
    const size = typeof batch === "number" ? batch : Distribution.sample(batch, draw)
    world.serials.set(source.id, Math.min(first + size, limit))
    planEpoch(world, source, epoch + 1, at)
    for (let serial = first; serial < Math.min(first + size, limit); serial++) {
      arrive(world, source, serial)
    }
  })
}

const arrive = (world: World, source: Source, serial: number): void => {
  const { arrivals, from = 0 } = source
  const skippedCount =
    arrivals.kind === "given" ? arrivals.times.filter((time) => time < from).length : 0
  const given = arrivals.kind === "given" ? arrivals : undefined
  const id = given?.classes?.[skippedCount + serial] ?? classOf(world, source, serial)
  const arrivalClass = world.classes.find((one) => one.id === id)!
  const person: Person = {
    name: `${source.id}#${serial}`,
    source,
    serial,
    arrivedAt: world.now,
    arrivalClass,
    class: id,
    nextClass: id,
    visits: 0,
    comings: new Map(),
    isOverdue: false,
    raisedTo: undefined,
    broughtWork: given?.services?.[skippedCount + serial],
    due: undefined,
    stay: undefined
  }
  tell(world, "arrived", person, [id])
  if (arrivalClass.deadline !== undefined) {
    const draw = numbersAt(world, `customer ${source.id}`, serial, 1)
    const at = world.now + Distribution.sample(arrivalClass.deadline.time, draw)
    person.due = schedule(world, at, () => overdue(world, person))
  }
  const draw = numbersAt(world, `customer ${source.id}`, serial, 2)
  const target = chosen(world, person, source.to, draw)
  person.class = person.nextClass
  if (target === undefined) depart(world, person, "done")
  else come(world, person, target)
}

const classOf = (world: World, source: Source, serial: number): string => {
  if (source.class === undefined) return world.classes[0]!.id
  if (typeof source.class === "string") return source.class
  const uniform = numbersAt(world, `customer ${source.id}`, serial, 0).uniform()
  let sum = 0
  const entries = Object.entries(source.class)
  for (const [id, chance] of entries) {
    sum += chance
    if (uniform < sum) return id
  }
  return entries.at(-1)![0]
}
