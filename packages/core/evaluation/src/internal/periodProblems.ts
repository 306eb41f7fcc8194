/**
 * What is wrong with the occasion of an evaluation, before any fact is looked at.
 */
import { Seconds } from "@wangge/facts"
import type { CompiledRules } from "../CompiledRules.ts"
import type { EvaluationPeriod } from "../EvaluationPeriod.ts"
import * as EvaluationProblem from "../EvaluationProblem.ts"
import * as Rational from "../Rational.ts"
import { exactText } from "./exactText.ts"
import * as RuleReader from "./ruleReader.ts"

/** Every problem of a period; empty for one that holds together. */
export const periodProblems = (
  compiled: CompiledRules,
  period: EvaluationPeriod
): ReadonlyArray<EvaluationProblem.EvaluationProblem> => {
  const problems: RuleReader.Problems = []
  const { fromSec, untilSec, asOfSec } = period
  for (const [name, sec] of Object.entries({ fromSec, untilSec, asOfSec })) {
    if (!Seconds.isWhole(sec)) {
      problems.push(EvaluationProblem.make("NotWhole", `period.${name}`, String(sec), "1700000000"))
    }
  }
  if (untilSec <= fromSec) {
    problems.push(EvaluationProblem.make("EmptyPeriod", "period", fromSec, untilSec))
  }
  if (asOfSec < untilSec) {
    problems.push(EvaluationProblem.make("AsOfBeforeEnd", "period.asOfSec", asOfSec, untilSec))
  }
  RuleReader.distinctIds(
    problems,
    "period.units",
    period.units.map(({ id }) => id)
  )
  beforeProblems(problems, compiled, period)
  return problems
}

const beforeProblems = (
  problems: RuleReader.Problems,
  compiled: CompiledRules,
  { before }: EvaluationPeriod
): void => {
  RuleReader.distinctIds(
    problems,
    "period.before",
    before.map(({ unitId }) => unitId)
  )
  for (const { unitId, bandId, points } of before) {
    const subject = `period.before.${unitId}`
    if (bandId !== "") RuleReader.placeOf(problems, subject, bandId, compiled.bands.ids)
    for (const entry of points) {
      const isOnScale =
        entry.points.numerator >= 0n && Rational.compare(entry.points, Rational.hundred) <= 0
      if (isOnScale) continue
      const at = `${subject}.${entry.indicatorId}`
      const found = exactText(entry.points)
      problems.push(EvaluationProblem.make("OutOfRange", at, found, ">= 0, <= 100"))
    }
  }
}
