/**
 * When data end: every kind of record has a rule that says how long it is kept, counted from its
 * making or from the end of what it served, and what happens then. The end dates are computed from
 * the record, so a change of rule needs no change of data.
 */
import { type Id, type Provenance, Seconds } from "@wangge/facts"

/**
 * What happens to a record at its end: the whole record goes, or it stays without the persons.
 *
 * @source Personal Information Protection Law of China (2021), article 47 (deletion) and article 73
 * (anonymised data)
 * @category retention
 * @since 0.1.0
 */
export const endActs = ["Erase", "Anonymise"] as const

/**
 * One of {@link endActs}.
 *
 * @category retention
 * @since 0.1.0
 */
export type EndAct = (typeof endActs)[number]

/**
 * How long one kind of record is kept: `keepDays` whole days of 86,400 seconds from its start.
 *
 * @category retention
 * @since 0.1.0
 */
export interface Rule {
  readonly keepDays: number
  readonly endAct: EndAct
  readonly provenance: Provenance.Provenance
}

/**
 * The kinds of records that come with a rule. Append only.
 *
 * `ReporterContact` and `ReporterIdentity` start when the case closed, `FreeText` and `Photo` as
 * well; `Publication` starts when it was published, `CareEntry` when it was last confirmed,
 * `AccessRecord` when it was written.
 *
 * @source none: our own cut
 * @category retention
 * @since 0.1.0
 */
export const kinds = [
  "ReporterContact",
  "ReporterIdentity",
  "FreeText",
  "Photo",
  "Publication",
  "CareEntry",
  "AccessRecord"
] as const

/**
 * One of {@link kinds}.
 *
 * @category retention
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

/**
 * The longest that something may stay published, in days: 89 are never more than three calendar
 * months, which have 89 to 92.
 *
 * @source none: no law names a length; three months let a resident see a case through and end
 * before a published matter becomes a lasting mark
 * @category retention
 * @since 0.1.0
 */
export const publicationDaysMax = 89

/**
 * The rules unless a locality sets its own: the law asks for the shortest time that the purpose
 * needs and names no length, so every number is assumed and says why.
 *
 * ```ts
 * import { Retention } from "@wangge/privacy"
 *
 * Retention.defaults.Publication.keepDays // => 89
 * ```
 *
 * @source Personal Information Protection Law of China (2021), article 19: the shortest time needed;
 * the lengths are assumed
 * @category retention
 * @since 0.1.0
 */
export const defaults: Readonly<Record<Kind, Rule>> = {
  ReporterContact: {
    keepDays: 90,
    endAct: "Erase",
    provenance: { kind: "assumed", reason: "the appeal window of 30 days, and time to answer it" }
  },
  ReporterIdentity: {
    keepDays: 365,
    endAct: "Anonymise",
    provenance: { kind: "assumed", reason: "a year shows whether the same matter comes back" }
  },
  FreeText: {
    keepDays: 730,
    endAct: "Erase",
    provenance: { kind: "assumed", reason: "two yearly evaluations may look at what was done" }
  },
  Photo: {
    keepDays: 180,
    endAct: "Erase",
    provenance: { kind: "assumed", reason: "a photo proves the repair until no appeal is open" }
  },
  Publication: {
    keepDays: publicationDaysMax,
    endAct: "Erase",
    provenance: { kind: "assumed", reason: "at most three months" }
  },
  CareEntry: {
    keepDays: 180,
    endAct: "Erase",
    provenance: { kind: "assumed", reason: "a need that nobody confirms for half a year has ended" }
  },
  AccessRecord: {
    keepDays: 1095,
    endAct: "Erase",
    provenance: {
      kind: "assumed",
      reason: "the record of impact assessments is kept three years at least by article 56"
    }
  }
}

/**
 * The first second at which a record is no longer kept.
 *
 * `startSec` is a whole second. Throws a `RangeError` for a rule whose days are not a whole number
 * of at least 1.
 *
 * ```ts
 * import { Retention } from "@wangge/privacy"
 *
 * Retention.endSec(Retention.defaults.ReporterContact, 0) / 86_400 // => 90
 * ```
 *
 * @category retention
 * @since 0.1.0
 */
export const endSec = (rule: Rule, startSec: number): number => {
  if (!Number.isSafeInteger(rule.keepDays) || rule.keepDays < 1) {
    throw new RangeError(`A record is kept whole days, at least 1; got ${rule.keepDays}`)
  }
  return startSec + rule.keepDays * Seconds.daySec
}

/**
 * Whether a record has reached its end at `atSec`: its last second is kept, the next is not.
 *
 * ```ts
 * import { Retention } from "@wangge/privacy"
 *
 * const end = Retention.endSec(Retention.defaults.Photo, 0)
 * const expired = [end - 1, end, end + 1].map((atSec) =>
 *   Retention.isExpired(Retention.defaults.Photo, 0, atSec)
 * )
 * expired // => [false, true, true]
 * ```
 *
 * @category retention
 * @since 0.1.0
 */
export const isExpired = (rule: Rule, startSec: number, atSec: number): boolean =>
  atSec >= endSec(rule, startSec)

/**
 * One thing that is kept: its kind, its name, and when its time began. A thing whose time has not
 * begun (an open case) is not listed.
 *
 * @category retention
 * @since 0.1.0
 */
export interface Kept {
  readonly kind: Kind
  readonly recordId: Id.Id<string>
  readonly startSec: number
}

/**
 * One thing whose time is over, since when, and what is to be done.
 *
 * @category retention
 * @since 0.1.0
 */
export interface Expired {
  readonly kind: Kind
  readonly recordId: Id.Id<string>
  readonly endSec: number
  readonly endAct: EndAct
}

/**
 * What has to go at `atSec`, longest overdue first, ties in the order given.
 *
 * Cost: n log n.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { Retention } from "@wangge/privacy"
 *
 * const kept = [
 *   { kind: "Photo", recordId: Id.make("photo-1"), startSec: 0 },
 *   { kind: "AccessRecord", recordId: Id.make("look-1"), startSec: 0 }
 * ] as const
 * Retention.expired(Retention.defaults, kept, 200 * 86_400).map(({ recordId }) => recordId)
 * // => ["photo-1"]
 * ```
 *
 * @category retention
 * @since 0.1.0
 */
export const expired = (
  rules: Readonly<Record<Kind, Rule>>,
  kept: ReadonlyArray<Kept>,
  atSec: number
): ReadonlyArray<Expired> =>
  kept
    .filter(({ kind, startSec }) => isExpired(rules[kind], startSec, atSec))
    .map(({ kind, recordId, startSec }) => ({
      kind,
      recordId,
      endSec: endSec(rules[kind], startSec),
      endAct: rules[kind].endAct
    }))
    .sort((one, other) => one.endSec - other.endSec)
