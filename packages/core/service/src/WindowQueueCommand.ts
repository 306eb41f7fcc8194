/**
 * What somebody wants to do at the ticket machine or at a window, and what has happened there. The
 * resident is an opaque id; nothing else about a person belongs here.
 */
import type { Neutral } from "./EligibilityBar.ts"

/**
 * What every command carries; `atSec` is a whole second since the Unix epoch, `byId` an opaque id.
 *
 * @category commands
 * @since 0.1.0
 */
export interface Order<Action extends string> {
  readonly action: Action
  readonly atSec: number
  readonly byId: string
}

/**
 * Takes a number. Residents with `isFirst` are called before the others: who that is (a booking that
 * is due, old age, a disability) is the hall's own rule.
 *
 * @category commands
 * @since 0.1.0
 */
export interface TakeNumber extends Order<"TakeNumber">, Neutral {
  readonly ticketId: string
  readonly residentId: string
  readonly skillId: string
  readonly isFirst: boolean
}

/**
 * A window calls the next ticket among the kinds that it takes now (`skillIds`).
 *
 * @category commands
 * @since 0.1.0
 */
export interface CallNext extends Order<"CallNext"> {
  readonly windowId: string
  readonly skillIds: ReadonlyArray<string>
}

/**
 * The called resident has come and is served.
 *
 * @category commands
 * @since 0.1.0
 */
export interface BeginService extends Order<"BeginService"> {
  readonly ticketId: string
  readonly windowId: string
}

/**
 * The service is over.
 *
 * @category commands
 * @since 0.1.0
 */
export interface EndService extends Order<"EndService"> {
  readonly ticketId: string
  readonly windowId: string
}

/**
 * The resident gives up waiting.
 *
 * @category commands
 * @since 0.1.0
 */
export interface LeaveQueue extends Order<"LeaveQueue"> {
  readonly ticketId: string
}

/**
 * The called resident did not come to the window.
 *
 * @category commands
 * @since 0.1.0
 */
export interface MarkMissing extends Order<"MarkMissing"> {
  readonly ticketId: string
  readonly windowId: string
}

/**
 * A command on one queue.
 *
 * @category commands
 * @since 0.1.0
 */
export type WindowQueueCommand =
  | TakeNumber
  | CallNext
  | BeginService
  | EndService
  | LeaveQueue
  | MarkMissing

/**
 * What every event carries; `version` counts the events of the queue from 1.
 *
 * @category events
 * @since 0.1.0
 */
export interface Happening<Kind extends string> {
  readonly kind: Kind
  readonly version: number
  readonly atSec: number
  readonly byId: string
  readonly ticketId: string
}

/**
 * A number was taken: `number` counts the tickets of the queue from 1.
 *
 * @category events
 * @since 0.1.0
 */
export interface NumberTaken extends Happening<"NumberTaken"> {
  readonly number: number
  readonly residentId: string
  readonly skillId: string
  readonly isFirst: boolean
}

/**
 * A ticket was called to a window.
 *
 * @category events
 * @since 0.1.0
 */
export interface TicketCalled extends Happening<"TicketCalled"> {
  readonly windowId: string
}

/**
 * Something that has happened in one queue.
 *
 * @category events
 * @since 0.1.0
 */
export type WindowQueueEvent =
  | NumberTaken
  | TicketCalled
  | Happening<"ServiceBegun">
  | Happening<"ServiceEnded">
  | Happening<"QueueLeft">
  | Happening<"ResidentMissing">
