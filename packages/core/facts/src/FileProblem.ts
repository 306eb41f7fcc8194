/**
 * What is wrong in a file that was read: where, what stands there, what would be right. Every format
 * of this repository speaks of its problems in this shape; what a schema library finds is put into
 * it here, and so is what a file says of itself before anything else is looked at.
 */
import type { Label } from "./Label.ts"

/**
 * One place in a file where something else should stand.
 *
 * @category files
 * @since 0.1.0
 */
export interface FileProblem {
  /** Where, such as `demand.urgencyMix` ("" for the whole file). */
  readonly path: string
  /** What stands there; undefined where something is missing. */
  readonly value: unknown
  /** What would be right. */
  readonly expected: string
  /** The whole in words, where the format has its own; else a face makes them from the fields. */
  readonly words?: Label
}

/**
 * One issue as Standard Schema states it: a message and the way to the place.
 *
 * @source Standard Schema, version 1 (standardschema.dev): `StandardSchemaV1.Issue`
 * @category files
 * @since 0.1.0
 */
export interface SchemaIssue {
  readonly message: string
  readonly path?: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }> | undefined
}

/**
 * The problems that a schema found in some input.
 *
 * ```ts
 * import { FileProblem } from "@wangge/facts"
 *
 * const issues = [{ message: "Expected number", path: ["rows", 0, "count"] }]
 * FileProblem.ofIssues(issues, { rows: [{ count: "x" }] })
 * // => [{ path: "rows.0.count", value: "x", expected: "number" }]
 * ```
 *
 * @category files
 * @since 0.1.0
 */
export const ofIssues = (
  issues: ReadonlyArray<SchemaIssue>,
  input: unknown
): ReadonlyArray<FileProblem> =>
  issues.map((issue) => {
    const path = (issue.path ?? []).map((part) =>
      String(typeof part === "object" ? part.key : part)
    )
    return {
      path: path.join("."),
      value: valueAt(input, path),
      expected: inWords[issue.message] ?? issue.message.replace(/^Expected /, "")
    }
  })

/** What would be right, where the library only says what is wrong. */
const inWords: Readonly<Record<string, string>> = {
  "Missing key": "a value: the field is missing",
  "Expected no excess property": "no field of this name"
}

/**
 * What a format says that its files are; `noun` is what a reader calls one, such as "a scenario".
 *
 * @category files
 * @since 0.1.0
 */
export interface FileFormat {
  readonly noun: string
  readonly format: string
  readonly version: number
}

/**
 * What is wrong with the head of a file, so that one of another format or version is said to be
 * that, before a hundred of its fields are missed. Empty for the right one.
 *
 * ```ts
 * import { FileProblem } from "@wangge/facts"
 *
 * const town = { noun: "a town", format: "town", version: 1 }
 * FileProblem.ofHead({ format: "town", version: 9 }, town)
 * // => [{ path: "version", value: 9, expected: "1 (the version that this program reads)" }]
 * ```
 *
 * @category files
 * @since 0.1.0
 */
export const ofHead = (
  input: unknown,
  { format, noun, version }: FileFormat
): ReadonlyArray<FileProblem> => {
  if (!isRecord(input)) return [{ path: "", value: input, expected: `a JSON object: ${noun}` }]
  if (input.format !== format) {
    return [{ path: "format", value: input.format, expected: `"${format}"` }]
  }
  if (input.version !== version) {
    const expected = `${version} (the version that this program reads)`
    return [{ path: "version", value: input.version, expected }]
  }
  return []
}

/**
 * A record without some of its fields, such as the `$schema` that editors ask for; anything but a
 * record as it is.
 *
 * @category files
 * @since 0.1.0
 */
export const without = (input: unknown, fields: ReadonlyArray<string>): unknown =>
  isRecord(input)
    ? Object.fromEntries(Object.entries(input).filter(([key]) => !fields.includes(key)))
    : input

/**
 * Whether a value is a record with fields: no list, not null.
 *
 * @category files
 * @since 0.1.0
 */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const valueAt = (input: unknown, path: ReadonlyArray<string>): unknown =>
  path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)]
    return isRecord(value) ? value[key] : undefined
  }, input)
