/**
 * The parameter checks of distributions: one rule per field, each saying what would be right.
 */
import type { Problem } from "./distributionChecks.ts"
import type { Distribution, Normal, PhaseType, Uniform } from "./distributionKinds.ts"
import { normalRoom } from "./truncatedNormal.ts"

/** How far probabilities may be from a sum of 1, and rows of rates above 0 for their size. */
const SUM_TOLERANCE = 1e-9
/** Least chance of the uncut normal to lie in the range that it is cut to. */
const ROOM_MIN = 1e-200

/** What is wrong with a distribution; an empty list if nothing is. */
export const problemsOf = (distribution: Distribution): ReadonlyArray<Problem> => {
  switch (distribution.kind) {
    case "exponential":
      return above0("mean", distribution.mean)
    case "deterministic":
      return finite("value", distribution.value)
    case "uniform":
      return uniformProblems(distribution)
    case "lognormal":
      return [
        ...above0("median", distribution.median),
        ...(Number.isFinite(distribution.sigma) && distribution.sigma >= 0
          ? []
          : [{ field: "sigma", value: distribution.sigma, expected: "a finite number from 0" }])
      ]
    case "gamma":
    case "weibull":
    case "pareto":
      return [...above0("shape", distribution.shape), ...above0("scale", distribution.scale)]
    case "erlang":
      return [
        ...(Number.isSafeInteger(distribution.phases) && distribution.phases >= 1
          ? []
          : [{ field: "phases", value: distribution.phases, expected: "a whole number from 1" }]),
        ...above0("mean", distribution.mean)
      ]
    case "empirical":
      return valueProblems(distribution.values)
    case "discrete":
      return [
        ...valueProblems(distribution.values),
        ...probabilityProblems("values", distribution.values, distribution.probabilities)
      ]
    case "normal":
      return normalProblems(distribution)
    case "hyperexponential":
      return [
        ...meansProblems(distribution.means),
        ...probabilityProblems("means", distribution.means, distribution.probabilities)
      ]
    case "hypoexponential":
      return meansProblems(distribution.means)
    case "phaseType":
      return phaseProblems(distribution)
    case "mixture":
      return [
        ...atLeastOne("parts", distribution.parts),
        ...distribution.parts.flatMap((part, index) =>
          problemsOf(part).map((problem) => within(`parts[${index}]`, problem))
        ),
        ...probabilityProblems("parts", distribution.parts, distribution.probabilities)
      ]
    default:
      return unknownKind(distribution)
  }
}

const uniformProblems = ({ high, low }: Uniform): ReadonlyArray<Problem> => [
  ...finite("low", low),
  ...finite("high", high),
  ...(low > high ? [{ field: "high", value: high, expected: `at least low, ${low}` }] : [])
]

const finite = (field: string, value: number): ReadonlyArray<Problem> =>
  Number.isFinite(value) ? [] : [{ field, value, expected: "a finite number" }]

const above0 = (field: string, value: number): ReadonlyArray<Problem> =>
  Number.isFinite(value) && value > 0 ? [] : [{ field, value, expected: "a finite number above 0" }]

const atLeastOne = (field: string, list: ReadonlyArray<unknown>): ReadonlyArray<Problem> =>
  list.length === 0 ? [{ field, value: list, expected: "at least 1 value" }] : []

const valueProblems = (values: ReadonlyArray<number>): ReadonlyArray<Problem> => [
  ...atLeastOne("values", values),
  ...values.flatMap((value, index) => finite(`values[${index}]`, value))
]

const meansProblems = (means: ReadonlyArray<number>): ReadonlyArray<Problem> => [
  ...atLeastOne("means", means),
  ...means.flatMap((mean, index) => above0(`means[${index}]`, mean))
]

const normalProblems = (normal: Normal): ReadonlyArray<Problem> => {
  const { low, high } = normal
  const single = [
    ...finite("mean", normal.mean),
    ...above0("deviation", normal.deviation),
    ...(low === undefined ? [] : finite("low", low)),
    ...(high === undefined ? [] : finite("high", high))
  ]
  if (single.length > 0) return single
  if (low !== undefined && high !== undefined && low >= high) {
    return [{ field: "high", value: high, expected: `above low, ${low}` }]
  }
  if (normalRoom(normal) >= ROOM_MIN) return []
  const field = low !== undefined && low > normal.mean ? "low" : "high"
  return [{ field, value: normal[field], expected: "within 30 deviations of the mean" }]
}

const phaseProblems = ({ start, generator }: PhaseType): ReadonlyArray<Problem> => {
  const size = start.length
  const shape = [
    ...atLeastOne("start", start),
    ...(generator.length === size
      ? []
      : [{ field: "generator", value: generator, expected: `one row per phase, ${size}` }]),
    ...generator.flatMap((row, from) =>
      row.length === size
        ? []
        : [{ field: `generator[${from}]`, value: row, expected: `one rate per phase, ${size}` }]
    )
  ]
  if (shape.length > 0) return shape
  const rates = [
    ...chanceProblems("start", start),
    ...generator.flatMap((row, from) => rowProblems(row, from))
  ]
  return rates.length > 0 ? rates : endProblems(generator)
}

const rowProblems = (row: ReadonlyArray<number>, from: number): ReadonlyArray<Problem> => {
  const single = row.flatMap((value, to) => {
    const field = `generator[${from}][${to}]`
    const isGood = Number.isFinite(value) && (from === to ? value < 0 : value >= 0)
    const expected = from === to ? "a finite number below 0" : "a finite number from 0"
    return isGood ? [] : [{ field, value, expected }]
  })
  const sum = row.reduce((total, value) => total + value, 0)
  return single.length > 0 || sum <= -SUM_TOLERANCE * row[from]!
    ? single
    : [{ field: `generator[${from}]`, value: sum, expected: "a sum of at most 0" }]
}

/** Every phase must have a way to the end, else the time is infinite. */
const endProblems = (generator: PhaseType["generator"]): ReadonlyArray<Problem> => {
  const ending = new Set<number>()
  for (let before = -1; before < ending.size; ) {
    before = ending.size
    for (const [from, row] of generator.entries()) {
      const rate = -row.reduce((total, value) => total + value, 0)
      const ends = rate > -SUM_TOLERANCE * row[from]!
      if (ends || row.some((value, to) => value > 0 && ending.has(to))) ending.add(from)
    }
  }
  return generator.flatMap((row, from) =>
    ending.has(from)
      ? []
      : [{ field: `generator[${from}]`, value: row, expected: "a phase with a way to the end" }]
  )
}

const probabilityProblems = (
  of: string,
  list: ReadonlyArray<unknown>,
  probabilities: ReadonlyArray<number>
): ReadonlyArray<Problem> => {
  if (probabilities.length === list.length) return chanceProblems("probabilities", probabilities)
  const one = { values: "value", means: "mean", parts: "part" }[of] ?? of
  const expected = `one probability per ${one}, ${list.length}`
  return [{ field: "probabilities", value: probabilities, expected }]
}

const chanceProblems = (field: string, chances: ReadonlyArray<number>): ReadonlyArray<Problem> => {
  const single = chances.flatMap((value, index) =>
    value >= 0 && value <= 1
      ? []
      : [{ field: `${field}[${index}]`, value, expected: "a number from 0 to 1" }]
  )
  if (single.length > 0) return single
  const sum = chances.reduce((total, chance) => total + chance, 0)
  return Math.abs(sum - 1) <= SUM_TOLERANCE ? [] : [{ field, value: sum, expected: "a sum of 1" }]
}

/** The problem of a part, with the place of the part before its field. */
export const within = (place: string, problem: Problem): Problem => ({
  field: `${place}.${problem.field}`,
  value: problem.value,
  expected: problem.expected
})

/** Data from outside can claim any kind; the types only say that it should not. */
const unknownKind = (distribution: never): ReadonlyArray<Problem> => [
  { field: "kind", value: Object(distribution).kind, expected: `one of ${kinds.join(", ")}` }
]

/** The kinds of distributions there are. */
export const kinds: ReadonlyArray<Distribution["kind"]> = [
  "exponential",
  "deterministic",
  "uniform",
  "normal",
  "lognormal",
  "gamma",
  "erlang",
  "weibull",
  "pareto",
  "hyperexponential",
  "hypoexponential",
  "phaseType",
  "mixture",
  "empirical",
  "discrete"
]
