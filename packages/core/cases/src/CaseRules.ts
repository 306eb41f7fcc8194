/**
 * A profile compiled to tables, and the rules of the life cycle as functions of numbers that return
 * numbers. Records (`CaseDecider`) and the simulator's columns both call these, so that a rule is
 * stated once. Statuses, actions, urgencies and levels are positions in their lists; times are
 * whole seconds since the Unix epoch. Nothing here allocates after compiling,
 * but for one small object when a pause moves a due second.
 */
import type { Clock } from "@wangge/calendar"
import * as CaseAction from "./CaseAction.ts"
import * as CaseItem from "./CaseItem.ts"
import type { CaseProfile, ClockId } from "./CaseProfile.ts"
import * as CaseStatus from "./CaseStatus.ts"
import * as HandlingLevel from "./HandlingLevel.ts"
import * as ProfileProblem from "./ProfileProblem.ts"
import * as Urgency from "./Urgency.ts"

export * from "./DeadlineRules.ts"

/**
 * A compiled profile. Tables are indexed by the positions of statuses, actions, urgencies and
 * levels in their lists; treat them as read-only and use the functions below to read them.
 *
 * @category rules
 * @since 0.1.0
 */
export interface CaseRules {
  readonly profile: CaseProfile
  /** One row per status, one column per action: the next status, -1 not allowed, -2 remembered. */
  readonly next: Int8Array
  /** Per action, the items it needs, as bits of `CaseItem`. */
  readonly needs: Uint16Array
  /** Per urgency, the seconds to the first contact. */
  readonly contactSec: Float64Array
  /** Per urgency, the seconds to the claim of resolution. */
  readonly resolveSec: Float64Array
  /** Per urgency, the seconds that one extension adds. */
  readonly extensionSec: Float64Array
  /** Per urgency, how many extensions one limit allows. */
  readonly extensionCountMax: Float64Array
  /** Per urgency, the clock that its limits run on. */
  readonly clocks: ReadonlyArray<Clock.Clock>
  /** Per level, the level above: -1 at the top, -2 where the profile does not use the level. */
  readonly levelAbove: Int8Array
  /** The level at which a case starts. */
  readonly lowestLevel: number
  /** Copies of the policy numbers of the profile. */
  readonly maxReturns: number
  readonly appealSec: number
  readonly amberShare: number
  readonly reopensWhenDissatisfied: boolean
}

/**
 * The clock behind each name that a profile's limits can use.
 *
 * @category rules
 * @since 0.1.0
 */
export type Clocks = Readonly<Record<ClockId, Clock.Clock>>

const notAllowed = -1
const remembered = -2

/** Positions that the rules below need to know by name. */
const reopen = CaseAction.codeOf("Reopen")
const recordFollowUp = CaseAction.codeOf("RecordFollowUp")
const writtenOff = CaseStatus.codeOf("WrittenOff")

/**
 * The tables of a profile.
 *
 * Throws a `RangeError` that lists every problem of the profile; ask `ProfileProblem.find` first
 * where a profile comes from outside.
 *
 * ```ts
 * import { Clock } from "@wangge/calendar"
 * import { CaseProfile, CaseRules } from "@wangge/cases"
 *
 * const clocks = { calendar: Clock.calendar, working: Clock.calendar }
 * const rules = CaseRules.compile(CaseProfile.base, { clocks })
 * CaseRules.dueSec(rules, 1, 1_000) // => 87400
 * ```
 *
 * @category rules
 * @since 0.1.0
 */
export const compile = (profile: CaseProfile, options: { readonly clocks: Clocks }): CaseRules => {
  const problems = ProfileProblem.find(profile)
  if (problems.length > 0) {
    const words = problems.map((problem) => ProfileProblem.describe(problem).en)
    throw new RangeError(`The profile ${profile.id} cannot be compiled: ${words.join(" ")}`)
  }
  const rows = Urgency.list.map((urgency) => profile.limits[urgency])
  const levels = profile.levels.map(HandlingLevel.codeOf)
  const levelAbove = new Int8Array(HandlingLevel.list.length).fill(-2)
  levels.forEach((level, index) => {
    levelAbove[level] = levels[index + 1] ?? notAllowed
  })
  return {
    profile,
    next: compileMoves(profile),
    needs: Uint16Array.from(CaseAction.list, (action) =>
      CaseItem.toBits(profile.needs[action] ?? [])
    ),
    contactSec: Float64Array.from(rows, (row) => row.contactSec),
    resolveSec: Float64Array.from(rows, (row) => row.resolveSec),
    extensionSec: Float64Array.from(rows, (row) => row.extensionSec),
    extensionCountMax: Float64Array.from(rows, (row) => row.extensionCountMax),
    clocks: rows.map((row) => options.clocks[row.clock]),
    levelAbove,
    lowestLevel: levels[0] ?? 0,
    maxReturns: profile.policy.maxReturns,
    appealSec: profile.policy.appealSec,
    amberShare: profile.policy.amberShare,
    reopensWhenDissatisfied: profile.policy.reopensWhenDissatisfied
  }
}

const compileMoves = (profile: CaseProfile): Int8Array => {
  const next = new Int8Array(CaseStatus.count * CaseAction.count).fill(notAllowed)
  for (const move of profile.moves) {
    const action = CaseAction.codeOf(move.action)
    for (const status of move.from) {
      const from = CaseStatus.codeOf(status)
      next[from * CaseAction.count + action] =
        move.to === "Remembered"
          ? remembered
          : move.to === "Same"
            ? from
            : CaseStatus.codeOf(move.to)
    }
  }
  return next
}

/**
 * The status after a move, or -1 where the move is not allowed.
 *
 * `resumeStatus` is the status that a suspended case remembers, -1 for a case that is not
 * suspended; only resuming reads it.
 *
 * @category moves
 * @since 0.1.0
 */
export const nextStatus = (
  rules: CaseRules,
  status: number,
  action: number,
  resumeStatus: number
): number => {
  const to = rules.next[status * CaseAction.count + action]!
  return to === remembered ? resumeStatus : to
}

/**
 * The actions that a status allows, in the order of their list; for words, not for hot loops.
 *
 * @category moves
 * @since 0.1.0
 */
export const allowedActions = (
  rules: CaseRules,
  status: number
): ReadonlyArray<CaseAction.CaseAction> =>
  CaseAction.list.filter(
    (_, action) => rules.next[status * CaseAction.count + action] !== notAllowed
  )

/**
 * The items that a move needs and that are not given, as bits of `CaseItem`; 0 if nothing is
 * missing.
 *
 * @category moves
 * @since 0.1.0
 */
export const missingBits = (rules: CaseRules, action: number, given: number): number =>
  rules.needs[action]! & ~given

/**
 * Whether the profile uses a level.
 *
 * @category levels
 * @since 0.1.0
 */
export const usesLevel = (rules: CaseRules, level: number): boolean =>
  (rules.levelAbove[level] ?? remembered) !== remembered

/**
 * Whether there is a level above: a case escalates exactly one level up, to
 * `rules.levelAbove[level]`.
 *
 * @source none: exactly one level up, so that no level is passed over
 * @category levels
 * @since 0.1.0
 */
export const canEscalate = (rules: CaseRules, level: number): boolean =>
  rules.levelAbove[level]! >= 0

/**
 * Whether a case that was returned `returnCount` times in its life may be returned once more.
 *
 * @source none: the limit is a policy number of the profile, assumed there
 * @category limits
 * @since 0.1.0
 */
export const mayReturn = (rules: CaseRules, returnCount: number): boolean =>
  returnCount < rules.maxReturns

/**
 * Whether the present limit, extended `extensionCount` times, may be extended once more.
 *
 * @source none: the count is a limit of the profile, assumed there
 * @category limits
 * @since 0.1.0
 */
export const mayExtend = (rules: CaseRules, urgency: number, extensionCount: number): boolean =>
  extensionCount < rules.extensionCountMax[urgency]!

/**
 * Whether a case may be reopened at `atSec`: any time from follow-up, and from the write-off at
 * `closedSec` until the appeal window ends, its last second included.
 *
 * @source none: the window is a policy number of the profile, assumed there
 * @category limits
 * @since 0.1.0
 */
export const mayReopen = (
  rules: CaseRules,
  status: number,
  closedSec: number,
  atSec: number
): boolean => status !== writtenOff || atSec - closedSec <= rules.appealSec

/** Positions of the answers that the rules of follow-up read. */
const notReached = 0
const notResolved = 2
const dissatisfied = 1

/**
 * Whether the outcome of a follow-up reopens the case: the matter is not resolved, or the reporter
 * is dissatisfied and the profile reopens for that as well.
 *
 * @source none: follow-up is the fifth of Helong's five steps (五步工作法); what reopens is assumed
 * @category follow-up
 * @since 0.1.0
 */
export const reopensOn = (rules: CaseRules, outcome: number, satisfaction: number): boolean =>
  outcome === notResolved || (rules.reopensWhenDissatisfied && satisfaction === dissatisfied)

/**
 * The status after a follow-up was recorded, or -1 where the profile does not allow it: the case
 * stays where it is, or reopens.
 *
 * @category follow-up
 * @since 0.1.0
 */
export const followUpStatus = (
  rules: CaseRules,
  status: number,
  outcome: number,
  satisfaction: number
): number =>
  nextStatus(
    rules,
    status,
    reopensOn(rules, outcome, satisfaction) ? reopen : recordFollowUp,
    notAllowed
  )

/**
 * Whether an attempt replaces the outcome that the record holds (-1: none yet): a failed attempt
 * never wipes out an answer that was given before.
 *
 * @source none: one call that nobody answers does not make a confirmed resolution unconfirmed
 * @category follow-up
 * @since 0.1.0
 */
export const replacesOutcome = (previous: number, outcome: number): boolean =>
  outcome !== notReached || previous < 0
