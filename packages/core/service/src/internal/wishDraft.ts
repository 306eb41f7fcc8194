/**
 * How an event changes a micro-wish: the inside of `MicroWish.evolve`. A draft is a fresh copy of the
 * record that nobody else holds yet, so its fields may be set.
 */
import { Sensitive } from "@wangge/privacy"
import type { MicroWish } from "../MicroWish.ts"
import type { MicroWishEvent, WishPosted } from "../MicroWishEvent.ts"
import { notYet } from "../ServiceMove.ts"

type Draft = { -readonly [Field in keyof MicroWish]: MicroWish[Field] }

/** The wish that has just been posted. */
export const posted = (event: WishPosted): MicroWish => ({
  wishId: event.wishId,
  version: event.version,
  status: "Open",
  wisher: Sensitive.make<string>(event.wisherId, {
    field: "wisher",
    purposes: ["Handling", "FollowUp"],
    dataClass: "Ordinary"
  }),
  alias: event.alias,
  wishKind: event.wishKind,
  gridId: event.gridId,
  text: event.text,
  untilSec: event.untilSec,
  postedSec: event.atSec,
  claimerId: "",
  claimDueSec: notYet,
  staffConfirmSec: notYet,
  fulfilledSec: notYet,
  confirmedSec: notYet,
  thanks: "",
  lapsedIds: [],
  lastSec: event.atSec
})

/** A fresh copy. */
export const copy = (of: MicroWish): Draft => ({
  wishId: of.wishId,
  version: of.version,
  status: of.status,
  wisher: of.wisher,
  alias: of.alias,
  wishKind: of.wishKind,
  gridId: of.gridId,
  text: of.text,
  untilSec: of.untilSec,
  postedSec: of.postedSec,
  claimerId: of.claimerId,
  claimDueSec: of.claimDueSec,
  staffConfirmSec: of.staffConfirmSec,
  fulfilledSec: of.fulfilledSec,
  confirmedSec: of.confirmedSec,
  thanks: of.thanks,
  lapsedIds: of.lapsedIds,
  lastSec: of.lastSec
})

/** Changes what the event says; every branch is one kind of event. */
export const apply = (next: Draft, event: Exclude<MicroWishEvent, WishPosted>): MicroWish => {
  if (next.status === "Claimed" && event.atSec > next.claimDueSec) {
    next.lapsedIds = [...next.lapsedIds, next.claimerId]
    open(next)
  }
  next.version = event.version
  next.lastSec = event.atSec
  switch (event.kind) {
    case "WishClaimed":
      next.status = "Claimed"
      next.claimerId = event.claimerId
      next.claimDueSec = event.claimDueSec
      break
    case "ClaimGivenBack":
      open(next)
      break
    case "WishFulfilled":
      next.status = "Fulfilled"
      next.fulfilledSec = event.atSec
      next.staffConfirmSec = event.staffConfirmSec
      break
    case "WishConfirmed":
      next.status = "Confirmed"
      next.confirmedSec = event.atSec
      break
    case "WishRefused":
      open(next)
      next.fulfilledSec = notYet
      next.staffConfirmSec = notYet
      break
    case "WishThanked":
      next.status = "Thanked"
      next.thanks = event.text
      break
    case "WishRenewed":
      next.untilSec = event.untilSec
      break
    case "WishWithdrawn":
      next.status = "Withdrawn"
      break
    case "WishRemoved":
      next.status = "Removed"
      break
  }
  return next
}

/** Nobody holds the wish any more. */
const open = (next: Draft): void => {
  next.status = "Open"
  next.claimerId = ""
  next.claimDueSec = notYet
}
