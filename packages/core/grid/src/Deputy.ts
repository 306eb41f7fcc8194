/**
 * Absences, and the deputies who stand in during them. A deputy is named for one post and for one
 * person in it (or for its empty seat); a deputy who is away too may have a deputy in turn, so that
 * chains are possible and loops are a problem. `Staff.actingAt` says who acts.
 */
import type { Id } from "@wangge/facts"
import type { Appointment } from "./Appointment.ts"
import { groupBy } from "./internal/grouping.ts"
import * as Post from "./Post.ts"
import * as Spell from "./Spell.ts"
import * as StaffProblem from "./StaffProblem.ts"

/**
 * One person is away from all posts for a spell.
 *
 * @category deputies
 * @since 0.1.0
 */
export interface Absence extends Spell.Spell {
  readonly personId: Id.Id<"Person">
}

/**
 * Stands in the place of a person where a post has no holder: the empty text, never an id.
 *
 * @source none: our own mark
 * @category deputies
 * @since 0.1.0
 */
export const emptySeat = "" as const

/**
 * The type of {@link emptySeat}.
 *
 * @category deputies
 * @since 0.1.0
 */
export type EmptySeat = typeof emptySeat

/**
 * `personId` acts in a post for `forPersonId` while that person is absent, or, for
 * {@link emptySeat}, while nobody holds the post; only within the deputy's own spell.
 *
 * `forPersonId` is a holder of the post or another deputy in it.
 *
 * @category deputies
 * @since 0.1.0
 */
export interface Deputy extends Post.Place, Spell.Spell {
  readonly personId: Id.Id<"Person">
  readonly forPersonId: Id.Id<"Person"> | EmptySeat
}

/**
 * What is wrong with absences and deputies beside the appointments.
 *
 * Returns `EmptySpell`, `AbsentTwice` (one person away twice at once), `SelfDeputy`, `DeputyTwice`
 * (two deputies for one person in one post at once), `DeputyInTwoSeats` (one person would act for
 * two, or holds the post already), `NotAppointed` (a deputy for someone who neither holds the post
 * nor stands in there, at some instant of the deputy's spell); for a post with a `DeputyLoop`
 * (deputies for one another at one instant) that alone. Accepted lists never let one person act twice in a post. Cost: per post,
 * the square of its deputies.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { Deputy } from "@wangge/grid"
 *
 * const place = { kind: "GridLead", gridId: Id.make<"Grid">("grid-1"), fromSec: 0, untilSec: 9 }
 * const li = { ...place, kind: "GridLead", personId: Id.make<"Person">("li") } as const
 * const itself = { ...li, forPersonId: li.personId }
 * Deputy.check([li], [], [itself]).map((problem) => problem.code) // => ["SelfDeputy"]
 * ```
 *
 * @category checks
 * @since 0.1.0
 */
export const check = (
  appointments: ReadonlyArray<Appointment>,
  absences: ReadonlyArray<Absence>,
  deputies: ReadonlyArray<Deputy>
): ReadonlyArray<StaffProblem.StaffProblem> => {
  const own = [
    ...absences.flatMap((absence) => emptyProblems(absence.personId, absence)),
    ...Array.from(groupBy(absences, (absence) => absence.personId)).flatMap(([personId, spells]) =>
      severalProblems("AbsentTwice", personId, spells)
    ),
    ...deputies.flatMap((deputy) => [
      ...emptyProblems(subjectOf(deputy), deputy),
      ...selfProblems(deputy)
    ])
  ]
  if (own.length > 0) return own
  const held = groupBy(appointments, Post.keyOf)
  return Array.from(groupBy(deputies, Post.keyOf)).flatMap(([key, group]) =>
    postProblems(key, held.get(key) ?? [], group)
  )
}

const subjectOf = (deputy: Deputy): string => `${deputy.personId} ${Post.keyOf(deputy)}`

const emptyProblems = (
  subject: string,
  spell: Spell.Spell
): ReadonlyArray<StaffProblem.StaffProblem> =>
  Spell.isEmpty(spell)
    ? [StaffProblem.make("EmptySpell", subject, spell.untilSec, `> ${spell.fromSec}`)]
    : []

const selfProblems = (deputy: Deputy): ReadonlyArray<StaffProblem.StaffProblem> =>
  deputy.personId === deputy.forPersonId
    ? [StaffProblem.make("SelfDeputy", subjectOf(deputy), deputy.personId, "forPersonId")]
    : []

const severalProblems = (
  code: StaffProblem.Code,
  subject: string,
  spells: ReadonlyArray<Spell.Spell>
): ReadonlyArray<StaffProblem.StaffProblem> => {
  const most = Spell.mostAtOnce(spells)
  return most > 1 ? [StaffProblem.make(code, subject, most, 1)] : []
}

/** The problems of the deputies of one post. */
const postProblems = (
  key: string,
  held: ReadonlyArray<Appointment>,
  deputies: ReadonlyArray<Deputy>
): ReadonlyArray<StaffProblem.StaffProblem> => {
  const loops = loopProblems(key, deputies)
  if (loops.length > 0) return loops
  return [
    ...Array.from(groupBy(deputies, (deputy) => deputy.forPersonId)).flatMap(([person, group]) =>
      severalProblems("DeputyTwice", `${key} ${person}`.trim(), group)
    ),
    ...Array.from(groupBy(deputies, (deputy) => deputy.personId)).flatMap(([person, group]) => {
      const own = held.filter((appointment) => appointment.personId === person)
      return severalProblems("DeputyInTwoSeats", `${person} ${key}`, [...group, ...own])
    }),
    ...deputies.flatMap((deputy) => unheldProblems(held, deputies, deputy))
  ]
}

/** Whether somebody stands before the deputy throughout its spell. */
const unheldProblems = (
  held: ReadonlyArray<Appointment>,
  deputies: ReadonlyArray<Deputy>,
  deputy: Deputy
): ReadonlyArray<StaffProblem.StaffProblem> => {
  if (deputy.forPersonId === emptySeat) return []
  const before = [...held, ...deputies].filter((other) => other.personId === deputy.forPersonId)
  const atSec = Spell.firstGap(deputy, before)
  if (atSec === deputy.untilSec) return []
  const subject = `${deputy.forPersonId} ${Post.keyOf(deputy)}`
  const rule = `${deputy.fromSec}..${deputy.untilSec}`
  return [StaffProblem.make("NotAppointed", subject, atSec, rule)]
}

/** The first loop at each instant at which a deputy's spell begins; each loop once. */
const loopProblems = (
  key: string,
  deputies: ReadonlyArray<Deputy>
): ReadonlyArray<StaffProblem.StaffProblem> => {
  const loops = new Map<string, StaffProblem.StaffProblem>()
  for (const { fromSec } of deputies) {
    const current = deputies.filter((deputy) => Spell.isInForce(deputy, fromSec))
    const deputyOf = new Map<string, string>(
      current.map((deputy) => [deputy.forPersonId, deputy.personId])
    )
    for (const start of deputyOf.keys()) {
      const chain = [start]
      let next = deputyOf.get(start)
      while (next !== undefined && !chain.includes(next)) {
        chain.push(next)
        next = deputyOf.get(next)
      }
      if (next !== start) continue
      const name = chain.toSorted().join(" ")
      if (loops.has(name)) continue
      const found = [...chain, start].join(" > ")
      loops.set(name, StaffProblem.make("DeputyLoop", key, found, "Staff.actingAt"))
    }
  }
  return Array.from(loops.values())
}
