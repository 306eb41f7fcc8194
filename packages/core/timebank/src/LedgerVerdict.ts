/**
 * The rules of the ledger as functions of numbers that return numbers: 0, or the number of a
 * `LedgerRejection`. Commands one at a time, groups, batches and packed columns are all judged here,
 * so that they are refused for the same reason. Kinds and units are positions in their lists.
 */
import * as accountTable from "./internal/accountTable.ts"
import { numberOf } from "./LedgerRejection.ts"
import { type LedgerRules, noEnd, pairAt } from "./LedgerRules.ts"
import * as TransferKind from "./TransferKind.ts"

const amountNotWhole = numberOf("AmountNotWhole")
const timeNotWhole = numberOf("TimeNotWhole")
const timeWentBack = numberOf("TimeWentBack")
const effectiveInFuture = numberOf("EffectiveInFuture")
const transferNotAllowed = numberOf("TransferNotAllowed")
const lapseNotAllowed = numberOf("LapseNotAllowed")
const causeMissing = numberOf("CauseMissing")
const mandateEnded = numberOf("MandateEnded")
const mandateKind = numberOf("MandateKind")
const mandateExceeded = numberOf("MandateExceeded")
const accountClosed = numberOf("AccountClosed")
const accountFrozen = numberOf("AccountFrozen")
const outOfRange = numberOf("OutOfRange")
const ceilingReached = numberOf("CeilingReached")
const insufficient = numberOf("Insufficient")

/**
 * The verdict on an amount to move: a whole number of smallest units from 1.
 *
 * ```ts
 * import { LedgerVerdict } from "@wangge/timebank"
 *
 * [LedgerVerdict.ofAmount(1), LedgerVerdict.ofAmount(0) > 0] // => [0, true]
 * ```
 *
 * @source none: amounts are whole smallest units, and their direction is in the accounts
 * @category verdicts
 * @since 0.1.0
 */
export const ofAmount = (amount: number): number =>
  Number.isSafeInteger(amount) && amount > 0 ? 0 : amountNotWhole

/**
 * The verdict on an instant: a whole second inside `-noEnd` to `noEnd`, the ends excluded.
 *
 * @source none: the ends stand for "never"
 * @category verdicts
 * @since 0.1.0
 */
export const ofInstant = (sec: number): number =>
  Number.isSafeInteger(sec) && sec < noEnd && sec > -noEnd ? 0 : timeNotWhole

/**
 * The verdict on the times of a command: not recorded before the last entry, and not effective
 * after it is recorded.
 *
 * @source none: a book is written forward; what counts from a later day is entered on that day
 * @category verdicts
 * @since 0.1.0
 */
export const ofClock = (lastSec: number, atSec: number, effectiveSec: number): number => {
  if (atSec < lastSec) return timeWentBack
  return effectiveSec > atSec ? effectiveInFuture : 0
}

/**
 * The verdict on a kind of transfer between two kinds of accounts: the table allows it, a new lapse
 * is stated only where the table allows that, and what a service earns names its cause.
 *
 * @source the table: `LedgerRules`; the cause: domain rows 37 and 40
 * @category verdicts
 * @since 0.1.0
 */
export const ofFit = (
  rules: LedgerRules,
  debitKind: number,
  transferKind: number,
  creditKind: number,
  isLapseGiven: boolean,
  hasCause: boolean
): number => {
  const pair = rules.pairs[pairAt(debitKind, transferKind, creditKind)]!
  if (pair === 0) return transferNotAllowed
  if (isLapseGiven && pair !== 3) return lapseNotAllowed
  return !hasCause && isCauseBound(transferKind) ? causeMissing : 0
}

const earn = TransferKind.codeOf("Earn")
const excess = TransferKind.codeOf("Excess")

/**
 * Whether a kind of transfer, by position, credits once per cause.
 *
 * @source domain rows 37 and 40
 * @category verdicts
 * @since 0.1.0
 */
export const isCauseBound = (transferKind: number): boolean =>
  transferKind === earn || transferKind === excess

/**
 * The verdict on the use of a mandate: not ended at `atSec`, for this kind (`kinds` are bits by
 * position), and the amount asked for is within the most per transfer and the rest of the total.
 *
 * @source none: our own rule; both limits may be reached exactly
 * @category verdicts
 * @since 0.1.0
 */
export const ofMandate = (
  mandate: {
    readonly kinds: number
    readonly perTransferMax: number
    readonly totalMax: number
    readonly untilSec: number
    readonly used: number
  },
  transferKind: number,
  asked: number,
  atSec: number
): number => {
  if (atSec >= mandate.untilSec) return mandateEnded
  if ((mandate.kinds & (1 << transferKind)) === 0) return mandateKind
  return asked > mandate.perTransferMax || asked > mandate.totalMax - mandate.used
    ? mandateExceeded
    : 0
}

/**
 * The verdict on the states of both accounts of a movement, from their marks: neither is closed,
 * the first is not frozen for debits, the second not for credits.
 *
 * @source none: our own rule
 * @category verdicts
 * @since 0.1.0
 */
export const ofState = (debitMarks: number, creditMarks: number): number => {
  if (((debitMarks | creditMarks) & accountTable.closed) !== 0) return accountClosed
  if ((debitMarks & accountTable.frozenDebits) !== 0) return accountFrozen
  return (creditMarks & accountTable.frozenCredits) !== 0 ? accountFrozen : 0
}

/**
 * What moves: the amount asked for, or as much of it as is available, fits and keeps all sums of
 * the unit whole numbers.
 *
 * ```ts
 * import { LedgerVerdict } from "@wangge/timebank"
 *
 * LedgerVerdict.movable(50, true, 30, 40, 30, 0) // => 30
 * ```
 *
 * @source none: our own rule
 * @category amounts
 * @since 0.1.0
 */
export const movable = (
  asked: number,
  isUpTo: boolean,
  available: number,
  room: number,
  free: number,
  unitDebt: number
): number => (isUpTo ? Math.min(asked, available, room, free + (noEnd - unitDebt)) : asked)

/**
 * The verdict on an amount against what is left: the debt that it would make keeps all sums of its
 * unit whole numbers, it fits under the ceiling, and it is available.
 *
 * `free` is what lots cover, `unitDebt` the debts of the unit before it. An `amount` below 1 (as
 * much as possible, and nothing is) is refused for the ceiling first, then for what is available.
 *
 * @source row 39 of the domain: no account below its floor
 * @category verdicts
 * @since 0.1.0
 */
export const ofAmounts = (
  amount: number,
  available: number,
  room: number,
  free: number,
  unitDebt: number
): number => {
  const covered = Math.min(amount, available)
  const unused = noEnd - unitDebt
  if (covered - free > unused || (available >= 1 && free + unused < 1)) return outOfRange
  if (amount > room || room < 1) return ceilingReached
  return amount > available || amount < 1 ? insufficient : 0
}
