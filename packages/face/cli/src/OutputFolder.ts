/**
 * Where a verb leaves its files. A folder is tried before the long work begins, and filled at the
 * end in one step: a new folder appears whole under its name, in an old one each file is replaced
 * by a rename, so that nobody ever sees half a report.
 */
import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import * as Path from "effect/Path"
import type { PlatformError } from "effect/PlatformError"
import { UsageError } from "./Ending.ts"
import { reason } from "./JsonFile.ts"

/**
 * A file to be written: its name in the folder and what it says, whole or in pieces that are made
 * while they are written.
 *
 * @category output
 * @since 0.1.0
 */
export interface OutputFile {
  readonly name: string
  readonly text: string | Iterable<string>
}

/**
 * Tries whether files can be written into `folder`, which need not exist yet; leaves no trace.
 *
 * Fails with `UsageError` when they cannot.
 *
 * @category output
 * @since 0.1.0
 */
export const probe = Effect.fn("OutputFolder.probe")(function* (folder: string) {
  yield* nearestExisting(folder).pipe(
    Effect.flatMap(({ base }) => withPartial(base, () => Effect.void)),
    cannotWrite(folder)
  )
})

/**
 * Writes files into `folder`; its other files stay as they are.
 *
 * Fails with `UsageError` after removing what it had begun: a new folder is then not there, and of
 * an old one's files none is changed unless the system fails between two renames. Cannot be
 * interrupted half-way.
 *
 * @category output
 * @since 0.1.0
 */
export const write = Effect.fn("OutputFolder.write")(function* (
  folder: string,
  outputs: ReadonlyArray<OutputFile>
) {
  const { base, exists } = yield* nearestExisting(folder).pipe(cannotWrite(folder))
  const whole = withPartial(
    base,
    Effect.fnUntraced(function* (partial) {
      const files = yield* FileSystem.FileSystem
      const path = yield* Path.Path
      // The partial folder is private to its owner; this one is as open as any other.
      const made = path.join(partial, "made")
      yield* files.makeDirectory(made)
      for (const { name, text } of outputs) {
        yield* writeText(path.join(made, name), text)
      }
      if (exists) {
        for (const { name } of outputs) {
          yield* files.rename(path.join(made, name), path.join(folder, name))
        }
      } else {
        yield* files.makeDirectory(path.dirname(path.resolve(folder)), { recursive: true })
        yield* files.rename(made, folder)
      }
    })
  )
  yield* whole.pipe(cannotWrite(folder), Effect.uninterruptible)
})

/** Pieces are gathered to about this many characters before they are written. */
const BATCH_LENGTH = 1 << 18

const writeText = Effect.fnUntraced(function* (file: string, text: string | Iterable<string>) {
  const files = yield* FileSystem.FileSystem
  if (typeof text === "string") return yield* files.writeFileString(file, text)
  yield* Effect.scoped(
    Effect.gen(function* () {
      const open = yield* files.open(file, { flag: "w" })
      const encoder = new TextEncoder()
      for (const batch of batches(text)) yield* open.writeAll(encoder.encode(batch))
    })
  )
})

function* batches(pieces: Iterable<string>): Iterable<string> {
  let batch: Array<string> = []
  let length = 0
  for (const piece of pieces) {
    batch.push(piece)
    length += piece.length
    if (length < BATCH_LENGTH) continue
    yield batch.join("")
    batch = []
    length = 0
  }
  yield batch.join("")
}

/** Gives `use` a folder inside `base` for files in the making and removes what is left of it. */
const withPartial = <E, R>(base: string, use: (partial: string) => Effect.Effect<void, E, R>) =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    yield* Effect.acquireUseRelease(
      files.makeTempDirectory({ directory: base, prefix: ".wangge-partial-" }),
      use,
      (partial) => Effect.ignore(files.remove(partial, { recursive: true, force: true }))
    )
  })

/** The folder itself, or the nearest folder above it that exists. */
const nearestExisting = Effect.fnUntraced(function* (folder: string) {
  const files = yield* FileSystem.FileSystem
  const path = yield* Path.Path
  const wanted = path.resolve(folder)
  let base = wanted
  while (!(yield* files.exists(base)) && path.dirname(base) !== base) base = path.dirname(base)
  // Not a folder: listing says so with the system's own reason.
  yield* files.readDirectory(base)
  return { base, exists: base === wanted }
})

const cannotWrite = (folder: string) =>
  Effect.mapError(
    (error: PlatformError) =>
      new UsageError({ message: `Cannot write into ${folder}: ${reason(error)}.` })
  )
