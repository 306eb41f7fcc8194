/**
 * Cases with priorities, with and without preemption, priorities that grow with the wait.
 */
import { type Distribution, QueuePriority, QueueProblem } from "@wangge/des"
import * as SelfTestCase from "../SelfTestCase.ts"
import { exponential, poisson, twoClasses } from "./aDesk.ts"
import * as Single from "./truthSingle.ts"

const COBHAM =
  'A. Cobham, "Priority Assignment in Waiting Line Problems", 1954; L. Kleinrock, "Queueing ' +
  'Systems" 2, 1976, sections 3.3 and 3.4'
const GAVER =
  'D. P. Gaver, "A Waiting Line with Interrupted Service, Including Priorities", Journal of the ' +
  "Royal Statistical Society B 24, 1962"

const urgent: Single.Flow = { rate: 0.3, service: { kind: "erlang", phases: 2, mean: 0.8 } }
const calm: Single.Flow = {
  rate: 0.25,
  service: { kind: "hyperexponential", means: [0.5, 2], probabilities: [0.6, 0.4] }
}

const priorities = (
  flows: ReadonlyArray<Single.Flow>,
  rule: QueuePriority.Rule
): QueuePriority.QueuePriority =>
  QueueProblem.trust(
    QueuePriority.make({
      classes: flows.map(({ rate, service }) => ({ arrivalRate: rate, service })),
      rule
    })
  )

const cobham: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  SelfTestCase.make({
    id: "priority",
    title: { en: "Two priorities, M/G/1", zh: "两级优先,M/G/1" },
    method: { en: "Cobham", zh: "科巴姆公式" },
    source: COBHAM,
    network: twoClasses({
      rates: [urgent.rate, calm.rate],
      services: [urgent.service, calm.service]
    }),
    length: SelfTestCase.steady(0.55, { customers: 60_000 }),
    truths: () => {
      const { classes } = priorities([urgent, calm], "nonPreemptive")
      return {
        "wait.mean@desk/a": classes[0]!.meanWait,
        "wait.mean@desk/b": classes[1]!.meanWait,
        "sojourn.mean/b": classes[1]!.meanSojourn,
        "queue.mean@desk/a": classes[0]!.meanQueue
      }
    }
  }),
  SelfTestCase.make({
    id: "priority-three",
    title: { en: "Three priorities, constant service", zh: "三级优先,定长服务" },
    method: { en: "Cobham", zh: "科巴姆公式" },
    source: COBHAM,
    network: {
      classes: [
        { id: "red", priority: 1 },
        { id: "yellow", priority: 2 },
        { id: "green", priority: 3 }
      ],
      sources: [
        {
          id: "street",
          arrivals: poisson(0.7),
          to: "desk",
          class: { red: 0.2, yellow: 0.3, green: 0.5 }
        }
      ],
      stations: [{ id: "desk", servers: 1, service: { kind: "deterministic", value: 1 } }]
    },
    length: SelfTestCase.steady(0.7, { customers: 50_000 }),
    truths: () => {
      const flows = [0.14, 0.21, 0.35].map(
        (rate): Single.Flow => ({ rate, service: { kind: "deterministic", value: 1 } })
      )
      const { classes } = priorities(flows, "nonPreemptive")
      return {
        "wait.mean@desk/red": classes[0]!.meanWait,
        "wait.mean@desk/yellow": classes[1]!.meanWait,
        "wait.mean@desk/green": classes[2]!.meanWait
      }
    }
  })
]

const severalServers = (
  id: string,
  title: SelfTestCase.SelfTestCase["title"],
  preemption: "none" | "resume"
): SelfTestCase.SelfTestCase =>
  SelfTestCase.make({
    id,
    title,
    method: { en: "Davis; Kella and Yechiali", zh: "戴维斯、克拉-耶希阿利公式" },
    source:
      'R. H. Davis, "Waiting-Time Distribution of a Multi-Server, Priority Queuing System", 1966; ' +
      'O. Kella, U. Yechiali, "Waiting Times in the Non-Preemptive Priority M/M/c Queue", 1985',
    network: twoClasses({
      rates: [0.9, 1.2],
      services: [exponential(1), exponential(1)],
      servers: 3,
      preemption
    }),
    length: SelfTestCase.steady(2.1, { customers: 60_000 }),
    truths: () => {
      const { classes } = QueueProblem.trust(
        QueuePriority.makeEqual({
          arrivalRates: [0.9, 1.2],
          serviceRate: 1,
          serverCount: 3,
          rule: preemption === "none" ? "nonPreemptive" : "preemptiveResume"
        })
      )
      return {
        "sojourn.mean@desk/a": classes[0]!.meanSojourn,
        "sojourn.mean@desk/b": classes[1]!.meanSojourn,
        ...(preemption === "none" ? { "wait.mean@desk/b": classes[1]!.meanWait } : {})
      }
    }
  })

const several: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  severalServers("priority-servers", { en: "Two priorities, M/M/3", zh: "两级优先,M/M/3" }, "none"),
  severalServers("preemption-servers", { en: "Preemption, M/M/3", zh: "抢占,M/M/3" }, "resume")
]

const preempting = (
  parts: Pick<SelfTestCase.SelfTestCase, "id" | "title"> & {
    readonly preemption: "restart" | "resample"
    readonly service: Distribution.Distribution
    readonly completion: (urgent: Single.Flow) => Single.Completion
  }
): SelfTestCase.SelfTestCase => {
  const first: Single.Flow = { rate: 0.25, service: exponential(1) }
  return SelfTestCase.make({
    id: parts.id,
    title: parts.title,
    method: { en: "completion times and vacations", zh: "完成时间与休假分解" },
    source: GAVER,
    network: twoClasses({
      rates: [first.rate, 0.2],
      services: [first.service, parts.service],
      preemption: parts.preemption
    }),
    length: SelfTestCase.steady(0.45, { customers: 60_000 }),
    truths: () => {
      const completion = parts.completion(first)
      const wait = Single.preemptedWait(first, 0.2, completion)
      return {
        "sojourn.mean@desk/a": 1 / (1 - first.rate),
        "wait.mean@desk/b": wait,
        "sojourn.mean@desk/b": wait + completion.mean
      }
    }
  })
}

const preemptions: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  SelfTestCase.make({
    id: "preemption-resume",
    title: { en: "Preemption, going on where stopped, M/G/1", zh: "抢占续作,M/G/1" },
    method: { en: "Cobham's formula for preemption", zh: "抢占优先公式" },
    source: COBHAM,
    network: twoClasses({
      rates: [urgent.rate, calm.rate],
      services: [urgent.service, calm.service],
      preemption: "resume"
    }),
    length: SelfTestCase.steady(0.55, { customers: 60_000 }),
    truths: () => {
      const { classes } = priorities([urgent, calm], "preemptiveResume")
      // Until service first begins: the sojourn without the completion time.
      const completion = 1.1 / (1 - Single.loadOf(urgent))
      return {
        "sojourn.mean@desk/a": classes[0]!.meanSojourn,
        "sojourn.mean@desk/b": classes[1]!.meanSojourn,
        "wait.mean@desk/b": classes[1]!.meanSojourn - completion
      }
    }
  }),
  preempting({
    id: "preemption-restart",
    title: { en: "Preemption, beginning anew with the same length", zh: "抢占重作(时长不变)" },
    preemption: "restart",
    service: { kind: "discrete", values: [0.5, 2], probabilities: [0.6, 0.4] },
    completion: (first) => {
      const short = Single.completionRestarted(first, 0.5)
      const long = Single.completionRestarted(first, 2)
      return {
        mean: 0.6 * short.mean + 0.4 * long.mean,
        square: 0.6 * short.square + 0.4 * long.square
      }
    }
  }),
  preempting({
    id: "preemption-resample",
    title: { en: "Preemption, beginning anew with another length", zh: "抢占重作(重新抽取时长)" },
    preemption: "resample",
    service: { kind: "uniform", low: 0, high: 2 },
    completion: (first) => Single.completionResampled(first, () => 0.5, 2)
  })
]

const growing: Single.Flow = { rate: 0.35, service: exponential(1) }
const growingSlowly: Single.Flow = { rate: 0.4, service: { kind: "erlang", phases: 2, mean: 1 } }

const accumulating: SelfTestCase.SelfTestCase = SelfTestCase.make({
  id: "accumulating",
  title: {
    en: "Priority that grows with the wait, at rates 3 and 1",
    zh: "累积优先权,增速 3 与 1"
  },
  method: { en: "Kleinrock's recursion", zh: "克兰罗克递推" },
  source:
    'L. Kleinrock, "A Delay Dependent Queue Discipline", 1964; D. A. Stanford, P. Taylor, I. Ziedins, ' +
    '"Waiting Time Distributions in the Accumulating Priority Queue", 2014',
  network: twoClasses({
    rates: [growing.rate, growingSlowly.rate],
    services: [growing.service, growingSlowly.service],
    priorities: [0, 0],
    rising: {
      kind: "perClass",
      classes: { a: { kind: "accumulating", rate: 3 }, b: { kind: "accumulating", rate: 1 } }
    }
  }),
  length: SelfTestCase.steady(0.75, { customers: 80_000 }),
  truths: () => {
    const [quick = 0, slow = 0] = Single.accumulatingWaits([growing, growingSlowly], [3, 1])
    return { "wait.mean@desk/a": quick, "wait.mean@desk/b": slow }
  }
})

/** Priorities, preemption, growing priorities. */
export const priorityCases: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  ...cobham,
  ...several,
  ...preemptions,
  accumulating
]
