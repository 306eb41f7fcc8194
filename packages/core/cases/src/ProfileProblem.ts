/**
 * What can be wrong with a profile that comes from outside: typed problems that name the place, the
 * value and what would be right. `CaseRules.compile` refuses a profile that has any.
 */
import { Label } from "@wangge/facts"
import type { CaseAction } from "./CaseAction.ts"
import type { CaseItem } from "./CaseItem.ts"
import { type CaseProfile, clockIds, type LimitRow, type Move } from "./CaseProfile.ts"
import * as CaseStatus from "./CaseStatus.ts"
import * as HandlingLevel from "./HandlingLevel.ts"
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
  "NeedDropped"
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
 * nobody.
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
  ["WriteOff", "FollowUpOutcome"]
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
  ...levelProblems(profile),
  ...Urgency.list.flatMap((urgency) => limitProblems(`limits.${urgency}`, profile.limits[urgency])),
  ...policyProblems(profile),
  ...moveProblems(profile),
  ...needProblems(profile)
]

const levelProblems = (profile: CaseProfile): ReadonlyArray<ProfileProblem> => {
  if (profile.levels.length === 0) {
    return [{ code: "NoLevel", path: "levels", found: "[]", expected: "at least one level" }]
  }
  const sorted = HandlingLevel.list.filter((level) => profile.levels.includes(level))
  const found = profile.levels.join(", ")
  return found === sorted.join(", ")
    ? []
    : [{ code: "LevelsOutOfOrder", path: "levels", found, expected: sorted.join(", ") }]
}

/** A limit that counts: whole and positive, or `Infinity` for none. */
const isLimit = (value: number): boolean =>
  value === Number.POSITIVE_INFINITY || (Number.isSafeInteger(value) && value > 0)

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

const limitProblems = (path: string, row: LimitRow): ReadonlyArray<ProfileProblem> => {
  const problems: Array<ProfileProblem> = []
  const expected = "a whole number of seconds above 0, or Infinity"
  for (const field of ["contactSec", "resolveSec"] as const) {
    if (isLimit(row[field])) continue
    const found = String(row[field])
    problems.push({ code: "BadLimit", path: `${path}.${field}`, found, expected })
  }
  if (!isCount(row.extensionSec) || (row.extensionCountMax > 0 && row.extensionSec === 0)) {
    problems.push({
      code: "BadLimit",
      path: `${path}.extensionSec`,
      found: String(row.extensionSec),
      expected: "a whole number of seconds, above 0 where extensions are allowed"
    })
  }
  if (!isCount(row.extensionCountMax)) {
    problems.push(badCount(`${path}.extensionCountMax`, row.extensionCountMax))
  }
  if (!clockIds.includes(row.clock)) {
    problems.push({
      code: "UnknownClock",
      path: `${path}.clock`,
      found: row.clock,
      expected: clockIds.join(", ")
    })
  }
  return problems
}

const badCount = (path: string, value: number): ProfileProblem => ({
  code: "BadCount",
  path,
  found: String(value),
  expected: "a whole number of 0 or more"
})

const policyProblems = (profile: CaseProfile): ReadonlyArray<ProfileProblem> => {
  const { amberShare, appealSec, maxReturns } = profile.policy
  const problems: Array<ProfileProblem> = []
  if (!isCount(maxReturns)) problems.push(badCount("policy.maxReturns", maxReturns))
  if (!isCount(appealSec)) problems.push(badCount("policy.appealSec", appealSec))
  if (!(amberShare >= 0 && amberShare <= 1)) {
    problems.push({
      code: "BadShare",
      path: "policy.amberShare",
      found: String(amberShare),
      expected: "a share from 0 to 1"
    })
  }
  return problems
}

/** The statuses that say that one certain action was done. */
const targets: Readonly<Partial<Record<CaseStatus.CaseStatus, CaseAction>>> = {
  Rejected: "Reject",
  Merged: "Merge",
  Withdrawn: "Withdraw",
  Suspended: "Suspend",
  Resolved: "Resolve",
  WrittenOff: "WriteOff"
}

/** Whether the status after the move says what the action did. */
const isTrueMove = (move: Move, from: CaseStatus.CaseStatus): boolean => {
  if (CaseStatus.isEnd(CaseStatus.codeOf(from)) && move.action !== "Reopen") return false
  if (move.action === "Resume" || move.to === "Remembered") {
    return move.action === "Resume" && move.to === "Remembered" && from === "Suspended"
  }
  const own = Object.values(targets).includes(move.action)
  if (move.to === "Same") return !own
  return own ? targets[move.to] === move.action : targets[move.to] === undefined
}

const moveProblems = (profile: CaseProfile): ReadonlyArray<ProfileProblem> => {
  const problems: Array<ProfileProblem> = []
  const seen = new Map<string, string>()
  profile.moves.forEach((move, index) => {
    for (const from of move.from) {
      const key = `${move.action} from ${from}`
      const before = seen.get(key)
      if (before !== undefined) {
        problems.push({
          code: "AmbiguousMove",
          path: `moves[${index}]`,
          found: `${key} to ${move.to}`,
          expected: `one move for ${key}; there is one to ${before}`
        })
      }
      seen.set(key, move.to)
      if (!isTrueMove(move, from)) {
        problems.push({
          code: "MoveUntrue",
          path: `moves[${index}]`,
          found: `${key} to ${move.to}`,
          expected:
            "ends, Resolved and Suspended reached by their own action only, ends left by Reopen " +
            "only, Remembered reached by Resume from Suspended only"
        })
      }
    }
  })
  return problems
}

const needProblems = (profile: CaseProfile): ReadonlyArray<ProfileProblem> =>
  alwaysNeeded
    .filter(([action, item]) => !(profile.needs[action] ?? []).includes(item))
    .map(([action, item]) => ({
      code: "NeedDropped",
      path: `needs.${action}`,
      found: (profile.needs[action] ?? []).join(", "),
      expected: `${item} among what ${action} needs`
    }))

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
