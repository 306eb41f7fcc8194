/**
 * Cases of customers who do not wait for ever: patience, balking.
 */
import { type Network, QueueAbandonment, QueueInfinite, QueueProblem, Real } from "@wangge/des"
import * as SelfTestCase from "../SelfTestCase.ts"
import { aDesk, exponential, poisson } from "./aDesk.ts"
import * as Chain from "./truthChain.ts"
import * as Patience from "./truthPatience.ts"

const PALM =
  'C. Palm, "Research on Telephone Traffic Carried by Full Availability Groups", 1957; A. ' +
  'Mandelbaum, S. Zeltyn, "Service Engineering in Action: The Palm/Erlang-A Queue", 2007'
const BACCELLI =
  'F. Baccelli, G. Hebuterne, "On Queues with Impatient Customers", 1981; S. Zeltyn, A. Mandelbaum, ' +
  '"Call Centers with Impatient Customers", Queueing Systems 51, 2005'
const ANCKER =
  'C. J. Ancker, A. V. Gafarian, "Some Queuing Problems with Balking and Reneging", Operations ' +
  "Research 11, 1963"
const chainMethod = { en: "Markov chain", zh: "马尔可夫链" }

const erlangA = (
  id: string,
  title: SelfTestCase.SelfTestCase["title"],
  options: QueueAbandonment.Options
): SelfTestCase.SelfTestCase =>
  SelfTestCase.make({
    id,
    title,
    method: { en: "Erlang A", zh: "爱尔朗 A 公式" },
    source: PALM,
    network: aDesk({
      arrivals: poisson(options.arrivalRate),
      servers: options.serverCount,
      service: exponential(1 / options.serviceRate),
      patience: { time: exponential(1 / options.abandonRate) }
    }),
    length: SelfTestCase.steady(options.arrivalRate),
    truths: () => {
      const queue = QueueProblem.trust(QueueAbandonment.make(options))
      return {
        abandoned: queue.abandonChance,
        "queue.mean@desk": queue.meanQueue,
        waited: queue.waitChance,
        "number.mean": queue.meanInSystem,
        "utilisation@desk": queue.utilisation
      }
    }
  })

const general = (
  id: string,
  title: SelfTestCase.SelfTestCase["title"],
  patience: Network.Patience["time"],
  queue: Patience.Impatience
): SelfTestCase.SelfTestCase =>
  SelfTestCase.make({
    id,
    title,
    method: { en: "Baccelli and Hebuterne", zh: "巴切利-埃比泰尔纳公式" },
    source: BACCELLI,
    network: aDesk({
      arrivals: poisson(queue.arrivalRate),
      servers: queue.serverCount,
      service: exponential(1),
      patience: { time: patience }
    }),
    length: SelfTestCase.steady(queue.arrivalRate),
    truths: () => {
      const truth = Patience.truthOf(queue)
      return {
        abandoned: truth.abandonChance,
        waited: truth.waitChance,
        "queue.mean@desk": truth.meanQueue
      }
    }
  })

const patience: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  erlangA(
    "erlang-a",
    { en: "Erlang A, 3 servers, load 1.33", zh: "爱尔朗 A,3 个服务台,负荷 1.33" },
    { arrivalRate: 4, serviceRate: 1, serverCount: 3, abandonRate: 0.5 }
  ),
  erlangA(
    "erlang-a-patient",
    { en: "Erlang A, 6 servers, load 0.83", zh: "爱尔朗 A,6 个服务台,负荷 0.83" },
    { arrivalRate: 5, serviceRate: 1, serverCount: 6, abandonRate: 1 }
  ),
  general(
    "patience-constant",
    { en: "M/M/2+D: constant patience", zh: "M/M/2+D:定长耐心" },
    { kind: "deterministic", value: 0.8 },
    { arrivalRate: 2, serverCount: 2, staying: (x) => Math.min(x, 0.8), corner: 0.8, most: 20 }
  ),
  general(
    "patience-uniform",
    { en: "M/M/2+G: uniform patience", zh: "M/M/2+G:均匀分布耐心" },
    { kind: "uniform", low: 0, high: 2 },
    {
      arrivalRate: 2,
      serverCount: 2,
      staying: (x) => (x < 2 ? x - (x * x) / 4 : 1),
      corner: 2,
      most: 20
    }
  )
]

const elsewhere: SelfTestCase.SelfTestCase = SelfTestCase.make({
  id: "patience-elsewhere",
  title: { en: "Who gives up is called back", zh: "放弃排队者转入回访" },
  method: { en: "Erlang A and Little", zh: "爱尔朗 A 与利特尔公式" },
  source: PALM,
  network: {
    sources: [{ id: "street", arrivals: poisson(2), to: "desk" }],
    stations: [
      {
        id: "desk",
        servers: 2,
        service: exponential(1),
        patience: { time: exponential(1), to: "call back" }
      },
      { id: "call back", servers: "infinite", service: { kind: "uniform", low: 1, high: 3 } }
    ]
  },
  length: SelfTestCase.steady(2),
  truths: () => {
    const options = { arrivalRate: 2, serviceRate: 1, serverCount: 2, abandonRate: 1 }
    const queue = QueueProblem.trust(QueueAbandonment.make(options))
    return {
      "number.mean@desk": queue.meanInSystem,
      "number.mean@call back": 2 * queue.abandonChance * 2
    }
  }
})

const balkingByChances = (): Readonly<Record<string, number>> => {
  // The chance to stay out, by the number waiting.
  const out = [0, 0.3, 0.6, 1]
  const chain = Chain.explore([0], ([count = 0], go) => {
    go(1.5 * (1 - out[Math.max(0, count - 1)]!), [count + 1])
    go(count === 0 ? 0 : 1, [count - 1])
  })
  const steady = Chain.steady(chain)
  return {
    balked: Chain.mean(chain, steady, ([count = 0]) => out[Math.max(0, count - 1)]!),
    "number.mean": Chain.mean(chain, steady, ([count = 0]) => count),
    "number.is(4)@desk": steady[4]!
  }
}

const balking: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  SelfTestCase.make({
    id: "balking-function",
    title: {
      en: "Discouraged arrivals: joining with chance 1/(n+1)",
      zh: "到达受挫:以 1/(n+1) 加入"
    },
    method: { en: "the number is Poisson", zh: "系统内人数服从泊松分布" },
    source: 'L. Kleinrock, "Queueing Systems" 1, 1975, section 3.3 (discouraged arrivals)',
    network: aDesk({
      arrivals: poisson(1.5),
      service: exponential(1),
      balking: {
        kind: "function",
        name: "discouraged",
        join: (view) => 1 / (view.numberAt("desk") + 1)
      }
    }),
    length: SelfTestCase.steady(1.5),
    truths: () => ({
      "number.mean": 1.5,
      "number.is(0)": Real.exp(-1.5),
      "number.is(2)@desk": QueueInfinite.chanceOf(1.5, 2),
      // Served at rate 1 while somebody is there.
      balked: 1 - (1 - Real.exp(-1.5)) / 1.5
    })
  }),
  SelfTestCase.make({
    id: "balking-chances",
    title: { en: "Balking with chances by length", zh: "按队长概率不加入" },
    method: chainMethod,
    source: ANCKER,
    network: aDesk({
      arrivals: poisson(1.5),
      service: exponential(1),
      balking: { kind: "chances", balk: [0, 0.3, 0.6, 1] }
    }),
    length: SelfTestCase.steady(1.5),
    truths: balkingByChances
  }),
  SelfTestCase.make({
    id: "balking-length",
    title: { en: "Nobody joins with 3 waiting", zh: "有 3 人排队时不再加入" },
    method: { en: "as M/M/1/4", zh: "等价于 M/M/1/4" },
    source: ANCKER,
    network: aDesk({
      arrivals: poisson(1),
      service: exponential(1),
      balking: { kind: "length", fromQueue: 3 }
    }),
    length: SelfTestCase.steady(1),
    // Equal chances of 0 to 4 at load 1.
    truths: () => ({ balked: 0.2, "number.mean": 2, "queue.mean@desk": 1.2 })
  })
]

/** Patience, balking. */
export const patienceCases: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  ...patience,
  elsewhere,
  ...balking
]
