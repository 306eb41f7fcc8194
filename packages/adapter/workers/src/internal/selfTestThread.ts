/**
 * The file a worker thread for the self-test starts with: takes one case at a time, by its id, since
 * the cases themselves hold functions, runs it in one piece and answers.
 */
import { parentPort } from "node:worker_threads"
import { SelfTest } from "@wangge/experiment"
import type { FailedTask } from "../WorkerError.ts"
import { type Answer, failureOf, type Order } from "./threadMessage.ts"

interface Own extends FailedTask {
  readonly id: string
  readonly confidenceEach: number
}

const answerTo = ({ id, seed, confidenceEach }: Own): Answer<SelfTest.CaseResult> => {
  try {
    const result = SelfTest.runCase(SelfTest.caseOf(id), { seed, confidenceEach })
    return { kind: "done", result }
  } catch (error) {
    return failureOf(error)
  }
}

parentPort?.on("message", (order: Order<object, Own>) => {
  // A case runs in one piece: a pause finds it finished.
  if (order.kind === "work") parentPort?.postMessage(answerTo(order.own))
})
