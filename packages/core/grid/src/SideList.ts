/**
 * Side lists of an organisation: groups that exist beside its levels and have no place in its
 * chain, such as Longxian's 171 temporary party branches by residential area. They are counted
 * and found by place, but no grid resolves to them.
 */
import { Id, type Label } from "@wangge/facts"
import * as Apportionment from "./Apportionment.ts"
import * as GridTree from "./GridTree.ts"
import { nodesById, repeated } from "./internal/grouping.ts"
import type { Role } from "./Level.ts"
import * as OrganisationProblem from "./OrganisationProblem.ts"

/**
 * One group of a side list: its id, and the smallest node that holds its whole area.
 *
 * @category side lists
 * @since 0.1.0
 */
export interface SideEntry {
  readonly id: string
  readonly gridId: Id.Id<"Grid">
}

/**
 * A named list of groups beside the chain.
 *
 * @category side lists
 * @since 0.1.0
 */
export interface SideList {
  readonly id: string
  readonly name: Label.Label
  readonly entries: ReadonlyArray<SideEntry>
}

/**
 * What is wrong with a side list: `BadId`, `DuplicateEntry` and `UnknownNode`. Cost: linear.
 *
 * @category checks
 * @since 0.1.0
 */
export const check = (
  tree: GridTree.GridTree,
  list: SideList
): ReadonlyArray<OrganisationProblem.OrganisationProblem> => {
  const nodes = nodesById(tree)
  return [
    ...list.entries
      .filter((entry) => !Id.isValid(entry.id))
      .map((entry) => OrganisationProblem.make("BadId", list.id, entry.id, "0x21-0x7e, 1-120")),
    ...repeated(list.entries.map((entry) => entry.id)).map(([id, times]) =>
      OrganisationProblem.make("DuplicateEntry", `${list.id}/${id}`, times, 1)
    ),
    ...list.entries
      .filter((entry) => !nodes.has(entry.gridId))
      .map((entry) =>
        OrganisationProblem.make(
          "UnknownNode",
          `${list.id}/${entry.id}`,
          entry.gridId,
          "GridTree.ids"
        )
      )
  ]
}

/**
 * The groups whose area lies at a node or below it, in the order of the list.
 *
 * Cost: the number of groups times the levels of the tree, and one pass over the tree's ids.
 *
 * @category side lists
 * @since 0.1.0
 */
export const entriesUnder = (
  tree: GridTree.GridTree,
  list: SideList,
  node: number
): ReadonlyArray<SideEntry> => {
  const nodes = nodesById(tree)
  const level = tree.levelOf[node]!
  return list.entries.filter((entry) => {
    const at = nodes.get(entry.gridId)
    return at !== undefined && GridTree.ancestorAt(tree, at, level) === node
  })
}

/**
 * What {@link spread} needs: the list's id and name, the published count, and the role of the
 * level whose nodes the groups are spread over.
 *
 * @category side lists
 * @since 0.1.0
 */
export interface SpreadOptions {
  readonly id: string
  readonly name: Label.Label
  readonly count: number
  readonly role: Role
}

/**
 * A side list, or every reason why there is none.
 *
 * @category side lists
 * @since 0.1.0
 */
export type Spread =
  | { readonly ok: true; readonly list: SideList }
  | {
      readonly ok: false
      readonly problems: ReadonlyArray<OrganisationProblem.OrganisationProblem>
    }

/**
 * A side list from a published count, spread evenly over the nodes of one level: an assumption
 * where a report gives no places. Group ids count from 1 behind the list's id.
 *
 * Returns `BadId`, `BadCount` (not a whole number from 0 to 1,000,000) and `NoTerritoryLevel`.
 *
 * ```ts
 * import { GridTree, SideList } from "@wangge/grid"
 *
 * const built = GridTree.spread({
 *   rootId: "town",
 *   levels: [
 *     { id: "town", role: "subdistrict", name: { en: "Town", zh: "镇" }, count: 1 },
 *     { id: "community", role: "community", name: { en: "Community", zh: "社区" }, count: 5 }
 *   ],
 *   households: 23_000
 * })
 * const made = built.ok && SideList.spread(built.tree, {
 *   id: "temporaryBranch", name: { en: "Temporary branch", zh: "临时党支部" }, count: 171,
 *   role: "community"
 * })
 * made && made.ok && made.list.entries[170] // => { id: "temporaryBranch-171", gridId: "town/5" }
 * ```
 *
 * @source none: even spread by largest remainder (see Apportionment)
 * @category side lists
 * @since 0.1.0
 */
export const spread = (tree: GridTree.GridTree, options: SpreadOptions): Spread => {
  const { id, name, count, role } = options
  const level = GridTree.levelIndexOfRole(tree, role)
  const problems: Array<OrganisationProblem.OrganisationProblem> = []
  if (!(Id.isValid(id) && id.length <= idLengthMax)) {
    problems.push(OrganisationProblem.make("BadId", "id", id, `0x21-0x7e, 1-${idLengthMax}`))
  }
  if (!Number.isSafeInteger(count) || count < 0 || count > countMax) {
    problems.push(OrganisationProblem.make("BadCount", id, count, `0-${countMax}`))
  }
  if (level < 0) {
    const known = tree.levels.map((other) => other.role).join(", ")
    problems.push(OrganisationProblem.make("NoTerritoryLevel", id, role, known))
  }
  if (problems.length > 0) return { ok: false, problems }
  const { from, until } = GridTree.rangeOfLevel(tree, level)
  const entries: Array<SideEntry> = []
  Apportionment.evenly(count, until - from).forEach((share, place) => {
    for (let number = 0; number < share; number++) {
      entries.push({ id: `${id}-${entries.length + 1}`, gridId: tree.ids[from + place]! })
    }
  })
  return { ok: true, list: { id, name, entries } }
}

const countMax = 1_000_000

/** Leaves room for the number of a group behind the list's id. */
const idLengthMax = 100
