/**
 * Cases with independent arrivals, exponential service and no limits: M/M/1, M/M/c, M/M/infinity.
 */
import { QueueInfinite, QueueMarkov, QueueProblem, Real } from "@wangge/des"
import * as SelfTestCase from "../SelfTestCase.ts"
import { aDesk, exponential, poisson } from "./aDesk.ts"
import { reach } from "./truthIntegral.ts"

const KLEINROCK = 'L. Kleinrock, "Queueing Systems" 1, 1975, sections 3.2 and 3.5'
const GROSS = 'D. Gross, C. M. Harris, "Fundamentals of Queueing Theory", 3rd edition, 1998, 2.3'

const method = { en: "M/M/c in closed form (Erlang C)", zh: "M/M/c 解析解(爱尔朗 C 公式)" }

const queueOf = (arrivalRate: number, serverCount: number): QueueMarkov.QueueMarkov =>
  QueueProblem.trust(QueueMarkov.make({ arrivalRate, serviceRate: 1, serverCount }))

const markov = (
  parts: Pick<SelfTestCase.SelfTestCase, "id" | "title" | "length"> & {
    readonly rate: number
    readonly servers: number
    readonly truths: (queue: QueueMarkov.QueueMarkov) => Readonly<Record<string, number>>
  }
): SelfTestCase.SelfTestCase => {
  const { id, title, length, rate, servers, truths } = parts
  return SelfTestCase.make({
    id,
    title,
    method,
    source: `${KLEINROCK}; ${GROSS}`,
    network: aDesk({ arrivals: poisson(rate), servers, service: exponential(1) }),
    length,
    truths: () => truths(queueOf(rate, servers))
  })
}

/** The sojourn that the share `chance` does not exceed. */
const sojournQuantile = (queue: QueueMarkov.QueueMarkov, chance: number): number =>
  reach((time) => QueueMarkov.sojournUpTo(queue, time), chance)

/** The second moment of the wait is 2 C / spare^2, with C the chance to wait. */
const waitDeviation = (queue: QueueMarkov.QueueMarkov): number => {
  const spare = queue.serverCount * queue.serviceRate - queue.arrivalRate
  return Real.sqrt(queue.waitChance * (2 - queue.waitChance)) / spare
}

const one: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  markov({
    id: "mm1",
    title: { en: "M/M/1 at load 0.5", zh: "M/M/1,负荷 0.5" },
    rate: 0.5,
    servers: 1,
    length: SelfTestCase.steady(0.5, { customers: 30_000, draws: "addressed" }),
    truths: (queue) => ({
      "wait.mean@desk": queue.meanWait,
      "wait.sd@desk": waitDeviation(queue),
      waited: queue.waitChance,
      "sojourn.mean": queue.meanSojourn,
      "sojourn.q(0.9)": sojournQuantile(queue, 0.9),
      "sojourn.upTo(2)": QueueMarkov.sojournUpTo(queue, 2),
      "number.is(0)": QueueMarkov.chanceOf(queue, 0),
      "number.mean": queue.meanInSystem,
      "utilisation@desk": queue.utilisation,
      throughput: queue.arrivalRate
    })
  }),
  markov({
    id: "mm1-busy",
    title: { en: "M/M/1 at load 0.8", zh: "M/M/1,负荷 0.8" },
    rate: 0.8,
    servers: 1,
    length: SelfTestCase.steady(0.8, { customers: 100_000 }),
    truths: (queue) => ({
      "wait.mean": queue.meanWait,
      "queue.mean@desk": queue.meanQueue,
      "number.is(2)@desk": QueueMarkov.chanceOf(queue, 2),
      "busy.mean@desk": queue.utilisation
    })
  }),
  markov({
    id: "mm2",
    title: { en: "M/M/2 at load 0.6", zh: "M/M/2,负荷 0.6" },
    rate: 1.2,
    servers: 2,
    length: SelfTestCase.steady(1.2, { customers: 30_000 }),
    truths: (queue) => ({
      "wait.mean": queue.meanWait,
      waited: queue.waitChance,
      "wait.q(0.9)": QueueMarkov.waitQuantile(queue, 0.9),
      "sojourn.upTo(1)": QueueMarkov.sojournUpTo(queue, 1),
      "number.is(3)": QueueMarkov.chanceOf(queue, 3)
    })
  })
]

const several: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  markov({
    id: "mm5",
    title: { en: "M/M/5 at load 0.7", zh: "M/M/5,负荷 0.7" },
    rate: 3.5,
    servers: 5,
    length: SelfTestCase.steady(3.5, { customers: 40_000 }),
    truths: (queue) => ({
      "wait.mean": queue.meanWait,
      "waited@desk": queue.waitChance,
      "wait.upTo(0.5)@desk": QueueMarkov.waitUpTo(queue, 0.5),
      "sojourn.q(0.95)": sojournQuantile(queue, 0.95),
      "queue.mean": queue.meanQueue,
      "busy.mean": queue.utilisation * queue.serverCount
    })
  }),
  markov({
    id: "mm20",
    title: { en: "M/M/20 at load 0.85", zh: "M/M/20,负荷 0.85" },
    rate: 17,
    servers: 20,
    length: SelfTestCase.steady(17, { customers: 80_000 }),
    truths: (queue) => ({
      waited: queue.waitChance,
      "wait.mean": queue.meanWait,
      "number.mean": queue.meanInSystem,
      "number.is(17)": QueueMarkov.chanceOf(queue, 17)
    })
  }),
  SelfTestCase.make({
    id: "mm-infinite",
    title: { en: "M/M/infinity with 4 at work on average", zh: "M/M/∞,平均 4 个在服务" },
    method: { en: "the number is Poisson", zh: "系统内人数服从泊松分布" },
    source: KLEINROCK,
    network: aDesk({ arrivals: poisson(4), servers: "infinite", service: exponential(1) }),
    length: SelfTestCase.steady(4, { customers: 15_000 }),
    truths: () => ({
      "number.mean": 4,
      "number.is(4)": QueueInfinite.chanceOf(4, 4),
      "number.is(0)@desk": QueueInfinite.chanceOf(4, 0),
      "sojourn.mean": 1,
      "sojourn.sd": 1
    })
  })
]

/** M/M/c and M/M/infinity. */
export const markovCases: ReadonlyArray<SelfTestCase.SelfTestCase> = [...one, ...several]
