/**
 * The town of a scenario in flat arrays: which grid lies in which community and sub-district, how
 * many residents and buildings each has, and how the workers are spread.
 */
import { Apportionment, GridTree } from "@wangge/grid"
import type { ListedTerritory, Scenario } from "../Scenario.ts"
import * as listedTown from "./listedTown.ts"

/** A town; arrays "of grid" have one row per grid in tree order, and so on. */
export interface Town {
  readonly tree: GridTree.GridTree
  readonly gridCount: number
  readonly communityCount: number
  readonly subdistrictCount: number
  readonly buildingCount: number
  readonly communityOfGrid: Int32Array
  readonly subdistrictOfCommunity: Int32Array
  readonly gridOfBuilding: Int32Array
  /** First building of each grid, and one more row. */
  readonly firstBuilding: Int32Array
  readonly householdsOfGrid: Float64Array
  readonly residentsOfGrid: Float64Array
  readonly residents: number
  readonly workersOfGrid: Int32Array
  readonly staffOfCommunity: Int32Array
  readonly staffOfSubdistrict: Int32Array
  readonly communityIds: ReadonlyArray<string>
}

const levelNames = {
  town: { en: "Town", zh: "全域" },
  subdistrict: { en: "Sub-district", zh: "街道" },
  community: { en: "Community", zh: "社区" },
  grid: { en: "Grid", zh: "网格" },
  building: { en: "Building", zh: "楼栋" }
} as const

/** The town of a checked scenario. */
export const compile = (scenario: Scenario): Town => {
  const { territory, staff } = scenario
  const tree = treeOf(scenario)
  const householdsOfGrid = Float64Array.from(
    tree.householdsOf.subarray(tree.firstOfLevel[3]!, tree.firstOfLevel[4]!)
  )
  const residentsOfGrid = householdsOfGrid.map((count) => count * territory.personsPerHousehold)
  const shares = sharesOf(territory, tree)
  return {
    tree,
    gridCount: territory.grids,
    communityCount: territory.communities,
    subdistrictCount: territory.subdistricts,
    buildingCount: territory.buildings,
    communityOfGrid: parents(tree, 3),
    subdistrictOfCommunity: parents(tree, 2),
    gridOfBuilding: parents(tree, 4),
    firstBuilding: tree.firstChildOf
      .slice(tree.firstOfLevel[3]!, tree.firstOfLevel[4]! + 1)
      .map((child) => child - tree.firstOfLevel[4]!),
    householdsOfGrid,
    residentsOfGrid,
    residents: residentsOfGrid.reduce((sum, count) => sum + count, 0),
    workersOfGrid: sharedOut(staff.gridWorkers, shares.grids, territory.grids),
    staffOfCommunity: sharedOut(staff.communityStaff, shares.communities, territory.communities),
    staffOfSubdistrict: sharedOut(
      staff.subdistrictStaff,
      shares.subdistricts,
      territory.subdistricts
    ),
    communityIds: tree.ids.slice(tree.firstOfLevel[2]!, tree.firstOfLevel[3]!)
  }
}

/** The tree of a scenario: its lists as they stand, or its totals spread evenly. */
const treeOf = (scenario: Scenario): GridTree.GridTree => {
  const { territory } = scenario
  const rootId = rootIdOf(scenario.locality)
  const levels = [
    { id: "town", role: "county", name: levelNames.town, count: 1 },
    {
      id: "subdistrict",
      role: "subdistrict",
      name: levelNames.subdistrict,
      count: territory.subdistricts
    },
    {
      id: "community",
      role: "community",
      name: levelNames.community,
      count: territory.communities
    },
    { id: "grid", role: "grid", name: levelNames.grid, count: territory.grids },
    { id: "building", role: "building", name: levelNames.building, count: territory.buildings }
  ] as const
  const { personsPerHousehold, households } = territory
  const built =
    territory.listed === undefined
      ? GridTree.spread({ rootId, levels, households, personsPerHousehold })
      : GridTree.make({
          levels,
          nodes: listedTown.nodesOf(territory.listed, `/${rootId}`),
          personsPerHousehold
        })
  if (built.ok) return built.tree
  throw new RangeError(built.problems.map((problem) => problem.code).join(", "))
}

/** How staff lie over the places of a listed town, in the order of its tree. */
const sharesOf = (
  { listed }: Scenario["territory"],
  tree: GridTree.GridTree
): { readonly [level in keyof ListedTerritory]: ReadonlyArray<number> | undefined } => {
  if (listed === undefined) {
    return { subdistricts: undefined, communities: undefined, grids: undefined }
  }
  const staffOf = new Map<string, number>([
    ...listed.subdistricts.map(({ id, staff }) => [id, staff] as const),
    ...listed.communities.map(({ id, staff }) => [id, staff] as const),
    ...listed.grids.map(({ id, gridWorkers }) => [id, gridWorkers] as const)
  ])
  const inOrder = (level: number): ReadonlyArray<number> =>
    tree.ids
      .slice(tree.firstOfLevel[level]!, tree.firstOfLevel[level + 1]!)
      .map((id) => staffOf.get(id) ?? 0)
  return { subdistricts: inOrder(1), communities: inOrder(2), grids: inOrder(3) }
}

/** A total over places: by the listed shares, evenly where there are none. */
const sharedOut = (
  total: number,
  shares: ReadonlyArray<number> | undefined,
  places: number
): Int32Array =>
  shares?.some((share) => share > 0) === true
    ? Apportionment.byWeight(total, shares)
    : Apportionment.evenly(total, places)

/** For the nodes of one level, the parent's position within the level above. */
const parents = (tree: GridTree.GridTree, level: number): Int32Array => {
  const above = tree.firstOfLevel[level - 1]!
  return tree.parentOf
    .slice(tree.firstOfLevel[level]!, tree.firstOfLevel[level + 1]!)
    .map((parent) => parent - above)
}

const rootIdOf = (locality: string): string =>
  /^[a-z][a-zA-Z0-9-]{0,39}$/.test(locality) ? locality : "town"
