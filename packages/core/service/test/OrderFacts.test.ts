import { Fact, Id } from "@wangge/facts"
import { describe, expect, test } from "vitest"
import {
  type OrderCommand,
  OrderFacts,
  OrderPrice,
  ServiceFacts,
  ServiceMove,
  ServiceOrder
} from "../src/index.ts"
import { command, giverId, requesterId, tell, ways, window } from "./anOrder.ts"

/** The facts of a story, event by event. */
const factsOf = (commands: ReadonlyArray<OrderCommand.OrderCommand>): ReadonlyArray<Fact.Fact> => {
  let state: ServiceOrder.State = ServiceMove.none
  return tell(commands).events.flatMap((event) => {
    const facts = OrderFacts.of(state, event)
    state = ServiceOrder.evolve(state, event)
    return facts
  })
}

const say = (facts: ReadonlyArray<Fact.Fact>): ReadonlyArray<string> =>
  facts.map(({ kind, subjectId, quantity, unit }) => `${kind} ${subjectId} ${quantity} ${unit}`)

const helperId = Id.make<"Person">("p-help")
const team = [
  command.request(),
  command.dispatch({
    providerId: "team-1",
    providerKind: "Group",
    crew: [giverId, helperId].map((personId) => ({ personId, householdId: "" }))
  }),
  command.accept(),
  command.plain("Begin"),
  command.finish({
    shares: [
      { personId: giverId, minutes: 30 },
      { personId: helperId, minutes: 15 }
    ]
  })
]

describe("a full cycle", () => {
  test("row 37: yields one credit, one price and one rating", () => {
    expect(say(factsOf(ways.Rated))).toEqual([
      "orderRequested p-ask 1 order",
      "priceHeld p-ask 60 minutes",
      "orderAccepted p-give 1 order",
      "orderConfirmed p-give 1 order",
      "serviceGiven p-give 60 minutes",
      "serviceReceived p-ask 60 minutes",
      "priceDue p-ask 60 minutes",
      "orderRated p-give 5 rating"
    ])
  })

  test("both sides have facts of one cause, and everybody of a team his own minutes", () => {
    const facts = factsOf([...team, command.confirm({ minutes: 45 })])
    const met = facts.filter(({ unit }) => unit === "minutes").slice(1)
    expect(say(met)).toEqual([
      "serviceGiven p-give 30 minutes",
      "serviceGiven p-help 15 minutes",
      "serviceReceived p-ask 45 minutes",
      "priceDue p-ask 45 minutes"
    ])
    expect(new Set(met.map(({ causeId }) => causeId))).toEqual(new Set(["order-1/6"]))
    expect(OrderFacts.orderIdOf("order-1/6")).toBe("order-1")
    expect(Fact.distinct([...facts, ...facts])).toEqual(facts)
  })

  test("without a price there is no fact about one", () => {
    const free = command.request({ mode: "Free", price: OrderPrice.free })
    const facts = factsOf([free, ...ways.Rated.slice(1)])
    expect(facts.filter(({ kind }) => kind.startsWith("price"))).toEqual([])
  })
})

describe("ends without service", () => {
  test("release what was held", () => {
    for (const status of ["Cancelled", "Failed", "Unfilled", "Voided"] as const) {
      const released = factsOf(ways[status]).filter(({ kind }) => kind === "priceReleased")
      expect(say(released)).toEqual(["priceReleased p-ask 60 minutes"])
    }
    const noShow = command.noShow({ byId: giverId, role: "Provider", missing: "Requester" })
    expect(say(factsOf([...ways.Accepted, noShow])).slice(-2)).toEqual([
      "requesterNoShow p-ask 1 order",
      "priceReleased p-ask 60 minutes"
    ])
  })

  test("tell a late cancellation from one in time", () => {
    const late = command.cancel({ atSec: window.fromSec - 60 })
    expect(say(factsOf([...ways.Accepted, late]))).toContain("orderCancelledLate p-ask 1 order")
    expect(say(factsOf([...ways.Accepted, command.cancel()]))).toContain(
      "orderCancelled p-ask 1 order"
    )
  })

  test("a provider who leaves keeps the price held", () => {
    const facts = say(factsOf([...ways.Accepted, command.noShow()]))
    expect(facts.slice(-1)).toEqual(["providerNoShow p-give 1 order"])
  })
})

describe("disputes", () => {
  const shares = [{ personId: helperId, minutes: 20 }]

  test("upheld after the confirmation change nothing", () => {
    const facts = say(factsOf([...ways.Disputed, command.settle()]))
    expect(facts.slice(-2)).toEqual(["orderDisputed p-give 1 order", "orderUpheld p-give 1 order"])
  })

  test("a correction states what stands now, 0 for whoever is left out", () => {
    const commands = [
      ...team,
      command.confirm({ minutes: 45 }),
      command.dispute(),
      command.settle({ outcome: "Corrected", shares })
    ]
    expect(say(factsOf(commands)).slice(-4)).toEqual([
      "orderCorrected team-1 1 order",
      "minutesCorrected p-help 20 minutes",
      "minutesCorrected p-give 0 minutes",
      "priceCorrected p-ask 20 minutes"
    ])
  })

  test("before the confirmation a settlement is the first credit", () => {
    const commands = [...team, command.dispute(), command.settle({ outcome: "Corrected", shares })]
    expect(say(factsOf(commands)).slice(-5)).toEqual([
      "orderCorrected team-1 1 order",
      "orderConfirmed team-1 1 order",
      "serviceGiven p-help 20 minutes",
      "serviceReceived p-ask 20 minutes",
      "priceDue p-ask 20 minutes"
    ])
  })

  test("voided after the confirmation takes back minutes and price", () => {
    const commands = [...ways.Disputed, command.settle({ outcome: "Voided" })]
    expect(say(factsOf(commands)).slice(-3)).toEqual([
      "orderVoided p-give 1 order",
      "minutesVoided p-give 60 minutes",
      "priceReturned p-ask 60 minutes"
    ])
  })
})

describe("the table of facts", () => {
  test("knows every kind, and its units are those of the facts", () => {
    expect(Object.keys(ServiceFacts.table).sort()).toEqual([...ServiceFacts.kinds].sort())
    expect(new Set(ServiceFacts.kinds).size).toBe(ServiceFacts.kinds.length)
    const told = Object.values(ways).flatMap((way) => factsOf(way))
    for (const { kind, unit } of told) {
      const row = Object.entries(ServiceFacts.table).find(([name]) => name === kind)?.[1]
      expect(row?.unit === "price" ? ["minutes", "points"] : [row?.unit]).toContain(unit)
    }
  })

  test("a price is never money", () => {
    // @ts-expect-error cash is no unit of a price
    const cash: OrderPrice.Unit = "yuan"
    expect(OrderPrice.units).not.toContain(cash)
  })

  test("what is due falls with the minutes and never passes what was held", () => {
    const price = { unit: "points", amount: 10, basis: "ByMinute" } as const
    const due = (minutes: number, basis: OrderPrice.Basis = "ByMinute") =>
      OrderPrice.due({ ...price, basis }, { minutes, plannedMinutes: 60 })
    expect([0, 1, 5, 6, 59, 60, 61].map((minutes) => due(minutes))).toEqual([0, 0, 0, 1, 9, 10, 10])
    expect([0, 1, 60].map((minutes) => due(minutes, "Fixed"))).toEqual([0, 10, 10])
  })

  test("the requester stands in facts by an opaque id only", () => {
    const facts = factsOf(ways.Rated)
    expect(JSON.stringify(facts)).not.toContain("third floor")
    expect(facts.some(({ subjectId }) => subjectId === requesterId)).toBe(true)
  })
})
