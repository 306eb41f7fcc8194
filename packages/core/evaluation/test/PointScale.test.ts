import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { PointScale, Rational } from "../src/index.ts"
import { exact, shares } from "./aFact.ts"

const at = (scale: PointScale.CompiledScale, values: ReadonlyArray<string>) =>
  values.map((value) => Rational.toText(PointScale.points(scale, exact(value))))

const goalposts = (zero: string, full: string): PointScale.CompiledScale => ({
  kind: "Goalposts",
  zero: exact(zero),
  full: exact(full)
})

describe("goalposts", () => {
  it("give 0 at one end, 100 at the other, and no more outside", () => {
    expect(at(goalposts("0.6", "0.9"), ["0.5", "0.6", "0.61", "0.75", "0.9", "0.95"])).toEqual([
      "0",
      "0",
      "10/3",
      "50",
      "100",
      "100"
    ])
  })

  it("reward less where full lies below zero", () => {
    const scale = goalposts("0.2", "0")
    expect(at(scale, ["0", "0.05", "0.2", "0.5"])).toEqual(["100", "75", "0", "0"])
    expect(PointScale.better(scale)).toBe("Lower")
  })
})

describe("a target", () => {
  it("gives the attained part of it", () => {
    const target = exact("0.9")
    const higher = { kind: "Target", target, better: "Higher" } as const
    expect(at(higher, ["0", "0.45", "0.9", "1"])).toEqual(["0", "50", "100", "100"])
    const lower = { kind: "Target", target: exact("0.1"), better: "Lower" } as const
    expect(at(lower, ["0", "0.1", "0.2", "1"])).toEqual(["100", "100", "50", "10"])
  })
})

describe("any scale", () => {
  it("stays from 0 to 100 and never falls in its own direction", () => {
    const scales = fc.oneof(
      fc
        .tuple(shares, shares)
        .filter(([zero, full]) => !Rational.equals(zero, full))
        .map(([zero, full]) => ({ kind: "Goalposts", zero, full }) as const),
      fc
        .tuple(shares, fc.constantFrom("Higher" as const, "Lower" as const))
        .filter(([target]) => target.numerator > 0n)
        .map(([target, better]) => ({ kind: "Target", target, better }) as const)
    )
    fc.assert(
      fc.property(scales, shares, shares, (scale, one, other) => {
        const [left, right] = [PointScale.points(scale, one), PointScale.points(scale, other)]
        expect(Rational.compare(left, Rational.zero)).not.toBe(-1)
        expect(Rational.compare(left, Rational.hundred)).not.toBe(1)
        const rises =
          Rational.compare(other, one) * (PointScale.better(scale) === "Higher" ? 1 : -1)
        if (rises >= 0) expect(Rational.compare(right, left)).not.toBe(-1)
      }),
      { numRuns: 300 }
    )
  })
})
