/**
 * `wangge localities`: the localities that ship with Wangge, with their main counts and where
 * each count comes from; with an id, every number of that one.
 */

import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Flags from "../Flags.ts"
import { print } from "../internal/print.ts"
import * as LocalitySheet from "../LocalitySheet.ts"
import * as LocalitySource from "../LocalitySource.ts"
import * as LocalityTable from "../LocalityTable.ts"

/**
 * The verb.
 *
 * @category verbs
 * @since 0.1.0
 */
export const command = Command.make(
  "localities",
  {
    id: Argument.String("ID").pipe(
      Argument.withDescription("Id of a locality, for all its numbers (default: list them all)"),
      Argument.optional
    ),
    format: Flags.format,
    lang: Flags.lang
  },
  Effect.fn("localities")(function* ({ id, format, lang }) {
    if (Option.isSome(id)) {
      const locality = yield* LocalitySource.shipped(id.value)
      yield* print(
        format === "json" ? LocalitySheet.toJson(locality) : LocalitySheet.toText(locality, lang)
      )
      return
    }
    yield* print(
      format === "json"
        ? JSON.stringify({ localities: LocalityTable.rows() }, null, 2)
        : LocalityTable.toText(lang)
    )
  })
).pipe(
  Command.withDescription(
    "List the localities with their counts and the counts' sources, or every number of one"
  ),
  Command.withExamples([
    { command: "wangge localities" },
    { command: "wangge localities jiyang" },
    { command: "wangge localities helong --format json > town.json" }
  ])
)
