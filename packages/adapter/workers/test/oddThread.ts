/**
 * A thread for the tests of the pool: the seed tells it how to misbehave. Its answers carry what
 * a test wants to see (the thread's id, the scenario it knows) in place of a simulation's result.
 */
import { parentPort, threadId } from "node:worker_threads"
import type { Order } from "../src/internal/threadMessage.ts"
import type { FailedTask } from "../src/WorkerError.ts"

const behaviour = {
  works: 1,
  throwsAtThree: 2,
  exits: 3,
  hangs: 4,
  firstWaitsForSeven: 5,
  waitsForPause: 6
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

/** Looks at its messages between steps, as a network's thread does, until it is told to pause. */
const waitForPause = (): void => {
  parentPort?.postMessage({ kind: "progress", share: 0.5 })
  const timer = setInterval(() => {}, 1000)
  parentPort?.once("message", (order: Order<object, FailedTask>) => {
    clearInterval(timer)
    parentPort?.postMessage({ kind: "done", result: { hash: order.kind } })
  })
}

parentPort?.on("message", (order: Order<object, FailedTask>) => {
  if (order.kind === "pause") return
  const { seed, replication } = order.own
  known = order.shared ?? known
  if (seed === behaviour.exits) process.exit(7)
  while (seed === behaviour.hangs);
  if (seed === behaviour.waitsForPause) return waitForPause()
  if (seed === behaviour.throwsAtThree && replication === 3) {
    parentPort?.postMessage({ kind: "failed", reason: "three is odd", stack: "at oddThread" })
    return
  }
  if (seed === behaviour.firstWaitsForSeven) waitOrCount(replication)
  parentPort?.postMessage({
    kind: "done",
    result: {
      replication,
      hash: `${threadId}`,
      eventCount: order.shared === null ? 0 : 1,
      scenario: known
    }
  })
})
