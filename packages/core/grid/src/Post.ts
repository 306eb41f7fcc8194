/**
 * Posts: seats for people at places of the tree, such as four grid workers at one grid. A post is
 * not a person: it may be vacant, and one person may hold several (see `Appointment`). Published
 * totals are spread over places here, so that 269 workers over 69 grids are 269 again.
 */
import type { Id, Label } from "@wangge/facts"
import * as Apportionment from "./Apportionment.ts"
import * as GridProblem from "./GridProblem.ts"
import * as GridTree from "./GridTree.ts"
import type { Role } from "./Level.ts"

/**
 * The kinds of posts. Append only.
 *
 * @source the localities' reports for all but `CommunityWorker`, `SubdistrictWorker` and
 *   `OnCallWorker`, which are our names for desk staff and for the round-the-clock roster
 * @category posts
 * @since 0.1.0
 */
export const kinds = [
  "StreetLead",
  "RoadLead",
  "GridLead",
  "BuildingLead",
  "UnitLead",
  "GridWorker",
  "FullServiceWorker",
  "CommunityWorker",
  "SubdistrictWorker",
  "OnCallWorker",
  "Mediator",
  "SafetyVolunteer"
] as const

/**
 * One of {@link kinds}.
 *
 * @category posts
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

/**
 * What a kind of post is called and the role of the level it usually hangs on.
 *
 * @category posts
 * @since 0.1.0
 */
export interface KindInfo {
  readonly name: Label.Label
  readonly role: Role
}

/**
 * Name and usual level of each kind.
 *
 * @source Helong report (five-lead system 五长制: street, road, grid, building and unit leads);
 *   the levels of the other kinds are our reading of the reports
 * @category posts
 * @since 0.1.0
 */
export const kindInfo: Readonly<Record<Kind, KindInfo>> = {
  StreetLead: { name: { en: "Street lead", zh: "街长" }, role: "subdistrict" },
  RoadLead: { name: { en: "Road lead", zh: "路(巷)长" }, role: "community" },
  GridLead: { name: { en: "Grid lead", zh: "网格长" }, role: "grid" },
  BuildingLead: { name: { en: "Building lead", zh: "楼栋长" }, role: "building" },
  UnitLead: { name: { en: "Unit lead", zh: "单元长" }, role: "unit" },
  GridWorker: { name: { en: "Grid worker", zh: "网格员" }, role: "grid" },
  FullServiceWorker: {
    name: { en: "Full-service social worker", zh: "全科社工" },
    role: "community"
  },
  CommunityWorker: { name: { en: "Community worker", zh: "社区工作者" }, role: "community" },
  SubdistrictWorker: {
    name: { en: "Sub-district desk worker", zh: "街道(镇)经办人员" },
    role: "subdistrict"
  },
  OnCallWorker: { name: { en: "On-call worker", zh: "值班人员" }, role: "community" },
  Mediator: { name: { en: "Mediator", zh: "社区调解员" }, role: "community" },
  SafetyVolunteer: { name: { en: "Safety volunteer", zh: "平安志愿者" }, role: "community" }
}

/**
 * Where a post is: the kind at the node.
 *
 * @category posts
 * @since 0.1.0
 */
export interface Place {
  readonly kind: Kind
  readonly gridId: Id.Id<"Grid">
}

/**
 * A post: so many seats of one kind at one node.
 *
 * @category posts
 * @since 0.1.0
 */
export interface Post extends Place {
  readonly seatCount: number
}

/**
 * One text per place, the same for a post and for the appointments to it: `GridLead@town/1`.
 *
 * @category posts
 * @since 0.1.0
 */
export const keyOf = (place: Place): string => `${place.kind}@${place.gridId}`

/**
 * How a total of seats is shared out: equally, or in proportion to the households of each node.
 *
 * @category posts
 * @since 0.1.0
 */
export type Weighting = "even" | "households"

/**
 * Seats per node of one level, in node order, so that they add up to `count`.
 *
 * Throws a `RangeError` for a count that is not a whole number >= 0, for a level index outside the
 * tree, and for weighting by households where there are none.
 *
 * ```ts
 * import { GridTree, Post } from "@wangge/grid"
 *
 * const built = GridTree.spread({
 *   levels: [
 *     { id: "community", role: "community", name: { en: "Community", zh: "社区" }, count: 1 },
 *     { id: "grid", role: "grid", name: { en: "Grid", zh: "网格" }, count: 3 }
 *   ],
 *   households: 900
 * })
 * built.ok && Array.from(Post.seatsOver(built.tree, 1, 8, "even")) // => [2, 3, 3]
 * ```
 *
 * @category posts
 * @since 0.1.0
 */
export const seatsOver = (
  tree: GridTree.GridTree,
  levelIndex: number,
  count: number,
  weighting: Weighting
): Int32Array => {
  const { from, until } = GridTree.rangeOfLevel(tree, levelIndex)
  return weighting === "even"
    ? Apportionment.evenly(count, until - from)
    : Apportionment.byWeight(count, tree.householdsOf.subarray(from, until))
}

/**
 * What {@link spread} needs: the kind, the published total, and where the kind's usual level or an
 * even share will not do, the level's role and the weighting.
 *
 * @category posts
 * @since 0.1.0
 */
export interface SpreadOptions {
  readonly kind: Kind
  readonly count: number
  readonly role?: Role
  readonly weighting?: Weighting
}

/**
 * Posts, or every reason why there are none.
 *
 * @category posts
 * @since 0.1.0
 */
export type Spread =
  | { readonly ok: true; readonly posts: ReadonlyArray<Post> }
  | { readonly ok: false; readonly problems: ReadonlyArray<GridProblem.GridProblem> }

/**
 * Posts of one kind from a published total, one for each node that gets a seat; the seats add up
 * to the total.
 *
 * Returns `UnknownLevel` when the tree has no level of the role, `BadCount` when the count is not
 * a whole number >= 0, and `BadHouseholds` for weighting by households where there are none.
 *
 * @category posts
 * @since 0.1.0
 */
export const spread = (tree: GridTree.GridTree, options: SpreadOptions): Spread => {
  const { kind, count, weighting = "even" } = options
  const role = options.role ?? kindInfo[kind].role
  const level = GridTree.levelIndexOfRole(tree, role)
  const problems: Array<GridProblem.GridProblem> = []
  if (level < 0) {
    const known = tree.levels.map((other) => other.role).join(", ")
    problems.push(GridProblem.make("UnknownLevel", kind, role, known))
  }
  if (!Number.isSafeInteger(count) || count < 0 || count > countMax) {
    problems.push(GridProblem.make("BadCount", kind, count, `0-${countMax}`))
  }
  if (weighting === "households" && tree.householdsOf[GridTree.root] === 0) {
    problems.push(GridProblem.make("BadHouseholds", kind, 0, "> 0"))
  }
  if (problems.length > 0) return { ok: false, problems }
  const { from } = GridTree.rangeOfLevel(tree, level)
  const posts = Array.from(seatsOver(tree, level, count, weighting), (seatCount, offset) => ({
    kind,
    gridId: tree.ids[from + offset]!,
    seatCount
  }))
  return { ok: true, posts: posts.filter((post) => post.seatCount > 0) }
}

/** Keeps seats times households an exact integer. */
const countMax = 1_000_000
