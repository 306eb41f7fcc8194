/**
 * Why a task is not admitted, as typed values.
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
  "TimeNotWhole",
  "DuplicateId",
  "NotOnDutyList",
  "ReasonMissing",
  "ApproverMissing",
  "ApproverAssigns",
  "ApprovalNotInForce"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem with a task or its approval.
 *
 * @category problems
 * @since 0.1.0
 */
export type DutyListProblem = Problem.Problem<Code>

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { DutyListProblem } from "@wangge/evaluation"
 *
 * DutyListProblem.make("NotOnDutyList", "task-1", "leaflets", "list-2023").code // => "NotOnDutyList"
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
): DutyListProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  TimeNotWhole: {
    en: "{subject} is {found}; a time is a whole number of seconds since 1970.",
    zh: "{subject}为{found};时间应为自1970年起的整秒数。"
  },
  DuplicateId: {
    en: "{subject}: “{found}” was decided on already.",
    zh: "{subject}:“{found}”已作决定。"
  },
  NotOnDutyList: {
    en: "{subject}: “{found}” is not on the duty list {expected}, and nobody approved it.",
    zh: "{subject}:“{found}”不在权责清单{expected}内,且未经批准。"
  },
  ReasonMissing: {
    en: "{subject}: the approval gives no reason.",
    zh: "{subject}:批准未写明理由。"
  },
  ApproverMissing: {
    en: "{subject}: the approval names no approver.",
    zh: "{subject}:批准未注明批准人。"
  },
  ApproverAssigns: {
    en: "{subject}: {found} both assigns and approves it; somebody else approves.",
    zh: "{subject}:{found}既交办又批准,应由他人批准。"
  },
  ApprovalNotInForce: {
    en: "{subject}: the approval is not in force at {found}; it runs {expected}.",
    zh: "{subject}:批准于{found}无效,有效期为{expected}。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { DutyListProblem } from "@wangge/evaluation"
 *
 * const problem = DutyListProblem.make("NotOnDutyList", "task-1", "leaflets", "list-2023")
 * DutyListProblem.describe(problem).zh // => "task-1:“leaflets”不在权责清单list-2023内,且未经批准。"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: DutyListProblem): Label.Label => Problem.describe(words, problem)
