/**
 * What can be wrong with the description of a calendar. Problems are values with a stable code:
 * `Holidays.make` and `WorkCalendar.make` return all that they find, and a face prints the words
 * of its reader's language from the table here.
 */

/**
 * A text in the two languages of this project.
 *
 * @category words
 * @since 0.1.0
 */
export interface Words {
  readonly en: string
  readonly zh: string
}

/**
 * The stable codes of all calendar problems; append only.
 *
 * @category problems
 * @source none: our own list of what the constructors of this package check
 * @since 0.1.0
 */
export const codes = [
  "UnknownZone",
  "WeekNotSevenDays",
  "SpellOutsideDay",
  "SpellsOverlap",
  "NoOpenHours",
  "WeekdayInvalid",
  "DayRangeInvalid",
  "DateInvalid",
  "DateRepeated",
  "YearInvalid",
  "YearNotKnown"
] as const

/**
 * The stable code of one kind of problem.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One thing that is wrong: where it stands (`path`, as in `weekly[4][1].endSec`) and the `value`
 * found there, written as text.
 *
 * @category problems
 * @since 0.1.0
 */
export interface CalendarProblem {
  readonly code: Code
  readonly path: string
  readonly value: string
}

/**
 * What would be right instead, for each code.
 *
 * @category words
 * @since 0.1.0
 */
export const expected: Readonly<Record<Code, Words>> = {
  UnknownZone: {
    en: "the IANA name of a time zone that this machine knows, such as Asia/Shanghai",
    zh: "本机认识的 IANA 时区名称,例如 Asia/Shanghai"
  },
  WeekNotSevenDays: {
    en: "seven lists of spells, Monday first",
    zh: "七个时段列表,从星期一开始"
  },
  SpellOutsideDay: {
    en: "whole seconds with 0 <= startSec < endSec <= 86400",
    zh: "整秒,且 0 <= startSec < endSec <= 86400"
  },
  SpellsOverlap: {
    en: "spells of one day that do not overlap",
    zh: "同一天内互不重叠的时段"
  },
  NoOpenHours: {
    en: "at least one spell in the week",
    zh: "一周内至少一个时段"
  },
  WeekdayInvalid: {
    en: "a weekday from 0 (Monday) to 6 (Sunday) with hours that make-up workdays can take",
    zh: "0(星期一)至 6(星期日)中有工作时段、可供调休上班日采用的一天"
  },
  DayRangeInvalid: {
    en: "whole day numbers in years 1 to 9999, fromDay < untilDay, at most 73050 days (200 years)",
    zh: "公元 1 至 9999 年内的整数日序,fromDay < untilDay,最多 73050 天(200 年)"
  },
  DateInvalid: {
    en: "a date that exists, written YYYY-MM-DD",
    zh: "真实存在的日期,写作 YYYY-MM-DD"
  },
  DateRepeated: {
    en: "each date at most once",
    zh: "每个日期至多出现一次"
  },
  YearInvalid: {
    en: "a whole year from 1 to 9999",
    zh: "1 至 9999 的整数年份"
  },
  YearNotKnown: {
    en: "a date in one of the known years",
    zh: "已知年份之内的日期"
  }
}

/**
 * The problem in one line: where, what was found, what would be right.
 *
 * ```ts
 * import { CalendarProblem } from "@wangge/calendar"
 *
 * const problem: CalendarProblem.CalendarProblem =
 *   { code: "NoOpenHours", path: "weekly", value: "[]" }
 * CalendarProblem.describe(problem, "en") // => "weekly: got []; expected at least one spell in the week"
 * ```
 *
 * @category words
 * @since 0.1.0
 */
export const describe = (problem: CalendarProblem, language: keyof Words): string =>
  language === "zh"
    ? `${problem.path}:得到 ${problem.value};应为${expected[problem.code].zh}`
    : `${problem.path}: got ${problem.value}; expected ${expected[problem.code].en}`
