import { describe, expect, test } from "vitest"
import { Case, LeadAssignment, LeadRules } from "../src/index.ts"
import { after, lead, leadMachine as machine, refused } from "./aSideProcess.ts"

const week = LeadRules.base.progressSec
const active = [lead.activate(0, 1000)]

describe("row 15: the lead-case contract", () => {
  const blank = {
    Leader: { leaderId: "" },
    Measures: { measures: " " },
    Time: { dueSec: Case.notYet },
    Responsibility: { responsibility: "" },
    Investigation: { investigation: "" },
    Handling: { handling: "" },
    Stability: { stability: "" }
  } as const

  for (const item of LeadRules.items) {
    test(`given a major dispute without ${item}, when activated, then refused, and ${item} is listed`, () => {
      const rejection = refused(machine, [], { ...lead.activate(0), ...blank[item] })
      expect([rejection.code, rejection.missing]).toEqual(["ItemMissing", [item]])
    })
  }

  test("all that is missing is listed at once, the persons too", () => {
    const bare = Object.assign(
      { ...lead.activate(0), officialId: "", gridWorkerId: "" },
      ...Object.values(blank)
    )
    expect(refused(machine, [], bare).missing).toEqual([
      ...LeadRules.items,
      "Official",
      "GridWorker"
    ])
  })

  test("a whole contract comes into force, and its term stands in the deadline ledger", () => {
    const state = after(machine, active)
    expect([state.status, state.leaderId, state.dueSec]).toEqual(["Active", "leader-1", 1000])
    expect(
      LeadAssignment.standing(state).deadlines.map(({ subject, dueSec }) => [subject, dueSec])
    ).toEqual([
      ["Completion", 1000],
      ["Progress", week]
    ])
  })

  test("a term that ends now, or on half a second, is refused", () => {
    expect(refused(machine, [], lead.activate(10, 10)).code).toBe("DateNotLater")
    expect(refused(machine, [], lead.activate(10, 11.5)).code).toBe("TimeNotWhole")
  })
})

describe("in force", () => {
  test("each note on progress moves the next one, and needs a text", () => {
    const state = after(machine, [...active, lead.progress(100), lead.progress(500)])
    expect([state.progressCount, state.progressDueSec]).toEqual([2, 500 + week])
    expect(refused(machine, active, lead.progress(1, "")).missing).toEqual(["Note"])
  })

  test("a change of leader is logged, and nobody disappears from the record", () => {
    const state = after(machine, [...active, lead.reappoint(50, "Leader", "leader-2")])
    expect(state.leaderId).toBe("leader-2")
    expect(state.holdings.filter(({ post }) => post === "Leader")).toEqual([
      { post: "Leader", personId: "leader-1", sinceSec: 0 },
      { post: "Leader", personId: "leader-2", sinceSec: 50 }
    ])
    expect(refused(machine, active, lead.reappoint(50, "Official", "official-4")).code).toBe(
      "AlreadySettled"
    )
    const silent = { ...lead.reappoint(50, "GridWorker", " "), reason: "" }
    expect(refused(machine, active, silent).missing).toEqual(["Reason", "GridWorker"])
  })

  test("one extension, before the term has run out: the due second still is, the next one is not", () => {
    const extended = after(machine, [...active, lead.extend(1000, 2000)])
    expect([extended.dueSec, extended.extensionCount]).toEqual([2000, 1])
    expect(refused(machine, active, lead.extend(1001, 2000)).code).toBe("DateTooLate")
    expect(refused(machine, active, lead.extend(900, 1000)).code).toBe("DateNotLater")
    const twice = refused(machine, [...active, lead.extend(10, 2000)], lead.extend(20, 3000))
    expect([twice.code, twice.found, twice.expected]).toEqual(["ExtensionLimitReached", 1, 1])
  })

  test("it is complete when each of the three guarantees has a result, and lateness sticks", () => {
    const bare = { ...lead.complete(5), handlingResult: "", stabilityResult: " " }
    expect(refused(machine, active, bare).missing).toEqual(["HandlingResult", "StabilityResult"])
    const onTime = after(machine, [...active, lead.complete(1000)])
    expect([onTime.status, onTime.wasOverdue]).toEqual(["Completed", false])
    const late = after(machine, [...active, lead.complete(1001)])
    expect([late.status, late.wasOverdue]).toEqual(["Completed", true])
    expect(LeadAssignment.standing(late).deadlines.map(({ doneSec }) => doneSec)).toEqual([1001])
  })

  test("an ended contract takes no more commands", () => {
    const cancelled = [...active, lead.cancel(5)]
    const rejection = refused(machine, cancelled, lead.progress(6))
    expect([rejection.code, rejection.allowed]).toEqual(["MoveNotAllowed", []])
    expect(LeadAssignment.standing(after(machine, cancelled)).isOpen).toBe(false)
  })

  test("a completed contract is a decision for the case, a cancelled one is not", () => {
    const state = after(machine, active)
    const closings = [lead.complete(5), lead.cancel(5)].map((command) => {
      const decision = machine.decide(state, command)
      if (!decision.ok) throw new Error(decision.rejection.code)
      return LeadAssignment.caseMoves(decision.event)[0]
    })
    expect(closings.map((move) => move?.action === "CloseSideProcess" && move.isDecided)).toEqual([
      true,
      false
    ])
  })
})
