/**
 * The structure of a network file as a schema: what `NetworkFile.parse` decodes by, and the JSON
 * Schema that editors and other programs check with.
 */
import { FileProblem } from "@wangge/facts"
import { Schema, SchemaIssue } from "effect"
import { format, version } from "./internal/networkFormat.ts"
import { above0, declaration, from0 } from "./internal/networkPartsSchema.ts"
import type { NetworkFile } from "./NetworkFile.ts"

const headFields = {
  format: Schema.Literal(format),
  version: Schema.Literal(version),
  streams: Schema.optionalKey(
    Schema.String.annotate({ description: "Version of the random streams; another is refused" })
  ),
  horizon: Schema.optionalKey(above0("Time at which each replication ends")),
  warmUp: Schema.optionalKey(from0("Time that is not measured")),
  measures: Schema.optionalKey(
    Schema.Array(Schema.String).annotate({ description: "Measures, such as wait.mean@desk" })
  )
}

const head = Schema.Struct({ ...headFields, network: Schema.Unknown })

/**
 * The structure of a network file.
 *
 * @category schemas
 * @since 0.1.0
 */
export const schema: Schema.Codec<NetworkFile> = Schema.Struct({
  ...headFields,
  network: declaration
})

/**
 * What the structure says to some data: the file, or what is wrong with it.
 *
 * @category reading
 * @since 0.1.0
 */
export type Decoded =
  | { readonly ok: true; readonly file: NetworkFile }
  | { readonly ok: false; readonly problems: ReadonlyArray<FileProblem.FileProblem> }

/**
 * Data as a file, by structure alone; whether the network in it can run is not asked.
 *
 * @category reading
 * @since 0.1.0
 */
export const decode = (input: unknown): Decoded => {
  const decoded = Schema.decodeUnknownResult(schema)(input, options)
  return decoded._tag === "Success"
    ? { ok: true, file: decoded.success }
    : { ok: false, problems: problemsOf(decoded.failure.issue, input) }
}

/**
 * What is wrong with the fields of a file beside its network, which is only asked to be there. Places
 * in lists are written like `measures[1]`, as those of `NetworkProblem` are.
 *
 * @category reading
 * @since 0.1.0
 */
export const headProblems = (input: unknown): ReadonlyArray<FileProblem.FileProblem> => {
  const decoded = Schema.decodeUnknownResult(head)(input, options)
  return decoded._tag === "Success" ? [] : problemsOf(decoded.failure.issue, input)
}

const options = { errors: "all", onExcessProperty: "error" } as const

const problemsOf = (
  issue: SchemaIssue.Issue,
  input: unknown
): ReadonlyArray<FileProblem.FileProblem> =>
  FileProblem.ofIssues(SchemaIssue.makeFormatterStandardSchemaV1()(issue).issues, input).map(
    ({ path, value, expected }) => ({ path: path.replace(/\.(\d+)/g, "[$1]"), value, expected })
  )

/**
 * The JSON Schema of the format (draft 2020-12), as published in `docs/schemas`.
 *
 * ```ts
 * import { NetworkSchema } from "@wangge/experiment"
 *
 * NetworkSchema.jsonSchema()["title"] // => "Wangge network, version 1"
 * ```
 *
 * @category schemas
 * @since 0.1.0
 */
export const jsonSchema = (): Readonly<Record<string, unknown>> => {
  const { schema: structure, definitions } = Schema.toJsonSchemaDocument(schema, {
    onExcessProperty: "error"
  })
  const { properties } = structure
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://example.invalid/wangge/schemas/network.schema.json",
    title: `Wangge network, version ${version}`,
    description: "A queueing network: sources, classes and stations, as simulations read them",
    ...structure,
    properties: {
      $schema: { type: "string" },
      ...(FileProblem.isRecord(properties) ? properties : {})
    },
    ...(Object.keys(definitions).length > 0 ? { $defs: definitions } : {})
  }
}
