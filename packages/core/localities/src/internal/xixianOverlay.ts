/**
 * Assumed territory over a locality that states none: a small county town in round numbers.
 */
import { Provenance } from "@wangge/facts"
import type { LocalityLevel, LocalityRecord, StaffCount } from "../LocalityRecord.ts"
import { places } from "./numberPaths.ts"
import { assumedSeats } from "./rows.ts"

const assumed = (value: number, unit: string, reason: string): Provenance.SourcedNumber =>
  Provenance.assumed({ value, unit, reason })

const levels: ReadonlyArray<LocalityLevel> = [
  {
    id: "town",
    role: "subdistrict",
    name: { en: "Town", zh: "镇" },
    count: assumed(1, "towns", "the one town where the county's urban communities lie")
  },
  {
    id: "community",
    role: "community",
    name: { en: "Community", zh: "社区" },
    count: assumed(4, "communities", "a small county town; 1,500 households to a community")
  },
  {
    id: "grid",
    role: "grid",
    name: { en: "Grid", zh: "网格" },
    count: assumed(20, "grids", "6,000 households at the 300 that Jiyang designs a grid for")
  },
  {
    id: "building",
    role: "building",
    name: { en: "Building", zh: "楼栋" },
    count: assumed(120, "buildings", "six to a grid, 50 households in each, about as at Helong")
  }
]

const staff: ReadonlyArray<StaffCount> = [
  assumedSeats("GridWorker", 37, "Longxian's 110 workers for 59 grids carried over to 20"),
  assumedSeats(
    "CommunityWorker",
    9,
    "Helong's 49 full-service workers for 33,936 households carried over to 6,000"
  ),
  assumedSeats("SubdistrictWorker", 4, "one desk worker of the town for each of the 4 communities"),
  assumedSeats(
    "OnCallWorker",
    4,
    "one seat per community, filled around the clock in turns, for emergencies and urgent cases"
  )
]

/** The locality with the overlay, which names every number that it adds. */
export const xixianOverlay = (original: LocalityRecord): LocalityRecord => {
  const overlaid: LocalityRecord = {
    ...original,
    id: `${original.id}.overlay`,
    name: { en: `${original.name.en} with assumed grids`, zh: `${original.name.zh}(假定网格)` },
    levels: [...original.levels.filter((level) => level.role === "county"), ...levels],
    households: assumed(6000, "households", "a small county town; the report gives none"),
    personsPerHousehold: assumed(
      2.6,
      "persons",
      "close to the national 2.62 of the 2020 census; the report gives none"
    ),
    staff
  }
  const known = new Set(
    places(original).flatMap(({ path, number }) => (number === "notStated" ? [] : [path]))
  )
  const addedPaths = places(overlaid).flatMap(({ path, number }) =>
    number === "notStated" || known.has(path) ? [] : [path]
  )
  return {
    ...overlaid,
    variant: { kind: "overlay", of: original.id, addedPaths },
    cautions: [
      {
        en: "Levels, households and staff of this record are assumptions over xixian; its report states none of them.",
        zh: "本记录的层级、户数和人员均为在隰县之上的假定,报告未载。"
      },
      ...original.cautions
    ]
  }
}
