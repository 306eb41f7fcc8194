import { describe, expect, test } from "vitest"
import * as QueueMarkov from "../src/QueueMarkov.ts"
import * as QueueProblem from "../src/QueueProblem.ts"
import { ladder, meanOf, near, phasesUpTo } from "./aChain.ts"

const markov = (arrivalRate: number, serviceRate: number, serverCount: number) =>
  QueueProblem.trust(QueueMarkov.make({ arrivalRate, serviceRate, serverCount }))

describe("QueueMarkov", () => {
  test("M/M/10 at 9 waits 0.66873 as published, with that chance to wait", () => {
    const ten = markov(9, 1, 10)
    expect(ten.meanWait).toBeCloseTo(0.66873, 5)
    expect(ten.waitChance).toBeCloseTo(0.66873, 5)
  })

  test.each([
    [0.5, 1, 1],
    [1.2, 0.8, 2],
    [4.2, 1, 6],
    [1, 1, 2]
  ] as const)(
    "rates %d and %d with %d servers: as the chain says",
    (arrivals, services, servers) => {
      const queue = markov(arrivals, services, servers)
      const chain = ladder(
        160,
        () => arrivals,
        (count) => services * Math.min(count, servers)
      )
      near(
        queue.meanInSystem,
        meanOf(chain, ([count = 0]) => count)
      )
      near(
        queue.meanQueue,
        meanOf(chain, ([count = 0]) => Math.max(0, count - servers))
      )
      near(queue.utilisation, meanOf(chain, ([count = 0]) => Math.min(count, servers)) / servers)
      for (const [state, chance] of chain.slice(0, 30)) {
        near(QueueMarkov.chanceOf(queue, state[0]!), chance)
      }
      // Who finds n waits for n - c + 1 phases of all servers; the sojourn adds a service.
      for (const time of [0.3, 3]) {
        const found = chain.slice(0, 90)
        const ahead = (count: number) =>
          Array.from({ length: Math.max(0, count - servers + 1) }, () => 1 / (servers * services))
        near(
          QueueMarkov.waitUpTo(queue, time),
          found.reduce(
            (sum, [[count = 0], chance]) => sum + chance * phasesUpTo(ahead(count), time),
            0
          )
        )
        near(
          QueueMarkov.sojournUpTo(queue, time),
          found.reduce(
            (sum, [[count = 0], chance]) =>
              sum + chance * phasesUpTo([...ahead(count), 1 / services], time),
            0
          )
        )
      }
    }
  )

  test("quantiles of the wait are the inverse of its chances; nobody waits below 1 - C", () => {
    const queue = markov(4.2, 1, 6)
    for (const chance of [0.7, 0.9, 0.999]) {
      near(QueueMarkov.waitUpTo(queue, QueueMarkov.waitQuantile(queue, chance)), chance, 1e-14)
    }
    expect(QueueMarkov.waitQuantile(queue, 1 - queue.waitChance)).toBe(0)
    expect(QueueMarkov.waitQuantile(queue, 1)).toBe(Number.POSITIVE_INFINITY)
    expect(() => QueueMarkov.waitQuantile(queue, 1.1)).toThrow("0 to 1")
    expect([QueueMarkov.waitUpTo(queue, -1), QueueMarkov.sojournUpTo(queue, 0)]).toEqual([0, 0])
  })

  test("nothing jumps where the two rates of the sojourn meet", () => {
    const at = (arrivals: number) => QueueMarkov.sojournUpTo(markov(arrivals, 1, 2), 1.5)
    near(at(1 - 1e-9), at(1), 1e-9)
    near(at(1 + 1e-9), at(1), 1e-9)
    near(at(1 + 1e-13), at(1), 1e-12)
  })

  test("a thousand servers are no trouble", () => {
    const queue = markov(980, 1, 1000)
    let sum = 0
    let present = 0
    for (let count = 0; count < 3000; count++) {
      sum += QueueMarkov.chanceOf(queue, count)
      present += count * QueueMarkov.chanceOf(queue, count)
    }
    near(sum, 1, 1e-12)
    near(present, queue.meanInSystem, 1e-12)
  })

  test("a load of 1, and wrong numbers, are refused with the value", () => {
    const problems = (arrivalRate: number, serviceRate: number, serverCount: number) => {
      const made = QueueMarkov.make({ arrivalRate, serviceRate, serverCount })
      return made.ok ? [] : made.problems.map(({ code, subject, found }) => [code, subject, found])
    }
    expect(problems(2, 1, 2)).toEqual([["Unstable", "serverCount", 1]])
    expect(problems(2 - 1e-9, 1, 2)).toEqual([])
    expect(problems(-1, 0, 0.5).map(([, subject]) => subject)).toEqual([
      "arrivalRate",
      "serviceRate",
      "serverCount"
    ])
    expect(problems(Number.NaN, 1, 1)).toHaveLength(1)
    expect(() => markov(3, 1, 2)).toThrow("1.5")
  })
})
