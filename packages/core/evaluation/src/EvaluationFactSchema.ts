/**
 * Facts as files: JSON lines, one fact a line, the fields of a fact and, where there is something to
 * say, the fields that evaluation adds. Reading the lines as JSON is for whoever opens the file; here
 * each value becomes a fact or a list of problems with its line.
 */
import { FileProblem, Id } from "@wangge/facts"
import { Schema, SchemaIssue } from "effect"
import * as EvaluationFact from "./EvaluationFact.ts"

/**
 * Facts, or everything that is wrong with them; the path of a problem begins with the number of its
 * row, from 1.
 *
 * @category files
 * @since 0.1.0
 */
export type Parsed =
  | { readonly ok: true; readonly facts: ReadonlyArray<EvaluationFact.EvaluationFact> }
  | { readonly ok: false; readonly problems: ReadonlyArray<FileProblem.FileProblem> }

const described = <S extends Schema.Top>(schema: S, description: string) =>
  schema.annotate({ description })

const id = Schema.String.check(
  Schema.makeFilter(Id.isValid, {
    expected: `1 to ${Id.lengthMax} printable ASCII characters without spaces`
  })
)
const text = Schema.String.check(Schema.isMinLength(1, { expected: "a text" }))
const added = (description: string) => Schema.optionalKey(described(Schema.String, description))

const row = Schema.Struct({
  id: described(id, "Id of the fact"),
  kind: described(text, "What happened, such as caseOnTime"),
  subjectId: described(text, "The unit that answers for it"),
  gridId: described(id, "The grid where it happened"),
  atSec: described(Schema.Int, "Whole seconds since 1970-01-01 UTC"),
  quantity: described(
    Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
    "How much, a whole number of units"
  ),
  unit: described(text, "Unit of the quantity, such as case"),
  causeId: described(text, "The event it comes from; the same cause counts once"),
  matterId: added("The case, visit or inspection; the cause before its last / unless given"),
  workerId: added("Who did the work"),
  typeId: added("Type of the matter"),
  finderId: added("The worker who raised the matter"),
  supersedesId: added("Id of the fact that this one replaces")
})

/**
 * Reads rows of a facts file, such as the lines of a JSON lines file read as JSON.
 *
 * ```ts
 * import { EvaluationFactSchema } from "@wangge/evaluation"
 *
 * const parsed = EvaluationFactSchema.parse([{
 *   id: "case-1/9/caseOnTime", kind: "caseOnTime", subjectId: "unit-3", gridId: "grid-1",
 *   atSec: 0, quantity: 0.5, unit: "case", causeId: "case-1/9"
 * }])
 * parsed.ok ? [] : parsed.problems.map(({ path, expected }) => `${path}: ${expected}`)
 * // => ["1.quantity: an integer"]
 * ```
 *
 * @category files
 * @since 0.1.0
 */
export const parse = (rows: ReadonlyArray<unknown>): Parsed => {
  const decode = Schema.decodeUnknownResult(row)
  const problems: Array<FileProblem.FileProblem> = []
  const facts: Array<EvaluationFact.EvaluationFact> = []
  rows.forEach((input, index) => {
    const decoded = decode(input, { errors: "all", onExcessProperty: "error" })
    if (decoded._tag === "Failure") {
      const { issues } = SchemaIssue.makeFormatterStandardSchemaV1()(decoded.failure.issue)
      for (const problem of FileProblem.ofIssues(issues, input)) {
        const path = [`${index + 1}`, problem.path].filter((part) => part !== "").join(".")
        problems.push({ path, value: problem.value, expected: problem.expected })
      }
    } else {
      const { id, gridId, kind, subjectId, atSec, quantity, unit, causeId } = decoded.success
      const fact = { kind, subjectId, atSec, quantity, unit, causeId }
      const ids = { id: Id.make<"Fact">(id), gridId: Id.make<"Grid">(gridId) }
      facts.push(EvaluationFact.of({ ...ids, ...fact }, decoded.success))
    }
  })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, facts }
}

/**
 * A fact as one row of a facts file, ready for `JSON.stringify`: fields that say nothing are left
 * out. {@link parse} reads it back.
 *
 * @category files
 * @since 0.1.0
 */
export const toRow = (fact: EvaluationFact.EvaluationFact): Readonly<Record<string, unknown>> => {
  const { id, kind, subjectId, gridId, atSec, quantity, unit, causeId } = fact
  const { matterId, workerId, typeId, finderId, supersedesId } = fact
  const additions = Object.entries({ matterId, workerId, typeId, finderId, supersedesId })
  const said = additions.filter(([key, value]) =>
    key === "matterId" ? value !== EvaluationFact.matterOf(causeId) : value !== ""
  )
  return {
    id,
    kind,
    subjectId,
    gridId,
    atSec,
    quantity,
    unit,
    causeId,
    ...Object.fromEntries(said)
  }
}

/**
 * The JSON Schema of one row (draft 2020-12), as published in `docs/schemas`.
 *
 * @category files
 * @since 0.1.0
 */
export const jsonSchema = (): Readonly<Record<string, unknown>> => {
  const { schema: structure, definitions } = Schema.toJsonSchemaDocument(row, {
    onExcessProperty: "error"
  })
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://example.invalid/wangge/schemas/evaluation-fact.schema.json",
    title: "Wangge evaluation fact: one line of a facts file",
    description: "Something that happened to a matter, for which a unit answers",
    ...structure,
    ...(Object.keys(definitions).length > 0 ? { $defs: definitions } : {})
  }
}
