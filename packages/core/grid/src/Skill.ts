/**
 * Skills: which kinds of business a person may take. A full-service worker (全科社工) may take any
 * kind; everybody else only the kinds that were granted. The list of kinds is the town's own:
 * Helong's report counts 52 without naming them.
 */
import type { Id, Label } from "@wangge/facts"
import * as GridTree from "./GridTree.ts"
import { groupBy, repeated } from "./internal/grouping.ts"
import type * as Post from "./Post.ts"
import * as Spell from "./Spell.ts"
import * as Staff from "./Staff.ts"
import * as StaffProblem from "./StaffProblem.ts"

/**
 * One kind of business, such as a certificate or an allowance.
 *
 * @category skills
 * @since 0.1.0
 */
export interface Skill {
  readonly id: string
  readonly name: Label.Label
}

/**
 * One person may take one kind of business for a spell.
 *
 * @category skills
 * @since 0.1.0
 */
export interface SkillGrant extends Spell.Spell {
  readonly personId: Id.Id<"Person">
  readonly skillId: string
}

/**
 * A town's kinds of business, the kinds of post whose holders may take all of them (usually
 * {@link fullServiceKindsDefault}), and what was granted to single persons.
 *
 * @category skills
 * @since 0.1.0
 */
export interface SkillBook {
  readonly skills: ReadonlyArray<Skill>
  readonly fullServiceKinds: ReadonlyArray<Post.Kind>
  readonly grants: ReadonlyArray<SkillGrant>
}

/**
 * The kind of post whose holders may take every kind of business.
 *
 * @source Helong report: full-service social workers handle 52 kinds of business on their own
 * @category skills
 * @since 0.1.0
 */
export const fullServiceKindsDefault: ReadonlyArray<Post.Kind> = ["FullServiceWorker"]

/**
 * So many kinds of business without names, where a report gives only their number: `business-01`
 * and so on.
 *
 * Throws a `RangeError` for a count that is not a whole number from 0 to 10,000.
 *
 * ```ts
 * import { Skill } from "@wangge/grid"
 *
 * Skill.unnamed(52).at(-1) // => { id: "business-52", name: { en: "Business 52", zh: "业务52" } }
 * ```
 *
 * @source none: numbers in the place of names that no report gives
 * @category skills
 * @since 0.1.0
 */
export const unnamed = (count: number): ReadonlyArray<Skill> => {
  if (!Number.isSafeInteger(count) || count < 0 || count > 10_000) {
    throw new RangeError(`count is a whole number from 0 to 10000; got ${count}`)
  }
  const width = String(count).length
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(width, "0")
    return { id: `business-${number}`, name: { en: `Business ${number}`, zh: `业务${number}` } }
  })
}

/**
 * What is wrong with a book: `DuplicateSkill`, `UnknownSkill` (a grant of a kind not in the list),
 * `EmptySpell` and `SkillGrantedTwice` (the same skill to the same person twice at once).
 *
 * @category checks
 * @since 0.1.0
 */
export const check = (book: SkillBook): ReadonlyArray<StaffProblem.StaffProblem> => {
  const ids = book.skills.map((skill) => skill.id)
  const known = new Set(ids)
  return [
    ...repeated(ids).map(([id, times]) => StaffProblem.make("DuplicateSkill", id, times, 1)),
    ...book.grants.flatMap((grant) => {
      const subject = subjectOf(grant)
      const unknown = StaffProblem.make("UnknownSkill", subject, grant.skillId, ids.join(", "))
      const rule = `> ${grant.fromSec}`
      const empty = StaffProblem.make("EmptySpell", subject, grant.untilSec, rule)
      return [
        ...(known.has(grant.skillId) ? [] : [unknown]),
        ...(Spell.isEmpty(grant) ? [empty] : [])
      ]
    }),
    ...Array.from(groupBy(book.grants, subjectOf)).flatMap(([subject, spells]) => {
      const times = Spell.mostAtOnce(spells)
      return times > 1 ? [StaffProblem.make("SkillGrantedTwice", subject, times, 1)] : []
    })
  ]
}

/**
 * Who wants to take what, and when.
 *
 * @category questions
 * @since 0.1.0
 */
export interface Question {
  readonly personId: Id.Id<"Person">
  readonly skillId: string
  readonly atSec: number
}

/**
 * Whether a person may take a kind of business, as a full-service worker or as a special one; if
 * not, why.
 *
 * @category questions
 * @since 0.1.0
 */
export type Permission =
  | { readonly ok: true; readonly as: "fullService" | "special" }
  | { readonly ok: false; readonly problem: StaffProblem.StaffProblem }

/**
 * Whether a person may take a kind of business at an instant; being away is not asked here.
 *
 * Refuses, in this order: `UnknownSkill`, `NotInPost` (holds no post at all) and `NotQualified`
 * (naming what the person may take instead). Cost: linear in grants.
 *
 * @source Helong report: a full-service worker handles every kind; that others handle only their
 *   own is the special window as the report describes it before the change
 * @category questions
 * @since 0.1.0
 */
export const mayTake = (book: SkillBook, staff: Staff.Staff, question: Question): Permission => {
  const { personId, skillId, atSec } = question
  if (!book.skills.some((skill) => skill.id === skillId)) {
    const known = book.skills.map((skill) => skill.id).join(", ")
    return { ok: false, problem: StaffProblem.make("UnknownSkill", personId, skillId, known) }
  }
  const held = Staff.postsOf(staff, personId, atSec)
  if (held.length === 0) {
    return { ok: false, problem: StaffProblem.make("NotInPost", personId, atSec, ">= 1") }
  }
  if (held.some((appointment) => book.fullServiceKinds.includes(appointment.kind))) {
    return { ok: true, as: "fullService" }
  }
  const own = grantedTo(book, personId, atSec)
  if (own.includes(skillId)) return { ok: true, as: "special" }
  const found = own.join(", ")
  return { ok: false, problem: StaffProblem.make("NotQualified", personId, found, skillId) }
}

/**
 * A kind of business that nobody at a place can take at an instant.
 *
 * @category questions
 * @since 0.1.0
 */
export interface SkillGap {
  readonly gridId: Id.Id<"Grid">
  readonly skillId: string
}

/**
 * The kinds of business that nobody who is there can take, place by place in the order given and
 * kind by kind in the order of the book. Staff count at the place itself and below it.
 *
 * Throws a `RangeError` for a node number outside the tree. Cost: staff of the places times grants.
 *
 * @category questions
 * @since 0.1.0
 */
export const gapsAt = (
  book: SkillBook,
  staff: Staff.Staff,
  options: {
    readonly tree: GridTree.GridTree
    readonly nodes: Iterable<number>
    readonly atSec: number
  }
): ReadonlyArray<SkillGap> => {
  const { tree, atSec } = options
  return Array.from(options.nodes).flatMap((node) => {
    const gridId = tree.ids[node]
    if (gridId === undefined) {
      throw new RangeError(`node is 0 to ${GridTree.nodeCount(tree) - 1}; got ${node}`)
    }
    const present = Staff.under(staff, tree, node, atSec).filter(
      (appointment) => !Staff.isAbsent(staff, appointment.personId, atSec)
    )
    if (present.some((appointment) => book.fullServiceKinds.includes(appointment.kind))) return []
    const persons = new Set(present.map((appointment) => appointment.personId))
    const covered = new Set(
      Array.from(persons).flatMap((personId) => grantedTo(book, personId, atSec))
    )
    return book.skills
      .filter((skill) => !covered.has(skill.id))
      .map((skill) => ({ gridId, skillId: skill.id }))
  })
}

const grantedTo = (
  book: SkillBook,
  personId: Id.Id<"Person">,
  atSec: number
): ReadonlyArray<string> =>
  book.grants
    .filter((grant) => grant.personId === personId && Spell.isInForce(grant, atSec))
    .map((grant) => grant.skillId)

const subjectOf = (grant: SkillGrant): string => `${grant.personId} ${grant.skillId}`
