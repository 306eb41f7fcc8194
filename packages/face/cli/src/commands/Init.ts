/**
 * `wangge init`: prints a locality's scenario as a file to edit, with the address of its JSON
 * Schema so that an editor can help.
 */
import { ScenarioSchema } from "@wangge/simulator"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import * as Flags from "../Flags.ts"
import { print } from "../internal/print.ts"
import * as ScenarioSource from "../ScenarioSource.ts"

/**
 * The verb.
 *
 * @category verbs
 * @since 0.1.0
 */
export const command = Command.make(
  "init",
  { locality: Flags.locality },
  Effect.fn("init")(function* (options) {
    const scenario = yield* ScenarioSource.preset(options.locality)
    const file = { $schema: ScenarioSchema.jsonSchema().$id, ...scenario }
    yield* print(JSON.stringify(file, null, 2))
  })
).pipe(
  Command.withDescription("Print a locality's scenario as a file to edit"),
  Command.withExamples([{ command: "wangge init helong > town.json" }])
)
