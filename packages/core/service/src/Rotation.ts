/**
 * Rotation (轮岗, Helong: counter and grid staff change places): for each period, who takes which post.
 * Every post keeps its headcount, everybody has one post and is qualified for it, and time at the
 * counter is shared out evenly. `RotationHandOver` says who takes over whose open work.
 */
import { type Id, Provenance, Seconds } from "@wangge/facts"
import { type Appointment, type Post, Skill, Spell, type Staff } from "@wangge/grid"
import { assign, qualifies } from "./internal/rotationSeats.ts"
import * as RotationProblem from "./RotationProblem.ts"

/**
 * A post of the rotation: so many seats of one kind at one place; whoever takes one must be able to
 * take all of `skillIds`.
 *
 * @category rotation
 * @since 0.1.0
 */
export interface RotationPost {
  readonly postId: string
  readonly kind: Post.Kind
  readonly gridId: Id.Id<"Grid">
  readonly isCounter: boolean
  readonly seatCount: number
  readonly skillIds: ReadonlyArray<string>
}

/**
 * One person of the rotation: the present post, the kinds of business the person may take, and in how
 * many periods the person has served at the counter so far.
 *
 * @category rotation
 * @since 0.1.0
 */
export interface RotationMember {
  readonly personId: Id.Id<"Person">
  readonly postId: string
  readonly skillIds: ReadonlyArray<string>
  readonly counterCount: number
}

/**
 * A period, and who is frozen in it: on leave when posts are changed, so neither the person nor the
 * person's work is moved.
 *
 * @category rotation
 * @since 0.1.0
 */
export interface RotationPeriod extends Spell.Spell {
  readonly frozenIds: ReadonlyArray<Id.Id<"Person">>
}

/**
 * One person's post in a period.
 *
 * @category rotation
 * @since 0.1.0
 */
export interface Seat {
  readonly personId: Id.Id<"Person">
  readonly fromPostId: string
  readonly toPostId: string
}

/**
 * The plan of a period: one seat for every member, in the order of the members, and the members as
 * they are afterwards (new posts, counter periods counted).
 *
 * @category rotation
 * @since 0.1.0
 */
export interface Rotation {
  readonly period: RotationPeriod
  readonly seats: ReadonlyArray<Seat>
  readonly after: ReadonlyArray<RotationMember>
}

/**
 * A plan, or every reason why there is none.
 *
 * @category rotation
 * @since 0.1.0
 */
export type Made<Plan> =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly problems: ReadonlyArray<RotationProblem.RotationProblem> }

/**
 * Length of a period unless a town sets its own: thirteen weeks.
 *
 * @source none: assumed; Helong's report says that staff rotate and not how often
 * @category rotation
 * @since 0.1.0
 */
export const periodSecDefault = Provenance.assumed({
  value: 13 * Seconds.weekSec,
  unit: "seconds",
  reason: "a quarter: long enough to know a grid, short enough to keep counter skills"
})

/**
 * Plans one period.
 *
 * The counter seats go to those with the fewest counter periods so far, at equal numbers first to
 * those who are not there now, then by id, as far as everybody else still finds a post for which they
 * are qualified; the others stay where they are where that is possible. Who is frozen stays. Returns
 * `EmptyPeriod`, `BadCount`, `DuplicatePost`, `PersonTwice`, `UnknownPost`, `HeadcountMismatch`,
 * `FrozenUnknown`, `NoAssignment`. Cost: for n members at most n largest matchings of n to n; 300 in
 * well under a second.
 *
 * @source Helong, article by the city party committee's organisation department, undated: counter and
 *   grid staff rotate; how they are chosen is ours
 * @category rotation
 * @since 0.1.0
 */
export const plan = (
  posts: ReadonlyArray<RotationPost>,
  members: ReadonlyArray<RotationMember>,
  period: RotationPeriod
): Made<Rotation> => {
  const problems = check(posts, members, period)
  if (problems.length > 0) return { ok: false, problems }
  const postIds = assign(posts, members, period)
  if (postIds === undefined) {
    const subject = `${period.fromSec}`
    return { ok: false, problems: [RotationProblem.make("NoAssignment", subject, "", "")] }
  }
  const counters = new Set(posts.filter(({ isCounter }) => isCounter).map(({ postId }) => postId))
  return {
    ok: true,
    plan: {
      period,
      seats: members.map(({ personId, postId }, index) => ({
        personId,
        fromPostId: postId,
        toPostId: postIds[index]!
      })),
      after: members.map(({ personId, skillIds, counterCount }, index) => ({
        personId,
        postId: postIds[index]!,
        skillIds,
        counterCount: counterCount + (counters.has(postIds[index]!) ? 1 : 0)
      }))
    }
  }
}

/**
 * Plans several periods one after the other, each from where the one before ended. Where everybody is
 * qualified for every post, started with equal numbers and nobody is frozen, the numbers of counter
 * periods never differ by more than one.
 *
 * @category rotation
 * @since 0.1.0
 */
export const schedule = (
  posts: ReadonlyArray<RotationPost>,
  members: ReadonlyArray<RotationMember>,
  periods: ReadonlyArray<RotationPeriod>
): Made<ReadonlyArray<Rotation>> => {
  const plans: Array<Rotation> = []
  let current = members
  for (const period of periods) {
    const made = plan(posts, current, period)
    if (!made.ok) return made
    plans.push(made.plan)
    current = made.plan.after
  }
  return { ok: true, plan: plans }
}

/**
 * The appointments of a plan for its period, one per member, for the staff list of the grid package.
 *
 * @category rotation
 * @since 0.1.0
 */
export const appointmentsOf = (
  posts: ReadonlyArray<RotationPost>,
  { seats, period }: Rotation
): ReadonlyArray<Appointment.Appointment> =>
  seats.flatMap(({ personId, toPostId }) => {
    const post = posts.find(({ postId }) => postId === toPostId)
    if (post === undefined) return []
    const { kind, gridId } = post
    return [{ personId, kind, gridId, fromSec: period.fromSec, untilSec: period.untilSec }]
  })

/**
 * The kinds of business that a person may take at an instant, as the grid package says.
 *
 * @category rotation
 * @since 0.1.0
 */
export const skillsOf = (
  book: Skill.SkillBook,
  staff: Staff.Staff,
  { personId, atSec }: { readonly personId: Id.Id<"Person">; readonly atSec: number }
): ReadonlyArray<string> =>
  book.skills
    .map((skill) => skill.id)
    .filter((skillId) => Skill.mayTake(book, staff, { personId, skillId, atSec }).ok)

/**
 * Whether a member may take a post: can take all kinds that it asks for.
 *
 * @category rotation
 * @since 0.1.0
 */
export const isQualified = (post: RotationPost, member: RotationMember): boolean =>
  qualifies(post, member)

const check = (
  posts: ReadonlyArray<RotationPost>,
  members: ReadonlyArray<RotationMember>,
  period: RotationPeriod
): ReadonlyArray<RotationProblem.RotationProblem> => {
  const { make } = RotationProblem
  const timesOf = (ids: ReadonlyArray<string>): ReadonlyArray<readonly [string, number]> =>
    Array.from(new Set(ids), (id) => [id, ids.filter((other) => other === id).length] as const)
  const postIds = posts.map(({ postId }) => postId)
  const personIds: ReadonlyArray<string> = members.map(({ personId }) => personId)
  return [
    ...(Spell.isEmpty(period)
      ? [make("EmptyPeriod", "period", period.untilSec, `> ${period.fromSec}`)]
      : []),
    ...posts
      .filter(({ seatCount }) => !Number.isSafeInteger(seatCount) || seatCount < 1)
      .map(({ postId, seatCount }) => make("BadCount", postId, seatCount, ">= 1")),
    ...timesOf(postIds).flatMap(([id, times]) =>
      times > 1 ? [make("DuplicatePost", id, times, 1)] : []
    ),
    ...timesOf(personIds).flatMap(([id, times]) =>
      times > 1 ? [make("PersonTwice", id, times, 1)] : []
    ),
    ...members
      .filter(({ postId }) => !postIds.includes(postId))
      .map(({ personId, postId }) => make("UnknownPost", personId, postId, postIds.join(", "))),
    ...posts.flatMap(({ postId, seatCount }) => {
      const count = members.filter((member) => member.postId === postId).length
      return count === seatCount ? [] : [make("HeadcountMismatch", postId, count, seatCount)]
    }),
    ...period.frozenIds
      .filter((personId) => !personIds.includes(personId))
      .map((personId) => make("FrozenUnknown", personId, personId, ""))
  ]
}
