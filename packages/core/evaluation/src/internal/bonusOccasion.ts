/**
 * What can be wrong with the occasion of a bonus.
 */
import type * as Bonus from "../Bonus.ts"
import * as BonusProblem from "../BonusProblem.ts"
import * as EvaluationResult from "../EvaluationResult.ts"
import * as RankEvidence from "../RankEvidence.ts"
import * as Rational from "../Rational.ts"
import { budgetProblems, repeated } from "./bonusChecks.ts"

type Problems = ReadonlyArray<BonusProblem.BonusProblem>

/** The scored units of the level, in order of ids. */
export const scoredOf = (occasion: Bonus.Occasion): ReadonlyArray<EvaluationResult.ScoredUnit> =>
  EvaluationResult.scored(occasion.result).filter(({ level }) => level === occasion.level)

/** Everything wrong with budget, evidence, persons, units and lot. */
export const occasionProblems = (occasion: Bonus.Occasion): Problems => {
  const { members, leads, level } = occasion
  const persons = [...members, ...leads].map(({ personId }) => personId)
  const scoredIds = scoredOf(occasion).map(({ unitId }) => unitId)
  return [
    ...budgetProblems(occasion.budgetFen),
    ...RankEvidence.check(occasion.evidence, scoredIds, level),
    ...repeated("persons", persons),
    ...unitProblems(occasion),
    ...members.flatMap(workedProblems),
    ...leads.flatMap(({ personId, unitIds }) => repeated(personId, unitIds)),
    ...lotProblems(occasion, persons)
  ]
}

const unitProblems = (occasion: Bonus.Occasion): Problems => {
  const { members, leads, level, result } = occasion
  const ofLevel = result.units.filter((unit) => unit.level === level)
  const known = new Set(ofLevel.map(({ unitId }) => unitId))
  const named = [
    ...members.map(({ personId, unitId }) => ({ personId, unitId })),
    ...leads.flatMap(({ personId, unitIds }) => unitIds.map((unitId) => ({ personId, unitId })))
  ]
  return named
    .filter(({ unitId }) => !known.has(unitId))
    .map(({ personId, unitId }) => BonusProblem.make("UnknownUnit", personId, unitId, level))
}

const workedProblems = ({ personId, workedShare }: Bonus.Member): Problems =>
  workedShare.numerator > 0n && Rational.compare(workedShare, Rational.one) <= 0
    ? []
    : [BonusProblem.make("BadWorkedShare", personId, Rational.toText(workedShare), "> 0, <= 1")]

const lotProblems = (occasion: Bonus.Occasion, persons: ReadonlyArray<string>): Problems => {
  if (occasion.ties.kind === "ById") return []
  const { recordId, order } = occasion.ties
  const drawn = new Set(order)
  const known = persons.filter((id) => drawn.has(id)).length
  if (known === persons.length && drawn.size === order.length) return []
  return [BonusProblem.make("LotIncomplete", `lot ${recordId}`, known, persons.length)]
}
