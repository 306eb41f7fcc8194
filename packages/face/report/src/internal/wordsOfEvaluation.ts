/** Words of the page and the table about an evaluation, in English and Chinese. */
import type { Label } from "@wangge/facts"

/** Numbers that are not there, counts, periods. */
export const values = {
  ofTotal: { en: "{count} of {total}", zh: "{count}/{total}" },
  absent: { en: "nothing to count", zh: "无可计事项" },
  tooFew: { en: "too few: {found}, at least {least}", zh: "样本不足：{found}，至少{least}" },
  period: { en: "{from} to {until}", zh: "{from}至{until}" },
  range: { en: "{low} to {high}", zh: "{low}至{high}" },
  insufficient: { en: "insufficient", zh: "样本不足" },
  never: { en: "never", zh: "不会" },
  level: { en: "level {level}", zh: "层级：{level}" }
} satisfies Readonly<Record<string, Label.Label>>

/** Title and lead. */
export const head = {
  product: { en: "Wangge evaluation report", zh: "网格治理考核报告" },
  title: { en: "{rules}: {period}", zh: "{rules}：{period}" },
  heading: { en: "{unit}: {rules}", zh: "{unit}：{rules}" },
  kicker: { en: "{product}, {period}", zh: "{product}，{period}" },
  unitTitle: { en: "{unit}: {rules}, {period}", zh: "{unit}：{rules}，{period}" },
  lead: {
    en: "Units of the kind “{kind}”, {period}: {scored} of {units} have a score; with too little to measure and therefore without one: {insufficient}. Every number leads down to the cases it counts.",
    zh: "{period}内，{units}个{kind}中有{scored}个得出总分，{insufficient}个因样本不足不评分。每个数字均可追溯到所计的事项。"
  },
  warning: {
    en: "A score is a count under rules, not the truth about work. {assumed} of the {total} numbers in these rules are assumptions that no source states. Whoever pays by a number should read how sure it is, look at the signals, and hear the unit first.",
    zh: "得分只是按规则计数的结果，并不等于工作的真实情况。本规则的{total}个数字中有{assumed}个属于假定，没有出处。据此发放奖励之前，应看其把握有多大、有无异常线索，并先听取被考核单位意见。"
  },
  rules: {
    en: "Rules {id}, version {version}, digest {digest}",
    zh: "规则{id}，版本{version}，摘要{digest}"
  },
  units: { en: "Units", zh: "单位" },
  scored: { en: "With a score", zh: "得出总分" },
  counted: { en: "Facts counted", zh: "计入事实" },
  given: { en: "Facts given", zh: "事实总数" },
  median: { en: "Median score", zh: "得分中位数" },
  excellent: { en: "In the best band", zh: "最高等次占比" },
  bits: { en: "Bits a band tells, of {most}", zh: "等次信息量（比特，最多{most}）" }
} satisfies Readonly<Record<string, Label.Label>>

/** Headings and menu. */
export const sections = {
  unit: { en: "Your score, line by line", zh: "本单位得分逐项说明" },
  scores: { en: "Scores and how sure they are", zh: "得分及其把握" },
  bands: { en: "Bands and spread", zh: "等次与离散程度" },
  funnels: { en: "Each share against chance", zh: "各项比率与偶然波动" },
  units: { en: "Every unit, line by line", zh: "各单位逐项说明" },
  signals: { en: "Signals: where to inspect", zh: "异常线索：应检查之处" },
  bonus: { en: "Bonus", zh: "奖励" },
  facts: { en: "What was counted and what not", zh: "计入与未计入的事实" },
  rules: { en: "The rules and where their numbers come from", zh: "规则及其数字来源" },
  appeal: { en: "How to appeal", zh: "如何申诉" }
} satisfies Readonly<Record<string, Label.Label>>

/** The scores of all units. */
export const scores = {
  explain: {
    en: "The place is by score alone, ties sharing theirs. The rank set holds all places that the data cannot rule out: with {confidence} confidence the true places of all units lie in their sets at once. A set of many places says that the score alone should decide nothing.",
    zh: "名次仅按得分排列，同分并列。排名区间包括数据不能排除的全部名次：所有单位的真实名次同时落在各自区间内的置信水平为{confidence}。区间很宽，说明不宜仅凭得分作决定。"
  },
  method: {
    en: "Intervals: exact ones of every share (Clopper and Pearson), combined so that they hold together (Bonferroni); inspections and adjustments are taken as known.",
    zh: "区间由各项比率的精确区间（Clopper–Pearson）按邦费罗尼法合成；检查得分与加减分视为确定值。"
  },
  place: { en: "place", zh: "名次" },
  ranks: { en: "rank set", zh: "排名区间" },
  unit: { en: "unit", zh: "单位" },
  score: { en: "score", zh: "得分" },
  interval: { en: "{confidence} interval", zh: "{confidence}区间" },
  band: { en: "band", zh: "等次" },
  hair: { en: "weight to the next band", zh: "变更等次所需权重" },
  table: {
    en: "Scores, best first; units without a score at the end",
    zh: "得分由高到低；不评分的单位列于最后"
  },
  noScore: { en: "No unit has a score.", zh: "没有单位得出总分。" },
  forest: { en: "Scores with their intervals", zh: "得分及区间" },
  forestCaption: {
    en: "A dot is a score, the line its {confidence} interval; vertical dashes are the edges of bands. Best: {best} with {bestScore}; last: {worst} with {worstScore}. {shown}",
    zh: "圆点为得分，横线为{confidence}区间，竖虚线为等次分界。最高：{best}，{bestScore}分；最低：{worst}，{worstScore}分。{shown}"
  },
  axis: { en: "points", zh: "分" },
  shown: {
    en: "The picture shows {shown} of {count} units; the table has all.",
    zh: "图中为{count}个单位中的{shown}个，全部见表。"
  },
  rankPlot: { en: "Rank sets", zh: "排名区间图" },
  rankCaption: {
    en: "A bar holds all places that the data cannot rule out, the diamond the place by score. {single} of {count} units have a set of one place; the widest set holds {widest} places.",
    zh: "条形为数据不能排除的全部名次，菱形为按得分的名次。{count}个单位中有{single}个的名次可以确定，最宽的区间含{widest}个名次。"
  },
  rankAxis: { en: "place (1 is the best)", zh: "名次（1为最好）" },
  hairWords: {
    en: "“Weight to the next band”: the share of all weight that would have to move to other parts before the band changes. A few percent means that the band hangs on the choice of weights.",
    zh: "“变更等次所需权重”：需把多大比例的权重移到其他各项，等次才会改变。只有百分之几，说明等次取决于权重如何设定。"
  }
} satisfies Readonly<Record<string, Label.Label>>

/** Bands with their spread. */
export const bands = {
  title: { en: "Units by band", zh: "各等次单位数" },
  caption: {
    en: "{count} units: {words}. Share in the best band {excellent}; scores from {low} to {high}, mean {mean}, standard deviation {deviation}. A band tells {bits} of at most {bitsMax} bits about a unit.",
    zh: "共{count}个单位：{words}。最高等次占{excellent}；得分{low}至{high}，平均{mean}，标准差{deviation}。等次的信息量为{bits}比特，最多{bitsMax}比特。"
  },
  words: { en: "{band} {count}", zh: "{band}{count}个" },
  row: { en: "{count} of {all}, {share}", zh: "{all}个中{count}个，{share}" },
  from: { en: "from {edge} points", zh: "{edge}分起" },
  flat: {
    en: "Nearly all units are in one band: the band no longer tells units apart, and paying by it pays by luck at its edge.",
    zh: "几乎所有单位都在同一等次：等次已不能区分单位，据此发放奖励等于在分界处碰运气。"
  }
} satisfies Readonly<Record<string, Label.Label>>

/** Funnels. */
export const funnels = {
  explain: {
    en: "Small units swing by chance. Inside the funnel a share is what chance alone makes of the share of all units together; beyond the outer limit it is worth a look. A look is no verdict, and no score changes by it.",
    zh: "事项少的单位波动大。漏斗之内，与全体合计比率的差别可由偶然造成；超出外侧界限则值得查看。查看不等于结论，也不改变得分。"
  },
  title: { en: "{indicator}: share and number of matters", zh: "{indicator}：比率与事项数" },
  caption: {
    en: "Each dot is a unit; the dashed line is the share of all together ({target}). Thin and thick curves: exact binomial limits for 95 % and 99.8 % (interpolation {interpolation}). Beyond the outer limit: {alarm}. Beyond the inner one only: {warning}.",
    zh: "每点为一个单位，虚线为全体合计比率（{target}）。细线与粗线为95%与99.8%的二项分布精确界限（插值法：{interpolation}）。超出外侧界限：{alarm}。仅超出内侧界限：{warning}。"
  },
  nobody: { en: "nobody", zh: "无" },
  axisX: { en: "matters counted", zh: "计入事项数" },
  none: {
    en: "No scored share has three units or more that differ: there is no funnel to draw.",
    zh: "没有一项计分比率具备三个以上有差别的单位，无漏斗图可画。"
  },
  table: { en: "Units beyond a limit, by indicator", zh: "超出界限的单位（按指标）" },
  indicator: { en: "indicator", zh: "指标" },
  beyondWarning: { en: "beyond 95 %", zh: "超出95%界限" },
  beyondAlarm: { en: "beyond 99.8 %", zh: "超出99.8%界限" }
} satisfies Readonly<Record<string, Label.Label>>
