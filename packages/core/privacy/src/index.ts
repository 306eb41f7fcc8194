/**
 * Personal data with care: hidden values, purposes and legal bases, purpose-bound views, retention,
 * tables without small counts.
 *
 * @packageDocumentation
 */

export * as CareList from "./CareList.ts"
export * as DataClass from "./DataClass.ts"
export * as LegalBasis from "./LegalBasis.ts"
export * as PrivacyProblem from "./PrivacyProblem.ts"
export * as Purpose from "./Purpose.ts"
export * as Redaction from "./Redaction.ts"
export * as Retention from "./Retention.ts"
export * as Sensitive from "./Sensitive.ts"
export * as Suppression from "./Suppression.ts"
export * as View from "./View.ts"
