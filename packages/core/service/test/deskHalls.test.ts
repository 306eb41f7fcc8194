/** What service desks get wrong about halls, visits, surges and the records behind them. */
import { Clock } from "@wangge/calendar"
import { Id, Seconds } from "@wangge/facts"
import { Sensitive } from "@wangge/privacy"
import { describe, expect, test } from "vitest"
import {
  Activity,
  type ActivityCommand,
  ActivityDecider,
  Booking,
  ColourBrigades,
  DueTask,
  DueTaskDecider,
  HelpedFiling,
  type HelpedFilingCommand,
  HelpedFilingDecider,
  ReportIn,
  ReportInDecider,
  ReportInRules,
  Rotation,
  SitInDay,
  Surge,
  SurgeDecider,
  SurgeNumbers,
  TriggerRule,
  VisitCover,
  VisitDecider,
  VisitFinds,
  VisitTarget,
  Volunteer,
  VolunteerDecider,
  WindowQueue,
  type WindowQueueCommand,
  WindowQueueDecider
} from "../src/index.ts"
import {
  after,
  ask,
  hour,
  move,
  offer,
  outcome,
  promote,
  slot,
  step,
  withdraw
} from "./aBooking.ts"
import { machine, surge, surgePlan, visit, visitPlan } from "./aDesk.ts"
import { tree } from "./aTree.ts"
import { content, grid, person, phone, volunteer, rules as volunteerRules } from "./aVolunteer.ts"
import { day, gridId, instant, october } from "./aWindow.ts"

const none = { status: "None" } as const

describe("bookings", () => {
  const one = [offer(slot("s-1", 10))]
  const full = [...one, ask("Book", 0, "a", "s-1"), ask("JoinWaitList", 1, "b", "s-1")]

  test("a slot is booked before it begins, a walk-in comes until its last second", () => {
    const book = (atSec: number) => outcome(one, ask("Book", atSec, "a", "s-1"))
    expect(book(10 * hour)).toBe("TooLate")
    const walkIn = (atSec: number) => outcome(one, ask("TakeWalkIn", atSec, "a", "s-1"))
    expect([11 * hour - 1, 11 * hour].map(walkIn)).toEqual(["WalkedIn", "TooLate"])
  })

  test("slots that touch do not overlap: one resident may have both, never two at once", () => {
    const two = [...one, offer(slot("s-2", 11)), offer(slot("s-3", 10))]
    const booked = [...two, ask("Book", 0, "a", "s-1", { residentId: "r" })]
    expect(outcome(booked, ask("Book", 0, "b", "s-2", { residentId: "r" }))).toBe("Booked")
    expect(outcome(booked, ask("Book", 0, "b", "s-3", { residentId: "r" }))).toBe(
      "ResidentElsewhere"
    )
    expect(outcome(booked, ask("Book", 0, "b", "s-1", { residentId: "r" }))).toBe(
      "ResidentElsewhere"
    )
  })

  test("the same click twice books once", () => {
    expect(outcome(full, ask("Book", 2, "a", "s-1"))).toBe("SameAgain")
    expect(outcome(full, ask("JoinWaitList", 2, "b", "s-1"))).toBe("SameAgain")
    expect(outcome(full, ask("Book", 2, "a", "s-1", { residentId: "other" }))).toBe("IdTaken")
  })

  test("a cancelled id is not booked again, and what is cancelled is not cancelled twice", () => {
    const gone = [...full, step("CancelBooking", 2, "a")]
    expect(outcome(gone, step("CancelBooking", 3, "a"))).toBe("MoveNotAllowed")
    expect(outcome(gone, ask("Book", 3, "a", "s-2"))).toBe("IdTaken")
    expect(outcome(gone, ask("Book", 3, "c", "s-1"))).toBe("WaitersFirst")
    expect(outcome(gone, promote(3, "s-1"))).toBe("WaiterPromoted")
    expect(outcome([...gone, promote(3, "s-1")], promote(3, "s-1"))).toBe("NobodyWaits")
  })

  test("a slot with people is not withdrawn; its id may come back with another time", () => {
    expect(outcome(full, withdraw(2, "s-1"))).toBe("SlotHasBookings")
    const gone = [...full, step("CancelBooking", 2, "a"), step("CancelBooking", 2, "b")]
    const again = [...gone, withdraw(3, "s-1"), offer(slot("s-1", 20), 4)]
    expect(outcome(again, ask("Book", 5, "c", "s-1"))).toBe("Booked")
    expect(Booking.occupancyOf(after(again), "s-1").bookedCount).toBe(0)
    expect(outcome(one, offer(slot("s-1", 10)))).toBe("SlotKnown")
  })

  test("nobody moves out of a slot that has begun, or over those who wait elsewhere", () => {
    const two = [...full, offer(slot("s-2", 30), 2), ask("Book", 3, "c", "s-2")]
    expect(outcome(two, move(4, "c", "s-1"))).toBe("WaitersFirst")
    const begun = [...one, offer(slot("s-2", 30)), ask("Book", 0, "a", "s-1")]
    expect(outcome(begun, move(10 * hour - 1, "a", "s-2"))).toBe("BookingMoved")
    expect(outcome(begun, move(10 * hour, "a", "s-2"))).toBe("SlotBegun")
  })

  test("a clock that goes back, or stops between seconds, books nothing", () => {
    expect(outcome(full, ask("Book", 0, "z", "s-1"))).toBe("TimeWentBack")
    expect(outcome(full, ask("Book", 1.5, "z", "s-1"))).toBe("TimeNotWhole")
    expect(outcome(full, ask("Book", Number.NaN, "z", "s-1"))).toBe("TimeNotWhole")
    expect(outcome([], offer(slot("s-0", -10), -20 * hour))).toBe("SlotOffered")
  })
})

describe("the queue", () => {
  type Command = WindowQueueCommand.WindowQueueCommand
  const take = (atSec: number, ticketId: string, residentId = `r-${ticketId}`): Command => ({
    ...{ action: "TakeNumber", atSec, byId: "desk-1", ticketId, residentId },
    skillId: "a",
    isFirst: false
  })
  const call = (atSec: number, windowId: string): Command => ({
    ...{ action: "CallNext", atSec, byId: "desk-1", windowId, skillIds: ["a"] }
  })
  const queue = machine(
    WindowQueue.empty,
    (state: WindowQueue.WindowQueue, one: Command) =>
      WindowQueueDecider.decide(WindowQueueDecider.base, state, one),
    WindowQueue.evolve
  )

  test("two windows that call in the same second call two people", () => {
    const state = queue.record([take(0, "x"), take(0, "y"), call(1, "w-1"), call(1, "w-2")])
    expect(state.tickets.map(({ windowId }) => windowId)).toEqual(["w-1", "w-2"])
    expect(queue.outcome([take(0, "x"), call(1, "w-1")], call(1, "w-1"))).toBe("WindowBusy")
  })

  test("a ticket is not taken twice, nor by somebody who waits already", () => {
    expect(queue.outcome([take(0, "x")], take(0, "x"))).toBe("TicketKnown")
    expect(queue.outcome([take(0, "x")], take(0, "y", "r-x"))).toBe("ResidentWaits")
  })

  test("a ticket of the last second before 1970 waits like any other", () => {
    const early = [take(-1, "x"), call(-1, "w-1")]
    expect(WindowQueue.count(queue.record(early)).byStatus.Called).toBe(1)
    const begin: Command = {
      ...{ action: "BeginService", atSec: -1, byId: "desk-1", ticketId: "x", windowId: "w-1" }
    }
    expect(WindowQueue.count(queue.record([...early, begin])).waitSecOf).toEqual([0])
  })
})

describe("sit-in days and rotation", () => {
  const rule: SitInDay.SitInRule = {
    sitInId: "housing",
    departmentId: "housing-office",
    gridId,
    skillIds: ["business-07"],
    weekdays: [2],
    weeksOfMonth: [],
    spell: { startSec: 9 * 3600, endSec: 12 * 3600 },
    capacity: 2,
    onHoliday: "NextWorkday"
  }
  const held = (onHoliday: SitInDay.SitInRule["onHoliday"], from: string, until: string) =>
    SitInDay.daysOf([{ ...rule, onHoliday }], {
      ...october,
      fromDay: day(from),
      untilDay: day(until)
    }).map(({ dayNumber }) => Seconds.toIsoDate(dayNumber))

  test("no sit-in is held on a holiday, and none on a free weekend", () => {
    for (const onHoliday of SitInDay.holidayRules) {
      for (const date of held(onHoliday, "2025-09-25", "2025-10-20")) {
        expect(date < "2025-10-01" || date > "2025-10-08").toBe(true)
      }
    }
    expect(held("Skip", "2025-10-01", "2025-10-09")).toEqual([])
  })

  test("a day that is moved to the next workday is held once, whoever asks for which dates", () => {
    const all = held("NextWorkday", "2025-09-01", "2025-11-01")
    expect(new Set(all).size).toBe(all.length)
    expect(held("NextWorkday", "2025-10-09", "2025-10-10")).toEqual(
      all.filter((date) => date === "2025-10-09")
    )
    expect(instant("2025-10-09 09:00") - instant("2025-10-09")).toBe(9 * 3600)
  })

  const posts = [
    { postId: "counter", kind: "FullServiceWorker", gridId, isCounter: true, seatCount: 1 },
    { postId: "grid-1", kind: "GridWorker", gridId, isCounter: false, seatCount: 2 }
  ].map((post) => ({ ...post, skillIds: [] }) as Rotation.RotationPost)
  const members = ["counter", "grid-1", "grid-1"].map((postId, index) => ({
    personId: person(`p-${index}`),
    postId,
    skillIds: [],
    counterCount: 0
  }))
  const planOf = (frozenIds: ReadonlyArray<string>) => {
    const frozen = frozenIds.map((id) => person(id))
    const made = Rotation.plan(posts, members, { fromSec: 0, untilSec: 100, frozenIds: frozen })
    if (!made.ok) throw new Error(JSON.stringify(made.problems))
    return made.plan
  }

  test("who is on leave stays where he was, and no post is left short for it", () => {
    const seats = planOf(["p-1"]).seats
    expect(seats.find(({ personId }) => personId === "p-1")?.toPostId).toBe("grid-1")
    expect(seats.filter(({ toPostId }) => toPostId === "counter").length).toBe(1)
    expect(planOf(["p-0"]).seats.map(({ toPostId }) => toPostId)).toEqual(
      members.map(({ postId }) => postId)
    )
  })

  test("with everybody on leave nothing moves", () => {
    const { seats } = planOf(["p-0", "p-1", "p-2"])
    expect(seats.filter(({ fromPostId, toPostId }) => fromPostId !== toPostId)).toEqual([])
  })
})

describe("surges", () => {
  const surges = machine(none, SurgeDecider.decide, Surge.evolve)
  const there = [
    surge.call(["a", "b"]),
    surge.step("CheckIn", "a", 1800),
    surge.step("CheckIn", "b", 1800)
  ]

  test("a crew below its least is named as long as it is", () => {
    const alone = [...there, surge.begin("a", 1900)]
    expect(Surge.thinDuties(surges.record(alone))).toEqual(["dykePatrol"])
    const both = [...alone, surge.begin("b", 1900)]
    expect(Surge.thinDuties(surges.record(both))).toEqual([])
    const left = surges.record([...both, surge.step("EndDuty", "b", 2000)])
    expect(Surge.thinDuties(left)).toEqual(["dykePatrol"])
  })

  test("nobody is there before the delay is over, or missed before he could be", () => {
    const at = (atSec: number) =>
      surges.outcome(there.slice(0, 1), surge.step("CheckIn", "a", atSec))
    expect([1799, 1800].map(at)).toEqual(["TooEarly", "MemberArrived"])
    const missed = (atSec: number) =>
      surges.outcome(there.slice(0, 1), surge.step("MarkNoShow", "a", atSec))
    expect([3599, 3600].map(missed)).toEqual(["TooEarly", "MemberMissing"])
  })

  test("an answer told again does not become a late one", () => {
    const once = [surge.call(["a"]), surge.answer("a", 900)]
    const twice = [...once, surge.answer("a", 5000)]
    for (const told of [once, twice]) {
      const { onTimeCount, lateCount, medianAnswerSec } = SurgeNumbers.of(surges.record(told))
      expect([onTimeCount, lateCount, medianAnswerSec]).toEqual([1, 0, 900])
    }
    const changed = surges.record([...once, surge.answer("a", 1000, false)])
    expect(Surge.memberOf(changed, "a")?.status).toBe("Declined")
  })

  test("nobody arrives, begins or ends twice, and rests to the second", () => {
    expect(surges.outcome(there, surge.step("CheckIn", "a", 1900))).toBe("StatusWrong")
    const on = [...there, surge.begin("a", 1900)]
    expect(surges.outcome(on, surge.begin("a", 1901))).toBe("StatusWrong")
    const off = [...on, surge.step("EndDuty", "a", 2000)]
    expect(surges.outcome(off, surge.step("EndDuty", "a", 2001))).toBe("StatusWrong")
    const again = (atSec: number) => surges.outcome(off, surge.begin("a", atSec))
    const rested = 2000 + surgePlan.restSec
    expect([rested - 1, rested].map(again)).toEqual(["RestTooShort", "DutyBegun"])
  })

  test("it does not end while somebody is out, and not twice", () => {
    const on = [...there, surge.begin("a", 1900)]
    expect(surges.outcome(on, surge.standDown(2000))).toBe("CrewStillOut")
    const over = [...there, surge.standDown(2000)]
    expect(surges.outcome(over, surge.standDown(2000))).toBe("MoveNotAllowed")
    expect(surges.outcome(over, surge.step("CheckIn", "a", 2001))).toBe("MoveNotAllowed")
    expect(surges.outcome([], surge.call(["a", "a"]))).toBe("CalledTwice")
  })
})

describe("visits and triggers", () => {
  const visits = machine(
    none,
    (state: VisitTarget.State, one: Parameters<typeof VisitDecider.decide>[2]) =>
      VisitDecider.decide(visitPlan, state, one),
    VisitTarget.evolve
  )
  const at = (monthDay: number) => Seconds.dayNumber(2026, 2, monthDay) * Seconds.daySec
  const listed = [visit.list(Seconds.dayNumber(2026, 1, 5) * Seconds.daySec)]
  const find = { findId: Id.make<"Find">("f-1"), category: "leak", gridId: grid("g1") }

  test("one visit under two ids counts once", () => {
    const once = [...listed, visit.record("v-1", at(3))]
    expect(visits.outcome(once, visit.record("v-1", at(3)))).toBe("VisitKnown")
    expect(visits.outcome(once, visit.record("v-1", at(4)))).toBe("VisitKnown")
    expect(visits.outcome(once, visit.record("v-2", at(3)))).toBe("VisitKnown")
    const when = { inSec: at(3), atSec: at(20) }
    const [cover] = VisitCover.of(visitPlan, [visits.record(once)], when)
    expect([cover?.visitedCount, cover?.dueCount]).toEqual([1, 2])
  })

  test("a visit that was taken back does not count, and can be written down again", () => {
    const back = [...listed, visit.record("v-1", at(3)), visit.takeBack("v-1", at(4))]
    const when = { inSec: at(3), atSec: at(20) }
    const [cover] = VisitCover.of(visitPlan, [visits.record(back)], when)
    expect(cover?.visitedCount).toBe(0)
    expect(visits.outcome(back, visit.takeBack("v-1", at(5)))).toBe("UnknownVisit")
    const again = visit.record("v-2", at(3), { atSec: at(5) })
    expect(visits.outcome(back, again)).toBe("VisitRecorded")
    expect(visits.outcome(back, visit.record("v-1", at(3), { atSec: at(5) }))).toBe("VisitKnown")
  })

  test("a find is told once, in one visit or over several, and its facts have ids of their own", () => {
    const first = visit.record("v-1", at(3), { finds: [find] })
    expect(visits.outcome(listed, visit.record("v-1", at(3), { finds: [find, find] }))).toBe(
      "FindTwice"
    )
    const second = visit.record("v-2", at(9), { finds: [find] })
    expect(visits.outcome([...listed, first], second)).toBe("FindTwice")
    const back = [...listed, first, visit.takeBack("v-1", at(4))]
    expect(visits.outcome(back, second)).toBe("VisitRecorded")
    const told = [...listed, first, visit.record("v-2", at(9))]
    const facts = visits
      .events(told)
      .flatMap((event, index) => VisitFinds.of(visits.after(told.slice(0, index)), event))
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length)
  })

  test("nobody else records the visit, and none lies in the future", () => {
    expect(visits.outcome(listed, visit.record("v-1", at(3), { byId: "wang" }))).toBe(
      "NotTheVisitor"
    )
    expect(visits.outcome(listed, visit.record("v-1", at(3), { atSec: at(3) - 1 }))).toBe(
      "VisitInFuture"
    )
  })

  const clocks = { calendar: Clock.calendar, workingDays: Clock.calendar }
  const rules = TriggerRule.compile(TriggerRule.defaults, { clocks })
  const event: TriggerRule.TriggerEvent = {
    eventId: Id.make("e-1"),
    kind: "Illness",
    subjectId: person("r-1"),
    gridId: grid("g1"),
    atSec: 1000
  }
  const known = { tasks: [], atSec: 2000, byId: "trigger" }
  const tasks = machine(
    none,
    (state: DueTask.State, one: Parameters<typeof DueTaskDecider.decide>[2]) =>
      DueTaskDecider.decide(rules, state, one),
    DueTask.evolve
  )

  test("a trigger told twice, in one run or two, raises one task", () => {
    const [raise, ...more] = TriggerRule.tasksOf(rules, [event, event], known)
    expect(more).toEqual([])
    const task = tasks.record([raise!])
    expect(TriggerRule.tasksOf(rules, [event], { ...known, tasks: [task] })).toEqual([])
    expect(tasks.outcome([raise!], raise!)).toBe("AlreadyOpened")
  })

  test("the same event does not become a second task under an id of somebody's own", () => {
    const [raise] = TriggerRule.tasksOf(rules, [event], known)
    expect(tasks.outcome([], { ...raise!, taskId: Id.make("mine") })).toBe("OtherTask")
    expect(tasks.outcome([], { ...raise!, ruleId: "nobody's" })).toBe("UnknownRule")
  })

  test("a task is on time in its due second and overdue in the next, told once", () => {
    const [raise] = TriggerRule.tasksOf(rules, [event], known)
    const { dueSec, taskId } = tasks.record([raise!])
    const step = (action: "NoticeOverdue" | "CompleteTask", atSec: number) =>
      ({ action, taskId, atSec, doneSec: atSec, byId: "desk-1", reason: "because" }) as const
    const done = [dueSec, dueSec + 1].map(
      (atSec) => tasks.record([raise!, step("CompleteTask", atSec)]).wasLate
    )
    expect(done).toEqual([false, true])
    const notice = (atSec: number) => tasks.outcome([raise!], step("NoticeOverdue", atSec))
    expect([dueSec, dueSec + 1].map(notice)).toEqual(["NotOverdue", "TaskOverdueNoticed"])
    const told = [raise!, step("NoticeOverdue", dueSec + 1)]
    expect(tasks.outcome(told, step("NoticeOverdue", dueSec + 2))).toBe("NoticedAlready")
  })
})

describe("helped filing", () => {
  type Command = HelpedFilingCommand.HelpedFilingCommand
  const head = (atSec: number, byId = "li") => ({ filingId: Id.make<"Filing">("f-1"), atSec, byId })
  const end = 30 * Seconds.daySec
  const authorise: Command = {
    ...head(0),
    action: "AuthoriseFiling",
    authorisation: {
      granterId: "r-1",
      standing: "Self",
      residentId: "r-1",
      helperIds: ["li", "wang"],
      skillIds: ["business-07"],
      fromSec: 0,
      untilSec: end,
      way: "Signed",
      witnessId: "",
      evidenceDigest: "0a".repeat(32),
      maySubstitute: true
    }
  }
  const file = (atSec: number, byId = "li"): Command => ({
    ...head(atSec, byId),
    ...{ action: "FileBusiness", skillId: "business-07", reference: "2025-1" }
  })
  const filings = machine(
    none,
    (state: HelpedFiling.State, one: Command) =>
      HelpedFilingDecider.decide(HelpedFilingDecider.base, state, one),
    HelpedFiling.evolve
  )

  test("an authorisation ends with its term, and in the very second in which it is revoked", () => {
    const at = (atSec: number) => filings.outcome([authorise], file(atSec))
    expect([end - 1, end].map(at)).toEqual(["BusinessFiled", "AuthorisationEnded"])
    const revoke: Command = {
      ...head(500, "r-1"),
      ...{ action: "RevokeAuthorisation", reason: "moved away" }
    }
    expect(filings.outcome([authorise, revoke], file(500))).toBe("AuthorisationEnded")
    expect(filings.outcome([authorise], file(5, "zhao"))).toBe("ActorNotNamed")
    expect(filings.outcome([authorise, file(5)], file(6))).toBe("MoveNotAllowed")
  })

  test("a successor who is a helper already is named once", () => {
    const replace: Command = {
      ...head(5, "lead"),
      ...{ action: "ReplaceHelper", fromId: "li", toId: "wang" }
    }
    expect(filings.record([authorise, replace]).authorisation.helperIds).toEqual(["wang"])
    expect(filings.outcome([authorise, replace], file(6, "li"))).toBe("ActorNotNamed")
  })
})

describe("people and what they did", () => {
  const reportRules = ReportInRules.compile(ReportInRules.base, { tree })
  const members = machine(
    none,
    (state: ReportIn.State, one: ReportIn.Command) =>
      ReportInDecider.decide(reportRules, state, one),
    ReportIn.evolve
  )
  const arrive = (gridId: string, atSec: number, id = "m-1"): ReportIn.Command => ({
    ...{ action: "ReportIn", memberId: person(id), gridId: grid(gridId), organId: "o-1" },
    ...{ atSec, byId: "desk-1", reason: "" }
  })

  test("the same report-in twice is refused, and another member's does not pass for it", () => {
    expect(members.outcome([arrive("east", 1)], arrive("east", 1))).toBe("SecondResidence")
    expect(members.outcome([arrive("east", 1)], arrive("west", 2))).toBe("SecondResidence")
    expect(members.outcome([arrive("east", 1)], arrive("west", 2, "m-2"))).toBe("WrongRecord")
  })

  const activityRules: ActivityDecider.ActivityRules = {
    scheme: ColourBrigades.scheme,
    recordWithinSec: ActivityDecider.recordWithinDefault.value,
    onOverlap: "Refuse"
  }
  const activities = machine(
    none,
    (state: Activity.State, one: ActivityCommand.ActivityCommand) =>
      ActivityDecider.decide(activityRules, state, one),
    Activity.evolve
  )
  const order = (atSec: number, byId: string) => ({
    ...{ activityId: Id.make<"Activity">("a-1"), atSec, byId, reason: "because" }
  })
  const record: ActivityCommand.ActivityCommand = {
    ...{ action: "RecordActivity", ...order(3600, "desk-1"), content: content(), elsewhere: [] }
  }
  const confirm = (byId: string): ActivityCommand.ActivityCommand => ({
    ...{ action: "ConfirmActivity", ...order(3700, byId), elsewhere: [] }
  })

  test("an activity is confirmed once, by somebody who neither wrote it down nor took part", () => {
    const by = (byId: string) => activities.outcome([record], confirm(byId))
    expect(["desk-1", "li", " ", "desk-2"].map(by)).toEqual([
      "ConfirmedByRecorder",
      "ConfirmedByParticipant",
      "ActorMissing",
      "ActivityConfirmed"
    ])
    expect(activities.outcome([record, confirm("desk-2")], confirm("desk-3"))).toBe(
      "MoveNotAllowed"
    )
    expect(activities.outcome([record], record)).toBe("AlreadyOpened")
  })

  const volunteers = machine(
    none,
    (state: Volunteer.State, one: Parameters<typeof VolunteerDecider.decide>[2]) =>
      VolunteerDecider.decide(volunteerRules, state, one),
    Volunteer.evolve
  )

  test("no record, event or command of a volunteer shows the contact, and none stays after leaving", () => {
    const way = [volunteer.register(0), volunteer.plain(5, "LeaveVolunteering")]
    const texts = JSON.stringify([way, volunteers.events(way), volunteers.record(way)])
    expect(texts).not.toContain("13800000000")
    expect(volunteers.record(way).contact).toBe("Erased")
    expect(Sensitive.isSensitive(volunteers.record(way.slice(0, 1)).contact)).toBe(true)
    expect(`${phone}`).not.toContain("1380")
    expect(volunteers.outcome(way.slice(0, 1), volunteer.register(1))).toBe("AlreadyOpened")
  })
})
