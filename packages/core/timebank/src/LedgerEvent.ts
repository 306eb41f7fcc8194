/**
 * What has happened in the ledger: the command and what came of it. An event says everything that
 * the rules of that day decided (amounts, limits, whose right it was), so that the books can be
 * built again from the log without those rules.
 */
import type * as Command from "./LedgerCommand.ts"
import type { LedgerRejection } from "./LedgerRejection.ts"

/**
 * What every event carries: its place in the log and the command behind it. Places rise strictly;
 * the members of a group take the places after the group's own.
 *
 * @category events
 * @since 0.1.0
 */
export interface Happening<Kind extends string, Behind extends Command.LedgerCommand> {
  readonly kind: Kind
  readonly sequence: number
  readonly command: Behind
}

/**
 * An account was opened, with this floor and ceiling.
 *
 * @category events
 * @since 0.1.0
 */
export interface AccountOpened extends Happening<"AccountOpened", Command.OpenAccount> {
  readonly ceiling: number
}

/**
 * Floor and ceiling were set.
 *
 * @category events
 * @since 0.1.0
 */
export interface LimitsSet extends Happening<"LimitsSet", Command.SetLimits> {}

/**
 * An account was frozen.
 *
 * @category events
 * @since 0.1.0
 */
export interface AccountFrozen extends Happening<"AccountFrozen", Command.FreezeAccount> {}

/**
 * A freeze ended.
 *
 * @category events
 * @since 0.1.0
 */
export interface AccountUnfrozen extends Happening<"AccountUnfrozen", Command.UnfreezeAccount> {}

/**
 * An account was closed; `amount` went to the account named in the command, 0 where none was left.
 *
 * @category events
 * @since 0.1.0
 */
export interface AccountClosed extends Happening<"AccountClosed", Command.CloseAccount> {
  readonly amount: number
}

/**
 * A guardian acts for the owner from now on, or no longer.
 *
 * @category events
 * @since 0.1.0
 */
export interface GuardianSet extends Happening<"GuardianSet", Command.SetGuardian> {}

/**
 * An agent got a mandate.
 *
 * @category events
 * @since 0.1.0
 */
export interface MandateGranted extends Happening<"MandateGranted", Command.GrantMandate> {}

/**
 * The mandate of an agent ended.
 *
 * @category events
 * @since 0.1.0
 */
export interface MandateRevoked extends Happening<"MandateRevoked", Command.RevokeMandate> {}

/**
 * An amount moved: `amount` is what did, at most what was asked for. `isByMandate` says that it
 * counts against the mandate of whoever gave the command.
 *
 * @category events
 * @since 0.1.0
 */
export interface Transferred extends Happening<"Transferred", Command.Transfer> {
  readonly amount: number
  readonly isByMandate: boolean
}

/**
 * An amount was put on hold.
 *
 * @category events
 * @since 0.1.0
 */
export interface HoldPlaced extends Happening<"HoldPlaced", Command.PlaceHold> {
  readonly amount: number
  readonly isByMandate: boolean
}

/**
 * `amount` of a hold moved to `credit`; `released` of it became free, the rest stays on hold.
 *
 * @category events
 * @since 0.1.0
 */
export interface HoldCaptured extends Happening<"HoldCaptured", Command.CaptureHold> {
  readonly amount: number
  readonly credit: string
  readonly released: number
}

/**
 * A hold ended and `amount` became free.
 *
 * @category events
 * @since 0.1.0
 */
export interface HoldReleased extends Happening<"HoldReleased", Command.ReleaseHold> {
  readonly amount: number
}

/**
 * A transfer or capture was taken back: `amount` moved back, `shortfall` could not be had, and
 * `overdrawn` of the amount was taken as a debt of whoever had received it.
 *
 * @category events
 * @since 0.1.0
 */
export interface Reversed extends Happening<"Reversed", Command.Reverse> {
  readonly amount: number
  readonly shortfall: number
  readonly overdrawn: number
}

/**
 * What had lapsed in one second was booked to the expiry account.
 *
 * @category events
 * @since 0.1.0
 */
export interface LotsExpired extends Happening<"LotsExpired", Command.ExpireLots> {
  readonly amount: number
}

/**
 * An event that stands alone or in a group.
 *
 * @category events
 * @since 0.1.0
 */
export type Single =
  | AccountOpened
  | LimitsSet
  | AccountFrozen
  | AccountUnfrozen
  | AccountClosed
  | GuardianSet
  | MandateGranted
  | MandateRevoked
  | Transferred
  | HoldPlaced
  | HoldCaptured
  | HoldReleased
  | Reversed
  | LotsExpired

/**
 * A group happened; `events` are those of its members, in their order.
 *
 * @category events
 * @since 0.1.0
 */
export interface GroupPosted extends Happening<"GroupPosted", Command.PostGroup> {
  readonly events: ReadonlyArray<Single>
}

/**
 * Something that has happened in the ledger.
 *
 * @category events
 * @since 0.1.0
 */
export type LedgerEvent = Single | GroupPosted

/**
 * A command that was refused. It changes no books; the log keeps it so that the same command gets
 * the same answer again.
 *
 * @category events
 * @since 0.1.0
 */
export interface Refused extends Happening<"Refused", Command.LedgerCommand> {
  readonly rejection: LedgerRejection
}

/**
 * One line of the log: an event, or a refusal.
 *
 * @category events
 * @since 0.1.0
 */
export type LogEntry = LedgerEvent | Refused

/**
 * The kinds of lines in a log. The position is the number used in columns: append only.
 *
 * @source none: our own names
 * @category events
 * @since 0.1.0
 */
export const kinds = [
  "AccountOpened",
  "LimitsSet",
  "AccountFrozen",
  "AccountUnfrozen",
  "AccountClosed",
  "GuardianSet",
  "MandateGranted",
  "MandateRevoked",
  "Transferred",
  "HoldPlaced",
  "HoldCaptured",
  "HoldReleased",
  "Reversed",
  "LotsExpired",
  "GroupPosted",
  "Refused"
] as const satisfies ReadonlyArray<LogEntry["kind"]>
