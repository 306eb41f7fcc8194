/**
 * What is put up where everybody can see it: how far the journal went on that day, the head of its
 * chain, and the root of the tree over its entries. Who keeps a copy can later tell whether
 * anything before it was changed; who has an entry of his own can prove that it is in there.
 */

import * as AuditChain from "./AuditChain.ts"
import * as AuditProof from "./AuditProof.ts"
import * as AuditTree from "./AuditTree.ts"
import * as Digest from "./Digest.ts"
import * as Journal from "./Journal.ts"
import * as JournalLine from "./JournalLine.ts"
import type * as Ledger from "./Ledger.ts"
import type { LogEntry } from "./LedgerEvent.ts"

/**
 * A published head: entries (lines of the log; a group is one), head and root as hexadecimal text.
 *
 * @category audit chains
 * @since 0.1.0
 */
export interface PublishedHead {
  readonly entryCount: number
  readonly head: string
  readonly root: string
}

/**
 * Seals the chain and says what to publish. Changes the chain in place, not the ledger. Cost: about
 * three hashes per entry since the beginning; once a day or a month is meant, not once a transfer.
 *
 * @category audit chains
 * @since 0.1.0
 */
export const publish = (chain: AuditChain.AuditChain, ledger: Ledger.Ledger): PublishedHead => {
  AuditChain.seal(chain, ledger)
  const tree = AuditTree.empty()
  for (const leaf of leaves(chain.hash, ledger)) AuditTree.append(chain.hash, tree, leaf)
  return {
    entryCount: tree.count,
    head: Digest.toHex(chain.head),
    root: Digest.toHex(AuditTree.root(chain.hash, tree))
  }
}

/**
 * The proof that the answer to a command is in the root of the first `entryCount` entries: of the
 * entry whose command had the id, or of the group that holds it. Undefined where there is none
 * among them.
 *
 * `AuditProof.holds` checks it with `JournalLine.contentBytes` of the entry, which the member may
 * keep. Cost: one pass over the entries, twice.
 *
 * @category audit proofs
 * @since 0.1.0
 */
export const prove = (
  chain: AuditChain.AuditChain,
  ledger: Ledger.Ledger,
  asked: { readonly id: string; readonly entryCount: number }
): { readonly proof: AuditProof.AuditProof; readonly entry: LogEntry } | undefined => {
  let index = 0
  for (const entry of Journal.entries(ledger)) {
    if (index >= asked.entryCount) return undefined
    if (isAbout(entry, asked.id)) {
      const proof = AuditProof.make(chain.hash, firstOf(leaves(chain.hash, ledger), asked), index)
      return { proof, entry }
    }
    index += 1
  }
  return undefined
}

const isAbout = (entry: LogEntry, id: string): boolean =>
  entry.command.id === id ||
  (entry.kind === "GroupPosted" && entry.command.commands.some((command) => command.id === id))

function* firstOf<Value>(
  values: Iterable<Value>,
  { entryCount }: { readonly entryCount: number }
): Generator<Value> {
  let count = 0
  for (const value of values) {
    if (count === entryCount) return
    count += 1
    yield value
  }
}

function* leaves(hash: Digest.Hash, ledger: Ledger.Ledger): Generator<Uint8Array> {
  for (const entry of Journal.entries(ledger)) {
    yield AuditTree.leaf(hash, JournalLine.contentBytes(entry))
  }
}
