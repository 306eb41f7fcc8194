/**
 * What a schema found wrong, as places in the file: path, the value there, what would be right.
 */
import type { SchemaIssue } from "effect"
import { SchemaIssue as Issue } from "effect"

/** One place in a file where something else should stand. */
export interface FileProblem {
  readonly path: string
  readonly value: unknown
  readonly expected: string
}

/** The problems of an issue in some input. */
export const problemsOf = (issue: SchemaIssue.Issue, input: unknown): ReadonlyArray<FileProblem> =>
  Issue.makeFormatterStandardSchemaV1()(issue).issues.map((one) => {
    const path = (one.path ?? []).map((part) => String(typeof part === "object" ? part.key : part))
    return {
      path: path.join("."),
      value: valueAt(input, path),
      expected: inWords[one.message] ?? one.message.replace(/^Expected /, "")
    }
  })

/** What would be right, where the library only says what is wrong. */
const inWords: Readonly<Record<string, string>> = {
  "Missing key": "a value: the field is missing",
  "Expected no excess property": "no field of this name"
}

/** Whether a value is a record with fields. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const valueAt = (input: unknown, path: ReadonlyArray<string>): unknown =>
  path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)]
    return isRecord(value) ? value[key] : undefined
  }, input)
