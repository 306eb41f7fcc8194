/**
 * What a person names when asking for a simulation, a locality's id, a locality file or a scenario
 * file, made into a checked scenario. Every way in which that can fail ends in one message that
 * says what was given and what would be right.
 */
import { Locality, type LocalityRecord, LocalitySchema } from "@wangge/localities"
import { Preset, PresetProblem, Scenario, ScenarioSchema } from "@wangge/simulator"
import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import * as Option from "effect/Option"
import { UsageError } from "./Ending.ts"
import * as FileProblem from "./FileProblem.ts"
import * as JsonFile from "./JsonFile.ts"
import * as LocalitySource from "./LocalitySource.ts"
import * as NearMiss from "./NearMiss.ts"

/**
 * A scenario, and the record of the locality it was made from; null for a scenario file, which
 * names its locality by id only.
 *
 * @category input
 * @since 0.1.0
 */
export interface Loaded {
  readonly scenario: Scenario.Scenario
  readonly locality: LocalityRecord.LocalityRecord | null
}

/**
 * The scenario that `source` names: a locality's preset by its id, that of a locality file, or the
 * scenario of a file.
 *
 * A known locality comes first; `./helong` names a file of that name. Fails with `UsageError`, for
 * a locality that lacks what a simulation needs with everything it lacks.
 *
 * @category input
 * @since 0.1.0
 */
export const load = Effect.fn("ScenarioSource.load")(function* (source: string) {
  const known = Locality.find(source)
  if (known.ok) return yield* made(known.locality, source)
  const files = yield* FileSystem.FileSystem
  const isFile =
    looksLikePath(source) || (yield* files.exists(source).pipe(Effect.orElseSucceed(() => false)))
  if (!isFile) return yield* unknownLocality(source)
  const content = yield* JsonFile.read(source)
  if (isLocalityFile(content)) {
    return yield* made(yield* LocalitySource.check(content, source), source)
  }
  const loaded: Loaded = { scenario: yield* check(content, source), locality: null }
  return loaded
})

/**
 * The preset scenario of a locality, named by its id or by a locality file; fails with `UsageError`
 * for an unknown one, and for one that lacks what a simulation needs.
 *
 * @category input
 * @since 0.1.0
 */
export const preset = Effect.fn("ScenarioSource.preset")(function* (source: string) {
  const { scenario } = yield* made(yield* LocalitySource.load(source), source)
  return scenario
})

/**
 * What {@link load} gives, over `days` measured days where the person gave them.
 *
 * It is checked again then: a shock may now begin after the end. Fails with `UsageError`.
 *
 * @category input
 * @since 0.1.0
 */
export const loadFor = Effect.fn("ScenarioSource.loadFor")(function* (
  source: string,
  days: Option.Option<number>
) {
  const { scenario, locality } = yield* load(source)
  if (Option.isNone(days)) return { scenario, locality }
  const changed = { ...scenario, calendar: { ...scenario.calendar, days: days.value } }
  return {
    scenario: yield* check(changed, `The scenario with --days ${days.value}`),
    locality
  }
})

/**
 * Reads a scenario out of what a file held; `name` is what messages call it.
 *
 * Fails with `UsageError`: another format or version, or a list of paths, each with its value and
 * what would be right.
 *
 * @category input
 * @since 0.1.0
 */
export const check = Effect.fn("ScenarioSource.check")(function* (content: unknown, name: string) {
  yield* FileProblem.checkFormat(content, {
    name,
    kind: "a scenario",
    format: Scenario.format,
    version: Scenario.version,
    origin: "wangge init helong"
  })
  const parsed = ScenarioSchema.parse(content)
  return parsed.ok ? parsed.scenario : yield* FileProblem.refuse(name, parsed.problems)
})

const made = (
  locality: LocalityRecord.LocalityRecord,
  source: string
): Effect.Effect<Loaded, UsageError> => {
  const preset = Preset.make(locality)
  if (preset.ok) return Effect.succeed({ scenario: preset.scenario, locality })
  const lines = preset.problems
    .slice(0, LISTED_MAX)
    .map((problem) => `  ${PresetProblem.describe(problem).en}`)
  const restCount = preset.problems.length - lines.length
  const message = [
    `${source} cannot be simulated as it stands:`,
    ...lines,
    ...(restCount === 0 ? [] : [`  and ${restCount} more`]),
    ...overlaysOf(locality).map(
      (id) => `${id} is the same with assumptions for what is missing: wangge simulate ${id}`
    )
  ].join("\n")
  return Effect.fail(new UsageError({ message }))
}

const LISTED_MAX = 20

/** Shipped localities that put assumptions over this one and can be simulated. */
const overlaysOf = (locality: LocalityRecord.LocalityRecord): ReadonlyArray<string> =>
  Locality.list
    .filter(({ variant }) => variant.kind === "overlay" && variant.of === locality.id)
    .map(({ id }) => id)
    .filter((id) => Preset.find(id) !== undefined)

const isLocalityFile = (content: unknown): boolean =>
  typeof content === "object" &&
  content !== null &&
  "format" in content &&
  content.format === LocalitySchema.format

const looksLikePath = (source: string): boolean =>
  source.includes("/") || source.includes("\\") || /\.json$/i.test(source)

const unknownLocality = (id: string): Effect.Effect<never, UsageError> => {
  const known = Locality.list.map((locality) => locality.id)
  const near = NearMiss.find(id, known)
  const guess = near === null ? "" : ` Did you mean "${near}"?`
  const message =
    `Unknown locality "${id}".${guess} Known localities: ${known.join(", ")}. ` +
    "A locality file or a scenario file is named by its path, such as ./town.json."
  return Effect.fail(new UsageError({ message }))
}
