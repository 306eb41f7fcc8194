/**
 * Who has a seat, who is offered one, who waits: the rules of claiming in order, apart from the rest
 * of a post. A free seat is always kept for the first who waits.
 */
import type { Claimer, SeatOffer } from "../ServicePost.ts"

/** The part of a post that this file changes. */
export interface Seats {
  readonly seatCount: number
  readonly answerSec: number
  readonly holders: ReadonlyArray<Claimer>
  readonly offers: ReadonlyArray<SeatOffer>
  readonly waiting: ReadonlyArray<Claimer>
}

/** Seats that nobody holds and that are kept for nobody. */
export const freeCount = (seats: Seats): number =>
  seats.seatCount - seats.holders.length - seats.offers.length

/** The seats at an instant: offers that ran out go to the next waiters, one after the other. */
export const at = <Of extends Seats>(seats: Of, atSec: number): Of | Seats => {
  let now: Of | Seats = seats
  for (let first = lapsedOffer(now, atSec); first !== undefined; first = lapsedOffer(now, atSec)) {
    now = offerNext(withoutPerson(now, first.personId), first.dueSec + 1)
  }
  return now
}

/** The first offer to run out before an instant; of several, the one made first. */
const lapsedOffer = (seats: Seats, atSec: number): SeatOffer | undefined =>
  seats.offers
    .filter((offer) => offer.dueSec < atSec)
    .reduce<SeatOffer | undefined>(
      (first, offer) => (first === undefined || offer.dueSec < first.dueSec ? offer : first),
      undefined
    )

/** Somebody has a seat at once, or waits behind all others. */
export const claim = (seats: Seats, claimer: Claimer): Seats => {
  const hasSeat = freeCount(seats) > 0
  return {
    seatCount: seats.seatCount,
    answerSec: seats.answerSec,
    holders: hasSeat ? [...seats.holders, claimer] : seats.holders,
    offers: seats.offers,
    waiting: hasSeat ? seats.waiting : [...seats.waiting, claimer]
  }
}

/** Somebody takes the seat that was kept for him. */
export const accept = (seats: Seats, personId: string, atSec: number): Seats => {
  const { seatCount, answerSec, offers, waiting } = seats
  const taken = offers
    .filter((offer) => offer.personId === personId)
    .map((offer): Claimer => ({ personId: offer.personId, sinceSec: atSec }))
  const left = offers.filter((offer) => offer.personId !== personId)
  return { seatCount, answerSec, holders: [...seats.holders, ...taken], offers: left, waiting }
}

/** Somebody goes, and what becomes free is kept for the first waiter. */
export const leave = (seats: Seats, personId: string, atSec: number): Seats =>
  offerNext(withoutPerson(seats, personId), atSec)

/** More or fewer seats; with fewer, those who came last go to the head of the waiting list. */
export const resize = (seats: Seats, seatCount: number, atSec: number): Seats => {
  const { answerSec, holders, offers, waiting } = seats
  const kept = holders.slice(0, seatCount)
  const keptOffers = offers.slice(0, seatCount - kept.length)
  const back = [...holders.slice(kept.length), ...offers.slice(keptOffers.length)].map(
    ({ personId, sinceSec }): Claimer => ({ personId, sinceSec })
  )
  const fewer: Seats = {
    seatCount,
    answerSec,
    holders: kept,
    offers: keptOffers,
    waiting: [...back, ...waiting]
  }
  return offerNext(fewer, atSec)
}

/** Everybody goes: the post is closed. */
export const empty = (seats: Seats): Seats => ({
  seatCount: seats.seatCount,
  answerSec: seats.answerSec,
  holders: [],
  offers: [],
  waiting: []
})

const withoutPerson = (seats: Seats, personId: string): Seats => {
  const isOther = (claimer: Claimer): boolean => claimer.personId !== personId
  return {
    seatCount: seats.seatCount,
    answerSec: seats.answerSec,
    holders: seats.holders.filter(isOther),
    offers: seats.offers.filter(isOther),
    waiting: seats.waiting.filter(isOther)
  }
}

/** Keeps every free seat for the next who waits. */
const offerNext = (seats: Seats, fromSec: number): Seats => {
  const { seatCount, answerSec, holders, offers, waiting } = seats
  const count = Math.max(0, freeCount(seats))
  const dueSec = fromSec + answerSec
  const asked = waiting
    .slice(0, count)
    .map(({ personId, sinceSec }) => ({ personId, sinceSec, fromSec, dueSec }))
  return {
    seatCount,
    answerSec,
    holders,
    offers: [...offers, ...asked],
    waiting: waiting.slice(asked.length)
  }
}
