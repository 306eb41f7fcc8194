/**
 * What can be wrong with the terms of the clocks of a case, as typed values: a stable code, the place,
 * what stands there and what would be right.
 */
import { WorkDays } from "@wangge/calendar"
import { type Label, Problem } from "@wangge/facts"
import * as CaseClock from "./CaseClock.ts"
import type { Clocks } from "./CaseRules.ts"
import type { Row, TermsData } from "./TimerTerms.ts"
import * as Urgency from "./Urgency.ts"

/**
 * The codes of all problems: append only, codes are stored and compared by name.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "LimitNotWhole",
  "LimitNotWholeDays",
  "ClockNotGiven",
  "RowMissing",
  "AmberShareOutside",
  "NeverStarts"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` is the row (`rows[3].limitSec`) or the clock that it is about.
 *
 * @category problems
 * @since 0.1.0
 */
export type TimerProblem = Problem.Problem<Code>

/**
 * A problem from its four parts.
 *
 * @category problems
 * @since 0.1.0
 */
export const make = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): TimerProblem => ({ code, subject, found, expected })

/**
 * The words for each code, in English and Chinese.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  LimitNotWhole: {
    en: "{subject} is {found}; expected whole seconds of 0 or more, or no limit.",
    zh: "{subject} 为 {found};应为不小于 0 的整秒数,或不设时限。"
  },
  LimitNotWholeDays: {
    en: "{subject} is {found} seconds; a limit in working days is a multiple of {expected}.",
    zh: "{subject} 为 {found} 秒;按工作日计的时限应为 {expected} 的整数倍。"
  },
  ClockNotGiven: {
    en: "{subject} counts on {found}, which was not given; given: {expected}.",
    zh: "{subject} 按 {found} 计时,但未提供;已提供:{expected}。"
  },
  RowMissing: {
    en: "The clock {subject} has no limit for {found} cases; expected a row that fits them.",
    zh: "计时 {subject} 对 {found} 类案件没有时限;应有一行适用。"
  },
  AmberShareOutside: {
    en: "{subject} is {found}; expected a share from 0 to 1.",
    zh: "{subject} 为 {found};应在 0 与 1 之间。"
  },
  NeverStarts: {
    en: "Nothing starts the clock {subject}; expected at least one moment.",
    zh: "没有任何环节启动计时 {subject};应至少有一个。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { TimerProblem } from "@wangge/cases"
 *
 * const problem = TimerProblem.make("NeverStarts", "Verify", 0, 1)
 * TimerProblem.describe(problem).en
 * // => "Nothing starts the clock Verify; expected at least one moment."
 * ```
 *
 * @category labels
 * @since 0.1.0
 */
export const describe = (problem: TimerProblem): Label.Label => Problem.describe(words, problem)

/**
 * Everything that is wrong with terms: limits that are no whole seconds (or days), clocks that were
 * not given, urgencies without a limit, a share outside 0 to 1, clocks that nothing starts.
 *
 * @category problems
 * @since 0.1.0
 */
export const find = (data: TermsData, clocks: Clocks): ReadonlyArray<TimerProblem> => [
  ...data.rows.flatMap((row, index) => ofRow(row, `rows[${index}]`, clocks)),
  ...CaseClock.list.flatMap((clock) => ofClock(data, clock)),
  ...(data.amberShare >= 0 && data.amberShare <= 1
    ? []
    : [make("AmberShareOutside", "amberShare", data.amberShare, "0..1")])
]

const ofRow = (row: Row, path: string, clocks: Clocks): ReadonlyArray<TimerProblem> => {
  const found: Array<TimerProblem> = []
  for (const field of ["limitSec", "extensionSec"] as const) {
    const value = row[field]
    const isNone = field === "limitSec" && value === Number.POSITIVE_INFINITY
    if (isNone) continue
    if (!(Number.isSafeInteger(value) && value >= 0)) {
      found.push(make("LimitNotWhole", `${path}.${field}`, value, 0))
    } else if (row.countsOn === "workingDays" && value % WorkDays.daySec !== 0) {
      found.push(make("LimitNotWholeDays", `${path}.${field}`, value, WorkDays.daySec))
    }
  }
  if (clocks[row.countsOn] === undefined) {
    found.push(
      make("ClockNotGiven", `${path}.countsOn`, row.countsOn, Object.keys(clocks).join(", "))
    )
  }
  return found
}

const ofClock = (data: TermsData, clock: CaseClock.CaseClock): ReadonlyArray<TimerProblem> => {
  const fits = (row: Row, urgency: Urgency.Urgency): boolean =>
    row.clock === clock &&
    row.categories.length === 0 &&
    row.unitIds.length === 0 &&
    (row.urgencies.length === 0 || row.urgencies.includes(urgency))
  return [
    ...(data.triggers[clock].starts.length === 0 ? [make("NeverStarts", clock, 0, 1)] : []),
    ...Urgency.list
      .filter((urgency) => !data.rows.some((row) => fits(row, urgency)))
      .map((urgency) => make("RowMissing", clock, urgency, 1))
  ]
}
