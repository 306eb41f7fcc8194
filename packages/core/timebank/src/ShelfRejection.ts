/**
 * Why a shelf refuses: a stable code, the place, what stands there and what would be right.
 */
import { type Label, Problem } from "@wangge/facts"

/**
 * The codes of all rejections, in the order in which they are checked. Append only.
 *
 * First the form of the command (who, count, reason, ids), then time, then whether the redemption is
 * known and stands right, then the limit of the person, last the stock: so that the same wrong
 * command gets the same answer whatever lies on the shelf.
 *
 * @source none: our own names
 * @category redemption
 * @since 0.1.0
 */
export const codes = [
  "NoActor",
  "BadCount",
  "ReasonMissing",
  "BadId",
  "TimeWentBack",
  "ReservedBefore",
  "UnknownRedemption",
  "ReservationLapsed",
  "WrongStatus",
  "PurchaseLimit",
  "OutOfStock"
] as const

/**
 * One of {@link codes}.
 *
 * @category redemption
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One rejection.
 *
 * @category redemption
 * @since 0.1.0
 */
export type ShelfRejection = Problem.Problem<Code>

/**
 * A rejection from its four parts.
 *
 * ```ts
 * import { ShelfRejection } from "@wangge/timebank"
 *
 * ShelfRejection.make("OutOfStock", "soap", 3, 1).code // => "OutOfStock"
 * ```
 *
 * @category redemption
 * @since 0.1.0
 */
export const make = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): ShelfRejection => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the rejection's values.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  NoActor: {
    en: "{subject} is “{found}”; say who acts.",
    zh: "{subject}为“{found}”,应写明经办人。"
  },
  BadCount: {
    en: "{subject} is {found}; it should be a whole number of pieces: {expected}.",
    zh: "{subject}为{found},应为整数件数:{expected}。"
  },
  ReasonMissing: {
    en: "{subject} is “{found}”; say why the pieces are taken off the shelf.",
    zh: "{subject}为“{found}”,应说明下架原因。"
  },
  BadId: {
    en: "{subject} is “{found}”; it should be {expected}.",
    zh: "{subject}为“{found}”,应为{expected}。"
  },
  TimeWentBack: {
    en: "{subject} is {found}, before the last entry of this shelf at {expected}.",
    zh: "{subject}为{found},早于该货架最近一次记录的{expected}。"
  },
  ReservedBefore: {
    en: "The redemption {subject} was reserved before and is {found}; take a new number.",
    zh: "兑换{subject}此前已预留,状态为{found};请换新编号。"
  },
  UnknownRedemption: {
    en: "No redemption {subject} stands on the shelf {expected}.",
    zh: "货架{expected}上没有兑换{subject}。"
  },
  ReservationLapsed: {
    en: "The reservation {subject} lapsed at {expected}; it is {found} now.",
    zh: "预留{subject}已于{expected}失效,现为{found}。"
  },
  WrongStatus: {
    en: "The redemption {subject} is {found}; it should be {expected}.",
    zh: "兑换{subject}的状态为{found},应为{expected}。"
  },
  PurchaseLimit: {
    en: "{subject} would have {found} pieces in this period; at most {expected} are allowed.",
    zh: "{subject}本期将达{found}件,上限为{expected}件。"
  },
  OutOfStock: {
    en: "{found} pieces of {subject} are wanted; {expected} are free.",
    zh: "{subject}需要{found}件,可用{expected}件。"
  }
}

/**
 * A rejection in words, English and Chinese.
 *
 * ```ts
 * import { ShelfRejection } from "@wangge/timebank"
 *
 * ShelfRejection.describe(ShelfRejection.make("OutOfStock", "soap", 3, 1)).en
 * // => "3 pieces of soap are wanted; 1 are free."
 * ```
 *
 * @category labels
 * @since 0.1.0
 */
export const describe = (rejection: ShelfRejection): Label.Label =>
  Problem.describe(words, rejection)
