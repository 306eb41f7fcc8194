import { Id, Seconds } from "@wangge/facts"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Retention } from "../src/index.ts"

const rule = Retention.defaults.Publication

describe("retention", () => {
  test("the last second is kept, the end and the next second are not", () => {
    const end = Retention.endSec(rule, 1000)
    expect(end).toBe(1000 + 89 * 86_400)
    const expired = [end - 1, end, end + 1].map((atSec) => Retention.isExpired(rule, 1000, atSec))
    expect(expired).toEqual([false, true, true])
  })

  test("a publication never outlasts three calendar months, on whatever day it begins", () => {
    for (let day = Seconds.dayNumber(2023, 1, 1); day < Seconds.dayNumber(2025, 1, 1); day += 1) {
      const { year, month, day: inMonth } = Seconds.civilDate(day)
      const later = month > 9 ? { year: year + 1, month: month - 9 } : { year, month: month + 3 }
      const last = Seconds.dayNumber(later.year, later.month + 1, 1) - 1
      const threeMonths = Math.min(Seconds.dayNumber(later.year, later.month, inMonth), last)
      expect(day + Retention.publicationDaysMax).toBeLessThanOrEqual(threeMonths)
    }
  })

  test("what has to go comes longest overdue first, the rest is not in the list", () => {
    const kept = [
      { kind: "AccessRecord", recordId: Id.make("look-1"), startSec: 0 },
      { kind: "Photo", recordId: Id.make("photo-1"), startSec: 0 },
      { kind: "Publication", recordId: Id.make("pub-1"), startSec: 0 }
    ] as const
    const atSec = 365 * Seconds.daySec
    expect(Retention.expired(Retention.defaults, kept, atSec)).toEqual([
      { kind: "Publication", recordId: "pub-1", endSec: 89 * 86_400, endAct: "Erase" },
      { kind: "Photo", recordId: "photo-1", endSec: 180 * 86_400, endAct: "Erase" }
    ])
  })

  test("waiting longer never brings anything back", () => {
    const kept = fc.array(
      fc.record({
        kind: fc.constantFrom(...Retention.kinds),
        recordId: fc.constant(Id.make("one")),
        startSec: fc.integer({ min: 0, max: 1e8 })
      })
    )
    fc.assert(
      fc.property(kept, fc.nat(2e8), fc.nat(1e8), (things, atSec, laterSec) => {
        const now = Retention.expired(Retention.defaults, things, atSec)
        const later = Retention.expired(Retention.defaults, things, atSec + laterSec)
        expect(later.slice(0, now.length)).toEqual(now)
      }),
      { numRuns: 100 }
    )
  })

  test("a rule without a whole day is an error, every default says why", () => {
    for (const keepDays of [0, 0.5, Number.NaN, -1]) {
      expect(() => Retention.endSec({ ...rule, keepDays }, 0)).toThrow(RangeError)
    }
    expect(Object.keys(Retention.defaults)).toEqual([...Retention.kinds])
    for (const { provenance } of Object.values(Retention.defaults)) {
      expect(provenance.kind).toBe("assumed")
    }
  })
})
