/**
 * Why a command on the report-in of a member or of a unit is refused.
 */
import type { Label, Problem } from "@wangge/facts"
import * as moveItems from "./internal/moveItems.ts"
import * as ReportIn from "./ReportIn.ts"

/**
 * All codes. Append only: they are stored and compared by name.
 *
 * @source none: our own names
 * @category rejections
 * @since 0.1.0
 */
export const codes = [
  ...moveItems.codes,
  "SecondResidence",
  "PlaceUnknown",
  "NotReportInPlace",
  "AlreadyHere",
  "NotHere"
] as const

/**
 * One of {@link codes}.
 *
 * @category rejections
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One refused command.
 *
 * @category rejections
 * @since 0.1.0
 */
export type ReportInRejection = Problem.Problem<Code>

/**
 * A rejection from its four parts.
 *
 * @category rejections
 * @since 0.1.0
 */
export const make = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): ReportInRejection => moveItems.problem(code, subject, found, expected)

/**
 * What each rejection says, in English and Chinese, with the places of its values in braces.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  ...moveItems.words,
  SecondResidence: {
    en: "The member is reported in at {found} already; end that first, or move here.",
    zh: "该党员已在{found}报到;请先终止或办理转移报到。"
  },
  PlaceUnknown: { en: "There is no place {found}.", zh: "没有地点{found}。" },
  NotReportInPlace: {
    en: "Nobody reports in at {found}: it is no community.",
    zh: "{found}不是社区,不能报到。"
  },
  AlreadyHere: { en: "Reported in at {found} already.", zh: "已在{found}报到。" },
  NotHere: {
    en: "Not reported in at {found}; reported in at {expected}.",
    zh: "未在{found}报到;现报到于:{expected}。"
  }
}

const display: moveItems.Display<Code> = {
  words,
  timeCodes: [],
  names: moveItems.namesOf(ReportIn.labels, {
    In: { en: "reported in", zh: "已报到" },
    Out: { en: "not reported in", zh: "未报到" }
  })
}

/**
 * A rejection in words, in English and Chinese.
 *
 * ```ts
 * import { ReportInRejection } from "@wangge/service"
 *
 * const second = ReportInRejection.make("SecondResidence", "gridId", "east", "MoveResidence")
 * ReportInRejection.describe(second).zh // => "该党员已在east报到;请先终止或办理转移报到。"
 * ```
 *
 * @category labels
 * @since 0.1.0
 */
export const describe = (rejection: ReportInRejection): Label.Label =>
  moveItems.describe(display, rejection)
