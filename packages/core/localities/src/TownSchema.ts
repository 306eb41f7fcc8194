/**
 * The settings file of a town (`town.json`) at the edge: reading unknown data into checked
 * settings, with every problem named by its path, its value and what would be right.
 */
import { Zone } from "@wangge/calendar"
import { CaseProfile } from "@wangge/cases"
import { FileProblem as Facts, Seconds } from "@wangge/facts"
import { Schema } from "effect"
import { problemsOf } from "./internal/fileIssueSchema.ts"
import * as parts from "./internal/recordPartsSchema.ts"
import * as Locality from "./Locality.ts"
import type { FileProblem } from "./LocalitySchema.ts"
import * as TownSettings from "./TownSettings.ts"

/**
 * Settings, or everything that is wrong with the file.
 *
 * @category reading
 * @since 0.1.0
 */
export type Parsed =
  | { readonly ok: true; readonly town: TownSettings.TownSettings }
  | { readonly ok: false; readonly problems: ReadonlyArray<FileProblem> }

const filled = Schema.String.check(Schema.isMinLength(1, { expected: "a text" }))

const source = Schema.Union([
  Schema.Struct({ kind: Schema.Literal("assumed"), reason: filled }),
  Schema.Struct({ kind: Schema.Literal("public"), source: filled }),
  Schema.Struct({ kind: Schema.Literal("reported"), report: filled, phrase: filled })
]).annotate({
  expected:
    "a source: kind assumed with a reason, public with a source, or reported with report and phrase"
})

const whole = (least: number, most: number) =>
  Schema.Int.check(
    Schema.isBetween(
      { minimum: least, maximum: most },
      { expected: `a whole number from ${least} to ${most}` }
    )
  )

const id = Schema.String.check(
  Schema.isPattern(/^[a-z][a-z0-9-]{0,39}$/u, {
    expected: "a small letter, then up to 39 small letters, digits or -"
  })
)

/**
 * The structure of a settings file.
 *
 * @category schemas
 * @since 0.1.0
 */
export const schema: Schema.Codec<TownSettings.TownSettings, unknown> = Schema.Struct({
  format: Schema.Literal(TownSettings.format),
  version: Schema.Literal(TownSettings.version),
  id,
  name: parts.words,
  province: parts.words,
  zone: parts.text("IANA time zone"),
  profileId: Schema.Literals(CaseProfile.profileIds),
  year: Schema.Union([whole(1900, 2200), Schema.Literal("undated")]).annotate({
    expected: 'a year or "undated"'
  }),
  source,
  personsPerHousehold: Schema.Struct({
    value: Schema.Finite.check(
      Schema.isBetween(
        { minimum: 0, maximum: 100, exclusiveMinimum: true },
        { expected: "a number above 0, at most 100" }
      )
    ),
    source
  }),
  heatingSeason: Schema.Union([
    Schema.Struct({
      kind: Schema.Literal("season"),
      fromMonth: whole(1, 12),
      fromDay: whole(1, 31),
      untilMonth: whole(1, 12),
      untilDay: whole(1, 31),
      source
    }),
    Schema.Struct({ kind: Schema.Literal("none"), reason: filled })
  ]).annotate({
    expected:
      "a season (kind, fromMonth, fromDay, untilMonth, untilDay, source) or kind none with a reason"
  })
})

/**
 * Reads unknown data as settings: structure, then whether the id is free, the zone known and the
 * heating's days exist. A `$schema` field at the top is left out. Returns every problem found.
 *
 * ```ts
 * import { TownSchema } from "@wangge/localities"
 *
 * const parsed = TownSchema.parse({ format: "wangge-town", version: 1, id: "Willow" })
 * parsed.ok ? [] : parsed.problems[0]
 * // => { path: "id", value: "Willow", expected: "a small letter, then up to 39 small letters, digits or -" }
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const parse = (input: unknown): Parsed => {
  const { format, version } = TownSettings
  const early = Facts.ofHead(input, { noun: "the settings of a town", format, version })
  if (early.length > 0) return { ok: false, problems: early }
  const given = Facts.without(input, ["$schema"])
  const decoded = Schema.decodeUnknownResult(schema)(given, {
    errors: "all",
    onExcessProperty: "error"
  })
  if (decoded._tag === "Failure") {
    return { ok: false, problems: problemsOf(decoded.failure.issue, given) }
  }
  const town = decoded.success
  const problems = [...idProblems(town), ...zoneProblems(town), ...seasonProblems(town)]
  return problems.length > 0 ? { ok: false, problems } : { ok: true, town }
}

const idProblems = (town: TownSettings.TownSettings): ReadonlyArray<FileProblem> =>
  Locality.find(town.id).ok
    ? [{ path: "id", value: town.id, expected: "an id that no locality of Wangge has" }]
    : []

const zoneProblems = ({ zone }: TownSettings.TownSettings): ReadonlyArray<FileProblem> =>
  Zone.isKnown(zone)
    ? []
    : [{ path: "zone", value: zone, expected: "a known time zone, such as Asia/Shanghai" }]

const seasonProblems = ({
  heatingSeason
}: TownSettings.TownSettings): ReadonlyArray<FileProblem> =>
  heatingSeason.kind === "none"
    ? []
    : (["from", "until"] as const).flatMap((end) => {
        const month = String(heatingSeason[`${end}Month`]).padStart(2, "0")
        const day = heatingSeason[`${end}Day`]
        // In a leap year, so that 29 February may be meant.
        const isDay = !Number.isNaN(
          Seconds.parseIsoDate(`2024-${month}-${String(day).padStart(2, "0")}`)
        )
        return isDay
          ? []
          : [{ path: `heatingSeason.${end}Day`, value: day, expected: `a day of month ${month}` }]
      })
