/**
 * What a locality's record must state before a scenario can be made of it. A level above or below
 * the grids may be missing (one place stands in its place, see `placeEntries.ts`); the grids, the
 * households and the people at the desks may not.
 */
import { Locality, LocalityProblem } from "@wangge/localities"
import * as PresetProblem from "../PresetProblem.ts"

/** The levels that a scenario counts. */
const roles: ReadonlyArray<string> = ["subdistrict", "community", "grid", "building"]

/** Who works at each desk that cannot be left open: any of these kinds of post. */
export const desks = {
  gridWorkers: ["GridWorker"],
  communityStaff: ["FullServiceWorker", "CommunityWorker"],
  subdistrictStaff: ["SubdistrictWorker"]
} as const

/** Everything that is missing, in the order of the record; none if a scenario can be made. */
export const of = (locality: Locality.Locality): ReadonlyArray<PresetProblem.PresetProblem> => [
  ...levelGaps(locality),
  ...countGaps(locality),
  ...staffGaps(locality),
  ...listedGaps(locality)
]

const levelGaps = ({ levels }: Locality.Locality): ReadonlyArray<PresetProblem.PresetProblem> =>
  levels.some((level) => level.role === "grid")
    ? []
    : [PresetProblem.make("LevelMissing", "levels/grid", 0, 1)]

/** Where places are listed, levels and households are counted there. */
const countGaps = (locality: Locality.Locality): ReadonlyArray<PresetProblem.PresetProblem> => {
  const spread =
    locality.territory.kind === "listed"
      ? []
      : [
          ...locality.levels
            .filter(({ role }) => roles.includes(role))
            .map(({ id, count }) => [`levels/${id}`, count] as const),
          ["households", locality.households] as const
        ]
  const needed = [...spread, ["personsPerHousehold", locality.personsPerHousehold] as const]
  return needed.flatMap(([path, number]) =>
    number === "notStated" ? [LocalityProblem.make("CountNotStated", path, "notStated", "> 0")] : []
  )
}

const staffGaps = (locality: Locality.Locality): ReadonlyArray<PresetProblem.PresetProblem> => {
  const listed = locality.territory.kind === "listed" ? locality.territory.posts : []
  const stated = new Set<string>([
    ...locality.staff.map((row) => row.post),
    ...listed.map((post) => post.kind)
  ])
  return Object.values(desks).flatMap((kinds) =>
    kinds.some((kind) => stated.has(kind))
      ? []
      : [PresetProblem.make("StaffNotStated", `staff/${kinds.at(-1)}`, "notStated", ">= 0")]
  )
}

/** What keeps the tree of a listed town from standing, and households that no grid holds. */
const listedGaps = (locality: Locality.Locality): ReadonlyArray<PresetProblem.PresetProblem> => {
  if (locality.territory.kind !== "listed" || locality.personsPerHousehold === "notStated") {
    return []
  }
  const built = Locality.tree(locality)
  if (!built.ok) return built.problems
  const spread = Locality.posts(locality, built.tree)
  const gridLevel = locality.levels.findIndex((level) => level.role === "grid")
  const above = new Set(locality.levels.slice(0, Math.max(0, gridLevel)).map((level) => level.id))
  const outside = locality.territory.nodes
    .filter((node) => above.has(node.levelId) && node.households > 0)
    .map((node) => PresetProblem.make("HouseholdsOutsideGrids", node.id, node.households, 0))
  return [...(spread.ok ? [] : spread.problems), ...outside]
}
