import { Id } from "@wangge/facts"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Case, CaseDecider, CasePlan } from "../src/index.ts"
import { after, baseRules, command, path, rejectionOf } from "./aCase.ts"

const day = 86_400

type Cases = ReadonlyMap<string, Case.Case>

/** A case of the usual path under another id. */
const aCase = (id: string, commands: Parameters<typeof after>[0]): Case.Case =>
  after(commands.map((one) => ({ ...one, caseId: Id.make<"Case">(id) })))

const signature = { atSec: 100, actorId: "desk-2", reason: "the same lamp" } as const

/** What a store does with a plan: all steps, each on the version it expects. */
const applied = (cases: Cases, plan: CasePlan.Plan): Cases => {
  if (!plan.ok) throw new Error(plan.rejection.code)
  const next = new Map(cases)
  for (const step of plan.steps) {
    const before: Case.State = next.get(step.command.caseId) ?? Case.none
    expect(before.status === "None" ? 0 : before.version).toBe(step.expectedVersion)
    next.set(step.command.caseId, Case.evolve(before, step.event))
  }
  return next
}

const get = (cases: Cases, id: string): Case.Case => {
  const found = cases.get(id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

describe("merging", () => {
  const ids = Array.from({ length: 10 }, (_, index) => `lamp-${index}`)
  const lamps = new Map(ids.map((id) => [id, aCase(id, path.triaged(0))]))
  const [firstId = "", ...otherIds] = ids
  const merged = applied(
    lamps,
    CasePlan.merge(
      baseRules,
      get(lamps, firstId),
      otherIds.map((id) => get(lamps, id)),
      signature
    )
  )

  test("ten reports of one lamp are demand 10 and work 1 (row 30)", () => {
    expect(CasePlan.tally([...merged.values()])).toEqual({ demandCount: 10, workCount: 1 })
    expect(get(merged, firstId).demandCount).toBe(10)
    expect(otherIds.map((id) => get(merged, id).mergedIntoCaseId)).toEqual(
      otherIds.map(() => firstId)
    )
  })

  test("the reporters of all ten wait for the answer, those of a merge before as well", () => {
    const find = (id: string) => merged.get(id)
    expect(CasePlan.toAnswer(get(merged, firstId), find)).toEqual(ids)
    const road = aCase("road", path.triaged(0))
    const more = applied(
      new Map([...merged, ["road", road]]),
      CasePlan.merge(baseRules, road, [get(merged, firstId)], signature)
    )
    expect(get(more, "road").demandCount).toBe(11)
    expect(CasePlan.toAnswer(get(more, "road"), (id) => more.get(id))).toEqual(["road", ...ids])
  })

  test("undone, the duplicate is what it was, and its clock stood still", () => {
    const duplicate = get(merged, "lamp-3")
    const back = applied(
      merged,
      CasePlan.unmerge(baseRules, get(merged, firstId), duplicate, {
        ...signature,
        atSec: 100 + 3 * day
      })
    )
    const lamp = get(back, "lamp-3")
    expect([lamp.status, lamp.dueSec, lamp.contactDueSec]).toEqual(["Triaged", 10 * day, 4 * day])
    expect([lamp.closedSec, lamp.mergedIntoCaseId]).toEqual([Case.notYet, ""])
    expect(lamp.pauses).toEqual([{ fromSec: 100, untilSec: 100 + 3 * day }])
    expect(get(back, firstId).demandCount).toBe(9)
    expect(CasePlan.tally([...back.values()])).toEqual({ demandCount: 10, workCount: 2 })
  })

  test("a merge and its undoing come to nothing, whatever the case was doing", () => {
    const states = [
      path.reported(0),
      path.verified(0),
      path.assigned(0),
      path.inProgress(0),
      [...path.inProgress(0), command.suspend(10, 50)],
      [...path.inProgress(0), command.suspend(10, 5000)]
    ]
    fc.assert(
      fc.property(fc.nat(states.length - 1), fc.nat(3000), fc.nat(day), (which, wait, span) => {
        const before = aCase("twin", states[which] ?? [])
        const cases = new Map([
          ["twin", before],
          ["lamp", aCase("lamp", path.triaged(0))]
        ])
        const atSec = before.lastSec + wait
        const once = applied(
          cases,
          CasePlan.merge(baseRules, get(cases, "lamp"), [before], { ...signature, atSec })
        )
        const untilSec = atSec + span
        const twice = applied(
          once,
          CasePlan.unmerge(baseRules, get(once, "lamp"), get(once, "twin"), {
            ...signature,
            atSec: untilSec
          })
        )
        const twin = get(twice, "twin")
        const pausedSec =
          before.status === "Suspended"
            ? Math.min(atSec, before.suspendedUntilSec) - before.suspendedSec
            : 0
        expect(twin.status).toBe(
          before.status === "Suspended" ? before.resumeStatus : before.status
        )
        expect(twin.dueSec).toBe(7 * day + pausedSec + span)
        expect(get(twice, "lamp").demandCount).toBe(1)
        expect(get(twice, "lamp").duplicates).toEqual([])
      }),
      { numRuns: 200, seed: 5 }
    )
  })

  test("one case that cannot be merged stops the whole plan", () => {
    const done = aCase("done", path.resolved(0))
    const plan = CasePlan.merge(
      baseRules,
      get(lamps, firstId),
      [get(lamps, "lamp-1"), done],
      signature
    )
    expect(plan.ok ? "accepted" : [plan.rejection.code, plan.rejection.caseId]).toEqual([
      "MoveNotAllowed",
      "done"
    ])
  })

  test("a written-off duplicate cannot be unmerged, a merged one cannot be worked on", () => {
    expect(rejectionOf(after(path.writtenOff(0)), command.plain("Unmerge", 1)).code).toBe(
      "MoveNotAllowed"
    )
    const state = after([...path.triaged(0), command.merge(1)])
    expect(rejectionOf(state, command.assign(2)).code).toBe("MoveNotAllowed")
  })
})

describe("splitting", () => {
  const child = (id: string): CasePlan.Child => ({
    caseId: Id.make(id),
    category: "Noise",
    urgency: "Ordinary",
    gridId: Id.make("grid-5"),
    unitId: "intake"
  })
  const paused = [...path.inProgress(0), command.suspend(10, 5000), command.plain("Resume", 1010)]
  const options = { signature: { ...signature, atSec: 2 * day } }

  test("children know their parent, and a split gives no time away", () => {
    const parent = aCase("parent", paused)
    const plan = CasePlan.split(baseRules, parent, [child("a"), child("b")], {
      ...options,
      endsParent: false
    })
    const cases = applied(new Map([["parent", parent]]), plan)
    expect(get(cases, "parent").status).toBe("InProgress")
    expect(get(cases, "parent").childCaseIds).toEqual(["a", "b"])
    expect(get(cases, "a").report.parentCaseId).toBe("parent")
    expect(get(cases, "a").dueSec).toBe(get(cases, "parent").dueSec)
    expect(get(cases, "a").startSec).toBe(1000)
    expect(CasePlan.tally([...cases.values()])).toEqual({ demandCount: 1, workCount: 3 })
  })

  test("a parent of which nothing is left ends, and does not come back", () => {
    const parent = aCase("parent", paused)
    const plan = CasePlan.split(baseRules, parent, [child("a"), child("b")], {
      ...options,
      endsParent: true
    })
    const cases = applied(new Map([["parent", parent]]), plan)
    const ended = get(cases, "parent")
    expect([ended.status, ended.mergedIntoCaseId, ended.closedSec]).toEqual([
      "Merged",
      "a",
      2 * day
    ])
    const back = CaseDecider.decide(baseRules, ended, {
      ...signature,
      action: "Unmerge",
      caseId: ended.caseId,
      atSec: 3 * day
    })
    expect(back.ok ? "accepted" : back.rejection.code).toBe("MoveNotAllowed")
    expect(CasePlan.tally([...cases.values()])).toEqual({ demandCount: 1, workCount: 2 })
  })

  test("a split into one that ends the parent is refused, and nothing happens", () => {
    const parent = aCase("parent", paused)
    const plan = CasePlan.split(baseRules, parent, [child("a")], { ...options, endsParent: true })
    expect(plan.ok ? "accepted" : plan.rejection.code).toBe("SplitTooSmall")
  })
})

describe("side processes", () => {
  test("a case is not written off while one is open, and may be once all are closed", () => {
    const open = [...path.followUp(0), command.followUp(1), command.open(2)]
    expect(rejectionOf(after(open), command.writeOff(3)).code).toBe("SideProcessOpen")
    const closed = after([...open, command.close(3), command.writeOff(4)])
    expect([closed.status, closed.sideProcesses]).toEqual([
      "WrittenOff",
      [{ process: "Whistle", processId: "whistle-1", state: "Decided" }]
    ])
  })

  test("one that was closed without a decision is told apart", () => {
    const state = after([...path.triaged(0), command.open(1), command.close(2, "whistle-1", false)])
    expect(state.sideProcesses.map((link) => link.state)).toEqual(["Closed"])
    expect(rejectionOf(state, command.close(3)).code).toBe("SideProcessUnknown")
  })
})
