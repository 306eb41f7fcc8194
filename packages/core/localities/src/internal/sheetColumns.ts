/**
 * Finds the columns of a sheet by the words of its header, in any order, in English and Chinese.
 */
import * as SheetProblem from "../SheetProblem.ts"
import type { Row, Sheet } from "../TownSheets.ts"
import { plain } from "./sheetCell.ts"

/** A column by its key and the words that a header may have for it; the first ones are for tables. */
export interface ColumnKind {
  readonly key: string
  readonly names: ReadonlyArray<string>
}

const column = (key: string, ...names: ReadonlyArray<string>): ColumnKind => ({ key, names })

/** The levels of the units sheet from top to bottom. */
export const levelColumns: ReadonlyArray<ColumnKind> = [
  column(
    "subdistrict",
    "subdistrict",
    "街道",
    "乡镇",
    "镇街",
    "镇",
    "街道(镇)",
    "sub-district",
    "town"
  ),
  column("community", "community", "社区", "村", "村社区", "社区(村)", "村(社区)", "村居"),
  column("grid", "grid", "网格", "网格编号", "网格号"),
  column("building", "building", "楼栋", "楼", "栋", "幢", "楼号", "楼栋号", "楼幢"),
  column("unit", "unit", "单元", "单元号")
]

const nameColumns: ReadonlyArray<ColumnKind> = [
  column("subdistrictName", "subdistrict name", "街道名称", "乡镇名称"),
  column("communityName", "community name", "社区名称"),
  column("gridName", "grid name", "网格名称"),
  column("buildingName", "building name", "楼栋名称"),
  column("unitName", "unit name", "单元名称")
]

const note = column("note", "note", "备注", "notes", "remark")
const households = column("households", "households", "户数", "总户数", "住户数")
const place = column("place", "place", "地点", "所在", "所在地", "node", "where")
const name = column("name", "name", "名称", "显示名称")

/** The columns of each kind of sheet. */
export const kinds: Readonly<Record<"units" | "staff" | "names", ReadonlyArray<ColumnKind>>> = {
  units: [...levelColumns, ...nameColumns, households, note],
  staff: [
    column("post", "post", "岗位", "职务", "岗位名称"),
    place,
    ...levelColumns,
    column("count", "count", "人数", "岗位数", "名额", "seats"),
    column("person", "person", "人员", "人员编号", "工号", "person id"),
    column("from", "from", "任职起", "开始日期", "起始日期", "起"),
    column("until", "until", "任职止", "结束日期", "终止日期", "止"),
    note
  ],
  names: [place, ...levelColumns, name, note]
}

/** Where the columns of a sheet are, and how its header writes them. */
export interface Columns {
  readonly sheet: Sheet
  readonly indexOf: ReadonlyMap<string, number>
  readonly problems: ReadonlyArray<SheetProblem.SheetProblem>
}

/** The columns of a sheet, with what is wrong with its header and with the shape of its rows. */
export const find = (sheet: Sheet, known: ReadonlyArray<ColumnKind>): Columns => {
  const keyOf = new Map(known.flatMap(({ key, names }) => names.map((word) => [folded(word), key])))
  const indexOf = new Map<string, number>()
  const problems: Array<SheetProblem.SheetProblem> = []
  sheet.header.forEach((cell, index) => {
    const given = plain(cell)
    if (given === "") return
    const at = { sheet: sheet.name, line: 1, column: "" }
    const key = keyOf.get(folded(given))
    if (key === undefined) {
      const words = known.flatMap(({ names }) => names)
      const list = known.map(shownName).join(", ")
      problems.push(SheetProblem.make("UnknownColumn", at, given, list, words))
    } else if (indexOf.has(key)) {
      const earlier = plain(sheet.header[indexOf.get(key)!] ?? "")
      problems.push(SheetProblem.make("RepeatedColumn", at, given, earlier))
    } else {
      indexOf.set(key, index)
    }
  })
  for (const { key } of levelColumns) {
    const nameIndex = indexOf.get(`${key}Name`)
    // A sheet that only has names has them as its ids.
    if (nameIndex !== undefined && !indexOf.has(key)) {
      indexOf.set(key, nameIndex)
      indexOf.delete(`${key}Name`)
    }
  }
  return { sheet, indexOf, problems: [...problems, ...shapeProblems(sheet)] }
}

/** The problem of a column that is not there. */
export const missing = (
  { sheet }: Columns,
  known: ReadonlyArray<ColumnKind>,
  keys: ReadonlyArray<string>
): SheetProblem.SheetProblem => {
  const wanted = known.filter(({ key }) => keys.includes(key)).map(shownName)
  const header = sheet.header.map(plain).filter((cell) => cell !== "")
  const at = { sheet: sheet.name, line: 1, column: "" }
  return SheetProblem.make("MissingColumn", at, header.join(", "), wanted.join(" | "))
}

/** The cell of a row in a column, trimmed; "" where the sheet has no such column. */
export const cell = ({ indexOf }: Columns, row: Row, key: string): string => {
  const index = indexOf.get(key)
  return index === undefined ? "" : (row.cells[index] ?? "").trim()
}

/** The place of a cell, named as the header names its column. */
export const at = ({ sheet, indexOf }: Columns, row: Row, key: string): SheetProblem.Place => ({
  sheet: sheet.name,
  line: row.line,
  column: plain(sheet.header[indexOf.get(key) ?? -1] ?? "")
})

/** The rows that say anything: spreadsheets leave empty ones behind. */
export const rowsOf = (sheet: Sheet): ReadonlyArray<Row> =>
  sheet.rows.filter((row) => row.cells.some((text) => plain(text) !== ""))

const shapeProblems = (sheet: Sheet): ReadonlyArray<SheetProblem.SheetProblem> => {
  const rows = rowsOf(sheet)
  const whole = { sheet: sheet.name, line: 0, column: "" }
  if (rows.length === 0) return [SheetProblem.make("NoRows", whole, 0, 1)]
  return rows.flatMap((row) => {
    const beyond = row.cells.find(
      (text, index) => plain(text) !== "" && plain(sheet.header[index] ?? "") === ""
    )
    return beyond === undefined
      ? []
      : [
          SheetProblem.make(
            "CellBeyondHeader",
            { sheet: sheet.name, line: row.line, column: "" },
            plain(beyond),
            sheet.header.length
          )
        ]
  })
}

const folded = (text: string): string => plain(text).toLowerCase().replace(/[ _]/g, "")

const shownName = ({ names }: ColumnKind): string => names.slice(0, 2).join(" ")
