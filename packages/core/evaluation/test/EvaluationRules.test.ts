import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  CompiledRules,
  EvaluationPreset,
  EvaluationProblem,
  EvaluationRules,
  IndicatorCatalog,
  Rational,
  Weights
} from "../src/index.ts"
import { compiled, exact, number, smallRates } from "./aFact.ts"

const codes = (rules: EvaluationRules.EvaluationRules): ReadonlyArray<string> => {
  const compilation = EvaluationRules.compile(rules)
  return compilation.ok
    ? []
    : compilation.problems.map(({ code, subject, found }) => `${code} ${subject} ${found}`)
}

const withWeights = (
  weights: ReadonlyArray<string>,
  weighting: EvaluationRules.Weighting = "SumToOne"
): EvaluationRules.EvaluationRules => ({
  ...smallRates,
  weighting,
  parts: smallRates.parts.map((part, index) => ({ ...part, weight: number(weights[index] ?? "0") }))
})

describe("weights", () => {
  it("that do not sum to exactly 1 are refused with sum and difference, on both sides", () => {
    expect(codes(withWeights(["0.30", "0.35", "0.35"]))).toEqual([])
    const nearly = codes(withWeights(["0.30", "0.35", "0.349999999999999999"]))
    expect(nearly).toEqual([
      "WeightsNotOne parts 999999999999999999/1000000000000000000 = 1 - 1/1000000000000000000"
    ])
    expect(codes(withWeights(["0.30", "0.35", "0.36"]))).toEqual([
      "WeightsNotOne parts 1.01 = 1 + 0.01"
    ])
  })

  it("may be thirds, which no decimal is", () => {
    expect(codes(withWeights(["1/3", "1/3", "1/3"]))).toEqual([])
    expect(codes(withWeights(["0.333", "0.333", "0.333"]))).toEqual([
      "WeightsNotOne parts 0.999 = 1 - 0.001"
    ])
  })

  it("are scaled only when asked, and scaling a set then changes nothing", () => {
    const weights = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(weights, fc.integer({ min: 2, max: 1000 }), (given, factor) => {
        const texts = given.map((weight) => `${weight}/1000`)
        const larger = given.map((weight) => `${weight * factor}/1000`)
        const parts = (some: ReadonlyArray<string>) => compiled(withWeights(some, "Scaled")).parts
        expect(parts(larger)).toEqual(parts(texts))
        expect(Rational.sum(parts(texts).map(({ weight }) => weight))).toEqual(Rational.one)
        const sum = given.reduce((total, weight) => total + weight, 0)
        expect(codes(withWeights(texts)).length === 0).toBe(sum === 1000)
      }),
      { numRuns: 150 }
    )
  })

  it("of 0 or less, and what is no exact number, are refused", () => {
    expect(codes(withWeights(["-0.3", "0.65", "0.65"]))).toEqual([
      "OutOfRange parts.response.weight -0.3"
    ])
    expect(codes(withWeights(["0", "0.5", "0.5"]))).toEqual(["OutOfRange parts.response.weight 0"])
    expect(codes(withWeights(["NaN", "1e-1", ""]))).toEqual([
      "NotANumber parts.response.weight NaN",
      "NotANumber parts.verified.weight 1e-1",
      "NotANumber parts.satisfied.weight "
    ])
    const refused = Weights.of([exact("-1"), exact("2")], "SumToOne")
    expect(refused.ok ? "" : refused.problem.code).toBe("OutOfRange")
    expect(Weights.of([], "Scaled").ok).toBe(false)
  })
})

describe("rules are refused", () => {
  const some = smallRates
  const bands = some.bands

  it("without parts, with unknown or doubled names", () => {
    expect(codes({ ...some, parts: [] })).toEqual(["NoParts parts 0"])
    expect(codes({ ...some, id: "", version: "" })).toEqual([
      "EmptyText rules.id.0 ",
      "EmptyText rules.version.0 "
    ])
    const [first] = some.parts
    if (first === undefined) throw new Error("three rates have parts")
    expect(
      codes({ ...some, parts: [...some.parts, { ...first, indicatorId: "other" }] })
    ).toContain("UnknownId parts other")
    const doubled = { ...some, indicators: [...some.indicators, IndicatorCatalog.response] }
    expect(codes(doubled)).toEqual(["DuplicateId indicators, adjustments, bands response"])
  })

  it("with a scale against its indicator, of no length, or with a target of 0", () => {
    const scaled = (scale: EvaluationRules.ScorePart["scale"]) =>
      codes({
        ...some,
        parts: some.parts.map((part, index) => (index === 0 ? { ...part, scale } : part))
      })
    expect(scaled({ kind: "Goalposts", zero: number("1"), full: number("0") })).toEqual([
      "ScaleAgainstBetter parts.response.scale Lower"
    ])
    expect(scaled({ kind: "Goalposts", zero: number("0.5"), full: number("1/2") })).toEqual([
      "EmptyGoalposts parts.response.scale 0.5"
    ])
    expect(scaled({ kind: "Target", target: number("0"), better: "Higher" })).toEqual([
      "OutOfRange parts.response.scale.target 0"
    ])
    expect(scaled({ kind: "Target", target: number("0.9"), better: "Lower" })).toEqual([
      "ScaleAgainstBetter parts.response.scale Lower"
    ])
  })

  it("with bands that leave a score without one, or out of order", () => {
    const from = (edges: ReadonlyArray<string>) =>
      codes({
        ...some,
        bands: {
          ...bands,
          bands: bands.bands.map((band, index) => ({ ...band, from: number(edges[index] ?? "0") }))
        }
      })
    expect(from(["90", "80", "60", "1"])).toEqual(["LowestBandNotZero bands.fail.from 1"])
    expect(from(["90", "90", "60", "0"])).toEqual(["BandsNotOrdered bands.good.from 90"])
    expect(from(["101", "80", "60", "0"])).toEqual([
      "OutOfRange bands.excellent.from 101",
      "BandsNotOrdered bands.good.from 80"
    ])
    expect(codes({ ...some, bands: { ...bands, excellentId: "best" } })).toEqual([
      "UnknownId bands.excellentId best"
    ])
    const quota = { bandId: "fail", shareMax: number("0.3"), ties: "AllDown" } as const
    expect(codes({ ...some, bands: { ...bands, quotas: [quota] } })).toEqual([
      "QuotaOnLowestBand bands.quotas.fail fail"
    ])
  })

  it("with extra points on a geometric mean, or with a root that is too deep", () => {
    const geometric = { ...some, method: "WeightedGeometric" } as const
    expect(codes(geometric)).toEqual([])
    const { adjustments } = EvaluationPreset.helong
    expect(codes({ ...geometric, adjustments })).toEqual([
      "AdjustmentNeedsSum adjustments.helpGiven Extra",
      "AdjustmentNeedsSum adjustments.appealsUpheld Deduction"
    ])
    const deep = withWeights(["0.3001", "0.3499", "0.35"])
    expect(codes(deep)).toEqual([])
    expect(codes({ ...deep, method: "WeightedGeometric" })).toEqual(["RootTooDeep parts 10000"])
  })

  it("with a sample of 0, an indicator without facts, a ratio with lists, too many kinds", () => {
    const changed = (change: Partial<EvaluationRules.EvaluationRules["indicators"][number]>) =>
      codes({
        ...some,
        indicators: some.indicators.map((indicator, index) =>
          index === 0 ? { ...indicator, ...change } : indicator
        )
      })
    expect(changed({ sampleMin: number("0") })).toEqual([
      "OutOfRange indicators.response.sampleMin 0"
    ])
    expect(changed({ sampleMin: number("2.5") })).toEqual([
      "NotWhole indicators.response.sampleMin 2.5"
    ])
    expect(changed({ numeratorKinds: [] })).toEqual([
      "NoFactKinds indicators.response.numeratorKinds 0"
    ])
    expect(changed({ measure: "Ratio" })).toEqual([
      "RatioWithLists indicators.response againstKinds"
    ])
    const kinds = Array.from({ length: CompiledRules.factKindCountMax + 1 }, (_, at) => `kind${at}`)
    expect(changed({ askedKinds: kinds })[0]).toMatch(/^TooManyFactKinds rules \d+$/)
  })
})

describe("problems", () => {
  it("have words in both languages for every code, without a place left open", () => {
    for (const code of EvaluationProblem.codes) {
      const text = EvaluationProblem.describe(EvaluationProblem.make(code, "a", "b", "c"))
      expect(text.en).not.toMatch(/[{}]/)
      expect(text.zh).toMatch(/[\u4e00-\u9fff]/)
      expect(text.zh).not.toMatch(/[{}]/)
    }
  })
})

describe("the digest", () => {
  it("changes with any number and not with the order of fields", () => {
    const digest = (rules: EvaluationRules.EvaluationRules) => compiled(rules).digest
    const turned = EvaluationPreset.threeRates
    const { id, ...rest } = turned
    expect(digest({ ...rest, id })).toBe(digest(turned))
    expect(digest({ ...turned, version: "2" })).not.toBe(digest(turned))
    expect(digest(smallRates)).not.toBe(digest(turned))
    expect(digest(turned)).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe("presets", () => {
  it.each(EvaluationPreset.list.map((rules) => [rules.id, rules] as const))(
    "%s compiles and says where each number comes from",
    (_, rules) => {
      expect(codes(rules)).toEqual([])
      const numbers: Array<unknown> = []
      const walk = (value: unknown): void => {
        if (typeof value === "number") throw new Error("a number stands bare in the rules")
        if (typeof value !== "object" || value === null) return
        if ("value" in value) numbers.push(value)
        Object.values(value).forEach(walk)
      }
      walk(rules)
      expect(numbers.length).toBeGreaterThan(10)
      for (const one of numbers) expect(one).toHaveProperty("provenance.kind")
    }
  )

  it("take nothing but the three weights from a publication", () => {
    const published = EvaluationPreset.list.flatMap(({ id, parts }) =>
      parts.flatMap(({ indicatorId, weight }) =>
        weight.provenance.kind === "assumed" ? [] : [`${id} ${indicatorId} ${weight.value}`]
      )
    )
    expect(published).toEqual([
      "threeRates response 0.30",
      "threeRates verified 0.35",
      "threeRates satisfied 0.35"
    ])
    expect(JSON.stringify(EvaluationPreset.list)).not.toMatch(/Beijing|北京/)
  })

  it("are found by their ids", () => {
    expect(EvaluationPreset.find("helong")).toBe(EvaluationPreset.helong)
    expect(EvaluationPreset.find("nowhere")).toBe("None")
  })
})
