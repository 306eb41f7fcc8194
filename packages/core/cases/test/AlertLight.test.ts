import { Clock, WeeklyHours, WorkCalendar } from "@wangge/calendar"
import { Seconds } from "@wangge/facts"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { AlertLight, CaseProfile, CaseRules, Urgency } from "../src/index.ts"
import { after, baseRules, command, path } from "./aCase.ts"

const hour = 3600
const day = 86_400

describe("the alert light", () => {
  test("turns amber at three quarters of the limit and red after the due second", () => {
    const waiting = after([command.report(0, "Urgent")])
    const light = (atSec: number) => AlertLight.of(baseRules, waiting, atSec)
    expect([light(18 * hour - 1), light(18 * hour), light(18 * hour + 1)]).toEqual([
      "Green",
      "Amber",
      "Amber"
    ])
    expect([light(day - 1), light(day), light(day + 1)]).toEqual(["Amber", "Amber", "Red"])
  })

  test("is off once the matter is claimed resolved, and after every end", () => {
    expect(AlertLight.of(baseRules, after(path.resolved(0)), 99 * day)).toBe("Off")
    expect(AlertLight.of(baseRules, after(path.writtenOff(0)), 99 * day)).toBe("Off")
    const merged = after([...path.triaged(0), command.merge(0)])
    expect(AlertLight.of(baseRules, merged, 99 * day)).toBe("Off")
  })

  test("changes once for an unhandled request, and one notice goes out (row 19)", () => {
    const waiting = after([command.report(0, "Urgent")])
    const notices = Array.from({ length: 60 }, (_, tick) =>
      AlertLight.changes(baseRules, waiting, { fromSec: tick * hour, untilSec: (tick + 1) * hour })
    ).flat()
    expect(notices).toEqual([
      { light: "Amber", atSec: 18 * hour },
      { light: "Red", atSec: day + 1 }
    ])
  })

  test("tells the same changes however often the clock ticks", () => {
    const waiting = after(path.inProgress(1000))
    const whole = { fromSec: 1000, untilSec: 20 * day }
    const all = AlertLight.changes(baseRules, waiting, whole)
    expect(all.length).toBe(2)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1001, max: 20 * day - 1 })), (cuts) => {
        const ticks = [1000, ...cuts.sort((left, right) => left - right), 20 * day]
        const told = ticks
          .slice(1)
          .flatMap((untilSec, index) =>
            AlertLight.changes(baseRules, waiting, { fromSec: ticks[index]!, untilSec })
          )
        expect(told).toEqual(all)
      }),
      { numRuns: 200, seed: 19 }
    )
  })

  test("stays as it was while the case is suspended, and runs on from the planned end", () => {
    const amber = after([...path.inProgress(0), command.suspend(6 * day, 30 * day)])
    const light = (atSec: number) => AlertLight.of(baseRules, amber, atSec)
    expect([light(6 * day), light(20 * day), light(30 * day), light(31 * day)]).toEqual([
      "Amber",
      "Amber",
      "Amber",
      "Amber"
    ])
    expect(light(31 * day + 1)).toBe("Red")
    const spell = { fromSec: 6 * day, untilSec: 60 * day }
    expect(AlertLight.changes(baseRules, amber, spell)).toEqual([
      { light: "Red", atSec: 31 * day + 1 }
    ])
    const green = after([...path.inProgress(0), command.suspend(day, 30 * day)])
    expect(AlertLight.of(baseRules, green, 29 * day)).toBe("Green")
    expect(AlertLight.changes(baseRules, green, { fromSec: day, untilSec: 60 * day })).toEqual([
      { light: "Amber", atSec: 34.25 * day },
      { light: "Red", atSec: 36 * day + 1 }
    ])
    const red = after([...path.inProgress(0), command.suspend(8 * day, 30 * day)])
    expect(AlertLight.of(baseRules, red, 9 * day)).toBe("Red")
    expect(AlertLight.changes(baseRules, red, { fromSec: 8 * day, untilSec: 60 * day })).toEqual([])
  })

  test("goes back to green by an extension, and warns again before the new due second", () => {
    const extended = after([...path.inProgress(0, "Complex"), command.extend(12 * day)])
    expect(AlertLight.of(baseRules, extended, 12 * day)).toBe("Green")
    expect(AlertLight.of(baseRules, extended, 26.25 * day)).toBe("Amber")
  })

  test("counts working seconds where the limit does", () => {
    const office = WorkCalendar.makeOrThrow({
      weekly: WeeklyHours.mondayToFriday(WeeklyHours.officeSpells),
      fromDay: Seconds.dayNumber(2025, 3, 1),
      untilDay: Seconds.dayNumber(2025, 4, 1)
    })
    const rules = CaseRules.compile(
      {
        ...CaseProfile.base,
        limits: {
          ...CaseProfile.base.limits,
          Urgent: { ...CaseProfile.base.limits.Urgent, clock: "working", resolveSec: 10 * hour }
        }
      },
      { clocks: { calendar: Clock.calendar, working: Clock.working(office) } }
    )
    const monday = Seconds.dayNumber(2025, 3, 3) * day + 0.5 * hour
    const dueSec = CaseRules.dueSec(rules, Urgency.codeOf("Urgent"), monday)
    expect(dueSec).toBe(monday + day + 2.5 * hour)
    const amberSec = CaseRules.amberSec(rules, Urgency.codeOf("Urgent"), monday, dueSec)
    expect(amberSec).toBe(monday + 9 * hour)
  })

  test("never turns for a case without limit", () => {
    const rules = CaseRules.compile(
      {
        ...CaseProfile.base,
        limits: {
          ...CaseProfile.base.limits,
          Ordinary: { ...CaseProfile.base.limits.Ordinary, resolveSec: Number.POSITIVE_INFINITY }
        }
      },
      { clocks: { calendar: Clock.calendar, working: Clock.calendar } }
    )
    const open = after(path.inProgress(0), rules)
    expect(AlertLight.of(rules, open, 1e12)).toBe("Green")
    expect(AlertLight.changes(rules, open, { fromSec: 0, untilSec: 1e12 })).toEqual([])
  })
})
