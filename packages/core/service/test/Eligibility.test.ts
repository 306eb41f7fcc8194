import { Id, Seconds } from "@wangge/facts"
import { LegalBasis, Sensitive } from "@wangge/privacy"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  type BookingCommand,
  BookingSearch,
  Eligibility,
  EligibilityAppeal,
  EligibilityBar,
  Window,
  type WindowQueueCommand
} from "../src/index.ts"
import { after, ask, rules as bookingRules, decide, offer, slot } from "./aBooking.ts"
import { combinedHall, gridId, instant } from "./aWindow.ts"

const access: Sensitive.Request = {
  purpose: "Care",
  basis: LegalBasis.duty("care rules, clause 5", "impact-1")
}
const asked: Eligibility.Asked = { skillId: "a", atSec: 100, decidedById: "desk-1", access }
const needs = (list: ReadonlyArray<string>) =>
  Sensitive.make(list, { field: "needs", purposes: ["Care"], dataClass: "Health" })
const applicant = (changes: Partial<Eligibility.Applicant> = {}): Eligibility.Applicant => ({
  residentId: "r-1",
  livesInGridId: gridId,
  worksInGridId: "",
  ageYears: 60,
  needs: needs(["disability"]),
  ...changes
})
const rule = (
  changes: Partial<Eligibility.EligibilityRule> = {}
): Eligibility.EligibilityRules => ({
  rules: [
    {
      skillId: "a",
      place: "Lives",
      gridIds: [gridId],
      ageYearsMin: 60,
      ageYearsMax: 80,
      needs: [],
      ...changes
    }
  ],
  appealSec: Eligibility.appealSecDefault
})
const codes = (rules: Eligibility.EligibilityRules, of: Eligibility.Applicant, how = asked) =>
  Eligibility.assess(rules, of, how).reasons.map(({ code }) => code)

describe("eligibility", () => {
  test("place, age and need, all reasons at once, borders included", () => {
    expect(codes(rule(), applicant())).toEqual([])
    expect(codes(rule(), applicant({ ageYears: 80 }))).toEqual([])
    expect(codes(rule(), applicant({ ageYears: 81 }))).toEqual(["TooOld"])
    const away = applicant({ livesInGridId: Id.make("c-2"), ageYears: 59, needs: needs([]) })
    expect(codes(rule({ needs: ["disability"] }), away)).toEqual([
      "ResidenceElsewhere",
      "TooYoung",
      "NeedNotMet"
    ])
    expect(codes(rule(), applicant({ livesInGridId: "" }))).toEqual(["NoResidence"])
    const works = applicant({ livesInGridId: "", worksInGridId: gridId })
    expect(codes(rule({ place: "LivesOrWorks" }), works)).toEqual([])
    expect(codes(rule(), works)).toEqual(["NoResidence"])
    expect(codes(rule({ place: "Anyone" }), away)).toEqual(["TooYoung"])
  })

  test("a kind without a rule is open to everyone", () => {
    expect(
      codes(rule(), applicant({ ageYears: 1, livesInGridId: "" }), { ...asked, skillId: "b" })
    ).toEqual([])
  })

  test("a need is read only where the rule asks, and only by right", () => {
    const noRight = { ...asked, access: { ...access, purpose: "Statistics" } } as const
    expect(codes(rule(), applicant(), noRight)).toEqual([])
    const verdict = Eligibility.assess(rule({ needs: ["disability"] }), applicant(), noRight)
    expect(verdict.reasons.map(({ code }) => code)).toEqual(["NeedNotReadable"])
    expect(JSON.stringify(verdict)).not.toContain("disability")
    expect(codes(rule({ needs: ["low income", "disability"] }), applicant())).toEqual([])
  })

  test("an age is whole", () => {
    expect(() => codes(rule(), applicant({ ageYears: 1.5 }))).toThrow(RangeError)
    expect(() => codes(rule(), applicant({ ageYears: -1 }))).toThrow(RangeError)
  })
})

describe("row 35: registration-neutral service", () => {
  test("no record on the way to a service can hold a registration or points: it does not compile", () => {
    const person = { ...applicant(), hukou: "elsewhere" }
    // @ts-expect-error an applicant has no registration, not even through a variable
    const one: Eligibility.Applicant = person
    const rich = { ...applicant(), points: 900 }
    // @ts-expect-error an applicant has no points
    const two: Eligibility.Applicant = rich
    const request = {
      bookingId: Id.make<"Booking">("b"),
      residentId: "r",
      skillId: "a",
      slotId: "s",
      registration: "x"
    }
    // @ts-expect-error a booking has no registration
    const three: BookingCommand.BookingRequest = request
    const first = {
      action: "TakeNumber",
      atSec: 0,
      byId: "x",
      ticketId: "t",
      residentId: "r",
      skillId: "a",
      isFirst: true,
      stars: 9
    } as const
    // @ts-expect-error stars move nobody up a queue
    const four: WindowQueueCommand.TakeNumber = first
    const wished = { skillId: "a", atSec: 0, channels: [], isBooked: false, points: 1 }
    // @ts-expect-error a window asks for no points
    const five: Window.WindowRequest = wished
    expect(
      [one, two, three, four, five].map((record) => EligibilityBar.barredIn(record).length)
    ).toEqual([1, 1, 1, 1, 1])
  })

  test("an edge finds a barred field however deep", () => {
    expect(EligibilityBar.barredIn([{ a: [{ registeredPlace: 1 }] }, "hukou"])).toEqual([
      "0.a.0.registeredPlace"
    ])
    expect(EligibilityBar.barredIn(null)).toEqual([])
  })

  test("given two residents alike but for registration, when served, then outcome is the same", () => {
    const census = fc.record({
      registeredPlace: fc.tuple(fc.string(), fc.string()),
      points: fc.tuple(fc.nat(), fc.nat()),
      ageYears: fc.integer({ min: 0, max: 110 }),
      livesHere: fc.boolean(),
      needs: fc.subarray(["disability", "low income"]),
      capacity: fc.integer({ min: 1, max: 3 }),
      taken: fc.nat(3),
      hour: fc.integer({ min: 7, max: 19 }),
      rule: fc.record({
        place: fc.constantFrom("Anyone", "Lives", "LivesOrWorks"),
        needs: fc.subarray(["disability"])
      })
    })
    fc.assert(
      fc.property(census, (given) => {
        const [one, other] = given.registeredPlace.map((registeredPlace, index) => {
          // smuggled past the types, so that a rule which looked at them would be found out
          const smuggled = { registeredPlace, hukou: registeredPlace, points: given.points[index] }
          const of = Object.assign(
            applicant({
              ageYears: given.ageYears,
              livesInGridId: given.livesHere ? gridId : "",
              needs: needs(given.needs)
            }),
            smuggled
          )
          const verdict = Eligibility.assess(rule(given.rule), of, asked)
          const full = Array.from({ length: Math.min(given.taken, given.capacity) }, (_, number) =>
            ask("Book", 0, `x-${number}`, "s-1")
          )
          const book = after([offer(slot("s-1", 10, given.capacity)), ...full])
          const search: BookingSearch.Search = {
            bookingId: Id.make<"Booking">("b"),
            residentId: "r-1",
            skillId: "a",
            atSec: 0,
            free: [{ fromSec: 0, untilSec: 1_000_000 }],
            placeIds: []
          }
          const found = BookingSearch.earliest(bookingRules, book, Object.assign(search, smuggled))
          const order = ask("Book", 0, "b", "s-1", { residentId: "r-1" })
          const decision = decide(book, Object.assign(order, smuggled))
          const atSec = instant(`2025-10-14 ${String(given.hour).padStart(2, "0")}:00`)
          const request: Window.WindowRequest = {
            skillId: "business-07",
            atSec,
            channels: ["Counter"],
            isBooked: decision.ok
          }
          const who = Window.who(combinedHall(2), Object.assign(request, smuggled))
          return { verdict, found, decision, who }
        })
        expect(one).toEqual(other)
      }),
      { numRuns: 100 }
    )
  })
})

describe("appeals", () => {
  const verdict = Eligibility.assess(rule(), applicant({ ageYears: 59 }), asked)
  const order = {
    appealId: Id.make<"EligibilityAppeal">("appeal-1"),
    atSec: 200,
    byId: "r-1",
    reason: "the age is wrong"
  }
  const code = (decision: EligibilityAppeal.Decision) =>
    decision.ok ? decision.appeal.status : decision.problem.code

  test("are accepted in time, with a reason", () => {
    const last = verdict.appealUntilSec
    expect(last).toBe(100 + 60 * Seconds.daySec)
    expect(code(EligibilityAppeal.file(verdict, { ...order, atSec: last }))).toBe("Open")
    expect(code(EligibilityAppeal.file(verdict, { ...order, atSec: last + 1 }))).toBe(
      "AppealTooLate"
    )
    expect(code(EligibilityAppeal.file(verdict, { ...order, atSec: 99 }))).toBe("TimeWentBack")
    expect(code(EligibilityAppeal.file(verdict, { ...order, atSec: 0.5 }))).toBe("TimeNotWhole")
    expect(code(EligibilityAppeal.file(verdict, { ...order, byId: "" }))).toBe("ActorMissing")
    expect(code(EligibilityAppeal.file(verdict, { ...order, reason: " " }))).toBe("ReasonMissing")
    const good = Eligibility.assess(rule(), applicant(), asked)
    expect(code(EligibilityAppeal.file(good, order))).toBe("NothingToAppeal")
  })

  test("are decided once, by somebody else, with an answer", () => {
    const filed = EligibilityAppeal.file(verdict, order)
    if (!filed.ok) throw new Error("refused")
    const answer = { atSec: 300, byId: "desk-2", isUpheld: true, answer: "born earlier" }
    const { appeal } = filed
    expect(code(EligibilityAppeal.resolve(appeal, { ...answer, byId: "desk-1" }))).toBe(
      "SamePerson"
    )
    expect(code(EligibilityAppeal.resolve(appeal, { ...answer, answer: "" }))).toBe("ReasonMissing")
    expect(code(EligibilityAppeal.resolve(appeal, { ...answer, atSec: 199 }))).toBe("TimeWentBack")
    expect(code(EligibilityAppeal.resolve(appeal, { ...answer, isUpheld: false }))).toBe(
      "Dismissed"
    )
    const upheld = EligibilityAppeal.resolve(appeal, answer)
    if (!upheld.ok) throw new Error("refused")
    expect(code(EligibilityAppeal.resolve(upheld.appeal, answer))).toBe("AlreadyResolved")
    expect(EligibilityAppeal.isServed(verdict, [upheld.appeal])).toBe(true)
    expect(EligibilityAppeal.isServed(verdict, [appeal])).toBe(false)
    const other = Eligibility.assess(rule(), applicant({ ageYears: 58, residentId: "r-2" }), asked)
    expect(EligibilityAppeal.isServed(other, [upheld.appeal])).toBe(false)
  })
})
