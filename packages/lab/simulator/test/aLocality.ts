/** Localities for tests: a small town listed place by place, of uneven grids. */
import { Id, Provenance } from "@wangge/facts"
import type { GridTree, Level, Post } from "@wangge/grid"
import { Helong, type LocalityRecord } from "@wangge/localities"

const assumed = (value: number, unit = "places"): Provenance.SourcedNumber =>
  Provenance.assumed({ value, unit, reason: "of this test" })

export const level = (
  id: string,
  role: Level.Role,
  count: LocalityRecord.StatedNumber = "notStated"
): LocalityRecord.LocalityLevel => ({ id, role, name: { en: id, zh: "层级" }, count })

export const node = (
  id: string,
  parentId: string,
  levelId: string,
  households = 0
): LocalityRecord.ListedNode & GridTree.GridNode => ({
  id,
  parentId,
  levelId,
  households,
  name: ""
})

export const post = (kind: Post.Kind, gridId: string, seatCount: number): Post.Post => ({
  kind,
  gridId: Id.make(gridId),
  seatCount
})

export const seats = (kind: Post.Kind, count: number): LocalityRecord.StaffCount => ({
  id: kind,
  label: { en: kind, zh: "岗位" },
  post: kind,
  levelRole: "grid",
  count: assumed(count, "seats")
})

/** Two communities under one town; three grids of 40, 100 and 260 households in six buildings. */
export const nodes: ReadonlyArray<LocalityRecord.ListedNode> = [
  node("town", "", "town"),
  node("town/east", "town", "community"),
  node("town/west", "town", "community"),
  node("town/east/1", "town/east", "grid"),
  node("town/west/1", "town/west", "grid"),
  node("town/west/2", "town/west", "grid", 10),
  ...[40].map((households, row) => node(`e1-${row}`, "town/east/1", "building", households)),
  ...[60, 40].map((households, row) => node(`w1-${row}`, "town/west/1", "building", households)),
  ...[90, 80, 80].map((households, row) => node(`w2-${row}`, "town/west/2", "building", households))
]

export const posts: ReadonlyArray<Post.Post> = [
  post("GridWorker", "town/east/1", 1),
  post("GridWorker", "town/west", 3),
  post("GridWorker", "w2-1", 2),
  post("CommunityWorker", "town/east", 1),
  post("CommunityWorker", "town/west/2", 4),
  post("SubdistrictWorker", "town", 2),
  post("OnCallWorker", "town/east", 2),
  post("OnCallWorker", "town/west", 3)
]

/** The listed town; parts can be replaced. */
export const aListedLocality = (
  parts: Partial<LocalityRecord.LocalityRecord> = {},
  places: Partial<LocalityRecord.ListedTerritory> = {}
): LocalityRecord.LocalityRecord => ({
  ...Helong.locality,
  id: "small-town",
  levels: [
    level("town", "subdistrict"),
    level("community", "community"),
    level("grid", "grid"),
    level("building", "building")
  ],
  territory: { kind: "listed", nodes, posts, appointments: [], map: "notStated", ...places },
  households: "notStated",
  personsPerHousehold: assumed(2.5, "persons"),
  staff: [],
  checks: [],
  ...parts
})
