/**
 * Who may have a service: rules on where somebody lives or works, on age, and on a need. The applicant
 * has no registration and no points, by type, so that no rule can depend on them. A refusal carries
 * all its reasons and the time until which it can be appealed.
 */
import { type Id, Seconds } from "@wangge/facts"
import { Sensitive } from "@wangge/privacy"
import type { Neutral } from "./EligibilityBar.ts"
import * as EligibilityProblem from "./EligibilityProblem.ts"

/**
 * Who asks for a service. `livesInGridId` is where the person lives now, `worksInGridId` where the
 * person works, empty where there is none. `needs` are the classes of need on record, hidden.
 *
 * @category eligibility
 * @since 0.1.0
 */
export interface Applicant extends Neutral {
  readonly residentId: string
  readonly livesInGridId: Id.Id<"Grid"> | ""
  readonly worksInGridId: Id.Id<"Grid"> | ""
  readonly ageYears: number
  readonly needs: Sensitive.Sensitive<ReadonlyArray<string>>
}

/**
 * The rule for one kind of business: `place` says who is meant (anyone, those who live in one of
 * `gridIds`, or those who live or work there), ages are whole years with both ends included, `needs`
 * are classes of which one is enough (empty where no need is asked for).
 *
 * @category eligibility
 * @since 0.1.0
 */
export interface EligibilityRule {
  readonly skillId: string
  readonly place: "Anyone" | "Lives" | "LivesOrWorks"
  readonly gridIds: ReadonlyArray<Id.Id<"Grid">>
  readonly ageYearsMin: number
  readonly ageYearsMax: number
  readonly needs: ReadonlyArray<string>
}

/**
 * The rules of a place: one per kind at most (a kind without a rule is open to everyone), and the time
 * in which a refusal can be appealed.
 *
 * @category eligibility
 * @since 0.1.0
 */
export interface EligibilityRules {
  readonly rules: ReadonlyArray<EligibilityRule>
  readonly appealSec: number
}

/**
 * Time in which a refusal can be appealed, unless a town sets its own.
 *
 * @source Administrative Reconsideration Law of China (2023 revision), article 20: sixty days from
 *   knowing of the act; an appeal inside the house gets the same time (assumed)
 * @category eligibility
 * @since 0.1.0
 */
export const appealSecDefault: number = 60 * Seconds.daySec

/**
 * What is asked: for which kind, when, who answers for the verdict, and by what right a need may be
 * looked at.
 *
 * @category eligibility
 * @since 0.1.0
 */
export interface Asked {
  readonly skillId: string
  readonly atSec: number
  readonly decidedById: string
  readonly access: Sensitive.Request
}

/**
 * The verdict: eligible without reasons, or not, with every reason against it. `appealUntilSec` is the
 * last second at which an appeal is accepted.
 *
 * @category eligibility
 * @since 0.1.0
 */
export interface Verdict {
  readonly residentId: string
  readonly skillId: string
  readonly isEligible: boolean
  readonly reasons: ReadonlyArray<EligibilityProblem.EligibilityProblem>
  readonly atSec: number
  readonly decidedById: string
  readonly appealUntilSec: number
}

/**
 * The verdict on an applicant. A need is looked at only where the rule asks for one.
 *
 * Reasons are those of `EligibilityProblem.codes`, in that order, all that apply. Throws a
 * `RangeError` for an age that is no whole number from 0.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { LegalBasis, Sensitive } from "@wangge/privacy"
 * import { Eligibility } from "@wangge/service"
 *
 * const access = { purpose: "Care", basis: LegalBasis.duty("city care rules, clause 5") } as const
 * const rule = {
 *   skillId: "business-07", place: "Lives", gridIds: [Id.make<"Grid">("c-1")],
 *   ageYearsMin: 60, ageYearsMax: 200, needs: []
 * } as const
 * const verdict = Eligibility.assess(
 *   { rules: [rule], appealSec: Eligibility.appealSecDefault },
 *   {
 *     residentId: "r-1", livesInGridId: Id.make<"Grid">("c-1"), worksInGridId: "", ageYears: 59,
 *     needs: Sensitive.make([], { field: "needs", purposes: ["Care"], dataClass: "Ordinary" })
 *   },
 *   { skillId: "business-07", atSec: 0, decidedById: "desk-1", access }
 * )
 * verdict.reasons.map((reason) => reason.code) // => ["TooYoung"]
 * ```
 *
 * @source Longxian, news report on "four-quality" communities, 2023: “三同三通”; the form of the rules is
 *   ours. Personal Information Protection Law of China (2021), article 24: reasons and a way to object
 * @category eligibility
 * @since 0.1.0
 */
export const assess = (
  { rules, appealSec }: EligibilityRules,
  applicant: Applicant,
  asked: Asked
): Verdict => {
  if (!Number.isSafeInteger(applicant.ageYears) || applicant.ageYears < 0) {
    throw new RangeError(`An age is a whole number of years from 0; got ${applicant.ageYears}`)
  }
  const { skillId, atSec, decidedById, access } = asked
  const rule = rules.find((one) => one.skillId === skillId)
  const reasons =
    rule === undefined
      ? []
      : [
          ...placeReasons(rule, applicant),
          ...ageReasons(rule, applicant),
          ...needReasons(rule, applicant, access)
        ]
  return {
    residentId: applicant.residentId,
    skillId,
    isEligible: reasons.length === 0,
    reasons,
    atSec,
    decidedById,
    appealUntilSec: atSec + appealSec
  }
}

type Reasons = ReadonlyArray<EligibilityProblem.EligibilityProblem>

const placeReasons = (rule: EligibilityRule, applicant: Applicant): Reasons => {
  if (rule.place === "Anyone") return []
  const { livesInGridId, worksInGridId } = applicant
  const places = (
    rule.place === "Lives" ? [livesInGridId] : [livesInGridId, worksInGridId]
  ).flatMap((gridId) => (gridId === "" ? [] : [gridId]))
  if (places.some((gridId) => rule.gridIds.includes(gridId))) return []
  const expected = rule.gridIds.join(", ")
  return [
    places.length === 0
      ? EligibilityProblem.make("NoResidence", rule.skillId, "", expected)
      : EligibilityProblem.make("ResidenceElsewhere", rule.skillId, places.join(", "), expected)
  ]
}

const ageReasons = (
  { skillId, ageYearsMin, ageYearsMax }: EligibilityRule,
  of: Applicant
): Reasons => {
  const { ageYears } = of
  if (ageYears < ageYearsMin) {
    return [EligibilityProblem.make("TooYoung", skillId, ageYears, ageYearsMin)]
  }
  if (ageYears <= ageYearsMax) return []
  return [EligibilityProblem.make("TooOld", skillId, ageYears, ageYearsMax)]
}

const needReasons = (
  rule: EligibilityRule,
  applicant: Applicant,
  access: Sensitive.Request
): Reasons => {
  if (rule.needs.length === 0) return []
  const revealed = Sensitive.reveal(applicant.needs, access)
  if (!revealed.ok) {
    const found = revealed.problems.map(({ code }) => code).join(", ")
    return [EligibilityProblem.make("NeedNotReadable", rule.skillId, found, access.purpose)]
  }
  const isMet = rule.needs.some((need) => revealed.value.includes(need))
  if (isMet) return []
  return [EligibilityProblem.make("NeedNotMet", rule.skillId, "", rule.needs.join(", "))]
}
