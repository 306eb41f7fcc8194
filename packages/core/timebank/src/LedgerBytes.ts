/**
 * The bytes of the log: 64 per answered command, little-endian, as they lie in memory, for a hash
 * chain over batches. Words 0 to 3 are the id (128 bits of a ULID, or the number of a text), word 4
 * holds the kind of entry, the kind of transfer (from bit 8) and marks (from bit 16), words 5 and 6
 * the numbers of the debit and credit accounts plus 1, word 7 the party or a side record; the doubles
 * 4 to 7 are amount, recorded, effective and lapse second.
 */
import { bytes, head, newParty, noted, textId, word } from "./internal/rowLog.ts"
import type { Ledger } from "./Ledger.ts"
import { kinds } from "./LedgerEvent.ts"

/**
 * Bytes per answered command.
 *
 * @source none: one block of SHA-256
 * @category logs
 * @since 0.1.0
 */
export const rowBytes = 64

/**
 * The bytes from one place of the log to before another, as views without a copy, one per chunk.
 *
 * The views show the ledger's own memory: read them at once and do not write. Every engine in use
 * keeps numbers little-endian; elsewhere this throws a `RangeError`.
 *
 * ```ts
 * import { Ledger, LedgerBytes } from "@wangge/timebank"
 *
 * LedgerBytes.of(Ledger.make(), 0, 0) // => []
 * ```
 *
 * @category logs
 * @since 0.1.0
 */
export const of = (
  ledger: Ledger,
  fromSequence: number,
  toSequence: number
): ReadonlyArray<Uint8Array<ArrayBuffer>> => {
  if (!isLittleEndian) throw new RangeError("The bytes of the log are defined little-endian")
  if (!(fromSequence >= 0 && toSequence <= ledger.log.count)) {
    throw new RangeError(`The log has places 0 to ${ledger.log.count}`)
  }
  return bytes(ledger.log, fromSequence, toSequence)
}

const isLittleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1

const transferred = kinds.indexOf("Transferred")

/**
 * Whether an entry says more than its row does: it is no plain transfer, its id is a text, it has a
 * side record, or it mentions a party for the first time.
 *
 * @category logs
 * @since 0.1.0
 */
export const hasMore = (ledger: Ledger, sequence: number): boolean => {
  const marks = word(ledger.log, sequence, head)
  return (marks & 255) !== transferred || (marks & (textId | noted | newParty)) !== 0
}
