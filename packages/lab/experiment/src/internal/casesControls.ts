/**
 * Cases whose values are wrong on purpose: a self-test that finds them to agree finds nothing.
 */
import { QueueErlang, QueueProblem, QueueSingle, Real } from "@wangge/des"
import * as SelfTestCase from "../SelfTestCase.ts"
import { aDesk, exponential, poisson } from "./aDesk.ts"

const source = "none: wrong on purpose"

/** The negative controls. */
export const controlCases: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  SelfTestCase.make({
    id: "control-mean",
    title: { en: "Control: M/M/1, values 2 % too large", zh: "对照:M/M/1,数值偏大 2 %" },
    method: { en: "1.02 times the right value", zh: "正确值的 1.02 倍" },
    source,
    network: aDesk({ arrivals: poisson(0.3), service: exponential(1) }),
    length: SelfTestCase.steady(0.3, { customers: 30_000 }),
    truths: () => ({ "sojourn.mean": 1.02 / 0.7, "utilisation@desk": 1.02 * 0.3 }),
    isControl: true
  }),
  SelfTestCase.make({
    id: "control-order",
    title: {
      en: "Control: the deviation of first-come, served last-come",
      zh: "对照:后到先服务却用先到先服务的标准差"
    },
    method: { en: "the value of another discipline", zh: "另一规则的数值" },
    source,
    network: aDesk({ arrivals: poisson(0.5), discipline: "last-come", service: exponential(1) }),
    length: SelfTestCase.steady(0.5, { customers: 20_000 }),
    truths: () => {
      const options = { arrivalRate: 0.5, service: exponential(1) }
      const queue = QueueProblem.trust(QueueSingle.make(options))
      return { "wait.sd": Real.sqrt(queue.waitVariance) }
    },
    isControl: true
  }),
  SelfTestCase.make({
    id: "control-servers",
    title: { en: "Control: the losses of one server fewer", zh: "对照:少一个服务台的损失率" },
    method: { en: "Erlang B with 4 servers for 5", zh: "以 4 个服务台代替 5 个的爱尔朗 B" },
    source,
    network: aDesk({ arrivals: poisson(4), servers: 5, room: 5, service: exponential(1) }),
    length: SelfTestCase.steady(4, { customers: 5000 }),
    truths: () => ({ lost: QueueErlang.lossChance(4, 4) }),
    isControl: true
  })
]
