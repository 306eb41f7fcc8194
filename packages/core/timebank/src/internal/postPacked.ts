/**
 * Posts columns of transfers: fills `ledger.move` from the columns and asks the same verdict as
 * commands do. Records are made only for what is refused or repeated.
 */
import type { Transfer } from "../LedgerCommand.ts"
import { codeAt, numberOf } from "../LedgerRejection.ts"
import { type LedgerRules, noEnd } from "../LedgerRules.ts"
import * as LedgerVerdict from "../LedgerVerdict.ts"
import type { PackedAnswers, PackedBatch } from "../PackedBatch.ts"
import * as TransferKind from "../TransferKind.ts"
import * as Unit from "../Unit.ts"
import * as accountTable from "./accountTable.ts"
import { applyRefused, readNew } from "./applyEntry.ts"
import { applyMove, noteMove, useMandate } from "./applyTransfer.ts"
import { formProblem } from "./commandForm.ts"
import { refusedTransfer } from "./decideSingle.ts"
import { entryAt } from "./entryAt.ts"
import * as idTable from "./idTable.ts"
import type { Ledger } from "./ledgerState.ts"
import * as lotTable from "./lotTable.ts"
import { bookIfOrdinary } from "./ordinary.ts"
import { sameContent } from "./sameContent.ts"
import { ofTransfer } from "./transferVerdict.ts"
import * as ulid from "./ulid.ts"

// constants of this module are part of the compiled code, those of another one are read each time
const { headLot, marks, stride, tailLot } = accountTable
const lotStride = lotTable.stride
const idReused = numberOf("IdReused")
const timeNotWhole = numberOf("TimeNotWhole")
/** A party of the batch whose number was not looked up yet. */
const unread = -1
const nothing = { causeId: "", beneficiaryId: "" }

export const postPacked = (
  rules: LedgerRules,
  ledger: Ledger,
  batch: PackedBatch,
  answers: PackedAnswers
): void => {
  checkNumbers(ledger, batch)
  const parties = partiesOf(ledger, batch)
  for (let from = 0; from < batch.count; from += blockCount) {
    const to = Math.min(from + blockCount, batch.count)
    ledger.touched = touch(ledger, batch, from, to)
    for (let i = from; i < to; i++) postOne(rules, ledger, batch, i, parties, answers)
  }
}

/** How many transfers are read ahead: what they touch fits the nearest memory. */
const blockCount = 64

const postOne = (
  rules: LedgerRules,
  ledger: Ledger,
  batch: PackedBatch,
  i: number,
  parties: Int32Array,
  answers: PackedAnswers
): void => {
  const { ids: words, debit, credit, transferKind, amount, atSec } = batch
  const known = idTable.findKey(
    ledger.ids,
    ledger.log,
    words[i * 4]! | 0,
    words[i * 4 + 1]! | 0,
    words[i * 4 + 2]! | 0,
    words[i * 4 + 3]! | 0
  )
  if (known >= 0) {
    repeat(ledger, batch, i, known, answers)
    return
  }
  const by = batch.by[i]!
  const kind = transferKind[i]!
  const sec = atSec[i]!
  const asked = amount[i]!
  const from = debit[i]!
  const to = credit[i]!
  if (isPlain(batch, i)) {
    const unit = batch.unit[i]!
    const row = bookIfOrdinary(rules, ledger, from, to, unit, kind, asked, sec, parties[by]!)
    if (row >= 0) {
      answers.amounts[i] = asked
      answers.sequences[i] = row
      return
    }
  }
  postSlowly(rules, ledger, batch, i, parties, answers)
}

/** Whatever is not ordinary: the way of every command. */
const postSlowly = (
  rules: LedgerRules,
  ledger: Ledger,
  batch: PackedBatch,
  i: number,
  parties: Int32Array,
  answers: PackedAnswers
): void => {
  const { move, side } = ledger
  const by = batch.by[i]!
  const byId = batch.parties[by]!
  if (parties[by]! <= 0) parties[by] = side.partyOf.get(byId) ?? 0
  const party = parties[by]!
  const form = fill(ledger, batch, i)
  const verdict = form === 0 ? ofTransfer(rules, ledger, party, byId, nothing) : form
  answers.codes[i] = verdict
  answers.sequences[i] = ledger.log.count
  if (verdict !== 0) {
    refuse(ledger, batch, i, verdict)
    return
  }
  answers.amounts[i] = move.amount
  const row = applyMove(ledger, party, byId)
  if (move.isUpTo) noteMove(ledger, row, "", "", "")
  if (move.isByMandate) useMandate(ledger, move.debit, byId, move.amount)
}

/** Reads what the next transfers of a batch will need, so that the waits for memory overlap. */
const touch = (ledger: Ledger, batch: PackedBatch, from: number, to: number): number => {
  let seen = idTable.touch(ledger.ids, batch.ids, from, to)
  const { rows } = ledger.accounts
  const lots = ledger.lots.rows
  for (let i = from; i < to; i++) {
    const debit = batch.debit[i]! * stride
    const credit = batch.credit[i]! * stride
    seen |= lots[(rows[debit + headLot]! | 0) * lotStride]! | 0
    seen |= lots[(rows[credit + tailLot]! | 0) * lotStride]! | 0
    seen |= rows[debit + marks]! | 0
    seen |= rows[credit + marks]! | 0
  }
  return seen
}

/** The numbers of a batch's parties; kept from one batch to the next that names the same list. */
const partiesOf = (ledger: Ledger, batch: PackedBatch): Int32Array => {
  const { parties } = batch
  if (ledger.batchParties !== parties || ledger.batchNumbers.length !== parties.length) {
    ledger.batchParties = parties
    ledger.batchNumbers = new Int32Array(parties.length).fill(unread)
  }
  return ledger.batchNumbers
}

/** Throws for numbers that no program should send. */
const checkNumbers = (ledger: Ledger, batch: PackedBatch): void => {
  const { count } = ledger.accounts
  const accounts = Math.max(mostOf(batch.debit, batch.count), mostOf(batch.credit, batch.count))
  if (
    accounts >= count ||
    mostOf(batch.by, batch.count) >= batch.parties.length ||
    !areGood(batch, isPlainKind)
  ) {
    throw new RangeError("A transfer of the batch names a number that does not exist")
  }
}

const isPlainKind = Uint8Array.from({ length: 256 }, (_, code) => {
  const kind = TransferKind.list[code]
  return kind !== undefined && TransferKind.isPlain(kind) ? 1 : 0
})

/** The greatest of the first numbers of a column, -1 of none. */
const mostOf = (column: Uint32Array, count: number): number => {
  let most = -1
  for (let i = 0; i < count; i++) most = Math.max(most, column[i]!)
  return most
}

/** Whether all kinds are ones of plain transfers, and all units exist. */
const areGood = (batch: PackedBatch, kinds: Uint8Array): boolean => {
  const { count, transferKind, unit } = batch
  let good = 1
  let most = 0
  for (let i = 0; i < count; i++) {
    good &= kinds[transferKind[i]!]!
    most |= unit[i]!
  }
  return good === 1 && most < Unit.list.length
}

/** Whether a transfer states nothing but the usual, in good form. */
const isPlain = (batch: PackedBatch, i: number): boolean =>
  LedgerVerdict.ofAmount(batch.amount[i]!) === 0 &&
  LedgerVerdict.ofInstant(batch.atSec[i]!) === 0 &&
  batch.isUpTo[i] === 0 &&
  Number.isNaN(batch.effectiveSec[i]) &&
  Number.isNaN(batch.lapseSec[i])

/** Fills `ledger.move`; 0, or what is wrong with the form. */
const fill = (ledger: Ledger, batch: PackedBatch, i: number): number => {
  const { move } = ledger
  const atSec = batch.atSec[i]!
  const effectiveSec = batch.effectiveSec[i]!
  const lapseSec = batch.lapseSec[i]!
  move.debit = batch.debit[i]!
  move.credit = batch.credit[i]!
  move.unit = batch.unit[i]!
  move.transferKind = batch.transferKind[i]!
  move.asked = batch.amount[i]!
  move.isUpTo = batch.isUpTo[i] !== 0
  move.isExactGiven = false
  move.atSec = atSec
  move.isEffectiveGiven = !Number.isNaN(effectiveSec)
  move.effectiveSec = move.isEffectiveGiven ? effectiveSec : atSec
  move.isLapseGiven = !Number.isNaN(lapseSec)
  move.lapseSec = move.isLapseGiven ? lapseSec : 0
  move.hasCause = false
  const amount = LedgerVerdict.ofAmount(move.asked)
  if (amount !== 0) return amount
  if (LedgerVerdict.ofInstant(atSec) !== 0) return timeNotWhole
  if (LedgerVerdict.ofInstant(move.effectiveSec) !== 0) return timeNotWhole
  const isLapse = LedgerVerdict.ofInstant(move.lapseSec) === 0 || move.lapseSec === noEnd
  return isLapse ? 0 : timeNotWhole
}

/** The command that a place of the columns stands for. */
const commandAt = (ledger: Ledger, batch: PackedBatch, i: number): Transfer => {
  const base = i * 4
  const words = batch.ids
  const transferKind = TransferKind.list[batch.transferKind[i]!] ?? "Adjust"
  if (!TransferKind.isPlain(transferKind)) throw new RangeError(`Transfer ${i} is of no plain kind`)
  return {
    action: "Transfer",
    id: ulid.toText(words[base]!, words[base + 1]!, words[base + 2]!, words[base + 3]!),
    atSec: batch.atSec[i]!,
    byId: batch.parties[batch.by[i]!] ?? "",
    transferKind,
    unit: Unit.list[batch.unit[i]!] ?? "hours",
    debit: accountTable.nameOf(ledger.accounts, batch.debit[i]!),
    credit: accountTable.nameOf(ledger.accounts, batch.credit[i]!),
    amount: batch.amount[i]!,
    ...(batch.isUpTo[i] === 0 ? {} : { mode: "UpTo" }),
    ...(Number.isNaN(batch.effectiveSec[i]) ? {} : { effectiveSec: batch.effectiveSec[i]! }),
    ...(Number.isNaN(batch.lapseSec[i]) ? {} : { lapseSec: batch.lapseSec[i]! })
  }
}

/** The answer to an id that is known. */
const repeat = (
  ledger: Ledger,
  batch: PackedBatch,
  i: number,
  row: number,
  answers: PackedAnswers
): void => {
  const entry = entryAt(ledger, row)
  if (!sameContent(entry.command, commandAt(ledger, batch, i))) {
    answers.codes[i] = idReused
    return
  }
  answers.isRepeated[i] = 1
  answers.sequences[i] = row
  if (entry.kind === "Refused") answers.codes[i] = numberOf(entry.rejection.code)
  else if (entry.kind === "Transferred") answers.amounts[i] = entry.amount
}

/** Remembers a refusal, as `Ledger.post` does. */
const refuse = (ledger: Ledger, batch: PackedBatch, i: number, verdict: number): void => {
  const command = commandAt(ledger, batch, i)
  const rejection = formProblem(command) ?? refusedTransfer(ledger, command, verdict)
  if (rejection.code !== codeAt(verdict)) throw new Error(`The columns say ${codeAt(verdict)}`)
  readNew(ledger, command.id)
  const sequence = ledger.log.count
  applyRefused(ledger, { kind: "Refused", sequence, command, rejection })
}
