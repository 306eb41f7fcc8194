/**
 * Cases of servers that go away when they find nobody waiting.
 */
import type { Distribution } from "@wangge/des"
import * as SelfTestCase from "../SelfTestCase.ts"
import { aDesk, exponential, poisson } from "./aDesk.ts"
import * as Single from "./truthSingle.ts"

const vacation = (
  parts: Pick<SelfTestCase.SelfTestCase, "id" | "title"> & {
    readonly kind: "multiple" | "single"
    readonly flow: Single.Flow
    readonly time: Distribution.Distribution
  }
): SelfTestCase.SelfTestCase => {
  const { id, title, kind, flow, time } = parts
  return SelfTestCase.make({
    id,
    title,
    method: { en: "decomposition of the wait", zh: "等待时间分解" },
    source:
      'Y. Levy, U. Yechiali, "Utilization of Idle Time in an M/G/1 Queueing System", 1975; S. W. ' +
      'Fuhrmann, R. B. Cooper, "Stochastic Decompositions in the M/G/1 Queue", 1985',
    network: aDesk({
      arrivals: poisson(flow.rate),
      service: flow.service,
      vacation: { kind, time }
    }),
    length: SelfTestCase.steady(flow.rate, { customers: 30_000 }),
    truths: () => {
      const wait = Single.vacationWait(flow, time, kind)
      return { "wait.mean@desk": wait, "queue.mean": flow.rate * wait }
    }
  })
}

/** Vacations. */
export const vacationCases: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  vacation({
    id: "vacation-multiple",
    title: { en: "Vacations again and again, exponential", zh: "多重休假,指数休假" },
    kind: "multiple",
    flow: { rate: 0.5, service: { kind: "erlang", phases: 2, mean: 1 } },
    time: exponential(1.5)
  }),
  vacation({
    id: "vacation-multiple-constant",
    title: { en: "Vacations again and again, constant", zh: "多重休假,定长休假" },
    kind: "multiple",
    flow: { rate: 0.5, service: { kind: "uniform", low: 0.5, high: 1.5 } },
    time: { kind: "deterministic", value: 2 }
  }),
  vacation({
    id: "vacation-single",
    title: { en: "One vacation after each busy period", zh: "单重休假" },
    kind: "single",
    flow: { rate: 0.5, service: exponential(1) },
    time: { kind: "erlang", phases: 2, mean: 2 }
  })
]
