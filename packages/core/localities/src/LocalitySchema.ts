/**
 * Locality files at the edge: reading unknown data into a checked record, with every problem named
 * by its path, its value and what would be right; writing a record as a file; and the JSON Schema
 * of the format. Whether the numbers agree is no matter of the file: `Locality.consistency` says.
 */
import { CaseProfile } from "@wangge/cases"
import { FileProblem as Facts, Id } from "@wangge/facts"
import { Level } from "@wangge/grid"
import { Schema } from "effect"
import { problemsOf } from "./internal/fileIssueSchema.ts"
import * as parts from "./internal/recordPartsSchema.ts"
import type { LocalityRecord } from "./LocalityRecord.ts"

/**
 * What the `format` field of a locality file says.
 *
 * @source none: our own name
 * @category files
 * @since 0.1.0
 */
export const format = "wangge-locality"

/**
 * The version of the format that is read and written.
 *
 * @source none: the first one
 * @category files
 * @since 0.1.0
 */
export const version = 1

/**
 * Something wrong in a locality file.
 *
 * @category files
 * @since 0.1.0
 */
export type FileProblem = Facts.FileProblem

/**
 * A record, or everything that is wrong with the file.
 *
 * @category files
 * @since 0.1.0
 */
export type Parsed =
  | { readonly ok: true; readonly locality: LocalityRecord }
  | { readonly ok: false; readonly problems: ReadonlyArray<FileProblem> }

/**
 * The content of a locality file: the record and the two fields that say what it is.
 *
 * @category files
 * @since 0.1.0
 */
export interface LocalityFile extends LocalityRecord {
  readonly $schema: string
  readonly format: typeof format
  readonly version: typeof version
}

/**
 * The structure of a locality record.
 *
 * @category files
 * @since 0.1.0
 */
export const schema: Schema.Codec<LocalityRecord, unknown> = Schema.Struct({
  id: parts.text("Id of the locality: printable ASCII without spaces"),
  variant: parts.variant,
  name: parts.words,
  province: parts.words,
  report: parts.report,
  zone: parts.text("IANA time zone"),
  profileId: Schema.Literals(CaseProfile.profileIds),
  levels: parts.levels,
  territory: parts.territory,
  households: parts.stated,
  personsPerHousehold: parts.stated,
  staff: parts.staff,
  organisation: parts.organisation,
  links: parts.namedRows,
  people: parts.namedRows,
  resources: parts.namedRows,
  funds: parts.funds,
  venues: parts.venues,
  mechanisms: parts.namedRows,
  activities: parts.namedRows,
  outcomes: parts.namedRows,
  background: parts.namedRows,
  heatingSeason: parts.heatingSeason,
  checks: parts.checks,
  cautions: parts.cautions
})

/**
 * Reads unknown data as a locality: format and version, then structure, then ids and the order of
 * levels. A `$schema` field at the top is allowed and left out. Returns every problem found.
 *
 * ```ts
 * import { LocalitySchema } from "@wangge/localities"
 *
 * const parsed = LocalitySchema.parse({ format: "wangge-locality", version: 9 })
 * parsed.ok ? [] : parsed.problems
 * // => [{ path: "version", value: 9, expected: "1 (the version that this program reads)" }]
 * ```
 *
 * @category files
 * @since 0.1.0
 */
export const parse = (input: unknown): Parsed => {
  const early = Facts.ofHead(input, { noun: "a locality", format, version })
  if (early.length > 0) return { ok: false, problems: early }
  const given = Facts.without(input, ["$schema", "format", "version"])
  const decoded = Schema.decodeUnknownResult(schema)(given, {
    errors: "all",
    onExcessProperty: "error"
  })
  if (decoded._tag === "Failure") {
    return { ok: false, problems: problemsOf(decoded.failure.issue, given) }
  }
  const problems = recordProblems(decoded.success)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, locality: decoded.success }
}

/**
 * A record as the content of a file, ready for `JSON.stringify`; `parse` reads it back.
 *
 * ```ts
 * import { Helong, LocalitySchema } from "@wangge/localities"
 *
 * const parsed = LocalitySchema.parse(LocalitySchema.toFile(Helong.locality))
 * parsed.ok && parsed.locality.name.en // => "Helong"
 * ```
 *
 * @category files
 * @since 0.1.0
 */
export const toFile = (locality: LocalityRecord): LocalityFile => ({
  $schema: address,
  format,
  version,
  ...locality
})

const address = "https://example.invalid/wangge/schemas/locality.schema.json"

/**
 * The JSON Schema of the format (draft 2020-12), as published in `docs/schemas`.
 *
 * @category files
 * @since 0.1.0
 */
export const jsonSchema = (): Readonly<Record<string, unknown>> => {
  const { schema: structure, definitions } = Schema.toJsonSchemaDocument(schema, {
    onExcessProperty: "error"
  })
  const { properties, required } = structure
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: address,
    title: `Wangge locality, version ${version}`,
    description: "A town's levels, people, links and resources, every number with its provenance",
    ...structure,
    required: ["format", "version", ...(Array.isArray(required) ? required : [])],
    properties: {
      $schema: { type: "string" },
      format: { const: format },
      version: { const: version },
      ...(Facts.isRecord(properties) ? properties : {})
    },
    ...(Object.keys(definitions).length > 0 ? { $defs: definitions } : {})
  }
}

/** What structure alone cannot say: the id, and the order of the levels. */
const recordProblems = (locality: LocalityRecord): ReadonlyArray<FileProblem> => [
  ...(Id.isValid(locality.id)
    ? []
    : [
        {
          path: "id",
          value: locality.id,
          expected: `1 to ${Id.lengthMax} printable ASCII characters without spaces`
        }
      ]),
  ...Level.check(locality.levels).map(({ code, subject, found, expected }) => ({
    path: subject.replaceAll("/", "."),
    value: found,
    expected: code === "DuplicateLevel" ? "an id that no other level has" : `${expected}`
  }))
]
