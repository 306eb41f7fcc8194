/**
 * What can be wrong with one route or with a value given by class: names that nobody has, wrong
 * probabilities, empty lists.
 */
import { make, type NetworkProblem } from "../NetworkProblem.ts"
import { type FilledDeclaration, isPerClass } from "./networkFilled.ts"
import type { ChanceRoute, PerClass, Route } from "./networkRoutes.ts"
import { SUM_TOLERANCE } from "./networkWays.ts"
import { chance, isGoodName, named, sumOf } from "./networkWords.ts"

/** The problems of a route. */
export const routeProblems = (
  network: FilledDeclaration,
  at: string,
  route: Route
): ReadonlyArray<NetworkProblem> => {
  if (typeof route === "string") {
    return route === "leave" ? [] : stationProblem(network, at, route)
  }
  switch (route.kind) {
    case "chance":
      return chanceRouteProblems(network, at, route)
    case "shortest":
      return [
        ...stationListProblems(network, `${at}.among`, route.among),
        ...doubledProblems(`${at}.among`, route.among)
      ]
    case "cycle":
      return stationListProblems(network, `${at}.among`, route.among)
    case "function":
      return route.stations.flatMap((id, index) =>
        stationProblem(network, `${at}.stations[${index}]`, id)
      )
  }
}

const chanceRouteProblems = (
  network: FilledDeclaration,
  at: string,
  { ways }: ChanceRoute
): ReadonlyArray<NetworkProblem> => {
  const single = ways.flatMap((way, index) => {
    const place = `${at}.ways[${index}]`
    return [
      ...chance(`${place}.probability`, way.probability),
      ...(way.station === undefined
        ? []
        : stationProblem(network, `${place}.station`, way.station)),
      ...(way.as === undefined ? [] : classProblem(network, `${place}.as`, way.as)),
      ...(way.as !== undefined && way.station === undefined
        ? [make("NotTogether", place, "as and no station", "a way to a station, or without as")]
        : [])
    ]
  })
  const sum = ways.reduce((total, way) => total + way.probability, 0)
  return sum > 1 + SUM_TOLERANCE && Number.isFinite(sum)
    ? [...single, make("BadSum", `${at}.ways`, sumOf(sum), "at most 1")]
    : single
}

const stationListProblems = (
  network: FilledDeclaration,
  at: string,
  ids: ReadonlyArray<string>
): ReadonlyArray<NetworkProblem> => [
  ...notEmpty(at, ids, "station"),
  ...ids.flatMap((id, index) => stationProblem(network, `${at}[${index}]`, id))
]

const doubledProblems = (at: string, ids: ReadonlyArray<string>): ReadonlyArray<NetworkProblem> =>
  [...new Set(ids)].flatMap((id) => {
    const count = ids.filter((other) => other === id).length
    return count === 1 ? [] : [make("DoubledName", `${at}: "${id}"`, count, "once")]
  })

/** The problem of an empty list, if it is one. */
export const notEmpty = (
  at: string,
  list: ReadonlyArray<unknown>,
  noun: string
): ReadonlyArray<NetworkProblem> =>
  list.length > 0 ? [] : [make("BadLength", at, 0, `at least 1 ${noun}`)]

/** The problem of the id of a station that there is not, if it is one. */
export const stationProblem = (
  network: FilledDeclaration,
  at: string,
  id: string
): ReadonlyArray<NetworkProblem> => nameProblem(at, "station", id, network.stations)

/** The problem of the id of a class that there is not, if it is one. */
export const classProblem = (
  network: FilledDeclaration,
  at: string,
  id: string
): ReadonlyArray<NetworkProblem> => nameProblem(at, "class", id, network.classes)

const nameProblem = (
  at: string,
  noun: string,
  id: string,
  known: ReadonlyArray<{ readonly id: string }>
): ReadonlyArray<NetworkProblem> => {
  if (known.some((one) => one.id === id)) return []
  const right = known.map((one) => one.id).filter(isGoodName)
  // Where there is none to name, that is the problem, and it is told by itself.
  return right.length === 0 ? [] : [make("UnknownName", at, named(noun, id), listed(right))]
}

/** So many names are shown where one is not known. */
const SHOWN_MAX = 8

const listed = (ids: ReadonlyArray<string>): string =>
  ids.length <= SHOWN_MAX
    ? `one of ${ids.join(", ")}`
    : `one of ${ids.slice(0, SHOWN_MAX).join(", ")} and ${ids.length - SHOWN_MAX} more`

/** The problems of a value that may be given by class, and of the names that it is given under. */
export const perClassProblems = <Value>(
  network: FilledDeclaration,
  at: string,
  per: PerClass<Value> | undefined,
  ofValue: (at: string, value: Value) => ReadonlyArray<NetworkProblem>
): ReadonlyArray<NetworkProblem> => {
  if (per === undefined) return []
  if (!isPerClass(per)) return ofValue(at, per)
  return [
    ...Object.entries(per.classes).flatMap(([id, value]) => [
      ...classProblem(network, `${at}.classes`, id),
      ...ofValue(`${at}.classes.${id}`, value)
    ]),
    ...(per.otherwise === undefined ? [] : ofValue(`${at}.otherwise`, per.otherwise))
  ]
}
