import { Preset, Runner } from "@wangge/simulator"
import { expect, test } from "vitest"
import { WorkerRunner } from "../src/index.ts"

const preset = Preset.find("helong")
if (preset === undefined) throw new Error("helong ships with the simulator")
const scenario = { ...preset, calendar: { ...preset.calendar, days: 5, warmUpDays: 2 } }
const tasks = Array.from({ length: 5 }, (_, replication) => ({ scenario, seed: 7, replication }))

test("worker threads give what this thread gives, at 1, 2 and 4 threads", async () => {
  const expected = await Runner.thisThread.run(tasks)
  for (const threads of [1, 2, 4]) {
    const runner = WorkerRunner.make({ threads })
    const results = await runner.run(tasks)
    await runner.close()
    expect(results).toEqual(expected)
    expect(JSON.stringify(results)).toBe(JSON.stringify(expected))
  }
})

test("a run that the simulator refuses fails with its reason", async () => {
  const runner = WorkerRunner.make({ threads: 1 })
  const impossible = [{ scenario, seed: 0.5, replication: 0 }]
  await expect(runner.run(impossible)).rejects.toMatchObject({
    _tag: "WorkerError",
    task: { seed: 0.5, replication: 0 }
  })
  await runner.close()
})

test("a number of threads that makes no sense is refused", () => {
  for (const threads of [0, -1, 1.5, Number.NaN]) {
    expect(() => WorkerRunner.make({ threads })).toThrow(RangeError)
  }
})
