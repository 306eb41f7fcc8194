/**
 * What the reading of a journal came to: whether it is sound, everything that is not, and the ledger
 * and chain that it gives as far as it can be trusted.
 */
import type { FileProblem } from "@wangge/facts"
import type { AuditChain } from "./AuditChain.ts"
import type { AuditProblem } from "./AuditProblem.ts"
import type { JournalHead } from "./JournalHead.ts"
import type { Ledger } from "./Ledger.ts"
import type { LedgerRules } from "./LedgerRules.ts"
import type { PublishedHead } from "./PublishedHead.ts"

/**
 * A journal whose first line could not be read: nothing is known of the rest.
 *
 * @category journals
 * @since 0.1.0
 */
export interface Unreadable {
  readonly ok: false
  readonly problems: ReadonlyArray<FileProblem.FileProblem>
}

/**
 * A journal that was read to its end.
 *
 * `isSound` says that there are no problems; `isTorn` that the only one is a last line that was not
 * finished. `ledger`, `rules` and `chain` stand where the journal ends, or before the first entry
 * that cannot be trusted (`trustedUntil` is the number of that entry, the next number where all
 * are). `published` is what the last head covers; `unsealedCount` entries follow it.
 *
 * @category journals
 * @since 0.1.0
 */
export interface Read {
  readonly ok: true
  readonly isSound: boolean
  readonly isTorn: boolean
  readonly problems: ReadonlyArray<AuditProblem>
  readonly head: JournalHead
  readonly ledger: Ledger
  readonly rules: LedgerRules
  readonly chain: AuditChain
  readonly entryCount: number
  readonly trustedUntil: number
  readonly published: PublishedHead
  readonly unsealedCount: number
}

/**
 * What a reading came to.
 *
 * @category journals
 * @since 0.1.0
 */
export type JournalReport = Read | Unreadable
