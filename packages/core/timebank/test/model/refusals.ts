/**
 * Everything that speaks against a command, stage by stage: all of it is collected, and the first
 * code in the published order is the answer. A stage that cannot be judged without the one before
 * it (an unknown account has no unit) is not looked at.
 */
import type { LedgerCommand, LedgerRejection, LedgerRules } from "../../src/index.ts"
import { closeRefusals, expireRefusals, openRefusals, tendRefusals } from "./accountRefusals.ts"
import * as Books from "./books.ts"
import { found } from "./form.ts"
import { debitRefusals, hasRight, isPrincipal, movesOnly, rowsFor, rowsOf } from "./rights.ts"

type Code = LedgerRejection.Code
type Policy = LedgerRules.LedgerPolicy

const beneficiaryOf = (command: LedgerCommand.Transfer, credit: Books.Account): string =>
  command.beneficiaryId ?? credit.ownerId

/** Whether a cause has credited a party: some credit of it stands that was not taken back whole. */
const isCredited = (
  books: Books.Books,
  command: LedgerCommand.Transfer,
  credit: Books.Account,
  groupId: string
): boolean =>
  books.movements.some(
    (movement) =>
      ["Earn", "Excess"].includes(movement.kind) &&
      movement.causeId === command.causeId &&
      movement.beneficiaryId === beneficiaryOf(command, credit) &&
      Books.theAccount(books, movement.credit).unit === command.unit &&
      !isTakenBack(books, movement) &&
      !(groupId !== "" && movement.groupId === groupId && movement.kind !== command.transferKind)
  )

const isTakenBack = (books: Books.Books, movement: Books.Movement): boolean =>
  books.movements.some(
    (other) => other.reversesId === movement.id && other.amount === movement.amount
  )

const passes = (debt: number, more: number): boolean => debt + more > Books.never

const transferRefusals = (
  policy: Policy,
  books: Books.Books,
  command: LedgerCommand.Transfer,
  groupId: string
): ReadonlyArray<Code> => {
  const debit = Books.accountOf(books, command.debit)
  const credit = Books.accountOf(books, command.credit)
  if (debit === undefined || credit === undefined) return ["AccountUnknown"]
  const { atSec, byId, transferKind: kind, amount } = command
  const rows = rowsFor(policy, kind, debit, credit)
  const isCauseBound = kind === "Earn" || kind === "Excess"
  const room = Books.roomOf(books, credit, atSec)
  const available = Books.availableOf(books, debit, atSec)
  const wanted = command.mode === "UpTo" ? 1 : amount
  return [
    ...found({
      SameAccount: debit === credit,
      UnitMismatch: debit.unit !== command.unit || credit.unit !== command.unit,
      TransferNotAllowed: rows.length === 0,
      LapseNotAllowed: command.lapseSec !== undefined && !rows.some((row) => row.canRenewLapse),
      CauseMissing: isCauseBound && command.causeId === undefined
    }),
    ...(kind === "Adjust"
      ? found({ NotPermitted: !hasRight(policy, byId, "Correct") })
      : debitRefusals(policy, { account: debit, byId, atSec, kind, asked: amount })),
    ...found({
      AccountClosed: debit.isClosed || credit.isClosed,
      AccountFrozen: movesOnly(debit.frozen, "Debits") || movesOnly(credit.frozen, "Credits"),
      AlreadyCredited: isCauseBound && isCredited(books, command, credit, groupId),
      OutOfRange: isOutOfRange(books, debit, { atSec, wanted }),
      CeilingReached: wanted > room,
      Insufficient: wanted > available
    })
  ]
}

/**
 * Whether the debt that it would make takes the sum of all debts of the unit out of the range of
 * exact numbers; a credit line makes debt only as far as it goes.
 */
const isOutOfRange = (
  books: Books.Books,
  debit: Books.Account,
  { atSec, wanted }: { readonly atSec: number; readonly wanted: number }
): boolean => {
  const free = Books.freeOf(debit, atSec)
  const most = debit.kind === "Issuer" ? wanted : Books.availableOf(books, debit, atSec)
  return passes(Books.debtsOf(books, debit.unit), Math.max(0, Math.min(wanted, most) - free))
}

const placeRefusals = (
  policy: Policy,
  books: Books.Books,
  command: LedgerCommand.PlaceHold
): ReadonlyArray<Code> => {
  const debit = Books.accountOf(books, command.debit)
  const credit = command.credit === undefined ? undefined : Books.accountOf(books, command.credit)
  if (debit === undefined) return ["AccountUnknown"]
  if (command.credit !== undefined && credit === undefined) return ["AccountUnknown"]
  const { atSec, byId, transferKind: kind, amount } = command
  const rows =
    credit === undefined ? rowsOf(policy, kind, debit) : rowsFor(policy, kind, debit, credit)
  const wanted = command.mode === "UpTo" ? 1 : amount
  return [
    ...found({
      SameAccount: debit === credit,
      UnitMismatch: debit.unit !== command.unit || (credit?.unit ?? debit.unit) !== command.unit,
      TransferNotAllowed: rows.length === 0
    }),
    ...debitRefusals(policy, { account: debit, byId, atSec, kind, asked: amount }),
    ...found({
      AccountClosed: debit.isClosed || credit?.isClosed === true,
      AccountFrozen: movesOnly(debit.frozen, "Debits"),
      OutOfRange: isOutOfRange(books, debit, { atSec, wanted }),
      Insufficient: wanted > Books.availableOf(books, debit, atSec)
    })
  ]
}

/** The account that a capture goes to. */
export const captureCreditOf = (command: LedgerCommand.CaptureHold, hold: Books.Hold): string =>
  command.credit ?? hold.placed.credit ?? ""

const captureRefusals = (
  policy: Policy,
  books: Books.Books,
  command: LedgerCommand.CaptureHold
): ReadonlyArray<Code> => {
  const hold = Books.holdOf(books, command.holdId)
  const creditId = hold === undefined ? (command.credit ?? "") : captureCreditOf(command, hold)
  const credit = Books.accountOf(books, creditId)
  const isUnknown = creditId !== "" && credit === undefined
  if (hold === undefined || isUnknown) {
    return found({ AccountUnknown: isUnknown, HoldUnknown: hold === undefined })
  }
  const debit = Books.theAccount(books, hold.placed.debit)
  const { transferKind: kind } = hold.placed
  const named = hold.placed.credit
  const isElsewhere = named !== undefined && creditId !== named && !hold.placed.isCreditOpen
  const amount = command.amount ?? Books.sum(hold.parts)
  const rows = credit === undefined ? [] : rowsFor(policy, kind, debit, credit)
  return [
    ...found({
      SameAccount: debit === credit,
      UnitMismatch: credit !== undefined && credit.unit !== debit.unit,
      TransferNotAllowed: credit !== undefined && rows.length === 0,
      LapseNotAllowed:
        credit !== undefined &&
        command.lapseSec !== undefined &&
        !rows.some((row) => row.canRenewLapse)
    }),
    ...debitRefusals(policy, {
      account: debit,
      byId: command.byId,
      atSec: command.atSec,
      kind,
      asked: 0
    }).filter((code) => code !== "MandateExceeded"),
    ...found({
      AccountClosed: credit?.isClosed === true,
      AccountFrozen: credit !== undefined && movesOnly(credit.frozen, "Credits"),
      HoldEnded: hold.status === "Captured" || hold.status === "Released",
      HoldExpired: hold.status === "Expired",
      HoldCreditWrong: creditId === "" || isElsewhere
    }),
    ...(hold.status !== "Open" || credit === undefined
      ? []
      : found({
          HoldExceeded: amount > Books.sum(hold.parts),
          CeilingReached: amount > Books.roomOf(books, credit, command.atSec)
        }))
  ]
}

const releaseRefusals = (
  policy: Policy,
  books: Books.Books,
  command: LedgerCommand.ReleaseHold
): ReadonlyArray<Code> => {
  const hold = Books.holdOf(books, command.holdId)
  if (hold === undefined) return ["HoldUnknown"]
  const { byId, atSec } = command
  const { credit, debit, transferKind: kind } = hold.placed
  const rights =
    credit === undefined
      ? debitRefusals(policy, {
          account: Books.theAccount(books, debit),
          byId,
          atSec,
          kind,
          asked: 0
        }).filter((code) => code !== "MandateExceeded")
      : found({
          NotPermitted:
            !isPrincipal(Books.theAccount(books, credit), byId) && !hasRight(policy, byId, "Act")
        })
  return [
    ...rights,
    ...found({
      HoldEnded: hold.status === "Captured" || hold.status === "Released",
      HoldExpired: hold.status === "Expired"
    })
  ]
}

/** Whether whoever received an amount owes what he can no longer give back. */
export const owesReversals = (policy: Policy, receiver: Books.Account): boolean =>
  policy.shortfall === "Overdraw" || receiver.kind === "Issuer"

const reverseRefusals = (
  policy: Policy,
  books: Books.Books,
  command: LedgerCommand.Reverse
): ReadonlyArray<Code> => {
  const target = books.remembered.find(
    ({ id, event }) => id === command.targetId && event !== undefined
  )
  if (target === undefined) return ["TargetUnknown"]
  const movement = books.movements.find(({ id }) => id === command.targetId)
  if (movement === undefined || !movement.isReversible) return ["NotReversible"]
  const receiver = Books.theAccount(books, movement.credit)
  const payer = Books.theAccount(books, movement.debit)
  const amount = command.amount ?? movement.amount
  const free = Books.freeOf(receiver, command.atSec)
  const owed = Math.max(0, amount - free)
  const mayOwe = owesReversals(policy, receiver)
  return found({
    NotPermitted: !hasRight(policy, command.byId, "Correct"),
    AccountClosed: receiver.isClosed || payer.isClosed,
    AlreadyReversed: books.movements.some(({ reversesId }) => reversesId === movement.id),
    HoldExceeded: amount > movement.amount,
    OutOfRange: mayOwe && passes(Books.debtsOf(books, receiver.unit), owed),
    Insufficient: !mayOwe && owed > 0 && !(policy.shortfall === "TakeAvailable" && free > 0)
  })
}

/** Everything in the books that speaks against a command of good form and time. */
export const bookRefusals = (
  policy: Policy,
  books: Books.Books,
  command: LedgerCommand.Single,
  groupId: string
): ReadonlyArray<Code> => {
  switch (command.action) {
    case "OpenAccount":
      return openRefusals(policy, books, command)
    case "CloseAccount":
      return closeRefusals(policy, books, command)
    case "Transfer":
      return transferRefusals(policy, books, command, groupId)
    case "PlaceHold":
      return placeRefusals(policy, books, command)
    case "CaptureHold":
      return captureRefusals(policy, books, command)
    case "ReleaseHold":
      return releaseRefusals(policy, books, command)
    case "Reverse":
      return reverseRefusals(policy, books, command)
    case "ExpireLots":
      return expireRefusals(policy, books, command)
    default:
      return tendRefusals(policy, books, command)
  }
}
