/**
 * The reasons behind a route: every question that was asked on the way, with its answer. A face
 * shows them to the person who wonders why a case came to this desk.
 */
import { Label } from "@wangge/facts"

/**
 * The answers that can stand in a trace. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category routing
 * @since 0.1.0
 */
export const codes = [
  "PropertyFirm",
  "NoPropertyService",
  "PropertyMixed",
  "PropertyUnknown",
  "CommunityUnknown",
  "OwnerRegistered",
  "OwnerOfKind",
  "OwnerOfCategory",
  "OwnerUnknown",
  "CategoryUnowned",
  "PlaceFound",
  "PlaceOnBorder",
  "PlaceOfOverlap",
  "NoPoint",
  "InvalidPoint",
  "Outside",
  "InGap",
  "InOverlap"
] as const

/**
 * One of {@link codes}.
 *
 * @category routing
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One answer; `detail` names what it is about: an owner, a grid, a list of candidates.
 *
 * @category routing
 * @since 0.1.0
 */
export interface RouteStep {
  readonly code: Code
  readonly detail: string
}

/**
 * The words of each code; `{detail}` stands for the step's detail.
 *
 * @category routing
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  PropertyFirm: {
    en: "A property firm services the area: {detail}.",
    zh: "该小区有物业:{detail}。"
  },
  NoPropertyService: {
    en: "The area has no property service; the community answers for it: {detail}.",
    zh: "该小区无物业,由社区负责:{detail}。"
  },
  PropertyMixed: {
    en: "Several residential areas with different service lie here: {detail}.",
    zh: "此处有物业情况不同的多个小区:{detail}。"
  },
  PropertyUnknown: {
    en: "No residential area is known for this case: {detail}.",
    zh: "未知该案件所属小区:{detail}。"
  },
  CommunityUnknown: {
    en: "The area has no property service, and its community cannot be told: {detail}.",
    zh: "该小区无物业,且无法确定所属社区:{detail}。"
  },
  OwnerRegistered: {
    en: "The component is registered with its owner: {detail}.",
    zh: "该部件已登记权属单位:{detail}。"
  },
  OwnerOfKind: {
    en: "Components of this kind belong to {detail}.",
    zh: "该类部件的权属单位为{detail}。"
  },
  OwnerOfCategory: {
    en: "Cases of this category fall to {detail}.",
    zh: "该类案件由{detail}负责。"
  },
  OwnerUnknown: {
    en: "No owner is known for the component: {detail}.",
    zh: "该部件权属不明:{detail}。"
  },
  CategoryUnowned: {
    en: "No unit is named for the category: {detail}.",
    zh: "该类案件未指定责任单位:{detail}。"
  },
  PlaceFound: { en: "The point lies in the grid {detail}.", zh: "位置在网格{detail}内。" },
  PlaceOnBorder: {
    en: "The point lies on a border; by the tie rule it belongs to the grid {detail}.",
    zh: "位置在边界上,按规则归网格{detail}。"
  },
  PlaceOfOverlap: {
    en: "Several grids overlap at the point; the rules take the first id: {detail}.",
    zh: "位置处网格重叠,按规则取标识最先者:{detail}。"
  },
  NoPoint: { en: "The case has no point{detail}.", zh: "案件没有位置{detail}。" },
  InvalidPoint: { en: "The point is no place on the map: {detail}.", zh: "位置无效:{detail}。" },
  Outside: { en: "The point lies outside the map: {detail}.", zh: "位置在地图之外:{detail}。" },
  InGap: {
    en: "The point lies in a gap between grids: {detail}.",
    zh: "位置在网格空隙中:{detail}。"
  },
  InOverlap: {
    en: "Several grids overlap at the point: {detail}; a person must choose.",
    zh: "位置处网格重叠:{detail},须人工确定。"
  }
}

/**
 * A step in words, English and Chinese.
 *
 * ```ts
 * import { RouteStep } from "@wangge/grid"
 *
 * RouteStep.describe({ code: "PlaceFound", detail: "grid-7" }).en // => "The point lies in the grid grid-7."
 * ```
 *
 * @category routing
 * @since 0.1.0
 */
export const describe = ({ code, detail }: RouteStep): Label.Label =>
  Label.fill(words[code], { detail })
