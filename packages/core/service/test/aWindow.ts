/**
 * Makers for the tests of windows: a hall with 52 kinds of business, special or combined.
 */
import { Holidays, WeeklyHours, Zone } from "@wangge/calendar"
import { Id, Seconds } from "@wangge/facts"
import { type Appointment, type Deputy, type Post, Skill, Spell, Staff } from "@wangge/grid"
import {
  BusinessCatalog,
  OpeningHours,
  OpeningHoursRule,
  type Window,
  type WindowDemand
} from "../src/index.ts"

export const zone = "Asia/Shanghai"

/** The instant at which the wall clock in China shows `2025-10-14 08:30`. */
export const instant = (text: string): number => {
  const [date = "", time = "00:00"] = text.split(" ")
  const [hour = "0", minute = "0"] = time.split(":")
  const secOfDay = Number(hour) * 3600 + Number(minute) * 60
  return Zone.toInstantSec(zone, Seconds.parseIsoDate(date), secOfDay)
}

export const day = Seconds.parseIsoDate
export const october = {
  zone,
  holidays: Holidays.china,
  fromDay: day("2025-10-01"),
  untilDay: day("2025-11-01")
}
export const gridId = Id.make<"Grid">("c-1")
export const person = (name: string) => Id.make<"Person">(name)
export const windowId = (name: string) => Id.make<"Window">(name)

/** Weekday hours 9-17 at the counter, as the row of the reference says. */
export const nineToFive: OpeningHoursRule.OpeningHoursRule = {
  ...OpeningHoursRule.office("day"),
  weekly: WeeklyHours.mondayToFriday([WeeklyHours.spell([9, 0], [17, 0])])
}

export const compiled = (
  rules: ReadonlyArray<OpeningHoursRule.OpeningHoursRule>,
  range: OpeningHours.Range = october
): OpeningHours.OpeningHours => {
  const made = OpeningHours.compile(rules, range)
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.hours
}

export const kinds = BusinessCatalog.skillsOf(BusinessCatalog.unnamed(52))
export const always = { fromSec: 0, untilSec: Spell.openEnd }

export const appointment = (name: string, kind: Post.Kind): Appointment.Appointment => ({
  personId: person(name),
  kind,
  gridId,
  ...always
})

export const book = (grants: ReadonlyArray<Skill.SkillGrant> = []): Skill.SkillBook => ({
  skills: kinds,
  fullServiceKinds: Skill.fullServiceKindsDefault,
  grants
})

export const aWindow = (
  name: string,
  options: Partial<Omit<Window.Window, "windowId">> = {}
): Window.Window => ({
  windowId: windowId(name),
  gridId,
  model: "FullService",
  skillIds: [],
  channel: "Counter",
  hoursIds: ["day"],
  ...options
})

export const duty = (
  window: string,
  name: string,
  spell: Spell.Spell = always
): Window.WindowDuty => ({
  windowId: windowId(window),
  personId: person(name),
  fromSec: spell.fromSec,
  untilSec: spell.untilSec
})

/** A hall of combined windows, each kept by one full-service worker. */
export const combinedHall = (
  count: number,
  rules: ReadonlyArray<OpeningHoursRule.OpeningHoursRule> = [nineToFive],
  absences: ReadonlyArray<Deputy.Absence> = []
): Window.Hall => {
  const names = Array.from({ length: count }, (_, index) => `full-${index + 1}`)
  const hoursIds = rules.map(({ hoursId }) => hoursId)
  return {
    windows: names.map((_, index) => aWindow(`w-${index + 1}`, { hoursIds })),
    duties: names.map((name, index) => duty(`w-${index + 1}`, name)),
    hours: compiled(rules),
    book: book(),
    staff: Staff.make({
      appointments: names.map((name) => appointment(name, "FullServiceWorker")),
      absences
    })
  }
}

/** A hall of special windows, the kinds dealt to them in turn, each kept by one trained worker. */
export const specialHall = (count: number): Window.Hall => {
  const names = Array.from({ length: count }, (_, index) => `special-${index + 1}`)
  const own = names.map((_, index) =>
    kinds.filter((__, kind) => kind % count === index).map(({ id }) => id)
  )
  return {
    windows: names.map((_, index) =>
      aWindow(`w-${index + 1}`, { model: "Special", skillIds: own[index]! })
    ),
    duties: names.map((name, index) => duty(`w-${index + 1}`, name)),
    hours: compiled([nineToFive]),
    book: book(
      names.flatMap((name, index) =>
        own[index]!.map((skillId) => ({ personId: person(name), skillId, ...always }))
      )
    ),
    staff: Staff.make({
      appointments: names.map((name) => appointment(name, "CommunityWorker"))
    })
  }
}

export const want = (
  wantId: string,
  free: ReadonlyArray<Spell.Spell>,
  skillId = "business-07"
): WindowDemand.Want => ({ wantId, skillId, channels: ["Counter"], isBooked: false, free })
