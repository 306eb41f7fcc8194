import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as QueueErlang from "../src/QueueErlang.ts"
import { ladder, meanOf, simpson } from "./aChain.ts"

/** Fortet's integral: 1 / B = the integral of e^-x (1 + x / a)^c over x from 0. */
const byIntegral = (servers: number, load: number): number => {
  const exponent = (x: number) => servers * Math.log1p(x / load) - x
  const top = Math.max(0, servers - load)
  const width = 12 * Math.sqrt(servers + 1) + 60
  const scaled = simpson(
    (x) => Math.exp(exponent(x) - exponent(top)),
    Math.max(0, top - width),
    top + width,
    20_000
  )
  return Math.exp(-exponent(top)) / scaled
}

describe("QueueErlang", () => {
  test("loses the share of the published tables", () => {
    // Loads at which 1 % are lost with 1, 2, 5, 10, 20, 50 and 100 servers (ITU, Erlang B table).
    const table = [
      [1, 0.0101],
      [2, 0.153],
      [5, 1.361],
      [10, 4.461],
      [20, 12.031],
      [50, 37.901],
      [100, 84.064]
    ] as const
    for (const [servers, load] of table) {
      expect(Math.abs(QueueErlang.lossChance(servers, load) - 0.01)).toBeLessThan(5e-5)
      expect(QueueErlang.serversForLoss(load * 0.99, 0.01)).toBe(servers)
      expect(QueueErlang.serversForLoss(load * 1.01, 0.01)).toBe(servers + 1)
    }
  })

  test("agrees with Fortet's integral, up to a thousand servers", () => {
    for (const [servers, load] of [
      [1, 0.5],
      [3, 10],
      [40, 30],
      [1000, 900],
      [1000, 1000],
      [1000, 1100]
    ] as const) {
      const found = QueueErlang.lossChance(servers, load)
      expect(Math.abs(found / byIntegral(servers, load) - 1)).toBeLessThan(1e-10)
    }
  })

  test("the chance to wait is that of the chain, and at least that to be lost", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.double({ min: 0.05, max: 0.7, noNaN: true }),
        (servers, use) => {
          const load = servers * use
          const chain = ladder(
            150,
            () => load,
            (count) => Math.min(count, servers)
          )
          const waiting = meanOf(chain, ([count = 0]) => (count >= servers ? 1 : 0))
          const found = QueueErlang.waitChance(servers, load)
          expect(Math.abs(found - waiting)).toBeLessThan(1e-11)
          expect(found).toBeGreaterThanOrEqual(QueueErlang.lossChance(servers, load))
        }
      ),
      { numRuns: 100 }
    )
  })

  test("borders: no load, no servers, a load of all servers or more", () => {
    expect(QueueErlang.lossChance(0, 3)).toBe(1)
    expect(QueueErlang.lossChance(5, 0)).toBe(0)
    expect(QueueErlang.waitChance(5, 0)).toBe(0)
    expect(QueueErlang.waitChance(5, 5)).toBe(1)
    expect(QueueErlang.waitChance(5, 6)).toBe(1)
    expect(QueueErlang.waitChance(5, 5 - 1e-12)).toBeLessThan(1)
    expect(QueueErlang.serversForLoss(0, 0.5)).toBe(1)
    expect(QueueErlang.serversForLoss(7, 1)).toBe(0)
  })

  test("nonsense is refused", () => {
    expect(() => QueueErlang.lossChance(1.5, 1)).toThrow("whole number")
    expect(() => QueueErlang.lossChance(1, -1)).toThrow("load")
    expect(() => QueueErlang.waitChance(0, 0)).toThrow("server")
    expect(() => QueueErlang.serversForLoss(1, 0)).toThrow("share")
  })
})
