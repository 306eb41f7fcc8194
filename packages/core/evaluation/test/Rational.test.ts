import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Rational } from "../src/index.ts"
import { exact } from "./aFact.ts"

const whole = fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n })
const positive = fc.bigInt({ min: 1n, max: 10n ** 25n })
const rationals = fc.tuple(whole, positive).map(([above, below]) => Rational.make(above, below))

describe("an exact number", () => {
  it("is in lowest terms with the sign above", () => {
    expect(Rational.make(6, -8)).toEqual({ numerator: -3n, denominator: 4n })
    expect(Rational.make(0, -5)).toEqual({ numerator: 0n, denominator: 1n })
    const large = 10n ** 30n
    expect(Rational.make(large * 6n, large * 9n)).toEqual({ numerator: 2n, denominator: 3n })
  })

  it("refuses a denominator of 0, floats and division by 0", () => {
    expect(() => Rational.make(1, 0)).toThrow(RangeError)
    expect(() => Rational.make(0.5)).toThrow(RangeError)
    expect(() => Rational.make(Number.NaN)).toThrow(RangeError)
    expect(() => Rational.divide(Rational.one, Rational.zero)).toThrow(RangeError)
  })

  it("is read from exact decimals and fractions only", () => {
    expect(
      ["0.35", "-2", "1/3", "007", "0.10"].map((text) => Rational.toText(exact(text)))
    ).toEqual(["7/20", "-2", "1/3", "7", "1/10"])
    const bad = ["", " 1", "1e3", ".5", "+1", "1.", "1/0", "1/-2", "NaN", "0x10", "1,5", "½"]
    expect(bad.map(Rational.parse)).toEqual(bad.map(() => "NotANumber"))
    expect(Rational.parse("1".repeat(61))).toBe("NotANumber")
  })

  it("adds tenths exactly where doubles do not", () => {
    expect(Rational.equals(Rational.add(exact("0.1"), exact("0.2")), exact("0.3"))).toBe(true)
  })

  it("is shown with halves rounded away from zero", () => {
    const shown = ["0.125", "-0.125", "0.124999", "99.995", "-0.004"].map((text) =>
      Rational.toDecimal(exact(text), 2)
    )
    expect(shown).toEqual(["0.13", "-0.13", "0.12", "100.00", "0.00"])
    expect(Rational.toDecimal(exact("2.5"), 0)).toBe("3")
    expect(() => Rational.toDecimal(Rational.one, -1)).toThrow(RangeError)
  })

  it("gives the nearest double also when its parts are large", () => {
    const large = 10n ** 40n
    expect(Rational.toNumber(Rational.make(large, 3n * large + 1n))).toBeCloseTo(1 / 3, 15)
    expect(Rational.toNumber(Rational.make(-737, 972))).toBe(-737 / 972)
    expect(Rational.toNumber(Rational.make(1n, 3n * large))).toBe(1e-40 / 3)
    expect(Rational.toNumber(Rational.make(-(large * large)))).toBe(-1e80)
  })
})

describe("arithmetic", () => {
  it("obeys the laws of a field, order and round trip", () => {
    fc.assert(
      fc.property(rationals, rationals, rationals, (a, b, c) => {
        const { add, multiply, subtract, equals } = Rational
        expect(equals(add(a, b), add(b, a))).toBe(true)
        expect(equals(add(add(a, b), c), add(a, add(b, c)))).toBe(true)
        expect(equals(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true)
        expect(equals(subtract(add(a, b), b), a)).toBe(true)
        if (b.numerator !== 0n) expect(equals(multiply(Rational.divide(a, b), b), a)).toBe(true)
        expect(Rational.compare(a, b)).toBe(-Rational.compare(b, a) + 0)
        expect(Rational.compare(a, b) === 0).toBe(equals(a, b))
        expect(Rational.compare(Rational.min(a, b), Rational.max(a, b))).not.toBe(1)
        const text = Rational.toText(a)
        if (text.length <= Rational.textLengthMax) expect(exact(text)).toEqual(a)
        const floor = Rational.make(Rational.floor(a))
        expect(Rational.compare(floor, a)).not.toBe(1)
        expect(Rational.compare(a, add(floor, Rational.one))).toBe(-1)
      }),
      { numRuns: 300 }
    )
  })
})
