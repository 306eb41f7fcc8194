/**
 * A thread for the tests of the pool: the seed tells it how to misbehave. Its answers carry what
 * a test wants to see (the thread's id, the scenario it knows) in place of a simulation's result.
 */
import { parentPort, threadId } from "node:worker_threads"
import type { Order } from "../src/internal/threadMessage.ts"

const behaviour = {
  works: 1,
  throwsAtThree: 2,
  exits: 3,
  hangs: 4,
  firstWaitsForSeven: 5
} as const

let known: unknown = null

/** Replication 0 ends only when seven others have, which `counter` in the scenario counts. */
const waitOrCount = (replication: number): void => {
  if (typeof known !== "object" || known === null || !("counter" in known)) return
  const { counter } = known
  if (!(counter instanceof Int32Array)) return
  if (replication !== 0) {
    Atomics.add(counter, 0, 1)
    Atomics.notify(counter, 0)
    return
  }
  for (let seen = Atomics.load(counter, 0); seen < 7; seen = Atomics.load(counter, 0)) {
    Atomics.wait(counter, 0, seen)
  }
}

parentPort?.on("message", (order: Order) => {
  known = order.scenario ?? known
  if (order.seed === behaviour.exits) process.exit(7)
  while (order.seed === behaviour.hangs);
  if (order.seed === behaviour.throwsAtThree && order.replication === 3) {
    parentPort?.postMessage({ kind: "failed", reason: "three is odd", stack: "at oddThread" })
    return
  }
  if (order.seed === behaviour.firstWaitsForSeven) waitOrCount(order.replication)
  parentPort?.postMessage({
    kind: "done",
    replication: {
      replication: order.replication,
      hash: `${threadId}`,
      eventCount: order.scenario === null ? 0 : 1,
      scenario: known
    }
  })
})
