/**
 * An appeal against a refused service: filed in time with a reason, decided once, by somebody who did
 * not make the verdict.
 */
import type { Id } from "@wangge/facts"
import type * as Eligibility from "./Eligibility.ts"
import * as EligibilityProblem from "./EligibilityProblem.ts"
import { clockObstacle } from "./internal/clockOrder.ts"
import { notYet } from "./ServiceMove.ts"

/**
 * One appeal. `resolvedSec` is `ServiceMove.notYet` and `resolvedById` empty while it is open.
 *
 * @category appeals
 * @since 0.1.0
 */
export interface EligibilityAppeal {
  readonly appealId: Id.Id<"EligibilityAppeal">
  readonly verdict: Eligibility.Verdict
  readonly filedSec: number
  readonly filedById: string
  readonly reason: string
  readonly status: "Open" | "Upheld" | "Dismissed"
  readonly resolvedSec: number
  readonly resolvedById: string
  readonly answer: string
}

/**
 * The appeal after a decision, or why it is refused.
 *
 * @category appeals
 * @since 0.1.0
 */
export type Decision =
  | { readonly ok: true; readonly appeal: EligibilityAppeal }
  | { readonly ok: false; readonly problem: EligibilityProblem.EligibilityProblem }

const refused = (problem: EligibilityProblem.EligibilityProblem): Decision => ({
  ok: false,
  problem
})

/**
 * Files an appeal.
 *
 * Refuses, in this order: `ActorMissing`, `TimeNotWhole`, `TimeWentBack` (before the verdict),
 * `NothingToAppeal`, `AppealTooLate` (after `appealUntilSec`), `ReasonMissing`.
 *
 * @source Personal Information Protection Law of China (2021), article 24
 * @category appeals
 * @since 0.1.0
 */
export const file = (
  verdict: Eligibility.Verdict,
  order: {
    readonly appealId: Id.Id<"EligibilityAppeal">
    readonly atSec: number
    readonly byId: string
    readonly reason: string
  }
): Decision => {
  const { appealId, atSec, byId, reason } = order
  const obstacle = clockObstacle(order, verdict.atSec, appealId)
  if (obstacle !== undefined) return refused(obstacle)
  if (verdict.isEligible) {
    return refused(EligibilityProblem.make("NothingToAppeal", appealId, "", ""))
  }
  if (atSec > verdict.appealUntilSec) {
    const { appealUntilSec } = verdict
    return refused(EligibilityProblem.make("AppealTooLate", appealId, atSec, appealUntilSec))
  }
  if (reason.trim() === "")
    return refused(EligibilityProblem.make("ReasonMissing", appealId, "", ""))
  return {
    ok: true,
    appeal: {
      appealId,
      verdict,
      filedSec: atSec,
      filedById: byId,
      reason,
      status: "Open",
      resolvedSec: notYet,
      resolvedById: "",
      answer: ""
    }
  }
}

/**
 * Decides on an appeal, once.
 *
 * Refuses, in this order: `ActorMissing`, `TimeNotWhole`, `TimeWentBack`, `AlreadyResolved`,
 * `SamePerson` (who made the verdict), `ReasonMissing` (an answer without words).
 *
 * @source none: nobody decides on an objection to an own decision
 * @category appeals
 * @since 0.1.0
 */
export const resolve = (
  appeal: EligibilityAppeal,
  order: {
    readonly atSec: number
    readonly byId: string
    readonly isUpheld: boolean
    readonly answer: string
  }
): Decision => {
  const { appealId, verdict, filedSec, filedById, reason, status, resolvedSec } = appeal
  const { atSec, byId, isUpheld, answer } = order
  const obstacle = clockObstacle(order, filedSec, appealId)
  if (obstacle !== undefined) return refused(obstacle)
  if (status !== "Open") {
    return refused(EligibilityProblem.make("AlreadyResolved", appealId, resolvedSec, ""))
  }
  if (byId === verdict.decidedById) {
    return refused(EligibilityProblem.make("SamePerson", appealId, byId, ""))
  }
  if (answer.trim() === "")
    return refused(EligibilityProblem.make("ReasonMissing", appealId, "", ""))
  return {
    ok: true,
    appeal: {
      appealId,
      verdict,
      filedSec,
      filedById,
      reason,
      status: isUpheld ? "Upheld" : "Dismissed",
      resolvedSec: atSec,
      resolvedById: byId,
      answer
    }
  }
}

/**
 * Whether somebody may have the service after all appeals: by the verdict, or by an appeal against
 * this verdict that was upheld.
 *
 * @category appeals
 * @since 0.1.0
 */
export const isServed = (
  verdict: Eligibility.Verdict,
  appeals: ReadonlyArray<EligibilityAppeal>
): boolean =>
  verdict.isEligible ||
  appeals.some(
    ({ status, verdict: of }) =>
      status === "Upheld" &&
      of.residentId === verdict.residentId &&
      of.skillId === verdict.skillId &&
      of.atSec === verdict.atSec
  )
