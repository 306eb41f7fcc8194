/**
 * What can be wrong with a profile that comes from outside: typed problems that name the place, the
 * value and what would be right. `CaseRules.compile` refuses a profile that has any.
 */
import { Label } from "@wangge/facts"
import type { CaseAction } from "./CaseAction.ts"
import type { CaseItem } from "./CaseItem.ts"
import type { CaseProfile } from "./CaseProfile.ts"
import * as moves from "./internal/profileMoves.ts"
import * as numbers from "./internal/profileNumbers.ts"
import * as Urgency from "./Urgency.ts"

/**
 * The codes of all problems. Append only.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "NoLevel",
  "LevelsOutOfOrder",
  "BadLimit",
  "BadCount",
  "BadShare",
  "UnknownClock",
  "AmbiguousMove",
  "MoveUntrue",
  "NeedDropped",
  "BadScore",
  "MatterNowhere"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `path` says where in the profile, `found` what stands there, `expected` what would
 * be right.
 *
 * @category problems
 * @since 0.1.0
 */
export interface ProfileProblem {
  readonly code: Code
  readonly path: string
  readonly found: string
  readonly expected: string
}

/**
 * What every profile must ask for, because the record is not true without it: nobody strikes off a
 * case without result and follow-up, suspends without reason, approver and end, or hands a case to
 * nobody. Asked only for actions that the profile has.
 *
 * @source none: the rules that always hold for a case (one accountable owner from triage on;
 * write-off needs a result note and a follow-up outcome or a logged failed attempt)
 * @category problems
 * @since 0.1.0
 */
export const alwaysNeeded: ReadonlyArray<readonly [CaseAction, CaseItem]> = [
  ["Report", "Grid"],
  ["Report", "ResponsibleUnit"],
  ["Reject", "Reason"],
  ["Merge", "OriginalCase"],
  ["Triage", "ResponsibleUnit"],
  ["Assign", "ResponsibleUnit"],
  ["Escalate", "ResponsibleUnit"],
  ["Suspend", "Reason"],
  ["Suspend", "Approver"],
  ["Suspend", "EndDate"],
  ["WriteOff", "ResultNote"],
  ["WriteOff", "FollowUpOutcome"],
  ["SettleOnSpot", "ResultNote"],
  ["SettleOnSpot", "ResponsibleUnit"],
  ["Arbitrate", "ResponsibleUnit"],
  ["HandOver", "ResponsibleUnit"]
]

/**
 * Everything that is wrong with a profile; empty for a good one.
 *
 * ```ts
 * import { CaseProfile, ProfileProblem } from "@wangge/cases"
 *
 * ProfileProblem.find({ ...CaseProfile.base, levels: [] }).map((problem) => problem.code)
 * // => ["NoLevel"]
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const find = (profile: CaseProfile): ReadonlyArray<ProfileProblem> => [
  ...numbers.levelProblems(profile),
  ...Urgency.list.flatMap((urgency) =>
    numbers.limitProblems(`limits.${urgency}`, profile.limits[urgency])
  ),
  ...numbers.clockProblems(profile),
  ...numbers.policyProblems(profile),
  ...numbers.thresholdProblems(profile),
  ...moves.moveProblems(profile),
  ...moves.needProblems(profile, alwaysNeeded),
  ...moves.matterProblems(profile)
]

/** What is said of a value that is simply not a possible one. */
const badValue: Label.Label = {
  en: "{path} is {found}; expected {expected}.",
  zh: "{path}为{found};应为:{expected}。"
}

/**
 * What each problem says on a screen, in English and Chinese, with the places of the problem's own
 * values in braces.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  NoLevel: badValue,
  LevelsOutOfOrder: {
    en: "{path} is {found}; expected each level once, lowest first: {expected}.",
    zh: "{path}为{found};各层级应由低到高各出现一次:{expected}。"
  },
  BadLimit: badValue,
  BadCount: badValue,
  BadShare: badValue,
  UnknownClock: {
    en: "{path} names the clock {found}; expected one of {expected}.",
    zh: "{path}的时钟为{found};应为其中之一:{expected}。"
  },
  AmbiguousMove: {
    en: "{path} ({found}) is ambiguous; expected {expected}.",
    zh: "{path}({found})有歧义;应为:{expected}。"
  },
  MoveUntrue: {
    en: "{path} ({found}) cannot be; expected: {expected}.",
    zh: "{path}({found})不成立;应为:{expected}。"
  },
  NeedDropped: {
    en: "{path} asks for [{found}]; expected {expected}.",
    zh: "{path}只要求[{found}];应为:{expected}。"
  },
  BadScore: badValue,
  MatterNowhere: {
    en: "{path} allows [{found}]; expected one of the levels in use: {expected}.",
    zh: "{path}只允许[{found}];应含使用中的层级之一:{expected}。"
  }
}

/**
 * A problem in words, in English and Chinese.
 *
 * ```ts
 * import { ProfileProblem } from "@wangge/cases"
 *
 * const problem = { code: "NoLevel", path: "levels", found: "[]", expected: "a level" } as const
 * ProfileProblem.describe(problem).en // => "levels is []; expected a level."
 * ```
 *
 * @category labels
 * @since 0.1.0
 */
export const describe = (problem: ProfileProblem): Label.Label =>
  Label.fill(words[problem.code], {
    path: problem.path,
    found: problem.found,
    expected: problem.expected
  })
