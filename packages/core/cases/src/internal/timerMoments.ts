/**
 * What an event means to the clocks of a case, as moments in their order.
 */
import type { CaseEvent } from "../CaseEvent.ts"
import type { Moment } from "../TimerTerms.ts"

/** The moments of an event, most events one or none. */
export const momentsOf = (event: CaseEvent): ReadonlyArray<Moment> => {
  switch (event.kind) {
    case "CaseAssessed":
      return event.isEscalated ? escalated : none
    case "CaseChecked":
      return event.outcome === "Refuted" ? refuted : checked
    case "FollowUpRecorded":
      return event.isReopened ? followedUpAndReopened : followedUp
    case "AppealDecided":
      return event.isUpheld ? reopened : none
    case "CaseSplit":
      return event.endsParent ? ended : none
    default:
      return plain[event.kind] ?? none
  }
}

const none: ReadonlyArray<Moment> = []
const ended: ReadonlyArray<Moment> = ["Ended"]
const escalated: ReadonlyArray<Moment> = ["Escalated"]
const reopened: ReadonlyArray<Moment> = ["Reopened"]
const checked: ReadonlyArray<Moment> = ["Checked"]
const refuted: ReadonlyArray<Moment> = ["Checked", "ClaimRefuted"]
const followedUp: ReadonlyArray<Moment> = ["FollowedUp"]
const followedUpAndReopened: ReadonlyArray<Moment> = ["FollowedUp", "Reopened"]

/** The events that always mean the same. */
const plain: Readonly<Partial<Record<CaseEvent["kind"], ReadonlyArray<Moment>>>> = {
  CaseReported: ["Reported"],
  CaseAssigned: ["Assigned"],
  CaseArbitrated: ["Assigned"],
  CaseAccepted: ["SignedIn"],
  CaseReturned: ["Returned"],
  CaseEscalated: escalated,
  FirstContactMade: ["Contacted"],
  CaseResolved: ["Claimed"],
  CaseSettledOnSpot: ["SignedIn", "Contacted", "Claimed"],
  CaseReopened: reopened,
  CaseRejected: ended,
  CaseWithdrawn: ended,
  CaseWrittenOff: ended
}
