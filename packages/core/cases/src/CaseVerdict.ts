/**
 * Whether a move is accepted, as one number: 0, or the number of a `CaseRejection`. The order of
 * the checks is stated here and nowhere else, so that records and columns refuse a command for the
 * same reason. Deadlines that leave the working calendar are checked by whoever computes them, with
 * {@link ofDueSec}, as the last check of a move.
 */
import { notYet } from "./Case.ts"
import * as CaseItem from "./CaseItem.ts"
import { numberOf } from "./CaseRejection.ts"
import type { CaseRules } from "./CaseRules.ts"
import * as Rules from "./CaseRules.ts"

const timeNotWhole = numberOf("TimeNotWhole")
const timeWentBack = numberOf("TimeWentBack")
const moveNotAllowed = numberOf("MoveNotAllowed")
const itemMissing = numberOf("ItemMissing")
const levelNotUsed = numberOf("LevelNotUsed")
const topLevelReached = numberOf("TopLevelReached")
const returnLimitReached = numberOf("ReturnLimitReached")
const extensionLimitReached = numberOf("ExtensionLimitReached")
const extendedTooLate = numberOf("ExtendedTooLate")
const suspensionEndNotLater = numberOf("SuspensionEndNotLater")
const appealWindowClosed = numberOf("AppealWindowClosed")
const mergedIntoItself = numberOf("MergedIntoItself")
const answerWithoutContact = numberOf("AnswerWithoutContact")
const outsideCalendar = numberOf("OutsideCalendar")

const endDate = CaseItem.bitOf("EndDate")
const resultNote = CaseItem.bitOf("ResultNote")
const followUpOutcome = CaseItem.bitOf("FollowUpOutcome")

/**
 * What is given for a suspension: the end date is there when it is a time at all.
 *
 * @category given items
 * @since 0.1.0
 */
export const givenToSuspend = (given: number, untilSec: number): number =>
  untilSec === notYet ? given & ~endDate : given | endDate

/**
 * What is given for a write-off: the result note may have come with the claim of resolution, and
 * the follow-up counts only when the case holds an outcome (-1: none), a failed attempt included.
 *
 * @category given items
 * @since 0.1.0
 */
export const givenToWriteOff = (given: number, hasResultNote: boolean, outcome: number): number =>
  (hasResultNote ? given | resultNote : given) &
  (outcome < 0 ? ~followUpOutcome : CaseItem.everything)

/**
 * The verdict of reporting a case: a whole time, and everything that reporting needs.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofReport = (
  rules: CaseRules,
  action: number,
  atSec: number,
  given: number
): number => {
  if (!Number.isSafeInteger(atSec)) return timeNotWhole
  return Rules.missingBits(rules, action, given) === 0 ? 0 : itemMissing
}

/**
 * The verdict that every move on a reported case has to pass first: the time is whole and not
 * before the last move, the status allows the action, and nothing that it needs is missing.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofMove = (
  rules: CaseRules,
  status: number,
  action: number,
  resumeStatus: number,
  lastSec: number,
  atSec: number,
  given: number
): number => {
  if (!Number.isSafeInteger(atSec)) return timeNotWhole
  if (atSec < lastSec) return timeWentBack
  if (Rules.nextStatus(rules, status, action, resumeStatus) < 0) return moveNotAllowed
  return Rules.missingBits(rules, action, given) === 0 ? 0 : itemMissing
}

/**
 * The verdict of triage beyond {@link ofMove}: the level is one that the profile uses.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofTriage = (rules: CaseRules, level: number): number =>
  Rules.usesLevel(rules, level) ? 0 : levelNotUsed

/**
 * The verdict of escalation beyond {@link ofMove}: there is a level above.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofEscalate = (rules: CaseRules, level: number): number =>
  Rules.canEscalate(rules, level) ? 0 : topLevelReached

/**
 * The verdict of a return beyond {@link ofMove}: the case was not returned too often.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofReturn = (rules: CaseRules, returnCount: number): number =>
  Rules.mayReturn(rules, returnCount) ? 0 : returnLimitReached

/**
 * The verdict of an extension beyond {@link ofMove}: extensions are left, and the due second has
 * not passed.
 *
 * @source none: an extension is asked for before the limit ends; afterwards it would only hide that
 * the case is late
 * @category verdicts
 * @since 0.1.0
 */
export const ofExtend = (
  rules: CaseRules,
  urgency: number,
  extensionCount: number,
  dueSec: number,
  atSec: number
): number => {
  if (!Rules.mayExtend(rules, urgency, extensionCount)) return extensionLimitReached
  return Rules.isOverdue(dueSec, atSec) ? extendedTooLate : 0
}

/**
 * The verdict of a suspension beyond {@link ofMove}: it ends at a whole second after it begins.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofSuspend = (atSec: number, untilSec: number): number => {
  if (!Number.isSafeInteger(untilSec)) return timeNotWhole
  return untilSec > atSec ? 0 : suspensionEndNotLater
}

/**
 * The verdict of a merge beyond {@link ofMove}: the original is another case.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofMerge = (isItself: boolean): number => (isItself ? mergedIntoItself : 0)

/**
 * The verdict of a recorded follow-up beyond {@link ofMove}: nobody who was not reached has
 * answered, and where the outcome reopens the case, the profile has that move.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofFollowUp = (
  rules: CaseRules,
  status: number,
  outcome: number,
  satisfaction: number
): number => {
  if (outcome === 0 && satisfaction !== 2) return answerWithoutContact
  return Rules.followUpStatus(rules, status, outcome, satisfaction) < 0 ? moveNotAllowed : 0
}

/**
 * The verdict of a reopening beyond {@link ofMove}: the appeal window is still open.
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

/**
 * The verdict of a computed due second: `NaN` says that it fell outside the working calendar.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofDueSec = (dueSec: number): number => (Number.isNaN(dueSec) ? outsideCalendar : 0)
