/**
 * The file a worker thread for towns starts with: takes orders one at a time, runs the simulation,
 * answers. It keeps nothing between orders but the last scenario, so that an answer depends on its
 * order alone and never on the thread's past.
 */
import { parentPort } from "node:worker_threads"
import { type Replication, type Scenario, Simulation } from "@wangge/simulator"
import type { FailedTask } from "../WorkerError.ts"
import { type Answer, failureOf, type Order } from "./threadMessage.ts"

let lastScenario: Scenario.Scenario | null = null

const answerTo = (
  order: Order<Scenario.Scenario, FailedTask> & { readonly kind: "work" }
): Answer<Replication.Replication> => {
  try {
    lastScenario = order.shared ?? lastScenario
    if (lastScenario === null) throw new Error("the first order came without a scenario")
    const { seed, replication } = order.own
    return { kind: "done", result: Simulation.run({ scenario: lastScenario, seed, replication }) }
  } catch (error) {
    return failureOf(error)
  }
}

parentPort?.on("message", (order: Order<Scenario.Scenario, FailedTask>) => {
  // A town runs in one piece: a pause finds it finished.
  if (order.kind === "work") parentPort?.postMessage(answerTo(order))
})
