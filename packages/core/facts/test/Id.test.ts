import fc from "fast-check"
import { expect, test } from "vitest"
import { Id } from "../src/index.ts"

test("an id is 1 to 120 printable ASCII characters without spaces", () => {
  const good = ["a", "helong-0001", "!~", "x".repeat(Id.lengthMax)]
  const bad = ["", " ", "a b", "a\n", "网格", "tab\t", "\u007f", "x".repeat(Id.lengthMax + 1)]
  expect(good.filter(Id.isValid)).toEqual(good)
  expect(bad.filter(Id.isValid)).toEqual([])
})

test("make returns what isValid accepts and refuses the rest by name", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (text) => {
      if (Id.isValid(text)) expect(Id.make<"Case">(text)).toBe(text)
      else expect(() => Id.make(text)).toThrow(JSON.stringify(text))
    }),
    { numRuns: 300, seed: 1 }
  )
})
