import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { CaseClock, CaseTimer, CaseTimes, TimerRules, TimerTerms } from "../src/index.ts"
import {
  baseTerms,
  clocksOn,
  dataWith,
  instant,
  log,
  office,
  row,
  type Step,
  special,
  step,
  termsWith,
  times,
  wall
} from "./aTimer.ts"

const day = 86_400
const hour = 3600
const terms = termsWith()

/** The states of the five clocks, in their order. */
const states = (of: CaseTimes.CaseTimes): ReadonlyArray<TimerRules.State> =>
  CaseClock.list.map((clock) => of.timers[clock].state)

describe("five clocks at once", () => {
  const story = [
    step.reported(0),
    step.plain("CaseVerified", 10),
    step.triaged(20),
    step.assigned(30),
    step.contacted(40),
    step.plain("CaseAccepted", 50),
    step.plain("CaseStarted", 60),
    step.resolved(70),
    step.checked(80, "Confirmed"),
    step.followedUp(90)
  ]

  test.each([
    [1, ["Idle", "Running", "Running", "Idle", "Idle"]],
    [4, ["Running", "Running", "Running", "Idle", "Idle"]],
    [5, ["Running", "Met", "Running", "Idle", "Idle"]],
    [6, ["Met", "Met", "Running", "Idle", "Idle"]],
    [8, ["Met", "Met", "Met", "Running", "Running"]],
    [9, ["Met", "Met", "Met", "Met", "Running"]],
    [10, ["Met", "Met", "Met", "Met", "Met"]]
  ])("after %i events", (count, expected) => {
    expect(states(times(terms, ...story.slice(0, count)))).toEqual(expected)
  })

  test("each has its own limit from its own start", () => {
    const { timers } = times(terms, ...story.slice(0, 8))
    expect(CaseClock.list.map((clock) => timers[clock].dueSec)).toEqual([130, 200, 1000, 370, 470])
  })

  test("the acceptance is the first contact where none was made, and a refusal answers too", () => {
    const assigned = [step.reported(0), step.triaged(5), step.assigned(10)]
    const accepted = times(terms, ...assigned, step.plain("CaseAccepted", 20))
    expect(accepted.timers.Contact).toMatchObject({ state: "Met", doneSec: 20 })
    const returned = times(terms, ...assigned, step.plain("CaseReturned", 20))
    expect(returned.timers.SignIn).toMatchObject({ state: "Met", doneSec: 20 })
    expect(returned.unitId).toBe("grid-desk")
  })

  test("a case that goes up or ends drops what runs", () => {
    const ended = times(terms, ...story.slice(0, 4), step.plain("CaseWithdrawn", 35))
    expect(states(ended)).toEqual(["Dropped", "Dropped", "Dropped", "Idle", "Idle"])
  })

  test("a refuted claim lets handling run on under the old limit", () => {
    const refuted = times(terms, ...story.slice(0, 8), step.checked(80, "Refuted"))
    expect(states(refuted)).toEqual(["Met", "Met", "Running", "Met", "Dropped"])
    expect(refuted.timers.Handle).toMatchObject({ startSec: 0, dueSec: 1000, doneSec: -1 })
  })

  test("a reopened case has new limits, without the pauses and extensions of the old one", () => {
    const reopened = times(
      terms,
      step.reported(0),
      step.extended(10),
      step.suspended(20, 50),
      step.resumed(50),
      step.resolved(60),
      step.followedUp(100, true)
    )
    expect(states(reopened)).toEqual(["Idle", "Running", "Running", "Dropped", "Met"])
    expect(reopened.timers.Handle.dueSec).toBe(1100)
    expect(reopened).toMatchObject({ extensionCount: 0, pauses: [] })
  })

  test("a limit can begin before the report came in", () => {
    expect(times(terms, step.reported(500, "Ordinary", 100)).timers.Handle.dueSec).toBe(1100)
  })

  test("an event that does not follow is a broken log", () => {
    const [first, second] = log(step.reported(0), step.triaged(5))
    expect(() => CaseTimes.ofLog(terms, [])).toThrow("got nothing")
    expect(() => CaseTimes.ofLog(terms, [second!])).toThrow("begins with the report")
    expect(() => CaseTimes.ofLog(terms, [first!, second!, second!])).toThrow("does not follow")
  })
})

describe("pauses", () => {
  test("a suspension stands for as long as planned, and no longer than it lasted", () => {
    const suspended = [step.reported(0), step.suspended(100, 400)]
    expect(times(terms, ...suspended).timers.Handle.dueSec).toBe(1300)
    expect(times(terms, ...suspended, step.resumed(150)).timers.Handle.dueSec).toBe(1050)
    expect(times(terms, ...suspended, step.resumed(900)).timers.Handle.dueSec).toBe(1300)
  })

  test("a merge stands still without an end until it is undone, also in a suspension", () => {
    const merged = [step.reported(0), step.suspended(100, 400), step.merged(200)]
    expect(times(terms, ...merged).timers.Handle.dueSec).toBe(TimerRules.never)
    const unmerged = times(terms, ...merged, step.unmerged(5000))
    expect(unmerged.timers.Handle.dueSec).toBe(5900)
    expect(unmerged.timers.Handle.wasLate).toBe(false)
  })

  test("move no clock that has ended, and none that is late", () => {
    const contacted = times(terms, step.reported(0), step.contacted(50), step.suspended(100, 400))
    expect(contacted.timers.Contact.dueSec).toBe(200)
    const late = times(terms, step.reported(0), step.suspended(1001, 2000))
    expect(late.timers.Handle).toMatchObject({ dueSec: 1000, wasLate: true })
  })
})

describe("changes of terms", () => {
  test("another urgency, category or unit brings its own limit, from the same start", () => {
    const own = termsWith([
      row("Handle", "calendar", 600, { urgencies: ["Urgent"] }),
      row("Handle", "calendar", 700, { categories: ["Utilities"] }),
      row("Handle", "calendar", 800, { unitIds: ["waterworks"] })
    ])
    const handle = (...steps: ReadonlyArray<Step>): number =>
      times(own, step.reported(0), ...steps).timers.Handle.dueSec
    expect(handle(step.triaged(10, "Urgent"))).toBe(600)
    expect(handle(step.reclassified(10, "Urgent", "Utilities"))).toBe(700)
    expect(handle(step.assigned(10, "waterworks"))).toBe(800)
    expect(handle(step.assigned(10, "waterworks"), step.handedOver(20, "unit-3"))).toBe(1000)
  })

  test("holidays announced later move what is due, make-up workdays bring it back", () => {
    const days = [row("Handle", "workingDays", 3 * day), row("Contact", "working", 8 * hour)]
    const before = termsWith(days)
    const fair = [special("2025-03-05", "holiday"), special("2025-03-06", "holiday")]
    const after = termsWith(days, clocksOn(office(fair)))
    const both = termsWith(
      days,
      clocksOn(office([...fair, special("2025-03-08", "makeUpWorkday")]))
    )
    const events = log(step.reported(instant("2025-03-04 16:30:00")))
    const announced = { fromSec: instant("2025-03-04 18:00:00"), terms: after }
    const corrected = { fromSec: instant("2025-03-05 09:00:00"), terms: both }
    const dues = [[], [announced], [announced, corrected]].map((changes) => {
      const { Contact, Handle } = CaseTimes.ofLog(before, events, changes).timers
      return [wall(Contact.dueSec), wall(Handle.dueSec)]
    })
    expect(dues).toEqual([
      ["2025-03-05 17:00:00", "2025-03-07 17:30:00"],
      ["2025-03-07 17:00:00", "2025-03-11 17:30:00"],
      ["2025-03-07 17:00:00", "2025-03-10 17:30:00"]
    ])
  })

  test("a due second beyond the calendar is not known until the calendar is longer", () => {
    const days = [row("Handle", "workingDays", 3 * day)]
    const start = instant("2025-06-27 10:00:00")
    const short = CaseTimes.ofLog(termsWith(days), log(step.reported(start)))
    expect(short.timers.Handle).toMatchObject({ dueSec: TimerRules.never, isDueKnown: false })
    const longer = termsWith(days, clocksOn(office([], 20_454)))
    const known = CaseTimes.recounted(longer, short, start + 60).timers.Handle
    expect([known.isDueKnown, wall(known.dueSec)]).toEqual([true, "2025-07-02 17:30:00"])
  })

  test("a change holds from its second on, for the event of that second too", () => {
    const shorter = { fromSec: 20, terms: termsWith([row("SignIn", "calendar", 10)]) }
    const events = log(step.reported(0), step.assigned(20))
    expect(CaseTimes.ofLog(terms, events, [shorter]).timers.SignIn.dueSec).toBe(30)
    const claimed = log(step.reported(0), step.resolved(20))
    const ten = termsWith([row("Handle", "calendar", 10)])
    const dues = [20, 21].map(
      (fromSec) => CaseTimes.ofLog(terms, claimed, [{ fromSec, terms: ten }]).timers.Handle.dueSec
    )
    expect(dues).toEqual([10, 1000])
    const later = CaseTimes.ofLog(terms, events, [{ fromSec: 21, terms: shorter.terms }])
    expect(later).toMatchObject({ countedSec: 21, timers: { SignIn: { dueSec: 30 } } })
  })

  test("a change cannot come before what was counted already", () => {
    const counted = times(terms, step.reported(100))
    expect(() => CaseTimes.recounted(terms, counted, 99)).toThrow("from 100 on")
  })
})

describe("lateness sticks", () => {
  const longer = termsWith([row("Handle", "calendar", 9000)])
  const shorter = termsWith([row("Handle", "calendar", 50)])

  test.each([
    [999, false],
    [1000, false],
    [1001, true]
  ])("claimed at %i of 1000: late is %s, and stays so", (atSec, isLate) => {
    const claimed = times(terms, step.reported(0), step.resolved(atSec))
    for (const present of [terms, longer, shorter]) {
      const { Handle } = CaseTimes.recounted(present, claimed, 2000).timers
      expect(Handle).toMatchObject({ state: "Met", dueSec: 1000, wasLate: isLate })
      expect(CaseTimer.isLate(Handle, 2000)).toBe(isLate)
    }
  })

  test("a longer limit does not erase what was recorded, only what runs is due later", () => {
    const late = CaseTimes.recounted(longer, times(terms, step.reported(0)), 1001)
    expect(late.timers.Handle).toMatchObject({ dueSec: 9000, wasLate: true, redOnSec: 1001 })
    expect(CaseTimes.wasLateBy(late, 1001)).toBe(true)
    const inTime = CaseTimes.recounted(longer, times(terms, step.reported(0)), 1000)
    expect(inTime.timers.Handle).toMatchObject({ dueSec: 9000, wasLate: false, redOnSec: -1 })
  })

  test("a shorter limit makes late what still runs, not what was met", () => {
    const running = CaseTimes.recounted(shorter, times(terms, step.reported(0)), 500)
    expect(CaseTimer.isLate(running.timers.Handle, 500)).toBe(true)
    expect(running.timers.Handle.wasLate).toBe(false)
    expect(CaseTimes.recounted(terms, running, 501).timers.Handle.wasLate).toBe(true)
  })

  test("over reopening, as of the clock, while the new run is in time", () => {
    const reopened = times(
      terms,
      step.reported(0),
      step.resolved(1001),
      step.followedUp(1002, true)
    ).timers.Handle
    expect([reopened.wasLate, CaseTimer.isLate(reopened, 1002)]).toEqual([true, false])
  })
})

describe("the border of each kind of clock", () => {
  const rows = (countsOn: TimerTerms.Row["countsOn"], limitSec: number) =>
    termsWith([row("Handle", countsOn, limitSec)])

  test.each([
    ["calendar", 4 * hour, "2025-03-07 20:30:00"],
    ["working", 4 * hour, "2025-03-10 11:30:00"],
    ["workingDays", 2 * day, "2025-03-11 17:30:00"]
  ] as const)("%s: the last second, the due second, the next one", (kind, limitSec, dueAt) => {
    const present = rows(kind, limitSec)
    const reported = times(present, step.reported(instant("2025-03-07 16:30:00")))
    const dueSec = instant(dueAt)
    expect(wall(reported.timers.Handle.dueSec)).toBe(dueAt)
    const late = [dueSec - 1, dueSec, dueSec + 1].map((atSec) => [
      CaseTimer.isLate(reported.timers.Handle, atSec),
      CaseTimes.recounted(present, reported, atSec).timers.Handle.wasLate
    ])
    expect(late).toEqual([
      [false, false],
      [false, false],
      [true, true]
    ])
  })
})

/** Pauses that begin and end at random, one after the other, and changes in between. */
const changes = fc.array(
  fc.oneof(
    fc.constantFrom("Emergency", "Urgent", "Ordinary", "Complex").map((urgency) => ({ urgency })),
    fc.constantFrom("waterworks", "unit-3").map((unitId) => ({ unitId })),
    fc.constant("extension" as const),
    fc.integer({ min: 0, max: 2 }).map((calendar) => ({ calendar }))
  ),
  { minLength: 1, maxLength: 5 }
)
const spells = fc.array(fc.tuple(fc.nat(3 * day), fc.nat(day)), { maxLength: 4 })

const calendars = [
  [],
  [special("2025-03-05", "holiday")],
  [special("2025-03-05", "holiday"), special("2025-03-08", "makeUpWorkday")]
].map((days) =>
  termsWith(
    [
      row("Handle", "working", 20 * hour, { extensionSec: 5 * hour }),
      row("Handle", "workingDays", 4 * day, { urgencies: ["Ordinary"], extensionSec: day }),
      row("Handle", "calendar", 2 * day, { urgencies: ["Urgent"] }),
      row("Handle", "working", 9 * hour, { urgencies: ["Urgent"], unitIds: ["waterworks"] })
    ],
    clocksOn(office(days))
  )
)

type Change = typeof changes extends fc.Arbitrary<ReadonlyArray<infer One>> ? One : never

/** The log of pauses with the changes put in before the pause events of the given positions. */
const interleaved = (
  pauses: ReadonlyArray<readonly [gap: number, length: number]>,
  changed: ReadonlyArray<Change>,
  positions: ReadonlyArray<number>
): CaseTimes.CaseTimes => {
  let atSec = instant("2025-03-03 09:00:00")
  let version = 1
  let present = calendars[0]!
  let record = CaseTimes.ofLog(present, log(step.reported(atSec)))
  const evolve = (make: Step): void => {
    version += 1
    record = CaseTimes.evolve(present, record, make(version))
  }
  const apply = (change: Change): void => {
    if (change === "extension") evolve(step.extended(atSec))
    else if ("urgency" in change) evolve(step.reclassified(atSec, change.urgency))
    else if ("unitId" in change) evolve(step.handedOver(atSec, change.unitId))
    else {
      present = calendars[change.calendar]!
      record = CaseTimes.recounted(present, record, atSec)
    }
  }
  const applyAt = (position: number): void =>
    changed.forEach((change, index) => {
      if (positions[index]! % (2 * pauses.length + 1) === position) apply(change)
    })
  applyAt(0)
  pauses.forEach(([gap, length], index) => {
    atSec += gap
    const untilSec = atSec + length + day
    evolve(step.suspended(atSec, untilSec))
    applyAt(2 * index + 1)
    atSec += length
    evolve(step.resumed(atSec))
    applyAt(2 * index + 2)
  })
  return record
}

describe("the order of pauses and changes", () => {
  test("does not matter to what is due", () => {
    const scene = fc.record({
      pauses: spells,
      changed: changes,
      positions: fc.array(fc.nat(), { minLength: 5, maxLength: 5 })
    })
    fc.assert(
      fc.property(scene, ({ pauses, changed, positions }) => {
        // Changes of one kind keep their order: which of two urgencies came last does matter.
        const sorted = [...positions].sort((left, right) => {
          const size = 2 * pauses.length + 1
          return (left % size) - (right % size)
        })
        const first = interleaved(pauses, changed, sorted)
        const atOnce = interleaved(pauses, changed, [0, 0, 0, 0, 0])
        const last = interleaved(pauses, changed, new Array(5).fill(2 * pauses.length))
        for (const other of [atOnce, last]) {
          expect(other.timers.Handle.dueSec).toBe(first.timers.Handle.dueSec)
          expect(other.timers.Handle.amberSec).toBe(first.timers.Handle.amberSec)
        }
      }),
      { numRuns: 200 }
    )
  })

  test("the record is data: what JSON gives back goes on in the same way", () => {
    fc.assert(
      fc.property(spells, changes, (pauses, changed) => {
        const record = interleaved(pauses, changed, [1, 2, 3, 4, 5])
        const merged = CaseTimes.evolve(
          calendars[0]!,
          record,
          step.merged(record.countedSec)(record.version + 1)
        )
        for (const before of [record, merged]) {
          const after: CaseTimes.CaseTimes = JSON.parse(JSON.stringify(before))
          expect(after).toEqual(before)
          const next = step.unmerged(before.countedSec + 500)(before.version + 1)
          expect(CaseTimes.evolve(calendars[2]!, after, next)).toEqual(
            CaseTimes.evolve(calendars[2]!, before, next)
          )
        }
      }),
      { numRuns: 100 }
    )
  })
})

describe("terms", () => {
  test("of a profile are its limits per urgency", () => {
    const of = { urgency: "Complex", category: "Other", unitId: "" } as const
    expect(TimerTerms.limitSecOf(baseTerms, "Handle", of)).toBe(15 * day)
    expect(TimerTerms.limitSecOf(baseTerms, "Contact", of)).toBe(day)
  })

  test("take the last of the rows that fit", () => {
    const own = termsWith([
      row("Verify", "calendar", 1, { unitIds: ["a", "b"] }),
      row("Verify", "calendar", 2, { unitIds: ["b"], categories: ["Noise"] }),
      row("Verify", "calendar", 3, { urgencies: ["Urgent"] })
    ])
    const limit = (unitId: string, category: "Noise" | "Other", urgency: "Urgent" | "Complex") =>
      TimerTerms.limitSecOf(own, "Verify", { unitId, category, urgency })
    expect(limit("a", "Noise", "Complex")).toBe(1)
    expect(limit("b", "Noise", "Complex")).toBe(2)
    expect(limit("b", "Other", "Complex")).toBe(1)
    expect(limit("c", "Noise", "Complex")).toBe(300)
    expect(limit("b", "Noise", "Urgent")).toBe(3)
    expect(TimerTerms.unitNumberOf(own, "c")).toBe(0)
  })

  test("that cannot hold are refused with everything that is wrong", () => {
    const { calendar, working } = clocksOn()
    const data = dataWith([row("Handle", "workingDays", 1)], 2)
    expect(() => TimerTerms.compile(data, { clocks: { calendar, working } })).toThrow(
      /multiple of 86400.*was not given.*share from 0 to 1/s
    )
  })
})
