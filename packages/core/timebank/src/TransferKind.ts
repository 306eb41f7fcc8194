/**
 * The kinds of transfers: why an amount moves. Which kind may move between which kinds of accounts
 * is a table of the policy (`LedgerRules`). There is no kind that pays out money or that pays for
 * a public service.
 */
import type { Label } from "@wangge/facts"

/**
 * All kinds. The position is the number used in columns: append only.
 *
 * Earn (credit for a confirmed service), Grant (welcome, emergency), Pay (for a service between
 * members), Gift, Donate (to a pool), Excess (what a cap turns away, to a pool), Payout (from a
 * pool), Redeem, Refund, Inherit, Sweep (the rest of a closed account), Expire, Adjust (by way of
 * suspense).
 *
 * @source domain of time banks: Helong report (爱心时间银行), Nanjing's rules (Xinhua, 2019); the list is
 * ours
 * @category transfers
 * @since 0.1.0
 */
export const list = [
  "Earn",
  "Grant",
  "Pay",
  "Gift",
  "Donate",
  "Excess",
  "Payout",
  "Redeem",
  "Refund",
  "Inherit",
  "Sweep",
  "Expire",
  "Adjust"
] as const

/**
 * One of {@link list}.
 *
 * @category transfers
 * @since 0.1.0
 */
export type TransferKind = (typeof list)[number]

/**
 * The kinds that a `Transfer` command may name: all but Sweep and Expire, which only closing and
 * the expiry run book.
 *
 * @category transfers
 * @since 0.1.0
 */
export type Plain = Exclude<TransferKind, "Sweep" | "Expire">

/**
 * The kinds that a hold may be placed for; those that a service earns are not among them.
 *
 * @category transfers
 * @since 0.1.0
 */
export type Holdable = Exclude<Plain, "Earn" | "Excess" | "Adjust">

/**
 * What each kind is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<TransferKind, Label.Label>> = {
  Earn: { en: "earned", zh: "服务所得" },
  Grant: { en: "granted", zh: "发放" },
  Pay: { en: "paid for a service", zh: "支付服务" },
  Gift: { en: "given", zh: "赠与" },
  Donate: { en: "donated", zh: "捐赠" },
  Excess: { en: "excess over the cap", zh: "超额转入公益池" },
  Payout: { en: "paid out of a pool", zh: "公益池支出" },
  Redeem: { en: "redeemed", zh: "兑换" },
  Refund: { en: "refunded", zh: "退还" },
  Inherit: { en: "inherited", zh: "继承" },
  Sweep: { en: "swept at closing", zh: "销户转出" },
  Expire: { en: "expired", zh: "过期清零" },
  Adjust: { en: "adjusted", zh: "调整" }
}

/**
 * Whether a `Transfer` command may name a kind.
 *
 * @source none: sweeps and expiry follow from closing and from lapse dates
 * @category transfers
 * @since 0.1.0
 */
export const isPlain = (kind: TransferKind): kind is Plain => kind !== "Sweep" && kind !== "Expire"

/**
 * Whether a hold may be placed for a kind.
 *
 * @source none: an earning is never promised before its service is confirmed
 * @category transfers
 * @since 0.1.0
 */
export const isHoldable = (kind: TransferKind): kind is Holdable =>
  isPlain(kind) && kind !== "Earn" && kind !== "Excess" && kind !== "Adjust"

/**
 * Whether a kind is bound to a cause that credits once: Earn and Excess. Both need a `causeId`.
 *
 * @source Helong and Longxian reports: one confirmed service, one entry (domain rows 37 and 40)
 * @category transfers
 * @since 0.1.0
 */
export const isCauseBound = (kind: TransferKind): boolean => kind === "Earn" || kind === "Excess"

/**
 * The position of a kind in {@link list}.
 *
 * Throws a `RangeError` for a text that is not in the list.
 *
 * ```ts
 * import { TransferKind } from "@wangge/timebank"
 *
 * TransferKind.codeOf("Gift") // => 3
 * ```
 *
 * @category transfers
 * @since 0.1.0
 */
export const codeOf = (kind: TransferKind): number => {
  const position = list.indexOf(kind)
  if (position < 0) {
    throw new RangeError(`A kind of transfer is one of ${list.join(", ")}; got ${kind}`)
  }
  return position
}
