/**
 * Rules as files: JSON with a format and a version of the format, the rules below them. Unknown data
 * is read strictly: every field that is missing, of the wrong type or unknown is a problem.
 */
import { FileProblem } from "@wangge/facts"
import { Schema, SchemaIssue } from "effect"
import { unitKinds } from "./EvaluationFact.ts"
import * as EvaluationRules from "./EvaluationRules.ts"
import * as parts from "./internal/rulePartsSchema.ts"

/**
 * What a file of rules says that it is.
 *
 * @source none: our own name
 * @category files
 * @since 0.1.0
 */
export const format = "wangge-evaluation-rules"

/**
 * The version of the format that this package writes and reads.
 *
 * @source none: our own number
 * @category files
 * @since 0.1.0
 */
export const version = 1

/**
 * Rules whose every value has its right type, or everything that has not. Whether they hold together
 * is for `EvaluationRules.compile`.
 *
 * @category files
 * @since 0.1.0
 */
export type Parsed =
  | { readonly ok: true; readonly rules: EvaluationRules.EvaluationRules }
  | { readonly ok: false; readonly problems: ReadonlyArray<FileProblem.FileProblem> }

/**
 * The structure of some rules.
 *
 * @category files
 * @since 0.1.0
 */
export const schema: Schema.Codec<EvaluationRules.EvaluationRules, unknown> = Schema.Struct({
  id: parts.text("Id of the rules"),
  version: parts.text("The author's version; changes with every change of a number"),
  label: parts.words,
  note: parts.words,
  unitKind: Schema.Literals(unitKinds),
  indicators: Schema.Array(parts.indicator),
  parts: Schema.Array(parts.part),
  method: Schema.Literals(EvaluationRules.methods),
  weighting: Schema.Literals(EvaluationRules.weightings),
  insufficient: Schema.Struct({
    rule: Schema.Literals(EvaluationRules.insufficientRules),
    weightMin: parts.sourced("Least weight of the measured parts for Reweight")
  }),
  adjustments: Schema.Array(parts.adjustment),
  bands: parts.bands,
  appeal: Schema.Struct({
    path: parts.words,
    days: parts.sourced("Days after the counting date")
  })
})

const fileSchema = Schema.Struct({
  format: Schema.Literal(format),
  version: Schema.Literal(version),
  rules: schema
})

/**
 * Rules as the content of a file, ready for `JSON.stringify`; {@link parse} reads it back.
 *
 * ```ts
 * import { EvaluationPreset, EvaluationRulesSchema } from "@wangge/evaluation"
 *
 * const text = JSON.stringify(EvaluationRulesSchema.toFile(EvaluationPreset.helong))
 * const parsed = EvaluationRulesSchema.parse(JSON.parse(text))
 * parsed.ok ? parsed.rules.label.zh : "" // => "和龙:听评看议"
 * ```
 *
 * @category files
 * @since 0.1.0
 */
export const toFile = (
  rules: EvaluationRules.EvaluationRules
): Readonly<Record<string, unknown>> => ({ $schema: address, format, version, rules })

/**
 * Reads unknown data as rules: format and version, then every value of the wrong type is a problem.
 * A `$schema` field at the top is allowed and left out.
 *
 * ```ts
 * import { EvaluationRulesSchema } from "@wangge/evaluation"
 *
 * const parsed = EvaluationRulesSchema.parse({ format: "wangge-evaluation-rules", version: 2 })
 * parsed.ok ? [] : parsed.problems
 * // => [{ path: "version", value: 2, expected: "1 (the version that this program reads)" }]
 * ```
 *
 * @category files
 * @since 0.1.0
 */
export const parse = (input: unknown): Parsed => {
  const early = FileProblem.ofHead(input, { noun: "evaluation rules", format, version })
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

const address = "https://example.invalid/wangge/schemas/evaluation-rules.schema.json"

/**
 * The JSON Schema of the format (draft 2020-12), as published in `docs/schemas`.
 *
 * @category files
 * @since 0.1.0
 */
export const jsonSchema = (): Readonly<Record<string, unknown>> =>
  parts.publishedSchema(fileSchema, {
    $id: address,
    title: `Wangge evaluation rules, version ${version}`,
    description: "Indicators, points, weights, bands and appeal, every number with its provenance"
  })
