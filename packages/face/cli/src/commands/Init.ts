/**
 * `wangge init`: prints a locality's scenario as a file to edit, with the address of its JSON
 * Schema so that an editor can help; with `--blank` it writes the sheets of a new town instead.
 */
import { ScenarioSchema } from "@wangge/simulator"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import * as Option from "effect/Option"
import * as Path from "effect/Path"
import * as BlankTown from "../BlankTown.ts"
import { UsageError } from "../Ending.ts"
import * as Flags from "../Flags.ts"
import { print } from "../internal/print.ts"
import type { Lang } from "../Lang.ts"
import * as OutputFolder from "../OutputFolder.ts"
import * as ScenarioSource from "../ScenarioSource.ts"

/**
 * The verb.
 *
 * @category verbs
 * @since 0.1.0
 */
export const command = Command.make(
  "init",
  {
    source: Argument.String("locality | town.json | folder").pipe(
      Argument.withDescription(
        "Id of a locality (see wangge localities) or path of a locality file; " +
          "with --blank the new folder (default: my-town)"
      ),
      Argument.optional
    ),
    blank: Flag.Boolean("blank").pipe(
      Flag.withDescription("Write the sheets of a new town into a folder, to be filled in"),
      Flag.withDefault(false)
    ),
    lang: Flags.lang
  },
  Effect.fn("init")(function* ({ source, blank, lang }) {
    if (blank)
      return yield* begin(
        Option.getOrElse(source, () => "my-town"),
        lang
      )
    if (Option.isNone(source)) {
      return yield* new UsageError({
        message:
          "Missing required argument: locality. " +
          'Known ids: "wangge localities"; for a town of your own: "wangge init --blank".'
      })
    }
    const scenario = yield* ScenarioSource.preset(source.value)
    const file = { $schema: ScenarioSchema.jsonSchema().$id, ...scenario }
    yield* print(JSON.stringify(file, null, 2))
  })
).pipe(
  Command.withDescription("Print a locality's scenario as a file to edit, or begin a new town"),
  Command.withExamples([
    { command: "wangge init helong > town.json" },
    { command: "wangge init --blank my-town" },
    { command: "wangge init --blank my-town --lang zh" }
  ])
)

/** Writes the files of a new town where none of them is yet. */
const begin = Effect.fnUntraced(function* (folder: string, lang: Lang) {
  const files = yield* FileSystem.FileSystem
  const path = yield* Path.Path
  const blank = BlankTown.files(lang)
  const there: Array<string> = []
  for (const { name } of blank) {
    const file = path.join(folder, name)
    if (yield* files.exists(file).pipe(Effect.orElseSucceed(() => false))) there.push(file)
  }
  if (there.length > 0) {
    const message = `${there.join(", ")}: already there, and not overwritten. Name another folder.`
    return yield* new UsageError({ message })
  }
  yield* OutputFolder.write(folder, blank)
  const names = blank.map(({ name }) => name).join(", ")
  yield* print(
    lang === "en"
      ? `${folder}: ${names}\nAn invented example: fill in your own town, then "wangge import ${folder}".`
      : `${folder}:${names}\n内容为虚构示例:换成本地数据后运行“wangge import ${folder}”。`
  )
})
