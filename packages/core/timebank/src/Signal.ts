/**
 * Signals: places in the books that somebody should look at, such as two members who serve only each
 * other. A signal is a question and never an answer: nothing in this package takes, blocks or lowers
 * anything because of one, and no command carries one. It states what was counted, the threshold,
 * the window and the orders, so that a person can look and be told why.
 */
import { Label } from "@wangge/facts"

/**
 * The codes of all signals. Append only.
 *
 * `MutualPair`: two serve each other in balance, more than by chance. `Ring`: three or more serve
 * round in a circle. `SameHousehold`: one served another of the same household. `NearDayCap` and
 * `NearMonthCap`: credits end just below a cap again and again. `AlwaysMaximum`: orders last as long
 * as the tariff pays. `ConfirmedOtherwise`: one order was confirmed twice with different content.
 *
 * @source none: our own names
 * @category signals
 * @since 0.1.0
 */
export const codes = [
  "MutualPair",
  "Ring",
  "SameHousehold",
  "NearDayCap",
  "NearMonthCap",
  "AlwaysMaximum",
  "ConfirmedOtherwise"
] as const

/**
 * One of {@link codes}.
 *
 * @category signals
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * The names of what is measured. Append only.
 *
 * `orders`, `minutes`, `periods`: counts. `balanceShare`: the lightest link's minutes by the heaviest
 * link's. `falseAlarms`: circles at least as heavy that chance alone is expected to make, at most.
 * `nearShare`: periods just below the cap by periods with service. `maximumShare`: orders at the
 * maximum by orders.
 *
 * @source none: our own names
 * @category signals
 * @since 0.1.0
 */
export const measures = [
  "orders",
  "minutes",
  "periods",
  "balanceShare",
  "falseAlarms",
  "nearShare",
  "maximumShare"
] as const

/**
 * One number of a signal: what was measured and the threshold of the policy that it passed, from
 * above (`AtLeast`) or from below (`AtMost`).
 *
 * @category signals
 * @since 0.1.0
 */
export interface Measured {
  readonly name: (typeof measures)[number]
  readonly value: number
  readonly side: "AtLeast" | "AtMost"
  readonly threshold: number
}

/**
 * One signal: the persons in it (smallest id first, then round the circle), the window that was
 * looked at from `fromSec` up to but not including `untilSec`, the numbers and the orders, sorted.
 *
 * @category signals
 * @since 0.1.0
 */
export interface Signal {
  readonly code: Code
  readonly subjectIds: ReadonlyArray<string>
  readonly fromSec: number
  readonly untilSec: number
  readonly measured: ReadonlyArray<Measured>
  readonly orderIds: ReadonlyArray<string>
}

/**
 * The words of each code: `{subjects}` are the persons' ids, `{orders}` the number of orders. Each
 * says what may be quite innocent about it.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  MutualPair: {
    en: "{subjects} served each other in balance ({orders} orders), more than chance explains. Neighbours or friends may do so openly; ask before judging.",
    zh: "{subjects}互相服务且时长相当(共{orders}单),超出偶然可解释的程度。邻里好友之间也可能如此,请先询问再判断。"
  },
  Ring: {
    en: "{subjects} served one another round in a circle ({orders} orders), more than chance explains. A small mutual-aid group looks the same; ask before judging.",
    zh: "{subjects}依次循环服务(共{orders}单),超出偶然可解释的程度。小型互助组也会如此,请先询问再判断。"
  },
  SameHousehold: {
    en: "{subjects} belong to one household and served each other ({orders} orders). Check whether the rules allow it or the register is out of date.",
    zh: "{subjects}属于同一户且有服务记录(共{orders}单)。请核对规则是否允许,或户籍登记是否过时。"
  },
  NearDayCap: {
    en: "{subjects} ended just below the cap of a day again and again ({orders} orders). A fixed shift of that length looks the same.",
    zh: "{subjects}多次接近每日上限而不超过(共{orders}单)。固定时长的班次也会如此。"
  },
  NearMonthCap: {
    en: "{subjects} ended just below the cap of a month again and again ({orders} orders). A fixed rota of that length looks the same.",
    zh: "{subjects}多次接近每月上限而不超过(共{orders}单)。固定排班也会如此。"
  },
  AlwaysMaximum: {
    en: "Nearly all orders of {subjects} lasted as long as the tariff pays ({orders} orders). Services of a fixed length look the same.",
    zh: "{subjects}的订单几乎都达到计时上限(共{orders}单)。固定时长的服务也会如此。"
  },
  ConfirmedOtherwise: {
    en: "An order of {subjects} was confirmed again with other content; the first credit stands. Two devices or a slip of the hand are the usual reasons.",
    zh: "{subjects}的订单再次确认时内容不同,以首次入账为准。常见原因是两台设备或误操作。"
  }
}

/**
 * A signal in words, English and Chinese.
 *
 * ```ts
 * import { Signal } from "@wangge/timebank"
 *
 * Signal.describe({
 *   code: "SameHousehold", subjectIds: ["ann", "bob"], fromSec: 0, untilSec: 86_400,
 *   measured: [], orderIds: ["o-1"]
 * }).zh // => "ann, bob属于同一户且有服务记录(共1单)。请核对规则是否允许,或户籍登记是否过时。"
 * ```
 *
 * @category labels
 * @since 0.1.0
 */
export const describe = (signal: Signal): Label.Label =>
  Label.fill(words[signal.code], {
    subjects: signal.subjectIds.join(", "),
    orders: signal.orderIds.length
  })
