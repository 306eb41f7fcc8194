/**
 * Cases of one station served in another order than first-come: last-come, random, shortest first,
 * processor sharing.
 */
import { type Distribution, QueueMarkov, QueueProblem, QueueSingle, Real } from "@wangge/des"
import * as SelfTestCase from "../SelfTestCase.ts"
import { aDesk, exponential, poisson, twoClasses } from "./aDesk.ts"
import * as Single from "./truthSingle.ts"

const FUHRMANN =
  'S. W. Fuhrmann, "Second Moment Relationships for Waiting Times in Queueing Systems with Poisson ' +
  'Input", Queueing Systems 8, 1991'
const KLEINROCK = 'L. Kleinrock, "Queueing Systems" 2, 1976, section 4.4'

const singleOf = (flow: Single.Flow): QueueSingle.QueueSingle =>
  QueueProblem.trust(QueueSingle.make({ arrivalRate: flow.rate, service: flow.service }))

const otherOrder = (
  parts: Pick<SelfTestCase.SelfTestCase, "id" | "title"> & {
    readonly discipline: "last-come" | "random"
    readonly flow: Single.Flow
  }
): SelfTestCase.SelfTestCase =>
  SelfTestCase.make({
    id: parts.id,
    title: parts.title,
    method: { en: "Fuhrmann's relation of second moments", zh: "富尔曼二阶矩关系" },
    source: FUHRMANN,
    network: aDesk({
      arrivals: poisson(parts.flow.rate),
      discipline: parts.discipline,
      service: parts.flow.service
    }),
    length: SelfTestCase.steady(parts.flow.rate, { customers: 40_000 }),
    truths: () => ({
      "wait.mean": singleOf(parts.flow).meanWait,
      "wait.sd": Single.waitDeviation(parts.flow, parts.discipline),
      waited: singleOf(parts.flow).utilisation
    })
  })

const ordered: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  otherOrder({
    id: "last-come",
    title: { en: "Last-come, M/M/1", zh: "后到先服务,M/M/1" },
    discipline: "last-come",
    flow: { rate: 0.5, service: exponential(1) }
  }),
  otherOrder({
    id: "last-come-uniform",
    title: { en: "Last-come, uniform service", zh: "后到先服务,均匀服务时间" },
    discipline: "last-come",
    flow: { rate: 0.6, service: { kind: "uniform", low: 0.5, high: 1.5 } }
  }),
  otherOrder({
    id: "random-order",
    title: { en: "Random order, M/M/1", zh: "随机服务,M/M/1" },
    discipline: "random",
    flow: { rate: 0.6, service: exponential(1) }
  }),
  otherOrder({
    id: "random-order-constant",
    title: { en: "Random order, constant service", zh: "随机服务,定长服务" },
    discipline: "random",
    flow: { rate: 0.6, service: { kind: "deterministic", value: 1 } }
  })
]

const interrupting: SelfTestCase.SelfTestCase = SelfTestCase.make({
  id: "last-come-preemptive",
  title: { en: "Last-come with preemption", zh: "后到先服务(抢占)" },
  method: { en: "a sojourn is a busy period", zh: "逗留时间等于忙期" },
  source: 'L. Kleinrock, "Queueing Systems" 1, 1975, section 5.8 (busy period)',
  network: aDesk({
    arrivals: poisson(0.5),
    discipline: "last-come",
    preemption: "resume",
    service: { kind: "erlang", phases: 2, mean: 1 }
  }),
  length: SelfTestCase.steady(0.5, { customers: 40_000 }),
  truths: () => {
    const queue = singleOf({ rate: 0.5, service: { kind: "erlang", phases: 2, mean: 1 } })
    return {
      "sojourn.mean": queue.meanBusyPeriod,
      "sojourn.sd": Real.sqrt(queue.busyPeriodVariance),
      "number.is(1)@desk": QueueSingle.sharedChanceOf(queue, 1)
    }
  }
})

const shortest: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  SelfTestCase.make({
    id: "shortest-first",
    title: { en: "Shortest service first, exponential", zh: "最短服务优先,指数服务" },
    method: { en: "Phipps's integral", zh: "菲普斯积分" },
    source: 'T. E. Phipps, "Machine Repair as a Priority Waiting-Line Problem", 1956',
    network: aDesk({ arrivals: poisson(0.7), discipline: "shortest", service: exponential(1) }),
    length: SelfTestCase.steady(0.7, { customers: 60_000 }),
    truths: () => ({
      "wait.mean": Single.shortestFirstWait(
        { rate: 0.7, service: exponential(1) },
        (x) => Real.exp(-x),
        45
      ),
      waited: 0.7
    })
  }),
  SelfTestCase.make({
    id: "shortest-first-uniform",
    title: { en: "Shortest service first, uniform", zh: "最短服务优先,均匀服务" },
    method: { en: "Phipps's integral", zh: "菲普斯积分" },
    source: 'T. E. Phipps, "Machine Repair as a Priority Waiting-Line Problem", 1956',
    network: aDesk({
      arrivals: poisson(0.8),
      discipline: "shortest",
      service: { kind: "uniform", low: 0, high: 2 }
    }),
    length: SelfTestCase.steady(0.8, { customers: 60_000 }),
    truths: () => ({
      "wait.mean@desk": Single.shortestFirstWait(
        { rate: 0.8, service: { kind: "uniform", low: 0, high: 2 } },
        () => 0.5,
        2
      )
    })
  })
]

const shared = (
  id: string,
  title: SelfTestCase.SelfTestCase["title"],
  service: Distribution.Distribution
): SelfTestCase.SelfTestCase =>
  SelfTestCase.make({
    id,
    title,
    method: { en: "M/G/1 processor sharing, for any service", zh: "M/G/1 处理器共享,与分布无关" },
    source: KLEINROCK,
    network: aDesk({ arrivals: poisson(0.6), discipline: "sharing", service }),
    length: SelfTestCase.steady(0.6, { customers: 40_000 }),
    truths: () => {
      const queue = singleOf({ rate: 0.6, service })
      return {
        "sojourn.mean": queue.meanSojournShared,
        "number.is(2)@desk": QueueSingle.sharedChanceOf(queue, 2),
        "number.mean": queue.utilisation / (1 - queue.utilisation)
      }
    }
  })

const sharing: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  shared(
    "sharing-hyperexponential",
    { en: "Processor sharing, hyperexponential", zh: "处理器共享,超指数服务" },
    {
      kind: "hyperexponential",
      means: [0.5, 2.5],
      probabilities: [0.75, 0.25]
    }
  ),
  shared(
    "sharing-constant",
    { en: "Processor sharing, constant service", zh: "处理器共享,定长服务" },
    {
      kind: "deterministic",
      value: 1
    }
  ),
  SelfTestCase.make({
    id: "sharing-sizes",
    title: { en: "Processor sharing, short and long services", zh: "处理器共享,长短两类服务" },
    method: { en: "sojourn in proportion to service", zh: "逗留时间与服务量成正比" },
    source: KLEINROCK,
    network: twoClasses({
      rates: [0.4, 0.2],
      services: [
        { kind: "deterministic", value: 0.5 },
        { kind: "uniform", low: 1, high: 3 }
      ],
      priorities: [0, 0],
      discipline: "sharing"
    }),
    length: SelfTestCase.steady(0.6, { customers: 50_000 }),
    // The load is 0.4 * 0.5 + 0.2 * 2 = 0.6.
    truths: () => ({
      "sojourn.mean@desk/a": 0.5 / 0.4,
      "sojourn.mean@desk/b": 2 / 0.4,
      "number.mean": 1.5
    })
  }),
  SelfTestCase.make({
    id: "sharing-deviation",
    title: { en: "Processor sharing, M/M/1: deviation", zh: "处理器共享,M/M/1:逗留时间标准差" },
    method: { en: "variance (2 + rho) / ((2 - rho) (1 - rho)^2)", zh: "方差 (2+ρ)/((2-ρ)(1-ρ)²)" },
    source:
      'E. G. Coffman, R. R. Muntz, H. Trotter, "Waiting Time Distributions for Processor-Sharing ' +
      'Systems", Journal of the ACM 17, 1970',
    network: aDesk({ arrivals: poisson(0.5), discipline: "sharing", service: exponential(1) }),
    length: SelfTestCase.steady(0.5, { customers: 40_000 }),
    truths: () => ({
      "sojourn.mean": 2,
      "sojourn.sd": Real.sqrt(2.5 / (1.5 * 0.25)),
      throughput: 0.5
    })
  }),
  SelfTestCase.make({
    id: "sharing-two-servers",
    title: { en: "Processor sharing, two servers", zh: "处理器共享,两个服务台" },
    method: { en: "the number is that of M/M/2", zh: "人数分布同 M/M/2" },
    source: `${KLEINROCK}; L. Kleinrock, "Queueing Systems" 1, 1975, section 3.5`,
    network: aDesk({
      arrivals: poisson(1.2),
      servers: 2,
      discipline: "sharing",
      service: exponential(1)
    }),
    length: SelfTestCase.steady(1.2, { customers: 40_000 }),
    truths: () => {
      const options = { arrivalRate: 1.2, serviceRate: 1, serverCount: 2 }
      const queue = QueueProblem.trust(QueueMarkov.make(options))
      return {
        "sojourn.mean": queue.meanSojourn,
        "number.is(1)": QueueMarkov.chanceOf(queue, 1),
        "number.mean@desk": queue.meanInSystem
      }
    }
  })
]

/** Last-come, random order, shortest first, processor sharing. */
export const disciplineCases: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  ...ordered,
  interrupting,
  ...shortest,
  ...sharing
]
