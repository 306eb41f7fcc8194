/**
 * Shared servers in the slow simulator: everybody keeps what is left of its own work, and all are
 * worked on at the same rate.
 */
import { cancel, type Person, type Place, schedule, type World } from "./slowNetworkParts.ts"

const atWork = (place: Place): ReadonlyArray<Person> =>
  place.inside.filter((person) => person.stay?.state === "served")

/** The share of a server that each gets. */
const rateOf = (place: Place): number => {
  const { servers } = place.station
  return typeof servers === "number" ? Math.min(1, servers / atWork(place).length) : 1
}

/** Works until now at the rate that was right so far. Before every change of who is served. */
export const shareTime = (world: World, place: Place): void => {
  const done = (world.now - place.sharedAt) * rateOf(place)
  for (const person of atWork(place)) person.stay!.left -= done
  place.sharedAt = world.now
}

/** Sets down anew who is ready first, and when. After every change of who is served. */
export const shareAnew = (world: World, place: Place): void => {
  place.shareEnd = cancel(world, place.shareEnd)
  const [first] = [...atWork(place)].sort((one, other) => one.stay!.left - other.stay!.left)
  if (first === undefined) return
  const wait = Math.max(0, first.stay!.left) / rateOf(place)
  place.shareEnd = schedule(world, world.now + wait, () => {
    place.shareEnd = undefined
    world.does.finish(first)
  })
}
