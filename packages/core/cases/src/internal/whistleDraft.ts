/**
 * How an event changes a whistle: the inside of `Whistle.evolve`. A draft is a fresh copy of the
 * record that nobody else holds yet, so its fields may be set.
 */
import { notYet } from "../Case.ts"
import type { Whistle } from "../Whistle.ts"
import type { WhistleBlown, WhistleEvent } from "../WhistleEvent.ts"
import * as WhistleTarget from "../WhistleTarget.ts"

type Writable<Data> = { -readonly [Field in keyof Data]: Data[Field] }

type Target = Writable<WhistleTarget.WhistleTarget>

type Draft = Writable<Omit<Whistle, "targets">> & { readonly targets: Array<Target> }

/** The whistle that has just been blown. */
export const blown = (event: WhistleBlown): Whistle => ({
  processId: event.processId,
  caseId: event.caseId,
  version: event.version,
  status: "Blown",
  whistleKind: event.whistleKind,
  blownSec: event.atSec,
  targets: event.calls.map((call) =>
    WhistleTarget.make(call, { namedSec: event.atSec, dueSec: event.dueSec })
  ),
  result: "",
  doneSec: notYet,
  closedSec: notYet,
  lastSec: event.atSec
})

/** A fresh copy, its targets too. */
export const copy = (of: Whistle): Draft => ({
  processId: of.processId,
  caseId: of.caseId,
  version: of.version,
  status: of.status,
  whistleKind: of.whistleKind,
  blownSec: of.blownSec,
  targets: of.targets.map(copyTarget),
  result: of.result,
  doneSec: of.doneSec,
  closedSec: of.closedSec,
  lastSec: of.lastSec
})

const copyTarget = (of: WhistleTarget.WhistleTarget): Target => ({
  unitId: of.unitId,
  targetKind: of.targetKind,
  status: of.status,
  namedSec: of.namedSec,
  dueSec: of.dueSec,
  reportedInSec: of.reportedInSec,
  wasLate: of.wasLate,
  approverId: of.approverId,
  byUnitId: of.byUnitId,
  leftSec: of.leftSec
})

/** Changes what the event says; every branch is one kind of event. */
export const apply = (next: Draft, event: Exclude<WhistleEvent, WhistleBlown>): Whistle => {
  next.version = event.version
  next.lastSec = event.atSec
  switch (event.kind) {
    case "TargetNamed":
      call(next, event, event)
      break
    case "WorkFinished":
      next.status = "WorkDone"
      next.result = event.result
      next.doneSec = event.atSec
      break
    case "WhistleClosed":
      next.status = "Closed"
      next.closedSec = event.atSec
      for (const target of next.targets) {
        if (target.status === "ReportedIn" && target.leftSec === notYet) {
          target.leftSec = event.atSec
        }
      }
      break
    case "TargetReplaced":
      call(next, { unitId: event.byUnitId, targetKind: event.byTargetKind }, event)
      changeTarget(next, event)
      break
    default:
      changeTarget(next, event)
  }
  return next
}

const call = (
  next: Draft,
  who: Pick<Target, "unitId" | "targetKind">,
  event: { readonly atSec: number; readonly dueSec: number }
): void => {
  next.targets.push(WhistleTarget.make(who, { namedSec: event.atSec, dueSec: event.dueSec }))
}

/** The events that change one target, found by its id. */
type OfTarget = Extract<WhistleEvent, { readonly unitId: string }>

const changeTarget = (next: Draft, event: OfTarget): void => {
  const target = next.targets.find(({ unitId }) => unitId === event.unitId)
  if (target === undefined) throw new Error(`The whistle has no target ${event.unitId}`)
  target.wasLate = target.wasLate || isLateBy(target, event.atSec)
  switch (event.kind) {
    case "TargetReportedIn":
      target.status = "ReportedIn"
      target.reportedInSec = event.atSec
      break
    case "TargetMissed":
      target.status = "Missed"
      break
    case "TargetExcused":
      target.status = "Excused"
      target.approverId = event.approverId
      break
    case "MissExplained":
      target.status = "Explained"
      break
    case "TargetReplaced":
      target.status = "Replaced"
      target.byUnitId = event.byUnitId
      break
    case "TargetReleased":
      target.leftSec = event.atSec
      break
    default:
  }
}

/** Whether a target that has not come is late; one that is there cannot become late any more. */
const isLateBy = (target: Target, atSec: number): boolean =>
  target.status !== "ReportedIn" && atSec > target.dueSec
