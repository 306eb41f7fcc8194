/**
 * Changes of staff: appointing a person to a post and ending an appointment. Each either answers
 * with the new list of appointments or refuses with one reason; the list given is left as it is.
 * From a list that `Appointment.check` accepts, both only ever lead to lists that it accepts.
 */
import type { Id } from "@wangge/facts"
import type { Appointment } from "./Appointment.ts"
import * as Post from "./Post.ts"
import * as Spell from "./Spell.ts"
import * as StaffProblem from "./StaffProblem.ts"

/**
 * The appointments after a change, or why there is no change.
 *
 * @category changes
 * @since 0.1.0
 */
export type Changed =
  | { readonly ok: true; readonly appointments: ReadonlyArray<Appointment> }
  | { readonly ok: false; readonly problem: StaffProblem.StaffProblem }

/**
 * Adds an appointment at the end of the list.
 *
 * Refuses, in this order: `EmptySpell`, `NoSuchPost`, `AlreadyAppointed` (the person holds this
 * post at some time of the spell) and `NoFreeSeat` (all seats are taken at some time of the spell).
 * Cost: linear in posts and appointments.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { StaffChange } from "@wangge/grid"
 *
 * const place = { kind: "GridLead", gridId: Id.make<"Grid">("grid-1") } as const
 * const posts = [{ ...place, seatCount: 1 }]
 * const li = { ...place, personId: Id.make<"Person">("li"), fromSec: 0, untilSec: 100 }
 * const wang = { ...place, personId: Id.make<"Person">("wang"), fromSec: 99, untilSec: 200 }
 * const refused = StaffChange.appoint(posts, [li], wang)
 * refused.ok ? "" : refused.problem.code // => "NoFreeSeat"
 * StaffChange.appoint(posts, [li], { ...wang, fromSec: 100 }).ok // => true
 * ```
 *
 * @category changes
 * @since 0.1.0
 */
export const appoint = (
  posts: ReadonlyArray<Post.Post>,
  appointments: ReadonlyArray<Appointment>,
  appointment: Appointment
): Changed => {
  const key = Post.keyOf(appointment)
  const subject = `${appointment.personId} ${key}`
  if (Spell.isEmpty(appointment)) {
    return refuse("EmptySpell", subject, appointment.untilSec, `> ${appointment.fromSec}`)
  }
  const post = posts.find((other) => Post.keyOf(other) === key)
  if (post === undefined) return refuse("NoSuchPost", subject, key, "posts[]")
  const others = appointments.filter(
    (other) => Post.keyOf(other) === key && Spell.overlap(other, appointment)
  )
  const own = others.find((other) => other.personId === appointment.personId)
  if (own !== undefined) {
    const rule = `<= ${own.fromSec} / >= ${own.untilSec}`
    return refuse("AlreadyAppointed", subject, own.fromSec, rule)
  }
  const taken = Spell.mostAtOnce(others.map((other) => within(other, appointment)))
  if (taken >= post.seatCount) return refuse("NoFreeSeat", key, taken, post.seatCount)
  return { ok: true, appointments: [...appointments, appointment] }
}

/**
 * Which appointment ends and when: the person's appointment to the post that is in force just
 * before `atSec`.
 *
 * @category changes
 * @since 0.1.0
 */
export interface EndOptions extends Post.Place {
  readonly personId: Id.Id<"Person">
  readonly atSec: number
}

/**
 * Ends an appointment: it is in force up to but not including `atSec`, so a successor may begin at
 * that very second.
 *
 * Refuses with `NotAppointed` when the person does not hold the post in the second before `atSec`
 * (not appointed, not yet, or no longer). Ending it at the end it already has changes nothing.
 * Cost: linear.
 *
 * @category changes
 * @since 0.1.0
 */
export const end = (appointments: ReadonlyArray<Appointment>, options: EndOptions): Changed => {
  const { personId, atSec } = options
  const key = Post.keyOf(options)
  const index = appointments.findIndex(
    (other) =>
      other.personId === personId && Post.keyOf(other) === key && Spell.isInForce(other, atSec - 1)
  )
  const held = appointments[index]
  if (held === undefined) {
    return refuse("NotAppointed", `${personId} ${key}`, atSec - 1, `< ${atSec}`)
  }
  const ended: Appointment = {
    personId: held.personId,
    kind: held.kind,
    gridId: held.gridId,
    fromSec: held.fromSec,
    untilSec: atSec
  }
  return { ok: true, appointments: appointments.with(index, ended) }
}

const within = (spell: Spell.Spell, bounds: Spell.Spell): Spell.Spell => ({
  fromSec: Math.max(spell.fromSec, bounds.fromSec),
  untilSec: Math.min(spell.untilSec, bounds.untilSec)
})

const refuse = (
  code: StaffProblem.Code,
  subject: string,
  found: string | number,
  expected: string | number
): Changed => ({ ok: false, problem: StaffProblem.make(code, subject, found, expected) })
