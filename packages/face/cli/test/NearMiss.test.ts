import fc from "fast-check"
import { expect, test } from "vitest"
import * as NearMiss from "../src/NearMiss.ts"

const known = ["helong", "longxian", "jiyang"]

test("one slip of each sort finds the word", () => {
  for (const slip of ["helog", "helongg", "hekong", "ehlong", "HELONG"]) {
    expect(NearMiss.find(slip, known)).toBe("helong")
  }
})

test("a word of another kind finds nothing", () => {
  expect(NearMiss.find("atlantis", known)).toBeNull()
  expect(NearMiss.find("", known)).toBeNull()
  expect(NearMiss.find("x", [])).toBeNull()
})

test("a known word finds itself, and two swapped neighbours find their word", () => {
  fc.assert(
    fc.property(fc.constantFrom(...known), fc.nat(), (word, at) => {
      const place = at % (word.length - 1)
      const swapped = `${word.slice(0, place)}${word[place + 1]}${word[place]}${word.slice(place + 2)}`
      expect(NearMiss.find(word, known)).toBe(word)
      expect(NearMiss.find(swapped, known)).toBe(word)
    }),
    { seed: 7, numRuns: 100 }
  )
})
