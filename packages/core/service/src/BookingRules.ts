/**
 * The rules of booking: how early and how late one can book, move, cancel and arrive. All of them
 * are a town's own; the defaults are ours and say why.
 */
import { type Provenance, Seconds } from "@wangge/facts"

/**
 * Spans in whole seconds, counts from 0: a booking is made at least `leadSec` and at most
 * `horizonSec` before its slot; one cancelled less than `cancelNoticeSec` before is flagged as late;
 * residents may arrive `arrivalSec` early and are missed from `graceSec` after the beginning on;
 * `movesMax` are the resident's own moves of one booking, `waitListMax` those who wait for one slot.
 *
 * @category rules
 * @since 0.1.0
 */
export interface BookingRules {
  readonly leadSec: number
  readonly horizonSec: number
  readonly cancelNoticeSec: number
  readonly arrivalSec: number
  readonly graceSec: number
  readonly movesMax: number
  readonly waitListMax: number
  readonly provenance: Provenance.Provenance
}

/**
 * An hour ahead at least, four weeks at most; two hours' notice; half an hour early, fifteen minutes
 * late; three moves; ten on a waiting list.
 *
 * @source none: assumed, no report states any of them
 * @category rules
 * @since 0.1.0
 */
export const base: BookingRules = {
  leadSec: Seconds.hourSec,
  horizonSec: 4 * Seconds.weekSec,
  cancelNoticeSec: 2 * Seconds.hourSec,
  arrivalSec: 30 * Seconds.minuteSec,
  graceSec: 15 * Seconds.minuteSec,
  movesMax: 3,
  waitListMax: 10,
  provenance: {
    kind: "assumed",
    reason: "round figures in use at service halls; no report of a locality states its own"
  }
}
