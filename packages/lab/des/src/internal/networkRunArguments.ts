/**
 * What can be wrong with what a run is made from when it comes from where no types are: each field
 * that would otherwise be misread, or not be read at all. Numbers of the right type are judged where
 * their meaning is known.
 */
import * as NetworkRunProblem from "../NetworkRunProblem.ts"
import { quantities } from "./measureQuantities.ts"
import { shown } from "./networkWords.ts"

type Problems = ReadonlyArray<NetworkRunProblem.NetworkRunProblem>

/** What is wrong with one field's value. */
type Check = (value: unknown, at: string) => Problems

const refused = (at: string, value: unknown, expected: string): Problems => [
  NetworkRunProblem.make("BadOption", at, shown(value), expected)
]

const unless =
  (isGood: (value: unknown) => boolean, expected: string): Check =>
  (value, at) =>
    isGood(value) ? [] : refused(at, value, expected)

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const yesOrNo = unless((value) => typeof value === "boolean", "true or false")
const object = unless(isRecord, "an object")

const isNetwork = (value: unknown): boolean =>
  isRecord(value) &&
  isRecord(value.declaration) &&
  [value.declaration.classes, value.declaration.sources, value.declaration.stations].every((list) =>
    Array.isArray(list)
  )

/** A checked network; a declaration alone is none. */
const network = unless(isNetwork, "a network that Network.make made")

const bytes = unless((value) => value instanceof Uint8Array, "a Uint8Array")

const isName = (value: unknown): boolean => value === null || typeof value === "string"

/** Text, or data with the fields of a measure; what they say is judged with the network. */
const isMeasure = (value: unknown): boolean =>
  typeof value === "string" ||
  (isRecord(value) &&
    typeof value.quantity === "string" &&
    Object.hasOwn(quantities, value.quantity) &&
    isRecord(value.statistic) &&
    (value.at === null || typeof value.at === "number") &&
    isName(value.station) &&
    isName(value.class))

const measures: Check = (value, at) =>
  Array.isArray(value)
    ? Array.from(value, (one: unknown, index) =>
        isMeasure(one) ? [] : refused(`${at}[${index}]`, one, "a measure, as text or as data")
      ).flat()
    : refused(at, value, "a list of measures")

const isWidth = (value: unknown): boolean => typeof value === "number" && value > 0

const isGoal = (value: unknown): boolean =>
  isWidth(value) || (isRecord(value) && isWidth(value.relativeMax))

const isCount = (value: unknown, least: number): boolean =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= least

/** A number of runs, or a goal and when to give up. */
const replications: Check = (value, at) => {
  if (!isRecord(value)) {
    return isCount(value, 1) ? [] : refused(at, value, "a whole number from 1, or a precision")
  }
  const { countMax, countMin = Math.min(10, Number(countMax)), goal } = value
  const goals: ReadonlyArray<unknown> = Array.isArray(goal) ? goal : [goal]
  return [
    ...(goals.length > 0 && goals.every(isGoal)
      ? []
      : refused(`${at}.goal`, goal, "a half-width above 0, or { relativeMax } above 0")),
    ...(isCount(countMax, 2)
      ? []
      : refused(`${at}.countMax`, countMax, "a whole number from 2, as one run has no spread")),
    ...(isCount(countMin, 2) || !isCount(countMax, 2)
      ? []
      : refused(`${at}.countMin`, countMin, "a whole number from 2"))
  ]
}

/** What must be there, and what may be there, of a run and of an experiment. */
const needed: Readonly<Record<string, Check>> = { network, measures }
const optional: Readonly<Record<string, Check>> = {
  drain: yesOrNo,
  draws: unless(
    (value) => value === "addressed" || value === "sequential",
    "addressed or sequential"
  ),
  hash: yesOrNo,
  isAntithetic: yesOrNo,
  isSimultaneous: yesOrNo,
  observations: object,
  replications,
  trace: object
}

/** The problems of what a run, or an experiment, is to be made from. */
export const requestProblems = (data: unknown): Problems => problemsOf(data, needed, optional)

/** The problems of what a run is to be taken up from. */
export const resumeProblems = (data: unknown): Problems =>
  problemsOf(data, { network, bytes }, { as: network, observations: object, trace: object })

const problemsOf = (
  data: unknown,
  must: Readonly<Record<string, Check>>,
  may: Readonly<Record<string, Check>>
): Problems => {
  if (!isRecord(data)) return refused("options", data, "an object")
  return [
    ...Object.entries(must).flatMap(([field, check]) => check(data[field], field)),
    ...Object.entries(may).flatMap(([field, check]) =>
      data[field] === undefined ? [] : check(data[field], field)
    )
  ]
}
