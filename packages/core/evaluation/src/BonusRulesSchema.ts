/**
 * Bonus rules as files: JSON with a format and a version of the format, the rules below them, read as
 * strictly as rules of evaluation: every field that is missing, of the wrong type or unknown is a
 * problem.
 */
import { FileProblem } from "@wangge/facts"
import { Schema, SchemaIssue } from "effect"
import * as BonusRules from "./BonusRules.ts"
import * as parts from "./internal/rulePartsSchema.ts"

/**
 * What a file of bonus rules says that it is.
 *
 * @source none: our own name
 * @category files
 * @since 0.1.0
 */
export const format = "wangge-bonus-rules"

/**
 * The version of the format that this package writes and reads.
 *
 * @source none: our own number
 * @category files
 * @since 0.1.0
 */
export const version = 1

/**
 * Bonus rules whose every value has its right type, or everything that has not. Whether they hold
 * together is for `BonusRules.compile`.
 *
 * @category files
 * @since 0.1.0
 */
export type Parsed =
  | { readonly ok: true; readonly rules: BonusRules.BonusRules }
  | { readonly ok: false; readonly problems: ReadonlyArray<FileProblem.FileProblem> }

const basis = Schema.Union([
  Schema.Struct({
    kind: Schema.Literal("ByScore"),
    above: parts.sourced("Points above these are paid")
  }),
  Schema.Struct({
    kind: Schema.Literal("ByBand"),
    weights: Schema.Array(
      Schema.Struct({
        bandId: parts.text("Band of the rules of evaluation"),
        weight: parts.sourced("What each person of a unit in this band weighs")
      })
    )
  }),
  Schema.Struct({
    kind: Schema.Literal("ByPlace"),
    steps: Schema.Array(
      Schema.Struct({
        placeLast: parts.sourced("The last place of this step, from 1"),
        weight: parts.sourced("What each person of a unit at these places weighs")
      })
    )
  })
]).annotate({ expected: "a basis of kind ByScore, ByBand or ByPlace" })

const schema: Schema.Codec<BonusRules.BonusRules, unknown> = Schema.Struct({
  id: parts.text("Id of the bonus rules"),
  version: parts.text("The author's version; changes with every change of a number"),
  label: parts.words,
  note: parts.words,
  basis,
  overlap: Schema.Literals(BonusRules.overlapRules),
  insufficient: Schema.Literals(BonusRules.insufficientPays),
  floorFen: parts.sourced("Least pay of a person in whole fen"),
  capFen: Schema.Union([
    Schema.Literal("None"),
    parts.sourced("Most pay of a person in whole fen")
  ]).annotate({ expected: 'a number with its provenance, or "None"' }),
  leadFactor: parts.sourced("What a lead is paid, as a multiple of the mean below")
})

const fileSchema = Schema.Struct({
  format: Schema.Literal(format),
  version: Schema.Literal(version),
  rules: schema
})

/**
 * Bonus rules as the content of a file, ready for `JSON.stringify`; {@link parse} reads it back.
 *
 * ```ts
 * import { BonusPreset, BonusRulesSchema } from "@wangge/evaluation"
 *
 * const text = JSON.stringify(BonusRulesSchema.toFile(BonusPreset.helong))
 * const parsed = BonusRulesSchema.parse(JSON.parse(text))
 * parsed.ok ? parsed.rules.overlap : "" // => "ShareEqually"
 * ```
 *
 * @category files
 * @since 0.1.0
 */
export const toFile = (rules: BonusRules.BonusRules): Readonly<Record<string, unknown>> => ({
  $schema: address,
  format,
  version,
  rules
})

/**
 * Reads unknown data as bonus rules: format and version, then every value of the wrong type is a
 * problem. A `$schema` field at the top is allowed and left out.
 *
 * ```ts
 * import { BonusRulesSchema } from "@wangge/evaluation"
 *
 * const parsed = BonusRulesSchema.parse({ format: "wangge-bonus-rules", version: 1 })
 * parsed.ok ? [] : parsed.problems.map(({ path }) => path) // => ["rules"]
 * ```
 *
 * @category files
 * @since 0.1.0
 */
export const parse = (input: unknown): Parsed => {
  const early = FileProblem.ofHead(input, { noun: "bonus rules", format, version })
  if (early.length > 0) return { ok: false, problems: early }
  const given = FileProblem.without(input, ["$schema"])
  const decoded = Schema.decodeUnknownResult(fileSchema)(given, {
    errors: "all",
    onExcessProperty: "error"
  })
  if (decoded._tag === "Success") return { ok: true, rules: decoded.success.rules }
  const { issues } = SchemaIssue.makeFormatterStandardSchemaV1()(decoded.failure.issue)
  return { ok: false, problems: FileProblem.ofIssues(issues, given) }
}

const address = "https://example.invalid/wangge/schemas/bonus-rules.schema.json"

/**
 * The JSON Schema of the format (draft 2020-12), as published in `docs/schemas`.
 *
 * @category files
 * @since 0.1.0
 */
export const jsonSchema = (): Readonly<Record<string, unknown>> =>
  parts.publishedSchema(fileSchema, {
    $id: address,
    title: `Wangge bonus rules, version ${version}`,
    description: "By what a bonus is shared, what happens at a cut, floors, caps and leads"
  })
