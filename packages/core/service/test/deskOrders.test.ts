/** What service desks get wrong about orders, wishes and posts. */
import { Id } from "@wangge/facts"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  MicroWish,
  MicroWishDecider,
  MicroWishRules,
  OrderDecider,
  OrderFacts,
  ServiceMove,
  ServiceOrder,
  ServicePost,
  ServicePostDecider,
  ServicePostRules
} from "../src/index.ts"
import { day, machine, post, wish, wisherId } from "./aDesk.ts"
import {
  codeOf,
  command,
  giverId,
  mandatedId,
  stateAt,
  rules as stateRules,
  tell,
  ways,
  window
} from "./anOrder.ts"
import { tree } from "./aTree.ts"
import { person } from "./aVolunteer.ts"

const wishRules = MicroWishRules.compile(MicroWishRules.base, { tree })
const wishes = machine(
  ServiceMove.none,
  (state: MicroWish.State, one: Parameters<typeof MicroWishDecider.decide>[2]) =>
    MicroWishDecider.decide(wishRules, state, one),
  MicroWish.evolve
)
const postRules = ServicePostRules.compile(ServicePostRules.base)
const posts = machine(
  ServiceMove.none,
  (state: ServicePost.State, one: Parameters<typeof ServicePostDecider.decide>[2]) =>
    ServicePostDecider.decide(postRules, state, one),
  ServicePost.evolve
)

describe("orders", () => {
  const done = stateAt("Done")
  const confirmed = stateAt("Confirmed")

  test("every command told twice changes nothing the second time, whatever it was", () => {
    for (const [status, way] of Object.entries(ways)) {
      const last = way.at(-1)!
      const { state } = tell(way)
      expect([status, codeOf(state, last)]).not.toEqual([status, ""])
    }
  })

  test("a confirmation from a second device is answered as the first, also with an older clock", () => {
    const second = command.confirm({ confirmationId: "phone-2", atSec: confirmed.lastSec - 60 })
    const decision = OrderDecider.decide(stateRules, confirmed, second)
    expect(decision).toEqual({ ok: true, isRepeat: true, event: confirmed.confirmed })
    expect(codeOf(confirmed, command.confirm({ byId: mandatedId, role: "Mandated" }))).toBe(
      "repeat"
    )
  })

  test("a repeated confirmation of other minutes is no repeat", () => {
    expect(codeOf(confirmed, command.confirm({ minutes: 61 }))).toBe("MinutesDiffer")
    expect(codeOf(confirmed, command.confirm({ byId: giverId, role: "Provider" }))).toBe(
      "MoveNotAllowed"
    )
  })

  test("applying the answer to a repeat a second time breaks loudly", () => {
    if (confirmed.confirmed === "None") throw new Error("not confirmed")
    const event = confirmed.confirmed
    expect(() => ServiceOrder.evolve(confirmed, event)).toThrow("does not follow")
  })

  test("nobody but the requester or who has the mandate confirms", () => {
    for (const role of ["Requester", "Mandated", "Provider", "Staff"] as const) {
      for (const byId of ["p-stranger", giverId]) {
        expect([role, codeOf(done, command.confirm({ byId, role, witnessId: "w" }))]).toEqual([
          role,
          "NotEntitled"
        ])
      }
    }
    expect(codeOf(done, command.confirm({ byId: mandatedId, role: "Mandated" }))).toBe("")
  })

  test("a mandated helper who gave the service does not confirm it", () => {
    const crew = [{ personId: mandatedId, householdId: "h-niece" }]
    const given = [
      command.request(),
      command.dispatch({ providerId: mandatedId, crew }),
      command.accept({ byId: mandatedId }),
      command.plain("Begin", { byId: mandatedId }),
      command.finish({ byId: mandatedId, shares: [{ personId: mandatedId, minutes: 60 }] })
    ]
    const own = command.confirm({ byId: mandatedId, role: "Mandated" })
    expect(codeOf(tell(given).state, own)).toBe("NotIndependent")
  })

  test("a witness is somebody else, blanks around the id or not", () => {
    const needed = [command.request({ requesterConfirms: false }), ...ways.Done.slice(1)]
    const { state } = tell(needed)
    const by = (witnessId: string) =>
      codeOf(state, command.confirm({ byId: "desk-9", role: "Staff", witnessId }))
    expect(["", "  ", "desk-9", " desk-9 ", giverId, ` ${giverId}`, "w-1"].map(by)).toEqual([
      "WitnessMissing",
      "WitnessMissing",
      ...new Array(4).fill("NotIndependent"),
      ""
    ])
  })

  test("minutes are confirmed as stated, to the minute", () => {
    const codes = [59, 60, 61, Number.NaN].map((minutes) =>
      codeOf(done, command.confirm({ minutes }))
    )
    expect(codes).toEqual(["MinutesDiffer", "", "MinutesDiffer", "MinutesDiffer"])
  })

  test("one rating, in its last second, and not one second later", () => {
    expect(codeOf(stateAt("Rated"), command.rate({ rating: 1 }))).toBe("AlreadyRated")
    const at = (atSec: number) => codeOf(confirmed, command.rate({ atSec }))
    const { rateDueSec } = confirmed
    expect([rateDueSec, rateDueSec + 1].map(at)).toEqual(["", "RatingTooLate"])
  })

  test("a rating survives a dispute and is not given again after it", () => {
    const { state } = tell([...ways.Rated, command.dispute(), command.settle()])
    expect([state.status, state.rating]).toEqual(["Rated", 5])
    expect(codeOf(state, command.rate({ atSec: state.lastSec }))).toBe("AlreadyRated")
  })

  test("whoever disputes, confirmed, witnessed or has the mandate does not settle", () => {
    const byStaff = command.dispute({ byId: "desk-2", role: "Staff" })
    const { state } = tell([...ways.Confirmed, byStaff])
    expect(codeOf(state, command.settle({ byId: "desk-2" }))).toBe("NotIndependent")
    expect(codeOf(state, command.settle({ byId: mandatedId }))).toBe("NotIndependent")
    expect(codeOf(state, command.settle({ byId: "desk-3" }))).toBe("")
  })

  test("a dispute in its last second stands, one second later it is too late", () => {
    const { disputeDueSec } = confirmed
    const at = (atSec: number) => codeOf(confirmed, command.dispute({ atSec }))
    expect([disputeDueSec, disputeDueSec + 1].map(at)).toEqual(["", "DisputeTooLate"])
  })

  test("an offer is answered in its due second, and gone in the next", () => {
    const offered = stateAt("Dispatched")
    const at = (atSec: number) => codeOf(offered, command.accept({ atSec }))
    const { offerDueSec } = offered
    expect([offerDueSec, offerDueSec + 1].map(at)).toEqual(["", "MoveNotAllowed"])
  })

  test("two providers: the second cannot accept what was offered to the first", () => {
    const other = command.accept({ byId: "p-other" })
    expect(codeOf(stateAt("Dispatched"), other)).toBe("NotEntitled")
    expect(codeOf(stateAt("Accepted"), other)).toBe("MoveNotAllowed")
  })

  test("an order is not opened again under its id, and no command of another order passes", () => {
    const fresh = { orderId: Id.make<"Order">("order-2") }
    expect(codeOf(done, command.request({ atSec: done.lastSec }))).toBe("AlreadyOpened")
    expect(codeOf(done, command.confirm(fresh))).toBe("WrongRecord")
    expect(codeOf(confirmed, command.confirm(fresh))).toBe("WrongRecord")
  })

  test("nobody serves himself, his household, or longer than he was there", () => {
    const asked = stateAt("Requested")
    const crew = [{ personId: person("p-ask"), householdId: "h-other" }]
    expect(codeOf(asked, command.dispatch({ providerId: "p-ask", crew }))).toBe("SelfService")
    const family = [{ personId: giverId, householdId: "h-ask" }]
    expect(codeOf(asked, command.dispatch({ crew: family }))).toBe("SameHousehold")
    const short = command.finish({ atSec: window.fromSec + 59 * 60 })
    expect(codeOf(stateAt("InProgress"), short)).toBe("MinutesExceedTime")
    const begun = command.finish({ atSec: window.fromSec + 59 * 60 + 1 })
    expect(codeOf(stateAt("InProgress"), begun)).toBe("")
  })

  test("a service begins before the end of its window, not at it", () => {
    const at = (atSec: number) => codeOf(stateAt("Accepted"), command.plain("Begin", { atSec }))
    expect([window.untilSec - 1, window.untilSec].map(at)).toEqual(["", "OutsideWindow"])
  })

  test("every fact of an order has an id of its own", () => {
    for (const way of Object.values(ways)) {
      const facts = way.flatMap((_, index) => {
        const before = index === 0 ? ({ status: "None" } as const) : tell(way.slice(0, index)).state
        return tell(way.slice(index, index + 1), before).events.flatMap((event) =>
          OrderFacts.of(before, event)
        )
      })
      const ids = facts.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  test("no refusal and no record of an order shows the note", () => {
    for (const status of ["Requested", "Done", "Voided"] as const) {
      const { state, events } = tell(ways[status])
      const refused = OrderDecider.decide(stateRules, state, command.request({ atSec: 0.5 }))
      const text = JSON.stringify([state, events, refused, command.request()])
      expect([status, text.includes("third floor")]).toEqual([status, false])
      expect(`${state.note}`).not.toContain("third floor")
    }
  })
})

describe("wishes", () => {
  const claimed = [wish.post(), wish.claim("p-a", 100)]
  const claimDueSec = wishes.record(claimed).claimDueSec

  test("of two who claim in the same second one has the wish, the other learns no name", () => {
    const decision = MicroWishDecider.decide(
      wishRules,
      wishes.record(claimed),
      wish.claim("p-b", 100)
    )
    expect(decision.ok ? "" : decision.rejection.code).toBe("AlreadyClaimed")
    expect(JSON.stringify(decision)).not.toContain("p-a")
  })

  test("a claim told twice is one claim", () => {
    expect(wishes.outcome(claimed, wish.claim("p-a", 100))).toBe("AlreadyClaimed")
  })

  test("a claim is fulfilled in its due second; in the next the wish is open to others", () => {
    const at = (atSec: number) =>
      wishes.outcome(claimed, wish.step("Fulfil", "p-a", "Claimer", atSec))
    expect([claimDueSec, claimDueSec + 1].map(at)).toEqual(["WishFulfilled", "MoveNotAllowed"])
    const other = (atSec: number) => wishes.outcome(claimed, wish.claim("p-b", atSec))
    expect([claimDueSec, claimDueSec + 1].map(other)).toEqual(["AlreadyClaimed", "WishClaimed"])
    expect(wishes.outcome(claimed, wish.claim("p-a", claimDueSec + 1))).toBe("ClaimLapsedBefore")
  })

  test("an expired wish is not claimed, not even in the second in which it expires", () => {
    const at = (atSec: number) => wishes.outcome([wish.post()], wish.claim("p-a", atSec))
    expect([20 * day - 1, 20 * day].map(at)).toEqual(["WishClaimed", "MoveNotAllowed"])
  })

  test("nobody claims his own wish, also where staff posted it", () => {
    const byStaff = wish.post({ byId: "desk-1", role: "Staff" })
    expect(wishes.outcome([byStaff], wish.claim(wisherId, 5))).toBe("OwnWish")
    expect(wishes.outcome([], byStaff)).toBe("WishPosted")
    expect(wishes.outcome([], wish.post({ byId: "desk-1" }))).toBe("NotEntitled")
  })

  test("the claimer does not confirm, and staff only when the wisher had the time", () => {
    const fulfilled = [...claimed, wish.step("Fulfil", "p-a", "Claimer", 200)]
    const by = (byId: string, role: "Wisher" | "Staff" | "Claimer", atSec: number) =>
      wishes.outcome(fulfilled, wish.step("Confirm", byId, role, atSec))
    expect([by("p-a", "Claimer", 300), by("p-a", "Staff", 9 * day)]).toEqual([
      "NotEntitled",
      "NotEntitled"
    ])
    expect(by(wisherId, "Staff", 9 * day)).toBe("NotEntitled")
    const { staffConfirmSec } = wishes.record(fulfilled)
    expect(by("desk-1", "Staff", staffConfirmSec - 1)).toBe("ConfirmTooEarly")
    expect(by("desk-1", "Staff", staffConfirmSec)).toBe("WishConfirmed")
  })

  test("the alias hides the wisher, in any case and spelling of blanks", () => {
    const aliases = [wisherId, wisherId.toUpperCase(), ` ${wisherId} `, `I am ${wisherId}!`]
    const codes = aliases.map((alias) => wishes.outcome([], wish.post({ alias })))
    expect(codes).toEqual(new Array(4).fill("AliasNotAlias"))
    expect(wishes.outcome([], wish.post({ alias: "  " }))).toBe("WishPosted")
  })

  test("no public text names those concerned by their ids", () => {
    const of = (text: string) => wishes.outcome([], wish.post({ text }))
    expect(of(`ask ${wisherId}.`)).toBe("PersonalData")
    expect(of(`请找${wisherId.toUpperCase()}`)).toBe("PersonalData")
    const short = { wisherId: person("li"), byId: "li" }
    expect(wishes.outcome([], wish.post({ ...short, text: "a ticket for the library" }))).toBe(
      "WishPosted"
    )
    const toThank = [
      ...claimed,
      wish.step("Fulfil", "p-a", "Claimer", 200),
      wish.step("Confirm", wisherId, "Wisher", 300)
    ]
    expect(wishes.outcome(toThank, wish.thank("thank you p-a", 400))).toBe("PersonalData")
    expect(wishes.outcome(toThank, wish.thank("thank you", 400))).toBe("WishThanked")
    expect(wishes.outcome([...toThank, wish.thank("x", 400)], wish.thank("y", 401))).toBe(
      "MoveNotAllowed"
    )
  })

  test("neither the record nor the card shows who is behind a wish", () => {
    const state = wishes.record(claimed)
    const text = JSON.stringify([state, MicroWish.card(state, 150)])
    expect(text).not.toContain(wisherId)
    expect(JSON.stringify(MicroWish.card(state, 150))).not.toContain("p-a")
  })
})

describe("posts", () => {
  const open = [post.open(2), ...["a", "b", "c", "d", "e"].map((id, at) => post.claim(id, at + 1))]
  const standing = (state: ServicePost.ServicePost, atSec: number) =>
    ["a", "b", "c", "d", "e"].map((id) => {
      const { how, rank } = ServicePost.positionOf(state, id, atSec)
      return `${how}${rank === 0 ? "" : rank}`
    })

  test("more seats go to those who wait, in their order; fewer push back who came last", () => {
    const more = posts.record([...open, post.resize(3, 10)])
    expect(standing(more, 10)).toEqual(["Seat", "Seat", "Offered", "Waiting1", "Waiting2"])
    const fewer = posts.record([...open, post.resize(1, 10)])
    expect(standing(fewer, 10)).toEqual(["Seat", "Waiting1", "Waiting2", "Waiting3", "Waiting4"])
    const back = posts.record([...open, post.resize(1, 10), post.resize(2, 11)])
    expect(standing(back, 11)).toEqual(["Seat", "Offered", "Waiting1", "Waiting2", "Waiting3"])
  })

  test("an offer that is pushed back keeps its place before those who waited behind it", () => {
    const state = posts.record([...open, post.resize(3, 10), post.resize(2, 11)])
    expect(standing(state, 11)).toEqual(["Seat", "Seat", "Waiting1", "Waiting2", "Waiting3"])
  })

  test("who comes while others wait does not overtake them", () => {
    const state = posts.record([...open, post.step("LeavePost", "a", 10), post.claim("f", 10)])
    expect(ServicePost.positionOf(state, "f", 10)).toEqual({ how: "Waiting", rank: 3 })
    expect(ServicePost.positionOf(state, "c", 10).how).toBe("Offered")
    expect(posts.outcome(open, post.claim("a", 10))).toBe("AlreadyThere")
    expect(posts.outcome(open, post.step("AcceptSeat", "e", 10))).toBe("NoSeatOffered")
  })

  test("whatever happens: nobody twice, no seat too many, none free while somebody waits", () => {
    const steps = fc.array(
      fc.record({
        what: fc.constantFrom("claim", "leave", "accept", "decline", "resize"),
        who: fc.constantFrom("a", "b", "c", "d", "e"),
        seats: fc.integer({ min: 1, max: 4 }),
        wait: fc.integer({ min: 0, max: postRules.answerSec })
      }),
      { maxLength: 25 }
    )
    fc.assert(
      fc.property(steps, (given) => {
        let state = posts.record([post.open(2)])
        let atSec = 0
        for (const { what, who, seats, wait } of given) {
          atSec += wait
          const one =
            what === "claim"
              ? post.claim(who, atSec)
              : what === "resize"
                ? post.resize(seats, atSec)
                : post.step(stepOf[what as keyof typeof stepOf], who, atSec)
          const decision = ServicePostDecider.decide(postRules, state, one)
          if (decision.ok) state = ServicePost.evolve(state, decision.event)
          const now = ServicePost.at(state, atSec)
          const all = [...now.holders, ...now.offers, ...now.waiting].map((at) => at.personId)
          expect(new Set(all).size).toBe(all.length)
          expect(now.holders.length + now.offers.length).toBeLessThanOrEqual(now.seatCount)
          if (now.waiting.length > 0) {
            expect(now.holders.length + now.offers.length).toBe(now.seatCount)
          }
        }
      }),
      { numRuns: 100 }
    )
  })
})

const stepOf = { leave: "LeavePost", accept: "AcceptSeat", decline: "DeclineSeat" } as const
