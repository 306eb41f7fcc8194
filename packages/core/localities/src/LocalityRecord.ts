/**
 * The shape of a locality: the published and assumed numbers of one real town, as plain data. One
 * file per locality fills it, an import from sheets fills it too, and `Locality` answers questions
 * about it. Every number carries its provenance, so a table can always tell what a report states
 * from what we chose; what a report does not state is said to be `notStated`.
 */
import type { CaseProfile } from "@wangge/cases"
import type { Label, Provenance } from "@wangge/facts"
import type { Appointment, Area, Consistency, GridTree, Level, Post } from "@wangge/grid"

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
 * What stands in place of a number that the report does not give and nobody has assumed.
 *
 * @source none: our own word
 * @category numbers
 * @since 0.1.0
 */
export const notStated = "notStated"

/**
 * A number, or the word that there is none: `count === "notStated"`.
 *
 * @category numbers
 * @since 0.1.0
 */
export type StatedNumber = Provenance.SourcedNumber | typeof notStated

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
  readonly count: StatedNumber
}

/**
 * A node of a listed town: a node of its tree and the name that its people use, "" for none.
 *
 * @category territory
 * @since 0.1.0
 */
export interface ListedNode extends GridTree.GridNode {
  readonly name: string
}

/**
 * A town that is known only by its totals: its tree is spread evenly.
 *
 * @category territory
 * @since 0.1.0
 */
export interface SpreadTerritory {
  readonly kind: "spread"
}

/**
 * A town that is known place by place, as imported from its own sheets.
 *
 * - `nodes`: every node of the tree, in any order; siblings keep the order given;
 * - `posts`: seats at nodes; a kind of post that is not among them is spread from its total;
 * - `appointments`: who holds them, empty where persons are not recorded;
 * - `map`: the land of the nodes, `notStated` where there is none.
 *
 * @category territory
 * @since 0.1.0
 */
export interface ListedTerritory {
  readonly kind: "listed"
  readonly nodes: ReadonlyArray<ListedNode>
  readonly posts: ReadonlyArray<Post.Post>
  readonly appointments: ReadonlyArray<Appointment.Appointment>
  readonly map: Area.AreaMap | typeof notStated
}

/**
 * How a locality's places are known.
 *
 * @category territory
 * @since 0.1.0
 */
export type Territory = SpreadTerritory | ListedTerritory

/**
 * How many seats of one kind a locality has, and the role of the level they are spread over.
 *
 * `id` is unique in the list: several rows may have one kind of post (secretaries, seconded and
 * recruited people who all work at the community).
 *
 * @category localities
 * @since 0.1.0
 */
export interface StaffCount {
  readonly id: string
  readonly label: Label.Label
  readonly post: Post.Kind
  readonly levelRole: Level.Role
  readonly count: Provenance.SourcedNumber
}

/**
 * A number with a name: `id` is unique in its list, `label` is what a table shows.
 *
 * @category numbers
 * @since 0.1.0
 */
export interface NamedNumber {
  readonly id: string
  readonly label: Label.Label
  readonly number: Provenance.SourcedNumber
}

/**
 * A level of the second chain, and the role of the territorial level that it stands beside.
 *
 * @category organisation
 * @since 0.1.0
 */
export interface OrganisationLevel {
  readonly id: string
  readonly label: Label.Label
  readonly besideRole: Level.Role
  readonly count: StatedNumber
}

/**
 * The chain that runs beside the territory (in these reports the party's): levels from top to
 * bottom, then lists that belong to it without being a level of it. Both are empty for none.
 *
 * @category organisation
 * @since 0.1.0
 */
export interface Organisation {
  readonly label: Label.Label
  readonly levels: ReadonlyArray<OrganisationLevel>
  readonly sideLists: ReadonlyArray<OrganisationLevel>
}

/**
 * An amount of money, in yuan, with the parts it is made of; no parts where none are stated.
 *
 * @category resources
 * @since 0.1.0
 */
export interface Fund {
  readonly id: string
  readonly label: Label.Label
  readonly total: Provenance.SourcedNumber
  readonly parts: ReadonlyArray<NamedNumber>
}

/**
 * Venues of one size: the bounds in square metres (`notStated` for an open end) and how many.
 *
 * @category resources
 * @since 0.1.0
 */
export interface VenueBand {
  readonly id: string
  readonly label: Label.Label
  readonly least: StatedNumber
  readonly most: StatedNumber
  readonly count: Provenance.SourcedNumber
}

/**
 * How many places have a venue, of how many that need one, and the venues by size.
 *
 * @category resources
 * @since 0.1.0
 */
export interface Venue {
  readonly id: string
  readonly label: Label.Label
  readonly covered: Provenance.SourcedNumber
  readonly needed: Provenance.SourcedNumber
  readonly bands: ReadonlyArray<VenueBand>
}

/**
 * The first and the last day of the heating season, both within it: months 1 to 12, days 1 to 31.
 *
 * @category localities
 * @since 0.1.0
 */
export interface HeatingSeason {
  readonly kind: "season"
  readonly fromMonth: Provenance.SourcedNumber
  readonly fromDay: Provenance.SourcedNumber
  readonly untilMonth: Provenance.SourcedNumber
  readonly untilDay: Provenance.SourcedNumber
}

/**
 * A town without district heating; `reason` says how we know.
 *
 * @category localities
 * @since 0.1.0
 */
export interface NoHeating {
  readonly kind: "none"
  readonly reason: string
}

/**
 * Which state of a locality a record describes.
 *
 * `original`: the locality as its report has it. `before`: an earlier state of the locality `of`.
 * `overlay`: the locality `of` with assumptions put over it; `addedPaths` names every number that
 * was added (paths of `Locality.sourcedNumbers`), each of them `assumed` or derived from such.
 *
 * @category variants
 * @since 0.1.0
 */
export type Variant =
  | { readonly kind: "original" }
  | { readonly kind: "before"; readonly of: string }
  | { readonly kind: "overlay"; readonly of: string; readonly addedPaths: ReadonlyArray<string> }

/**
 * One town or district.
 *
 * - `levels`: the territorial chain from top to bottom, the first of count 1;
 * - `territory`: whether its places are spread from totals or listed one by one;
 * - `staff`: seats per kind of post; a person may hold several;
 * - `organisation`: the chain beside the territory, with partial cover;
 * - `links`: organs linked, members who reported in, co-opted members;
 * - `people`: people and teams that hold no post of the tree;
 * - `resources`: partners, training, channels, sites; `funds`: money; `venues`: rooms by size;
 * - `mechanisms`: how many parts the locality's named methods have;
 * - `activities`: what was done and how many were served, each its own counter;
 * - `outcomes`: what the report claims as results, which no one has checked;
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
  readonly variant: Variant
  readonly name: Label.Label
  readonly province: Label.Label
  readonly report: SourceReport
  readonly zone: string
  readonly profileId: CaseProfile.ProfileId
  readonly levels: ReadonlyArray<LocalityLevel>
  readonly territory: Territory
  readonly households: StatedNumber
  readonly personsPerHousehold: StatedNumber
  readonly staff: ReadonlyArray<StaffCount>
  readonly organisation: Organisation
  readonly links: ReadonlyArray<NamedNumber>
  readonly people: ReadonlyArray<NamedNumber>
  readonly resources: ReadonlyArray<NamedNumber>
  readonly funds: ReadonlyArray<Fund>
  readonly venues: ReadonlyArray<Venue>
  readonly mechanisms: ReadonlyArray<NamedNumber>
  readonly activities: ReadonlyArray<NamedNumber>
  readonly outcomes: ReadonlyArray<NamedNumber>
  readonly background: ReadonlyArray<NamedNumber>
  readonly heatingSeason: HeatingSeason | NoHeating
  readonly checks: ReadonlyArray<Consistency.Check>
  readonly cautions: ReadonlyArray<Label.Label>
}
