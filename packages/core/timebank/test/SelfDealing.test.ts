import { SelfDealing, ServiceFlow, Signal, SignalPolicy } from "@wangge/timebank"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { expectedCircles } from "../src/internal/circleBound.ts"

const window = { fromSec: 0, untilSec: 1_000_000 }
const policy = SignalPolicy.base

interface Pair {
  readonly from: string
  readonly to: string
  readonly count: number
  readonly minutes?: number
}

let made = 0

const services = (pairs: ReadonlyArray<Pair>): ReadonlyArray<ServiceFlow.Service> =>
  pairs.flatMap(({ count, from, minutes, to }) =>
    Array.from({ length: count }, () => {
      made += 1
      return {
        orderId: `o-${String(made).padStart(6, "0")}`,
        providerId: from,
        receiverId: to,
        minutes: minutes ?? 60,
        maxMinutes: 0,
        servedSec: made % window.untilSec
      }
    })
  )

/** A town in which everybody serves everybody else once, without the persons under test. */
const town = (persons: number): ReadonlyArray<ServiceFlow.Service> =>
  services(
    Array.from({ length: persons }, (_, from) => from).flatMap((from) =>
      Array.from({ length: 4 }, (_, step) => ({
        from: `p-${from}`,
        to: `p-${(from + step + 1) % persons}`,
        count: 1
      }))
    )
  )

const circlesOf = (all: ReadonlyArray<ServiceFlow.Service>, own = policy) =>
  SelfDealing.circles(own, ServiceFlow.of(all, window))

/** Numbers from 0 to 1 that depend on a seed alone (mulberry32). */
const uniform = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Random help in a town with busy and quiet members; nobody serves himself. */
const randomTown = (seed: number, persons: number, orders: number) => {
  const next = uniform(seed)
  const pick = () => Math.floor(next() * next() * persons)
  return services(
    Array.from({ length: orders }, () => {
      const from = pick()
      let to = pick()
      while (to === from) to = pick()
      return { from: `p-${from}`, to: `p-${to}`, count: 1, minutes: 30 + Math.floor(next() * 90) }
    })
  )
}

describe("circles of services", () => {
  it("finds two who serve only each other, with the orders as evidence", () => {
    const pair = services([
      { from: "ann", to: "bob", count: 8 },
      { from: "bob", to: "ann", count: 8 }
    ])
    const [signal, ...others] = circlesOf([...town(30), ...pair])
    expect(others).toEqual([])
    expect(signal).toMatchObject({
      code: "MutualPair",
      subjectIds: ["ann", "bob"],
      orderIds: pair.map(({ orderId }) => orderId).sort()
    })
    const measured = signal?.measured.map(({ name, value }) => [name, value])
    expect(measured?.slice(0, 2)).toEqual([
      ["orders", 8],
      ["balanceShare", 1]
    ])
  })

  it("finds a ring of four in which the direct pairs never meet", () => {
    const ring = ["ann", "bob", "cem", "dai"]
    const all = services(
      ring.map((from, index) => ({ from, to: ring[(index + 1) % 4] ?? "", count: 6 }))
    )
    expect(
      circlesOf([...town(30), ...all]).map(({ code, subjectIds }) => [code, subjectIds])
    ).toEqual([["Ring", ring]])
  })

  it("says nothing where help flows one way, or comes back from many", () => {
    const oneWay = services([{ from: "ann", to: "bob", count: 20 }])
    const unequal = services([
      { from: "cem", to: "dai", count: 8, minutes: 60 },
      { from: "dai", to: "cem", count: 8, minutes: 44 }
    ])
    const wide = services(
      Array.from({ length: 8 }, (_, index) => [
        { from: "eva", to: `p-${index}`, count: 1 },
        { from: `p-${index}`, to: "eva", count: 1 }
      ]).flat()
    )
    expect(circlesOf([...town(30), ...oneWay, ...unequal, ...wide])).toEqual([])
  })

  it("stands at the thresholds to the order and to the minute", () => {
    const pair = (count: number, minutes: number) =>
      circlesOf([
        ...town(60),
        ...services([
          { from: "ann", to: "bob", count, minutes: 100 },
          { from: "bob", to: "ann", count, minutes }
        ])
      ]).length
    expect([3, 4, 5].map((count) => pair(count, 100))).toEqual([0, 1, 1])
    expect([74, 75, 76].map((minutes) => pair(8, minutes))).toEqual([0, 1, 1])
  })

  it("says nothing of a village so small that everybody must serve each other", () => {
    const three = ["ann", "bob", "cem"]
    const all = services(
      three.flatMap((from) =>
        three.filter((to) => to !== from).map((to) => ({ from, to, count: 10 }))
      )
    )
    expect(circlesOf(all)).toEqual([])
  })

  it("does not depend on the order of the services nor on services given twice", () => {
    const all = [
      ...randomTown(7, 12, 80),
      ...services([
        { from: "ann", to: "bob", count: 8 },
        { from: "bob", to: "cem", count: 8 },
        { from: "cem", to: "ann", count: 8 }
      ])
    ]
    const expected = circlesOf(all)
    expect(expected.map(({ code }) => code)).toContain("Ring")
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(circlesOf([...shuffled, ...shuffled.slice(0, 20)])).toEqual(expected)
      }),
      { numRuns: 100 }
    )
  })

  it("gives no more false alarms than it says, where chance alone chooses whom to help", () => {
    const reports = 200
    const loose = {
      ...policy,
      circleOrders: { ...policy.circleOrders, value: 2 },
      circleBalanceShare: { ...policy.circleBalanceShare, value: 0 },
      circleFalseAlarms: { ...policy.circleFalseAlarms, value: 0.5 }
    }
    const alarms = [0, 0, 0, 0, 0, 0]
    let usual = 0
    for (let seed = 1; seed <= reports; seed += 1) {
      const chance = randomTown(seed, 25, 300)
      usual += circlesOf(chance).length
      for (const { subjectIds } of circlesOf(chance, loose)) {
        alarms[subjectIds.length] = (alarms[subjectIds.length] ?? 0) + 1
      }
    }
    expect(usual).toBe(0)
    for (const count of alarms.slice(2)) {
      // some, so that the simulation can tell; at most half a circle per report and length
      expect(count).toBeGreaterThan(0)
      expect(count).toBeLessThanOrEqual(0.5 * reports)
    }
  })

  it("still finds a pair that hides in a busy town", () => {
    const pair = services([
      { from: "p-3", to: "p-9", count: 14 },
      { from: "p-9", to: "p-3", count: 14 }
    ])
    const found = Array.from({ length: 20 }, (_, seed) =>
      circlesOf([...randomTown(seed + 500, 25, 300), ...pair])
    )
    expect(found.every((signals) => signals.some(({ code }) => code === "MutualPair"))).toBe(true)
  })
})

describe("the expected number of circles", () => {
  it("equals the mean over all deals of a tiny town", () => {
    // Providers a, a, b, b; receivers a, a, b, b dealt out in all 24 ways.
    const providers = ["a", "a", "b", "b"]
    const deals = permutations(["a", "a", "b", "b"])
    const choose = (count: number, of: number) => (of === 2 ? (count * (count - 1)) / 2 : count)
    for (const needed of [1, 2]) {
      const ways = deals.map((receivers) => {
        const count = (from: string, to: string) =>
          providers.filter((one, index) => one === from && receivers[index] === to).length
        return choose(count("a", "b"), needed) * choose(count("b", "a"), needed)
      })
      const mean = ways.reduce((sum, value) => sum + value, 0) / deals.length
      const link = { orderCount: needed, givenCount: 2, receivedCount: 2 }
      const expected = expectedCircles([link, link], { orderCount: 4, personCount: 2 })
      expect(expected).toBeCloseTo(mean, 12)
    }
  })

  it("neither overflows nor sticks at infinity with thousands of orders", () => {
    const link = { orderCount: 5000, givenCount: 5000, receivedCount: 5000 }
    expect(expectedCircles([link, link], { orderCount: 10_000, personCount: 2 })).toBe(0)
    const loose = { orderCount: 200, givenCount: 5000, receivedCount: 5000 }
    const many = expectedCircles([loose, loose], { orderCount: 10_000, personCount: 2 })
    expect(many).toBe(Number.POSITIVE_INFINITY)
  })
})

const permutations = <Value>(values: ReadonlyArray<Value>): ReadonlyArray<ReadonlyArray<Value>> =>
  values.length === 0
    ? [[]]
    : values.flatMap((value, index) =>
        permutations(values.toSpliced(index, 1)).map((rest) => [value, ...rest])
      )

describe("service within a household", () => {
  const members = [
    { personId: "ann", householdId: "h-1" },
    { personId: "bob", householdId: "h-1" },
    { personId: "bob", householdId: "h-2" },
    { personId: "cem", householdId: "h-2" },
    { personId: "dai", householdId: "h-3" }
  ]

  it("is shown once per two persons with the orders of both ways", () => {
    const all = services([
      { from: "bob", to: "ann", count: 1 },
      { from: "ann", to: "bob", count: 2 },
      { from: "cem", to: "bob", count: 1 },
      { from: "ann", to: "cem", count: 5 },
      { from: "dai", to: "eva", count: 5 }
    ])
    const found = SelfDealing.households(policy, ServiceFlow.of(all, window), members)
    expect(found.map(({ orderIds, subjectIds }) => [subjectIds, orderIds.length])).toEqual([
      [["ann", "bob"], 3],
      [["bob", "cem"], 1]
    ])
  })

  it("stays silent below the threshold and outside the window", () => {
    const own = {
      ...policy,
      householdOrders: { ...policy.householdOrders, value: 2 }
    }
    const all = services([{ from: "ann", to: "bob", count: 1 }])
    expect(SelfDealing.households(own, ServiceFlow.of(all, window), members)).toEqual([])
    const late = all.map((service) => ({ ...service, servedSec: window.untilSec }))
    expect(SelfDealing.households(policy, ServiceFlow.of(late, window), members)).toEqual([])
  })
})

describe("signals", () => {
  it("have words in both languages for every code", () => {
    for (const code of Signal.codes) {
      const said = Signal.describe({
        code,
        subjectIds: ["ann"],
        fromSec: 0,
        untilSec: 1,
        measured: [],
        orderIds: ["o-1"]
      })
      expect(said.en + said.zh).not.toMatch(/[{}]/)
      expect(said.en).toContain("ann")
      expect(said.zh).toContain("ann")
    }
  })
})
