/**
 * Why personal data are not given, as typed values: a stable code, the field, what was asked and
 * what would be right. No problem ever holds a personal value: only names of fields, purposes,
 * kinds and counts.
 */
import { Label, Problem } from "@wangge/facts"
import * as Purpose from "./Purpose.ts"

/**
 * The codes of all problems. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "PurposeNotAllowed",
  "UnknownField",
  "BasisNotNamed",
  "SeparateConsentMissing",
  "AssessmentMissing",
  "BadCount",
  "RaggedTable"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` is the field (or the cell of a table), `found` what was asked, `expected`
 * what would be right. For `PurposeNotAllowed` these are field, purpose and allowed purposes.
 *
 * @category problems
 * @since 0.1.0
 */
export type PrivacyProblem = Problem.Problem<Code>

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { PrivacyProblem } from "@wangge/privacy"
 *
 * PrivacyProblem.make("PurposeNotAllowed", "phone", "Statistics", "FollowUp").subject // => "phone"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const make = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): PrivacyProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @source none: our own words
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  PurposeNotAllowed: {
    en: "The field {subject} may not be used for {found}; it was collected for {expected}.",
    zh: "字段{subject}不得用于“{found}”,其收集目的为:{expected}。"
  },
  UnknownField: {
    en: "There is no field {subject} here; known are {expected}.",
    zh: "没有字段{subject},已有:{expected}。"
  },
  BasisNotNamed: {
    en: "{subject}: the legal basis {found} names no law or record; expected {expected}.",
    zh: "{subject}:处理依据“{found}”未注明法条或记录,应为{expected}。"
  },
  SeparateConsentMissing: {
    en: "{subject}: data of the class {found} need separate consent; expected {expected}.",
    zh: "{subject}:“{found}”类信息须取得单独同意,应为{expected}。"
  },
  AssessmentMissing: {
    en: "{subject}: data of the class {found} need an impact assessment; expected {expected}.",
    zh: "{subject}:“{found}”类信息须先作影响评估,应为{expected}。"
  },
  BadCount: {
    en: "{subject}: {found} is not a count; expected {expected}.",
    zh: "{subject}:{found}不是有效数量,应为{expected}。"
  },
  RaggedTable: {
    en: "{subject}: the row has {found} cells, the first row has {expected}.",
    zh: "{subject}:该行有{found}格,首行有{expected}格。"
  }
}

/**
 * A problem in words, English and Chinese; purposes are named in the reader's language.
 *
 * ```ts
 * import { PrivacyProblem } from "@wangge/privacy"
 *
 * const problem = PrivacyProblem.make("PurposeNotAllowed", "phone", "Statistics", "Intake, FollowUp")
 * PrivacyProblem.describe(problem).zh // => "字段phone不得用于“统计”,其收集目的为:受理登记、回访。"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: PrivacyProblem): Label.Label =>
  problem.code === "PurposeNotAllowed"
    ? { en: inLanguage(problem, "en"), zh: inLanguage(problem, "zh") }
    : Problem.describe(words, problem)

const inLanguage = (problem: PrivacyProblem, language: keyof Label.Label): string => {
  const show = (value: string | number): string =>
    String(value)
      .split(", ")
      .map((id) => Purpose.list.find((purpose) => purpose === id))
      .map((purpose) => (purpose === undefined ? "?" : Purpose.labels[purpose][language]))
      .join(language === "zh" ? "、" : ", ")
  return Label.fill(words[problem.code], {
    subject: problem.subject,
    found: show(problem.found),
    expected: show(problem.expected)
  })[language]
}
