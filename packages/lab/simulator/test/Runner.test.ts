import { Runner, Simulation } from "@wangge/simulator"
import { describe, expect, test } from "vitest"
import { aScenario } from "./aScenario.ts"

const tasks = [2, 0, 1].map((replication) => ({ scenario: aScenario(), seed: 3, replication }))

describe("this thread", () => {
  test("answers one run per task, in the order of the tasks", async () => {
    const results = await Runner.thisThread.run(tasks)
    expect(results).toEqual(tasks.map((task) => Simulation.run(task)))
    expect(results.map((one) => one.replication)).toEqual([2, 0, 1])
  })

  test("tells of each finished run once", async () => {
    let done = 0
    await Runner.thisThread.run(tasks, { onDone: () => (done += 1) })
    expect(done).toBe(3)
  })

  test("no tasks have no results", async () => {
    expect(await Runner.thisThread.run([])).toEqual([])
  })

  test("stops between two runs when the signal is aborted", async () => {
    const controller = new AbortController()
    let done = 0
    const running = Runner.thisThread.run(tasks, {
      signal: controller.signal,
      onDone: () => {
        done += 1
        controller.abort(new Error("stop"))
      }
    })
    await expect(running).rejects.toThrow("stop")
    expect(done).toBe(1)
  })
})
