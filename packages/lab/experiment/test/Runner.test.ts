import type { Network } from "@wangge/des"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import * as NetworkTask from "../src/NetworkTask.ts"
import * as Runner from "../src/Runner.ts"
import { aDesk, asked } from "./aStudy.ts"

const task = { plan: asked, seed: 7, replication: 2 }
const run = (one: NetworkTask.Task, options?: Runner.RunOptions) =>
  Effect.runPromise(Runner.thisThread.run(one, options))
const failure = (one: NetworkTask.Task) =>
  Effect.runPromise(Runner.thisThread.run(one).pipe(Effect.flip))

describe("this thread", () => {
  test("runs a task to its end", async () => {
    const answer = await run(task)
    expect(answer).toMatchObject({ kind: "finished", replication: { replication: 2, endedAt: 60 } })
  })

  test("pauses when it is asked, and goes on from there to the same", async () => {
    const paused = await run(task, { pause: AbortSignal.abort() })
    if (paused.kind !== "paused") throw new Error("a pause was asked for before the first event")
    expect(paused.isDue).toBe(false)
    expect(await run({ ...task, checkpoint: paused.checkpoint })).toEqual(await run(task))
  })

  test("pauses at a time, after the events of that time, unless the run is over before", async () => {
    const due = await run({ ...task, pauseAt: 30 })
    if (due.kind !== "paused") throw new Error("the run ends at 60")
    expect(due.isDue).toBe(true)
    expect(await run({ ...task, checkpoint: due.checkpoint })).toEqual(await run(task))
    expect((await run({ ...task, pauseAt: 61 })).kind).toBe("finished")
  })

  test("tells how far a long run is", async () => {
    const shares: Array<number> = []
    const onProgress = (share: number) => shares.push(share)
    await run({ ...task, plan: { ...asked, horizon: 100_000 } }, { onProgress })
    expect(shares.length).toBeGreaterThan(2)
    expect(shares).toEqual([...shares].sort((left, right) => left - right))
    expect(shares.every((share) => share > 0 && share < 1)).toBe(true)
  })

  test("answers with an error where a run cannot be, or throws", async () => {
    const impossible = { ...asked, network: aDesk({ servers: 0 }) }
    expect(await failure({ ...task, plan: impossible })).toMatchObject({
      _tag: "RunnerError",
      replication: 2,
      message: expect.stringContaining("desk")
    })
    const choose = (): never => {
      throw new Error("no way")
    }
    const to = { kind: "function", name: "lost", stations: ["desk"], choose } as const
    const network: Network.Declaration = {
      ...aDesk(),
      sources: [{ id: "street", arrivals: { kind: "poisson", rate: 1 }, to }]
    }
    expect(await failure({ ...task, plan: { ...asked, network } })).toMatchObject({
      _tag: "RunnerError",
      message: "no way"
    })
  })
})

test("slices of any size give the same run", () => {
  const answers = [1, 7, 1000].map((eventCount) => {
    const work = NetworkTask.start(task, { eventCount })
    for (;;) {
      const answer = work.advance()
      if (answer !== null) return answer
    }
  })
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
})
