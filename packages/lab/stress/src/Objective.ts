/**
 * A promise (承诺): a bound on any outcome of a simulated run, such as `onTimeShare >= 0.9`. It is
 * written as one line of text, read here, and judged by `Judgement`. The outcomes and their units
 * are the simulator's.
 */
import { Outcome } from "@wangge/simulator"

/**
 * How a promised outcome stands to its bound.
 *
 * @category promises
 * @source none: the four orders of numbers; equality is no promise a noisy outcome could keep
 * @since 0.1.0
 */
export const relations = [">=", "<=", ">", "<"] as const

/**
 * One of the four relations.
 *
 * @category promises
 * @since 0.1.0
 */
export type Relation = (typeof relations)[number]

/**
 * A promise: the expected value of `outcome` stands in `relation` to `bound`.
 *
 * `bound` is in the unit of the outcome; a share runs from 0 to 1.
 *
 * @category promises
 * @since 0.1.0
 */
export interface Objective {
  readonly outcome: Outcome.Id
  readonly relation: Relation
  readonly bound: number
}

/**
 * What can be wrong with the text of a promise.
 *
 * @category promises
 * @source none: one code for each part of the grammar
 * @since 0.1.0
 */
export const problemCodes = [
  "PromiseUnreadable",
  "OutcomeUnknown",
  "BoundNotAShare",
  "PercentOfNoShare"
] as const

/**
 * The code of one problem.
 *
 * @category promises
 * @since 0.1.0
 */
export type ProblemCode = (typeof problemCodes)[number]

/**
 * Why a text is no promise: `field` and `value` name the part, `expected` what would be right.
 *
 * @category promises
 * @since 0.1.0
 */
export interface Problem {
  readonly code: ProblemCode
  readonly field: "promise" | "outcome" | "bound"
  readonly value: string
  readonly expected: { readonly en: string; readonly zh: string }
}

/**
 * A promise, or the problem with its text.
 *
 * @category promises
 * @since 0.1.0
 */
export type Parsed =
  | { readonly ok: true; readonly objective: Objective }
  | { readonly ok: false; readonly problem: Problem }

/**
 * The grammar of a promise in words.
 *
 * @category promises
 * @source none: our notation
 * @since 0.1.0
 */
export const grammar = {
  en: "<outcome> <relation> <number>: relation is >=, <=, > or <; a share is 0.9 or 90 %",
  zh: "<结果> <关系> <数>:关系为 >=、<=、> 或 <;比例写作 0.9 或 90%"
} as const

/**
 * Reads a promise.
 *
 * The bound of a share is a number from 0 to 1 or a percentage; every other unit takes a number
 * that is not negative. Returns a problem that names the part, its value and what would be right:
 * for an unknown outcome the list of known ones.
 *
 * ```ts
 * import { Objective } from "@wangge/stress"
 *
 * Objective.parse("onTimeShare >= 90 %")
 * // => { ok: true, objective: { outcome: "onTimeShare", relation: ">=", bound: 0.9 } }
 * ```
 *
 * @category promises
 * @since 0.1.0
 */
export const parse = (text: string): Parsed => {
  const parts = pattern.exec(text)
  if (parts === null) return unreadable(text)
  const [, name = "", sign = "", digits = "", exponent = "0", percent = ""] = parts
  const relation = relations.find((one) => one === sign)
  if (relation === undefined) return unreadable(text)
  const definition = Outcome.definitions.find((one) => one.id === name)
  if (definition === undefined) return unknownOutcome(name)
  const isPercent = percent !== ""
  const bound = Number(`${digits}e${Number(exponent) - (isPercent ? 2 : 0)}`)
  const written = text.slice(text.indexOf(sign) + sign.length).trim()
  if (definition.unit !== "share" && isPercent) return percentOfNoShare(definition, written)
  if (definition.unit === "share" && bound > 1) return boundNotAShare(written)
  return { ok: true, objective: { outcome: definition.id, relation, bound } }
}

// Number and exponent apart: 93.7 % is read as 93.7e-2, which is exactly the number 0.937.
const pattern =
  /^\s*([A-Za-z][A-Za-z0-9]*)\s*(>=|<=|>|<)\s*(\d{1,30}(?:\.\d{1,30})?)(?:e([+-]?\d{1,2}))?\s*([%％]?)\s*$/

/**
 * The promise as text that {@link parse} reads back to the same promise.
 *
 * ```ts
 * import { Objective } from "@wangge/stress"
 *
 * Objective.toText({ outcome: "hoursToCloseP90", relation: "<", bound: 72 }) // => "hoursToCloseP90 < 72"
 * ```
 *
 * @category promises
 * @since 0.1.0
 */
export const toText = (objective: Objective): string =>
  `${objective.outcome} ${objective.relation} ${objective.bound}`

/**
 * Whether one exact value keeps the promise.
 *
 * ```ts
 * import { Objective } from "@wangge/stress"
 *
 * Objective.isKept({ outcome: "onTimeShare", relation: ">", bound: 0.9 }, 0.9) // => false
 * ```
 *
 * @category promises
 * @since 0.1.0
 */
export const isKept = (objective: Objective, value: number): boolean => {
  switch (objective.relation) {
    case ">=":
      return value >= objective.bound
    case "<=":
      return value <= objective.bound
    case ">":
      return value > objective.bound
    case "<":
      return value < objective.bound
  }
}

/**
 * The problem as one sentence.
 *
 * @category promises
 * @since 0.1.0
 */
export const problemText = (problem: Problem, lang: "en" | "zh"): string => {
  const value = JSON.stringify(problem.value)
  return lang === "en"
    ? `${fieldWords[problem.field].en} ${value} cannot be read; expected ${problem.expected.en}`
    : `${fieldWords[problem.field].zh}${value}无法识别;应为${problem.expected.zh}`
}

const fieldWords = {
  promise: { en: "The promise", zh: "承诺" },
  outcome: { en: "The outcome", zh: "结果" },
  bound: { en: "The bound", zh: "界限" }
} as const

const knownIds = (): string => Outcome.definitions.map((one) => one.id).join(", ")

const unreadable = (value: string): Parsed => ({
  ok: false,
  problem: {
    code: "PromiseUnreadable",
    field: "promise",
    value,
    expected: {
      en: `${grammar.en}; outcomes are ${knownIds()}`,
      zh: `${grammar.zh};可用的结果:${knownIds()}`
    }
  }
})

const unknownOutcome = (value: string): Parsed => ({
  ok: false,
  problem: {
    code: "OutcomeUnknown",
    field: "outcome",
    value,
    expected: { en: `one of ${knownIds()}`, zh: `下列之一:${knownIds()}` }
  }
})

const boundNotAShare = (value: string): Parsed => ({
  ok: false,
  problem: {
    code: "BoundNotAShare",
    field: "bound",
    value,
    expected: {
      en: "a share from 0 to 1, or a percentage from 0 % to 100 %",
      zh: "0 至 1 的比例,或 0% 至 100% 的百分数"
    }
  }
})

const percentOfNoShare = (definition: Outcome.Definition, value: string): Parsed => ({
  ok: false,
  problem: {
    code: "PercentOfNoShare",
    field: "bound",
    value,
    expected: {
      en: `a number without %: ${definition.id} is counted in ${definition.unit}`,
      zh: `不带百分号的数:${definition.id}的单位是${definition.unit}`
    }
  }
})
