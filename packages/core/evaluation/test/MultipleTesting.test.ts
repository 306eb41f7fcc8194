import * as fc from "fast-check"
import { expect, test } from "vitest"
import { MultipleTesting, Rational } from "../src/index.ts"

const chances = fc.array(
  fc.integer({ min: 0, max: 60 }).map((part) => Rational.make(part, 60)),
  { maxLength: 12 }
)
const corrections = fc.constantFrom(...MultipleTesting.corrections)

test("the example of Benjamini and Hochberg (1995) rings 4 times, and 3 times by Holm", () => {
  const published =
    "0.0001 0.0004 0.0019 0.0095 0.0201 0.0278 0.0298 0.0344 0.0459 0.3240 0.4262 0.5719 0.6528 0.7590 1.000"
  const values = published
    .split(" ")
    .map((text) => Rational.make(BigInt(text.replace(".", "")), BigInt(10 ** (text.length - 2))))
  const ringing = (correction: MultipleTesting.Correction): number =>
    MultipleTesting.adjusted(values, correction).filter(
      (value) => Rational.compare(value, Rational.make(1, 20)) <= 0
    ).length
  expect(ringing("BenjaminiHochberg")).toBe(4)
  expect(ringing("Holm")).toBe(3)
})

test("the order of the tests is irrelevant", () => {
  fc.assert(
    fc.property(chances, corrections, (values, correction) => {
      const forward = MultipleTesting.adjusted(values, correction)
      const backward = MultipleTesting.adjusted(values.toReversed(), correction)
      expect(backward.toReversed()).toEqual(forward)
    })
  )
})

test("nothing rings that would not ring alone, and Holm never rings more than Benjamini-Hochberg", () => {
  fc.assert(
    fc.property(chances, (values) => {
      const holm = MultipleTesting.adjusted(values, "Holm")
      const other = MultipleTesting.adjusted(values, "BenjaminiHochberg")
      values.forEach((value, place) => {
        expect(Rational.compare(value, other[place]!)).toBeLessThanOrEqual(0)
        expect(Rational.compare(other[place]!, holm[place]!)).toBeLessThanOrEqual(0)
        expect(Rational.compare(holm[place]!, Rational.one)).toBeLessThanOrEqual(0)
      })
    })
  )
})

test("the stepwise rules as they were published give the same answer", () => {
  const levels = fc.integer({ min: 1, max: 30 }).map((part) => Rational.make(part, 60))
  fc.assert(
    fc.property(chances, levels, corrections, (values, level, correction) => {
      const sorted = [...values].sort(Rational.compare)
      const passes = sorted.map((value, index) => {
        const factor =
          correction === "Holm"
            ? Rational.make(1, sorted.length - index)
            : Rational.make(index + 1, sorted.length)
        return Rational.compare(value, Rational.multiply(level, factor)) <= 0
      })
      const firstFailure = passes.indexOf(false)
      const published =
        correction === "Holm"
          ? firstFailure < 0
            ? passes.length
            : firstFailure
          : passes.lastIndexOf(true) + 1
      const found = MultipleTesting.adjusted(values, correction).filter(
        (value) => Rational.compare(value, level) <= 0
      )
      expect(found.length).toBe(published)
    })
  )
})
