import { WeeklyHours } from "@wangge/calendar"
import { Staff } from "@wangge/grid"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { OpeningHoursRule, type Window, WindowDemand } from "../src/index.ts"
import { appointment, combinedHall, compiled, instant, nineToFive, want } from "./aWindow.ts"

const tuesday = { fromSec: instant("2025-10-14"), untilSec: instant("2025-10-15"), slotSec: 1800 }
const evening = [{ fromSec: instant("2025-10-14 18:00"), untilSec: instant("2025-10-14 20:00") }]
const late = [nineToFive, OpeningHoursRule.halfPastSix("late", nineToFive)]

describe("row 31: service hours and channels", () => {
  test("given a resident free after 18:00, when only 9-17 windows exist, then unmet demand is counted", () => {
    const found = WindowDemand.assess(combinedHall(3), [want("r-1", evening)], tuesday)
    expect([found.metCount, found.unmetCount]).toEqual([0, 1])
    expect(found.unmet).toEqual({ NotOffered: 0, Closed: 1, NoQualifiedStaff: 0, Full: 0 })
  })

  test("with half-past-six it falls", () => {
    const found = WindowDemand.assess(combinedHall(3, late), [want("r-1", evening)], tuesday)
    expect(found.unmetCount).toBe(0)
    expect(found.placements).toEqual([
      {
        wantId: "r-1",
        isMet: true,
        slot: {
          windowId: "w-1",
          fromSec: instant("2025-10-14 18:00"),
          untilSec: instant("2025-10-14 18:30")
        }
      }
    ])
  })

  test("a fourth resident in the evening of three windows finds them full", () => {
    const wants = ["a", "b", "c", "d"].map((id) => want(id, evening))
    const found = WindowDemand.assess(combinedHall(3, late), wants, tuesday)
    expect(found.unmet.Full).toBe(1)
    expect(found.placements[3]).toEqual({ wantId: "d", isMet: false, reason: "Full" })
  })

  test("at-home service reaches whoever cannot come", () => {
    const rule: OpeningHoursRule.OpeningHoursRule = {
      hoursId: "home",
      kind: "AtHome",
      channel: "AtHome",
      days: "RestDays",
      weekly: WeeklyHours.everyDay([WeeklyHours.spell([19, 0], [20, 0])]),
      makeUpWeekday: OpeningHoursRule.closedOnMakeUp,
      isBookedOnly: true,
      provenance: { kind: "assumed", reason: "test" }
    }
    const base = combinedHall(1)
    const hall: Window.Hall = {
      ...base,
      windows: base.windows.map((window) => ({ ...window, channel: "AtHome", hoursIds: ["home"] })),
      hours: compiled([rule])
    }
    const saturday = {
      fromSec: instant("2025-10-18"),
      untilSec: instant("2025-10-19"),
      slotSec: 3600
    }
    const free = [{ fromSec: instant("2025-10-18 19:00"), untilSec: instant("2025-10-18 20:00") }]
    const home = { ...want("r-1", free), channels: ["AtHome"] } as const
    const booked = { ...home, isBooked: true }
    expect(WindowDemand.first(hall, booked, saturday).isMet).toBe(true)
    expect(WindowDemand.first(hall, home, saturday)).toEqual({
      wantId: "r-1",
      isMet: false,
      reason: "Closed"
    })
    // the make-up Saturday before (11 October) is a workday, so the line for days of rest is closed
    const makeUp = {
      fromSec: instant("2025-10-11"),
      untilSec: instant("2025-10-12"),
      slotSec: 3600
    }
    expect(WindowDemand.first(hall, booked, makeUp).isMet).toBe(false)
  })

  test("reasons: not offered, nobody qualified", () => {
    const hall = combinedHall(1)
    const free = [{ fromSec: tuesday.fromSec, untilSec: tuesday.untilSec }]
    const phone = { ...want("r-1", free), channels: ["Phone"] } as const
    expect(WindowDemand.first(hall, phone, tuesday)).toMatchObject({ reason: "NotOffered" })
    const clerks = {
      ...hall,
      staff: Staff.make({ appointments: [appointment("full-1", "CommunityWorker")] })
    }
    expect(WindowDemand.first(clerks, want("r-1", free), tuesday)).toMatchObject({
      reason: "NoQualifiedStaff"
    })
  })

  test("who is free a second short of a slot is not served in it", () => {
    const hall = combinedHall(1)
    const slot = { fromSec: instant("2025-10-14 16:30"), untilSec: instant("2025-10-14 17:00") }
    const isMet = (shift: number, end: number): boolean =>
      WindowDemand.first(
        hall,
        want("r-1", [{ fromSec: slot.fromSec + shift, untilSec: slot.untilSec + end }]),
        tuesday
      ).isMet
    expect([isMet(0, 0), isMet(1, 0), isMet(0, -1), isMet(-1, 1)]).toEqual([
      true,
      false,
      false,
      true
    ])
  })

  test("slots are whole seconds", () => {
    expect(() => WindowDemand.assess(combinedHall(1), [], { ...tuesday, slotSec: 0 })).toThrow(
      RangeError
    )
  })
})

const frees = fc.array(
  fc
    .tuple(fc.integer({ min: 14, max: 42 }), fc.integer({ min: 1, max: 6 }))
    .map(([start, length]) => ({
      fromSec: tuesday.fromSec + start * 1800,
      untilSec: tuesday.fromSec + (start + length) * 1800
    })),
  { maxLength: 2 }
)
const crowd = fc
  .array(frees, { maxLength: 12 })
  .map((all) => all.map((free, index) => want(`r-${index}`, free)))

const withHours = (from: number, until: number, windows: number): Window.Hall => ({
  ...combinedHall(windows, [
    {
      ...nineToFive,
      weekly: WeeklyHours.mondayToFriday([{ startSec: from * 1800, endSec: until * 1800 }])
    }
  ])
})

describe("laws", () => {
  test("more hours or windows never make more unmet demand, and counts add up", () => {
    fc.assert(
      fc.property(
        crowd,
        fc.integer({ min: 16, max: 22 }),
        fc.integer({ min: 23, max: 34 }),
        fc.nat(4),
        fc.nat(4),
        fc.integer({ min: 1, max: 2 }),
        (wants, from, until, earlier, later, windows) => {
          const one = WindowDemand.assess(withHours(from, until, windows), wants, tuesday)
          const longer = withHours(from - earlier, until + later, windows)
          const more = WindowDemand.assess(longer, wants, tuesday)
          const wider = WindowDemand.assess(withHours(from, until, windows + 1), wants, tuesday)
          expect(more.unmetCount).toBeLessThanOrEqual(one.unmetCount)
          expect(wider.unmetCount).toBeLessThanOrEqual(one.unmetCount)
          const { NotOffered, Closed, NoQualifiedStaff, Full } = one.unmet
          expect(one.metCount + NotOffered + Closed + NoQualifiedStaff + Full).toBe(wants.length)
        }
      ),
      { numRuns: 100 }
    )
  })

  test("as many are met as any order of taking free slots could meet, and nobody is doubled", () => {
    fc.assert(
      fc.property(
        crowd.map((all) => all.slice(0, 6)),
        (wants) => {
          const hall = withHours(18, 22, 1)
          const found = WindowDemand.assess(hall, wants, tuesday)
          const slots = found.placements.flatMap((one) => (one.isMet ? [one.slot.fromSec] : []))
          expect(new Set(slots).size).toBe(slots.length)
          expect(found.metCount).toBe(mostByTrying(wants, [18, 19, 20, 21]))
          for (const [index, placement] of found.placements.entries()) {
            if (!placement.isMet) continue
            const { fromSec, untilSec } = placement.slot
            const isFree = union(wants[index]!.free, fromSec, untilSec)
            expect(isFree).toBe(true)
          }
        }
      ),
      { numRuns: 100 }
    )
  })
})

/** Whether every half hour of a spell is free. */
const union = (
  free: ReadonlyArray<{ readonly fromSec: number; readonly untilSec: number }>,
  fromSec: number,
  untilSec: number
): boolean => free.some((one) => one.fromSec <= fromSec && untilSec <= one.untilSec)

/** The slow, obvious way: try every choice. */
const mostByTrying = (
  wants: ReadonlyArray<WindowDemand.Want>,
  halfHours: ReadonlyArray<number>
): number => {
  const [first, ...rest] = wants
  if (first === undefined) return 0
  const possible = halfHours.filter((half) => {
    const fromSec = tuesday.fromSec + half * 1800
    return union(first.free, fromSec, fromSec + 1800)
  })
  return Math.max(
    mostByTrying(rest, halfHours),
    ...possible.map(
      (half) =>
        1 +
        mostByTrying(
          rest,
          halfHours.filter((other) => other !== half)
        )
    )
  )
}
