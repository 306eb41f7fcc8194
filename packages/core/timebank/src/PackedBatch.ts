/**
 * Many plain transfers at once, as columns of numbers: for imports, replays and simulations. They
 * are judged by the same rules as commands one at a time and leave the same books; an id that came
 * in one shape is recognised in the other.
 */
import { postPacked } from "./internal/postPacked.ts"
import type { Ledger } from "./Ledger.ts"
import type { LedgerRules } from "./LedgerRules.ts"

/**
 * Columns of transfers, one place per transfer.
 *
 * `ids` holds four words per transfer: the 128 bits of a ULID, highest first. `debit` and `credit`
 * are account numbers (`Ledger.accountIds`), `transferKind` and `unit` positions in their lists, `by`
 * a place in `parties`. `effectiveSec` and `lapseSec` are `NaN` where the command states none.
 * `isUpTo` is 1 for as much as possible. What bears a cause (Earn, Excess) is refused here: it needs
 * a command.
 *
 * @category packed
 * @since 0.1.0
 */
export interface PackedBatch {
  readonly count: number
  readonly parties: ReadonlyArray<string>
  readonly ids: Uint32Array<ArrayBuffer>
  readonly debit: Uint32Array<ArrayBuffer>
  readonly credit: Uint32Array<ArrayBuffer>
  readonly amount: Float64Array<ArrayBuffer>
  readonly transferKind: Uint8Array<ArrayBuffer>
  readonly unit: Uint8Array<ArrayBuffer>
  readonly by: Uint32Array<ArrayBuffer>
  readonly atSec: Float64Array<ArrayBuffer>
  readonly effectiveSec: Float64Array<ArrayBuffer>
  readonly lapseSec: Float64Array<ArrayBuffer>
  readonly isUpTo: Uint8Array<ArrayBuffer>
}

/**
 * Answers, one place per transfer: the number of the rejection (0: it happened), what moved, the
 * place in the log (-1 where none was taken), and 1 where the answer is an old one.
 *
 * @category packed
 * @since 0.1.0
 */
export interface PackedAnswers {
  readonly codes: Uint8Array<ArrayBuffer>
  readonly amounts: Float64Array<ArrayBuffer>
  readonly sequences: Float64Array<ArrayBuffer>
  readonly isRepeated: Uint8Array<ArrayBuffer>
}

/**
 * Empty columns for some transfers, to be filled in place; times are not given.
 *
 * Throws a `RangeError` for a count that is no whole number from 0.
 *
 * ```ts
 * import { PackedBatch } from "@wangge/timebank"
 *
 * PackedBatch.make(2, ["person-7"]).ids.length // => 8
 * ```
 *
 * @category packed
 * @since 0.1.0
 */
export const make = (count: number, parties: ReadonlyArray<string>): PackedBatch => {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError(`A batch has a whole number of transfers; got ${count}`)
  }
  return {
    count,
    parties,
    ids: new Uint32Array(count * 4),
    debit: new Uint32Array(count),
    credit: new Uint32Array(count),
    amount: new Float64Array(count),
    transferKind: new Uint8Array(count),
    unit: new Uint8Array(count),
    by: new Uint32Array(count),
    atSec: new Float64Array(count),
    effectiveSec: new Float64Array(count).fill(Number.NaN),
    lapseSec: new Float64Array(count).fill(Number.NaN),
    isUpTo: new Uint8Array(count)
  }
}

/**
 * Answers the transfers one after the other and books what happens; changes the ledger in place.
 *
 * A refused one does not stop those behind it, and is remembered like a refused command. Throws a
 * `RangeError`, before anything is booked, for a number of an account, party, unit or kind that does
 * not exist: those are slips of the program, not of the people. Cost: some reads and one row of the
 * log per transfer, no record.
 *
 * @category packed
 * @since 0.1.0
 */
export const post = (rules: LedgerRules, ledger: Ledger, batch: PackedBatch): PackedAnswers => {
  const answers = {
    codes: new Uint8Array(batch.count),
    amounts: new Float64Array(batch.count),
    sequences: new Float64Array(batch.count).fill(-1),
    isRepeated: new Uint8Array(batch.count)
  }
  postPacked(rules, ledger, batch, answers)
  return answers
}
