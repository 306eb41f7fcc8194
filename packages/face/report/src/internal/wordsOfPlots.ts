/** Words of the pictures, in English and Chinese. `{name}` is filled when the page is made. */
import type { Label } from "@wangge/facts"

/** Weekly flow of cases. */
export const flow = {
  title: { en: "Cases over the year", zh: "全年案件流量" },
  perWeek: { en: "cases a week", zh: "每周案件数" },
  openAxis: { en: "open at the week's end", zh: "周末未结案件数" },
  raised: { en: "raised", zh: "上报" },
  closed: { en: "closed", zh: "结案" },
  open: { en: "open", zh: "未结" },
  caption: {
    en: "Lines are means over {replications} replications; shaded bands run from the smallest to the largest replication (raised and open). In the busiest week, from {busyDate}, {busy} cases were raised; in the quietest, from {quietDate}, {quiet}. At a week's end, between {openLow} and {openHigh} cases were open on average.{partial}",
    zh: "线为{replications}次重复模拟的平均值，阴影为各次模拟的最小值至最大值（上报与未结）。上报最多的一周自{busyDate}起，共{busy}件；最少的一周自{quietDate}起，共{quiet}件。各周末平均未结案件在{openLow}至{openHigh}件之间。{partial}"
  },
  partial: {
    en: " The last week has only {days} of 7 days and is left out of the upper picture.",
    zh: "最后一周只有{days}天，未画入上图。"
  },
  tooShort: {
    en: "The period has no full week, so there is no weekly flow to draw; the table below has the counts.",
    zh: "统计期不足一周，无法按周作图；数字见下表。"
  },
  table: {
    en: "Cases by week: mean (smallest to largest replication)",
    zh: "按周案件数：平均值（各次模拟的最小值至最大值）"
  },
  week: { en: "Week from", zh: "起始日" },
  days: { en: "Days", zh: "天数" }
} satisfies Readonly<Record<string, Label.Label>>

/** Time to close by level. */
export const closing = {
  title: {
    en: "Time from report to closing, by the level that finished the case",
    zh: "各层级办结的案件从上报到结案的用时"
  },
  axis: {
    en: "hours and days since the report (logarithmic scale)",
    zh: "自上报起的时间（对数刻度）"
  },
  caption: {
    en: "All closed cases of all {replications} replications. The box holds the middle half of the cases, the thick line is the median, the whiskers reach from the fastest tenth to the slowest tenth. {levels}",
    zh: "包括全部{replications}次模拟中已结案的案件。箱体为中间一半案件，粗线为中位数，两端线段从最快的十分之一到最慢的十分之一。{levels}"
  },
  level: {
    en: "Finished at {level} level: half within {median}, nine in ten within {p90}.",
    zh: "{level}办结：一半在{median}内，九成在{p90}内。"
  },
  noCase: { en: "no case was finished here", zh: "没有在此办结的案件" },
  row: { en: "{count} cases a run", zh: "每次模拟{count}件" },
  table: {
    en: "Hours from report to closing: quantiles over all replications",
    zh: "从上报到结案的小时数：全部模拟的分位数"
  },
  levelHead: { en: "Level", zh: "层级" },
  casesHead: { en: "Cases a run", zh: "每次件数" }
} satisfies Readonly<Record<string, Label.Label>>

/** Use of time by hour of the week. */
export const week = {
  title: { en: "How busy grid workers are, by hour of the week", zh: "网格员一周各时段的繁忙程度" },
  caption: {
    en: "Percent of the grid workers on shift who are busy (cases and duties together), mean over {replications} replications; darker is busier; an empty cell is an hour at which nobody is on shift. Busiest: {busyDay}, {busyHour}:00, {busy}. Least busy while on shift: {quietDay}, {quietHour}:00, {quiet}.",
    zh: "在岗网格员中正在工作（办案与日常职责合计）者的百分比，为{replications}次模拟的平均值；颜色越深越忙，空格表示该时段无人在岗。最忙：{busyDay}{busyHour}时，{busy}；在岗时最闲：{quietDay}{quietHour}时，{quiet}。"
  },
  nobody: {
    en: "In this scenario no grid worker is ever on shift.",
    zh: "本方案中没有网格员在岗。"
  },
  hour: { en: "hour", zh: "时" }
} satisfies Readonly<Record<string, Label.Label>>

/** Monday to Sunday. */
export const weekdays: ReadonlyArray<Label.Label> = [
  { en: "Monday", zh: "周一" },
  { en: "Tuesday", zh: "周二" },
  { en: "Wednesday", zh: "周三" },
  { en: "Thursday", zh: "周四" },
  { en: "Friday", zh: "周五" },
  { en: "Saturday", zh: "周六" },
  { en: "Sunday", zh: "周日" }
]

/** January to December. */
export const months: ReadonlyArray<Label.Label> = [
  { en: "Jan", zh: "1月" },
  { en: "Feb", zh: "2月" },
  { en: "Mar", zh: "3月" },
  { en: "Apr", zh: "4月" },
  { en: "May", zh: "5月" },
  { en: "Jun", zh: "6月" },
  { en: "Jul", zh: "7月" },
  { en: "Aug", zh: "8月" },
  { en: "Sep", zh: "9月" },
  { en: "Oct", zh: "10月" },
  { en: "Nov", zh: "11月" },
  { en: "Dec", zh: "12月" }
]

/** On-time share by community. */
export const communities = {
  title: { en: "Handled in time, by community", zh: "各社区按期办结情况" },
  axis: { en: "share of due cases handled in time", zh: "到期案件中按期办结的比例" },
  town: { en: "whole town {share}", zh: "全域{share}" },
  caption: {
    en: "Dot: mean over the replications; bar: {confidence} interval. Sorted from best to worst; the axis starts at {start}. {best} comes first with {bestShare}, {worst} last with {worstShare}. Where two bars overlap widely, the order of the two may be chance.{cut}",
    zh: "圆点为各次模拟的平均值，横线为{confidence}置信区间；从高到低排列，横轴从{start}开始。最高为{best}（{bestShare}），最低为{worst}（{worstShare}）。两条横线明显重叠时，先后可能只是偶然。{cut}"
  },
  cut: {
    en: " Only the {shown} lowest of {count} are drawn; the table has all.",
    zh: "图中只画出{count}个社区中最低的{shown}个，全部见表。"
  },
  nothingDue: { en: "No case fell due in any community.", zh: "各社区均无到期案件。" },
  table: {
    en: "Due cases and cases handled in time, by community (means over the replications)",
    zh: "各社区到期与按期办结案件（各次模拟的平均值）"
  },
  head: { en: "Community", zh: "社区" },
  name: { en: "Community {number}", zh: "社区{number}" },
  id: { en: "Id", zh: "编号" },
  raised: { en: "Raised", zh: "上报" },
  due: { en: "Due", zh: "到期" },
  inTime: { en: "Handled in time", zh: "按期办结" },
  share: { en: "Share", zh: "比例" },
  interval: { en: "Interval", zh: "置信区间" }
} satisfies Readonly<Record<string, Label.Label>>

/** Use of time by kind of worker. */
export const workers = {
  title: { en: "Where the working time goes", zh: "工作时间的去向" },
  cases: { en: "cases", zh: "办案" },
  duties: { en: "fixed duties", zh: "日常职责" },
  free: { en: "free", zh: "空闲" },
  row: {
    en: "{cases} cases + {duties} duties = {total}",
    zh: "办案{cases} + 职责{duties} = {total}"
  },
  overtime: { en: "{hours} hours of overtime a run", zh: "每次模拟加班{hours}小时" },
  people: { en: "{count} people", zh: "{count}人" },
  nobody: { en: "nobody in this post", zh: "无此岗位人员" },
  noTime: { en: "no hours on shift", zh: "没有在岗时间" },
  axis: { en: "share of hours on shift", zh: "占在岗时间的比例" },
  caption: {
    en: "Hours on shift by what they are used for, means over {replications} replications: solid is work on cases, hatched is fixed duties (visits, patrols, data entry, meetings, campaigns), white is free. {words}",
    zh: "在岗时间的用途，为{replications}次模拟的平均值：实心为办案，斜线为日常职责（走访、巡查、录入、会议、活动），空白为空闲。{words}"
  },
  words: { en: "{kind}: {total} used.", zh: "{kind}：使用{total}。" },
  table: {
    en: "Hours by kind of worker (means over the replications)",
    zh: "各类人员工时（各次模拟的平均值）"
  },
  kindHead: { en: "Post", zh: "岗位" },
  peopleHead: { en: "People", zh: "人数" },
  availableHead: { en: "Hours on shift", zh: "在岗小时" },
  caseHead: { en: "On cases", zh: "办案小时" },
  dutyHead: { en: "On duties", zh: "职责小时" },
  overtimeHead: { en: "Overtime", zh: "加班小时" },
  giniHead: { en: "Gini", zh: "基尼系数" }
} satisfies Readonly<Record<string, Label.Label>>

/** Kinds of worker. */
export const workerKinds = {
  gridWorker: { en: "Grid workers", zh: "网格员" },
  communityStaff: { en: "Community staff", zh: "社区工作者" },
  subdistrictStaff: { en: "Sub-district staff", zh: "街道工作人员" },
  departmentStaff: { en: "Department staff (pooled)", zh: "部门工作人员（合并）" },
  onCall: { en: "On-call roster", zh: "应急值班" }
} satisfies Readonly<Record<string, Label.Label>>

/** Words that several pictures use. */
export const general = {
  numbers: { en: "The numbers behind the picture", zh: "图中数字" },
  range: { en: "{mean} ({low} to {high})", zh: "{mean}（{low}至{high}）" },
  interval: { en: "{low} to {high}", zh: "{low}至{high}" }
} satisfies Readonly<Record<string, Label.Label>>
