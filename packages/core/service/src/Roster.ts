/**
 * The rosters of service posts, read over several posts at once: who is on duty at an instant, which
 * shifts are short of people, and whether anybody is on twice or without rest.
 */
import type { Id } from "@wangge/facts"
import { Spell } from "@wangge/grid"
import { restBetween } from "./internal/postShifts.ts"
import type { ServicePost, Shift } from "./ServicePost.ts"

/**
 * One person on one shift of one post.
 *
 * @category rosters
 * @since 0.1.0
 */
export interface Duty extends Spell.Spell {
  readonly postId: Id.Id<"Post">
  readonly shiftId: Id.Id<"Shift">
  readonly personId: Id.Id<"Person">
}

/**
 * All duties of some posts, in the order of posts, shifts and persons, without those that were
 * recorded as absent or excused.
 *
 * @category rosters
 * @since 0.1.0
 */
export const duties = (posts: ReadonlyArray<ServicePost>): ReadonlyArray<Duty> =>
  posts.flatMap(({ postId, shifts }) =>
    shifts.flatMap(({ shiftId, fromSec, untilSec, rows }) =>
      rows
        .filter(({ attendance }) => attendance === "Due" || attendance === "Attended")
        .map(({ personId }) => ({ postId, shiftId, personId, fromSec, untilSec }))
    )
  )

/**
 * Who is on duty at an instant; a shift ends at its `untilSec`.
 *
 * @category rosters
 * @since 0.1.0
 */
export const onAt = (posts: ReadonlyArray<ServicePost>, atSec: number): ReadonlyArray<Duty> =>
  duties(posts).filter((duty) => Spell.isInForce(duty, atSec))

/**
 * The spells of a person at all posts but one: what `TakeShift.elsewhere` asks for.
 *
 * @category rosters
 * @since 0.1.0
 */
export const spellsOf = (
  posts: ReadonlyArray<ServicePost>,
  of: { readonly personId: string; readonly exceptPostId: string }
): ReadonlyArray<Spell.Spell> =>
  duties(posts)
    .filter((duty) => duty.personId === of.personId && duty.postId !== of.exceptPostId)
    .map(({ fromSec, untilSec }) => ({ fromSec, untilSec }))

/**
 * A shift that is short of people.
 *
 * @category rosters
 * @since 0.1.0
 */
export interface Gap extends Spell.Spell {
  readonly postId: Id.Id<"Post">
  readonly shiftId: Id.Id<"Shift">
  readonly missingCount: number
}

/**
 * The shifts within a spell that are short of people, in the order of their beginnings; those that
 * touch the spell only with a part count too. Cost: n log n in the shifts.
 *
 * @category rosters
 * @since 0.1.0
 */
export const gaps = (posts: ReadonlyArray<ServicePost>, within: Spell.Spell): ReadonlyArray<Gap> =>
  posts
    .flatMap(({ postId, shifts }) =>
      shifts.filter((shift) => Spell.overlap(shift, within)).map((shift) => gapOf(postId, shift))
    )
    .filter(({ missingCount }) => missingCount > 0)
    .sort((one, other) => one.fromSec - other.fromSec)

const gapOf = (postId: Id.Id<"Post">, shift: Shift): Gap => {
  const { shiftId, fromSec, untilSec, neededCount, rows } = shift
  const there = rows.filter(({ attendance }) => attendance === "Due" || attendance === "Attended")
  return { postId, shiftId, fromSec, untilSec, missingCount: neededCount - there.length }
}

/**
 * Two duties of one person that overlap (`restSec` below 0) or lie too close together.
 *
 * @category rosters
 * @since 0.1.0
 */
export interface Clash {
  readonly personId: Id.Id<"Person">
  readonly first: Duty
  readonly second: Duty
  readonly restSec: number
}

/**
 * The pairs of duties of one person with less than `restSec` seconds between them, the earlier duty
 * first; duties that overlap have a negative rest, so 0 finds just these. The check of a roster that was made
 * elsewhere: `ServicePostDecider` lets none arise. Cost: the square of the duties of one person.
 *
 * @category rosters
 * @since 0.1.0
 */
export const clashes = (
  posts: ReadonlyArray<ServicePost>,
  restSec: number
): ReadonlyArray<Clash> => {
  const byPerson = new Map<string, Array<Duty>>()
  const all = [...duties(posts)].sort((one, other) => one.fromSec - other.fromSec)
  for (const duty of all) {
    const own = byPerson.get(duty.personId)
    if (own === undefined) byPerson.set(duty.personId, [duty])
    else own.push(duty)
  }
  return [...byPerson.values()].flatMap((own) => pairsOf(own, restSec))
}

const pairsOf = (own: ReadonlyArray<Duty>, restSec: number): ReadonlyArray<Clash> =>
  own.flatMap((first, index) =>
    own
      .slice(index + 1)
      .map((second) => ({
        personId: first.personId,
        first,
        second,
        restSec: restBetween(first, second)
      }))
      .filter((clash) => clash.restSec < restSec)
  )
