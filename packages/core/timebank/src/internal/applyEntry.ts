/**
 * Books entries of the log: the one place from which the tables are changed.
 */
import type { GroupPosted, LogEntry, Refused, Single, Transferred } from "../LedgerEvent.ts"
import * as applyAccount from "./applyAccount.ts"
import * as applyHold from "./applyHold.ts"
import * as applyReverse from "./applyReverse.ts"
import { applyTransfer } from "./applyTransfer.ts"
import { fillMove, partyBy } from "./fillMove.ts"
import { obstacleTo } from "./follows.ts"
import * as idTable from "./idTable.ts"
import type { Ledger } from "./ledgerState.ts"
import { writeEntry } from "./writeEntry.ts"

/** Books an event whose id was just read and not found. */
export const applySingle = (ledger: Ledger, event: Single): void => {
  switch (event.kind) {
    case "AccountOpened":
      applyAccount.opened(ledger, event)
      break
    case "LimitsSet":
    case "AccountFrozen":
    case "AccountUnfrozen":
    case "GuardianSet":
      applyAccount.changed(ledger, event)
      break
    case "AccountClosed":
      applyAccount.closed(ledger, event)
      break
    case "MandateGranted":
    case "MandateRevoked":
      applyAccount.mandated(ledger, event)
      break
    case "Transferred":
      transferred(ledger, event)
      break
    case "HoldPlaced":
      applyHold.placed(ledger, event)
      break
    case "HoldCaptured":
      applyHold.captured(ledger, event)
      break
    case "HoldReleased":
      applyHold.released(ledger, event)
      break
    case "Reversed":
      applyReverse.reversed(ledger, event)
      break
    case "LotsExpired":
      applyReverse.expired(ledger, event)
      break
  }
}

const transferred = (ledger: Ledger, event: Transferred): void => {
  const { command } = event
  const { move } = ledger
  fillMove(ledger, command)
  move.amount = event.amount
  move.isByMandate = event.isByMandate
  const party = partyBy(ledger, move.debit, command.byId)
  applyTransfer(ledger, party, command)
}

/** Books an event of a log, after a look at whether it can follow. */
export const applyChecked = (ledger: Ledger, event: Single): void => {
  const obstacle = obstacleTo(ledger, event)
  if (obstacle !== "") throw brokenLog(event, obstacle)
  if (!readNew(ledger, event.command.id)) throw brokenLog(event, "a new id")
  applySingle(ledger, event)
}

/** Reads the id of an entry, which has to be a new one. */
export const readNew = (ledger: Ledger, id: string): boolean =>
  idTable.read(ledger.ids, id) && idTable.find(ledger.ids, ledger.log) < 0

/** Books a group: its own row, then those of its members. */
export const applyGroup = (ledger: Ledger, event: GroupPosted): void => {
  const row = writeEntry(ledger, event, -1, 0)
  ledger.groupRow = row + 1
  for (const each of event.events) {
    if (each.sequence !== ledger.log.count) throw brokenLog(each, `place ${ledger.log.count}`)
    applyChecked(ledger, each)
  }
  ledger.groupRow = 0
}

/** Books a refusal: its id is taken, and its answer remembered. */
export const applyRefused = (ledger: Ledger, entry: Refused): void => {
  writeEntry(ledger, entry, -1, 0)
}

/** The error for an entry that cannot follow what is there: the log is broken. */
export const brokenLog = (entry: LogEntry, expected: string): Error =>
  new Error(`Entry ${entry.sequence} (${entry.kind}) does not follow; expected ${expected}`)
