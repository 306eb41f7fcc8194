/**
 * The file in which an interrupted study waits: bytes that only the same study can read. It is tried
 * before the long work begins, and appears whole.
 */
import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import { UsageError } from "./Ending.ts"
import { reason } from "./JsonFile.ts"
import * as OutputFolder from "./OutputFolder.ts"

/**
 * Writes the bytes as `file`, which appears whole or stays as it was. Fails with `UsageError`.
 *
 * @category output
 * @since 0.1.0
 */
export const write = (file: string, bytes: Uint8Array) => OutputFolder.writeFile(file, bytes)

/**
 * The bytes of `file`. Fails with `UsageError` when it cannot be read.
 *
 * @category input
 * @since 0.1.0
 */
export const read = Effect.fn("CheckpointFile.read")(function* (file: string) {
  const files = yield* FileSystem.FileSystem
  return yield* files
    .readFile(file)
    .pipe(
      Effect.mapError(
        (error) => new UsageError({ message: `Cannot read ${file}: ${reason(error)}.` })
      )
    )
})
