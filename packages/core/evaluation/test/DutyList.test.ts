import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { DutyList, DutyListProblem } from "../src/index.ts"

const list: DutyList.DutyList = {
  id: "list-1",
  reference: "sub-district duty list, 2023",
  duties: [{ dutyId: "patrol", label: { en: "patrol", zh: "巡查" } }]
}

const approval: DutyList.Approval = {
  approvedById: "secretary",
  reason: "flood",
  fromSec: 100,
  untilSec: 200
}

const task = (taskId: string, given: Partial<DutyList.Task> = {}): DutyList.Task => ({
  taskId,
  dutyId: "leaflets",
  assignedById: "office-3",
  atSec: 150,
  approval: "None",
  ...given
})

const codeOf = (given: Partial<DutyList.Task>): string => {
  const { outcome, problem } = DutyList.admit(list, [], task("t", given))
  return problem === "None" ? outcome : `${outcome} ${problem.code}`
}

describe("a task", () => {
  it("on the duty list is admitted, one off it is refused", () => {
    expect(codeOf({ dutyId: "patrol" })).toBe("OnList")
    expect(codeOf({})).toBe("Refused NotOnDutyList")
  })

  it("off the list is admitted with an approval in force by somebody else, with a reason", () => {
    expect(codeOf({ approval })).toBe("Approved")
    const found = [99, 100, 199, 200].map((atSec) => codeOf({ approval, atSec }))
    const refused = "Refused ApprovalNotInForce"
    expect(found).toEqual([refused, "Approved", "Approved", refused])
    expect(codeOf({ approval: { ...approval, reason: " " } })).toBe("Refused ReasonMissing")
    const nobody = { ...approval, approvedById: "" }
    expect(codeOf({ approval: nobody })).toBe("Refused ApproverMissing")
    const own = { ...approval, approvedById: "office-3" }
    expect(codeOf({ approval: own })).toBe("Refused ApproverAssigns")
  })

  it("needs a time, and an id that is not in the log", () => {
    expect(codeOf({ dutyId: "patrol", atSec: 0.5 })).toBe("Refused TimeNotWhole")
    const log = [DutyList.admit(list, [], task("t"))]
    const again = DutyList.admit(list, log, task("t", { dutyId: "patrol" }))
    expect(again.problem !== "None" && again.problem.code).toBe("DuplicateId")
  })

  it("is logged with its approval, who gave it and until when", () => {
    const line = DutyList.admit(list, [], task("t", { approval }))
    expect(line).toEqual({
      task: task("t", { approval }),
      listId: "list-1",
      outcome: "Approved",
      problem: "None"
    })
    const refused = DutyList.admit(list, [], task("t"))
    expect(refused.problem !== "None" && DutyListProblem.describe(refused.problem).en).toBe(
      "t: “leaflets” is not on the duty list list-1, and nobody approved it."
    )
  })
})

describe("the burden of a log", () => {
  const tasks = fc.array(
    fc.record({
      dutyId: fc.constantFrom("patrol", "leaflets", "forms"),
      approval: fc.constantFrom<DutyList.Task["approval"]>("None", approval, {
        ...approval,
        approvedById: "office-3"
      }),
      atSec: fc.integer({ min: 90, max: 210 })
    }),
    { maxLength: 20 }
  )

  it("counts every task of the period once, and approvals by approver", () => {
    fc.assert(
      fc.property(tasks, fc.integer({ min: 90, max: 210 }), (given, untilSec) => {
        let log: DutyList.Log = []
        given.forEach((one, index) => {
          log = [...log, DutyList.admit(list, log, task(`t${index}`, one))]
        })
        const found = DutyList.burden(log, { fromSec: 100, untilSec })
        const asked = given.filter(({ atSec }) => atSec >= 100 && atSec < untilSec)
        expect(found.askedCount).toBe(asked.length)
        expect(found.onListCount).toBe(asked.filter(({ dutyId }) => dutyId === "patrol").length)
        expect(found.onListCount + found.approvedCount + found.refusedCount).toBe(found.askedCount)
        const byApprover = found.approvals.reduce((sum, { count }) => sum + count, 0)
        expect(byApprover).toBe(found.approvedCount)
      }),
      { numRuns: 100 }
    )
  })
})
