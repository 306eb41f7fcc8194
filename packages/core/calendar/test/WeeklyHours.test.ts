import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { WeeklyHours } from "../src/index.ts"
import { weekly } from "./aCalendar.ts"

const { everyDay, mondayToFriday, officeSpells, problems, spell } = WeeklyHours

describe("weekly hours", () => {
  test("office hours are 8:30-12:00 and 13:30-17:30", () => {
    expect(officeSpells).toEqual([spell([8, 30], [12, 0]), spell([13, 30], [17, 30])])
    expect(mondayToFriday(officeSpells).map((day) => day.length)).toEqual([2, 2, 2, 2, 2, 0, 0])
  })

  test("spells that touch, stand unsorted or end with the day are good", () => {
    const touching = [spell([12, 0], [24, 0]), spell([0, 0], [12, 0])]
    expect(problems(everyDay(touching))).toEqual([])
    expect(WeeklyHours.inOrder(touching)[0]).toEqual(spell([0, 0], [12, 0]))
  })

  test("hours without overlap have no problems", () => {
    fc.assert(
      fc.property(weekly(1), (week) => {
        expect(problems(week)).toEqual([])
      }),
      { numRuns: 100, seed: 3 }
    )
  })

  test("two spells that share a second overlap, in whatever order they stand", () => {
    const later = { startSec: 99, endSec: 200 }
    const earlier = { startSec: 0, endSec: 100 }
    expect(problems([[], [], [later, earlier], [], [], [], []])).toEqual([
      { code: "SpellsOverlap", path: "weekly[2]", value: "0-100 and 99-200" }
    ])
  })

  test.each([
    { startSec: -1, endSec: 10 },
    { startSec: 10, endSec: 10 },
    { startSec: 11, endSec: 10 },
    { startSec: 0, endSec: 86_401 },
    { startSec: 0.5, endSec: 10 },
    { startSec: 0, endSec: Number.NaN }
  ])("a spell from $startSec to $endSec is refused", (bad) => {
    expect(problems([[], [], [], [], [officeSpells, [bad]].flat(), [], []])).toEqual([
      { code: "SpellOutsideDay", path: "weekly[4][2]", value: `${bad.startSec}-${bad.endSec}` }
    ])
  })

  test("a week of six days and a week of rest are refused", () => {
    expect(problems([[], [], [], [], [], []])).toEqual([
      { code: "WeekNotSevenDays", path: "weekly", value: "6 lists" }
    ])
    expect(problems(everyDay([])).map((problem) => problem.code)).toEqual(["NoOpenHours"])
  })
})
