import { afterEach, describe, expect, test } from "vitest"
import { ThreadPool } from "../src/internal/threadPool.ts"
import { type FailedTask, WorkerError } from "../src/WorkerError.ts"

const entry = new URL("./oddThread.ts", import.meta.url)
const works = 1
const throwsAtThree = 2
const exits = 3
const hangs = 4
const firstWaitsForSeven = 5
const waitsForPause = 6

/** What an odd thread answers. */
interface Seen {
  readonly replication: number
  readonly hash: string
  readonly eventCount: number
}

const scenarioNamed = (name: string): object => ({ name })

const tasks = (seed: number, count: number, shared = scenarioNamed("a")) =>
  Array.from({ length: count }, (_, replication) => ({ shared, own: { seed, replication } }))

type Pool = ThreadPool<object, FailedTask, Seen>

const pools: Array<Pool> = []
const aPool = (threadCountMax: number, from = entry): Pool => {
  const pool: Pool = new ThreadPool({ entry: from, threadCountMax })
  pools.push(pool)
  return pool
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()))
})

describe("work", () => {
  for (const threadCount of [1, 2, 4]) {
    test(`results stand in the order of the tasks on ${threadCount} threads`, async () => {
      let doneCount = 0
      const results = await aPool(threadCount).run(tasks(works, 12), {
        onDone: () => {
          doneCount += 1
        }
      })
      expect(results.map(({ replication }) => replication)).toEqual([...Array(12).keys()])
      expect(doneCount).toBe(12)
    })
  }

  test("a slow task does not hold up the tasks behind it", async () => {
    const counter = new Int32Array(new SharedArrayBuffer(4))
    const scenario = Object.assign(scenarioNamed("a"), { counter })
    const results = await aPool(2).run(tasks(firstWaitsForSeven, 8, scenario))
    const [slow, ...others] = results.map(({ hash }) => hash)
    expect(new Set(others).size).toBe(1)
    expect(others).not.toContain(slow)
  })

  test("no more threads start than there are tasks", async () => {
    const results = await aPool(8).run(tasks(works, 2))
    expect(new Set(results.map(({ hash }) => hash)).size).toBe(2)
  })

  test("a thread is sent a scenario once, and again only after another one", async () => {
    const pool = aPool(1)
    const first = scenarioNamed("first")
    const second = scenarioNamed("second")
    const sent = async (scenario: object) =>
      (await pool.run(tasks(works, 2, scenario))).map(({ eventCount }) => eventCount)
    expect(await sent(first)).toEqual([1, 0])
    expect(await sent(first)).toEqual([0, 0])
    expect(await sent(second)).toEqual([1, 0])
    expect(await sent(first)).toEqual([1, 0])
  })

  test("two calls at once share the threads and keep their results apart", async () => {
    const pool = aPool(2)
    const [left, right] = await Promise.all([
      pool.run(tasks(works, 5, scenarioNamed("left"))),
      pool.run(tasks(works, 3, scenarioNamed("right")))
    ])
    expect(left).toHaveLength(5)
    expect(right).toHaveLength(3)
    expect(left).toMatchObject(Array(5).fill({ scenario: { name: "left" } }))
    expect(right).toMatchObject(Array(3).fill({ scenario: { name: "right" } }))
  })

  test("no tasks give no results and start no thread", async () => {
    expect(await aPool(2).run([])).toEqual([])
  })
})

describe("failures", () => {
  test("what a task throws arrives as one WorkerError that names the task", async () => {
    const failure = aPool(2).run(tasks(throwsAtThree, 6))
    await expect(failure).rejects.toBeInstanceOf(WorkerError)
    await expect(failure).rejects.toMatchObject({
      _tag: "WorkerError",
      reason: "three is odd",
      task: { seed: throwsAtThree, replication: 3 },
      cause: { stack: "at oddThread" }
    })
  })

  test("a thread that ends by itself fails its task; the pool goes on", async () => {
    const pool = aPool(1)
    await expect(pool.run(tasks(exits, 1))).rejects.toMatchObject({
      _tag: "WorkerError",
      reason: "the thread ended with code 7"
    })
    expect(await pool.run(tasks(works, 2))).toHaveLength(2)
  })

  test("a thread file that is not there fails the tasks", async () => {
    const pool = aPool(1, new URL("./noSuchThread.ts", import.meta.url))
    await expect(pool.run(tasks(works, 1))).rejects.toMatchObject({ _tag: "WorkerError" })
  })

  test("a scenario that cannot be copied to a thread fails its tasks", async () => {
    const uncopyable = Object.assign(scenarioNamed("x"), { act: () => 0 })
    await expect(aPool(1).run(tasks(works, 2, uncopyable))).rejects.toMatchObject({
      _tag: "WorkerError"
    })
  })

  test("an error thrown by onDone rejects the call", async () => {
    const onDone = () => {
      throw new Error("no more progress")
    }
    await expect(aPool(1).run(tasks(works, 2), { onDone })).rejects.toThrow("no more progress")
  })
})

describe("stopping", () => {
  test("an abort ends threads in the middle of a task with the signal's reason", async () => {
    const pool = aPool(2)
    const stop = new AbortController()
    const running = pool.run(tasks(hangs, 6), { signal: stop.signal })
    stop.abort(new Error("enough"))
    await expect(running).rejects.toThrow("enough")
    expect(await pool.run(tasks(works, 3))).toHaveLength(3)
  })

  test("an abort of one call leaves another one alone", async () => {
    const pool = aPool(2)
    const stop = new AbortController()
    const stopped = pool.run(tasks(hangs, 1), { signal: stop.signal })
    const kept = pool.run(tasks(works, 4))
    stop.abort(new Error("enough"))
    await expect(stopped).rejects.toThrow("enough")
    expect(await kept).toHaveLength(4)
  })

  test("a pause asks threads at work to answer early", async () => {
    const stop = new AbortController()
    const shares: Array<number> = []
    const onProgress = (share: number) => {
      shares.push(share)
      if (shares.length === 2) stop.abort()
    }
    const paused = aPool(2).run(tasks(waitsForPause, 2), { pause: stop.signal, onProgress })
    expect((await paused).map(({ hash }) => hash)).toEqual(["pause", "pause"])
    expect(shares).toEqual([0.5, 0.5])
  })

  test("a pause that was asked before reaches work that starts later", async () => {
    const pause = AbortSignal.abort()
    const paused = aPool(1).run(tasks(waitsForPause, 2), { pause })
    expect((await paused).map(({ hash }) => hash)).toEqual(["pause", "pause"])
  })

  test("an error thrown by onProgress rejects the call", async () => {
    const onProgress = () => {
      throw new Error("no more shares")
    }
    const failure = aPool(1).run(tasks(waitsForPause, 1), { onProgress })
    await expect(failure).rejects.toThrow("no more shares")
  })

  test("a signal aborted before rejects at once", async () => {
    const running = aPool(1).run(tasks(works, 1), { signal: AbortSignal.abort("too late") })
    await expect(running).rejects.toBe("too late")
  })

  test("closing fails what runs, and what is asked afterwards", async () => {
    const pool = aPool(1)
    const running = expect(pool.run(tasks(hangs, 2))).rejects.toMatchObject({
      _tag: "WorkerError",
      task: null
    })
    await pool.close()
    await running
    await expect(pool.run(tasks(works, 1))).rejects.toMatchObject({ reason: "the pool is closed" })
  })
})
