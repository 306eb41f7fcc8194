import type { Clock } from "@wangge/calendar"
import { Seconds } from "@wangge/facts"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Case, TimerRules } from "../src/index.ts"
import { clocksOn, instant, office, wall } from "./aTimer.ts"

const { calendar, working, workingDays } = clocksOn()
const hour = 3600
const day = 86_400

/** What a limit with pauses is due at, by the wall. */
const due = (
  clock: Clock.Clock,
  start: string,
  limitSec: number,
  pauses: ReadonlyArray<readonly [from: string, until: string]> = []
): string =>
  wall(
    TimerRules.dueSec(
      clock,
      { startSec: instant(start), limitSec },
      pauses.map(([from, until]) => ({ fromSec: instant(from), untilSec: instant(until) }))
    )
  )

describe("a due second outside pauses", () => {
  test("of a case due Friday 17:00 that was paused for 4 working hours is Monday 12:00", () => {
    expect(due(working, "2025-03-07 13:30:00", 3.5 * hour)).toBe("2025-03-07 17:00:00")
    expect(
      due(working, "2025-03-07 13:30:00", 3.5 * hour, [
        ["2025-03-07 14:30:00", "2025-03-10 09:30:00"]
      ])
    ).toBe("2025-03-10 12:00:00")
  })

  test("moves by what the clock would have counted, and not over a weekend", () => {
    const weekend = [["2025-03-07 17:30:00", "2025-03-10 08:30:00"]] as const
    expect(due(working, "2025-03-07 16:30:00", 2 * hour, weekend)).toBe("2025-03-10 09:30:00")
    expect(due(workingDays, "2025-03-07 16:30:00", 2 * day, weekend)).toBe("2025-03-11 17:30:00")
    expect(due(calendar, "2025-03-07 16:30:00", 2 * hour, weekend)).toBe("2025-03-10 09:30:00")
  })

  test("counts a working day unless it closes in a pause", () => {
    const start = "2025-03-03 10:00:00"
    const within = [["2025-03-05 09:00:00", "2025-03-05 17:29:59"]] as const
    const overClose = [["2025-03-05 17:29:59", "2025-03-05 17:30:00"]] as const
    const atClose = [["2025-03-05 17:30:00", "2025-03-06 17:00:00"]] as const
    expect(due(workingDays, start, 3 * day, within)).toBe("2025-03-06 17:30:00")
    expect(due(workingDays, start, 3 * day, overClose)).toBe("2025-03-07 17:30:00")
    expect(due(workingDays, start, 3 * day, atClose)).toBe("2025-03-06 17:30:00")
  })

  test("takes nothing away for the day of the start, which does not count anyway", () => {
    const pause = [["2025-03-03 11:00:00", "2025-03-04 09:00:00"]] as const
    expect(due(workingDays, "2025-03-03 10:00:00", day, pause)).toBe("2025-03-04 17:30:00")
  })

  test("stands when the pause begins with it, and moves when it begins a second before", () => {
    const limit = { startSec: 0, limitSec: 100 }
    const dueAfter = (fromSec: number): number =>
      TimerRules.dueSec(calendar, limit, [{ fromSec, untilSec: 500 }])
    expect([99, 100, 101].map(dueAfter)).toEqual([501, 100, 100])
  })

  test("never comes in a pause without an end, or without a limit", () => {
    const pause = { fromSec: 50, untilSec: TimerRules.never }
    expect(TimerRules.dueSec(calendar, { startSec: 0, limitSec: 100 }, [pause])).toBe(
      Number.POSITIVE_INFINITY
    )
    expect(TimerRules.dueSec(calendar, { startSec: 60, limitSec: 0 }, [pause])).toBe(60)
    const limitSec = Number.POSITIVE_INFINITY
    expect(TimerRules.dueSec(working, { startSec: instant("2025-03-03"), limitSec }, [])).toBe(
      limitSec
    )
    expect(TimerRules.storedSec(limitSec)).toBe(TimerRules.never)
  })

  test("is no number beyond the calendar", () => {
    const late = instant("2025-06-30 17:00:00")
    for (const clock of [working, workingDays]) {
      const limit = { startSec: late, limitSec: 5 * day }
      expect(TimerRules.dueSec(clock, limit, [])).toBeNaN()
      expect(TimerRules.dueSec(clock, limit, [{ fromSec: late, untilSec: late + 60 }])).toBeNaN()
      const planned = { fromSec: instant("2025-03-03 10:00:00"), untilSec: late + 90 * day }
      const reached = { startSec: instant("2025-03-03 09:00:00"), limitSec: day }
      expect(TimerRules.dueSec(clock, reached, [planned])).toBeNaN()
    }
  })
})

const step = 1800
const origin = instant("2025-02-24")
const at = (slot: number): number => origin + slot * step

/** Whether work is done in the step that begins at an instant, told without the calendar. */
const isWorked = (atSec: number): boolean => {
  const slot = Math.floor((atSec + 28_800) / step) % 48
  const weekday = (Math.floor((atSec + 28_800) / day) + 3) % 7
  return weekday < 5 && ((slot >= 17 && slot < 24) || (slot >= 27 && slot < 35))
}

const isPaused = (pauses: ReadonlyArray<Case.Pause>, atSec: number): boolean =>
  pauses.some((pause) => pause.fromSec <= atSec && atSec < pause.untilSec)

/** The due second by walking in steps: slow, and hard to get wrong. */
const walked = (
  kind: Clock.Clock["kind"],
  startSec: number,
  limitSec: number,
  pauses: ReadonlyArray<Case.Pause>
): number => {
  let atSec = startSec
  let leftSec = limitSec
  const startDay = Math.floor((startSec + 28_800) / day)
  while (leftSec > 0) {
    const isLastOfDay = isWorked(atSec) && (Math.floor((atSec + 28_800) / step) % 48) + 1 === 35
    const isLater = Math.floor((atSec + 28_800) / day) > startDay
    if (!isPaused(pauses, atSec)) {
      if (kind === "calendar" || (kind === "working" && isWorked(atSec))) leftSec -= step
      if (kind === "workingDays" && isLastOfDay && isLater) leftSec -= day
    }
    atSec += step
  }
  return atSec
}

const slot = fc.integer({ min: 0, max: 48 * 21 })
const pause = fc
  .tuple(slot, fc.integer({ min: 0, max: 96 }))
  .map(([from, length]) => ({ fromSec: at(from), untilSec: at(from + length) }))

describe("laws of due seconds", () => {
  test.each(["calendar", "working", "workingDays"] as const)("%s: as a walker finds it", (kind) => {
    const clock = clocksOn()[kind]
    const limitSec = fc
      .integer({ min: 0, max: kind === "workingDays" ? 8 : 100 })
      .map((count) => count * (kind === "workingDays" ? day : step))
    fc.assert(
      fc.property(slot, limitSec, fc.array(pause, { maxLength: 5 }), (start, limit, pauses) => {
        expect(TimerRules.dueSec(clock, { startSec: at(start), limitSec: limit }, pauses)).toBe(
          walked(kind, at(start), limit, pauses)
        )
      }),
      { numRuns: 300 }
    )
  })

  test("the order of pauses, their overlaps and their parts do not matter", () => {
    const scene = fc.record({
      clock: fc.constantFrom(calendar, working, workingDays),
      start: slot,
      days: fc.integer({ min: 0, max: 6 }),
      pauses: fc.array(pause, { maxLength: 5 }),
      seed: fc.array(fc.nat(), { minLength: 5, maxLength: 5 })
    })
    fc.assert(
      fc.property(scene, ({ clock, start, days, pauses, seed }) => {
        const limit = { startSec: at(start), limitSec: days * day }
        const expected = TimerRules.dueSec(clock, limit, pauses)
        const order = pauses.map((_, index) => index)
        order.sort((left, right) => seed[left]! - seed[right]!)
        const shuffled = order.map((index) => pauses[index]!)
        expect(TimerRules.dueSec(clock, limit, shuffled)).toBe(expected)
        const halved = pauses.flatMap(({ fromSec, untilSec }) => {
          const middleSec = Math.floor((fromSec + untilSec) / 2)
          return [
            { fromSec: middleSec, untilSec },
            { fromSec, untilSec: middleSec }
          ]
        })
        expect(TimerRules.dueSec(clock, limit, [...halved, ...pauses])).toBe(expected)
      }),
      { numRuns: 200 }
    )
  })

  test("a further pause or a longer limit never makes a case due earlier, nor in a pause", () => {
    const scene = fc.record({
      clock: fc.constantFrom(calendar, working, workingDays),
      start: slot,
      limitSec: fc.integer({ min: 1, max: 6 }).map((count) => count * day),
      pauses: fc.array(pause, { minLength: 1, maxLength: 5 })
    })
    fc.assert(
      fc.property(scene, ({ clock, start, limitSec, pauses }) => {
        const limit = { startSec: at(start), limitSec }
        const dueSec = TimerRules.dueSec(clock, limit, pauses)
        expect(TimerRules.dueSec(clock, limit, pauses.slice(1))).toBeLessThanOrEqual(dueSec)
        const longer = { startSec: at(start), limitSec: limitSec + day }
        expect(TimerRules.dueSec(clock, longer, pauses)).toBeGreaterThan(dueSec)
        expect(isPaused(pauses, dueSec - 1)).toBe(false)
      }),
      { numRuns: 200 }
    )
  })
})

describe("the amber point", () => {
  const share = 0.75

  test("leaves a quarter of the limit, and an extension moves it by itself", () => {
    expect(TimerRules.amberLimitSec(calendar, 1000, 0, share)).toBe(750)
    expect(TimerRules.amberLimitSec(calendar, 1000, 500, share)).toBe(1250)
    expect(TimerRules.amberLimitSec(calendar, 1001, 0, share)).toBe(751)
  })

  test("is cut to whole working days", () => {
    const days = [1, 2, 4, 5, 10].map(
      (count) => TimerRules.amberLimitSec(workingDays, count * day, 0, share) / day
    )
    expect(days).toEqual([0, 1, 3, 3, 7])
  })

  test("of no limit is none", () => {
    expect(TimerRules.amberLimitSec(calendar, Number.POSITIVE_INFINITY, 0, share)).toBe(
      Number.POSITIVE_INFINITY
    )
  })
})

test("the calendars of these tests cover what the walker walks", () => {
  expect(office().untilSec).toBeGreaterThan(at(48 * 21) + 40 * day)
  expect(Seconds.toIsoDate(Math.floor((origin + 28_800) / day))).toBe("2025-02-24")
})
