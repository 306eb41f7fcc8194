/**
 * What an import came to, for the person who wants to know whether the town is whole: the places of
 * each level, households, seats and persons, areas, and what is worth a second look.
 */
import { AreaCheck, AreaProblem, GridTree, Level } from "@wangge/grid"
import { Locality, LocalityProblem, LocalityRecord } from "@wangge/localities"
import { NumberText, Table } from "@wangge/report"
import type { Lang } from "./Lang.ts"
import type { Town } from "./TownFolder.ts"

/**
 * The summary as a table with notes below it.
 *
 * @category towns
 * @since 0.1.0
 */
export const toText = (town: Town, lang: Lang): string => {
  const { locality, fileNames } = town
  const rows = [...levelRows(town, lang), ...staffRows(town, lang)]
  const columns = [
    { head: words.what[lang], align: "left" },
    { head: words.count[lang], align: "right" }
  ] as const
  const notes = notesOf(town, lang)
  return [
    `${locality.id}: ${locality.name.en} ${locality.name.zh} (${fileNames.join(", ")})`,
    "",
    Table.align(columns, rows),
    ...(notes.length === 0 ? [words.none[lang]] : notes)
  ].join("\n")
}

const levelRows = ({ locality }: Town, lang: Lang): ReadonlyArray<ReadonlyArray<string>> => [
  ...locality.levels
    .slice(1)
    .map(({ role, count }) => [Level.roleNames[role][lang], countText(count, lang)]),
  [words.households[lang], countText(locality.households, lang)]
]

const staffRows = ({ locality }: Town, lang: Lang): ReadonlyArray<ReadonlyArray<string>> => {
  const { territory } = locality
  if (territory.kind !== "listed") return []
  const persons = new Set(territory.appointments.map(({ personId }) => personId)).size
  const areas = territory.map === LocalityRecord.notStated ? 0 : territory.map.areas.length
  return [
    ...locality.staff.map(({ label, count }) => [label[lang], countText(count, lang)]),
    [words.persons[lang], NumberText.count(persons, lang)],
    [words.areas[lang], NumberText.count(areas, lang)]
  ]
}

const countText = (number: LocalityRecord.StatedNumber, lang: Lang): string =>
  NumberText.count(number === LocalityRecord.notStated ? null : number.value, lang)

/** What is no mistake of the sheets and may be one of the town. */
const notesOf = (town: Town, lang: Lang): ReadonlyArray<string> => {
  const { territory } = town.locality
  if (territory.kind !== "listed") return []
  const problems = Locality.consistency(town.locality).problems.map(
    (problem) => `${words.note[lang]}${LocalityProblem.describe(problem)[lang]}`
  )
  const points = town.pointCount > 0 ? [`${words.points[lang]}${town.pointCount}`] : []
  return [...problems, ...emptyGrids(town, lang), ...points, ...areaNotes(territory, lang)]
}

const emptyGrids = ({ locality }: Town, lang: Lang): ReadonlyArray<string> => {
  const tree = Locality.treeOrThrow(locality)
  const empty = Array.from(GridTree.indicesOfRole(tree, "grid"))
    .filter((grid) => tree.householdsOf[grid] === 0)
    .map((grid) => String(tree.ids[grid]))
  return empty.slice(0, NOTED_MAX).map((id) => `${words.emptyGrid[lang]}${id}`)
}

/** Overlaps, gaps within a grid and broken rings of the grids' areas. */
const areaNotes = (
  { nodes, map }: LocalityRecord.ListedTerritory,
  lang: Lang
): ReadonlyArray<string> => {
  if (map === LocalityRecord.notStated) return []
  const grids = new Set(nodes.filter(({ levelId }) => levelId === "grid").map(({ id }) => id))
  const areas = map.areas.filter(({ gridId }) => grids.has(gridId))
  const problems = AreaCheck.check({ datum: map.datum, areas })
  return problems
    .slice(0, NOTED_MAX)
    .map((problem) => `${words.area[lang]}${AreaProblem.describe(problem)[lang]}`)
}

const NOTED_MAX = 20

const words = {
  what: { en: "what", zh: "项目" },
  count: { en: "count", zh: "数量" },
  households: { en: "Households", zh: "户数" },
  persons: { en: "Persons with a post", zh: "任职人员" },
  areas: { en: "Areas", zh: "范围" },
  none: { en: "Nothing to note.", zh: "无须注意的事项。" },
  note: { en: "Note: ", zh: "注意:" },
  emptyGrid: { en: "Note: a grid without households: ", zh: "注意:没有住户的网格:" },
  points: { en: "Note: points left out of the map: ", zh: "注意:未收入范围图的点:" },
  area: { en: "Note: the map: ", zh: "注意:范围图:" }
} as const
