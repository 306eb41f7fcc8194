/**
 * The verdicts on looking at a case again, as numbers. They are read as part of `CaseVerdict`, which
 * states the order of all checks.
 */
import * as CaseItem from "./CaseItem.ts"
import { numberOf } from "./CaseRejection.ts"
import type { CaseRules } from "./CaseRules.ts"
import * as Rules from "./CaseRules.ts"

const moveNotAllowed = numberOf("MoveNotAllowed")
const answerWithoutContact = numberOf("AnswerWithoutContact")
const itemMissing = numberOf("ItemMissing")
const levelNotForMatter = numberOf("LevelNotForMatter")
const helperNotApart = numberOf("HelperNotApart")
const scoreNotValid = numberOf("ScoreNotValid")
const arbitrationTooEarly = numberOf("ArbitrationTooEarly")
const sameUnit = numberOf("SameUnit")
const appealWindowClosed = numberOf("AppealWindowClosed")
const appealPending = numberOf("AppealPending")
const appealDecided = numberOf("AppealDecided")
const noAppealPending = numberOf("NoAppealPending")

const unit = CaseItem.bitOf("ResponsibleUnit")

/** Positions in `AppealState.list`. */
const pending = 1
const dismissed = 2

/**
 * The verdict of an assignment beyond `ofMove`: no helping unit leads, and none is named twice.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofAssign = (areApart: boolean): number => (areApart ? 0 : helperNotApart)

/**
 * The verdict of an assessment beyond `ofMove`: the scores are whole numbers from 0 to 100; and if
 * the case goes up, there is a desk for it, at a level for its kind of matter.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofAssess = (
  rules: CaseRules,
  level: number,
  matterKind: number,
  cost: number,
  conflict: number,
  difficulty: number,
  given: number
): number => {
  if (!Rules.isScore(cost) || !Rules.isScore(conflict) || !Rules.isScore(difficulty)) {
    return scoreNotValid
  }
  if (!Rules.goesUp(rules, level, cost, conflict, difficulty)) return 0
  if ((given & unit) === 0) return itemMissing
  return Rules.fitsMatter(rules, matterKind, rules.levelAbove[level]!) ? 0 : levelNotForMatter
}

/**
 * The verdict of arbitration beyond `ofMove`: the case was returned as often as it may be.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofArbitrate = (rules: CaseRules, returnCount: number): number =>
  Rules.mayArbitrate(rules, returnCount) ? 0 : arbitrationTooEarly

/**
 * The verdict of a hand-over beyond `ofMove`: the case goes to another unit.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofHandOver = (isSame: boolean): number => (isSame ? sameUnit : 0)

/**
 * The verdict of reclassifying beyond `ofMove`: the new kind of matter may stand at the level.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofReclassify = (rules: CaseRules, level: number, matterKind: number): number =>
  Rules.fitsMatter(rules, matterKind, level) ? 0 : levelNotForMatter

/**
 * The verdict of an appeal beyond `ofMove`: none is pending, none was dismissed, and the window is
 * still open. `appealState` is a position in `AppealState.list`.
 *
 * @source none: one appeal against one end; the window is a policy number of the profile
 * @category verdicts
 * @since 0.1.0
 */
export const ofAppeal = (
  rules: CaseRules,
  appealState: number,
  closedSec: number,
  atSec: number
): number => {
  if (appealState === pending) return appealPending
  if (appealState === dismissed) return appealDecided
  return Rules.mayAppeal(rules, closedSec, atSec) ? 0 : appealWindowClosed
}

/**
 * The verdict of deciding an appeal beyond `ofMove`: one is pending.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofDecideAppeal = (appealState: number): number =>
  appealState === pending ? 0 : noAppealPending

/**
 * The verdict of a recorded follow-up beyond `ofMove`: nobody who was not reached has
 * answered, and where the outcome reopens the case, the profile has that move.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofFollowUp = (
  rules: CaseRules,
  status: number,
  level: number,
  outcome: number,
  satisfaction: number
): number => {
  if (outcome === 0 && satisfaction !== 2) return answerWithoutContact
  const to = Rules.followUpStatus(rules, status, outcome, satisfaction, level)
  return to < 0 ? moveNotAllowed : 0
}

/**
 * The verdict of a reopening beyond `ofMove`: the appeal window is still open.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofReopen = (
  rules: CaseRules,
  status: number,
  closedSec: number,
  atSec: number
): number => (Rules.mayReopen(rules, status, closedSec, atSec) ? 0 : appealWindowClosed)
