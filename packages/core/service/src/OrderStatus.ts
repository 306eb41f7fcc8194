/**
 * Where a service order can stand and which actions each standing allows: the only statement of its
 * life. A status is what the last event left; a standing also counts what time alone has done (an
 * offer that ran out, a window that passed), at once and without anybody sweeping.
 */
import type { Label } from "@wangge/facts"
import type { OrderAction } from "./OrderAction.ts"

/**
 * All statuses. Append only, never reorder or reuse a position.
 *
 * `Done` is what the provider says, `Confirmed` what the requester says. `Unfilled`, `Failed`,
 * `Cancelled` and `Voided` are ends without a credit.
 *
 * @source none: our own names, after the four orders of the Longxian report
 * @category orders
 * @since 0.1.0
 */
export const list = [
  "Requested",
  "Dispatched",
  "Accepted",
  "InProgress",
  "Done",
  "Confirmed",
  "Rated",
  "Disputed",
  "Unfilled",
  "Failed",
  "Cancelled",
  "Voided"
] as const

/**
 * One of {@link list}.
 *
 * @category orders
 * @since 0.1.0
 */
export type OrderStatus = (typeof list)[number]

/**
 * All standings: the statuses, `Lapsed` (nobody took the order before its window ended) and
 * `Unconfirmed` (nobody confirmed in time; only a check by staff helps). Append only.
 *
 * @source none: our own names
 * @category orders
 * @since 0.1.0
 */
export const standings = [...list, "Lapsed", "Unconfirmed"] as const

/**
 * One of {@link standings}.
 *
 * @category orders
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
  Requested: { en: "requested", zh: "已点单" },
  Dispatched: { en: "dispatched", zh: "已派单" },
  Accepted: { en: "accepted", zh: "已接单" },
  InProgress: { en: "in progress", zh: "服务中" },
  Done: { en: "done, not confirmed", zh: "待确认" },
  Confirmed: { en: "confirmed", zh: "已确认" },
  Rated: { en: "rated", zh: "已评单" },
  Disputed: { en: "disputed", zh: "异议核查中" },
  Unfilled: { en: "unfilled", zh: "无人接单" },
  Failed: { en: "failed", zh: "未能服务" },
  Cancelled: { en: "cancelled", zh: "已取消" },
  Voided: { en: "voided", zh: "已作废" },
  Lapsed: { en: "lapsed", zh: "过期无人接单" },
  Unconfirmed: { en: "not confirmed in time", zh: "逾期未确认" }
}

/**
 * The actions that a standing allows; what an action then needs is checked after that.
 *
 * ```ts
 * import { OrderStatus } from "@wangge/service"
 *
 * OrderStatus.allowed.Confirmed // => ["Rate", "Dispute"]
 * ```
 *
 * @source none: our reading of request, dispatch, accept, rate
 * @category orders
 * @since 0.1.0
 */
export const allowed: Readonly<Record<Standing, ReadonlyArray<OrderAction>>> = {
  Requested: ["Dispatch", "Reschedule", "Cancel"],
  Dispatched: ["Accept", "Decline", "Reschedule", "Cancel"],
  Accepted: ["Begin", "GiveBack", "Reschedule", "ReportNoShow", "Fail", "Cancel"],
  InProgress: ["Finish", "Fail"],
  Done: ["Confirm", "Dispute"],
  Confirmed: ["Rate", "Dispute"],
  Rated: ["Dispute"],
  Disputed: ["Settle"],
  Unfilled: [],
  Failed: [],
  Cancelled: [],
  Voided: [],
  Lapsed: ["Reschedule", "Cancel", "CloseUnfilled"],
  Unconfirmed: ["Settle"]
}

/**
 * Whether a standing is an end: nothing can be done with the order any more. A rated order may
 * still be disputed, so it is none.
 *
 * @category orders
 * @since 0.1.0
 */
export const isEnd = (standing: Standing): boolean => allowed[standing].length === 0
