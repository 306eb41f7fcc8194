/**
 * What somebody wants to do with the ledger. Parties, accounts, causes and commands are opaque ids
 * (1 to 120 printable ASCII characters), never names. Times are whole seconds since the Unix epoch.
 * Every "until", "lapse" and "expires" is the first second at which the thing no longer counts.
 */
import type * as Account from "./AccountCommand.ts"
import type { Order } from "./AccountCommand.ts"
import type { Holdable, Plain } from "./TransferKind.ts"
import type { Unit } from "./Unit.ts"

export * from "./AccountCommand.ts"

/**
 * `Exact` moves the amount or nothing; `UpTo` moves as much of it as there is and as fits, at
 * least 1.
 *
 * @source none: our own list
 * @category commands
 * @since 0.1.0
 */
export const modes = ["Exact", "UpTo"] as const

/**
 * One of {@link modes}.
 *
 * @category commands
 * @since 0.1.0
 */
export type Mode = (typeof modes)[number]

/**
 * Moves an amount of smallest units from `debit` to `credit`.
 *
 * `mode` is `Exact` unless given. `effectiveSec` is when it counts, `atSec` unless given.
 * `lapseSec` gives what arrives a new lapse second; without it the parts keep theirs. `causeId`
 * names the order or event behind it (needed by Earn and Excess), `beneficiaryId` the party that
 * the cause credits, the owner of `credit` unless given. `correctsId` links a correction to the
 * transfer that it replaces.
 *
 * @category commands
 * @since 0.1.0
 */
export interface Transfer extends Order<"Transfer"> {
  readonly transferKind: Plain
  readonly unit: Unit
  readonly debit: string
  readonly credit: string
  readonly amount: number
  readonly mode?: Mode
  readonly effectiveSec?: number
  readonly lapseSec?: number
  readonly causeId?: string
  readonly beneficiaryId?: string
  readonly correctsId?: string
}

/**
 * Puts an amount of `debit` on hold under the command's own id, for a transfer of a kind.
 *
 * Without `credit` the capture names who gets it; with it, only a hold with `isCreditOpen` may be
 * captured to another account. From `expiresSec` on (never, unless given) the amount is free again.
 *
 * @category commands
 * @since 0.1.0
 */
export interface PlaceHold extends Order<"PlaceHold"> {
  readonly transferKind: Holdable
  readonly unit: Unit
  readonly debit: string
  readonly amount: number
  readonly credit?: string
  readonly isCreditOpen?: boolean
  readonly mode?: Mode
  readonly expiresSec?: number
  readonly causeId?: string
}

/**
 * What becomes of the rest after a capture in part.
 *
 * @source none: our own list
 * @category commands
 * @since 0.1.0
 */
export const remainders = ["Release", "Keep"] as const

/**
 * One of {@link remainders}.
 *
 * @category commands
 * @since 0.1.0
 */
export type Remainder = (typeof remainders)[number]

/**
 * Moves a held amount: all that is left unless `amount` is given. The rest is released unless
 * `remainder` says `Keep`. `credit`, `effectiveSec` and `lapseSec` as in {@link Transfer}.
 *
 * @category commands
 * @since 0.1.0
 */
export interface CaptureHold extends Order<"CaptureHold"> {
  readonly holdId: string
  readonly amount?: number
  readonly credit?: string
  readonly remainder?: Remainder
  readonly effectiveSec?: number
  readonly lapseSec?: number
}

/**
 * Ends a hold; all that is left of it is free again, with its lapse dates.
 *
 * @category commands
 * @since 0.1.0
 */
export interface ReleaseHold extends Order<"ReleaseHold"> {
  readonly holdId: string
}

/**
 * Takes a transfer or a capture back, once: all of it unless `amount` is given. Needs a reason.
 *
 * @category commands
 * @since 0.1.0
 */
export interface Reverse extends Order<"Reverse"> {
  readonly targetId: string
  readonly amount?: number
  readonly effectiveSec?: number
  readonly reason: string
}

/**
 * Books what lapsed in one second, from an account to an expiry account of its unit. `Expiry.plan`
 * writes these.
 *
 * @category commands
 * @since 0.1.0
 */
export interface ExpireLots extends Order<"ExpireLots"> {
  readonly account: string
  readonly into: string
  readonly lapseSec: number
}

/**
 * A command that stands alone or in a group.
 *
 * @category commands
 * @since 0.1.0
 */
export type Single =
  | Account.OpenAccount
  | Account.SetLimits
  | Account.FreezeAccount
  | Account.UnfreezeAccount
  | Account.CloseAccount
  | Account.SetGuardian
  | Account.GrantMandate
  | Account.RevokeMandate
  | Transfer
  | PlaceHold
  | CaptureHold
  | ReleaseHold
  | Reverse
  | ExpireLots

/**
 * Commands that happen all or not at all, in their order, each seeing what the ones before it did.
 * Every member has its own id and the group's `atSec`.
 *
 * @category commands
 * @since 0.1.0
 */
export interface PostGroup extends Order<"PostGroup"> {
  readonly commands: ReadonlyArray<Single>
}

/**
 * A command on the ledger.
 *
 * @category commands
 * @since 0.1.0
 */
export type LedgerCommand = Single | PostGroup

/**
 * All actions. The position is the number used in columns: append only.
 *
 * @source none: our own names
 * @category commands
 * @since 0.1.0
 */
export const actions = [
  "OpenAccount",
  "SetLimits",
  "FreezeAccount",
  "UnfreezeAccount",
  "CloseAccount",
  "SetGuardian",
  "GrantMandate",
  "RevokeMandate",
  "Transfer",
  "PlaceHold",
  "CaptureHold",
  "ReleaseHold",
  "Reverse",
  "ExpireLots",
  "PostGroup"
] as const satisfies ReadonlyArray<LedgerCommand["action"]>

/**
 * One of {@link actions}.
 *
 * @category commands
 * @since 0.1.0
 */
export type Action = (typeof actions)[number]
