/**
 * Cases of several stations: Jackson networks, feedback, closed networks, classes that change.
 */
import { QueueJackson, QueueProblem, Real } from "@wangge/des"
import * as SelfTestCase from "../SelfTestCase.ts"
import { exponential, poisson } from "./aDesk.ts"

const JACKSON = 'J. R. Jackson, "Networks of Waiting Lines", Operations Research 5, 1957'
const BASKETT =
  'F. Baskett, K. M. Chandy, R. R. Muntz, F. G. Palacios, "Open, Closed, and Mixed Networks of ' +
  'Queues with Different Classes of Customers", Journal of the ACM 22, 1975'
const jacksonMethod = { en: "Jackson's product form", zh: "杰克逊网络乘积解" }

const escalation: SelfTestCase.SelfTestCase = SelfTestCase.make({
  id: "jackson",
  title: { en: "Jackson network of three levels with returns", zh: "三级杰克逊网络(含退回)" },
  method: jacksonMethod,
  source: JACKSON,
  network: {
    sources: [
      { id: "street", arrivals: poisson(1), to: "grid" },
      { id: "hotline", arrivals: poisson(0.4), to: "town" }
    ],
    stations: [
      {
        id: "grid",
        servers: 2,
        service: exponential(1),
        to: { kind: "chance", ways: [{ station: "town", probability: 0.4 }] }
      },
      {
        id: "town",
        servers: 1,
        service: exponential(0.7),
        to: {
          kind: "chance",
          ways: [
            { station: "grid", probability: 0.2 },
            { station: "county", probability: 0.3 }
          ]
        }
      },
      { id: "county", servers: 1, service: exponential(2) }
    ]
  },
  length: SelfTestCase.steady(1.4, { customers: 30_000, draws: "addressed" }),
  truths: () => {
    const network = QueueProblem.trust(
      QueueJackson.make({
        stations: [
          { name: "grid", arrivalRate: 1, serviceRate: 1, serverCount: 2 },
          { name: "town", arrivalRate: 0.4, serviceRate: 1 / 0.7, serverCount: 1 },
          { name: "county", arrivalRate: 0, serviceRate: 0.5, serverCount: 1 }
        ],
        routing: [
          [0, 0.4, 0],
          [0.2, 0, 0.3],
          [0, 0, 0]
        ]
      })
    )
    return {
      "sojourn.mean": network.meanSojourn,
      "number.mean@grid": network.stations[0]!.meanInSystem,
      "wait.mean@town": network.stations[1]!.meanWait,
      "utilisation@county": network.stations[2]!.utilisation,
      "waited@grid": network.stations[0]!.waitChance
    }
  }
})

const feedback: SelfTestCase.SelfTestCase = SelfTestCase.make({
  id: "feedback",
  title: { en: "One desk, a quarter comes again", zh: "单窗口,四分之一返工" },
  method: jacksonMethod,
  source: JACKSON,
  network: {
    sources: [{ id: "street", arrivals: poisson(0.45), to: "desk" }],
    stations: [
      {
        id: "desk",
        servers: 1,
        service: exponential(1),
        to: {
          kind: "function",
          name: "a quarter again",
          stations: ["desk"],
          choose: (view) => (view.uniform() < 0.25 ? "desk" : null)
        }
      }
    ]
  },
  length: SelfTestCase.steady(0.45, { customers: 30_000 }),
  // Load 0.6: 1.5 present, who came at rate 0.45.
  truths: () => ({
    "number.mean@desk": 1.5,
    "sojourn.mean": 1.5 / 0.45,
    "number.is(0)": 0.4,
    "sojourn.mean@desk": 2.5
  })
})

const tandem: SelfTestCase.SelfTestCase = SelfTestCase.make({
  id: "tandem",
  title: { en: "Two desks in a row: time through both", zh: "两个窗口串联:全程时间" },
  method: { en: "independent sojourns (Burke, Reich)", zh: "各站逗留时间相互独立(伯克、赖希)" },
  source:
    'E. Reich, "Waiting Times When Queues are in Tandem", Annals of Mathematical Statistics 28, 1957',
  network: {
    sources: [{ id: "street", arrivals: poisson(0.5), to: "first" }],
    stations: [
      { id: "first", servers: 1, service: exponential(1), to: "second" },
      { id: "second", servers: 1, service: exponential(0.8) }
    ]
  },
  length: SelfTestCase.steady(0.5, { customers: 30_000 }),
  // Two independent exponential times, of rates 1 - 0.5 and 1.25 - 0.5.
  truths: () => ({
    "sojourn.mean": 2 + 4 / 3,
    "sojourn.sd": Real.sqrt(4 + 16 / 9),
    "sojourn.upTo(3)": 1 - (0.75 * Real.exp(-1.5) - 0.5 * Real.exp(-2.25)) / 0.25,
    "wait.mean": 1 + 8 / 15
  })
})

/** Mean value analysis of a closed network with one place to be away and single servers. */
const closedTruth = (
  size: number,
  away: number,
  demands: ReadonlyArray<number>
): { readonly throughput: number; readonly numbers: ReadonlyArray<number> } => {
  let numbers = demands.map(() => 0)
  let throughput = 0
  for (let count = 1; count <= size; count++) {
    const times = demands.map((demand, station) => demand * (1 + numbers[station]!))
    throughput = count / times.reduce((sum, time) => sum + time, away)
    numbers = times.map((time) => throughput * time)
  }
  return { throughput, numbers }
}

const closed: SelfTestCase.SelfTestCase = SelfTestCase.make({
  id: "closed",
  title: { en: "Closed network: 8 members, three stations", zh: "封闭网络:8 个成员,三个站" },
  method: { en: "mean value analysis", zh: "均值分析法(MVA)" },
  source:
    'M. Reiser, S. S. Lavenberg, "Mean-Value Analysis of Closed Multichain Queuing Networks", ' +
    "Journal of the ACM 27, 1980",
  network: {
    sources: [
      {
        id: "members",
        arrivals: { kind: "population", size: 8, away: { kind: "erlang", phases: 2, mean: 4 } },
        to: "computer"
      }
    ],
    stations: [
      {
        id: "computer",
        servers: 1,
        service: exponential(0.25),
        to: {
          kind: "chance",
          ways: [
            { station: "disk", probability: 0.5 },
            { station: "tape", probability: 0.2 }
          ]
        }
      },
      { id: "disk", servers: 1, service: exponential(0.4), to: "computer" },
      { id: "tape", servers: 1, service: exponential(0.9), to: "computer" }
    ]
  },
  length: SelfTestCase.steady(1, { customers: 12_000 }),
  truths: () => {
    // Visits: computer 1 / 0.3, disk and tape their shares of that.
    const { throughput, numbers } = closedTruth(8, 4, [
      0.25 / 0.3,
      (0.4 * 0.5) / 0.3,
      (0.9 * 0.2) / 0.3
    ])
    return {
      throughput,
      "number.mean@computer": numbers[0]!,
      "number.mean@disk": numbers[1]!,
      "number.mean@tape": numbers[2]!,
      "utilisation@tape": throughput * 0.6
    }
  }
})

const changing: SelfTestCase.SelfTestCase = SelfTestCase.make({
  id: "class-change",
  title: {
    en: "Sharing; three in ten come again as another class",
    zh: "处理器共享;三成改类后返工"
  },
  method: { en: "product form of Baskett and others", zh: "BCMP 乘积解" },
  source: BASKETT,
  network: {
    classes: [{ id: "new" }, { id: "again" }],
    sources: [{ id: "street", arrivals: poisson(1), to: "desk", class: "new" }],
    stations: [
      {
        id: "desk",
        servers: 1,
        discipline: "sharing",
        service: {
          kind: "perClass",
          classes: {
            new: { kind: "uniform", low: 0.1, high: 0.5 },
            again: { kind: "gamma", shape: 2, scale: 0.5 }
          }
        },
        to: {
          kind: "perClass",
          classes: {
            new: { kind: "chance", ways: [{ station: "desk", as: "again", probability: 0.3 }] },
            again: "leave"
          }
        }
      }
    ]
  },
  length: SelfTestCase.steady(1, { customers: 30_000 }),
  truths: () => ({
    "number.mean@desk": 1.5,
    "number.mean@desk/again": 0.3 / 0.4,
    "number.is(0)@desk": 0.4,
    "sojourn.mean@desk/new": 0.75
  })
})

/** Product-form networks. */
export const networkCases: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  escalation,
  feedback,
  tandem,
  closed,
  changing
]
