/**
 * How a service is given: free, paid, by order, at home, for many at one place, or booked. Service
 * orders carry one mode; the mode says whether a price has to be stated and whether notice is due.
 */
import type { Label } from "@wangge/facts"

/**
 * All modes. The position is the number used in databases: append only, never reorder or reuse a
 * position.
 *
 * @source Xixian report: paid, by order, at home, centralised (有偿、订单、上门、集中); Bagongshan
 * report: booked (预约); `Free` is the rest
 * @category modes
 * @since 0.1.0
 */
export const list = ["Free", "Paid", "ByOrder", "AtHome", "Centralised", "Booked"] as const

/**
 * One mode.
 *
 * @category modes
 * @since 0.1.0
 */
export type ServiceMode = (typeof list)[number]

/**
 * The number of a mode: its position in {@link list}.
 *
 * Throws a `RangeError` for a text that is not in the list: a schema at the edge has let it pass.
 *
 * ```ts
 * import { ServiceMode } from "@wangge/service"
 *
 * ServiceMode.codeOf("AtHome") // => 3
 * ```
 *
 * @category modes
 * @since 0.1.0
 */
export const codeOf = (mode: ServiceMode): number => {
  const code = list.indexOf(mode)
  if (code < 0) throw new RangeError(`A mode is one of ${list.join(", ")}; got ${mode}`)
  return code
}

/**
 * What each mode is called on a screen, in English and Chinese.
 *
 * @source Xixian and Bagongshan reports: the Chinese words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<ServiceMode, Label.Label>> = {
  Free: { en: "free", zh: "无偿服务" },
  Paid: { en: "paid", zh: "有偿服务" },
  ByOrder: { en: "by order", zh: "订单服务" },
  AtHome: { en: "at home", zh: "上门服务" },
  Centralised: { en: "centralised", zh: "集中服务" },
  Booked: { en: "booked", zh: "预约服务" }
}

/**
 * What a mode asks of an order: whether a price is needed, possible or ruled out, and whether the
 * wanted window has to lie ahead by the notice of the rules.
 *
 * @category modes
 * @since 0.1.0
 */
export interface Terms {
  readonly price: "Needed" | "Possible" | "None"
  readonly needsNotice: boolean
}

/**
 * The terms of each mode.
 *
 * ```ts
 * import { ServiceMode } from "@wangge/service"
 *
 * ServiceMode.terms.Free.price // => "None"
 * ```
 *
 * @source none: the plain meaning of the words; no report states terms
 * @category modes
 * @since 0.1.0
 */
export const terms: Readonly<Record<ServiceMode, Terms>> = {
  Free: { price: "None", needsNotice: false },
  Paid: { price: "Needed", needsNotice: false },
  ByOrder: { price: "Possible", needsNotice: false },
  AtHome: { price: "Possible", needsNotice: false },
  Centralised: { price: "Possible", needsNotice: false },
  Booked: { price: "Possible", needsNotice: true }
}
