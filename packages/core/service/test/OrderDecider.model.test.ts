/**
 * Random commands to one order: good and bad ones, by anybody, twice, late, with clocks that step
 * back. What must always be true is checked at every step against the log alone.
 */
import { Id } from "@wangge/facts"
import fc from "fast-check"
import { expect, test } from "vitest"
import {
  OrderAction,
  type OrderCommand,
  OrderDecider,
  type OrderEvent,
  OrderFacts,
  OrderStatus,
  ServiceMove,
  ServiceOrder
} from "../src/index.ts"
import { codeOf, command, day, giverId, mandatedId, requesterId, rules } from "./anOrder.ts"

interface Step {
  readonly pick: number
  readonly leapSec: number
  readonly who: number
  readonly choice: number
}

const steps = fc.array(
  fc.record({
    pick: fc.noBias(fc.nat(999)),
    leapSec: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0, max: 3600 }) },
      { weight: 2, arbitrary: fc.integer({ min: 3600, max: day }) },
      { weight: 1, arbitrary: fc.integer({ min: day, max: 9 * day }) },
      { weight: 1, arbitrary: fc.constantFrom(-1, -5000, 0.5) }
    ),
    who: fc.noBias(fc.nat(9)),
    choice: fc.noBias(fc.nat(9))
  }),
  { minLength: 1, maxLength: 60, size: "max" }
)

const ids = { Requester: requesterId, Mandated: mandatedId, Provider: giverId, Staff: "desk-2" }
const helperId = Id.make<"Person">("p-help")

/** The actions that end an order are rare, so that many orders go all the way. */
const endings: Partial<Record<OrderAction.OrderAction, OrderStatus.OrderStatus>> = {
  Cancel: "Cancelled",
  Fail: "Failed",
  CloseUnfilled: "Unfilled"
}

/** A command that fits the standing four times out of five, anything otherwise. */
const commandOf = (
  step: Step,
  state: ServiceOrder.ServiceOrder,
  atSec: number
): OrderCommand.OrderCommand => {
  const standing = ServiceOrder.standingAt(state, Math.ceil(atSec))
  const fitting = OrderStatus.allowed[standing].filter(
    (action) => step.who === 2 || !OrderStatus.isEnd(endings[action] ?? "Requested")
  )
  const pool = step.pick % 5 === 0 || fitting.length === 0 ? OrderAction.list : fitting
  const action = pool[step.pick % pool.length]!
  const fromList = OrderAction.whoMay[action]
  const role = step.who === 0 ? "Provider" : fromList[step.who % fromList.length]!
  const by = { byId: step.who === 1 ? "p-other" : ids[role], role, atSec }
  const isTeam = step.choice % 2 === 0
  const minutes = 10 + step.choice * 5
  const shares = isTeam
    ? [
        { personId: giverId, minutes },
        { personId: helperId, minutes: 10 }
      ]
    : [{ personId: giverId, minutes }]
  const fromSec = Math.ceil(atSec) + (step.choice - 1) * 1800
  switch (action) {
    case "Request":
      return command.request(by)
    case "Dispatch":
      return command.dispatch({
        ...by,
        providerId: isTeam ? "team-1" : giverId,
        providerKind: isTeam ? "Group" : "Volunteer",
        crew: (isTeam ? [giverId, helperId] : [giverId]).map((personId) => ({
          personId,
          householdId: ""
        }))
      })
    case "Reschedule": {
      const window = { fromSec, untilSec: fromSec + 4 * 3600 }
      return command.reschedule({ ...by, window, isAgreed: step.choice > 4 })
    }
    case "Finish":
      return command.finish({ ...by, shares })
    case "Confirm":
      return command.confirm({
        ...by,
        minutes: step.choice === 9 ? 1 : state.minutes,
        confirmationId: `device-${step.choice}`
      })
    case "Rate":
      return command.rate({ ...by, rating: step.choice })
    case "Dispute":
      return command.dispute(by)
    case "Settle": {
      const outcome = (["Upheld", "Corrected", "Voided"] as const)[step.choice % 3]!
      return command.settle({ ...by, outcome, shares: outcome === "Corrected" ? shares : [] })
    }
    case "ReportNoShow":
      return command.noShow({ ...by, missing: step.choice % 3 === 0 ? "Requester" : "Provider" })
    default:
      return command.plain(action, by)
  }
}

/** What the log says about credits, by person: the books of somebody who reads facts only. */
const booksOf = (events: ReadonlyArray<OrderEvent.OrderEvent>) => {
  const minutes = new Map<string, number>()
  let held = 0
  let taken = 0
  let givenCount = 0
  let state: ServiceOrder.State = ServiceMove.none
  for (const event of events) {
    const facts = OrderFacts.of(state, event)
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length)
    for (const fact of facts) {
      expect(OrderFacts.kinds).toContain(fact.kind)
      expect(fact.causeId).toBe(`${event.orderId}/${event.version}`)
      switch (fact.kind) {
        case "serviceGiven":
        case "minutesCorrected":
          minutes.set(fact.subjectId, fact.quantity)
          break
        case "minutesVoided":
          expect(minutes.get(fact.subjectId)).toBe(fact.quantity)
          minutes.set(fact.subjectId, 0)
          break
        case "orderConfirmed":
          givenCount += 1
          break
        case "priceHeld":
          held += fact.quantity
          break
        case "priceDue":
          expect(fact.quantity).toBeLessThanOrEqual(held)
          held = 0
          taken += fact.quantity
          break
        case "priceReleased":
          expect(fact.quantity).toBe(held)
          held = 0
          break
        case "priceCorrected":
          taken = fact.quantity
          break
        case "priceReturned":
          expect(fact.quantity).toBe(taken)
          taken = 0
          break
        default:
      }
    }
    state = ServiceOrder.evolve(state, event)
  }
  return { minutes, held, taken, givenCount }
}

const count = (events: ReadonlyArray<OrderEvent.OrderEvent>, kind: OrderEvent.OrderEvent["kind"]) =>
  events.filter((event) => event.kind === kind).length

/** What must be true of every log and the order that it leads to. */
const checkLaws = (
  events: ReadonlyArray<OrderEvent.OrderEvent>,
  state: ServiceOrder.ServiceOrder
): void => {
  expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1))
  for (const [index, event] of events.entries()) {
    expect(event.atSec).toBeGreaterThanOrEqual(events[index - 1]?.atSec ?? 0)
  }
  expect(count(events, "OrderConfirmed")).toBeLessThanOrEqual(1)
  expect(count(events, "OrderRated")).toBeLessThanOrEqual(1)
  expect(count(events, "OrderDisputed")).toBe(state.disputeCount)
  const books = booksOf(events)
  expect(books.givenCount).toBeLessThanOrEqual(1)
  if (state.rating !== 0) expect(books.givenCount).toBe(1)
  const credited = [...books.minutes].filter(([, minutes]) => minutes > 0).sort()
  const stands = state.isCredited
    ? state.shares.map(({ personId, minutes }) => [personId, minutes]).sort()
    : []
  expect(credited).toEqual(stands)
  expect(books.taken).toBe(state.isCredited ? ServiceOrder.priceDue(state) : 0)
  if (OrderStatus.isEnd(state.status) || state.isCredited) expect(books.held).toBe(0)
  else expect(books.held).toBe(state.price.amount)
}

const wide = command.request({ window: { fromSec: 3600, untilSec: 20 * day } })

test("no sequence of commands loses a price, credits twice or rates twice", () => {
  const reached = new Set<string>()
  fc.assert(
    fc.property(steps, (taken) => {
      const events: Array<OrderEvent.OrderEvent> = []
      const opening = OrderDecider.decide(rules, ServiceMove.none, wide)
      if (!opening.ok) throw new Error(opening.rejection.code)
      events.push(opening.event)
      let state = ServiceOrder.evolve(ServiceMove.none, opening.event)
      let atSec = 0
      for (const step of taken) {
        const at = atSec + step.leapSec
        const one = commandOf(step, state, at)
        const before = JSON.stringify(state)
        const decision = OrderDecider.decide(rules, state, one)
        expect(JSON.stringify(state)).toBe(before)
        if (!decision.ok || decision.isRepeat) continue
        state = ServiceOrder.evolve(state, decision.event)
        events.push(decision.event)
        atSec = at
        reached.add(state.status)
        expect(codeOf(state, one)).not.toBe("")
      }
      checkLaws(events, state)
      const replayed = events.reduce<ServiceOrder.State>(ServiceOrder.evolve, ServiceMove.none)
      expect(replayed).toEqual(state)
    }),
    { numRuns: 400 }
  )
  expect([...reached].sort()).toEqual([...OrderStatus.list].sort())
})
