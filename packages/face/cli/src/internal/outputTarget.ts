/**
 * What may be replaced by an output: nothing but a regular file. Writing appears whole by a rename, and
 * a rename would put a regular file where a device, a pipe or a link was.
 */
import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import { UsageError } from "../Ending.ts"

/** Fails with `UsageError` where something that is no regular file has the name of an output. */
export const refuseTarget = Effect.fnUntraced(function* (file: string) {
  const files = yield* FileSystem.FileSystem
  const wrong = (what: string) => new UsageError({ message: `Cannot write ${file}: ${what}.` })
  // A link is asked first: everything else is asked of what it leads to.
  const link = yield* files.readLink(file).pipe(Effect.orElseSucceed(() => null))
  if (link !== null) {
    return yield* wrong(`it is a symbolic link to ${link}, and only a regular file is replaced`)
  }
  // What cannot be asked is not there, or in no folder: writing says so with its reason.
  const type = yield* files.stat(file).pipe(
    Effect.map((info) => info.type),
    Effect.orElseSucceed(() => null)
  )
  if (type === null || type === "File") return
  if (type === "Directory") return yield* wrong("it is a folder")
  return yield* wrong(`it is ${nouns[type]}, and only a regular file is replaced`)
})

const nouns = {
  BlockDevice: "a device",
  CharacterDevice: "a device",
  FIFO: "a pipe",
  Socket: "a socket",
  SymbolicLink: "a symbolic link",
  Unknown: "no regular file"
} as const
