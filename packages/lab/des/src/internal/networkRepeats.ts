/**
 * Which stations a customer may come to more than once: only for them the engine counts comings,
 * by which it finds the random numbers of a visit.
 */
import { type FilledDeclaration, type FilledStation, valuesOf } from "./networkFilled.ts"
import type { Route } from "./networkRoutes.ts"

/**
 * The stations that may lie on a ring of ways, by index in ascending order; a few that only lie
 * between two rings are among them. Cost: stations plus ways.
 */
export const repeatsOf = (declaration: FilledDeclaration): ReadonlyArray<number> => {
  const indexOf = new Map(declaration.stations.map(({ id }, index) => [id, index]))
  const targets = declaration.stations.map((station) => [
    ...new Set(targetsOf(station).flatMap((id) => indexOf.get(id) ?? []))
  ])
  const sources: Array<Array<number>> = targets.map(() => [])
  for (const [from, list] of targets.entries()) for (const to of list) sources[to]!.push(from)
  const forward = withoutEnds(sources, targets)
  const backward = withoutEnds(targets, sources)
  return targets.flatMap((_, index) => (forward[index] && backward[index] ? [index] : []))
}

/** Which stations are left when those that nothing leads to are taken away again and again. */
const withoutEnds = (
  incoming: ReadonlyArray<ReadonlyArray<number>>,
  outgoing: ReadonlyArray<ReadonlyArray<number>>
): ReadonlyArray<boolean> => {
  const counts = incoming.map((list) => list.length)
  const gone = counts.flatMap((count, index) => (count === 0 ? [index] : []))
  const isLeft = counts.map((count) => count > 0)
  for (let next = 0; next < gone.length; next++) {
    for (const target of outgoing[gone[next]!]!) {
      if (--counts[target]! > 0) continue
      isLeft[target] = false
      gone.push(target)
    }
  }
  return isLeft
}

/** Every station that somebody may go to from a station, or from before it when balking. */
const targetsOf = (station: FilledStation): ReadonlyArray<string> => {
  const { servers } = station
  const routes = [
    ...valuesOf(station.to),
    ...valuesOf(station.patience).flatMap(({ to }) => to ?? []),
    ...valuesOf(station.balking).flatMap(({ to }) => to ?? [])
  ]
  const elsewhere =
    typeof servers === "object" && servers.kind === "schedule" && servers.atEnd.kind === "elsewhere"
      ? [servers.atEnd.station]
      : []
  return [...routes.flatMap(stationsOf), ...elsewhere]
}

const stationsOf = (route: Route): ReadonlyArray<string> => {
  if (typeof route === "string") return [route]
  switch (route.kind) {
    case "chance":
      return route.ways.flatMap(({ station }) => station ?? [])
    case "shortest":
    case "cycle":
      return route.among
    case "function":
      return route.stations
  }
}
