/**
 * A map for a town from a GeoJSON file, as drawing programs write them: its features name places by
 * id, by name or by a path of names, and are given the ids of the town's own nodes here.
 */

import type { Area } from "@wangge/grid"
import { Datum, GeoJson, GeoJsonProblem } from "@wangge/grid"
import { type LocalityRecord, SheetProblem, TownSheets } from "@wangge/localities"
import * as Effect from "effect/Effect"
import * as JsonFile from "./JsonFile.ts"
import type { Lang } from "./Lang.ts"
import * as SheetWords from "./SheetWords.ts"

/**
 * A map, how many points were left out of it, and everything that is wrong with the file, in words.
 *
 * @category input
 * @since 0.1.0
 */
export interface AreaFile {
  readonly map: Area.AreaMap
  readonly pointCount: number
  readonly problems: ReadonlyArray<string>
}

/**
 * Reads the areas of the places among `nodes`.
 *
 * The datum is the file's own `datum` member or WGS-84. A feature names its place in the property
 * `id`, else its own `id`, else the property `name`. Fails with `UsageError` for a file that is not
 * JSON.
 *
 * @category input
 * @since 0.1.0
 */
export const read = Effect.fn("AreaFile.read")(function* (
  file: string,
  options: {
    /** What messages call the file. */
    readonly name: string
    readonly nodes: ReadonlyArray<LocalityRecord.ListedNode>
    readonly lang: Lang
  }
) {
  const content = yield* JsonFile.read(file)
  const { named, problems } = nameFeatures(content, options)
  const result = GeoJson.read(named, { datum: datumOf(content) })
  const shape = result.ok ? [] : result.problems.filter(({ subject }) => !hasProblem(subject))
  const words = [
    ...SheetWords.of(problems, options.lang),
    ...shape.map((problem) => `${options.name} ${GeoJsonProblem.describe(problem)[options.lang]}`)
  ]
  const answer: AreaFile = result.ok
    ? {
        map: { datum: result.file.datum, areas: result.file.areas },
        pointCount: result.file.buildings.length,
        problems: words
      }
    : { map: { datum: "WGS-84", areas: [] }, pointCount: 0, problems: words }
  return answer

  /** A feature without a place is told once. */
  function hasProblem(subject: string): boolean {
    return problems.some(({ sheet }) => `${sheet}.properties.id` === `${options.name} ${subject}`)
  }
})

const datumOf = (content: unknown): Datum.Datum => {
  const said = fieldOf(content, "datum")
  return Datum.list.find((datum) => datum === said) ?? "WGS-84"
}

/** The file with its features called by the ids of their nodes. */
const nameFeatures = (
  content: unknown,
  {
    name,
    nodes
  }: { readonly name: string; readonly nodes: ReadonlyArray<LocalityRecord.ListedNode> }
): { readonly named: unknown; readonly problems: ReadonlyArray<SheetProblem.SheetProblem> } => {
  const features = fieldOf(content, "features")
  if (!Array.isArray(features) || !isRecord(content)) return { named: content, problems: [] }
  const find = TownSheets.findPlace(nodes)
  const known = nodes.flatMap((node) => [node.id, node.name])
  const problems: Array<SheetProblem.SheetProblem> = []
  const named = features.map((feature: unknown, index) => {
    const text = wordOf(feature)
    if (!isRecord(feature) || text === "") return feature
    const ids = find(text)
    const at = { sheet: `${name} features[${index}]`, line: 0, column: "" }
    if (ids.length === 0) {
      problems.push(SheetProblem.make("AreaWithoutPlace", at, text, "units.csv", known))
    } else if (ids.length > 1) {
      problems.push(SheetProblem.make("AmbiguousPlace", at, text, ids.slice(0, 5).join(", "), ids))
    }
    return { ...feature, properties: { id: ids.length === 1 ? ids[0] : undefined } }
  })
  return { named: { ...content, features: named }, problems }
}

/** What a feature calls its place; "" for nothing. */
const wordOf = (feature: unknown): string => {
  const properties = fieldOf(feature, "properties")
  const words = [fieldOf(properties, "id"), fieldOf(feature, "id"), fieldOf(properties, "name")]
  const word = words.find(
    (one) => (typeof one === "string" && one !== "") || typeof one === "number"
  )
  return word === undefined ? "" : String(word)
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const fieldOf = (value: unknown, field: string): unknown =>
  isRecord(value) ? value[field] : undefined
