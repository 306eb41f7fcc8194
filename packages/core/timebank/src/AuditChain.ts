/**
 * The hash chain of a ledger: one head, 32 bytes, that stands for everything that was ever booked or
 * refused, in its order, and for the policies that it was decided by. Each link takes in the head
 * before it and a batch of rows of the log as they lie in memory, so that a thousand entries
 * cost one hash of some sixty kilobytes. Whoever has seen a head knows later whether the past was changed.
 */
import * as Digest from "./Digest.ts"
import * as byteWriter from "./internal/byteWriter.ts"
import * as linkBytes from "./internal/linkBytes.ts"
import type { JournalHead } from "./JournalHead.ts"
import type { PolicyChange } from "./JournalLine.ts"
import * as Ledger from "./Ledger.ts"

/**
 * One link: the head (hexadecimal text) with which it ends, and the first row of the log that is no
 * longer in it. A link of a policy holds no rows.
 *
 * @category audit chains
 * @since 0.1.0
 */
export type Link =
  | { readonly kind: "Batch"; readonly untilSequence: number; readonly head: string }
  | {
      readonly kind: "Policy"
      readonly untilSequence: number
      readonly head: string
      readonly change: PolicyChange
    }

/**
 * A chain beside a ledger. {@link seal} and {@link changePolicy} change it in place; `head` holds
 * the last head, `untilSequence` the first row that is not in it yet.
 *
 * @category audit chains
 * @since 0.1.0
 */
export interface AuditChain {
  readonly hash: Digest.Hash
  readonly start: JournalHead
  readonly links: Array<Link>
  head: Uint8Array
  untilSequence: number
  readonly writer: byteWriter.ByteWriter
}

/**
 * The chain of a ledger without entries; its head is the digest of the journal's first line.
 *
 * @category audit chains
 * @since 0.1.0
 */
export const start = (hash: Digest.Hash, head: JournalHead): AuditChain => {
  const writer = byteWriter.make()
  const first = hash(linkBytes.ofHead(writer, head))
  return { hash, start: head, links: [], head: first, untilSequence: 0, writer }
}

/**
 * Takes everything that the ledger has booked or refused since the last link into the chain, as one
 * batch; nothing happens where there is nothing new. Changes the chain in place.
 *
 * Where a batch ends is part of the chain: the same entries in other batches give other heads. The
 * journal writes them down. Cost: one hash of 64 bytes per row, and of the text of entries that
 * say more than their row.
 *
 * @category audit chains
 * @since 0.1.0
 */
export const seal = (chain: AuditChain, ledger: Ledger.Ledger): void => {
  const { hash, writer, untilSequence } = chain
  const next = Ledger.sequenceNext(ledger)
  if (next === untilSequence) return
  if (next < untilSequence) throw new RangeError("The chain is ahead of this ledger")
  chain.head = hash(linkBytes.ofRows(writer, chain.head, ledger, untilSequence, next))
  chain.untilSequence = next
  chain.links.push({ kind: "Batch", untilSequence: next, head: Digest.toHex(chain.head) })
}

/**
 * Seals what there is, and says from which row on another policy decides. Changes the chain in
 * place; the ledger is then posted to with rules of that policy.
 *
 * @category audit chains
 * @since 0.1.0
 */
export const changePolicy = (
  chain: AuditChain,
  ledger: Ledger.Ledger,
  change: PolicyChange
): void => {
  seal(chain, ledger)
  chain.head = chain.hash(linkBytes.ofPolicy(chain.writer, chain.head, change))
  chain.links.push({
    kind: "Policy",
    untilSequence: chain.untilSequence,
    head: Digest.toHex(chain.head),
    change
  })
}
