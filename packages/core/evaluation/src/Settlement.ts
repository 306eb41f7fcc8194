/**
 * Money already paid by an old plan when a new result gives a new one: who would have got what, and
 * what the stated policy does about it. Exact to the fen; nobody's difference is left out.
 */
import type { BonusPlan } from "./Bonus.ts"
import * as BonusProblem from "./BonusProblem.ts"

/**
 * What happens to money already paid. Append only.
 *
 * - `Keep`: everybody keeps what was paid, and nobody gets more.
 * - `TopUpOnly`: who got too little gets the rest, beyond the old budget; nobody gives back.
 * - `RecoverNextPeriod`: who got too little gets the rest; who got too much gives it back from the
 *   next payment.
 *
 * @source none: our own names
 * @category settlements
 * @since 0.1.0
 */
export const policies = ["Keep", "TopUpOnly", "RecoverNextPeriod"] as const

/**
 * One of {@link policies}.
 *
 * @category settlements
 * @since 0.1.0
 */
export type Policy = (typeof policies)[number]

/**
 * What the policies are called on a screen, in English and Chinese.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const labels = {
  Keep: { en: "what was paid stays", zh: "已发不变" },
  TopUpOnly: { en: "topped up, never taken back", zh: "只补不退" },
  RecoverNextPeriod: { en: "topped up and recovered next period", zh: "多退少补,下期结算" }
} as const

/**
 * One person: `dueFen - paidFen = topUpFen - recoverFen + forgoneFen - keptFen`, where at most one of
 * the four on the right is above 0. `forgoneFen` is what the person should have got and does not,
 * `keptFen` what the person should not have got and keeps.
 *
 * @category settlements
 * @since 0.1.0
 */
export interface SettlementLine {
  readonly personId: string
  readonly paidFen: number
  readonly dueFen: number
  readonly topUpFen: number
  readonly recoverFen: number
  readonly forgoneFen: number
  readonly keptFen: number
}

/**
 * All persons of either plan, in order of ids, and the sums: `topUpFen` has to be found beyond what
 * was paid.
 *
 * @category settlements
 * @since 0.1.0
 */
export interface Settlement {
  readonly policy: Policy
  readonly lines: ReadonlyArray<SettlementLine>
  readonly topUpFen: number
  readonly recoverFen: number
}

/**
 * A settlement, or why two plans do not belong together.
 *
 * @category settlements
 * @since 0.1.0
 */
export type Settled =
  | { readonly ok: true; readonly settlement: Settlement }
  | { readonly ok: false; readonly problem: BonusProblem.BonusProblem }

/**
 * Settles a paid plan against the one that a new result gives, over the same level, period, budget and
 * bonus rules.
 *
 * Returns `PlanDiffers` for plans that differ in one of these. With `RecoverNextPeriod` the top-ups
 * and the recoveries are equal sums, since both plans sum to one budget.
 *
 * @source none: our own rule
 * @category settlements
 * @since 0.1.0
 */
export const of = (policy: Policy, paid: BonusPlan, due: BonusPlan): Settled => {
  const problem = differenceOf(paid, due)
  if (problem !== undefined) return { ok: false, problem }
  const [paidTo, dueTo] = [paid, due].map(
    ({ lines }) => new Map(lines.map(({ personId, fen }) => [personId, fen]))
  )
  const ids = [...new Set([...paid.lines, ...due.lines].map(({ personId }) => personId))].sort()
  const lines = ids.map((personId) =>
    lineOf(policy, personId, paidTo?.get(personId) ?? 0, dueTo?.get(personId) ?? 0)
  )
  return {
    ok: true,
    settlement: {
      policy,
      lines,
      topUpFen: lines.reduce((sum, { topUpFen }) => sum + topUpFen, 0),
      recoverFen: lines.reduce((sum, { recoverFen }) => sum + recoverFen, 0)
    }
  }
}

/**
 * The persons whose pay the new plan changes.
 *
 * @category settlements
 * @since 0.1.0
 */
export const moved = (settlement: Settlement): ReadonlyArray<SettlementLine> =>
  settlement.lines.filter(({ paidFen, dueFen }) => paidFen !== dueFen)

/**
 * What is left of a next payment after a debt, and of the debt after it: never below 0, nothing lost.
 *
 * ```ts
 * import { Settlement } from "@wangge/evaluation"
 *
 * Settlement.recover({ nextFen: 100, owedFen: 130 }) // => { payFen: 0, recoveredFen: 100, owedFen: 30 }
 * ```
 *
 * @category settlements
 * @since 0.1.0
 */
export const recover = (sums: {
  readonly nextFen: number
  readonly owedFen: number
}): { readonly payFen: number; readonly recoveredFen: number; readonly owedFen: number } => {
  const recoveredFen = Math.min(sums.nextFen, sums.owedFen)
  return {
    payFen: sums.nextFen - recoveredFen,
    recoveredFen,
    owedFen: sums.owedFen - recoveredFen
  }
}

const lineOf = (
  policy: Policy,
  personId: string,
  paidFen: number,
  dueFen: number
): SettlementLine => {
  const [tooLittle, tooMuch] = [Math.max(0, dueFen - paidFen), Math.max(0, paidFen - dueFen)]
  const isToppedUp = policy !== "Keep"
  const isRecovered = policy === "RecoverNextPeriod"
  return {
    personId,
    paidFen,
    dueFen,
    topUpFen: isToppedUp ? tooLittle : 0,
    recoverFen: isRecovered ? tooMuch : 0,
    forgoneFen: isToppedUp ? 0 : tooLittle,
    keptFen: isRecovered ? 0 : tooMuch
  }
}

const differenceOf = (paid: BonusPlan, due: BonusPlan): BonusProblem.BonusProblem | undefined => {
  const [one, other] = [paid, due].map((plan) => ({
    level: plan.level,
    budget: plan.budgetFen,
    rules: `${plan.rules.id} ${plan.rules.version}`,
    scoring: plan.basedOn.digest,
    period: `${plan.basedOn.fromSec}-${plan.basedOn.untilSec}`
  }))
  for (const what of ["level", "budget", "rules", "scoring", "period"] as const) {
    const [found, expected] = [one?.[what] ?? "", other?.[what] ?? ""]
    if (found !== expected) return BonusProblem.make("PlanDiffers", what, found, expected)
  }
  return undefined
}
