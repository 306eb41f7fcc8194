/**
 * The records of a parallel organisation. `ParallelOrganisation` re-exports them.
 */
import type { Id, Label } from "@wangge/facts"
import type { CoverLink } from "../CoverLink.ts"
import type { OrganisationProblem } from "../OrganisationProblem.ts"
import type { SideList } from "../SideList.ts"
import type { GridTree } from "./treeShape.ts"

/**
 * A level of the organisation, in its own words ("grid party branch"); it need not match any level
 * of the territory.
 *
 * @category organisations
 * @since 0.1.0
 */
export interface OrganisationLevel {
  readonly id: string
  readonly name: Label.Label
}

/**
 * One unit: `parentId` is the empty text for a unit of the first level, otherwise a unit of some
 * level above (levels may be skipped).
 *
 * @category organisations
 * @since 0.1.0
 */
export interface OrganisationUnit {
  readonly id: Id.Id<"OrganisationUnit">
  readonly parentId: string
  readonly levelId: string
  readonly name: Label.Label
}

/**
 * An organisation as it is written down: levels from top to bottom, units and links in any order.
 * All four lists may be empty: a town without a second chain.
 *
 * @category organisations
 * @since 0.1.0
 */
export interface OrganisationPlan {
  readonly levels: ReadonlyArray<OrganisationLevel>
  readonly units: ReadonlyArray<OrganisationUnit>
  readonly links: ReadonlyArray<CoverLink>
  readonly sideLists: ReadonlyArray<SideList>
}

/**
 * Row numbers by key: those of key `k` are `items[first[k]]` to `items[first[k + 1] - 1]`.
 *
 * @category organisations
 * @since 0.1.0
 */
export interface RowIndex {
  readonly first: Int32Array
  readonly items: Int32Array
}

/**
 * A checked organisation over the territory it was checked against. Do not write into it.
 *
 * - `plan`: what it was made from;
 * - `parentOf`, `levelOf`: one row per unit, the parent's row (−1 for none) and the level's index;
 * - `unitOfLink`, `nodeOfLink`: one row per link, the unit's row and the node's number;
 * - `linksOfNode`, `linksOfUnit`: rows of links by node and by unit;
 * - `rowOfUnit`: the row of a unit by its id;
 * - `fromSec`, `untilSec`: from the first link's beginning to the last link's end: in this spell
 *   every place of the territory has a unit (both 0 for an organisation without links).
 *
 * @category organisations
 * @since 0.1.0
 */
export interface ParallelOrganisation {
  readonly tree: GridTree
  readonly plan: OrganisationPlan
  readonly parentOf: Int32Array
  readonly levelOf: Int32Array
  readonly unitOfLink: Int32Array
  readonly nodeOfLink: Int32Array
  readonly linksOfNode: RowIndex
  readonly linksOfUnit: RowIndex
  readonly rowOfUnit: ReadonlyMap<string, number>
  readonly fromSec: number
  readonly untilSec: number
}

/**
 * An organisation, or every reason why there is none.
 *
 * @category organisations
 * @since 0.1.0
 */
export type Made =
  | { readonly ok: true; readonly organisation: ParallelOrganisation }
  | { readonly ok: false; readonly problems: ReadonlyArray<OrganisationProblem> }
