/**
 * The kinds of accounts. There is none for cash and none for a public service: what has no kind
 * cannot be paid into, so that credits never become money and never gate a service.
 */
import type { Label } from "@wangge/facts"

/**
 * All kinds: a person, a household, a group; a pool (donations, honours); the issuer, whose
 * negative balance is what is issued; a merchant, where redeemed credits end; suspense, for
 * amounts that still have to be explained; expiry, where lapsed credits end. The position is the
 * number used in columns: append only.
 *
 * @source none: our own list; groups and the donation pool as in Nanjing's rules (Xinhua, 2019)
 * @category accounts
 * @since 0.1.0
 */
export const list = [
  "Person",
  "Household",
  "Group",
  "Pool",
  "Issuer",
  "Merchant",
  "Suspense",
  "Expiry"
] as const

/**
 * One of {@link list}.
 *
 * @category accounts
 * @since 0.1.0
 */
export type AccountKind = (typeof list)[number]

/**
 * What each kind is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<AccountKind, Label.Label>> = {
  Person: { en: "person", zh: "个人账户" },
  Household: { en: "household", zh: "家庭账户" },
  Group: { en: "group", zh: "团体账户" },
  Pool: { en: "pool", zh: "公益池" },
  Issuer: { en: "issuer", zh: "发行账户" },
  Merchant: { en: "merchant", zh: "兑换点" },
  Suspense: { en: "suspense", zh: "待查账户" },
  Expiry: { en: "expiry", zh: "过期账户" }
}

/**
 * Whether accounts of a kind keep the lapse dates of what they receive. Credits end at merchants,
 * at expiry and back at the issuer; everybody else keeps the dates.
 *
 * ```ts
 * import { AccountKind } from "@wangge/timebank"
 *
 * AccountKind.list.filter(AccountKind.keepsLots)
 * // => ["Person", "Household", "Group", "Pool", "Suspense"]
 * ```
 *
 * @source none: what is redeemed or expired cannot lapse again
 * @category accounts
 * @since 0.1.0
 */
export const keepsLots = (kind: AccountKind): boolean =>
  kind !== "Issuer" && kind !== "Merchant" && kind !== "Expiry"

/**
 * The position of a kind in {@link list}.
 *
 * Throws a `RangeError` for a text that is not in the list.
 *
 * ```ts
 * import { AccountKind } from "@wangge/timebank"
 *
 * AccountKind.codeOf("Pool") // => 3
 * ```
 *
 * @category accounts
 * @since 0.1.0
 */
export const codeOf = (kind: AccountKind): number => {
  const position = list.indexOf(kind)
  if (position < 0) {
    throw new RangeError(`A kind of account is one of ${list.join(", ")}; got ${kind}`)
  }
  return position
}
