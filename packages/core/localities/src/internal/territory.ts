/**
 * From a record to its tree and posts: spread from totals, or made from the places that are listed.
 */
import { type Appointment, GridTree, Post } from "@wangge/grid"
import * as LocalityProblem from "../LocalityProblem.ts"
import type { ListedTerritory, LocalityRecord } from "../LocalityRecord.ts"
import { places } from "./numberPaths.ts"

/**
 * A tree, or every reason why there is none.
 *
 * @category territory
 * @since 0.1.0
 */
export type Built =
  | { readonly ok: true; readonly tree: GridTree.GridTree }
  | { readonly ok: false; readonly problems: ReadonlyArray<LocalityProblem.LocalityProblem> }

/** The tree of a record. */
export const treeOf = (locality: LocalityRecord): Built => {
  const missing = notStatedProblems(locality)
  if (missing.length > 0) return { ok: false, problems: missing }
  const { territory } = locality
  const personsPerHousehold = numberOf(locality.personsPerHousehold)
  return territory.kind === "listed"
    ? GridTree.make({
        levels: locality.levels.map(({ id, role, name }) => ({ id, role, name })),
        nodes: territory.nodes.map(({ id, parentId, levelId, households }) => ({
          id,
          parentId,
          levelId,
          households
        })),
        personsPerHousehold
      })
    : GridTree.spread({
        rootId: locality.id,
        levels: locality.levels.map(({ id, role, name, count }) => ({
          id,
          role,
          name,
          count: numberOf(count)
        })),
        households: numberOf(locality.households),
        personsPerHousehold
      })
}

/** The places that a tree needs and that the record does not state. */
export const notStatedProblems = (
  locality: LocalityRecord
): ReadonlyArray<LocalityProblem.LocalityProblem> =>
  places(locality)
    .filter(({ path, number }) => number === "notStated" && isOfTree(path))
    .filter(({ path }) => locality.territory.kind === "spread" || path === "personsPerHousehold")
    .map(({ path }) => LocalityProblem.make("CountNotStated", path, "notStated", "> 0"))

const isOfTree = (path: string): boolean =>
  path.startsWith("levels/") || path === "households" || path === "personsPerHousehold"

const numberOf = (number: LocalityRecord["households"]): number =>
  number === "notStated" ? 0 : number.value

/** The posts of a record on its tree: listed seats as they are, totals of other kinds spread. */
export const postsOf = (locality: LocalityRecord, tree: GridTree.GridTree): Post.Spread => {
  const listed = locality.territory.kind === "listed" ? locality.territory.posts : []
  const listedKinds = new Set(listed.map((post) => post.kind))
  const spreads = locality.staff
    .filter((row) => !listedKinds.has(row.post))
    .map((row) =>
      Post.spread(tree, { kind: row.post, role: row.levelRole, count: row.count.value })
    )
  const problems = spreads.flatMap((spread) => (spread.ok ? [] : spread.problems))
  if (problems.length > 0) return { ok: false, problems }
  const spread = spreads.flatMap((one) => (one.ok ? one.posts : []))
  return { ok: true, posts: [...listed, ...joined(spread)] }
}

/** Several rows of one kind at one node are one post. */
const joined = (posts: ReadonlyArray<Post.Post>): ReadonlyArray<Post.Post> => {
  const byPlace = new Map<string, Post.Post>()
  for (const post of posts) {
    const key = `${post.kind}@${post.gridId}`
    const seatCount = (byPlace.get(key)?.seatCount ?? 0) + post.seatCount
    byPlace.set(key, { kind: post.kind, gridId: post.gridId, seatCount })
  }
  return Array.from(byPlace.values())
}

/** The appointments of a listed town; a spread one has none. */
export const appointmentsOf = ({
  territory
}: LocalityRecord): ReadonlyArray<Appointment.Appointment> =>
  territory.kind === "listed" ? territory.appointments : []

/** Where the listed places of a town do not add up to its totals. */
export const listedProblems = (
  locality: LocalityRecord
): ReadonlyArray<LocalityProblem.LocalityProblem> =>
  locality.territory.kind === "listed"
    ? [
        ...listedCounts(locality, locality.territory),
        ...listedHouseholds(locality, locality.territory),
        ...listedSeats(locality, locality.territory)
      ]
    : []

const listedCounts = (
  locality: LocalityRecord,
  territory: ListedTerritory
): ReadonlyArray<LocalityProblem.LocalityProblem> =>
  locality.levels.flatMap(({ id, count }) => {
    const found = territory.nodes.filter((node) => node.levelId === id).length
    return count === "notStated" || count.value === found
      ? []
      : [LocalityProblem.make("ListedCountDiffers", `levels/${id}`, found, count.value)]
  })

const listedHouseholds = (
  { households }: LocalityRecord,
  territory: ListedTerritory
): ReadonlyArray<LocalityProblem.LocalityProblem> => {
  const found = territory.nodes.reduce((sum, node) => sum + node.households, 0)
  return households === "notStated" || households.value === found
    ? []
    : [LocalityProblem.make("ListedHouseholdsDiffer", "households", found, households.value)]
}

const listedSeats = (
  locality: LocalityRecord,
  territory: ListedTerritory
): ReadonlyArray<LocalityProblem.LocalityProblem> => {
  const kinds = new Set(territory.posts.map((post) => post.kind))
  return Array.from(kinds).flatMap((kind) => {
    const found = territory.posts
      .filter((post) => post.kind === kind)
      .reduce((sum, post) => sum + post.seatCount, 0)
    const rows = locality.staff.filter((row) => row.post === kind)
    const total = rows.reduce((sum, row) => sum + row.count.value, 0)
    return found === total
      ? []
      : [LocalityProblem.make("ListedSeatsDiffer", `staff/${kind}`, found, total)]
  })
}
