/**
 * Reads the log back: the entry of a row, as it was answered.
 */
import type { Transfer } from "../LedgerCommand.ts"
import { kinds, type LogEntry, type Single, type Transferred } from "../LedgerEvent.ts"
import * as TransferKind from "../TransferKind.ts"
import * as Unit from "../Unit.ts"
import * as accountTable from "./accountTable.ts"
import * as idTable from "./idTable.ts"
import type { Ledger } from "./ledgerState.ts"
import * as rowLog from "./rowLog.ts"
import * as sideTable from "./sideTable.ts"

const transferred = kinds.indexOf("Transferred")

/** The entry of a row; of a group with its members. */
export const entryAt = (ledger: Ledger, row: number): LogEntry => {
  if (rowLog.kindOf(ledger.log, row) === transferred) return transferAt(ledger, row)
  const entry = ledger.side.kept[rowLog.word(ledger.log, row, rowLog.side)]
  if (entry === undefined) throw new RangeError(`The log has no entry at ${row}`)
  if (entry.kind !== "GroupPosted") return entry
  const events: Array<Single> = []
  for (let i = 1; i <= entry.command.commands.length; i++) {
    const event = entryAt(ledger, row + i)
    if (event.kind !== "GroupPosted" && event.kind !== "Refused") events.push(event)
  }
  return { kind: entry.kind, sequence: entry.sequence, command: entry.command, events }
}

/** How many rows an entry takes. */
export const rowsOf = (entry: LogEntry): number =>
  entry.kind === "GroupPosted" ? 1 + entry.events.length : 1

const transferAt = (ledger: Ledger, row: number): Transferred => ({
  kind: "Transferred",
  sequence: row,
  command: commandAt(ledger, row),
  amount: rowLog.double(ledger.log, row, rowLog.amount),
  isByMandate: (rowLog.word(ledger.log, row, rowLog.head) & rowLog.byMandate) !== 0
})

const commandAt = (ledger: Ledger, row: number): Transfer => {
  const { accounts, ids, log, side } = ledger
  const head = rowLog.word(log, row, rowLog.head)
  const sideWord = rowLog.word(log, row, rowLog.side)
  const note = (head & rowLog.noted) === 0 ? undefined : side.notes[sideWord]
  const debit = rowLog.word(log, row, rowLog.debit) - 1
  const asked = note === undefined ? 0 : note.asked
  const isUpTo = asked !== 0
  const transferKind = TransferKind.list[rowLog.transferKindOf(log, row)] ?? "Adjust"
  if (!TransferKind.isPlain(transferKind)) throw new RangeError(`Row ${row} is no plain transfer`)
  return {
    action: "Transfer",
    id: idTable.textAt(ids, log, row),
    atSec: rowLog.double(log, row, rowLog.recordedSec),
    byId: sideTable.partyText(side, note === undefined ? sideWord : note.party),
    transferKind,
    unit: Unit.list[accountTable.unitOf(accounts, debit)] ?? "hours",
    debit: accountTable.nameOf(accounts, debit),
    credit: accountTable.nameOf(accounts, rowLog.word(log, row, rowLog.credit) - 1),
    amount: isUpTo ? asked : rowLog.double(log, row, rowLog.amount),
    ...(isUpTo ? { mode: "UpTo" } : {}),
    ...((head & rowLog.exactGiven) === 0 ? {} : { mode: "Exact" }),
    ...((head & rowLog.effectiveGiven) === 0
      ? {}
      : { effectiveSec: rowLog.double(log, row, rowLog.effectiveSec) }),
    ...((head & rowLog.lapseGiven) === 0
      ? {}
      : { lapseSec: rowLog.double(log, row, rowLog.lapseSec) }),
    ...noteFields(note)
  }
}

const noteFields = (
  note: sideTable.Note | undefined
): Pick<Transfer, "causeId" | "beneficiaryId" | "correctsId"> =>
  note === undefined
    ? {}
    : {
        ...(note.causeId === "" ? {} : { causeId: note.causeId }),
        ...(note.beneficiaryId === "" ? {} : { beneficiaryId: note.beneficiaryId }),
        ...(note.correctsId === "" ? {} : { correctsId: note.correctsId })
      }
