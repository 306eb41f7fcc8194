import { describe, expect, test } from "vitest"
import * as QueueConstant from "../src/QueueConstant.ts"
import * as QueueProblem from "../src/QueueProblem.ts"
import * as QueueSingle from "../src/QueueSingle.ts"
import { near, simpson } from "./aChain.ts"

const constant = (arrivalRate: number, serviceTime: number, serverCount: number) =>
  QueueProblem.trust(QueueConstant.make({ arrivalRate, serviceTime, serverCount }))

/** Chances of the queue by following the walk "Poisson in, c out" until it changes no more. */
const walk = (load: number, servers: number, size: number): Float64Array => {
  const arrive = new Float64Array(size)
  arrive[0] = Math.exp(-load)
  for (let count = 1; count < size; count++) arrive[count] = (arrive[count - 1]! * load) / count
  let now = new Float64Array(size)
  now[0] = 1
  for (let round = 0; round < 4000; round++) {
    const next = new Float64Array(size)
    for (let before = 0; before < size; before++) {
      if (now[before]! < 1e-22) continue
      for (let come = 0; before + come - servers < size && come < size; come++) {
        const after = Math.max(0, before + come - servers)
        next[after] = next[after]! + now[before]! * arrive[come]!
      }
    }
    const change = next.reduce((sum, chance, at) => sum + Math.abs(chance - now[at]!), 0)
    now = next
    if (change < 1e-14) break
  }
  return now
}

describe("QueueConstant", () => {
  test.each([
    [0.5, 1],
    [0.8, 1],
    [1.5, 2],
    [4.2, 6]
  ])("load %d at %d servers: the queue is that of the walk", (load, servers) => {
    const queue = constant(load, 1, servers)
    const exact = walk(load, servers, 110)
    let upTo = 0
    for (let count = 0; count < 100; count++) {
      upTo += exact[count]!
      near(queue.queueUpTo[count] ?? 1, upTo, 1e-10)
    }
    near(
      queue.meanQueue,
      exact.reduce((sum, chance, count) => sum + chance * count, 0),
      1e-9
    )
  })

  test("one server is Pollaczek and Khinchine's", () => {
    for (const load of [0.1, 0.5, 0.9, 0.95]) {
      const queue = constant(load / 2, 2, 1)
      const service = { kind: "deterministic", value: 2 } as const
      const single = QueueProblem.trust(QueueSingle.make({ arrivalRate: load / 2, service }))
      near(queue.meanWait, single.meanWait, 1e-11)
      near(QueueConstant.waitUpTo(queue, 0), 1 - load, 1e-12)
    }
  })

  test("Erlang's formula of 1909 for the wait at one server, where it does not cancel", () => {
    const [load, servers] = [0.6, 1]
    const queue = constant(load, 1, servers)
    for (const time of [0, 0.5, 1, 2.25, 4]) {
      let sum = 0
      let factorial = 1
      for (let count = 0; count <= Math.floor(time); count++) {
        if (count > 0) factorial *= count
        const gap = load * (count - time)
        sum += (gap ** count / factorial) * Math.exp(-gap)
      }
      near(QueueConstant.waitUpTo(queue, time), (1 - load) * sum, 1e-12)
    }
  })

  test.each([
    [0.7, 1, 1],
    [1.6, 1, 2],
    [9, 0.5, 6]
  ])(
    "rate %d, service %d, %d servers: the chances to wait add up to the mean wait",
    (rate, time, servers) => {
      const queue = constant(rate, time, servers)
      const longer = (at: number) => 1 - QueueConstant.waitUpTo(queue, at)
      let sum = 0
      for (let services = 0; services < 40; services++) {
        // Smooth between whole services, with a bend at each.
        sum += simpson(longer, services * time + 1e-13, (services + 1) * time - 1e-13, 40)
      }
      near(queue.meanWait, sum, 1e-7)
      expect(QueueConstant.waitUpTo(queue, -1)).toBe(0)
      expect(QueueConstant.waitUpTo(queue, 1e3)).toBeCloseTo(1, 13)
    }
  )

  test("ten servers wait about as Cosmetatos says, and a hundred are no trouble", () => {
    // @source G. P. Cosmetatos, "Approximate Explicit Formulae for the Average Queueing Time in the
    // Processes (M/D/r) and (D/M/r)", INFOR 13, 1975: within a few percent of half of M/M/c.
    const ten = constant(9, 1, 10)
    const factor = 1 + (0.1 * 9 * (Math.sqrt(4 + 5 * 10) - 2)) / (16 * 0.9 * 10)
    expect(Math.abs(ten.meanWait / ((0.668732 / 2) * factor) - 1)).toBeLessThan(0.02)
    const many = constant(95, 1, 100)
    // A walk one service time on is the same walk: nobody waits if at most 99 are there.
    near(QueueConstant.waitUpTo(many, 1 - 1e-12), many.queueUpTo[99]!, 1e-9)
  })

  test("a load of 1, and one too near it, are refused with the load", () => {
    const problems = (arrivalRate: number) => {
      const made = QueueConstant.make({ arrivalRate, serviceTime: 1, serverCount: 1 })
      return made.ok ? [] : made.problems.map(({ code, found }) => [code, found])
    }
    expect(problems(1)).toEqual([["Unstable", 1]])
    expect(problems(0.9999)).toEqual([["TooLarge", 0.9999]])
    expect(problems(0.96)).toEqual([])
  })
})
