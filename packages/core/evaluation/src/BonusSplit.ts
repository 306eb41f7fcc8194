/**
 * A budget split to the fen among weighted claims, each with a floor and perhaps a cap. The exact
 * shares come first (one level of pay per unit of weight, cut off at floor and cap), then whole fen by
 * largest remainders. The parts always sum to the budget.
 */
import type * as BonusProblem from "./BonusProblem.ts"
import { budgetProblems, claimProblems, rangeProblem } from "./internal/bonusChecks.ts"
import * as waterLevel from "./internal/waterLevel.ts"
import * as LargestRemainder from "./LargestRemainder.ts"
import * as Rational from "./Rational.ts"

/**
 * One claim on a budget: `weight` of 0 or more, `floorFen` and `capFen` in whole fen.
 *
 * @category splitting
 * @since 0.1.0
 */
export interface Claim {
  readonly id: string
  readonly weight: Rational.Rational
  readonly floorFen: number
  readonly capFen: number | "None"
}

/**
 * A split: `levelFen` is the pay for a weight of 1, in exact fen, where neither floor nor cap holds.
 *
 * @category splitting
 * @since 0.1.0
 */
export interface Split extends LargestRemainder.Rounding {
  readonly levelFen: Rational.Rational
}

/**
 * A split, or what is wrong with budget and claims.
 *
 * @category splitting
 * @since 0.1.0
 */
export type Divided =
  | { readonly ok: true; readonly split: Split }
  | { readonly ok: false; readonly problems: ReadonlyArray<BonusProblem.BonusProblem> }

/**
 * Splits a budget among claims.
 *
 * Before rounding, each claim has `levelFen` times its weight, or its floor where that is less, or
 * its cap where that is more; a claim of weight 0 has its floor. Rounding keeps floors and caps.
 * Returns `NotFen`, `DuplicateId`, `NegativeWeight`, `FloorAboveCap`, `FloorsAboveBudget`,
 * `CapsBelowBudget`, `NothingToShareBy` and `LotIncomplete`. The order of claims is irrelevant. Cost:
 * one sort of the bends.
 *
 * ```ts
 * import { BonusSplit, Rational } from "@wangge/evaluation"
 *
 * const claim = (id: string, weight: number) =>
 *   ({ id, weight: Rational.make(weight), floorFen: 10, capFen: 60 })
 * const divided = BonusSplit.divide(100, [claim("a", 9), claim("b", 2), claim("c", 0)], { kind: "ById" })
 * divided.ok ? divided.split.shares.map(({ fen }) => fen) : [] // => [60, 30, 10]
 * ```
 *
 * @source none: shares by weight are of the field; the filling between floors and caps is ours
 * @category splitting
 * @since 0.1.0
 */
export const divide = (
  budgetFen: number,
  claims: ReadonlyArray<Claim>,
  ties: LargestRemainder.TieRule
): Divided => {
  const wrong = [...budgetProblems(budgetFen), ...claims.flatMap(claimProblems)]
  if (wrong.length > 0) return { ok: false, problems: wrong }
  const filling = claims.map(fillingOf)
  const refusal = rangeProblem(budgetFen, filling)
  if (refusal !== undefined) return { ok: false, problems: [refusal] }
  const levelFen = waterLevel.level(filling, Rational.make(budgetFen))
  const shares = claims.map(({ id }, place) => ({
    id,
    exactFen: paidAt(filling[place], levelFen)
  }))
  const rounded = LargestRemainder.round(shares, ties)
  if (!rounded.ok) return rounded
  const { shares: wholeShares, tiedIds, raisedTiedIds } = rounded.rounding
  return { ok: true, split: { levelFen, shares: wholeShares, tiedIds, raisedTiedIds } }
}

const fillingOf = ({ weight, floorFen, capFen }: Claim): waterLevel.Claim => ({
  weight,
  factor: Rational.one,
  floor: Rational.make(floorFen),
  cap: capFen === "None" ? "None" : Rational.make(capFen)
})

const paidAt = (
  claim: waterLevel.Claim | undefined,
  level: Rational.Rational
): Rational.Rational => (claim === undefined ? Rational.zero : waterLevel.paidAt(claim, level))
