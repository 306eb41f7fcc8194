/**
 * The laws of working time, each for one calendar and instants within its range. Any other table of
 * spells must obey them too.
 */
import { expect } from "vitest"
import { WorkCalendar } from "../src/index.ts"

type Calendar = WorkCalendar.WorkCalendar

/** Adding work and counting it again gives the same number, exactly for whole seconds. */
export const addThenCountReturnsTheWork = (
  calendar: Calendar,
  startSec: number,
  workSec: number
): void => {
  if (!WorkCalendar.reaches(calendar, startSec, workSec)) return
  const endSec = WorkCalendar.addWorkSec(calendar, startSec, workSec)
  expect(WorkCalendar.covers(calendar, endSec)).toBe(true)
  const countedSec = WorkCalendar.workSecBetween(calendar, startSec, endSec)
  if (Number.isInteger(startSec) && Number.isInteger(workSec)) expect(countedSec).toBe(workSec)
  else expect(Math.abs(countedSec - workSec)).toBeLessThan(1e-5)
}

/** Where there is an answer it is given, and where there is none it is refused. */
export const reachesTellsWhetherAddingSucceeds = (
  calendar: Calendar,
  startSec: number,
  workSec: number
): void => {
  if (WorkCalendar.reaches(calendar, startSec, workSec)) {
    expect(WorkCalendar.addWorkSec(calendar, startSec, workSec)).not.toBeNaN()
  } else {
    expect(() => WorkCalendar.addWorkSec(calendar, startSec, workSec)).toThrow(RangeError)
  }
}

/** Work done in two parts ends where work done in one ends. */
export const twoPartsEndWithTheWhole = (
  calendar: Calendar,
  startSec: number,
  parts: readonly [number, number]
): void => {
  const wholeSec = parts[0] + parts[1]
  if (!WorkCalendar.reaches(calendar, startSec, wholeSec)) return
  const firstEndSec = WorkCalendar.addWorkSec(calendar, startSec, parts[0])
  const endSec = WorkCalendar.addWorkSec(calendar, firstEndSec, parts[1])
  expect(endSec).toBe(WorkCalendar.addWorkSec(calendar, startSec, wholeSec))
}

/** Working time over two adjoining windows is that over both; reversing a window negates it. */
export const countingIsAdditive = (
  calendar: Calendar,
  atSec: readonly [number, number, number]
): void => {
  const [first, second, third] = atSec
  const between = (fromSec: number, untilSec: number) =>
    WorkCalendar.workSecBetween(calendar, fromSec, untilSec)
  expect(between(first, second) + between(second, third)).toBe(between(first, third))
  expect(between(second, first)).toBe(0 - between(first, second))
}

/** Work counted back never ends after its start, and more of it never ends later. */
export const countingBackIsMonotone = (
  calendar: Calendar,
  startSec: number,
  works: readonly [number, number]
): void => {
  const [less, more] = works[0] <= works[1] ? works : [works[1], works[0]]
  if (!WorkCalendar.reaches(calendar, startSec, 0 - more)) return
  const lessSec = WorkCalendar.addWorkSec(calendar, startSec, 0 - less)
  expect(lessSec).toBeLessThanOrEqual(startSec)
  expect(lessSec).toBeGreaterThanOrEqual(WorkCalendar.addWorkSec(calendar, startSec, 0 - more))
}

/** More work never ends earlier, and a later start never ends earlier. */
export const addingIsMonotone = (
  calendar: Calendar,
  starts: readonly [number, number],
  works: readonly [number, number]
): void => {
  const [early, late] = starts[0] <= starts[1] ? starts : [starts[1], starts[0]]
  const [less, more] = works[0] <= works[1] ? works : [works[1], works[0]]
  if (!WorkCalendar.reaches(calendar, early, more)) return
  const moreSec = WorkCalendar.addWorkSec(calendar, early, more)
  const lessSec = WorkCalendar.addWorkSec(calendar, early, less)
  expect(lessSec).toBeGreaterThanOrEqual(early)
  expect(lessSec).toBeLessThanOrEqual(moreSec)
  if (!WorkCalendar.reaches(calendar, late, more)) return
  expect(WorkCalendar.addWorkSec(calendar, late, more)).toBeGreaterThanOrEqual(moreSec)
}

/** Openings, closings and counting tell one story about any instant. */
export const openingAgreesWithCounting = (calendar: Calendar, atSec: number): void => {
  const closeSec = WorkCalendar.nextCloseSec(calendar, atSec)
  if (WorkCalendar.isOpen(calendar, atSec)) {
    expect(WorkCalendar.nextOpenSec(calendar, atSec)).toBe(atSec)
    expect(WorkCalendar.workSecBetween(calendar, atSec, closeSec)).toBe(closeSec - atSec)
    expect(WorkCalendar.isOpen(calendar, closeSec)).toBe(false)
    return
  }
  expect(closeSec).toBe(atSec)
  if (WorkCalendar.workSecBetween(calendar, atSec, calendar.untilSec) === 0) {
    expect(() => WorkCalendar.nextOpenSec(calendar, atSec)).toThrow(RangeError)
    return
  }
  const openSec = WorkCalendar.nextOpenSec(calendar, atSec)
  expect(WorkCalendar.isOpen(calendar, openSec)).toBe(true)
  expect(WorkCalendar.workSecBetween(calendar, atSec, openSec)).toBe(0)
}
