/**
 * `wangge import`: makes a locality file from a folder of sheets and says what is in it, or every
 * line and column that is wrong.
 */
import { LocalitySchema } from "@wangge/localities"
import * as Console from "effect/Console"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Path from "effect/Path"
import * as Flags from "../Flags.ts"
import * as ImportSheet from "../ImportSheet.ts"
import { print } from "../internal/print.ts"
import * as OutputFolder from "../OutputFolder.ts"
import * as TownFolder from "../TownFolder.ts"

/**
 * The verb.
 *
 * @category verbs
 * @since 0.1.0
 */
export const command = Command.make(
  "import",
  {
    folder: Argument.String("folder").pipe(
      Argument.withDescription("Folder with town.json, units.csv and staff.csv")
    ),
    out: Flag.String("out").pipe(
      Flag.withMetavar("FILE"),
      Flag.withDescription("Locality file to write (default: town.locality.json in the folder)"),
      Flag.optional
    ),
    areas: Flag.String("areas").pipe(
      Flag.withMetavar("FILE"),
      Flag.withDescription(
        "GeoJSON file of the land (default: areas.geojson in the folder, if any)"
      ),
      Flag.optional
    ),
    lang: Flags.lang
  },
  Effect.fn("import")(function* ({ folder, out, areas, lang }) {
    const path = yield* Path.Path
    const file = Option.getOrElse(out, () => path.join(folder, "town.locality.json"))
    const town = yield* TownFolder.read(folder, { areas, lang })
    const text = `${JSON.stringify(LocalitySchema.toFile(town.locality), null, 2)}\n`
    yield* OutputFolder.writeFile(file, text)
    yield* print(ImportSheet.toText(town, lang))
    yield* Console.error(lang === "en" ? `Locality: ${file}` : `已写入:${file}`)
  })
).pipe(
  Command.withDescription("Make a locality file from a folder of sheets"),
  Command.withExamples([
    { command: "wangge import my-town" },
    { command: "wangge import my-town --areas grids.geojson --out my-town.locality.json" }
  ])
)
