import { Seconds } from "@wangge/facts"
import { PlanRefusal, Tariff } from "@wangge/timebank"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const zone = "Asia/Shanghai"
const midnight = (text: string): number =>
  Seconds.parseIsoDate(text) * Seconds.daySec - 8 * Seconds.hourSec

const row = (rest: Partial<Tariff.Row> = {}): Tariff.Row => ({
  serviceKind: "Meals",
  difficulty: "Ordinary",
  fromDate: "2025-01-01",
  isOffered: true,
  creditMinutes: 1,
  perMinutes: 1,
  quantumMinutes: 1,
  rounding: "HalfUp",
  minMinutes: 0,
  maxMinutes: 480,
  points: 5,
  provenance: { kind: "assumed", reason: "a test" },
  ...rest
})

const at = (rows: ReadonlyArray<Tariff.Row>, service: Partial<Tariff.Service>) =>
  Tariff.rateOf(Tariff.compile(rows, zone), {
    serviceKind: "Meals",
    difficulty: "Ordinary",
    servedMinutes: 60,
    servedSec: midnight("2025-06-01"),
    ...service
  })

const codeOf = (rate: Tariff.Rate) => (rate.ok ? rate.minutes : rate.refusal.code)

describe("a tariff", () => {
  it("rounds the exact fraction once, at the half and on both sides of it", () => {
    const credit = (rounding: Tariff.Rounding, served: number) =>
      Tariff.creditOf(
        row({ creditMinutes: 3, perMinutes: 2, quantumMinutes: 15, rounding }),
        served
      )
    // 34, 35 and 36 minutes x 3/2 are 51, 52.5 and 54; the half between 45 and 60 is 52.5
    expect([34, 35, 36].map((served) => credit("HalfUp", served))).toEqual([45, 60, 60])
    expect([34, 35, 36].map((served) => credit("Down", served))).toEqual([45, 45, 45])
    expect([30, 31].map((served) => credit("Up", served))).toEqual([45, 60])
  })

  it("raises a credit to the least and cuts it to the most", () => {
    const bounded = row({ minMinutes: 30, maxMinutes: 120 })
    expect([1, 29, 30, 31, 120, 121].map((served) => Tariff.creditOf(bounded, served))).toEqual([
      30, 30, 30, 31, 120, 120
    ])
  })

  it("never falls when more is served and stays exact at the largest numbers", () => {
    const count = fc.integer({ min: 1, max: Tariff.numberMax })
    const rows = fc.record({
      creditMinutes: count,
      perMinutes: count,
      quantumMinutes: count,
      rounding: fc.constantFrom(...Tariff.roundings)
    })
    fc.assert(
      fc.property(rows, count, count, (numbers, first, second) => {
        const wide = row({ ...numbers, maxMinutes: Number.MAX_SAFE_INTEGER })
        const less = Tariff.creditOf(wide, Math.min(first, second))
        const more = Tariff.creditOf(wide, Math.max(first, second))
        expect(less).toBeLessThanOrEqual(more)
        const exact = BigInt(first) * BigInt(numbers.creditMinutes)
        const step = BigInt(numbers.perMinutes) * BigInt(numbers.quantumMinutes)
        const quanta = {
          Down: exact / step,
          HalfUp: (2n * exact + step) / (2n * step),
          Up: (exact + step - 1n) / step
        }[numbers.rounding]
        const expected = quanta * BigInt(numbers.quantumMinutes)
        expect(BigInt(Tariff.creditOf(wide, first))).toBe(expected)
      }),
      { numRuns: 300 }
    )
  })

  it("uses the row of the time of service, from local midnight of its date", () => {
    const rows = [row({ fromDate: "2025-07-01", creditMinutes: 2 }), row()]
    const sec = midnight("2025-07-01")
    expect([sec - 1, sec].map((servedSec) => codeOf(at(rows, { servedSec })))).toEqual([60, 120])
    expect(at(rows, { servedSec: midnight("2025-01-01") - 1 })).toMatchObject({
      refusal: { code: "NotInForce", expected: ">= 2025-01-01" }
    })
  })

  it("ends a kind by a row that offers it no more", () => {
    const rows = [row(), row({ fromDate: "2025-07-01", isOffered: false })]
    const sec = midnight("2025-07-01")
    expect([sec - 1, sec].map((servedSec) => codeOf(at(rows, { servedSec })))).toEqual([
      60,
      "NotInForce"
    ])
  })

  it("refuses unknown kinds, unknown difficulties and minutes that are none", () => {
    expect(codeOf(at([row()], { serviceKind: "Banking" }))).toBe("UnknownServiceKind")
    expect(codeOf(at([row()], { difficulty: "Hard" }))).toBe("UnknownDifficulty")
    const wrong = [0, -1, 1.5, Number.NaN, Tariff.numberMax + 1]
    for (const servedMinutes of wrong) {
      expect(codeOf(at([row()], { servedMinutes }))).toBe("BadMinutes")
    }
    expect(codeOf(at([row({ maxMinutes: 9e6 })], { servedMinutes: Tariff.numberMax }))).toBe(1e6)
  })

  it("does not depend on the order of its rows", () => {
    const rows = ["2025-01-01", "2025-03-01", "2025-05-01", "2025-07-01"].map((fromDate, index) =>
      row({ fromDate, creditMinutes: index + 1 })
    )
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: 4 }), (shuffled) => {
        expect(codeOf(at(shuffled, { servedSec: midnight("2025-06-01") }))).toBe(180)
      }),
      { numRuns: 100 }
    )
  })
})

describe("refusals of plans", () => {
  it("have words in both languages with every value filled in", () => {
    for (const code of PlanRefusal.codes) {
      const said = PlanRefusal.describe(PlanRefusal.make(code, "s", "f", "e"))
      expect(said.en + said.zh).not.toMatch(/[{}]/)
      expect(said.zh).toMatch(/\p{Script=Han}/u)
    }
  })
})
