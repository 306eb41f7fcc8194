/**
 * The lines of a journal after the first: an entry of the log, a change of the policy, or the head of
 * the chain up to here. Each is one line of JSON; entries and changes carry a check, a short
 * running digest by which a line that was changed, cut or moved can be named.
 */
import type * as Digest from "./Digest.ts"
import { toHex } from "./Digest.ts"
import * as byteWriter from "./internal/byteWriter.ts"
import { canonicalJson } from "./internal/canonicalJson.ts"
import type { JournalHead } from "./JournalHead.ts"
import type { LogEntry } from "./LedgerEvent.ts"
import type { LedgerPolicy } from "./LedgerRules.ts"

/**
 * Another policy from the next entry on: when it was recorded (whole seconds), by whom, and what it
 * is.
 *
 * @category journals
 * @since 0.1.0
 */
export interface PolicyChange {
  readonly atSec: number
  readonly byId: string
  readonly policy: LedgerPolicy
}

/**
 * One line. A batch says the head of the chain (hexadecimal text) when all rows of the log before
 * `untilSequence` are in it.
 *
 * @category journals
 * @since 0.1.0
 */
export type JournalLine =
  | { readonly line: "Entry"; readonly check: string; readonly entry: LogEntry }
  | { readonly line: "Policy"; readonly check: string; readonly change: PolicyChange }
  | { readonly line: "Batch"; readonly untilSequence: number; readonly head: string }

/**
 * Characters of a check: 64 bits.
 *
 * @source none: two lines in 2^32 may share one by chance; forgery is the business of the heads
 * @category journals
 * @since 0.1.0
 */
export const checkLength = 16

/**
 * The check before the first line.
 *
 * @source none: any text of that length would do
 * @category journals
 * @since 0.1.0
 */
export const firstCheck = "0".repeat(checkLength)

/**
 * The text that stands for an entry, a change of policy or a first line in every digest: JSON in the
 * form of RFC 8785 (keys sorted, no spaces). Equal content gives equal text, however the line in
 * the file is spaced or ordered.
 *
 * Numbers that JSON cannot carry, which occur in refused commands only, stand as
 * `{"number":"NaN"}`, `"Infinity"`, `"-Infinity"` or `"-0"`.
 *
 * ```ts
 * import { JournalLine, LedgerRules } from "@wangge/timebank"
 *
 * const change = { policy: { ...LedgerRules.base, transfers: [] }, byId: "board", atSec: 60 }
 * JournalLine.contentText(change)
 * // => '{"atSec":60,"byId":"board","policy":{"ceilings":[],"creditLines":[],"operators":[],"shortfall":"Refuse","transfers":[]}}'
 * ```
 *
 * @source RFC 8785 (2020), JSON Canonicalization Scheme
 * @category journals
 * @since 0.1.0
 */
export const contentText = (content: LogEntry | PolicyChange | JournalHead): string =>
  canonicalJson(content)

/**
 * The bytes of {@link contentText}: its UTF-8.
 *
 * @category journals
 * @since 0.1.0
 */
export const contentBytes = (content: LogEntry | PolicyChange | JournalHead): Uint8Array =>
  byteWriter.ofText(contentText(content))

/**
 * The check of a line: the first half of a digest of the check before it and of its own content
 * ({@link contentText}), the former as the text that it is.
 *
 * @source none: our own layout
 * @category journals
 * @since 0.1.0
 */
export const checkOf = (hash: Digest.Hash, before: string, content: string): string =>
  toHex(hash(byteWriter.ofText(before + content)).subarray(0, checkLength / 2))

/**
 * A line as it is written, without its line break.
 *
 * @category journals
 * @since 0.1.0
 */
export const toText = (line: JournalLine): string => {
  switch (line.line) {
    case "Entry":
      return entryText(line.check, contentText(line.entry))
    case "Policy":
      return `{"line":"Policy","check":"${line.check}","change":${contentText(line.change)}}`
    case "Batch":
      return JSON.stringify({
        line: line.line,
        untilSequence: line.untilSequence,
        head: line.head
      })
  }
}

/**
 * The line of an entry from the text of its content, for whoever has that already.
 *
 * @category journals
 * @since 0.1.0
 */
export const entryText = (check: string, content: string): string =>
  `{"line":"Entry","check":"${check}","entry":${content}}`
