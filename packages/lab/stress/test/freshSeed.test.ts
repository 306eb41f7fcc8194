import * as fc from "fast-check"
import { expect, test } from "vitest"
import { freshSeed } from "../src/internal/freshSeed.ts"

test("fresh seeds are safe whole numbers, and differ from the given one and each other", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (seed) => {
      const seeds = [seed, ...Array.from({ length: 10 }, (_, at) => freshSeed(seed, at + 1))]
      expect(seeds.every(Number.isSafeInteger)).toBe(true)
      expect(new Set(seeds).size).toBe(seeds.length)
      expect(freshSeed(seed, 1)).toBe(seeds[1])
    }),
    { seed: 1, numRuns: 1000 }
  )
})
