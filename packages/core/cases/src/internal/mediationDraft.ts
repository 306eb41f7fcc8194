/**
 * How an event changes a mediation: the inside of `Mediation.evolve`. A draft is a fresh copy of
 * the record that nobody else holds yet, so its fields may be set.
 */
import { notYet } from "../Case.ts"
import type { AgreedPromise, Mediation } from "../Mediation.ts"
import type { MediationEvent, MediationOpened, PromiseFollowedUp } from "../MediationEvent.ts"

type Draft = { -readonly [Field in keyof Mediation]: Mediation[Field] }

/** The mediation that has just been opened. */
export const opened = (event: MediationOpened): Mediation => ({
  processId: event.processId,
  caseId: event.caseId,
  version: event.version,
  status: "Talking",
  mediatorId: event.mediatorId,
  partyIds: event.partyIds,
  openedSec: event.atSec,
  sessionCount: 0,
  agreedSec: notYet,
  promises: [],
  refusedByPartyId: "",
  offeredRoutes: [],
  endedSec: notYet,
  lastSec: event.atSec
})

/** A fresh copy. */
export const copy = (of: Mediation): Draft => ({
  processId: of.processId,
  caseId: of.caseId,
  version: of.version,
  status: of.status,
  mediatorId: of.mediatorId,
  partyIds: of.partyIds,
  openedSec: of.openedSec,
  sessionCount: of.sessionCount,
  agreedSec: of.agreedSec,
  promises: of.promises,
  refusedByPartyId: of.refusedByPartyId,
  offeredRoutes: of.offeredRoutes,
  endedSec: of.endedSec,
  lastSec: of.lastSec
})

/** Changes what the event says; every branch is one kind of event. */
export const apply = (next: Draft, event: Exclude<MediationEvent, MediationOpened>): Mediation => {
  next.version = event.version
  next.lastSec = event.atSec
  switch (event.kind) {
    case "SessionHeld":
      next.sessionCount += 1
      break
    case "MediationRefused":
      next.status = "Refused"
      next.refusedByPartyId = event.partyId
      end(next, event)
      break
    case "MediationEnded":
      next.status = "Ended"
      end(next, event)
      break
    case "MediationAgreed":
      next.status = "Agreed"
      next.agreedSec = event.atSec
      next.promises = event.promises.map((promise) => ({
        what: promise.what,
        partyId: promise.partyId,
        dueSec: promise.dueSec,
        outcome: "Unknown",
        followedUpSec: notYet
      }))
      break
    case "PromiseFollowedUp":
      next.promises = next.promises.map((promise, index) =>
        index === event.promiseIndex ? followedUp(promise, event) : promise
      )
      break
    case "MediationClosed":
      next.status = event.isKept ? "Kept" : "Broken"
      end(next, event)
      break
  }
  return next
}

const end = (
  next: Draft,
  event: { readonly atSec: number; readonly routes: Mediation["offeredRoutes"] }
): void => {
  next.endedSec = event.atSec
  next.offeredRoutes = event.routes
}

const followedUp = (promise: AgreedPromise, event: PromiseFollowedUp): AgreedPromise => ({
  what: promise.what,
  partyId: promise.partyId,
  dueSec: promise.dueSec,
  outcome: event.isKept ? "Kept" : "Broken",
  followedUpSec: event.atSec
})
