/**
 * A second tree beside the territory: an organisation with levels of its own, whose units cover
 * nodes of the territory for spells of time. The party chain of the localities is one use (52
 * branches over 69 grids, 42 groups over 59); a user elsewhere leaves it empty or keeps fire
 * wardens in it. Any place resolves to its unit: its own, one it shares, or one above.
 */
import type { Id } from "@wangge/facts"
import * as GridTree from "./GridTree.ts"
import type {
  OrganisationPlan,
  OrganisationUnit,
  ParallelOrganisation,
  RowIndex
} from "./internal/organisationShape.ts"
import type { Role } from "./Level.ts"
import * as Spell from "./Spell.ts"

export { make } from "./internal/organisationBuilding.ts"
export type {
  Made,
  OrganisationLevel,
  OrganisationPlan,
  OrganisationUnit,
  ParallelOrganisation,
  RowIndex
} from "./internal/organisationShape.ts"
export { type SpreadLevel, type SpreadOptions, spread } from "./internal/organisationSpread.ts"

/**
 * The plan of a town without a second chain; `make` accepts it for every tree.
 *
 * @source none: nothing to list
 * @category organisations
 * @since 0.1.0
 */
export const emptyPlan: OrganisationPlan = { levels: [], units: [], links: [], sideLists: [] }

/**
 * The unit of a place:
 *
 * - `own`: the unit covers this place alone;
 * - `shared`: it covers several, all listed in tree order, this place among them;
 * - `parent`: the place has no unit of its own; the unit covers `viaId`, the nearest node above;
 * - `above`: the place lies above all units; they cover its parts (a city over three committees);
 * - `none`: the organisation is empty, or the instant lies outside its `fromSec` to `untilSec`.
 *
 * @category resolving
 * @since 0.1.0
 */
export type Answer =
  | { readonly kind: "own"; readonly unitId: Id.Id<"OrganisationUnit"> }
  | {
      readonly kind: "shared"
      readonly unitId: Id.Id<"OrganisationUnit">
      readonly gridIds: ReadonlyArray<Id.Id<"Grid">>
    }
  | {
      readonly kind: "parent"
      readonly unitId: Id.Id<"OrganisationUnit">
      readonly viaId: Id.Id<"Grid">
    }
  | { readonly kind: "above"; readonly unitIds: ReadonlyArray<Id.Id<"OrganisationUnit">> }
  | { readonly kind: "none" }

/**
 * The unit of a node of the territory at an instant; within the organisation's spell never `none`.
 *
 * Where units of several levels cover one node, the lowest level answers; {@link chainOf} leads on
 * to the others. Throws a `RangeError` for a node number outside the tree. Cost: the levels of the
 * tree; for `above` the nodes below, for `shared` the links of the unit.
 *
 * ```ts
 * import { GridTree, ParallelOrganisation } from "@wangge/grid"
 *
 * const built = GridTree.spread({
 *   rootId: "town",
 *   levels: [
 *     { id: "town", role: "subdistrict", name: { en: "Town", zh: "镇" }, count: 1 },
 *     { id: "grid", role: "grid", name: { en: "Grid", zh: "网格" }, count: 3 }
 *   ],
 *   households: 900
 * })
 * const made = built.ok && ParallelOrganisation.spread(built.tree, {
 *   levels: [
 *     { id: "committee", name: { en: "Committee", zh: "党委" }, count: 1, role: "subdistrict" },
 *     { id: "branch", name: { en: "Branch", zh: "支部" }, count: 2, role: "grid" }
 *   ],
 *   rest: "shared"
 * })
 * made && made.ok && ParallelOrganisation.unitOf(made.organisation, 1, 0)
 * // => { kind: "own", unitId: "branch-1" }
 * made && made.ok && ParallelOrganisation.unitOf(made.organisation, 2, 0)
 * // => { kind: "shared", unitId: "branch-2", gridIds: ["town/2", "town/3"] }
 * ```
 *
 * @source none: the reports count units and grids (Helong 52 over 69, Longxian 42 over 59) and say
 *   nothing of the rest; the five ways are ours
 * @category resolving
 * @since 0.1.0
 */
export const unitOf = (organisation: ParallelOrganisation, node: number, atSec: number): Answer => {
  const { tree, plan, unitOfLink } = organisation
  if (!(Number.isInteger(node) && node >= 0 && node < tree.ids.length)) {
    throw new RangeError(`node is 0 to ${tree.ids.length - 1}; got ${node}`)
  }
  for (let at = node; at >= 0; at = tree.parentOf[at]!) {
    const unit = lowestUnitAt(organisation, at, atSec)
    if (unit < 0) continue
    const unitId = plan.units[unit]!.id
    if (at !== node) return { kind: "parent", unitId, viaId: tree.ids[at]! }
    const nodes = nodesOfUnit(organisation, unit, atSec)
    if (nodes.length === 1) return { kind: "own", unitId }
    return { kind: "shared", unitId, gridIds: nodes.map((other) => tree.ids[other]!) }
  }
  const rows = highestLinksBelow(organisation, node, atSec)
  if (rows.length === 0) return { kind: "none" }
  const units = new Set(rows.map((row) => plan.units[unitOfLink[row]!]!.id))
  return { kind: "above", unitIds: Array.from(units) }
}

/**
 * A unit and the units above it, from the unit up to the first level.
 *
 * Throws a `RangeError` for a unit the organisation does not have.
 *
 * @category resolving
 * @since 0.1.0
 */
export const chainOf = (
  organisation: ParallelOrganisation,
  unitId: Id.Id<"OrganisationUnit">
): ReadonlyArray<OrganisationUnit> => {
  const chain: Array<OrganisationUnit> = []
  for (let row = rowOf(organisation, unitId); row >= 0; row = organisation.parentOf[row]!) {
    chain.push(organisation.plan.units[row]!)
  }
  return chain
}

/**
 * The nodes that a unit covers by links of its own at an instant, in tree order.
 *
 * Throws a `RangeError` for a unit the organisation does not have. Cost: the links of the unit.
 *
 * @category resolving
 * @since 0.1.0
 */
export const gridsOf = (
  organisation: ParallelOrganisation,
  unitId: Id.Id<"OrganisationUnit">,
  atSec: number
): ReadonlyArray<Id.Id<"Grid">> =>
  nodesOfUnit(organisation, rowOf(organisation, unitId), atSec).map(
    (node) => organisation.tree.ids[node]!
  )

/**
 * The units of one level, in the order of the plan; empty for a level the organisation lacks.
 *
 * @category organisations
 * @since 0.1.0
 */
export const unitsOfLevel = (
  organisation: ParallelOrganisation,
  levelId: string
): ReadonlyArray<OrganisationUnit> =>
  organisation.plan.units.filter((unit) => unit.levelId === levelId)

/**
 * How many nodes of one level resolve in each way; the five add up to the nodes of the level.
 *
 * @category resolving
 * @since 0.1.0
 */
export type Tally = Readonly<Record<Answer["kind"], number>>

/**
 * Counts how the nodes of the level of a role resolve at an instant; all 0 for a role the tree
 * does not have. Cost: that of {@link unitOf} for each node.
 *
 * @category resolving
 * @since 0.1.0
 */
export const tally = (organisation: ParallelOrganisation, role: Role, atSec: number): Tally => {
  const counts = { own: 0, shared: 0, parent: 0, above: 0, none: 0 }
  for (const node of GridTree.indicesOfRole(organisation.tree, role)) {
    counts[unitOf(organisation, node, atSec).kind] += 1
  }
  return counts
}

const rowOf = (organisation: ParallelOrganisation, unitId: string): number => {
  const row = organisation.rowOfUnit.get(unitId)
  if (row === undefined) throw new RangeError(`the organisation has no unit ${unitId}`)
  return row
}

const rowsOf = (index: RowIndex, key: number): Int32Array =>
  index.items.subarray(index.first[key]!, index.first[key + 1]!)

/** The unit of the lowest level among those that cover a node, or −1. */
const lowestUnitAt = (organisation: ParallelOrganisation, node: number, atSec: number): number => {
  const { plan, levelOf, unitOfLink, linksOfNode } = organisation
  let lowest = -1
  for (const row of rowsOf(linksOfNode, node)) {
    if (!Spell.isInForce(plan.links[row]!, atSec)) continue
    const unit = unitOfLink[row]!
    if (lowest < 0 || levelOf[unit]! > levelOf[lowest]!) lowest = unit
  }
  return lowest
}

const nodesOfUnit = (
  organisation: ParallelOrganisation,
  unit: number,
  atSec: number
): ReadonlyArray<number> => {
  const { plan, nodeOfLink, linksOfUnit } = organisation
  return Array.from(rowsOf(linksOfUnit, unit))
    .filter((row) => Spell.isInForce(plan.links[row]!, atSec))
    .map((row) => nodeOfLink[row]!)
    .sort((one, other) => one - other)
}

/** The links in force below a node that have no other between them and the node, in tree order. */
const highestLinksBelow = (
  organisation: ParallelOrganisation,
  node: number,
  atSec: number
): ReadonlyArray<number> => {
  const { tree, plan, linksOfNode } = organisation
  const found: Array<number> = []
  let nodes = Array.from(GridTree.childrenOf(tree, node))
  while (nodes.length > 0) {
    const next: Array<number> = []
    for (const at of nodes) {
      const rows = Array.from(rowsOf(linksOfNode, at))
      const own = rows.filter((row) => Spell.isInForce(plan.links[row]!, atSec))
      if (own.length > 0) for (const row of own) found.push(row)
      else for (const child of GridTree.childrenOf(tree, at)) next.push(child)
    }
    nodes = next
  }
  return found
}
