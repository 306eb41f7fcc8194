/** Words of the page's head and its headline figures, in English and Chinese. */
import type { Label } from "@wangge/facts"

/** Title and facts of the run. */
export const head = {
  product: { en: "Wangge simulation report", zh: "网格治理模拟报告" },
  title: { en: "{name}: {days} simulated days", zh: "{name}：{days}天模拟" },
  titleYear: { en: "{name}: a simulated year", zh: "{name}：一年模拟" },
  lead: {
    en: "What would happen in a town of {residents} residents between {from} and {until}, if residents raise cases, grid workers, communities, sub-districts and departments handle them, and every assumption listed below holds.",
    zh: "在一个有{residents}名居民的地方，自{from}至{until}，居民提出诉求，网格员、社区、街道和部门办理案件，若下列假定都成立，会发生什么。"
  },
  warning: {
    en: "This is a calculation, not a measurement and not a forecast: of the {total} numbers it starts from, {reported} are reported by the locality, {public} come from published statistics, {derived} are derived from those, and {assumed} are assumptions of ours.",
    zh: "这是推算，不是实测，也不是预测：所用的{total}个数字中，{reported}个来自当地报告，{public}个来自公开统计，{derived}个由其推算，{assumed}个是我们的假定。"
  },
  residents: { en: "Residents", zh: "居民" },
  households: { en: "Households", zh: "户数" },
  subdistricts: { en: "Sub-districts", zh: "街道" },
  communities: { en: "Communities", zh: "社区" },
  grids: { en: "Grids", zh: "网格" },
  gridWorkers: { en: "Grid workers", zh: "网格员" },
  shocks: { en: "Shocks in this scenario", zh: "本方案中的冲击" },
  repeat: {
    en: "How to repeat this run: seed {seed}, run hash {hash}",
    zh: "如何重复本次模拟：种子{seed}，运行哈希{hash}"
  },
  repeatPreset: {
    en: "This command gives the same numbers, bit for bit, with the versions named here:",
    zh: "使用所列版本运行下面的命令，可得到逐位相同的结果："
  },
  repeatFile: {
    en: "The scenario differs from the preset. This command gives the same numbers, bit for bit, from the file scenario.json that was written with this report:",
    zh: "本方案与预设不同。用与本报告一同写出的 scenario.json 运行下面的命令，可得到逐位相同的结果："
  },
  checkout: {
    en: "In a checkout of the repository, write npm run -s wangge -- in place of wangge.",
    zh: "在源码目录中，用 npm run -s wangge -- 代替 wangge。"
  },
  seed: { en: "Seed", zh: "种子" },
  replications: { en: "Replications", zh: "重复次数" },
  confidence: { en: "Confidence", zh: "置信水平" },
  warmUp: { en: "Warm-up days (not counted)", zh: "预热天数（不计入）" },
  locality: { en: "Locality", zh: "地区" },
  simulator: { en: "Simulator version", zh: "模拟器版本" },
  streams: { en: "Random streams version", zh: "随机流版本" },
  runHash: { en: "Run hash", zh: "运行哈希" }
} satisfies Readonly<Record<string, Label.Label>>

/** Headings and menu of the sections. */
export const sections = {
  headline: { en: "In short", zh: "要点" },
  resolution: { en: "Claimed, verified, true", zh: "上报办结、核实解决与真正解决" },
  pictures: { en: "Pictures", zh: "图示" },
  decides: { en: "What decides these figures", zh: "这些数字由什么决定" },
  outcomes: { en: "All outcomes", zh: "全部指标" },
  cases: { en: "Where cases come from and where they end", zh: "案件的来源与去向" },
  assumptions: { en: "All assumptions", zh: "全部假定" },
  reading: { en: "How to read this report", zh: "如何阅读本报告" },
  missing: { en: "What the model leaves out", zh: "模型未包括的内容" }
} satisfies Readonly<Record<string, Label.Label>>

/** Headline sentences. `{range}` is the interval in words. */
export const headline = {
  range: {
    en: " ({confidence} interval {low} to {high})",
    zh: "（{confidence}置信区间{low}至{high}）"
  },
  noRange: {
    en: " (no interval: it takes two replications)",
    zh: "（至少两次模拟才有置信区间）"
  },
  nothing: {
    en: "None: no replication could compute it.",
    zh: "无：没有一次模拟能够计算。"
  },
  raised: { en: "Cases raised", zh: "上报案件" },
  raisedWords: {
    en: "About {value} cases were raised{range}, {perDay} a day. At the end {closed} of them were closed and {open} still open.",
    zh: "共上报约{value}件案件{range}，平均每天{perDay}件。期末已结案{closed}件，未结{open}件。"
  },
  onTime: { en: "Handled in time", zh: "按期办结" },
  onTimeWords: {
    en: "About {value} of 100 due cases were handled in time{range}.",
    zh: "每100件到期案件中约有{value}件按期办结{range}。"
  },
  worst: { en: "The worst tenth of grids", zh: "最差的十分之一网格" },
  worstWords: {
    en: "In the tenth of grids that did worst, about {value} of 100 due cases were handled in time{range}: {gap} percentage points below the whole town.",
    zh: "在表现最差的十分之一网格中，每100件到期案件约有{value}件按期办结{range}，比全域低{gap}个百分点。"
  },
  time: { en: "Half of the cases closed within", zh: "一半案件的结案用时不超过" },
  timeWords: {
    en: "Half of the cases took {value} or less from report to write-off, follow-up call included{range}; nine in ten took {p90} or less. Open cases count as still running. The claim of resolution came within {resolve} in half of the cases.",
    zh: "从上报到结案（含回访），一半案件用时不超过{value}{range}，九成不超过{p90}；未结案件按仍在进行计。一半案件在{resolve}内自报办结。"
  },
  use: { en: "Grid workers' time in use", zh: "网格员工时使用率" },
  useWords: {
    en: "Of 100 hours on shift grid workers were busy for about {value}{range}: {cases} with cases and {duties} with fixed duties such as visits and patrols.",
    zh: "网格员每100小时在岗时间中约有{value}小时在工作{range}：办案{cases}小时，走访、巡查等日常职责{duties}小时。"
  },
  satisfaction: { en: "Satisfied residents", zh: "居民满意率" },
  satisfactionWords: {
    en: "About {value} of 100 residents who answered the follow-up call were satisfied{range}.",
    zh: "每100名接受回访的居民中约有{value}名表示满意{range}。"
  },
  found: { en: "Found before a complaint", zh: "投诉前发现" },
  foundWords: {
    en: "About {value} of 100 visible problems that became cases were found by workers before a resident complained{range}.",
    zh: "每100件成案的可见问题中约有{value}件由网格员在居民投诉前发现{range}。"
  },
  visits: { en: "Visits made", zh: "走访完成率" },
  visitsWords: {
    en: "About {value} of 100 planned household visits were made{range}; of 100 planned patrols, {patrols}.",
    zh: "每100次计划走访约完成{value}次{range}；每100次计划巡查完成{patrols}次。"
  },
  mark: { en: "repeats an assumption", zh: "主要由假定决定" }
} satisfies Readonly<Record<string, Label.Label>>

/** Claimed against verified against true resolution. */
export const resolution = {
  lead: {
    en: "Whoever handles a case claims that it is resolved; a follow-up call may confirm it; only a simulation can also see whether it was true. The three shares count on different cases, as said under each name.",
    zh: "办理者自报办结；回访可以核实；只有在模拟中才能看到问题是否真正解决。三个比例的分母不同，见各条名称下的说明。"
  },
  claimed: { en: "Claimed resolved", zh: "自报办结" },
  verified: { en: "Verified resolved", zh: "核实解决" },
  true: { en: "Truly resolved", zh: "真正解决" },
  title: { en: "Three ways to say “resolved”", zh: "“解决”的三种说法" },
  gap: {
    en: "The claim stands {gap} percentage points above the truth{range} and {verifiedGap} above what reporters confirmed{verifiedRange}. The follow-up reached {reach} of 100 reporters; what the others would have said is not known and not counted as confirmed or refuted.",
    zh: "自报办结比真正解决高{gap}个百分点{range}，比反映人确认的高{verifiedGap}个百分点{verifiedRange}。回访在每100名反映人中联系上{reach}名；其余的人会怎么说不得而知，既不计为确认，也不计为否认。"
  },
  range: { en: " ({low} to {high})", zh: "（{low}至{high}）" }
} satisfies Readonly<Record<string, Label.Label>>
