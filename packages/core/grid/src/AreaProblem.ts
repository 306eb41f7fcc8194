/**
 * What can be wrong with the areas of a map, as typed values: a stable code, the area, what was
 * found, what would be right, and besides that the areas concerned, how much land it is about and
 * a place to look at. The words in English and Chinese are data beside the codes.
 */
import { type Id, type Label, Problem } from "@wangge/facts"
import type { Position } from "./Area.ts"

/**
 * The codes of all problems of areas. Append only: codes are stored and compared by name.
 *
 * @source none: our own names; what a good ring and a good polygon are is OGC 06-103r4 (Simple
 *   Features, part 1), section 6.1.11
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "DuplicateArea",
  "NoPolygon",
  "BadPosition",
  "ShortRing",
  "UnclosedRing",
  "FlatRing",
  "SelfIntersection",
  "RingsCross",
  "HoleOutside",
  "HolesOverlap",
  "PartsOverlap",
  "AreasOverlap",
  "Gap",
  "OutsideOutline",
  "UnknownParent",
  "OutsideParent",
  "ParentNotCovered"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem of a map.
 *
 * `gridIds` names the areas concerned (both of an overlap; child, then parent; none for a gap);
 * `areaM2` is the land it is about in square metres, 0 where the problem is one of shape; `at` is a
 * place in that land, or of the bad position.
 *
 * @category problems
 * @since 0.1.0
 */
export interface AreaProblem extends Problem.Problem<Code> {
  readonly gridIds: ReadonlyArray<Id.Id<"Grid">>
  readonly areaM2: number
  readonly at: Position
}

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  DuplicateArea: {
    en: "{subject}: the map has {found} areas of this id; it should have {expected}.",
    zh: "{subject}:地图中该标识有{found}个区域,应为{expected}个。"
  },
  NoPolygon: {
    en: "{subject}: there are {found} rings; at least {expected} is needed.",
    zh: "{subject}:有{found}个环,至少应有{expected}个。"
  },
  BadPosition: {
    en: "{subject}: {found} is not a position; it should be {expected}.",
    zh: "{subject}:{found}不是有效坐标,应为{expected}。"
  },
  ShortRing: {
    en: "{subject}: the ring has {found} positions; at least {expected} are needed.",
    zh: "{subject}:环有{found}个坐标点,至少应有{expected}个。"
  },
  UnclosedRing: {
    en: "{subject}: the ring ends at {found}; it should end where it began, at {expected}.",
    zh: "{subject}:环止于{found},应回到起点{expected}。"
  },
  FlatRing: {
    en: "{subject}: the ring at {found} encloses no land; it should enclose {expected}.",
    zh: "{subject}:{found}处的环不围成面,面积应{expected}。"
  },
  SelfIntersection: {
    en: "{subject}: the ring meets itself at {found}; it should do so {expected}.",
    zh: "{subject}:环在{found}处自相交,应{expected}处。"
  },
  RingsCross: {
    en: "{subject}: two rings cross or run together at {found}; they should do so {expected}.",
    zh: "{subject}:两个环在{found}处相交或重合,应{expected}处。"
  },
  HoleOutside: {
    en: "{subject}: the hole lies outside at {found}; all of it should lie in {expected}.",
    zh: "{subject}:孔洞在{found}处越出,应全部位于{expected}之内。"
  },
  HolesOverlap: {
    en: "{subject}: the hole lies in another at {found}; it should lie beside {expected}.",
    zh: "{subject}:孔洞在{found}处落入另一孔洞,应在{expected}之外。"
  },
  PartsOverlap: {
    en: "{subject}: its own parts overlap by {found} m²; it should be {expected}.",
    zh: "{subject}:自身各部分重叠{found}平方米,应为{expected}。"
  },
  AreasOverlap: {
    en: "{subject}: these areas overlap by {found} m²; it should be {expected}.",
    zh: "{subject}:两区域重叠{found}平方米,应为{expected}。"
  },
  Gap: {
    en: "{subject}: {found} m² belong to no area; it should be {expected}.",
    zh: "{subject}:{found}平方米不属于任何区域,应为{expected}。"
  },
  OutsideOutline: {
    en: "{subject}: {found} m² lie outside the outline; it should be {expected}.",
    zh: "{subject}:{found}平方米越出外边界,应为{expected}。"
  },
  UnknownParent: {
    en: "{subject}: its parent “{found}” has no area; it should be {expected}.",
    zh: "{subject}:上级“{found}”没有区域,应为{expected}。"
  },
  OutsideParent: {
    en: "{subject}: {found} m² of the first lie outside the second, its parent; it should be {expected}.",
    zh: "{subject}:前者有{found}平方米越出其上级(后者),应为{expected}。"
  },
  ParentNotCovered: {
    en: "{subject}: {found} m² are covered by none of its children; it should be {expected}.",
    zh: "{subject}:{found}平方米未被任何下级覆盖,应为{expected}。"
  }
}

/**
 * A problem of the shape of one area, at a place.
 *
 * @category problems
 * @since 0.1.0
 */
export const ofShape = (
  code: Code,
  gridId: Id.Id<"Grid">,
  where: {
    readonly subject: string
    readonly found: string | number
    readonly expected: string | number
    readonly at: Position
  }
): AreaProblem => ({
  code,
  subject: where.subject,
  found: where.found,
  expected: where.expected,
  gridIds: [gridId],
  areaM2: 0,
  at: where.at
})

/**
 * A problem of some square metres of land that are covered too often or too rarely: `found` is
 * the land in whole square metres, rounded up, and 0 would be right.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { AreaProblem } from "@wangge/grid"
 *
 * const ids = [Id.make<"Grid">("east"), Id.make<"Grid">("west")]
 * const problem = AreaProblem.ofLand("AreasOverlap", ids, { areaM2: 119.2, at: [120, 30] })
 * AreaProblem.describe(problem).en // => "east, west: these areas overlap by 120 m²; it should be 0."
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const ofLand = (
  code: Code,
  gridIds: ReadonlyArray<Id.Id<"Grid">>,
  land: { readonly areaM2: number; readonly at: Position }
): AreaProblem => ({
  code,
  subject: gridIds.length > 0 ? gridIds.join(", ") : land.at.join(", "),
  found: Math.ceil(land.areaM2),
  expected: 0,
  gridIds,
  areaM2: land.areaM2,
  at: land.at
})

/**
 * A problem in words, English and Chinese.
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: AreaProblem): Label.Label => Problem.describe(words, problem)
