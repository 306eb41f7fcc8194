/**
 * Shortfalls (短板): what a unit did not reach. An entry names a unit and two counts and has no room
 * for a person; a unit that is a person, or too small to be more than one, makes no entry.
 */
import type { Id, Label } from "@wangge/facts"
import * as BoardProblem from "./BoardProblem.ts"
import type { BoardTerms } from "./BoardTerms.ts"
import type { CompiledRules } from "./CompiledRules.ts"
import type { EvaluationResult, UnitResult } from "./EvaluationResult.ts"
import * as Rational from "./Rational.ts"

/**
 * A unit below the line of an indicator: `missedCount` of `dueCount` matters, and how many persons
 * work in it. The id is one of units: a person's id does not fit.
 *
 * @category shortfalls
 * @since 0.1.0
 */
export interface ShortfallEntry {
  readonly entryId: string
  readonly unitId: Id.Id<"Unit">
  readonly label: Label.Label
  readonly indicatorId: string
  readonly missedCount: number
  readonly dueCount: number
  readonly personCount: number
}

/**
 * What a shortfall list is made from: the units of a result whose share of `indicatorId` is below
 * `line`, of those named in `units` with their persons counted.
 *
 * @category shortfalls
 * @since 0.1.0
 */
export interface Selection {
  readonly indicatorId: string
  readonly line: Rational.Rational
  readonly units: ReadonlyArray<{ readonly unitId: Id.Id<"Unit">; readonly personCount: number }>
}

/**
 * The entries of a selection, in order of ids; or what is wrong.
 *
 * @category shortfalls
 * @since 0.1.0
 */
export type Selected =
  | { readonly ok: true; readonly entries: ReadonlyArray<ShortfallEntry> }
  | { readonly ok: false; readonly problems: ReadonlyArray<BoardProblem.BoardProblem> }

/**
 * The units below a line, as entries named `unit/indicator`.
 *
 * Only shares of matters of which more is better; a unit without enough matters makes no entry.
 * Returns `UnitsArePersons` for rules about workers, `OtherRules` for rules that did not make the
 * result, `UnknownIndicator`, and `UnitTooSmall` for a unit below the line with fewer persons than
 * `terms.unitPersonsMin`: then there is no list, rather than one that points at a person.
 *
 * @source domain reference: a shortfall list is one of units only (Yulin, 2022, prints top and bottom
 * five units); the smallest unit is assumed
 * @category shortfalls
 * @since 0.1.0
 */
export const select = (
  terms: BoardTerms,
  compiled: CompiledRules,
  result: EvaluationResult,
  selection: Selection
): Selected => {
  const problems = ruleProblems(compiled, result, selection)
  if (problems.length > 0) return { ok: false, problems }
  const entries = selection.units.flatMap((unit) => {
    const found = result.units.find(({ unitId }) => unitId === unit.unitId)
    return found === undefined ? [] : entryOf(found, unit, selection)
  })
  const small = entries.flatMap((entry) => sizeProblems(terms, entry))
  if (small.length > 0) return { ok: false, problems: small }
  return {
    ok: true,
    entries: [...entries].sort((left, right) => (left.unitId < right.unitId ? -1 : 1))
  }
}

/**
 * What is wrong with one entry: `BadCount` for counts that are none or more missed than due,
 * `UnitTooSmall`.
 *
 * @category checks
 * @since 0.1.0
 */
export const check = (
  terms: BoardTerms,
  entry: ShortfallEntry
): ReadonlyArray<BoardProblem.BoardProblem> => {
  const { missedCount, dueCount, personCount } = entry
  const counts = [missedCount, dueCount, personCount]
  const odd = counts.find((count) => !Number.isSafeInteger(count) || count < 0)
  if (odd !== undefined) return [BoardProblem.make("BadCount", entry.entryId, odd, ">= 0")]
  if (missedCount > dueCount) {
    return [BoardProblem.make("BadCount", entry.entryId, missedCount, `<= ${dueCount}`)]
  }
  return sizeProblems(terms, entry)
}

const ruleProblems = (
  compiled: CompiledRules,
  result: EvaluationResult,
  { indicatorId }: Selection
): ReadonlyArray<BoardProblem.BoardProblem> => {
  const { rules, digest } = compiled
  if (digest !== result.rules.digest) {
    return [BoardProblem.make("OtherRules", rules.id, result.rules.digest, digest)]
  }
  if (rules.unitKind === "Worker") {
    return [BoardProblem.make("UnitsArePersons", rules.id, rules.unitKind, "Subject, Grid")]
  }
  const known = rules.indicators.filter(
    ({ measure, better }) => measure === "Share" && better === "Higher"
  )
  if (known.some(({ id }) => id === indicatorId)) return []
  const ids = known.map(({ id }) => id).join(", ")
  return [BoardProblem.make("UnknownIndicator", rules.id, indicatorId, ids)]
}

const entryOf = (
  found: UnitResult,
  unit: Selection["units"][number],
  { indicatorId, line }: Selection
): ReadonlyArray<ShortfallEntry> => {
  const indicator = found.indicators.find((one) => one.indicatorId === indicatorId)
  if (indicator?.value.status !== "Known") return []
  if (Rational.compare(indicator.value.value, line) >= 0) return []
  const { numerator, denominator } = indicator.count
  return [
    {
      entryId: `${unit.unitId}/${indicatorId}`,
      unitId: unit.unitId,
      label: found.label,
      indicatorId,
      missedCount: denominator - numerator,
      dueCount: denominator,
      personCount: unit.personCount
    }
  ]
}

const sizeProblems = (
  terms: BoardTerms,
  { entryId, personCount }: ShortfallEntry
): ReadonlyArray<BoardProblem.BoardProblem> =>
  personCount >= terms.unitPersonsMin
    ? []
    : [BoardProblem.make("UnitTooSmall", entryId, personCount, terms.unitPersonsMin)]
