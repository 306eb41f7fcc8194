/**
 * What can be wrong in the sheets of a town, each with the sheet, the line and the column where a
 * person finds it in the spreadsheet, what stands there and what would be right. `TownSheets`
 * returns all of them at once; {@link describe} puts one into words.
 */
import { Label, type Problem } from "@wangge/facts"

/**
 * The codes of the problems of sheets. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "MissingColumn",
  "UnknownColumn",
  "RepeatedColumn",
  "NoRows",
  "CellBeyondHeader",
  "EmptyCell",
  "BadPlaceName",
  "RoundedCode",
  "NotWholeNumber",
  "TotalTooLarge",
  "RepeatedRow",
  "PlaceInTwoParents",
  "TwoSpellings",
  "SameIdTwice",
  "TwoNames",
  "UnknownPlace",
  "AmbiguousPlace",
  "WrongLevel",
  "UnknownPost",
  "BadPersonId",
  "BadDate",
  "UntilBeforeFrom",
  "CountOrPerson",
  "RepeatedSeats",
  "TooManyPersons",
  "AppointedTwice",
  "AreaWithoutPlace",
  "PlaceWithoutArea"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * Where a problem is: the sheet's name, the line of the file (the header is line 1; 0 for the sheet
 * as a whole) and the column as the sheet's header calls it ("" for the line as a whole).
 *
 * @category problems
 * @since 0.1.0
 */
export interface Place {
  readonly sheet: string
  readonly line: number
  readonly column: string
}

/**
 * One problem of a sheet; `subject` is its place in short (`units.csv:7:households`), `known` what
 * may stand there where that is a choice, else empty.
 *
 * @category problems
 * @since 0.1.0
 */
export interface SheetProblem extends Problem.Problem<Code>, Place {
  readonly known: ReadonlyArray<string>
}

/**
 * A problem from its parts.
 *
 * ```ts
 * import { SheetProblem } from "@wangge/localities"
 *
 * const place = { sheet: "units.csv", line: 7, column: "households" }
 * SheetProblem.make("NotWholeNumber", place, "12o", ">= 0").subject // => "units.csv:7:households"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const make = (
  code: Code,
  place: Place,
  found: string | number,
  expected: string | number,
  known: ReadonlyArray<string> = []
): SheetProblem => ({
  code,
  subject: [place.sheet, place.line, place.column].filter((part) => part).join(":"),
  found,
  expected,
  sheet: place.sheet,
  line: place.line,
  column: place.column,
  known
})

/**
 * The words of each code, after the place; `{found}` and `{expected}` stand for the problem's
 * values.
 *
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  MissingColumn: {
    en: "there is no column “{expected}”; the header has {found}",
    zh: "缺少“{expected}”列,表头现有{found}"
  },
  UnknownColumn: {
    en: "got the column “{found}”; right: one of {expected}",
    zh: "不认识的列“{found}”,应为以下之一:{expected}"
  },
  RepeatedColumn: {
    en: "got the column “{found}”, which means the same as “{expected}” beside it; right: one of them",
    zh: "“{found}”列与“{expected}”列含义相同,应只留一列"
  },
  NoRows: {
    en: "got no rows below the header; right: at least {expected}",
    zh: "表头下没有数据行,应至少有{expected}行"
  },
  CellBeyondHeader: {
    en: "got “{found}” beyond the last column; right: at most {expected} cells (a text with a comma stands in double quotes)",
    zh: "末列之外还有“{found}”,应至多{expected}格(含逗号的文字须加双引号)"
  },
  EmptyCell: {
    en: "got nothing; right: a value in each line, also where the spreadsheet had merged cells",
    zh: "单元格为空,应逐行填写(合并过的单元格也须填满)"
  },
  BadPlaceName: {
    en: "got “{found}”; right: a name of at most {expected} characters without “/”",
    zh: "名称“{found}”不可用,应不超过{expected}个字且不含“/”"
  },
  RoundedCode: {
    en: "got “{found}”, a code that the spreadsheet has rounded; right: the column formatted as text, with all {expected} digits",
    zh: "编码“{found}”已被表格软件舍入,应将该列设为文本格式并保留全部{expected}位数字"
  },
  NotWholeNumber: {
    en: "got “{found}”; right: a whole number {expected}",
    zh: "“{found}”不是整数,应为{expected}的整数"
  },
  TotalTooLarge: {
    en: "got {found} in all lines together; right: {expected}",
    zh: "各行合计{found},应{expected}"
  },
  RepeatedRow: {
    en: "got “{found}” a second time; right: one line for it, and line {expected} has it",
    zh: "“{found}”重复,第{expected}行已有,应只有一行"
  },
  PlaceInTwoParents: {
    en: "got “{found}”; right: “{expected}” as in an earlier line (two places need two names)",
    zh: "“{found}”与前面的“{expected}”归属不一(两处地方应取不同名称)"
  },
  TwoSpellings: {
    en: "got “{found}”; right: “{expected}” as in an earlier line, if it is the same place",
    zh: "“{found}”与前面的“{expected}”号数相同,同一处应写法一致"
  },
  SameIdTwice: {
    en: "got the id “{found}”, which {expected} has already; right: an id of its own",
    zh: "编号“{found}”已被{expected}使用,应另取编号"
  },
  TwoNames: {
    en: "got the name “{found}”; right: “{expected}” as in an earlier line",
    zh: "名称“{found}”与前面的“{expected}”不一致"
  },
  UnknownPlace: {
    en: "got “{found}”, which no place is called; right: an id or a name from {expected}",
    zh: "没有名为“{found}”的地方,应为{expected}中的编号或名称"
  },
  AmbiguousPlace: {
    en: "got “{found}”, as several places are called; right: one of {expected}",
    zh: "“{found}”对应多处,应写明其一:{expected}"
  },
  WrongLevel: {
    en: "got “{found}”; right: a place of the level {expected}, where this post stands",
    zh: "“{found}”的层级不对,该岗位应设在{expected}"
  },
  UnknownPost: {
    en: "got the post “{found}”; right: one of {expected}",
    zh: "不认识的岗位“{found}”,应为以下之一:{expected}"
  },
  BadPersonId: {
    en: "got “{found}”; right: {expected} letters, digits or . _ - that stand for the person, no name",
    zh: "“{found}”不可用,应为{expected}个字母、数字或 . _ - 组成的代号,不用姓名"
  },
  BadDate: {
    en: "got “{found}”; right: a date that exists, such as {expected}",
    zh: "“{found}”不是有效日期,应形如{expected}"
  },
  UntilBeforeFrom: {
    en: "got {found} as the last day; right: {expected} or later",
    zh: "最后一天{found}早于第一天,应不早于{expected}"
  },
  CountOrPerson: {
    en: "got {found}; right: either a count of seats or a person",
    zh: "{found},应填人数或人员之一"
  },
  RepeatedSeats: {
    en: "got a second count for “{found}”; right: one line for it, and line {expected} has it",
    zh: "“{found}”的人数重复,第{expected}行已有,应只有一行"
  },
  TooManyPersons: {
    en: "got {found} persons in this post at one time; right: at most {expected}, as its count says",
    zh: "该岗位同时有{found}人,按人数应至多{expected}人"
  },
  AppointedTwice: {
    en: "got “{found}” in this post twice at one time; right: spells that do not overlap, as in line {expected}",
    zh: "“{found}”同时两次担任该岗位,任期应与第{expected}行不重叠"
  },
  AreaWithoutPlace: {
    en: "got an area for “{found}”, which no place is called; right: an id or a name from {expected}",
    zh: "“{found}”的范围没有对应的地方,应为{expected}中的编号或名称"
  },
  PlaceWithoutArea: {
    en: "got no area for “{found}” in {expected}; right: one for each grid, or none at all",
    zh: "“{found}”在{expected}中没有范围,应每个网格都有,或全部不给"
  }
}

/**
 * A problem in words, English and Chinese, with its place.
 *
 * ```ts
 * import { SheetProblem } from "@wangge/localities"
 *
 * const place = { sheet: "units.csv", line: 7, column: "households" }
 * const problem = SheetProblem.make("NotWholeNumber", place, "12o", ">= 0")
 * SheetProblem.describe(problem).en
 * // => "units.csv line 7, column households: got “12o”; right: a whole number >= 0"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: SheetProblem): Label.Label => {
  const text = Label.fill(words[problem.code], { found: problem.found, expected: problem.expected })
  const { sheet, line, column } = problem
  const en = [sheet, line > 0 ? ` line ${line}` : "", column === "" ? "" : `, column ${column}`]
  const zh = [sheet, line > 0 ? `第${line}行` : "", column === "" ? "" : `“${column}”列`]
  return { en: `${en.join("")}: ${text.en}`, zh: `${zh.join("")}:${text.zh}` }
}
