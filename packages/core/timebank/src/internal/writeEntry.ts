/**
 * Writes the rows of entries that move nothing, and keeps the records behind rows.
 */
import { type GroupPosted, kinds, type LogEntry } from "../LedgerEvent.ts"
import * as idTable from "./idTable.ts"
import type { Ledger } from "./ledgerState.ts"
import * as rowLog from "./rowLog.ts"
import * as sideTable from "./sideTable.ts"

const kindNumbers: ReadonlyMap<string, number> = new Map(kinds.map((kind, place) => [kind, place]))
const refused = kinds.indexOf("Refused")

/** The kind of an entry, for the head word of its row. */
export const kindWord = (entry: LogEntry): number => kindNumbers.get(entry.kind) ?? refused

/** Keeps an entry, of a group without its members; with a number that it links to. Its place. */
export const keep = (ledger: Ledger, entry: LogEntry, link: number): number =>
  sideTable.keep(ledger.side, entry.kind === "GroupPosted" ? alone(entry) : entry, link)

/** A group without its members: they have rows of their own. */
const alone = (entry: GroupPosted): GroupPosted => ({
  kind: entry.kind,
  sequence: entry.sequence,
  command: entry.command,
  events: []
})

/**
 * Writes the row of an entry on an account (-1: none) and keeps its record. The id that was read
 * last becomes its id. Time goes on with everything but a refusal.
 */
export const writeEntry = (
  ledger: Ledger,
  entry: LogEntry,
  account: number,
  link: number,
  more: {
    readonly credit?: number
    readonly amount?: number
    readonly untilSec?: number
    readonly transferKind?: number
  } = {}
): number => {
  // a refused command may have held anything
  const atSec = typeof entry.command.atSec === "number" ? entry.command.atSec : Number.NaN
  const place = keep(ledger, entry, link)
  const row = rowLog.append(
    ledger.log,
    kindWord(entry) | ((more.transferKind ?? 0) << 8) | (ledger.groupRow === 0 ? 0 : rowLog.member),
    account + 1,
    (more.credit ?? -1) + 1,
    place,
    more.amount ?? 0,
    atSec,
    atSec,
    more.untilSec ?? Number.MAX_SAFE_INTEGER
  )
  idTable.enter(ledger.ids, ledger.log, row)
  if (entry.kind !== "Refused") ledger.lastSec = atSec
  return row
}
