/**
 * `wangge localities`: the localities that ship with Wangge, with their main counts and where
 * each count comes from.
 */

import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import * as Flags from "../Flags.ts"
import { print } from "../internal/print.ts"
import * as LocalityTable from "../LocalityTable.ts"

/**
 * The verb.
 *
 * @category verbs
 * @since 0.1.0
 */
export const command = Command.make(
  "localities",
  { format: Flags.format, lang: Flags.lang },
  Effect.fn("localities")(function* ({ format, lang }) {
    const text =
      format === "json"
        ? JSON.stringify({ localities: LocalityTable.rows() }, null, 2)
        : LocalityTable.toText(lang)
    yield* print(text)
  })
).pipe(Command.withDescription("List the localities with their counts and the counts' sources"))
