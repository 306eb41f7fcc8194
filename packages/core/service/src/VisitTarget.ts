/**
 * One target of visits: which group it is in, who visits it, since when, and what visits were made.
 * `VisitDecider` decides; `VisitCover` counts over many targets.
 */
import type { Id } from "@wangge/facts"
import { Spell } from "@wangge/grid"
import { brokenLog } from "./internal/moveFrame.ts"
import type { None } from "./ServiceMove.ts"
import type { Outcome, VisitEvent, VisitFind } from "./VisitCommand.ts"

/**
 * Where a target can stand. Append only.
 *
 * @source none: our own names
 * @category visits
 * @since 0.1.0
 */
export const statuses = ["Listed", "Delisted"] as const

/**
 * One visit, by the one who was named to visit then; `isVoid` says that it was taken back.
 *
 * @category visits
 * @since 0.1.0
 */
export interface Visit {
  readonly visitId: Id.Id<"Visit">
  readonly visitorId: Id.Id<"Person">
  readonly visitedSec: number
  readonly minutes: number
  readonly outcome: Outcome
  readonly finds: ReadonlyArray<VisitFind>
  readonly isVoid: boolean
}

/**
 * One target. `untilSec` is `Spell.openEnd` as long as it is on the list; `visits` are in the order
 * in which they were recorded.
 *
 * @category visits
 * @since 0.1.0
 */
export interface VisitTarget extends Spell.Spell {
  readonly targetId: Id.Id<"VisitTarget">
  readonly version: number
  readonly status: (typeof statuses)[number]
  readonly groupId: string
  readonly gridId: Id.Id<"Grid">
  readonly visitorId: Id.Id<"Person">
  readonly visits: ReadonlyArray<Visit>
  readonly lastSec: number
}

/**
 * A target, or none yet.
 *
 * @category visits
 * @since 0.1.0
 */
export type State = VisitTarget | None

/**
 * The target after an event.
 *
 * Throws an `Error` for an event that does not follow the state: the log is broken then.
 *
 * @category visits
 * @since 0.1.0
 */
export const evolve = (state: State, event: VisitEvent): VisitTarget => {
  if (state.status === "None") {
    if (event.kind !== "TargetListed" || event.version !== 1) {
      throw brokenLog(event.kind, event, state)
    }
    return {
      targetId: event.targetId,
      version: event.version,
      status: "Listed",
      groupId: event.groupId,
      gridId: event.gridId,
      visitorId: event.visitorId,
      fromSec: event.atSec,
      untilSec: Spell.openEnd,
      visits: [],
      lastSec: event.atSec
    }
  }
  const isNext = event.targetId === state.targetId && event.version === state.version + 1
  if (!isNext || event.kind === "TargetListed") throw brokenLog(event.kind, event, state)
  const isOff = event.kind === "TargetDelisted"
  return {
    targetId: state.targetId,
    version: event.version,
    status: isOff ? "Delisted" : state.status,
    groupId: state.groupId,
    gridId: state.gridId,
    visitorId: event.kind === "VisitorNamed" ? event.visitorId : state.visitorId,
    fromSec: state.fromSec,
    untilSec: isOff ? event.atSec : state.untilSec,
    visits: visitsAfter(state, event),
    lastSec: event.atSec
  }
}

const visitsAfter = (state: VisitTarget, event: VisitEvent): ReadonlyArray<Visit> => {
  if (event.kind === "VisitRecorded") return [...state.visits, visitOf(state, event)]
  if (event.kind !== "VisitVoided") return state.visits
  return state.visits.map((visit) => ({
    visitId: visit.visitId,
    visitorId: visit.visitorId,
    visitedSec: visit.visitedSec,
    minutes: visit.minutes,
    outcome: visit.outcome,
    finds: visit.finds,
    isVoid: visit.isVoid || visit.visitId === event.visitId
  }))
}

const visitOf = (
  state: VisitTarget,
  event: Extract<VisitEvent, { readonly kind: "VisitRecorded" }>
): Visit => ({
  visitId: event.visitId,
  visitorId: state.visitorId,
  visitedSec: event.visitedSec,
  minutes: event.minutes,
  outcome: event.outcome,
  finds: event.finds,
  isVoid: false
})
