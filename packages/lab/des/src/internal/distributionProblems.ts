/**
 * The parameter checks of distributions: one rule per field, each saying what would be right.
 */
import type { Discrete, Distribution, Problem } from "../Distribution.ts"

/** How far the probabilities of a discrete distribution may be from a sum of 1. */
const SUM_TOLERANCE = 1e-9

/** What is wrong with a distribution; an empty list if nothing is. */
export const problemsOf = (distribution: Distribution): ReadonlyArray<Problem> => {
  switch (distribution.kind) {
    case "exponential":
      return above0("mean", distribution.mean)
    case "deterministic":
      return finite("value", distribution.value)
    case "uniform":
      return [
        ...finite("low", distribution.low),
        ...finite("high", distribution.high),
        ...(distribution.low > distribution.high
          ? [
              {
                field: "high",
                value: distribution.high,
                expected: `at least low, ${distribution.low}`
              }
            ]
          : [])
      ]
    case "lognormal":
      return [
        ...above0("median", distribution.median),
        ...(Number.isFinite(distribution.sigma) && distribution.sigma >= 0
          ? []
          : [{ field: "sigma", value: distribution.sigma, expected: "a finite number from 0" }])
      ]
    case "gamma":
    case "weibull":
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
      return [...valueProblems(distribution.values), ...probabilityProblems(distribution)]
    default:
      return unknownKind(distribution)
  }
}

const finite = (field: string, value: number): ReadonlyArray<Problem> =>
  Number.isFinite(value) ? [] : [{ field, value, expected: "a finite number" }]

const above0 = (field: string, value: number): ReadonlyArray<Problem> =>
  Number.isFinite(value) && value > 0 ? [] : [{ field, value, expected: "a finite number above 0" }]

const valueProblems = (values: ReadonlyArray<number>): ReadonlyArray<Problem> =>
  values.length === 0
    ? [{ field: "values", value: values, expected: "at least 1 value" }]
    : values.flatMap((value, index) => finite(`values[${index}]`, value))

const probabilityProblems = (distribution: Discrete): ReadonlyArray<Problem> => {
  const { values, probabilities } = distribution
  if (probabilities.length !== values.length) {
    return [
      {
        field: "probabilities",
        value: probabilities,
        expected: `one probability per value, ${values.length}`
      }
    ]
  }
  const single = probabilities.flatMap((value, index) =>
    value >= 0 && value <= 1
      ? []
      : [{ field: `probabilities[${index}]`, value, expected: "a number from 0 to 1" }]
  )
  if (single.length > 0) return single
  const sum = probabilities.reduce((total, probability) => total + probability, 0)
  return Math.abs(sum - 1) <= SUM_TOLERANCE
    ? []
    : [{ field: "probabilities", value: sum, expected: "a sum of 1" }]
}

/** Data from outside can claim any kind; the types only say that it should not. */
const unknownKind = (distribution: never): ReadonlyArray<Problem> => [
  {
    field: "kind",
    value: Object(distribution).kind,
    expected:
      "exponential, deterministic, uniform, lognormal, gamma, erlang, weibull, empirical or discrete"
  }
]
