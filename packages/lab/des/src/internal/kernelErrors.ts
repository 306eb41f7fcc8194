/**
 * What the kernel says when it refuses an event. The errors are made out of line, so that the short
 * way through `Kernel.at` stays short enough to be inlined.
 */

/**
 * Thrown when events at one instant schedule each other without end.
 *
 * @category kernel
 * @since 0.1.0
 */
export class RunawayInstantError extends Error {
  /** The instant, in seconds. */
  declare readonly atSec: number
  /** Name of the event type whose turn it was, as given to `on`. */
  declare readonly eventName: string
  /** How many events ran at that instant: the limit. */
  declare readonly eventCount: number

  /** Made by the kernel. */
  constructor(atSec: number, eventName: string, eventCount: number) {
    super(
      `${eventCount} events ran at ${atSec} s and there are more: "${eventName}" is next. ` +
        "Give events a delay above 0, or raise instantLimit"
    )
    this.name = "RunawayInstantError"
    this.atSec = atSec
    this.eventName = eventName
    this.eventCount = eventCount
  }
}

/** The time is NaN, infinite or past. */
export const timeError = (timeSec: number, nowSec: number): RangeError =>
  new RangeError(`An event is at a finite time from now, ${nowSec} s, on; got ${timeSec}`)

/** The delay is NaN, infinite or negative. */
export const delayError = (delaySec: number): RangeError =>
  new RangeError(`A delay is a finite number of seconds from 0; got ${delaySec}`)

/** The event type was not registered. */
export const typeError = (type: number): RangeError =>
  new RangeError(`An event type is one that on() returned; got ${type}`)

/** The argument does not fit its column. */
export const argumentError = (argument: number): RangeError =>
  new RangeError(`An argument is a 32-bit integer; got ${argument}`)

/** The number of events at which a run is to be cut makes no sense. */
export const countError = (count: number): RangeError =>
  new RangeError(`A run is cut after a number of events from 1; got ${count}`)
