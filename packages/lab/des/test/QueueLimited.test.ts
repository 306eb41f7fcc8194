import { describe, expect, test } from "vitest"
import * as QueueLimited from "../src/QueueLimited.ts"
import * as QueueMarkov from "../src/QueueMarkov.ts"
import * as QueueProblem from "../src/QueueProblem.ts"
import { ladder, meanOf, near, phasesUpTo } from "./aChain.ts"

describe("QueueLimited", () => {
  const limited = (arrivalRate: number, serverCount: number, room: number) =>
    QueueProblem.trust(QueueLimited.make({ arrivalRate, serviceRate: 1, serverCount, room }))

  test.each([
    [0.5, 1, 1],
    [2, 1, 5],
    [3, 3, 3],
    [3, 3, 9],
    [5, 3, 20]
  ])("load %d, %d servers, room %d: as the chain says", (arrivals, servers, room) => {
    const queue = limited(arrivals, servers, room)
    const chain = ladder(
      room,
      () => arrivals,
      (count) => Math.min(count, servers)
    )
    for (const [[count = 0], chance] of chain) near(queue.chances[count]!, chance)
    near(
      queue.meanQueue,
      meanOf(chain, ([count = 0]) => Math.max(0, count - servers))
    )
    near(
      queue.throughput,
      meanOf(chain, ([count = 0]) => Math.min(count, servers))
    )
    near(queue.utilisation * servers, queue.throughput)
    near(queue.meanSojourn, queue.meanWait + 1)
    near(queue.meanInSystem, queue.throughput * queue.meanSojourn)
    near(1 - queue.waitChance, QueueLimited.waitUpTo(queue, 0))
    const inside = chain.filter(([[count = 0]]) => count < room)
    const entered = inside.reduce((sum, [, chance]) => sum + chance, 0)
    const ahead = (count: number) =>
      Array.from({ length: Math.max(0, count - servers + 1) }, () => 1 / servers)
    const exact = inside.reduce(
      (sum, [[count = 0], chance]) => sum + chance * phasesUpTo(ahead(count), 0.7),
      0
    )
    near(QueueLimited.waitUpTo(queue, 0.7), exact / entered)
  })

  test("with much room it is the queue without limit, with none beyond the servers Erlang's", () => {
    const options = { arrivalRate: 4, serviceRate: 1, serverCount: 6 }
    const open = QueueProblem.trust(QueueMarkov.make(options))
    near(limited(4, 6, 400).meanWait, open.meanWait, 1e-13)
    near(limited(4, 6, 400).waitChance, open.waitChance, 1e-13)
    expect(limited(4, 6, 6).waitChance).toBe(0)
    // @source ITU Erlang B table: 4.461 erlangs at 10 servers lose 1 %.
    expect(limited(4.461, 10, 10).lossChance).toBeCloseTo(0.01, 4)
    near(
      limited(1e4, 10_000, 10_000).chances.reduce((sum, chance) => sum + chance, 0),
      1
    )
  })

  test("less room than servers is refused", () => {
    const made = QueueLimited.make({ arrivalRate: 1, serviceRate: 1, serverCount: 3, room: 2 })
    expect(made.ok ? [] : made.problems.map(({ subject }) => subject)).toEqual(["room"])
  })
})
