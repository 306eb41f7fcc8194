/**
 * A group is decided by doing it and taking it back: what its members may change is saved before,
 * and put back after, so that the ledger is left as it was found. What is saved is only what a
 * command touches, however large the ledger is.
 */
import type { Single } from "../LedgerCommand.ts"
import type { Single as Event } from "../LedgerEvent.ts"
import { noEnd } from "../LedgerRules.ts"
import * as accountTable from "./accountTable.ts"
import { holdOf, rowOf } from "./holds.ts"
import * as holdTable from "./holdTable.ts"
import * as idTable from "./idTable.ts"
import type { Ledger } from "./ledgerState.ts"
import * as lotTable from "./lotTable.ts"
import * as partList from "./partList.ts"
import * as partStore from "./partStore.ts"
import * as rowLog from "./rowLog.ts"
import * as sideTable from "./sideTable.ts"

interface SavedHold {
  readonly hold: number
  readonly row: Float64Array
  readonly parts: partList.PartList
}

interface SavedAccount {
  readonly row: Float64Array
  readonly lots: partList.PartList
  readonly holds: ReadonlyArray<SavedHold>
}

/** What a ledger was before a trial. */
export interface Trial {
  readonly accounts: Map<number, SavedAccount>
  readonly accountCount: number
  readonly holdCount: number
  readonly rowCount: number
  readonly textCount: number
  readonly keyCount: number
  readonly partCount: number
  readonly partyCount: number
  readonly noteCount: number
  readonly keptCount: number
  readonly unitDebt: Float64Array
  readonly lastSec: number
  readonly groupRow: number
}

export const begin = (ledger: Ledger): Trial => {
  ledger.side.isTrial = true
  return {
    accounts: new Map(),
    accountCount: ledger.accounts.count,
    holdCount: ledger.holds.count,
    rowCount: ledger.log.count,
    textCount: ledger.ids.texts.length,
    keyCount: ledger.parts.keyCount,
    partCount: ledger.parts.partCount,
    partyCount: ledger.side.parties.length,
    noteCount: ledger.side.notes.length,
    keptCount: ledger.side.kept.length,
    unitDebt: ledger.unitDebt.slice(),
    lastSec: ledger.lastSec,
    groupRow: ledger.groupRow
  }
}

/**
 * Saves the accounts that an event may change, unless they are saved already. Overwrites the id that
 * was read last.
 */
export const save = (ledger: Ledger, trial: Trial, event: Event): void => {
  for (const account of accountsOf(ledger, event.command)) saveAccount(ledger, trial, account)
  if ("amount" in event && mayReachAll(ledger, event.amount)) {
    for (let account = 0; account < trial.accountCount; account++) {
      saveAccount(ledger, trial, account)
    }
  }
}

/** Whether an amount may bring the debts so near to the largest whole number that all holds end. */
const mayReachAll = (ledger: Ledger, amount: number): boolean =>
  ledger.unitDebt.some((debts) => amount > noEnd - debts)

const saveAccount = (ledger: Ledger, trial: Trial, account: number): void => {
  if (account < 0 || account >= trial.accountCount || trial.accounts.has(account)) return
  trial.accounts.set(account, savedAccount(ledger, account))
}

const accountsOf = (ledger: Ledger, command: Single): ReadonlyArray<number> => {
  const number = (name: string | undefined): number =>
    name === undefined ? -1 : accountTable.numberOf(ledger.accounts, name)
  switch (command.action) {
    case "Transfer":
      return [number(command.debit), number(command.credit)]
    case "PlaceHold":
      return [number(command.debit)]
    case "CaptureHold":
    case "ReleaseHold": {
      const base = holdOf(ledger, command.holdId) * holdTable.stride
      const { rows } = ledger.holds
      const credit = command.action === "CaptureHold" ? number(command.credit) : -1
      return [rows[base + holdTable.account]!, rows[base + holdTable.credit]! - 1, credit]
    }
    case "Reverse": {
      const row = rowOf(ledger, command.targetId)
      const word = (place: number): number => rowLog.word(ledger.log, row, place) - 1
      return row < 0 ? [] : [word(rowLog.debit), word(rowLog.credit)]
    }
    case "ExpireLots":
      return [number(command.account), number(command.into)]
    case "CloseAccount":
      return [number(command.account), number(command.sweepTo)]
    default:
      return [number(command.account)]
  }
}

const savedAccount = (ledger: Ledger, account: number): SavedAccount => {
  const base = account * accountTable.stride
  const row = ledger.accounts.rows.slice(base, base + accountTable.stride)
  const holds: Array<SavedHold> = []
  let hold = row[accountTable.headHold]!
  while (hold !== 0) {
    const start = hold * holdTable.stride
    const saved = ledger.holds.rows.slice(start, start + holdTable.stride)
    holds.push({ hold, row: saved, parts: chainParts(ledger, saved[holdTable.headPart]!) })
    hold = saved[holdTable.after]!
  }
  return { row, lots: chainParts(ledger, row[accountTable.headLot]!), holds }
}

const chainParts = (ledger: Ledger, head: number): partList.PartList => {
  const list = partList.make()
  partList.fill(list, ledger.lots, head)
  return list
}

/** Puts everything back as it was when the trial began. */
export const end = (ledger: Ledger, trial: Trial): void => {
  const { accounts, holds, ids, log, parts, side } = ledger
  for (const account of trial.accounts.keys()) dropChains(ledger, account)
  for (let account = trial.accountCount; account < accounts.count; account++) {
    dropChains(ledger, account)
  }
  for (const [account, saved] of trial.accounts) putBack(ledger, account, saved)
  for (let row = log.count - 1; row >= trial.rowCount; row--) idTable.remove(ids, log, row)
  rowLog.truncate(log, trial.rowCount)
  ids.texts.length = trial.textCount
  accountTable.truncate(accounts, trial.accountCount)
  holds.count = trial.holdCount
  partStore.truncate(parts, trial.keyCount, trial.partCount)
  side.isTrial = false
  for (const undo of side.undo.reverse()) undo()
  side.undo.length = 0
  sideTable.truncateParties(side, trial.partyCount)
  side.notes.length = trial.noteCount
  side.kept.length = trial.keptCount
  side.links.length = trial.keptCount
  ledger.unitDebt.set(trial.unitDebt)
  ledger.lastSec = trial.lastSec
  ledger.groupRow = trial.groupRow
}

/** Frees the lots of an account and of its open holds. */
const dropChains = (ledger: Ledger, account: number): void => {
  const { rows } = ledger.accounts
  const base = account * accountTable.stride
  lotTable.dropChain(ledger.lots, rows[base + accountTable.headLot]!)
  let hold = rows[base + accountTable.headHold]!
  while (hold !== 0) {
    const start = hold * holdTable.stride
    lotTable.dropChain(ledger.lots, ledger.holds.rows[start + holdTable.headPart]!)
    hold = ledger.holds.rows[start + holdTable.after]!
  }
}

const putBack = (ledger: Ledger, account: number, saved: SavedAccount): void => {
  const { rows } = ledger.accounts
  const base = account * accountTable.stride
  rows.set(saved.row, base)
  const [head, tail] = chainOf(ledger, saved.lots)
  rows[base + accountTable.headLot] = head
  rows[base + accountTable.tailLot] = tail
  for (const each of saved.holds) {
    const start = each.hold * holdTable.stride
    ledger.holds.rows.set(each.row, start)
    const [first] = chainOf(ledger, each.parts)
    ledger.holds.rows[start + holdTable.headPart] = first
  }
}

/** A chain of lots from a list; its first and its last. */
const chainOf = (ledger: Ledger, parts: partList.PartList): readonly [number, number] => {
  let head = 0
  let tail = 0
  for (let i = parts.count - 1; i >= 0; i--) {
    head = lotTable.add(ledger.lots, parts.lapses[i]!, parts.amounts[i]!, head)
    if (tail === 0) tail = head
  }
  return [head, tail]
}
