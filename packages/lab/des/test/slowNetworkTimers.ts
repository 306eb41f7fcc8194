/**
 * What happens to customers and servers of the slow simulator while time goes by: deadlines, rising
 * priorities, shifts, and the search for deadlocks.
 */
import type { ScheduledServers } from "../src/Network.ts"
import { blockedFor, come, depart, joinFreed, leave, leaveAlone } from "./slowNetworkFlow.ts"
import {
  cancel,
  type Person,
  type Place,
  type Server,
  schedule,
  tell,
  type World,
  waitingAt
} from "./slowNetworkParts.ts"
import { mayServe, nextStepOf, priorityNow, reprioritise } from "./slowNetworkQueue.ts"
import { interrupt, lookForWork, preempt, putBack, seat } from "./slowNetworkService.ts"

/** A deadline passes. */
export const overdue = (world: World, person: Person): void => {
  const rule = person.arrivalClass.deadline!.overdue
  person.due = undefined
  person.isOverdue = true
  tell(world, "overdue", person)
  const { stay } = person
  if (rule.kind === "raise") {
    person.raisedTo = rule.priority
    if (stay === undefined) return
    stay.step = cancel(world, stay.step)
    reprioritise(world, stay.place, person, rule.priority)
    if (stay.state === "waiting") preempt(world, person, false)
  }
  if (rule.kind === "leave" && (stay?.state === "waiting" || stay?.state === "blocked")) {
    // Who was blocked does not go on, so nobody says that it is unblocked.
    if (stay.state === "blocked") stay.state = "outside"
    leave(world, person)
    depart(world, person, "overdue")
  }
}

/** The next step of a rising priority. */
export const rise = (world: World, person: Person): void => {
  const stay = person.stay!
  const next = nextStepOf(world, person)
  stay.step = next === undefined ? undefined : schedule(world, next, () => world.does.rise(person))
  reprioritise(world, stay.place, person, priorityNow(world, person))
  preempt(world, person, false)
}

/** When the number of servers changes next after the shift with this number, and to which shift. */
const nextShift = ({ shifts, period }: ScheduledServers, shift: number) => {
  const count = period === undefined ? shifts.length : Number.POSITIVE_INFINITY
  const at = (index: number): number =>
    Math.floor(index / shifts.length) * (period ?? 0) + shifts[index % shifts.length]!.from
  const servers = (index: number): number => shifts[index % shifts.length]!.servers
  if (shifts.every((one) => one.servers === servers(0))) return undefined
  for (let index = shift + 1; index < count; index++) {
    if (servers(index) !== servers(shift)) return { index, at: at(index), servers: servers(index) }
  }
  return undefined
}

/** Sets down the next change of servers after a shift. */
export const planShift = (world: World, place: Place, shift: number): void => {
  const { servers } = place.station
  if (typeof servers !== "object" || servers.kind !== "schedule") return
  const next = nextShift(servers, shift)
  const { shifts, period } = servers
  const toCome = period === undefined ? shifts.slice(shift + 1) : shifts
  place.mostToCome = next === undefined ? 0 : Math.max(0, ...toCome.map((one) => one.servers))
  if (next === undefined) return
  schedule(world, next.at, () => {
    planShift(world, place, next.index)
    changeShift(world, place, servers, next.servers)
  })
}

const changeShift = (
  world: World,
  place: Place,
  { atEnd }: ScheduledServers,
  count: number
): void => {
  const onDuty = place.servers.filter((server) => server.isOnDuty)
  const goingCount = Math.max(0, onDuty.length - count)
  const going = [...onDuty.filter(isFree).reverse(), ...onDuty.filter(isTaken).reverse()]
  const coming = place.servers.filter((server) => !server.isOnDuty)
  const fresh = [...coming.filter(isTaken), ...coming.filter(isFree)]
  const back = fresh.slice(0, Math.max(0, count - onDuty.length))
  const gone = going.slice(0, goingCount)
  for (const server of gone) server.isOnDuty = false
  for (const server of back) server.isOnDuty = true
  tell(world, "servers", undefined, [place.station.id, count])
  const stopped =
    atEnd.kind === "finish"
      ? []
      : gone.flatMap(({ person }) => (person?.stay?.state === "served" ? [person] : []))
  for (const person of stopped) {
    interrupt(world, person)
    if (atEnd.kind !== "elsewhere") continue
    if (atEnd.work === "remaining") person.broughtWork = person.stay!.left
    leave(world, person)
  }
  if (atEnd.kind === "elsewhere") {
    for (const person of stopped) {
      const target = world.places.find(({ station }) => station.id === atEnd.station)!
      person.nextClass = person.class
      come(world, person, target, { mayBalk: false })
    }
  } else {
    for (const person of stopped) {
      putBack(world, person)
      seat(world, person, false)
    }
  }
  const idle = back.filter(isFree).sort((one, other) => one.number - other.number)
  for (const server of idle) lookForWork(world, place, server)
}

const isFree = (server: Server): boolean => server.person === undefined
const isTaken = (server: Server): boolean => server.person !== undefined

/** Ends the run, or moves everybody in the ring at once, if a deadlock is found. */
export const settleDeadlocks = (world: World, fill: () => void): void => {
  for (let ring = ringOf(world); ring !== undefined; ring = ringOf(world)) {
    if (world.declaration.deadlock !== "exchange") {
      world.deadlock = { at: world.now, stations: ring.map(({ index }) => index) }
      return
    }
    const movers = ring.map((place, index) => {
      const to = ring[(index + 1) % ring.length]!
      const person = blockedFor(world, to).find((one) => one.stay!.place === place)!
      return { person, place, to }
    })
    const servers = movers.map(({ person }) => leaveAlone(world, person))
    for (const [index, server] of servers.entries()) {
      if (server !== undefined) lookForWork(world, movers[index]!.place, server)
    }
    for (const { person, to } of movers) joinFreed(world, person, to)
    fill()
  }
}

/** The stations of a deadlock in a ring, from the lowest; found by trying every set of stations. */
const ringOf = (world: World): ReadonlyArray<Place> | undefined => {
  const blockedAt = (place: Place): ReadonlyArray<Person> =>
    place.inside
      .filter((person) => person.stay!.state === "blocked")
      .sort((one, other) => one.stay!.blockOrder - other.stay!.blockOrder)
  let stuck = world.places.filter((place) => blockedAt(place).length > 0 && isStuck(place))
  for (;;) {
    const kept = stuck.filter((place) =>
      blockedAt(place).every((person) => stuck.includes(person.stay!.blockedTo!))
    )
    if (kept.length === stuck.length) break
    stuck = kept
  }
  const way: Array<Place> = []
  let place = stuck[0]
  while (place !== undefined && !way.includes(place)) {
    way.push(place)
    place = blockedAt(place)[0]!.stay!.blockedTo!
  }
  if (place === undefined) return undefined
  const ring = way.slice(way.indexOf(place))
  const lowest = ring.reduce((least, one) => (one.index < least.index ? one : least))
  const start = ring.indexOf(lowest)
  return [...ring.slice(start), ...ring.slice(0, start)]
}

/** Whether no place of a station can become free but by those who are blocked there. */
const isStuck = (place: Place): boolean => {
  const waiting = waitingAt(place)
  const mayLeave = (person: Person): boolean =>
    person.stay!.patience !== undefined ||
    (person.due !== undefined && person.arrivalClass.deadline!.overdue.kind === "leave")
  const mayCome = (server: Server): boolean =>
    server.isAway && waiting.some((person) => mayServe(place, server, person.class))
  return (
    place.inside.length >= (place.station.room ?? Number.POSITIVE_INFINITY) &&
    place.inside.every((person) => person.stay!.state !== "served" && !mayLeave(person)) &&
    !(waiting.length > 0 && place.servers.slice(0, place.mostToCome).some(isFree)) &&
    !place.servers.some(mayCome)
  )
}
