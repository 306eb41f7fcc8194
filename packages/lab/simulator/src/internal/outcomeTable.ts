/**
 * The outcomes' units, directions and words, in the order they are printed.
 */
import type { Definition, Id, Unit } from "../Outcome.ts"

const define = (
  id: Id,
  unit: Unit,
  direction: -1 | 0 | 1,
  words: readonly [en: string, zh: string, definitionEn: string, definitionZh: string]
): Definition => ({
  id,
  unit,
  direction,
  label: { en: words[0], zh: words[1] },
  definition: { en: words[2], zh: words[3] }
})

/** One row per outcome. */
export const table: ReadonlyArray<Definition> = [
  define("casesRaised", "cases", 0, [
    "Cases raised",
    "上报案件",
    "Cases reported in the period, repeats and duplicates included",
    "期内上报案件，含重复反映"
  ]),
  define("casesClosed", "cases", 0, [
    "Cases closed",
    "结案",
    "Of those: written off, rejected, merged or withdrawn by the end",
    "期末已销号、不予受理、并案或撤回"
  ]),
  define("casesOpen", "cases", -1, [
    "Cases open",
    "未结案件",
    "Of those: still open at the end",
    "期末仍未结案"
  ]),
  define("claimedResolution", "share", 1, [
    "Claimed resolved",
    "办结率（自报）",
    "Claimed resolved by the end / cases due in the period",
    "期末已办结/期内应结"
  ]),
  define("verifiedResolution", "share", 1, [
    "Verified resolved",
    "核实解决率",
    "Confirmed by the reporter / follow-ups that reached the reporter",
    "回访确认解决/回访接通"
  ]),
  define("trueResolution", "share", 1, [
    "Truly resolved",
    "真实解决率",
    "Written off and truly resolved / written off; only a simulation can know it",
    "真实解决/销号（仅仿真可知）"
  ]),
  define("followUpReach", "share", 1, [
    "Follow-up reach",
    "回访接通率",
    "Follow-ups that reached the reporter / follow-ups made",
    "接通/回访次数"
  ]),
  define("onTimeShare", "share", 1, [
    "On time",
    "按期率",
    "Claimed resolved in time / cases due in the period",
    "按期办结/期内应结"
  ]),
  define("onTimeShareWorstTenth", "share", 1, [
    "On time in the worst tenth of grids",
    "最差一成网格按期率",
    "The same over the tenth of grids with the lowest shares",
    "按期率最低的一成网格合计"
  ]),
  define("satisfaction", "share", 1, [
    "Satisfied",
    "满意率",
    "Satisfied / reporters reached at follow-up",
    "满意/回访接通"
  ]),
  define("hoursToResolveMedian", "hours", -1, [
    "Time to resolve, median",
    "办结用时中位数",
    "From report to the last claimed resolution; open cases count as still running (Kaplan-Meier)",
    "上报至最后一次办结；未结案件按仍在进行计（Kaplan-Meier）"
  ]),
  define("hoursToCloseMedian", "hours", -1, [
    "Time to close, median",
    "结案用时中位数",
    "From report to write-off, follow-up included; open cases count as still running (Kaplan-Meier)",
    "上报至销号，含回访；未结案件按仍在进行计（Kaplan-Meier）"
  ]),
  define("hoursToCloseP90", "hours", -1, [
    "Time to close, 90th percentile",
    "结案用时90%分位",
    "Nine of ten cases close within it; open cases count as still running (Kaplan-Meier)",
    "九成案件在此时间内结案；未结案件按仍在进行计（Kaplan-Meier）"
  ]),
  define("backlog", "cases", -1, [
    "Backlog",
    "在办案件",
    "Open cases, average over the period",
    "期内平均在办案件数"
  ]),
  define("overdueShare", "share", -1, [
    "Open and overdue at the end",
    "期末超期未结率",
    "Due, not resolved and open at the end / cases due",
    "期末超期未办结/期内应结"
  ]),
  define("reopenShare", "share", -1, [
    "Reopened",
    "重开率",
    "Reopened at least once / claimed resolved at least once",
    "至少重开一次/至少办结一次"
  ]),
  define("repeatShare", "share", -1, [
    "Repeat contacts",
    "重复反映率",
    "Contacts about a matter already raised / all residents' cases",
    "重复反映/全部居民诉求"
  ]),
  define("finishedAtGrid", "share", 0, [
    "Finished at the grid",
    "网格内办结",
    "Resolved by grid workers / written off",
    "网格办结/销号"
  ]),
  define("finishedAtCommunity", "share", 0, [
    "Finished at the community",
    "社区办结",
    "Resolved at the community / written off",
    "社区办结/销号"
  ]),
  define("finishedAtSubdistrict", "share", 0, [
    "Finished at the sub-district",
    "街道办结",
    "Resolved at the sub-district or town / written off",
    "街道（镇）办结/销号"
  ]),
  define("finishedAtDepartment", "share", 0, [
    "Finished at a department",
    "部门办结",
    "Resolved at a department / written off",
    "部门办结/销号"
  ]),
  define("useOfTime", "share", 0, [
    "Use of grid workers' time",
    "网格员工时利用率",
    "Hours at work / hours on shift and present",
    "工作时间/在岗时间"
  ]),
  define("useOfTimeCases", "share", 0, [
    "Of that, cases",
    "其中：案件",
    "Hours on cases / hours on shift and present",
    "案件工时/在岗时间"
  ]),
  define("useOfTimeDuties", "share", 0, [
    "Of that, duties",
    "其中：日常任务",
    "Hours on visits, patrols, entry, meetings, campaigns / hours present",
    "走访巡查录入会议活动工时/在岗时间"
  ]),
  define("useOfTimeGini", "share", -1, [
    "Unevenness between grid workers",
    "网格员忙闲不均",
    "Gini coefficient of their use of time, 0 = all alike",
    "利用率基尼系数，0为完全均衡"
  ]),
  define("useOfTimeCommunity", "share", 0, [
    "Use of community staff's time",
    "社区人员工时利用率",
    "Hours at work / hours on shift and present",
    "工作时间/在岗时间"
  ]),
  define("useOfTimeSubdistrict", "share", 0, [
    "Use of sub-district staff's time",
    "街道人员工时利用率",
    "Hours on these cases / hours on shift and present",
    "本案件工时/在岗时间"
  ]),
  define("useOfTimeDepartment", "share", 0, [
    "Use of the department's desk",
    "部门工时利用率",
    "Hours on these cases / hours on shift",
    "本案件工时/在岗时间"
  ]),
  define("overtimeHours", "hoursPerWorkerMonth", -1, [
    "Overtime of grid workers",
    "网格员加班",
    "Hours outside the shift per worker and month",
    "每人每月班外工时"
  ]),
  define("foundBeforeComplaint", "share", 1, [
    "Found before complaint",
    "主动发现率",
    "Visible defects found by workers / found by workers or reported by residents",
    "网格员发现/可见问题"
  ]),
  define("visitCover", "share", 1, [
    "Visit cover",
    "走访覆盖率",
    "Visits made / visits due",
    "已走访/应走访"
  ]),
  define("patrolCover", "share", 1, [
    "Patrol cover",
    "巡查覆盖率",
    "Patrol passes made / passes due",
    "已巡查/应巡查"
  ]),
  define("dutyCover", "share", 1, [
    "Duties done",
    "日常任务完成率",
    "Minutes of duties done / minutes done or dropped: visits, patrols, entry, meetings, campaigns",
    "完成的任务分钟/完成与落空的任务分钟，含走访、巡查、录入、会议、活动"
  ]),
  define("petitions", "perThousandMonth", -1, [
    "Petitions",
    "信访量",
    "Petitions per 1,000 residents and month",
    "每千人每月信访件次"
  ])
]
