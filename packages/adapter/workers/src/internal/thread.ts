/**
 * The file a worker thread starts with: takes orders one at a time, runs the simulation, answers.
 * It keeps nothing between orders but the last scenario, so that an answer depends on its order
 * alone and never on the thread's past.
 */
import { parentPort } from "node:worker_threads"
import { type Scenario, Simulation } from "@wangge/simulator"
import type { Answer, Order } from "./threadMessage.ts"

let lastScenario: Scenario.Scenario | null = null

const answerTo = (order: Order): Answer => {
  try {
    lastScenario = order.scenario ?? lastScenario
    if (lastScenario === null) throw new Error("the first order came without a scenario")
    const { seed, replication } = order
    return {
      kind: "done",
      replication: Simulation.run({ scenario: lastScenario, seed, replication })
    }
  } catch (error) {
    const known = error instanceof Error ? error : new Error(String(error))
    return { kind: "failed", reason: known.message, stack: known.stack ?? known.message }
  }
}

parentPort?.on("message", (order: Order) => parentPort?.postMessage(answerTo(order)))
