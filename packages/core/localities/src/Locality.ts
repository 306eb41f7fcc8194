/**
 * The localities that ship with Wangge, and what can be asked of one: its territorial tree, its
 * seats per node, all its numbers with their provenance, and whether they agree with each other.
 */
import type { Label, Provenance } from "@wangge/facts"
import { Consistency, GridProblem, GridTree, Post } from "@wangge/grid"
import { locality as helong } from "./Helong.ts"
import type { LocalityRecord } from "./LocalityRecord.ts"
import { locality as longxian } from "./Longxian.ts"

/**
 * One town or district; see {@link LocalityRecord} for its parts.
 *
 * @category localities
 * @since 0.1.0
 */
export type Locality = LocalityRecord

/**
 * Every locality that ships with this version.
 *
 * @category localities
 * @since 0.1.0
 */
export const list: ReadonlyArray<Locality> = [helong, longxian]

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
 * Locality.find("atlantis") // => { ok: false, id: "atlantis", knownIds: ["helong", "longxian"] }
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
 * The territorial tree of a locality, spread evenly from its totals.
 *
 * A shipped locality always has one; a changed one may return the problems of `GridTree.spread`.
 *
 * ```ts
 * import { Helong, Locality } from "@wangge/localities"
 *
 * const built = Locality.tree(Helong.locality)
 * built.ok && built.tree.levels.map((level) => level.count) // => [1, 3, 10, 69, 686, 2828]
 * ```
 *
 * @category trees
 * @since 0.1.0
 */
export const tree = (locality: Locality): GridTree.Built =>
  GridTree.spread({
    rootId: locality.id,
    levels: locality.levels.map((level) => ({
      id: level.id,
      role: level.role,
      name: level.name,
      count: level.count.value
    })),
    households: locality.households.value,
    personsPerHousehold: locality.personsPerHousehold.value
  })

/**
 * The tree of a locality that is known to be good, such as a shipped one.
 *
 * Throws a `RangeError` that names every problem.
 *
 * @category trees
 * @since 0.1.0
 */
export const treeOrThrow = (locality: Locality): GridTree.GridTree => {
  const built = tree(locality)
  if (built.ok) return built.tree
  const words = built.problems.map((problem) => GridProblem.describe(problem).en)
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
 * The posts of a locality: every kind of staff spread evenly over the nodes of its level.
 *
 * Returns the problems of `Post.spread`, for example `UnknownLevel` for staff of a level that the
 * tree does not have.
 *
 * @category staff
 * @since 0.1.0
 */
export const posts = (locality: Locality, gridTree: GridTree.GridTree): Post.Spread => {
  const spreads = locality.staff.map((staff) =>
    Post.spread(gridTree, { kind: staff.post, role: staff.levelRole, count: staff.count.value })
  )
  const problems = spreads.flatMap((spread) => (spread.ok ? [] : spread.problems))
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, posts: spreads.flatMap((spread) => (spread.ok ? spread.posts : [])) }
}

/**
 * A number with the path by which checks name it and the words by which tables show it.
 *
 * @category numbers
 * @since 0.1.0
 */
export interface PathNumber {
  readonly path: string
  readonly label: Label.Label
  readonly number: Provenance.SourcedNumber
}

/**
 * Every number of a locality as one flat list, each path once.
 *
 * Paths: `levels/<level id>`, `households`, `personsPerHousehold`, `staff/<post>`, `party/<id>`,
 * `resources/<id>`, `background/<id>` and `heatingSeason/fromMonth` to `.../untilDay`.
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
export const sourcedNumbers = (locality: Locality): ReadonlyArray<PathNumber> => [
  ...locality.levels.map((level) => ({
    path: `levels/${level.id}`,
    label: level.name,
    number: level.count
  })),
  { path: "households", label: { en: "Households", zh: "户数" }, number: locality.households },
  {
    path: "personsPerHousehold",
    label: { en: "Persons per household", zh: "户均人口" },
    number: locality.personsPerHousehold
  },
  ...locality.staff.map((staff) => ({
    path: `staff/${staff.post}`,
    label: Post.kindInfo[staff.post].name,
    number: staff.count
  })),
  ...(["party", "resources", "background"] as const).flatMap((part) =>
    locality[part].map((named) => ({
      path: `${part}/${named.id}`,
      label: named.label,
      number: named.number
    }))
  ),
  ...(["fromMonth", "fromDay", "untilMonth", "untilDay"] as const).map((part) => ({
    path: `heatingSeason/${part}`,
    label: seasonLabels[part],
    number: locality.heatingSeason[part]
  }))
]

const seasonLabels = {
  fromMonth: { en: "Heating season, first month", zh: "供暖期起始月" },
  fromDay: { en: "Heating season, first day", zh: "供暖期起始日" },
  untilMonth: { en: "Heating season, last month", zh: "供暖期截止月" },
  untilDay: { en: "Heating season, last day", zh: "供暖期截止日" }
} as const

/**
 * The locality's own checks, run over its numbers.
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
export const consistency = (locality: Locality): Consistency.Report =>
  Consistency.check(
    Object.fromEntries(sourcedNumbers(locality).map((one) => [one.path, one.number])),
    locality.checks
  )
