/**
 * The verdicts on moves that tie a case to other cases and to side processes, as numbers. They are
 * read as part of `CaseVerdict`, which states the order of all checks.
 */
import { numberOf } from "./CaseRejection.ts"
import type { CaseRules } from "./CaseRules.ts"
import * as Rules from "./CaseRules.ts"

const moveNotAllowed = numberOf("MoveNotAllowed")
const mergedIntoItself = numberOf("MergedIntoItself")
const duplicateKnown = numberOf("DuplicateKnown")
const duplicateUnknown = numberOf("DuplicateUnknown")
const demandNotCounted = numberOf("DemandNotCounted")
const splitTooSmall = numberOf("SplitTooSmall")
const splitNotApart = numberOf("SplitNotApart")
const sideProcessNeeded = numberOf("SideProcessNeeded")
const sideProcessForbidden = numberOf("SideProcessForbidden")
const sideProcessOpen = numberOf("SideProcessOpen")
const sideProcessKnown = numberOf("SideProcessKnown")
const sideProcessUnknown = numberOf("SideProcessUnknown")

/**
 * The verdict of a merge beyond `ofMove`: the original is another case.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofMerge = (isItself: boolean): number => (isItself ? mergedIntoItself : 0)

/**
 * The verdict of taking a duplicate beyond `ofMove`: it is another case, one that was not taken
 * before, and it stood for a whole number of reports, at least its own.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofTakeDuplicate = (
  isItself: boolean,
  isKnown: boolean,
  demandCount: number
): number => {
  if (isItself) return mergedIntoItself
  if (isKnown) return duplicateKnown
  return Number.isSafeInteger(demandCount) && demandCount >= 1 ? 0 : demandNotCounted
}

/**
 * The verdict of releasing a duplicate beyond `ofMove`: it was taken.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofReleaseDuplicate = (isKnown: boolean): number => (isKnown ? 0 : duplicateUnknown)

/**
 * The verdict of a split beyond `ofMove`: at least one case comes out of it, two where nothing is
 * left of the case itself, each a new one; and the profile lets a split end the case (`endStatus`
 * is where its move leads).
 *
 * @source none: one matter that goes on alone is a hand-over, not a split
 * @category verdicts
 * @since 0.1.0
 */
export const ofSplit = (
  childCount: number,
  areApart: boolean,
  endsParent: boolean,
  endStatus: number,
  status: number
): number => {
  if (childCount < (endsParent ? 2 : 1)) return splitTooSmall
  if (!areApart) return splitNotApart
  return endsParent && endStatus === status ? moveNotAllowed : 0
}

/**
 * The verdict of the gates of an action, after its items: each asks something of the side processes
 * of the case. `opens` is the kind that the command opens, -1 for every other command.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofGates = (
  rules: CaseRules,
  action: number,
  matterKind: number,
  processes: number,
  opens: number
): number => {
  const gates = rules.gates[action]!
  if (gates.length === 0) return 0
  const shut = Rules.shutGate(rules, action, matterKind, processes, opens)
  if (shut < 0) return 0
  return Rules.isForbidding(gates[shut]!.rule) ? sideProcessForbidden : sideProcessNeeded
}

/**
 * The verdict of opening a side process beyond `ofMove`: its id is new to the case.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofOpenSideProcess = (isKnown: boolean): number => (isKnown ? sideProcessKnown : 0)

/**
 * The verdict of closing a side process beyond `ofMove`: it is open.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const ofCloseSideProcess = (isOpen: boolean): number => (isOpen ? 0 : sideProcessUnknown)

/**
 * The verdict of a write-off beyond `ofMove`: no side process is open.
 *
 * @source none: a case that is struck off while departments are still out would hide their misses
 * @category verdicts
 * @since 0.1.0
 */
export const ofWriteOff = (processes: number): number =>
  Rules.hasOpenProcess(processes) ? sideProcessOpen : 0
