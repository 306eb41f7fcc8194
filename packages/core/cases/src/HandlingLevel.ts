/**
 * The levels at which a case can be handled, lowest first. Escalating moves a case exactly one
 * level up among the levels that its profile uses.
 */
import type { Label } from "@wangge/facts"

/**
 * All levels, lowest first. The position is the number used in columns and in the database: append
 * only, never reorder or reuse a position.
 *
 * @source none: grid, community, sub-district (or town) and department are the four tiers that all
 * five localities report in their own words
 * @category levels
 * @since 0.1.0
 */
export const list = ["Grid", "Community", "Subdistrict", "Department"] as const

/**
 * The level that answers for a case.
 *
 * @category levels
 * @since 0.1.0
 */
export type HandlingLevel = (typeof list)[number]

/**
 * The number of a level: its position in {@link list}.
 *
 * Throws a `RangeError` for a text that is not in the list: a schema at the edge has let it pass.
 *
 * ```ts
 * import { HandlingLevel } from "@wangge/cases"
 *
 * HandlingLevel.codeOf("Department") // => 3
 * ```
 *
 * @category levels
 * @since 0.1.0
 */
export const codeOf = (level: HandlingLevel): number => {
  const code = list.indexOf(level)
  if (code < 0) {
    throw new RangeError(`A handling level is one of ${list.join(", ")}; got ${level}`)
  }
  return code
}

/**
 * What each level is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<HandlingLevel, Label.Label>> = {
  Grid: { en: "grid", zh: "网格" },
  Community: { en: "community", zh: "社区" },
  Subdistrict: { en: "sub-district", zh: "街道" },
  Department: { en: "department", zh: "部门" }
}
