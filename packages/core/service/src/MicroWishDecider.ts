/**
 * Decides on a command of a micro-wish: one event, or one rejection.
 */
import { Redaction } from "@wangge/privacy"
import { notWhole } from "./internal/clockOrder.ts"
import * as moveFrame from "./internal/moveFrame.ts"
import * as moveItems from "./internal/moveItems.ts"
import { allowed, isWisher, type MicroWish, type State, standingAt } from "./MicroWish.ts"
import * as MicroWishCommand from "./MicroWishCommand.ts"
import type { MicroWishEvent, WishHappening } from "./MicroWishEvent.ts"
import { type MicroWishRejection, make } from "./MicroWishRejection.ts"
import * as MicroWishRules from "./MicroWishRules.ts"
import type { Decision } from "./ServiceMove.ts"

type Command = MicroWishCommand.MicroWishCommand
type Outcome = MicroWishEvent | MicroWishRejection

/**
 * The decision on a command, for a wish or for `ServiceMove.none`.
 *
 * Order of the checks: 1 somebody acts, 2 the time is whole, 3 the record is open (or not yet) and
 * the right one, 4 time goes on, 5 a claim on a claimed wish, 6 the standing allows the action,
 * 7 nothing is missing, 8 the actor is entitled, 9 what the action itself asks, in the order of
 * `MicroWishRejection.codes`. Of two who claim at once the first in order wins; the second learns
 * that the wish is taken, not by whom. Apply the event with `MicroWish.evolve`.
 *
 * @source Bagongshan, Jiyang and Longxian reports: post, claim, fulfil; the rules around them ours
 * @category wishes
 * @since 0.1.0
 */
export const decide = (
  rules: MicroWishRules.MicroWishRules,
  state: State,
  command: Command
): Decision<MicroWishEvent, MicroWishRejection> => {
  const outcome = outcomeOf(rules, state, command)
  return "code" in outcome ? moveItems.refused(outcome) : { ok: true, event: outcome }
}

const frame: moveFrame.Frame<MicroWishCommand.Action> = { opening: "Post", allowed }

const outcomeOf = (
  rules: MicroWishRules.MicroWishRules,
  state: State,
  command: Command
): Outcome => {
  const obstacle = moveFrame.obstacle(frame, standingOf(state, command), command, command.wishId)
  if (state.status === "None") {
    return obstacle ?? obstacleOf(undefined, rules, command) ?? open(rules, command)
  }
  if (obstacle?.code === "MoveNotAllowed" && command.action === "Claim") {
    const standing = standingAt(state, command.atSec)
    if (standing === "Claimed") {
      return make("AlreadyClaimed", "Claim", standing, state.claimDueSec)
    }
  }
  return obstacle ?? obstacleOf(state, rules, command) ?? move(rules, state, command)
}

const standingOf = (state: State, command: Command): moveFrame.Standing | undefined =>
  state.status === "None"
    ? undefined
    : {
        recordId: state.wishId,
        status: standingAt(state, command.atSec),
        lastSec: state.lastSec
      }

/** That nothing is missing and the actor may. */
const obstacleOf = (
  state: MicroWish | undefined,
  rules: MicroWishRules.MicroWishRules,
  command: Command
): MicroWishRejection | undefined => {
  const missing = moveItems.missing(command, askedOf(command))
  if (missing !== undefined) return missing
  const roles = MicroWishCommand.whoMay[command.action]
  const isEntitled = roles.includes(command.role) && isInRole(state, rules, command)
  return isEntitled
    ? undefined
    : make("NotEntitled", command.action, command.role, roles.join(", "))
}

const askedOf = (command: Command): ReadonlyArray<readonly [string, string]> => {
  switch (command.action) {
    case "Post":
      return [
        ["wisherId", command.wisherId],
        ["text", command.text]
      ]
    case "Refuse":
    case "Remove":
      return [["reason", command.reason]]
    default:
      return []
  }
}

const isInRole = (
  state: MicroWish | undefined,
  rules: MicroWishRules.MicroWishRules,
  command: Command
): boolean => {
  const { byId, role } = command
  if (command.action === "Post") return (byId === command.wisherId) === (role === "Wisher")
  if (state === undefined) return false
  // anybody may come to claim; that nobody claims his own wish is checked by itself
  if (command.action === "Claim") return true
  const isOwn = isWisher(rules, state, byId)
  const isClaimer = byId === state.claimerId
  if (role === "Wisher") return isOwn
  return role === "Claimer" ? isClaimer : !isOwn && !isClaimer
}

// the frame has refused everything but the posting where nothing is open
const open = (rules: MicroWishRules.MicroWishRules, command: Command): Outcome =>
  command.action === "Post"
    ? post(rules, command)
    : make("NotOpened", command.wishId, command.action, "Post")

const post = (rules: MicroWishRules.MicroWishRules, command: MicroWishCommand.Post): Outcome => {
  const { alias, wishKind, gridId, text, untilSec, wisherId } = command
  if (!MicroWishRules.kinds.includes(wishKind)) {
    return make("KindNotUsed", "wishKind", wishKind, MicroWishRules.kinds.join(", "))
  }
  const isCoarse = rules.places.get(gridId)
  if (isCoarse === undefined) return make("PlaceUnknown", "gridId", gridId, "")
  if (!isCoarse) return make("PlaceTooFine", "gridId", gridId, "grid")
  const obstacle =
    textProblem("text", text, rules.textLengthMax, [wisherId]) ??
    textProblem("alias", alias, rules.aliasLengthMax, [])
  if (obstacle !== undefined) return obstacle
  if (alias.toLowerCase().includes(wisherId.toLowerCase())) {
    return make("AliasNotAlias", "alias", "", "")
  }
  const late = untilProblem(rules, untilSec, command.atSec)
  if (late !== undefined) return late
  const head = happening("WishPosted", 0, command)
  return { ...head, wisherId, alias: alias.trim(), wishKind, gridId, text, untilSec }
}

/**
 * A public text is short and shows no numbers that point at a person and no id of those concerned; no
 * part of it is repeated.
 */
const textProblem = (
  field: string,
  text: string,
  lengthMax: number,
  personIds: ReadonlyArray<string>
): MicroWishRejection | undefined => {
  if (text.length > lengthMax) return make("TextTooLong", field, text.length, lengthMax)
  const numbers = [...new Set(Redaction.find(text).map(({ kind }) => kind))]
  const found = personIds.some((id) => names(text, id)) ? [...numbers, "personId"] : numbers
  return found.length === 0 ? undefined : make("PersonalData", field, found.join(", "), "")
}

/** Whether an id stands in a text by itself, in any case: not as a part of a longer word or number. */
const names = (text: string, id: string): boolean => {
  if (id === "") return false
  const whole = text.toLowerCase()
  const part = id.toLowerCase()
  const isLetter = (at: number): boolean => /[a-z0-9]/.test(whole.charAt(at))
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    if (!isLetter(at - 1) && !isLetter(at + part.length)) return true
  }
  return false
}

const untilProblem = (
  rules: MicroWishRules.MicroWishRules,
  untilSec: number,
  atSec: number
): MicroWishRejection | undefined => {
  const fraction = notWhole("untilSec", untilSec)
  if (fraction !== undefined) return fraction
  const lastSec = atSec + rules.wishSec
  return untilSec > atSec && untilSec <= lastSec
    ? undefined
    : make("UntilOutOfRange", "untilSec", untilSec, lastSec)
}

const move = (
  rules: MicroWishRules.MicroWishRules,
  state: MicroWish,
  command: Command
): Outcome => {
  const { version } = state
  switch (command.action) {
    case "Post":
      return make("AlreadyOpened", "wishId", command.wishId, "a new wishId")
    case "Claim":
      return claim(rules, state, command)
    case "GiveBack":
      return happening("ClaimGivenBack", version, command)
    case "Fulfil": {
      const staffConfirmSec = command.atSec + rules.confirmSec
      return { ...happening("WishFulfilled", version, command), staffConfirmSec }
    }
    case "Confirm":
      return command.role === "Staff" && command.atSec < state.staffConfirmSec
        ? make("ConfirmTooEarly", "atSec", command.atSec, state.staffConfirmSec)
        : happening("WishConfirmed", version, command)
    case "Refuse":
      return happening("WishRefused", version, command)
    case "Thank": {
      // only the wisher thanks, so these are both of those whom the public must not learn
      const concerned = [command.byId, state.claimerId]
      const obstacle = textProblem("text", command.text, rules.textLengthMax, concerned)
      return obstacle ?? { ...happening("WishThanked", version, command), text: command.text }
    }
    case "Renew": {
      const { untilSec, atSec } = command
      const obstacle = untilProblem(rules, untilSec, atSec)
      return obstacle ?? { ...happening("WishRenewed", version, command), untilSec }
    }
    case "Withdraw":
      return happening("WishWithdrawn", version, command)
    case "Remove":
      return happening("WishRemoved", version, command)
  }
}

const claim = (
  rules: MicroWishRules.MicroWishRules,
  state: MicroWish,
  command: MicroWishCommand.Claim
): Outcome => {
  const { byId, atSec, openClaimCount } = command
  if (isWisher(rules, state, byId)) return make("OwnWish", "byId", "", "")
  const letItLapse = state.status === "Claimed" && state.claimerId === byId
  if (letItLapse || state.lapsedIds.includes(byId)) {
    return make("ClaimLapsedBefore", "byId", "", "")
  }
  if (!(openClaimCount < rules.claimCountMax)) {
    return make("ClaimLimitReached", "openClaimCount", openClaimCount, rules.claimCountMax)
  }
  const claimDueSec = atSec + rules.claimSec
  return { ...happening("WishClaimed", state.version, command), claimerId: byId, claimDueSec }
}

const happening = <Kind extends string>(
  kind: Kind,
  version: number,
  command: Command
): WishHappening<Kind> => ({
  kind,
  wishId: command.wishId,
  version: version + 1,
  atSec: command.atSec,
  byId: command.byId,
  reason: command.reason,
  role: command.role
})
