/**
 * What can be wrong with a journal, as typed values: a stable code, the line or entry, what was found
 * there and what would be right. The words in English and Chinese are data beside the codes.
 */
import { type Label, Problem } from "@wangge/facts"

/**
 * The codes of all problems. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category audit problems
 * @since 0.1.0
 */
export const codes = [
  "LineUnreadable",
  "EntryChanged",
  "EntriesMissing",
  "EntryRepeated",
  "EntryInserted",
  "EntryMoved",
  "EntryNotAllowed",
  "EntryDiffers",
  "PolicyChanged",
  "HeadDiffers",
  "BatchMisplaced",
  "HeadUnknown",
  "BooksUnsound",
  "LineUnfinished"
] as const

/**
 * One of {@link codes}.
 *
 * @category audit problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` says where (the number of a line, from 1; the number of an entry, from 0, and
 * the id of its command), `found` what stands there, `expected` what would be right. Values are
 * free of language, so that {@link describe} can speak either.
 *
 * @category audit problems
 * @since 0.1.0
 */
export type AuditProblem = Problem.Problem<Code>

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { AuditProblem } from "@wangge/timebank"
 *
 * AuditProblem.make("EntriesMissing", "7-11", 12, 7).code // => "EntriesMissing"
 * ```
 *
 * @category audit problems
 * @since 0.1.0
 */
export const make = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): AuditProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @category audit problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  LineUnreadable: {
    en: "Line {subject} cannot be read: it has {found}; right: {expected}.",
    zh: "第{subject}行无法读取:现为{found};应为:{expected}。"
  },
  EntryChanged: {
    en: "Entry {subject} was changed, or something before it cut out: its check is {expected}, the content gives {found}.",
    zh: "账目{subject}被改动,或其前有账目被删:校验码为{expected},按内容算得{found}。"
  },
  EntriesMissing: {
    en: "Entries {subject} are missing: entry {found} follows where {expected} should stand.",
    zh: "账目{subject}缺失:应为{expected}之处为{found}。"
  },
  EntryRepeated: {
    en: "Entry {subject} stands twice: again where entry {expected} should stand.",
    zh: "账目{subject}重复出现:其再现之处应为{expected}。"
  },
  EntryInserted: {
    en: "Entry {subject} was put in: there is an entry {found} already, and {expected} should stand here.",
    zh: "账目{subject}系插入:已有账目{found},此处应为{expected}。"
  },
  EntryMoved: {
    en: "Entry {subject} was moved: it stands where {expected} should.",
    zh: "账目{subject}被移动:其所在之处应为{expected}。"
  },
  EntryNotAllowed: {
    en: "Entry {subject} is in the journal as {expected}; the rules refuse it: {found}.",
    zh: "账目{subject}记为{expected};按规则应予拒绝:{found}。"
  },
  EntryDiffers: {
    en: "Entry {subject} is in the journal with {expected}; the rules give {found}.",
    zh: "账目{subject}记为{expected};按规则得出{found}。"
  },
  PolicyChanged: {
    en: "The policy on line {subject} was changed, or something before it cut out: its check is {expected}, the content gives {found}.",
    zh: "第{subject}行的规则被改动,或其前有账目被删:校验码为{expected},按内容算得{found}。"
  },
  HeadDiffers: {
    en: "The batch of entries {subject} has the head {expected}; its entries give {found}.",
    zh: "账目{subject}一批的链头为{expected};按账目算得{found}。"
  },
  BatchMisplaced: {
    en: "The head on line {subject} is for the entries before {found}; it stands before entry {expected}.",
    zh: "第{subject}行的链头对应{found}之前的账目,却位于{expected}之前。"
  },
  HeadUnknown: {
    en: "The published head {subject} is not in this journal: what it stood for was changed or cut off. The heads here reach up to entry {found}; the last published one that holds, up to {expected}.",
    zh: "公布的链头{subject}与账目不符:所对应的账目被改动或删去。现有链头至账目{found};最近一个相符的公布链头至{expected}。"
  },
  BooksUnsound: {
    en: "The books do not add up at {subject}: they say {found}, a recount says {expected}.",
    zh: "{subject}账实不符:账面为{found},重新清点为{expected}。"
  },
  LineUnfinished: {
    en: "The last line, {subject}, was not finished, as after a crash while writing: its {found} characters are lost. Everything before it, up to entry {expected}, is whole.",
    zh: "最后一行(第{subject}行)未写完,通常因写入时中断:丢失{found}个字符。其前至账目{expected}均完整。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { AuditProblem } from "@wangge/timebank"
 *
 * const problem = AuditProblem.make("HeadDiffers", "0-2", "ab", "cd")
 * AuditProblem.describe(problem).en // => "The batch of entries 0-2 has the head cd; its entries give ab."
 * ```
 *
 * @category audit problems
 * @since 0.1.0
 */
export const describe = (problem: AuditProblem): Label.Label => Problem.describe(words, problem)
