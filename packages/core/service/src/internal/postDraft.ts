/** How an event changes a service post: the inside of `ServicePost.evolve`. */
import type { ServicePost, Shift, ShiftRow } from "../ServicePost.ts"
import type {
  AttendanceRecorded,
  PostOpened,
  ServicePostEvent,
  ShiftPersonMoved
} from "../ServicePostEvent.ts"
import * as postSeats from "./postSeats.ts"

/** The post that has just been set up. */
export const opened = (event: PostOpened): ServicePost => ({
  postId: event.postId,
  version: event.version,
  status: "Open",
  gridId: event.gridId,
  dutyId: event.dutyId,
  seatCount: event.seatCount,
  audience: event.audience,
  skillIds: event.skillIds,
  answerSec: event.answerSec,
  holders: [],
  offers: [],
  waiting: [],
  shifts: [],
  lastSec: event.atSec
})

/** What an event leaves behind beside version and time. */
interface Change {
  readonly status: ServicePost["status"]
  readonly seats: postSeats.Seats
  readonly shifts: ReadonlyArray<Shift>
}

/** The post with other seats. */
export const withSeats = (of: ServicePost, seats: postSeats.Seats): ServicePost =>
  changed(of, { status: of.status, seats, shifts: of.shifts }, of)

const changed = (
  of: ServicePost,
  { status, seats, shifts }: Change,
  head: { readonly version: number; readonly lastSec: number }
): ServicePost => ({
  postId: of.postId,
  version: head.version,
  status,
  gridId: of.gridId,
  dutyId: of.dutyId,
  seatCount: seats.seatCount,
  audience: of.audience,
  skillIds: of.skillIds,
  answerSec: of.answerSec,
  holders: seats.holders,
  offers: seats.offers,
  waiting: seats.waiting,
  shifts,
  lastSec: head.lastSec
})

/** Changes what the event says; every branch is one kind of event. */
export const apply = (of: ServicePost, event: Exclude<ServicePostEvent, PostOpened>): ServicePost =>
  changed(of, changeOf(of, event), { version: event.version, lastSec: event.atSec })

const changeOf = (of: ServicePost, event: Exclude<ServicePostEvent, PostOpened>): Change => {
  const { status, shifts } = of
  const { atSec } = event
  switch (event.kind) {
    case "PostClaimed": {
      const claimer = { personId: event.personId, sinceSec: atSec }
      return { status, seats: postSeats.claim(of, claimer), shifts }
    }
    case "SeatAccepted":
      return { status, seats: postSeats.accept(of, event.personId, atSec), shifts }
    case "SeatDeclined":
    case "PostLeft":
      return freed(of, postSeats.leave(of, event.personId, atSec), atSec)
    case "CapacityChanged":
      return freed(of, postSeats.resize(of, event.seatCount, atSec), atSec)
    case "ShiftAdded": {
      const { shiftId, fromSec, untilSec, neededCount } = event
      const shift: Shift = { shiftId, fromSec, untilSec, neededCount, rows: [] }
      return { status, seats: of, shifts: [...shifts, shift] }
    }
    case "ShiftCancelled": {
      const kept = shifts.filter(({ shiftId }) => shiftId !== event.shiftId)
      return { status, seats: of, shifts: kept }
    }
    case "PostClosed": {
      const seats = postSeats.empty(of)
      const begun = shifts.filter(({ fromSec }) => fromSec <= atSec)
      return { status: "Closed", seats, shifts: begun }
    }
    default:
      return { status, seats: of, shifts: shifts.map((shift) => shiftAfter(shift, event)) }
  }
}

/** Who lost his seat is off the shifts that have not begun. */
const freed = (of: ServicePost, seats: postSeats.Seats, atSec: number): Change => {
  const isHolder = ({ personId }: ShiftRow): boolean =>
    seats.holders.some((holder) => holder.personId === personId)
  const shifts = of.shifts.map((shift) =>
    shift.fromSec <= atSec ? shift : withRows(shift, shift.rows.filter(isHolder))
  )
  return { status: of.status, seats, shifts }
}

const shiftAfter = (shift: Shift, event: ShiftPersonMoved | AttendanceRecorded): Shift => {
  if (shift.shiftId !== event.shiftId) return shift
  const { personId } = event
  const others = shift.rows.filter((row) => row.personId !== personId)
  switch (event.kind) {
    case "ShiftTaken":
      return withRows(shift, [...others, { personId, attendance: "Due", minutes: 0 }])
    case "ShiftLeft":
      return withRows(shift, others)
    case "AttendanceRecorded": {
      const { attendance, minutes } = event
      return withRows(
        shift,
        shift.rows.map((row) =>
          row.personId === personId ? { personId, attendance, minutes } : row
        )
      )
    }
  }
}

const withRows = (shift: Shift, rows: ReadonlyArray<ShiftRow>): Shift => ({
  shiftId: shift.shiftId,
  fromSec: shift.fromSec,
  untilSec: shift.untilSec,
  neededCount: shift.neededCount,
  rows
})
