/**
 * Small networks for the tests of studies, and a runner that ends its tasks in another order than
 * they came.
 */
import type { Network } from "@wangge/des"
import * as Effect from "effect/Effect"
import type { NetworkStudy, NetworkTask, Runner } from "../src/index.ts"
import * as Runners from "../src/Runner.ts"

/** One desk; `servers` and `mean` service time as asked. */
export const aDesk = ({
  servers = 1,
  mean = 0.8
}: {
  readonly servers?: number
  readonly mean?: number
} = {}): Network.Declaration => ({
  name: "desk",
  timeUnit: "minute",
  sources: [{ id: "street", arrivals: { kind: "poisson", rate: 1 }, to: "desk" }],
  stations: [{ id: "desk", servers, service: { kind: "exponential", mean } }]
})

/** Two stations of one place each that block each other before long. */
export const aRing: Network.Declaration = {
  sources: [
    { id: "left door", arrivals: { kind: "poisson", rate: 1 }, to: "left" },
    { id: "right door", arrivals: { kind: "poisson", rate: 1 }, to: "right" }
  ],
  stations: [
    {
      id: "left",
      servers: 1,
      room: 1,
      whenFull: "block",
      service: { kind: "exponential", mean: 0.5 },
      to: { kind: "chance", ways: [{ station: "right", probability: 0.5 }] }
    },
    {
      id: "right",
      servers: 1,
      room: 1,
      whenFull: "block",
      service: { kind: "exponential", mean: 0.5 },
      to: { kind: "chance", ways: [{ station: "left", probability: 0.5 }] }
    }
  ]
}

/** A short study of the desk. */
export const asked: NetworkStudy.Options = {
  network: aDesk(),
  measures: ["wait.mean@desk", "number.mean"],
  horizon: 60,
  seed: 7,
  replications: 6
}

/** Runs tasks on this thread, several at once; later ones are finished first. */
export const backwards = (parallelCount: number): Runner.Runner => ({
  parallelCount,
  run: (task: NetworkTask.Task, options) =>
    Effect.gen(function* () {
      const turns = 3 * (parallelCount - (task.replication % parallelCount))
      for (let turn = 0; turn < turns; turn++) yield* Effect.yieldNow
      return yield* Runners.thisThread.run(task, options)
    })
})
