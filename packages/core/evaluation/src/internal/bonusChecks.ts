/**
 * What can be wrong with a budget and with claims on it.
 */
import * as BonusProblem from "../BonusProblem.ts"
import * as Rational from "../Rational.ts"
import * as waterLevel from "./waterLevel.ts"

type Problems = ReadonlyArray<BonusProblem.BonusProblem>

/** `NotFen` unless a budget is a safe integer from 0. */
export const budgetProblems = (budgetFen: number): Problems =>
  isFen(budgetFen) ? [] : [BonusProblem.make("NotFen", "budget", budgetFen, ">= 0")]

/** `NotFen`, `NegativeWeight` or `FloorAboveCap`. */
export const claimProblems = (claim: {
  readonly id: string
  readonly weight: Rational.Rational
  readonly floorFen: number
  readonly capFen: number | "None"
}): Problems => {
  const { id, weight, floorFen, capFen } = claim
  const problems: Array<BonusProblem.BonusProblem> = []
  if (!isFen(floorFen)) problems.push(BonusProblem.make("NotFen", `${id} floor`, floorFen, ">= 0"))
  if (weight.numerator < 0n) {
    problems.push(BonusProblem.make("NegativeWeight", id, Rational.toText(weight), ">= 0"))
  }
  if (capFen === "None") return problems
  if (!isFen(capFen)) problems.push(BonusProblem.make("NotFen", `${id} cap`, capFen, ">= 0"))
  else if (floorFen > capFen) {
    problems.push(BonusProblem.make("FloorAboveCap", id, floorFen, capFen))
  }
  return problems
}

/** Why a budget cannot be used up between floors and caps, or `undefined`. */
export const rangeProblem = (
  budgetFen: number,
  claims: ReadonlyArray<waterLevel.Claim>
): BonusProblem.BonusProblem | undefined => {
  const budget = Rational.make(budgetFen)
  const { least, most } = waterLevel.range(claims)
  if (Rational.compare(least, budget) > 0) {
    return BonusProblem.make("FloorsAboveBudget", "budget", Rational.toText(least), budgetFen)
  }
  if (most === "Unbounded" || Rational.compare(most, budget) >= 0) return undefined
  const isWeightless = claims.every(({ weight }) => weight.numerator === 0n)
  return isWeightless
    ? BonusProblem.make("NothingToShareBy", "budget", 0, budgetFen)
    : BonusProblem.make("CapsBelowBudget", "budget", Rational.toText(most), budgetFen)
}

/** Each name that stands twice. */
export const repeated = (subject: string, ids: ReadonlyArray<string>): Problems => {
  const seen = new Set<string>()
  return ids.flatMap((id) => {
    if (seen.has(id)) return [BonusProblem.make("DuplicateId", subject, id, 1)]
    seen.add(id)
    return []
  })
}

const isFen = (fen: number): boolean => Number.isSafeInteger(fen) && fen >= 0
