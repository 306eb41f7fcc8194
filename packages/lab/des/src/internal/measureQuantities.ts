/**
 * The quantities that a network run can be asked for: where each is measured, which statistics it
 * has, its unit and its words. The one list that parsing, checking, recording and labels go by.
 */

/** A unit of a value: the network's time, a share from 0 to 1, a number, or a number per time. */
type Unit = "time" | "share" | "number" | "rate"

/** The kinds of statistics. */
export const statisticKinds = ["mean", "sd", "q", "upTo", "is", "at"] as const

/** One of them; `at` is the mean at a given time. */
export type StatisticKind = (typeof statisticKinds)[number]

/** What is known of one quantity. */
export interface QuantityFacts {
  /** How it is observed: one value per customer, a level over time, or a share or rate by counting. */
  readonly kind: "sample" | "level" | "count"
  readonly where: "station" | "network" | "both"
  readonly hasClasses: boolean
  readonly unit: Unit
  readonly en: string
  readonly zh: string
}

const sample = { kind: "sample", unit: "time" } as const
const level = { kind: "level", unit: "number" } as const
const share = { kind: "count", unit: "share" } as const
const everywhere = { where: "both", hasClasses: true } as const
const station = { where: "station", hasClasses: false } as const

/** The list, in the order in which it is shown. */
export const quantities = {
  wait: { ...sample, ...everywhere, en: "wait", zh: "等待时间" },
  sojourn: { ...sample, ...everywhere, en: "sojourn", zh: "逗留时间" },
  service: { ...sample, ...everywhere, en: "service time", zh: "服务时间" },
  busyPeriod: { ...sample, ...station, en: "busy period", zh: "忙期" },
  number: { ...level, ...everywhere, en: "number of customers", zh: "顾客数" },
  queue: { ...level, ...everywhere, en: "queue length", zh: "排队人数" },
  busy: { ...level, ...everywhere, en: "busy servers", zh: "忙碌服务员数" },
  blocked: { ...level, ...everywhere, en: "blocked customers", zh: "被阻塞顾客数" },
  onDuty: { ...level, ...station, en: "servers on duty", zh: "在班服务员数" },
  overtime: { ...level, ...station, en: "servers at work after their shift", zh: "加班服务员数" },
  utilisation: { ...share, ...station, en: "utilisation", zh: "利用率" },
  occupation: { ...share, ...station, en: "occupation", zh: "占用率" },
  waited: { ...share, ...everywhere, en: "share that waited", zh: "需等待比例" },
  lost: { ...share, ...everywhere, en: "share lost", zh: "流失比例" },
  balked: { ...share, ...everywhere, en: "share that balked", zh: "止步比例" },
  abandoned: { ...share, ...everywhere, en: "share that gave up", zh: "放弃比例" },
  inTime: { ...share, where: "network", hasClasses: true, en: "share in time", zh: "按时比例" },
  throughput: { kind: "count", unit: "rate", ...everywhere, en: "throughput", zh: "吞吐率" },
  deadlockTime: {
    kind: "count",
    unit: "time",
    where: "network",
    hasClasses: false,
    en: "time of deadlock",
    zh: "死锁时刻"
  }
} as const satisfies Readonly<Record<string, QuantityFacts>>

/** The statistics that each kind of quantity has; the first is meant where none is said. */
export const statisticsOf: Readonly<Record<QuantityFacts["kind"], ReadonlyArray<StatisticKind>>> = {
  sample: ["mean", "sd", "q", "upTo"],
  level: ["mean", "is", "q", "at"],
  count: ["mean"]
}
