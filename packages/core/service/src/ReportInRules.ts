/**
 * The rules of report-in: at which places members and units report in. In all reports these are
 * communities; a town may add villages or residential areas by their level.
 */
import type { GridTree, Level } from "@wangge/grid"
import * as placeMap from "./internal/placeMap.ts"

/**
 * The levels at which members and units report in.
 *
 * @category report-in
 * @since 0.1.0
 */
export interface Policy {
  readonly placeRoles: ReadonlyArray<Level.Role>
}

/**
 * Communities only.
 *
 * @source Helong, Longxian, Jiyang and Bagongshan reports: members and units report in to communities
 * @category report-in
 * @since 0.1.0
 */
export const base: Policy = { placeRoles: ["community"] }

/**
 * Every place of a tree, true where one can report in.
 *
 * @category report-in
 * @since 0.1.0
 */
export interface ReportInRules {
  readonly places: ReadonlyMap<string, boolean>
}

/**
 * Rules from a policy and the tree of a locality. Cost: linear in the tree.
 *
 * Throws a `RangeError` for a tree without any place to report in at.
 *
 * @category report-in
 * @since 0.1.0
 */
export const compile = (
  policy: Policy,
  options: { readonly tree: GridTree.GridTree }
): ReportInRules => {
  const places = placeMap.ofRoles(options.tree, policy.placeRoles)
  if (![...places.values()].includes(true)) {
    throw new RangeError(`The tree has no level of ${policy.placeRoles.join(", ")}`)
  }
  return { places }
}
