import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { CaseTimes, TimerNotice } from "../src/index.ts"
import { clocksOn, instant, log, row, type Step, step, termsWith, times, wall } from "./aTimer.ts"

const terms = termsWith()

/** The notices of one clock in a window, as light and second. */
const of = (
  record: CaseTimes.CaseTimes,
  fromSec: number,
  untilSec: number,
  clock: TimerNotice.TimerNotice["clock"] = "Handle"
): ReadonlyArray<readonly [light: string, atSec: number]> =>
  TimerNotice.between(record, { fromSec, untilSec })
    .filter((notice) => notice.clock === clock)
    .map((notice) => [notice.light, notice.atSec])

describe("notices", () => {
  const reported = times(terms, step.reported(0))

  test("go out at the amber point and in the second after the due second", () => {
    expect(of(reported, 0, 2000)).toEqual([
      ["Amber", 750],
      ["Red", 1001]
    ])
  })

  test("fall in the window that ends with them, not in the one that begins with them", () => {
    expect(of(reported, 749, 750)).toEqual([["Amber", 750]])
    expect(of(reported, 750, 1000)).toEqual([])
    expect(of(reported, 1000, 1001)).toEqual([["Red", 1001]])
    expect(of(reported, 1001, 9999)).toEqual([])
  })

  test("come for each clock, in the order of time", () => {
    const assigned = times(terms, step.reported(0), step.assigned(120))
    const all = TimerNotice.between(assigned, { fromSec: 0, untilSec: 2000 })
    expect(all.map((notice) => [notice.clock, notice.light, notice.atSec])).toEqual([
      ["Contact", "Amber", 150],
      ["SignIn", "Amber", 195],
      ["Contact", "Red", 201],
      ["SignIn", "Red", 221],
      ["Handle", "Amber", 750],
      ["Handle", "Red", 1001]
    ])
  })

  test("do not come for a clock that was met before, and stay told for one that was met late", () => {
    const met = times(terms, step.reported(0), step.resolved(700))
    expect(of(met, 0, 2000)).toEqual([])
    const late = times(terms, step.reported(0), step.resolved(1500))
    expect(of(late, 0, 2000)).toEqual([
      ["Amber", 750],
      ["Red", 1001]
    ])
  })

  test("wait while a case is paused, and do not come twice after it", () => {
    const paused = [step.reported(0), step.suspended(800, 1800)]
    expect(of(times(terms, ...paused), 0, 3000)).toEqual([
      ["Amber", 750],
      ["Red", 2001]
    ])
    expect(of(times(terms, ...paused, step.resumed(1000)), 0, 3000)).toEqual([
      ["Amber", 750],
      ["Red", 1201]
    ])
    const early = times(terms, step.reported(0), step.suspended(700, 1700), step.resumed(800))
    expect(of(early, 0, 3000)).toEqual([
      ["Amber", 850],
      ["Red", 1101]
    ])
    const merged = times(terms, step.reported(0), step.merged(100))
    expect(of(merged, 0, 1_000_000)).toEqual([])
  })

  test("of an extension: amber that was told is not told again, red moves", () => {
    const extended = times(terms, step.reported(0), step.extended(800))
    expect(of(extended, 0, 3000)).toEqual([
      ["Amber", 750],
      ["Red", 1501]
    ])
    const before = times(terms, step.reported(0), step.extended(700))
    expect(of(before, 0, 3000)).toEqual([
      ["Amber", 1250],
      ["Red", 1501]
    ])
  })

  test("of a change that puts them in the past come one second after it, red alone", () => {
    const amber = CaseTimes.recounted(termsWith([row("Handle", "calendar", 600)]), reported, 500)
    expect(of(amber, 0, 3000)).toEqual([
      ["Amber", 501],
      ["Red", 601]
    ])
    const red = CaseTimes.recounted(termsWith([row("Handle", "calendar", 400)]), reported, 500)
    expect(of(red, 0, 3000)).toEqual([["Red", 501]])
    const back = CaseTimes.recounted(terms, red, 600)
    expect(of(back, 0, 3000)).toEqual([["Red", 501]])
  })

  test("come anew for a new run, and never without a limit", () => {
    const reopened = times(terms, step.reported(0), step.resolved(900), step.followedUp(1000, true))
    expect(of(reopened, 1000, 9000)).toEqual([
      ["Amber", 1750],
      ["Red", 2001]
    ])
    const none = termsWith([row("Handle", "calendar", Number.POSITIVE_INFINITY)])
    expect(of(times(none, step.reported(0)), 0, Number.MAX_SAFE_INTEGER)).toEqual([])
  })

  test("on working days warn at the close of a day", () => {
    const days = termsWith([row("Handle", "workingDays", 5 * 86_400)], clocksOn())
    const start = instant("2025-03-03 10:00:00")
    const notices = of(times(days, step.reported(start)), start, start + 30 * 86_400)
    expect(notices.map(([light, atSec]) => [light, wall(atSec)])).toEqual([
      ["Amber", "2025-03-06 17:30:00"],
      ["Red", "2025-03-10 17:30:01"]
    ])
  })
})

const story = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 400 }),
    fc.constantFrom("suspend", "resume", "extend", "hand over", "shorter", "usual", "merge")
  ),
  { maxLength: 8 }
)

const shorter = termsWith([row("Handle", "calendar", 300)])

/** Plays a story; `tick` is asked with the record as it stands, before each step and at the end. */
const play = (
  steps: ReadonlyArray<readonly [gapSec: number, name: string]>,
  tick: (record: CaseTimes.CaseTimes, untilSec: number) => void
): CaseTimes.CaseTimes => {
  let present = terms
  let record = CaseTimes.ofLog(present, log(step.reported(0)))
  let atSec = 0
  let isPaused = false
  const apply = (make: Step): void => {
    record = CaseTimes.evolve(present, record, make(record.version + 1))
  }
  for (const [gapSec, name] of steps) {
    atSec += gapSec
    tick(record, atSec)
    if (name === "extend") apply(step.extended(atSec))
    else if (name === "hand over") apply(step.handedOver(atSec, "unit-9"))
    else if (name === "shorter" || name === "usual") {
      present = name === "shorter" ? shorter : terms
      record = CaseTimes.recounted(present, record, atSec)
    } else if (isPaused) {
      isPaused = false
      apply(name === "merge" ? step.unmerged(atSec) : step.resumed(atSec))
    } else if (name !== "resume") {
      isPaused = true
      apply(name === "merge" ? step.merged(atSec) : step.suspended(atSec, atSec + 350))
    }
  }
  tick(record, atSec + 5000)
  return record
}

describe("windows that follow one another", () => {
  test("tell each light once, whatever happens between them, and the last record knows them all", () => {
    fc.assert(
      fc.property(story, (steps) => {
        const told: Array<TimerNotice.TimerNotice> = []
        let fromSec = 0
        const last = play(steps, (record, untilSec) => {
          told.push(...TimerNotice.between(record, { fromSec, untilSec }))
          fromSec = untilSec
        })
        const keys = told.map((notice) => `${notice.clock} ${notice.light}`)
        expect(new Set(keys).size).toBe(keys.length)
        expect(TimerNotice.between(last, { fromSec: 0, untilSec: fromSec })).toEqual(told)
      }),
      { numRuns: 300 }
    )
  })

  test("may be cut anywhere", () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 0, max: 3000 }), (steps, cutSec) => {
        const record = play(steps, () => undefined)
        const whole = TimerNotice.between(record, { fromSec: 0, untilSec: 3000 })
        const parts = [
          ...TimerNotice.between(record, { fromSec: 0, untilSec: cutSec }),
          ...TimerNotice.between(record, { fromSec: cutSec, untilSec: 3000 })
        ]
        expect(parts).toEqual(whole)
      }),
      { numRuns: 200 }
    )
  })
})
