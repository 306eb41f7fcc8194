/**
 * Journals as files: each line of text read strictly as what it should be, with every problem named
 * by its place in the line. Unknown fields are refused. Used at the edge only; whether the lines
 * belong together is for `JournalReading`.
 */
import { Zone } from "@wangge/calendar"
import { FileProblem, Id } from "@wangge/facts"
import { Schema, SchemaIssue } from "effect"
import * as AccountKind from "./AccountKind.ts"
import { revived } from "./internal/canonicalJson.ts"
import * as entrySchema from "./internal/entrySchema.ts"
import * as JournalHead from "./JournalHead.ts"
import type { JournalLine } from "./JournalLine.ts"
import * as LedgerEvent from "./LedgerEvent.ts"
import * as LedgerRules from "./LedgerRules.ts"
import * as TransferKind from "./TransferKind.ts"
import * as Unit from "./Unit.ts"

/**
 * Something that was read, or every problem that was found.
 *
 * @category journals
 * @since 0.1.0
 */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: ReadonlyArray<FileProblem.FileProblem> }

const kinds = Schema.Array(Schema.Literals(AccountKind.list))

/** A limit of the ledger: a whole number from 0. */
const limit = Schema.Finite.check(
  Schema.makeFilter((value: number) => Number.isSafeInteger(value) && value >= 0, {
    expected: "a whole number from 0"
  })
)

const id = Schema.String.check(
  Schema.makeFilter(Id.isValid, {
    expected: `an id of 1 to ${Id.lengthMax} printable ASCII characters`
  })
)

const operators = Schema.Array(
  Schema.Struct({ partyId: id, rights: Schema.Array(Schema.Literals(LedgerRules.rights)) })
).check(
  Schema.makeFilter(
    (rows: ReadonlyArray<{ readonly partyId: string }>) =>
      new Set(rows.map(({ partyId }) => partyId)).size === rows.length,
    { expected: "every operator once" }
  )
)

const policy = Schema.Struct({
  transfers: Schema.Array(
    Schema.Struct({
      transferKind: Schema.Literals(TransferKind.list),
      debitKinds: kinds,
      creditKinds: kinds,
      canRenewLapse: Schema.Boolean
    })
  ),
  operators,
  ceilings: Schema.Array(
    Schema.Struct({
      unit: Schema.Literals(Unit.list),
      accountKind: Schema.Literals(AccountKind.list),
      ceiling: limit
    })
  ),
  creditLines: Schema.Array(
    Schema.Struct({
      unit: Schema.Literals(Unit.list),
      accountKind: Schema.Literals(AccountKind.list),
      creditLineMax: limit
    })
  ),
  shortfall: Schema.Literals(LedgerRules.shortfallPolicies)
})

const head = Schema.Struct({
  format: Schema.Literal(JournalHead.format),
  version: Schema.Literal(JournalHead.version),
  ledgerId: id,
  zone: Schema.String.check(
    Schema.makeFilter(Zone.isKnown, { expected: "the IANA name of a known time zone" })
  ),
  policy
})

const check = Schema.String
const policyLine = Schema.Struct({
  line: Schema.Literal("Policy"),
  check,
  change: Schema.Struct({ atSec: Schema.Finite, byId: id, policy })
})
const batchLine = Schema.Struct({
  line: Schema.Literal("Batch"),
  untilSequence: limit,
  head: Schema.String
})
const entryLine = Schema.Struct({
  line: Schema.Literal("Entry"),
  check,
  entry: Schema.Unknown
})

const json = Schema.fromJsonString(Schema.Unknown)

/**
 * The first line of a journal.
 *
 * ```ts
 * import { JournalSchema } from "@wangge/timebank"
 *
 * JournalSchema.parseHead('{"format":"wangge-town","version":1}')
 * // => { ok: false, problems: [{ path: "format", value: "wangge-town", expected: "\"wangge-timebank-journal\"" }] }
 * ```
 *
 * @category journals
 * @since 0.1.0
 */
export const parseHead = (text: string): Parsed<JournalHead.JournalHead> => {
  const input = parseJson(text)
  if (!input.ok) return input
  const { format, version } = JournalHead
  const early = FileProblem.ofHead(input.value, { noun: "a journal", format, version })
  if (early.length > 0) return { ok: false, problems: early }
  return decode(headDecoder, input.value)
}

/**
 * A line of a journal after the first.
 *
 * ```ts
 * import { JournalSchema } from "@wangge/timebank"
 *
 * const text = '{"line":"Batch","untilSequence":-1,"head":""}'
 * JournalSchema.parseLine(text)
 * // => { ok: false, problems: [{ path: "untilSequence", value: -1, expected: "a whole number from 0" }] }
 * ```
 *
 * @category journals
 * @since 0.1.0
 */
export const parseLine = (text: string): Parsed<JournalLine> => {
  const input = parseJson(text)
  if (!input.ok) return input
  const line = FileProblem.isRecord(input.value) ? input.value.line : undefined
  if (line === "Entry") return parseEntryLine(input.value)
  if (line === "Policy") return decode(policyDecoder, input.value)
  if (line === "Batch") return decode(batchDecoder, input.value)
  return wrong("line", line, "one of Entry, Policy, Batch")
}

const parseEntryLine = (input: unknown): Parsed<JournalLine> => {
  const outer = decode(entryDecoder, input)
  if (!outer.ok) return outer
  const given = revived(outer.value.entry)
  const kind = FileProblem.isRecord(given) ? given.kind : undefined
  const decoder = typeof kind === "string" ? decoders.get(kind) : undefined
  if (decoder === undefined) {
    return wrong("entry.kind", kind, `one of ${LedgerEvent.kinds.join(", ")}`)
  }
  const entry = decode(decoder, given)
  if (entry.ok) {
    return { ok: true, value: { line: "Entry", check: outer.value.check, entry: entry.value } }
  }
  const problems = entry.problems.map(({ path, value, expected }) => ({
    path: path === "" ? "entry" : `entry.${path}`,
    value,
    expected
  }))
  return { ok: false, problems }
}

type Decoded<Value> = ReturnType<ReturnType<typeof Schema.decodeUnknownResult<Schema.Codec<Value>>>>
type Decoder<Value> = (input: unknown) => Decoded<Value>

const options = { errors: "all", onExcessProperty: "error" } as const

const headDecoder = Schema.decodeUnknownResult(head, options)
const policyDecoder = Schema.decodeUnknownResult(policyLine, options)
const batchDecoder = Schema.decodeUnknownResult(batchLine, options)
const entryDecoder = Schema.decodeUnknownResult(entryLine, options)
const jsonDecoder = Schema.decodeUnknownResult(json)

const decoders: ReadonlyMap<string, Decoder<LedgerEvent.LogEntry>> = new Map(
  Object.entries({ ...entrySchema.events, Refused: entrySchema.refusal }).map(([kind, schema]) => [
    kind,
    Schema.decodeUnknownResult<Schema.Codec<LedgerEvent.LogEntry, unknown>>(schema, options)
  ])
)

const wrong = (path: string, value: unknown, expected: string): Parsed<never> => ({
  ok: false,
  problems: [{ path, value, expected }]
})

const decode = <Value>(decoder: Decoder<Value>, input: unknown): Parsed<Value> => {
  const decoded = decoder(input)
  if (decoded._tag === "Success") return { ok: true, value: decoded.success }
  const { issues } = SchemaIssue.makeFormatterStandardSchemaV1()(decoded.failure.issue)
  return { ok: false, problems: FileProblem.ofIssues(issues, input) }
}

const parseJson = (text: string): Parsed<unknown> => {
  const decoded = jsonDecoder(text)
  if (decoded._tag === "Success") return { ok: true, value: decoded.success }
  const value = text.length > 40 ? `${text.slice(0, 37)}...` : text
  return wrong("", value, "one JSON object on one line")
}
