/**
 * What can be wrong with a GeoJSON file, as typed values: a stable code, the path in the file, what
 * stands there and what would be right. The words in English and Chinese are data beside the codes.
 */
import { type Label, Problem } from "@wangge/facts"

/**
 * The codes of all problems of GeoJSON files. Append only: codes are stored and compared by name.
 *
 * @source none: our own names; what a good file is, RFC 7946 says
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "NotAFeatureCollection",
  "DatumContradicted",
  "NotAFeature",
  "NoGeometry",
  "UnsupportedGeometry",
  "NotAList",
  "BadPosition",
  "SwappedPosition",
  "ShortRing",
  "UnclosedRing",
  "MissingId",
  "BadId",
  "DuplicateId",
  "BadProperty"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` is the path in the file, such as `features[3].geometry.coordinates[0][5]`.
 *
 * @category problems
 * @since 0.1.0
 */
export type GeoJsonProblem = Problem.Problem<Code>

/**
 * A problem from its four parts.
 *
 * @category problems
 * @since 0.1.0
 */
export const make = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): GeoJsonProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  NotAFeatureCollection: {
    en: "{subject}: the file holds {found}; it should hold {expected}.",
    zh: "{subject}:文件内容为{found},应为{expected}。"
  },
  DatumContradicted: {
    en: "{subject}: the file says {found}, the reader was told {expected}; one of them is wrong.",
    zh: "{subject}:文件注明{found},读取时指定{expected},两者必有一误。"
  },
  NotAFeature: {
    en: "{subject}: here stands {found}; it should be {expected}.",
    zh: "{subject}:此处为{found},应为{expected}。"
  },
  NoGeometry: {
    en: "{subject}: the geometry is {found}; it should be {expected}.",
    zh: "{subject}:几何为{found},应为{expected}。"
  },
  UnsupportedGeometry: {
    en: "{subject}: “{found}” is neither an area nor a building; it should be {expected}.",
    zh: "{subject}:“{found}”既不是区域也不是楼栋,应为{expected}。"
  },
  NotAList: {
    en: "{subject}: here stands {found}; it should be {expected}.",
    zh: "{subject}:此处为{found},应为{expected}。"
  },
  BadPosition: {
    en: "{subject}: {found} is not a position; it should be {expected}.",
    zh: "{subject}:{found}不是有效坐标,应为{expected}。"
  },
  SwappedPosition: {
    en: "{subject}: {found} looks swapped; it should be longitude, then latitude: {expected}.",
    zh: "{subject}:{found}似乎颠倒,应先经度后纬度:{expected}。"
  },
  ShortRing: {
    en: "{subject}: the ring has {found} positions; at least {expected} are needed.",
    zh: "{subject}:环有{found}个坐标点,至少应有{expected}个。"
  },
  UnclosedRing: {
    en: "{subject}: the ring ends at {found}; it should end where it began, at {expected}.",
    zh: "{subject}:环止于{found},应回到起点{expected}。"
  },
  MissingId: {
    en: "{subject}: the feature has {found} for an id; it should have {expected}.",
    zh: "{subject}:要素的标识为{found},应有{expected}。"
  },
  BadId: {
    en: "{subject}: “{found}” cannot be an id; allowed is {expected}.",
    zh: "{subject}:“{found}”不能作标识,允许{expected}。"
  },
  DuplicateId: {
    en: "{subject}: the id “{found}” stands already at {expected}.",
    zh: "{subject}:标识“{found}”已出现于{expected}。"
  },
  BadProperty: {
    en: "{subject}: here stands {found}; it should be {expected}.",
    zh: "{subject}:此处为{found},应为{expected}。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { GeoJsonProblem } from "@wangge/grid"
 *
 * const problem = GeoJsonProblem.make("ShortRing", "features[0].geometry.coordinates[0]", 3, 4)
 * GeoJsonProblem.describe(problem).zh // => "features[0].geometry.coordinates[0]:环有3个坐标点,至少应有4个。"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: GeoJsonProblem): Label.Label => Problem.describe(words, problem)
