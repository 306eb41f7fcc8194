/**
 * How customers of the slow simulator are served: they are seated, begin, are interrupted and put
 * back, and servers look for work or go on vacation.
 */
import * as Distribution from "../src/Distribution.ts"
import {
  cancel,
  numbersAt,
  numbersOf,
  type Person,
  type Place,
  type Server,
  schedule,
  tell,
  valueFor,
  type World,
  waitingAt
} from "./slowNetworkParts.ts"
import {
  firstFor,
  leaveLot,
  mayServe,
  nextStepOf,
  priorityNow,
  victimFor
} from "./slowNetworkQueue.ts"
import { shareAnew, shareTime } from "./slowNetworkSharing.ts"

/** Gives somebody who waits a server, if there is one for it; else its timers. */
export const seat = (world: World, person: Person, isNewcomer: boolean): void => {
  const { place, hasBegun } = person.stay!
  const idle = place.servers.find(
    (server) =>
      server.isOnDuty &&
      !server.isAway &&
      server.person === undefined &&
      mayServe(place, server, person.class)
  )
  if (idle !== undefined) {
    begin(world, person, idle)
    return
  }
  if (preempt(world, person, isNewcomer)) return
  const step = nextStepOf(world, person)
  if (step !== undefined) person.stay!.step = schedule(world, step, () => world.does.rise(person))
  const patience = valueFor(place.station.patience, person.class)
  if (patience !== undefined && !hasBegun) {
    const draw = numbersOf(world, person, place.station.id, person.stay!.visit, 1)
    const at = world.now + Distribution.sample(patience.time, draw)
    person.stay!.patience = schedule(world, at, () => world.does.giveUp(person))
  }
}

/** Takes the server of somebody worse, if there is one. */
export const preempt = (world: World, person: Person, isNewcomer: boolean): boolean => {
  const server = victimFor(world, person.stay!.place, person, isNewcomer)
  if (server === undefined) return false
  const victim = server.person!
  interrupt(world, victim)
  begin(world, person, server)
  const { preemption } = person.stay!.place.station
  if (preemption === "restart") victim.stay!.left = victim.stay!.length!
  if (preemption === "resample") victim.stay!.isLeftKept = false
  putBack(world, victim)
  seat(world, victim, false)
  return true
}

/** Somebody loses its server; what is left of its service is kept. */
export const interrupt = (world: World, person: Person): void => {
  const stay = person.stay!
  const server = stay.server!
  stay.left = stay.endsAt - world.now
  stay.isLeftKept = true
  stay.end = cancel(world, stay.end)
  stay.server = undefined
  server.person = undefined
  stay.state = "waiting"
  tell(world, "interrupted", person, [stay.place.station.id, server.number])
}

/** Somebody who lost its server waits first of its priority. */
export const putBack = (world: World, person: Person): void => {
  const stay = person.stay!
  stay.putBackOrder = ++world.orderCount
  stay.priority = priorityNow(world, person)
}

/** The service time of a stay, drawn. */
export const workOf = (world: World, person: Person, server: Server | undefined): number => {
  const { place, visit } = person.stay!
  const draw = numbersOf(world, person, place.station.id, visit, 0)
  return Distribution.sample(serviceFor(place, person, server), draw)
}

const serviceFor = ({ station }: Place, person: Person, server: Server | undefined) => {
  const { servers } = station
  const isSkilled = typeof servers === "object" && servers.kind === "skills"
  const group = isSkilled && server !== undefined ? servers.groups[server.group] : undefined
  return valueFor(group?.service, person.class) ?? valueFor(station.service, person.class)!
}

export const begin = (world: World, person: Person, server: Server | undefined): void => {
  const stay = person.stay!
  const { place } = stay
  if (server !== undefined) leaveLot(world, place, person)
  stay.patience = cancel(world, stay.patience)
  stay.step = cancel(world, stay.step)
  if (!stay.hasBegun) {
    stay.length ??= workOf(world, person, server)
    stay.left = stay.length
  } else if (!stay.isLeftKept) {
    const stream = `again ${place.station.id} of ${person.source.id}`
    const purpose = 256 * stay.visit + stay.resampleCount++
    const draw = numbersAt(world, stream, person.serial, purpose)
    stay.length = Distribution.sample(serviceFor(place, person, server), draw)
    stay.left = stay.length
  }
  if (place.station.discipline === "sharing") shareTime(world, place)
  stay.state = "served"
  stay.server = server
  if (server !== undefined) server.person = person
  const event = stay.hasBegun ? "resumed" : "began"
  stay.hasBegun = true
  tell(world, event, person, [place.station.id, server?.number ?? -1])
  if (place.station.discipline === "sharing") {
    shareAnew(world, place)
    return
  }
  stay.endsAt = world.now + stay.left
  stay.end = schedule(world, stay.endsAt, () => world.does.finish(person))
}

/** A free server takes the first that it may serve, or goes on vacation, or is idle. */
export const lookForWork = (world: World, place: Place, server: Server): void => {
  if (!server.isOnDuty) return
  const person = firstFor(world, place, server)
  if (person !== undefined) begin(world, person, server)
  else if (place.station.vacation !== undefined) goAway(world, place, server)
}

export const goAway = (world: World, place: Place, server: Server): void => {
  const { id, vacation } = place.station
  const draw = numbersAt(world, `vacation ${id}`, server.number, server.vacationCount++)
  server.isAway = true
  schedule(world, world.now + Distribution.sample(vacation!.time, draw), () => {
    server.isAway = false
    const isLast = vacation!.kind === "single" && waitingFor(place, server) === 0
    if (!isLast) lookForWork(world, place, server)
  })
}

const waitingFor = (place: Place, server: Server): number =>
  waitingAt(place).filter((person) => mayServe(place, server, person.class)).length
