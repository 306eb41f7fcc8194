/**
 * Ready scenarios: a year of a known locality, from its published counts and the simulator's stated
 * assumptions.
 */
import { Category } from "@wangge/cases"
import { Locality } from "@wangge/localities"
import * as categoryTable from "./internal/categoryTable.ts"
import * as presetTable from "./internal/presetTable.ts"
import * as Scenario from "./Scenario.ts"
import * as ScenarioSchema from "./ScenarioSchema.ts"

/**
 * First measured day of every preset: a year whose holidays are published.
 *
 * @category presets
 * @source none: assumed; any year whose holidays and make-up workdays are known would do
 * @since 0.1.0
 */
export const startDate = "2025-01-01"

/**
 * The scenario of a locality at default assumptions.
 *
 * ```ts
 * import { Helong } from "@wangge/localities"
 * import { Preset } from "@wangge/simulator"
 *
 * const helong = Preset.ofLocality(Helong.locality)
 * helong.territory.grids // => 69
 * ```
 *
 * @category presets
 * @since 0.1.0
 */
export const ofLocality = (locality: Locality.Locality): Scenario.Scenario => {
  const tree = presetTable
    .of(locality)
    .reduce<Tree>((record, entry) => placed(record, entry.path.split("."), entry.number.value), {
      format: Scenario.format,
      version: Scenario.version,
      locality: locality.id,
      name: { en: locality.name.en, zh: locality.name.zh },
      profile: locality.profileId,
      calendar: {
        zone: locality.zone,
        startDate,
        days: 0,
        warmUpDays: 0,
        shifts: [
          { from: "08:00", until: "12:00" },
          { from: "13:30", until: "17:30" }
        ],
        holidays: "china"
      },
      policy: {
        deadlineClock: "calendar",
        suspendForParts: false,
        escalateOverdue: false,
        shiftEnd: "pause"
      },
      shocks: []
    })
  const withFlags = Category.list.reduce<Tree>(
    (record, category) =>
      placed(
        record,
        ["demand", "categories", category, "isVisible"],
        categoryTable.lines[Category.codeOf(category)]!.isVisible
      ),
    tree
  )
  const parsed = ScenarioSchema.parse(listed(withFlags))
  if (!parsed.ok) {
    throw new Error(`The preset of ${locality.id} is broken: ${JSON.stringify(parsed.problems)}`)
  }
  return parsed.scenario
}

/**
 * The preset of a locality id, or undefined for an id that is not known.
 *
 * ```ts
 * import { Preset } from "@wangge/simulator"
 *
 * Preset.find("longxian")?.territory.grids // => 59
 * Preset.find("atlantis") // => undefined
 * ```
 *
 * @category presets
 * @since 0.1.0
 */
export const find = (id: string): Scenario.Scenario | undefined => {
  const found = Locality.find(id)
  return found.ok ? ofLocality(found.locality) : undefined
}

/** A record under construction. */
interface Tree {
  readonly [key: string]: unknown
}

const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** The record with a value put at a path. */
const placed = (record: Tree, path: ReadonlyArray<string>, value: unknown): Tree => {
  const [key, ...rest] = path
  if (key === undefined) return record
  const inner = record[key]
  return {
    ...record,
    [key]: rest.length === 0 ? value : placed(isTree(inner) ? inner : {}, rest, value)
  }
}

/** Records whose keys are 0, 1, 2, ... become lists. */
const listed = (value: unknown): unknown => {
  if (Array.isArray(value) || !isTree(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, listed(inner)] as const)
  const isList = entries.length > 0 && entries.every(([key], index) => key === String(index))
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
}
