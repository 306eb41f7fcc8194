import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as EventHash from "../src/EventHash.ts"

const hashOf = (values: ReadonlyArray<number>): string => {
  const hash = EventHash.make()
  for (const value of values) hash.addNumber(value)
  return hash.digest()
}

describe("EventHash", () => {
  test("changes when any one number changes, however little", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.nat(31),
        (values, at, bit) => {
          const changed = [...values]
          changed[at % values.length] = values[at % values.length]! ^ (1 << bit)
          expect(hashOf(changed)).not.toBe(hashOf(values))
        }
      ),
      { numRuns: 300, seed: 1 }
    )
  })

  test("forty thousand short sequences have different hashes", () => {
    const hashes = new Set<string>()
    for (let left = 0; left < 200; left++) {
      for (let right = 0; right < 200; right++) hashes.add(hashOf([left, right]))
    }
    expect(hashes.size).toBe(40_000)
  })

  test("-0 counts as 0 and a longer sequence of zeros differs", () => {
    expect(hashOf([-0])).toBe(hashOf([0]))
    expect(hashOf([0, 0])).not.toBe(hashOf([0]))
    expect(hashOf([Number.NaN])).toBe(hashOf([0 / 0]))
    expect(hashOf([Number.NaN])).not.toBe(hashOf([0]))
  })

  test("texts are told apart, also at their seams", () => {
    const hashOfTexts = (...texts: ReadonlyArray<string>): string => {
      const hash = EventHash.make()
      for (const text of texts) hash.addText(text)
      return hash.digest()
    }
    const hashes = [
      hashOfTexts(),
      hashOfTexts(""),
      hashOfTexts("ab"),
      hashOfTexts("a", "b"),
      hashOfTexts("网格"),
      hashOfTexts("格网")
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  test("asking for the digest changes nothing", () => {
    const hash = EventHash.make()
    hash.addWord(1)
    hash.digest()
    hash.addWord(2)
    const other = EventHash.make()
    other.addWord(1)
    other.addWord(2)
    expect(hash.digest()).toBe(other.digest())
  })
})
