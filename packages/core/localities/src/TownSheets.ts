/**
 * A town of your own from its spreadsheets: the rows of a units sheet (who lives where), a staff
 * sheet and a sheet of names become a locality like those that ship, or every problem of all sheets
 * at once, each with sheet, line and column. The rows come parsed: a face reads the files.
 */
import type { Area, Level } from "@wangge/grid"
import * as placeIds from "./internal/placeIds.ts"
import * as placeIndex from "./internal/placeIndex.ts"
import * as sheetAreas from "./internal/sheetAreas.ts"
import * as columns from "./internal/sheetColumns.ts"
import * as sheetNames from "./internal/sheetNames.ts"
import * as sheetPlaces from "./internal/sheetPlaces.ts"
import * as sheetStaff from "./internal/sheetStaff.ts"
import * as townRecord from "./internal/townRecord.ts"
import type { ListedNode, LocalityRecord } from "./LocalityRecord.ts"
import type { SheetProblem } from "./SheetProblem.ts"
import type * as TownSettings from "./TownSettings.ts"

/**
 * A row as it stands in the file: `line` counts from 1, the header's line.
 *
 * @category sheets
 * @since 0.1.0
 */
export interface Row {
  readonly line: number
  readonly cells: ReadonlyArray<string>
}

/**
 * A sheet: what messages call it, its header and the rows below. Rows may be shorter than the
 * header; empty ones are passed over.
 *
 * @category sheets
 * @since 0.1.0
 */
export interface Sheet {
  readonly name: string
  readonly header: ReadonlyArray<string>
  readonly rows: ReadonlyArray<Row>
}

/**
 * The sheets of a town.
 *
 * - `units`: one row for each building or unit: `community`, `grid` and `households`, where the town
 *   has them `subdistrict`, `building` and `unit`, and names (`grid name`) beside ids;
 * - `staff`: `post` and `place`, and a `count` of seats or a `person` with `from` and `until`;
 * - `names`: `place` and `name`.
 *
 * Columns stand in any order, and a header may be Chinese (社区、网格、楼栋、单元、户数、岗位、地点、人数).
 *
 * @category sheets
 * @since 0.1.0
 */
export interface Sheets {
  readonly units: Sheet
  readonly staff?: Sheet
  readonly names?: Sheet
}

/**
 * What goes with the sheets: the town's settings, and a map of its land where there is one.
 *
 * @category sheets
 * @since 0.1.0
 */
export interface Options {
  readonly town: TownSettings.TownSettings
  readonly areas?: { readonly name: string; readonly map: Area.AreaMap }
}

/**
 * A locality, or every reason why there is none, in the order units, names, staff, areas, and by
 * line within each.
 *
 * @category sheets
 * @since 0.1.0
 */
export type Imported =
  | { readonly ok: true; readonly locality: LocalityRecord }
  | { readonly ok: false; readonly problems: ReadonlyArray<SheetProblem> }

/**
 * The locality that the sheets of a town describe.
 *
 * A place is written as an id (`G07`: letters, digits and `. _ -`, one place in the whole town), as
 * a number (`3`, `第三网格`: counted within the place above) or as a name (`春柳网格`: one place in the
 * whole town); buildings and units always belong to the place above. Ids stay; other places get one,
 * such as `c1/g3/b12`. Full-width digits and thousands separators are read; what cannot be a whole
 * number is not guessed at. A unit may be left empty for a building that is counted as a whole.
 * Dates count whole days of the town's zone, the last one included; without one a person stays.
 *
 * ```ts
 * import { TownSettings, TownSheets } from "@wangge/localities"
 *
 * const source = { kind: "assumed", reason: "invented" } as const
 * const town: TownSettings.TownSettings = {
 *   format: "wangge-town",
 *   version: 1,
 *   id: "willow",
 *   name: { en: "Willow", zh: "柳湾" },
 *   province: { en: "Nowhere", zh: "无" },
 *   zone: "Asia/Shanghai",
 *   profileId: "base",
 *   year: 2024,
 *   source,
 *   personsPerHousehold: { value: 2.6, source },
 *   heatingSeason: { kind: "none", reason: "invented" }
 * }
 * const units = {
 *   name: "units.csv",
 *   header: ["社区", "网格", "楼栋", "户数"],
 *   rows: [
 *     { line: 2, cells: ["柳岸社区", "第一网格", "1号楼", "48"] },
 *     { line: 3, cells: ["柳岸社区", "第一网格", "2号楼", "3o"] }
 *   ]
 * }
 * const imported = TownSheets.toLocality({ units }, { town })
 * imported.ok ? [] : imported.problems.map((problem) => problem.subject)
 * // => ["units.csv:3:户数"]
 * ```
 *
 * Cost: linear in rows.
 *
 * @source none: our own reading of such sheets
 * @category sheets
 * @since 0.1.0
 */
export const toLocality = (sheets: Sheets, options: Options): Imported => {
  const { town, areas } = options
  const reading = sheetPlaces.read(columns.find(sheets.units, columns.kinds.units))
  const idProblems = placeIds.assign(reading, town.id)
  const named = namesOf(sheets, options, reading)
  const staff = staffOf(sheets, options, reading)
  const problems = [
    ...inOrder([...reading.problems, ...idProblems]),
    ...inOrder(meant(reading, named)),
    ...inOrder(meant(reading, staff.problems)),
    ...(areas === undefined || !reading.isWhole ? [] : sheetAreas.check(reading, areas))
  ]
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, locality: townRecord.make(town, reading, staff, areas?.map) }
}

/**
 * The ids of all nodes of a listed town that a text may mean: an id, a name, or a path of names
 * from any place above (`柳岸社区/第一网格`). One id for a text that is clear, none for an unknown one.
 *
 * @category sheets
 * @since 0.1.0
 */
export const findPlace = (
  nodes: ReadonlyArray<ListedNode>
): ((text: string) => ReadonlyArray<string>) => {
  const index = placeIndex.make(
    nodes.map(({ id, parentId, name }) => ({ id, parentId, words: [name] }))
  )
  return (text) => placeIndex.find(index, text)
}

/** The places as other sheets may call them; the town also by the names of its settings. */
const indexOf = (
  reading: sheetPlaces.Reading,
  { name }: TownSettings.TownSettings
): placeIndex.PlaceIndex =>
  placeIndex.make(
    sheetPlaces.allOf(reading.root).map((place) => ({
      id: place.id,
      parentId: place.parent?.id ?? "",
      words: place.level === 0 ? [name.en, name.zh] : [place.text, place.name]
    }))
  )

const namesOf = (
  sheets: Sheets,
  { town }: Options,
  reading: sheetPlaces.Reading
): ReadonlyArray<SheetProblem> => {
  if (sheets.names === undefined) return []
  const byId = new Map(sheetPlaces.allOf(reading.root).map((place) => [place.id, place]))
  const found = columns.find(sheets.names, columns.kinds.names)
  return sheetNames.apply(found, indexOf(reading, town), (id) => byId.get(id))
}

const staffOf = (
  sheets: Sheets,
  { town }: Options,
  reading: sheetPlaces.Reading
): sheetStaff.Staff => {
  if (sheets.staff === undefined) return { posts: [], appointments: [], problems: [] }
  const roles = townRecord.rolesOf(reading.levelKeys)
  const roleById = new Map<string, Level.Role>()
  for (const place of sheetPlaces.allOf(reading.root)) {
    const role = roles[place.level]
    if (role !== undefined) roleById.set(place.id, role)
  }
  return sheetStaff.read(columns.find(sheets.staff, columns.kinds.staff), {
    index: indexOf(reading, town),
    roleOf: (id) => roleById.get(id),
    zone: town.zone
  })
}

/** Where a place's line could not be read, that another sheet does not find it says nothing. */
const meant = (
  reading: sheetPlaces.Reading,
  problems: ReadonlyArray<SheetProblem>
): ReadonlyArray<SheetProblem> =>
  reading.isWhole ? problems : problems.filter(({ code }) => code !== "UnknownPlace")

const inOrder = (problems: ReadonlyArray<SheetProblem>): ReadonlyArray<SheetProblem> =>
  problems.toSorted((left, right) => left.line - right.line)
