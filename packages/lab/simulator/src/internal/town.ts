/**
 * The town of a scenario in flat arrays: which grid lies in which community and sub-district, how
 * many residents and buildings each has, and how the workers are spread.
 */
import { Apportionment, GridTree } from "@wangge/grid"
import type { Scenario } from "../Scenario.ts"

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
  const built = GridTree.spread({
    rootId: rootIdOf(scenario.locality),
    levels: [
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
    ],
    households: territory.households,
    personsPerHousehold: territory.personsPerHousehold
  })
  if (!built.ok) {
    throw new RangeError(built.problems.map((problem) => problem.code).join(", "))
  }
  const tree = built.tree
  const householdsOfGrid = Float64Array.from(
    tree.householdsOf.subarray(tree.firstOfLevel[3]!, tree.firstOfLevel[4]!)
  )
  const residentsOfGrid = householdsOfGrid.map((count) => count * territory.personsPerHousehold)
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
    workersOfGrid: Apportionment.evenly(staff.gridWorkers, territory.grids),
    staffOfCommunity: Apportionment.evenly(staff.communityStaff, territory.communities),
    staffOfSubdistrict: Apportionment.evenly(staff.subdistrictStaff, territory.subdistricts),
    communityIds: tree.ids.slice(tree.firstOfLevel[2]!, tree.firstOfLevel[3]!)
  }
}

/** For the nodes of one level, the parent's position within the level above. */
const parents = (tree: GridTree.GridTree, level: number): Int32Array => {
  const above = tree.firstOfLevel[level - 1]!
  return tree.parentOf
    .slice(tree.firstOfLevel[level]!, tree.firstOfLevel[level + 1]!)
    .map((parent) => parent - above)
}

const rootIdOf = (locality: string): string =>
  /^[a-z][a-zA-Z0-9-]{0,39}$/.test(locality) ? locality : "town"
