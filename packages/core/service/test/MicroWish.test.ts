import { inspect } from "node:util"
import { Id, Provenance } from "@wangge/facts"
import { LegalBasis, Sensitive } from "@wangge/privacy"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  MicroWish,
  MicroWishCommand,
  MicroWishDecider,
  type MicroWishEvent,
  MicroWishRejection,
  MicroWishRules,
  ServiceFacts,
  ServiceMove
} from "../src/index.ts"
import { tree } from "./aTree.ts"

const rules = MicroWishRules.compile(MicroWishRules.base, { tree })
const day = 86_400
const wishId = Id.make<"Wish">("wish-1")
const wisherId = Id.make<"Person">("zqx-wisher-jqz")

type Command = MicroWishCommand.MicroWishCommand
type Of<Action extends Command["action"]> = Extract<Command, { readonly action: Action }>

const head = (byId: string, role: MicroWishCommand.Role, atSec: number, reason = "") => ({
  wishId,
  byId,
  role,
  atSec,
  reason
})

const post = (rest: Partial<Of<"Post">> = {}): Of<"Post"> => ({
  ...head(wisherId, "Wisher", 0),
  action: "Post",
  wisherId,
  alias: "Sparrow",
  wishKind: "Books",
  gridId: Id.make("east"),
  text: "a dictionary for the fifth form",
  untilSec: 20 * day,
  ...rest
})

const claim = (byId = "p-a", atSec = 100, openClaimCount = 0): Of<"Claim"> => ({
  ...head(byId, "Claimer", atSec),
  action: "Claim",
  openClaimCount
})

const step = (
  action: MicroWishCommand.PlainStep["action"],
  byId: string,
  role: MicroWishCommand.Role,
  atSec: number
): MicroWishCommand.PlainStep => ({ ...head(byId, role, atSec, "because"), action })

const fulfil = (atSec = 200) => step("Fulfil", "p-a", "Claimer", atSec)
const confirm = (atSec = 300) => step("Confirm", wisherId, "Wisher", atSec)
const thank = (text = "thank you", atSec = 400): Of<"Thank"> => ({
  ...head(wisherId, "Wisher", atSec),
  action: "Thank",
  text
})
const renew = (untilSec: number, atSec: number): Of<"Renew"> => ({
  ...head(wisherId, "Wisher", atSec),
  action: "Renew",
  untilSec
})

const tell = (commands: ReadonlyArray<Command>, from: MicroWish.State = ServiceMove.none) => {
  let state = from
  const events: Array<MicroWishEvent.MicroWishEvent> = []
  for (const one of commands) {
    const decision = MicroWishDecider.decide(rules, state, one)
    if (!decision.ok) throw new Error(`${one.action}: ${JSON.stringify(decision.rejection)}`)
    state = MicroWish.evolve(state, decision.event)
    events.push(decision.event)
  }
  if (state.status === "None") throw new Error("nothing was told")
  return { state, events }
}

const codeOf = (state: MicroWish.State, one: Command): string => {
  const decision = MicroWishDecider.decide(rules, state, one)
  return decision.ok ? "" : decision.rejection.code
}

const ways: Readonly<Record<MicroWish.Status, ReadonlyArray<Command>>> = {
  Open: [post()],
  Claimed: [post(), claim()],
  Fulfilled: [post(), claim(), fulfil()],
  Confirmed: [post(), claim(), fulfil(), confirm()],
  Thanked: [post(), claim(), fulfil(), confirm(), thank()],
  Withdrawn: [post(), step("Withdraw", wisherId, "Wisher", 50)],
  Removed: [post(), step("Remove", "desk-1", "Staff", 50)]
}

describe("status by command", () => {
  const sample: Readonly<Record<MicroWishCommand.Action, (atSec: number) => Command>> = {
    Post: (atSec) => post({ atSec }),
    Claim: (atSec) => claim("p-b", atSec),
    GiveBack: (atSec) => step("GiveBack", "p-a", "Claimer", atSec),
    Fulfil: fulfil,
    Confirm: confirm,
    Refuse: (atSec) => step("Refuse", wisherId, "Wisher", atSec),
    Thank: (atSec) => thank("", atSec),
    Renew: (atSec) => renew(atSec + day, atSec),
    Withdraw: (atSec) => step("Withdraw", wisherId, "Wisher", atSec),
    Remove: (atSec) => step("Remove", "desk-1", "Staff", atSec)
  }
  const expectTable = (state: MicroWish.MicroWish, atSec: number): void => {
    const standing = MicroWish.standingAt(state, atSec)
    for (const action of MicroWishCommand.actions) {
      const code = codeOf(state, sample[action](atSec))
      const isAllowed = MicroWish.allowed[standing].includes(action)
      const barred = ["MoveNotAllowed", "AlreadyOpened", "AlreadyClaimed"].includes(code)
      expect([standing, action, isAllowed ? code === "" : barred]).toEqual([standing, action, true])
    }
  }

  for (const status of MicroWish.statuses) {
    test(`${status} allows exactly what its list says`, () => {
      const { state } = tell(ways[status])
      expect(MicroWish.standingAt(state, state.lastSec)).toBe(status)
      expectTable(state, state.lastSec)
    })
  }

  test("Expired allows exactly what its list says", () => {
    const { state } = tell([post()])
    expect(MicroWish.standingAt(state, 20 * day)).toBe("Expired")
    expectTable(state, 20 * day)
  })

  test("only a posting opens a wish", () => {
    for (const action of MicroWishCommand.actions) {
      const expected = action === "Post" ? "" : "NotOpened"
      expect(codeOf(ServiceMove.none, sample[action](0))).toBe(expected)
    }
  })
})

describe("claims", () => {
  test("row 38: of two who claim at once one wins; an unfulfilled claim returns to open after its time", () => {
    const { state } = tell([post(), claim("p-a", 100)])
    const second = MicroWishDecider.decide(rules, state, claim("p-b", 100))
    if (second.ok) throw new Error("expected a refusal")
    expect(second.rejection.code).toBe("AlreadyClaimed")
    expect(JSON.stringify(second.rejection)).not.toContain("p-a")
    const due = 100 + rules.claimSec
    expect(state.claimDueSec).toBe(due)
    const standings = [due - 1, due, due + 1].map((atSec) => MicroWish.standingAt(state, atSec))
    expect(standings).toEqual(["Claimed", "Claimed", "Open"])
    expect(codeOf(state, fulfil(due))).toBe("")
    expect(codeOf(state, fulfil(due + 1))).toBe("MoveNotAllowed")
    expect(codeOf(state, claim("p-b", due + 1))).toBe("")
  })

  test("who let a claim run out leaves the wish to others, before and after it is recorded", () => {
    const { state } = tell([post(), claim("p-a", 100)])
    const atSec = state.claimDueSec + 1
    expect(codeOf(state, claim("p-a", atSec))).toBe("ClaimLapsedBefore")
    const next = tell([claim("p-b", atSec), step("GiveBack", "p-b", "Claimer", atSec)], state).state
    expect(codeOf(next, claim("p-a", atSec))).toBe("ClaimLapsedBefore")
    expect(codeOf(next, claim("p-b", atSec))).toBe("")
  })

  test("nobody claims his own wish or more than the rules allow", () => {
    const { state } = tell([post()])
    expect(codeOf(state, claim(wisherId))).toBe("OwnWish")
    expect([2, 3].map((count) => codeOf(state, claim("p-a", 100, count)))).toEqual([
      "",
      "ClaimLimitReached"
    ])
    expect(codeOf(state, claim("p-a", 100, Number.NaN))).toBe("ClaimLimitReached")
    const claimed = tell([claim()], state).state
    expect(MicroWish.openClaimCount([claimed], "p-a", 100)).toBe(1)
    expect(MicroWish.openClaimCount([claimed], "p-a", claimed.claimDueSec + 1)).toBe(0)
    expect(MicroWish.openClaimCount([tell([fulfil()], claimed).state], "p-a", 200)).toBe(0)
  })

  test("a running claim outlives the wish, and the wish expires with it", () => {
    const { state } = tell([post(), claim("p-a", 20 * day - 1)])
    expect(MicroWish.standingAt(state, state.claimDueSec)).toBe("Claimed")
    expect(MicroWish.standingAt(state, state.claimDueSec + 1)).toBe("Expired")
  })

  test("a refused fulfilment is open again", () => {
    const { state } = tell([...ways.Fulfilled, step("Refuse", wisherId, "Wisher", 300)])
    expect([state.status, state.claimerId]).toEqual(["Open", ""])
  })

  test("staff confirm only after the wisher's time", () => {
    const { state } = tell(ways.Fulfilled)
    const at = (atSec: number) => codeOf(state, step("Confirm", "desk-1", "Staff", atSec))
    const due = 200 + rules.confirmSec
    expect([at(due - 1), at(due)]).toEqual(["ConfirmTooEarly", ""])
    expect(codeOf(state, step("Confirm", "p-a", "Staff", due))).toBe("NotEntitled")
    expect(codeOf(state, step("Confirm", "p-a", "Claimer", due))).toBe("NotEntitled")
  })
})

describe("what may be posted", () => {
  const codes = (rest: Partial<Of<"Post">>) => codeOf(ServiceMove.none, post(rest))

  test("there is no kind of wish for money", () => {
    // @ts-expect-error money is no kind of wish
    const money: MicroWishRules.Kind = "Money"
    expect(codes({ wishKind: money })).toBe("KindNotUsed")
  })

  test("a place is a grid or coarser", () => {
    const at = (gridId: string) => codes({ gridId: Id.make(gridId) })
    expect(["town", "east", "east-1", "house-1", "nowhere"].map(at)).toEqual([
      "",
      "",
      "",
      "PlaceTooFine",
      "PlaceUnknown"
    ])
    const placeRoles = ["building"] as const
    const compile = () => MicroWishRules.compile({ ...MicroWishRules.base, placeRoles }, { tree })
    expect(compile).toThrow(RangeError)
  })

  test("a text with numbers that point at a person is reported and not repeated", () => {
    const texts = { text: "call 13800000000 or li@example.org" }
    const decision = MicroWishDecider.decide(rules, ServiceMove.none, post(texts))
    if (decision.ok) throw new Error("expected a refusal")
    expect(decision.rejection).toEqual({
      code: "PersonalData",
      subject: "text",
      found: "Mobile, Email",
      expected: ""
    })
    expect(codes({ alias: "13800000000" })).toBe("PersonalData")
    expect(codes({ alias: `x${wisherId}` })).toBe("AliasNotAlias")
    expect(codeOf(tell(ways.Confirmed).state, thank("my number: 13800000000"))).toBe("PersonalData")
  })

  test("texts are short and not empty", () => {
    expect(codes({ text: " " })).toBe("ItemMissing")
    expect([200, 201].map((length) => codes({ text: "愿".repeat(length) }))).toEqual([
      "",
      "TextTooLong"
    ])
    expect([20, 21].map((length) => codes({ alias: "雀".repeat(length) }))).toEqual([
      "",
      "TextTooLong"
    ])
  })

  test("a wish ends within the time of the rules", () => {
    const border = rules.wishSec
    expect([0, 1, border, border + 1].map((untilSec) => codes({ untilSec }))).toEqual([
      "UntilOutOfRange",
      "",
      "",
      "UntilOutOfRange"
    ])
    expect(codes({ untilSec: 0.5 })).toBe("TimeNotWhole")
  })

  test("staff post for somebody, nobody else does", () => {
    expect(codes({ byId: "desk-1", role: "Staff" })).toBe("")
    expect(codes({ byId: "p-other" })).toBe("NotEntitled")
    expect(codes({ role: "Staff" })).toBe("NotEntitled")
  })

  test("an expired wish is renewed by its wisher", () => {
    const { state } = tell([post(), renew(25 * day, 20 * day)])
    expect(MicroWish.standingAt(state, 20 * day)).toBe("Open")
    expect(codeOf(tell([post()]).state, { ...renew(25 * day, 20 * day), byId: "p-a" })).toBe(
      "NotEntitled"
    )
  })
})

describe("who is behind a wish", () => {
  test("record, card, words and facts never show the wisher", () => {
    const { state, events } = tell(ways.Thanked)
    const card = MicroWish.card(state, state.lastSec)
    const facts = events.flatMap((event, index) => {
      const before = events
        .slice(0, index)
        .reduce<MicroWish.State>(MicroWish.evolve, ServiceMove.none)
      return ServiceFacts.ofWish(before, event)
    })
    for (const shown of [state, card, facts]) {
      expect(JSON.stringify(shown)).not.toContain("zqx")
      expect(inspect(shown, { depth: 9 })).not.toContain("zqx")
    }
    expect(JSON.stringify(card)).not.toContain("p-a")
    expect(facts.map(({ kind, subjectId }) => `${kind} ${subjectId}`)).toEqual([
      "wishPosted wish-1",
      "wishClaimed p-a",
      "wishFulfilled p-a"
    ])
  })

  test("the wisher is revealed for handling on a basis, and for nothing else", () => {
    const { state } = tell(ways.Open)
    const basis = LegalBasis.duty("a law")
    expect(Sensitive.reveal(state.wisher, { purpose: "Handling", basis }).ok).toBe(true)
    expect(Sensitive.reveal(state.wisher, { purpose: "Publication", basis }).ok).toBe(false)
  })

  test("an empty alias is a neighbour", () => {
    const card = MicroWish.card(tell([post({ alias: " " })]).state, 0)
    expect(card === "None" ? "" : card.alias.zh).toBe("一位邻居")
  })

  test("what was taken down or withdrawn has no card", () => {
    for (const status of ["Withdrawn", "Removed"] as const) {
      expect(MicroWish.card(tell(ways[status]).state, 60)).toBe("None")
    }
  })

  test("every code has words in both languages", () => {
    for (const code of MicroWishRejection.codes) {
      const label = MicroWishRejection.describe(MicroWishRejection.make(code, "text", "Mobile", 1))
      expect(`${label.en}${label.zh}`).not.toMatch(/[{}]/)
      expect(label.zh).toMatch(/[\u4e00-\u9fff]/)
    }
  })

  test("rules name a law and whole numbers", () => {
    const { base } = MicroWishRules
    const without = { ...base, basis: LegalBasis.duty(" ") }
    expect(() => MicroWishRules.compile(without, { tree })).toThrow(RangeError)
    const claimSec = Provenance.assumed({ value: 0, unit: "s", reason: "a test" })
    const numbers = { ...base.numbers, claimSec }
    expect(() => MicroWishRules.compile({ ...base, numbers }, { tree })).toThrow(RangeError)
  })
})

describe("random wishes", () => {
  const people = ["p-a", "p-b", wisherId, "desk-1"]

  const held: ReadonlyArray<string> = ["Claimed", "Fulfilled", "Confirmed", "Thanked"]

  test("are held by one at a time, never lost, and stand as their log says", () => {
    const reached = new Set<string>()
    const stepOf = fc.record({
      action: fc.noBias(fc.nat(99)),
      who: fc.noBias(fc.nat(9)),
      leapSec: fc.oneof(fc.nat(day), fc.constantFrom(0, -1, 8 * day))
    })
    fc.assert(
      fc.property(fc.array(stepOf, { minLength: 1, maxLength: 40, size: "max" }), (steps) => {
        let { state } = tell([post({ untilSec: 29 * day })])
        const events: Array<MicroWishEvent.MicroWishEvent> = [
          ...tell([post({ untilSec: 29 * day })]).events
        ]
        let atSec = 0
        for (const { action, who, leapSec } of steps) {
          const at = atSec + leapSec
          const standing = MicroWish.standingAt(state, at)
          const fitting = MicroWish.allowed[standing]
          const pool = who < 2 || fitting.length === 0 ? MicroWishCommand.actions : fitting
          const name = pool[action % pool.length]!
          const roles = MicroWishCommand.whoMay[name]
          const role = roles[action % roles.length]!
          const own = {
            Wisher: wisherId,
            Claimer: state.claimerId || people[action % 2]!,
            Staff: "desk-1"
          }
          const byId = who === 5 ? people[action % 4]! : own[role]
          const one: Command =
            name === "Claim"
              ? claim(byId, at)
              : name === "Thank"
                ? { ...thank("", at), byId }
                : name === "Renew"
                  ? { ...renew(at + 9 * day, at), byId, role }
                  : name === "Post"
                    ? post({ atSec: at })
                    : step(name, byId, role, at)
          const decision = MicroWishDecider.decide(rules, state, one)
          if (!decision.ok) continue
          if (decision.event.kind === "WishClaimed") expect(standing).toBe("Open")
          state = MicroWish.evolve(state, decision.event)
          events.push(decision.event)
          atSec = at
          reached.add(state.status)
          if (state.status === "Open") expect(state.claimerId).toBe("")
          if (held.includes(state.status)) expect(state.claimerId).not.toBe("")
          expect(codeOf(state, one)).not.toBe("")
        }
        const kinds = events.map(({ kind }) => kind)
        expect(kinds.filter((kind) => kind === "WishConfirmed").length).toBeLessThanOrEqual(1)
        const replayed = events.reduce<MicroWish.State>(MicroWish.evolve, ServiceMove.none)
        expect(JSON.stringify(replayed)).toBe(JSON.stringify(state))
        const tally = MicroWish.tally([state], atSec)
        expect(Object.values(tally).reduce((sum, count) => sum + count, 0)).toBe(1)
      }),
      { numRuns: 300 }
    )
    expect([...reached].sort()).toEqual([...MicroWish.statuses].sort())
  })
})
