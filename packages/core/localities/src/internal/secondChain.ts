/**
 * From the totals of a record's second chain to an organisation over its tree.
 */
import {
  type CoverLink,
  GridTree,
  type OrganisationProblem,
  ParallelOrganisation,
  SideList
} from "@wangge/grid"
import type { LocalityRecord, OrganisationLevel } from "../LocalityRecord.ts"

/** The organisation of a record, or every reason why there is none. */
export const chainOf = (
  { organisation }: LocalityRecord,
  tree: GridTree.GridTree,
  rest: CoverLink.Rest
): ParallelOrganisation.Made => {
  const hasPlaces = (level: OrganisationLevel): boolean =>
    GridTree.levelIndexOfRole(tree, level.besideRole) >= 0
  const lists = organisation.sideLists.filter(hasPlaces).map((list) =>
    SideList.spread(tree, {
      id: list.id,
      name: list.label,
      count: countOf(tree, list),
      role: list.besideRole
    })
  )
  const problems: ReadonlyArray<OrganisationProblem.OrganisationProblem> = lists.flatMap((list) =>
    list.ok ? [] : list.problems
  )
  if (problems.length > 0) return { ok: false, problems }
  return ParallelOrganisation.spread(tree, {
    levels: organisation.levels.filter(hasPlaces).map((level) => ({
      id: level.id,
      name: level.label,
      role: level.besideRole,
      count: countOf(tree, level)
    })),
    rest,
    sideLists: lists.flatMap((list) => (list.ok ? [list.list] : []))
  })
}

/** A count that is not stated is read as one unit for each place beside. */
const countOf = (tree: GridTree.GridTree, { count, besideRole }: OrganisationLevel): number =>
  count === "notStated" ? GridTree.indicesOfRole(tree, besideRole).length : count.value
