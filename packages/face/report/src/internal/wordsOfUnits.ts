/**
 * Chinese words for the units of assumptions, which the simulator and the localities state in
 * English. A unit that is missing here is shown as it was stated.
 */
import type { Language } from "../NumberText.ts"

const chinese: Readonly<Record<string, string>> = {
  "anchor households": "中心户",
  buildings: "栋",
  communities: "社区",
  days: "天",
  grids: "网格",
  hours: "小时",
  "hours per community and month": "小时/社区·月",
  "hours per worker and month": "小时/人·月",
  households: "户",
  "log units": "对数单位",
  "log-odds": "对数几率",
  min: "分钟",
  passes: "遍",
  "per 1,000 residents and month": "每千人每月",
  persons: "人",
  returns: "次退回",
  seats: "个岗位",
  "seats per community": "个岗位/社区",
  share: "占比",
  times: "倍",
  "times the mean": "倍于平均",
  "times the peak": "倍于峰值",
  towns: "镇",
  units: "单元",
  visits: "次走访"
}

/** A unit in the reader's language. */
export const unitText = (unit: string, lang: Language): string =>
  lang === "zh" && Object.hasOwn(chinese, unit) ? (chinese[unit] ?? unit) : unit
