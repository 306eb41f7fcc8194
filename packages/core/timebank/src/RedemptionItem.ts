/**
 * What hours and points can be redeemed for: things and neighbourly services that a community gives on
 * top, in limited stock. Public services are for everybody and cannot be priced, and nothing that
 * works like money can be listed: both are impossible by type, because no such kind exists.
 */
import type { Label, Provenance } from "@wangge/facts"
import type { LocalPeriod } from "./LocalPeriod.ts"
import type { Unit } from "./Unit.ts"

/**
 * The kinds of things that may be listed. Append only, and never a member of {@link forbidden}.
 *
 * @source none: our own list; no conversion to cash and no gate before a public service: Civil Affairs
 * Order 67 (2021) on the records of volunteering
 * @category redemption
 * @since 0.1.0
 */
export const kinds = [
  "DailyGoods",
  "Keepsake",
  "Course",
  "CulturalActivity",
  "NeighbourService"
] as const

/**
 * One of the {@link kinds}.
 *
 * @category redemption
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

/**
 * What must never become a kind: money, what can be exchanged for it, and what everybody is entitled
 * to without points. A type check fails when one of them enters {@link kinds}.
 *
 * @source Civil Affairs Order 67 (2021): volunteering is unpaid; State Council Office 2020 No. 49: no
 * local limits on public services beyond law
 * @category redemption
 * @since 0.1.0
 */
export const forbidden = [
  "Cash",
  "BankTransfer",
  "PrepaidCard",
  "CashVoucher",
  "ShoppingCredit",
  "FeeWaiver",
  "PublicService",
  "QueuePriority",
  "Admission"
] as const

/** The list with every forbidden kind made unusable: does not compile when one slips in. */
type Allowed<Listed extends string> =
  Extract<Listed, (typeof forbidden)[number]> extends never ? Listed : never

/**
 * The words for the kinds, in English and Chinese.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<Allowed<Kind>, Label.Label>> = {
  DailyGoods: { en: "daily goods", zh: "日用品" },
  Keepsake: { en: "keepsake", zh: "纪念品" },
  Course: { en: "course", zh: "课程培训" },
  CulturalActivity: { en: "cultural activity", zh: "文体活动" },
  NeighbourService: { en: "neighbour service", zh: "邻里便民服务" }
}

/**
 * One line of the redemption list. `price` is in the smallest unit of `unit` (minutes or points) for
 * one piece; a person may have at most `personCount` pieces per local `period`; a reservation
 * waits `reserveHours` before it lapses; what is paid goes to the merchant's account `merchantId`.
 *
 * @category redemption
 * @since 0.1.0
 */
export interface RedemptionItem {
  readonly id: string
  readonly kind: Kind
  readonly label: Label.Label
  readonly unit: Unit
  readonly price: Provenance.SourcedNumber
  readonly personCount: Provenance.SourcedNumber
  readonly period: LocalPeriod
  readonly reserveHours: Provenance.SourcedNumber
  readonly merchantId: string
}
