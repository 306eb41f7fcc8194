/**
 * A fact: something happened to someone, in some grid, at some time, in some quantity. Facts are
 * how packages that do not know each other meet: `cases` turns its events into facts, evaluation
 * and time bank read them. A fact says no more than its readers need.
 */
import type { Id } from "./Id.ts"

/**
 * One thing that happened.
 *
 * `quantity` is in `unit` (for example 3600 `seconds` or 1 `case`); `causeId` names the event
 * that it came from, so that the same event can never count twice.
 *
 * @category facts
 * @since 0.1.0
 */
export interface Fact {
  readonly id: Id<"Fact">
  readonly kind: string
  readonly subjectId: string
  readonly gridId: Id<"Grid">
  readonly atSec: number
  readonly quantity: number
  readonly unit: string
  readonly causeId: string
}

/**
 * Whether two facts come from the same cause and say the same kind of thing about the same
 * subject: then only one of them may count.
 *
 * ```ts
 * import { Fact, Id } from "@wangge/facts"
 *
 * const fact: Fact.Fact = {
 *   id: Id.make("f1"), kind: "caseClosed", subjectId: "unit-3", gridId: Id.make("grid-1"),
 *   atSec: 0, quantity: 1, unit: "case", causeId: "case-1/9"
 * }
 * Fact.isSame(fact, { ...fact, id: Id.make("f2"), atSec: 5 }) // => true
 * ```
 *
 * @category facts
 * @since 0.1.0
 */
export const isSame = (left: Fact, right: Fact): boolean =>
  left.kind === right.kind && left.subjectId === right.subjectId && left.causeId === right.causeId

/**
 * The facts without repeats, each kept at its first place.
 *
 * Cost: linear in the number of facts.
 *
 * @category facts
 * @since 0.1.0
 */
export const distinct = <Some extends Fact>(facts: ReadonlyArray<Some>): ReadonlyArray<Some> => {
  const seen = new Set<string>()
  return facts.filter((fact) => {
    const key = JSON.stringify([fact.kind, fact.subjectId, fact.causeId])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
