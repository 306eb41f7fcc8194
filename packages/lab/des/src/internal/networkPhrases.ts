/**
 * The parts of network problems in Chinese: what was found and what would be right are short English
 * phrases made where a check stands, and each pattern of them has its Chinese here. Names, numbers and
 * JSON stay as they are.
 */

/** Each phrase and its Chinese; `{}` is a part. The longest that fits is taken. */
const phrases: ReadonlyArray<readonly [en: string, zh: string]> = [
  // What a field is.
  ["a value", "某个值"],
  ["a number", "数"],
  ["a number, or nothing", "数,或不填"],
  ["a text", "文本"],
  ["a function", "函数"],
  ["a list", "列表"],
  ["an object", "对象"],
  ["an object with a kind", "带有kind的对象"],
  ["the id of a station, leave, or an object with a kind", "服务台的id、leave,或带有kind的对象"],
  ["a number, infinite, or an object with a kind", "数、infinite,或带有kind的对象"],
  ["one of {} and {} more", "{}之一(另有{}个)"],
  ["one of {}", "{}之一"],
  ["true or false", "true或false"],
  ["a network that Network.make made", "由Network.make生成的网络"],
  ["a Uint8Array", "Uint8Array"],
  ["a list of measures", "指标列表"],
  ["a measure, as text or as data", "指标,以文本或数据给出"],
  ["addressed or sequential", "addressed或sequential"],
  ["a whole number from 1, or a precision", "不小于1的整数,或精度要求"],
  ["a half-width above 0, or { relativeMax } above 0", "大于0的半宽,或大于0的{ relativeMax }"],
  ["a whole number from 2, as one run has no spread", "不小于2的整数,因为单次运行没有离散度"],
  // Numbers.
  ["a finite number above 0", "大于0的有限数"],
  ["a finite number from 0", "不小于0的有限数"],
  ["a finite number below 0", "小于0的有限数"],
  ["a finite number", "有限数"],
  ["a number from 0 to 1", "0到1之间的数"],
  ["a whole number from {} to {}", "{}到{}之间的整数"],
  ["a whole number from {}", "不小于{}的整数"],
  ["at most {} mixtures inside each other", "最多{}层嵌套的混合分布"],
  ["at most {} servers together", "合计不超过{}名服务员"],
  ["at most {} members together", "合计不超过{}名成员"],
  ["at most {}", "不超过{}"],
  ["more than {}", "多于{}"],
  ["below {}", "小于{}"],
  ["after from, {}", "晚于from,即{}"],
  ["after {}", "晚于{}"],
  ["before the period {}", "早于周期{}"],
  ["one per time, {}", "每个时刻一项,共{}项"],
  // Lists and names.
  ["once", "只出现一次"],
  ["at least 1 in some shift", "某一班次至少1名"],
  ["at least 1 class", "至少1个类别"],
  ["at least 1 time", "至少1个时刻"],
  ["at least 1 step", "至少1级"],
  ["at least 1 station", "至少1个服务台"],
  ["at least 1 group", "至少1个组"],
  ["at least 1 chance", "至少1个概率"],
  ["at least 1 value", "至少1个值"],
  ["at least 2 priorities", "至少2个优先级"],
  ["at least the servers, {}", "不少于服务员数{}"],
  ["at least low, {}", "不小于low,即{}"],
  ["at least {}", "不少于{}"],
  ['station "{}"', "服务台“{}”"],
  ['class "{}"', "类别“{}”"],
  [
    '1 to 60 characters without @ / " or line breaks, space at the ends, " of " inside, or the word leave',
    '1至60个字符,不含@、/、"和换行,首尾无空格,中间无“ of ”,且不是leave'
  ],
  ["{} to {} characters in one line", "{}至{}个字符,不换行"],
  // Distributions.
  ["a time of {}", "时间{}"],
  ["a distribution without times below 0", "没有负值的分布"],
  ["times that are all 0", "全为0的时间"],
  ["a mean above 0", "大于0的均值"],
  ["rates that are all 0", "全为0的到达率"],
  ["some rate above 0", "某个大于0的到达率"],
  ["a discrete distribution of whole numbers from 1 to {}", "取值为1到{}之间整数的离散分布"],
  ["above low, {}", "大于low,即{}"],
  ["within 30 deviations of the mean", "离均值30个标准差以内"],
  ["one row per phase, {}", "每个阶段一行,共{}行"],
  ["one rate per phase, {}", "每个阶段一个速率,共{}个"],
  ["a sum of at most 0", "和不超过0"],
  ["a sum of 1", "和为1"],
  ["a phase with a way to the end", "能到达终点的阶段"],
  ["one probability per value, {}", "每个值一个概率,共{}个"],
  ["one probability per mean, {}", "每个均值一个概率,共{}个"],
  ["one probability per part, {}", "每个部分一个概率,共{}个"],
  // Ways through the network.
  ["a way to a station, or without as", "通往服务台的路径,或不带as"],
  ["a value for it, or otherwise", "为其规定的值,或otherwise"],
  ["a class of some group", "某个组所服务的类别"],
  ["nobody", "无人"],
  ["named by a route that somebody takes", "某条有人走的路径的去处"],
  [
    "a route that leaves in the end (what probabilities leave of 1 counts from {} on)",
    "最终离开的路径(概率之和不足1的部分从{}起计)"
  ],
  ["below 1", "小于1"],
  // Runs and measures.
  ["a finite time above 0", "大于0的有限时间"],
  ["a finite time from 0", "不小于0的有限时间"],
  ["below the horizon, {}", "小于终止时间{}"],
  ["at most the horizon, {}", "不超过终止时间{}"],
  ["none", "无"],
  ["given, for a run that drains", "给出(运行至所有顾客离开时)"],
  ["a way out", "出路"],
  ["a time that passes", "流逝的时间"],
  ["followed by @station", "后接@服务台"],
  ["without @station", "不带@服务台"],
  ["without /class", "不带/类别"],
  ["any class", "任何类别"],
  ["a class with a deadline", "设有时限的类别"],
  ["it has as many servers as are needed", "其服务员数不限"],
  ["its servers are shared by all classes", "其服务员由各类别共享"],
  // What does not go together.
  ["one of them: a schedule can hold the vacations", "只用其一:排班可包含休假"],
  ["one of them", "只用其一"],
  ["class and arrivals.classes", "class与arrivals.classes"],
  ["blocking and unlimited room", "阻塞与不限容量"],
  ["a room", "给出room"],
  ["as and no station", "as与不指明服务台"],
  ["population arrivals and batches", "总体到达与成批到达"],
  ["given arrivals and batches", "给定到达与成批到达"],
  ["arrivals one by one", "逐个到达"],
  ["elsewhere and the station itself", "elsewhere与本服务台"],
  ["another station", "另一服务台"],
  ['elsewhere and station "{}", which blocks when full', "elsewhere与满员时阻塞的服务台“{}”"],
  [
    "a station with room for all, or one that loses who finds no room",
    "不限容量的服务台,或满员时拒收的服务台"
  ],
  ["{} alone: nobody waits", "只用{}:无人等待"],
  ["one service time for all groups", "各组服务时间相同"],
  ["one kind for all classes", "各类别同一种方式"],
  ["no pre-emption", "不抢占"],
  ["a rate for each class that comes", "每个会来的类别的速率"],
  ["a rate for each class", "每个类别的速率"],
  ['"first-come": among equals the first', "“first-come”:同等者先到先得"],
  ["deadlines that note or leave", "只记录或离开的时限"],
  ["pre-emption and the single priority {}", "抢占与唯一的优先级{}"],
  ["shortest first and services by group", "最短优先与各组不同的服务时间"],
  ["a schedule and vacations", "排班与休假"],
  ["{} and {}", "{}与{}"],
  ["sharing", "处理器共享"],
  ["infinitely many servers", "无限多服务员"],
  ["pre-emption", "抢占"],
  ["priority", "优先级"],
  ["rising priority", "升高的优先级"],
  ["accumulating priority", "累积优先级"],
  ["steps", "分级升高"],
  ["patience", "耐心时间"],
  ["balking by the queue", "按队长止步"],
  ["vacations", "休假"],
  ["room", "容量"],
  ["skills", "技能组"],
  ["a schedule", "排班"],
  ["a deadline that raises priority", "提升优先级的时限"],
  ['nothing for class "{}"', "类别“{}”未作规定"]
]

const lengthOf = (en: string): number => en.replaceAll("{}", "").length

/** The places of parts, and whether parts are phrases again; the longest first. */
const compiled = [...phrases]
  .sort(([one], [other]) => lengthOf(other) - lengthOf(one))
  .map(([en, chinese]) => {
    const pattern = en
      .split("{}")
      .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join("(.+)")
    // Only what such a phrase joins are phrases again; other parts are names and numbers.
    const joins = en === "{} and {}" || en.startsWith("{} alone")
    return { pattern: new RegExp(`^${pattern}$`, "u"), chinese, joins }
  })

/** A phrase of a problem in Chinese; as it is where it is a name, a number or JSON. */
export const inChinese = (phrase: string | number): string => {
  const text = String(phrase)
  const isJson = /^["[{]/.test(text)
  for (const { pattern, chinese, joins } of compiled) {
    const parts = joins && isJson ? undefined : pattern.exec(text)?.slice(1)
    if (parts === undefined) continue
    let index = 0
    return chinese.replaceAll("{}", () => {
      const part = parts[index++] ?? ""
      return joins ? inChinese(part) : part
    })
  }
  return text
}

/** Where a problem is, with the nouns of a network in Chinese. */
export const placeInChinese = (subject: string): string =>
  subject.replace(
    /(^|[ .])(station|source|class|group) "((?:[^"\\]|\\.)*)"/gu,
    (_, before: string, noun: string, id: string) => `${before}${nouns[noun] ?? noun}“${id}”`
  )

const nouns: Readonly<Record<string, string>> = {
  station: "服务台",
  source: "来源",
  class: "类别",
  group: "组"
}
