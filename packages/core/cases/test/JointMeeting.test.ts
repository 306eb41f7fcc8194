import { Id } from "@wangge/facts"
import { describe, expect, test } from "vitest"
import { JointMeeting, StuckCase } from "../src/index.ts"
import { after, caseIds, meetingMachine as machine, meeting, refused } from "./aSideProcess.ts"

const [one, two, three] = caseIds as [Id.Id<"Case">, Id.Id<"Case">, Id.Id<"Case">]
const convened = [meeting.convene(0)]

describe("row 23: the weekly joint meeting", () => {
  test("given stuck cases, when the meeting runs, then each gets a decision or a next date", () => {
    const closed = after(machine, [
      ...convened,
      meeting.decide(10, one, 500),
      meeting.postpone(20, two, 600),
      meeting.close(30, 700)
    ])
    expect(closed.agenda.map(({ status, dueSec, nextSec }) => [status, dueSec, nextSec])).toEqual([
      ["Decided", 500, -1],
      ["Postponed", -1, 600]
    ])
    expect([closed.status, closed.nextMeetingSec]).toEqual(["Closed", 700])
    expect(JointMeeting.casesIn(closed, "Postponed")).toEqual([two])
  })

  test("a meeting does not close while a case has neither, and names it", () => {
    const half = [...convened, meeting.decide(10, one)]
    const rejection = refused(machine, half, meeting.close(20))
    expect([rejection.code, rejection.missing]).toEqual(["CaseNotSettled", [two]])
    expect(JointMeeting.standing(after(machine, half)).unaccounted).toEqual([two])
  })

  test("a decision needs a unit and measures, a next date needs a reason and lies ahead", () => {
    const bare = { ...meeting.decide(10, one), ownerUnitId: "", measures: "" }
    expect(refused(machine, convened, bare).missing).toEqual(["ResponsibleUnit", "Measures"])
    expect(refused(machine, convened, meeting.decide(10, one, 10)).code).toBe("DateNotLater")
    expect(refused(machine, convened, meeting.postpone(10, one, 10)).code).toBe("DateNotLater")
    const silent = { ...meeting.postpone(10, one), reason: "" }
    expect(refused(machine, convened, silent).missing).toEqual(["Reason"])
  })

  test("a postponed case may still be decided, a decided one is not decided again", () => {
    const state = after(machine, [...convened, meeting.postpone(1, one), meeting.decide(2, one)])
    expect(JointMeeting.casesIn(state, "Decided")).toEqual([one])
    const decided = [...convened, meeting.decide(1, one)]
    expect(refused(machine, decided, meeting.postpone(2, one)).code).toBe("AlreadySettled")
    expect(refused(machine, convened, meeting.decide(2, three)).code).toBe("NotNamed")
  })

  test("the next meeting is at most a week away: the last second, and the next one", () => {
    const week = StuckCase.base.intervalSecMax
    const empty = [meeting.convene(0, [])]
    expect(after(machine, [...empty, meeting.close(10, 10 + week)]).status).toBe("Closed")
    expect(refused(machine, empty, meeting.close(10, 11 + week)).code).toBe("DateTooLate")
    expect(refused(machine, empty, meeting.close(10, 10)).code).toBe("DateNotLater")
  })

  test("a case comes onto the agenda once", () => {
    const added = after(machine, [...convened, meeting.add(5, three)])
    expect(added.agenda.length).toBe(3)
    expect(refused(machine, convened, meeting.add(5, two)).code).toBe("NamedTwice")
    expect(refused(machine, [], meeting.convene(0, [one, one])).code).toBe("NamedTwice")
  })

  test("every case of the agenda gets its opening and its closing command", () => {
    const opened = machine.decide({ status: "None" }, meeting.convene(0))
    expect(opened.ok && JointMeeting.caseMoves(opened.event).map((move) => move.caseId)).toEqual([
      one,
      two
    ])
    const settled = [...convened, meeting.decide(1, one), meeting.postpone(1, two)]
    const closed = machine.decide(after(machine, settled), meeting.close(2))
    const moves = closed.ok ? JointMeeting.caseMoves(closed.event) : []
    expect(
      moves.map((move) => [move.caseId, move.action === "CloseSideProcess" && move.isDecided])
    ).toEqual([
      [one, true],
      [two, false]
    ])
  })
})

describe("which cases are stuck", () => {
  const plain: StuckCase.CaseStanding = {
    caseId: Id.make("plain"),
    isOpen: true,
    dueSec: 100,
    returnCount: 1,
    waitingUnitIds: ["water", "water"]
  }
  const groundsAt = (one_: StuckCase.CaseStanding, atSec = 100) =>
    StuckCase.stuck([one_], StuckCase.base, atSec).flatMap(({ grounds }) => grounds)

  test("overdue begins after the due second", () => {
    expect([99, 100, 101].map((atSec) => groundsAt(plain, atSec))).toEqual([[], [], ["Overdue"]])
    expect(groundsAt({ ...plain, dueSec: Number.POSITIVE_INFINITY }, 1e9)).toEqual([])
  })

  test("two returns, and two different units, make a case stuck; one does not", () => {
    expect(groundsAt({ ...plain, returnCount: 2 })).toEqual(["ReturnedTooOften"])
    expect(groundsAt({ ...plain, waitingUnitIds: ["water", "power"] })).toEqual(["WaitsForSeveral"])
  })

  test("all grounds are named; a closed case is never stuck", () => {
    const worst = { ...plain, returnCount: 5, waitingUnitIds: ["water", "power"] }
    expect(groundsAt(worst, 101)).toEqual([...StuckCase.grounds])
    expect(groundsAt({ ...worst, isOpen: false }, 101)).toEqual([])
  })
})
