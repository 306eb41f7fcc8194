/**
 * A ledger and its chain as a journal: lines of text from which the same ledger, the same head and
 * the same answers come back. Written line by line, so that no journal has to fit into memory;
 * `JournalReading` reads it back in the same way.
 */
import type { AuditChain, Link } from "./AuditChain.ts"
import { rowCount } from "./internal/entryOrder.ts"
import * as JournalLine from "./JournalLine.ts"
import * as Ledger from "./Ledger.ts"
import type { LogEntry } from "./LedgerEvent.ts"

/** Rows of the log that are turned into entries at a time. */
const stepRows = 4096

/**
 * The entries of a ledger in their order, a few thousand at a time; a group is one entry.
 *
 * @category journals
 * @since 0.1.0
 */
export function* entries(ledger: Ledger.Ledger): Generator<LogEntry> {
  yield* entriesBetween(ledger, 0, Ledger.sequenceNext(ledger))
}

function* entriesBetween(ledger: Ledger.Ledger, from: number, until: number): Generator<LogEntry> {
  let next = from
  while (next < until) {
    const some = Ledger.entries(ledger, next, Math.min(until, next + stepRows))
    yield* some
    // A group may reach beyond the step: its members are rows of their own.
    const last = some.at(-1)
    if (last === undefined) throw new RangeError(`The log has no entry ${next}`)
    next = last.sequence + rowCount(last)
  }
}

/**
 * The lines of a journal, without line breaks: the first line, every entry, every change of policy,
 * and a head wherever the chain has one. Entries after the last link are written too; seal the
 * chain first to have a head for them.
 *
 * End every line with one line break, the last one too: a last line without it is taken for one
 * that was not finished. Cost: one hash and one text per entry.
 *
 * @category journals
 * @since 0.1.0
 */
export function* lines(chain: AuditChain, ledger: Ledger.Ledger): Generator<string> {
  yield JournalLine.contentText(chain.start)
  const run: Run = { chain, ledger, check: JournalLine.firstCheck }
  let from = 0
  for (const link of chain.links) {
    yield* entryLines(run, from, link.untilSequence)
    yield linkLine(run, link)
    from = link.untilSequence
  }
  yield* entryLines(run, from, Ledger.sequenceNext(ledger))
}

/** What runs along the lines: the check of the last one that had one. */
interface Run {
  readonly chain: AuditChain
  readonly ledger: Ledger.Ledger
  check: string
}

function* entryLines(run: Run, from: number, until: number): Generator<string> {
  for (const entry of entriesBetween(run.ledger, from, until)) {
    const content = JournalLine.contentText(entry)
    run.check = JournalLine.checkOf(run.chain.hash, run.check, content)
    yield JournalLine.entryText(run.check, content)
  }
}

const linkLine = (run: Run, link: Link): string => {
  if (link.kind === "Batch") {
    const { untilSequence, head } = link
    return JournalLine.toText({ line: "Batch", untilSequence, head })
  }
  run.check = JournalLine.checkOf(run.chain.hash, run.check, JournalLine.contentText(link.change))
  return JournalLine.toText({ line: "Policy", check: run.check, change: link.change })
}

/**
 * The journal as one text, each line ended. For small journals and tests; a large one is written
 * line by line ({@link lines}).
 *
 * @category journals
 * @since 0.1.0
 */
export const toText = (chain: AuditChain, ledger: Ledger.Ledger): string => {
  let text = ""
  for (const line of lines(chain, ledger)) text += `${line}\n`
  return text
}
