import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Rational, Score, Star } from "../src/index.ts"
import { exact, number, points } from "./aFact.ts"

const edgesOf = (texts: ReadonlyArray<string>): ReadonlyArray<Rational.Rational> => {
  const compilation = Star.compile({ ...Star.defaults, edges: texts.map(number) })
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems))
  return compilation.edges
}

const refusals = (texts: ReadonlyArray<string>): string => {
  const compilation = Star.compile({ ...Star.defaults, edges: texts.map(number) })
  if (compilation.ok) return ""
  return compilation.problems.map(({ code, subject }) => `${code} ${subject}`).join("; ")
}

describe("stars", () => {
  it("begin exactly at their edges", () => {
    const edges = edgesOf(Star.defaults.edges.map(({ value }) => value))
    const stars = ["0", "49.999", "50", "54.999", "55", "94.999", "95", "100"].map((text) =>
      Star.countOf(edges, Score.ofRational(exact(text)))
    )
    expect(stars).toEqual([0, 0, 1, 1, 2, 9, 10, 10])
  })

  it("decide a score that is a root by the root", () => {
    const root = Score.ofRoot({ radicand: Rational.make(7999), degree: 2 })
    expect(Star.countOf(edgesOf(["89.4", "89.5"]), root)).toBe(1)
  })

  it("are refused with edges that do not rise, lie outside or are too many", () => {
    expect(refusals([])).toBe("OutOfRange edges")
    expect(refusals(["10", "10"])).toBe("OutOfRange edges.1")
    expect(refusals(["10", "9"])).toBe("OutOfRange edges.1")
    expect(refusals(["x", "101"])).toBe("NotANumber edges.0; OutOfRange edges.1")
    expect(refusals(Array.from({ length: 11 }, (_, index) => `${index}`))).toBe("OutOfRange edges")
  })

  it("never fall when a score rises", () => {
    const edgeSets = fc
      .uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 10 })
      .map((set) => edgesOf([...set].sort((left, right) => left - right).map((edge) => `${edge}`)))
    fc.assert(
      fc.property(edgeSets, points, points, (edges, one, other) => {
        const [low, high] = Rational.compare(one, other) <= 0 ? [one, other] : [other, one]
        const [few, many] = [low, high].map((score) => Star.countOf(edges, Score.ofRational(score)))
        expect(few).toBeLessThanOrEqual(many ?? 0)
        expect(many).toBeLessThanOrEqual(Star.starCountMax)
      }),
      { numRuns: 300 }
    )
  })
})
