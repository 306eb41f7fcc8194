/**
 * What a person names when asking for a simulation, a locality's id or a scenario file, made into
 * a checked scenario. Every way in which that can fail ends in one message that says what was
 * given and what would be right.
 */
import { Locality } from "@wangge/localities"
import { Preset, Scenario, ScenarioSchema } from "@wangge/simulator"
import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import * as Option from "effect/Option"
import { UsageError } from "./Ending.ts"
import * as FileProblem from "./FileProblem.ts"
import * as JsonFile from "./JsonFile.ts"
import * as NearMiss from "./NearMiss.ts"

/**
 * The scenario that `source` names: a locality's preset, or the scenario of a file.
 *
 * A known locality comes first; `./helong` names a file of that name. Fails with `UsageError`.
 *
 * @category input
 * @since 0.1.0
 */
export const load = Effect.fn("ScenarioSource.load")(function* (source: string) {
  const known = Preset.find(source)
  if (known !== undefined) return known
  const files = yield* FileSystem.FileSystem
  const isFile =
    looksLikePath(source) || (yield* files.exists(source).pipe(Effect.orElseSucceed(() => false)))
  if (!isFile) return yield* unknownLocality(source)
  return yield* check(yield* JsonFile.read(source), source)
})

/**
 * The preset scenario of a locality; fails with `UsageError` for an unknown one.
 *
 * @category input
 * @since 0.1.0
 */
export const preset = (id: string): Effect.Effect<Scenario.Scenario, UsageError> => {
  const known = Preset.find(id)
  return known === undefined ? unknownLocality(id) : Effect.succeed(known)
}

/**
 * The scenario that `source` names, over `days` measured days where the person gave them.
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
  const scenario = yield* load(source)
  if (Option.isNone(days)) return scenario
  const changed = { ...scenario, calendar: { ...scenario.calendar, days: days.value } }
  return yield* check(changed, `The scenario with --days ${days.value}`)
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

const looksLikePath = (source: string): boolean =>
  source.includes("/") || source.includes("\\") || /\.json$/i.test(source)

const unknownLocality = (id: string): Effect.Effect<never, UsageError> => {
  const known = Locality.list.map((locality) => locality.id)
  const near = NearMiss.find(id, known)
  const guess = near === null ? "" : ` Did you mean "${near}"?`
  const message =
    `Unknown locality "${id}".${guess} Known localities: ${known.join(", ")}. ` +
    "A scenario file is named by its path, such as ./town.json."
  return Effect.fail(new UsageError({ message }))
}
