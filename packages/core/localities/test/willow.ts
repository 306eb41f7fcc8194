/**
 * A small invented town as sheets, for the tests of the import.
 */
import { SheetProblem, type TownSettings, TownSheets } from "../src/index.ts"

const source = { kind: "assumed", reason: "invented for this test" } as const

export const willow: TownSettings.TownSettings = {
  format: "wangge-town",
  version: 1,
  id: "willow",
  name: { en: "Willow", zh: "柳湾镇" },
  province: { en: "Nowhere", zh: "无" },
  zone: "Asia/Shanghai",
  profileId: "fiveStep",
  year: 2024,
  source,
  personsPerHousehold: { value: 2.5, source },
  heatingSeason: { kind: "none", reason: "invented for this test" }
}

/** A sheet from lines of cells between commas; the first line is the header. */
export const aSheet = (name: string, ...lines: ReadonlyArray<string>): TownSheets.Sheet => {
  const [header = "", ...rows] = lines
  return {
    name,
    header: header.split(","),
    rows: rows.map((text, index) => ({ line: index + 2, cells: text.split(",") }))
  }
}

export const units = (...lines: ReadonlyArray<string>): TownSheets.Sheet =>
  aSheet("units.csv", ...lines)
export const staff = (...lines: ReadonlyArray<string>): TownSheets.Sheet =>
  aSheet("staff.csv", ...lines)

/** Two communities, three grids, four buildings, as people write them. */
export const willowUnits = units(
  "社区,网格,楼栋,户数",
  "柳岸社区,第一网格,1号楼,48",
  "柳岸社区,第一网格,2号楼,52",
  "柳岸社区,第二网格,1号楼,100",
  "东街社区,第一网格,1号楼,80"
)

/** The locality of sheets that are right. */
export const imported = (
  sheets: TownSheets.Sheets,
  areas?: NonNullable<TownSheets.Options["areas"]>
) => {
  const result = TownSheets.toLocality(
    sheets,
    areas === undefined ? { town: willow } : { town: willow, areas }
  )
  if (result.ok) return result.locality
  throw new Error(result.problems.map((problem) => SheetProblem.describe(problem).en).join("\n"))
}

/** Every problem of sheets as `Code place`. */
export const problemsOf = (
  sheets: TownSheets.Sheets,
  areas?: NonNullable<TownSheets.Options["areas"]>
): ReadonlyArray<string> => {
  const result = TownSheets.toLocality(
    sheets,
    areas === undefined ? { town: willow } : { town: willow, areas }
  )
  return result.ok ? [] : result.problems.map(({ code, subject }) => `${code} ${subject}`)
}
