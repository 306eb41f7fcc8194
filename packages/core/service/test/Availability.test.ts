import { WeeklyHours } from "@wangge/calendar"
import { Seconds } from "@wangge/facts"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Availability } from "../src/index.ts"
import { evenings } from "./aVolunteer.ts"

const day = Seconds.daySec
const hour = Seconds.hourSec
const week = { fromSec: 0, untilSec: 7 * day }

describe("availability", () => {
  test("nobody is free who has not said so", () => {
    expect(Availability.freeSpells(Availability.none, week)).toEqual([])
  })

  test("the zone decides when an evening is", () => {
    const shanghai = { ...evenings, zone: "Asia/Shanghai" }
    const [first] = Availability.freeSpells(shanghai, { fromSec: 0, untilSec: day })
    expect(first).toEqual({ fromSec: 10 * hour, untilSec: 13 * hour })
  })

  test("what is taken out wins over what is offered, a whole day over both", () => {
    const times = {
      ...evenings,
      offered: [{ fromSec: 8 * hour, untilSec: 10 * hour }],
      away: [{ fromSec: 9 * hour, untilSec: 19 * hour }],
      blackoutDays: [1]
    }
    expect(Availability.freeSpells(times, { fromSec: 0, untilSec: 2 * day })).toEqual([
      { fromSec: 8 * hour, untilSec: 9 * hour },
      { fromSec: 19 * hour, untilSec: 21 * hour }
    ])
  })

  test("hours over midnight are one spell", () => {
    const spells = [WeeklyHours.spell([22, 0], [24, 0]), WeeklyHours.spell([0, 0], [2, 0])]
    const nights = { ...evenings, weekly: WeeklyHours.everyDay(spells) }
    const free = Availability.freeSpells(nights, week)
    expect(Availability.isFree(free, { fromSec: 22 * hour, untilSec: 26 * hour })).toBe(true)
    expect(Availability.isFree(free, { fromSec: 22 * hour, untilSec: 26 * hour + 1 })).toBe(false)
  })

  test("borders: the first and the last second of a spell belong to it, the end does not", () => {
    const free = [{ fromSec: 10, untilSec: 20 }]
    const spells = [
      [10, 20],
      [9, 20],
      [10, 21],
      [19, 20],
      [20, 21]
    ] as const
    expect(
      spells.map(([fromSec, untilSec]) => Availability.isFree(free, { fromSec, untilSec }))
    ).toEqual([true, false, false, true, false])
  })

  test("every kind of wrong times has its code, and wrong times are not searched", () => {
    const wrong = {
      zone: "Mars",
      weekly: [[{ startSec: 5, endSec: 5 }], [], [], [], [], [], []],
      offered: [{ fromSec: 5, untilSec: 5 }],
      away: [{ fromSec: 0.5, untilSec: 7 }],
      blackoutDays: [3, 3, Number.NaN]
    }
    expect(Availability.problems(wrong).map(({ code }) => code)).toEqual([
      "UnknownZone",
      "WeekWrong",
      "EmptySpell",
      "EmptySpell",
      "DayTwice",
      "DayInvalid"
    ])
    expect(() => Availability.freeSpells(wrong, week)).toThrow(RangeError)
    expect(() => Availability.freeSpells(evenings, { fromSec: 5, untilSec: 5 })).toThrow(RangeError)
  })

  test("a second is free exactly if it is given and not taken", () => {
    const spell = fc
      .tuple(fc.integer({ min: 0, max: 3 * 24 }), fc.integer({ min: 1, max: 30 }))
      .map(([from, long]) => ({ fromSec: from * hour, untilSec: (from + long) * hour }))
    const spells = fc.array(spell, { maxLength: 4 })
    const times = fc.record({
      offered: spells,
      away: spells,
      blackoutDays: fc.uniqueArray(fc.integer({ min: 0, max: 3 }))
    })
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 3 * 24 - 1 }), (given, at) => {
        const all = { ...evenings, ...given }
        const free = Availability.freeSpells(all, { fromSec: 0, untilSec: 3 * day })
        const holds = (one: { readonly fromSec: number; readonly untilSec: number }): boolean =>
          one.fromSec <= at * hour && at * hour < one.untilSec
        const isEvening = at % 24 >= 18 && at % 24 < 21
        const isGiven = isEvening || given.offered.some(holds)
        const isTaken = given.away.some(holds) || given.blackoutDays.includes(Math.floor(at / 24))
        const second = { fromSec: at * hour, untilSec: at * hour + 1 }
        expect(Availability.isFree(free, second)).toBe(isGiven && !isTaken)
      }),
      { numRuns: 300 }
    )
  })
})
