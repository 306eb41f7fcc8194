/**
 * The numbers of policy, leave and the calendar that hold in every preset.
 * Each row says why its value is plausible.
 */
import { assumed, type Entry, row } from "./assumptionRow.ts"

/** The numbers of policy, leave and the calendar that hold in every preset. */
export const rows: ReadonlyArray<Entry> = [
  row(
    "policy.amberShare",
    "Light turns amber at this share of the limit",
    "黄灯时点",
    assumed(0.75, "share", "a quarter of the limit is left to act")
  ),
  row(
    "policy.oldCaseShare",
    "Cases go before duties after this share of the limit",
    "案件优先时点",
    assumed(0.5, "share", "half the limit")
  ),
  row(
    "policy.maxReturns",
    "Returns allowed per case",
    "退回次数上限",
    assumed(2, "returns", "then somebody has to keep it")
  ),
  row(
    "policy.appealDays",
    "Days within which a case can be reopened",
    "可重开天数",
    assumed(30, "days", "one month to notice that it broke again")
  ),
  row(
    "staff.leaveShare",
    "Working days on which a worker is away",
    "缺勤占比",
    assumed(
      0.04,
      "share",
      "5 days of statutory annual leave and as many of illness or courses, of 248"
    )
  ),
  row(
    "calendar.warmUpDays",
    "Days simulated before counting starts",
    "预热天数",
    assumed(28, "days", "longer than nearly all cases stay open")
  ),
  row("calendar.days", "Measured days", "统计天数", assumed(365, "days", "one year"))
]
