/** Words about one unit's score, signals, bonus and appeal, in English and Chinese. */
import type { Label } from "@wangge/facts"

/** One unit, line by line. */
export const unit = {
  short: {
    en: "{unit}: {score} points, band “{band}”, place {place} of {of}",
    zh: "{unit}：{score}分，等次“{band}”，{of}个单位中第{place}名"
  },
  shortNone: { en: "{unit}: no score, the sample is insufficient", zh: "{unit}：样本不足，不评分" },
  sure: {
    en: "How sure: with {confidence} confidence the score lies between {low} and {high}, and the true place is one of {ranks}. Not told apart from: {others}.",
    zh: "把握：置信水平{confidence}下，得分在{low}至{high}之间，真实名次为{ranks}之一。与下列单位尚分不出先后：{others}。"
  },
  nobody: { en: "nobody", zh: "无" },
  against: {
    en: "Against whom: {of} scored units of the same level; their median is {median}, the best has {high}, the last {low}.",
    zh: "与谁比较：同层级得出总分的{of}个单位；中位数{median}，最高{high}，最低{low}。"
  },
  lines: {
    en: "The lines of the score. As exact fractions, which the JSON has, they sum to it exactly; here each is rounded to two decimals",
    zh: "得分构成。各行的精确分数（见JSON）之和恰为总分；此处各自四舍五入到两位小数"
  },
  line: { en: "line", zh: "项目" },
  counted: { en: "counted", zh: "计数" },
  value: { en: "value", zh: "指标值" },
  points: { en: "points", zh: "得点" },
  weight: { en: "weight", zh: "权重" },
  gives: { en: "gives", zh: "计入" },
  sum: { en: "score", zh: "总分" },
  carried: { en: "{name} (of the last period)", zh: "{name}（沿用上期）" },
  evenness: { en: "uneven parts", zh: "各项不均衡" },
  limit: { en: "kept within 0 to 100", zh: "限于0至100分" },
  times: { en: "{count} matters", zh: "{count}件" },
  indicators: { en: "All indicators, scored or not", zh: "全部指标（含不计分者）" },
  indicator: { en: "indicator", zh: "指标" },
  unanswered: { en: "no answer", zh: "未答复" },
  excluded: { en: "left out", zh: "剔除" },
  bounds: { en: "if all silent ones said no … yes", zh: "未答复者全否…全是" },
  reasons: { en: "The reasons in words", zh: "理由" },
  cases: { en: "The matters behind each number", zh: "各数字所计事项" },
  above: { en: "counted for", zh: "计为达标" },
  below: { en: "counted, not reached", zh: "计入未达标" },
  noIds: { en: "none", zh: "无" },
  anonymous: { en: "another unit", zh: "其他单位" },
  listed: {
    en: "The report for one unit (--unit) also lists the matters behind each number.",
    zh: "单个单位的报告（--unit）另列出各数字所计事项的编号。"
  }
} satisfies Readonly<Record<string, Label.Label>>

/** Signals of gaming. */
export const signals = {
  explain: {
    en: "Where people are paid by numbers, numbers get made. Each line is an exact test; over the whole search of {count} tests the chance of any false signal among units that do nothing wrong is at most {level}, by {correction}. A signal starts an inspection. It is no finding, and it has changed no score.",
    zh: "按数字发钱，数字就可能被做出来。每一行是一项精确检验；全部{count}项检验中，对没有问题的单位出现任一误报的概率不超过{level}，校正方法为{correction}。线索用于启动检查，不是结论，也没有改变任何得分。"
  },
  none: { en: "None of {count} tests rings.", zh: "{count}项检验均无异常。" },
  nothing: {
    en: "Nothing could be tested: no unit has enough matters of the kinds that signals read.",
    zh: "无可检验内容：没有单位具备足够的相关事项。"
  },
  tooFew: {
    en: "{count} further tests had too little to test; that is not the same as being quiet.",
    zh: "另有{count}项因样本不足未检验，这不等于没有异常。"
  },
  table: { en: "Signals", zh: "异常线索" },
  kind: { en: "signal", zh: "线索" },
  unit: { en: "unit", zh: "单位" },
  words: { en: "what was seen", zh: "所见情况" },
  cases: { en: "matters to look at", zh: "应查事项" }
} satisfies Readonly<Record<string, Label.Label>>

/** The bonus. */
export const bonus = {
  explain: {
    en: "{rules}: {budget} shared to the fen among {people} people. The plan moves no money; it rests on the rank sets above.",
    zh: "{rules}：{budget}在{people}人之间分配到分。方案本身不发放资金，其依据为上述排名区间。"
  },
  overlap: { en: "Where units overlap at a cut: {rule}.", zh: "分界处难分先后时：{rule}。" },
  cut: {
    en: "Cut after place {place}: above it {above}, below it {below} – the data do not tell these apart.",
    zh: "第{place}名之后的分界：其上{above}，其下{below}，数据不能分出先后。"
  },
  oneGroup: {
    en: "All {count} cuts are contested: {units} are not told apart at some cut and are treated by the rule above.",
    zh: "全部{count}处分界均有争议：{units}在某处分界难分先后，按上述规则处理。"
  },
  noJump: {
    en: "Pay follows the score without a jump: there is no cut that could part units by luck, but the difference between two units is no surer than that of their scores.",
    zh: "奖励随得分连续变化，没有分档跳跃；但两个单位的差额并不比其得分之差更可靠。"
  },
  noCut: {
    en: "No cut parts units that the data do not part.",
    zh: "没有一处分界把难分先后的单位分开。"
  },
  table: { en: "Pay by unit", zh: "各单位奖励" },
  unit: { en: "unit", zh: "单位" },
  people: { en: "people", zh: "人数" },
  sum: { en: "together", zh: "合计" },
  each: { en: "each", zh: "每人" },
  eachRange: { en: "{low} to {high}", zh: "{low}至{high}" },
  lead: { en: "leads", zh: "网格长" },
  personTable: { en: "Pay by person", zh: "个人奖励" },
  person: { en: "person", zh: "人员" },
  role: { en: "role", zh: "身份" },
  Member: { en: "member", zh: "网格员" },
  Lead: { en: "lead", zh: "网格长" },
  pay: { en: "pay", zh: "金额" },
  outside: { en: "Not paid from this budget: {people}.", zh: "不在本次分配之列：{people}。" },
  ties: {
    en: "The last fen was a tie among {people}; by the stated rule (ids in order) it went to {raised}.",
    zh: "最后一分由{people}并列，按规定（标识顺序）归{raised}。"
  }
} satisfies Readonly<Record<string, Label.Label>>

/** Facts, rules, appeal. */
export const closing = {
  tally: {
    en: "{given} facts were given, {counted} counted, {left} not.",
    zh: "共给出{given}条事实，计入{counted}条，未计入{left}条。"
  },
  tallyTable: { en: "Why facts did not count", zh: "未计入的原因" },
  reason: { en: "reason", zh: "原因" },
  count: { en: "facts", zh: "条数" },
  rulesTable: { en: "Every number of the rules", zh: "规则中的全部数字" },
  place: { en: "number", zh: "数字" },
  value: { en: "value", zh: "取值" },
  provenance: { en: "where it comes from", zh: "来源" },
  appeal: {
    en: "Appeal {path}, until {until}. Name the case ids that were counted wrongly: an upheld appeal changes a fact, and the evaluation is run again with old and new side by side.",
    zh: "申诉：{path}，截至{until}。请写明计错的事项编号；申诉成立即更正事实并重新考核，新旧结果并列公布。"
  },
  decision: {
    en: "A score that decides on pay or post is automated decision-making about people: whoever it concerns may ask for the reasons and for a human decision (PIPL, article 24).",
    zh: "据以决定报酬或任用的得分属于自动化决策：当事人有权要求说明理由，并要求由人作出决定（《个人信息保护法》第二十四条）。"
  }
} satisfies Readonly<Record<string, Label.Label>>
