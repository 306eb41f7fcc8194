/**
 * Journals of a time bank, read from a file line by line whatever their size, and written so that
 * nobody ever sees half of one. The hash of every chain that this program knows is SHA-256.
 */
import { sha256 } from "@noble/hashes/sha2.js"
import { type Digest, Journal, JournalReading, type JournalReport } from "@wangge/timebank"
import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import * as Stream from "effect/Stream"
import type * as DemoBank from "./DemoBank.ts"
import { UsageError } from "./Ending.ts"
import * as FileProblem from "./FileProblem.ts"
import { checkDepth, reason } from "./JsonFile.ts"
import * as OutputFolder from "./OutputFolder.ts"

/**
 * The hash of the chains.
 *
 * @source FIPS 180-4 (2015): SHA-256
 * @category journals
 * @since 0.1.0
 */
export const hash: Digest.Hash = sha256

/**
 * Reads and verifies a journal. A byte order mark and line ends of another system are ignored.
 *
 * Fails with `UsageError` when the file cannot be read or is no journal of this version; everything
 * else that is wrong is in the report. Memory grows with the ledger, not with the file.
 *
 * @category journals
 * @since 0.1.0
 */
export const read = Effect.fn("JournalFile.read")(function* (
  file: string,
  publishedHeads: ReadonlyArray<string>
) {
  const files = yield* FileSystem.FileSystem
  const reading = JournalReading.start(hash, publishedHeads)
  let rest = ""
  yield* files.stream(file).pipe(
    Stream.decodeText(),
    Stream.runForEach((chunk) =>
      Effect.sync(() => {
        rest += reading.lineCount === 0 && rest === "" ? chunk.replace(/^\uFEFF/, "") : chunk
        if (!chunk.includes("\n")) return
        const lines = rest.split("\n")
        rest = lines.pop() ?? ""
        for (const line of lines) JournalReading.take(reading, line.replace(/\r$/, ""))
      })
    ),
    Effect.mapError(
      (error) => new UsageError({ message: `Cannot read ${file}: ${reason(error)}.` })
    )
  )
  const report = JournalReading.finish(reading, rest)
  if (report.ok) return report
  // What is nested without end cannot even be shown.
  for (const { value } of report.problems) yield* checkDepth(value, `${file} line 1`)
  return yield* foreign(file, report)
})

/** The first line is not that of a journal. */
const foreign = (file: string, { problems }: JournalReport.Unreadable) => {
  const origin = 'Make one with "wangge timebank demo journal.jsonl".'
  const [first] = problems
  if (problems.length === 1 && first !== undefined && first.path === "") {
    const found = first.value === undefined ? "" : ` found ${JSON.stringify(first.value)},`
    const message = `${file} is not a journal of a time bank:${found} expected ${first.expected}. ${origin}`
    return Effect.fail(new UsageError({ message }))
  }
  if (problems.length === 1 && (first?.path === "format" || first?.path === "version")) {
    const found = first.value === undefined ? "missing" : JSON.stringify(first.value)
    const message = `${file} is not a journal of a time bank: its "${first.path}" is ${found}, expected ${first.expected}. ${origin}`
    return Effect.fail(new UsageError({ message }))
  }
  return FileProblem.refuse(`${file} line 1`, problems)
}

/**
 * Writes a journal; a file of that name is replaced in one step.
 *
 * Fails with `UsageError` where it cannot be written.
 *
 * @category journals
 * @since 0.1.0
 */
export const write = Effect.fn("JournalFile.write")(function* (
  file: string,
  { chain, ledger }: DemoBank.DemoBank
) {
  yield* OutputFolder.writeFile(file, ended(Journal.lines(chain, ledger)))
})

function* ended(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`
}
