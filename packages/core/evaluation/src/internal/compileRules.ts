/**
 * Rules as data become rules with every number read, or the list of all that does not hold together.
 */
import * as CompiledRules from "../CompiledRules.ts"
import * as EvaluationProblem from "../EvaluationProblem.ts"
import type { Compilation, EvaluationRules, ScorePart } from "../EvaluationRules.ts"
import * as PointScale from "../PointScale.ts"
import * as Rational from "../Rational.ts"
import * as Weights from "../Weights.ts"
import { compileBands } from "./compileBands.ts"
import { bitsBy, compileAdjustment, compileIndicator, factKindsOf } from "./compileIndicators.ts"
import { digest } from "./digest.ts"
import * as RuleReader from "./ruleReader.ts"

/** The compiled rules, or every problem with them. */
export const compileRules = (rules: EvaluationRules): Compilation => {
  const problems: RuleReader.Problems = []
  checkNames(problems, rules)
  const factKinds = factKindsOf(problems, rules)
  const bits = bitsBy(factKinds)
  const indicators = rules.indicators.map((rule) => compileIndicator(problems, rule, bits))
  const parts = compileParts(problems, rules)
  const adjustments = rules.adjustments.map((rule) => compileAdjustment(problems, rule, bits))
  if (rules.method === "WeightedGeometric") checkGeometric(problems, rules, parts)
  const compiled: CompiledRules.CompiledRules = {
    rules,
    digest: digest(rules),
    factKinds,
    outcomeBits: indicators.reduce(
      (all, indicator) => (indicator.measure === "Share" ? all | outcomesOf(indicator) : all),
      0
    ),
    indicators,
    parts,
    adjustments,
    bands: compileBands(problems, rules.bands),
    insufficientWeightMin: RuleReader.number(
      problems,
      "insufficient.weightMin",
      rules.insufficient.weightMin,
      { min: 0, max: 1 }
    ),
    appealDays: RuleReader.whole(problems, "appeal.days", rules.appeal.days, { min: 1, max: 366 })
  }
  return problems.length === 0 ? { ok: true, compiled } : { ok: false, problems }
}

const outcomesOf = (indicator: CompiledRules.CompiledRules["indicators"][number]): number =>
  indicator.exclusionBits.reduce(
    (all, bits) => all | bits,
    indicator.numeratorBits | indicator.againstBits
  )

const checkNames = (problems: RuleReader.Problems, rules: EvaluationRules): void => {
  RuleReader.distinctIds(problems, "rules.id", [rules.id])
  RuleReader.distinctIds(problems, "rules.version", [rules.version])
  RuleReader.distinctIds(
    problems,
    "parts",
    rules.parts.map(({ indicatorId }) => indicatorId)
  )
  RuleReader.distinctIds(
    problems,
    "indicators, adjustments, bands",
    [...rules.indicators, ...rules.adjustments, ...rules.bands.bands].map(({ id }) => id)
  )
}

const compileParts = (
  problems: RuleReader.Problems,
  rules: EvaluationRules
): ReadonlyArray<CompiledRules.CompiledPart> => {
  if (rules.parts.length === 0) problems.push(EvaluationProblem.make("NoParts", "parts", 0, 1))
  const before = problems.length
  const given = rules.parts.map((part) =>
    RuleReader.number(problems, `parts.${part.indicatorId}.weight`, part.weight, {
      min: 0,
      max: 1_000_000,
      isOpenBelow: true
    })
  )
  const readable = problems.length === before && given.length > 0
  const weights: Weights.Weighed = readable
    ? Weights.of(given, rules.weighting)
    : { ok: true, weights: given }
  if (!weights.ok) problems.push(weights.problem)
  const known = rules.indicators.map(({ id }) => id)
  return rules.parts.map((part, index) => ({
    indicatorIndex: RuleReader.placeOf(problems, "parts", part.indicatorId, known),
    indicatorId: part.indicatorId,
    scale: compileScale(problems, part, rules),
    weight: (weights.ok ? weights.weights[index] : undefined) ?? Rational.one
  }))
}

const anyValue: RuleReader.Range = { min: -1_000_000_000, max: 1_000_000_000 }

const compileScale = (
  problems: RuleReader.Problems,
  part: ScorePart,
  rules: EvaluationRules
): PointScale.CompiledScale => {
  const subject = `parts.${part.indicatorId}.scale`
  const found = problems.length
  const scale = readScale(problems, subject, part.scale)
  const indicator = rules.indicators.find(({ id }) => id === part.indicatorId)
  const direction = PointScale.better(scale)
  if (problems.length === found && indicator !== undefined && direction !== indicator.better) {
    problems.push(
      EvaluationProblem.make("ScaleAgainstBetter", subject, direction, indicator.better)
    )
  }
  return scale
}

const readScale = (
  problems: RuleReader.Problems,
  subject: string,
  scale: PointScale.PointScale
): PointScale.CompiledScale => {
  if (scale.kind === "Target") {
    const range = { min: 0, max: 1_000_000_000, isOpenBelow: true }
    const target = RuleReader.number(problems, `${subject}.target`, scale.target, range)
    return { kind: "Target", target, better: scale.better }
  }
  const found = problems.length
  const zero = RuleReader.number(problems, `${subject}.zero`, scale.zero, anyValue)
  const full = RuleReader.number(problems, `${subject}.full`, scale.full, anyValue)
  if (problems.length === found && Rational.equals(zero, full)) {
    problems.push(EvaluationProblem.make("EmptyGoalposts", subject, scale.zero.value, ""))
  }
  return { kind: "Goalposts", zero, full }
}

/** A root has no place for points that are added, and its degree is bounded. */
const checkGeometric = (
  problems: RuleReader.Problems,
  rules: EvaluationRules,
  parts: ReadonlyArray<CompiledRules.CompiledPart>
): void => {
  for (const { id, kind } of rules.adjustments) {
    if (kind === "Veto") continue
    problems.push(
      EvaluationProblem.make("AdjustmentNeedsSum", `adjustments.${id}`, kind, "WeightedSum")
    )
  }
  const degree = Weights.commonDenominator(parts.map(({ weight }) => weight))
  if (degree > BigInt(CompiledRules.rootDegreeMax)) {
    const { rootDegreeMax } = CompiledRules
    problems.push(EvaluationProblem.make("RootTooDeep", "parts", `${degree}`, rootDegreeMax))
  }
}
