/**
 * Why a case is not published, or a publication not shown, as typed values free of persons.
 */
import { type Label, Problem } from "@wangge/facts"
import * as CaseSource from "./CaseSource.ts"
import * as Category from "./Category.ts"

/**
 * The codes of all problems. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category publication problems
 * @since 0.1.0
 */
export const codes = [
  "TimeNotWhole",
  "TimeWentBack",
  "CategoryWithheld",
  "SourceWithheld",
  "TooLong",
  "AlreadyWithdrawn",
  "OtherCase",
  "NotPublished"
] as const

/**
 * One of {@link codes}.
 *
 * @category publication problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem with a publication.
 *
 * @category publication problems
 * @since 0.1.0
 */
export type PublicationProblem = Problem.Problem<Code>

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { PublicationProblem } from "@wangge/cases"
 *
 * PublicationProblem.make("TooLong", "days", 120, 89).expected // => 89
 * ```
 *
 * @category publication problems
 * @since 0.1.0
 */
export const make = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): PublicationProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  TimeNotWhole: {
    en: "{subject} is {found}; a time is a whole number of seconds since 1970.",
    zh: "{subject}为{found};时间应为自1970年起的整秒数。"
  },
  TimeWentBack: {
    en: "{subject}: {found} is before {expected}; time never goes back.",
    zh: "{subject}:{found}早于{expected};时间不能倒退。"
  },
  CategoryWithheld: {
    en: "Cases of the category {found} are only counted, never published one by one.",
    zh: "“{found}”类案件只作统计,不逐件公开。"
  },
  SourceWithheld: {
    en: "Cases from {found} are only counted, never published one by one.",
    zh: "来源为“{found}”的案件只作统计,不逐件公开。"
  },
  TooLong: {
    en: "A publication of {found} days is not possible; it is whole days from 1 to {expected}.",
    zh: "不能公开{found}天;应为1至{expected}之间的整天数。"
  },
  AlreadyWithdrawn: {
    en: "The publication was withdrawn at {found}.",
    zh: "该公开已于{found}撤下。"
  },
  OtherCase: {
    en: "The publication is of another case.",
    zh: "该公开属于另一案件。"
  },
  NotPublished: {
    en: "Nothing is published here now.",
    zh: "此处现无公开内容。"
  }
}

/**
 * A problem in words, English and Chinese; categories and sources go by their names.
 *
 * ```ts
 * import { PublicationProblem } from "@wangge/cases"
 *
 * const problem = PublicationProblem.make("SourceWithheld", "source", "PetitionOffice", "")
 * PublicationProblem.describe(problem).zh // => "来源为“信访转办”的案件只作统计,不逐件公开。"
 * ```
 *
 * @category publication problems
 * @since 0.1.0
 */
export const describe = (problem: PublicationProblem): Label.Label => ({
  en: inLanguage(problem, "en"),
  zh: inLanguage(problem, "zh")
})

const inLanguage = (problem: PublicationProblem, language: keyof Label.Label): string => {
  const category = Category.list.find((one) => one === problem.found)
  const source = CaseSource.list.find((one) => one === problem.found)
  const named =
    problem.code === "CategoryWithheld" && category !== undefined
      ? Category.labels[category][language]
      : problem.code === "SourceWithheld" && source !== undefined
        ? CaseSource.labels[source][language]
        : problem.found
  const { code, subject, expected } = problem
  return Problem.describe(words, { code, subject, found: named, expected })[language]
}
