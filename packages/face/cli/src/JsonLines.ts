/**
 * Files of JSON lines: one JSON value a line, empty lines between them allowed. Values keep the line on
 * which they stand, so that a message can name it.
 */
import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import { UsageError } from "./Ending.ts"
import { firstMistake } from "./internal/jsonSyntax.ts"
import { checkDepth, reason } from "./JsonFile.ts"

/**
 * A value with its line, counted from 1.
 *
 * @category input
 * @since 0.1.0
 */
export interface JsonLine {
  readonly line: number
  readonly value: unknown
}

/**
 * The values of a file; a byte order mark at its start is ignored.
 *
 * Fails with `UsageError` when the file cannot be read or a line is not JSON.
 *
 * @category input
 * @since 0.1.0
 */
export const read = Effect.fn("JsonLines.read")(function* (file: string) {
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
 * The values of a text; `name` is what messages call it. Fails with `UsageError`.
 *
 * @category input
 * @since 0.1.0
 */
export const parse = (
  text: string,
  name: string
): Effect.Effect<ReadonlyArray<JsonLine>, UsageError> => {
  let line = 0
  return Effect.try({
    try: () => {
      const found: Array<JsonLine> = []
      for (const one of text.split(/\r?\n/)) {
        line += 1
        if (one.trim() !== "") found.push({ line, value: JSON.parse(one) })
      }
      return found
    },
    catch: () => {
      const mistake = firstMistake(text.split(/\r?\n/)[line - 1] ?? "")
      const where =
        mistake === null
          ? ""
          : `, column ${mistake.column}: found ${mistake.found}, expected ${mistake.expected}`
      const message = `${name} is not JSON lines: line ${line}${where}. Expected one JSON object a line.`
      return new UsageError({ message })
    }
  }).pipe(
    Effect.tap((found) =>
      Effect.forEach(found, (one) => checkDepth(one.value, `${name} line ${one.line}`))
    )
  )
}
