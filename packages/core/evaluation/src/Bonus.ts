/**
 * A bonus to the fen: from the result of an evaluation, a rank-set report, a budget and the persons
 * of each unit to what everybody is paid, with the reasons in numbers. A plan moves no money and
 * changes no score; it sums to the budget, or there is none.
 */
import type * as BonusCut from "./BonusCut.ts"
import type * as BonusProblem from "./BonusProblem.ts"
import type { CompiledBonus, OverlapRule } from "./BonusRules.ts"
import type { EvaluationResult } from "./EvaluationResult.ts"
import { planBonus } from "./internal/planBonus.ts"
import type { TieRule } from "./LargestRemainder.ts"
import type { RankEvidence } from "./RankEvidence.ts"
import type * as Rational from "./Rational.ts"

/**
 * A person of a unit, who worked `workedShare` of the period (above 0, at most 1).
 *
 * @category plans
 * @since 0.1.0
 */
export interface Member {
  readonly personId: string
  readonly unitId: string
  readonly workedShare: Rational.Rational
}

/**
 * A lead, whose pay follows that of the members of these units.
 *
 * @category plans
 * @since 0.1.0
 */
export interface Lead {
  readonly personId: string
  readonly unitIds: ReadonlyArray<string>
}

/**
 * What a bonus is planned from: the units of one `level` of a result, the report on their ranks, a
 * budget in fen, and who is there. A person has one line: somebody paid as a lead is no member too.
 *
 * @category plans
 * @since 0.1.0
 */
export interface Occasion {
  readonly result: EvaluationResult
  readonly level: string
  readonly evidence: RankEvidence
  readonly budgetFen: number
  readonly members: ReadonlyArray<Member>
  readonly leads: ReadonlyArray<Lead>
  readonly ties: TieRule
}

/**
 * What one person is paid.
 *
 * `scoreWeight` is what score, band or place of the unit gives, `weight` what is left of it after
 * the rule for overlapping units, times the share of the period worked; both are 0 for a lead.
 * `exactFen` is the share before rounding, `limit` whether floor or cap decided it.
 *
 * @category plans
 * @since 0.1.0
 */
export interface BonusLine {
  readonly personId: string
  readonly role: "Member" | "Lead"
  readonly unitIds: ReadonlyArray<string>
  readonly scoreWeight: Rational.Rational
  readonly weight: Rational.Rational
  readonly limit: "None" | "Floor" | "Cap"
  readonly exactFen: Rational.Rational
  readonly fen: number
}

/**
 * A person who takes no part: the unit's result is `Insufficient`, or a lead has `NobodyBelow` who
 * takes part.
 *
 * @category plans
 * @since 0.1.0
 */
export interface Outsider {
  readonly personId: string
  readonly unitIds: ReadonlyArray<string>
  readonly cause: "Insufficient" | "NobodyBelow"
}

/**
 * A whole plan: lines and outsiders in order of the persons' ids, cuts best first. `levelFen` is the
 * exact pay for a weight of 1 where neither floor nor cap holds. `tiedIds` are the persons among
 * whom the last fen was a tie, `raisedTiedIds` those who got it by the rule `ties`.
 *
 * @category plans
 * @since 0.1.0
 */
export interface BonusPlan {
  readonly rules: { readonly id: string; readonly version: string }
  readonly basedOn: {
    readonly rulesId: string
    readonly version: string
    readonly digest: string
    readonly fromSec: number
    readonly untilSec: number
  }
  readonly evidence: Pick<RankEvidence, "method" | "confidence">
  readonly level: string
  readonly budgetFen: number
  readonly levelFen: Rational.Rational
  readonly overlap: OverlapRule
  readonly cuts: ReadonlyArray<BonusCut.BonusCut>
  readonly lines: ReadonlyArray<BonusLine>
  readonly outsiders: ReadonlyArray<Outsider>
  readonly ties: TieRule
  readonly tiedIds: ReadonlyArray<string>
  readonly raisedTiedIds: ReadonlyArray<string>
}

/**
 * A plan, or everything that is wrong.
 *
 * @category plans
 * @since 0.1.0
 */
export type Planned =
  | { readonly ok: true; readonly plan: BonusPlan }
  | { readonly ok: false; readonly problems: ReadonlyArray<BonusProblem.BonusProblem> }

/**
 * Plans a bonus.
 *
 * With w the weight of a member, L the fen for a weight of 1, f and c the lead's factor and the
 * members below a lead: a member has L x w, cut off at floor and cap; a lead has f / c times the sum
 * of what the c members below have. L is the one number at which all of it sums to the budget.
 * Example: members with 90 and 60 points, a lead with f = 1, 225 yuan: L = 1 yuan, so they have 90
 * and 60 and the lead 75. Whole fen follow by largest remainders, so every line is within one fen
 * of its exact share.
 *
 * Returns `NotFen`, `DuplicateId`, `UnknownUnit`, `BadWorkedShare`, `BandWithoutWeight`,
 * `EvidenceMissing`, `EvidenceOutOfRange`, `FloorsAboveBudget`, `CapsBelowBudget`,
 * `NothingToShareBy` and `LotIncomplete`. The order of members, leads and units is irrelevant. Cost:
 * n log n exact operations in the members, and units times cuts.
 *
 * @source Helong, article by the city party committee's organisation department: results are tied to
 * the awards and bonus of the worker and the lead above; formula and limits are ours
 * @category plans
 * @since 0.1.0
 */
export const plan = (compiled: CompiledBonus, occasion: Occasion): Planned =>
  planBonus(compiled, occasion)

/**
 * What the members of a unit are paid together.
 *
 * @category plans
 * @since 0.1.0
 */
export interface UnitPay {
  readonly unitId: string
  readonly memberCount: number
  readonly fen: number
}

/**
 * The pay of each unit's members together, leads left out, in order of ids.
 *
 * @category plans
 * @since 0.1.0
 */
export const payByUnit = (plan: BonusPlan): ReadonlyArray<UnitPay> => {
  const found = new Map<string, { memberCount: number; fen: number }>()
  for (const { role, unitIds, fen } of plan.lines) {
    const [unitId] = unitIds
    if (role === "Lead" || unitId === undefined) continue
    const sums = found.get(unitId) ?? { memberCount: 0, fen: 0 }
    found.set(unitId, { memberCount: sums.memberCount + 1, fen: sums.fen + fen })
  }
  return [...found]
    .map(([unitId, { memberCount, fen }]) => ({ unitId, memberCount, fen }))
    .sort((left, right) => (left.unitId < right.unitId ? -1 : 1))
}
