/**
 * Cases with independent arrivals and one server with any service time (Pollaczek and Khinchine),
 * every kind of distribution once, and constant service at several servers.
 */
import { Distribution, QueueConstant, QueueProblem, QueueSingle, Real } from "@wangge/des"
import * as SelfTestCase from "../SelfTestCase.ts"
import { aDesk, exponential, poisson } from "./aDesk.ts"

const KLEINROCK =
  'L. Kleinrock, "Queueing Systems" 1, 1975, sections 5.6-5.8 (Pollaczek, Khinchine)'

/** The kinds of service, each of mean 1; the load is 0.5 or 0.6. */
export const services: ReadonlyArray<{
  readonly id: string
  readonly en: string
  readonly zh: string
  readonly service: Distribution.Distribution
  /** Whether the deviation of the wait is judged too: it needs a moderate third moment. */
  readonly isLight: boolean
}> = [
  {
    id: "lognormal",
    en: "lognormal",
    zh: "对数正态",
    service: Distribution.lognormalByMean({ mean: 1, sigma: 0.8 }),
    isLight: false
  },
  {
    id: "gamma",
    en: "gamma of shape 0.6",
    zh: "伽马(形状 0.6)",
    service: { kind: "gamma", shape: 0.6, scale: 1 / 0.6 },
    isLight: false
  },
  {
    id: "constant",
    en: "constant",
    zh: "定长",
    service: { kind: "deterministic", value: 1 },
    isLight: true
  },
  {
    id: "hyperexponential",
    en: "hyperexponential",
    zh: "超指数",
    service: { kind: "hyperexponential", means: [0.5, 2.5], probabilities: [0.75, 0.25] },
    isLight: false
  },
  {
    id: "hypoexponential",
    en: "hypoexponential",
    zh: "亚指数",
    service: { kind: "hypoexponential", means: [0.2, 0.3, 0.5] },
    isLight: true
  },
  {
    id: "hypoexponential-equal",
    en: "hypoexponential with equal phases",
    zh: "亚指数(各阶段相等)",
    service: { kind: "hypoexponential", means: [0.25, 0.25, 0.25, 0.25] },
    isLight: true
  },
  {
    id: "erlang",
    en: "Erlang of 3 phases",
    zh: "三阶爱尔朗",
    service: { kind: "erlang", phases: 3, mean: 1 },
    isLight: true
  },
  {
    id: "weibull",
    en: "Weibull of shape 1.5",
    zh: "威布尔(形状 1.5)",
    service: { kind: "weibull", shape: 1.5, scale: 1.1077321674324723 },
    isLight: true
  },
  {
    id: "uniform",
    en: "uniform",
    zh: "均匀",
    service: { kind: "uniform", low: 0.5, high: 1.5 },
    isLight: true
  },
  {
    id: "normal",
    en: "truncated normal",
    zh: "截尾正态",
    service: { kind: "normal", mean: 1, deviation: 0.5, low: 0, high: 2 },
    isLight: true
  },
  {
    id: "phase-type",
    en: "phase-type with a way back",
    zh: "位相型(含回路)",
    service: {
      kind: "phaseType",
      start: [0.6, 0.4],
      generator: [
        [-2, 1],
        [0.5, -2]
      ]
    },
    isLight: true
  },
  {
    id: "mixture",
    en: "a mixture of constant and Erlang",
    zh: "混合(定长与爱尔朗)",
    service: {
      kind: "mixture",
      parts: [
        { kind: "deterministic", value: 0.5 },
        { kind: "erlang", phases: 2, mean: 1.5 }
      ],
      probabilities: [0.5, 0.5]
    },
    isLight: true
  },
  {
    id: "empirical",
    en: "empirical",
    zh: "经验",
    service: { kind: "empirical", values: [0.4, 0.6, 0.7, 0.9, 1.1, 2.3] },
    isLight: true
  },
  {
    id: "discrete",
    en: "discrete",
    zh: "离散",
    service: { kind: "discrete", values: [0.5, 1, 3], probabilities: [0.6, 0.25, 0.15] },
    isLight: true
  },
  {
    id: "pareto",
    en: "Pareto of shape 6",
    zh: "帕累托(形状 6)",
    service: { kind: "pareto", shape: 6, scale: 5 / 6 },
    isLight: true
  }
]

/** Arrivals per time of the cases of {@link services}. */
export const SINGLE_RATE = 0.5

const single: ReadonlyArray<SelfTestCase.SelfTestCase> = services.map(
  ({ id, en, zh, service, isLight }) =>
    SelfTestCase.make({
      id: `mg1-${id}`,
      title: { en: `M/G/1, ${en} service`, zh: `M/G/1,${zh}服务时间` },
      method: { en: "Pollaczek and Khinchine", zh: "波拉切克-辛钦公式" },
      source: KLEINROCK,
      network: aDesk({ arrivals: poisson(SINGLE_RATE), service }),
      length: SelfTestCase.steady(SINGLE_RATE, { customers: 30_000 }),
      truths: () => {
        const queue = QueueProblem.trust(QueueSingle.make({ arrivalRate: SINGLE_RATE, service }))
        return {
          "wait.mean": queue.meanWait,
          ...(isLight ? { "wait.sd@desk": Real.sqrt(queue.waitVariance) } : {}),
          "number.mean": queue.meanInSystem,
          waited: queue.utilisation
        }
      }
    })
)

const constant: SelfTestCase.SelfTestCase = SelfTestCase.make({
  id: "md3",
  title: { en: "M/D/3 at load 0.7", zh: "M/D/3,负荷 0.7" },
  method: { en: "Crommelin and Franx", zh: "克罗梅林、弗兰克斯公式" },
  source:
    'C. D. Crommelin, "Delay Probability Formulae When the Holding Times Are Constant", 1932; ' +
    'G. J. Franx, "A Simple Solution for the M/D/c Waiting Time Distribution", 2001',
  network: aDesk({
    arrivals: poisson(2.1),
    servers: 3,
    service: { kind: "deterministic", value: 1 }
  }),
  length: SelfTestCase.steady(2.1, { customers: 30_000 }),
  truths: () => {
    const queue = QueueProblem.trust(
      QueueConstant.make({ arrivalRate: 2.1, serviceTime: 1, serverCount: 3 })
    )
    return {
      "wait.mean@desk": queue.meanWait,
      waited: 1 - QueueConstant.waitUpTo(queue, 0),
      "wait.upTo(0.5)@desk": QueueConstant.waitUpTo(queue, 0.5),
      "queue.mean": queue.meanQueue
    }
  }
})

const busy: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  SelfTestCase.make({
    id: "mg1-busy-period",
    title: { en: "Busy period of M/G/1, uniform service", zh: "M/G/1 忙期,均匀服务时间" },
    method: { en: "Takacs's equation", zh: "塔卡奇方程" },
    source: KLEINROCK,
    network: aDesk({ arrivals: poisson(0.5), service: { kind: "uniform", low: 0, high: 2 } }),
    length: SelfTestCase.steady(0.5, { customers: 30_000 }),
    truths: () => {
      const service = { kind: "uniform", low: 0, high: 2 } as const
      const queue = QueueProblem.trust(QueueSingle.make({ arrivalRate: 0.5, service }))
      return {
        "busyPeriod.mean@desk": queue.meanBusyPeriod,
        "busyPeriod.sd@desk": Real.sqrt(queue.busyPeriodVariance)
      }
    }
  }),
  SelfTestCase.make({
    id: "mm-infinite-busy-period",
    title: { en: "Busy period of M/M/infinity", zh: "M/M/∞ 忙期" },
    method: { en: "share of time empty", zh: "由空闲时间份额推得" },
    source: 'L. Takacs, "Introduction to the Theory of Queues", 1962, chapter 3',
    network: aDesk({ arrivals: poisson(1.5), servers: "infinite", service: exponential(1) }),
    length: SelfTestCase.steady(1.5, { customers: 20_000 }),
    // Empty for a share exp(-load), and for 1 / rate at a time.
    truths: () => ({ "busyPeriod.mean@desk": (Real.exp(1.5) - 1) / 1.5 })
  })
]

/** One server with any service time, constant service, busy periods. */
export const singleCases: ReadonlyArray<SelfTestCase.SelfTestCase> = [...single, constant, ...busy]
