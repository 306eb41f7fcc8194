import { Id } from "@wangge/facts"
import { describe, expect, test } from "vitest"
import {
  OrderAction,
  type OrderCommand,
  OrderDecider,
  OrderRejection,
  OrderStatus,
  ServiceMove,
  ServiceOrder
} from "../src/index.ts"
import {
  codeOf,
  command,
  day,
  free,
  giverId,
  mandatedId,
  note,
  orderId,
  requesterId,
  rules,
  stateAt,
  tell,
  ways,
  window
} from "./anOrder.ts"

/** One good command of each action, given late enough for every way. */
const late = 2 * day + 8000
const sample: Readonly<Record<OrderAction.OrderAction, OrderCommand.OrderCommand>> = {
  Request: command.request(),
  Dispatch: command.dispatch({
    atSec: late,
    providerId: "p-other",
    crew: [{ personId: Id.make("p-other"), householdId: "" }]
  }),
  Accept: command.accept({ atSec: late }),
  Decline: command.plain("Decline", { atSec: late }),
  GiveBack: command.plain("GiveBack", { atSec: late }),
  Reschedule: command.reschedule({ atSec: late }),
  Begin: command.plain("Begin", { atSec: late }),
  Finish: command.finish({ atSec: late }),
  Confirm: command.confirm({ atSec: late }),
  Rate: command.rate({ atSec: late }),
  Dispute: command.dispute({ atSec: late }),
  Settle: command.settle({ atSec: late }),
  ReportNoShow: command.noShow({ atSec: late }),
  Fail: command.plain("Fail", { atSec: late }),
  Cancel: command.cancel({ atSec: late }),
  CloseUnfilled: command.plain("CloseUnfilled", { byId: "desk-1", role: "Staff", atSec: late })
}

/** What stands in the way of an action that a status does not allow. */
const barred = ["MoveNotAllowed", "AlreadyOpened", "RatingTooEarly", "AlreadyRated", "repeat"]

describe("status by command", () => {
  for (const status of OrderStatus.list) {
    test(`${status} allows exactly what its list says`, () => {
      const state = stateAt(status)
      const atSec = status === "Dispatched" ? state.lastSec + 1 : Math.max(state.lastSec, late)
      expect(ServiceOrder.standingAt(state, atSec)).toBe(status)
      for (const action of OrderAction.list) {
        const code = codeOf(state, { ...sample[action], atSec })
        if (OrderStatus.allowed[status].includes(action)) {
          expect([action, code]).toEqual([action, ""])
        } else {
          expect([action, barred.includes(code)]).toEqual([action, true])
        }
      }
    })
  }

  test("nothing but a request opens an order", () => {
    for (const action of OrderAction.list) {
      expect(codeOf(ServiceMove.none, sample[action])).toBe(action === "Request" ? "" : "NotOpened")
    }
  })

  test("ends allow nothing, and only ends do", () => {
    const ends = OrderStatus.standings.filter(OrderStatus.isEnd)
    expect(ends).toEqual(["Unfilled", "Failed", "Cancelled", "Voided"])
  })
})

describe("the four orders", () => {
  test("row 37: an order that is rated before acceptance is refused, a full cycle yields one rating", () => {
    for (const status of ["Requested", "Dispatched", "Accepted", "InProgress", "Done"] as const) {
      const state = stateAt(status)
      const one = command.rate({ atSec: state.lastSec })
      expect([status, codeOf(state, one)]).toEqual([status, "RatingTooEarly"])
    }
    const { state, events } = tell(ways.Rated)
    expect(state.rating).toBe(5)
    expect(codeOf(state, command.rate({ rating: 1 }))).toBe("AlreadyRated")
    expect(events.filter(({ kind }) => kind === "OrderRated").length).toBe(1)
  })

  test("a confirmation from a second device is answered as the first was", () => {
    const state = stateAt("Confirmed")
    const again = command.confirm({ confirmationId: "phone-2", byId: mandatedId, role: "Mandated" })
    const decision = OrderDecider.decide(rules, state, again)
    expect(decision).toEqual({ ok: true, isRepeat: true, event: state.confirmed })
    const tooOld = command.confirm({ atSec: state.lastSec - 100 })
    expect(codeOf(state, tooOld)).toBe("repeat")
    expect(codeOf(stateAt("Rated"), command.confirm())).toBe("repeat")
    expect(codeOf(stateAt("Disputed"), command.confirm())).toBe("repeat")
  })

  test("other minutes than were stated are refused, the first time and again", () => {
    expect(codeOf(stateAt("Done"), command.confirm({ minutes: 59 }))).toBe("MinutesDiffer")
    expect(codeOf(stateAt("Confirmed"), command.confirm({ minutes: 59 }))).toBe("MinutesDiffer")
  })

  test("somebody else's repeat tells nothing", () => {
    const state = stateAt("Confirmed")
    expect(codeOf(state, command.confirm({ byId: "p-other" }))).toBe("MoveNotAllowed")
  })

  test("the answer to a repeat cannot be applied again", () => {
    const state = stateAt("Confirmed")
    const decision = OrderDecider.decide(rules, state, command.confirm())
    if (!decision.ok) throw new Error(decision.rejection.code)
    expect(() => ServiceOrder.evolve(state, decision.event)).toThrow("does not follow")
  })
})

describe("time counts at once", () => {
  test("an offer holds until its due second and lapses in the next", () => {
    const state = stateAt("Dispatched")
    const { offerDueSec } = state
    expect(offerDueSec).toBe(600 + 7200)
    const at = (atSec: number) => codeOf(state, command.accept({ atSec }))
    expect([at(offerDueSec - 1), at(offerDueSec), at(offerDueSec + 1)]).toEqual([
      "",
      "",
      "MoveNotAllowed"
    ])
    expect(ServiceOrder.standingAt(state, offerDueSec + 1)).toBe("Requested")
  })

  test("an offer never outlives the window", () => {
    const { state } = tell([command.request(), command.dispatch({ atSec: window.untilSec - 10 })])
    expect(state.offerDueSec).toBe(window.untilSec - 1)
    expect(ServiceOrder.standingAt(state, window.untilSec - 1)).toBe("Dispatched")
    expect(ServiceOrder.standingAt(state, window.untilSec)).toBe("Lapsed")
  })

  test("a window that passed lapses the order; it can be moved or closed", () => {
    const state = stateAt("Requested")
    expect(ServiceOrder.standingAt(state, window.untilSec - 1)).toBe("Requested")
    expect(ServiceOrder.standingAt(state, window.untilSec)).toBe("Lapsed")
    expect(codeOf(state, command.dispatch({ atSec: window.untilSec }))).toBe("MoveNotAllowed")
    expect(codeOf(state, command.reschedule({ atSec: window.untilSec }))).toBe("")
  })

  test("after the time to confirm only a check by staff helps", () => {
    const state = stateAt("Done")
    const { confirmDueSec } = state
    expect(codeOf(state, command.confirm({ atSec: confirmDueSec }))).toBe("")
    expect(codeOf(state, command.settle({ atSec: confirmDueSec }))).toBe("MoveNotAllowed")
    expect(codeOf(state, command.confirm({ atSec: confirmDueSec + 1 }))).toBe("MoveNotAllowed")
    expect(codeOf(state, command.settle({ atSec: confirmDueSec + 1 }))).toBe("")
  })

  test("rating and dispute end after their due seconds", () => {
    const state = stateAt("Confirmed")
    const rateDue = state.rateDueSec
    expect(codeOf(state, command.rate({ atSec: rateDue }))).toBe("")
    expect(codeOf(state, command.rate({ atSec: rateDue + 1 }))).toBe("RatingTooLate")
    const disputeDue = state.disputeDueSec
    expect(codeOf(state, command.dispute({ atSec: disputeDue }))).toBe("")
    expect(codeOf(state, command.dispute({ atSec: disputeDue + 1 }))).toBe("DisputeTooLate")
  })

  test("time never goes back, and is whole", () => {
    const state = stateAt("Dispatched")
    expect(codeOf(state, command.accept({ atSec: state.lastSec }))).toBe("")
    expect(codeOf(state, command.accept({ atSec: state.lastSec - 1 }))).toBe("TimeWentBack")
    expect(codeOf(state, command.accept({ atSec: 700.5 }))).toBe("TimeNotWhole")
  })
})

describe("who is asked", () => {
  test("who declined is not asked again for the time of the rules, but may offer himself", () => {
    const { state } = tell([
      command.request({ window: { fromSec: 20 * day, untilSec: 21 * day } }),
      command.dispatch(),
      command.plain("Decline", { atSec: 700 })
    ])
    const againSec = 700 + rules.askAgainSec
    const at = (atSec: number) => codeOf(state, command.dispatch({ atSec }))
    expect([at(againSec - 1), at(againSec)]).toEqual(["AskedTooSoon", ""])
    const self = command.dispatch({ atSec: 800, byId: giverId, role: "Provider" })
    expect(codeOf(state, self)).toBe("")
    const other = Id.make<"Person">("p-other")
    const crew = [{ personId: other, householdId: "" }]
    expect(codeOf(state, command.dispatch({ atSec: 800, providerId: other, crew }))).toBe("")
    expect(ServiceOrder.restingIds(state, 800)).toEqual([giverId])
    expect(ServiceOrder.restingIds(state, againSec)).toEqual([])
  })

  test("who let an offer run out is remembered before anything is recorded", () => {
    const { state } = tell(ways.Dispatched)
    const atSec = state.offerDueSec + 1
    expect(codeOf(state, command.dispatch({ atSec }))).toBe("AskedTooSoon")
    expect(ServiceOrder.restingIds(state, atSec)).toEqual([giverId])
    const other = Id.make<"Person">("p-other")
    const crew = [{ personId: other, householdId: "" }]
    const next = tell([command.dispatch({ atSec, providerId: other, crew })], state).state
    expect(next.turnedDown.map(({ providerId, how }) => `${providerId} ${how}`)).toEqual([
      `${giverId} Lapsed`
    ])
  })

  test("to give back an accepted order late is flagged, to decline an offer never", () => {
    const lateSec = window.fromSec - rules.noticeSec + 1
    const isLate = (
      commands: ReadonlyArray<OrderCommand.OrderCommand>,
      from: ServiceOrder.State
    ) => {
      const last = tell(commands, from).events.at(-1)
      return last !== undefined && "isLate" in last && last.isLate
    }
    const back = (atSec: number) => [command.plain("GiveBack", { atSec })]
    const accepted = stateAt("Accepted")
    expect([lateSec - 1, lateSec].map((atSec) => isLate(back(atSec), accepted))).toEqual([
      false,
      true
    ])
    const decline = [
      command.dispatch({ atSec: lateSec }),
      command.plain("Decline", { atSec: lateSec })
    ]
    expect(isLate(decline, stateAt("Requested"))).toBe(false)
  })

  test("nobody serves himself, his own household, or without the skills", () => {
    const state = stateAt("Requested")
    const crewOf = (personId: string, householdId = "") => [
      { personId: Id.make<"Person">(personId), householdId }
    ]
    const own = command.dispatch({ providerId: requesterId, crew: crewOf(requesterId) })
    expect(codeOf(state, own)).toBe("SelfService")
    const group = command.dispatch({
      providerId: "team-1",
      providerKind: "Group",
      crew: [...crewOf("p-2"), ...crewOf(requesterId)]
    })
    expect(codeOf(state, group)).toBe("SelfService")
    const kin = command.dispatch({ providerId: "p-2", crew: crewOf("p-2", "h-ask") })
    expect(codeOf(state, kin)).toBe("SameHousehold")
    expect(codeOf(state, kin, { ...rules, refusesSameHousehold: false })).toBe("")
    const unknown = tell([command.request({ requesterHouseholdId: "" })]).state
    expect(codeOf(unknown, command.dispatch({ crew: crewOf(giverId) }))).toBe("")
    const repair = tell([command.request({ kindId: "Repair", skillIds: ["ladder"] })]).state
    expect(repair.skillIds).toEqual(["repair", "ladder"])
    expect(codeOf(repair, command.dispatch({ crewSkillIds: ["repair"] }))).toBe("SkillMissing")
    expect(codeOf(repair, command.dispatch({ crewSkillIds: ["repair", "ladder"] }))).toBe("")
  })

  test("a volunteer comes in person, a group names its people once each", () => {
    const state = stateAt("Requested")
    const two = ["p-1", "p-2"].map((id) => ({ personId: Id.make<"Person">(id), householdId: "" }))
    expect(codeOf(state, command.dispatch({ crew: two }))).toBe("CrewMismatch")
    const team = { providerId: "team-1", providerKind: "Group" } as const
    expect(codeOf(state, command.dispatch({ ...team, crew: two }))).toBe("")
    expect(codeOf(state, command.dispatch({ ...team, crew: [...two, ...two] }))).toBe("NamedTwice")
    expect(codeOf(state, command.dispatch({ ...team, crew: [] }))).toBe("ItemMissing")
  })
})

describe("who may act", () => {
  const expectEntitled = (one: OrderCommand.OrderCommand, state: ServiceOrder.State) =>
    expect(codeOf(state, one))

  test("a role counts only for the person whom it fits", () => {
    const done = stateAt("Done")
    expectEntitled(command.confirm({ byId: "p-other" }), done).toBe("NotEntitled")
    expectEntitled(command.confirm({ byId: mandatedId }), done).toBe("NotEntitled")
    expectEntitled(command.confirm({ byId: mandatedId, role: "Mandated" }), done).toBe("")
    expectEntitled(command.confirm({ byId: giverId, role: "Provider" }), done).toBe("NotEntitled")
    expectEntitled(command.confirm({ byId: "desk-1", role: "Staff" }), done).toBe("NotEntitled")
    const confirmed = stateAt("Confirmed")
    expectEntitled(command.rate({ byId: mandatedId, role: "Mandated" }), confirmed).toBe(
      "NotEntitled"
    )
    expectEntitled(command.accept({ byId: "p-other" }), stateAt("Dispatched")).toBe("NotEntitled")
  })

  test("an action is refused in every role that it is not for", () => {
    for (const status of OrderStatus.list) {
      const state = stateAt(status)
      for (const action of OrderStatus.allowed[status]) {
        for (const role of OrderAction.roles) {
          const byId = {
            Requester: requesterId,
            Mandated: mandatedId,
            Provider: giverId,
            Staff: "s"
          }
          const one = {
            ...sample[action],
            role,
            byId: byId[role],
            atSec: Math.max(1201, state.lastSec)
          }
          const isFor = OrderAction.whoMay[action].includes(role)
          if (!isFor)
            expect([action, role, codeOf(state, one)]).toEqual([action, role, "NotEntitled"])
        }
      }
    }
  })

  test("staff who are a party to the order do not act as staff", () => {
    const { state } = tell([command.request(), command.dispatch({ byId: "desk-3" })])
    const accepted = tell([command.accept()], state).state
    const own = command.plain("Fail", { byId: giverId, role: "Staff", atSec: window.fromSec })
    expect(codeOf(accepted, own)).toBe("NotEntitled")
  })

  test("whoever confirmed or witnessed does not settle", () => {
    const { state } = tell([
      command.request({ requesterConfirms: false, ...free }),
      command.dispatch(),
      command.accept(),
      command.plain("Begin"),
      command.finish(),
      command.confirm({ byId: "desk-1", role: "Staff", witnessId: "p-neighbour" }),
      command.dispute()
    ])
    expect(codeOf(state, command.settle({ byId: "desk-1" }))).toBe("NotIndependent")
    expect(codeOf(state, command.settle({ byId: "p-neighbour" }))).toBe("NotIndependent")
    expect(codeOf(state, command.settle({ byId: "desk-2" }))).toBe("")
  })

  test("a no-show is reported by the other side", () => {
    const state = stateAt("Accepted")
    expect(codeOf(state, command.noShow())).toBe("")
    expect(codeOf(state, command.noShow({ byId: giverId, role: "Provider" }))).toBe("NotEntitled")
    const missing = "Requester"
    expect(codeOf(state, command.noShow({ missing }))).toBe("NotEntitled")
    expect(codeOf(state, command.noShow({ missing, byId: giverId, role: "Provider" }))).toBe("")
  })
})

describe("confirmation before a witness", () => {
  const errand = tell([
    command.request({ kindId: "Errands" }),
    command.dispatch(),
    command.accept(),
    command.plain("Begin"),
    command.finish()
  ]).state

  test("a kind that asks a witness is not confirmed without an independent one", () => {
    expect(codeOf(errand, command.confirm())).toBe("WitnessMissing")
    expect(codeOf(errand, command.confirm({ witnessId: " " }))).toBe("WitnessMissing")
    expect(codeOf(errand, command.confirm({ witnessId: giverId }))).toBe("NotIndependent")
    expect(codeOf(errand, command.confirm({ witnessId: requesterId }))).toBe("NotIndependent")
    expect(codeOf(errand, command.confirm({ witnessId: "p-neighbour" }))).toBe("")
  })

  test("staff confirm for somebody who cannot, before a witness who is not that person", () => {
    const { state } = tell([
      command.request({ requesterConfirms: false }),
      command.dispatch(),
      command.accept(),
      command.plain("Begin"),
      command.finish()
    ])
    const staff = { byId: "desk-1", role: "Staff" } as const
    expect(codeOf(state, command.confirm(staff))).toBe("WitnessMissing")
    const own = command.confirm({ ...staff, witnessId: requesterId })
    expect(codeOf(state, own)).toBe("NotIndependent")
    expect(codeOf(state, command.confirm({ ...staff, witnessId: "p-neighbour" }))).toBe("")
  })

  test("a mandated helper does not confirm a service of his own", () => {
    const crew = [{ personId: mandatedId, householdId: "" }]
    const { state } = tell([
      command.request(),
      command.dispatch({ providerId: mandatedId, crew }),
      command.accept({ byId: mandatedId }),
      command.plain("Begin", { byId: mandatedId }),
      command.finish({ byId: mandatedId, shares: [{ personId: mandatedId, minutes: 60 }] })
    ])
    const own = command.confirm({ byId: mandatedId, role: "Mandated" })
    expect(codeOf(state, own)).toBe("NotIndependent")
  })
})

describe("what a request asks", () => {
  const codes = (rest: Parameters<typeof command.request>[0]) =>
    codeOf(ServiceMove.none, command.request(rest))

  test("kind, mode and price fit together", () => {
    expect(codes({ kindId: "Gold" })).toBe("KindUnknown")
    expect(codes({ mode: "Centralised" })).toBe("ModeNotAllowed")
    expect(codes({ price: free.price })).toBe("PriceNeeded")
    expect(codes({ mode: "Free" })).toBe("PriceNotAllowed")
    expect(codes(free)).toBe("")
    const price = { unit: "points", amount: 0, basis: "Fixed" } as const
    expect(codes({ price })).toBe("PriceOutOfRange")
    expect(codes({ price: { ...price, amount: 1.5 } })).toBe("PriceOutOfRange")
    expect(codes({ price: { ...price, amount: 1 } })).toBe("")
    expect(codes({ mode: "AtHome", price: { ...free.price, amount: 4 } })).toBe("PriceOutOfRange")
  })

  test("minutes and window are possible", () => {
    const minutes = [0, 1, 240, 241, 60.5].map((plannedMinutes) => codes({ plannedMinutes }))
    expect(minutes).toEqual(["MinutesOutOfRange", "", "", "WindowTooShort", "MinutesOutOfRange"])
    expect(codes({ plannedMinutes: 481 })).toBe("MinutesOutOfRange")
    expect(codes({ window: { fromSec: 5, untilSec: 5 } })).toBe("WindowEmpty")
    expect(codes({ window: { fromSec: 0.5, untilSec: 5 } })).toBe("TimeNotWhole")
    expect(codes({ atSec: window.untilSec })).toBe("WindowPassed")
    expect(codes({ atSec: window.untilSec - 1 })).toBe("")
    const booked = { mode: "Booked" } as const
    expect(codes({ ...booked, atSec: window.fromSec - rules.noticeSec })).toBe("")
    expect(codes({ ...booked, atSec: window.fromSec - rules.noticeSec + 1 })).toBe("NoticeTooShort")
  })

  test("helpers with a mandate are others, and each named once", () => {
    expect(codes({ mandatedIds: [mandatedId, mandatedId] })).toBe("NamedTwice")
    expect(codes({ mandatedIds: [requesterId] })).toBe("NamedTwice")
  })

  test("somebody else asks only as a helper or as staff", () => {
    expect(codes({ byId: "p-other" })).toBe("NotEntitled")
    expect(codes({ byId: mandatedId, role: "Mandated" })).toBe("")
    expect(codes({ byId: "desk-1", role: "Staff" })).toBe("")
    expect(codes({ byId: " " })).toBe("ActorMissing")
  })
})

describe("giving", () => {
  test("a service begins within the grace time and before the window ends", () => {
    const state = stateAt("Accepted")
    const at = (atSec: number) => codeOf(state, command.plain("Begin", { atSec }))
    const from = window.fromSec - rules.graceSec
    expect([at(from - 1), at(from)]).toEqual(["OutsideWindow", ""])
    expect([at(window.untilSec - 1), at(window.untilSec)]).toEqual(["", "OutsideWindow"])
  })

  test("minutes are whole, of the crew, and not more than have passed", () => {
    const state = stateAt("InProgress")
    const finish = (shares: OrderCommand.Finish["shares"], atSec = window.fromSec + 3600) =>
      codeOf(state, command.finish({ shares, atSec }))
    const own = (minutes: number) => [{ personId: giverId, minutes }]
    expect(finish([])).toBe("ItemMissing")
    expect([0, 0.5, 60, 61].map((minutes) => finish(own(minutes)))).toEqual([
      "MinutesOutOfRange",
      "MinutesOutOfRange",
      "",
      "MinutesExceedTime"
    ])
    expect(finish(own(61), window.fromSec + 3601)).toBe("")
    expect(finish(own(480), window.fromSec + day)).toBe("")
    expect(finish(own(481), window.fromSec + day)).toBe("MinutesOutOfRange")
    expect(finish([...own(5), ...own(5)])).toBe("NamedTwice")
    expect(finish([{ personId: requesterId, minutes: 5 }])).toBe("NotInCrew")
  })

  test("a late cancellation is flagged once somebody had accepted", () => {
    const isLate = (status: "Requested" | "Accepted", atSec: number): boolean => {
      const { events } = tell([command.cancel({ atSec })], stateAt(status))
      const [event] = events
      return event?.kind === "OrderCancelled" && event.isLate
    }
    const border = window.fromSec - rules.noticeSec
    expect([isLate("Accepted", border), isLate("Accepted", border + 1)]).toEqual([false, true])
    expect(isLate("Requested", border + 1)).toBe(false)
  })

  test("without the provider the order is open again, without the requester it has failed", () => {
    const state = stateAt("Accepted")
    const early = window.fromSec + rules.graceSec - 1
    expect(codeOf(state, command.noShow({ atSec: early }))).toBe("NoShowTooEarly")
    const open = tell([command.noShow()], state).state
    expect([open.status, open.providerId]).toEqual(["Requested", ""])
    expect(ServiceOrder.restingIds(open, open.lastSec)).toEqual([giverId])
    const staff = { byId: "desk-1", role: "Staff", missing: "Requester" } as const
    expect(tell([command.noShow(staff)], state).state.status).toBe("Failed")
  })

  test("an order that is moved keeps the provider only by agreement, and not for ever", () => {
    const state = stateAt("Accepted")
    expect(tell([command.reschedule()], state).state.status).toBe("Accepted")
    const alone = tell([command.reschedule({ isAgreed: false })], state).state
    expect([alone.status, alone.providerId]).toEqual(["Requested", ""])
    const offered = tell([command.reschedule()], stateAt("Dispatched")).state
    expect([offered.status, offered.providerId]).toEqual(["Requested", ""])
    const provider = { byId: giverId, role: "Provider" } as const
    expect(codeOf(state, command.reschedule({ ...provider, isAgreed: false }))).toBe(
      "AgreementNeeded"
    )
    expect(codeOf(state, command.reschedule(provider))).toBe("")
    const to = (days: number) =>
      command.reschedule({
        window: { fromSec: window.fromSec + days * day, untilSec: window.untilSec + days * day }
      })
    expect(codeOf(state, to(0))).toBe("WindowUnchanged")
    expect(codeOf(tell([to(1), to(2), to(3)], state).state, to(4))).toBe("RescheduleLimitReached")
  })
})

describe("disputes", () => {
  test("a dispute before the confirmation is settled into a first credit", () => {
    const { state, events } = tell([command.dispute(), command.settle()], stateAt("Done"))
    expect([state.status, state.isCredited, state.minutes]).toEqual(["Confirmed", true, 60])
    expect(events[1]).toMatchObject({ wasConfirmed: false })
    expect(codeOf(state, command.confirm({ atSec: state.lastSec }))).toBe("MoveNotAllowed")
    expect(codeOf(state, command.rate({ atSec: state.lastSec }))).toBe("")
  })

  test("a dispute after the rating keeps the rating", () => {
    const shares = [{ personId: giverId, minutes: 30 }]
    const { state } = tell(
      [command.dispute(), command.settle({ outcome: "Corrected", shares })],
      stateAt("Rated")
    )
    expect([state.status, state.minutes, state.rating]).toEqual(["Rated", 30, 5])
    expect(ServiceOrder.priceDue(state)).toBe(30)
    expect(codeOf(state, command.rate({ atSec: state.lastSec }))).toBe("AlreadyRated")
  })

  test("an order that is voided after the confirmation is credited no longer", () => {
    const { state } = tell([command.settle({ outcome: "Voided" })], stateAt("Disputed"))
    expect([state.status, state.isCredited, state.minutes]).toEqual(["Voided", false, 0])
  })

  test("new minutes are stated for a correction and for nothing else", () => {
    const state = stateAt("Disputed")
    const shares = [{ personId: giverId, minutes: 30 }]
    expect(codeOf(state, command.settle({ outcome: "Corrected" }))).toBe("ItemMissing")
    expect(codeOf(state, command.settle({ shares }))).toBe("SharesNotExpected")
    expect(codeOf(state, command.settle({ outcome: "Voided", shares }))).toBe("SharesNotExpected")
    const other = [{ personId: requesterId, minutes: 30 }]
    expect(codeOf(state, command.settle({ outcome: "Corrected", shares: other }))).toBe("NotInCrew")
    expect(codeOf(state, command.settle({ reason: "" }))).toBe("ItemMissing")
  })

  test("an order is disputed as often as the rules allow", () => {
    const twice = [command.dispute(), command.settle(), command.dispute(), command.settle()]
    const commands = twice.map((one, index) => ({ ...one, atSec: 3 * day + index }))
    const { state } = tell(commands, stateAt("Confirmed"))
    expect(codeOf(state, command.dispute({ atSec: state.lastSec }))).toBe("DisputeLimitReached")
  })
})

describe("rejections", () => {
  test("every code has words in both languages and none repeats a hidden note", () => {
    for (const code of OrderRejection.codes) {
      const label = OrderRejection.describe(OrderRejection.make(code, "Rate", "Requested", "Staff"))
      expect(label.en).not.toMatch(/[{}]/)
      expect(label.zh).not.toMatch(/[{}]/)
      expect(label.zh).toMatch(/[\u4e00-\u9fff]/)
    }
    expect(new Set(OrderRejection.codes).size).toBe(OrderRejection.codes.length)
  })

  test("instants are told as dates, roles in the language of the reader", () => {
    const early = OrderDecider.decide(rules, stateAt("Accepted"), command.noShow({ atSec: 1800 }))
    if (early.ok) throw new Error("expected a refusal")
    expect(OrderRejection.describe(early.rejection).en).toContain("1970-01-03T00:30:00Z")
    const not = OrderRejection.make("NotEntitled", "Rate", "Provider", "Requester")
    expect(OrderRejection.describe(not).zh).toBe("服务人员无权“评单”;限:点单人。")
  })

  test("the frame comes first, then what is missing, then who may, then the rest", () => {
    const state = stateAt("Done")
    const bad = command.confirm({ byId: "p-other", confirmationId: "", minutes: 1 })
    expect(codeOf(state, { ...bad, byId: "", atSec: 0.5 })).toBe("ActorMissing")
    expect(codeOf(state, { ...bad, atSec: 0.5 })).toBe("TimeNotWhole")
    expect(codeOf(state, { ...bad, atSec: 0, orderId: Id.make("order-2") })).toBe("WrongRecord")
    expect(codeOf(state, { ...bad, atSec: 0 })).toBe("TimeWentBack")
    expect(codeOf(stateAt("Accepted"), { ...bad })).toBe("MoveNotAllowed")
    expect(codeOf(state, bad)).toBe("ItemMissing")
    expect(codeOf(state, { ...bad, confirmationId: "c" })).toBe("NotEntitled")
    expect(codeOf(state, { ...bad, confirmationId: "c", byId: requesterId })).toBe("MinutesDiffer")
    expect(codeOf(state, command.request())).toBe("AlreadyOpened")
  })

  test("the note stays hidden in the state and in the event", () => {
    const { state, events } = tell(ways.Rated)
    expect(JSON.stringify({ state, events })).not.toContain("third floor")
    expect(state.note).toBe(note)
    expect(state.orderId).toBe(orderId)
  })
})
