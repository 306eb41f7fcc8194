/**
 * What can be done with a service order and by whom: request, dispatch, accept, do, confirm, rate,
 * and everything that goes otherwise. The four orders of 四单联动 are the request, the dispatch, the
 * acceptance and the rating (点、派、接、评).
 */
import type { Label } from "@wangge/facts"

/**
 * All actions, the opening one first. Append only.
 *
 * @source Longxian report: request, dispatch, accept, rate (点单、派单、接单、评单); the others are ours
 * @category orders
 * @since 0.1.0
 */
export const list = [
  "Request",
  "Dispatch",
  "Accept",
  "Decline",
  "GiveBack",
  "Reschedule",
  "Begin",
  "Finish",
  "Confirm",
  "Rate",
  "Dispute",
  "Settle",
  "ReportNoShow",
  "Fail",
  "Cancel",
  "CloseUnfilled"
] as const

/**
 * One of {@link list}.
 *
 * @category orders
 * @since 0.1.0
 */
export type OrderAction = (typeof list)[number]

/**
 * What each action is called on a screen, in English and Chinese.
 *
 * @source Longxian report for 点单, 派单, 接单, 评单; the other words are usual
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<OrderAction, Label.Label>> = {
  Request: { en: "request", zh: "点单" },
  Dispatch: { en: "dispatch", zh: "派单" },
  Accept: { en: "accept", zh: "接单" },
  Decline: { en: "decline", zh: "谢绝" },
  GiveBack: { en: "give back", zh: "退单" },
  Reschedule: { en: "reschedule", zh: "改期" },
  Begin: { en: "begin", zh: "开始服务" },
  Finish: { en: "finish", zh: "完成服务" },
  Confirm: { en: "confirm", zh: "确认" },
  Rate: { en: "rate", zh: "评单" },
  Dispute: { en: "dispute", zh: "提出异议" },
  Settle: { en: "settle", zh: "核定" },
  ReportNoShow: { en: "report a no-show", zh: "登记爽约" },
  Fail: { en: "record a failure", zh: "登记未能服务" },
  Cancel: { en: "cancel", zh: "取消" },
  CloseUnfilled: { en: "close unfilled", zh: "无人接单结单" }
}

/**
 * As what somebody acts: the one who asked, a helper with a recorded mandate of the requester, one
 * of those who give the service, or staff who are no party to the order. Append only.
 *
 * @source none: our own names
 * @category orders
 * @since 0.1.0
 */
export const roles = ["Requester", "Mandated", "Provider", "Staff"] as const

/**
 * One of {@link roles}.
 *
 * @category orders
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
  Requester: { en: "the requester", zh: "点单人" },
  Mandated: { en: "a mandated helper", zh: "受托帮办人" },
  Provider: { en: "the provider", zh: "服务人员" },
  Staff: { en: "staff", zh: "工作人员" }
}

const requesting: ReadonlyArray<Role> = ["Requester", "Mandated", "Staff"]

/**
 * Who may do what.
 *
 * Volunteering is voluntary, so only the provider accepts; only the requester rates; only staff
 * settle. Providers may offer themselves, that is, dispatch an order to themselves.
 *
 * ```ts
 * import { OrderAction } from "@wangge/service"
 *
 * OrderAction.whoMay.Rate // => ["Requester"]
 * ```
 *
 * @source Civil Affairs Order 67 (2021): volunteering is voluntary; the rest is ours
 * @category orders
 * @since 0.1.0
 */
export const whoMay: Readonly<Record<OrderAction, ReadonlyArray<Role>>> = {
  Request: requesting,
  Dispatch: roles,
  Accept: ["Provider"],
  Decline: ["Provider"],
  GiveBack: ["Provider", "Staff"],
  Reschedule: roles,
  Begin: ["Provider"],
  Finish: ["Provider"],
  Confirm: requesting,
  Rate: ["Requester"],
  Dispute: roles,
  Settle: ["Staff"],
  ReportNoShow: roles,
  Fail: ["Provider", "Staff"],
  Cancel: requesting,
  CloseUnfilled: requesting
}
