/**
 * A folder that describes a town: `town.json`, `units.csv`, and where there are any `staff.csv`,
 * `names.csv` and `areas.geojson`. It is read whole; whatever is wrong in it comes as one message
 * with every place to look at.
 */
import { type LocalityRecord, TownSchema, TownSettings, TownSheets } from "@wangge/localities"
import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import * as Option from "effect/Option"
import * as Path from "effect/Path"
import * as AreaFile from "./AreaFile.ts"
import { UsageError } from "./Ending.ts"
import * as FileProblem from "./FileProblem.ts"
import * as JsonFile from "./JsonFile.ts"
import type { Lang } from "./Lang.ts"
import * as SheetFile from "./SheetFile.ts"
import * as SheetWords from "./SheetWords.ts"

/**
 * A town that was read: its locality, the files that were used, and points that are no areas.
 *
 * @category input
 * @since 0.1.0
 */
export interface Town {
  readonly locality: LocalityRecord.LocalityRecord
  readonly fileNames: ReadonlyArray<string>
  readonly pointCount: number
}

/**
 * Reads the town of a folder; `areas` names a GeoJSON file other than the folder's own.
 *
 * Fails with `UsageError`: a file that is missing or cannot be read, or a list of problems, each
 * with file, line and column, what stands there and what would be right.
 *
 * @category input
 * @since 0.1.0
 */
export const read = Effect.fn("TownFolder.read")(function* (
  folder: string,
  { areas, lang }: { readonly areas: Option.Option<string>; readonly lang: Lang }
) {
  const path = yield* Path.Path
  const town = yield* settings(path.join(folder, "town.json"))
  const [units, staff, names] = [
    yield* SheetFile.read(path.join(folder, "units.csv"), "units.csv"),
    yield* optionalSheet(folder, "staff.csv"),
    yield* optionalSheet(folder, "names.csv")
  ]
  const sheets = {
    units,
    ...(Option.isSome(staff) ? { staff: staff.value } : {}),
    ...(Option.isSome(names) ? { names: names.value } : {})
  }
  const fileNames = ["town.json", units, staff, names].flatMap((one) =>
    typeof one === "string" ? [one] : nameIn(one)
  )
  const plain = TownSheets.toLocality(sheets, { town })
  if (!plain.ok) return yield* refuse(folder, SheetWords.of(plain.problems, lang), lang)
  const file = yield* areaPath(folder, areas)
  if (Option.isNone(file)) return { locality: plain.locality, fileNames, pointCount: 0 }
  const name = path.basename(file.value)
  const { territory } = plain.locality
  const nodes = territory.kind === "listed" ? territory.nodes : []
  const { map, pointCount, problems } = yield* AreaFile.read(file.value, { name, nodes, lang })
  if (problems.length > 0) return yield* refuse(folder, problems, lang)
  const mapped = TownSheets.toLocality(sheets, { town, areas: { name, map } })
  if (!mapped.ok) return yield* refuse(folder, SheetWords.of(mapped.problems, lang), lang)
  const whole: Town = { locality: mapped.locality, fileNames: [...fileNames, name], pointCount }
  return whole
})

const nameIn = (
  sheet: TownSheets.Sheet | Option.Option<TownSheets.Sheet>
): ReadonlyArray<string> => {
  if (!Option.isOption(sheet)) return [sheet.name]
  return Option.isSome(sheet) ? [sheet.value.name] : []
}

const settings = Effect.fnUntraced(function* (file: string) {
  const content = yield* JsonFile.read(file)
  yield* FileProblem.checkFormat(content, {
    name: file,
    kind: "a town's settings",
    format: TownSettings.format,
    version: TownSettings.version,
    origin: "wangge init --blank"
  })
  const parsed = TownSchema.parse(content)
  return parsed.ok ? parsed.town : yield* FileProblem.refuse(file, parsed.problems)
})

const optionalSheet = Effect.fnUntraced(function* (folder: string, name: string) {
  const path = yield* Path.Path
  const file = path.join(folder, name)
  return (yield* isThere(file)) ? Option.some(yield* SheetFile.read(file, name)) : Option.none()
})

const areaPath = Effect.fnUntraced(function* (folder: string, areas: Option.Option<string>) {
  const path = yield* Path.Path
  if (Option.isSome(areas)) return areas
  const own = path.join(folder, "areas.geojson")
  return (yield* isThere(own)) ? Option.some(own) : Option.none<string>()
})

const isThere = Effect.fnUntraced(function* (file: string) {
  const files = yield* FileSystem.FileSystem
  return yield* files.exists(file).pipe(Effect.orElseSucceed(() => false))
})

const refuse = (
  folder: string,
  problems: ReadonlyArray<string>,
  lang: Lang
): Effect.Effect<never, UsageError> => {
  const restCount = problems.length - SheetWords.listedMax
  const [count, rest] =
    lang === "en"
      ? [problems.length === 1 ? "a problem" : `${problems.length} problems`, "and {} more"]
      : [`${problems.length}处问题`, "另有{}处"]
  const message = [
    lang === "en" ? `${folder} has ${count}:` : `${folder}有${count}:`,
    ...problems.slice(0, SheetWords.listedMax).map((problem) => `  ${problem}`),
    ...(restCount > 0 ? [`  ${rest.replace("{}", String(restCount))}`] : [])
  ].join("\n")
  return Effect.fail(new UsageError({ message }))
}
