/**
 * What is wrong with the cover of a territory by an organisation whose records are right. Used by
 * `organisationBuilding` only.
 */
import * as OrganisationProblem from "../OrganisationProblem.ts"
import * as Spell from "../Spell.ts"
import { groupBy } from "./grouping.ts"
import type { ParallelOrganisation } from "./organisationShape.ts"

type Problems = ReadonlyArray<OrganisationProblem.OrganisationProblem>

/** Every problem of the cover; empty means that every place has a unit while there are links. */
export const coverProblems = (organisation: ParallelOrganisation): Problems => {
  const instants = Spell.changesOf(organisation.plan.links).slice(0, -1)
  const found = [...doubleProblems(organisation), ...nestedProblems(organisation)]
  const seen = new Set<string>()
  for (const atSec of instants) {
    const now = [...crossedProblems(organisation, atSec), ...bareProblems(organisation, atSec)]
    for (const problem of now) {
      const key = `${problem.code} ${problem.subject}`
      if (!seen.has(key)) found.push(problem)
      seen.add(key)
    }
  }
  if (organisation.plan.units.length > 0 && instants.length === 0) {
    const root = organisation.tree.ids[0]!
    found.push(OrganisationProblem.make("UncoveredGround", root, 0, organisation.fromSec))
  }
  return found
}

/** One unit twice on one node, or two units of one level on one node, at once. */
const doubleProblems = (
  organisation: ParallelOrganisation
): Array<OrganisationProblem.OrganisationProblem> => {
  const { plan, levelOf, rowOfUnit } = organisation
  const levelIdOf = (unitId: string): string => plan.levels[levelOf[rowOfUnit.get(unitId)!]!]!.id
  const problems: Array<OrganisationProblem.OrganisationProblem> = []
  const places = groupBy(plan.links, (link) => `${levelIdOf(link.unitId)}@${link.gridId}`)
  for (const links of places.values()) {
    if (links.length < 2) continue
    let isRepeated = false
    for (const [unitId, own] of groupBy(links, (link) => link.unitId)) {
      const times = Spell.mostAtOnce(own)
      if (times < 2) continue
      isRepeated = true
      const subject = `${unitId} ${own[0]!.gridId}`
      problems.push(OrganisationProblem.make("LinkedTwice", subject, times, 1))
    }
    const most = Spell.mostAtOnce(links)
    if (most < 2 || isRepeated) continue
    const subject = `${links[0]!.gridId} ${levelIdOf(links[0]!.unitId)}`
    problems.push(OrganisationProblem.make("TwoUnitsOfOneLevel", subject, most, 1))
  }
  return problems
}

/** A unit that covers a node and, at the same time, an ancestor of it. */
const nestedProblems = (organisation: ParallelOrganisation): Problems => {
  const { tree, plan, nodeOfLink } = organisation
  return plan.links.flatMap((link, row) => {
    for (let node = tree.parentOf[nodeOfLink[row]!]!; node >= 0; node = tree.parentOf[node]!) {
      for (const other of rowsOfNode(organisation, node)) {
        const above = plan.links[other]!
        if (above.unitId !== link.unitId || !Spell.overlap(above, link)) continue
        const subject = `${link.unitId} ${link.gridId}`
        return [OrganisationProblem.make("NestedCover", subject, above.gridId, above.gridId)]
      }
    }
    return []
  })
}

/** A unit whose next covering unit above covers ground, but none at or above the unit's own. */
const crossedProblems = (organisation: ParallelOrganisation, atSec: number): Problems => {
  const { plan, parentOf, unitOfLink, nodeOfLink } = organisation
  return plan.links.flatMap((link, row) => {
    if (!Spell.isInForce(link, atSec)) return []
    let unit = parentOf[unitOfLink[row]!]!
    let covers: ReadonlyArray<number> = []
    while (unit >= 0 && covers.length === 0) {
      covers = rowsOfUnit(organisation, unit, atSec)
      if (covers.length === 0) unit = parentOf[unit]!
    }
    if (covers.length === 0) return []
    if (covers.some((other) => isAtOrAbove(organisation, nodeOfLink[other]!, row))) return []
    const found = covers.map((other) => plan.links[other]!.gridId).join(", ")
    const subject = `${link.unitId} ${plan.units[unit]!.id}`
    return [OrganisationProblem.make("CrossedChains", subject, found, link.gridId)]
  })
}

const rowsOfUnit = (
  organisation: ParallelOrganisation,
  unit: number,
  atSec: number
): ReadonlyArray<number> => {
  const { first, items } = organisation.linksOfUnit
  return Array.from(items.subarray(first[unit]!, first[unit + 1]!)).filter((row) =>
    Spell.isInForce(organisation.plan.links[row]!, atSec)
  )
}

const isAtOrAbove = (organisation: ParallelOrganisation, node: number, row: number): boolean => {
  const { parentOf, levelOf } = organisation.tree
  let at = organisation.nodeOfLink[row]!
  while (at >= 0 && levelOf[at]! > levelOf[node]!) at = parentOf[at]!
  return at === node
}

/** The highest nodes with no unit at, above or anywhere below them. */
const bareProblems = (organisation: ParallelOrganisation, atSec: number): Problems => {
  const { tree, plan } = organisation
  const covered = new Uint8Array(tree.ids.length)
  const touched = new Uint8Array(tree.ids.length)
  plan.links.forEach((link, row) => {
    if (Spell.isInForce(link, atSec)) covered[organisation.nodeOfLink[row]!] = 1
  })
  for (let node = 0; node < covered.length; node++) {
    const parent = tree.parentOf[node]!
    if (parent >= 0 && covered[parent] === 1) covered[node] = 1
    touched[node] = covered[node]!
  }
  for (let node = touched.length - 1; node > 0; node--) {
    if (touched[node] === 1) touched[tree.parentOf[node]!] = 1
  }
  return tree.ids.flatMap((id, node) => {
    const isHighest = node === 0 || touched[tree.parentOf[node]!] === 1
    return touched[node] === 0 && isHighest
      ? [OrganisationProblem.make("UncoveredGround", id, 0, atSec)]
      : []
  })
}

const rowsOfNode = (organisation: ParallelOrganisation, node: number): Int32Array => {
  const { first, items } = organisation.linksOfNode
  return items.subarray(first[node]!, first[node + 1]!)
}
