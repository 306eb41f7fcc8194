import { Staff } from "@wangge/grid"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { OpeningHoursRule, Window, WindowCover, WindowMerge } from "../src/index.ts"
import {
  appointment,
  aWindow,
  book,
  combinedHall,
  compiled,
  duty,
  gridId,
  instant,
  kinds,
  nineToFive,
  person,
  specialHall,
  windowId
} from "./aWindow.ts"

const tuesday10 = instant("2025-10-14 10:00")
const request = (skillId: string, atSec = tuesday10): Window.WindowRequest => ({
  skillId,
  atSec,
  channels: ["Counter"],
  isBooked: false
})
const codesOf = (answer: Window.Answer): ReadonlyArray<string> =>
  answer.refusals.map(({ problem }) => problem.code)

describe("row 32: one window, full-service staff", () => {
  test("given 52 kinds and 49 full-service workers, when any request comes, then any of them may take it", () => {
    const hall = combinedHall(49)
    expect(kinds.length).toBe(52)
    for (const { id } of kinds) {
      const answer = Window.who(hall, request(id))
      expect(answer.takers.length).toBe(49)
      expect(answer.refusals).toEqual([])
      expect(answer.takers.every((taker) => taker.as === "fullService")).toBe(true)
    }
  })

  test("with special windows only the right one may", () => {
    const hall = specialHall(12)
    kinds.forEach(({ id }, index) => {
      const answer = Window.who(hall, request(id))
      expect(answer.takers).toEqual([
        {
          windowId: `w-${(index % 12) + 1}`,
          personId: `special-${(index % 12) + 1}`,
          as: "special"
        }
      ])
      expect(codesOf(answer)).toEqual(Array.from({ length: 11 }, () => "KindNotHere"))
    })
  })

  test("any kind, any number of windows: combined all, special exactly one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 15 }), fc.nat(51), (count, kind) => {
        const skillId = kinds[kind]!.id
        expect(Window.who(combinedHall(count), request(skillId)).takers.length).toBe(count)
        expect(Window.who(specialHall(count), request(skillId)).takers.length).toBe(1)
      }),
      { numRuns: 100 }
    )
  })
})

describe("reasons", () => {
  test("come in a fixed order, from the kind to the person", () => {
    const hall = combinedHall(1)
    const asked = request("business-07")
    const codes = [
      Window.who(hall, { ...asked, skillId: "x", channels: [], atSec: 0 }),
      Window.who(hall, { ...asked, channels: ["Phone"], atSec: 0 }),
      Window.who({ ...hall, duties: [] }, { ...asked, atSec: instant("2025-10-14 17:00") }),
      Window.who({ ...hall, duties: [] }, asked)
    ].map((answer) => codesOf(answer)[0])
    expect(codes).toEqual(["UnknownBusiness", "ChannelNotHere", "WindowClosed", "NobodyOnDuty"])
  })

  test("somebody away, without a post or without the kind is refused by name", () => {
    const away = { personId: person("away"), fromSec: tuesday10, untilSec: tuesday10 + 1 }
    const hall: Window.Hall = {
      windows: [aWindow("w-1")],
      duties: ["away", "stranger", "clerk"].map((name) => duty("w-1", name)),
      hours: compiled([nineToFive]),
      book: book(),
      staff: Staff.make({
        appointments: [
          appointment("away", "FullServiceWorker"),
          appointment("clerk", "CommunityWorker")
        ],
        absences: [away]
      })
    }
    const answer = Window.who(hall, request("business-07"))
    expect(answer.refusals.map(({ personId, problem }) => [personId, problem.code])).toEqual([
      ["away", "Away"],
      ["stranger", "NotInPost"],
      ["clerk", "NotQualified"]
    ])
    expect(Window.who(hall, request("business-07", tuesday10 + 1)).takers.length).toBe(1)
    expect(Window.who(hall, request("business-07", tuesday10 - 1)).takers.length).toBe(1)
  })

  test("a machine serves without anybody on duty, in its hours", () => {
    const rule = { ...nineToFive, hoursId: "machine", channel: "SelfService" } as const
    const base = combinedHall(0)
    const hall: Window.Hall = {
      ...base,
      windows: [aWindow("m-1", { channel: "SelfService", hoursIds: ["machine"] })],
      hours: compiled([rule])
    }
    const asked = { ...request("business-07"), channels: ["SelfService"] } as const
    expect(Window.who(hall, asked).takers).toEqual([
      { windowId: "m-1", personId: "", as: "unattended" }
    ])
    expect(codesOf(Window.who(hall, { ...asked, atSec: instant("2025-10-14 08:59") }))).toEqual([
      "WindowClosed"
    ])
  })

  test("booked lines serve only those who booked", () => {
    const evening = {
      ...OpeningHoursRule.halfPastSix("day", nineToFive),
      kind: "Booked",
      isBookedOnly: true
    } as const
    const hall = combinedHall(1, [evening])
    const asked = request("business-07", instant("2025-10-14 18:00"))
    expect(codesOf(Window.who(hall, asked))).toEqual(["WindowClosed"])
    expect(Window.who(hall, { ...asked, isBooked: true }).takers.length).toBe(1)
  })
})

describe("cover", () => {
  const range = { fromSec: instant("2025-10-13"), untilSec: instant("2025-10-18") }

  test("is where somebody may take the kind, second by second", () => {
    const spell = fc
      .tuple(fc.nat(6 * 24), fc.integer({ min: 1, max: 60 }))
      .map(([start, length]) => ({
        fromSec: range.fromSec - 86_400 + start * 3600,
        untilSec: range.fromSec - 86_400 + (start + length) * 3600
      }))
    const arbitrary = fc.record({
      duties: fc.array(fc.tuple(fc.nat(1), fc.nat(2), spell), { maxLength: 5 }),
      absences: fc.array(fc.tuple(fc.nat(2), spell), { maxLength: 3 }),
      grants: fc.array(fc.tuple(fc.nat(2), spell), { maxLength: 3 }),
      atHours: fc.array(fc.nat(5 * 24 - 1), { minLength: 1, maxLength: 20 })
    })
    const names = ["full-1", "special-1", "special-2"]
    fc.assert(
      fc.property(arbitrary, ({ duties, absences, grants, atHours }) => {
        const hall: Window.Hall = {
          windows: [
            aWindow("w-1"),
            aWindow("w-2", { model: "Special", skillIds: ["business-01"] })
          ],
          duties: duties.map(([window, name, spent]) =>
            duty(`w-${window + 1}`, names[name]!, spent)
          ),
          hours: compiled([nineToFive]),
          book: book(
            grants.map(([name, spent]) => ({
              personId: person(names[name]!),
              skillId: "business-01",
              ...spent
            }))
          ),
          staff: Staff.make({
            appointments: [
              appointment("full-1", "FullServiceWorker"),
              appointment("special-1", "CommunityWorker"),
              appointment("special-2", "CommunityWorker")
            ],
            absences: absences.map(([name, spent]) => ({
              personId: person(names[name]!),
              ...spent
            }))
          })
        }
        for (const skillId of ["business-01", "business-02"]) {
          const asked = { skillId, channels: ["Counter"], isBooked: false, ...range } as const
          const cover = WindowCover.spellsOf(hall, asked)
          for (const hour of atHours) {
            const atSec = range.fromSec + hour * 3600
            const isCovered = cover.some((one) => one.fromSec <= atSec && atSec < one.untilSec)
            const isTaken = Window.who(hall, request(skillId, atSec)).takers.length > 0
            expect(isCovered).toBe(isTaken)
          }
        }
      }),
      { numRuns: 100 }
    )
  })

  test("an absence is a gap, to the second", () => {
    const away = {
      personId: person("full-1"),
      fromSec: instant("2025-10-14 10:00") + 1,
      untilSec: instant("2025-10-14 11:00")
    }
    const asked = { skillId: "business-01", channels: ["Counter"], isBooked: false } as const
    const tuesday = { fromSec: instant("2025-10-14"), untilSec: instant("2025-10-15") }
    const hall = combinedHall(1, [nineToFive], [away])
    expect(WindowCover.spellsOf(hall, { ...asked, ...tuesday })).toEqual([
      { fromSec: instant("2025-10-14 09:00"), untilSec: away.fromSec },
      { fromSec: away.untilSec, untilSec: instant("2025-10-14 17:00") }
    ])
  })

  test("an empty range has none", () => {
    const asked = { skillId: "business-01", channels: ["Counter"], isBooked: false } as const
    expect(WindowCover.spellsOf(combinedHall(1), { ...asked, fromSec: 5, untilSec: 5 })).toEqual([])
  })
})

describe("check", () => {
  test("finds what is wrong with a hall", () => {
    const hall: Window.Hall = {
      ...combinedHall(1),
      windows: [
        aWindow("w-1"),
        aWindow("w-1", { model: "Special", skillIds: ["x"] }),
        aWindow("w-2", { model: "Special", hoursIds: ["night"] }),
        aWindow("w-3", { channel: "Phone" })
      ],
      duties: [
        duty("w-1", "li"),
        duty("w-2", "li"),
        duty("w-9", "wang", { fromSec: 5, untilSec: 5 })
      ]
    }
    expect(Window.check(hall).map(({ code }) => code)).toEqual([
      "DuplicateWindow",
      "UnknownBusiness",
      "KindsMissing",
      "UnknownHours",
      "ChannelOfHours",
      "UnknownWindow",
      "EmptySpell",
      "AtTwoWindows"
    ])
    expect(Window.check(combinedHall(3))).toEqual([])
    expect(Window.check(specialHall(12))).toEqual([])
  })
})

describe("from special to combined windows", () => {
  const range = { fromSec: instant("2025-10-13"), untilSec: instant("2025-10-20") }
  const order = (hall: Window.Hall): WindowMerge.MergeOrder => ({
    windowIds: ["c-1", "c-2", "c-3"].map(windowId),
    gridId,
    hours: hall.hours,
    hoursIds: ["day"],
    releasedShare: 0.7,
    range
  })
  /** Twelve special windows, three of whose workers are trained for everything. */
  const before = (): Window.Hall => {
    const hall = specialHall(12)
    const full = ["special-1", "special-2", "special-3"]
    return {
      ...hall,
      staff: Staff.make({
        appointments: hall.duties.map(({ personId }) =>
          appointment(personId, full.includes(personId) ? "FullServiceWorker" : "CommunityWorker")
        )
      })
    }
  }

  test("three combined windows replace twelve special ones, nobody is lost, no kind is lost", () => {
    const hall = before()
    const made = WindowMerge.plan(hall, order(hall))
    if (!made.ok) throw new Error(JSON.stringify(made.problems))
    const { crewIds, officeIds, releasedIds, losses, gains } = made.merge
    expect([crewIds.length, officeIds.length, releasedIds.length]).toEqual([3, 3, 6])
    expect([...crewIds, ...officeIds, ...releasedIds].toSorted()).toEqual(
      hall.duties.map(({ personId }) => personId).toSorted()
    )
    expect([losses, gains]).toEqual([[], []])
    expect(Window.check(made.merge.hall)).toEqual([])
    expect(made.merge.hall.windows.map(({ model }) => model)).toEqual([
      "FullService",
      "FullService",
      "FullService"
    ])
  })

  test("shorter hours show as losses of every kind, longer ones as gains", () => {
    const hall = before()
    const morning = compiled([
      {
        ...nineToFive,
        weekly: nineToFive.weekly.map((spells) =>
          spells.map((one) => ({ ...one, endSec: 12 * 3600 }))
        )
      }
    ])
    const shorter = WindowMerge.plan(hall, { ...order(hall), hours: morning })
    expect(shorter.ok && shorter.merge.losses.length).toBe(52 * 5)
    expect(shorter.ok && shorter.merge.losses[0]).toEqual({
      skillId: "business-01",
      fromSec: instant("2025-10-13 12:00"),
      untilSec: instant("2025-10-13 17:00")
    })
    const late = compiled([nineToFive, OpeningHoursRule.halfPastSix("late", nineToFive)])
    const longer = WindowMerge.plan(hall, {
      ...order(hall),
      hours: late,
      hoursIds: ["day", "late"]
    })
    expect(longer.ok && [longer.merge.losses.length, longer.merge.gains.length]).toEqual([0, 260])
  })

  test("without enough full-service workers there is no plan", () => {
    const hall = specialHall(12)
    const made = WindowMerge.plan(hall, { ...order(hall), windowIds: [], releasedShare: 1.5 })
    expect(!made.ok && made.problems.map(({ code }) => code)).toEqual(["BadCount", "BadShare"])
    const small = WindowMerge.plan(hall, order(hall))
    expect(!small.ok && small.problems.map(({ code }) => code)).toEqual(["CrewTooSmall"])
  })

  test("people are whole and add up for any share", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 4, max: 13 }),
        (percent, count) => {
          const special = specialHall(count)
          const hall: Window.Hall = {
            ...special,
            staff: Staff.make({
              appointments: special.duties.map(({ personId }, index) =>
                appointment(personId, index < 3 ? "FullServiceWorker" : "CommunityWorker")
              )
            })
          }
          const day1 = { fromSec: range.fromSec, untilSec: instant("2025-10-13 10:00") }
          const made = WindowMerge.plan(hall, {
            ...order(hall),
            releasedShare: percent / 100,
            range: day1
          })
          if (!made.ok) throw new Error("no plan")
          const { crewIds, officeIds, releasedIds } = made.merge
          expect(releasedIds.length).toBe(Math.floor((percent * (count - 3)) / 100))
          expect(new Set([...crewIds, ...officeIds, ...releasedIds]).size).toBe(count)
        }
      ),
      { numRuns: 100 }
    )
  })
})
