/**
 * Why a command of a micro-wish is refused. Nothing here names the wisher or the claimer, and no
 * part of a text is repeated.
 */
import type { Label, Problem } from "@wangge/facts"
import * as moveItems from "./internal/moveItems.ts"
import { labels as standingLabels } from "./MicroWish.ts"
import * as MicroWishCommand from "./MicroWishCommand.ts"
import * as MicroWishRules from "./MicroWishRules.ts"

/**
 * All codes. Append only: they are stored and compared by name.
 *
 * @source none: our own names
 * @category rejections
 * @since 0.1.0
 */
export const codes = [
  ...moveItems.codes,
  "AlreadyClaimed",
  "KindNotUsed",
  "PlaceUnknown",
  "PlaceTooFine",
  "TextTooLong",
  "PersonalData",
  "AliasNotAlias",
  "UntilOutOfRange",
  "OwnWish",
  "ClaimLapsedBefore",
  "ClaimLimitReached",
  "ConfirmTooEarly"
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
export type MicroWishRejection = Problem.Problem<Code>

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
): MicroWishRejection => moveItems.problem(code, subject, found, expected)

/**
 * What each rejection says, in English and Chinese, with the places of its values in braces.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  ...moveItems.words,
  AlreadyClaimed: {
    en: "The wish is claimed already; look again after {expected}.",
    zh: "该心愿已被认领;可于{expected}后再看。"
  },
  KindNotUsed: {
    en: "There is no kind of wish “{found}”; known: {expected}.",
    zh: "没有心愿类别“{found}”;已有:{expected}。"
  },
  PlaceUnknown: { en: "There is no place {found}.", zh: "没有地点{found}。" },
  PlaceTooFine: {
    en: "The place {found} would show where somebody lives; name a grid or a community.",
    zh: "地点{found}过于具体,会暴露住址;请改用网格或社区。"
  },
  TextTooLong: {
    en: "{subject} has {found} characters; at most {expected} are possible.",
    zh: "{subject}有{found}字;最多{expected}字。"
  },
  PersonalData: {
    en: "{subject} seems to hold personal data ({found}); take them out before it is posted.",
    zh: "{subject}疑含个人信息({found});请删除后再发布。"
  },
  AliasNotAlias: {
    en: "The alias shows who is behind the wish; choose another or leave it empty.",
    zh: "化名会暴露心愿人;请更换或留空。"
  },
  UntilOutOfRange: {
    en: "The wish would be open until {found}; it ends after now and by {expected}.",
    zh: "心愿截止{found}无效;应晚于现在且不晚于{expected}。"
  },
  OwnWish: { en: "Nobody claims his own wish.", zh: "不得认领自己的心愿。" },
  ClaimLapsedBefore: {
    en: "A claim of yours on this wish ran out; leave it to somebody else.",
    zh: "您曾认领该心愿逾期未办;请留给他人。"
  },
  ClaimLimitReached: {
    en: "You hold {found} claims; at most {expected} at a time.",
    zh: "您已认领{found}个心愿;同时最多{expected}个。"
  },
  ConfirmTooEarly: {
    en: "At {found} it is the wisher's turn; staff may confirm from {expected} on.",
    zh: "{found}应由心愿人确认;工作人员可于{expected}起代为确认。"
  }
}

const redactionNames: Readonly<Record<string, Label.Label>> = {
  Email: { en: "an e-mail address", zh: "电子邮箱" },
  IdentityCard: { en: "an identity-card number", zh: "身份证号" },
  Mobile: { en: "a mobile number", zh: "手机号" },
  BankCard: { en: "a bank-card number", zh: "银行卡号" },
  Landline: { en: "a landline number", zh: "固定电话" },
  personId: { en: "the id of a person", zh: "人员编号" },
  text: { en: "the text", zh: "正文" },
  alias: { en: "the alias", zh: "化名" }
}

const display: moveItems.Display<Code> = {
  words,
  timeCodes: ["TimeWentBack", "AlreadyClaimed", "UntilOutOfRange", "ConfirmTooEarly"],
  names: moveItems.namesOf(
    MicroWishCommand.labels,
    MicroWishCommand.roleLabels,
    MicroWishRules.labels,
    standingLabels,
    redactionNames
  )
}

/**
 * A rejection in words, in English and Chinese.
 *
 * ```ts
 * import { MicroWishRejection } from "@wangge/service"
 *
 * const found = MicroWishRejection.make("PersonalData", "text", "Mobile", "")
 * MicroWishRejection.describe(found).zh // => "正文疑含个人信息(手机号);请删除后再发布。"
 * ```
 *
 * @category labels
 * @since 0.1.0
 */
export const describe = (rejection: MicroWishRejection): Label.Label =>
  moveItems.describe(display, rejection)
