/**
 * Who is next in the slow simulator: the order of a queue, whom a server may serve, and whose
 * server somebody better takes.
 */
import {
  numbersAt,
  type Person,
  type Place,
  type Server,
  valueFor,
  type World,
  waitingAt
} from "./slowNetworkParts.ts"

/** Whether a server may serve a class. */
export const mayServe = (place: Place, server: Server, classId: string): boolean => {
  const { servers } = place.station
  if (typeof servers !== "object" || servers.kind !== "skills") return true
  return servers.groups[server.group]!.serves.includes(classId)
}

const isRandom = (place: Place): boolean => place.station.discipline === "random"

const hasSkills = ({ station: { servers } }: Place): boolean =>
  typeof servers === "object" && servers.kind === "skills"

const lotOf = (place: Place, person: Person, world: World): string => {
  const classIndex = world.classes.findIndex(({ id }) => id === person.class)
  return `${person.stay!.priority}/${hasSkills(place) ? classIndex : 0}`
}

/** Keeps the lots of a random queue: newcomers at the end, the last in the place of who leaves. */
export const enterLot = (world: World, place: Place, person: Person): void => {
  if (!isRandom(place) || person.stay!.putBackOrder > 0) return
  const lot = place.lots.get(lotOf(place, person, world)) ?? []
  lot.push(person)
  place.lots.set(lotOf(place, person, world), lot)
}

export const leaveLot = (world: World, place: Place, person: Person): void => {
  const lot = place.lots.get(lotOf(place, person, world))
  if (lot === undefined || !lot.includes(person)) return
  const last = lot.pop()!
  if (last !== person) lot[lot.indexOf(person)] = last
}

/** Gives somebody another priority, at its new place in the queue if it waits. */
export const reprioritise = (
  world: World,
  place: Place,
  person: Person,
  priority: number
): void => {
  if (person.stay!.priority === priority) return
  const isWaiting = person.stay!.state === "waiting"
  if (isWaiting) leaveLot(world, place, person)
  person.stay!.priority = priority
  if (isWaiting) enterLot(world, place, person)
}

/** The priority of somebody at its station now: raised for good, or by its latest step, or its own. */
export const priorityNow = (world: World, person: Person): number => {
  const { joinedAt, place } = person.stay!
  if (person.raisedTo !== undefined) return person.raisedTo
  const rising = valueFor(place.station.rising, person.class)
  const steps = rising?.kind === "steps" ? rising.steps : []
  const step = steps.filter(({ after }) => joinedAt + after <= world.now).at(-1)
  const own = world.classes.find(({ id }) => id === person.class)?.priority ?? 0
  return step?.priority ?? valueFor(place.station.priority, person.class) ?? own
}

/** When the priority of somebody who waits changes next, if it does. */
export const nextStepOf = (world: World, person: Person): number | undefined => {
  const { joinedAt, place } = person.stay!
  const rising = valueFor(place.station.rising, person.class)
  if (person.raisedTo !== undefined || rising?.kind !== "steps") return undefined
  const next = rising.steps.find(({ after }) => joinedAt + after > world.now)
  return next === undefined ? undefined : joinedAt + next.after
}

/** The first that a server may serve, or nobody. A random choice uses up a number. */
export const firstFor = (world: World, place: Place, server: Server): Person | undefined => {
  const fit = waitingAt(place).filter((person) => mayServe(place, server, person.class))
  if (fit.length === 0) return undefined
  const { station } = place
  const isAccumulating = fit.some(
    (person) => valueFor(station.rising, person.class)?.kind === "accumulating"
  )
  const best = isAccumulating ? 0 : Math.min(...fit.map((person) => person.stay!.priority))
  const level = isAccumulating ? fit : fit.filter((person) => person.stay!.priority === best)
  if (station.discipline === "shortest") return greatest(level, (person) => -workFor(person))
  const putBack = level.filter((person) => person.stay!.putBackOrder > 0)
  if (putBack.length > 0) return greatest(putBack, (person) => person.stay!.putBackOrder)
  if (isAccumulating) return greatest(level, (person) => worth(world, place, person))
  switch (station.discipline) {
    case "last-come":
      return level.at(-1)
    case "random":
      return drawn(world, place, server, best)
    default:
      return level[0]
  }
}

/** What is left of a service, or how long the last one was if it is to be drawn anew. */
const workFor = (person: Person): number => {
  const { hasBegun, isLeftKept, left, length } = person.stay!
  return hasBegun && isLeftKept ? left : length!
}

/** What somebody has accumulated by waiting. */
const worth = (world: World, place: Place, person: Person): number => {
  const rising = valueFor(place.station.rising, person.class)
  const rate = rising?.kind === "accumulating" ? rising.rate : 0
  return rate * (world.now - person.stay!.joinedAt)
}

/** The one with the greatest value; among equals the first, who joined first. */
const greatest = (
  people: ReadonlyArray<Person>,
  value: (person: Person) => number
): Person | undefined =>
  people.reduce((best, person) => (value(person) > value(best) ? person : best), people[0]!)

const drawn = (world: World, place: Place, server: Server, best: number): Person | undefined => {
  const lots = hasSkills(place)
    ? world.classes.flatMap(({ id }, index) =>
        mayServe(place, server, id) ? [place.lots.get(`${best}/${index}`) ?? []] : []
      )
    : [place.lots.get(`${best}/0`) ?? []]
  const all = lots.flat()
  if (all.length === 1) return all[0]
  const draw = numbersAt(world, `order ${place.station.id}`, place.choiceCount++, 0)
  return all[Math.floor(draw.uniform() * all.length)]
}

/** The server whose customer gives way to a person, if any. */
export const victimFor = (
  world: World,
  place: Place,
  person: Person,
  isNewcomer: boolean
): Server | undefined => {
  const { discipline = "first-come", preemption = "none" } = place.station
  if (preemption === "none") return undefined
  const atWork = place.servers.filter(
    (server) =>
      server.isOnDuty &&
      server.person?.stay?.state === "served" &&
      mayServe(place, server, person.class)
  )
  if (atWork.length === 0) return undefined
  const stayOf = (server: Server) => server.person!.stay!
  // By what each would wait with: steps go on in service.
  const priorityOf = (server: Server): number => priorityNow(world, server.person!)
  const worst = Math.max(...atWork.map(priorityOf))
  const leftOf = (server: Server): number => stayOf(server).endsAt - world.now
  const order = (server: Server): ReadonlyArray<number> => {
    const { joinOrder } = stayOf(server)
    if (discipline === "last-come") return [-joinOrder]
    return discipline === "shortest" ? [leftOf(server), joinOrder] : [joinOrder]
  }
  const [victim] = atWork
    .filter((server) => priorityOf(server) === worst)
    .sort((one, other) => compare(order(other), order(one)))
  const own = person.stay!.priority
  if (worst > own) return victim
  if (worst < own || !isNewcomer) return undefined
  if (discipline === "last-come") return victim
  const isShorter = discipline === "shortest" && leftOf(victim!) > person.stay!.length!
  return isShorter ? victim : undefined
}

const compare = (one: ReadonlyArray<number>, other: ReadonlyArray<number>): number => {
  for (const [index, value] of one.entries()) {
    if (value !== other[index]) return value - other[index]!
  }
  return 0
}
