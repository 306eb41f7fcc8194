/**
 * The levels of a territorial tree. Every locality names and counts its levels in its own way; the
 * *role* of a level says what it is for, so that a simulator or a report finds "the grid level" or
 * "the community level" whatever the town calls it.
 */

import type { Label } from "@wangge/facts"
import * as GridProblem from "./GridProblem.ts"

/**
 * What a level can be, from the top of a territorial tree to its bottom.
 *
 * The order is the rank: in one tree a role further right stands lower, and no role comes twice.
 * A `county` is any division of county rank (county, district, county-level city); a
 * `subdistrict` is a sub-district or a town. Roles are stored by name, never by position.
 *
 * @source none: the ranks of the administrative divisions of China down to the community, below
 *   them the levels that the localities' reports name (grid, building, unit, anchor household)
 * @category levels
 * @since 0.1.0
 */
export const roles = [
  "province",
  "prefecture",
  "county",
  "subdistrict",
  "community",
  "grid",
  "microGrid",
  "building",
  "unit",
  "anchorHousehold"
] as const

/**
 * One of {@link roles}.
 *
 * @category levels
 * @since 0.1.0
 */
export type Role = (typeof roles)[number]

/**
 * A level as it is asked for: `id` is the locality's own short name of the level, `name` the
 * words a reader sees, `count` how many nodes the level has in all.
 *
 * @category levels
 * @since 0.1.0
 */
export interface Level {
  readonly id: string
  readonly role: Role
  readonly name: Label.Label
  readonly count: number
}

/**
 * The generic words for each role, for tables that compare localities.
 *
 * @category levels
 * @since 0.1.0
 */
export const roleNames: Readonly<Record<Role, Label.Label>> = {
  province: { en: "Province", zh: "省" },
  prefecture: { en: "Prefecture", zh: "地市" },
  county: { en: "County-level division", zh: "县级区划" },
  subdistrict: { en: "Sub-district or town", zh: "街道(镇)" },
  community: { en: "Community", zh: "社区" },
  grid: { en: "Grid", zh: "网格" },
  microGrid: { en: "Micro-grid", zh: "微网格" },
  building: { en: "Building", zh: "楼栋" },
  unit: { en: "Residential unit", zh: "单元" },
  anchorHousehold: { en: "Anchor household", zh: "中心户" }
}

/**
 * The rank of a role: 0 at the top, larger further down.
 *
 * ```ts
 * import { Level } from "@wangge/grid"
 *
 * Level.rankOf("community") < Level.rankOf("grid") // => true
 * ```
 *
 * @category levels
 * @since 0.1.0
 */
export const rankOf = (role: Role): number => roles.indexOf(role)

/**
 * What is wrong with a list of levels from top to bottom, apart from their counts.
 *
 * Returns `NoLevels`, `BadId`, `DuplicateLevel` (the same id twice) and `WrongLevelOrder` (a role
 * that does not stand lower than the one before it).
 *
 * @category levels
 * @since 0.1.0
 */
export const check = (
  levels: ReadonlyArray<Pick<Level, "id" | "role">>
): ReadonlyArray<GridProblem.GridProblem> => {
  if (levels.length === 0) return [GridProblem.make("NoLevels", "levels", 0, 1)]
  const problems: Array<GridProblem.GridProblem> = []
  const seen = new Set<string>()
  levels.forEach((level, index) => {
    const place = `levels/${index}`
    if (!isLevelId(level.id)) problems.push(GridProblem.make("BadId", place, level.id, "a-z0-9-"))
    if (seen.has(level.id)) problems.push(GridProblem.make("DuplicateLevel", place, level.id, 1))
    seen.add(level.id)
    const above = levels[index - 1]
    if (above !== undefined && rankOf(level.role) <= rankOf(above.role)) {
      problems.push(GridProblem.make("WrongLevelOrder", place, level.role, `< ${above.role}`))
    }
  })
  return problems
}

const isLevelId = (text: string): boolean => /^[a-z][a-zA-Z0-9-]{0,39}$/.test(text)
