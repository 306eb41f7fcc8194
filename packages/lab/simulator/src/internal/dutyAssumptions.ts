/**
 * How much the fixed duties of grid workers take, per thing that they serve.
 * Each row says why its value is plausible.
 */
import { assumed, derived, type Entry, row } from "./assumptionRow.ts"

/** How much the fixed duties of grid workers take, per thing that they serve. */
export const rows: ReadonlyArray<Entry> = [
  row(
    "duties.visitsPerHouseholdYear",
    "Visits of each household a year",
    "每户每年走访次数",
    assumed(4, "visits", "one each quarter")
  ),
  row(
    "duties.visitMin",
    "One visit",
    "一次走访用时",
    assumed(30, "min", "with the way there; 209 households a quarter make 35 hours a month")
  ),
  row(
    "duties.patrolPassesPerDay",
    "Patrol passes of a building and working day",
    "每楼每日巡查次数",
    assumed(1, "passes", "each working day")
  ),
  row(
    "duties.patrolMinPerBuilding",
    "One patrol pass of a building",
    "一次楼栋巡查用时",
    derived(
      27.5,
      "min",
      "40 h a month (assumed) x 110 workers / 465 buildings (Longxian, derived) / 20.67 working days, in minutes"
    )
  ),
  row(
    "duties.dataEntryMinPerVisit",
    "Data entry for a visit",
    "走访录入用时",
    assumed(22, "min", "with the next line, about 30 hours a month for a worker in Longxian")
  ),
  row(
    "duties.dataEntryMinPerCase",
    "Data entry for a case",
    "案件录入用时",
    assumed(45, "min", "several platforms ask for the same case")
  ),
  row(
    "duties.meetingHoursPerWorkerMonth",
    "Meetings and training",
    "会议培训",
    assumed(
      15,
      "hours per worker and month",
      "about three quarters of an hour each working day, spread evenly"
    )
  ),
  row(
    "duties.campaignHoursPerCommunityMonth",
    "Campaigns",
    "专项活动",
    derived(
      440,
      "hours per community and month",
      "20 h per worker and month (assumed) x 110 workers / 5 communities (Longxian)"
    )
  ),
  row(
    "duties.graceDays",
    "Days until an unbegun task counts as missed",
    "任务宽限天数",
    assumed(30, "days", "a month's plan is carried over once")
  )
]
