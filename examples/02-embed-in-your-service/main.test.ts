import { readFileSync } from "node:fs"
import { Clock } from "@wangge/calendar"
import { CasePlan, CaseProfile, CaseRules } from "@wangge/cases"
import { describe, expect, it } from "vitest"
import { blocksOf } from "../../scripts/internal/readmeBlocks.mjs"
import { applyPlan, at, handle, known, outputs, publicText, report, Store } from "./main.ts"

const rules = CaseRules.compile(CaseProfile.base, {
  clocks: { calendar: Clock.calendar, working: Clock.calendar }
})

const order = (when: string) => ({ atSec: at(when), actorId: "desk-2", reason: "same lamp" })

describe("a service around the case machine", () => {
  it("makes one case of the same report sent twice", () => {
    const store = new Store()
    expect(handle(store, report("lamp-1", "2025-03-03 09:00")).status).toBe(201)
    expect(handle(store, report("lamp-1", "2025-03-03 09:30")).status).toBe(200)
    expect(store.versionOf("lamp-1")).toBe(1)
    const other = { ...report("lamp-1", "2025-03-03 09:31"), unitId: "elsewhere" }
    expect(handle(store, other)).toMatchObject({ status: 409 })
  })

  it("stores nothing on a version that somebody else has passed", () => {
    const store = new Store()
    handle(store, report("lamp-1", "2025-03-03 09:00"))
    const { caseId } = known(store, "lamp-1")
    const stale = known(store, "lamp-1")
    handle(store, { ...order("2025-03-03 09:05"), caseId, action: "Verify" })
    const plan = CasePlan.split(
      rules,
      known(store, "lamp-1"),
      [{ ...stale, caseId: report("lamp-2", "2025-03-03 09:00").caseId, unitId: "intake" }],
      { signature: order("2025-03-03 09:10"), endsParent: false }
    )
    if (!plan.ok) throw new Error(plan.rejection.code)
    handle(store, { ...order("2025-03-03 09:06"), caseId, action: "Contact" })
    expect(store.append(plan.steps)).toBe("lamp-1")
    expect(store.versionOf("lamp-2")).toBe(0)
  })

  it("says why a plan cannot be made", () => {
    const store = new Store()
    handle(store, report("lamp-1", "2025-03-03 09:00"))
    const item = known(store, "lamp-1")
    const plan = () => CasePlan.merge(rules, item, [item], order("2025-03-03 09:05"))
    expect(applyPlan(store, plan)).toBe("MergedIntoItself")
  })

  it("shows the public neither the case's id nor its grid, point or text", () => {
    const store = new Store()
    handle(store, report("lamp-1", "2025-03-03 09:00"))
    const text = publicText(known(store, "lamp-1")).join("\n")
    for (const secret of ["lamp-1", "grid-12", "building-7", "129", "Jin", "worker-7"]) {
      expect(text).not.toContain(secret)
    }
  })

  it("prints what the README shows", () => {
    const page = readFileSync(new URL("README.md", import.meta.url), "utf8")
    expect(outputs.map((output) => output())).toEqual(blocksOf(page))
  })
})
