/**
 * The small sentences of network problems: how a place is named, how a value is shown, and the
 * problems that many checks find.
 */
import { make, type NetworkProblem } from "../NetworkProblem.ts"
import type { Distribution } from "./distributionKinds.ts"
import { problemsOf } from "./distributionProblems.ts"
import { quantileOf } from "./inverse.ts"

/** A value as a problem shows it: numbers as they are, the rest as JSON cut short. */
export const shown = (value: unknown): string | number => {
  if (typeof value === "number") return value
  if (value === undefined) return "nothing"
  if (typeof value === "function") return "a function"
  const text = JSON.stringify(value, withBigInts) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

/** JSON has no word for the large integers of the language. */
const withBigInts = (_: string, value: unknown): unknown =>
  typeof value === "bigint" ? `${value}n` : value

/** A field that is missing, unknown or of the wrong type. */
export const badShape = (at: string, value: unknown, expected: string): NetworkProblem =>
  make(value === undefined ? "MissingField" : "BadShape", at, shown(value), expected)

/** The name of a thing as problems say it, such as `station "desk"`; odd characters are escaped. */
export const named = (noun: string, id: string): string => `${noun} ${JSON.stringify(id)}`

/** A sum without the rounding of its last digits. */
export const sumOf = (sum: number): number => Number(sum.toPrecision(12))

/** The problem of a number that is not finite or not above 0, if it is one. */
export const above0 = (at: string, value: number): ReadonlyArray<NetworkProblem> =>
  Number.isFinite(value) && value > 0
    ? []
    : [make("BadNumber", at, value, "a finite number above 0")]

/** The problem of a number that is not finite or below 0, if it is one. */
export const from0 = (at: string, value: number): ReadonlyArray<NetworkProblem> =>
  Number.isFinite(value) && value >= 0
    ? []
    : [make("BadNumber", at, value, "a finite number from 0")]

/** The problem of a number that is not finite, if it is one. */
export const finite = (at: string, value: number): ReadonlyArray<NetworkProblem> =>
  Number.isFinite(value) ? [] : [make("BadNumber", at, value, "a finite number")]

/** The problem of a count that is not a whole number from `least` to `most`, if it is one. */
export const count = (
  at: string,
  value: number,
  least: number,
  most = COUNT_MAX
): ReadonlyArray<NetworkProblem> =>
  Number.isSafeInteger(value) && value >= least && value <= most
    ? []
    : [make("BadNumber", at, value, `a whole number from ${least} to ${most}`)]

/** Largest count of places or customers: what 32 bits of a column hold. */
const COUNT_MAX = 0x7fffffff

/**
 * Most servers of a station, members of a population, and customers who come at once.
 *
 * @source none: each has a place in memory and may have some events pending, of which 2^24 are the
 *   most that a kernel holds
 */
export const CROWD_MAX = 1_048_576

/** The problem of a chance outside 0 to 1, if it is one. */
export const chance = (at: string, value: number): ReadonlyArray<NetworkProblem> =>
  value >= 0 && value <= 1 ? [] : [make("BadProbability", at, value, "a number from 0 to 1")]

/** The problems of a distribution of times: wrong parameters, or values below 0. */
export const times = (at: string, distribution: Distribution): ReadonlyArray<NetworkProblem> => {
  const problems = problemsOf(distribution).map(({ field, value, expected }) =>
    make("BadDistribution", `${at}.${field}`, shown(value), expected)
  )
  if (problems.length > 0) return problems
  const least = quantileOf(distribution, 0)
  return least >= 0
    ? []
    : [make("BadDistribution", at, `a time of ${least}`, "a distribution without times below 0")]
}

/** The problems of a list of things under names: empty, odd or doubled names. */
export const names = (
  noun: string,
  given: ReadonlyArray<string>
): ReadonlyArray<NetworkProblem> => {
  const counts = new Map<string, number>()
  for (const name of given) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].flatMap(([name, times]) => [
    ...(isGoodName(name)
      ? []
      : [make("BadName", named(noun, name), JSON.stringify(name), NAME_RULE)]),
    ...(times === 1 ? [] : [make("DoubledName", named(noun, name), times, "once")])
  ])
}

const NAME_RULE =
  '1 to 60 characters without @ / " or line breaks, space at the ends, " of " inside, or the word leave'

/** Names stand in measures (`wait@desk/urgent`) and in names of random streams (`desk of street`). */
export const isGoodName = (name: string): boolean =>
  /^[^@/"\p{Cc}\p{Zl}\p{Zp}]{1,60}$/u.test(name) &&
  name.trim() === name &&
  !name.includes(" of ") &&
  name !== "leave"

/** The problem of a text that breaks the heading in which it stands, if it is one. */
export const heading = (
  at: string,
  text: string | undefined,
  most: number
): ReadonlyArray<NetworkProblem> =>
  text === undefined ||
  (text.trim() !== "" && [...text].length <= most && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text))
    ? []
    : [make("BadText", at, shown(text), `1 to ${most} characters in one line`)]
