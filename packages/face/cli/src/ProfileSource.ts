/**
 * What a person names when asking for a case profile, its id or a file, made into a profile. Every way
 * in which that can fail ends in one message that says what was given and what would be right.
 */
import { CaseProfile, ProfileSchema } from "@wangge/cases"
import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import { UsageError } from "./Ending.ts"
import * as FileProblem from "./FileProblem.ts"
import * as JsonFile from "./JsonFile.ts"
import * as NearMiss from "./NearMiss.ts"

/**
 * The profile that `source` names: one that comes with Wangge, or that of a file.
 *
 * A known id comes first; `./base` names a file of that name. The values of a file have their right
 * types, no more. Fails with `UsageError`.
 *
 * @category input
 * @since 0.1.0
 */
export const load = Effect.fn("ProfileSource.load")(function* (source: string) {
  const id = CaseProfile.profileIds.find((known) => known === source)
  if (id !== undefined) return CaseProfile.all[id]
  const files = yield* FileSystem.FileSystem
  const isFile =
    /[/\\]|\.json$/i.test(source) ||
    (yield* files.exists(source).pipe(Effect.orElseSucceed(() => false)))
  if (!isFile) return yield* unknown(source)
  const content = yield* JsonFile.read(source)
  yield* FileProblem.checkFormat(content, {
    name: source,
    kind: "a case profile",
    format: ProfileSchema.format,
    version: ProfileSchema.version,
    origin: "wangge profile base --format json"
  })
  const parsed = ProfileSchema.parse(content)
  return parsed.ok ? parsed.profile : yield* FileProblem.refuse(source, parsed.problems)
})

const unknown = (id: string): Effect.Effect<never, UsageError> => {
  const near = NearMiss.find(id, CaseProfile.profileIds)
  const guess = near === null ? "" : ` Did you mean "${near}"?`
  const message =
    `Unknown profile "${id}".${guess} Known profiles: ${CaseProfile.profileIds.join(", ")}. ` +
    "The file of a profile is named by its path, such as ./mine.json."
  return Effect.fail(new UsageError({ message }))
}
