import fc from "fast-check"
import { expect, test } from "vitest"
import { Holidays, WorkCalendar, Zone } from "../src/index.ts"
import { described, weekly } from "./aCalendar.ts"

/** The spells of a wall day, by the plan's words. */
const spellsOn = (plan: WorkCalendar.Options, day: number) => {
  const kind = (plan.holidays ?? Holidays.none).dayKind(day)
  const weekday = kind === "makeUpWorkday" ? 0 : (((day - 4) % 7) + 7) % 7
  return kind === "holiday" ? [] : (plan.weekly[weekday] ?? [])
}

/**
 * Slow and obvious: an instant is open when its wall time lies in a spell of its wall day. Walks the
 * whole range in steps and writes down at each the open seconds so far.
 */
const walk = (
  plan: WorkCalendar.Options,
  range: { readonly fromSec: number; readonly untilSec: number; readonly stepSec: number },
  toLocal: (atSec: number) => Zone.Local
) => {
  const count = (range.untilSec - range.fromSec) / range.stepSec
  const open = new Uint8Array(count)
  const sums = new Float64Array(count + 1)
  for (let index = 0; index < count; index++) {
    const { dayNumber, secOfDay } = toLocal(range.fromSec + index * range.stepSec)
    for (const spell of spellsOn(plan, dayNumber)) {
      if (secOfDay >= spell.startSec && secOfDay < spell.endSec) open[index] = 1
    }
    sums[index + 1] = (sums[index] ?? Number.NaN) + (open[index] === 1 ? range.stepSec : 0)
  }
  return { open, sums }
}

const shanghai = (atSec: number): Zone.Local => {
  const dayNumber = Math.floor((atSec + 28_800) / 86_400)
  return { dayNumber, secOfDay: atSec + 28_800 - dayNumber * 86_400 }
}

test("working time equals that of a walker who looks at every second", () => {
  fc.assert(
    fc.property(
      described({ dayCount: 2, stepSec: 1 }),
      fc.array(fc.tuple(fc.nat(172_800), fc.nat(172_800)), { minLength: 8, maxLength: 8 }),
      ({ plan, calendar }, pairs) => {
        const { fromSec, untilSec } = calendar
        expect(fromSec).toBe(plan.fromDay * 86_400 - 28_800)
        const walked = walk(plan, { fromSec, untilSec, stepSec: 1 }, shanghai)
        for (const [start, other] of pairs) {
          const done = walked.sums[start] ?? Number.NaN
          const between = WorkCalendar.workSecBetween(calendar, fromSec + start, fromSec + other)
          expect(between).toBe((walked.sums[other] ?? Number.NaN) - done)
          if (start < walked.open.length) {
            expect(WorkCalendar.isOpen(calendar, fromSec + start)).toBe(walked.open[start] === 1)
          }
          // The first instant at which so much is done, if it is not done at once.
          const end = walked.sums.indexOf(done + other)
          if (other > 0 && end >= 0) {
            expect(WorkCalendar.addWorkSec(calendar, fromSec + start, other)).toBe(fromSec + end)
          } else expect(WorkCalendar.reaches(calendar, fromSec + start, other)).toBe(other === 0)
          // The last instant from which so much is done.
          const back = walked.sums.lastIndexOf(done - other)
          if (other > 0 && back >= 0) {
            expect(WorkCalendar.addWorkSec(calendar, fromSec + start, -other)).toBe(fromSec + back)
          }
        }
      }
    ),
    { numRuns: 100, seed: 16 }
  )
}, 20_000)

/** Days shortly before changes of clocks (at night, at midnight, of half an hour, of a day). */
const changes = [
  { zone: "America/Los_Angeles", fromDay: 20_155 },
  { zone: "America/Los_Angeles", fromDay: 20_392 },
  { zone: "Europe/Berlin", fromDay: 20_176 },
  { zone: "Europe/Berlin", fromDay: 20_386 },
  { zone: "Australia/Lord_Howe", fromDay: 20_183 },
  { zone: "Australia/Lord_Howe", fromDay: 20_365 },
  { zone: "America/Sao_Paulo", fromDay: 17_578 },
  { zone: "America/Sao_Paulo", fromDay: 17_837 },
  { zone: "Pacific/Apia", fromDay: 15_336 },
  { zone: "Asia/Shanghai", fromDay: 20_000 }
]

test("working time equals the walker's through changes of clocks", () => {
  // Borders every three hours: none lies in an hour that a clock shows twice.
  const hoursOfThree = weekly(10_800)
  fc.assert(
    fc.property(fc.constantFrom(...changes), hoursOfThree, ({ zone, fromDay }, hours) => {
      const plan = { zone, weekly: hours, fromDay, untilDay: fromDay + 5 }
      const calendar = WorkCalendar.makeOrThrow(plan)
      const { fromSec, untilSec } = calendar
      const range = { fromSec, untilSec, stepSec: 1800 }
      const walked = walk(plan, range, (atSec) => Zone.toLocal(zone, atSec))
      walked.sums.forEach((doneSec, index) => {
        const atSec = fromSec + index * 1800
        expect(WorkCalendar.workSecBetween(calendar, fromSec, atSec)).toBe(doneSec)
      })
    }),
    { numRuns: 150, seed: 17 }
  )
}, 20_000)
