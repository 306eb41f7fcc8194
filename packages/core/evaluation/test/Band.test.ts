import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Band, type CompiledRules, Rational, Score } from "../src/index.ts"
import { exact, points } from "./aFact.ts"

const bands = (given: Partial<CompiledRules.CompiledBands> = {}): CompiledRules.CompiledBands => ({
  ids: ["excellent", "good", "pass", "fail"],
  from: ["90", "80", "60", "0"].map(exact),
  excellentIndex: 0,
  fall: Rational.zero,
  rise: Rational.zero,
  quotas: [],
  ...given
})

const entry = (score: string, beforeId = ""): Band.BandEntry => ({
  score: Score.ofRational(exact(score)),
  beforeId
})

const ids = (
  rules: CompiledRules.CompiledBands,
  entries: ReadonlyArray<Band.BandEntry>
): ReadonlyArray<string> => Band.place(rules, entries).map(({ bandId }) => bandId)

describe("edges", () => {
  it("put every score in exactly one band, the edge itself in the upper", () => {
    const scores = ["100", "90", "89.999999999999", "80", "79", "60", "59.9", "0"]
    expect(
      ids(
        bands(),
        scores.map((score) => entry(score))
      )
    ).toEqual(["excellent", "excellent", "good", "good", "pass", "pass", "fail", "fail"])
  })

  it("decide a root by its power, not by a rounded number", () => {
    const root = (radicand: string): Band.BandEntry => ({
      score: Score.ofRoot({ radicand: exact(radicand), degree: 2 }),
      beforeId: ""
    })
    expect(ids(bands(), ["8100", "8099.99999999999999999999"].map(root))).toEqual([
      "excellent",
      "good"
    ])
  })

  it("never give a higher score a lower band", () => {
    fc.assert(
      fc.property(points, points, (one, other) => {
        const entries = [one, other].map((value) => ({
          score: Score.ofRational(value),
          beforeId: ""
        }))
        const places = ids(bands(), entries).map((id) => bands().ids.indexOf(id))
        const order = Rational.compare(one, other)
        if (order >= 0) expect(places[0]).toBeLessThanOrEqual(places[1]!)
        if (order <= 0) expect(places[1]).toBeLessThanOrEqual(places[0]!)
      }),
      { numRuns: 200 }
    )
  })
})

describe("margins", () => {
  const rules = bands({ fall: exact("2"), rise: exact("1") })

  it("keep a unit in its band of the period before, on both sides of each border", () => {
    const rows: ReadonlyArray<readonly [string, string, string]> = [
      ["88", "excellent", "excellent"],
      ["87.99", "excellent", "good"],
      ["90", "good", "good"],
      ["90.99", "good", "good"],
      ["91", "good", "excellent"],
      ["78", "good", "good"],
      ["77.9", "good", "pass"],
      ["90", "", "excellent"],
      ["89.9", "", "good"]
    ]
    const standings = Band.place(
      rules,
      rows.map(([score, before]) => entry(score, before))
    )
    expect(standings.map(({ bandId }) => bandId)).toEqual(rows.map(([, , to]) => to))
    expect(standings[0]).toEqual({
      bandId: "excellent",
      byScoreId: "good",
      cause: "Hysteresis"
    })
  })

  it("leave exactly one band for every score and every band before", () => {
    fc.assert(
      fc.property(points, fc.constantFrom("", ...rules.ids), (value, beforeId) => {
        const [standing] = Band.place(rules, [{ score: Score.ofRational(value), beforeId }])
        expect(rules.ids).toContain(standing?.bandId)
        const shift =
          rules.ids.indexOf(standing?.bandId ?? "") - rules.ids.indexOf(standing?.byScoreId ?? "")
        expect(Math.abs(shift)).toBeLessThanOrEqual(1)
        expect(standing?.cause === "Edges").toBe(shift === 0)
      }),
      { numRuns: 200 }
    )
  })
})

describe("quotas", () => {
  const quota = (shareMax: string, ties: "AllDown" | "AllStay", bandIndex = 0) => ({
    bandIndex,
    shareMax: exact(shareMax),
    ties
  })
  const entries = ["99", "97", "95", "95", "92"].map((score) => entry(score))

  it("move the lowest scores down, ties at the cut together", () => {
    expect(ids(bands({ quotas: [quota("0.4", "AllDown")] }), entries)).toEqual([
      "excellent",
      "excellent",
      "good",
      "good",
      "good"
    ])
    expect(ids(bands({ quotas: [quota("0.6", "AllDown")] }), entries)).toEqual([
      "excellent",
      "excellent",
      "good",
      "good",
      "good"
    ])
    expect(ids(bands({ quotas: [quota("0.6", "AllStay")] }), entries)).toEqual([
      "excellent",
      "excellent",
      "excellent",
      "excellent",
      "good"
    ])
  })

  it("pass on from band to band, and say so", () => {
    const rules = bands({ quotas: [quota("0.2", "AllDown"), quota("0.2", "AllDown", 1)] })
    const standings = Band.place(rules, entries)
    expect(standings.map(({ bandId }) => bandId)).toEqual([
      "excellent",
      "good",
      "pass",
      "pass",
      "pass"
    ])
    expect(standings[2]).toEqual({ bandId: "pass", byScoreId: "excellent", cause: "Quota" })
    expect(ids(bands({ quotas: [quota("0", "AllDown")] }), entries)).not.toContain("excellent")
  })

  it("never exceed their share when ties go down, whatever the scores and their order", () => {
    const many = fc.array(points, { minLength: 1, maxLength: 25 })
    fc.assert(
      fc.property(many, fc.integer({ min: 0, max: 10 }), (values, tenths) => {
        const share = Rational.make(tenths, 10)
        const rules = bands({ quotas: [{ bandIndex: 0, shareMax: share, ties: "AllDown" }] })
        const given = values.map((value) => ({ score: Score.ofRational(value), beforeId: "" }))
        const found = ids(rules, given)
        const count = found.filter((id) => id === "excellent").length
        expect(count).toBeLessThanOrEqual(Math.floor((tenths * values.length) / 10))
        expect(ids(rules, [...given].reverse())).toEqual([...found].reverse())
        values.forEach((value, index) => {
          const same = values.findIndex((other) => Rational.equals(other, value))
          expect(found[index]).toBe(found[same])
        })
      }),
      { numRuns: 200 }
    )
  })
})
