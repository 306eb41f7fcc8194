/**
 * Random steps for the agreement of records and columns: what a step means depends on the state it
 * meets, so that most steps are legal and many lie on a border.
 */
import {
  Case,
  CaseAction,
  type CaseCommand,
  CaseItem,
  CaseRules,
  CaseSource,
  CaseStatus,
  Category,
  FollowUpOutcome,
  HandlingLevel,
  Satisfaction,
  Urgency
} from "@wangge/cases"
import { Seconds } from "@wangge/facts"
import fc from "fast-check"
import type { CaseColumns } from "../src/CaseColumns.ts"
import { caseIdOf, gridIdOf, unitIdOf } from "../src/CaseReplay.ts"

/** The first second of every run: 2025-01-06 in the morning, in Shanghai. */
export const beginSec = Seconds.dayNumber(2025, 1, 6) * Seconds.daySec + 3600

/** One random step, as plain numbers; what they mean depends on the state they meet. */
export interface Step {
  readonly pick: number
  readonly wild: number
  readonly choice: number
  readonly leap: number
  readonly span: number
  readonly given: number
  readonly a: number
  readonly b: number
  readonly unit: number
}

export const step: fc.Arbitrary<Step> = fc.record({
  pick: fc.nat(2),
  wild: fc.nat(9),
  choice: fc.nat(1000),
  leap: fc.nat(13),
  span: fc.nat(400_000),
  given: fc.oneof(
    { weight: 9, arbitrary: fc.constant(CaseItem.everything) },
    { weight: 1, arbitrary: fc.nat(CaseItem.everything) }
  ),
  a: fc.nat(4),
  b: fc.nat(5),
  unit: fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 0, max: 30 }) },
    { weight: 1, arbitrary: fc.constant(-1) }
  )
})

/** A command as numbers: what the columns are called with, and the record's command is made from. */
export interface Call {
  readonly action: CaseAction.CaseAction
  readonly atSec: number
  readonly given: number
  readonly a: number
  readonly b: number
  readonly unit: number
}

const pickAt = <Item>(list: ReadonlyArray<Item>, position: number): Item =>
  list[position % list.length]!

/** The time of a step: leaning to borders (the due second and both sides, ends of windows). */
const timeOf = (rules: CaseRules.CaseRules, state: Case.State, at: Step): number => {
  if (state.status === "None") return beginSec + at.span * (at.leap > 11 ? 100 : 1)
  const later = [
    state.lastSec,
    state.lastSec,
    state.lastSec + (at.span % 5000),
    state.lastSec + at.span,
    state.dueSec - 1,
    state.dueSec,
    state.dueSec + 1,
    state.contactDueSec + 1,
    state.suspendedUntilSec - 1,
    state.suspendedUntilSec + 1,
    state.closedSec + rules.appealSec,
    state.closedSec + rules.appealSec + 1
  ]
  const sec = later[at.leap] ?? state.lastSec
  if (at.wild === 9) return at.leap % 2 === 0 ? state.lastSec - 1 : state.lastSec + 0.5
  return Number.isFinite(sec) ? Math.max(sec, state.lastSec) : state.lastSec
}

export const callOf = (rules: CaseRules.CaseRules, state: Case.State, at: Step): Call => {
  const legal =
    state.status === "None"
      ? (["Report"] as const)
      : CaseRules.allowedActions(rules, CaseStatus.codeOf(state.status))
  const isWild = at.wild === 0 || legal.length === 0
  const moves = CaseAction.list.filter((action) => action !== "Report" || state.status === "None")
  const ends = ["Merge", "Withdraw", "Reject"]
  const kept = legal.filter((action) => !ends.includes(action) || at.choice % 7 === 0)
  const action = isWild
    ? pickAt(moves, at.choice)
    : pickAt(kept.length === 0 ? legal : kept, at.choice)
  return {
    action,
    atSec: timeOf(rules, state, at),
    given: at.given,
    a: at.a,
    b: at.b,
    unit: at.unit
  }
}

const has = (call: Call, item: CaseItem.CaseItem): boolean =>
  (call.given & CaseItem.bitOf(item)) !== 0

/** End of a suspension: mostly later, sometimes not, sometimes missing or half a second. */
const untilOf = (call: Call): number =>
  [call.atSec + 90_000, call.atSec + 1, call.atSec, Case.notYet, call.atSec + 0.5][call.a] ?? 0

export const commandOf = (caseNumber: number, call: Call): CaseCommand.CaseCommand => {
  const { a, action, atSec, b, unit } = call
  const order = {
    caseId: caseIdOf(caseNumber),
    atSec,
    actorId: "actor",
    reason: has(call, "Reason") ? "because" : ""
  }
  const unitId = unitIdOf(unit)
  const approverId = has(call, "Approver") ? "chief" : ""
  const resultNote = has(call, "ResultNote") ? "done" : ""
  switch (action) {
    case "Report": {
      const gridId = gridIdOf(unit - 1)
      const urgency = pickAt(Urgency.list, a)
      const source = pickAt(CaseSource.list, b)
      return {
        ...order,
        action,
        source,
        category: pickAt(Category.list, b),
        urgency,
        gridId,
        unitId
      }
    }
    case "Merge":
      return { ...order, action, intoCaseId: unit < 0 ? "" : caseIdOf(unit) }
    case "Triage": {
      const level = pickAt(HandlingLevel.list, b)
      return { ...order, action, urgency: pickAt(Urgency.list, a), level, unitId }
    }
    case "Assign":
    case "Escalate":
      return { ...order, action, unitId }
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
    case "Resume":
      return { ...order, action }
    case "Reopen":
      return { ...order, action }
    default:
      return { ...order, action }
  }
}

/** Unanswered for most who were not reached, so that the step is legal more often. */
const satisfactionOf = (call: Call): Satisfaction.Satisfaction =>
  call.a % 3 === 0 && call.b < 4 ? "Unanswered" : pickAt(Satisfaction.list, call.b)

/** The same command on the columns; the number of the rejection, or 0. */
export const callColumns = (columns: CaseColumns, slot: number, call: Call): number => {
  const { a, action, atSec, b, given, unit } = call
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
      return columns.triage(slot, atSec, a % 5, b % 4, unit, given)
    case "Assign":
      return columns.assign(slot, atSec, unit, given)
    case "Accept":
      return columns.accept(slot, atSec, given)
    case "Return":
      return columns.return(slot, atSec, given)
    case "Start":
      return columns.start(slot, atSec, given)
    case "Escalate":
      return columns.escalate(slot, atSec, unit, given)
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
    case "RecordFollowUp":
      return columns.recordFollowUp(
        slot,
        atSec,
        a % 3,
        Satisfaction.codeOf(satisfactionOf(call)),
        given
      )
    case "Reopen":
      return columns.reopen(slot, atSec, given)
    case "WriteOff":
      return columns.writeOff(slot, atSec, given)
  }
}
