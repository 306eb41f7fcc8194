/**
 * A locality record from what the sheets of a town hold. Every number cites the source that the
 * town's settings name.
 */
import { Provenance } from "@wangge/facts"
import { type Area, type Consistency, Level, Post } from "@wangge/grid"
import type {
  HeatingSeason,
  ListedNode,
  LocalityRecord,
  NoHeating,
  StaffCount
} from "../LocalityRecord.ts"
import { notStated } from "../LocalityRecord.ts"
import type * as TownSettings from "../TownSettings.ts"
import { allOf, type Reading } from "./sheetPlaces.ts"
import type { Staff } from "./sheetStaff.ts"

/** The level of the town itself: with sub-districts below it is of county rank. */
export const townRole = (levelKeys: ReadonlyArray<string>): Level.Role =>
  levelKeys.includes("subdistrict") ? "county" : "subdistrict"

/** The levels of the town from top to bottom, by role. */
export const rolesOf = (levelKeys: ReadonlyArray<string>): ReadonlyArray<Level.Role> => [
  townRole(levelKeys),
  ...Level.roles.filter((role) => levelKeys.includes(role))
]

/** The nodes of the tree, the town first. */
export const nodesOf = (reading: Reading): ReadonlyArray<ListedNode> => {
  const levelIds = levelIdsOf(reading.levelKeys)
  return allOf(reading.root).map((place) => ({
    id: place.id,
    parentId: place.parent?.id ?? "",
    levelId: levelIds[place.level] ?? "",
    households: place.households,
    name: place.isNamed || place.name !== place.id ? place.name : ""
  }))
}

/** The record of a town whose sheets have no problem. */
export const make = (
  town: TownSettings.TownSettings,
  reading: Reading,
  staff: Staff,
  map: Area.AreaMap | undefined
): LocalityRecord => {
  const nodes = nodesOf(reading)
  const count = (value: number, unit: string): Provenance.SourcedNumber =>
    sourced(value, unit, town.source)
  const levels = rolesOf(reading.levelKeys).map((role, index) => {
    const id = levelIdsOf(reading.levelKeys)[index] ?? ""
    const nodeCount = nodes.filter((node) => node.levelId === id).length
    return index === 0
      ? { id, role, name: townName, count: oneTown }
      : { id, role, name: Level.roleNames[role], count: count(nodeCount, units[role]) }
  })
  const staffRows = staffOf(staff, count)
  const households = nodes.reduce((sum, node) => sum + node.households, 0)
  return {
    id: town.id,
    variant: { kind: "original" },
    name: { en: town.name.en, zh: town.name.zh },
    province: { en: town.province.en, zh: town.province.zh },
    report: { title: titleOf(town.source), year: town.year, isYearInferred: false },
    zone: town.zone,
    profileId: town.profileId,
    levels,
    territory: {
      kind: "listed",
      nodes,
      posts: staff.posts,
      appointments: staff.appointments,
      map: map ?? notStated
    },
    households: count(households, "households"),
    personsPerHousehold: sourced(
      town.personsPerHousehold.value,
      "persons",
      town.personsPerHousehold.source
    ),
    staff: staffRows,
    organisation: { label: { en: "None", zh: "无" }, levels: [], sideLists: [] },
    links: [],
    people: [],
    resources: [],
    funds: [],
    venues: [],
    mechanisms: [],
    activities: [],
    outcomes: [],
    background: [],
    heatingSeason: seasonOf(town.heatingSeason),
    checks: leadChecks(
      levels.map(({ id, role }) => ({ id, role })),
      staffRows
    ),
    cautions: []
  }
}

/** Ids of the levels; the town's own is `town`, the others are called by their roles. */
const levelIdsOf = (levelKeys: ReadonlyArray<string>): ReadonlyArray<string> => [
  "town",
  ...rolesOf(levelKeys).slice(1)
]

const townName = { en: "Town", zh: "全镇(区、县)" } as const

const oneTown = Provenance.derived({ value: 1, unit: "towns", formula: "the town itself" })

const units: Readonly<Record<Level.Role, string>> = {
  province: "provinces",
  prefecture: "prefectures",
  county: "counties",
  subdistrict: "sub-districts",
  community: "communities",
  grid: "grids",
  microGrid: "micro-grids",
  building: "buildings",
  unit: "units",
  anchorHousehold: "households"
}

const sourced = (
  value: number,
  unit: string,
  source: TownSettings.Source
): Provenance.SourcedNumber => {
  switch (source.kind) {
    case "assumed":
      return Provenance.assumed({ value, unit, reason: source.reason })
    case "public":
      return Provenance.published({ value, unit, source: source.source })
    case "reported":
      return Provenance.reported({ value, unit, report: source.report, phrase: source.phrase })
  }
}

const titleOf = (source: TownSettings.Source): string => {
  switch (source.kind) {
    case "assumed":
      return source.reason
    case "public":
      return source.source
    case "reported":
      return source.report
  }
}

/** One row for each kind that has a seat, in the order of `Post.kinds`. */
const staffOf = (
  { posts }: Staff,
  count: (value: number, unit: string) => Provenance.SourcedNumber
): ReadonlyArray<StaffCount> =>
  Post.kinds.flatMap((kind) => {
    const seats = posts.filter((post) => post.kind === kind)
    const total = seats.reduce((sum, post) => sum + post.seatCount, 0)
    const { name, role } = Post.kindInfo[kind]
    return total === 0
      ? []
      : [{ id: kind, label: name, post: kind, levelRole: role, count: count(total, "seats") }]
  })

const seasonOf = (season: TownSettings.HeatingSeason): HeatingSeason | NoHeating => {
  if (season.kind === "none") return { kind: "none", reason: season.reason }
  const month = (value: number) => sourced(value, "month of the year", season.source)
  const day = (value: number) => sourced(value, "day of the month", season.source)
  return {
    kind: "season",
    fromMonth: month(season.fromMonth),
    fromDay: day(season.fromDay),
    untilMonth: month(season.untilMonth),
    untilDay: day(season.untilDay)
  }
}

/** A town that appoints leads at a level has one for each of its places. */
const leadChecks = (
  levels: ReadonlyArray<{ readonly id: string; readonly role: Level.Role }>,
  staff: ReadonlyArray<StaffCount>
): ReadonlyArray<Consistency.Check> =>
  leadKinds.flatMap((kind) => {
    const row = staff.find(({ post }) => post === kind)
    const level = levels.find(({ role }) => role === Post.kindInfo[kind].role)
    if (row === undefined || level === undefined) return []
    const names = { lead: Post.kindInfo[kind].name, level: Level.roleNames[level.role] }
    return [
      {
        kind: "equal",
        id: `${kind}PerPlace`,
        label: {
          en: `${names.lead.en}: one for each place (${names.level.en})`,
          zh: `${names.lead.zh}:每处一名(${names.level.zh})`
        },
        left: [[`staff/${row.id}`]],
        right: [[`levels/${level.id}`]],
        mismatch: "LeadCountMismatch"
      }
    ]
  })

const leadKinds = ["StreetLead", "RoadLead", "GridLead", "BuildingLead", "UnitLead"] as const
