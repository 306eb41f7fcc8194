/**
 * The bytes of one link of the chain. A link of entries: the head before it, the letter B, the number
 * of rows, the rows of the log as they lie, and then the text of every entry that says more than
 * its row (`LedgerBytes.hasMore`). A link of a policy: the head before it, the letter P, and the
 * text of the change.
 */

import type { JournalHead } from "../JournalHead.ts"
import * as JournalLine from "../JournalLine.ts"
import * as Ledger from "../Ledger.ts"
import * as LedgerBytes from "../LedgerBytes.ts"
import * as byteWriter from "./byteWriter.ts"
import { rowCount } from "./entryOrder.ts"

const batchMark = 0x42
const policyMark = 0x50

/** The bytes before the first link. */
export const ofHead = (writer: byteWriter.ByteWriter, head: JournalHead): Uint8Array => {
  byteWriter.clear(writer)
  byteWriter.text(writer, JournalLine.contentText(head))
  return byteWriter.written(writer)
}

/** The bytes of the rows from `from` to before `to`, after a head. */
export const ofRows = (
  writer: byteWriter.ByteWriter,
  before: Uint8Array,
  ledger: Ledger.Ledger,
  from: number,
  to: number
): Uint8Array => {
  byteWriter.clear(writer)
  byteWriter.raw(writer, before)
  byteWriter.byte(writer, batchMark)
  byteWriter.whole(writer, to - from)
  for (const view of LedgerBytes.of(ledger, from, to)) byteWriter.raw(writer, view)
  let row = from
  while (row < to) row += LedgerBytes.hasMore(ledger, row) ? writeMore(writer, ledger, row) : 1
  return byteWriter.written(writer)
}

/** Writes the text of an entry; the rows that it takes, those of a group's members with it. */
const writeMore = (writer: byteWriter.ByteWriter, ledger: Ledger.Ledger, row: number): number => {
  const [entry] = Ledger.entries(ledger, row, row + 1)
  if (entry === undefined) throw new RangeError(`The log has no entry ${row}`)
  byteWriter.text(writer, JournalLine.contentText(entry))
  return rowCount(entry)
}

/** The bytes of a change of policy, after a head. */
export const ofPolicy = (
  writer: byteWriter.ByteWriter,
  before: Uint8Array,
  change: JournalLine.PolicyChange
): Uint8Array => {
  byteWriter.clear(writer)
  byteWriter.raw(writer, before)
  byteWriter.byte(writer, policyMark)
  byteWriter.text(writer, JournalLine.contentText(change))
  return byteWriter.written(writer)
}
