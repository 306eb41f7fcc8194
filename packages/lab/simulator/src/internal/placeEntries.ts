/**
 * The counts of a scenario's places and people, from a locality's record. A level that the record
 * does not have is filled in where that has one sensible reading: one sub-district for the whole
 * town, one community for each sub-district, buildings by the households.
 */
import { Provenance } from "@wangge/facts"
import type { Level, Post } from "@wangge/grid"
import type { Locality } from "@wangge/localities"
import type { ListedTerritory } from "../Scenario.ts"
import { assumed, type Entry, row } from "./assumptionRow.ts"
import { desks } from "./presetGaps.ts"

/**
 * Households in a building where a record counts no buildings.
 *
 * @source Helong: 33,936 households / 686 buildings (both derived)
 */
const householdsPerBuilding = 33_936 / 686

/** How many buildings so many households have where a record counts none; at least one. */
export const buildingsFor = (households: number): number =>
  Math.max(1, Math.round(households / householdsPerBuilding))

type Sourced = Provenance.SourcedNumber

/** The counts of the places; a listed town's are those of its lists. */
export const territory = (
  locality: Locality.Locality,
  listed: ListedTerritory | undefined
): ReadonlyArray<Entry> => {
  const subdistricts = levelEntry(locality, "subdistrict", listed?.subdistricts.length)
  const communities = levelEntry(locality, "community", listed?.communities.length)
  const grids = levelEntry(locality, "grid", listed?.grids.length)
  const households = numberAt(
    locality.households,
    listed?.grids.reduce((sum, grid) => sum + grid.households, 0),
    "households"
  )
  const subdistrictCount = subdistricts?.number ?? single
  const gridCount = needed(grids).number
  const buildings = levelEntry(
    locality,
    "building",
    listed?.grids.reduce((sum, grid) => sum + grid.buildings, 0)
  )
  const buildingRow =
    buildings ??
    row("territory.buildings", "Building", "楼栋", buildingCount(households, gridCount, listed))
  return [
    subdistricts ?? row("territory.subdistricts", "Sub-district", "街道", single),
    communities ??
      row("territory.communities", "Community", "社区", onePerSubdistrict(subdistrictCount)),
    needed(grids),
    buildingRow,
    { ...(lowest(locality) ?? buildingRow), path: "territory.units" },
    row("territory.households", "Households", "户数", households),
    row(
      "territory.personsPerHousehold",
      "Persons per household",
      "户均人口",
      numberAt(locality.personsPerHousehold, undefined, "persons")
    )
  ]
}

const single = assumed(1, "sub-districts", "the record has no such level: the whole town is one")

const onePerSubdistrict = (subdistricts: Sourced): Sourced =>
  Provenance.derived({
    value: subdistricts.value,
    unit: "communities",
    formula: "the record has no such level: one community for each sub-district or town"
  })

const buildingCount = (
  households: Sourced,
  grids: Sourced,
  listed: ListedTerritory | undefined
): Sourced =>
  Provenance.derived({
    value:
      listed?.grids.reduce((sum, grid) => sum + grid.buildings, 0) ??
      Math.max(grids.value, buildingsFor(households.value)),
    unit: "buildings",
    formula: `the record has no such level: households / ${householdsPerBuilding.toFixed(1)} (Helong), rounded, at least one in each grid`
  })

const paths = {
  subdistrict: "subdistricts",
  community: "communities",
  grid: "grids",
  building: "buildings"
} as const

const levelEntry = (
  locality: Locality.Locality,
  role: keyof typeof paths,
  listedCount: number | undefined
): Entry | undefined => {
  const found = locality.levels.find((one) => one.role === role)
  return found === undefined
    ? undefined
    : {
        path: `territory.${paths[role]}`,
        label: found.name,
        number: numberAt(found.count, listedCount, paths[role])
      }
}

/** The lowest level whose count is stated, if it stands below the buildings or at them. */
const lowest = ({ levels }: Locality.Locality): Entry | undefined => {
  const last = levels.at(-1)
  const isLow = last !== undefined && lowRoles.includes(last.role)
  return isLow && last.count !== "notStated"
    ? { path: "territory.units", label: last.name, number: last.count }
    : undefined
}

const lowRoles: ReadonlyArray<Level.Role> = ["building", "unit", "anchorHousehold"]

/** A stated number; where the places are listed and say another, theirs. */
const numberAt = (
  stated: Sourced | "notStated",
  listedCount: number | undefined,
  unit: string
): Sourced => {
  if (stated !== "notStated" && (listedCount === undefined || stated.value === listedCount)) {
    return stated
  }
  if (listedCount === undefined) throw new RangeError(`the number of ${unit} is not stated`)
  return Provenance.derived({ value: listedCount, unit, formula: "counted over the listed places" })
}

const needed = (entry: Entry | undefined): Entry => {
  if (entry === undefined) throw new RangeError("the locality has no grids")
  return entry
}

/** The people at the desks of a town of so many communities. */
export const staff = (locality: Locality.Locality, communities: number): ReadonlyArray<Entry> => [
  row("staff.gridWorkers", "Grid workers", "网格员", seats(locality, desks.gridWorkers)),
  row("staff.communityStaff", "Community staff", "社区人员", seats(locality, desks.communityStaff)),
  row(
    "staff.subdistrictStaff",
    "Sub-district desk",
    "街道（镇）经办人员",
    seats(locality, desks.subdistrictStaff)
  ),
  row(
    "staff.onCallPerCommunity",
    "On call per community",
    "每社区值班人数",
    onCall(locality, communities)
  )
]

/** All seats of some kinds of post: as the record totals them, else as they are listed. */
const seats = (locality: Locality.Locality, kinds: ReadonlyArray<Post.Kind>): Sourced => {
  const found = locality.staff.filter((one) => kinds.includes(one.post))
  const first = found[0]
  if (first === undefined) return listedSeats(locality, kinds)
  if (found.length === 1) return first.count
  return Provenance.derived({
    value: found.reduce((sum, one) => sum + one.count.value, 0),
    unit: first.count.unit,
    precision: found.some((one) => one.count.precision !== "exact") ? "atLeast" : "exact",
    formula: found.map((one) => `${one.count.value} ${one.label.en}`).join(" + ")
  })
}

const listedSeats = (
  { territory }: Locality.Locality,
  kinds: ReadonlyArray<Post.Kind>
): Sourced => {
  const posts = territory.kind === "listed" ? territory.posts : []
  return Provenance.derived({
    value: posts
      .filter((post) => kinds.includes(post.kind))
      .reduce((sum, post) => sum + post.seatCount, 0),
    unit: "seats",
    formula: `counted over the listed posts: ${kinds.join(", ")}`
  })
}

/** Seats on call in each community: whole ones, none where the record has no roster. */
const onCall = (locality: Locality.Locality, communities: number): Sourced => {
  const all = seats(locality, ["OnCallWorker"])
  const unit = "seats per community"
  if (all.value === 0) {
    return assumed(0, unit, "the record has no roster: urgent cases go to the desks, before others")
  }
  const kind = all.provenance.kind
  const rounded = all.value % communities === 0 ? "" : ", whole seats, at least one"
  return Provenance.derived({
    value: Math.max(1, Math.floor(all.value / communities)),
    unit,
    formula: `${all.value} on-call seats (${kind}) / ${communities} communities${rounded}`
  })
}
