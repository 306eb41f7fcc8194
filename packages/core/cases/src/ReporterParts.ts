/**
 * The small parts of a reporter's record: what was done to it and why, and what the reporter agreed
 * to. They are read as part of `Reporter`.
 */
import type { Purpose } from "@wangge/privacy"

/**
 * Why a reporter is hidden: the case complains of somebody, the reporter asked for it, or the
 * reporter is in danger otherwise. Append only.
 *
 * @source national petition rules, from general knowledge and not checked against the text: a complaint
 * is not passed to whom it complains of; the list is ours
 * @category reporters
 * @since 0.1.0
 */
export const hidingCauses = ["Complaint", "AskedByReporter", "DangerToReporter"] as const

/**
 * One of {@link hidingCauses}.
 *
 * @category reporters
 * @since 0.1.0
 */
export type HidingCause = (typeof hidingCauses)[number]

/**
 * Why a reporter is erased. Append only.
 *
 * @source Personal Information Protection Law of China (2021), article 47, items 1 to 5
 * @category reporters
 * @since 0.1.0
 */
export const erasureCauses = [
  "PurposeEnded",
  "RetentionEnded",
  "ConsentWithdrawn",
  "UnlawfulHandling",
  "OtherLaw"
] as const

/**
 * One of {@link erasureCauses}.
 *
 * @category reporters
 * @since 0.1.0
 */
export type ErasureCause = (typeof erasureCauses)[number]

/**
 * What was done to a record, when, by whom and why. There is no free text: nobody can write a name
 * into a cause. An act of the reporter's own names {@link theReporter} as its actor.
 *
 * @category reporters
 * @since 0.1.0
 */
export interface Act {
  readonly kind: "Registered" | "Hidden" | "ConsentGiven" | "ConsentWithdrawn" | "Erased"
  readonly atSec: number
  readonly actorId: string
  readonly cause: HidingCause | ErasureCause | Purpose.Purpose | "None"
}

/**
 * The actor of an act that the reporter did.
 *
 * @source none: our own word, so that no act keeps the reporter's id
 * @category reporters
 * @since 0.1.0
 */
export const theReporter = "reporter"

/**
 * Consent to one use, proved by the record `reference`; `isSeparate` says that it was asked for
 * alone.
 *
 * @category reporters
 * @since 0.1.0
 */
export interface Consent {
  readonly purpose: Purpose.Purpose
  readonly givenSec: number
  readonly reference: string
  readonly isSeparate: boolean
}
