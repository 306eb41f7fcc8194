/**
 * What somebody wants to do with a micro-wish. The wisher acts by an opaque id that the record never
 * shows; a place is a node of the tree, never a point.
 */
import type { Id, Label } from "@wangge/facts"
import type { Kind } from "./MicroWishRules.ts"
import type { Move } from "./ServiceMove.ts"

/**
 * All actions, the opening one first. Append only.
 *
 * @source Bagongshan, Jiyang and Longxian reports: post, claim, fulfil (征集、认领、圆梦); others ours
 * @category wishes
 * @since 0.1.0
 */
export const actions = [
  "Post",
  "Claim",
  "GiveBack",
  "Fulfil",
  "Confirm",
  "Refuse",
  "Thank",
  "Renew",
  "Withdraw",
  "Remove"
] as const

/**
 * One of {@link actions}.
 *
 * @category wishes
 * @since 0.1.0
 */
export type Action = (typeof actions)[number]

/**
 * What each action is called on a screen, in English and Chinese.
 *
 * @source Bagongshan report for 认领; the other words are usual
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<Action, Label.Label>> = {
  Post: { en: "post the wish", zh: "发布心愿" },
  Claim: { en: "claim", zh: "认领" },
  GiveBack: { en: "give the claim back", zh: "放弃认领" },
  Fulfil: { en: "report it fulfilled", zh: "登记圆梦" },
  Confirm: { en: "confirm", zh: "确认" },
  Refuse: { en: "say that it is not fulfilled", zh: "反馈未实现" },
  Thank: { en: "thank", zh: "致谢" },
  Renew: { en: "renew", zh: "续期" },
  Withdraw: { en: "withdraw", zh: "撤回" },
  Remove: { en: "take down", zh: "下架" }
}

/**
 * As what somebody acts. Append only.
 *
 * @source none: our own names
 * @category wishes
 * @since 0.1.0
 */
export const roles = ["Wisher", "Claimer", "Staff"] as const

/**
 * One of {@link roles}.
 *
 * @category wishes
 * @since 0.1.0
 */
export type Role = (typeof roles)[number]

/**
 * What each role is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const roleLabels: Readonly<Record<Role, Label.Label>> = {
  Wisher: { en: "the wisher", zh: "心愿人" },
  Claimer: { en: "the claimer", zh: "认领人" },
  Staff: { en: "staff", zh: "工作人员" }
}

/**
 * Who may do what.
 *
 * @source none: our own rule
 * @category wishes
 * @since 0.1.0
 */
export const whoMay: Readonly<Record<Action, ReadonlyArray<Role>>> = {
  Post: ["Wisher", "Staff"],
  Claim: ["Claimer"],
  GiveBack: ["Claimer", "Staff"],
  Fulfil: ["Claimer"],
  Confirm: ["Wisher", "Staff"],
  Refuse: ["Wisher"],
  Thank: ["Wisher"],
  Renew: ["Wisher", "Staff"],
  Withdraw: ["Wisher"],
  Remove: ["Staff"]
}

/**
 * What every command of a wish carries; `role` is as what `byId` acts, checked at the edge.
 *
 * @category wishes
 * @since 0.1.0
 */
export interface Order<OneAction extends Action> extends Move<OneAction> {
  readonly wishId: Id.Id<"Wish">
  readonly role: Role
}

/**
 * Posts a wish. Everything but `wisherId` is public; an empty `alias` is shown as "a neighbour".
 *
 * @category wishes
 * @since 0.1.0
 */
export interface Post extends Order<"Post"> {
  readonly wisherId: Id.Id<"Person">
  readonly alias: string
  readonly wishKind: Kind
  readonly gridId: Id.Id<"Grid">
  readonly text: string
  readonly untilSec: number
}

/**
 * Claims a wish; `openClaimCount` is how many other claims the claimer holds now, see
 * `MicroWish.openClaimCount`.
 *
 * @category wishes
 * @since 0.1.0
 */
export interface Claim extends Order<"Claim"> {
  readonly openClaimCount: number
}

/**
 * Thanks; the text is public and may be empty.
 *
 * @category wishes
 * @since 0.1.0
 */
export interface Thank extends Order<"Thank"> {
  readonly text: string
}

/**
 * Opens an expired wish again until another second.
 *
 * @category wishes
 * @since 0.1.0
 */
export interface Renew extends Order<"Renew"> {
  readonly untilSec: number
}

/**
 * A step that says no more than itself. To refuse and to take down need a reason.
 *
 * @category wishes
 * @since 0.1.0
 */
export interface PlainStep
  extends Order<"GiveBack" | "Fulfil" | "Confirm" | "Refuse" | "Withdraw" | "Remove"> {}

/**
 * A command on one wish.
 *
 * @category wishes
 * @since 0.1.0
 */
export type MicroWishCommand = Post | Claim | Thank | Renew | PlainStep
