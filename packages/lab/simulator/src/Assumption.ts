/**
 * Where each number of a scenario comes from. A preset's numbers carry the provenance of their
 * locality or of the simulator's own table; a number that a scenario file changed is shown as
 * changed, with the preset's value beside it.
 */
import type { Provenance } from "@wangge/facts"
import { Locality } from "@wangge/localities"
import * as presetGaps from "./internal/presetGaps.ts"
import * as presetTable from "./internal/presetTable.ts"
import type { Scenario } from "./Scenario.ts"

/**
 * One number of a scenario as the report lists it.
 *
 * `path` is its place in the scenario file, such as `demand.perThousandMonth.tickets`;
 * `changedFrom` is the preset's value where this scenario differs from it, otherwise null.
 *
 * @category provenance
 * @since 0.1.0
 */
export interface Row {
  readonly path: string
  readonly label: { readonly en: string; readonly zh: string }
  readonly value: number
  readonly unit: string
  readonly precision: Provenance.Precision
  readonly provenance: Provenance.Provenance
  readonly changedFrom: number | null
}

/**
 * The locality whose numbers a scenario's are compared with: the shipped one that it names, where
 * that can be simulated; undefined for none.
 *
 * @category provenance
 * @since 0.1.0
 */
export const localityOf = (scenario: Scenario): Locality.Locality | undefined => {
  const found = Locality.find(scenario.locality)
  return found.ok && presetGaps.of(found.locality).length === 0 ? found.locality : undefined
}

/**
 * All numbers of a scenario with their provenance, in the order of the scenario file.
 *
 * They are compared with the preset of `locality` (unless given, {@link localityOf} the scenario),
 * which has to have one (`Preset.lacks`). Without any there is nothing to compare with: each number
 * is then listed as assumed, set in the scenario itself.
 *
 * @category provenance
 * @since 0.1.0
 */
export const rows = (
  scenario: Scenario,
  locality: Locality.Locality | undefined = localityOf(scenario)
): ReadonlyArray<Row> => {
  const entries = new Map(
    (locality === undefined ? [] : presetTable.of(locality)).map((entry) => [entry.path, entry])
  )
  return leavesOf(scenario, "").map(({ path, value }) => {
    const entry = entries.get(path)
    if (entry === undefined) return ownRow(path, value)
    const isChanged = entry.number.value !== value
    return {
      path,
      label: entry.label,
      value,
      unit: entry.number.unit,
      precision: isChanged ? "exact" : entry.number.precision,
      provenance: isChanged ? ownProvenance : entry.number.provenance,
      changedFrom: isChanged ? entry.number.value : null
    }
  })
}

const ownProvenance: Provenance.Provenance = {
  kind: "assumed",
  reason: "set in this scenario"
}

const ownRow = (path: string, value: number): Row => ({
  path,
  label: { en: path, zh: path },
  value,
  unit: "",
  precision: "exact",
  provenance: ownProvenance,
  changedFrom: null
})

/**
 * All numbers of a record, with their paths. Texts, the format's version and the places of a listed
 * town are left out: its totals stand in the scenario, place by place it is in the file.
 */
const leavesOf = (
  value: unknown,
  path: string
): ReadonlyArray<{ readonly path: string; readonly value: number }> => {
  if (typeof value === "number") return path === "version" ? [] : [{ path, value }]
  if (path === "territory.listed") return []
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, path === "" ? key : `${path}.${key}`)
  )
}
