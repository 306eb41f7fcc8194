/**
 * The command that a row of a log stands for, once its action is known.
 */
import {
  type CaseAction,
  type CaseCommand,
  CaseObject,
  CaseRole,
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
import type { Id } from "@wangge/facts"
import type { Cells } from "./cells.ts"

/** Case and time of a row. */
export interface Place {
  readonly caseId: Id.Id<"Case">
  readonly atSec: number
}

/** The command; only good if reading it left no new problem in `cells`. */
export const commandOf = (
  action: CaseAction.CaseAction,
  place: Place,
  cells: Cells
): CaseCommand.CaseCommand => {
  const order = orderOf(place, cells)
  switch (action) {
    case "Report":
      return { ...order, action, ...reportOf(cells) }
    case "Merge":
      return { ...order, action, intoCaseId: cells.idOrNone("intoCaseId") }
    case "Triage":
      return { ...order, action, ...triageOf(cells) }
    case "Assign":
      return { ...order, action, unitId: unitOf(cells), helperUnitIds: cells.ids("helperUnitIds") }
    case "Escalate": {
      const cause = cells.word("cause", EscalationCause.list, "Judgement")
      return { ...order, action, unitId: unitOf(cells), cause }
    }
    case "Extend":
      return { ...order, action, approverId: cells.text("approverId") }
    case "Suspend": {
      const untilSec = cells.timeOrNone("untilSec") ?? noEnd
      return { ...order, action, approverId: cells.text("approverId"), untilSec }
    }
    case "Resolve":
    case "WriteOff":
      return { ...order, action, resultNote: cells.note("resultNote", "hasResultNote") }
    case "RecordFollowUp":
      return { ...order, action, ...answerOf(cells) }
    case "SettleOnSpot": {
      const resultNote = cells.note("resultNote", "hasResultNote")
      return { ...order, action, unitId: unitOf(cells), resultNote }
    }
    case "Arbitrate":
    case "HandOver":
      return { ...order, action, unitId: unitOf(cells) }
    case "Check":
      return { ...order, action, outcome: cells.word("outcome", CheckOutcome.list) }
    case "Assess":
      return { ...order, action, ...scoresOf(cells), unitId: unitOf(cells) }
    case "Reclassify":
      return { ...order, action, ...classOf(cells) }
    case "DecideAppeal":
      return { ...order, action, isUpheld: cells.flag("isUpheld") }
    case "Split":
    case "TakeDuplicate":
    case "ReleaseDuplicate":
    case "OpenSideProcess":
    case "CloseSideProcess":
      return linkOf(action, order, cells)
    case "Resume":
    case "Reopen":
    case "Unmerge":
    case "ChangeTerms":
      return { ...order, action }
    default:
      return { ...order, action }
  }
}

/** What a suspension without an end date says: `Case.notYet`. */
const noEnd = -1

type Given = Omit<CaseCommand.Order<CaseAction.CaseAction>, "action">

const orderOf = ({ caseId, atSec }: Place, cells: Cells): Given => {
  const role = cells.wordOrNone("role", CaseRole.list)
  const actorLevel = cells.wordOrNone("actorLevel", HandlingLevel.list)
  return {
    caseId,
    atSec,
    actorId: cells.text("actorId"),
    reason: cells.note("reason", "hasReason"),
    photoIds: cells.ids("photoIds"),
    attachmentIds: cells.ids("attachmentIds"),
    ...(role === undefined ? {} : { role }),
    ...(actorLevel === undefined ? {} : { actorLevel })
  }
}

/** The unit that the event names, which is not always the one that answers for the case. */
const unitOf = (cells: Cells): string => {
  const named = cells.text("namedUnitId")
  return named === "" ? cells.text("unitId") : named
}

const reportOf = (cells: Cells) => {
  const seenSec = cells.timeOrNone("seenSec")
  const startSec = cells.timeOrNone("startSec")
  const parentCaseId = cells.idOrNone<"Case">("parentCaseId")
  const point = pointOf(cells)
  return {
    source: cells.word("source", CaseSource.list),
    category: cells.word("category", Category.list),
    urgency: cells.word("urgency", Urgency.list),
    gridId: cells.idOrNone<"Grid">("gridId"),
    unitId: unitOf(cells),
    isAnonymous: cells.flag("isAnonymous"),
    ...(point === undefined ? {} : { point }),
    ...(seenSec === undefined ? {} : { seenSec }),
    ...(startSec === undefined ? {} : { startSec }),
    ...(parentCaseId === "" ? {} : { parentCaseId })
  }
}

const pointOf = (cells: Cells): CaseCommand.Point | undefined =>
  cells.text("longitude") === "" && cells.text("latitude") === ""
    ? undefined
    : [cells.decimal("longitude"), cells.decimal("latitude")]

const triageOf = (cells: Cells) => {
  const matterKind = cells.wordOrNone("matterKind", MatterKind.list)
  const object = cells.wordOrNone("object", CaseObject.list)
  return {
    urgency: cells.word("urgency", Urgency.list),
    level: cells.word("level", HandlingLevel.list),
    unitId: unitOf(cells),
    ...(matterKind === undefined ? {} : { matterKind }),
    ...(object === undefined ? {} : { object })
  }
}

const classOf = (cells: Cells) => ({
  category: cells.word("category", Category.list),
  urgency: cells.word("urgency", Urgency.list),
  matterKind: cells.word("matterKind", MatterKind.list, "Unsorted"),
  object: cells.word("object", CaseObject.list, "Unstated"),
  unitId: unitOf(cells)
})

const answerOf = (cells: Cells) => ({
  outcome: cells.word("outcome", FollowUpOutcome.list),
  satisfaction: cells.word("satisfaction", Satisfaction.list, "Unanswered")
})

const scoresOf = (cells: Cells) => ({
  cost: cells.whole("cost"),
  conflict: cells.whole("conflict"),
  difficulty: cells.whole("difficulty")
})

type LinkAction =
  | "Split"
  | "TakeDuplicate"
  | "ReleaseDuplicate"
  | "OpenSideProcess"
  | "CloseSideProcess"

/** The actions that tie the case to another thing. */
const linkOf = (action: LinkAction, order: Given, cells: Cells): CaseCommand.CaseCommand => {
  switch (action) {
    case "Split": {
      const childCaseIds = cells
        .ids("childCaseIds")
        .map((id) => cells.asId<"Case">("childCaseIds", id))
      return { ...order, action, childCaseIds, endsParent: cells.flag("endsParent") }
    }
    case "TakeDuplicate": {
      const duplicateCaseId = cells.id<"Case">("duplicateCaseId")
      return { ...order, action, duplicateCaseId, demandCount: cells.whole("demandCount") }
    }
    case "ReleaseDuplicate":
      return { ...order, action, duplicateCaseId: cells.id("duplicateCaseId") }
    case "OpenSideProcess": {
      const process = cells.word("process", SideProcess.list)
      return { ...order, action, process, processId: cells.id("processId") }
    }
    case "CloseSideProcess": {
      const isDecided = cells.flag("isDecided")
      return { ...order, action, processId: cells.id("processId"), isDecided }
    }
  }
}
