/**
 * Small makers of parallel organisations for the tests of this package.
 */
import { Id } from "@wangge/facts"
import type { CoverLink, ParallelOrganisation } from "../src/index.ts"
import { aTree } from "./aTree.ts"

export const label = (text: string) => ({ en: text, zh: text })

export const made = (
  answer: ParallelOrganisation.Made
): ParallelOrganisation.ParallelOrganisation => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return answer.organisation
}

export const codesOf = (answer: ParallelOrganisation.Made): ReadonlyArray<string> =>
  answer.ok ? [] : answer.problems.map((problem) => problem.code)

export const aUnit = (
  id: string,
  levelId: string,
  parentId = ""
): ParallelOrganisation.OrganisationUnit => ({
  id: Id.make(id),
  parentId,
  levelId,
  name: label(id)
})

export const aLink = (
  unitId: string,
  gridId: string,
  fromSec = 0,
  untilSec = 100
): CoverLink.CoverLink => ({
  unitId: Id.make(unitId),
  gridId: Id.make(gridId),
  fromSec,
  untilSec
})

/** A town of 2 sub-districts and 4 communities: town/1/1, town/1/2, town/2/1, town/2/2. */
export const small = aTree([1, 2, 4], 400)

export const aPlan = (
  changes: Partial<ParallelOrganisation.OrganisationPlan> = {}
): ParallelOrganisation.OrganisationPlan => ({
  levels: [
    { id: "top", name: label("Top") },
    { id: "branch", name: label("Branch") }
  ],
  units: [
    aUnit("north", "top"),
    aUnit("south", "top"),
    aUnit("n1", "branch", "north"),
    aUnit("s1", "branch", "south")
  ],
  links: [aLink("north", "town/1"), aLink("south", "town/2"), aLink("n1", "town/1/1")],
  sideLists: [],
  ...changes
})
