/**
 * The 15-digit code of a grid: six digits of the county, three of the sub-district or town, three
 * of the community or village, three of the grid within it. `assign` numbers a whole territorial
 * tree, keeping the official codes that are known.
 */
import * as CodeScheme from "./CodeScheme.ts"
import * as DivisionCode from "./DivisionCode.ts"
import { compile } from "./internal/schemeMaking.ts"
import type { Assigned, AssignOptions } from "./internal/treeNumbering.ts"
import { numbered } from "./internal/treeNumbering.ts"
import type { GridTree } from "./internal/treeShape.ts"
import { roleNames } from "./Level.ts"

export type { Assigned, AssignOptions } from "./internal/treeNumbering.ts"

/**
 * The divisions' scheme and one level more: 15 digits, 6 + 3 + 3 + 3.
 *
 * A grid always lies in a community or village, so the last part but one is never zeros; a town
 * that puts grids directly under a sub-district describes a scheme of its own.
 *
 * @source DB11/T 2157-2023 (Beijing, division of unit grids), section 5.2: six digits by
 *   GB/T 2260, three of the street or town, three of the community or village, three of the grid
 * @category grid codes
 * @since 0.1.0
 */
export const scheme: CodeScheme.CodeScheme = compile({
  levels: [...DivisionCode.scheme.levels, { id: "grid", name: roleNames.grid, width: 3 }],
  paddedLengths: DivisionCode.scheme.paddedLengths
})

/**
 * Reads the code of a grid or of a division above it.
 *
 * Returns `BadLength`, `BadCharacter`, `ReservedZero` and `UnknownPrefix` as `CodeScheme.parse`
 * does.
 *
 * ```ts
 * import { GridCode } from "@wangge/grid"
 *
 * const parsed = GridCode.parse("110101001002003")
 * parsed.ok && parsed.parts // => ["11", "01", "01", "001", "002", "003"]
 * ```
 *
 * @category grid codes
 * @since 0.1.0
 */
export const parse = (text: string): CodeScheme.Parsed => CodeScheme.parse(scheme, text)

/**
 * A code for every node of a tree, by the numbers of the places within their parents.
 *
 * The root bears `rootCode`, nodes in `known` the codes given there; every other node gets the
 * next number in tree order, after the largest number known or retired among its siblings. These
 * numbers are ours, not official: `isGiven` tells them apart. Levels of the tree and of the scheme
 * meet by role; nodes below the scheme's last level (buildings, units) have the empty text.
 *
 * Returns `MissingCodeLevel` (a level of the tree that the scheme has not at that place), the
 * problems of `CodeScheme.parseAt` for the codes given, `UnknownNodeId`, `WrongParentCode`,
 * `DuplicateCode`, and `TooManyChildren` (more than 999 grids in a community). Cost: linear.
 *
 * ```ts
 * import { GridCode, GridTree } from "@wangge/grid"
 *
 * const built = GridTree.spread({
 *   levels: [
 *     { id: "community", role: "community", name: { en: "Community", zh: "社区" }, count: 1 },
 *     { id: "grid", role: "grid", name: { en: "Grid", zh: "网格" }, count: 2 }
 *   ],
 *   households: 600
 * })
 * const assigned = built.ok && GridCode.assign(built.tree, { rootCode: "110101001002" })
 * assigned && assigned.ok && assigned.codes // => ["110101001002", "110101001002001", "110101001002002"]
 * ```
 *
 * @source DB11/T 2157-2023, section 5.4: grids are numbered in sequence within their community (the
 *   standard walks from west to east and north to south; a tree's order is the caller's)
 * @category grid codes
 * @since 0.1.0
 */
export const assign = (tree: GridTree, options: AssignOptions): Assigned =>
  numbered(options.scheme ?? scheme, tree, options)
