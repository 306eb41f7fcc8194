/**
 * Reads the numbers and names of a rule file one by one and keeps every problem found on the way, so
 * that an author sees all of them at once.
 */
import * as EvaluationProblem from "../EvaluationProblem.ts"
import * as Rational from "../Rational.ts"
import type { SourcedDecimal } from "../SourcedDecimal.ts"
import { exactText } from "./exactText.ts"

/** The problems found so far. */
export type Problems = Array<EvaluationProblem.EvaluationProblem>

/** From where to where a number may go; ends included unless `isOpenBelow`. */
export interface Range {
  readonly min: number
  readonly max: number
  readonly isOpenBelow?: boolean
}

/** A number within its range; 1 in its place where it is a problem. */
export const number = (
  problems: Problems,
  subject: string,
  given: SourcedDecimal,
  range: Range
): Rational.Rational => {
  const value = Rational.parse(given.value)
  if (value === "NotANumber") {
    problems.push(EvaluationProblem.make("NotANumber", subject, given.value, "0.35, 1/3"))
    return Rational.one
  }
  const toMin = Rational.compare(value, Rational.make(range.min))
  const isIn = range.isOpenBelow === true ? toMin > 0 : toMin >= 0
  if (isIn && Rational.compare(value, Rational.make(range.max)) <= 0) return value
  const least = range.isOpenBelow === true ? `> ${range.min}` : `>= ${range.min}`
  const expected = `${least}, <= ${range.max}`
  problems.push(EvaluationProblem.make("OutOfRange", subject, exactText(value), expected))
  return Rational.one
}

/** A whole number within its range; 1 in its place where it is a problem. */
export const whole = (
  problems: Problems,
  subject: string,
  given: SourcedDecimal,
  range: Range
): number => {
  const value = number(problems, subject, given, range)
  if (value.denominator === 1n) return Number(value.numerator)
  problems.push(
    EvaluationProblem.make(
      "NotWhole",
      subject,
      exactText(value),
      `>= ${range.min}, <= ${range.max}`
    )
  )
  return 1
}

/** Every id is there once and none is empty. */
export const distinctIds = (
  problems: Problems,
  subject: string,
  ids: ReadonlyArray<string>
): void => {
  ids.forEach((id, index) => {
    if (id === "") problems.push(EvaluationProblem.make("EmptyText", `${subject}.${index}`, "", ""))
    else if (ids.indexOf(id) < index) {
      problems.push(EvaluationProblem.make("DuplicateId", subject, id, 1))
    }
  })
}

/** The place of an id in a list; 0 in its place where it is unknown. */
export const placeOf = (
  problems: Problems,
  subject: string,
  id: string,
  known: ReadonlyArray<string>
): number => {
  const place = known.indexOf(id)
  if (place >= 0) return place
  problems.push(EvaluationProblem.make("UnknownId", subject, id, known.join(", ")))
  return 0
}

/** A list of kinds of facts that may not be empty. */
export const someKinds = (
  problems: Problems,
  subject: string,
  kinds: ReadonlyArray<string>
): void => {
  if (kinds.length === 0) problems.push(EvaluationProblem.make("NoFactKinds", subject, 0, 1))
  distinctIds(problems, subject, kinds)
}
