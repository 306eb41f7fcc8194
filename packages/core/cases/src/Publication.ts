/**
 * Progress publication: residents read how a published case stands, and never whose it is. A
 * publication has an id of its own, an end, and can be withdrawn at once; what is shown is computed
 * from the case when somebody reads, so nothing stale and nothing personal is kept.
 */
import { type Id, type Provenance, Seconds } from "@wangge/facts"
import { Retention } from "@wangge/privacy"
import * as Case from "./Case.ts"
import type { CaseProfile } from "./CaseProfile.ts"
import type * as CaseSource from "./CaseSource.ts"
import * as CaseView from "./CaseView.ts"
import type * as Category from "./Category.ts"
import * as PublicationProblem from "./PublicationProblem.ts"

/**
 * What may be published, and how long at most, in whole days of 86,400 seconds.
 *
 * @category publication
 * @since 0.1.0
 */
export interface Terms {
  readonly daysMax: number
  readonly withheldCategories: ReadonlyArray<Category.Category>
  readonly withheldSources: ReadonlyArray<CaseSource.CaseSource>
  readonly provenance: Readonly<
    Record<"daysMax" | "withheldCategories" | "withheldSources", Provenance.Provenance>
  >
}

/**
 * The terms unless a locality sets its own: three months at most; no disputes, care or wages, no
 * petitions.
 *
 * ```ts
 * import { Publication } from "@wangge/cases"
 *
 * Publication.defaults.daysMax // => 89
 * ```
 *
 * @source none: assumed, the reason stands beside each
 * @category publication
 * @since 0.1.0
 */
export const defaults: Terms = {
  daysMax: Retention.publicationDaysMax,
  withheldCategories: ["NeighbourDispute", "SocialCare", "ConsumerWages"],
  withheldSources: ["PetitionOffice"],
  provenance: {
    daysMax: Retention.defaults.Publication.provenance,
    withheldCategories: {
      kind: "assumed",
      reason: "category, community and day are enough for a neighbour to guess the persons"
    },
    withheldSources: {
      kind: "assumed",
      reason: "there is no list of petitioners: petitions are counted only"
    }
  }
}

/**
 * Why a publication is withdrawn. Append only.
 *
 * @source none: our own list
 * @category publication
 * @since 0.1.0
 */
export const withdrawalCauses = ["AskedByReporter", "PersonsRecognisable", "Mistake"] as const

/**
 * One of {@link withdrawalCauses}.
 *
 * @category publication
 * @since 0.1.0
 */
export type WithdrawalCause = (typeof withdrawalCauses)[number]

/**
 * One publication of one case: shown from `publishedSec` up to but not including `untilSec`, or
 * until it was withdrawn (`withdrawnSec`, `Case.notYet` if never). `publicationId` is made by the
 * caller and says nothing about the case.
 *
 * @category publication
 * @since 0.1.0
 */
export interface Publication {
  readonly publicationId: Id.Id<"Publication">
  readonly caseId: Id.Id<"Case">
  readonly publishedSec: number
  readonly publishedById: string
  readonly untilSec: number
  readonly withdrawnSec: number
  readonly withdrawnById: string
  readonly withdrawalCause: WithdrawalCause | "None"
}

/**
 * The publication after a decision, or why it is refused.
 *
 * @category publication
 * @since 0.1.0
 */
export type Decision =
  | { readonly ok: true; readonly publication: Publication }
  | { readonly ok: false; readonly problem: PublicationProblem.PublicationProblem }

/**
 * Publishes a case for some days.
 *
 * Returns `TimeNotWhole`, `TimeWentBack` (before the report), `CategoryWithheld`, `SourceWithheld`
 * or `TooLong`. A closed case may be published too: residents see that it is done.
 *
 * @source Personal Information Protection Law of China (2021), article 25
 * @category publication
 * @since 0.1.0
 */
export const publish = (
  terms: Terms,
  item: Case.Case,
  order: {
    readonly publicationId: Id.Id<"Publication">
    readonly atSec: number
    readonly actorId: string
    readonly days: number
  }
): Decision => {
  const problem =
    timeProblem(order.atSec, item.reportedSec) ?? termsProblem(terms, item, order.days)
  if (problem !== undefined) return { ok: false, problem }
  return {
    ok: true,
    publication: {
      publicationId: order.publicationId,
      caseId: item.caseId,
      publishedSec: order.atSec,
      publishedById: order.actorId,
      untilSec: order.atSec + order.days * Seconds.daySec,
      withdrawnSec: Case.notYet,
      withdrawnById: "",
      withdrawalCause: "None"
    }
  }
}

/**
 * Withdraws a publication at once.
 *
 * Returns `TimeNotWhole`, `TimeWentBack` or `AlreadyWithdrawn`. One that has ended can be withdrawn
 * as well, so that the record shows that somebody asked.
 *
 * @category publication
 * @since 0.1.0
 */
export const withdraw = (
  of: Publication,
  order: { readonly atSec: number; readonly actorId: string; readonly cause: WithdrawalCause }
): Decision => {
  const problem = timeProblem(order.atSec, of.publishedSec) ?? withdrawnProblem(of)
  if (problem !== undefined) return { ok: false, problem }
  return {
    ok: true,
    publication: {
      publicationId: of.publicationId,
      caseId: of.caseId,
      publishedSec: of.publishedSec,
      publishedById: of.publishedById,
      untilSec: of.untilSec,
      withdrawnSec: order.atSec,
      withdrawnById: order.actorId,
      withdrawalCause: order.cause
    }
  }
}

/**
 * Whether a publication is shown at `atSec`: from its first second, no longer at its end or
 * withdrawal.
 *
 * @category publication
 * @since 0.1.0
 */
export const isShown = (of: Publication, atSec: number): boolean =>
  of.publishedSec <= atSec &&
  atSec < of.untilSec &&
  (of.withdrawnSec === Case.notYet || atSec < of.withdrawnSec)

/**
 * What residents read at `atSec`: the status of the case as it is then, and nobody's identity.
 *
 * Returns `OtherCase` for a case that the publication is not of, and `NotPublished` before, after,
 * when withdrawn, and when the case was reclassified into a category that the terms withhold. Throws a `RangeError` for an unknown zone.
 *
 * @category publication
 * @since 0.1.0
 */
export const read = (
  of: Publication,
  whole: Pick<CaseView.Whole, "item" | "sheet">,
  options: {
    readonly terms: Terms
    readonly profile: CaseProfile
    readonly zone: string
    readonly atSec: number
  }
):
  | { readonly ok: true; readonly view: CaseView.PublicView }
  | { readonly ok: false; readonly problem: PublicationProblem.PublicationProblem } => {
  if (whole.item.caseId !== of.caseId || whole.sheet.caseId !== of.caseId) {
    return { ok: false, problem: PublicationProblem.make("OtherCase", "case", "", "") }
  }
  const isWithheld = withheldProblem(options.terms, whole.item) !== undefined
  if (isWithheld || !isShown(of, options.atSec)) {
    return { ok: false, problem: PublicationProblem.make("NotPublished", "publication", "", "") }
  }
  const { profile, zone } = options
  return {
    ok: true,
    view: CaseView.everyone(whole, { publicationId: of.publicationId, profile, zone })
  }
}

type Found = PublicationProblem.PublicationProblem | undefined

const timeProblem = (atSec: number, notBeforeSec: number): Found => {
  if (!Seconds.isWhole(atSec)) {
    return PublicationProblem.make("TimeNotWhole", "atSec", atSec, "whole seconds")
  }
  return atSec < notBeforeSec
    ? PublicationProblem.make("TimeWentBack", "atSec", atSec, notBeforeSec)
    : undefined
}

const termsProblem = (terms: Terms, item: Case.Case, days: number): Found => {
  const problem = withheldProblem(terms, item)
  if (problem !== undefined) return problem
  return Seconds.isWhole(days) && days >= 1 && days <= terms.daysMax
    ? undefined
    : PublicationProblem.make("TooLong", "days", days, terms.daysMax)
}

const withheldProblem = (terms: Terms, item: Case.Case): Found => {
  if (terms.withheldCategories.includes(item.category)) {
    return PublicationProblem.make("CategoryWithheld", "category", item.category, "")
  }
  if (terms.withheldSources.includes(item.source)) {
    return PublicationProblem.make("SourceWithheld", "source", item.source, "")
  }
  return undefined
}

const withdrawnProblem = (of: Publication): Found =>
  of.withdrawnSec === Case.notYet
    ? undefined
    : PublicationProblem.make(
        "AlreadyWithdrawn",
        "publication",
        Seconds.toIsoInstant(of.withdrawnSec),
        ""
      )
