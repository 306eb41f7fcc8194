/**
 * A mediation (调解): two or more parties talk with a mediator. Any of them may refuse at any time
 * before the agreement; then it ends and other routes are offered. An agreement is a list of
 * promises, each is followed up. This file is its record and how events change it;
 * `MediationDecider` decides.
 */
import type { Id } from "@wangge/facts"
import { notYet } from "./Case.ts"
import type { DeadlineEntry } from "./DeadlineEntry.ts"
import * as mediationDraft from "./internal/mediationDraft.ts"
import * as sideMove from "./internal/sideMove.ts"
import type { Promised } from "./MediationCommand.ts"
import type { MediationEvent } from "./MediationEvent.ts"
import type { MediationRoute } from "./MediationRoute.ts"
import type { CaseMove, None } from "./SideProcessMove.ts"
import type { SideProcessStanding } from "./SideProcessStanding.ts"

/**
 * Where a mediation can stand: parties talk, they agreed, somebody refused, it ended without
 * agreement, all promises were kept, some were broken. Append only.
 *
 * @source none: our own names
 * @category mediation
 * @since 0.1.0
 */
export const statuses = ["Talking", "Agreed", "Refused", "Ended", "Kept", "Broken"] as const

/**
 * One of {@link statuses}.
 *
 * @category mediation
 * @since 0.1.0
 */
export type Status = (typeof statuses)[number]

/**
 * A promise of an agreement and what has become of it.
 *
 * @category mediation
 * @since 0.1.0
 */
export interface AgreedPromise extends Promised {
  readonly outcome: "Unknown" | "Kept" | "Broken"
  readonly followedUpSec: number
}

/**
 * One mediation. Times are whole seconds, `Case.notYet` where nothing has happened.
 *
 * `refusedByPartyId` is empty unless somebody refused; `offeredRoutes` are where else the parties
 * were told to turn, empty while that is not the case.
 *
 * @category mediation
 * @since 0.1.0
 */
export interface Mediation {
  readonly processId: Id.Id<"SideProcess">
  readonly caseId: Id.Id<"Case">
  readonly version: number
  readonly status: Status
  readonly mediatorId: string
  readonly partyIds: ReadonlyArray<string>
  readonly openedSec: number
  readonly sessionCount: number
  readonly agreedSec: number
  readonly promises: ReadonlyArray<AgreedPromise>
  readonly refusedByPartyId: string
  readonly offeredRoutes: ReadonlyArray<MediationRoute>
  readonly endedSec: number
  readonly lastSec: number
}

/**
 * A mediation, or none yet.
 *
 * @category mediation
 * @since 0.1.0
 */
export type State = Mediation | None

/**
 * The mediation after an event.
 *
 * Throws an `Error` for an event that does not follow the state: the log is broken then. Cost: one
 * new record.
 *
 * @category mediation
 * @since 0.1.0
 */
export const evolve = (state: State, event: MediationEvent): Mediation => {
  if (state.status === "None") {
    if (event.kind !== "MediationOpened" || event.version !== 1) {
      throw sideMove.brokenLog(event, state)
    }
    return mediationDraft.opened(event)
  }
  if (event.kind === "MediationOpened" || !sideMove.follows(event, state)) {
    throw sideMove.brokenLog(event, state)
  }
  return mediationDraft.apply(mediationDraft.copy(state), event)
}

/**
 * Whether a mediation is open: the parties talk, or an agreement is waiting for its follow-up.
 *
 * @category mediation
 * @since 0.1.0
 */
export const isOpen = (mediation: Mediation): boolean =>
  mediation.status === "Talking" || mediation.status === "Agreed"

/**
 * The numbers, as text and counted from 1, of the promises that nobody has followed up yet.
 *
 * @category mediation
 * @since 0.1.0
 */
export const unknownPromises = (mediation: Mediation): ReadonlyArray<string> =>
  mediation.promises.flatMap((promise, index) =>
    promise.outcome === "Unknown" ? [String(index + 1)] : []
  )

/**
 * The summary of a mediation; one due time per promise, done when it was found kept.
 *
 * @category side processes
 * @since 0.1.0
 */
export const standing = (mediation: Mediation): SideProcessStanding => {
  const unaccounted = mediation.status === "Talking" ? ["Promise"] : unknownPromises(mediation)
  return {
    process: "Mediation",
    processId: mediation.processId,
    caseIds: [mediation.caseId],
    isOpen: isOpen(mediation),
    isAccountedFor: unaccounted.length === 0,
    unaccounted,
    deadlines: mediation.promises.map((promise, index) => deadlineOf(mediation, promise, index))
  }
}

const deadlineOf = (
  mediation: Mediation,
  promise: AgreedPromise,
  index: number
): DeadlineEntry => ({
  process: "Mediation",
  processId: mediation.processId,
  caseId: mediation.caseId,
  subject: String(index + 1),
  dueSec: promise.dueSec,
  // a promise found kept was kept in time as far as anybody knows: nobody watches its hour
  doneSec: promise.outcome === "Kept" ? Math.min(promise.followedUpSec, promise.dueSec) : notYet,
  isExcused: false
})

/**
 * What the case gets for an event: `OpenSideProcess` when the mediation opens, `CloseSideProcess`
 * when it ends (decided if all promises were kept), nothing in between.
 *
 * @category side processes
 * @since 0.1.0
 */
export const caseMoves = (event: MediationEvent): ReadonlyArray<CaseMove> => {
  switch (event.kind) {
    case "MediationOpened":
      return [sideMove.opensOn("Mediation", event.caseId, event)]
    case "MediationRefused":
    case "MediationEnded":
      return [sideMove.closesOn(event.caseId, event, false)]
    case "MediationClosed":
      return [sideMove.closesOn(event.caseId, event, event.isKept)]
    default:
      return []
  }
}
