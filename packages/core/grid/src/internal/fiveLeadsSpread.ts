/**
 * Posts and appointments of the five leads from published totals. `FiveLeads` re-exports it.
 */
import { Id } from "@wangge/facts"
import type { Appointment } from "../Appointment.ts"
import * as GridProblem from "../GridProblem.ts"
import * as GridTree from "../GridTree.ts"
import * as Post from "../Post.ts"
import * as Spell from "../Spell.ts"

/**
 * The published number of leads of each kind; 0 for a kind the town does not have.
 *
 * @category five leads
 * @since 0.1.0
 */
export interface Counts {
  readonly StreetLead: number
  readonly RoadLead: number
  readonly GridLead: number
  readonly BuildingLead: number
  readonly UnitLead: number
}

/**
 * What {@link spread} needs.
 *
 * With `doesBuildingLeadKeepUnit`, a building lead is also the lead of the first unit of the
 * building, and `counts.UnitLead` counts the other unit leads only. The spell is without an end
 * from the epoch on unless given; person ids begin with `personPrefix` (default: the root's id).
 *
 * @category five leads
 * @since 0.1.0
 */
export interface SpreadOptions {
  readonly counts: Counts
  readonly doesBuildingLeadKeepUnit: boolean
  readonly personPrefix?: string
  readonly fromSec?: number
  readonly untilSec?: number
}

/**
 * Posts and appointments, or every reason why there are none.
 *
 * @category five leads
 * @since 0.1.0
 */
export type Spread =
  | {
      readonly ok: true
      readonly posts: ReadonlyArray<Post.Post>
      readonly appointments: ReadonlyArray<Appointment>
    }
  | { readonly ok: false; readonly problems: ReadonlyArray<GridProblem.GridProblem> }

/**
 * One post with one person for each place of each kind of lead, from published totals.
 *
 * Helong's totals are 3 street, 10 road, 69 grid, 686 building and 2,142 unit leads over 2,828
 * units: read as building leads who also keep one unit, since 686 + 2,142 = 2,828. Persons are
 * placeholders, one per published person, numbered by kind; which unit a building lead keeps (the
 * first) is assumed. Returns `BadCount` (not a whole number from 0), `UnknownLevel` (leads for a
 * level the tree lacks), `LeadCountMismatch` (another number of leads than places) and `BadId`.
 * Cost: linear in nodes.
 *
 * @source Helong report (counts); that building leads keep one unit each is our reading
 * @category five leads
 * @since 0.1.0
 */
export const spread = (tree: GridTree.GridTree, options: SpreadOptions): Spread => {
  const prefix = options.personPrefix ?? tree.ids[GridTree.root]!
  const isKept = options.doesBuildingLeadKeepUnit && options.counts.BuildingLead > 0
  const kept = isKept ? keptUnits(tree) : new Set<number>()
  const problems = [
    ...prefixProblems(prefix),
    ...order.flatMap((kind) => countProblems(tree, kind, options.counts[kind], kept.size))
  ]
  if (problems.length > 0) return { ok: false, problems }
  const spell = { fromSec: options.fromSec ?? 0, untilSec: options.untilSec ?? Spell.openEnd }
  const posts: Array<Post.Post> = []
  const appointments: Array<Appointment> = []
  const seat = (kind: Post.Kind, node: number, personId: Id.Id<"Person">): void => {
    const gridId = tree.ids[node]!
    posts.push({ kind, gridId, seatCount: 1 })
    appointments.push({ personId, kind, gridId, ...spell })
  }
  const { role: unitRole } = Post.kindInfo.UnitLead
  for (const kind of order) {
    if (options.counts[kind] === 0) continue
    let number = 0
    for (const node of GridTree.indicesOfRole(tree, Post.kindInfo[kind].role)) {
      if (kind === "UnitLead" && kept.has(node)) continue
      number += 1
      const personId = Id.make<"Person">(`${prefix}/${kind}-${number}`)
      seat(kind, node, personId)
      if (kind !== "BuildingLead") continue
      const unit = firstUnitUnder(tree, node, unitRole)
      if (kept.has(unit)) seat("UnitLead", unit, personId)
    }
  }
  return { ok: true, posts, appointments }
}

const order = ["StreetLead", "RoadLead", "GridLead", "BuildingLead", "UnitLead"] as const

/** The first unit of every building that has units. */
const keptUnits = (tree: GridTree.GridTree): Set<number> => {
  const { role } = Post.kindInfo.UnitLead
  const buildings = GridTree.indicesOfRole(tree, Post.kindInfo.BuildingLead.role)
  const units = Array.from(buildings, (node) => firstUnitUnder(tree, node, role))
  return new Set(units.filter((node) => node >= 0))
}

const firstUnitUnder = (
  tree: GridTree.GridTree,
  node: number,
  role: (typeof Post.kindInfo)["UnitLead"]["role"]
): number => {
  const level = GridTree.levelIndexOfRole(tree, role)
  if (level < 0) return -1
  const { from, until } = GridTree.rangeOfDescendants(tree, node, level)
  return from < until ? from : -1
}

const countProblems = (
  tree: GridTree.GridTree,
  kind: (typeof order)[number],
  count: number,
  keptCount: number
): ReadonlyArray<GridProblem.GridProblem> => {
  const { role } = Post.kindInfo[kind]
  if (!Number.isSafeInteger(count) || count < 0) {
    return [GridProblem.make("BadCount", kind, count, ">= 0")]
  }
  const level = GridTree.levelIndexOfRole(tree, role)
  if (level < 0) {
    const known = tree.levels.map((other) => other.role).join(", ")
    return count === 0 ? [] : [GridProblem.make("UnknownLevel", kind, role, known)]
  }
  const places = tree.levels[level]!.count - (kind === "UnitLead" ? keptCount : 0)
  return count === places || count === 0
    ? []
    : [GridProblem.make("LeadCountMismatch", kind, count, places)]
}

const prefixProblems = (prefix: string): ReadonlyArray<GridProblem.GridProblem> =>
  Id.isValid(prefix) && prefix.length <= prefixLengthMax
    ? []
    : [GridProblem.make("BadId", "personPrefix", prefix, `0x21-0x7e, 1-${prefixLengthMax}`)]

/** Leaves room for the kind and the number behind the prefix. */
const prefixLengthMax = 90
