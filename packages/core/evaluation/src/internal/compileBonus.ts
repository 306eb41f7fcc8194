/**
 * Reads the numbers of bonus rules.
 */
import type { Basis, BonusRules, Compilation, CompiledBasis } from "../BonusRules.ts"
import * as EvaluationProblem from "../EvaluationProblem.ts"
import * as Rational from "../Rational.ts"
import { exactText } from "./exactText.ts"
import * as ruleReader from "./ruleReader.ts"

/** The most that one number of a rule may be: weights, places and fen alike. */
const most = 1_000_000_000_000

const any = { min: 0, max: most }

/** The compiled rules, or everything that is wrong with them. */
export const compileBonus = (rules: BonusRules): Compilation => {
  const problems: ruleReader.Problems = []
  for (const name of ["id", "version"] as const) {
    if (rules[name] === "") problems.push(EvaluationProblem.make("EmptyText", name, "", ""))
  }
  const basis = compileBasis(problems, rules.basis)
  const floorFen = ruleReader.whole(problems, "floorFen", rules.floorFen, any)
  const capFen =
    rules.capFen === "None" ? "None" : ruleReader.whole(problems, "capFen", rules.capFen, any)
  if (capFen !== "None" && capFen < floorFen && problems.length === 0) {
    problems.push(EvaluationProblem.make("OutOfRange", "capFen", capFen, `>= ${floorFen}`))
  }
  const leadFactor = ruleReader.number(problems, "leadFactor", rules.leadFactor, any)
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, compiled: { rules, basis, floorFen, capFen, leadFactor } }
}

const compileBasis = (problems: ruleReader.Problems, basis: Basis): CompiledBasis => {
  switch (basis.kind) {
    case "ByScore": {
      const range = { min: 0, max: 100 }
      return {
        kind: "ByScore",
        above: ruleReader.number(problems, "basis.above", basis.above, range)
      }
    }
    case "ByBand": {
      const ids = basis.weights.map(({ bandId }) => bandId)
      ruleReader.distinctIds(problems, "basis.weights", ids)
      const weights = basis.weights.map(({ bandId, weight }) => {
        const subject = `basis.weights.${bandId}`
        return [bandId, ruleReader.number(problems, subject, weight, any)] as const
      })
      return { kind: "ByBand", weights: new Map(weights) }
    }
    case "ByPlace":
      return { kind: "ByPlace", steps: compileSteps(problems, basis.steps) }
  }
}

type PlaceBasis = Extract<Basis, { readonly kind: "ByPlace" }>
type CompiledPlaces = Extract<CompiledBasis, { readonly kind: "ByPlace" }>

const compileSteps = (
  problems: ruleReader.Problems,
  given: PlaceBasis["steps"]
): CompiledPlaces["steps"] => {
  const steps = given.map(({ placeLast, weight }, index) => ({
    placeLast: ruleReader.whole(problems, `basis.steps.${index}.placeLast`, placeLast, {
      min: 1,
      max: most
    }),
    weight: ruleReader.number(problems, `basis.steps.${index}.weight`, weight, any)
  }))
  steps.forEach(({ placeLast, weight }, index) => {
    const before = steps[index - 1]
    if (before === undefined) return
    const subject = `basis.steps.${index}`
    if (placeLast <= before.placeLast) {
      const expected = `> ${before.placeLast}`
      problems.push(
        EvaluationProblem.make("OutOfRange", `${subject}.placeLast`, placeLast, expected)
      )
    }
    if (Rational.compare(weight, before.weight) >= 0) {
      const expected = `< ${exactText(before.weight)}`
      problems.push(
        EvaluationProblem.make("OutOfRange", `${subject}.weight`, exactText(weight), expected)
      )
    }
  })
  return steps
}
