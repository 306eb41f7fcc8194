/**
 * What a reader must know: how to read intervals, and what the model leaves out. The list of what
 * is left out is fixed; a change of the model changes it in the same commit.
 */
import type { Label } from "@wangge/facts"

/** Headings inside the section. */
export const reading = {
  notes: { en: "Notes on this run", zh: "本次模拟的说明" },
  noNotes: {
    en: "The simulator has no particular note on this run.",
    zh: "本次模拟没有特别说明。"
  },
  intervals: { en: "Intervals and marks", zh: "区间与标记" },
  onPurpose: { en: "Left out on purpose", zh: "有意不包括" },
  notYet: { en: "Simplified or not modelled yet", zh: "简化或尚未包括" }
} satisfies Readonly<Record<string, Label.Label>>

/** How to read the figures. */
export const howTo: ReadonlyArray<Label.Label> = [
  {
    en: "The same year was simulated {replications} times with the same assumptions and different chance. A {confidence} interval is where the mean over very many such repeats probably lies: built this way, about {confidence} of intervals contain it.",
    zh: "在相同假定、不同随机性下，同一时段模拟了{replications}次。{confidence}置信区间是极多次重复的平均值可能所在的范围：按此方法构造的区间约有{confidence}包含它。"
  },
  {
    en: "The interval speaks of chance only. It does not say how far the assumptions are from the real town; that error can be much larger.",
    zh: "区间只反映随机性，不反映假定与实际之间的差距；后者可能大得多。"
  },
  {
    en: "A single real year varies more than the interval of a mean. The shaded bands and the ranges in the tables by week show how much single replications differ.",
    zh: "真实的某一年比平均值的区间波动更大。图中的阴影和按周表格中的范围表示各次模拟之间的差别。"
  },
  {
    en: "Shares count on cases that fell due in the period, not on cases raised; each definition in the table says what is counted over what.",
    zh: "比例以统计期内到期的案件为分母，而不是上报案件；各指标的分子分母见表中定义。"
  },
  {
    en: "◆ marks an outcome that mostly repeats an assumption. “none” means that no replication could compute the figure, for example because nothing fell due.",
    zh: "◆表示该指标主要是假定的重复。“无”表示没有一次模拟能够计算，例如没有到期案件。"
  }
]

/**
 * Left out on purpose, because a simulation must not need it.
 *
 * @source none: our own safeguards; they follow the Personal Information Protection Law (articles
 *   6, 24, 25, 28) and the Mental Health Law (article 4)
 */
export const onPurpose: ReadonlyArray<Label.Label> = [
  {
    en: "Persons: residents are numbers, never records. Visits to particular persons, registers of people with mental illness, of left-behind children or of petitioners are not modelled.",
    zh: "个人：居民只是数量，没有个人记录。不模拟对特定人员的走访，也没有精神障碍患者、留守儿童或信访人名册。"
  },
  {
    en: "Video surveillance, door cameras, screening of persons in an epidemic, and tracks of where workers are.",
    zh: "视频监控、门禁摄像、疫情中的人员筛查以及工作人员的行动轨迹。"
  },
  {
    en: "Political vetting, birth-planning tasks, visits for unpaid dues, named boards of residents, and the contents of chat groups.",
    zh: "政治审查、计划生育事务、欠缴费用的上门、居民个人红黑榜以及聊天群内容。"
  },
  {
    en: "Stability duties in lead-case contracts: a dispute can be followed up, a person is not.",
    zh: "包案中的稳控任务：跟进的是纠纷，而不是人。"
  }
]

/** Simplified, or left to a later version. */
export const notYet: ReadonlyArray<Label.Label> = [
  {
    en: "Departments are one pooled desk with a lead time by category, not separate offices with their own rules.",
    zh: "各部门合并为一个窗口，按类别设定办理周期，而不是各有规则的单位。"
  },
  {
    en: "Window business and questions take the community desk's time, but the queue of residents at the window is not shown.",
    zh: "窗口业务和咨询占用社区工作者时间，但不显示居民在窗口的排队情况。"
  },
  {
    en: "Micro-wishes, council matters and deliberation, whistles, volunteers, the time bank, rotation and the evaluation of workers.",
    zh: "微心愿、议事协商、吹哨报到、志愿者、时间银行、轮岗和人员考核。"
  },
  {
    en: "Grids and communities are even parts of the published totals: real ones differ more, so the worst tenth of real grids is probably worse than shown.",
    zh: "网格和社区按公布总数均分：实际差别更大，最差的十分之一网格很可能比图表所示更差。"
  },
  {
    en: "Effects on particular groups of households, such as the elderly living alone, are not shown.",
    zh: "不显示对独居老人等特定家庭群体的影响。"
  }
]
