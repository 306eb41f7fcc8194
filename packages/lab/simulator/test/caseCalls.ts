/**
 * One call, made twice: as a command on a record and as a move on the columns.
 */
import {
  Case,
  type CaseCommand,
  CaseItem,
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
import type { CaseColumns, ReportNumbers } from "../src/CaseColumns.ts"
import { caseIdOf, gridIdOf, processIdOf, unitIdOf } from "../src/CaseReplay.ts"
import { type Call, pickAt } from "./caseDriver.ts"

const has = (call: Call, item: CaseItem.CaseItem): boolean =>
  (call.given & CaseItem.bitOf(item)) !== 0

/** End of a suspension: mostly later, sometimes not, sometimes missing or half a second. */
const untilOf = (call: Call): number =>
  [call.atSec + 90_000, call.atSec + 1, call.atSec, Case.notYet, call.atSec + 0.5][call.a] ?? 0

/** Unanswered for most who were not reached, so that the step is legal more often. */
const satisfactionOf = (call: Call): Satisfaction.Satisfaction =>
  call.a % 3 === 0 && call.b < 4 ? "Unanswered" : pickAt(Satisfaction.list, call.b)

/** Scores on both sides of every threshold, and one that is none. */
const scoreOf = (position: number): number => [0, 30, 31, 81, 100, 100.5][position] ?? 50

/** Helping units: mostly none or two, sometimes the leading one or one twice. */
const helpersOf = (call: Call): ReadonlyArray<number> =>
  [[], [], [40, 41], [call.unit, 42], [43, 43], [44, 45, 46, 47]][call.b] ?? []

/** Cases that come out of a split: numbers that no other case of a run has, most of the time. */
const childrenOf = (call: Call): ReadonlyArray<number> => {
  const first = 1000 + (call.atSec % 100_000) * 3
  return [[first], [first, first + 1], [], [first, first], [5, first]][call.a] ?? []
}

/** How many reports a duplicate stood for. */
const demandOf = (call: Call): number => [1, 2, 3, 0, 1.5][call.a] ?? 1

/** The numbers of a report. */
export const reportOf = (caseNumber: number, call: Call): ReportNumbers => ({
  caseNumber,
  atSec: call.atSec,
  source: call.b,
  category: call.b,
  urgency: call.a,
  grid: call.unit - 1,
  unit: call.unit,
  seenSec: [call.atSec - 50, call.atSec, call.atSec + 1][call.unit % 7] ?? call.atSec,
  startSec: [call.atSec - 700, call.atSec, call.atSec + 0.5][call.unit % 11] ?? call.atSec,
  isAnonymous: call.b % 2 === 1,
  parent: call.unit % 3 === 0 ? call.unit : -1
})

const toReport = (caseNumber: number, call: Call) => {
  const numbers = reportOf(caseNumber, call)
  const { seenSec = call.atSec, startSec = call.atSec, parent = -1 } = numbers
  return {
    action: "Report" as const,
    source: pickAt(CaseSource.list, call.b),
    category: pickAt(Category.list, call.b),
    urgency: pickAt(Urgency.list, call.a),
    gridId: gridIdOf(call.unit - 1),
    unitId: unitIdOf(call.unit),
    seenSec,
    startSec,
    isAnonymous: call.b % 2 === 1,
    ...(parent < 0 ? {} : { parentCaseId: caseIdOf(parent) }),
    ...(has(call, "Point") ? { point: [120.5, 42.25] as const } : {})
  }
}

/** The command of a call. */
export const commandOf = (caseNumber: number, call: Call): CaseCommand.CaseCommand => {
  const { a, action, actorLevel, atSec, b, unit, who } = call
  const order = {
    caseId: caseIdOf(caseNumber),
    atSec,
    actorId: "actor",
    reason: has(call, "Reason") ? "because" : "",
    photoIds: has(call, "Photo") ? ["photo-1"] : [],
    attachmentIds: has(call, "Attachment") ? ["file-1"] : [],
    ...(who === 0 ? {} : { role: pickAt(CaseRole.list, who - 1) }),
    ...(actorLevel < 0 ? {} : { actorLevel: pickAt(HandlingLevel.list, actorLevel) })
  }
  const unitId = unitIdOf(unit)
  const approverId = has(call, "Approver") ? "chief" : ""
  const resultNote = has(call, "ResultNote") ? "done" : ""
  switch (action) {
    case "Report":
      return { ...order, ...toReport(caseNumber, call) }
    case "Merge":
      return { ...order, action, intoCaseId: unit < 0 ? "" : caseIdOf(unit) }
    case "Triage": {
      const urgency = pickAt(Urgency.list, a)
      const level = pickAt(HandlingLevel.list, b)
      const matterKind = pickAt(MatterKind.list, b)
      return b < 4
        ? { ...order, action, urgency, level, unitId, matterKind, object: "Event" }
        : { ...order, action, urgency, level, unitId }
    }
    case "Assign":
      return { ...order, action, unitId, helperUnitIds: helpersOf(call).map(unitIdOf) }
    case "Escalate":
      return { ...order, action, unitId, cause: pickAt(EscalationCause.list, b) }
    case "Extend":
      return { ...order, action, approverId }
    case "Suspend":
      return { ...order, action, approverId, untilSec: untilOf(call) }
    case "Resolve":
    case "WriteOff":
      return { ...order, action, resultNote }
    case "RecordFollowUp": {
      const outcome = pickAt(FollowUpOutcome.list, a)
      return { ...order, action, outcome, satisfaction: satisfactionOf(call) }
    }
    case "SettleOnSpot":
      return { ...order, action, unitId, resultNote }
    case "Assess": {
      const scores = { cost: scoreOf(a), conflict: scoreOf(b), difficulty: 10 }
      return { ...order, action, ...scores, unitId }
    }
    case "Split":
      return { ...order, action, childCaseIds: childrenOf(call).map(caseIdOf), endsParent: b > 3 }
    case "TakeDuplicate": {
      const duplicateCaseId = caseIdOf(Math.max(0, unit))
      return { ...order, action, duplicateCaseId, demandCount: demandOf(call) }
    }
    case "ReleaseDuplicate":
      return { ...order, action, duplicateCaseId: caseIdOf(Math.max(0, unit)) }
    case "Arbitrate":
    case "HandOver":
      return { ...order, action, unitId }
    case "Check":
      return { ...order, action, outcome: pickAt(CheckOutcome.list, a) }
    case "Reclassify": {
      const matterKind = pickAt(MatterKind.list, b)
      const category = pickAt(Category.list, b)
      const object = pickAt(CaseObject.list, b)
      return {
        ...order,
        action,
        category,
        urgency: pickAt(Urgency.list, a),
        matterKind,
        object,
        unitId
      }
    }
    case "OpenSideProcess": {
      const processId = processIdOf(Math.abs(unit) % 4)
      return { ...order, action, process: pickAt(SideProcess.list, a), processId }
    }
    case "CloseSideProcess":
      return { ...order, action, processId: processIdOf(Math.abs(unit) % 4), isDecided: b > 1 }
    case "DecideAppeal":
      return { ...order, action, isUpheld: b > 2 }
    case "Resume":
    case "Reopen":
    case "Unmerge":
    case "ChangeTerms":
    case "Contact":
    case "Publish":
    case "Appeal":
      return plain(order, action)
    default:
      return { ...order, action }
  }
}

type PlainAction =
  | "Resume"
  | "Reopen"
  | "Unmerge"
  | "ChangeTerms"
  | "Contact"
  | "Publish"
  | "Appeal"

/** A command that says no more than every command does; one branch per type. */
const plain = (
  order: Omit<CaseCommand.PlainCommand, "action">,
  action: PlainAction
): CaseCommand.CaseCommand => {
  switch (action) {
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
  }
}

/** The same command on the columns; the number of the rejection, or 0. */
export const callColumns = (columns: CaseColumns, slot: number, call: Call): number => {
  const { a, action, atSec, b, given, unit } = call
  columns.actAs(call.who, call.actorLevel)
  switch (action) {
    case "Report":
      throw new Error("a report has no slot yet")
    case "Verify":
      return columns.verify(slot, atSec, given)
    case "Reject":
      return columns.reject(slot, atSec, given)
    case "Merge":
      return columns.merge(slot, atSec, unit, given)
    case "Withdraw":
      return columns.withdraw(slot, atSec, given)
    case "Triage":
      return b < 4
        ? columns.triage(slot, atSec, a, b % 4, unit, given, b % 4, 2)
        : columns.triage(slot, atSec, a, b % 4, unit, given)
    case "Assign":
      return columns.assign(slot, atSec, unit, given, helpersOf(call))
    case "Accept":
      return columns.accept(slot, atSec, given)
    case "Return":
      return columns.return(slot, atSec, given)
    case "Start":
      return columns.start(slot, atSec, given)
    case "Escalate":
      return columns.escalate(slot, atSec, unit, given, b % 2)
    case "Extend":
      return columns.extend(slot, atSec, given)
    case "Suspend":
      return columns.suspend(slot, atSec, untilOf(call), given)
    case "Resume":
      return columns.resume(slot, atSec, given)
    case "Resolve":
      return columns.resolve(slot, atSec, given)
    case "BeginFollowUp":
      return columns.beginFollowUp(slot, atSec, given)
    case "RecordFollowUp": {
      const answer = Satisfaction.codeOf(satisfactionOf(call))
      return columns.recordFollowUp(slot, atSec, a % 3, answer, given)
    }
    case "Reopen":
      return columns.reopen(slot, atSec, given)
    case "WriteOff":
      return columns.writeOff(slot, atSec, given)
    default:
      return callLate(columns, slot, call)
  }
}

/** The second half of {@link callColumns}. */
const callLate = (columns: CaseColumns, slot: number, call: Call): number => {
  const { a, action, atSec, b, given, unit } = call
  switch (action) {
    case "SettleOnSpot":
      return columns.settleOnSpot(slot, atSec, unit, given)
    case "Assess":
      return columns.assess(slot, atSec, scoreOf(a), scoreOf(b), 10, unit, given)
    case "Split":
      return columns.split(slot, atSec, childrenOf(call), b > 3, given)
    case "Unmerge":
      return columns.unmerge(slot, atSec, given)
    case "TakeDuplicate":
      return columns.takeDuplicate(slot, atSec, Math.max(0, unit), demandOf(call), given)
    case "ReleaseDuplicate":
      return columns.releaseDuplicate(slot, atSec, Math.max(0, unit), given)
    case "Arbitrate":
      return columns.arbitrate(slot, atSec, unit, given)
    case "HandOver":
      return columns.handOver(slot, atSec, unit, given)
    case "Contact":
      return columns.contact(slot, atSec, given)
    case "Check":
      return columns.checkClaim(slot, atSec, a % 2, given)
    case "Publish":
      return columns.publish(slot, atSec, given)
    case "Reclassify":
      return columns.reclassify(slot, atSec, b, a, b % 4, b % 3, unit, given)
    case "ChangeTerms":
      return columns.changeTerms(slot, atSec, given)
    case "OpenSideProcess":
      return columns.openSideProcess(slot, atSec, Math.abs(unit) % 4, a, given)
    case "CloseSideProcess":
      return columns.closeSideProcess(slot, atSec, Math.abs(unit) % 4, b > 1, given)
    case "Appeal":
      return columns.appeal(slot, atSec, given)
    case "DecideAppeal":
      return columns.decideAppeal(slot, atSec, b > 2, given)
    default:
      throw new Error(`${action} is called elsewhere`)
  }
}
