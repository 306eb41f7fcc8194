/**
 * Ready scenarios: a year of a known locality, from its published counts and the simulator's stated
 * assumptions.
 */
import { Category } from "@wangge/cases"
import { Locality } from "@wangge/localities"
import * as categoryTable from "./internal/categoryTable.ts"
import * as listedPlaces from "./internal/listedPlaces.ts"
import * as playedProfile from "./internal/playedProfile.ts"
import * as presetGaps from "./internal/presetGaps.ts"
import * as presetTable from "./internal/presetTable.ts"
import * as PresetProblem from "./PresetProblem.ts"
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
 * The scenario of a locality, or every reason why there is none.
 *
 * @category presets
 * @since 0.1.0
 */
export type Made =
  | { readonly ok: true; readonly scenario: Scenario.Scenario }
  | { readonly ok: false; readonly problems: ReadonlyArray<PresetProblem.PresetProblem> }

/**
 * The scenario of a locality at default assumptions; with its places one by one where it lists them.
 *
 * Returns `LevelMissing` without grids, `CountNotStated` and `StaffNotStated` for numbers that the
 * record does not have, the problems of its tree, `HouseholdsOutsideGrids`, and `ScenarioRefused`
 * for numbers that no scenario may have. A missing level of sub-districts is one, of communities
 * one for each sub-district, of buildings one for about 49 households; no on-call post is no roster.
 *
 * ```ts
 * import { Helong, Xixian } from "@wangge/localities"
 * import { Preset } from "@wangge/simulator"
 *
 * const helong = Preset.make(Helong.locality)
 * helong.ok && helong.scenario.territory.grids // => 69
 * Preset.make(Xixian.locality).ok // => false
 * ```
 *
 * @category presets
 * @since 0.1.0
 */
export const make = (locality: Locality.Locality): Made => {
  const gaps = presetGaps.of(locality)
  if (gaps.length > 0) return { ok: false, problems: gaps }
  const parsed = ScenarioSchema.parse(recordOf(locality))
  return parsed.ok
    ? parsed
    : {
        ok: false,
        problems: parsed.problems.map(({ path, value, expected }) =>
          PresetProblem.make("ScenarioRefused", path, String(value), expected)
        )
      }
}

/**
 * What a locality's record lacks for a simulation; none if {@link make} gives a scenario.
 *
 * ```ts
 * import { Xixian } from "@wangge/localities"
 * import { Preset } from "@wangge/simulator"
 *
 * const missing = Preset.lacks(Xixian.locality).map((problem) => problem.subject)
 * missing.slice(0, 3) // => ["levels/grid", "levels/community", "households"]
 * ```
 *
 * @category presets
 * @since 0.1.0
 */
export const lacks = (locality: Locality.Locality): ReadonlyArray<PresetProblem.PresetProblem> => {
  const made = make(locality)
  return made.ok ? [] : made.problems
}

/**
 * The scenario of a locality that is known to have one.
 *
 * Throws a `RangeError` that names what the locality lacks; {@link make} returns it.
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
  const made = make(locality)
  if (made.ok) return made.scenario
  const words = made.problems.map((problem) => PresetProblem.describe(problem).en)
  throw new RangeError(`${locality.id} cannot be simulated: ${words.join(" ")}`)
}

/**
 * The preset of a locality id; undefined for an id that is not known, and for a locality whose
 * record lacks what a simulation needs ({@link lacks}).
 *
 * ```ts
 * import { Preset } from "@wangge/simulator"
 *
 * Preset.find("longxian")?.territory.grids // => 59
 * Preset.find("xixian") // => undefined
 * Preset.find("atlantis") // => undefined
 * ```
 *
 * @category presets
 * @since 0.1.0
 */
export const find = (id: string): Scenario.Scenario | undefined => {
  const found = Locality.find(id)
  if (!found.ok) return undefined
  const made = make(found.locality)
  return made.ok ? made.scenario : undefined
}

/** The fields of a locality's scenario, not yet checked. */
const recordOf = (locality: Locality.Locality): unknown => {
  const places = listedPlaces.of(locality)
  const numbers = presetTable
    .of(locality, places)
    .reduce<Tree>((record, entry) => placed(record, entry.path.split("."), entry.number.value), {
      format: Scenario.format,
      version: Scenario.version,
      locality: locality.id,
      name: { en: locality.name.en, zh: locality.name.zh },
      profile: playedProfile.idOf(locality.profileId),
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
    numbers
  )
  return listed(
    places === undefined ? withFlags : placed(withFlags, ["territory", "listed"], places)
  )
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
  if (!isTree(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, listed(inner)] as const)
  const isList = entries.length > 0 && entries.every(([key], index) => key === String(index))
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
}
