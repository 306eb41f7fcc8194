/**
 * What a reporter agreed to, use by use, and what was taken back. Consent is one legal basis among
 * several: handling a case stands on duty, naming a reporter anywhere stands on consent alone.
 */
import type { LegalBasis, Purpose } from "@wangge/privacy"
import { change } from "./internal/reporterDraft.ts"
import * as Reporter from "./Reporter.ts"
import * as ReporterProblem from "./ReporterProblem.ts"

/**
 * What a consent says: the use, the record that proves it, and whether it was asked for alone.
 *
 * @category reporters
 * @since 0.1.0
 */
export interface Giving extends Reporter.Order {
  readonly purpose: Purpose.Purpose
  readonly reference: string
  readonly isSeparate: boolean
}

/**
 * The record with a consent; a newer one for the same purpose takes the place of the older.
 *
 * Returns `ConsentNotNamed` without a reference, and `TimeNotWhole`, `ActorMissing`, `TimeWentBack` or
 * `AlreadyErased`.
 *
 * @source Personal Information Protection Law of China (2021), article 14
 * @category reporters
 * @since 0.1.0
 */
export const give = (of: Reporter.Reporter, order: Giving): Reporter.Decision => {
  if (order.reference.trim() === "") {
    const problem = ReporterProblem.make("ConsentNotNamed", "reference", "", "a record")
    return { ok: false, problem }
  }
  const { purpose, reference, isSeparate } = order
  return change(of, order, { kind: "ConsentGiven", cause: purpose }, (next) => {
    const consent = { purpose, givenSec: order.atSec, reference, isSeparate }
    next.consents = [...without(of, purpose), consent]
  })
}

/**
 * The record without the consent for a purpose; what was done on it before stays lawful.
 *
 * Returns `NoSuchConsent`, and `TimeNotWhole`, `ActorMissing`, `TimeWentBack` or
 * `AlreadyErased`.
 *
 * @source Personal Information Protection Law of China (2021), article 15
 * @category reporters
 * @since 0.1.0
 */
export const withdraw = (
  of: Reporter.Reporter,
  order: Reporter.Order & { readonly purpose: Purpose.Purpose }
): Reporter.Decision => {
  const { purpose } = order
  if (!Reporter.isErased(of) && !of.consents.some((one) => one.purpose === purpose)) {
    const problem = ReporterProblem.make("NoSuchConsent", "consents", purpose, "None")
    return { ok: false, problem }
  }
  return change(of, order, { kind: "ConsentWithdrawn", cause: purpose }, (next) => {
    next.consents = without(of, purpose)
  })
}

/**
 * The legal basis that a reporter's consent to a purpose gives now, `"None"` without one.
 *
 * @category reporters
 * @since 0.1.0
 */
export const basisOf = (
  of: Reporter.Reporter,
  purpose: Purpose.Purpose
): LegalBasis.LegalBasis | "None" => {
  const consent = of.consents.find((one) => one.purpose === purpose)
  if (consent === undefined) return "None"
  const { reference, isSeparate } = consent
  return { kind: "Consent", reference, isSeparateConsent: isSeparate, assessmentId: "" }
}

const without = (
  of: Reporter.Reporter,
  purpose: Purpose.Purpose
): ReadonlyArray<Reporter.Consent> => of.consents.filter((one) => one.purpose !== purpose)
