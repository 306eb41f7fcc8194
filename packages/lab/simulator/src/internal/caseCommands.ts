/**
 * Moves written down as numbers, turned into commands again.
 */
import {
  CaseAction,
  type CaseCommand,
  CaseItem,
  CaseObject,
  CaseRole,
  CaseRules,
  CaseSource,
  Category,
  CheckOutcome,
  EscalationCause,
  FollowUpOutcome,
  HandlingLevel,
  MatterKind,
  Satisfaction,
  SideProcess,
  Urgency
} from "@wangge/cases"
import { Id } from "@wangge/facts"
import type { RecordedMove } from "../CaseReplay.ts"

/**
 * The id of a unit in a replay, from its number in the columns; empty for -1, which is none.
 *
 * @category replay
 * @since 0.1.0
 */
export const unitIdOf = (unit: number): string => (unit < 0 ? "" : `unit-${unit}`)

/**
 * The id of a case in a replay, from its number in the columns.
 *
 * @category replay
 * @since 0.1.0
 */
export const caseIdOf = (caseNumber: number): Id.Id<"Case"> => Id.make(`case-${caseNumber}`)

/**
 * The id of a grid in a replay, from its number in the columns; empty for -1, which is none.
 *
 * @category replay
 * @since 0.1.0
 */
export const gridIdOf = (grid: number): Id.Id<"Grid"> | "" =>
  grid < 0 ? "" : Id.make<"Grid">(`grid-${grid}`)

/**
 * The id of a side process in a replay, from its number in the columns.
 *
 * @category replay
 * @since 0.1.0
 */
export const processIdOf = (process: number): Id.Id<"SideProcess"> => Id.make(`process-${process}`)

/** Position to word, for lists whose positions stand in a log. */
const word = <Word extends string>(list: ReadonlyArray<Word>, position: number): Word => {
  const found = list[position]
  if (found === undefined) {
    throw new RangeError(
      `A position is 0 to ${list.length - 1} (${list.join(", ")}); got ${position}`
    )
  }
  return found
}

/** Who acts and why, where a simulated run has neither persons nor texts. */
const actor = "simulator"
const recorded = "recorded"

const photo = CaseItem.bitOf("Photo")
const point = CaseItem.bitOf("Point")
const attachment = CaseItem.bitOf("Attachment")

/** What every command carries. */
const orderOf = (move: RecordedMove, rules: CaseRules.CaseRules | undefined) => {
  const role = (move.actor & 15) - 1
  const level = (move.actor >> 4) - 1
  const needs = rules?.needs[move.action] ?? 0
  return {
    caseId: caseIdOf(move.caseNumber),
    atSec: move.atSec,
    actorId: actor,
    reason: recorded,
    ...(role < 0 ? {} : { role: word(CaseRole.list, role) }),
    ...(level < 0 ? {} : { actorLevel: word(HandlingLevel.list, level) }),
    ...((needs & photo) === 0 ? {} : { photoIds: [recorded] }),
    ...((needs & attachment) === 0 ? {} : { attachmentIds: [recorded] })
  }
}

/**
 * The command of a recorded move. Actors, approvers, reasons and result notes of a simulated run
 * are placeholders, and so are the photos, attachments and points that `rules` need for a move
 * (without rules there are none); a result note is empty where the run gave none.
 *
 * Throws a `RangeError` for a number that stands for nothing.
 *
 * @category replay
 * @since 0.1.0
 */
export const toCommand = (
  move: RecordedMove,
  rules?: CaseRules.CaseRules
): CaseCommand.CaseCommand => {
  const { a, b, c } = move
  const action = word(CaseAction.list, move.action)
  const order = orderOf(move, rules)
  switch (action) {
    case "Report":
      return toReport(move, rules)
    case "Merge":
      return { ...order, action, intoCaseId: a < 0 ? "" : caseIdOf(a) }
    case "Triage": {
      const urgency = word(Urgency.list, a)
      const level = word(HandlingLevel.list, b)
      const matterKind = word(MatterKind.list, move.d)
      const object = word(CaseObject.list, move.e)
      return { ...order, action, urgency, level, unitId: unitIdOf(c), matterKind, object }
    }
    case "Assign": {
      const helpers = [b, c, move.d, move.e].filter((number) => number > 0)
      const helperUnitIds = helpers.map((number) => unitIdOf(number - 1))
      return { ...order, action, unitId: unitIdOf(a), helperUnitIds }
    }
    case "Escalate":
      return { ...order, action, unitId: unitIdOf(a), cause: word(EscalationCause.list, b) }
    case "Extend":
      return { ...order, action, approverId: actor }
    case "Suspend":
      return { ...order, action, approverId: actor, untilSec: a }
    case "Resolve":
    case "WriteOff":
      return { ...order, action, resultNote: a === 1 ? recorded : "" }
    case "RecordFollowUp": {
      const satisfaction = word(Satisfaction.list, b)
      return { ...order, action, outcome: word(FollowUpOutcome.list, a), satisfaction }
    }
    default:
      return toLateCommand(move, action, rules)
  }
}

type LateAction = Exclude<
  CaseAction.CaseAction,
  | "Report"
  | "Merge"
  | "Triage"
  | "Assign"
  | "Escalate"
  | "Extend"
  | "Suspend"
  | "Resolve"
  | "WriteOff"
  | "RecordFollowUp"
>

const toReport = (
  move: RecordedMove,
  rules: CaseRules.CaseRules | undefined
): CaseCommand.ReportCase => {
  const source = word(CaseSource.list, move.a)
  const parent = Math.floor(move.h / 2) - 1
  const needs = rules === undefined ? 0 : CaseRules.missingToReport(rules, move.a, 0)
  return {
    ...orderOf(move, rules),
    action: "Report",
    source,
    category: word(Category.list, move.b),
    urgency: word(Urgency.list, move.c),
    gridId: gridIdOf(move.d),
    unitId: unitIdOf(move.e),
    seenSec: move.f,
    startSec: move.g,
    isAnonymous: move.h % 2 === 1,
    ...(parent < 0 ? {} : { parentCaseId: caseIdOf(parent) }),
    ...((needs & photo) === 0 ? {} : { photoIds: [recorded] }),
    ...((needs & point) === 0 ? {} : { point: [0, 0] as const })
  }
}

/** The second half of {@link toCommand}: looking at a case again, tying it to others. */
const toLateCommand = (
  move: RecordedMove,
  action: LateAction,
  rules: CaseRules.CaseRules | undefined
): CaseCommand.CaseCommand => {
  const { a, b, c, d, e } = move
  const order = orderOf(move, rules)
  switch (action) {
    case "SettleOnSpot":
      return { ...order, action, unitId: unitIdOf(a), resultNote: b === 1 ? recorded : "" }
    case "Assess":
      return { ...order, action, cost: a, conflict: b, difficulty: c, unitId: unitIdOf(d) }
    case "Split": {
      const numbers = [a, b, c, d].filter((number) => number > 0)
      const childCaseIds = numbers.map((number) => caseIdOf(number - 1))
      return { ...order, action, childCaseIds, endsParent: e === 1 }
    }
    case "TakeDuplicate":
      return { ...order, action, duplicateCaseId: caseIdOf(a), demandCount: b }
    case "ReleaseDuplicate":
      return { ...order, action, duplicateCaseId: caseIdOf(a) }
    case "Arbitrate":
    case "HandOver":
      return { ...order, action, unitId: unitIdOf(a) }
    case "Check":
      return { ...order, action, outcome: word(CheckOutcome.list, a) }
    case "Reclassify":
      return {
        ...order,
        action,
        category: word(Category.list, a),
        urgency: word(Urgency.list, b),
        matterKind: word(MatterKind.list, c),
        object: word(CaseObject.list, d),
        unitId: unitIdOf(e)
      }
    case "OpenSideProcess":
      return { ...order, action, processId: processIdOf(a), process: word(SideProcess.list, b) }
    case "CloseSideProcess":
      return { ...order, action, processId: processIdOf(a), isDecided: b === 1 }
    case "DecideAppeal":
      return { ...order, action, isUpheld: a === 1 }
    case "Resume":
      return { ...order, action }
    case "Reopen":
      return { ...order, action }
    case "Unmerge":
      return { ...order, action }
    case "ChangeTerms":
      return { ...order, action }
    case "Contact":
      return { ...order, action }
    case "Publish":
      return { ...order, action }
    case "Appeal":
      return { ...order, action }
    default:
      return { ...order, action }
  }
}
