/**
 * The rules of who may make which move, at which level and with which items, as functions of numbers
 * that return numbers. They are read as part of `CaseRules`.
 */
import * as CaseAction from "./CaseAction.ts"
import * as CaseRole from "./CaseRole.ts"
import type { CaseRules } from "./CaseRules.ts"
import * as CaseStatus from "./CaseStatus.ts"
import * as HandlingLevel from "./HandlingLevel.ts"

/**
 * Who acts, as a number: {@link unstated} for a command without a role, the position in
 * `CaseRole.list` plus 1 for one with a role, {@link someone} to ask whether anybody may.
 *
 * @source none: our own numbers
 * @category moves
 * @since 0.1.0
 */
export const unstated = 0

/**
 * Anybody at all: what some role, or nobody in particular, may do. See {@link unstated}.
 *
 * @source none: our own numbers
 * @category moves
 * @since 0.1.0
 */
export const someone = CaseRole.list.length + 1

const notAllowed = -1
const remembered = -2
const levelCount = HandlingLevel.list.length

/**
 * Where the row of a status begins in `rules.next`: add the position of an action.
 *
 * @category moves
 * @since 0.1.0
 */
export const actionBase = (who: number, level: number, status: number): number =>
  ((who * levelCount + level) * CaseStatus.count + status) * CaseAction.count

/**
 * The status after a move, or -1 where the move is not allowed.
 *
 * `resumeStatus` is the status that a suspended or merged case remembers, -1 for one that remembers
 * none; only moves back to it read it. `level` is where the case stands, `who` acts; without them
 * it is asked for the lowest level and for anybody.
 *
 * @category moves
 * @since 0.1.0
 */
export const nextStatus = (
  rules: CaseRules,
  status: number,
  action: number,
  resumeStatus: number,
  level: number = rules.lowestLevel,
  who: number = someone
): number => {
  const to = rules.next[actionBase(who, level, status) + action]!
  return to === remembered ? resumeStatus : to
}

/**
 * The actions that a status allows to anybody at a level, in the order of their list; for words,
 * not for hot loops.
 *
 * @category moves
 * @since 0.1.0
 */
export const allowedActions = (
  rules: CaseRules,
  status: number,
  level: number = rules.lowestLevel,
  who: number = someone
): ReadonlyArray<CaseAction.CaseAction> =>
  CaseAction.list.filter(
    (_, action) => rules.next[actionBase(who, level, status) + action] !== notAllowed
  )

/**
 * Whether a status allows an action at any level to anybody: what tells a move that does not exist
 * from one that exists for others.
 *
 * @category moves
 * @since 0.1.0
 */
export const hasMove = (rules: CaseRules, status: number, action: number): boolean => {
  for (let level = 0; level < levelCount; level++) {
    if (rules.next[actionBase(someone, level, status) + action] !== notAllowed) return true
  }
  return false
}

/**
 * The roles that may make a move on a case at a level; empty where anybody may, and where nobody
 * may. For words, not for hot loops.
 *
 * @category moves
 * @since 0.1.0
 */
export const rolesOf = (
  rules: CaseRules,
  status: number,
  action: number,
  level: number
): ReadonlyArray<CaseRole.CaseRole> =>
  rules.next[actionBase(unstated, level, status) + action] !== notAllowed
    ? []
    : CaseRole.list.filter(
        (_, role) => rules.next[actionBase(role + 1, level, status) + action] !== notAllowed
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
 * The items that a report from a source needs and that are not given, as bits of `CaseItem`.
 *
 * @category moves
 * @since 0.1.0
 */
export const missingToReport = (rules: CaseRules, source: number, given: number): number =>
  (rules.needs[report]! | rules.sourceNeeds[source]!) & ~given

const report = CaseAction.codeOf("Report")

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
