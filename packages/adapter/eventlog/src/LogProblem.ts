/**
 * What can be wrong with a log that comes from outside: typed problems that name the line, the
 * column, the value found there and what would be right, with words in English and Chinese.
 */
import { type Label, Problem } from "@wangge/facts"

/**
 * All codes. Append only.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "NotWellFormed",
  "QuoteOutOfPlace",
  "CellCountWrong",
  "ColumnMissing",
  "ColumnTwice",
  "IdUnfit",
  "ActivityUnknown",
  "TimeUnreadable",
  "TimeWithoutOffset",
  "TimeSkipped",
  "ValueMissing",
  "ValueUnfit"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `line` counts the lines of the file from 1, 0 where no line is to blame; `subject`
 * is the name of the column, empty where none is.
 *
 * @category problems
 * @since 0.1.0
 */
export interface LogProblem extends Problem.Problem<Code> {
  readonly line: number
}

/**
 * What each problem says, in English and Chinese; the place comes before it.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  NotWellFormed: {
    en: "the file is not well-formed: {found}; expected {expected}",
    zh: "文件格式不正确:{found};应为:{expected}"
  },
  QuoteOutOfPlace: {
    en: "a quote is out of place after “{found}”; expected {expected}",
    zh: "“{found}”之后的引号位置不对;应为:{expected}"
  },
  CellCountWrong: {
    en: "the line has {found} cells; expected {expected}, as the header has",
    zh: "该行有{found}个单元格;应与表头一致,为{expected}个"
  },
  ColumnMissing: {
    en: "there is no such column; there are: {found}",
    zh: "没有此列;现有:{found}"
  },
  ColumnTwice: {
    en: "the header names this column {found} times; expected {expected}",
    zh: "表头中此列出现{found}次;应为{expected}次"
  },
  IdUnfit: {
    en: "“{found}” cannot be an id; expected {expected}",
    zh: "“{found}”不能作为编号;应为:{expected}"
  },
  ActivityUnknown: {
    en: "the activity “{found}” is not mapped; expected one of {expected}",
    zh: "活动“{found}”没有对应关系;应为:{expected}"
  },
  TimeUnreadable: {
    en: "“{found}” is no time; expected {expected}",
    zh: "“{found}”不是时间;应为:{expected}"
  },
  TimeWithoutOffset: {
    en: "“{found}” does not say its offset from UTC; expected {expected}",
    zh: "“{found}”没有注明与UTC的时差;应为:{expected}"
  },
  TimeSkipped: {
    en: "the clocks skipped “{found}”; expected {expected}",
    zh: "“{found}”因时钟调整而不存在;应为:{expected}"
  },
  ValueMissing: {
    en: "a value is missing; expected {expected}",
    zh: "缺少值;应为:{expected}"
  },
  ValueUnfit: {
    en: "“{found}” does not fit; expected {expected}",
    zh: "“{found}”不合要求;应为:{expected}"
  }
}

/** Texts of files may be long; a message shows their beginning. */
const shownMax = 80

/**
 * A problem; a value longer than 80 characters is cut.
 *
 * @category problems
 * @since 0.1.0
 */
export const make = (
  code: Code,
  options: {
    readonly line: number
    readonly column: string
    readonly found: string | number
    readonly expected: string | number
  }
): LogProblem => {
  const { line, column, expected } = options
  const found =
    typeof options.found === "string" && options.found.length > shownMax
      ? `${options.found.slice(0, shownMax - 1)}…`
      : options.found
  return { code, subject: column, found, expected, line }
}

/**
 * A problem in words, with its place, in English and Chinese.
 *
 * ```ts
 * import { LogProblem } from "@wangge/eventlog"
 *
 * const place = { line: 7, column: "cost", found: "much", expected: "a whole number" }
 * LogProblem.describe(LogProblem.make("ValueUnfit", place))
 * // => { en: "line 7, cost: “much” does not fit; expected a whole number", zh: "第7行,cost:“much”不合要求;应为:a whole number" }
 * ```
 *
 * @category labels
 * @since 0.1.0
 */
export const describe = (problem: LogProblem): Label.Label => {
  const said = Problem.describe(words, problem)
  const { line, subject } = problem
  const en = [...(line > 0 ? [`line ${line}`] : []), ...(subject === "" ? [] : [subject])]
  const zh = [...(line > 0 ? [`第${line}行`] : []), ...(subject === "" ? [] : [subject])]
  return {
    en: en.length === 0 ? said.en : `${en.join(", ")}: ${said.en}`,
    zh: zh.length === 0 ? said.zh : `${zh.join(",")}:${said.zh}`
  }
}
