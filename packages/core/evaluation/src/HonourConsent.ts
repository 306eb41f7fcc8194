/**
 * Consent to be named on an honours board: separate, for one kind of honour, until a date, and
 * withdrawn whenever the person wants. Whoever is not named by an own consent does not appear.
 */
import { type Id, Seconds } from "@wangge/facts"
import { LegalBasis } from "@wangge/privacy"
import * as BoardProblem from "./BoardProblem.ts"
import type { HonourKind } from "./Honour.ts"
import { notYet } from "./internal/notYet.ts"

/**
 * The consent of one person to one kind of honour, in force from `givenSec` up to but not including
 * `untilSec`, or until it was withdrawn (`withdrawnSec`, {@link notYet} if never). `shownName` is the
 * name that the person wants to be shown by, which may be an alias. For a household it is the consent
 * of the person who speaks for it.
 *
 * @category consents
 * @since 0.1.0
 */
export interface HonourConsent {
  readonly personId: Id.Id<"Person">
  readonly honour: HonourKind
  readonly shownName: string
  readonly basis: LegalBasis.LegalBasis
  readonly givenSec: number
  readonly untilSec: number
  readonly withdrawnSec: number
}

export { notYet } from "./internal/notYet.ts"

/**
 * A consent, or why it is none.
 *
 * @category consents
 * @since 0.1.0
 */
export type Decision =
  | { readonly ok: true; readonly consent: HonourConsent }
  | { readonly ok: false; readonly problem: BoardProblem.BoardProblem }

/**
 * A consent as it is given.
 *
 * Returns `TimeNotWhole`, `EmptyConsent` (it ends when it begins or before), `ReasonMissing` (no name
 * to be shown by, or no record of the consent) and `ConsentNotSeparate`.
 *
 * @source Personal Information Protection Law of China (2021), article 25: no disclosure without
 * separate consent
 * @category consents
 * @since 0.1.0
 */
export const give = (given: Omit<HonourConsent, "withdrawnSec">): Decision => {
  const { personId, honour, shownName, basis, givenSec, untilSec } = given
  const problem = problemOf(given)
  if (problem !== undefined) return { ok: false, problem }
  return {
    ok: true,
    consent: { personId, honour, shownName, basis, givenSec, untilSec, withdrawnSec: notYet }
  }
}

const problemOf = (
  given: Omit<HonourConsent, "withdrawnSec">
): BoardProblem.BoardProblem | undefined => {
  const { personId, shownName, basis, givenSec, untilSec } = given
  const odd = [givenSec, untilSec].find((sec) => !Seconds.isWhole(sec))
  if (odd !== undefined) return BoardProblem.make("TimeNotWhole", personId, odd, "")
  if (untilSec <= givenSec) return BoardProblem.make("EmptyConsent", personId, untilSec, givenSec)
  const isNamed = LegalBasis.problems(basis, "Ordinary", "honour").length === 0
  if (!isNamed || shownName.trim() === "")
    return BoardProblem.make("ReasonMissing", personId, "", "")
  if (basis.kind === "Consent" && basis.isSeparateConsent) return undefined
  return BoardProblem.make("ConsentNotSeparate", personId, basis.kind, "separate Consent")
}

/**
 * The consent withdrawn: from `atSec` on it holds no longer.
 *
 * Returns `TimeNotWhole`, `TimeWentBack` and `AlreadyWithdrawn`.
 *
 * @source Personal Information Protection Law of China (2021), article 15: consent may be withdrawn,
 * by an easy way
 * @category consents
 * @since 0.1.0
 */
export const withdraw = (of: HonourConsent, atSec: number): Decision => {
  const { personId, honour, shownName, basis, givenSec, untilSec, withdrawnSec } = of
  const refuse = (code: BoardProblem.Code, found: number, expected: number): Decision => ({
    ok: false,
    problem: BoardProblem.make(code, personId, found, expected)
  })
  if (!Seconds.isWhole(atSec)) return refuse("TimeNotWhole", atSec, givenSec)
  if (atSec < givenSec) return refuse("TimeWentBack", atSec, givenSec)
  if (withdrawnSec !== notYet) return refuse("AlreadyWithdrawn", withdrawnSec, notYet)
  return {
    ok: true,
    consent: { personId, honour, shownName, basis, givenSec, untilSec, withdrawnSec: atSec }
  }
}

/**
 * Whether a consent holds at an instant: from its first second on, no longer at its end or at its
 * withdrawal.
 *
 * ```ts
 * import { HonourConsent } from "@wangge/evaluation"
 * import { Id } from "@wangge/facts"
 *
 * const given = HonourConsent.give({
 *   personId: Id.make("p-1"), honour: "ModelWorker", shownName: "Li", givenSec: 10, untilSec: 90,
 *   basis: { kind: "Consent", reference: "form 12", isSeparateConsent: true, assessmentId: "" }
 * })
 * if (!given.ok) throw new Error(given.problem.code)
 * const ended = HonourConsent.withdraw(given.consent, 50)
 * const held = [9, 10, 49, 50].map((sec) => ended.ok && HonourConsent.isInForce(ended.consent, sec))
 * held // => [false, true, true, false]
 * ```
 *
 * @category consents
 * @since 0.1.0
 */
export const isInForce = (of: HonourConsent, atSec: number): boolean =>
  of.givenSec <= atSec && atSec < of.untilSec && atSec < of.withdrawnSec
