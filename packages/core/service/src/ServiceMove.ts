/**
 * What the moves of all machines in this package share: what a command carries, what an event
 * carries, the state before the opening, and what a decision says. A record is opened by its first
 * command and is known by its id; versions count its events from 1.
 */

/**
 * What every command carries.
 *
 * `atSec` is a whole second since the Unix epoch, `byId` who acts (an opaque id, never empty),
 * `reason` is empty where none is needed.
 *
 * @category moves
 * @since 0.1.0
 */
export interface Move<Action extends string> {
  readonly action: Action
  readonly atSec: number
  readonly byId: string
  readonly reason: string
}

/**
 * What every event carries: `version` counts the events of one record from 1; time, actor and
 * reason come from the command.
 *
 * @category moves
 * @since 0.1.0
 */
export interface Happening<Kind extends string> {
  readonly kind: Kind
  readonly version: number
  readonly atSec: number
  readonly byId: string
  readonly reason: string
}

/**
 * The state of a record that nobody has opened yet.
 *
 * @category moves
 * @since 0.1.0
 */
export interface None {
  readonly status: "None"
}

/**
 * The state before the opening.
 *
 * @category moves
 * @since 0.1.0
 */
export const none: None = { status: "None" }

/**
 * A time that has not come yet.
 *
 * @source none: the smallest safe integer, before every instant
 * @category moves
 * @since 0.1.0
 */
export const notYet = Number.MIN_SAFE_INTEGER

/**
 * What a decision says: the one event that happens, or why nothing does.
 *
 * @category moves
 * @since 0.1.0
 */
export type Decision<Event, Rejection> =
  | { readonly ok: true; readonly event: Event }
  | { readonly ok: false; readonly rejection: Rejection }
