/**
 * Files of JSON, read for a person who may have edited them: what goes wrong is said with the
 * file's name, and a slip of the pen with its line and column.
 */
import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import type { PlatformError } from "effect/PlatformError"
import { UsageError } from "./Ending.ts"
import { firstMistake } from "./internal/jsonSyntax.ts"

/**
 * Reads a file of JSON; a byte order mark at its start is ignored.
 *
 * Fails with `UsageError` when the file cannot be read or is not JSON.
 *
 * @category input
 * @since 0.1.0
 */
export const read = Effect.fn("JsonFile.read")(function* (file: string) {
  const files = yield* FileSystem.FileSystem
  const text = yield* files
    .readFileString(file)
    .pipe(
      Effect.mapError(
        (error) => new UsageError({ message: `Cannot read ${file}: ${reason(error)}.` })
      )
    )
  return yield* parse(text.replace(/^\uFEFF/, ""), file)
})

/**
 * Reads a text of JSON; `name` is what messages call it.
 *
 * Fails with `UsageError`, which gives line, column, what stands there and what may.
 *
 * @category input
 * @since 0.1.0
 */
export const parse = (text: string, name: string): Effect.Effect<unknown, UsageError> =>
  Effect.try({
    try: (): unknown => JSON.parse(text),
    catch: () => {
      const mistake = firstMistake(text)
      const where =
        mistake === null
          ? ""
          : ` at line ${mistake.line}, column ${mistake.column}: found ${mistake.found}, expected ${mistake.expected}`
      return new UsageError({ message: `${name} is not JSON${where}.` })
    }
  })

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
