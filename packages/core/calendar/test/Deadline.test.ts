import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Clock, Deadline, type WorkCalendar } from "../src/index.ts"
import { described, instant, office, wall } from "./aCalendar.ts"

const working = Clock.working(office)
const never = Number.POSITIVE_INFINITY
const hour = 3600

/** A clock with instants of its range, in order, and a limit. */
const scene = fc
  .oneof(described({ dayCount: 10, stepSec: 900 }), fc.constant({ calendar: office }))
  .chain(({ calendar }: { readonly calendar: WorkCalendar.WorkCalendar }) => {
    const at = fc.integer({ min: calendar.fromSec, max: calendar.untilSec })
    return fc.record({
      clockOf: fc.constantFrom(
        () => Clock.working(calendar),
        () => Clock.calendar
      ),
      at: fc
        .tuple(at, at, at)
        .map((found) => found.sort((left, right) => left - right))
        .map(([start = 0, suspended = 0, resumed = 0]) => ({ start, suspended, resumed })),
      limitSec: fc.integer({ min: 0, max: 400_000 })
    })
  })

describe("due times", () => {
  test("a limit that runs out with the working day is due at its end", () => {
    const dueSec = Deadline.dueSec(working, instant("2025-03-07 08:30:00"), 27_000)
    expect(wall(dueSec)).toBe("2025-03-07 17:30:00")
  })

  test("a negative limit is refused and an infinite one is never due", () => {
    expect(() => Deadline.dueSec(Clock.calendar, 0, -1)).toThrow("got -1")
    expect(() => Deadline.dueSec(Clock.calendar, 0, Number.NaN)).toThrow("got NaN")
    expect(Deadline.dueSec(working, office.fromSec, never)).toBe(never)
    expect(Deadline.isOverdue(never, office.untilSec)).toBe(false)
    const spell = { startSec: office.fromSec, limitSec: never, atSec: office.untilSec }
    expect(Deadline.remainingSec(working, spell)).toBe(never)
    expect(Deadline.dueSec(working, never, 60)).toBe(never)
    expect(Deadline.untilDueSec(working, { dueSec: never, atSec: office.fromSec })).toBe(never)
  })

  test("the due second is on time, the next one is overdue", () => {
    expect([99, 100, 101].map((atSec) => Deadline.isOverdue(100, atSec))).toEqual([
      false,
      false,
      true
    ])
  })

  test("what remains is the same counted from the start or to the due time", () => {
    fc.assert(
      fc.property(scene, ({ clockOf, at, limitSec }) => {
        const clock = clockOf()
        if (!Clock.reaches(clock, at.start, limitSec)) return
        const dueSec = Deadline.dueSec(clock, at.start, limitSec)
        const spell = { startSec: at.start, limitSec, atSec: at.suspended }
        const leftSec = Deadline.remainingSec(clock, spell)
        expect(Deadline.untilDueSec(clock, { dueSec, atSec: at.suspended })).toBe(leftSec)
        if (leftSec > 0) expect(Deadline.isOverdue(dueSec, at.suspended)).toBe(false)
        if (leftSec < 0) expect(Deadline.isOverdue(dueSec, at.suspended)).toBe(true)
      }),
      { numRuns: 300, seed: 7 }
    )
  })

  test("a longer limit is never due earlier", () => {
    fc.assert(
      fc.property(scene, fc.nat(1000), ({ clockOf, at, limitSec }, moreSec) => {
        const clock = clockOf()
        if (!Clock.reaches(clock, at.start, limitSec + moreSec)) return
        expect(Deadline.dueSec(clock, at.start, limitSec + moreSec)).toBeGreaterThanOrEqual(
          Deadline.dueSec(clock, at.start, limitSec)
        )
      }),
      { numRuns: 200, seed: 8 }
    )
  })
})

describe("pauses", () => {
  test("a case due Friday 17:00 that is paused for 4 working hours is due Monday 12:00", () => {
    const dueSec = Deadline.resumedDueSec(working, {
      dueSec: instant("2025-03-07 17:00:00"),
      suspendedSec: instant("2025-03-07 09:00:00"),
      resumedSec: instant("2025-03-07 14:30:00")
    })
    expect(wall(dueSec)).toBe("2025-03-10 12:00:00")
  })

  test("a resumed case has the time left that it had when it was suspended", () => {
    fc.assert(
      fc.property(scene, ({ clockOf, at, limitSec }) => {
        const clock = clockOf()
        if (!Clock.reaches(clock, at.start, limitSec)) return
        const dueSec = Deadline.dueSec(clock, at.start, limitSec)
        const pausedSec = Clock.elapsedSec(clock, at.suspended, at.resumed)
        if (!Clock.reaches(clock, dueSec, pausedSec)) return
        const pause = { dueSec, suspendedSec: at.suspended, resumedSec: at.resumed }
        const resumedDueSec = Deadline.resumedDueSec(clock, pause)
        expect(Deadline.untilDueSec(clock, { dueSec: resumedDueSec, atSec: at.resumed })).toBe(
          Deadline.untilDueSec(clock, { dueSec, atSec: at.suspended })
        )
        expect(resumedDueSec).toBeGreaterThanOrEqual(dueSec)
      }),
      { numRuns: 300, seed: 9 }
    )
  })

  test("a weekend's pause moves nothing on working time", () => {
    const pause = {
      dueSec: instant("2025-03-10 10:00:00"),
      suspendedSec: instant("2025-03-07 17:30:00"),
      resumedSec: instant("2025-03-10 08:30:00")
    }
    expect(Deadline.resumedDueSec(working, pause)).toBe(pause.dueSec)
    expect(Deadline.resumedDueSec(Clock.calendar, pause)).toBe(pause.dueSec + 63 * hour)
  })

  test("an overdue case is as late after the pause as before", () => {
    const pause = {
      dueSec: instant("2025-03-07 17:30:00"),
      suspendedSec: instant("2025-03-10 09:30:00"),
      resumedSec: instant("2025-03-11 09:30:00")
    }
    const dueSec = Deadline.resumedDueSec(working, pause)
    expect(wall(dueSec)).toBe("2025-03-10 17:30:00")
    expect(Deadline.untilDueSec(working, { dueSec, atSec: pause.resumedSec })).toBe(-hour)
    expect(Deadline.isOverdue(dueSec, pause.resumedSec)).toBe(true)
  })

  test("a pause that ends before it begins is refused, no due time stays none", () => {
    const pause = { dueSec: never, suspendedSec: 10, resumedSec: 20 }
    expect(Deadline.resumedDueSec(Clock.calendar, pause)).toBe(never)
    const inRange = { dueSec: never, suspendedSec: office.fromSec, resumedSec: office.untilSec }
    expect(Deadline.resumedDueSec(working, inRange)).toBe(never)
    expect(() =>
      Deadline.resumedDueSec(Clock.calendar, { dueSec: 5, suspendedSec: 10, resumedSec: 9 })
    ).toThrow("at least suspendedSec 10; got 9")
  })
})
