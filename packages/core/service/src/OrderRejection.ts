/**
 * Why a command of a service order is refused: a stable code, what the matter is, what was found
 * and what would be right. Nothing here names a person or tells what the need is.
 */
import type { Label, Problem } from "@wangge/facts"
import * as moveItems from "./internal/moveItems.ts"
import { orderWords } from "./internal/orderWords.ts"
import * as OrderAction from "./OrderAction.ts"
import * as OrderStatus from "./OrderStatus.ts"
import * as ServiceMode from "./ServiceMode.ts"

/**
 * All codes. Append only: they are stored and compared by name.
 *
 * @source none: our own names
 * @category rejections
 * @since 0.1.0
 */
export const codes = [
  ...moveItems.codes,
  "RatingTooEarly",
  "AlreadyRated",
  "KindUnknown",
  "ModeNotAllowed",
  "PriceNeeded",
  "PriceNotAllowed",
  "PriceOutOfRange",
  "MinutesOutOfRange",
  "NamedTwice",
  "WindowEmpty",
  "WindowPassed",
  "WindowTooShort",
  "NoticeTooShort",
  "WindowUnchanged",
  "AgreementNeeded",
  "RescheduleLimitReached",
  "CrewMismatch",
  "SelfService",
  "SameHousehold",
  "SkillMissing",
  "AskedTooSoon",
  "OutsideWindow",
  "SharesNotExpected",
  "NotInCrew",
  "MinutesExceedTime",
  "MinutesDiffer",
  "WitnessMissing",
  "NotIndependent",
  "RatingOutOfRange",
  "RatingTooLate",
  "DisputeTooLate",
  "DisputeLimitReached",
  "NoShowTooEarly"
] as const

/**
 * One of {@link codes}.
 *
 * @category rejections
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One refused command: `subject` is the field or the action, `found` its value, `expected` the
 * value or bound that would be right (lists are parted by ", ").
 *
 * @category rejections
 * @since 0.1.0
 */
export type OrderRejection = Problem.Problem<Code>

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
): OrderRejection => moveItems.problem(code, subject, found, expected)

/**
 * What each rejection says, in English and Chinese, with the places of its values in braces.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = { ...moveItems.words, ...orderWords }

const display: moveItems.Display<Code> = {
  words,
  timeCodes: [
    "TimeWentBack",
    "WindowEmpty",
    "WindowPassed",
    "NoticeTooShort",
    "WindowUnchanged",
    "AskedTooSoon",
    "OutsideWindow",
    "RatingTooLate",
    "DisputeTooLate",
    "NoShowTooEarly"
  ],
  names: moveItems.namesOf(
    OrderAction.labels,
    OrderAction.roleLabels,
    OrderStatus.labels,
    ServiceMode.labels
  )
}

/**
 * A rejection in words, in English and Chinese.
 *
 * ```ts
 * import { OrderRejection } from "@wangge/service"
 *
 * const early = OrderRejection.make("RatingTooEarly", "Rate", "Dispatched", "Confirmed")
 * OrderRejection.describe(early).en
 * // => "The order stands at “dispatched”; it can be rated once it is “confirmed”."
 * OrderRejection.describe(early).zh // => "订单当前为“已派单”;“已确认”后方可评单。"
 * ```
 *
 * @category labels
 * @since 0.1.0
 */
export const describe = (rejection: OrderRejection): Label.Label =>
  moveItems.describe(display, rejection)
