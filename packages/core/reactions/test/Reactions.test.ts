import { CaseFacts } from "@wangge/cases"
import { type Fact, Id } from "@wangge/facts"
import { OrderTerms, Reaction, ReactionPolicy, Reactions, ReactionTable } from "@wangge/reactions"
import { OrderFacts, ServiceFacts, type VisitFinds } from "@wangge/service"
import { BankPreset, History, Ledger } from "@wangge/timebank"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { aContext, at, booksOf, hours, type Step, take, tell } from "./aTown.ts"

const paid = { unit: "minutes", amount: 120, basis: "ByMinute" } as const

const free: ReadonlyArray<Step> = [
  { do: "ask" },
  { do: "give", minutes: { ann: 60, bob: 40 } },
  { do: "confirm", minutes: 100, from: "phone-1" }
]
const priced: ReadonlyArray<Step> = [{ do: "ask", price: paid }, ...free.slice(1)]
const corrected = (minutes: Record<string, number>): ReadonlyArray<Step> => [
  { do: "dispute" },
  { do: "settle", outcome: "Corrected", minutes }
]
const voided: ReadonlyArray<Step> = [
  { do: "dispute" },
  { do: "settle", outcome: "Voided", minutes: {} }
]

describe("orders and the time bank", () => {
  it("row 37: a full cycle yields one rating and one ledger entry, and no rating before", () => {
    const told = tell("o-1", [
      { do: "ask" },
      { do: "rate" },
      { do: "give", minutes: { ann: 60 } },
      { do: "rate" },
      { do: "confirm", minutes: 60, from: "phone-1" },
      { do: "rate" },
      { do: "rate" }
    ])
    expect(told.rejections).toEqual(["RatingTooEarly", "RatingTooEarly", "AlreadyRated"])
    expect(told.facts.filter(({ kind }) => kind === "orderRated")).toHaveLength(1)
    const context = aContext([told])
    const before = Ledger.entries(context.bank.ledger).length
    take(context, told.facts)
    const entries = Ledger.entries(context.bank.ledger).slice(before)
    expect(entries.map(({ command, kind }) => [kind, command.id])).toEqual([
      ["GroupPosted", "earn/o-1/ann"]
    ])
    expect(hours(context, ["ann"])).toEqual([60])
  })

  it("row 40: the same order confirmed twice, from two devices, is credited once", () => {
    const twice = tell("o-1", [...free, { do: "confirm", minutes: 100, from: "phone-2" }])
    expect(twice.facts.filter(({ kind }) => kind === "serviceGiven")).toHaveLength(4)
    const context = aContext([twice])
    for (const fact of twice.facts) take(context, [fact])
    expect(hours(context, ["ann", "bob"])).toEqual([60, 40])
    const other = tell("o-1", [...free, { do: "confirm", minutes: 90, from: "phone-2" }])
    expect(other.rejections).toEqual(["MinutesDiffer"])
  })

  it("credits from the time of service, however late the confirmation comes", () => {
    const told = tell("o-1", free)
    const context = aContext([told])
    take(context, told.facts)
    const then = (text: string) =>
      History.balanceAsOf(context.bank.ledger, "ann:hours", {
        effectiveSec: at(text),
        recordedSec: at("2025-04-01")
      })
    expect([then("2025-03-03 08:59"), then("2025-03-03 09:00")]).toEqual([0, 60])
  })

  it("holds the price of an order, pays the helpers by their minutes and frees the rest", () => {
    const told = tell("o-1", priced)
    const context = aContext([told])
    const held = take(context, told.facts.slice(0, 2))
    expect(held.answers).toHaveLength(1)
    expect(hours(context, ["ruth", "ann", "bob"])).toEqual([880, 0, 0])
    take(context, told.facts)
    expect(hours(context, ["ruth", "ann", "bob"])).toEqual([900, 60, 40])
    expect(Ledger.answerOf(context.bank.ledger, "earn/o-1/ann")).toBeUndefined()
  })

  it("frees the price of an order that is cancelled or fails", () => {
    const asked: Step = { do: "ask", price: paid }
    for (const steps of [
      [asked, { do: "cancel" }],
      [asked, { do: "begin" }, { do: "fail" }]
    ] as const) {
      const told = tell("o-1", steps)
      expect(told.rejections).toEqual([])
      const context = aContext([tell("o-1", [asked])])
      take(context, told.facts.slice(0, 2))
      expect(hours(context, ["ruth"])).toEqual([880])
      const later = { ...context, orderOf: () => OrderTerms.ofLog(told.events) }
      expect(take(later, told.facts).waiting).toEqual([])
      expect(hours(later, ["ruth"])).toEqual([1000])
      const afterwards = aContext([told])
      expect(take(afterwards, told.facts)).toMatchObject({ answers: [], waiting: [] })
    }
  })

  it("makes true what a dispute finds, in hours issued and in hours paid", () => {
    for (const [steps, expected] of [
      [
        [...free, ...corrected({ ann: 30, cem: 20 })],
        [1000, 30, 0, 20]
      ],
      [
        [...free, ...corrected({ ann: 30 }), ...corrected({ ann: 50, bob: 10 })],
        [1000, 50, 10, 0]
      ],
      [
        [...free, ...voided],
        [1000, 0, 0, 0]
      ],
      [
        [...priced, ...corrected({ ann: 30, cem: 20 })],
        [950, 30, 0, 20]
      ],
      [
        [...priced, ...corrected({ ann: 30 }), ...corrected({ bob: 10 })],
        [990, 0, 10, 0]
      ],
      [
        [...priced, ...voided],
        [1000, 0, 0, 0]
      ]
    ] as const) {
      const told = tell("o-1", steps)
      expect(told.rejections).toEqual([])
      const context = aContext([told])
      const outcome = take(context, told.facts)
      expect([outcome.waiting, outcome.refused]).toEqual([[], []])
      expect(hours(context, ["ruth", "ann", "bob", "cem"])).toEqual(expected)
    }
  })

  it("says what a fact that came too early waits for, and forgets it never", () => {
    const told = tell("o-1", [...priced, ...corrected({ ann: 30 })])
    const unknown = aContext([])
    const early = take(unknown, told.facts)
    const acting = told.facts.filter(({ kind }) => ReactionTable.actOf(kind) !== "Nothing")
    expect(new Set(early.waiting)).toEqual(new Set(acting))
    const context = aContext([told])
    const backwards = take(context, [...told.facts].reverse())
    expect(backwards.waiting).toEqual([])
    const repayment = told.facts.find(({ kind }) => kind === "priceCorrected")
    if (repayment === undefined) throw new Error("no price was corrected")
    expect(Reactions.react(aContext([told]), repayment)).toMatchObject({
      kind: "Wait",
      waitFor: "Credit"
    })
    expect(take(context, [], early.waiting).waiting).toEqual([])
    expect(hours(context, ["ruth", "ann"])).toEqual([970, 30])
  })

  it("ends with the same books in any order of the facts and with any of them twice", () => {
    const orders = [
      tell("o-1", [...free, ...corrected({ ann: 30, cem: 20 }), { do: "rate" }]),
      tell("o-2", [...priced, ...corrected({ ann: 30 }), ...corrected({ bob: 10, cem: 5 })]),
      tell("o-3", [{ do: "ask", price: paid }, { do: "cancel" }]),
      tell("o-4", [...priced, ...voided]),
      tell("o-5", [...free, ...voided])
    ]
    const facts = orders.flatMap((told) => told.facts)
    const straight = aContext(orders)
    expect(take(straight, facts).waiting).toEqual([])
    const expected = booksOf(straight)
    const arrival = fc.record({
      shuffled: fc.shuffledSubarray(facts, { minLength: facts.length }),
      again: fc.array(fc.constantFrom(...facts), { maxLength: 20 }),
      size: fc.integer({ min: 1, max: 9 }),
      pace: fc.integer({ min: 0, max: 4 })
    })
    fc.assert(
      fc.property(arrival, ({ again, pace, shuffled, size }) => {
        const bank = aContext(orders)
        const stream = [...shuffled, ...again]
        // the logs of the orders become known little by little as well
        let known = 1
        const context: Reactions.Context = {
          ...bank,
          orderOf: (orderId) => {
            const events = orders.find((told) => told.orderId === orderId)?.events ?? []
            return OrderTerms.ofLog(events.slice(0, known))
          }
        }
        let waiting: ReadonlyArray<Fact.Fact> = []
        for (let from = 0; from < stream.length; from += size) {
          waiting = take(context, stream.slice(from, from + size), waiting).waiting
          known += pace
        }
        known = Number.MAX_SAFE_INTEGER
        expect(take(context, [], waiting).waiting).toEqual([])
        expect(booksOf(context)).toEqual(expected)
      }),
      { numRuns: 150 }
    )
  })

  it("pays what a dispute finds due where nothing was due at first, in any order of the facts", () => {
    const cheap = { unit: "minutes", amount: 60, basis: "ByMinute" } as const
    const asked: ReadonlyArray<Step> = [
      { do: "ask", price: cheap },
      { do: "give", minutes: { ann: 1 } },
      { do: "confirm", minutes: 1, from: "phone-1" },
      ...corrected({ ann: 60 })
    ]
    for (const [steps, expected] of [
      [asked, [970, 30]],
      [
        [...asked, ...voided],
        [1000, 0]
      ]
    ] as const) {
      const told = tell("o-1", steps)
      expect(told.rejections).toEqual([])
      for (const facts of [told.facts, [...told.facts].reverse()]) {
        const context = aContext([told])
        expect(take(context, facts).waiting).toEqual([])
        expect(hours(context, ["ruth", "ann"])).toEqual(expected)
      }
    }
  })

  it("refuses with the reason of the bank, and goes on when the reason has gone", () => {
    const told = tell("o-1", priced)
    const young = {
      ...aContext([told], { bank: BankPreset.nanjing }),
      bornDateOf: () => "2000-01-01"
    }
    const outcome = take(young, told.facts)
    expect(outcome.refused.map(({ refusal }) => refusal.code)).toEqual(["TooYoung"])
    expect(outcome.waiting.map(({ kind }) => kind)).toEqual(["priceDue"])
    const old = { ...young, bornDateOf: () => "1950-01-01" }
    const refusedFacts = outcome.refused.map(({ fact }) => fact)
    expect(take(old, refusedFacts, outcome.waiting).waiting).toEqual([])
    expect(hours(old, ["ann", "bob"])).toEqual([60, 40])
  })
})

const fact = (rest: Partial<Fact.Fact>): Fact.Fact => ({
  id: Id.make(`${rest.causeId ?? "a-1/2"}/${rest.kind ?? ""}/${rest.subjectId ?? "ann"}`),
  kind: "volunteerServed",
  subjectId: "ann",
  gridId: Id.make("grid-5"),
  atSec: at("2025-03-05 12:00"),
  quantity: 90,
  unit: "minutes",
  causeId: "a-1/2",
  ...rest
})

describe("what is credited beside orders", () => {
  it("credits an activity once and takes it back when it is void, in any order", () => {
    const served = fact({})
    const void_ = fact({ kind: "volunteerServiceVoided", causeId: "a-1/3" })
    const context = aContext([])
    take(context, [served, served])
    expect(hours(context, ["ann"])).toEqual([90])
    take(context, [void_, served, void_])
    expect(hours(context, ["ann"])).toEqual([0])
    const backwards = aContext([])
    expect(take(backwards, [void_]).waiting).toEqual([void_])
    expect(take(backwards, [served], [void_]).waiting).toEqual([])
    expect(hours(backwards, ["ann"])).toEqual([0])
  })

  it("credits every duty served for itself, and a fulfilled wish by points", () => {
    const context = aContext([])
    take(context, [
      fact({ kind: "dutyServed", causeId: "post-1/4" }),
      fact({ kind: "dutyServed", causeId: "post-1/7" }),
      fact({ kind: "wishFulfilled", causeId: "wish-1/3", quantity: 1, unit: "wish" })
    ])
    expect(hours(context, ["ann"])).toEqual([180])
    const points = History.balanceAsOf(context.bank.ledger, "ann:points", {
      effectiveSec: at("2025-04-01"),
      recordedSec: at("2025-04-01")
    })
    expect(points).toBe(15)
  })

  it("credits nothing for cases by default, and takes back what a locality credited", () => {
    const helped = fact({ kind: "caseHelped", causeId: "c-1/9", quantity: 1, unit: "case" })
    const upheld = fact({ kind: "appealUpheld", causeId: "c-1/12", quantity: 1, unit: "case" })
    const plain = aContext([])
    expect([helped, upheld].map((one) => Reactions.react(plain, one))).toMatchObject([
      { kind: "Nothing", reason: "NotCredited" },
      { kind: "Nothing", reason: "NotCredited" }
    ])
    const policy: ReactionPolicy.ReactionPolicy = {
      ...ReactionPolicy.base,
      credits: [{ factKind: "caseHelped", serviceKind: "Wish", difficulty: "Ordinary" }]
    }
    const context = aContext([], { policy })
    const points = () =>
      History.balanceAsOf(context.bank.ledger, "ann:points", {
        effectiveSec: at("2025-04-01"),
        recordedSec: at("2025-04-01")
      })
    take(context, [helped])
    expect(points()).toBe(5)
    take(context, [upheld, upheld, helped])
    expect(points()).toBe(0)
  })
})

describe("finds of visits", () => {
  const find: VisitFinds.Material = {
    findId: Id.make("find-7"),
    category: "SafetyHazard",
    gridId: Id.make("grid-5"),
    foundSec: at("2025-03-05 10:00"),
    finderId: Id.make("worker-3"),
    visitId: Id.make("visit-1")
  }
  const found = fact({ kind: "foundByVisit", causeId: "find-7", quantity: 1, unit: "find" })

  it("become one case each, told by the material, however often they are told", () => {
    const context = aContext([], { finds: [find] })
    const reports = take(context, [found, found]).reports
    expect(reports).toHaveLength(1)
    expect(reports[0]).toMatchObject({
      action: "Report",
      caseId: "find-find-7",
      actorId: "worker-3",
      source: "GridWorker",
      category: "SafetyHazard",
      urgency: "Urgent",
      gridId: "grid-5",
      unitId: "intake",
      seenSec: find.foundSec
    })
  })

  it("wait for their material, and lead to nothing where cases know no such category", () => {
    expect(Reactions.react(aContext([]), found)).toMatchObject({ waitFor: "Material" })
    const odd = aContext([], { finds: [{ ...find, category: "Weather" }] })
    expect(Reactions.react(odd, found)).toMatchObject({ reason: "UnknownCategory" })
  })
})

describe("the table", () => {
  it("has a row for every kind of fact that the cores yield, and none besides", () => {
    const kinds = [...ServiceFacts.kinds, ...CaseFacts.kinds]
    expect(Object.keys(ReactionTable.table).sort()).toEqual([...kinds].sort())
    expect(new Set(kinds).size).toBe(kinds.length)
    expect(kinds).toEqual(expect.arrayContaining([...OrderFacts.kinds]))
  })

  it("uses every act, and labels each in both languages", () => {
    expect(new Set(Object.values(ReactionTable.table))).toEqual(new Set(ReactionTable.acts))
    for (const act of ReactionTable.acts) {
      expect(ReactionTable.labels[act].zh).toMatch(/\p{Script=Han}/u)
    }
  })

  it("names a kind of fact that no core yields", () => {
    expect(Reactions.react(aContext([]), fact({ kind: "weatherChanged" }))).toMatchObject({
      kind: "Nothing",
      reason: "UnknownKind"
    })
    expect(Reaction.reasons).toContain("UnknownKind")
  })

  it("credits only kinds that it sends to the bank as credits", () => {
    for (const { factKind } of ReactionPolicy.base.credits) {
      expect(ReactionTable.table[factKind]).toBe("Credit")
    }
  })
})
