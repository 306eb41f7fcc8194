/**
 * Where a verb leaves its files. A folder is tried before the long work begins, and filled at the
 * end in one step: a new folder appears whole under its name, in an old one each file is replaced
 * by a rename, so that nobody ever sees half a report. Only a regular file is ever replaced: a
 * device, a pipe, a folder or a symbolic link under the wanted name is refused.
 */
import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import * as Path from "effect/Path"
import type { PlatformError } from "effect/PlatformError"
import { UsageError } from "./Ending.ts"
import { refuseTarget } from "./internal/outputTarget.ts"
import { reason } from "./JsonFile.ts"

/**
 * A file to be written: its name in the folder and what it says, whole, as bytes, or in pieces that
 * are made while they are written.
 *
 * @category output
 * @since 0.1.0
 */
export interface OutputFile {
  readonly name: string
  readonly text: Content
}

/**
 * What a file says: a text, bytes, or pieces of text in their order.
 *
 * @category output
 * @since 0.1.0
 */
export type Content = string | Uint8Array | Iterable<string>

/**
 * Tries whether files of these names can be written into `folder`, which need not exist yet; leaves
 * no trace.
 *
 * Fails with `UsageError` when they cannot, or when something that is no regular file has one of the
 * names.
 *
 * @category output
 * @since 0.1.0
 */
export const probe = Effect.fn("OutputFolder.probe")(function* (
  folder: string,
  names: ReadonlyArray<string>
) {
  yield* refuseTargets(folder, names)
  yield* nearestExisting(folder).pipe(
    Effect.flatMap(({ base }) => withPartial(base, () => Effect.void)),
    cannotWrite(folder)
  )
})

/**
 * Tries whether a single file can be written; the same as {@link probe} with its folder and name.
 *
 * @category output
 * @since 0.1.0
 */
export const probeFile = Effect.fn("OutputFolder.probeFile")(function* (file: string) {
  const path = yield* Path.Path
  yield* probe(path.dirname(file), [path.basename(file)])
})

/**
 * Writes a single file; the same as {@link write} with its folder and name.
 *
 * @category output
 * @since 0.1.0
 */
export const writeFile = Effect.fn("OutputFolder.writeFile")(function* (
  file: string,
  text: Content
) {
  const path = yield* Path.Path
  yield* write(path.dirname(file), [{ name: path.basename(file), text }])
})

/**
 * Writes files into `folder`; its other files stay as they are.
 *
 * Fails with `UsageError` when something that is no regular file has one of the names, or after removing what it had begun: a new folder is then not there, and of
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
  const names = outputs.map(({ name }) => name)
  yield* refuseTargets(folder, names)
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
        // Whatever came there while the work was done is not replaced either.
        yield* refuseTargets(folder, names)
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

const writeText = Effect.fnUntraced(function* (file: string, text: Content) {
  const files = yield* FileSystem.FileSystem
  if (typeof text === "string") return yield* files.writeFileString(file, text)
  if (text instanceof Uint8Array) return yield* files.writeFile(file, text)
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

const refuseTargets = Effect.fnUntraced(function* (folder: string, names: ReadonlyArray<string>) {
  const path = yield* Path.Path
  for (const name of names) yield* refuseTarget(path.join(folder, name))
})

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
  Effect.mapError((error: PlatformError | UsageError) =>
    error instanceof UsageError
      ? error
      : new UsageError({ message: `Cannot write into ${folder}: ${reason(error)}.` })
  )
