/**
 * Files of JSON, read for a person who may have edited them: what goes wrong is said with the
 * file's name, and a slip of the pen with its line and column.
 */
import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import type { PlatformError } from "effect/PlatformError"
import { UsageError } from "./Ending.ts"
import { depthMax, doubledName, isTooDeep, tooDeepAt } from "./internal/jsonStructure.ts"
import { firstMistake, type JsonMistake } from "./internal/jsonSyntax.ts"

/**
 * Reads a file of JSON; a byte order mark at its start is ignored.
 *
 * Fails with `UsageError` when the file cannot be read, is not JSON or is nested too deep; where
 * `hasNamesOnce` is asked for, also when an object gives a name twice.
 *
 * @category input
 * @since 0.1.0
 */
export const read = Effect.fn("JsonFile.read")(function* (
  file: string,
  options: Options = { hasNamesOnce: false }
) {
  const files = yield* FileSystem.FileSystem
  const text = yield* files
    .readFileString(file)
    .pipe(
      Effect.mapError(
        (error) => new UsageError({ message: `Cannot read ${file}: ${reason(error)}.` })
      )
    )
  return yield* parse(text.replace(/^\uFEFF/, ""), file, options)
})

/**
 * How strictly a text is read.
 *
 * @category input
 * @since 0.1.0
 */
export interface Options {
  /** Refuses an object with the same name twice, of which JSON keeps the last; costs a second look. */
  readonly hasNamesOnce: boolean
}

/**
 * Reads a text of JSON; `name` is what messages call it.
 *
 * Fails with `UsageError`, which gives line, column, what stands there and what may.
 *
 * @category input
 * @since 0.1.0
 */
export const parse = (
  text: string,
  name: string,
  options: Options = { hasNamesOnce: false }
): Effect.Effect<unknown, UsageError> =>
  Effect.try({
    try: (): unknown => JSON.parse(text),
    catch: () => new UsageError({ message: `${name} is not JSON${placeOf(firstMistake(text))}.` })
  }).pipe(
    Effect.filterOrFail(
      (value) => !isTooDeep(value),
      () => new UsageError({ message: `${name} is nested too deep${placeOf(tooDeepAt(text))}.` })
    ),
    Effect.tap(() => {
      const doubled = options.hasNamesOnce ? doubledName(text) : null
      if (doubled === null) return Effect.void
      const message = `${name} gives a name twice${placeOf(doubled)}.`
      return Effect.fail(new UsageError({ message }))
    })
  )

/**
 * Refuses a value that is nested deeper than any file here; `name` is what messages call it.
 *
 * @category input
 * @since 0.1.0
 */
export const checkDepth = (value: unknown, name: string): Effect.Effect<void, UsageError> =>
  isTooDeep(value)
    ? Effect.fail(
        new UsageError({
          message: `${name} is nested too deep: expected at most ${depthMax} lists and objects inside each other.`
        })
      )
    : Effect.void

const placeOf = (mistake: JsonMistake | null): string =>
  mistake === null
    ? ""
    : ` at line ${mistake.line}, column ${mistake.column}: found ${mistake.found}, expected ${mistake.expected}`

/**
 * Why a file or folder could not be used, in a few words without its name.
 *
 * @category input
 * @since 0.1.0
 */
export const reason = (error: PlatformError): string => {
  switch (error.reason._tag) {
    case "NotFound":
      return "there is no such file or folder"
    case "PermissionDenied":
      return "permission denied"
    case "BadResource":
      return "it is a folder where a file should be, or a file where a folder should be"
    default: {
      const { cause } = error.reason
      return cause instanceof Error ? cause.message : error.message
    }
  }
}
