/**
 * The five-lead system (五长制): from any residential unit up, exactly one unit, building, grid,
 * road and street lead. A post without its holder resolves to the deputy, else to the lead above,
 * and says so; a level the town does not have is an answer of its own.
 */
import type { Id } from "@wangge/facts"
import type { EmptySeat } from "./Deputy.ts"
import * as GridTree from "./GridTree.ts"
import type { Role } from "./Level.ts"
import * as Post from "./Post.ts"
import * as Staff from "./Staff.ts"

export {
  type Counts,
  type Spread,
  type SpreadOptions,
  spread
} from "./internal/fiveLeadsSpread.ts"

/**
 * The five kinds of lead, from the bottom up; each hangs on the role of `Post.kindInfo`.
 *
 * @source Helong report: street, road (lane), grid, building and unit leads
 * @category five leads
 * @since 0.1.0
 */
export const kinds = ["UnitLead", "BuildingLead", "GridLead", "RoadLead", "StreetLead"] as const

/**
 * One of {@link kinds}.
 *
 * @category five leads
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

/**
 * The lead of one kind that was met on the way up:
 *
 * - `holder`: the person who holds the post;
 * - `deputy`: who acts for the absent holder, or for the empty seat (`forPersonId` is empty);
 * - `above`: nobody acts in this post, so the lead above does, from the post `fromKind` at
 *   `fromGridId`;
 * - `several`: more than one person acts in the post (or, where nobody does, in the post above),
 *   which `Appointment.check` reports;
 * - `nobody`: the post is vacant, and so are all leads above it;
 * - `noLevel`: there is no level of this role at or above the place asked for.
 *
 * @category five leads
 * @since 0.1.0
 */
export type Lead =
  | {
      readonly how: "holder"
      readonly kind: Kind
      readonly gridId: Id.Id<"Grid">
      readonly personId: Id.Id<"Person">
    }
  | {
      readonly how: "deputy"
      readonly kind: Kind
      readonly gridId: Id.Id<"Grid">
      readonly personId: Id.Id<"Person">
      readonly forPersonId: Id.Id<"Person"> | EmptySeat
    }
  | {
      readonly how: "above"
      readonly kind: Kind
      readonly gridId: Id.Id<"Grid">
      readonly personId: Id.Id<"Person">
      readonly fromKind: Kind
      readonly fromGridId: Id.Id<"Grid">
    }
  | {
      readonly how: "several"
      readonly kind: Kind
      readonly gridId: Id.Id<"Grid">
      readonly personIds: ReadonlyArray<Id.Id<"Person">>
    }
  | { readonly how: "nobody"; readonly kind: Kind; readonly gridId: Id.Id<"Grid"> }
  | { readonly how: "noLevel"; readonly kind: Kind; readonly role: Role }

/**
 * The five leads of a node at an instant, one for each of {@link kinds} and in that order.
 *
 * Asked for a building, say, the unit lead is `noLevel`. Throws a `RangeError` for a node number
 * outside the tree. Cost: the levels of the tree.
 *
 * ```ts
 * import { FiveLeads, GridTree, Staff } from "@wangge/grid"
 *
 * const built = GridTree.spread({
 *   rootId: "yard",
 *   levels: [
 *     { id: "building", role: "building", name: { en: "Building", zh: "楼栋" }, count: 1 },
 *     { id: "unit", role: "unit", name: { en: "Unit", zh: "单元" }, count: 3 }
 *   ],
 *   households: 36
 * })
 * const none = { StreetLead: 0, RoadLead: 0, GridLead: 0 }
 * const made = built.ok && FiveLeads.spread(built.tree, {
 *   counts: { ...none, BuildingLead: 1, UnitLead: 2 },
 *   doesBuildingLeadKeepUnit: true
 * })
 * const staff = Staff.make({ appointments: made && made.ok ? made.appointments : [] })
 * const leads = built.ok ? FiveLeads.of(built.tree, staff, 1, 0) : []
 * leads[0] // => { how: "holder", kind: "UnitLead", gridId: "yard/1", personId: "yard/BuildingLead-1" }
 * leads.map((lead) => lead.how) // => ["holder", "holder", "noLevel", "noLevel", "noLevel"]
 * ```
 *
 * @source Helong report, five-lead system; deputies and the lead above are our reading
 * @category five leads
 * @since 0.1.0
 */
export const of = (
  tree: GridTree.GridTree,
  staff: Staff.Staff,
  node: number,
  atSec: number
): ReadonlyArray<Lead> => {
  if (!(Number.isInteger(node) && node >= 0 && node < tree.ids.length)) {
    throw new RangeError(`node is 0 to ${tree.ids.length - 1}; got ${node}`)
  }
  const leads: Array<Lead> = []
  for (let index = kinds.length - 1; index >= 0; index--) {
    const above = leads.find((lead) => lead.how !== "noLevel")
    leads.unshift(leadOf(tree, staff, { node, atSec, kind: kinds[index]!, above }))
  }
  return leads
}

/**
 * How often each kind of lead was met in each way, over all units.
 *
 * @category five leads
 * @since 0.1.0
 */
export type Tally = Readonly<Record<Kind, Readonly<Record<Lead["how"], number>>>>

/**
 * Counts {@link of} over all nodes of the tree's lowest level, or of the level of `role`.
 *
 * A town with all its leads has every unit in the column `holder` of all five rows. Cost: that of
 * `of` for each node.
 *
 * @category five leads
 * @since 0.1.0
 */
export const tally = (
  tree: GridTree.GridTree,
  staff: Staff.Staff,
  atSec: number,
  role: Role = tree.levels.at(-1)!.role
): Tally => {
  const counts = {
    UnitLead: noLeads(),
    BuildingLead: noLeads(),
    GridLead: noLeads(),
    RoadLead: noLeads(),
    StreetLead: noLeads()
  }
  for (const node of GridTree.indicesOfRole(tree, role)) {
    for (const lead of of(tree, staff, node, atSec)) counts[lead.kind][lead.how] += 1
  }
  return counts
}

const noLeads = () => ({ holder: 0, deputy: 0, above: 0, several: 0, nobody: 0, noLevel: 0 })

interface Question {
  readonly node: number
  readonly atSec: number
  readonly kind: Kind
  readonly above: Lead | undefined
}

const leadOf = (tree: GridTree.GridTree, staff: Staff.Staff, question: Question): Lead => {
  const { node, atSec, kind, above } = question
  const { role } = Post.kindInfo[kind]
  const place = GridTree.ancestorAt(tree, node, GridTree.levelIndexOfRole(tree, role))
  if (place < 0) return { how: "noLevel", kind, role }
  const gridId = tree.ids[place]!
  const acting = Staff.actingAt(staff, { kind, gridId }, atSec)
  if (acting.length > 1) {
    return { how: "several", kind, gridId, personIds: acting.map((one) => one.personId) }
  }
  const one = acting[0]
  if (one === undefined) return fromAbove(kind, gridId, above)
  const { personId } = one
  return one.how === "holder"
    ? { how: "holder", kind, gridId, personId }
    : { how: "deputy", kind, gridId, personId, forPersonId: one.forPersonId }
}

const fromAbove = (kind: Kind, gridId: Id.Id<"Grid">, above: Lead | undefined): Lead => {
  if (above === undefined) return { how: "nobody", kind, gridId }
  switch (above.how) {
    case "holder":
    case "deputy": {
      const { personId, kind: fromKind, gridId: fromGridId } = above
      return { how: "above", kind, gridId, personId, fromKind, fromGridId }
    }
    case "above": {
      const { personId, fromKind, fromGridId } = above
      return { how: "above", kind, gridId, personId, fromKind, fromGridId }
    }
    case "several":
      return { how: "several", kind, gridId, personIds: above.personIds }
    case "nobody":
    case "noLevel":
      return { how: "nobody", kind, gridId }
  }
}
