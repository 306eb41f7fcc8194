/**
 * What an accepted command does to the slow books, and the event that says so.
 */
import type { LedgerCommand, LedgerEvent, LedgerRules } from "../../src/index.ts"
import { openAccount, tend } from "./accountEffects.ts"
import * as Books from "./books.ts"
import { captureCreditOf, owesReversals } from "./refusals.ts"
import { mandateFor } from "./rights.ts"

type Policy = LedgerRules.LedgerPolicy

interface Place {
  readonly sequence: number
  readonly groupId: string
}

interface Moved {
  readonly kind: Books.Movement["kind"]
  readonly debit: string
  readonly credit: string
  readonly left: ReadonlyArray<Books.Part>
  readonly arrived: ReadonlyArray<Books.Part>
  readonly effectiveSec?: number | undefined
  readonly causeId?: string | undefined
  readonly correctsId?: string | undefined
  readonly beneficiaryId?: string
  readonly isReversible?: boolean
  readonly reversesId?: string
}

const note = (
  books: Books.Books,
  command: LedgerCommand.Single,
  place: Place,
  moved: Moved
): void => {
  books.movements.push({
    sequence: place.sequence,
    id: command.id,
    groupId: place.groupId,
    kind: moved.kind,
    debit: moved.debit,
    credit: moved.credit,
    amount: Books.sum(moved.left),
    recordedSec: command.atSec,
    effectiveSec: moved.effectiveSec ?? command.atSec,
    left: moved.left,
    arrived: Books.datedFor(Books.theAccount(books, moved.credit), moved.arrived),
    causeId: moved.causeId ?? "",
    correctsId: moved.correctsId ?? "",
    beneficiaryId: moved.beneficiaryId ?? "",
    isReversible: moved.isReversible ?? false,
    reversesId: moved.reversesId ?? ""
  })
}

/** How the parts of a transfer look when they arrive. */
const renewed = (
  parts: ReadonlyArray<Books.Part>,
  lapseSec: number | undefined
): ReadonlyArray<Books.Part> =>
  lapseSec === undefined ? parts : [{ lapseSec, amount: Books.sum(parts) }]

const countMandate = (
  policy: Policy,
  account: Books.Account,
  byId: string,
  amount: number
): boolean => {
  const mandate = mandateFor(policy, account, byId)
  if (mandate === undefined) return false
  mandate.used += amount
  return true
}

const transfer = (
  policy: Policy,
  books: Books.Books,
  command: LedgerCommand.Transfer,
  place: Place
): LedgerEvent.Transferred => {
  const debit = Books.theAccount(books, command.debit)
  const credit = Books.theAccount(books, command.credit)
  const { atSec, transferKind: kind } = command
  const amount =
    command.mode === "UpTo"
      ? Math.min(
          command.amount,
          Books.movableOf(books, debit, atSec),
          Books.roomOf(books, credit, atSec)
        )
      : command.amount
  const left = Books.take(debit, amount, atSec)
  const arrived = renewed(left, command.lapseSec)
  Books.put(credit, arrived, atSec, "earliest")
  const isByMandate = kind === "Adjust" ? false : countMandate(policy, debit, command.byId, amount)
  note(books, command, place, {
    kind,
    debit: debit.id,
    credit: credit.id,
    left,
    arrived,
    effectiveSec: command.effectiveSec,
    causeId: command.causeId,
    correctsId: command.correctsId,
    beneficiaryId: command.beneficiaryId ?? credit.ownerId,
    isReversible: true
  })
  return { kind: "Transferred", sequence: place.sequence, command, amount, isByMandate }
}

const placeHold = (
  policy: Policy,
  books: Books.Books,
  command: LedgerCommand.PlaceHold,
  place: Place
): LedgerEvent.HoldPlaced => {
  const debit = Books.theAccount(books, command.debit)
  const movable = Books.movableOf(books, debit, command.atSec)
  const amount = command.mode === "UpTo" ? Math.min(command.amount, movable) : command.amount
  const parts = Books.take(debit, amount, command.atSec)
  const isByMandate = countMandate(policy, debit, command.byId, amount)
  books.holds.push({ placed: command, amount, status: "Open", parts })
  return { kind: "HoldPlaced", sequence: place.sequence, command, amount, isByMandate }
}

const theHold = (books: Books.Books, id: string): Books.Hold => {
  const hold = Books.holdOf(books, id)
  if (hold === undefined) throw new Error(`no hold ${id}`)
  return hold
}

const captureHold = (
  books: Books.Books,
  command: LedgerCommand.CaptureHold,
  place: Place
): LedgerEvent.HoldCaptured => {
  const hold = theHold(books, command.holdId)
  const credit = Books.theAccount(books, captureCreditOf(command, hold))
  const debit = Books.theAccount(books, hold.placed.debit)
  const amount = command.amount ?? Books.sum(hold.parts)
  const { taken, rest } = Books.divide(hold.parts, amount, "earliest")
  const keeps = command.remainder === "Keep" && rest.length > 0
  hold.parts = keeps ? rest : []
  hold.status = keeps ? "Open" : "Captured"
  if (!keeps) Books.put(debit, rest, command.atSec, "latest")
  const arrived = renewed(taken, command.lapseSec)
  Books.put(credit, arrived, command.atSec, "earliest")
  note(books, command, place, {
    kind: hold.placed.transferKind,
    debit: debit.id,
    credit: credit.id,
    left: taken,
    arrived,
    effectiveSec: command.effectiveSec,
    causeId: hold.placed.causeId,
    isReversible: true
  })
  const { sequence } = place
  const released = keeps ? 0 : Books.sum(rest)
  return { kind: "HoldCaptured", sequence, command, amount, credit: credit.id, released }
}

const releaseHold = (
  books: Books.Books,
  command: LedgerCommand.ReleaseHold,
  place: Place
): LedgerEvent.HoldReleased => {
  const hold = theHold(books, command.holdId)
  const amount = Books.sum(hold.parts)
  Books.put(Books.theAccount(books, hold.placed.debit), hold.parts, command.atSec, "latest")
  hold.status = "Released"
  hold.parts = []
  return { kind: "HoldReleased", sequence: place.sequence, command, amount }
}

/** Takes back from a receiver: first the parts he was given, the latest of them first. */
const takeBack = (
  receiver: Books.Account,
  given: ReadonlyArray<Books.Part>,
  amount: number,
  atSec: number
): { readonly left: ReadonlyArray<Books.Part>; readonly overdrawn: number } => {
  const debtBefore = receiver.debt
  const left: Array<Books.Part> = []
  for (const { lapseSec, amount: wasGiven } of [...Books.tidied(given)].reverse()) {
    const same = receiver.parts.filter(
      (part) => part.lapseSec === lapseSec && Books.isAlive(atSec)(part)
    )
    const piece = Math.min(Books.sum(same), wasGiven, amount - Books.sum(left))
    const others = receiver.parts.filter((part) => !same.includes(part))
    receiver.parts = [...others, ...Books.tidied([{ lapseSec, amount: Books.sum(same) - piece }])]
    left.push({ lapseSec, amount: piece })
  }
  left.push(...Books.take(receiver, amount - Books.sum(left), atSec))
  return { left: Books.tidied(left), overdrawn: receiver.debt - debtBefore }
}

const reverse = (
  policy: Policy,
  books: Books.Books,
  command: LedgerCommand.Reverse,
  place: Place
): LedgerEvent.Reversed => {
  const target = books.movements.find(({ id }) => id === command.targetId)
  if (target === undefined) throw new Error(`no movement ${command.targetId}`)
  const receiver = Books.theAccount(books, target.credit)
  const payer = Books.theAccount(books, target.debit)
  const asked = command.amount ?? target.amount
  const mayOwe = owesReversals(policy, receiver)
  const amount = mayOwe ? asked : Math.min(asked, Books.freeOf(receiver, command.atSec))
  const { left, overdrawn } = takeBack(receiver, target.arrived, amount, command.atSec)
  const arrived = Books.divide(target.left, amount, "latest").taken
  Books.put(payer, arrived, command.atSec, "latest")
  note(books, command, place, {
    kind: "Reverse",
    debit: receiver.id,
    credit: payer.id,
    left,
    arrived,
    effectiveSec: command.effectiveSec,
    reversesId: target.id
  })
  const { sequence } = place
  return { kind: "Reversed", sequence, command, amount, shortfall: asked - amount, overdrawn }
}

const closeAccount = (
  books: Books.Books,
  command: LedgerCommand.CloseAccount,
  place: Place
): LedgerEvent.AccountClosed => {
  const account = Books.theAccount(books, command.account)
  const amount = Books.freeOf(account, command.atSec)
  if (amount > 0 && command.sweepTo !== undefined) {
    const left = Books.take(account, amount, command.atSec)
    Books.put(Books.theAccount(books, command.sweepTo), left, command.atSec, "earliest")
    const ends = { debit: account.id, credit: command.sweepTo }
    note(books, command, place, { kind: "Sweep", ...ends, left, arrived: left })
  }
  account.isClosed = true
  return { kind: "AccountClosed", sequence: place.sequence, command, amount }
}

const expireLots = (
  books: Books.Books,
  command: LedgerCommand.ExpireLots,
  place: Place
): LedgerEvent.LotsExpired => {
  const account = Books.theAccount(books, command.account)
  const left = Books.tidied(account.parts.filter((part) => part.lapseSec === command.lapseSec))
  account.parts = account.parts.filter((part) => part.lapseSec !== command.lapseSec)
  Books.put(Books.theAccount(books, command.into), left, command.atSec, "earliest")
  note(books, command, place, {
    kind: "Expire",
    debit: account.id,
    credit: command.into,
    left,
    arrived: left,
    effectiveSec: command.lapseSec
  })
  const amount = Books.sum(left)
  return { kind: "LotsExpired", sequence: place.sequence, command, amount }
}

/** Does what an accepted command says. */
export const happen = (
  policy: Policy,
  books: Books.Books,
  command: LedgerCommand.Single,
  place: Place
): LedgerEvent.Single => {
  const { sequence } = place
  switch (command.action) {
    case "OpenAccount":
      return openAccount(policy, books, command, sequence)
    case "Transfer":
      return transfer(policy, books, command, place)
    case "PlaceHold":
      return placeHold(policy, books, command, place)
    case "CaptureHold":
      return captureHold(books, command, place)
    case "ReleaseHold":
      return releaseHold(books, command, place)
    case "Reverse":
      return reverse(policy, books, command, place)
    case "CloseAccount":
      return closeAccount(books, command, place)
    case "ExpireLots":
      return expireLots(books, command, place)
    default:
      return { ...tend(Books.theAccount(books, command.account), command), sequence }
  }
}
