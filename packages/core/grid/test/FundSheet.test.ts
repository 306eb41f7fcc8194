import { Provenance } from "@wangge/facts"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { FundSheet } from "../src/index.ts"

const yuan = (value: number, precision: Provenance.Precision = "exact") =>
  Provenance.assumed({ value, unit: "yuan", precision, reason: "a test" })

const item = (id: string, amount: Provenance.SourcedNumber): FundSheet.FundItem => ({
  id,
  label: { en: id, zh: id },
  amount
})

const aSheet = (changes: Partial<FundSheet.FundSheet> = {}): FundSheet.FundSheet => ({
  id: "sheet",
  label: { en: "Sheet", zh: "资金" },
  total: yuan(10_547_040),
  sources: {
    isComplete: true,
    items: [item("district", yuan(9_273_520)), item("subdistricts", yuan(1_273_520))]
  },
  uses: { isComplete: false, items: [item("start-up", yuan(8_000_000))] },
  ...changes
})

const verdicts = (sheet: FundSheet.FundSheet) => {
  const answer = FundSheet.answerOf(sheet)
  return [
    answer.sides.map((side) => side.verdict),
    answer.problems.map((problem) => problem.code)
  ] as const
}

const complete = (...amounts: ReadonlyArray<Provenance.SourcedNumber>): FundSheet.FundSide => ({
  isComplete: true,
  items: amounts.map((amount, index) => item(`part-${index}`, amount))
})

describe("Jiyang's funds (row 52)", () => {
  it("given the funds of 2017, the parts equal the total to the yuan", () => {
    const answer = FundSheet.answerOf(aSheet())
    expect(answer.problems).toEqual([])
    expect(answer.sides).toEqual([
      { side: "sources", partsYuan: 10_547_040, restYuan: 0, verdict: "equal" },
      { side: "uses", partsYuan: 8_000_000, restYuan: 2_547_040, verdict: "open" }
    ])
  })

  it("given one yuan more or less, the mismatch is a typed problem with both sums", () => {
    for (const total of [10_547_039, 10_547_041]) {
      const answer = FundSheet.answerOf(aSheet({ total: yuan(total) }))
      expect(answer.problems).toEqual([
        { code: "PartsMissTotal", subject: "sheet/sources", found: 10_547_040, expected: total }
      ])
    }
  })
})

describe("judging a side", () => {
  const on = (sources: FundSheet.FundSide, total = yuan(10)) =>
    verdicts(aSheet({ total, sources, uses: complete(total) }))

  it("takes an amount and more as a lower bound, and about as unknown", () => {
    expect(on(complete(yuan(6), yuan(3, "atLeast")))).toEqual([["unanswerable", "equal"], []])
    expect(on(complete(yuan(6), yuan(5, "atLeast")))).toEqual([
      ["broken", "equal"],
      ["PartsExceedTotal"]
    ])
    expect(on(complete(yuan(6), yuan(5, "about")))).toEqual([["unanswerable", "equal"], []])
    const open = { ...complete(yuan(99)), isComplete: false }
    expect(verdicts(aSheet({ total: yuan(10, "atLeast"), sources: open }))[1]).toEqual([])
  })

  it("refuses an incomplete side above the total, and a complete one without parts", () => {
    const open = (value: number) => ({ ...complete(yuan(value)), isComplete: false })
    expect(on(open(10))[0][0]).toBe("open")
    expect(on(open(11))).toEqual([["broken", "equal"], ["PartsExceedTotal"]])
    expect(on(complete())).toEqual([["broken", "equal"], ["NoParts"]])
  })

  it("refuses parts of a yuan, negative amounts, other units and the same part twice", () => {
    const codes = (sources: FundSheet.FundSide) => on(sources)[1]
    expect(codes(complete(yuan(9.5), yuan(0.5)))).toEqual(["BadAmount", "BadAmount"])
    expect(codes(complete(yuan(11), yuan(-1)))).toEqual(["BadAmount"])
    const dollars = Provenance.assumed({ value: 10, unit: "dollars", reason: "a test" })
    expect(codes(complete(dollars))).toEqual(["WrongUnit"])
    const twice = { isComplete: true, items: [item("a", yuan(5)), item("a", yuan(5))] }
    expect(codes(twice)).toEqual(["DuplicateId"])
    const huge = complete(yuan(Number.MAX_SAFE_INTEGER), yuan(Number.MAX_SAFE_INTEGER))
    expect(codes(huge)).toEqual(["BadAmount"])
  })

  it("is equal for any split of any total, broken when any part moves by a yuan", () => {
    const parts = fc.array(fc.nat({ max: 1_000_000_000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(parts, fc.nat(), (amounts, pick) => {
        const total = amounts.reduce((sum, amount) => sum + amount, 0)
        expect(on(complete(...amounts.map((one) => yuan(one))), yuan(total))[1]).toEqual([])
        const moved = amounts.with(pick % amounts.length, amounts[pick % amounts.length]! + 1)
        expect(on(complete(...moved.map((one) => yuan(one))), yuan(total))[1]).toEqual([
          "PartsMissTotal"
        ])
      })
    )
  })
})
