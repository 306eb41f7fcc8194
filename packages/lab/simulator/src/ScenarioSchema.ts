/**
 * Scenario files at the edge: reading unknown data into a checked scenario, with every problem
 * named by its path, its value and what would be right; and the JSON Schema of the format.
 */
import { FileProblem } from "@wangge/facts"
import { Schema, SchemaIssue } from "effect"
import * as playedProfile from "./internal/playedProfile.ts"
import { semanticProblems } from "./internal/scenarioChecks.ts"
import * as parts from "./internal/scenarioPartsSchema.ts"
import * as Scenario from "./Scenario.ts"

/**
 * Something wrong in a scenario file.
 *
 * @category reading
 * @since 0.1.0
 */
export type Problem = FileProblem.FileProblem

/**
 * A checked scenario, or everything that is wrong with it.
 *
 * @category reading
 * @since 0.1.0
 */
export type Parsed =
  | { readonly ok: true; readonly scenario: Scenario.Scenario }
  | { readonly ok: false; readonly problems: ReadonlyArray<Problem> }

/**
 * The structure of a shock, for files that hold one.
 *
 * @category schemas
 * @since 0.1.0
 */
export const shockSchema: Schema.Codec<import("./Shock.ts").Shock> = parts.shock

/**
 * The structure of a scenario file.
 *
 * @category schemas
 * @since 0.1.0
 */
export const schema: Schema.Codec<Scenario.Scenario> = Schema.Struct({
  format: Schema.Literal(Scenario.format),
  version: Schema.Literal(Scenario.version),
  locality: parts.text("Locality whose preset this started from, or own"),
  name: parts.words,
  profile: Schema.Literals(playedProfile.list),
  calendar: parts.calendar,
  territory: parts.territory,
  staff: parts.staff,
  demand: parts.demand,
  defects: parts.defects,
  timing: parts.timing,
  duties: parts.duties,
  resolution: parts.resolution,
  satisfaction: parts.satisfaction,
  deadlines: parts.byUrgency(parts.deadlineRow),
  policy: parts.policy,
  shocks: Schema.Array(parts.shock)
})

/**
 * Reads unknown data as a scenario: structure first, then what the numbers must be together.
 *
 * A `$schema` field at the top is allowed and left out. Returns every problem found.
 *
 * ```ts
 * import { ScenarioSchema } from "@wangge/simulator"
 *
 * const parsed = ScenarioSchema.parse({ format: "wangge-scenario", version: 9 })
 * parsed.ok ? [] : parsed.problems[0]
 * // => { path: "version", value: 9, expected: "1 (the version that this program reads)" }
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const parse = (input: unknown): Parsed => {
  const given = FileProblem.without(input, ["$schema"])
  const early = FileProblem.ofHead(given, {
    noun: "a scenario",
    format: Scenario.format,
    version: Scenario.version
  })
  if (early.length > 0) return { ok: false, problems: early }
  const decoded = Schema.decodeUnknownResult(schema)(given, {
    errors: "all",
    onExcessProperty: "error"
  })
  if (decoded._tag === "Failure") {
    return { ok: false, problems: problemsOf(decoded.failure.issue, given) }
  }
  const problems = semanticProblems(decoded.success)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, scenario: decoded.success }
}

/**
 * The JSON Schema of the format (draft 2020-12), as published in `docs/schemas`.
 *
 * @category schemas
 * @since 0.1.0
 */
export const jsonSchema = (): Readonly<Record<string, unknown>> => {
  const { schema: structure, definitions } = Schema.toJsonSchemaDocument(schema, {
    onExcessProperty: "error"
  })
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://example.invalid/wangge/schemas/scenario.schema.json",
    title: `Wangge scenario, version ${Scenario.version}`,
    description: "A town, its people, its demand and its rules, as the simulator reads them",
    ...structure,
    properties: { $schema: { type: "string" }, ...fieldsOf(structure) },
    ...(Object.keys(definitions).length > 0 ? { $defs: definitions } : {})
  }
}

/**
 * Problems in words: paths, values and expectations of a schema's issue in some input.
 *
 * @category reading
 * @since 0.1.0
 */
export const problemsOf = (issue: SchemaIssue.Issue, input: unknown): ReadonlyArray<Problem> =>
  FileProblem.ofIssues(SchemaIssue.makeFormatterStandardSchemaV1()(issue).issues, input)

const fieldsOf = ({ properties }: { readonly [key: string]: unknown }): object =>
  FileProblem.isRecord(properties) ? properties : {}
