/**
 * Why a command of a helped filing is refused, as typed values with words in English and Chinese.
 */
import type { Label, Problem } from "@wangge/facts"
import { words as frameWords, describe as inWords } from "./internal/moveFrame.ts"

/**
 * The codes of all refusals, in the order in which a command is checked. Append only.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "ActorMissing",
  "TimeNotWhole",
  "TimeWentBack",
  "NotAuthorised",
  "AlreadyAuthorised",
  "WrongFiling",
  "ItemMissing",
  "DigestBad",
  "HelperIsParty",
  "WitnessNeeded",
  "TermBad",
  "MoveNotAllowed",
  "ActorNotNamed",
  "AuthorisationEnded",
  "OutOfScope",
  "SubstitutionNotAllowed",
  "HelperNotNamed",
  "SuccessorIsParty",
  "DocumentKnown",
  "DocumentUnknown",
  "DocumentGone",
  "DocumentsHeld"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One refusal: `subject` says where, `found` what stands there, `expected` what would be right.
 *
 * @category problems
 * @since 0.1.0
 */
export type HelpedFilingProblem = Problem.Problem<Code>

/**
 * A refusal from its four parts.
 *
 * @category problems
 * @since 0.1.0
 */
export const make = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): HelpedFilingProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the refusal's values.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  ActorMissing: frameWords.ActorMissing,
  TimeNotWhole: frameWords.TimeNotWhole,
  TimeWentBack: frameWords.TimeWentBack,
  NotAuthorised: {
    en: "{subject}: nobody has authorised this filing; nothing is filed without it.",
    zh: "{subject}:尚无授权记录,不得代办。"
  },
  AlreadyAuthorised: {
    en: "{subject}: an authorisation is on record already.",
    zh: "{subject}:已有授权记录。"
  },
  WrongFiling: {
    en: "The command is for {found}, this is {expected}.",
    zh: "指令针对{found},而此处为{expected}。"
  },
  ItemMissing: { en: "{subject}: missing is {expected}.", zh: "{subject}:缺少{expected}。" },
  DigestBad: {
    en: "{subject}: “{found}” is no digest; expected {expected}.",
    zh: "{subject}:“{found}”不是有效摘要,应为{expected}。"
  },
  HelperIsParty: {
    en: "{subject}: {found} gives the authorisation and cannot receive it.",
    zh: "{subject}:{found}为授权人或本人,不能同时为代办人。"
  },
  WitnessNeeded: {
    en: "{subject}: an authorisation given so needs a witness who is neither helper nor party.",
    zh: "{subject}:此种授权方式须有代办人和当事人以外的见证人。"
  },
  TermBad: {
    en: "{subject}: the authorisation would end at {found}; expected {expected}.",
    zh: "{subject}:授权截止于{found},应为{expected}。"
  },
  MoveNotAllowed: {
    en: "{subject}: the filing is “{found}”; this needs one of {expected}.",
    zh: "{subject}:代办当前为“{found}”;此操作要求:{expected}。"
  },
  ActorNotNamed: {
    en: "{subject}: {found} is not named for this; named are {expected}.",
    zh: "{subject}:{found}不在授权名单内;名单为{expected}。"
  },
  AuthorisationEnded: {
    en: "{subject}: the authorisation ended at {expected}.",
    zh: "{subject}:授权已于{expected}终止。"
  },
  OutOfScope: {
    en: "{subject}: the authorisation is for {expected}, not for “{found}”.",
    zh: "{subject}:授权范围为{expected},不含“{found}”。"
  },
  SubstitutionNotAllowed: {
    en: "{subject}: the authorisation is for this helper alone.",
    zh: "{subject}:授权不允许转由他人代办。"
  },
  HelperNotNamed: {
    en: "{subject}: {found} is no helper of this filing; helpers are {expected}.",
    zh: "{subject}:{found}不是本代办的代办人;代办人为{expected}。"
  },
  SuccessorIsParty: {
    en: "{subject}: {found} is the resident or gave the authorisation and cannot take over.",
    zh: "{subject}:{found}为本人或授权人,不能接手代办。"
  },
  DocumentKnown: {
    en: "The document {subject} was received already.",
    zh: "材料{subject}已登记收取。"
  },
  DocumentUnknown: {
    en: "The document {subject} was never received.",
    zh: "材料{subject}未登记收取。"
  },
  DocumentGone: {
    en: "The document {subject} is with {found} already.",
    zh: "材料{subject}已交{found}。"
  },
  DocumentsHeld: {
    en: "{subject}: still held are {found}.",
    zh: "{subject}:尚有材料未交还:{found}。"
  }
}

/** Codes whose numbers are instants: in words they are dates. */
const timeCodes: ReadonlyArray<Code> = ["AuthorisationEnded", "TermBad"]

/**
 * A refusal in words, English and Chinese.
 *
 * ```ts
 * import { HelpedFilingProblem } from "@wangge/service"
 *
 * const problem = HelpedFilingProblem.make("OutOfScope", "filing-1", "business-08", "business-07")
 * HelpedFilingProblem.describe(problem).zh // => "filing-1:授权范围为business-07,不含“business-08”。"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: HelpedFilingProblem): Label.Label =>
  inWords(words, timeCodes, problem)
