import type { Network } from "@wangge/des"
import { NetworkComparison, NetworkStudy, type NetworkTask } from "@wangge/experiment"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import { afterEach, describe, expect, test } from "vitest"
import { NetworkRunner } from "../src/index.ts"

const desk = (servers: number, mean = 0.8): Network.Declaration => ({
  sources: [{ id: "street", arrivals: { kind: "poisson", rate: 1 }, to: "desk" }],
  stations: [{ id: "desk", servers, service: { kind: "exponential", mean } }]
})
const asked = { network: desk(1), measures: ["number.mean"], horizon: 100, seed: 3 }
const endless: NetworkTask.Plan = { network: desk(2), measures: ["number.mean"], horizon: 1e12 }

const runners: Array<NetworkRunner.NetworkRunner> = []
const aRunner = (threads: number): NetworkRunner.NetworkRunner => {
  const runner = NetworkRunner.make({ threads })
  runners.push(runner)
  return runner
}
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.close()))
})

describe("results", () => {
  test("a study is the same on this thread and on 1, 2 and 4 threads", async () => {
    const alone = await Effect.runPromise(NetworkStudy.run(asked))
    for (const threads of [1, 2, 4]) {
      const runner = aRunner(threads)
      expect(await Effect.runPromise(NetworkStudy.run({ ...asked, runner }))).toEqual(alone)
    }
  })

  test("a precision stops at the same run on 2 threads", async () => {
    const precise = { ...asked, precision: { goal: 0.6 } }
    const runner = aRunner(2)
    const alone = await Effect.runPromise(NetworkStudy.run(precise))
    expect(alone.runs.length).toBeGreaterThan(10)
    expect(await Effect.runPromise(NetworkStudy.run({ ...precise, runner }))).toEqual(alone)
  })

  test("one run is judged by itself as on this thread", async () => {
    const { horizon: _, ...steady } = { ...asked, network: desk(2), replications: 1 }
    const alone = await Effect.runPromise(NetworkStudy.run(steady))
    const runner = aRunner(1)
    expect(await Effect.runPromise(NetworkStudy.run({ ...steady, runner }))).toEqual(alone)
  })

  test("a fork is the same on 2 threads", async () => {
    const { network: _, ...rest } = asked
    const forked = { ...rest, networks: [desk(1), desk(1, 0.5)], forkAt: 50, replications: 6 }
    const alone = await Effect.runPromise(NetworkComparison.run(forked))
    const runner = aRunner(2)
    expect(await Effect.runPromise(NetworkComparison.run({ ...forked, runner }))).toEqual(alone)
  })
})

describe("stopping", () => {
  test("a pause stops long runs at an event, with a checkpoint that this thread goes on from", async () => {
    const stop = new AbortController()
    const onProgress = () => stop.abort()
    const long = { ...asked, horizon: 50_000, replications: 2 }
    const paused = await Effect.runPromise(
      NetworkStudy.run({ ...long, runner: aRunner(2), pause: stop.signal, onProgress })
    )
    expect(paused.state).toBe("paused")
    const resume = paused.checkpoint ?? new Uint8Array()
    const whole = await Effect.runPromise(NetworkStudy.run(long))
    expect(await Effect.runPromise(NetworkStudy.run({ ...long, resume }))).toEqual(whole)
  })

  test("an interrupt ends a run at once, and the runner goes on with new threads", async () => {
    const runner = aRunner(1)
    let isHeard = false
    const task = { plan: endless, seed: 1, replication: 0 }
    const exit = await Effect.runPromise(
      Effect.gen(function* () {
        const onProgress = () => {
          isHeard = true
        }
        const fiber = yield* Effect.forkChild(runner.run(task, { onProgress }))
        while (!isHeard) yield* Effect.sleep(1)
        yield* Fiber.interrupt(fiber)
        return yield* Fiber.await(fiber)
      })
    )
    expect(Exit.hasInterrupts(exit)).toBe(true)
    const study = await Effect.runPromise(NetworkStudy.run({ ...asked, runner, replications: 1 }))
    expect(study.runs).toHaveLength(1)
  })
})

describe("failures", () => {
  const failure = (task: NetworkTask.Task) =>
    Effect.runPromise(aRunner(1).run(task).pipe(Effect.flip))

  test("a run that cannot be says why", async () => {
    const plan = { ...asked, network: desk(0) }
    expect(await failure({ plan, seed: 1, replication: 2 })).toMatchObject({
      _tag: "RunnerError",
      replication: 2,
      message: expect.stringContaining('station "desk"')
    })
  })

  test("a checkpoint of another network says so", async () => {
    const paused = await Effect.runPromise(
      aRunner(1).run({ plan: endless, seed: 1, replication: 0, pauseAt: 5 })
    )
    if (paused.kind !== "paused") throw new Error("the run has no end before 5")
    expect(paused.isDue).toBe(true)
    const plan = { ...endless, network: desk(3) }
    const { checkpoint } = paused
    expect(await failure({ plan, seed: 1, replication: 0, checkpoint })).toMatchObject({
      message: expect.stringContaining("cannot go on")
    })
  })

  test("a network with a function cannot cross to a thread", async () => {
    const route = { kind: "function", name: "home", stations: [], choose: () => null } as const
    const network = { ...desk(1), stations: [{ ...desk(1).stations[0]!, to: route }] }
    const error = await failure({ plan: { ...asked, network }, seed: 1, replication: 0 })
    expect(error.message).toContain("could not be cloned")
  })

  test("a number of threads that makes no sense is refused", () => {
    for (const threads of [0, 1.5]) {
      expect(() => NetworkRunner.make({ threads })).toThrow(RangeError)
    }
  })
})
