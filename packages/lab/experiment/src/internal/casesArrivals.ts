/**
 * Cases whose arrivals are not one by one at a constant rate: renewal arrivals (G/M/1), batches, and
 * arrivals shared out in turn.
 */
import { Distribution, QueueBatch, QueueProblem, QueueRenewal } from "@wangge/des"
import * as SelfTestCase from "../SelfTestCase.ts"
import { aDesk, exponential, poisson } from "./aDesk.ts"
import * as Chain from "./truthChain.ts"

const KLEINROCK = 'L. Kleinrock, "Queueing Systems" 1, 1975, section 6.4'
const CHAUDHRY = 'M. L. Chaudhry, J. G. C. Templeton, "A First Course in Bulk Queues", 1983, 3.1'

const renewal = (
  id: string,
  title: SelfTestCase.SelfTestCase["title"],
  interval: Distribution.Distribution
): SelfTestCase.SelfTestCase =>
  SelfTestCase.make({
    id,
    title,
    method: { en: "the root of G/M/1", zh: "G/M/1 特征方程的根" },
    source: KLEINROCK,
    network: aDesk({ arrivals: { kind: "renewal", between: interval }, service: exponential(1) }),
    length: SelfTestCase.steady(1 / Distribution.mean(interval), { customers: 30_000 }),
    truths: () => {
      const queue = QueueProblem.trust(QueueRenewal.make({ interval, serviceRate: 1 }))
      return {
        "wait.mean": queue.meanWait,
        waited: queue.waitChance,
        "sojourn.upTo(2)": QueueRenewal.sojournUpTo(queue, 2),
        "number.mean@desk": queue.meanInSystem
      }
    }
  })

const renewals: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  renewal(
    "gm1-erlang",
    { en: "G/M/1, Erlang arrivals", zh: "G/M/1,爱尔朗到达间隔" },
    { kind: "erlang", phases: 2, mean: 1.6 }
  ),
  renewal(
    "gm1-uniform",
    { en: "G/M/1, uniform arrivals", zh: "G/M/1,均匀到达间隔" },
    { kind: "uniform", low: 0.6, high: 2.4 }
  ),
  renewal(
    "gm1-constant",
    { en: "D/M/1", zh: "D/M/1,定长到达间隔" },
    { kind: "deterministic", value: 1.5 }
  ),
  renewal(
    "gm1-hyperexponential",
    { en: "G/M/1, hyperexponential arrivals", zh: "G/M/1,超指数到达间隔" },
    { kind: "hyperexponential", means: [1, 5], probabilities: [0.75, 0.25] }
  )
]

const batch = (
  parts: Pick<SelfTestCase.SelfTestCase, "id" | "title"> & {
    readonly rate: number
    readonly size: number | Distribution.Discrete
    readonly service: Distribution.Distribution
  }
): SelfTestCase.SelfTestCase => {
  const { id, title, rate, size, service } = parts
  const batchSize =
    typeof size === "number" ? ({ kind: "deterministic", value: size } as const) : size
  return SelfTestCase.make({
    id,
    title,
    method: { en: "M[X]/G/1 in closed form", zh: "M[X]/G/1 解析解" },
    source: CHAUDHRY,
    network: aDesk({ arrivals: poisson(rate), source: { batch: size }, service }),
    length: SelfTestCase.steady(rate * Distribution.mean(batchSize), { customers: 50_000 }),
    truths: () => {
      const queue = QueueProblem.trust(QueueBatch.make({ batchRate: rate, batchSize, service }))
      return {
        "wait.mean": queue.meanWait,
        "number.mean": queue.meanInSystem,
        "utilisation@desk": queue.utilisation,
        throughput: rate * Distribution.mean(batchSize)
      }
    }
  })
}

/** Batches of 1 to 3 to two servers, a chain over the number present, cut at 200. */
const batchesOfThree = (): Readonly<Record<string, number>> => {
  const chances = [0.5, 0.3, 0.2]
  const chain = Chain.explore([0], ([count = 0], go) => {
    for (const [index, chance] of chances.entries()) {
      if (count + index + 1 <= 200) go(0.6 * chance, [count + index + 1])
    }
    go(Math.min(count, 2), [count - 1])
  })
  const steady = Chain.steady(chain)
  const queue = Chain.mean(chain, steady, ([count = 0]) => Math.max(0, count - 2))
  return {
    "wait.mean@desk": queue / (0.6 * 1.7),
    "queue.mean@desk": queue,
    "number.is(0)": steady[0]!
  }
}

const batches: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  batch({
    id: "batch-pairs",
    title: { en: "Pairs to an M/M/1 desk", zh: "成对到达,M[2]/M/1" },
    rate: 0.25,
    size: 2,
    service: exponential(1)
  }),
  batch({
    id: "batch-random",
    title: { en: "Batches of random size, Erlang service", zh: "随机批量到达,爱尔朗服务" },
    rate: 0.3,
    size: { kind: "discrete", values: [1, 2, 4], probabilities: [0.5, 0.3, 0.2] },
    service: { kind: "erlang", phases: 2, mean: 0.9 }
  }),
  SelfTestCase.make({
    id: "batch-two-servers",
    title: { en: "Batches of random size, two servers", zh: "随机批量到达,两个服务台" },
    method: { en: "Markov chain", zh: "马尔可夫链" },
    source: `${CHAUDHRY} (the chain)`,
    network: aDesk({
      arrivals: poisson(0.6),
      source: { batch: { kind: "discrete", values: [1, 2, 3], probabilities: [0.5, 0.3, 0.2] } },
      servers: 2,
      service: exponential(1)
    }),
    length: SelfTestCase.steady(1.02, { customers: 40_000 }),
    truths: batchesOfThree
  })
]

const inTurn: SelfTestCase.SelfTestCase = SelfTestCase.make({
  id: "cycle",
  title: { en: "Two desks in turn", zh: "两个窗口轮流接收" },
  method: {
    en: "each desk is G/M/1 with Erlang arrivals",
    zh: "各窗口为爱尔朗到达间隔的 G/M/1"
  },
  source: KLEINROCK,
  network: {
    sources: [
      {
        id: "street",
        arrivals: poisson(1.2),
        to: { kind: "cycle", among: ["left", "right"] }
      }
    ],
    stations: [
      { id: "left", servers: 1, service: exponential(1) },
      { id: "right", servers: 1, service: exponential(0.75) }
    ]
  },
  length: SelfTestCase.steady(1.2, { customers: 40_000 }),
  truths: () => {
    const interval = { kind: "erlang", phases: 2, mean: 2 / 1.2 } as const
    const left = QueueProblem.trust(QueueRenewal.make({ interval, serviceRate: 1 }))
    const right = QueueProblem.trust(QueueRenewal.make({ interval, serviceRate: 4 / 3 }))
    return {
      "wait.mean@left": left.meanWait,
      "wait.mean@right": right.meanWait,
      "waited@right": right.waitChance,
      "number.mean": left.meanInSystem + right.meanInSystem
    }
  }
})

/** Renewal arrivals, batches, arrivals in turn. */
export const arrivalCases: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  ...renewals,
  ...batches,
  inTurn
]
