/**
 * The shape of a locality: the published and assumed numbers of one real town, as plain data. One
 * file per locality fills it; `Locality` answers questions about it. Every number carries its
 * provenance, so a table can always tell what a report states from what we chose.
 */
import type { CaseProfile } from "@wangge/cases"
import type { Label, Provenance } from "@wangge/facts"
import type { Consistency, Level, Post } from "@wangge/grid"

/**
 * The report that a locality's `reported` numbers cite by title.
 *
 * `year` is "undated" where the report bears no date; `isYearInferred` when the year is our
 * reading of its text.
 *
 * @category localities
 * @since 0.1.0
 */
export interface SourceReport {
  readonly title: string
  readonly year: number | "undated"
  readonly isYearInferred: boolean
}

/**
 * A level of the territorial chain with its published count.
 *
 * @category localities
 * @since 0.1.0
 */
export interface LocalityLevel {
  readonly id: string
  readonly role: Level.Role
  readonly name: Label.Label
  readonly count: Provenance.SourcedNumber
}

/**
 * How many seats of one kind a locality has, and the role of the level they are spread over.
 *
 * @category localities
 * @since 0.1.0
 */
export interface StaffCount {
  readonly post: Post.Kind
  readonly levelRole: Level.Role
  readonly count: Provenance.SourcedNumber
}

/**
 * A number with a name: `id` is unique in its list, `label` is what a table shows.
 *
 * @category localities
 * @since 0.1.0
 */
export interface NamedNumber {
  readonly id: string
  readonly label: Label.Label
  readonly number: Provenance.SourcedNumber
}

/**
 * The first and the last day of the heating season, both within it: months 1 to 12, days 1 to 31.
 *
 * @category localities
 * @since 0.1.0
 */
export interface HeatingSeason {
  readonly fromMonth: Provenance.SourcedNumber
  readonly fromDay: Provenance.SourcedNumber
  readonly untilMonth: Provenance.SourcedNumber
  readonly untilDay: Provenance.SourcedNumber
}

/**
 * One town or district.
 *
 * - `levels`: the territorial chain from top to bottom, the first of count 1;
 * - `staff`: seats per kind of post; a person may hold several;
 * - `party`: counts of the party chain and of members who reported in, beside the territory;
 * - `resources`: money, venues, partners, training, channels;
 * - `background`: assumptions and public statistics that derivations and checks use;
 * - `checks`: what must hold between the numbers, named by the paths of
 *   `Locality.sourcedNumbers`;
 * - `cautions`: readings and traps a user should know;
 * - `profileId`: the case profile that the locality's wording maps to.
 *
 * @category localities
 * @since 0.1.0
 */
export interface LocalityRecord {
  readonly id: string
  readonly name: Label.Label
  readonly province: Label.Label
  readonly report: SourceReport
  readonly zone: string
  readonly profileId: CaseProfile.ProfileId
  readonly levels: ReadonlyArray<LocalityLevel>
  readonly households: Provenance.SourcedNumber
  readonly personsPerHousehold: Provenance.SourcedNumber
  readonly staff: ReadonlyArray<StaffCount>
  readonly party: ReadonlyArray<NamedNumber>
  readonly resources: ReadonlyArray<NamedNumber>
  readonly background: ReadonlyArray<NamedNumber>
  readonly heatingSeason: HeatingSeason
  readonly checks: ReadonlyArray<Consistency.Check>
  readonly cautions: ReadonlyArray<Label.Label>
}
