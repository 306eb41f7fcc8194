/**
 * The first line of a journal: what file it is, whose ledger, in which time zone its people read the
 * clock, and the policy in force from the first entry on.
 */
import type { LedgerPolicy } from "./LedgerRules.ts"

/**
 * What a journal says that it is.
 *
 * @source none: our own name
 * @category journals
 * @since 0.1.0
 */
export const format = "wangge-timebank-journal"

/**
 * The version of the format that this package writes and reads.
 *
 * @source none: our own number
 * @category journals
 * @since 0.1.0
 */
export const version = 1

/**
 * The first line. `ledgerId` names the ledger (1 to 120 printable ASCII characters), so that the
 * journals of two ledgers never have a head in common; `zone` is an IANA name, for faces only.
 *
 * @category journals
 * @since 0.1.0
 */
export interface JournalHead {
  readonly format: typeof format
  readonly version: typeof version
  readonly ledgerId: string
  readonly zone: string
  readonly policy: LedgerPolicy
}

/**
 * A first line of this version.
 *
 * ```ts
 * import { JournalHead, LedgerRules } from "@wangge/timebank"
 *
 * const head = JournalHead.make({
 *   ledgerId: "helong", zone: "Asia/Shanghai", policy: LedgerRules.base
 * })
 * head.version // => 1
 * ```
 *
 * @category journals
 * @since 0.1.0
 */
export const make = (given: Pick<JournalHead, "ledgerId" | "zone" | "policy">): JournalHead => ({
  format,
  version,
  ledgerId: given.ledgerId,
  zone: given.zone,
  policy: given.policy
})
