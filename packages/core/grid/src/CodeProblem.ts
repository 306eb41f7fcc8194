/**
 * What can be wrong with the code of a division, with a scheme of codes and with a table of them,
 * as typed values. `CodeScheme`, `DivisionCode` and `GridCode` return them; a face only picks the
 * language of the words.
 */
import { type Label, Problem } from "@wangge/facts"

/**
 * The codes of all problems. Append only: they are stored and compared by name.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "BadLength",
  "BadCharacter",
  "ReservedZero",
  "UnknownPrefix",
  "WrongCodeLevel",
  "WrongParentCode",
  "UnknownParentCode",
  "DuplicateCode",
  "TooManyChildren",
  "MissingCodeLevel",
  "UnknownNodeId",
  "NoCodeLevels",
  "BadWidth",
  "BadAlphabet",
  "DuplicateCodeLevel",
  "BadPadding"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` says where (the code, a path in a scheme or a node's id), `found` what
 * stands there, `expected` what would be right.
 *
 * @category problems
 * @since 0.1.0
 */
export type CodeProblem = Problem.Problem<Code>

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { CodeProblem } from "@wangge/grid"
 *
 * CodeProblem.make("BadLength", "1101011", 7, "2, 4, 6, 9, 12").code // => "BadLength"
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
): CodeProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  BadLength: {
    en: "“{subject}” has {found} characters; a code has {expected}.",
    zh: "“{subject}”长{found}位,代码应为{expected}位。"
  },
  BadCharacter: {
    en: "“{subject}”: “{found}” cannot stand in a code here; allowed is {expected}.",
    zh: "“{subject}”:此处不能用“{found}”,允许{expected}。"
  },
  ReservedZero: {
    en: "“{subject}”: the part “{found}” is reserved; numbers begin at {expected}.",
    zh: "“{subject}”:“{found}”为保留码段,应从{expected}起编。"
  },
  UnknownPrefix: {
    en: "“{subject}” begins with “{found}”, which is not assigned; known are {expected}.",
    zh: "“{subject}”以“{found}”开头,该代码未启用,已有{expected}。"
  },
  WrongCodeLevel: {
    en: "“{subject}” is a code of level “{found}”; it should be of level “{expected}”.",
    zh: "“{subject}”是“{found}”级代码,应为“{expected}”级。"
  },
  WrongParentCode: {
    en: "“{subject}” stands under “{found}”; by its digits it belongs under “{expected}”.",
    zh: "“{subject}”列在“{found}”之下,按码段应属“{expected}”。"
  },
  UnknownParentCode: {
    en: "“{subject}”: its parent “{found}” is missing from {expected}.",
    zh: "“{subject}”:上级“{found}”不在{expected}中。"
  },
  DuplicateCode: {
    en: "“{subject}” is given {found} times; it should be given {expected}.",
    zh: "“{subject}”出现{found}次,应为{expected}次。"
  },
  TooManyChildren: {
    en: "“{subject}” has {found} places to number; only {expected} numbers are free.",
    zh: "“{subject}”下有{found}处待编码,可用号码只有{expected}个。"
  },
  MissingCodeLevel: {
    en: "{subject}: the level “{found}” does not fit the scheme, which continues with “{expected}”.",
    zh: "{subject}:层级“{found}”与编码方案不符,方案此处为“{expected}”。"
  },
  UnknownNodeId: {
    en: "{subject}: the tree has no node “{found}”; it should be {expected}.",
    zh: "{subject}:区划树中没有节点“{found}”,应为{expected}。"
  },
  NoCodeLevels: {
    en: "{subject}: a scheme has {found} levels; it needs at least {expected}.",
    zh: "{subject}:编码方案有{found}级,至少应有{expected}级。"
  },
  BadWidth: {
    en: "{subject}: a level cannot be {found} characters wide; allowed is {expected}.",
    zh: "{subject}:码段宽度不能为{found},允许{expected}。"
  },
  BadAlphabet: {
    en: "{subject}: “{found}” cannot be an alphabet; it should be {expected}.",
    zh: "{subject}:“{found}”不能作字符集,应为{expected}。"
  },
  DuplicateCodeLevel: {
    en: "{subject}: the level “{found}” is named twice; it should be named {expected}.",
    zh: "{subject}:层级“{found}”重复,应只出现{expected}次。"
  },
  BadPadding: {
    en: "{subject}: “{found}” does not fit the widths of the levels; allowed is {expected}.",
    zh: "{subject}:“{found}”与各级码段宽度不符,允许{expected}。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { CodeProblem } from "@wangge/grid"
 *
 * const problem = CodeProblem.make("UnknownPrefix", "990101", "99", "11, 12")
 * CodeProblem.describe(problem).zh // => "“990101”以“99”开头,该代码未启用,已有11, 12。"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: CodeProblem): Label.Label => Problem.describe(words, problem)
