/**
 * What a person names when asking for a locality, its id or a locality file, made into a record.
 * Every way in which that can fail ends in one message that says what was given and what would be
 * right.
 */
import { Locality, type LocalityRecord, LocalitySchema } from "@wangge/localities"
import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import { UsageError } from "./Ending.ts"
import * as FileProblem from "./FileProblem.ts"
import * as JsonFile from "./JsonFile.ts"
import * as NearMiss from "./NearMiss.ts"

/**
 * The locality that `source` names: a shipped one by its id, or that of a file.
 *
 * A known id comes first; `./helong` names a file of that name. Fails with `UsageError`.
 *
 * @category input
 * @since 0.1.0
 */
export const load = Effect.fn("LocalitySource.load")(function* (source: string) {
  const known = Locality.find(source)
  if (known.ok) return known.locality
  const files = yield* FileSystem.FileSystem
  const isFile =
    looksLikePath(source) || (yield* files.exists(source).pipe(Effect.orElseSucceed(() => false)))
  if (!isFile) {
    return yield* unknown(source, " A locality file is named by its path, such as ./town.json.")
  }
  return yield* check(yield* JsonFile.read(source), source)
})

/**
 * The shipped locality of an id; fails with `UsageError` for an unknown one, with a guess.
 *
 * @category input
 * @since 0.1.0
 */
export const shipped = (id: string): Effect.Effect<LocalityRecord.LocalityRecord, UsageError> => {
  const found = Locality.find(id)
  return found.ok ? Effect.succeed(found.locality) : unknown(id, "")
}

/**
 * Reads a locality out of what a file held; `name` is what messages call it.
 *
 * Fails with `UsageError`: another format or version, or a list of paths, each with its value and
 * what would be right.
 *
 * @category input
 * @since 0.1.0
 */
export const check = Effect.fn("LocalitySource.check")(function* (content: unknown, name: string) {
  yield* FileProblem.checkFormat(content, {
    name,
    kind: "a locality",
    format: LocalitySchema.format,
    version: LocalitySchema.version,
    origin: "wangge localities helong --format json"
  })
  const parsed = LocalitySchema.parse(content)
  return parsed.ok ? parsed.locality : yield* FileProblem.refuse(name, parsed.problems)
})

const looksLikePath = (source: string): boolean =>
  source.includes("/") || source.includes("\\") || /\.json$/i.test(source)

const unknown = (id: string, hint: string): Effect.Effect<never, UsageError> => {
  const known = Locality.list.map((locality) => locality.id)
  const near = NearMiss.find(id, known)
  const guess = near === null ? "" : ` Did you mean "${near}"?`
  const message = `Unknown locality "${id}".${guess} Known localities: ${known.join(", ")}.${hint}`
  return Effect.fail(new UsageError({ message }))
}
