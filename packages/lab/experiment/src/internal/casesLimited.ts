/**
 * Cases with limited room or a limited number of customers: M/M/c/K, Erlang's loss system, whose
 * chances depend on the mean service alone, machine repair and Engset's loss system.
 */
import {
  Distribution,
  QueueErlang,
  QueueFiniteSource,
  QueueLimited,
  QueueProblem
} from "@wangge/des"
import * as SelfTestCase from "../SelfTestCase.ts"
import { aDesk, exponential, poisson } from "./aDesk.ts"

const GROSS =
  'D. Gross, C. M. Harris, "Fundamentals of Queueing Theory", 3rd edition, 1998, 2.4-2.7'
const SEVASTYANOV =
  'B. A. Sevastyanov, "An Ergodic Theorem for Markov Processes and its Application to Telephone ' +
  'Systems with Refusals", Theory of Probability and its Applications 2, 1957 (any service time)'

const limited = (
  parts: Pick<SelfTestCase.SelfTestCase, "id" | "title"> & {
    readonly rate: number
    readonly servers: number
    readonly room: number
    readonly truths: (queue: QueueLimited.QueueLimited) => Readonly<Record<string, number>>
  }
): SelfTestCase.SelfTestCase => {
  const { id, title, rate, servers, room, truths } = parts
  return SelfTestCase.make({
    id,
    title,
    method: { en: "M/M/c/K in closed form", zh: "M/M/c/K 解析解" },
    source: GROSS,
    network: aDesk({ arrivals: poisson(rate), servers, room, service: exponential(1) }),
    length: SelfTestCase.steady(rate),
    truths: () =>
      truths(
        QueueProblem.trust(
          QueueLimited.make({ arrivalRate: rate, serviceRate: 1, serverCount: servers, room })
        )
      )
  })
}

const rooms: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  limited({
    id: "mm1k",
    title: { en: "M/M/1/3 at load 1", zh: "M/M/1/3,负荷 1" },
    rate: 1,
    servers: 1,
    room: 3,
    truths: (queue) => ({
      lost: queue.lossChance,
      "sojourn.mean@desk": queue.meanSojourn,
      "number.is(3)": queue.chances[3]!,
      "number.mean": queue.meanInSystem,
      throughput: queue.throughput,
      "utilisation@desk": queue.utilisation
    })
  }),
  limited({
    id: "mm1k-overloaded",
    title: { en: "M/M/1/5 at load 2", zh: "M/M/1/5,负荷 2" },
    rate: 2,
    servers: 1,
    room: 5,
    truths: (queue) => ({
      "lost@desk": queue.lossChance,
      "wait.mean@desk": queue.meanWait,
      "queue.mean": queue.meanQueue,
      "number.is(5)@desk": queue.chances[5]!
    })
  }),
  limited({
    id: "mm3k",
    title: { en: "M/M/3/6 at load 1", zh: "M/M/3/6,负荷 1" },
    rate: 3,
    servers: 3,
    room: 6,
    truths: (queue) => ({
      lost: queue.lossChance,
      "wait.mean@desk": queue.meanWait,
      "wait.upTo(0.3)@desk": QueueLimited.waitUpTo(queue, 0.3),
      "busy.mean@desk": queue.utilisation * queue.serverCount,
      "number.is(0)": queue.chances[0]!
    })
  })
]

const loss = (
  parts: Pick<SelfTestCase.SelfTestCase, "id" | "title"> & {
    readonly service: Distribution.Distribution
  }
): SelfTestCase.SelfTestCase =>
  SelfTestCase.make({
    id: parts.id,
    title: parts.title,
    method: { en: "Erlang B, for any service time", zh: "爱尔朗 B 公式,与服务时间分布无关" },
    source: SEVASTYANOV,
    network: aDesk({ arrivals: poisson(4), servers: 5, room: 5, service: parts.service }),
    length: SelfTestCase.steady(4),
    truths: () => {
      const lossChance = QueueErlang.lossChance(5, 4 * Distribution.mean(parts.service))
      const load = 4 * Distribution.mean(parts.service)
      return {
        lost: lossChance,
        "busy.mean@desk": load * (1 - lossChance),
        "number.is(5)@desk": lossChance
      }
    }
  })

const losses: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  loss({
    id: "erlang-b",
    title: { en: "Erlang's loss system M/M/5/5", zh: "爱尔朗损失制 M/M/5/5" },
    service: exponential(1)
  }),
  loss({
    id: "erlang-b-lognormal",
    title: { en: "M/G/5/5 with lognormal service", zh: "M/G/5/5,对数正态服务时间" },
    service: Distribution.lognormalByMean({ mean: 1, sigma: 1 })
  }),
  loss({
    id: "erlang-b-constant",
    title: { en: "M/D/5/5", zh: "M/D/5/5,定长服务" },
    service: { kind: "deterministic", value: 1 }
  }),
  loss({
    id: "erlang-b-pareto",
    title: { en: "M/G/5/5 with Pareto service", zh: "M/G/5/5,帕累托服务时间" },
    service: { kind: "pareto", shape: 3, scale: 2 / 3 }
  })
]

const population = (
  parts: Pick<SelfTestCase.SelfTestCase, "id" | "title" | "source"> & {
    readonly size: number
    readonly away: Distribution.Distribution
    readonly service: Distribution.Distribution
    readonly servers: number
    readonly room?: number
    readonly truths: (
      queue: QueueFiniteSource.QueueFiniteSource
    ) => Readonly<Record<string, number>>
  }
): SelfTestCase.SelfTestCase => {
  const { id, title, source, size, away, service, servers, room, truths } = parts
  return SelfTestCase.make({
    id,
    title,
    method: { en: "finite source in closed form", zh: "有限源排队解析解" },
    source,
    network: aDesk({
      arrivals: { kind: "population", size, away },
      servers,
      service,
      ...(room === undefined ? {} : { room })
    }),
    length: SelfTestCase.steady(size / (Distribution.mean(away) + Distribution.mean(service))),
    truths: () =>
      truths(
        QueueProblem.trust(
          QueueFiniteSource.make({
            memberCount: size,
            memberRate: 1 / Distribution.mean(away),
            serviceRate: 1 / Distribution.mean(service),
            serverCount: servers,
            room: room ?? size
          })
        )
      )
  })
}

const populations: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  population({
    id: "machine-repair",
    title: { en: "6 machines, 2 repairers", zh: "6 台机器,2 名维修工" },
    source: GROSS,
    size: 6,
    away: exponential(4),
    service: exponential(1),
    servers: 2,
    truths: (queue) => ({
      "number.mean@desk": queue.meanInSystem,
      "wait.mean@desk": queue.meanWait,
      waited: queue.waitChance,
      throughput: queue.throughput,
      "utilisation@desk": queue.utilisation,
      "number.is(0)@desk": queue.chances[0]!
    })
  }),
  population({
    id: "machine-repair-one",
    title: { en: "5 machines, 1 repairer, overloaded", zh: "5 台机器,1 名维修工,超负荷" },
    source: GROSS,
    size: 5,
    away: exponential(2),
    service: exponential(1),
    servers: 1,
    truths: (queue) => ({
      "queue.mean@desk": queue.meanQueue,
      "sojourn.mean@desk": queue.meanSojourn,
      throughput: queue.throughput
    })
  }),
  population({
    id: "engset",
    title: {
      en: "Engset: 8 sources, 3 servers, lognormal service, uniform idle times",
      zh: "恩格塞特损失制:8 个源、3 个服务台,对数正态服务,均匀空闲时间"
    },
    source: `${GROSS}; J. W. Cohen, "The Generalized Engset Formulae", Philips Telecommunication Review 18, 1957 (any times)`,
    size: 8,
    away: { kind: "uniform", low: 0.5, high: 3.5 },
    service: Distribution.lognormalByMean({ mean: 1, sigma: 0.8 }),
    servers: 3,
    room: 3,
    truths: (queue) => ({
      lost: queue.lossChance,
      "number.is(3)@desk": queue.fullShare,
      "number.mean@desk": queue.meanInSystem,
      throughput: queue.throughput
    })
  })
]

/** Limited room, losses and finite populations. */
export const limitedCases: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  ...rooms,
  ...losses,
  ...populations
]
