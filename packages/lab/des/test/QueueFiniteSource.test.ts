import { describe, expect, test } from "vitest"
import * as QueueFiniteSource from "../src/QueueFiniteSource.ts"
import * as QueueProblem from "../src/QueueProblem.ts"
import { ladder, meanOf, near } from "./aChain.ts"

describe("QueueFiniteSource", () => {
  test.each([
    { memberCount: 6, memberRate: 0.3, serviceRate: 1, serverCount: 1, room: 6 },
    { memberCount: 12, memberRate: 1, serviceRate: 2, serverCount: 3, room: 5 },
    { memberCount: 8, memberRate: 0.5, serviceRate: 1, serverCount: 4, room: 4 },
    { memberCount: 3, memberRate: 0.5, serviceRate: 1, serverCount: 5, room: 9 }
  ])("%o: as the chain says", (options) => {
    const { memberCount, memberRate, serviceRate, serverCount } = options
    const room = Math.min(options.room, memberCount)
    const queue = QueueProblem.trust(QueueFiniteSource.make(options))
    const chain = ladder(
      room,
      (count) => (memberCount - count) * memberRate,
      (count) => serviceRate * Math.min(count, serverCount)
    )
    for (const [[count = 0], chance] of chain) near(queue.chances[count]!, chance)
    near(
      queue.throughput,
      meanOf(chain, ([count = 0]) => serviceRate * Math.min(count, serverCount))
    )
    near(queue.meanSojourn, queue.meanWait + 1 / serviceRate)
    near(
      queue.meanInSystem,
      meanOf(chain, ([count = 0]) => count)
    )
    // Who comes sees the system as it would be without them (the arrival theorem).
    if (room === memberCount && memberCount > 1) {
      const without = QueueProblem.trust(
        QueueFiniteSource.make({ ...options, memberCount: memberCount - 1 })
      )
      const busy = without.chances.reduce(
        (sum, chance, count) => (count >= serverCount ? sum + chance : sum),
        0
      )
      near(queue.waitChance, busy)
    }
  })

  test("Engset's loss is his formula, and a large population is Poisson", () => {
    const queue = QueueProblem.trust(
      QueueFiniteSource.make({
        memberCount: 6,
        memberRate: 0.5,
        serviceRate: 1,
        serverCount: 2,
        room: 2
      })
    )
    // C(5, n) 0.5^n for n up to 2: 1, 2.5, 2.5.
    near(queue.lossChance, 2.5 / 6)
    // C(6, n) 0.5^n: 1, 3, 3.75.
    near(queue.fullShare, 3.75 / 7.75)
    const many = QueueProblem.trust(
      QueueFiniteSource.make({
        memberCount: 1e6,
        memberRate: 4.461e-6,
        serviceRate: 1,
        serverCount: 10,
        room: 10
      })
    )
    expect(many.lossChance).toBeCloseTo(0.01, 4)
  })
})
