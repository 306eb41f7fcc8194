/**
 * What somebody wants to do with a service order. Persons, groups and households are opaque ids,
 * never names; what is told about the need is hidden.
 */
import type { Id } from "@wangge/facts"
import type { Spell } from "@wangge/grid"
import type { Sensitive } from "@wangge/privacy"
import type { OrderAction, Role } from "./OrderAction.ts"
import type { OrderPrice } from "./OrderPrice.ts"
import type { ServiceMode } from "./ServiceMode.ts"
import type { Move } from "./ServiceMove.ts"

/**
 * What every command of an order carries; `role` is as what `byId` acts, checked at the edge.
 *
 * @category orders
 * @since 0.1.0
 */
export interface Order<Action extends OrderAction> extends Move<Action> {
  readonly orderId: Id.Id<"Order">
  readonly role: Role
}

/**
 * What is wanted: who asks, which kind of service, how, where and when.
 *
 * `requesterHouseholdId` is empty where it is not known. `window` is the spell in which the service
 * is to begin and lie. `skillIds` are needed beside those of the kind. `note` is hidden: a log
 * written as text keeps only its mark, so a store keeps the words apart. `requesterConfirms` is
 * false for somebody who cannot confirm: a helper with a mandate (`mandatedIds`) or staff then
 * confirm before a witness.
 *
 * @category orders
 * @since 0.1.0
 */
export interface Want {
  readonly requesterId: Id.Id<"Person">
  readonly requesterHouseholdId: string
  readonly kindId: string
  readonly mode: ServiceMode
  readonly gridId: Id.Id<"Grid">
  readonly window: Spell.Spell
  readonly plannedMinutes: number
  readonly skillIds: ReadonlyArray<string>
  readonly note: Sensitive.Sensitive<string>
  readonly price: OrderPrice
  readonly mandatedIds: ReadonlyArray<Id.Id<"Person">>
  readonly requesterConfirms: boolean
}

/**
 * Asks for a service.
 *
 * @category orders
 * @since 0.1.0
 */
export interface Request extends Order<"Request">, Want {}

/**
 * What gives a service: a volunteer, a paid worker, or a group. Append only.
 *
 * @source none: our own names
 * @category orders
 * @since 0.1.0
 */
export const providerKinds = ["Volunteer", "Worker", "Group"] as const

/**
 * One of {@link providerKinds}.
 *
 * @category orders
 * @since 0.1.0
 */
export type ProviderKind = (typeof providerKinds)[number]

/**
 * A person who would come; `householdId` is empty where it is not known.
 *
 * @category orders
 * @since 0.1.0
 */
export interface Member {
  readonly personId: Id.Id<"Person">
  readonly householdId: string
}

/**
 * Offers an order to a provider, naming everybody who would come (a volunteer names himself) and
 * the skills that they have together.
 *
 * @category orders
 * @since 0.1.0
 */
export interface Dispatch extends Order<"Dispatch"> {
  readonly providerId: string
  readonly providerKind: ProviderKind
  readonly crew: ReadonlyArray<Member>
  readonly crewSkillIds: ReadonlyArray<string>
}

/**
 * A step that says no more than itself: accept, decline (with a reason), give back (with a reason),
 * begin, fail (with a reason), cancel, close unfilled.
 *
 * @category orders
 * @since 0.1.0
 */
export interface PlainStep
  extends Order<
    "Accept" | "Decline" | "GiveBack" | "Begin" | "Fail" | "Cancel" | "CloseUnfilled"
  > {}

/**
 * Moves an order to another window. Somebody who has accepted stays only if both sides agreed;
 * else the order is open again.
 *
 * @category orders
 * @since 0.1.0
 */
export interface Reschedule extends Order<"Reschedule"> {
  readonly window: Spell.Spell
  readonly isAgreed: boolean
}

/**
 * The whole minutes that one person gave.
 *
 * @category orders
 * @since 0.1.0
 */
export interface Share {
  readonly personId: Id.Id<"Person">
  readonly minutes: number
}

/**
 * Says that the service was given, and by whom for how long.
 *
 * @category orders
 * @since 0.1.0
 */
export interface Finish extends Order<"Finish"> {
  readonly shares: ReadonlyArray<Share>
}

/**
 * Confirms the minutes that the provider stated, all persons together.
 *
 * A second confirmation with the same minutes, from whichever device, is answered as the first one
 * was. `witnessId` is empty where none is needed.
 *
 * @category orders
 * @since 0.1.0
 */
export interface Confirm extends Order<"Confirm"> {
  readonly confirmationId: string
  readonly minutes: number
  readonly witnessId: string
}

/**
 * Rates a confirmed service, once: 1 (bad) to 5 (very good).
 *
 * @category orders
 * @since 0.1.0
 */
export interface Rate extends Order<"Rate"> {
  readonly rating: number
}

/**
 * Disputes what was stated or confirmed. Needs a reason.
 *
 * @category orders
 * @since 0.1.0
 */
export interface Dispute extends Order<"Dispute"> {}

/**
 * What a check can find: the minutes stand, they are others, or nothing was given. Append only.
 *
 * @source none: our own names
 * @category orders
 * @since 0.1.0
 */
export const outcomes = ["Upheld", "Corrected", "Voided"] as const

/**
 * One of {@link outcomes}.
 *
 * @category orders
 * @since 0.1.0
 */
export type Outcome = (typeof outcomes)[number]

/**
 * Settles a dispute, or an order that nobody confirmed in time. Needs a reason. `shares` are read
 * for `Corrected` and must be empty otherwise.
 *
 * @category orders
 * @since 0.1.0
 */
export interface Settle extends Order<"Settle"> {
  readonly outcome: Outcome
  readonly shares: ReadonlyArray<Share>
}

/**
 * Records that one side did not come, from the beginning of the window plus the grace time on.
 *
 * @category orders
 * @since 0.1.0
 */
export interface ReportNoShow extends Order<"ReportNoShow"> {
  readonly missing: "Provider" | "Requester"
}

/**
 * A command on one service order.
 *
 * @category orders
 * @since 0.1.0
 */
export type OrderCommand =
  | Request
  | Dispatch
  | PlainStep
  | Reschedule
  | Finish
  | Confirm
  | Rate
  | Dispute
  | Settle
  | ReportNoShow
