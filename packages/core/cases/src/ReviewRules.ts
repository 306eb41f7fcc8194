/**
 * The rules of what is counted, asked and looked at again: returns, extensions, windows, follow-up,
 * scores, checks, appeals and gates, as functions of numbers that return numbers. They are read as
 * part of `CaseRules`.
 */
import * as CaseAction from "./CaseAction.ts"
import type { CaseRules } from "./CaseRules.ts"
import * as CaseStatus from "./CaseStatus.ts"
import { canEscalate, nextStatus } from "./MoveRules.ts"

/** Positions that the rules below need to know by name. */
const reopen = CaseAction.codeOf("Reopen")
const recordFollowUp = CaseAction.codeOf("RecordFollowUp")
const writtenOff = CaseStatus.codeOf("WrittenOff")

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
 * stays where it is, or reopens. Who may reopen by hand is not asked: the answer of the follow-up
 * reopens, not the one who writes it down.
 *
 * @category follow-up
 * @since 0.1.0
 */
export const followUpStatus = (
  rules: CaseRules,
  status: number,
  outcome: number,
  satisfaction: number,
  level: number = rules.lowestLevel
): number =>
  nextStatus(
    rules,
    status,
    reopensOn(rules, outcome, satisfaction) ? reopen : recordFollowUp,
    -1,
    level
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

/**
 * The status after a move that leads on only under a condition, see
 * `CaseProfile.conditionalActions`: `to` where it holds, otherwise the status as it is.
 *
 * @category moves
 * @since 0.1.0
 */
export const statusIf = (holds: boolean, to: number, status: number): number =>
  holds ? to : status

/**
 * Whether a case of a level goes up by its scores: any of them is above its threshold there, and
 * there is a level above.
 *
 * @source Jiyang, 社区"五大体系"建设 case, 29 Oct 2018: a filter by cost, conflict and difficulty; that
 * any one score suffices is the reading of the mechanism, exactly one level up is ours
 * @category levels
 * @since 0.1.0
 */
export const goesUp = (
  rules: CaseRules,
  level: number,
  cost: number,
  conflict: number,
  difficulty: number
): boolean =>
  canEscalate(rules, level) &&
  (cost > rules.thresholds[level * 3]! ||
    conflict > rules.thresholds[level * 3 + 1]! ||
    difficulty > rules.thresholds[level * 3 + 2]!)

/**
 * Whether a number can be a score: a whole number from 0 to 100.
 *
 * @source none: our own scale
 * @category levels
 * @since 0.1.0
 */
export const isScore = (score: number): boolean =>
  Number.isSafeInteger(score) && score >= 0 && score <= 100

/**
 * Whether a matter of a kind may stand at a level.
 *
 * @category levels
 * @since 0.1.0
 */
export const fitsMatter = (rules: CaseRules, matterKind: number, level: number): boolean =>
  (rules.matterLevels[matterKind]! & (1 << level)) !== 0

/**
 * Whether the actor of an action stands where the profile asks, seen from the level of the case;
 * -1 for an actor whose level is not stated.
 *
 * @category moves
 * @since 0.1.0
 */
export const fitsActor = (
  rules: CaseRules,
  action: number,
  level: number,
  actorLevel: number
): boolean => {
  const asked = rules.actorLevels[action]!
  return asked === 0 || actorLevel === actorLevelOf(rules, asked, level)
}

/**
 * The level at which an actor has to stand: that of the case for 1, the one above for 2 (at the
 * top, the top itself).
 *
 * @category moves
 * @since 0.1.0
 */
export const actorLevelOf = (rules: CaseRules, asked: number, level: number): number =>
  asked === 2 && canEscalate(rules, level) ? rules.levelAbove[level]! : level

/**
 * Whether the level above may decide the owner: the case was returned as often as it may be.
 *
 * @source none: arbitration follows the return limit, which is a policy number of the profile
 * @category limits
 * @since 0.1.0
 */
export const mayArbitrate = (rules: CaseRules, returnCount: number): boolean =>
  returnCount >= rules.maxReturns

/**
 * Whether the end of a case at `closedSec` may be appealed against at `atSec`: until the window
 * ends, its last second included.
 *
 * @source none: the window is a policy number of the profile, assumed there
 * @category limits
 * @since 0.1.0
 */
export const mayAppeal = (rules: CaseRules, closedSec: number, atSec: number): boolean =>
  atSec - closedSec <= rules.appealSec
