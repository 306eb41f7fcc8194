/**
 * How customers of the slow simulator move: they come to a station, are seated, served, blocked,
 * and leave. What one instant does in order is that of the engine, as its documentation says.
 */
import {
  cancel,
  numbersOf,
  type Person,
  type Place,
  type Server,
  type Stay,
  tell,
  tellComing,
  valueFor,
  type World,
  waitingAt
} from "./slowNetworkParts.ts"
import { enterLot, leaveLot, priorityNow } from "./slowNetworkQueue.ts"
import { chosen, viewOf } from "./slowNetworkRoutes.ts"
import { begin, lookForWork, seat, workOf } from "./slowNetworkService.ts"
import { shareAnew, shareTime } from "./slowNetworkSharing.ts"

const servesAllAtOnce = ({ station }: Place): boolean =>
  station.discipline === "sharing" || station.servers === "infinite"

/** Somebody comes to a station and holds no server: from a source, a queue, or as it is told. */
export const come = (
  world: World,
  person: Person,
  place: Place,
  options: { readonly mayBalk: boolean } = { mayBalk: true }
): void => {
  const visit = countComing(person, place)
  if (options.mayBalk && balks(world, person, place, visit)) {
    balk(world, person, place, visit)
    return
  }
  enter(world, person, place, visit)
}

const countComing = (person: Person, place: Place): number => {
  const visit = person.comings.get(place.station.id) ?? 0
  person.comings.set(place.station.id, visit + 1)
  return visit
}

const isFull = (place: Place): boolean =>
  place.inside.length >= (place.station.room ?? Number.POSITIVE_INFINITY)

const enter = (world: World, person: Person, place: Place, visit: number): void => {
  if (isFull(place)) {
    tellComing(world, "refused", person, place.station.id)
    depart(world, person, "lost")
  } else join(world, person, place, visit)
}

const balks = (world: World, person: Person, place: Place, visit: number): boolean => {
  const balking = valueFor(place.station.balking, person.nextClass)
  if (balking === undefined) return false
  const queue = waitingAt(place).length
  if (balking.kind === "length") return queue >= balking.fromQueue
  const coin = numbersOf(world, person, place.station.id, visit, 2).uniform()
  if (balking.kind === "chances") {
    return coin < balking.balk[Math.min(queue, balking.balk.length - 1)]!
  }
  const draw = numbersOf(world, person, place.station.id, visit, 4)
  return !(coin < balking.join({ ...viewOf(world, person, draw), class: person.nextClass }))
}

const balk = (world: World, person: Person, place: Place, visit: number): void => {
  const { id, balking } = place.station
  tellComing(world, "balked", person, id)
  const to = valueFor(balking, person.class)?.to
  if (to === undefined) {
    depart(world, person, "balked")
    return
  }
  const target = chosen(world, person, to, numbersOf(world, person, id, visit, 6))
  person.class = person.nextClass
  if (target === undefined) depart(world, person, "balked")
  else come(world, person, target)
}

const join = (world: World, person: Person, place: Place, visit: number): void => {
  const stay: Stay = {
    place,
    visit,
    joinedAt: world.now,
    joinOrder: ++world.orderCount,
    state: "waiting",
    priority: 0,
    server: undefined,
    hasBegun: false,
    length: person.broughtWork,
    left: 0,
    isLeftKept: false,
    endsAt: Number.NaN,
    resampleCount: 0,
    putBackOrder: 0,
    patience: undefined,
    step: undefined,
    end: undefined,
    blockedTo: undefined,
    blockOrder: 0
  }
  person.stay = stay
  person.broughtWork = undefined
  stay.priority = priorityNow(world, person)
  place.inside.push(person)
  tellComing(world, "joined", person, place.station.id)
  if (place.station.discipline === "shortest") stay.length ??= workOf(world, person, undefined)
  if (servesAllAtOnce(place)) begin(world, person, undefined)
  else {
    enterLot(world, place, person)
    seat(world, person, true)
  }
}

/** A service ends. */
export const finish = (world: World, person: Person): void => {
  const stay = person.stay!
  const { place } = stay
  if (place.station.discipline === "sharing") shareTime(world, place)
  stay.end = undefined
  person.visits++
  tell(world, "finished", person, [place.station.id])
  if (person.isOverdue && person.arrivalClass.deadline!.overdue.kind === "leave") {
    leave(world, person)
    depart(world, person, "overdue")
    return
  }
  const draw = numbersOf(world, person, place.station.id, stay.visit, 3)
  const target = chosen(world, person, valueFor(place.station.to, person.class) ?? "leave", draw)
  if (target === undefined) {
    leave(world, person)
    depart(world, person, "done")
    return
  }
  const visit = countComing(person, target)
  const isBalking = balks(world, person, target, visit)
  if (!isBalking && target.station.whenFull === "block" && isFull(target)) {
    stay.state = "blocked"
    stay.blockedTo = target
    stay.blockOrder = ++world.orderCount
    person.comings.set(target.station.id, visit)
    tell(world, "blocked", person, [place.station.id, target.station.id])
    if (place.station.discipline === "sharing") shareAnew(world, place)
    return
  }
  leave(world, person)
  person.class = person.nextClass
  if (isBalking) balk(world, person, target, visit)
  else enter(world, person, target, visit)
}

/** Somebody leaves its station, from whatever it does there; its server looks for the next. */
export const leave = (world: World, person: Person): void => {
  const server = leaveAlone(world, person)
  if (server !== undefined) lookForWork(world, person.stay!.place, server)
  person.stay = undefined
}

/** The same, but its server does nothing yet. The stay is still there. */
export const leaveAlone = (world: World, person: Person): Server | undefined => {
  const stay = person.stay!
  const { place, server } = stay
  if (place.station.discipline === "sharing") shareTime(world, place)
  if (stay.state === "waiting") leaveLot(world, place, person)
  if (stay.state === "blocked") tell(world, "unblocked", person, [place.station.id])
  stay.patience = cancel(world, stay.patience)
  stay.step = cancel(world, stay.step)
  place.inside = place.inside.filter((one) => one !== person)
  stay.state = "outside"
  tell(world, "left", person, [place.station.id])
  if (server !== undefined) server.person = undefined
  if (place.station.discipline === "sharing") shareAnew(world, place)
  world.freed.push(place)
  return server
}

/** Patience ends. */
export const giveUp = (world: World, person: Person): void => {
  const { place, visit } = person.stay!
  const { id } = place.station
  person.stay!.patience = undefined
  tell(world, "gaveUp", person, [id])
  const to = valueFor(place.station.patience, person.class)?.to
  leave(world, person)
  if (to === undefined) {
    depart(world, person, "gaveUp")
    return
  }
  const target = chosen(world, person, to, numbersOf(world, person, id, visit, 5))
  person.class = person.nextClass
  if (target === undefined) depart(world, person, "gaveUp")
  else come(world, person, target)
}

/** Somebody leaves the network. */
export const depart = (world: World, person: Person, exit: string): void => {
  person.due = cancel(world, person.due)
  tell(world, "departed", person, [exit])
  world.does.departed(person)
}

/** Those who are blocked come where places became free. */
export const fill = (world: World): void => {
  for (let place = world.freed.shift(); place !== undefined; place = world.freed.shift()) {
    for (;;) {
      const [first] = blockedFor(world, place)
      if (first === undefined || isFull(place)) break
      leave(world, first)
      joinFreed(world, first, place)
    }
  }
}

/** Everybody who is blocked for a station, the longest first. */
export const blockedFor = (world: World, place: Place): ReadonlyArray<Person> =>
  world.places
    .flatMap(({ inside }) => inside)
    .filter((person) => person.stay!.blockedTo === place)
    .sort((one, other) => one.stay!.blockOrder - other.stay!.blockOrder)

/** Somebody who was blocked joins the station that it waited for. */
export const joinFreed = (world: World, person: Person, place: Place): void => {
  person.class = person.nextClass
  join(world, person, place, countComing(person, place))
}
