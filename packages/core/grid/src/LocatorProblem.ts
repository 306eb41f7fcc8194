/**
 * What can be wrong with a map that is to be searched for points, as typed values: a stable code,
 * the place, what was found and what would be right. Whether areas overlap or leave gaps is not a
 * problem here: `GridLocator` answers such points as they are, and `AreaCheck` lists them.
 */
import { type Label, Problem } from "@wangge/facts"

/**
 * The codes of all problems. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "NoAreas",
  "DuplicateId",
  "NoPolygons",
  "NoRings",
  "ShortRing",
  "OpenRing",
  "BadLongitude",
  "BadLatitude",
  "OtherDatum"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` is a path such as `grid-1/polygons/0/0/3` (grid, polygon, ring, position),
 * which starts with `outline/` for an area of the outline.
 *
 * @category problems
 * @since 0.1.0
 */
export type LocatorProblem = Problem.Problem<Code>

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { LocatorProblem } from "@wangge/grid"
 *
 * LocatorProblem.make("ShortRing", "grid-1/polygons/0/0", 3, 4).code // => "ShortRing"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const make = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): LocatorProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  NoAreas: {
    en: "{subject}: there are {found} areas; at least {expected} is needed.",
    zh: "{subject}:有{found}个区域,至少需要{expected}个。"
  },
  DuplicateId: {
    en: "{subject}: this id stands at {found} areas; it should stand at {expected}.",
    zh: "{subject}:该标识用于{found}个区域,应为{expected}个。"
  },
  NoPolygons: {
    en: "{subject}: the area has {found} polygons; at least {expected} is needed.",
    zh: "{subject}:该区域有{found}个多边形,至少需要{expected}个。"
  },
  NoRings: {
    en: "{subject}: the polygon has {found} rings; at least {expected} is needed.",
    zh: "{subject}:该多边形有{found}个环,至少需要{expected}个。"
  },
  ShortRing: {
    en: "{subject}: the ring has {found} positions; at least {expected} are needed.",
    zh: "{subject}:该环有{found}个坐标,至少需要{expected}个。"
  },
  OpenRing: {
    en: "{subject}: the ring ends at {found}; it should end where it starts, at {expected}.",
    zh: "{subject}:该环终于{found},应回到起点{expected}。"
  },
  BadLongitude: {
    en: "{subject}: the longitude is {found}; it should be {expected}.",
    zh: "{subject}:经度为{found},应为{expected}。"
  },
  BadLatitude: {
    en: "{subject}: the latitude is {found}; it should be {expected}.",
    zh: "{subject}:纬度为{found},应为{expected}。"
  },
  OtherDatum: {
    en: "{subject}: it is measured in {found}; it should be in {expected}.",
    zh: "{subject}:坐标基准为{found},应为{expected}。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { LocatorProblem } from "@wangge/grid"
 *
 * const problem = LocatorProblem.make("BadLatitude", "grid-1/polygons/0/0/2", 121.5, "-90 … 90")
 * LocatorProblem.describe(problem).zh // => "grid-1/polygons/0/0/2:纬度为121.5,应为-90 … 90。"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: LocatorProblem): Label.Label => Problem.describe(words, problem)
