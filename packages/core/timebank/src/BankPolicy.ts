/**
 * The policy of a time bank as one plain, versioned record: tariff, caps, gifts, own use, expiry,
 * inheritance, grants, redemption, signals. Every number says where it comes from. `BankRules`
 * compiles it; `BankPolicySchema` reads and writes it as a file.
 */
import type { Label, Provenance } from "@wangge/facts"
import type { AccountKind } from "./AccountKind.ts"
import type { Operator, ShortfallPolicy } from "./LedgerRules.ts"
import type { LocalPeriod } from "./LocalPeriod.ts"
import type { RedemptionItem } from "./RedemptionItem.ts"
import type { Relation } from "./RelativeRegister.ts"
import type { SignalPolicy } from "./SignalPolicy.ts"
import type * as Tariff from "./Tariff.ts"
import type { Unit } from "./Unit.ts"

/**
 * A number with its source, or none: no cap, no age, no lapse.
 *
 * @category policies
 * @since 0.1.0
 */
export type Limit = "none" | Provenance.SourcedNumber

/**
 * The most that one person's account may be credited for service on one local day, in one local month
 * and in all, and the most that it may hold, in smallest units.
 *
 * @category policies
 * @since 0.1.0
 */
export interface Caps {
  readonly day: Limit
  readonly month: Limit
  readonly inAll: Limit
  readonly balance: Limit
}

/**
 * Where the part of a credit goes that a cap turns away: to the pool of donations, from which others
 * are helped, or to the pool of honours, where it only stands as recognition. Append only.
 *
 * @source Nanjing (Xinhua, 30 August 2019): hours beyond the limit are mainly for donation or public
 * recognition (捐赠或社会褒奖)
 * @category policies
 * @since 0.1.0
 */
export const excessTargets = ["Donations", "Honours"] as const

/**
 * One of the {@link excessTargets}.
 *
 * @category policies
 * @since 0.1.0
 */
export type ExcessTarget = (typeof excessTargets)[number]

/**
 * Accounts of the bank itself: one per unit and purpose, by id.
 *
 * @category policies
 * @since 0.1.0
 */
export interface BankAccounts {
  readonly issuer: string
  readonly donations: string
  readonly honours: string
  readonly expiry: string
  readonly suspense: string
}

/**
 * Gifts between persons. `relations` lists the relations to which gifts may go, none for no gifts at
 * all; the receiver has completed `receiverAgeYears`; `yearAmount` is the most that one person gives
 * in a local year.
 *
 * @category policies
 * @since 0.1.0
 */
export interface GiftPolicy {
  readonly relations: ReadonlyArray<Relation>
  readonly receiverAgeYears: Limit
  readonly yearAmount: Readonly<Record<Unit, Limit>>
}

/**
 * When a credit lapses: so many months after the day of service, at the end of that local day or
 * month. What was donated keeps its date (`KeepDate`) or loses it (`NoDate`).
 *
 * @category policies
 * @since 0.1.0
 */
export interface ExpiryPolicy {
  readonly months: Readonly<Record<Unit, Limit>>
  readonly endOf: Extract<LocalPeriod, "Day" | "Month">
  readonly donated: "KeepDate" | "NoDate"
}

/**
 * One kind of grant: whom it welcomes or helps. At most `amount` to a person once per `personPeriod`,
 * at most `budget` to all in a `budgetPeriod`; paid by the issuer or from the pool of donations.
 *
 * @category policies
 * @since 0.1.0
 */
export interface GrantRule {
  readonly id: string
  readonly label: Label.Label
  readonly unit: Unit
  readonly from: "Issuer" | "Donations"
  readonly amount: Provenance.SourcedNumber
  readonly personPeriod: LocalPeriod
  readonly budget: Provenance.SourcedNumber
  readonly budgetPeriod: LocalPeriod
}

/**
 * A policy of a time bank. `revision` rises with every published change; `zone` is the IANA zone whose
 * days and months count.
 *
 * @category policies
 * @since 0.1.0
 */
export interface BankPolicy {
  readonly id: string
  readonly revision: number
  readonly label: Label.Label
  readonly zone: string
  readonly operators: ReadonlyArray<Operator>
  readonly accounts: Readonly<Record<Unit, BankAccounts>>
  readonly tariff: ReadonlyArray<Tariff.Row>
  readonly caps: Readonly<Record<Unit, Caps>>
  readonly excessTo: ExcessTarget
  /** Groups can only receive and donate; else they spend as households do. */
  readonly groupsOnlyDonate: boolean
  readonly gifts: GiftPolicy
  /** Age from which a person spends what he earned himself. */
  readonly ownUseAgeYears: Limit
  /** The largest credit line that an operator may grant a person or household. */
  readonly creditLine: Readonly<Record<Unit, Limit>>
  readonly expiry: ExpiryPolicy
  /** Relations that may inherit; the rest, or all, goes to the pool of donations. */
  readonly heirs: ReadonlyArray<Relation>
  readonly grants: ReadonlyArray<GrantRule>
  readonly redemption: ReadonlyArray<RedemptionItem>
  readonly shortfall: ShortfallPolicy
  readonly signals: SignalPolicy
}

/**
 * The kinds of accounts that caps, ages and purchase limits are about. A group's account has none: it
 * can only donate, or spends for many.
 *
 * @source none: caps are stated per person
 * @category policies
 * @since 0.1.0
 */
export const personalKinds: ReadonlyArray<AccountKind> = ["Person", "Household"]

/**
 * A limit as a plain number, `otherwise` where there is none.
 *
 * ```ts
 * import { BankPolicy } from "@wangge/timebank"
 *
 * BankPolicy.numberOf("none", 7) // => 7
 * ```
 *
 * @category policies
 * @since 0.1.0
 */
export const numberOf = (limit: Limit, otherwise: number): number =>
  limit === "none" ? otherwise : limit.value
