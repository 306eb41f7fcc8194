/**
 * Indicators and adjustments with their kinds of facts as bits and their numbers read.
 */
import type { AdjustmentRule, CompiledAdjustment } from "../Adjustment.ts"
import * as CompiledRules from "../CompiledRules.ts"
import * as EvaluationProblem from "../EvaluationProblem.ts"
import type { EvaluationRules } from "../EvaluationRules.ts"
import type { CompiledIndicator, IndicatorRule } from "../Indicator.ts"
import * as RuleReader from "./ruleReader.ts"

/** Turns kinds of facts into bits. */
export type Bits = (kinds: ReadonlyArray<string>) => number

/** All kinds of facts that some rules read, in order; too many are a problem. */
export const factKindsOf = (
  problems: RuleReader.Problems,
  rules: EvaluationRules
): ReadonlyArray<string> => {
  const kinds = new Set(
    [
      ...rules.indicators.flatMap((indicator) => [
        indicator.numeratorKinds,
        indicator.denominatorKinds,
        indicator.againstKinds,
        indicator.askedKinds,
        ...indicator.exclusions.map(({ factKinds }) => factKinds)
      ]),
      ...rules.adjustments.map(({ factKinds }) => factKinds)
    ].flat()
  )
  if (kinds.size > CompiledRules.factKindCountMax) {
    const { factKindCountMax } = CompiledRules
    problems.push(EvaluationProblem.make("TooManyFactKinds", "rules", kinds.size, factKindCountMax))
  }
  return [...kinds].sort()
}

/** Bits by the place of a kind in a list. */
export const bitsBy =
  (factKinds: ReadonlyArray<string>): Bits =>
  (kinds) =>
    kinds.reduce((bits, kind) => bits | (1 << factKinds.indexOf(kind)), 0)

/** A compiled indicator; what does not hold together is added to the problems. */
export const compileIndicator = (
  problems: RuleReader.Problems,
  rule: IndicatorRule,
  bits: Bits
): CompiledIndicator => {
  const subject = `indicators.${rule.id}`
  RuleReader.someKinds(problems, `${subject}.numeratorKinds`, rule.numeratorKinds)
  RuleReader.someKinds(problems, `${subject}.denominatorKinds`, rule.denominatorKinds)
  RuleReader.distinctIds(problems, `${subject}.againstKinds`, rule.againstKinds)
  RuleReader.distinctIds(problems, `${subject}.askedKinds`, rule.askedKinds)
  const reasons = rule.exclusions.map(({ reason }) => reason)
  RuleReader.distinctIds(problems, `${subject}.exclusions`, reasons)
  for (const { reason, factKinds } of rule.exclusions) {
    RuleReader.someKinds(problems, `${subject}.exclusions.${reason}`, factKinds)
  }
  if (rule.measure === "Ratio") refuseLists(problems, subject, rule)
  return {
    id: rule.id,
    measure: rule.measure,
    numeratorBits: bits(rule.numeratorKinds),
    denominatorBits: bits(rule.denominatorKinds),
    againstBits: bits(rule.againstKinds),
    askedBits: bits(rule.askedKinds),
    exclusionBits: rule.exclusions.map(({ factKinds }) => bits(factKinds)),
    sampleMin: RuleReader.whole(problems, `${subject}.sampleMin`, rule.sampleMin, {
      min: 1,
      max: 1_000_000_000
    })
  }
}

const refuseLists = (problems: RuleReader.Problems, subject: string, rule: IndicatorRule): void => {
  const lists = ["againstKinds", "askedKinds", "exclusions"] as const
  for (const list of lists) {
    if (rule[list].length > 0) {
      problems.push(EvaluationProblem.make("RatioWithLists", subject, list, ""))
    }
  }
}

/** A compiled adjustment; what does not hold together is added to the problems. */
export const compileAdjustment = (
  problems: RuleReader.Problems,
  rule: AdjustmentRule,
  bits: Bits
): CompiledAdjustment => {
  const subject = `adjustments.${rule.id}`
  RuleReader.someKinds(problems, `${subject}.factKinds`, rule.factKinds)
  const numbers =
    rule.kind === "Veto"
      ? {
          each: RuleReader.number(problems, `${subject}.matterMin`, rule.matterMin, {
            min: 1,
            max: 1_000_000_000
          }),
          max: RuleReader.number(problems, `${subject}.scoreMax`, rule.scoreMax, {
            min: 0,
            max: 100
          })
        }
      : {
          each: RuleReader.number(problems, `${subject}.pointsEach`, rule.pointsEach, somePoints),
          max: RuleReader.number(problems, `${subject}.pointsMax`, rule.pointsMax, somePoints)
        }
  const { kind, id, factKinds } = rule
  return { kind, id, factBits: bits(factKinds), each: numbers.each, max: numbers.max }
}

const somePoints: RuleReader.Range = { min: 0, max: 100, isOpenBelow: true }
