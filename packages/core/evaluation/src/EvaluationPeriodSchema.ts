/**
 * The occasion of an evaluation as a file: the period, the list of units, and what they had in the
 * period before, points as exact texts.
 */
import { FileProblem } from "@wangge/facts"
import { Schema, SchemaIssue } from "effect"
import type { EvaluationPeriod } from "./EvaluationPeriod.ts"
import * as parts from "./internal/rulePartsSchema.ts"
import * as Rational from "./Rational.ts"

/**
 * What a file of an occasion says that it is.
 *
 * @source none: our own name
 * @category files
 * @since 0.1.0
 */
export const format = "wangge-evaluation-period"

/**
 * The version of the format that this package writes and reads.
 *
 * @source none: our own number
 * @category files
 * @since 0.1.0
 */
export const version = 1

/**
 * An occasion, or everything that is wrong with its file.
 *
 * @category files
 * @since 0.1.0
 */
export type Parsed =
  | { readonly ok: true; readonly period: EvaluationPeriod }
  | { readonly ok: false; readonly problems: ReadonlyArray<FileProblem.FileProblem> }

const second = (description: string) => Schema.Int.annotate({ description })

const fileSchema = Schema.Struct({
  format: Schema.Literal(format),
  version: Schema.Literal(version),
  period: Schema.Struct({
    fromSec: second("First second of the period, since 1970-01-01 UTC"),
    untilSec: second("The second after its last"),
    asOfSec: second("Outcomes are known up to here; untilSec or later"),
    units: Schema.Array(
      Schema.Struct({
        id: parts.text("Id of the unit, as facts name it"),
        label: parts.words,
        level: Schema.String.annotate({ description: "Whom it is compared with" })
      })
    ),
    before: Schema.Array(
      Schema.Struct({
        unitId: parts.text("Id of the unit"),
        bandId: Schema.String.annotate({ description: "Its band before; empty for none" }),
        points: Schema.Array(
          Schema.Struct({ indicatorId: parts.text("Indicator"), points: parts.decimal })
        )
      })
    )
  })
})

/**
 * Reads unknown data as an occasion: format and version, then every value of the wrong type is a
 * problem. Whether the period holds together is for `Evaluation.evaluate`.
 *
 * ```ts
 * import { EvaluationPeriodSchema } from "@wangge/evaluation"
 *
 * const parsed = EvaluationPeriodSchema.parse({ format: "wangge-evaluation-period", version: 1 })
 * parsed.ok ? [] : parsed.problems.map(({ path }) => path) // => ["period"]
 * ```
 *
 * @category files
 * @since 0.1.0
 */
export const parse = (input: unknown): Parsed => {
  const early = FileProblem.ofHead(input, { noun: "an evaluation period", format, version })
  if (early.length > 0) return { ok: false, problems: early }
  const given = FileProblem.without(input, ["$schema"])
  const decoded = Schema.decodeUnknownResult(fileSchema)(given, {
    errors: "all",
    onExcessProperty: "error"
  })
  if (decoded._tag === "Failure") {
    const { issues } = SchemaIssue.makeFormatterStandardSchemaV1()(decoded.failure.issue)
    return { ok: false, problems: FileProblem.ofIssues(issues, given) }
  }
  const problems: Array<FileProblem.FileProblem> = []
  const { before, ...rest } = decoded.success.period
  const read = before.map(({ unitId, bandId, points }, row) => ({
    unitId,
    bandId,
    points: points.flatMap((entry, at) => {
      const value = Rational.parse(entry.points)
      if (value !== "NotANumber") return [{ indicatorId: entry.indicatorId, points: value }]
      const path = `period.before.${row}.points.${at}.points`
      problems.push({ path, value: entry.points, expected: "an exact number of at most 60 digits" })
      return []
    })
  }))
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, period: { ...rest, before: read } }
}

/**
 * An occasion as the content of a file, ready for `JSON.stringify`; {@link parse} reads it back.
 *
 * @category files
 * @since 0.1.0
 */
export const toFile = (period: EvaluationPeriod): Readonly<Record<string, unknown>> => ({
  $schema: address,
  format,
  version,
  period: {
    fromSec: period.fromSec,
    untilSec: period.untilSec,
    asOfSec: period.asOfSec,
    units: period.units,
    before: period.before.map(({ unitId, bandId, points }) => ({
      unitId,
      bandId,
      points: points.map((entry) => ({
        indicatorId: entry.indicatorId,
        points: Rational.toText(entry.points)
      }))
    }))
  }
})

const address = "https://example.invalid/wangge/schemas/evaluation-period.schema.json"

/**
 * The JSON Schema of the format (draft 2020-12), as published in `docs/schemas`.
 *
 * @category files
 * @since 0.1.0
 */
export const jsonSchema = (): Readonly<Record<string, unknown>> =>
  parts.publishedSchema(fileSchema, {
    $id: address,
    title: `Wangge evaluation period, version ${version}`,
    description: "Which seconds count, who is evaluated, and what stood before"
  })
