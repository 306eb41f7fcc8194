import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Adjustment, Rational, Score, Scorecard, Weights } from "../src/index.ts"
import { exact, points } from "./aFact.ts"

const adjustment = (
  kind: Adjustment.Kind,
  each: string,
  max: string
): Adjustment.CompiledAdjustment => ({
  kind,
  id: kind,
  factBits: 1,
  each: exact(each),
  max: exact(max)
})

const parts = fc
  .array(fc.record({ points, weight: fc.integer({ min: 1, max: 9 }) }), {
    minLength: 1,
    maxLength: 6
  })
  .map((rows): ReadonlyArray<Scorecard.PartPoints> => {
    const weights = Weights.scaled(rows.map(({ weight }) => Rational.make(weight)))
    return rows.map((row, index) => ({
      indicatorId: `part-${index}`,
      points: row.points,
      weight: weights[index] ?? Rational.one,
      isCarried: false
    }))
  })

const counts = fc.record({
  extra: fc.nat(12),
  deduction: fc.nat(12),
  veto: fc.nat(3)
})

const withCounts = (given: {
  readonly extra: number
  readonly deduction: number
  readonly veto: number
}): Scorecard.Entries["adjustments"] => [
  { rule: adjustment("Extra", "0.7", "5"), count: given.extra },
  { rule: adjustment("Deduction", "1.3", "10"), count: given.deduction },
  { rule: adjustment("Veto", "2", "59"), count: given.veto }
]

const total = (card: Scorecard.Scorecard): Rational.Rational =>
  Rational.sum(card.lines.map(({ contribution }) => contribution))

const onScale = (score: Score.Score): boolean =>
  Score.compareTo(score, Rational.zero) >= 0 && Score.compareTo(score, Rational.hundred) <= 0

describe("a weighted sum", () => {
  it("has lines that sum to the score, which stays from 0 to 100", () => {
    fc.assert(
      fc.property(parts, counts, (given, counted) => {
        const adjustments = withCounts(counted)
        const card = Scorecard.of({ method: "WeightedSum", parts: given, adjustments })
        expect(total(card)).toEqual(card.score.value)
        expect(onScale(card.score)).toBe(true)
      }),
      { numRuns: 300 }
    )
  })

  it("never falls when a part, an extra point or a forgiven deduction rises", () => {
    fc.assert(
      fc.property(parts, counts, points, fc.nat(5), (given, counted, better, which) => {
        const score = (some: typeof given, has: typeof counted): Score.Score =>
          Scorecard.of({ method: "WeightedSum", parts: some, adjustments: withCounts(has) }).score
        const raised = given.map((part, index) =>
          index === which % given.length
            ? { ...part, points: Rational.max(part.points, better) }
            : part
        )
        const before = score(given, counted)
        expect(Score.compare(score(raised, counted), before)).not.toBe(-1)
        expect(Score.compare(score(given, { ...counted, extra: 13 }), before)).not.toBe(-1)
        expect(Score.compare(score(given, { ...counted, deduction: 0 }), before)).not.toBe(-1)
        expect(Score.compare(score(given, { ...counted, veto: 0 }), before)).not.toBe(-1)
      }),
      { numRuns: 300 }
    )
  })

  it("caps extra points and deductions, keeps to the scale, and lets a veto come last", () => {
    const part = (value: string): ReadonlyArray<Scorecard.PartPoints> => [
      { indicatorId: "part", points: exact(value), weight: Rational.one, isCarried: false }
    ]
    const lines = (value: string, counted: { extra: number; deduction: number; veto: number }) =>
      Scorecard.of({
        method: "WeightedSum",
        parts: part(value),
        adjustments: withCounts(counted)
      }).lines.map(({ kind, contribution }) => `${kind} ${Rational.toText(contribution)}`)
    expect(lines("98", { extra: 100, deduction: 0, veto: 0 })).toEqual([
      "Part 98",
      "Extra 5",
      "Limit -3"
    ])
    expect(lines("4", { extra: 0, deduction: 100, veto: 0 })).toEqual([
      "Part 4",
      "Deduction -10",
      "Limit 6"
    ])
    expect(lines("98", { extra: 1, deduction: 0, veto: 2 })).toEqual([
      "Part 98",
      "Extra 7/10",
      "Veto -397/10"
    ])
    expect(lines("50", { extra: 0, deduction: 0, veto: 1 })).toEqual(["Part 50"])
    expect(lines("50", { extra: 0, deduction: 0, veto: 2 })).toEqual(["Part 50", "Veto 0"])
  })
})

describe("a weighted geometric mean", () => {
  const card = (given: ReadonlyArray<Scorecard.PartPoints>): Scorecard.Scorecard =>
    Scorecard.of({ method: "WeightedGeometric", parts: given, adjustments: [] })

  it("is at most the weighted sum, and the line for unevenness is the difference", () => {
    fc.assert(
      fc.property(parts, (given) => {
        const sum = Scorecard.of({ method: "WeightedSum", parts: given, adjustments: [] }).score
        const mean = card(given)
        expect(Score.compare(mean.score, sum)).not.toBe(1)
        expect(total(mean)).toEqual(mean.score.value)
        expect(onScale(mean.score)).toBe(true)
      }),
      { numRuns: 150 }
    )
  })

  it("never falls when a part rises, and is the part itself where all are equal", () => {
    fc.assert(
      fc.property(parts, points, fc.nat(5), (given, better, which) => {
        const raised = given.map((part, index) =>
          index === which % given.length
            ? { ...part, points: Rational.max(part.points, better) }
            : part
        )
        expect(Score.compare(card(raised).score, card(given).score)).not.toBe(-1)
        const equal = card(given.map((part) => ({ ...part, points: better })))
        expect(equal.score).toEqual({ value: better, root: "None" })
      }),
      { numRuns: 150 }
    )
  })

  it("is 0 when a part is, and capped by a veto", () => {
    const half = exact("1/2")
    const of = (left: string, right: string): ReadonlyArray<Scorecard.PartPoints> =>
      [left, right].map((value, index) => ({
        indicatorId: `part-${index}`,
        points: exact(value),
        weight: half,
        isCarried: false
      }))
    expect(card(of("0", "100")).score).toEqual({ value: Rational.zero, root: "None" })
    // sqrt(80 * 90) = 84.852813742385...
    expect(Rational.toDecimal(card(of("80", "90")).score.value, 9)).toBe("84.852813742")
    const veto = [{ rule: adjustment("Veto", "1", "59"), count: 1 }]
    const capped = Scorecard.of({
      method: "WeightedGeometric",
      parts: of("80", "90"),
      adjustments: veto
    })
    expect(capped.score).toEqual({ value: exact("59"), root: "None" })
    expect(total(capped)).toEqual(exact("59"))
  })
})
