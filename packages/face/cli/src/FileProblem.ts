/**
 * What is wrong with the content of a file, as one message: another format, another version, or a
 * list of places, each with the value found there and what would be right.
 */
import * as Effect from "effect/Effect"
import { UsageError } from "./Ending.ts"

/**
 * One place in a file where something else should stand.
 *
 * @category input
 * @since 0.1.0
 */
export interface Problem {
  readonly path: string
  readonly value: unknown
  readonly expected: string
}

/**
 * Checks the two fields that say what a file is, before the rest is looked at: an older or newer
 * version would otherwise fail in a hundred places. Fails with `UsageError`.
 *
 * @category input
 * @since 0.1.0
 */
export const checkFormat = (
  content: unknown,
  wanted: {
    /** What messages call the file. */
    readonly name: string
    /** What it should be, with its article. */
    readonly kind: string
    readonly format: string
    readonly version: number
    /** The command that makes such files. */
    readonly origin: string
  }
): Effect.Effect<void, UsageError> => {
  const { name, kind, origin } = wanted
  const format = fieldOf(content, "format")
  if (format !== wanted.format) {
    const message =
      `${name} is not ${kind}: its "format" is ${shown(format)}, expected "${wanted.format}". ` +
      `Make one with "${origin}".`
    return Effect.fail(new UsageError({ message }))
  }
  const version = fieldOf(content, "version")
  if (version !== wanted.version) {
    const message = `${name} is ${kind} of version ${shown(version)}; this wangge understands version ${wanted.version}.`
    return Effect.fail(new UsageError({ message }))
  }
  return Effect.void
}

/**
 * Refuses a file for its problems; more than 20 are counted, not listed.
 *
 * @category input
 * @since 0.1.0
 */
export const refuse = (
  name: string,
  problems: ReadonlyArray<Problem>
): Effect.Effect<never, UsageError> => {
  const lines = problems
    .slice(0, LISTED_MAX)
    .map(({ path, value, expected }) => `  ${path} is ${shown(value)}; expected ${expected}`)
  const restCount = problems.length - lines.length
  const count = problems.length === 1 ? "a problem" : `${problems.length} problems`
  const message = [
    `${name} has ${count}:`,
    ...lines,
    ...(restCount === 0 ? [] : [`  and ${restCount} more`])
  ].join("\n")
  return Effect.fail(new UsageError({ message }))
}

const LISTED_MAX = 20

/** A value as a person would find it in the file, shortened. */
const shown = (value: unknown): string => {
  if (value === undefined) return "missing"
  // JSON knows neither NaN nor Infinity and would print null for them.
  const text = typeof value === "number" ? String(value) : JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

const fieldOf = (content: unknown, field: string): unknown =>
  typeof content === "object" && content !== null
    ? Object.getOwnPropertyDescriptor(content, field)?.value
    : undefined
