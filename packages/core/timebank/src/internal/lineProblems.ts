/**
 * What is wrong with a line of a journal or with a published head, put as problems.
 */
import type { FileProblem } from "@wangge/facts"
import * as AuditProblem from "../AuditProblem.ts"
import * as JournalLine from "../JournalLine.ts"
import * as Ledger from "../Ledger.ts"
import type { LogEntry } from "../LedgerEvent.ts"
import { nameOf } from "./entryOrder.ts"

/** A line that is not what a line should be: the first of its problems. */
export const unreadable = (
  lineNumber: number,
  problems: ReadonlyArray<FileProblem.FileProblem>
): AuditProblem.AuditProblem => {
  const [first] = problems
  const value = first?.value === undefined ? "" : JSON.stringify(first.value).slice(0, 60)
  const found = first?.path === "" ? value : `${first?.path ?? ""}=${value}`
  return AuditProblem.make("LineUnreadable", String(lineNumber), found, first?.expected ?? "")
}

/**
 * An entry whose number has been there: the same one twice, or another in its place. Without a ledger
 * to look it up in, it counts as the same one.
 */
export const again = (
  ledger: Ledger.Ledger | undefined,
  entry: LogEntry,
  next: number
): AuditProblem.AuditProblem => {
  const { sequence } = entry
  const [there] = ledger === undefined ? [] : Ledger.entries(ledger, sequence, sequence + 1)
  const isSame =
    there === undefined || JournalLine.contentText(there) === JournalLine.contentText(entry)
  const code = isSame ? "EntryRepeated" : "EntryInserted"
  return AuditProblem.make(code, nameOf(entry), sequence, next)
}

/** What is wrong with a file whose first line is not that of a journal. */
export const foreign = (
  lineCount: number,
  problems: ReadonlyArray<FileProblem.FileProblem>
): ReadonlyArray<FileProblem.FileProblem> =>
  lineCount === 0
    ? [{ path: "", value: undefined, expected: "a first line: the file is empty" }]
    : problems
