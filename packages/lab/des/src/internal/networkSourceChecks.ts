/**
 * What can be wrong with one source of customers.
 */
import { make, type NetworkProblem } from "../NetworkProblem.ts"
import type { Distribution } from "./distributionKinds.ts"
import { meanOf } from "./moments.ts"
import type { FilledDeclaration, FilledSource } from "./networkFilled.ts"
import { classProblem, notEmpty, routeProblems } from "./networkRouteChecks.ts"
import type { Arrivals, GivenArrivals, SteppedArrivals } from "./networkSources.ts"
import { SUM_TOLERANCE } from "./networkWays.ts"
import {
  above0,
  CROWD_MAX,
  chance,
  count,
  finite,
  from0,
  named,
  shown,
  sumOf,
  times
} from "./networkWords.ts"

/** The problems of a source. */
export const sourceProblems = (
  network: FilledDeclaration,
  source: FilledSource
): ReadonlyArray<NetworkProblem> => {
  const at = named("source", source.id)
  return [
    ...arrivalProblems(network, `${at}: arrivals`, source.arrivals),
    ...routeProblems(network, `${at}: to`, source.to),
    ...sourceClassProblems(network, `${at}: class`, source.class),
    ...batchProblems(`${at}: batch`, source.batch),
    ...windowProblems(at, source),
    ...togetherProblems(at, source)
  ]
}

const arrivalProblems = (
  network: FilledDeclaration,
  at: string,
  arrivals: Arrivals
): ReadonlyArray<NetworkProblem> => {
  switch (arrivals.kind) {
    case "poisson":
      return above0(`${at}.rate`, arrivals.rate)
    case "renewal":
      return [
        ...positiveTimes(`${at}.between`, arrivals.between),
        ...(arrivals.first === undefined ? [] : times(`${at}.first`, arrivals.first))
      ]
    case "stepped":
      return steppedProblems(at, arrivals)
    case "sinusoidal":
      return [
        ...above0(`${at}.mean`, arrivals.mean),
        ...(arrivals.amplitude >= 0 && arrivals.amplitude <= 1
          ? []
          : [make("BadNumber", `${at}.amplitude`, arrivals.amplitude, "a number from 0 to 1")]),
        ...above0(`${at}.period`, arrivals.period),
        ...finite(`${at}.shift`, arrivals.shift ?? 0)
      ]
    case "population":
      return [
        ...count(`${at}.size`, arrivals.size, 1, CROWD_MAX),
        ...times(`${at}.away`, arrivals.away)
      ]
    case "given":
      return givenProblems(network, at, arrivals)
  }
}

/** Times that are 0 for ever would never let the clock go on. */
export const positiveTimes = (
  at: string,
  distribution: Distribution
): ReadonlyArray<NetworkProblem> => {
  const problems = times(at, distribution)
  if (problems.length > 0) return problems
  return meanOf(distribution) > 0
    ? []
    : [make("BadDistribution", at, "times that are all 0", "a mean above 0")]
}

const steppedProblems = (
  at: string,
  { steps, period }: SteppedArrivals
): ReadonlyArray<NetworkProblem> => {
  const rates = steps.flatMap(({ rate }, index) => from0(`${at}.steps[${index}].rate`, rate))
  const isSilent = rates.length === 0 && steps.every(({ rate }) => rate === 0)
  return [
    ...stepProblems(`${at}.steps`, steps, period),
    ...rates,
    ...(isSilent && steps.length > 0
      ? [make("BadNumber", `${at}.steps`, "rates that are all 0", "some rate above 0")]
      : [])
  ]
}

/** The problems of steps in time: the first from 0, each later than the one before, all in a period. */
export const stepProblems = (
  at: string,
  steps: ReadonlyArray<{ readonly from: number }>,
  period: number | undefined
): ReadonlyArray<NetworkProblem> => {
  const last = steps.at(-1)?.from ?? 0
  return [
    ...notEmpty(at, steps, "step"),
    ...steps.flatMap(({ from }, index) => {
      const place = `${at}[${index}].from`
      if (!Number.isFinite(from)) return finite(place, from)
      if (index === 0) return from === 0 ? [] : [make("OutOfOrder", place, from, "0")]
      const before = steps[index - 1]!.from
      return from <= before ? [make("OutOfOrder", place, from, `after ${before}`)] : []
    }),
    ...(period === undefined ? [] : above0(`${at} period`, period)),
    ...(period !== undefined && last >= period
      ? [make("OutOfOrder", `${at}[${steps.length - 1}].from`, last, `before the period ${period}`)]
      : [])
  ]
}

const givenProblems = (
  network: FilledDeclaration,
  at: string,
  given: GivenArrivals
): ReadonlyArray<NetworkProblem> => {
  const lengthProblem = (field: string, list: ReadonlyArray<unknown> | undefined) =>
    list === undefined || list.length === given.times.length
      ? []
      : [make("BadLength", `${at}.${field}`, list.length, `one per time, ${given.times.length}`)]
  return [
    ...notEmpty(`${at}.times`, given.times, "time"),
    ...given.times.flatMap((time, index) => {
      const place = `${at}.times[${index}]`
      const before = given.times[index - 1] ?? 0
      return time < before && time >= 0
        ? [make("OutOfOrder", place, time, `at least ${before}`)]
        : from0(place, time)
    }),
    ...lengthProblem("classes", given.classes),
    ...(given.classes ?? []).flatMap((id, index) =>
      classProblem(network, `${at}.classes[${index}]`, id)
    ),
    ...lengthProblem("services", given.services),
    ...(given.services ?? []).flatMap((time, index) => from0(`${at}.services[${index}]`, time))
  ]
}

const sourceClassProblems = (
  network: FilledDeclaration,
  at: string,
  classes: FilledSource["class"]
): ReadonlyArray<NetworkProblem> => {
  if (typeof classes === "string") return classProblem(network, at, classes)
  const single = Object.entries(classes).flatMap(([id, value]) => [
    ...classProblem(network, at, id),
    ...chance(`${at}.${id}`, value)
  ])
  const sum = Object.values(classes).reduce((total, value) => total + value, 0)
  return single.length > 0 || Math.abs(sum - 1) <= SUM_TOLERANCE
    ? single
    : [make("BadSum", at, sumOf(sum), "1")]
}

const batchProblems = (at: string, batch: number | Distribution): ReadonlyArray<NetworkProblem> => {
  if (typeof batch === "number") return count(at, batch, 1, CROWD_MAX)
  const problems = times(at, batch)
  return problems.length > 0 || isWhole(batch)
    ? problems
    : [make("BadDistribution", at, shown(batch), SIZES)]
}

const SIZES = `a discrete distribution of whole numbers from 1 to ${CROWD_MAX}`

const isWhole = (distribution: Distribution): boolean => {
  const isSize = (value: number): boolean =>
    Number.isSafeInteger(value) && value >= 1 && value <= CROWD_MAX
  switch (distribution.kind) {
    case "deterministic":
      return isSize(distribution.value)
    case "discrete":
    case "empirical":
      return distribution.values.every(isSize)
    case "mixture":
      return distribution.parts.every(isWhole)
    default:
      return false
  }
}

const windowProblems = (at: string, source: FilledSource): ReadonlyArray<NetworkProblem> => [
  ...from0(`${at}: from`, source.from),
  ...(source.until === undefined ? [] : finite(`${at}: until`, source.until)),
  ...(source.until !== undefined && source.until <= source.from
    ? [make("OutOfOrder", `${at}: until`, source.until, `after from, ${source.from}`)]
    : []),
  ...(source.limit === undefined ? [] : count(`${at}: limit`, source.limit, 1))
]

/** What a population or given times leave no meaning for. */
const togetherProblems = (at: string, source: FilledSource): ReadonlyArray<NetworkProblem> => {
  const { kind } = source.arrivals
  if (kind !== "population" && kind !== "given") return []
  return source.batch === 1
    ? []
    : [make("NotTogether", at, `${kind} arrivals and batches`, "arrivals one by one")]
}
