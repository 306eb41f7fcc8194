/**
 * The localities that ship with Wangge, and what can be asked of one: its territorial tree, its
 * seats per node, all its numbers with their provenance, and whether they agree with each other.
 */
import {
  Appointment,
  Consistency,
  type CoverLink,
  type GridTree,
  type ParallelOrganisation,
  type Post
} from "@wangge/grid"
import { locality as bagongshan } from "./Bagongshan.ts"
import { locality as helong } from "./Helong.ts"
import { type PathNumber, places } from "./internal/numberPaths.ts"
import { chainOf } from "./internal/secondChain.ts"
import * as territory from "./internal/territory.ts"
import { locality as jiyang } from "./Jiyang.ts"
import { locality as jiyangBefore } from "./JiyangBefore.ts"
import * as LocalityProblem from "./LocalityProblem.ts"
import type { LocalityRecord } from "./LocalityRecord.ts"
import { locality as longxian } from "./Longxian.ts"
import { locality as xixian, withGrids as xixianOverlay } from "./Xixian.ts"

export type { PathNumber } from "./internal/numberPaths.ts"
export type { Built } from "./internal/territory.ts"

/**
 * One town or district; see {@link LocalityRecord} for its parts.
 *
 * @category localities
 * @since 0.1.0
 */
export type Locality = LocalityRecord

/**
 * Every locality that ships with this version; a record's `variant` says which of them are another
 * state of one (`jiyang.before`) or carry assumptions over it (`xixian.overlay`).
 *
 * @category localities
 * @since 0.1.0
 */
export const list: ReadonlyArray<Locality> = [
  helong,
  longxian,
  jiyang,
  jiyangBefore,
  bagongshan,
  xixian,
  xixianOverlay
]

/**
 * A locality, or the ids that are known.
 *
 * @category localities
 * @since 0.1.0
 */
export type Found =
  | { readonly ok: true; readonly locality: Locality }
  | { readonly ok: false; readonly id: string; readonly knownIds: ReadonlyArray<string> }

/**
 * The locality of an id; for an unknown id the list of known ones.
 *
 * ```ts
 * import { Locality } from "@wangge/localities"
 *
 * const found = Locality.find("atlantis")
 * found.ok ? [] : found.knownIds.slice(0, 2) // => ["helong", "longxian"]
 * ```
 *
 * @category localities
 * @since 0.1.0
 */
export const find = (id: string): Found => {
  const locality = list.find((one) => one.id === id)
  return locality === undefined
    ? { ok: false, id, knownIds: list.map((one) => one.id) }
    : { ok: true, locality }
}

/**
 * The territorial tree of a locality: made of its listed places, else spread evenly from its totals.
 *
 * Returns `CountNotStated` for every level, and for households and persons per household, that the
 * record does not state (`xixian` has no tree; `xixian.overlay` has one), and for a changed record
 * the problems of `GridTree.spread` or `GridTree.make`.
 *
 * ```ts
 * import { Helong, Locality, Xixian } from "@wangge/localities"
 *
 * const built = Locality.tree(Helong.locality)
 * built.ok && built.tree.levels.map((level) => level.count) // => [1, 3, 10, 69, 686, 2828]
 * const none = Locality.tree(Xixian.locality)
 * none.ok ? "" : none.problems[0]?.code // => "CountNotStated"
 * ```
 *
 * @category territory
 * @since 0.1.0
 */
export const tree = (locality: Locality): territory.Built => territory.treeOf(locality)

/**
 * The tree of a locality that is known to have one.
 *
 * Throws a `RangeError` that names every problem.
 *
 * @category territory
 * @since 0.1.0
 */
export const treeOrThrow = (locality: Locality): GridTree.GridTree => {
  const built = tree(locality)
  if (built.ok) return built.tree
  const words = built.problems.map((problem) => LocalityProblem.describe(problem).en)
  throw new RangeError(`${locality.id} has no tree: ${words.join(" ")}`)
}

/**
 * The seats of one kind of post in the whole locality; 0 when it has none.
 *
 * ```ts
 * import { Helong, Locality } from "@wangge/localities"
 *
 * Locality.seatCount(Helong.locality, "GridWorker") // => 269
 * ```
 *
 * @category staff
 * @since 0.1.0
 */
export const seatCount = (locality: Locality, post: Post.Kind): number =>
  locality.staff
    .filter((staff) => staff.post === post)
    .reduce((sum, staff) => sum + staff.count.value, 0)

/**
 * The posts of a locality: listed seats where they stand, every other kind of staff spread evenly
 * over the nodes of its level.
 *
 * Returns the problems of `Post.spread`, for example `UnknownLevel` for staff of a level that the
 * tree does not have.
 *
 * @category staff
 * @since 0.1.0
 */
export const posts = (locality: Locality, gridTree: GridTree.GridTree): Post.Spread =>
  territory.postsOf(locality, gridTree)

/**
 * The second chain of a locality over its tree, every stated count met exactly; `rest` says what
 * becomes of places without a unit of their own, which no report does.
 *
 * A level whose count is not stated gets one unit for each place beside it, and a level beside a
 * role that the tree does not have is left out: both are our reading. Returns the problems of
 * `ParallelOrganisation.spread`.
 *
 * ```ts
 * import { ParallelOrganisation } from "@wangge/grid"
 * import { Helong, Locality } from "@wangge/localities"
 *
 * const tree = Locality.treeOrThrow(Helong.locality)
 * const made = Locality.organisation(Helong.locality, tree, "shared")
 * made.ok && ParallelOrganisation.tally(made.organisation, "grid", 0).none // => 0
 * ```
 *
 * @category organisation
 * @since 0.1.0
 */
export const organisation = (
  locality: Locality,
  gridTree: GridTree.GridTree,
  rest: CoverLink.Rest
): ParallelOrganisation.Made => chainOf(locality, gridTree, rest)

/**
 * Every number of a locality as one flat list, each path once, without those not stated.
 *
 * Paths: `levels/<level id>`, `households`, `personsPerHousehold`, `staff/<id>`,
 * `organisation/<id>`, `links/<id>`, `people/<id>`, `resources/<id>`, `funds/<id>` and
 * `funds/<id>/<part>`, `venues/<id>`, `venues/<id>/needed`, `venues/<id>/<band>` and its `/least`
 * and `/most`, `mechanisms/<id>`, `activities/<id>`, `outcomes/<id>`, `background/<id>` and
 * `heatingSeason/fromMonth` to `.../untilDay`.
 *
 * ```ts
 * import { Locality, Longxian } from "@wangge/localities"
 *
 * const numbers = Locality.sourcedNumbers(Longxian.locality)
 * numbers.find((one) => one.path === "staff/GridWorker")?.number.precision // => "atLeast"
 * ```
 *
 * @category numbers
 * @since 0.1.0
 */
export const sourcedNumbers = (locality: Locality): ReadonlyArray<PathNumber> =>
  places(locality).flatMap(({ path, label, number }) =>
    number === "notStated" ? [] : [{ path, label, number }]
  )

/**
 * The paths of the numbers that a locality has a place for and does not state.
 *
 * ```ts
 * import { Helong, Locality } from "@wangge/localities"
 *
 * Locality.notStatedPaths(Helong.locality)[0] // => "organisation/committee"
 * ```
 *
 * @category numbers
 * @since 0.1.0
 */
export const notStatedPaths = (locality: Locality): ReadonlyArray<string> =>
  places(locality).flatMap(({ path, number }) => (number === "notStated" ? [path] : []))

/**
 * What a locality's checks came to, and every problem of the record itself.
 *
 * @category numbers
 * @since 0.1.0
 */
export interface Report {
  readonly rows: ReadonlyArray<Consistency.Row>
  readonly problems: ReadonlyArray<LocalityProblem.LocalityProblem>
}

/**
 * The locality's own checks, run over its numbers; then the record itself: paths that come twice,
 * listed places that miss the totals, whatever keeps its tree and posts from being built, and the
 * problems of `Appointment.check`. A count that is not stated is no problem here.
 *
 * ```ts
 * import { Helong, Locality } from "@wangge/localities"
 *
 * Locality.consistency(Helong.locality).problems // => []
 * ```
 *
 * @category numbers
 * @since 0.1.0
 */
export const consistency = (locality: Locality): Report => {
  const numbers = sourcedNumbers(locality)
  const report = Consistency.check(
    Object.fromEntries(numbers.map((one) => [one.path, one.number])),
    locality.checks
  )
  return {
    rows: report.rows,
    problems: [
      ...report.problems,
      ...repeatedPaths(numbers),
      ...territory.listedProblems(locality),
      ...buildingProblems(locality)
    ]
  }
}

const repeatedPaths = (
  numbers: ReadonlyArray<PathNumber>
): ReadonlyArray<LocalityProblem.LocalityProblem> => {
  const times = new Map<string, number>()
  for (const { path } of numbers) times.set(path, (times.get(path) ?? 0) + 1)
  return Array.from(times)
    .filter(([, count]) => count > 1)
    .map(([path, count]) => LocalityProblem.make("RepeatedPath", path, count, 1))
}

const buildingProblems = (locality: Locality): ReadonlyArray<LocalityProblem.LocalityProblem> => {
  if (territory.notStatedProblems(locality).length > 0) return []
  const built = tree(locality)
  if (!built.ok) return built.problems
  const spread = posts(locality, built.tree)
  return spread.ok
    ? Appointment.check(built.tree, spread.posts, territory.appointmentsOf(locality))
    : spread.problems
}
