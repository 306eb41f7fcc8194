import { Provenance } from "@wangge/facts"
import fc from "fast-check"
import { expect, test } from "vitest"
import { OrderRates, OrderRules, OrderStatus, ServiceKind, ServiceMode } from "../src/index.ts"
import { command, rules, stateAt, tell, ways, window } from "./anOrder.ts"

const period = { fromSec: 0, untilSec: window.untilSec + 1, atSec: window.untilSec }

test("filled counts credited orders of all that were due, cancelled ones apart", () => {
  const rates = OrderRates.of(OrderStatus.list.map(stateAt), period)
  expect(rates.cancelled).toEqual({ count: 1, ofCount: 12, share: 1 / 12 })
  expect(rates.filled).toEqual({ count: 3, ofCount: 11, share: 3 / 11 })
  expect(rates.accepted).toEqual({ count: 8, ofCount: 11, share: 8 / 11 })
  expect(rates.rated).toEqual({ count: 1, ofCount: 3, share: 1 / 3 })
  expect(rates.disputed).toEqual({ count: 2, ofCount: 5, share: 2 / 5 })
  expect(rates.unconfirmed).toEqual({ count: 1, ofCount: 5, share: 1 / 5 })
  expect(rates.ratingSum).toBe(5)
  expect(new Set(rates.acceptSecs)).toEqual(new Set([1200]))
})

test("an order is due once its window has ended, not before", () => {
  const orders = [stateAt("Rated")]
  const due = (fromSec: number, untilSec: number, atSec = untilSec) =>
    OrderRates.of(orders, { fromSec, untilSec, atSec }).filled.ofCount
  const end = window.untilSec
  expect([due(0, end), due(0, end + 1), due(end, end + 1), due(end + 1, end + 2)]).toEqual([
    0, 1, 1, 0
  ])
  expect(due(0, end + 1, end - 1)).toBe(0)
})

test("an order that waits too long for its confirmation stays unconfirmed", () => {
  const state = stateAt("Done")
  const atSec = state.confirmDueSec + 1
  const rates = OrderRates.of([state], { ...period, untilSec: atSec, atSec })
  expect(rates.unconfirmed.count).toBe(1)
})

test("a second taker does not shorten the time of the first", () => {
  const again = { atSec: 2000, providerId: "team-2", providerKind: "Group" } as const
  const { state } = tell([
    ...ways.Accepted,
    command.plain("GiveBack", { atSec: 1500 }),
    command.dispatch(again),
    command.accept({ atSec: 2100 })
  ])
  expect(OrderRates.of([state], period).acceptSecs).toEqual([1200])
})

test("shares lie from 0 to 1 and do not depend on the order of the rows", () => {
  const any = fc.array(fc.constantFrom(...OrderStatus.list), { maxLength: 30 })
  fc.assert(
    fc.property(any, (statuses) => {
      const orders = statuses.map(stateAt)
      const rates = OrderRates.of(orders, period)
      expect(OrderRates.of([...orders].reverse(), period)).toEqual(rates)
      for (const rate of [rates.filled, rates.accepted, rates.cancelled, rates.rated]) {
        expect(rate.count).toBeLessThanOrEqual(rate.ofCount)
        expect(rate.share === "None").toBe(rate.ofCount === 0)
      }
    })
  )
})

test("every assumed number says why, and a bad one is refused", () => {
  const { base } = OrderRules
  for (const number of Object.values(base.numbers)) {
    expect(number.provenance.kind).toBe("assumed")
    expect(Provenance.describe(number.provenance).length).toBeGreaterThan(10)
  }
  const bad = (value: number) => () =>
    OrderRules.compile({
      ...base,
      numbers: { ...base.numbers, offerSec: { ...base.numbers.offerSec, value } }
    })
  expect(bad(-1)).toThrow(RangeError)
  expect(bad(0.5)).toThrow(RangeError)
  expect(bad(0)).not.toThrow()
})

test("kinds of service have ids of their own, modes and possible minutes", () => {
  const { base } = OrderRules
  const [first] = ServiceKind.base
  if (first === undefined) throw new Error("no kind")
  const compile = (kinds: ReadonlyArray<ServiceKind.ServiceKind>) => () =>
    OrderRules.compile({ ...base, kinds })
  expect(compile([])).toThrow(RangeError)
  expect(compile([first, first])).toThrow(RangeError)
  expect(compile([{ ...first, modes: [] }])).toThrow(RangeError)
  expect(compile([{ ...first, minutesMax: 0 }])).toThrow(RangeError)
  expect(compile([{ ...first, minutesMax: OrderRules.minutesLimit }])).not.toThrow()
  expect(rules.kinds.map(({ id }) => id)).toEqual(ServiceKind.base.map(({ id }) => id))
})

test("modes have numbers by position and words in both languages", () => {
  expect(ServiceMode.list.map(ServiceMode.codeOf)).toEqual([0, 1, 2, 3, 4, 5])
  // @ts-expect-error no such mode
  expect(() => ServiceMode.codeOf("Sold")).toThrow(RangeError)
  expect(Object.keys(ServiceMode.labels)).toEqual([...ServiceMode.list])
})
