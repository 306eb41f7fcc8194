/**
 * From when on something in the books is worth a look: the window and the thresholds of all signals,
 * each a number with where it comes from. A locality sets them in its policy; a threshold decides
 * only what is shown to a person.
 */
import { Provenance } from "@wangge/facts"

/**
 * Window and thresholds. Shares are from 0 to 1, `windowDays` whole local days.
 *
 * @category signals
 * @since 0.1.0
 */
export interface SignalPolicy {
  readonly windowDays: Provenance.SourcedNumber
  /** Fewest orders on each link of a pair or ring, at least 2. */
  readonly circleOrders: Provenance.SourcedNumber
  /** Least minutes of the lightest link by those of the heaviest. */
  readonly circleBalanceShare: Provenance.SourcedNumber
  /** Most persons in a ring, 3 to 6. */
  readonly ringPersons: Provenance.SourcedNumber
  /** Most circles of one length that chance may be expected to make for one to be shown. */
  readonly circleFalseAlarms: Provenance.SourcedNumber
  /** Fewest orders within one household. */
  readonly householdOrders: Provenance.SourcedNumber
  /** A period counts as near its cap from this share of the cap up to the cap itself. */
  readonly nearCapShare: Provenance.SourcedNumber
  /** Fewest periods near the cap. */
  readonly nearCapPeriods: Provenance.SourcedNumber
  /** Least share of periods near the cap among those with service. */
  readonly nearCapPeriodShare: Provenance.SourcedNumber
  /** Fewest orders at the maximum of the tariff. */
  readonly maximumOrders: Provenance.SourcedNumber
  /** Least share of orders at the maximum among a person's orders. */
  readonly maximumShare: Provenance.SourcedNumber
}

const assumed = (value: number, unit: string, reason: string): Provenance.SourcedNumber =>
  Provenance.assumed({ value, unit, reason })

/**
 * Thresholds to begin with; all of them are assumptions.
 *
 * @source none: no published time bank states thresholds; each reason stands beside its number
 * @category signals
 * @since 0.1.0
 */
export const base: SignalPolicy = {
  windowDays: assumed(
    180,
    "days",
    "half a year: long enough for a habit, short enough to ask about"
  ),
  circleOrders: assumed(4, "orders", "one order a month or so on each link; fewer prove nothing"),
  circleBalanceShare: assumed(0.75, "share", "what is given comes back within a quarter"),
  ringPersons: assumed(5, "persons", "longer rings are hard to keep up and slow to look for"),
  circleFalseAlarms: assumed(0.01, "circles", "one false circle in a hundred reports at most"),
  householdOrders: assumed(1, "orders", "one is enough to check the register of households"),
  nearCapShare: assumed(0.9, "share of the cap", "within a tenth of the cap"),
  nearCapPeriods: assumed(6, "periods", "a handful happens to busy volunteers"),
  nearCapPeriodShare: assumed(0.5, "share of periods", "half of all days or months with service"),
  maximumOrders: assumed(10, "orders", "fewer long services in a row are common"),
  maximumShare: assumed(0.9, "share of orders", "nearly all of a person's orders")
}
