/**
 * Honours: the only way in which a person comes onto a board, by an own consent. There is no list of
 * those who got no honour, and no household with fewer than ten stars anywhere.
 */
import type { Id, Label } from "@wangge/facts"
import * as HonourConsent from "./HonourConsent.ts"

/**
 * Kinds of honours. Append only.
 *
 * @source Longxian, news report on "four-quality" communities (四型社区), 2023, for the ten-star household;
 * the others are none: our own list
 * @category honours
 * @since 0.1.0
 */
export const kinds = ["TenStarHousehold", "ModelWorker", "ModelLead", "ModelVolunteer"] as const

/**
 * One of {@link kinds}.
 *
 * @category honours
 * @since 0.1.0
 */
export type HonourKind = (typeof kinds)[number]

/**
 * What each kind is called on a screen, in English and Chinese.
 *
 * @source none: the usual words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<HonourKind, Label.Label>> = {
  TenStarHousehold: { en: "ten-star household", zh: "十星级文明户" },
  ModelWorker: { en: "model grid worker", zh: "优秀网格员" },
  ModelLead: { en: "model grid lead", zh: "优秀网格长" },
  ModelVolunteer: { en: "model volunteer", zh: "优秀志愿者" }
}

/**
 * An honour of one person: `citation` says what for, free of other persons.
 *
 * @category honours
 * @since 0.1.0
 */
export interface HonourEntry {
  readonly entryId: string
  readonly honour: HonourKind
  readonly personId: Id.Id<"Person">
  readonly citation: Label.Label
}

/**
 * The consent by which an entry may be shown at an instant, or `"None"`; the one that lasts longest
 * where there are several.
 *
 * @category honours
 * @since 0.1.0
 */
export const consentFor = (
  entry: Pick<HonourEntry, "honour" | "personId">,
  consents: ReadonlyArray<HonourConsent.HonourConsent>,
  atSec: number
): HonourConsent.HonourConsent | "None" =>
  consents
    .filter(
      (consent) =>
        consent.personId === entry.personId &&
        consent.honour === entry.honour &&
        HonourConsent.isInForce(consent, atSec)
    )
    .reduce<HonourConsent.HonourConsent | "None">(
      (best, consent) => (best === "None" || consent.untilSec > best.untilSec ? consent : best),
      "None"
    )
