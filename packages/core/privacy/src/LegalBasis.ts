/**
 * Why somebody may handle personal data: consent, a legal duty, or another ground that the law
 * names. Every look at a hidden value states its basis, so that a record of the look can say by
 * what right it happened.
 */
import type { Label } from "@wangge/facts"
import * as DataClass from "./DataClass.ts"
import * as PrivacyProblem from "./PrivacyProblem.ts"

/**
 * All kinds of basis, in the order of the law. The position is the number used in databases: append
 * only, never reorder or reuse a position.
 *
 * @source Personal Information Protection Law of China (2021), article 13, items 1 to 7
 * @category legal bases
 * @since 0.1.0
 */
export const kinds = [
  "Consent",
  "Contract",
  "StatutoryDuty",
  "Emergency",
  "NewsInPublicInterest",
  "AlreadyPublic",
  "OtherLaw"
] as const

/**
 * One of {@link kinds}.
 *
 * @category legal bases
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

/**
 * One legal basis, as it stands on record.
 *
 * `reference` names the record of the consent or the clause of the law; it is never empty for a
 * basis that holds. `isSeparateConsent` says that the consent was asked for this alone.
 * `assessmentId` names the impact assessment, empty for none.
 *
 * @category legal bases
 * @since 0.1.0
 */
export interface LegalBasis {
  readonly kind: Kind
  readonly reference: string
  readonly isSeparateConsent: boolean
  readonly assessmentId: string
}

/**
 * A statutory duty, named by the clause that imposes it: the usual basis of a public body.
 *
 * ```ts
 * import { LegalBasis } from "@wangge/privacy"
 *
 * LegalBasis.duty("city hotline rules, clause 4").kind // => "StatutoryDuty"
 * ```
 *
 * @source Personal Information Protection Law of China (2021), article 34: a state organ acts within
 * the powers and procedures that law and regulations give it
 * @category legal bases
 * @since 0.1.0
 */
export const duty = (reference: string, assessmentId = ""): LegalBasis => ({
  kind: "StatutoryDuty",
  reference,
  isSeparateConsent: false,
  assessmentId
})

/**
 * What a basis lacks for data of a class; empty when it holds.
 *
 * Returns `BasisNotNamed` for a basis without a reference, and for a sensitive class
 * `SeparateConsentMissing` for consent that was not separate and `AssessmentMissing` without an
 * impact assessment. `field` is only named in the problems. Whether the reference is true is for
 * the caller to see to.
 *
 * ```ts
 * import { LegalBasis } from "@wangge/privacy"
 *
 * const duty = LegalBasis.duty("city care rules, clause 5")
 * LegalBasis.problems(duty, "Ordinary", "name").length // => 0
 * LegalBasis.problems(duty, "Health", "illness").map(({ code }) => code) // => ["AssessmentMissing"]
 * ```
 *
 * @source Personal Information Protection Law of China (2021), articles 13 (a basis), 29 (separate
 * consent for sensitive data) and 55 (impact assessment before handling sensitive data)
 * @category legal bases
 * @since 0.1.0
 */
export const problems = (
  basis: LegalBasis,
  dataClass: DataClass.DataClass,
  field: string
): ReadonlyArray<PrivacyProblem.PrivacyProblem> => {
  const found: Array<PrivacyProblem.PrivacyProblem> = []
  if (basis.reference.trim() === "") {
    found.push(PrivacyProblem.make("BasisNotNamed", field, basis.kind, "LegalBasis.reference"))
  }
  if (!DataClass.isSensitive(dataClass)) return found
  if (basis.kind === "Consent" && !basis.isSeparateConsent) {
    const expected = "LegalBasis.isSeparateConsent"
    found.push(PrivacyProblem.make("SeparateConsentMissing", field, dataClass, expected))
  }
  if (basis.assessmentId.trim() === "") {
    found.push(
      PrivacyProblem.make("AssessmentMissing", field, dataClass, "LegalBasis.assessmentId")
    )
  }
  return found
}

/**
 * What each kind of basis is called on a screen, in English and Chinese.
 *
 * @source none: the words of the law, shortened
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<Kind, Label.Label>> = {
  Consent: { en: "consent", zh: "个人同意" },
  Contract: { en: "contract or employment", zh: "订立、履行合同或人力资源管理" },
  StatutoryDuty: { en: "statutory duty", zh: "履行法定职责或义务" },
  Emergency: {
    en: "public health or danger to life or property",
    zh: "突发公共卫生事件或紧急情况"
  },
  NewsInPublicInterest: { en: "news in the public interest", zh: "为公共利益的新闻报道、舆论监督" },
  AlreadyPublic: { en: "already lawfully public", zh: "已合法公开的信息" },
  OtherLaw: { en: "another law", zh: "法律、行政法规规定的其他情形" }
}
