/**
 * The shape of a distribution in a file: which fields each kind has, and what each must be before
 * its number can be judged at all.
 */
import type { Problem } from "./distributionChecks.ts"
import type { Distribution } from "./distributionKinds.ts"
import { kinds, within } from "./distributionProblems.ts"

type Shape = "number" | "optional" | "numbers" | "rows" | "parts"

/** The fields of each kind. */
const fields: Readonly<Record<Distribution["kind"], Readonly<Record<string, Shape>>>> = {
  exponential: { mean: "number" },
  deterministic: { value: "number" },
  uniform: { low: "number", high: "number" },
  normal: { mean: "number", deviation: "number", low: "optional", high: "optional" },
  lognormal: { median: "number", sigma: "number" },
  gamma: { shape: "number", scale: "number" },
  erlang: { phases: "number", mean: "number" },
  weibull: { shape: "number", scale: "number" },
  pareto: { shape: "number", scale: "number" },
  hyperexponential: { means: "numbers", probabilities: "numbers" },
  hypoexponential: { means: "numbers" },
  phaseType: { start: "numbers", generator: "rows" },
  mixture: { parts: "parts", probabilities: "numbers" },
  empirical: { values: "numbers" },
  discrete: { values: "numbers", probabilities: "numbers" }
}

/** Mixtures of mixtures deeper than this are refused; nobody means them. */
const DEPTH_MAX = 8

/** Whether data of any kind has the shape of a distribution; its numbers may still be wrong. */
export const isShaped = (data: unknown): data is Distribution => shapeProblems(data).length === 0

/** What is wrong with the shape of data of any kind. */
export const shapeProblems = (data: unknown, depth = 0): ReadonlyArray<Problem> => {
  if (!isRecord(data)) return [{ field: "kind", value: data, expected: "an object with a kind" }]
  const kind = kinds.find((name) => name === data["kind"])
  if (kind === undefined) {
    return [{ field: "kind", value: data["kind"], expected: `one of ${kinds.join(", ")}` }]
  }
  const known = fields[kind]
  const names = Object.keys(known)
  return [
    ...names.flatMap((field) => fieldProblems(field, data[field], known[field]!, depth)),
    ...Object.keys(data)
      .filter((field) => field !== "kind" && !names.includes(field))
      .map((field) => ({ field, value: data[field], expected: `one of ${names.join(", ")}` }))
  ]
}

const fieldProblems = (
  field: string,
  value: unknown,
  shape: Shape,
  depth: number
): ReadonlyArray<Problem> => {
  switch (shape) {
    case "number":
      return typeof value === "number" ? [] : [{ field, value, expected: "a number" }]
    case "optional":
      return value === undefined || typeof value === "number"
        ? []
        : [{ field, value, expected: "a number, or nothing" }]
    case "numbers":
      return listProblems(field, value, (item, at) => fieldProblems(at, item, "number", depth))
    case "rows":
      return listProblems(field, value, (item, at) => fieldProblems(at, item, "numbers", depth))
    case "parts":
      if (depth >= DEPTH_MAX) {
        return [{ field, value, expected: `at most ${DEPTH_MAX} mixtures inside each other` }]
      }
      return listProblems(field, value, (item, at) =>
        shapeProblems(item, depth + 1).map((problem) => within(at, problem))
      )
  }
}

const listProblems = (
  field: string,
  value: unknown,
  ofItem: (item: unknown, at: string) => ReadonlyArray<Problem>
): ReadonlyArray<Problem> =>
  Array.isArray(value)
    ? Array.from(value, (item: unknown, index) => ofItem(item, `${field}[${index}]`)).flat()
    : [{ field, value, expected: "a list" }]

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === "object" && data !== null && !Array.isArray(data)
