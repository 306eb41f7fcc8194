/**
 * What is wrong with the content of a file, as one message: another format, another version, or a
 * list of places, each with the value found there and what would be right.
 */
import type { Label } from "@wangge/facts"
import * as Effect from "effect/Effect"
import { UsageError } from "./Ending.ts"
import { plain } from "./internal/plain.ts"
import type { Lang } from "./Lang.ts"

/**
 * One place in a file where something else should stand.
 *
 * @category input
 * @since 0.1.0
 */
export interface Problem {
  /** Where; "" for the whole file. */
  readonly path: string
  readonly value: unknown
  readonly expected: string
  /** The whole in words, where the format has its own. */
  readonly words?: Label.Label
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
 * Refuses a file for its problems, in English unless another language is given; more than 20 are
 * counted, not listed.
 *
 * @category input
 * @since 0.1.0
 */
export const refuse = (
  name: string,
  problems: ReadonlyArray<Problem>,
  lang: Lang = "en"
): Effect.Effect<never, UsageError> => {
  const say = words[lang]
  const lines = problems.slice(0, LISTED_MAX).map((problem) => {
    const own = problem.words?.[lang]
    return `  ${plain(own ?? say.line(problem.path || say.whole, shown(problem.value), problem.expected))}`
  })
  const restCount = problems.length - lines.length
  const message = [
    say.head(name, problems.length),
    ...lines,
    ...(restCount === 0 ? [] : [`  ${say.rest(restCount)}`])
  ].join("\n")
  return Effect.fail(new UsageError({ message }))
}

const words = {
  en: {
    head: (name: string, count: number) =>
      `${name} has ${count === 1 ? "a problem" : `${count} problems`}:`,
    line: (path: string, value: string, expected: string) =>
      `${path} is ${value}; expected ${expected}`,
    whole: "the whole file",
    rest: (count: number) => `and ${count} more`
  },
  zh: {
    head: (name: string, count: number) => `${name}有${count}处问题:`,
    line: (path: string, value: string, expected: string) => `${path}为${value},应为${expected}`,
    whole: "整个文件",
    rest: (count: number) => `另有${count}处`
  }
} as const

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
