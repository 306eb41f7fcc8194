/** Words of the tables and of what is said about them, in English and Chinese. */
import type { Label } from "@wangge/facts"

/** The table of all outcomes. */
export const outcomes = {
  caption: {
    en: "Outcomes: means over {replications} replications with {confidence} intervals; half-widths of percentages are in percentage points",
    zh: "指标：{replications}次模拟的平均值与{confidence}置信区间；百分比的半宽以百分点计"
  },
  outcome: { en: "Outcome", zh: "指标" },
  mean: { en: "Mean", zh: "平均值" },
  halfWidth: { en: "± half-width", zh: "±半宽" },
  interval: { en: "Interval", zh: "置信区间" },
  unit: { en: "Unit", zh: "单位" },
  definition: { en: "What it counts", zh: "定义" },
  mark: { en: "◆ repeats an assumption", zh: "◆ 主要由假定决定" },
  range: { en: "{low} to {high}", zh: "{low}至{high}" }
} satisfies Readonly<Record<string, Label.Label>>

/** Units of outcomes. */
export const units = {
  cases: { en: "cases", zh: "件" },
  share: { en: "percent", zh: "百分比" },
  hours: { en: "hours", zh: "小时" },
  perThousandMonth: { en: "per 1,000 residents and month", zh: "每千人每月" },
  hoursPerWorkerMonth: { en: "hours per worker and month", zh: "小时/人·月" }
} satisfies Readonly<Record<string, Label.Label>>

/** Which assumption decides which outcome. */
export const decides = {
  lead: {
    en: "Some assumptions were switched one at a time and the outcomes watched, on the same random numbers in {replications} replications. The sensitivity says by how many percent an outcome moves when the assumption moves by one percent. An outcome is marked ◆ where some sensitivity lies between {least} and {most}: it moves nearly in proportion, so it mostly repeats that assumption and tells what was put in, not what the town would find out.",
    zh: "用同一组随机数（重复{replications}次）逐一改变部分假定并观察指标。灵敏度表示假定变动1%时指标变动百分之几。灵敏度在{least}至{most}之间的指标标有◆：它几乎与该假定同比例变动，主要是该假定的重复，反映的是输入，而不是新的发现。"
  },
  none: {
    en: "No outcome is marked: either no assumption was switched in this run, or none was followed in proportion.",
    zh: "没有标注任何指标：或者本次没有逐一改变假定，或者没有指标与某一假定同比例变动。"
  },
  caption: {
    en: "Assumptions switched and the outcomes that moved, strongest first for each outcome",
    zh: "被改变的假定及随之变动的指标（按指标从强到弱）"
  },
  outcome: { en: "Outcome", zh: "指标" },
  assumption: { en: "Assumption", zh: "假定" },
  from: { en: "From", zh: "原值" },
  to: { en: "To", zh: "改为" },
  elasticity: { en: "Sensitivity", zh: "灵敏度" },
  words: {
    en: "{outcome} is decided mostly by “{assumption}”: one percent more of it moves the outcome by {elasticity} percent.",
    zh: "“{outcome}”主要由“{assumption}”决定：后者增加1%，指标变动{elasticity}%。"
  }
} satisfies Readonly<Record<string, Label.Label>>

/** Cases by what became of them, source and category. */
export const cases = {
  endCaption: {
    en: "Cases of the period by what became of them (means over the replications)",
    zh: "统计期案件的去向（各次模拟的平均值）"
  },
  end: { en: "End state", zh: "结果" },
  number: { en: "Cases", zh: "案件数" },
  share: { en: "Share", zh: "比例" },
  writtenOff: {
    en: "written off (closed with a result and a follow-up)",
    zh: "销号（有结果并已回访）"
  },
  rejected: { en: "rejected (not actionable)", zh: "不予受理" },
  merged: { en: "merged with another case", zh: "并案" },
  withdrawn: { en: "withdrawn by the reporter", zh: "撤回" },
  open: { en: "still open at the end", zh: "期末未结" },
  sum: { en: "sum = cases raised", zh: "合计=上报案件" },
  holds: {
    en: "Nothing is lost: raised = written off + rejected + merged + withdrawn + open holds exactly in {runs} of {runCount} replications and in {grids} of {gridCount} sums by grid.",
    zh: "案件不丢失：上报=销号+不予受理+并案+撤回+未结，在{runCount}次模拟中有{runs}次、在{gridCount}个分网格合计中有{grids}个精确成立。"
  },
  sourceCaption: {
    en: "Cases by how they came in (means over the replications)",
    zh: "按来源分（各次模拟的平均值）"
  },
  source: { en: "Source", zh: "来源" },
  otherSource: { en: "source {number}", zh: "来源{number}" },
  categoryCaption: {
    en: "Cases by category, and how many due cases were handled in time (means over the replications)",
    zh: "按类别分及按期办结（各次模拟的平均值）"
  },
  category: { en: "Category", zh: "类别" },
  raised: { en: "Raised", zh: "上报" },
  due: { en: "Due", zh: "到期" },
  inTime: { en: "Handled in time", zh: "按期办结" },
  onTime: { en: "On-time share", zh: "按期率" },
  all: { en: "all categories", zh: "合计" },
  waiting: {
    en: "At the end, {count} cases on average wait for a level that has no worker.",
    zh: "期末平均有{count}件案件等待没有工作人员的层级处理。"
  }
} satisfies Readonly<Record<string, Label.Label>>

/** The tables of assumptions. */
export const assumptions = {
  lead: {
    en: "Every number the simulation starts from, with where it comes from. Sources are quoted as they are written. The path is where the number stands in the scenario file.",
    zh: "模拟所用的每个数字及其出处。出处按原文列出；路径为该数字在方案文件中的位置。"
  },
  changed: {
    en: "changed in this scenario, preset value {value}",
    zh: "本方案已修改，预设值{value}"
  },
  changedCount: {
    en: "{count} numbers differ from the preset; they are marked ▲.",
    zh: "有{count}个数字与预设不同，以▲标出。"
  },
  noPreset: {
    en: "This scenario belongs to no known preset, so there is nothing to compare its numbers with.",
    zh: "本方案不属于任何预设，没有可比较的预设值。"
  },
  assumedCounts: {
    en: "Places and people of this town that are assumed, because no source states them: {list}.",
    zh: "本地区划与人员中无出处、属于假定的有：{list}。"
  },
  noneChanged: { en: "No number differs from the preset.", zh: "没有数字与预设不同。" },
  caption: { en: "Assumptions under “{group}”", zh: "“{group}”下的假定" },
  summary: { en: "{group}: {count} numbers ({kinds})", zh: "{group}：{count}个数字（{kinds}）" },
  kindCount: { en: "{count} {kind}", zh: "{kind}{count}个" },
  path: { en: "Path", zh: "路径" },
  label: { en: "Assumption", zh: "假定" },
  value: { en: "Value", zh: "数值" },
  unit: { en: "Unit", zh: "单位" },
  kind: { en: "Kind", zh: "出处类别" },
  source: { en: "Source, formula or reason", zh: "来源、算式或理由" }
} satisfies Readonly<Record<string, Label.Label>>

/** Kinds of provenance, with a sign that survives without colour. */
export const kinds = {
  reported: { sign: "●", en: "reported", zh: "当地报告" },
  public: { sign: "◐", en: "public", zh: "公开统计" },
  derived: { sign: "◇", en: "derived", zh: "推算" },
  assumed: { sign: "○", en: "assumed", zh: "假定" }
} as const

/** How exact a source is. */
export const precisions = {
  exact: { en: "{value}", zh: "{value}" },
  atLeast: { en: "at least {value}", zh: "不少于{value}" },
  about: { en: "about {value}", zh: "约{value}" }
} satisfies Readonly<Record<string, Label.Label>>

/** Names of the parts of a scenario, by the first word of a path. */
export const groups: Readonly<Record<string, Label.Label>> = {
  calendar: { en: "Calendar", zh: "日历" },
  territory: { en: "Territory", zh: "地域" },
  staff: { en: "Staff", zh: "人员" },
  demand: { en: "Demand", zh: "诉求" },
  defects: { en: "Visible defects", zh: "可见问题" },
  timing: { en: "What takes time in a case", zh: "办案用时" },
  duties: { en: "Fixed duties", zh: "日常职责" },
  resolution: { en: "Resolution", zh: "解决情况" },
  satisfaction: { en: "Satisfaction", zh: "满意度" },
  deadlines: { en: "Deadlines", zh: "时限" },
  policy: { en: "Policy", zh: "规则" },
  shocks: { en: "Shocks", zh: "冲击" }
}

/** The plain table of the command line. */
export const terminal = {
  heading: {
    en: "{name}: {days} days from {from}, {replications} replications, seed {seed}",
    zh: "{name}：自{from}起{days}天，重复{replications}次，种子{seed}"
  },
  outcome: outcomes.outcome,
  mean: outcomes.mean,
  interval: { en: "{confidence} interval", zh: "{confidence}置信区间" },
  unit: outcomes.unit,
  range: { en: "{low} to {high}", zh: "{low}至{high}" },
  units,
  note: { en: "Note:", zh: "说明：" },
  markWords: {
    en: "◆ mostly repeats an assumption; the report says which.",
    zh: "◆ 主要由假定决定，报告中说明是哪一个。"
  },
  hash: { en: "Run hash {hash}", zh: "运行哈希 {hash}" }
} as const
