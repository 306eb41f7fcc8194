/**
 * Cases of choosing between stations: by class, to the shortest queue.
 */
import { QueueMarkov, QueueProblem } from "@wangge/des"
import * as SelfTestCase from "../SelfTestCase.ts"
import { exponential, poisson } from "./aDesk.ts"
import * as Chain from "./truthChain.ts"

const byClass: SelfTestCase.SelfTestCase = SelfTestCase.make({
  id: "route-by-class",
  title: { en: "Each class to its own desk", zh: "各类去各自窗口" },
  method: { en: "M/M/c, thinned arrivals", zh: "分流后各为 M/M/c" },
  source: 'L. Kleinrock, "Queueing Systems" 1, 1975, sections 3.2 and 3.5',
  network: {
    classes: [{ id: "a" }, { id: "b" }],
    sources: [{ id: "street", arrivals: poisson(2), to: "gate", class: { a: 0.3, b: 0.7 } }],
    stations: [
      {
        id: "gate",
        servers: "infinite",
        service: { kind: "uniform", low: 0, high: 1 },
        to: { kind: "perClass", classes: { a: "red" }, otherwise: "blue" }
      },
      { id: "red", servers: 1, service: exponential(1) },
      { id: "blue", servers: 2, service: exponential(1) }
    ]
  },
  length: SelfTestCase.steady(2, { customers: 40_000 }),
  truths: () => {
    const red = QueueProblem.trust(
      QueueMarkov.make({ arrivalRate: 0.6, serviceRate: 1, serverCount: 1 })
    )
    const blue = QueueProblem.trust(
      QueueMarkov.make({ arrivalRate: 1.4, serviceRate: 1, serverCount: 2 })
    )
    return {
      "wait.mean@red/a": red.meanWait,
      "wait.mean@blue/b": blue.meanWait,
      "sojourn.mean/a": red.meanSojourn + 0.5,
      "number.mean@gate": 1
    }
  }
})

/** Two desks, whoever comes goes to the shorter line: a chain of both numbers, cut at 60 each. */
const shorterLine = (tie: "first" | "random"): Readonly<Record<string, number>> => {
  const most = 60
  const chain = Chain.explore([0, 0], ([left = 0, right = 0], go) => {
    const share = left < right ? 1 : left > right ? 0 : tie === "first" ? 1 : 0.5
    if (left < most) go(1.4 * share, [left + 1, right])
    if (right < most) go(1.4 * (1 - share), [left, right + 1])
    if (left > 0) go(1, [left - 1, right])
    if (right > 0) go(1, [left, right - 1])
  })
  const steady = Chain.steady(chain)
  const all = Chain.mean(chain, steady, ([left = 0, right = 0]) => left + right)
  return {
    "sojourn.mean": all / 1.4,
    "number.mean@left": Chain.mean(chain, steady, ([left = 0]) => left),
    "number.is(0)": Chain.mean(chain, steady, ([left = 0, right = 0]) =>
      left + right === 0 ? 1 : 0
    )
  }
}

const shortest = (tie: "first" | "random"): SelfTestCase.SelfTestCase =>
  SelfTestCase.make({
    id: `shortest-queue-${tie}`,
    title: {
      en: `To the shorter of two lines, ties ${tie === "first" ? "to the first" : "at random"}`,
      zh: `去较短的队,相等时${tie === "first" ? "去第一个" : "随机"}`
    },
    method: { en: "Markov chain", zh: "马尔可夫链" },
    source:
      'J. F. C. Kingman, "Two Similar Queues in Parallel", Annals of Mathematical Statistics 32, 1961 ' +
      "(the chain)",
    network: {
      sources: [
        {
          id: "street",
          arrivals: poisson(1.4),
          to: { kind: "shortest", among: ["left", "right"], tie }
        }
      ],
      stations: [
        { id: "left", servers: 1, service: exponential(1) },
        { id: "right", servers: 1, service: exponential(1) }
      ]
    },
    length: SelfTestCase.steady(1.4, { customers: 40_000 }),
    truths: () => shorterLine(tie)
  })

/** Routing by class and to the shortest queue. */
export const routingCases: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  byClass,
  shortest("random"),
  shortest("first")
]
