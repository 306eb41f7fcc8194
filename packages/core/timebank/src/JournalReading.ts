/**
 * Reads and verifies a journal line by line, whatever its size: nothing is kept but the ledger that
 * grows from it. Every entry is checked three times: its line against the running check, its
 * content against the rules (each command is decided again, and what the journal says must be
 * what the rules say), its batch against the head.
 */
import type { FileProblem } from "@wangge/facts"
import * as AuditChain from "./AuditChain.ts"
import * as AuditProblem from "./AuditProblem.ts"
import * as AuditTree from "./AuditTree.ts"
import * as Digest from "./Digest.ts"
import * as byteWriter from "./internal/byteWriter.ts"
import * as entryOrder from "./internal/entryOrder.ts"
import * as headWatch from "./internal/headWatch.ts"
import * as lineProblems from "./internal/lineProblems.ts"
import { ruleProblem } from "./internal/ruleProblem.ts"
import type { JournalHead } from "./JournalHead.ts"
import * as JournalLine from "./JournalLine.ts"
import type { JournalReport } from "./JournalReport.ts"
import * as JournalSchema from "./JournalSchema.ts"
import * as Ledger from "./Ledger.ts"
import * as LedgerCheck from "./LedgerCheck.ts"
import type { LogEntry } from "./LedgerEvent.ts"
import * as LedgerRules from "./LedgerRules.ts"

/**
 * A reading under way. {@link take} and {@link finish} change it in place.
 *
 * @category journals
 * @since 0.1.0
 */
export interface JournalReading {
  readonly hash: Digest.Hash
  readonly watch: headWatch.HeadWatch
  readonly ledger: Ledger.Ledger
  readonly tree: AuditTree.AuditTree
  readonly order: entryOrder.EntryOrder
  readonly problems: Array<AuditProblem.AuditProblem>
  lineCount: number
  begun: Begun | undefined
  headProblems: ReadonlyArray<FileProblem.FileProblem>
  /** The check that the next line follows; undefined after a line that is missing. */
  check: string | undefined
  /** Whether the ledger is what the journal says so far. */
  isTrusted: boolean
  sealed: { readonly entryCount: number; readonly root: string }
}

/** What is known once the first line has been read. */
interface Begun {
  readonly head: JournalHead
  readonly chain: AuditChain.AuditChain
  rules: LedgerRules.LedgerRules
}

/**
 * A reading before the first line. `publishedHeads` are heads or roots, as hexadecimal text, that
 * somebody kept: each must turn up.
 *
 * @category journals
 * @since 0.1.0
 */
export const start = (
  hash: Digest.Hash,
  publishedHeads: ReadonlyArray<string> = []
): JournalReading => ({
  hash,
  watch: headWatch.make(publishedHeads),
  ledger: Ledger.make(),
  tree: AuditTree.empty(),
  order: entryOrder.make(),
  problems: [],
  lineCount: 0,
  begun: undefined,
  headProblems: [],
  check: JournalLine.firstCheck,
  isTrusted: true,
  sealed: { entryCount: 0, root: "" }
})

/**
 * Takes the next line, without its line break. Changes the reading in place.
 *
 * @category journals
 * @since 0.1.0
 */
export const take = (reading: JournalReading, text: string): void => {
  reading.lineCount += 1
  if (reading.lineCount === 1) {
    begin(reading, text)
  } else if (reading.begun !== undefined) {
    const parsed = JournalSchema.parseLine(text)
    if (parsed.ok) {
      takeLine(reading, reading.begun, parsed.value)
    } else {
      distrust(reading, lineProblems.unreadable(reading.lineCount, parsed.problems))
      entryOrder.lose(reading.order)
    }
  }
}

const begin = (reading: JournalReading, text: string): void => {
  const parsed = JournalSchema.parseHead(text)
  if (!parsed.ok) {
    reading.headProblems = parsed.problems
    return
  }
  const head = parsed.value
  const chain = AuditChain.start(reading.hash, head)
  reading.begun = { head, chain, rules: LedgerRules.compile(head.policy) }
  noteSeal(reading, chain)
}

/** Notes a problem; from here on the ledger no longer follows the journal. */
const distrust = (reading: JournalReading, problem: AuditProblem.AuditProblem): void => {
  reading.problems.push(problem)
  reading.isTrusted = false
}

type Line<Kind extends string> = Extract<JournalLine.JournalLine, { readonly line: Kind }>

const takeLine = (reading: JournalReading, begun: Begun, line: JournalLine.JournalLine): void => {
  switch (line.line) {
    case "Entry":
      takeEntry(reading, begun, line)
      break
    case "Policy":
      takePolicy(reading, begun, line)
      break
    case "Batch":
      takeBatch(reading, begun, line)
  }
}

const takeEntry = (reading: JournalReading, begun: Begun, line: Line<"Entry">): void => {
  const { entry } = line
  const content = JournalLine.contentText(entry)
  const name = entryOrder.nameOf(entry)
  const { next } = reading.order
  const place = entryOrder.place(reading.order, entry)
  if (place === "Again") {
    const trusted = reading.isTrusted ? reading.ledger : undefined
    reading.problems.push(lineProblems.again(trusted, entry, next))
    return
  }
  if (place === "Next") {
    const check = checkOf(reading, line, content)
    if (check !== line.check) {
      distrust(reading, AuditProblem.make("EntryChanged", name, check, line.check))
    }
  }
  if (place === "Moved") {
    reading.problems.push(AuditProblem.make("EntryMoved", name, entry.sequence, next))
  } else {
    reading.check = line.check
  }
  if (place !== "Next") reading.isTrusted = false
  if (reading.isTrusted) book(reading, begun, entry)
  const leaf = AuditTree.leaf(reading.hash, byteWriter.ofText(content))
  AuditTree.append(reading.hash, reading.tree, leaf)
}

/** What the check of a line should be; its own where a line before it is missing. */
const checkOf = (
  { hash, check }: JournalReading,
  line: { readonly check: string },
  content: string
): string => (check === undefined ? line.check : JournalLine.checkOf(hash, check, content))

const book = (reading: JournalReading, begun: Begun, entry: LogEntry): void => {
  const problem = ruleProblem(begun.rules, reading.ledger, entry)
  if (problem === undefined) Ledger.evolve(reading.ledger, entry)
  else distrust(reading, problem)
}

const takePolicy = (reading: JournalReading, begun: Begun, line: Line<"Policy">): void => {
  const check = checkOf(reading, line, JournalLine.contentText(line.change))
  reading.check = line.check
  const subject = String(reading.lineCount)
  if (check !== line.check && reading.isTrusted) {
    distrust(reading, AuditProblem.make("PolicyChanged", subject, check, line.check))
  }
  if (!reading.isTrusted) return
  const next = Ledger.sequenceNext(reading.ledger)
  if (begun.chain.untilSequence !== next) {
    const { untilSequence } = begun.chain
    distrust(reading, AuditProblem.make("BatchMisplaced", subject, untilSequence, next))
    return
  }
  AuditChain.changePolicy(begun.chain, reading.ledger, line.change)
  begun.rules = LedgerRules.compile(line.change.policy)
  noteSeal(reading, begun.chain)
}

const takeBatch = (reading: JournalReading, begun: Begun, line: Line<"Batch">): void => {
  if (entryOrder.jump(reading.order, line.untilSequence)) {
    // The last entries of the batch are missing.
    reading.isTrusted = false
    reading.check = undefined
  }
  if (!reading.isTrusted) {
    // Its head cannot be computed any more; a published one that stands here is not called unknown.
    headWatch.meet(reading.watch, [line.head], line.untilSequence)
    return
  }
  const { chain } = begun
  const from = chain.untilSequence
  const next = Ledger.sequenceNext(reading.ledger)
  if (line.untilSequence !== next || from === next) {
    const subject = String(reading.lineCount)
    reading.problems.push(AuditProblem.make("BatchMisplaced", subject, line.untilSequence, next))
    return
  }
  AuditChain.seal(chain, reading.ledger)
  const computed = Digest.toHex(chain.head)
  if (computed !== line.head) {
    const subject = `${from}-${next - 1}`
    reading.problems.push(AuditProblem.make("HeadDiffers", subject, computed, line.head))
    // The next batch is judged by the head that the journal states here.
    chain.head = Digest.parseHex(line.head) ?? chain.head
  }
  noteSeal(reading, chain)
}

/** Notes what the head of now covers, and that head and root have been met. */
const noteSeal = (reading: JournalReading, chain: AuditChain.AuditChain): void => {
  const { hash, tree, watch } = reading
  const root = Digest.toHex(AuditTree.root(hash, tree))
  reading.sealed = { entryCount: tree.count, root }
  headWatch.meet(watch, [Digest.toHex(chain.head), root], chain.untilSequence)
}

/**
 * Ends a reading. `rest` is what follows the last line break, empty in a journal that was written to
 * its end; a whole line without its line break is taken, anything else is a line that was not
 * finished. Changes the reading in place.
 *
 * @category journals
 * @since 0.1.0
 */
export const finish = (reading: JournalReading, rest: string): JournalReport => {
  if (rest !== "") takeRest(reading, rest)
  const { begun, ledger, problems, sealed, tree, watch } = reading
  if (begun === undefined) {
    return { ok: false, problems: lineProblems.foreign(reading.lineCount, reading.headProblems) }
  }
  problems.push(...entryOrder.missing(reading.order))
  if (reading.isTrusted) {
    for (const { subject, found, expected } of LedgerCheck.problems(ledger)) {
      problems.push(AuditProblem.make("BooksUnsound", subject, found, expected))
    }
  }
  problems.push(...headWatch.unknown(watch, begun.chain.untilSequence))
  const { head, rules, chain } = begun
  return {
    ok: true,
    isSound: problems.length === 0,
    isTorn: problems.length > 0 && problems.every(({ code }) => code === "LineUnfinished"),
    problems,
    head,
    ledger,
    rules,
    chain,
    entryCount: tree.count,
    trustedUntil: Ledger.sequenceNext(ledger),
    published: { entryCount: sealed.entryCount, head: Digest.toHex(chain.head), root: sealed.root },
    unsealedCount: tree.count - sealed.entryCount
  }
}

const takeRest = (reading: JournalReading, rest: string): void => {
  const isWhole = reading.lineCount === 0 || JournalSchema.parseLine(rest).ok
  if (isWhole) {
    take(reading, rest)
    return
  }
  reading.lineCount += 1
  const subject = String(reading.lineCount)
  const last = reading.order.next - 1
  reading.problems.push(AuditProblem.make("LineUnfinished", subject, rest.length, last))
}

/**
 * Reads a whole journal from one text.
 *
 * @category journals
 * @since 0.1.0
 */
export const ofText = (
  hash: Digest.Hash,
  text: string,
  publishedHeads: ReadonlyArray<string> = []
): JournalReport => {
  const reading = start(hash, publishedHeads)
  const lines = text.split("\n")
  const rest = lines.pop() ?? ""
  for (const line of lines) take(reading, line)
  return finish(reading, rest)
}
