/**
 * The staff of a town, ready for questions: which posts a person holds on a day, who sits at a
 * node, who held a post and when, and who acts for a post now, its holder or a deputy. Built once
 * from appointments, absences and deputies; asking changes nothing.
 */
import type { Id } from "@wangge/facts"
import type { Appointment } from "./Appointment.ts"
import * as Deputy from "./Deputy.ts"
import * as GridTree from "./GridTree.ts"
import { groupBy } from "./internal/grouping.ts"
import * as Post from "./Post.ts"
import * as Spell from "./Spell.ts"

/**
 * Appointments, absences and deputies, gathered by what they are asked for. Do not write into it.
 *
 * `byPlace` and `deputiesOf` are keyed by `Post.keyOf`, `byNode` by node id, `byPerson` and
 * `absencesOf` by person id.
 *
 * @category staff
 * @since 0.1.0
 */
export interface Staff {
  readonly appointments: ReadonlyArray<Appointment>
  readonly byPlace: ReadonlyMap<string, ReadonlyArray<Appointment>>
  readonly byNode: ReadonlyMap<string, ReadonlyArray<Appointment>>
  readonly byPerson: ReadonlyMap<string, ReadonlyArray<Appointment>>
  readonly absencesOf: ReadonlyMap<string, ReadonlyArray<Deputy.Absence>>
  readonly deputiesOf: ReadonlyMap<string, ReadonlyArray<Deputy.Deputy>>
}

/**
 * What {@link make} needs; without absences everybody is there, without deputies nobody stands in.
 *
 * @category staff
 * @since 0.1.0
 */
export interface MakeOptions {
  readonly appointments: ReadonlyArray<Appointment>
  readonly absences?: ReadonlyArray<Deputy.Absence>
  readonly deputies?: ReadonlyArray<Deputy.Deputy>
}

/**
 * The staff from its lists. Check them first (`Appointment.check`, `Deputy.check`): here they are
 * only gathered. Cost: linear.
 *
 * @category staff
 * @since 0.1.0
 */
export const make = (options: MakeOptions): Staff => ({
  appointments: options.appointments,
  byPlace: groupBy(options.appointments, Post.keyOf),
  byNode: groupBy(options.appointments, (appointment) => appointment.gridId),
  byPerson: groupBy(options.appointments, (appointment) => appointment.personId),
  absencesOf: groupBy(options.absences ?? [], (absence) => absence.personId),
  deputiesOf: groupBy(options.deputies ?? [], Post.keyOf)
})

/**
 * The posts that a person holds at an instant, one appointment each, absent or not.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { Spell, Staff } from "@wangge/grid"
 *
 * const li = { personId: Id.make<"Person">("li"), fromSec: 0, untilSec: Spell.openEnd }
 * const staff = Staff.make({
 *   appointments: [
 *     { ...li, kind: "BuildingLead", gridId: Id.make("b1") },
 *     { ...li, kind: "UnitLead", gridId: Id.make("b1/1") }
 *   ]
 * })
 * Staff.postsOf(staff, li.personId, 0).map((held) => held.kind) // => ["BuildingLead", "UnitLead"]
 * ```
 *
 * @category staff
 * @since 0.1.0
 */
export const postsOf = (
  staff: Staff,
  personId: Id.Id<"Person">,
  atSec: number
): ReadonlyArray<Appointment> => inForce(staff.byPerson.get(personId), atSec)

/**
 * The staff list of one node at an instant: the appointments to posts at the node itself.
 *
 * @category staff
 * @since 0.1.0
 */
export const atNode = (
  staff: Staff,
  gridId: Id.Id<"Grid">,
  atSec: number
): ReadonlyArray<Appointment> => inForce(staff.byNode.get(gridId), atSec)

/**
 * The staff list of a node and everything below it at an instant, in tree order.
 *
 * `Appointment.headcount` counts it, persons once and posts each. Cost: the nodes below.
 *
 * @category staff
 * @since 0.1.0
 */
export const under = (
  staff: Staff,
  tree: GridTree.GridTree,
  node: number,
  atSec: number
): ReadonlyArray<Appointment> => {
  const found: Array<Appointment> = []
  for (let level = tree.levelOf[node]!; level < tree.levels.length; level++) {
    const { from, until } = GridTree.rangeOfDescendants(tree, node, level)
    for (let at = from; at < until; at++) {
      for (const appointment of atNode(staff, tree.ids[at]!, atSec)) found.push(appointment)
    }
  }
  return found
}

/**
 * Who holds a post at an instant, absent or not, in the order of the list; empty for a vacancy.
 *
 * @category staff
 * @since 0.1.0
 */
export const holdersOf = (
  staff: Staff,
  place: Post.Place,
  atSec: number
): ReadonlyArray<Appointment> => inForce(staff.byPlace.get(Post.keyOf(place)), atSec)

/**
 * A stretch of time with the same holders of a post throughout; no holder is a vacancy.
 *
 * @category time line
 * @since 0.1.0
 */
export interface Stretch extends Spell.Spell {
  readonly personIds: ReadonlyArray<Id.Id<"Person">>
}

/**
 * The time line of a post: stretches without gap from its first appointment to the end of its
 * last, vacancies between them included. Empty for a post nobody ever held.
 *
 * Cost: the square of the post's appointments.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { Staff } from "@wangge/grid"
 *
 * const place = { kind: "GridLead", gridId: Id.make<"Grid">("grid-1") } as const
 * const staff = Staff.make({
 *   appointments: [
 *     { ...place, personId: Id.make("li"), fromSec: 0, untilSec: 100 },
 *     { ...place, personId: Id.make("wang"), fromSec: 150, untilSec: 200 }
 *   ]
 * })
 * const line = Staff.timeLineOf(staff, place)
 * line.map((stretch) => [stretch.fromSec, stretch.personIds.join()])
 * // => [[0, "li"], [100, ""], [150, "wang"]]
 * ```
 *
 * @category time line
 * @since 0.1.0
 */
export const timeLineOf = (staff: Staff, place: Post.Place): ReadonlyArray<Stretch> => {
  const held = staff.byPlace.get(Post.keyOf(place)) ?? []
  const instants = Spell.changesOf(held)
  const line: Array<Stretch> = []
  instants.slice(0, -1).forEach((fromSec, index) => {
    const untilSec = instants[index + 1]!
    const personIds = inForce(held, fromSec).map((appointment) => appointment.personId)
    const before = line.at(-1)
    if (before !== undefined && isSame(before.personIds, personIds)) {
      line[line.length - 1] = { fromSec: before.fromSec, untilSec, personIds }
    } else {
      line.push({ fromSec, untilSec, personIds })
    }
  })
  return line
}

/**
 * Who acts in a post: the holder, or a deputy for an absent holder (`forPersonId`) or for an empty
 * seat ({@link Deputy.emptySeat}).
 *
 * @category acting
 * @since 0.1.0
 */
export type Acting =
  | { readonly how: "holder"; readonly personId: Id.Id<"Person"> }
  | {
      readonly how: "deputy"
      readonly personId: Id.Id<"Person">
      readonly forPersonId: Id.Id<"Person"> | Deputy.EmptySeat
    }

/**
 * Who acts in a post at an instant: each holder who is there; for each who is absent the deputy,
 * for an absent deputy that deputy's deputy, and so on; where nobody holds the post, the deputy for
 * the empty seat. Empty when nobody can.
 *
 * With lists that `Deputy.check` accepts nobody acts twice, so a post of one seat has at most one
 * acting person. Cost: holders times the post's deputies.
 *
 * @category acting
 * @since 0.1.0
 */
export const actingAt = (staff: Staff, place: Post.Place, atSec: number): ReadonlyArray<Acting> => {
  const holders = holdersOf(staff, place, atSec).map((holder) => holder.personId)
  const absent = holders.filter((personId) => isAbsent(staff, personId, atSec))
  const seats = holders.length === 0 ? [Deputy.emptySeat] : absent
  const deputies = staff.deputiesOf.get(Post.keyOf(place)) ?? []
  const current = deputies.filter((deputy) => Spell.isInForce(deputy, atSec))
  return [
    ...holders
      .filter((personId) => !absent.includes(personId))
      .map((personId) => ({ how: "holder", personId }) as const),
    ...seats.flatMap((forPersonId) => {
      const personId = standIn(staff, current, forPersonId, atSec)
      return personId === Deputy.emptySeat
        ? []
        : [{ how: "deputy", personId, forPersonId } as const]
    })
  ]
}

/**
 * Whether a person is away at an instant.
 *
 * @category acting
 * @since 0.1.0
 */
export const isAbsent = (staff: Staff, personId: Id.Id<"Person">, atSec: number): boolean =>
  inForce(staff.absencesOf.get(personId), atSec).length > 0

/** The first deputy along the chain who is there; the empty seat when the chain ends before. */
const standIn = (
  staff: Staff,
  deputies: ReadonlyArray<Deputy.Deputy>,
  forPersonId: Id.Id<"Person"> | Deputy.EmptySeat,
  atSec: number
): Id.Id<"Person"> | Deputy.EmptySeat => {
  let seat = forPersonId
  for (let step = 0; step < deputies.length; step++) {
    const deputy = deputies.find((one) => one.forPersonId === seat)
    if (deputy === undefined) return Deputy.emptySeat
    if (!isAbsent(staff, deputy.personId, atSec)) return deputy.personId
    seat = deputy.personId
  }
  return Deputy.emptySeat
}

const inForce = <Item extends Spell.Spell>(
  items: ReadonlyArray<Item> | undefined,
  atSec: number
): ReadonlyArray<Item> => (items ?? []).filter((item) => Spell.isInForce(item, atSec))

const isSame = (one: ReadonlyArray<string>, other: ReadonlyArray<string>): boolean =>
  one.length === other.length && one.every((id, index) => id === other[index])
