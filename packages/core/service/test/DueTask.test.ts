import { Clock, WorkCalendar, Zone } from "@wangge/calendar"
import { Id, Seconds } from "@wangge/facts"
import { LegalBasis } from "@wangge/privacy"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  DueTask,
  type DueTaskCommand,
  DueTaskDecider,
  DueTaskList,
  DueTaskProblem,
  ServiceMove,
  TriggerRule
} from "../src/index.ts"
import { grid, person } from "./aVolunteer.ts"

const day = Seconds.daySec
const week = WorkCalendar.officeHoursChina({ fromDay: 20_010, untilDay: 20_050 })
const clocks = { calendar: Clock.calendar, workingDays: Clock.workingDays(week) }
const rules = TriggerRule.compile(TriggerRule.defaults, { clocks })

const happened = (
  eventId: string,
  atSec: number,
  over: Partial<TriggerRule.TriggerEvent> = {}
): TriggerRule.TriggerEvent => ({
  eventId: Id.make(eventId),
  kind: "Illness",
  subjectId: person("r-1"),
  gridId: grid("g1"),
  atSec,
  ...over
})
const raising = (
  events: ReadonlyArray<TriggerRule.TriggerEvent>,
  tasks: ReadonlyArray<DueTask.DueTask> = [],
  atSec = 1000
): ReadonlyArray<DueTaskCommand.RaiseTask> =>
  TriggerRule.tasksOf(rules, events, { tasks, atSec, byId: "trigger" })

type Command = DueTaskCommand.DueTaskCommand
const apply = (state: DueTask.State, command: Command): DueTask.DueTask => {
  const decision = DueTaskDecider.decide(rules, state, command)
  if (!decision.ok) throw new Error(`${command.action}: ${decision.rejection.code}`)
  return DueTask.evolve(state, decision.event)
}
const refusal = (state: DueTask.State, command: Command): string => {
  const decision = DueTaskDecider.decide(rules, state, command)
  return decision.ok ? "accepted" : decision.rejection.code
}
const [raise] = raising([happened("e-1", 1000)])
const task = apply(ServiceMove.none, raise!)
const dueSec = 1000 + 3 * day

const order = (atSec: number) => ({ taskId: task.taskId, atSec, byId: "desk-1", reason: "because" })
const done = (atSec: number, doneSec = atSec): Command => ({
  action: "CompleteTask",
  ...order(atSec),
  doneSec
})
const plain = (atSec: number, action: DueTaskCommand.PlainStep["action"]): Command => ({
  action,
  ...order(atSec)
})
const assign = (atSec: number): Command => ({
  action: "AssignTask",
  ...order(atSec),
  personId: person("li")
})

describe("row 28: trigger visits", () => {
  test("given a trigger event, when n days pass without the task, then it is overdue once", () => {
    expect(task.dueSec).toBe(dueSec)
    const notices = (atSec: number, of: DueTask.DueTask): number =>
      DueTask.noticesAt([of], atSec, "clock").length
    expect([dueSec - 1, dueSec, dueSec + 1].map((atSec) => notices(atSec, task))).toEqual([0, 0, 1])
    const [notice] = DueTask.noticesAt([task], dueSec + 1, "clock")
    const told = apply(task, notice!)
    expect([told.status, told.wasLate, told.noticedSec]).toEqual(["Due", true, dueSec + 1])
    expect(notices(dueSec + 1, told) + notices(dueSec + 99 * day, told)).toBe(0)
    expect(refusal(told, notice!)).toBe("NoticedAlready")
    expect(refusal(task, plain(dueSec, "NoticeOverdue"))).toBe("NotOverdue")
  })

  test("done in its last second it is on time, in the next one late, whatever was told", () => {
    const ends = [dueSec, dueSec + 1].map((atSec) => apply(task, done(atSec)).wasLate)
    expect(ends).toEqual([false, true])
    const told = apply(task, plain(dueSec + 1, "NoticeOverdue"))
    const timely = apply(told, done(dueSec + 5, dueSec))
    expect([timely.wasLate, DueTask.count([timely], dueSec + 9).onTimeCount]).toEqual([false, 1])
  })

  test("what is waived, cancelled or done is never overdue", () => {
    for (const end of [plain(2000, "WaiveTask"), plain(2000, "CancelTask"), done(2000)]) {
      const ended = apply(task, end)
      expect(DueTask.isOverdue(ended, dueSec + 1)).toBe(false)
      expect(DueTask.noticesAt([ended], dueSec + 1, "clock")).toEqual([])
    }
  })
})

describe("rules", () => {
  test("only hardship triggers come with the package", () => {
    expect(TriggerRule.defaults.map(({ eventKind }) => eventKind)).toEqual([
      "Illness",
      "SeriousHardship"
    ])
    expect(TriggerRule.defaults.every(({ provenance }) => provenance.kind === "assumed")).toBe(true)
  })

  test("working days end when the office closes", () => {
    const [illness] = TriggerRule.defaults
    const inOffice = { ...illness!, clock: "workingDays" as const, limitDays: 1 }
    const friday = Zone.toInstantSec("Asia/Shanghai", 20_014, 10 * 3600)
    const due = TriggerRule.dueSec(rules, inOffice, friday)
    expect(Zone.toLocal("Asia/Shanghai", due)).toEqual({ dayNumber: 20_017, secOfDay: 63_000 })
    const office = TriggerRule.compile([inOffice], { clocks })
    const far = { ...raise!, happenedSec: week.untilSec - 1, atSec: week.untilSec }
    const decision = DueTaskDecider.decide(office, ServiceMove.none, far)
    expect(decision.ok ? "" : decision.rejection.code).toBe("OutsideCalendar")
  })

  test("impossible rules are a programming error", () => {
    const [illness] = TriggerRule.defaults
    const compile = (all: ReadonlyArray<TriggerRule.TriggerRule>) => () =>
      TriggerRule.compile(all, { clocks })
    expect(compile([illness!, illness!])).toThrow("twice")
    expect(compile([{ ...illness!, limitDays: 0.5 }])).toThrow(RangeError)
    expect(compile([{ ...illness!, ruleId: "a b" }])).toThrow(RangeError)
  })

  test("an event tells nothing to a rule of another kind, and one task to each of its own", () => {
    expect(raising([happened("e-1", 5, { kind: "Absence" })])).toEqual([])
    const two = TriggerRule.compile(
      TriggerRule.defaults.map((rule) => ({ ...rule, eventKind: "Illness" })),
      { clocks }
    )
    const raised = TriggerRule.tasksOf(two, [happened("e-1", 5)], {
      tasks: [],
      atSec: 9,
      byId: "x"
    })
    expect(raised.map(({ taskId }) => taskId)).toEqual([
      "visitOnIllness/e-1",
      "visitOnHardship/e-1"
    ])
  })

  test("the same person falls ill again: one open task, and a new one after it is done", () => {
    const again = happened("e-2", 2000)
    expect(raising([again], [task], 3000)).toEqual([])
    expect(raising([again], [apply(task, done(2500))], 3000).length).toBe(1)
    const other = happened("e-3", 2000, { subjectId: person("r-2") })
    expect(raising([other], [task], 3000).length).toBe(1)
  })

  test("the same events, told often and in any order, make the same tasks once", () => {
    const events = fc.array(
      fc.record({ id: fc.nat(5), at: fc.nat(900), who: fc.nat(2), kind: fc.nat(1) }),
      { maxLength: 12 }
    )
    fc.assert(
      fc.property(events, fc.nat(99), (given, turn) => {
        // one id is one event, however it is told
        const told = given.map(({ id }) => {
          const { at, who, kind } = given.find((one) => one.id === id)!
          return happened(`e-${id}`, at, {
            subjectId: person(`r-${who}`),
            kind: kind === 0 ? "Illness" : "SeriousHardship"
          })
        })
        const once = raising(told)
        expect(new Set(once.map(({ taskId }) => taskId)).size).toBe(once.length)
        const shifted = [...told.slice(turn % 7), ...told.slice(0, turn % 7), ...told]
        expect(raising(shifted)).toEqual(once)
        const tasks = once.map((command) => apply(ServiceMove.none, command))
        expect(raising(told, tasks, 2000)).toEqual([])
      }),
      { numRuns: 200 }
    )
  })
})

describe("whose tasks", () => {
  const basis = LegalBasis.duty("care rules, clause 5", "assessment-1")
  const own = apply(task, assign(1500))
  const list = (who: string, purpose: "Care" | "Statistics", by = basis): DueTaskList.Listed =>
    DueTaskList.of(rules, [own, task], { personId: person(who), request: { purpose, basis: by } })

  test("a person sees his own, for the purpose of the rule, on a basis that fits illness", () => {
    const seen = list("li", "Care")
    expect(seen.ok && seen.tasks).toEqual([own])
    const others = list("wang", "Care")
    expect(others.ok && others.tasks).toEqual([])
    const codes = [list("li", "Statistics"), list("li", "Care", LegalBasis.duty("clause 5"))].map(
      (listed) => (listed.ok ? "" : listed.problems[0]!.code)
    )
    expect(codes).toEqual(["PurposeNotAllowed", "AssessmentMissing"])
  })

  test("everybody else gets counts, and small ones not even then", () => {
    const counts = DueTaskList.countsOf([own, task], [grid("g1"), grid("g2")])
    expect(counts).toEqual({ cells: ["Suppressed", "Suppressed"], total: "Suppressed" })
    expect(() => DueTaskList.countsOf([], [grid("g1"), grid("g1")])).toThrow(RangeError)
  })
})

describe("every status with every command", () => {
  const at = dueSec + 10
  const commands: ReadonlyArray<Command> = [
    { ...raise!, atSec: at },
    assign(at),
    done(at),
    plain(at, "WaiveTask"),
    plain(at, "CancelTask"),
    plain(at, "NoticeOverdue")
  ]
  const no = "MoveNotAllowed"
  const over = ["AlreadyOpened", no, no, no, no, no]
  const table: ReadonlyArray<readonly [string, DueTask.State, ReadonlyArray<string>]> = [
    ["None", ServiceMove.none, ["accepted", ...new Array<string>(5).fill("NotOpened")]],
    ["Due", task, ["AlreadyOpened", ...new Array<string>(5).fill("accepted")]],
    ["Done", apply(task, done(2000)), over],
    ["Waived", apply(task, plain(2000, "WaiveTask")), over],
    ["Cancelled", apply(task, plain(2000, "CancelTask")), over]
  ]
  for (const [status, state, codes] of table) {
    test(`${status} allows what the table says`, () => {
      expect(commands.map((command) => refusal(state, command))).toEqual(codes)
    })
  }

  test("what is said has to be possible", () => {
    expect(refusal(task, done(2000, 2001))).toBe("TimeInFuture")
    expect(refusal(task, done(2000, 999))).toBe("DoneTooEarly")
    expect(refusal(task, done(2000, 1000.5))).toBe("TimeNotWhole")
    expect(refusal(task, { ...plain(2000, "WaiveTask"), reason: "" })).toBe("ReasonMissing")
    expect(refusal(task, done(999))).toBe("TimeWentBack")
    expect(refusal(ServiceMove.none, { ...raise!, happenedSec: 1001 })).toBe("TimeInFuture")
    expect(refusal(ServiceMove.none, { ...raise!, ruleId: "visitOnDues" })).toBe("UnknownRule")
    expect(refusal(task, { ...done(2000), taskId: Id.make("other") })).toBe("WrongRecord")
  })

  test("random commands: one notice at most, nothing lost, and every task in one count", () => {
    const steps = fc.array(
      fc.tuple(fc.nat(5), fc.integer({ min: -5, max: 2 * day }), fc.boolean()),
      { maxLength: 25 }
    )
    fc.assert(
      fc.property(steps, (taken) => {
        let state: DueTask.DueTask = task
        const log: Array<Parameters<typeof DueTask.evolve>[1]> = []
        for (const [pick, leap, isTwice] of taken) {
          const sec = state.lastSec + leap
          const command = [
            { ...raise!, atSec: sec },
            assign(sec),
            done(sec),
            { ...plain(sec, "WaiveTask"), reason: isTwice ? "" : "because" },
            plain(sec, "CancelTask"),
            plain(sec, "NoticeOverdue")
          ][pick]!
          for (let time = 0; time <= Number(isTwice); time++) {
            const decision = DueTaskDecider.decide(rules, state, command)
            if (!decision.ok) {
              expect(DueTaskProblem.codes).toContain(decision.rejection.code)
              continue
            }
            log.push(decision.event)
            state = DueTask.evolve(state, decision.event)
          }
          const { onTimeCount, lateCount, waivedCount, cancelledCount, openCount, overdueCount } =
            DueTask.count([state], state.lastSec)
          expect(onTimeCount + lateCount + waivedCount + cancelledCount + openCount).toBe(1)
          expect(overdueCount).toBeLessThanOrEqual(openCount)
        }
        const notices = log.filter(({ kind }) => kind === "TaskOverdueNoticed")
        expect(notices.length).toBeLessThanOrEqual(1)
        expect(notices.every(({ atSec }) => atSec > dueSec)).toBe(true)
        expect(log.reduce(DueTask.evolve, task)).toEqual(state)
      }),
      { numRuns: 200 }
    )
  })
})
