/**
 * A town from its spreadsheets, without the command line: two sheets and a map become a locality,
 * points find their grids, and the town is simulated as it is and with half the grid workers. The
 * town is invented; its numbers come from nowhere but these files.
 */
import { readFileSync } from "node:fs"
import { Estimate } from "@wangge/des"
import { GeoJson, GridLocator, GridTree, Level } from "@wangge/grid"
import {
  Locality,
  type LocalityRecord,
  SheetProblem,
  TownSchema,
  TownSheets
} from "@wangge/localities"
import { NumberText, Table } from "@wangge/report"
import { Outcome, Preset, Runner, Study } from "@wangge/simulator"

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8")

/**
 * A sheet of plain cells. These files have no quotes; for files that may have them use a parser of
 * comma-separated values, as `wangge import` does.
 */
const sheet = (name: string): TownSheets.Sheet => {
  const [header = [], ...rows] = read(name)
    .replace("\uFEFF", "")
    .split(/\r?\n/)
    .map((line) => line.split(","))
  return { name, header, rows: rows.map((cells, index) => ({ line: index + 2, cells })) }
}

/** The locality of a folder beside this file, or what is wrong with it, one line each. */
export const load = (
  folder: string
): {
  readonly locality: LocalityRecord.LocalityRecord | null
  readonly lines: ReadonlyArray<string>
} => {
  const town = TownSchema.parse(JSON.parse(read(`${folder}town.json`)))
  const map = GeoJson.read(JSON.parse(read("areas.geojson")), { datum: "WGS-84" })
  if (!town.ok || !map.ok) throw new Error("the settings and the map of this example are right")
  const sheets = { units: sheet(`${folder}units.csv`), staff: sheet(`${folder}staff.csv`) }
  const options = { town: town.town, areas: { name: "areas.geojson", map: map.file } }
  const imported = TownSheets.toLocality(sheets, options)
  return imported.ok
    ? { locality: imported.locality, lines: [] }
    : {
        locality: null,
        lines: imported.problems.map((problem) => SheetProblem.describe(problem).en)
      }
}

/** The town of the sheets that are right. */
export const willowBend = (): LocalityRecord.LocalityRecord => {
  const { locality, lines } = load("")
  if (locality === null) throw new Error(lines.join("\n"))
  return locality
}

/** Places per level with their households, as the sheets have them. */
const levelLines = (locality: LocalityRecord.LocalityRecord): ReadonlyArray<string> => {
  const tree = Locality.treeOrThrow(locality)
  return tree.levels
    .map(({ role, count }) => `${Level.roleNames[role].zh} ${count}`)
    .concat(`户 ${tree.householdsOf[GridTree.root]}`)
}

/** The grid of each of some points, or why there is none. */
export const where = (locality: LocalityRecord.LocalityRecord): ReadonlyArray<string> => {
  const { territory } = locality
  if (territory.kind !== "listed" || territory.map === "notStated") return []
  const { map, nodes } = territory
  const made = GridLocator.make(map)
  if (!made.ok) throw new Error("the areas of this example are right")
  return points.map(({ label, longitude, latitude }) => {
    const found = GridLocator.locate(made.locator, { datum: map.datum, longitude, latitude })
    if (found.kind !== "Found") return `${label}: ${found.kind}`
    const name = nodes.find(({ id }) => id === found.gridId)?.name ?? ""
    const border = found.isOnBorder ? `, on the border of ${found.touchingIds.join(" and ")}` : ""
    return `${label}: ${found.gridId} ${name}${border}`
  })
}

const points = [
  { label: "a broken lamp", longitude: 120.0011, latitude: 30.0033 },
  { label: "a blocked drain", longitude: 120.004, latitude: 30.0012 },
  { label: "a photo from elsewhere", longitude: 120.02, latitude: 30.001 }
] as const

/** What half the grid workers change, each outcome with the 95 % interval of the difference. */
export const compare = async (locality: LocalityRecord.LocalityRecord): Promise<string> => {
  const preset = Preset.ofLocality(locality)
  const base = { ...preset, calendar: { ...preset.calendar, days: 60 } }
  const half = { ...base, staff: { ...base.staff, gridWorkers: base.staff.gridWorkers / 2 } }
  const options = { seed: 7, replications: 4, runner: Runner.thisThread, probe: false }
  const before = await Study.run({ ...options, scenario: base })
  const after = await Study.run({ ...options, scenario: half })
  const rows = compared.map((id) => {
    const bases = before.runs.map((run) => run.outcomes[id])
    const changes = after.runs.map((run) => run.outcomes[id])
    const { mean, halfWidth } = Estimate.paired(changes, bases)
    return [
      Outcome.find(id)?.label.en ?? id,
      NumberText.share(Estimate.of(bases).mean, "en"),
      NumberText.share(Estimate.of(changes).mean, "en"),
      `${percentPoints(mean)} ± ${percentPoints(halfWidth)}`
    ]
  })
  const columns = [
    { head: "Outcome", align: "left" },
    { head: `${base.staff.gridWorkers} workers`, align: "right" },
    { head: `${half.staff.gridWorkers} workers`, align: "right" },
    { head: "Difference, points", align: "right" }
  ] as const
  return Table.align(columns, rows).trimEnd()
}

const compared = ["useOfTime", "visitCover", "patrolCover", "foundBeforeComplaint"] as const

const percentPoints = (share: number | null): string =>
  NumberText.decimal(share === null ? null : share * 100, 1, "en")

const report = async (): Promise<string> => {
  const locality = willowBend()
  return [
    levelLines(locality).join(", "),
    "",
    ...where(locality),
    "",
    await compare(locality),
    "",
    "The same sheets with some slips of the pen:",
    ...load("with-mistakes/").lines
  ].join("\n")
}

/** What the README shows. */
export const outputs = [report] as const

/** True when Node was started with this file, not when a test or another program imports it. */
const { main: isMain }: { readonly url: string; readonly main?: boolean } = import.meta
if (isMain === true) console.log(await report())
