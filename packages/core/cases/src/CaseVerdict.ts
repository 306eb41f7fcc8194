/**
 * Whether a move is accepted, as one number: 0, or the number of a `CaseRejection`. The order of
 * the checks is stated here and nowhere else, so that records and columns refuse a command for the
 * same reason.
 *
 * The order, for every move: the case exists and is the one named; the time is whole, and not before
 * the last move; the status allows the action at all, at the level of the case, to the role; the
 * actor stands at the right level ({@link ofMove} up to here, {@link ofReport} for a report); nothing
 * is missing; no gate is shut ({@link ofGates}); what the action itself asks (`ofTriage` and so on,
 * in the order of their lines); and last, the due seconds stay in the calendar ({@link ofDueSec},
 * asked by whoever computes them).
 */
import { notYet } from "./Case.ts"
import * as CaseItem from "./CaseItem.ts"
import { numberOf } from "./CaseRejection.ts"
import type { CaseRules } from "./CaseRules.ts"
import * as Rules from "./CaseRules.ts"

export * from "./LinkVerdict.ts"
export * from "./ReviewVerdict.ts"

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
const outsideCalendar = numberOf("OutsideCalendar")
const timeInFuture = numberOf("TimeInFuture")
const levelNotAllowed = numberOf("LevelNotAllowed")
const roleNotAllowed = numberOf("RoleNotAllowed")
const actorLevelWrong = numberOf("ActorLevelWrong")
const levelNotForMatter = numberOf("LevelNotForMatter")
const notLateYet = numberOf("NotLateYet")
const arbitratedAlready = numberOf("ArbitratedAlready")

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
 * the follow-up counts only when the case holds an outcome (-1: none), a failed attempt included,
 * or when a checker confirmed the claim.
 *
 * @source none: the confirmation of a checker is an outcome as well (digital urban management closes
 * a case on its check, 核查结案)
 * @category given items
 * @since 0.1.0
 */
export const givenToWriteOff = (
  given: number,
  hasResultNote: boolean,
  outcome: number,
  checkOutcome: number
): number => {
  const noted = hasResultNote ? given | resultNote : given
  return outcome < 0 && checkOutcome !== confirmed
    ? noted & ~followUpOutcome
    : noted | followUpOutcome
}

/** The position of `Confirmed` in `CheckOutcome.list`. */
const confirmed = 0

const record = CaseItem.toBits(CaseItem.recordItems)
const checker = CaseItem.bitOf("Checker")
const matter = CaseItem.bitOf("MatterKind")
const scores = CaseItem.bitOf("Scores")
const contact = CaseItem.bitOf("Contact")
const publication = CaseItem.bitOf("Publication")

/**
 * Whether an action needs any item that only the record can give, see `CaseItem.recordItems`.
 *
 * @category given items
 * @since 0.1.0
 */
export const needsRecord = (rules: CaseRules, action: number): boolean =>
  (rules.needs[action]! & record) !== 0

/**
 * What is given, with the items of the record as they stand after the command: the answer of the
 * checker, the kind of matter and the cost score (the command's own where it brings them), the
 * first contact and the last publication; -1 for none of each, 0 for an unsorted matter.
 *
 * @category given items
 * @since 0.1.0
 */
export const givenWithRecord = (
  given: number,
  checkOutcome: number,
  matterKind: number,
  costScore: number,
  contactedSec: number,
  publishedSec: number
): number =>
  (given & ~record) |
  (checkOutcome === confirmed ? checker : 0) |
  (matterKind > 0 ? matter : 0) |
  (costScore >= 0 ? scores : 0) |
  (contactedSec === notYet ? 0 : contact) |
  (publishedSec === notYet ? 0 : publication)

/**
 * The verdict of reporting a case: whole times, none of them after the report itself, and
 * everything that a report from its source needs.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofReport = (
  rules: CaseRules,
  source: number,
  atSec: number,
  seenSec: number,
  startSec: number,
  given: number
): number => {
  if (!Number.isSafeInteger(atSec)) return timeNotWhole
  if (!Number.isSafeInteger(seenSec) || !Number.isSafeInteger(startSec)) return timeNotWhole
  if (Rules.missingToReport(rules, source, given) !== 0) return itemMissing
  return seenSec > atSec || startSec > atSec ? timeInFuture : 0
}

/**
 * The verdict that every move on a reported case has to pass first, up to the items that it needs.
 *
 * `who` is `CaseRules.unstated` or the position of the role plus 1, `actorLevel` -1 where the actor
 * states none.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofMove = (
  rules: CaseRules,
  who: number,
  actorLevel: number,
  level: number,
  status: number,
  action: number,
  resumeStatus: number,
  lastSec: number,
  atSec: number,
  given: number
): number => {
  if (!Number.isSafeInteger(atSec)) return timeNotWhole
  if (atSec < lastSec) return timeWentBack
  if (Rules.nextStatus(rules, status, action, resumeStatus, level, who) < 0) {
    return whyNoMove(rules, level, status, action, resumeStatus)
  }
  if (!Rules.fitsActor(rules, action, level, actorLevel)) return actorLevelWrong
  return Rules.missingBits(rules, action, given) === 0 ? 0 : itemMissing
}

/** Whether nobody may, nobody at this level, or only others. */
const whyNoMove = (
  rules: CaseRules,
  level: number,
  status: number,
  action: number,
  resumeStatus: number
): number => {
  if (!Rules.hasMove(rules, status, action)) return moveNotAllowed
  const to = rules.next[Rules.actionBase(Rules.someone, level, status) + action]
  if (to === nobody) return levelNotAllowed
  return Rules.nextStatus(rules, status, action, resumeStatus, level) < 0
    ? moveNotAllowed
    : roleNotAllowed
}

/** What the table says of a move that does not exist. */
const nobody = -1

/**
 * The verdict of triage beyond {@link ofMove}: the level is one that the profile uses, and one for
 * this kind of matter.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofTriage = (rules: CaseRules, level: number, matterKind: number): number => {
  if (!Rules.usesLevel(rules, level)) return levelNotUsed
  return Rules.fitsMatter(rules, matterKind, level) ? 0 : levelNotForMatter
}

/**
 * The verdict of escalation beyond {@link ofMove}: there is a level above, it is one for this kind
 * of matter, and a case that goes up for its lateness is late.
 *
 * @source Bagongshan, 深化党建带群建 创新治理聚合力: private matters stay with the grid; that a late
 * case may go up by itself is an option of ours
 * @category verdicts
 * @since 0.1.0
 */
export const ofEscalate = (
  rules: CaseRules,
  level: number,
  matterKind: number,
  cause: number,
  dueSec: number,
  atSec: number
): number => {
  if (!Rules.canEscalate(rules, level)) return topLevelReached
  if (!Rules.fitsMatter(rules, matterKind, rules.levelAbove[level]!)) return levelNotForMatter
  return cause === lateness && !Rules.isOverdue(dueSec, atSec) ? notLateYet : 0
}

/** The position of `Lateness` in `EscalationCause.list`. */
const lateness = 1

/**
 * The verdict of a return beyond {@link ofMove}: nobody above decided the owner, and the case was
 * not returned too often.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofReturn = (rules: CaseRules, isArbitrated: boolean, returnCount: number): number => {
  if (isArbitrated) return arbitratedAlready
  return Rules.mayReturn(rules, returnCount) ? 0 : returnLimitReached
}

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
 * The verdict of a computed due second: `NaN` says that it fell outside the working calendar.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofDueSec = (dueSec: number): number => (Number.isNaN(dueSec) ? outsideCalendar : 0)
