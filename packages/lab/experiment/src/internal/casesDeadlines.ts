/**
 * Cases of deadlines: in time or not, leaving when overdue, a priority that a passed deadline raises.
 */
import { type Network, QueueMarkov, QueueProblem, Real } from "@wangge/des"
import * as SelfTestCase from "../SelfTestCase.ts"
import { aDesk, exponential, poisson, twoClasses } from "./aDesk.ts"
import * as Chain from "./truthChain.ts"
import { integral } from "./truthIntegral.ts"
import * as Patience from "./truthPatience.ts"

const BACCELLI =
  'F. Baccelli, G. Hebuterne, "On Queues with Impatient Customers", 1981; S. Zeltyn, A. Mandelbaum, ' +
  '"Call Centers with Impatient Customers", Queueing Systems 51, 2005'
const chainMethod = { en: "Markov chain", zh: "马尔可夫链" }

const deadline = (
  time: Network.Deadline["time"],
  overdue: Network.Overdue
): ReadonlyArray<Network.CustomerClass> => [{ id: "customer", deadline: { time, overdue } }]

/** Who leaves when 1.5 have passed while waiting: a queue M/M/1+D; in time is who is served by then. */
const leaving = (): Readonly<Record<string, number>> => {
  const queue = {
    arrivalRate: 1.2,
    serverCount: 1,
    staying: (x: number) => Math.min(x, 1.5),
    corner: 1.5,
    most: 45
  }
  const truth = Patience.truthOf(queue)
  // Offered waits up to 1.5 have density (1 - waitChance) 1.2 exp(0.2 x).
  const late = integral((x) => 1.2 * Real.exp(0.2 * x) * (1 - Real.exp(x - 1.5)), 0, 1.5)
  const inTime = (1 - truth.waitChance) * (1 - Real.exp(-1.5) + late)
  return {
    inTime,
    "queue.mean@desk": truth.meanQueue,
    // Served at all, and served in time.
    "throughput@desk": 1.2 * (1 - truth.abandonChance),
    throughput: 1.2 * inTime
  }
}

/**
 * Class b waits behind class a until its deadline, at rate 0.5, and then beside it, all in random
 * order: a chain of who is in service (1 or none) and who waits, a, b raised and b not raised.
 */
const raising = (): Readonly<Record<string, number>> => {
  const most = 40
  const chain = Chain.explore([0, 0, 0, 0], ([busy = 0, a = 0, high = 0, low = 0], go) => {
    if (busy === 0) {
      go(0.6, [1, 0, 0, 0])
      return
    }
    if (a + high + low < most) {
      go(0.25, [1, a + 1, high, low])
      go(0.35, [1, a, high, low + 1])
    }
    go(0.5 * low, [1, a, high + 1, low - 1])
    const first = a + high
    if (first > 0) {
      go(a / first, [1, a - 1, high, low])
      go(high / first, [1, a, high - 1, low])
    } else if (low > 0) go(1, [1, 0, 0, low - 1])
    else go(1, [0, 0, 0, 0])
  })
  const steady = Chain.steady(chain)
  const a = Chain.mean(chain, steady, ([, count = 0]) => count)
  const b = Chain.mean(chain, steady, ([, , high = 0, low = 0]) => high + low)
  return { "wait.mean@desk/a": a / 0.25, "wait.mean@desk/b": b / 0.35 }
}

const raisedNetwork = twoClasses({
  rates: [0.25, 0.35],
  services: [exponential(1), exponential(1)],
  discipline: "random"
})

/** Deadlines. */
export const deadlineCases: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  SelfTestCase.make({
    id: "deadline",
    title: { en: "Served within 2, M/M/2", zh: "2 个时间单位内办结,M/M/2" },
    method: { en: "sojourn of M/M/c", zh: "M/M/c 逗留时间分布" },
    source: 'D. Gross, C. M. Harris, "Fundamentals of Queueing Theory", 3rd edition, 1998, 2.3',
    network: aDesk({
      classes: deadline({ kind: "deterministic", value: 2 }, { kind: "note" }),
      arrivals: poisson(1.4),
      servers: 2,
      service: exponential(1)
    }),
    length: SelfTestCase.steady(1.4),
    truths: () => {
      const options = { arrivalRate: 1.4, serviceRate: 1, serverCount: 2 }
      return { inTime: QueueMarkov.sojournUpTo(QueueProblem.trust(QueueMarkov.make(options)), 2) }
    }
  }),
  SelfTestCase.make({
    id: "deadline-random",
    title: { en: "Served within an exponential time, M/M/1", zh: "指数期限内办结,M/M/1" },
    method: { en: "transform of the sojourn", zh: "逗留时间的拉普拉斯变换" },
    source: 'L. Kleinrock, "Queueing Systems" 1, 1975, section 3.2',
    network: aDesk({
      classes: deadline(exponential(2.5), { kind: "note" }),
      arrivals: poisson(0.6),
      service: exponential(1)
    }),
    length: SelfTestCase.steady(0.6),
    truths: () => ({ inTime: 0.4 / (0.4 + 0.4), "sojourn.mean": 2.5 })
  }),
  SelfTestCase.make({
    id: "deadline-leave",
    title: { en: "Who is overdue leaves", zh: "超期离开" },
    method: { en: "Baccelli and Hebuterne", zh: "巴切利-埃比泰尔纳公式" },
    source: BACCELLI,
    network: aDesk({
      classes: deadline({ kind: "deterministic", value: 1.5 }, { kind: "leave" }),
      arrivals: poisson(1.2),
      service: exponential(1)
    }),
    length: SelfTestCase.steady(1.2),
    truths: leaving
  }),
  SelfTestCase.make({
    id: "deadline-raise",
    title: { en: "A passed deadline raises the priority", zh: "超期后提高优先级" },
    method: chainMethod,
    source: "none: the balance equations of the chain, ours",
    network: {
      ...raisedNetwork,
      classes: [
        { id: "a", priority: 0 },
        {
          id: "b",
          priority: 1,
          deadline: { time: exponential(2), overdue: { kind: "raise", priority: 0 } }
        }
      ]
    },
    length: SelfTestCase.steady(0.6, { customers: 60_000 }),
    truths: raising
  })
]
