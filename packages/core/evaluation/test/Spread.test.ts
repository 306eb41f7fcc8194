import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Rational, Score, Spread } from "../src/index.ts"
import { exact, points } from "./aFact.ts"

const bands = { ids: ["excellent", "good", "fail"], excellentId: "excellent" }
const scores = (texts: ReadonlyArray<string>): ReadonlyArray<Score.Score> =>
  texts.map((text) => Score.ofRational(exact(text)))

describe("a spread", () => {
  it("gives the excellent share only together with everything else", () => {
    const spread = Spread.of(bands, ["excellent", "good"], scores(["95", "85"]))
    expect(Object.keys(spread).sort()).toEqual([
      "bands",
      "deviation",
      "excellentShare",
      "informationBits",
      "informationMaxBits",
      "mean",
      "median",
      "scoreMax",
      "scoreMin",
      "unitCount"
    ])
    expect(spread.deviation).toBe(5)
    expect(spread.median).toEqual(exact("90"))
    expect(spread.informationBits).toBe(1)
    expect(spread.bands.map(({ count }) => count)).toEqual([1, 1, 0])
  })

  it("tells nothing when all are excellent", () => {
    const spread = Spread.of(bands, ["excellent", "excellent"], scores(["95", "91"]))
    expect(spread.excellentShare).toEqual(Rational.one)
    expect(spread.informationBits).toBe(0)
  })

  it("refuses to be of nothing", () => {
    expect(() => Spread.of(bands, [], [])).toThrow(RangeError)
    expect(() => Spread.of(bands, ["good"], [])).toThrow(RangeError)
  })

  it("does not depend on the order of units", () => {
    fc.assert(
      fc.property(fc.array(points, { minLength: 1, maxLength: 30 }), (values) => {
        const given = values.map(Score.ofRational)
        const standings = values.map((value) =>
          Rational.compare(value, exact("90")) < 0 ? "good" : "excellent"
        )
        const forward = Spread.of(bands, standings, given)
        const backward = Spread.of(bands, [...standings].reverse(), [...given].reverse())
        expect(backward).toEqual(forward)
        expect(Rational.compare(forward.scoreMin, forward.median)).not.toBe(1)
        expect(Rational.compare(forward.median, forward.scoreMax)).not.toBe(1)
      }),
      { numRuns: 150 }
    )
  })
})

describe("the information of bands", () => {
  // -(p log2 p + q log2 q) by Python's decimal module with 50 digits.
  it("falls from 0.849 to 0.153 bits as the excellent share rises from 72.5 % to 97.8 %", () => {
    const bits = (share: number): number => Spread.informationBits([share, 1 - share])
    expect(bits(0.725)).toBeCloseTo(0.848548178294616, 12)
    expect(bits(0.978)).toBeCloseTo(0.152527328508782, 12)
  })

  it("is log2 of the number of bands when all are as likely, and nothing for one", () => {
    expect(Spread.informationBits([0.25, 0.25, 0.25, 0.25])).toBeCloseTo(2, 14)
    expect(Spread.informationBits([1, 0, 0])).toBe(0)
  })
})
