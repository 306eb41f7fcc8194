/** What may be asked for: kind and mode, price, minutes, and the window of a service order. */
import { Seconds } from "@wangge/facts"
import type { Spell } from "@wangge/grid"
import type { Request } from "../OrderCommand.ts"
import * as OrderPrice from "../OrderPrice.ts"
import { make, type OrderRejection } from "../OrderRejection.ts"
import type { OrderRules } from "../OrderRules.ts"
import * as ServiceKind from "../ServiceKind.ts"
import * as ServiceMode from "../ServiceMode.ts"
import { notWhole } from "./clockOrder.ts"
import { firstTwice } from "./moveFrame.ts"

/** The kind of service of a request that is in order, or what stands in its way. */
export const check = (
  rules: OrderRules,
  command: Request
): ServiceKind.ServiceKind | OrderRejection => {
  const { kindId, mode, plannedMinutes } = command
  const kind = ServiceKind.find(rules.kinds, kindId)
  if (kind === undefined) {
    const known = rules.kinds.map(({ id }) => id).join(", ")
    return make("KindUnknown", "kindId", kindId, known)
  }
  if (!kind.modes.includes(mode)) {
    return make("ModeNotAllowed", kindId, mode, kind.modes.join(", "))
  }
  const price = priceProblem(command)
  if (price !== undefined) return price
  if (
    !Number.isSafeInteger(plannedMinutes) ||
    plannedMinutes < 1 ||
    plannedMinutes > kind.minutesMax
  ) {
    return make("MinutesOutOfRange", "plannedMinutes", plannedMinutes, `1-${kind.minutesMax}`)
  }
  const helpers: ReadonlyArray<string> = [command.requesterId, ...command.mandatedIds]
  if (firstTwice(helpers) !== undefined) return make("NamedTwice", "mandatedIds", 2, 1)
  const { atSec, window } = command
  return windowProblem(rules, window, { atSec, plannedMinutes, mode }) ?? kind
}

const priceProblem = ({ mode, price }: Request): OrderRejection | undefined => {
  const asked = ServiceMode.terms[mode].price
  const isPriced = price.unit !== "None"
  if (asked === "Needed" && !isPriced) {
    return make("PriceNeeded", "price", mode, OrderPrice.units.slice(1).join(", "))
  }
  if (asked === "None" && isPriced) return make("PriceNotAllowed", "price", mode, "None")
  if (OrderPrice.isValid(price)) return undefined
  const rule = isPriced ? `1-${OrderPrice.amountMax}` : 0
  return make("PriceOutOfRange", "price", price.amount, rule)
}

/** What stands in the way of a window at an instant. */
export const windowProblem = (
  rules: OrderRules,
  window: Spell.Spell,
  of: {
    readonly atSec: number
    readonly plannedMinutes: number
    readonly mode: ServiceMode.ServiceMode
  }
): OrderRejection | undefined => {
  const { fromSec, untilSec } = window
  const fraction = notWhole("window.fromSec", fromSec) ?? notWhole("window.untilSec", untilSec)
  if (fraction !== undefined) return fraction
  if (untilSec <= fromSec) return make("WindowEmpty", "window", untilSec, fromSec)
  if (untilSec <= of.atSec) return make("WindowPassed", "window", untilSec, of.atSec)
  const minutes = Math.floor((untilSec - fromSec) / Seconds.minuteSec)
  if (minutes < of.plannedMinutes) {
    return make("WindowTooShort", "window", minutes, of.plannedMinutes)
  }
  const noticedSec = of.atSec + rules.noticeSec
  return ServiceMode.terms[of.mode].needsNotice && fromSec < noticedSec
    ? make("NoticeTooShort", "window", fromSec, noticedSec)
    : undefined
}
