/**
 * Where customers of the slow simulator go next.
 */
import type * as Draw from "../src/Draw.ts"
import type { Route, View } from "../src/Network.ts"
import { type Person, type Place, type World, waitingAt } from "./slowNetworkParts.ts"

const placeOf = (world: World, id: string): Place | undefined =>
  world.places.find(({ station }) => station.id === id)

/** Customers at a station; who is deciding counts nowhere. */
const othersAt = (world: World, person: Person, id: string): number =>
  placeOf(world, id)!.inside.filter((one) => one !== person).length

export const viewOf = (world: World, person: Person, draw: Draw.Draw): View => ({
  now: world.now,
  class: person.class,
  arrivedAt: person.arrivedAt,
  visits: person.visits,
  numberAt: (id) => othersAt(world, person, id),
  queueAt: (id) => waitingAt(placeOf(world, id)!).filter((one) => one !== person).length,
  uniform: () => draw.uniform()
})

/** The station that somebody goes to, or nothing to leave; sets the class that it goes as. */
export const chosen = (
  world: World,
  person: Person,
  route: Route,
  draw: Draw.Draw
): Place | undefined => {
  person.nextClass = person.class
  if (typeof route === "string") return placeOf(world, route)
  switch (route.kind) {
    case "chance": {
      const uniform = draw.uniform()
      let sum = 0
      for (const way of route.ways) {
        sum += way.probability
        if (uniform >= sum) continue
        person.nextClass = way.as ?? person.class
        return way.station === undefined ? undefined : placeOf(world, way.station)
      }
      return undefined
    }
    case "shortest": {
      const numbers = route.among.map((id) => othersAt(world, person, id))
      const least = Math.min(...numbers)
      const tied = route.among.filter((_, index) => numbers[index] === least)
      const turn = route.tie === "random" && tied.length > 1 ? draw.uniform() * tied.length : 0
      return placeOf(world, tied[Math.floor(turn)]!)
    }
    case "cycle": {
      const turn = world.turns.get(route) ?? 0
      world.turns.set(route, turn + 1)
      return placeOf(world, route.among[turn % route.among.length]!)
    }
    case "function": {
      const id = route.choose(viewOf(world, person, draw))
      return id === null ? undefined : placeOf(world, id)
    }
  }
}
