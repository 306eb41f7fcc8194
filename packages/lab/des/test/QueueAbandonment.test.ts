import { describe, expect, test } from "vitest"
import * as QueueAbandonment from "../src/QueueAbandonment.ts"
import * as QueueMarkov from "../src/QueueMarkov.ts"
import * as QueueProblem from "../src/QueueProblem.ts"
import { ladder, meanOf, near, phasesUpTo, simpson } from "./aChain.ts"

const impatient = (options: QueueAbandonment.Options) =>
  QueueProblem.trust(QueueAbandonment.make(options))

describe("QueueAbandonment", () => {
  test.each([
    { arrivalRate: 0.8, serviceRate: 1, serverCount: 1, abandonRate: 0.5 },
    { arrivalRate: 7, serviceRate: 1, serverCount: 5, abandonRate: 0.4 },
    { arrivalRate: 4, serviceRate: 2, serverCount: 3, abandonRate: 6 }
  ])("%o: as the chain says, and waits as a race of phases", (options) => {
    const { arrivalRate, serviceRate, serverCount, abandonRate } = options
    const queue = impatient(options)
    const chain = ladder(
      55,
      () => arrivalRate,
      (count) =>
        serviceRate * Math.min(count, serverCount) + abandonRate * Math.max(0, count - serverCount)
    )
    const mean = (of: (count: number) => number) => meanOf(chain, ([count = 0]) => of(count))
    near(
      queue.meanInSystem,
      mean((count) => count)
    )
    near(
      queue.waitChance,
      mean((count) => (count >= serverCount ? 1 : 0))
    )
    // All who come are served or abandon.
    const servedRate = mean((count) => serviceRate * Math.min(count, serverCount))
    near(queue.abandonChance, 1 - servedRate / arrivalRate)
    near(queue.utilisation, servedRate / serviceRate / serverCount)
    const allRate = serverCount * serviceRate
    const steps = (count: number, own: 0 | 1) =>
      Array.from(
        { length: Math.max(0, count - serverCount + 1) },
        (_, ahead) => 1 / (allRate + (ahead + own) * abandonRate)
      )
    for (const time of [0.05, 0.4, 2]) {
      const longer = mean((count) => 1 - phasesUpTo(steps(count, 0), time))
      near(QueueAbandonment.waitUpTo(queue, time), 1 - Math.exp(-abandonRate * time) * longer)
      const served = mean((count) => {
        const place = Math.max(0, count - serverCount + 1)
        return (allRate / (allRate + place * abandonRate)) * phasesUpTo(steps(count, 1), time)
      })
      near(QueueAbandonment.servedUpTo(queue, time), served)
    }
    // The mean wait of the served, from the chances of their waits.
    const later = (time: number) =>
      1 - queue.abandonChance - QueueAbandonment.servedUpTo(queue, time)
    const waited = simpson(later, 0, 2, 300) + simpson(later, 2, 60, 400)
    near(queue.meanWaitServed, waited / (1 - queue.abandonChance), 1e-6)
  })

  test("a thousand servers, and overload, are no trouble", () => {
    const queue = impatient({
      arrivalRate: 1200,
      serviceRate: 1,
      serverCount: 1000,
      abandonRate: 0.5
    })
    near(queue.meanInSystem, 1000 + 200 / 0.5, 1e-3)
    near(queue.abandonChance, 1 / 6, 1e-3)
    near(QueueAbandonment.servedUpTo(queue, 1e3), 1 - queue.abandonChance, 1e-12)
    near(QueueAbandonment.waitUpTo(queue, 0), 1 - queue.waitChance, 1e-12)
  })

  test("endless patience is Erlang's queue, patience as long as service a server for everybody", () => {
    const open = QueueProblem.trust(
      QueueMarkov.make({ arrivalRate: 3, serviceRate: 1, serverCount: 4 })
    )
    const patient = impatient({ arrivalRate: 3, serviceRate: 1, serverCount: 4, abandonRate: 1e-9 })
    near(patient.meanWait, open.meanWait, 1e-7)
    const all = impatient({ arrivalRate: 3, serviceRate: 1, serverCount: 2, abandonRate: 1 })
    near(all.chances[0]!, Math.exp(-3), 1e-14)
    near(all.chances[4]!, (Math.exp(-3) * 81) / 24, 1e-14)
  })

  test("patience without end is refused", () => {
    const made = QueueAbandonment.make({
      arrivalRate: 1,
      serviceRate: 1,
      serverCount: 1,
      abandonRate: 0
    })
    expect(made.ok ? [] : made.problems.map(({ subject }) => subject)).toEqual(["abandonRate"])
  })
})
