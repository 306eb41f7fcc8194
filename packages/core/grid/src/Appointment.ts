/**
 * Appointments: who holds which post where, from when until when. One person may hold several
 * posts (a building lead who is also the lead of one unit), so persons are counted once and posts
 * each; seats without a person are vacancies.
 */
import type { Id } from "@wangge/facts"
import * as GridProblem from "./GridProblem.ts"
import type { GridTree } from "./GridTree.ts"
import { groupBy } from "./internal/grouping.ts"
import * as Post from "./Post.ts"
import * as Spell from "./Spell.ts"

/**
 * One person in one post at one node, in force from `fromSec` up to but not including `untilSec`
 * (seconds since the epoch, UTC); {@link openEnd} when no end is set.
 *
 * @category appointments
 * @since 0.1.0
 */
export interface Appointment extends Post.Place, Spell.Spell {
  readonly personId: Id.Id<"Person">
}

/**
 * The `untilSec` of an appointment without an end.
 *
 * @source none: the largest safe integer, later than every instant
 * @category appointments
 * @since 0.1.0
 */
export const openEnd = Spell.openEnd

/**
 * Whether an appointment is in force at an instant: from its first second on, no longer at its end.
 *
 * ```ts
 * import { Appointment } from "@wangge/grid"
 * import { Id } from "@wangge/facts"
 *
 * const lead: Appointment.Appointment = {
 *   personId: Id.make("li"), kind: "GridLead", gridId: Id.make("grid-1"), fromSec: 10, untilSec: 20
 * }
 * const inForce = [9, 10, 19, 20].map((atSec) => Appointment.isInForce(lead, atSec))
 * inForce // => [false, true, true, false]
 * ```
 *
 * @category appointments
 * @since 0.1.0
 */
export const isInForce = (appointment: Appointment, atSec: number): boolean =>
  Spell.isInForce(appointment, atSec)

/**
 * How many appointments of one kind are in force.
 *
 * @category counting
 * @since 0.1.0
 */
export interface KindCount {
  readonly kind: Post.Kind
  readonly count: number
}

/**
 * People counted at an instant: `personCount` counts everyone once, `postCount` every appointment
 * in force, `byKind` the appointments of each kind, one row per kind in the order of `Post.kinds`.
 *
 * @category counting
 * @since 0.1.0
 */
export interface Headcount {
  readonly personCount: number
  readonly postCount: number
  readonly byKind: ReadonlyArray<KindCount>
}

/**
 * Counts persons once and posts each, of the appointments in force at an instant.
 *
 * ```ts
 * import { Appointment } from "@wangge/grid"
 * import { Id } from "@wangge/facts"
 *
 * const spell = { personId: Id.make<"Person">("li"), fromSec: 0, untilSec: Appointment.openEnd }
 * const count = Appointment.headcount([
 *   { ...spell, kind: "BuildingLead", gridId: Id.make("b1") },
 *   { ...spell, kind: "UnitLead", gridId: Id.make("b1/1") }
 * ], 0)
 * const both = [count.personCount, count.postCount]
 * both // => [1, 2]
 * ```
 *
 * @category counting
 * @since 0.1.0
 */
export const headcount = (appointments: ReadonlyArray<Appointment>, atSec: number): Headcount => {
  const inForce = appointments.filter((appointment) => isInForce(appointment, atSec))
  return {
    personCount: new Set(inForce.map((appointment) => appointment.personId)).size,
    postCount: inForce.length,
    byKind: Post.kinds.map((kind) => ({
      kind,
      count: inForce.filter((appointment) => appointment.kind === kind).length
    }))
  }
}

/**
 * A post with its seats counted at an instant; `vacantCount` is never negative (a post with too
 * many people is a problem that {@link check} reports).
 *
 * @category counting
 * @since 0.1.0
 */
export interface Occupancy {
  readonly post: Post.Post
  readonly filledCount: number
  readonly vacantCount: number
}

/**
 * Filled and vacant seats of every post at an instant, in the order of the posts.
 *
 * @category counting
 * @since 0.1.0
 */
export const occupancy = (
  posts: ReadonlyArray<Post.Post>,
  appointments: ReadonlyArray<Appointment>,
  atSec: number
): ReadonlyArray<Occupancy> => {
  const filled = new Map<string, number>()
  for (const appointment of appointments) {
    if (!isInForce(appointment, atSec)) continue
    filled.set(Post.keyOf(appointment), (filled.get(Post.keyOf(appointment)) ?? 0) + 1)
  }
  return posts.map((post) => {
    const filledCount = filled.get(Post.keyOf(post)) ?? 0
    return { post, filledCount, vacantCount: Math.max(0, post.seatCount - filledCount) }
  })
}

/**
 * What is wrong with posts and appointments on a tree.
 *
 * Returns `UnknownNode` (no such node), `BadCount` (a post without a whole seat), `DuplicateId` (two
 * posts of one kind at one node), `EmptySpell` (ends before or when it begins), `NoSuchPost`,
 * `AppointedTwice` (one person twice in one post at once) and `PostOverfilled` (more people than
 * seats at some instant). Cost: n log n in appointments.
 *
 * @category checks
 * @since 0.1.0
 */
export const check = (
  tree: GridTree,
  posts: ReadonlyArray<Post.Post>,
  appointments: ReadonlyArray<Appointment>
): ReadonlyArray<GridProblem.GridProblem> => {
  const known = new Set<string>(tree.ids)
  return [
    ...posts.flatMap((post) => postProblems(known, post)),
    ...repeatedPosts(posts),
    ...appointments.flatMap(spellProblems),
    ...holderProblems(posts, appointments)
  ]
}

const postProblems = (
  known: ReadonlySet<string>,
  post: Post.Post
): ReadonlyArray<GridProblem.GridProblem> => {
  const problems: Array<GridProblem.GridProblem> = []
  if (!known.has(post.gridId)) {
    problems.push(GridProblem.make("UnknownNode", Post.keyOf(post), post.gridId, "GridTree.ids"))
  }
  if (!Number.isSafeInteger(post.seatCount) || post.seatCount < 1) {
    problems.push(GridProblem.make("BadCount", Post.keyOf(post), post.seatCount, ">= 1"))
  }
  return problems
}

const repeatedPosts = (posts: ReadonlyArray<Post.Post>): ReadonlyArray<GridProblem.GridProblem> =>
  Array.from(groupBy(posts, Post.keyOf))
    .filter(([, group]) => group.length > 1)
    .map(([key, group]) => GridProblem.make("DuplicateId", key, group.length, 1))

const spellProblems = (appointment: Appointment): ReadonlyArray<GridProblem.GridProblem> =>
  !Spell.isEmpty(appointment)
    ? []
    : [
        GridProblem.make(
          "EmptySpell",
          `${appointment.personId} ${Post.keyOf(appointment)}`,
          appointment.untilSec,
          `> ${appointment.fromSec}`
        )
      ]

const holderProblems = (
  posts: ReadonlyArray<Post.Post>,
  appointments: ReadonlyArray<Appointment>
): ReadonlyArray<GridProblem.GridProblem> => {
  const seatsOf = new Map(posts.map((post) => [Post.keyOf(post), post.seatCount]))
  const problems: Array<GridProblem.GridProblem> = []
  for (const [key, holders] of groupBy(appointments, Post.keyOf)) {
    const seatCount = seatsOf.get(key)
    if (seatCount === undefined) {
      problems.push(GridProblem.make("NoSuchPost", key, key, Post.kinds.join(", ")))
      continue
    }
    const most = Spell.mostAtOnce(holders)
    if (most > seatCount) problems.push(GridProblem.make("PostOverfilled", key, most, seatCount))
    for (const [personId, own] of groupBy(holders, (holder) => holder.personId)) {
      const times = Spell.mostAtOnce(own)
      if (times > 1) {
        problems.push(GridProblem.make("AppointedTwice", `${personId} ${key}`, times, 1))
      }
    }
  }
  return problems
}
