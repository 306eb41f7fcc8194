/**
 * The network that a person names, made into a checked plan: the file, what the flags change in it,
 * and the usual measures where none are asked for. What is wrong ends in one message.
 */
import { Measure } from "@wangge/des"
import { NetworkFile, type NetworkTask } from "@wangge/experiment"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as FileProblem from "./FileProblem.ts"
import * as JsonFile from "./JsonFile.ts"
import type { Lang } from "./Lang.ts"

/**
 * What the flags say of a plan.
 *
 * @category input
 * @since 0.1.0
 */
export interface Changes {
  readonly horizon: Option.Option<number>
  readonly warmUp: Option.Option<number>
  /** None: the file's, or the usual ones. */
  readonly measures: ReadonlyArray<string>
  /** The language of what is refused. */
  readonly lang: Lang
}

/**
 * Flags that change nothing.
 *
 * @category input
 * @since 0.1.0
 */
export const unchanged: Omit<Changes, "lang"> = {
  horizon: Option.none(),
  warmUp: Option.none(),
  measures: []
}

/**
 * A plan, and whether its measures are the usual ones because none were asked for.
 *
 * @category input
 * @since 0.1.0
 */
export interface Loaded {
  readonly plan: NetworkTask.Plan
  readonly isUsual: boolean
}

/**
 * The plan of a network file.
 *
 * Fails with `UsageError` for a file that cannot be read, of another format or version, and for a
 * network that cannot be, with every problem in words.
 *
 * @category input
 * @since 0.1.0
 */
export const load = Effect.fn("NetworkSource.load")(function* (file: string, changes: Changes) {
  const content = yield* JsonFile.read(file, { hasNamesOnce: true })
  const parsed = NetworkFile.parse(content)
  if (!parsed.ok) return yield* FileProblem.refuse(file, parsed.problems, changes.lang)
  const { file: said, network } = parsed
  const { measures = [] } = said
  // A flag that is given twice asks for one row.
  const asked = changes.measures.length > 0 ? [...new Set(changes.measures)] : measures
  const isUsual = asked.length === 0
  const horizon = Option.getOrUndefined(changes.horizon) ?? said.horizon
  const warmUp = Option.getOrUndefined(changes.warmUp) ?? said.warmUp
  const plan: NetworkTask.Plan = {
    network: said.network,
    measures: isUsual ? Measure.usual(network).map(Measure.toText) : asked,
    ...(horizon === undefined ? {} : { horizon }),
    ...(warmUp === undefined ? {} : { warmUp })
  }
  const loaded: Loaded = { plan, isUsual }
  return loaded
})
