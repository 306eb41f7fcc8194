import { describe, expect, test } from "vitest"
import { Case, CaseDecider, CaseProfile, CaseRules, Urgency } from "../src/index.ts"
import { after, baseRules, calendarClocks, command, path, rejectionOf } from "./aCase.ts"

const day = 86_400
const hour = 3600

describe("deadlines", () => {
  for (const urgency of Urgency.list) {
    test(`a case of urgency ${urgency} is overdue only after its due second`, () => {
      const state = after(path.inProgress(1000, urgency))
      const dueSec = 1000 + CaseProfile.base.limits[urgency].resolveSec
      expect(state.dueSec).toBe(dueSec)
      expect(Case.isOverdue(state, dueSec - 1)).toBe(false)
      expect(Case.isOverdue(state, dueSec)).toBe(false)
      expect(Case.isOverdue(state, dueSec + 1)).toBe(true)
      const at = (atSec: number) =>
        after([...path.inProgress(1000, urgency), command.resolve(atSec)]).wasOverdue
      expect([at(dueSec - 1), at(dueSec), at(dueSec + 1)]).toEqual([false, false, true])
    })
  }

  test("time in follow-up is not late handling", () => {
    const claimed = [...path.inProgress(0), command.resolve(7 * day)]
    const closed = after([
      ...claimed,
      command.plain("BeginFollowUp", 9 * day),
      command.followUp(9 * day),
      command.writeOff(9 * day)
    ])
    expect(closed.wasOverdue).toBe(false)
    expect(Case.wasOverdueBy(closed, 100 * day)).toBe(false)
  })

  test("an overdue case stays overdue in the record after closing", () => {
    const closed = after([...path.inProgress(0), command.plain("Withdraw", 8 * day)])
    expect(Case.isOverdue(closed, 9 * day)).toBe(false)
    expect(Case.wasOverdueBy(closed, 9 * day)).toBe(true)
  })

  test("the first contact is late when the acceptance is, or when it is still missing", () => {
    const waiting = after(path.assigned(0))
    expect(Case.isContactLate(waiting, 24 * hour)).toBe(false)
    expect(Case.isContactLate(waiting, 24 * hour + 1)).toBe(true)
    const accept = (atSec: number) => after([...path.assigned(0), command.plain("Accept", atSec)])
    expect(Case.isContactLate(accept(24 * hour), 99 * hour)).toBe(false)
    expect(Case.isContactLate(accept(24 * hour + 1), 99 * hour)).toBe(true)
  })

  test("the first acceptance within a limit is the contact, a later one changes nothing", () => {
    const again = after([
      ...path.accepted(5),
      command.plain("Return", 6),
      command.assign(7),
      command.plain("Accept", 8)
    ])
    expect(again.acceptedSec).toBe(5)
    const reopened = after([...path.writtenOff(5), command.plain("Reopen", 9)])
    expect(reopened.acceptedSec).toBe(Case.notYet)
  })

  test("a case without limit is never overdue", () => {
    const profile: CaseProfile.CaseProfile = {
      ...CaseProfile.base,
      limits: {
        ...CaseProfile.base.limits,
        Ordinary: { ...CaseProfile.base.limits.Ordinary, resolveSec: Number.POSITIVE_INFINITY }
      }
    }
    const rules = CaseRules.compile(profile, { clocks: calendarClocks })
    const commands = [...path.inProgress(0), command.suspend(5, 10), command.plain("Resume", 8)]
    expect(Case.isOverdue(after(commands, rules), 1e12)).toBe(false)
  })
})

describe("follow-up, write-off and reopening", () => {
  test("without a follow-up outcome a case cannot be struck off (row 17)", () => {
    const rejection = rejectionOf(after(path.followUp(0)), command.writeOff(1))
    expect(rejection.code).toBe("ItemMissing")
    expect(rejection.missing).toEqual(["FollowUpOutcome"])
  })

  test("a logged failed attempt is enough for the write-off, but nothing is verified", () => {
    const closed = after([
      ...path.followUp(0),
      command.followUp(1, "NotReached"),
      command.writeOff(2)
    ])
    expect(closed.status).toBe("WrittenOff")
    expect(Case.isClaimedResolved(closed)).toBe(true)
    expect(Case.isVerifiedResolved(closed)).toBe(false)
  })

  test("without a result note a case cannot be struck off; it may come with either move", () => {
    const bare = [
      ...path.inProgress(0),
      { ...command.resolve(1), resultNote: "" },
      command.plain("BeginFollowUp", 2),
      command.followUp(3)
    ]
    expect(rejectionOf(after(bare), command.writeOff(4)).missing).toEqual(["ResultNote"])
    const noted = after([...bare, { ...command.writeOff(4), resultNote: "repaired" }])
    expect([noted.status, noted.hasResultNote]).toEqual(["WrittenOff", true])
  })

  test("a failed attempt does not wipe out an answer that was given", () => {
    const asked = after([
      ...path.followUp(0),
      command.followUp(1, "Confirmed", "Dissatisfied"),
      command.followUp(2, "NotReached")
    ])
    expect([asked.followUpOutcome, asked.satisfaction]).toEqual(["Confirmed", "Dissatisfied"])
    expect(asked.followUpCount).toBe(2)
  })

  test("an unresolved follow-up reopens the case, and its reopen count rises (row 18)", () => {
    const reopened = after([...path.followUp(0), command.followUp(day, "NotResolved")])
    expect([reopened.status, reopened.reopenCount]).toEqual(["Triaged", 1])
    expect([reopened.startSec, reopened.dueSec]).toEqual([day, 8 * day])
    expect(reopened.ownerUnitId).toBe("grid-desk")
    expect(reopened.claimedResolvedSec).toBe(Case.notYet)
    expect([reopened.followUpOutcome, reopened.hasResultNote]).toEqual(["None", false])
    expect(reopened.followUpCount).toBe(1)
  })

  test("a dissatisfied reporter reopens a case under the five-step method (row 18)", () => {
    const rules = CaseRules.compile(CaseProfile.fiveStep, { clocks: calendarClocks })
    const commands = [...path.followUp(0), command.followUp(day, "Confirmed", "Dissatisfied")]
    expect([after(commands, rules).status, after(commands, rules).reopenCount]).toEqual([
      "Triaged",
      1
    ])
    expect(after(commands).status).toBe("FollowUp")
  })

  test("lateness of the first round stays in the record of a reopened case", () => {
    const commands = [
      ...path.inProgress(0),
      command.resolve(8 * day),
      command.plain("BeginFollowUp", 8 * day),
      command.plain("Reopen", 9 * day)
    ]
    const reopened = after(commands)
    expect(reopened.wasOverdue).toBe(true)
    expect(Case.isOverdue(reopened, 10 * day)).toBe(false)
    expect(Case.wasOverdueBy(reopened, 10 * day)).toBe(true)
  })

  test("a written-off case can be reopened until the last second of the appeal window", () => {
    const closed = after(path.writtenOff(100))
    const lastSec = 100 + 30 * day
    const reopen = (atSec: number) =>
      CaseDecider.decide(baseRules, closed, command.plain("Reopen", atSec))
    expect([reopen(lastSec - 1).ok, reopen(lastSec).ok, reopen(lastSec + 1).ok]).toEqual([
      true,
      true,
      false
    ])
    const rejection = rejectionOf(closed, command.plain("Reopen", lastSec + 1))
    expect([rejection.code, rejection.expected]).toEqual(["AppealWindowClosed", lastSec])
    const reopened = after([...path.writtenOff(100), command.plain("Reopen", lastSec)])
    expect([reopened.closedSec, reopened.status]).toEqual([Case.notYet, "Triaged"])
  })

  test("a new limit has extensions of its own, returns are counted for the whole life", () => {
    const reopened = after([
      ...path.accepted(0, "Complex"),
      command.plain("Return", 1),
      command.extend(2),
      command.assign(3),
      command.plain("Accept", 3),
      command.plain("Start", 3),
      command.resolve(4),
      command.plain("BeginFollowUp", 5),
      command.plain("Reopen", 6)
    ])
    expect([reopened.extensionCount, reopened.returnCount]).toEqual([0, 1])
  })
})
