/**
 * Makes a parallel organisation from its plan: checks the records, joins them by number, checks
 * the cover. `ParallelOrganisation` re-exports `make`.
 */
import { Id } from "@wangge/facts"
import * as OrganisationProblem from "../OrganisationProblem.ts"
import * as SideList from "../SideList.ts"
import * as Spell from "../Spell.ts"
import { nodesById, repeated } from "./grouping.ts"
import { coverProblems } from "./organisationCover.ts"
import type {
  Made,
  OrganisationPlan,
  OrganisationUnit,
  ParallelOrganisation,
  RowIndex
} from "./organisationShape.ts"
import type { GridTree } from "./treeShape.ts"

/**
 * An organisation from its plan over a territory, with every grid under some unit.
 *
 * Returns every problem found. In the records: `NoOrganisationLevels`, `DuplicateLevel`, `BadId`,
 * `DuplicateUnit`, `UnknownLevel`, `UnknownParent`, `ParentNotAbove` (so there can be no cycle),
 * `TopUnitBelowTop`, `UnknownUnit`, `UnknownNode`, `EmptySpell`, `DuplicateEntry`. Once these are
 * right, in the cover: `LinkedTwice`, `TwoUnitsOfOneLevel` (one level, one node, two units at
 * once), `NestedCover` (a node and its ancestor by one unit), `CrossedChains` (the next unit above
 * that covers anything covers other ground only) and `UncoveredGround`; the last two are looked for
 * at every instant at which a link begins or ends, and given once each with the earliest. Cost:
 * links and nodes times those instants.
 *
 * @category organisations
 * @since 0.1.0
 */
export const make = (tree: GridTree, plan: OrganisationPlan): Made => {
  const nodes = nodesById(tree)
  const rowOfUnit = new Map(plan.units.map((unit, row) => [unit.id, row] as const))
  const records = [
    ...levelProblems(plan),
    ...plan.units.flatMap((unit) => unitProblems(plan, rowOfUnit, unit)),
    ...repeated(plan.units.map((unit) => unit.id)).map(([id, times]) =>
      OrganisationProblem.make("DuplicateUnit", id, times, 1)
    ),
    ...linkProblems(plan, rowOfUnit, nodes),
    ...plan.sideLists.flatMap((list) => SideList.check(tree, list))
  ]
  if (records.length > 0) return { ok: false, problems: records }
  const organisation = join(tree, plan, rowOfUnit, nodes)
  const problems = coverProblems(organisation)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, organisation }
}

const join = (
  tree: GridTree,
  plan: OrganisationPlan,
  rowOfUnit: ReadonlyMap<string, number>,
  nodes: ReadonlyMap<string, number>
): ParallelOrganisation => {
  const { units, links } = plan
  const levelIds = plan.levels.map((level) => level.id)
  const unitOfLink = Int32Array.from(links, (link) => rowOfUnit.get(link.unitId)!)
  const nodeOfLink = Int32Array.from(links, (link) => nodes.get(link.gridId)!)
  const changes = Spell.changesOf(links)
  return {
    tree,
    plan,
    parentOf: Int32Array.from(units, (unit) => rowOfUnit.get(unit.parentId) ?? -1),
    levelOf: Int32Array.from(units, (unit) => levelIds.indexOf(unit.levelId)),
    unitOfLink,
    nodeOfLink,
    linksOfNode: indexRows(nodeOfLink, tree.ids.length),
    linksOfUnit: indexRows(unitOfLink, units.length),
    rowOfUnit,
    fromSec: changes[0] ?? 0,
    untilSec: changes.at(-1) ?? 0
  }
}

/** Rows gathered by their key, in order, by counting. */
const indexRows = (keys: Int32Array, keyCount: number): RowIndex => {
  const first = new Int32Array(keyCount + 1)
  for (const key of keys) first[key + 1]! += 1
  for (let key = 0; key < keyCount; key++) first[key + 1]! += first[key]!
  const next = first.slice()
  const items = new Int32Array(keys.length)
  keys.forEach((key, row) => {
    items[next[key]!] = row
    next[key]! += 1
  })
  return { first, items }
}

const levelProblems = (
  plan: OrganisationPlan
): ReadonlyArray<OrganisationProblem.OrganisationProblem> => {
  const { levels, units } = plan
  if (levels.length === 0 && units.length > 0) {
    return [OrganisationProblem.make("NoOrganisationLevels", "levels", 0, 1)]
  }
  return [
    ...levels
      .filter((level) => !Id.isValid(level.id))
      .map((level) => OrganisationProblem.make("BadId", "levels", level.id, idRule)),
    ...repeated(levels.map((level) => level.id)).map(([id]) =>
      OrganisationProblem.make("DuplicateLevel", "levels", id, 1)
    )
  ]
}

const unitProblems = (
  plan: OrganisationPlan,
  rowOfUnit: ReadonlyMap<string, number>,
  unit: OrganisationUnit
): ReadonlyArray<OrganisationProblem.OrganisationProblem> => {
  const problems: Array<OrganisationProblem.OrganisationProblem> = []
  const levelIds = plan.levels.map((level) => level.id)
  const level = levelIds.indexOf(unit.levelId)
  if (!Id.isValid(unit.id)) {
    problems.push(OrganisationProblem.make("BadId", unit.id, unit.id, idRule))
  }
  if (level < 0) {
    const known = levelIds.join(", ")
    problems.push(OrganisationProblem.make("UnknownLevel", unit.id, unit.levelId, known))
  }
  if (unit.parentId === "") {
    if (level > 0) {
      const top = levelIds[0]!
      problems.push(OrganisationProblem.make("TopUnitBelowTop", unit.id, unit.levelId, top))
    }
    return problems
  }
  const parent = plan.units[rowOfUnit.get(unit.parentId) ?? -1]
  if (parent === undefined) {
    problems.push(OrganisationProblem.make("UnknownParent", unit.id, unit.parentId, "units[].id"))
    return problems
  }
  const above = levelIds.indexOf(parent.levelId)
  if (level >= 0 && above >= level) {
    const rule = `< ${unit.levelId}`
    problems.push(OrganisationProblem.make("ParentNotAbove", unit.id, parent.levelId, rule))
  }
  return problems
}

const linkProblems = (
  plan: OrganisationPlan,
  rowOfUnit: ReadonlyMap<string, number>,
  nodes: ReadonlyMap<string, number>
): ReadonlyArray<OrganisationProblem.OrganisationProblem> =>
  plan.links.flatMap((link) => {
    const problems: Array<OrganisationProblem.OrganisationProblem> = []
    const subject = `${link.unitId} ${link.gridId}`
    if (!rowOfUnit.has(link.unitId)) {
      problems.push(OrganisationProblem.make("UnknownUnit", subject, link.unitId, "units[].id"))
    }
    if (!nodes.has(link.gridId)) {
      problems.push(OrganisationProblem.make("UnknownNode", subject, link.gridId, "GridTree.ids"))
    }
    if (Spell.isEmpty(link)) {
      const rule = `> ${link.fromSec}`
      problems.push(OrganisationProblem.make("EmptySpell", subject, link.untilSec, rule))
    }
    return problems
  })

const idRule = "0x21-0x7e, 1-120"
