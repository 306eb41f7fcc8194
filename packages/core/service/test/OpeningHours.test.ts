import { Holidays, WeeklyHours } from "@wangge/calendar"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { OpeningHours, OpeningHoursRule } from "../src/index.ts"
import { common, holds, lengthSec, union, without } from "../src/internal/spellSet.ts"
import { compiled, day, instant, october, zone } from "./aWindow.ts"

const office = OpeningHoursRule.office("office")
const asked = { hoursIds: ["office"], isBooked: false }

describe("hours", () => {
  test("regular hours keep holidays and make-up workdays", () => {
    const hours = compiled([office])
    const isOpen = (text: string): boolean => OpeningHours.isOpen(hours, asked, instant(text))
    expect([isOpen("2025-10-08 10:00"), isOpen("2025-10-09 10:00")]).toEqual([false, true])
    expect([isOpen("2025-10-11 10:00"), isOpen("2025-10-12 10:00")]).toEqual([true, false])
    expect([isOpen("2025-10-14 12:00"), isOpen("2025-10-14 13:30")]).toEqual([false, true])
    expect(OpeningHours.isOpen(hours, asked, 0)).toBe(false)
  })

  test("staggered shifts together are open over lunch; extended and rest-day lines add theirs", () => {
    const early: OpeningHoursRule.OpeningHoursRule = {
      ...office,
      hoursId: "early",
      kind: "Staggered",
      weekly: WeeklyHours.mondayToFriday([WeeklyHours.spell([7, 30], [12, 0])])
    }
    const lunch: OpeningHoursRule.OpeningHoursRule = {
      ...early,
      hoursId: "lunch",
      weekly: WeeklyHours.mondayToFriday([WeeklyHours.spell([11, 30], [18, 0])])
    }
    const rest: OpeningHoursRule.OpeningHoursRule = {
      ...office,
      hoursId: "rest",
      kind: "RestDay",
      days: "RestDays",
      weekly: WeeklyHours.everyDay([WeeklyHours.spell([9, 0], [12, 0])]),
      makeUpWeekday: OpeningHoursRule.closedOnMakeUp
    }
    const hours = compiled([early, lunch, rest], {
      zone,
      holidays: Holidays.china,
      fromDay: day("2025-10-08"),
      untilDay: day("2025-10-13")
    })
    const all = { hoursIds: ["early", "lunch", "rest"], isBooked: false }
    const wall = OpeningHours.spellsOf(hours, all)
    const spell = (date: string, from: string, until: string) => ({
      fromSec: instant(`${date} ${from}`),
      untilSec: instant(`${date} ${until}`)
    })
    expect(wall).toEqual([
      spell("2025-10-08", "09:00", "12:00"),
      spell("2025-10-09", "07:30", "18:00"),
      spell("2025-10-10", "07:30", "18:00"),
      spell("2025-10-11", "07:30", "18:00"),
      spell("2025-10-12", "09:00", "12:00")
    ])
    const free = [spell("2025-10-11", "17:00", "20:00"), spell("2025-10-11", "17:30", "19:00")]
    expect(OpeningHours.meeting(hours, all, free)).toEqual([spell("2025-10-11", "17:00", "18:00")])
  })

  test("a line that is not kept on make-up workdays is closed on them", () => {
    const weekly = [[], [WeeklyHours.spell([9, 0], [11, 0])], [], [], [], [], []]
    const tuesdays = { ...office, weekly, makeUpWeekday: OpeningHoursRule.closedOnMakeUp }
    const hours = compiled([tuesdays])
    expect(OpeningHours.spellsOf(hours, asked).map(({ fromSec }) => fromSec)).toEqual(
      ["14", "21", "28"].map((date) => instant(`2025-10-${date} 09:00`))
    )
    const made = OpeningHours.compile([{ ...tuesdays, makeUpWeekday: 0 }], october)
    expect(!made.ok && made.problems.map(({ problem }) => problem.code)).toEqual(["WeekdayInvalid"])
  })

  test("half past six fills the time from closing to 18:30 on days with hours", () => {
    const late = OpeningHoursRule.halfPastSix("late", office)
    expect(late.weekly.map((spells) => spells.length)).toEqual([1, 1, 1, 1, 1, 0, 0])
    const again = OpeningHoursRule.halfPastSix("again", late)
    expect(again.weekly.flat()).toEqual([])
  })

  test("what cannot be compiled is said line by line", () => {
    const bad = { ...office, hoursId: "bad", weekly: [] }
    const made = OpeningHours.compile([office, office, bad], october)
    expect(
      !made.ok && made.problems.map(({ hoursId, problem }) => [hoursId, problem.code])
    ).toEqual([
      ["office", "HoursNamedTwice"],
      ["bad", "WeekNotSevenDays"]
    ])
  })
})

describe("sets of seconds", () => {
  const spells = fc.array(
    fc
      .tuple(fc.nat(40), fc.nat(8))
      .map(([fromSec, length]) => ({ fromSec, untilSec: fromSec + length })),
    { maxLength: 6 }
  )
  const members = (set: ReadonlyArray<{ readonly fromSec: number; readonly untilSec: number }>) =>
    Array.from({ length: 60 }, (_, sec) => sec).filter((sec) =>
      set.some(({ fromSec, untilSec }) => fromSec <= sec && sec < untilSec)
    )

  test("union, common part and difference are those of the seconds", () => {
    fc.assert(
      fc.property(
        spells,
        spells,
        fc.nat(45),
        fc.integer({ min: 1, max: 6 }),
        (one, other, at, length) => {
          const left = union(one)
          const right = union(other)
          const inLeft = new Set(members(one))
          const inRight = new Set(members(other))
          expect(members(left)).toEqual(members(one))
          expect(lengthSec(left)).toBe(inLeft.size)
          expect(members(common(left, right))).toEqual(
            [...inLeft].filter((sec) => inRight.has(sec))
          )
          expect(members(without(left, right))).toEqual(
            [...inLeft].filter((sec) => !inRight.has(sec))
          )
          for (const set of [left, common(left, right), without(left, right)]) {
            const touches = set.some(
              (spell, index) => index > 0 && spell.fromSec <= set[index - 1]!.untilSec
            )
            expect(set === left && touches).toBe(false)
            expect(set.every(({ fromSec, untilSec }) => fromSec < untilSec)).toBe(true)
          }
          const asked = Array.from({ length }, (_, index) => at + index)
          expect(holds(left, { fromSec: at, untilSec: at + length })).toBe(
            asked.every((sec) => inLeft.has(sec))
          )
        }
      ),
      { numRuns: 300 }
    )
  })
})
