import * as fc from "fast-check"
import { expect, test } from "vitest"
import * as StudyRules from "../src/StudyRules.ts"

test("without wishes there are 20 runs and 95 % intervals", () => {
  expect(StudyRules.of({}, 3)).toEqual({
    confidence: 0.95,
    confidenceEach: 0.95,
    countMin: 1,
    countMax: 20,
    goals: null
  })
})

test("a precision has a first look, an end and one goal per measure", () => {
  const goal = { relativeMax: 0.01 }
  expect(StudyRules.of({ precision: { goal } }, 2)).toMatchObject({
    countMin: 10,
    countMax: 10_000,
    goals: [goal, goal]
  })
  const own = { goal: [0.1, Number.POSITIVE_INFINITY], replicationsMin: 4, replicationsMax: 9 }
  expect(StudyRules.of({ precision: own }, 2)).toMatchObject({
    countMin: 4,
    countMax: 9,
    goals: [0.1, Number.POSITIVE_INFINITY]
  })
})

test("the first look is never after the end", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 50 }), (replicationsMax) => {
      const { countMin, countMax } = StudyRules.of({ precision: { goal: 1, replicationsMax } }, 1)
      return countMin <= countMax && countMin === Math.min(10, replicationsMax)
    }),
    { numRuns: 100 }
  )
})

test("intervals that hold together are wider each, by Bonferroni", () => {
  const { confidence, confidenceEach } = StudyRules.of({ isSimultaneous: true }, 10)
  expect(confidence).toBe(0.95)
  expect(confidenceEach).toBeCloseTo(0.995, 12)
})

test("counts, confidences and goals that make no sense are refused", () => {
  const wrong: ReadonlyArray<StudyRules.Wanted> = [
    { replications: 0 },
    { replications: 1.5 },
    { confidence: 0 },
    { confidence: 1 },
    { precision: { goal: 0 } },
    { precision: { goal: { relativeMax: Number.NaN } } },
    { precision: { goal: [1] } },
    { precision: { goal: 1, replicationsMin: 1 } },
    { precision: { goal: 1, replicationsMin: 10, replicationsMax: 9 } }
  ]
  for (const one of wrong) expect(() => StudyRules.of(one, 2)).toThrow(RangeError)
})
