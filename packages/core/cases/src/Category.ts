/**
 * What a case is about, in twelve coarse categories. Demand, level shares and routing are given per
 * category; a locality maps its own finer list onto these.
 */
import type { Label } from "@wangge/facts"

/**
 * All categories. The position is the number used in columns and in the database: append only,
 * never reorder or reuse a position.
 *
 * @source none: our own cut, guided by the published topic shares of the Jinan 12345 hotline (2017)
 * and the Hengdong county hotline (first quarter of 2025)
 * @category categories
 * @since 0.1.0
 */
export const list = [
  "Utilities",
  "PropertyManagement",
  "Sanitation",
  "Noise",
  "PublicFacilities",
  "CityOrder",
  "TrafficParking",
  "NeighbourDispute",
  "SocialCare",
  "SafetyHazard",
  "ConsumerWages",
  "Other"
] as const

/**
 * What one case is about.
 *
 * @category categories
 * @since 0.1.0
 */
export type Category = (typeof list)[number]

/**
 * The number of a category: its position in {@link list}.
 *
 * Throws a `RangeError` for a text that is not in the list: a schema at the edge has let it pass.
 *
 * ```ts
 * import { Category } from "@wangge/cases"
 *
 * Category.codeOf("Other") // => 11
 * ```
 *
 * @category categories
 * @since 0.1.0
 */
export const codeOf = (category: Category): number => {
  const code = list.indexOf(category)
  if (code < 0) {
    throw new RangeError(`A category is one of ${list.join(", ")}; got ${category}`)
  }
  return code
}

/**
 * What each category is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<Category, Label.Label>> = {
  Utilities: { en: "utilities and heating", zh: "水电气暖" },
  PropertyManagement: { en: "property management", zh: "物业管理" },
  Sanitation: { en: "sanitation", zh: "环境卫生" },
  Noise: { en: "noise", zh: "噪声扰民" },
  PublicFacilities: { en: "public facilities", zh: "公共设施" },
  CityOrder: { en: "city order", zh: "市容秩序" },
  TrafficParking: { en: "traffic and parking", zh: "交通停车" },
  NeighbourDispute: { en: "neighbour dispute", zh: "邻里纠纷" },
  SocialCare: { en: "social care", zh: "民生救助" },
  SafetyHazard: { en: "safety hazard", zh: "安全隐患" },
  ConsumerWages: { en: "consumers and wages", zh: "消费与欠薪" },
  Other: { en: "other", zh: "其他" }
}
