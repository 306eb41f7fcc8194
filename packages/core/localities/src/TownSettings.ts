/**
 * What a town's sheets do not hold: its name and zone, where its numbers come from, how many people
 * live in a household, when the heating runs. One small file beside the sheets says it
 * (`town.json`; `TownSchema` reads it), and every number that is imported cites it.
 */
import type { CaseProfile } from "@wangge/cases"
import type { Label, Provenance } from "@wangge/facts"
import type { SourceReport } from "./LocalityRecord.ts"

/**
 * The name of the file format, as its `format` field says it.
 *
 * @category format
 * @since 0.1.0
 */
export const format = "wangge-town"

/**
 * The version of the file format that this package reads.
 *
 * @category format
 * @since 0.1.0
 */
export const version = 1

/**
 * Where a town's numbers come from.
 *
 * `assumed` with a reason, `public` with the statistic, or `reported` with a report's title and the
 * words it uses: never reported without both.
 *
 * @category settings
 * @since 0.1.0
 */
export type Source = Provenance.Assumed | Provenance.Public | Provenance.Reported

/**
 * The persons in a household, and where that number comes from.
 *
 * @category settings
 * @since 0.1.0
 */
export interface PersonsPerHousehold {
  readonly value: number
  readonly source: Source
}

/**
 * The first and the last day of the heating season, both within it, and where they come from; or
 * the reason why there is none.
 *
 * @category settings
 * @since 0.1.0
 */
export type HeatingSeason =
  | {
      readonly kind: "season"
      readonly fromMonth: number
      readonly fromDay: number
      readonly untilMonth: number
      readonly untilDay: number
      readonly source: Source
    }
  | { readonly kind: "none"; readonly reason: string }

/**
 * The settings of a town.
 *
 * - `id`: of the town itself: a small letter, then small letters, digits or `-`;
 * - `zone`: IANA time zone, in which the days of the sheets begin and end;
 * - `profileId`: the case profile by which the town works;
 * - `year`: of the numbers in the sheets;
 * - `source`: where the numbers in the sheets come from.
 *
 * @category settings
 * @since 0.1.0
 */
export interface TownSettings {
  readonly format: typeof format
  readonly version: typeof version
  readonly id: string
  readonly name: Label.Label
  readonly province: Label.Label
  readonly zone: string
  readonly profileId: CaseProfile.ProfileId
  readonly year: SourceReport["year"]
  readonly source: Source
  readonly personsPerHousehold: PersonsPerHousehold
  readonly heatingSeason: HeatingSeason
}
