/**
 * A micro-wish (微心愿): a small need, posted under an alias, claimed by one person at a time and
 * fulfilled. This file is its record, how events change it, and what the public may see of it;
 * `MicroWishDecider` decides.
 */
import type { Id, Label } from "@wangge/facts"
import { Sensitive } from "@wangge/privacy"
import { brokenLog } from "./internal/moveFrame.ts"
import * as wishDraft from "./internal/wishDraft.ts"
import type { Action } from "./MicroWishCommand.ts"
import type { MicroWishEvent } from "./MicroWishEvent.ts"
import type { Kind, MicroWishRules } from "./MicroWishRules.ts"
import type { None } from "./ServiceMove.ts"

/**
 * All statuses. Append only, never reorder or reuse a position.
 *
 * @source none: our own names, after 征集、认领、圆梦 of the reports
 * @category wishes
 * @since 0.1.0
 */
export const statuses = [
  "Open",
  "Claimed",
  "Fulfilled",
  "Confirmed",
  "Thanked",
  "Withdrawn",
  "Removed"
] as const

/**
 * One of {@link statuses}.
 *
 * @category wishes
 * @since 0.1.0
 */
export type Status = (typeof statuses)[number]

/**
 * All standings: the statuses, and `Expired` for an open wish whose time is over. Append only.
 *
 * @source none: our own names
 * @category wishes
 * @since 0.1.0
 */
export const standings = [...statuses, "Expired"] as const

/**
 * One of {@link standings}.
 *
 * @category wishes
 * @since 0.1.0
 */
export type Standing = (typeof standings)[number]

/**
 * What each standing is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<Standing, Label.Label>> = {
  Open: { en: "open", zh: "待认领" },
  Claimed: { en: "claimed", zh: "已认领" },
  Fulfilled: { en: "fulfilled, not confirmed", zh: "待确认" },
  Confirmed: { en: "confirmed", zh: "已实现" },
  Thanked: { en: "thanked", zh: "已致谢" },
  Withdrawn: { en: "withdrawn", zh: "已撤回" },
  Removed: { en: "taken down", zh: "已下架" },
  Expired: { en: "expired", zh: "已过期" }
}

/**
 * The actions that a standing allows.
 *
 * @source none: our reading of post, claim, fulfil
 * @category wishes
 * @since 0.1.0
 */
export const allowed: Readonly<Record<Standing, ReadonlyArray<Action>>> = {
  Open: ["Claim", "Withdraw", "Remove"],
  Claimed: ["GiveBack", "Fulfil", "Withdraw", "Remove"],
  Fulfilled: ["Confirm", "Refuse"],
  Confirmed: ["Thank"],
  Thanked: [],
  Withdrawn: [],
  Removed: [],
  Expired: ["Renew", "Withdraw", "Remove"]
}

/**
 * One wish. Times are whole seconds, `ServiceMove.notYet` where nothing has happened.
 *
 * `wisher` is hidden; `claimerId` is empty while nobody holds the wish. `lapsedIds` are the persons
 * whose claim ran out; they do not claim the same wish again. Ask {@link standingAt} for what time
 * has done since the last event.
 *
 * @category wishes
 * @since 0.1.0
 */
export interface MicroWish {
  readonly wishId: Id.Id<"Wish">
  readonly version: number
  readonly status: Status
  readonly wisher: Sensitive.Sensitive<string>
  readonly alias: string
  readonly wishKind: Kind
  readonly gridId: Id.Id<"Grid">
  readonly text: string
  readonly untilSec: number
  readonly postedSec: number
  readonly claimerId: string
  readonly claimDueSec: number
  readonly staffConfirmSec: number
  readonly fulfilledSec: number
  readonly confirmedSec: number
  readonly thanks: string
  readonly lapsedIds: ReadonlyArray<string>
  readonly lastSec: number
}

/**
 * A wish, or none yet.
 *
 * @category wishes
 * @since 0.1.0
 */
export type State = MicroWish | None

/**
 * The wish after an event.
 *
 * Throws an `Error` for an event that does not follow the state: the log is broken then. Cost: one
 * new record.
 *
 * @category wishes
 * @since 0.1.0
 */
export const evolve = (state: State, event: MicroWishEvent): MicroWish => {
  if (state.status === "None") {
    if (event.kind !== "WishPosted" || event.version !== 1) {
      throw brokenLog(event.kind, event, state)
    }
    return wishDraft.posted(event)
  }
  const isNext = event.wishId === state.wishId && event.version === state.version + 1
  if (event.kind === "WishPosted" || !isNext) {
    throw brokenLog(event.kind, event, state)
  }
  return wishDraft.apply(wishDraft.copy(state), event)
}

/**
 * Where a wish stands at an instant: a claim whose time ran out is open again at once, an open wish
 * expires at its `untilSec`. The due second of a claim is itself in time.
 *
 * @source none: our own rule, nothing needs a sweeper
 * @category wishes
 * @since 0.1.0
 */
export const standingAt = (wish: MicroWish, atSec: number): Standing => {
  const isClaimed = wish.status === "Claimed" && atSec <= wish.claimDueSec
  if (isClaimed || (wish.status !== "Open" && wish.status !== "Claimed")) return wish.status
  return atSec >= wish.untilSec ? "Expired" : "Open"
}

/**
 * How many wishes a person holds a running claim on: the count that a new claim states. A
 * fulfilled wish counts no longer.
 *
 * @category wishes
 * @since 0.1.0
 */
export const openClaimCount = (
  wishes: ReadonlyArray<MicroWish>,
  claimerId: string,
  atSec: number
): number =>
  wishes.filter((wish) => wish.claimerId === claimerId && standingAt(wish, atSec) === "Claimed")
    .length

/**
 * Whether somebody is behind a wish, asked for handling it on the basis of the rules.
 *
 * @category wishes
 * @since 0.1.0
 */
export const isWisher = (rules: MicroWishRules, wish: MicroWish, personId: string): boolean => {
  const revealed = Sensitive.reveal(wish.wisher, { purpose: "Handling", basis: rules.basis })
  return revealed.ok && revealed.value === personId
}

/**
 * What the public sees of a wish: no wisher, no claimer, no time of day at which somebody acted.
 *
 * @category wishes
 * @since 0.1.0
 */
export interface Card {
  readonly wishId: Id.Id<"Wish">
  readonly alias: Label.Label
  readonly wishKind: Kind
  readonly gridId: Id.Id<"Grid">
  readonly text: string
  readonly standing: Standing
  readonly untilSec: number
  readonly thanks: string
}

/**
 * The card of a wish at an instant; `"None"` for one that was taken down or withdrawn.
 *
 * @category wishes
 * @since 0.1.0
 */
export const card = (wish: MicroWish, atSec: number): Card | "None" => {
  const standing = standingAt(wish, atSec)
  if (standing === "Removed" || standing === "Withdrawn") return "None"
  const { wishId, wishKind, gridId, text, untilSec, thanks } = wish
  return { wishId, alias: aliasOf(wish), wishKind, gridId, text, standing, untilSec, thanks }
}

const aliasOf = ({ alias }: MicroWish): Label.Label =>
  alias === "" ? { en: "a neighbour", zh: "一位邻居" } : { en: alias, zh: alias }

/**
 * Wishes counted at an instant, by standing: all of them, each once.
 *
 * @category wishes
 * @since 0.1.0
 */
export const tally = (
  wishes: ReadonlyArray<MicroWish>,
  atSec: number
): Readonly<Record<Standing, number>> => {
  const found = wishes.map((wish) => standingAt(wish, atSec))
  const count = (standing: Standing): number => found.filter((one) => one === standing).length
  return {
    Open: count("Open"),
    Claimed: count("Claimed"),
    Fulfilled: count("Fulfilled"),
    Confirmed: count("Confirmed"),
    Thanked: count("Thanked"),
    Withdrawn: count("Withdrawn"),
    Removed: count("Removed"),
    Expired: count("Expired")
  }
}
