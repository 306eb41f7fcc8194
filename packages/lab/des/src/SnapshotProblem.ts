/**
 * What can be wrong with bytes that are to be read as a snapshot, as typed values: they are something
 * else, damaged, of another version, or of another model. The words in English and Chinese are data
 * beside the codes.
 */

/**
 * The codes of all problems. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "NotASnapshot",
  "Truncated",
  "Damaged",
  "LeftOver",
  "WrongKind",
  "WrongVersion",
  "DifferentModel",
  "Unexpected"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` says where, `found` what stands there, `expected` what would be right.
 *
 * @category problems
 * @since 0.1.0
 */
export interface SnapshotProblem {
  readonly code: Code
  readonly subject: string
  readonly found: string | number
  readonly expected: string | number
}

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { SnapshotProblem } from "@wangge/des"
 *
 * SnapshotProblem.make("WrongKind", "snapshot", "town", "network").code // => "WrongKind"
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
): SnapshotProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, { readonly en: string; readonly zh: string }>> = {
  NotASnapshot: {
    en: "{subject}: this is no snapshot; it starts with {found} instead of {expected}.",
    zh: "{subject}:不是快照,开头是{found},应为{expected}。"
  },
  Truncated: {
    en: "{subject}: only {found} bytes are there; it should be {expected}.",
    zh: "{subject}:只有{found}字节,应为{expected}字节,数据不完整。"
  },
  Damaged: {
    en: "{subject}: the bytes were changed; their checksum is {found}, and {expected} was written.",
    zh: "{subject}:数据已损坏,校验值为{found},写入时为{expected}。"
  },
  LeftOver: {
    en: "{subject}: {found} bytes are there; it should be {expected}.",
    zh: "{subject}:有{found}字节,应为{expected}字节,存在多余数据。"
  },
  WrongKind: {
    en: '{subject}: it holds "{found}"; it should hold "{expected}".',
    zh: "{subject}:内容是“{found}”,应为“{expected}”。"
  },
  WrongVersion: {
    en: "{subject}: it has version {found}; this program reads {expected}.",
    zh: "{subject}:版本为{found},本程序只读{expected}。"
  },
  DifferentModel: {
    en: '{subject}: it was "{found}" when the snapshot was made; this model has "{expected}".',
    zh: "{subject}:保存快照时为“{found}”,当前模型为“{expected}”。"
  },
  Unexpected: {
    en: "{subject}: found {found} where {expected} should be; another model wrote it.",
    zh: "{subject}:此处是{found},应为{expected};该快照由另一模型写入。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { SnapshotProblem } from "@wangge/des"
 *
 * const problem = SnapshotProblem.make("Truncated", "run.snapshot", 10, 120)
 * SnapshotProblem.describe(problem).en // => "run.snapshot: only 10 bytes are there; it should be 120."
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (
  problem: SnapshotProblem
): { readonly en: string; readonly zh: string } => {
  const { en, zh } = words[problem.code]
  return { en: fill(en, problem), zh: fill(zh, problem) }
}

const fill = (template: string, problem: SnapshotProblem): string =>
  template
    .replace("{subject}", () => problem.subject)
    .replace("{found}", () => String(problem.found))
    .replace("{expected}", () => String(problem.expected))
