import { expect, test } from "vitest"
import { TimerProblem } from "../src/index.ts"
import { clocksOn, dataWith, row } from "./aTimer.ts"

const clocks = clocksOn()

/** The codes and places that are found with one row more. */
const found = (...parameters: Parameters<typeof row>): ReadonlyArray<string> =>
  TimerProblem.find(dataWith([row(...parameters)]), clocks).map(
    ({ code, subject }) => `${code} ${subject}`
  )

test("good terms have no problem, and no limit is a limit", () => {
  expect(TimerProblem.find(dataWith([]), clocks)).toEqual([])
  expect(found("Handle", "workingDays", Number.POSITIVE_INFINITY)).toEqual([])
})

test("limits are whole seconds of 0 or more, in working days whole days", () => {
  expect(found("Handle", "calendar", 0.5)).toEqual(["LimitNotWhole rows[5].limitSec"])
  expect(found("Handle", "calendar", -1)).toEqual(["LimitNotWhole rows[5].limitSec"])
  expect(found("Handle", "calendar", 1, { extensionSec: Number.POSITIVE_INFINITY })).toEqual([
    "LimitNotWhole rows[5].extensionSec"
  ])
  expect(found("Handle", "workingDays", 86_401)).toEqual(["LimitNotWholeDays rows[5].limitSec"])
})

test("a clock that counts on something must be given it", () => {
  const { calendar, working } = clocks
  const data = dataWith([row("Verify", "workingDays", 86_400)])
  expect(TimerProblem.find(data, { calendar, working })).toEqual([
    TimerProblem.make("ClockNotGiven", "rows[5].countsOn", "workingDays", "calendar, working")
  ])
})

test("every clock has a limit for every urgency, whoever answers and whatever it is about", () => {
  const data = dataWith([])
  const rows = data.rows.map((each) =>
    each.clock === "Verify" ? row("Verify", "calendar", 300, { unitIds: ["unit-1"] }) : each
  )
  const problems = TimerProblem.find({ triggers: data.triggers, rows, amberShare: 0.5 }, clocks)
  expect(problems.map(({ code, subject, found }) => `${code} ${subject} ${found}`)).toEqual([
    "RowMissing Verify Emergency",
    "RowMissing Verify Urgent",
    "RowMissing Verify Ordinary",
    "RowMissing Verify Complex",
    "RowMissing Verify Petition"
  ])
})

test.each([
  [-0.1, 1],
  [0, 0],
  [1, 0],
  [1.1, 1],
  [Number.NaN, 1]
])("an amber share of %f has %i problems", (share, count) => {
  expect(TimerProblem.find(dataWith([], share), clocks)).toHaveLength(count)
})

test("a clock that nothing starts is told, and every problem has words", () => {
  const { rows, triggers } = dataWith([])
  const { Contact, Handle, SignIn, Verify } = triggers
  const CallBack = { starts: [], meets: [], revokes: [], drops: [] }
  const data = { rows, triggers: { SignIn, Contact, Handle, Verify, CallBack }, amberShare: 0.5 }
  expect(TimerProblem.find(data, clocks).map(TimerProblem.describe)).toEqual([
    {
      en: "Nothing starts the clock CallBack; expected at least one moment.",
      zh: "没有任何环节启动计时 CallBack;应至少有一个。"
    }
  ])
  for (const code of TimerProblem.codes) {
    const words = TimerProblem.describe(TimerProblem.make(code, "here", "found", "expected"))
    expect(`${words.en}${words.zh}`).not.toMatch(/[{}]/)
  }
})
